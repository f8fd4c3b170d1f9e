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

/* A hit that was added, and where it stands before all are put in order. */
struct addition {
    struct hit hit;
    uint32_t from;
};

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

/* How many of the first `count` hits stand before the one added, which is likely to be near the
 * last of them. */
static uint32_t count_before(const struct hit *hits, uint32_t count, const struct hit *added) {
    uint32_t low = 0, high = count;
    for (uint32_t step = 1; step <= count; step *= 2) {
        if (compare_hits(&hits[count - step], added) <= 0) {
            low = count - step + 1;
            break;
        }
        high = count - step;
    }
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (compare_hits(&hits[middle], added) <= 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/* Puts the hits from `first` on, which stand sorted in `added` too, among those before them; `to`
 * becomes where each is then. */
static void sort_in(struct proviso_findings *findings, uint32_t first, const struct addition *added,
                    uint32_t *to) {
    struct hit *hits = findings->hits;
    uint32_t kept = first;
    for (uint32_t left = findings->hit_count - first; left > 0; left--) {
        const struct addition *last = &added[left - 1];
        uint32_t at = count_before(hits, kept, &last->hit);
        memmove(hits + at + left, hits + at, (kept - at) * sizeof *hits);
        for (uint32_t i = at; i < kept; i++) {
            to[i] = i + left;
        }
        kept = at;
        to[last->from] = kept + left - 1;
        hits[kept + left - 1] = last->hit;
    }
    for (uint32_t i = 0; i < kept; i++) {
        to[i] = i;
    }
}

/* Puts the hits from `first` on where they belong among those before them. */
static bool merge_hits(struct proviso_findings *findings, struct postings *postings,
                       uint32_t first) {
    uint32_t count = findings->hit_count - first, capacity = 0;
    struct addition *added = array_grow(NULL, &capacity, count, sizeof *added);
    capacity = 0;
    uint32_t *to = array_grow(NULL, &capacity, findings->hit_count, sizeof *to);
    bool done = added && to;
    if (done) {
        for (uint32_t i = 0; i < count; i++) {
            added[i] = (struct addition){findings->hits[first + i], first + i};
        }
        qsort(added, count, sizeof *added, compare_additions);
        sort_in(findings, first, added, to);
        postings_renumber(postings, to);
    }
    array_free(added);
    array_free(to);
    return done;
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
    return merge_hits(findings, &context->postings, first) || error_memory(error);
}
