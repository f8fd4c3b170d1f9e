/*
 * Derived concepts: words in a context. In: the hit [issue an order] and the record that makes it
 * `police-decides` where a police officer stands earlier in the sentence. Out: another hit on the
 * same words, so that rules and safeguards can ask for it like for any other.
 */
#include "context.h"

#include "../base/error.h"

struct derivation {
    struct context *context;
    struct hit *hits; /* of the record in hand */
    uint32_t count, capacity;
};

static bool add_hit(struct derivation *derivation, const struct hit *hit) {
    struct hit *grown =
        array_grow(derivation->hits, &derivation->capacity, derivation->count + 1, sizeof *grown);
    if (!grown) {
        return false;
    }
    derivation->hits = grown;
    grown[derivation->count++] = *hit;
    return true;
}

static bool is_known(const struct context *context, uint32_t concept, const struct hit *hit) {
    const struct hit *known = postings_from(context->postings, concept, hit->start);
    return known && known->start < hit->end;
}

/* Makes the hits of one record from those of the concept that it matches. */
static bool derive(struct derivation *derivation, const struct lexicon_derived *derived) {
    struct context *context = derivation->context;
    const struct posting_list *list = postings_list(context->postings, derived->match);
    derivation->count = 0;
    for (uint32_t i = 0; i < list->count; i++) {
        const struct hit hit = posting_at(list, i);
        if (is_known(context, derived->concept, &hit)) {
            continue;
        }
        struct place place = context_place(context, &hit, derived->match);
        if (conditions_hold(context, &place, derived->where_first, derived->where_count) &&
            !conditions_silence(context, &place, derived->unless_first, derived->unless_count) &&
            !add_hit(derivation, &hit)) {
            return false;
        }
    }
    return derivation->count == 0 ||
           postings_add(context->postings, derived->concept, derivation->hits, derivation->count);
}

/* Marks the concepts that are cues of roles. */
static bool *cues_of_roles(const struct proviso_lexicon *lexicon, struct context *context) {
    bool *cues = ARENA_ARRAY(context->arena, bool, lexicon->concept_count + 1);
    for (uint32_t i = 0; cues && i < lexicon->cue_count; i++) {
        cues[lexicon->cues[i].concept] = true;
    }
    return cues;
}

/* Makes the hits of the records whose concepts are cues of roles, or, when roles are known, of all
 * others. */
static bool derive_all(struct context *context, bool for_roles, struct proviso_error *error) {
    const struct proviso_lexicon *lexicon = context->document->lexicon;
    struct derivation derivation = {.context = context};
    const bool *cues = cues_of_roles(lexicon, context);
    bool done = cues != NULL;
    for (uint32_t i = 0; done && i < lexicon->derived_count; i++) {
        if (cues[lexicon->derived[i].concept] == for_roles) {
            done = derive(&derivation, &lexicon->derived[i]);
        }
        if (!for_roles) {
            hits_forget_derived(context->findings, i);
        }
    }
    array_free(derivation.hits);
    return done || error_memory(error);
}

bool match_derived_cues(struct context *context, struct proviso_error *error) {
    return derive_all(context, true, error);
}

bool match_derived(struct context *context, struct proviso_error *error) {
    return derive_all(context, false, error);
}
