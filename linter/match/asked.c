/*
 * Words found when asked for. In: is there a hit of `binds` in the sentence "Such safeguards shall,
 * as appropriate, include judicial review"? Out: [shall]; the sentence is read once for all words
 * of the second matcher, and what was found is kept for the next question about it. Questions come
 * close to one another, and long passages are mostly asked about again and again, so that both are
 * remembered.
 */
#include "asked.h"

#include <stdlib.h>
#include <string.h>

enum { LONG_PASSAGE = 4 }; /* stretches; answers about more are remembered */

bool asked_start(struct asked *asked, const struct proviso_findings *findings) {
    const struct proviso_document *document = findings->document;
    struct arena *arena = findings->arena;
    uint32_t capacity = 0;
    asked->findings = findings;
    asked->overlaps.concepts =
        ARENA_ARRAY(arena, struct overlap, (size_t)document->lexicon->concept_count + 1);
    asked->last = ARENA_ARRAY(arena, struct answer, ASKED_MEMO);
    asked->first = ARENA_ARRAY(arena, struct answer, ASKED_MEMO);
    asked->slices = array_grow(NULL, &capacity, findings->stretch_count + 1, sizeof *asked->slices);
    if (asked->slices) {
        memset(asked->slices, 0, (findings->stretch_count + 1) * sizeof *asked->slices);
    }
    return asked->overlaps.concepts && asked->last && asked->first && asked->slices &&
           scan_start(&asked->scan, document, MATCHER_ASKED, arena);
}

void asked_end(struct asked *asked) {
    scan_end(&asked->scan);
    array_free(asked->overlaps.exceptions);
    array_free(asked->slices);
    array_free(asked->hits);
}

static int compare_found(const void *left, const void *right) {
    const struct found *a = left, *b = right;
    return a->concept != b->concept ? (a->concept > b->concept) - (a->concept < b->concept)
                                    : (a->start > b->start) - (a->start < b->start);
}

/* Found phrases come by start; most sentences have few. */
static void sort_found(struct found *found, uint32_t count) {
    if (count > 32) {
        qsort(found, count, sizeof *found, compare_found);
        return;
    }
    for (uint32_t i = 1; i < count; i++) {
        struct found moving = found[i];
        uint32_t to = i;
        for (; to > 0 && compare_found(&found[to - 1], &moving) > 0; to--) {
            found[to] = found[to - 1];
        }
        found[to] = moving;
    }
}

static bool keep_found(struct asked *asked, struct slice *slice) {
    const struct scan *scan = &asked->scan;
    if (asked->hit_count + scan->found_count > asked->hit_capacity) {
        struct hit *grown = array_grow(asked->hits, &asked->hit_capacity,
                                       asked->hit_count + scan->found_count, sizeof *grown);
        if (!grown) {
            return false;
        }
        asked->hits = grown;
    }
    sort_found(scan->found, scan->found_count);
    *slice = (struct slice){asked->hit_count, scan->found_count & 0x7FFFFFFFu, 1};
    for (uint32_t i = 0; i < scan->found_count; i++) {
        const struct found *found = &scan->found[i];
        asked->hits[asked->hit_count++] = (struct hit){found->start, found->end, found->concept};
    }
    return true;
}

/* The hits of a stretch, which is read if it has not been. */
static const struct slice *slice_of(struct asked *asked, uint32_t at) {
    struct slice *slice = &asked->slices[at];
    if (!slice->known && !asked->failed) {
        const struct stretch *stretch = &asked->findings->stretches[at];
        asked->failed = !scan_read(&asked->scan, stretch->start, stretch->end);
        if (!asked->failed) {
            scan_stretch(&asked->scan, stretch->start, stretch->end);
            asked->failed = asked->scan.failed ||
                            !overlaps_settle(&asked->overlaps, &asked->scan) ||
                            !keep_found(asked, slice);
        }
    }
    return slice;
}

/* How many hits of the slice stand before those of the concept that start at `offset` or later. */
static uint32_t count_below(const struct asked *asked, const struct slice *slice, uint32_t concept,
                            uint32_t offset) {
    const struct hit *hits = asked->hits + slice->first;
    uint32_t low = 0, high = slice->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        bool below = hits[middle].concept < concept ||
                     (hits[middle].concept == concept && hits[middle].start < offset);
        low = below ? middle + 1 : low;
        high = below ? high : middle;
    }
    return low;
}

static struct answer *answer_to(struct answer *memo, uint32_t concept, uint32_t start,
                                uint32_t end) {
    uint32_t hash = (concept * 0x9E3779B1u) ^ (start * 0x85EBCA77u) ^ (end * 0xC2B2AE3Du);
    return &memo[(hash ^ hash >> 15) % ASKED_MEMO];
}

static bool is_answer(const struct answer *answer, uint32_t concept, uint32_t start, uint32_t end) {
    return answer->end == end && answer->start == start && answer->concept == concept && end > 0;
}

static uint32_t find_before(struct asked *asked, uint32_t concept, uint32_t start, uint32_t at,
                            uint32_t end) {
    const struct stretch *stretches = asked->findings->stretches;
    while (at-- > 0 && stretches[at].end > start) {
        const struct slice *slice = slice_of(asked, at);
        uint32_t count = count_below(asked, slice, concept, end);
        if (count > 0 && asked->hits[slice->first + count - 1].concept == concept) {
            return slice->first + count - 1;
        }
    }
    return DOCUMENT_NONE;
}

static uint32_t find_from(struct asked *asked, uint32_t concept, uint32_t start, uint32_t at,
                          uint32_t end) {
    for (; at < asked->findings->stretch_count && asked->findings->stretches[at].start < end;
         at++) {
        const struct slice *slice = slice_of(asked, at);
        uint32_t count = count_below(asked, slice, concept, start);
        const struct hit *hit = &asked->hits[slice->first + count];
        if (count < slice->count && hit->concept == concept) {
            return hit->start < end ? slice->first + count : DOCUMENT_NONE;
        }
    }
    return DOCUMENT_NONE;
}

static const struct hit *hit_at(const struct asked *asked, uint32_t hit) {
    return hit == DOCUMENT_NONE || asked->failed ? NULL : &asked->hits[hit];
}

const struct hit *asked_before(struct asked *asked, uint32_t concept, uint32_t start,
                               uint32_t end) {
    uint32_t at = stretches_before(asked->findings, &asked->cursor, end);
    bool remember = at > LONG_PASSAGE && asked->findings->stretches[at - LONG_PASSAGE].end > start;
    if (!remember) {
        return hit_at(asked, find_before(asked, concept, start, at, end));
    }
    struct answer *answer = answer_to(asked->last, concept, start, end);
    if (!is_answer(answer, concept, start, end)) {
        uint32_t hit = find_before(asked, concept, start, at, end);
        *answer = (struct answer){concept, start, end, hit};
    }
    return hit_at(asked, answer->hit);
}

const struct hit *asked_from(struct asked *asked, uint32_t concept, uint32_t start, uint32_t end) {
    uint32_t count = asked->findings->stretch_count;
    uint32_t at = stretches_before(asked->findings, &asked->cursor, start);
    at -= at > 0 && asked->findings->stretches[at - 1].end > start;
    bool remember =
        at + LONG_PASSAGE < count && asked->findings->stretches[at + LONG_PASSAGE].start < end;
    if (!remember) {
        return hit_at(asked, find_from(asked, concept, start, at, end));
    }
    struct answer *answer = answer_to(asked->first, concept, start, end);
    if (!is_answer(answer, concept, start, end)) {
        uint32_t hit = find_from(asked, concept, start, at, end);
        *answer = (struct answer){concept, start, end, hit};
    }
    return hit_at(asked, answer->hit);
}
