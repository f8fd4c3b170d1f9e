/*
 * Derived concepts: words in a context. In: the hit [issue an order] and the record that makes it
 * `police-decides` where a police officer stands earlier in the sentence. Out: another hit on the
 * same words, so that rules and safeguards can ask for it like for any other.
 */
#include "context.h"

#include "../base/error.h"

#include <stdlib.h>
#include <string.h>

enum {
    AHEAD = 8, /* hits fetched before they are asked about */
    BLOCK = 64
};

/* A hit that is added: where it stands until all are sorted in, and the hit of the text on whose
 * words it lies. */
struct addition {
    struct hit hit;
    uint32_t from, origin;
};

struct derivation {
    struct proviso_findings *findings;
    struct context *context;
    uint32_t capacity; /* of findings->hits */
    uint32_t first;    /* of the hits that are added */
    struct addition *added;
    uint32_t added_capacity;
};

static bool add_hit(struct derivation *derivation, uint32_t origin, uint32_t concept) {
    struct proviso_findings *findings = derivation->findings;
    uint32_t at = findings->hit_count, count = at - derivation->first;
    struct hit *hits = array_grow(findings->hits, &derivation->capacity, at + 1, sizeof *hits);
    findings->hits = hits ? hits : findings->hits;
    struct addition *added =
        array_grow(derivation->added, &derivation->added_capacity, count + 1, sizeof *added);
    derivation->added = added ? added : derivation->added;
    if (!hits || !added) {
        return false;
    }
    hits[at] = hits[origin];
    hits[at].concept = concept;
    origin = origin < derivation->first ? origin : added[origin - derivation->first].origin;
    added[count] = (struct addition){hits[at], at, origin};
    findings->hit_count++;
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
        if (i + AHEAD < list.count) {
            __builtin_prefetch(&findings->hits[list.order[i + AHEAD]]);
        }
        if (is_known(context, derived->concept, hit)) {
            continue;
        }
        struct place place = context_place(context, hit);
        if (conditions_hold(context, &place, derived->where_first, derived->where_count) &&
            !conditions_silence(context, &place, derived->unless_first, derived->unless_count) &&
            !add_hit(derivation, list.order[i], derived->concept)) {
            return false;
        }
    }
    return first == findings->hit_count ||
           postings_add(&context->postings, derived->concept, first, findings->hit_count);
}

static int compare_hits(const struct hit *a, const struct hit *b) {
    if (a->start != b->start) {
        return a->start < b->start ? -1 : 1;
    }
    if (a->end != b->end) {
        return a->end > b->end ? -1 : 1;
    }
    return a->concept < b->concept ? -1 : a->concept > b->concept;
}

static int compare_additions(const void *left, const void *right) {
    const struct addition *a = left, *b = right;
    return compare_hits(&a->hit, &b->hit);
}

/* How many of the first `count` hits stand before the one added: next to its origin. */
static uint32_t count_before(const struct hit *hits, uint32_t count, const struct addition *added) {
    uint32_t at = added->origin < count ? added->origin : count;
    while (at > 0 && compare_hits(&hits[at - 1], &added->hit) > 0) {
        at--;
    }
    while (at < count && compare_hits(&hits[at], &added->hit) <= 0) {
        at++;
    }
    return at;
}

/* Where hits go when others are sorted in among them. */
struct moves {
    uint32_t first, count; /* of the hits that were added */
    uint32_t *before;      /* by addition in reading order: how many other hits stand before it */
    uint32_t *places;      /* by addition as it was added: where it goes */
    uint32_t
        *blocks; /* by block of others: how many additions stand before its first one or at it */
};

static bool moves_start(struct moves *moves, uint32_t first, uint32_t count) {
    uint32_t capacity = 0;
    moves->first = first;
    moves->count = count;
    moves->before = array_grow(NULL, &capacity, count, sizeof *moves->before);
    capacity = 0;
    moves->places = array_grow(NULL, &capacity, count, sizeof *moves->places);
    capacity = 0;
    moves->blocks = array_grow(NULL, &capacity, first / BLOCK + 1, sizeof *moves->blocks);
    return moves->before && moves->places && moves->blocks;
}

static void moves_end(struct moves *moves) {
    array_free(moves->before);
    array_free(moves->places);
    array_free(moves->blocks);
}

/* Puts the hits that were added, sorted in `added`, where they belong among those before them. */
static void sort_in(struct hit *hits, const struct addition *added, struct moves *moves) {
    uint32_t kept = moves->first;
    for (uint32_t left = moves->count; left > 0; left--) {
        const struct addition *last = &added[left - 1];
        uint32_t at = count_before(hits, kept, last);
        memmove(hits + at + left, hits + at, (kept - at) * sizeof *hits);
        hits[at + left - 1] = last->hit;
        moves->places[last->from - moves->first] = at + left - 1;
        moves->before[left - 1] = kept = at;
    }
    for (uint32_t block = 0, count = 0; block <= moves->first / BLOCK; block++) {
        while (count < moves->count && moves->before[count] <= block * BLOCK) {
            count++;
        }
        moves->blocks[block] = count;
    }
}

static uint32_t new_place(const struct moves *moves, uint32_t at) {
    if (at >= moves->first) {
        return moves->places[at - moves->first];
    }
    uint32_t count = moves->blocks[at / BLOCK];
    while (count < moves->count && moves->before[count] <= at) {
        count++;
    }
    return at + count;
}

static bool merge_hits(struct derivation *derivation) {
    struct proviso_findings *findings = derivation->findings;
    uint32_t concepts = findings->document->lexicon->concept_count;
    uint32_t first = derivation->first, count = findings->hit_count - first;
    struct moves moves = {0};
    bool done = moves_start(&moves, first, count);
    if (done) {
        qsort(derivation->added, count, sizeof *derivation->added, compare_additions);
        sort_in(findings->hits, derivation->added, &moves);
    }
    for (uint32_t i = 0; done && i < concepts; i++) {
        const struct posting_list *list = &derivation->context->postings.lists[i];
        for (uint32_t j = 0; j < list->count; j++) {
            list->order[j] = new_place(&moves, list->order[j]);
        }
    }
    moves_end(&moves);
    return done;
}

/* Marks the concepts that are cues of roles. */
static bool *cues_of_roles(const struct proviso_lexicon *lexicon, struct context *context) {
    bool *cues = ARENA_ARRAY(context->arena, bool, lexicon->concept_count + 1);
    for (uint32_t i = 0; cues && i < lexicon->cue_count; i++) {
        cues[lexicon->cues[i].concept] = true;
    }
    return cues;
}

/* Makes the hits of the records whose concepts are cues of roles, or of all others. */
static bool derive_all(struct proviso_findings *findings, struct context *context, bool for_roles,
                       struct proviso_error *error) {
    const struct proviso_lexicon *lexicon = findings->document->lexicon;
    struct derivation derivation = {.findings = findings,
                                    .context = context,
                                    .capacity = findings->hit_count,
                                    .first = findings->hit_count};
    const bool *cues = cues_of_roles(lexicon, context);
    bool done = cues != NULL;
    for (uint32_t i = 0; done && i < lexicon->derived_count; i++) {
        if (cues[lexicon->derived[i].concept] == for_roles) {
            done = derive(&derivation, &lexicon->derived[i]);
        }
    }
    if (done && findings->hit_count > derivation.first) {
        done = merge_hits(&derivation);
    }
    array_free(derivation.added);
    return done || error_memory(error);
}

bool match_derived_cues(struct proviso_findings *findings, struct context *context,
                        struct proviso_error *error) {
    return derive_all(findings, context, true, error);
}

bool match_derived(struct proviso_findings *findings, struct context *context,
                   struct proviso_error *error) {
    return derive_all(findings, context, false, error);
}
