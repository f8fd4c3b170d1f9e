/*
 * Derived concepts: words in a context. In: the hit [issue an order] and the record that makes it
 * `police-decides` where a police officer stands earlier in the sentence. Out: another hit on the
 * same words, so that rules and safeguards can ask for it like for any other.
 */
#include "context.h"

#include "../base/error.h"

#include <stdlib.h>
#include <string.h>

struct derivation {
    struct proviso_findings *findings;
    struct context *context;
    uint32_t capacity; /* of findings->hits */
};

static bool add_hit(struct derivation *derivation, const struct hit *from, uint32_t concept) {
    struct proviso_findings *findings = derivation->findings;
    struct hit added = *from;
    struct hit *hits =
        array_grow(findings->hits, &derivation->capacity, findings->hit_count + 1, sizeof *hits);
    if (!hits) {
        return false;
    }
    added.concept = concept;
    findings->hits = hits;
    hits[findings->hit_count++] = added;
    return true;
}

static bool is_known(struct context *context, uint32_t concept, const struct hit *hit) {
    const struct hit *known = postings_from(&context->postings, concept, hit->start);
    return known && known->start < hit->end;
}

/* Makes the hits of one record from those of the concept that it matches. */
static bool derive(struct derivation *derivation, const struct lexicon_derived *derived) {
    struct context *context = derivation->context;
    struct proviso_findings *findings = derivation->findings;
    uint32_t first = findings->hit_count;
    const struct posting_list list = context->postings.lists[derived->match];
    for (uint32_t i = 0; i < list.count; i++) {
        const struct hit *hit = &findings->hits[list.order[i]];
        if (is_known(context, derived->concept, hit)) {
            continue;
        }
        struct place place = context_place(context, hit);
        if (conditions_hold(context, &place, derived->where_first, derived->where_count) &&
            !conditions_silence(context, &place, derived->unless_first, derived->unless_count) &&
            !add_hit(derivation, hit, derived->concept)) {
            return false;
        }
    }
    return first == findings->hit_count ||
           postings_add(&context->postings, derived->concept, first, findings->hit_count);
}

static int compare_hits(const void *left, const void *right) {
    const struct hit *a = left, *b = right;
    if (a->start != b->start) {
        return a->start < b->start ? -1 : 1;
    }
    if (a->end != b->end) {
        return a->end > b->end ? -1 : 1;
    }
    return a->concept < b->concept ? -1 : a->concept > b->concept;
}

/* Puts the hits from `first` on where they belong among those before them. */
static bool merge_hits(struct proviso_findings *findings, uint32_t first) {
    uint32_t count = findings->hit_count - first, kept = first, to = findings->hit_count;
    struct hit *added = ARENA_ARRAY(findings->arena, struct hit, count);
    if (!added) {
        return false;
    }
    memcpy(added, findings->hits + first, count * sizeof *added);
    qsort(added, count, sizeof *added, compare_hits);
    while (count > 0) {
        bool old = kept > 0 && compare_hits(&findings->hits[kept - 1], &added[count - 1]) > 0;
        findings->hits[--to] = old ? findings->hits[--kept] : added[--count];
    }
    return true;
}

bool match_derived(struct proviso_findings *findings, struct context *context,
                   struct proviso_error *error) {
    const struct proviso_lexicon *lexicon = findings->document->lexicon;
    struct derivation derivation = {findings, context, findings->hit_count};
    uint32_t first = findings->hit_count;
    for (uint32_t i = 0; i < lexicon->derived_count; i++) {
        if (!derive(&derivation, &lexicon->derived[i])) {
            return error_memory(error);
        }
    }
    if (first == findings->hit_count) {
        return true;
    }
    return (merge_hits(findings, first) && postings_make(&context->postings, findings)) ||
           error_memory(error);
}
