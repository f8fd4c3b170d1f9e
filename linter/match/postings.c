/*
 * Hits by concept. In: the hits of a draft in reading order, [safeguard] [duty] [discretion]
 * [duty]. Out: for a concept ("duty") the hit next to a place. Questions come in reading order with
 * short steps back (to a chapeau, to the start of an article), so each gallops from where the last
 * one ended.
 */
#include "postings.h"

#include "../base/arena.h"
#include "../lexicon/lexicon.h"

#include <string.h>

/* Hits that are put in order start within so many bytes of each other: 2 to the power of this. */
enum { BUCKET_BITS = 6 };

bool postings_start(struct postings *postings, uint32_t concept_count) {
    uint32_t capacity = 0;
    postings->concept_count = concept_count;
    postings->lists = array_grow(NULL, &capacity, concept_count + 1, sizeof *postings->lists);
    if (postings->lists) {
        memset(postings->lists, 0, (concept_count + 1) * sizeof *postings->lists);
    }
    return postings->lists != NULL;
}

void postings_free(struct postings *postings) {
    for (uint32_t i = 0; postings->lists && i < postings->concept_count; i++) {
        array_free(postings->lists[i].hits);
    }
    array_free(postings->lists);
    postings->lists = NULL;
}

static bool make_room(struct posting_list *list, uint32_t count) {
    if (count > UINT32_MAX / 2 - list->count) {
        return false;
    }
    struct hit *grown = array_grow(list->hits, &list->capacity, list->count + count, sizeof *grown);
    list->hits = grown ? grown : list->hits;
    return grown != NULL;
}

bool postings_append(struct postings *postings, uint32_t concept, uint32_t start, uint32_t end) {
    struct posting_list *list = &postings->lists[concept];
    if (list->count == list->capacity && !make_room(list, 1)) {
        return false;
    }
    list->hits[list->count++] = (struct hit){start, end};
    return true;
}

bool postings_add(struct postings *postings, uint32_t concept, const struct hit *hits,
                  uint32_t count) {
    struct posting_list *list = &postings->lists[concept];
    uint32_t old = list->count;
    if (!make_room(list, count)) {
        return false;
    }
    list->count += count;
    list->cursor = list->least = list->most = 0;
    for (uint32_t to = list->count; count > 0; to--) {
        bool last = old > 0 && list->hits[old - 1].start > hits[count - 1].start;
        list->hits[to - 1] = last ? list->hits[old - 1] : hits[count - 1];
        old -= last;
        count -= !last;
    }
    return true;
}

static bool is_before(const struct concept_hit *a, const struct concept_hit *b) {
    if (a->hit.start != b->hit.start) {
        return a->hit.start < b->hit.start;
    }
    return a->hit.end != b->hit.end ? a->hit.end > b->hit.end : a->concept < b->concept;
}

/* Puts hits that are nearly in order in order. */
static void sort_near(struct concept_hit *hits, uint32_t count) {
    for (uint32_t i = 1; i < count; i++) {
        struct concept_hit moving = hits[i];
        uint32_t to = i;
        for (; to > 0 && is_before(&moving, &hits[to - 1]); to--) {
            hits[to] = hits[to - 1];
        }
        hits[to] = moving;
    }
}

/* The hits of a concept that has something in the table; of any other none. */
static struct posting_list wanted(const struct postings *postings, const uint32_t *first,
                                  uint32_t concept) {
    const struct posting_list none = {0};
    return first[concept] < first[concept + 1] ? postings->lists[concept] : none;
}

/* Where the hits of each stretch of BUCKET_BITS go. */
struct buckets {
    uint32_t *next;
    uint32_t count, hits;
};

static bool buckets_start(struct buckets *buckets, const struct postings *postings,
                          const uint32_t *first) {
    uint32_t capacity = 0, last = 0;
    for (uint32_t i = 0; i < postings->concept_count; i++) {
        const struct posting_list list = wanted(postings, first, i);
        uint32_t start = list.count ? list.hits[list.count - 1].start : 0;
        last = start > last ? start : last;
    }
    buckets->count = (last >> BUCKET_BITS) + 1;
    buckets->next = array_grow(NULL, &capacity, buckets->count + 1, sizeof *buckets->next);
    if (!buckets->next) {
        return false;
    }
    memset(buckets->next, 0, (buckets->count + 1) * sizeof *buckets->next);
    for (uint32_t i = 0; i < postings->concept_count; i++) {
        const struct posting_list list = wanted(postings, first, i);
        for (uint32_t j = 0; j < list.count; j++) {
            buckets->next[(list.hits[j].start >> BUCKET_BITS) + 1]++;
        }
    }
    for (uint32_t i = 1; i <= buckets->count; i++) {
        buckets->next[i] += buckets->next[i - 1];
    }
    buckets->hits = buckets->next[buckets->count];
    return true;
}

struct concept_hit *postings_select(const struct postings *postings, const uint32_t *first,
                                    uint32_t *count) {
    struct buckets buckets;
    uint32_t capacity = 0;
    *count = 0;
    if (!buckets_start(&buckets, postings, first)) {
        return NULL;
    }
    struct concept_hit *selected = array_grow(NULL, &capacity, buckets.hits + 1, sizeof *selected);
    for (uint32_t i = 0; selected && i < postings->concept_count; i++) {
        const struct posting_list list = wanted(postings, first, i);
        for (uint32_t j = 0; j < list.count; j++) {
            uint32_t bucket = list.hits[j].start >> BUCKET_BITS;
            selected[buckets.next[bucket]++] = (struct concept_hit){list.hits[j], i};
        }
    }
    if (selected) {
        sort_near(selected, buckets.hits);
        *count = buckets.hits;
    }
    array_free(buckets.next);
    return selected;
}

struct concept_hit *postings_select_few(const struct postings *postings, const uint32_t *concepts,
                                        size_t concept_count, uint32_t *count) {
    uint32_t capacity = 0;
    uint32_t *first = array_grow(NULL, &capacity, postings->concept_count + 1, sizeof *first);
    if (!first) {
        return NULL;
    }
    memset(first, 0, (postings->concept_count + 1) * sizeof *first);
    for (size_t i = 0; i < concept_count; i++) {
        if (concepts[i] != LEXICON_NONE) {
            first[concepts[i] + 1] = 1;
        }
    }
    for (uint32_t i = 0; i < postings->concept_count; i++) {
        first[i + 1] += first[i];
    }
    struct concept_hit *selected = postings_select(postings, first, count);
    array_free(first);
    return selected;
}

/* The place in the list of the first hit that starts at or after the offset. */
static uint32_t seek(struct posting_list *list, uint32_t offset) {
    const struct hit *hits = list->hits;
    uint32_t low = 0, high = list->count, at = list->cursor;
    if (offset >= list->least && offset <= list->most) {
        return at;
    }
    if (at < high && hits[at].start < offset) {
        low = at + 1;
        for (uint32_t step = 1; step < high - at; step *= 2) {
            if (hits[at + step].start >= offset) {
                high = at + step;
                break;
            }
            low = at + step + 1;
        }
    } else {
        high = at;
        for (uint32_t step = 1; step <= at - low; step *= 2) {
            if (hits[at - step].start < offset) {
                low = at - step + 1;
                break;
            }
            high = at - step;
        }
    }
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (hits[middle].start < offset) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    list->cursor = low;
    list->least = low > 0 ? hits[low - 1].start + 1 : 0;
    list->most = low < list->count ? hits[low].start : UINT32_MAX;
    return low;
}

const struct hit *postings_from(struct postings *postings, uint32_t concept, uint32_t offset) {
    if (concept == LEXICON_NONE) {
        return NULL;
    }
    struct posting_list *list = &postings->lists[concept];
    uint32_t at = seek(list, offset);
    return at < list->count ? &list->hits[at] : NULL;
}

const struct hit *postings_before(struct postings *postings, uint32_t concept, uint32_t offset) {
    if (concept == LEXICON_NONE) {
        return NULL;
    }
    struct posting_list *list = &postings->lists[concept];
    uint32_t at = seek(list, offset);
    return at > 0 ? &list->hits[at - 1] : NULL;
}

const struct hit *postings_inside(struct postings *postings, uint32_t concept, uint32_t start,
                                  uint32_t end) {
    const struct hit *hit = postings_from(postings, concept, start);
    return hit && hit->end <= end ? hit : NULL;
}

const struct posting_list *postings_list(const struct postings *postings, uint32_t concept) {
    static const struct posting_list none = {0};
    return concept == LEXICON_NONE ? &none : &postings->lists[concept];
}
