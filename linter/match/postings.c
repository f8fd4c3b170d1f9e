/*
 * Hits by concept. In: the hits of a draft in reading order, [safeguard] [duty] [discretion]
 * [duty]. Out: for a concept ("duty") the hit next to a place. Questions come in reading order with
 * short steps back (to a chapeau, to the start of an article), so each gallops from where the last
 * one ended.
 */
#include "postings.h"

#include <string.h>

bool postings_make(struct postings *postings, const struct proviso_findings *findings) {
    uint32_t concepts = findings->document->lexicon->concept_count;
    postings_free(postings);
    struct arena *memory = postings->memory = arena_new();
    uint32_t *order = memory ? ARENA_ARRAY(memory, uint32_t, findings->hit_count) : NULL;
    postings->findings = findings;
    postings->lists = order ? ARENA_ARRAY(memory, struct posting_list, (size_t)concepts + 1) : NULL;
    if (!postings->lists) {
        return false;
    }
    for (uint32_t i = 0; i < findings->hit_count; i++) {
        postings->lists[findings->hits[i].concept].cursor++;
    }
    for (uint32_t i = 0; i < concepts; i++) {
        postings->lists[i].order = order;
        order += postings->lists[i].cursor;
        postings->lists[i].cursor = 0;
    }
    for (uint32_t i = 0; i < findings->hit_count; i++) {
        struct posting_list *list = &postings->lists[findings->hits[i].concept];
        list->order[list->count++] = i;
    }
    return true;
}

void postings_free(struct postings *postings) {
    arena_free(postings->memory);
    postings->memory = NULL;
}

bool postings_add(struct postings *postings, uint32_t concept, uint32_t first, uint32_t end) {
    struct posting_list *list = &postings->lists[concept];
    const struct hit *hits = postings->findings->hits;
    uint32_t *order = ARENA_ARRAY(postings->memory, uint32_t, (size_t)list->count + (end - first));
    if (!order) {
        return false;
    }
    uint32_t count = 0;
    for (uint32_t i = 0; i < list->count || first < end;) {
        bool old =
            first == end || (i < list->count && hits[list->order[i]].start <= hits[first].start);
        order[count++] = old ? list->order[i++] : first++;
    }
    *list = (struct posting_list){.order = order, .count = count};
    return true;
}

/* Sets a bit for each hit of the concepts that have something in the table; returns how many. */
static uint32_t mark_hits(const struct postings *postings, const uint32_t *first, uint64_t *bits) {
    uint32_t concepts = postings->findings->document->lexicon->concept_count, count = 0;
    for (uint32_t i = 0; i < concepts; i++) {
        const struct posting_list *list = &postings->lists[i];
        if (first[i] == first[i + 1]) {
            continue;
        }
        for (uint32_t j = 0; j < list->count; j++) {
            bits[list->order[j] / 64] |= UINT64_C(1) << list->order[j] % 64;
        }
        count += list->count;
    }
    return count;
}

uint32_t *postings_select(const struct postings *postings, const uint32_t *first, uint32_t *count) {
    uint32_t words = postings->findings->hit_count / 64 + 1, capacity = 0;
    uint64_t *bits = array_grow(NULL, &capacity, words, sizeof *bits);
    *count = 0;
    if (!bits) {
        return NULL;
    }
    memset(bits, 0, words * sizeof *bits);
    uint32_t marked = mark_hits(postings, first, bits);
    capacity = 0;
    uint32_t *selected = array_grow(NULL, &capacity, marked + 1, sizeof *selected);
    for (uint32_t word = 0; selected && word < words; word++) {
        for (uint64_t rest = bits[word]; rest; rest &= rest - 1) {
            selected[(*count)++] = word * 64 + (uint32_t)__builtin_ctzll(rest);
        }
    }
    array_free(bits);
    return selected;
}

/* The place in the list of the first hit that starts at or after the offset. */
static uint32_t seek(const struct postings *postings, struct posting_list *list, uint32_t offset) {
    const struct hit *hits = postings->findings->hits;
    const uint32_t *order = list->order;
    uint32_t low = 0, high = list->count, at = list->cursor;
    if (offset >= list->least && offset <= list->most) {
        return at;
    }
    if (at < high && hits[order[at]].start < offset) {
        low = at + 1;
        for (uint32_t step = 1; step < high - at; step *= 2) {
            if (hits[order[at + step]].start >= offset) {
                high = at + step;
                break;
            }
            low = at + step + 1;
        }
    } else {
        high = at;
        for (uint32_t step = 1; step <= at - low; step *= 2) {
            if (hits[order[at - step]].start < offset) {
                low = at - step + 1;
                break;
            }
            high = at - step;
        }
    }
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (hits[order[middle]].start < offset) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    list->cursor = low;
    list->least = low > 0 ? hits[order[low - 1]].start + 1 : 0;
    list->most = low < list->count ? hits[order[low]].start : UINT32_MAX;
    return low;
}

const struct hit *postings_from(struct postings *postings, uint32_t concept, uint32_t offset) {
    if (concept == LEXICON_NONE) {
        return NULL;
    }
    struct posting_list *list = &postings->lists[concept];
    uint32_t at = seek(postings, list, offset);
    return at < list->count ? &postings->findings->hits[list->order[at]] : NULL;
}

const struct hit *postings_before(struct postings *postings, uint32_t concept, uint32_t offset) {
    if (concept == LEXICON_NONE) {
        return NULL;
    }
    struct posting_list *list = &postings->lists[concept];
    uint32_t at = seek(postings, list, offset);
    return at > 0 ? &postings->findings->hits[list->order[at - 1]] : NULL;
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
