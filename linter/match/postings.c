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

enum {
    NARROW = 4,
    WIDE = 5,       /* bytes of a hit */
    FEW = 256,      /* hits of one concept that may stay */
    BUCKET_BITS = 6 /* hits that are put in order start within so many bytes of each other: 2 to the
                       power of this */
};

bool postings_start(struct postings *postings, uint32_t concept_count, uint32_t length) {
    uint32_t capacity = 0;
    postings->concept_count = concept_count;
    postings->length = length;
    postings->lists = array_grow(NULL, &capacity, concept_count + 1, sizeof *postings->lists);
    if (postings->lists) {
        memset(postings->lists, 0, (concept_count + 1) * sizeof *postings->lists);
    }
    for (uint32_t i = 0; postings->lists && i < concept_count; i++) {
        postings->lists[i].bytes = length >> 24 ? WIDE : NARROW;
        postings->lists[i].shift = length >> 24 ? 0 : 8;
    }
    return postings->lists != NULL;
}

void postings_free(struct postings *postings) {
    for (uint32_t i = 0; postings->lists && i < postings->concept_count; i++) {
        array_free(postings->lists[i].hits);
        array_free(postings->lists[i].longer);
    }
    array_free(postings->lists);
    postings->lists = NULL;
}

static bool make_room(struct posting_list *list, uint32_t count) {
    if (count > UINT32_MAX / 2 - list->count) {
        return false;
    }
    uint8_t *grown = array_grow(list->hits, &list->capacity, list->count + count, list->bytes);
    list->hits = grown ? grown : list->hits;
    return grown != NULL;
}

static inline uint8_t *bytes_at(const struct posting_list *list, uint32_t at) {
    return list->hits + (size_t)at * list->bytes;
}

static inline uint32_t start_at(const struct posting_list *list, uint32_t at) {
    uint32_t number;
    memcpy(&number, bytes_at(list, at), sizeof number);
    return number >> list->shift;
}

static inline uint8_t length_at(const struct posting_list *list, uint32_t at) {
    uint32_t number;
    memcpy(&number, bytes_at(list, at), sizeof number);
    return list->bytes == NARROW ? (uint8_t)number : bytes_at(list, at)[WIDE - 1];
}

/* Longer than a length can say; so are empty ones. */
static bool is_longer(const struct hit *hit) {
    return hit->end - hit->start - 1 >= UINT8_MAX;
}

/* Puts the longer ones of the hits among those there are. */
static bool add_longer(struct posting_list *list, const struct hit *hits, uint32_t count) {
    uint32_t old = list->longer_count, more = 0;
    for (uint32_t i = 0; i < count; i++) {
        more += is_longer(&hits[i]);
    }
    struct hit *grown = list->longer;
    if (more && !(grown = array_grow(grown, &list->longer_capacity, old + more, sizeof *grown))) {
        return false;
    }
    list->longer = grown;
    list->longer_count += more;
    for (uint32_t to = list->longer_count; more > 0;) {
        if (!is_longer(&hits[count - 1])) {
            count--;
        } else if (old > 0 && grown[old - 1].start > hits[count - 1].start) {
            grown[--to] = grown[--old];
        } else {
            grown[--to] = hits[--count];
            more--;
        }
    }
    return true;
}

static inline void put(struct posting_list *list, uint32_t at, const struct hit *hit) {
    uint8_t length = is_longer(hit) ? 0 : (uint8_t)(hit->end - hit->start);
    uint32_t number = list->bytes == NARROW ? hit->start << list->shift | length : hit->start;
    memcpy(bytes_at(list, at), &number, sizeof number);
    if (list->bytes == WIDE) {
        bytes_at(list, at)[WIDE - 1] = length;
    }
}

/* Room for as many more as the rest of the text is likely to have. */
static bool make_room_ahead(struct posting_list *list, uint32_t start, uint32_t length) {
    uint64_t likely = (uint64_t)list->count * (length - start) / (start + (uint64_t)1);
    uint32_t least = list->count / 16 + 8, most = list->count + 8;
    uint32_t more = likely < least ? least : likely < most ? (uint32_t)likely : most;
    if (list->count < FEW || more > UINT32_MAX / 2 - list->count) {
        return make_room(list, 1);
    }
    uint32_t before = list->capacity;
    list->hits = array_fit(list->hits, &list->capacity, list->count + more, list->bytes);
    return list->capacity > before;
}

static bool append(struct posting_list *list, uint32_t start, uint32_t end, uint32_t length) {
    const struct hit hit = {start, end};
    if ((list->count == list->capacity && !make_room_ahead(list, start, length)) ||
        (is_longer(&hit) && !add_longer(list, &hit, 1))) {
        return false;
    }
    put(list, list->count++, &hit);
    return true;
}

/* Mostly there is room for a short hit. */
bool postings_append(struct postings *postings, uint32_t concept, uint32_t start, uint32_t end) {
    struct posting_list *list = &postings->lists[concept];
    uint32_t at = list->count, length = end - start;
    if (at == list->capacity || length - 1 >= UINT8_MAX || list->bytes != NARROW) {
        return append(list, start, end, postings->length);
    }
    uint32_t number = start << 8 | length;
    memcpy(list->hits + (size_t)at * NARROW, &number, sizeof number);
    list->count++;
    return true;
}

bool postings_add(struct postings *postings, uint32_t concept, const struct hit *hits,
                  uint32_t count) {
    struct posting_list *list = &postings->lists[concept];
    uint32_t old = list->count;
    if (!make_room(list, count) || !add_longer(list, hits, count)) {
        return false;
    }
    list->count += count;
    list->cursor = list->least = list->most = 0;
    for (uint32_t to = list->count; count > 0; to--) {
        if (old > 0 && start_at(list, old - 1) > hits[count - 1].start) {
            memcpy(bytes_at(list, to - 1), bytes_at(list, --old), list->bytes);
        } else {
            put(list, to - 1, &hits[--count]);
        }
    }
    return true;
}

void postings_fit(struct postings *postings) {
    for (uint32_t i = 0; i < postings->concept_count; i++) {
        struct posting_list *list = &postings->lists[i];
        list->hits = array_fit(list->hits, &list->capacity, list->count, list->bytes);
    }
}

void postings_forget(struct postings *postings, uint32_t concept) {
    struct posting_list *list = &postings->lists[concept];
    if (list->count > FEW) {
        array_free(list->hits);
        array_free(list->longer);
        list->hits = NULL;
        list->longer = NULL;
        list->capacity = list->longer_count = list->longer_capacity = 0;
    }
}

static struct hit longer_at(const struct posting_list *list, uint32_t start) {
    uint32_t low = 0, high = list->longer_count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (list->longer[middle].start <= start) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return list->longer[low];
}

struct hit posting_at(const struct posting_list *list, uint32_t at) {
    uint32_t start = start_at(list, at), length = length_at(list, at);
    return length ? (struct hit){start, start + length} : longer_at(list, start);
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
        uint32_t start = list.count ? start_at(&list, list.count - 1) : 0;
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
            buckets->next[(start_at(&list, j) >> BUCKET_BITS) + 1]++;
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
            uint32_t bucket = start_at(&list, j) >> BUCKET_BITS;
            selected[buckets.next[bucket]++] = (struct concept_hit){posting_at(&list, j), i};
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
    uint32_t low = 0, high = list->count, at = list->cursor;
    if (offset >= list->least && offset <= list->most) {
        return at;
    }
    if (at < high && start_at(list, at) < offset) {
        low = at + 1;
        for (uint32_t step = 1; step < high - at; step *= 2) {
            if (start_at(list, at + step) >= offset) {
                high = at + step;
                break;
            }
            low = at + step + 1;
        }
    } else {
        high = at;
        for (uint32_t step = 1; step <= at - low; step *= 2) {
            if (start_at(list, at - step) < offset) {
                low = at - step + 1;
                break;
            }
            high = at - step;
        }
    }
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (start_at(list, middle) < offset) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    list->cursor = low;
    list->least = low > 0 ? start_at(list, low - 1) + 1 : 0;
    list->most = low < list->count ? start_at(list, low) : UINT32_MAX;
    return low;
}

const struct hit *postings_from(struct postings *postings, uint32_t concept, uint32_t offset) {
    if (concept == LEXICON_NONE) {
        return NULL;
    }
    struct posting_list *list = &postings->lists[concept];
    uint32_t at = seek(list, offset);
    if (at == list->count) {
        return NULL;
    }
    list->from = posting_at(list, at);
    return &list->from;
}

const struct hit *postings_before(struct postings *postings, uint32_t concept, uint32_t offset) {
    if (concept == LEXICON_NONE) {
        return NULL;
    }
    struct posting_list *list = &postings->lists[concept];
    uint32_t at = seek(list, offset);
    if (at == 0) {
        return NULL;
    }
    list->before = posting_at(list, at - 1);
    return &list->before;
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
