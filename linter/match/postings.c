/*
 * Hits by concept. In: the hits of a draft in reading order, [safeguard] [duty] [discretion]
 * [duty]. Out: for a concept ("duty") the hit next to a place. Questions come in reading order with
 * short steps back (to a chapeau, to the start of an article), so each gallops from where the last
 * one ended.
 */
#include "postings.h"

bool postings_make(struct postings *postings, const struct proviso_findings *findings) {
    uint32_t concepts = findings->document->lexicon->concept_count;
    postings->hits = findings->hits;
    postings->first = ARENA_ARRAY(findings->arena, uint32_t, (size_t)concepts + 2);
    postings->cursor = ARENA_ARRAY(findings->arena, uint32_t, (size_t)concepts + 1);
    postings->order = ARENA_ARRAY(findings->arena, uint32_t, findings->hit_count);
    if (!postings->first || !postings->cursor || !postings->order) {
        return false;
    }
    uint32_t *first = postings->first;
    for (uint32_t i = 0; i < findings->hit_count; i++) {
        first[findings->hits[i].concept + 1]++;
    }
    for (uint32_t i = 0; i < concepts; i++) {
        first[i + 1] += first[i];
        postings->cursor[i] = first[i];
    }
    for (uint32_t i = 0; i < findings->hit_count; i++) {
        postings->order[postings->cursor[findings->hits[i].concept]++] = i;
    }
    for (uint32_t i = 0; i < concepts; i++) {
        postings->cursor[i] = first[i];
    }
    return true;
}

/* The entry of the first hit of the concept that starts at or after the offset. */
static uint32_t seek(struct postings *postings, uint32_t concept, uint32_t offset) {
    const uint32_t *order = postings->order;
    uint32_t low = postings->first[concept], high = postings->first[concept + 1];
    uint32_t at = postings->cursor[concept];
    if (at < high && postings->hits[order[at]].start < offset) {
        low = at + 1;
        for (uint32_t step = 1; step < high - at; step *= 2) {
            if (postings->hits[order[at + step]].start >= offset) {
                high = at + step;
                break;
            }
            low = at + step + 1;
        }
    } else {
        high = at;
        for (uint32_t step = 1; step <= at - low; step *= 2) {
            if (postings->hits[order[at - step]].start < offset) {
                low = at - step + 1;
                break;
            }
            high = at - step;
        }
    }
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (postings->hits[order[middle]].start < offset) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    postings->cursor[concept] = low;
    return low;
}

const struct hit *postings_from(struct postings *postings, uint32_t concept, uint32_t offset) {
    uint32_t at = seek(postings, concept, offset);
    return at < postings->first[concept + 1] ? &postings->hits[postings->order[at]] : NULL;
}

const struct hit *postings_before(struct postings *postings, uint32_t concept, uint32_t offset) {
    uint32_t at = seek(postings, concept, offset);
    return at > postings->first[concept] ? &postings->hits[postings->order[at - 1]] : NULL;
}

const struct hit *postings_inside(struct postings *postings, uint32_t concept, uint32_t start,
                                  uint32_t end) {
    const struct hit *hit = postings_from(postings, concept, start);
    return hit && hit->end <= end ? hit : NULL;
}
