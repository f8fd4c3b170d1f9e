/*
 * Words found when asked for. In: is there a hit of `binds` in the sentence "Such safeguards shall,
 * as appropriate, include judicial review"? Out: [shall]; the sentence is read once for all words
 * of the second matcher, and what was found is kept for the next question about it. Questions come
 * close to one another, and long passages are mostly asked about again and again, so that both are
 * remembered.
 */
#include "asked.h"

#include <string.h>

enum {
    LONG_PASSAGE = 4, /* stretches; answers about more are remembered */
    SHORT_SLICE = 24  /* hits that are looked through one by one; more are sorted by concept */
};

bool asked_start(struct asked *asked, const struct proviso_findings *findings) {
    const struct proviso_document *document = findings->document;
    struct arena *arena = findings->arena;
    uint32_t capacity = 0;
    asked->findings = findings;
    asked->overlaps.concepts =
        ARENA_ARRAY(arena, struct overlap, (size_t)document->lexicon->concept_count + 1);
    asked->last = ARENA_ARRAY(arena, struct answer, ASKED_SETS * ASKED_WAYS);
    asked->first = ARENA_ARRAY(arena, struct answer, ASKED_SETS * ASKED_WAYS);
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

/* One pass of a sort by concept that keeps the order by start: by BITS bits from `shift` on. */
static void sort_pass(const struct found *from, struct found *to, uint32_t count, uint32_t shift) {
    enum { BITS = 6, BUCKETS = 1 << BITS };
    uint32_t first[BUCKETS + 1] = {0};
    for (uint32_t i = 0; i < count; i++) {
        first[(from[i].concept >> shift & (BUCKETS - 1)) + 1]++;
    }
    for (uint32_t i = 1; i < BUCKETS; i++) {
        first[i] += first[i - 1];
    }
    for (uint32_t i = 0; i < count; i++) {
        to[first[from[i].concept >> shift & (BUCKETS - 1)]++] = from[i];
    }
}

/* By concept, those of one concept by start, as they come. False when memory ran out. */
static bool sort_found(struct scan *scan) {
    uint32_t count = scan->found_count, concepts = scan->document->lexicon->concept_count;
    if (!scan_make_room(scan, count)) {
        return false;
    }
    struct found *found = scan->found, *spare = found + count;
    for (uint32_t shift = 0; shift < 32 && concepts >> shift; shift += 12) {
        sort_pass(found, spare, count, shift);
        sort_pass(spare, found, count, shift + 6);
    }
    return true;
}

static bool keep_found(struct asked *asked, struct slice *slice) {
    const struct scan *scan = &asked->scan;
    struct asked_hit *grown = array_grow(asked->hits, &asked->hit_capacity,
                                         asked->hit_count + scan->found_count, sizeof *grown);
    if (!grown) {
        return false;
    }
    asked->hits = grown;
    if (asked->scan.found_count > SHORT_SLICE && !sort_found(&asked->scan)) {
        return false;
    }
    *slice = (struct slice){asked->hit_count, scan->found_count & 0x7FFFFFFFu, 1};
    for (uint32_t i = 0; i < scan->found_count; i++) {
        const struct found *found = &scan->found[i];
        uint32_t length = found->end - found->start;
        length = length < UINT16_MAX ? length : UINT16_MAX;
        asked->hits[asked->hit_count++] =
            (struct asked_hit){found->start, (uint16_t)length, (uint16_t)found->concept};
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

/* How many hits of a long slice stand before those of the concept that start at `offset` or later.
 */
static uint32_t count_below(const struct asked_hit *hits, uint32_t count, uint32_t concept,
                            uint32_t offset) {
    uint32_t low = 0, high = count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        bool below = hits[middle].concept < concept ||
                     (hits[middle].concept == concept && hits[middle].start < offset);
        low = below ? middle + 1 : low;
        high = below ? high : middle;
    }
    return low;
}

/* The last hit of the concept that starts before `end`, counted from 1 in the slice; 0 if none. */
static uint32_t last_before(const struct asked *asked, const struct slice *slice, uint32_t concept,
                            uint32_t end) {
    const struct asked_hit *hits = slice->count ? &asked->hits[slice->first] : NULL;
    uint32_t at = slice->count;
    if (at > SHORT_SLICE) {
        at = count_below(hits, at, concept, end);
        return at > 0 && hits[at - 1].concept == concept ? at : 0;
    }
    while (at > 0 && (hits[at - 1].concept != concept || hits[at - 1].start >= end)) {
        at--;
    }
    return at;
}

/* The first one that starts at or after `start`, counted from 0; slice->count if none. */
static uint32_t first_from(const struct asked *asked, const struct slice *slice, uint32_t concept,
                           uint32_t start) {
    const struct asked_hit *hits = slice->count ? &asked->hits[slice->first] : NULL;
    uint32_t at = 0;
    if (slice->count > SHORT_SLICE) {
        at = count_below(hits, slice->count, concept, start);
        return at < slice->count && hits[at].concept == concept ? at : slice->count;
    }
    while (at < slice->count && (hits[at].concept != concept || hits[at].start < start)) {
        at++;
    }
    return at;
}

static bool is_answer(const struct answer *answer, uint32_t concept, uint32_t start, uint32_t end) {
    return answer->end == end && answer->start == start && answer->concept == concept && end > 0;
}

/* The place of an answer: that of the same question, or of one that gives way to it. */
static struct answer *answer_to(struct asked *asked, struct answer *memo, uint32_t concept,
                                uint32_t start, uint32_t end) {
    uint32_t hash = (concept * 0x9E3779B1u) ^ (start * 0x85EBCA77u) ^ (end * 0xC2B2AE3Du);
    struct answer *set = &memo[(hash ^ hash >> 15) % ASKED_SETS * ASKED_WAYS];
    for (uint32_t i = 0; i < ASKED_WAYS; i++) {
        if (is_answer(&set[i], concept, start, end)) {
            return &set[i];
        }
    }
    return &set[asked->turn++ % ASKED_WAYS];
}

static uint32_t find_before(struct asked *asked, uint32_t concept, uint32_t start, uint32_t at,
                            uint32_t end) {
    const struct stretch *stretches = asked->findings->stretches;
    while (at-- > 0 && stretches[at].end > start) {
        const struct slice *slice = slice_of(asked, at);
        uint32_t found = last_before(asked, slice, concept, end);
        if (found > 0) {
            return slice->first + found - 1;
        }
    }
    return DOCUMENT_NONE;
}

static uint32_t find_from(struct asked *asked, uint32_t concept, uint32_t start, uint32_t at,
                          uint32_t end) {
    for (; at < asked->findings->stretch_count && asked->findings->stretches[at].start < end;
         at++) {
        const struct slice *slice = slice_of(asked, at);
        uint32_t found = first_from(asked, slice, concept, start);
        if (found < slice->count) {
            uint32_t hit = slice->first + found;
            return asked->hits[hit].start < end ? hit : DOCUMENT_NONE;
        }
    }
    return DOCUMENT_NONE;
}

static const struct hit *answer_with(struct asked *asked, uint32_t hit) {
    if (hit == DOCUMENT_NONE || asked->failed) {
        return NULL;
    }
    const struct asked_hit *found = &asked->hits[hit];
    asked->answered = (struct hit){found->start, found->start + found->length};
    return &asked->answered;
}

const struct hit *asked_before(struct asked *asked, uint32_t concept, uint32_t start,
                               uint32_t end) {
    uint32_t at = stretches_before(asked->findings, &asked->cursor, end);
    bool remember = at > LONG_PASSAGE && asked->findings->stretches[at - LONG_PASSAGE].end > start;
    if (!remember) {
        return answer_with(asked, find_before(asked, concept, start, at, end));
    }
    struct answer *answer = answer_to(asked, asked->last, concept, start, end);
    if (!is_answer(answer, concept, start, end)) {
        uint32_t hit = find_before(asked, concept, start, at, end);
        *answer = (struct answer){concept, start, end, hit};
    }
    return answer_with(asked, answer->hit);
}

const struct hit *asked_from(struct asked *asked, uint32_t concept, uint32_t start, uint32_t end) {
    uint32_t count = asked->findings->stretch_count;
    uint32_t at = stretches_before(asked->findings, &asked->cursor, start);
    at -= at > 0 && asked->findings->stretches[at - 1].end > start;
    bool remember =
        at + LONG_PASSAGE < count && asked->findings->stretches[at + LONG_PASSAGE].start < end;
    if (!remember) {
        return answer_with(asked, find_from(asked, concept, start, at, end));
    }
    struct answer *answer = answer_to(asked, asked->first, concept, start, end);
    if (!is_answer(answer, concept, start, end)) {
        uint32_t hit = find_from(asked, concept, start, at, end);
        *answer = (struct answer){concept, start, end, hit};
    }
    return answer_with(asked, answer->hit);
}
