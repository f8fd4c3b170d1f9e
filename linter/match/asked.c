/*
 * Words found when asked for. In: is there a hit of `binds` in the sentence "Such safeguards shall,
 * as appropriate, include judicial review"? Out: [shall]; the sentence is read once for all words
 * of the second matcher, and what was found is kept for the next question about it. Questions come
 * close to one another, and long passages are mostly asked about again and again, so that both are
 * remembered.
 */
#include "asked.h"

enum { LONG_PASSAGE = 4 }; /* stretches; answers about more are remembered */

bool asked_start(struct asked *asked, const struct proviso_findings *findings) {
    const struct proviso_document *document = findings->document;
    struct arena *arena = findings->arena;
    asked->findings = findings;
    asked->overlaps.concepts =
        ARENA_ARRAY(arena, struct overlap, (size_t)document->lexicon->concept_count + 1);
    asked->last = ARENA_ARRAY(arena, struct answer, ASKED_SETS * ASKED_WAYS);
    asked->first = ARENA_ARRAY(arena, struct answer, ASKED_SETS * ASKED_WAYS);
    return asked->overlaps.concepts && asked->last && asked->first &&
           slices_start(&asked->slices, findings) &&
           scan_start(&asked->scan, document, MATCHER_ASKED, arena);
}

void asked_end(struct asked *asked) {
    scan_end(&asked->scan);
    array_free(asked->overlaps.exceptions);
    slices_end(&asked->slices);
}

/* Reads a stretch, if it has not been. */
static void read_stretch(struct asked *asked, uint32_t at) {
    if (!asked->slices.list[at].known && !asked->failed) {
        const struct stretch *stretch = &asked->findings->stretches[at];
        asked->failed = !scan_read(&asked->scan, stretch->start, stretch->end);
        if (!asked->failed) {
            scan_stretch(&asked->scan, stretch->start, stretch->end);
            asked->failed = asked->scan.failed ||
                            !overlaps_settle(&asked->overlaps, &asked->scan) ||
                            !slices_keep(&asked->slices, at, &asked->scan);
        }
    }
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

/* Each returns {0, 0} where there is none. */
static struct hit find_before(struct asked *asked, uint32_t concept, uint32_t start, uint32_t at,
                              uint32_t end) {
    const struct stretch *stretches = asked->findings->stretches;
    struct hit hit = {0, 0};
    while (at-- > 0 && stretches[at].end > start) {
        read_stretch(asked, at);
        if (slices_before(&asked->slices, at, concept, end, &hit)) {
            return hit;
        }
    }
    return hit;
}

static struct hit find_from(struct asked *asked, uint32_t concept, uint32_t start, uint32_t at,
                            uint32_t end) {
    const struct hit none = {0, 0};
    struct hit hit;
    for (; at < asked->findings->stretch_count && asked->findings->stretches[at].start < end;
         at++) {
        read_stretch(asked, at);
        if (slices_from(&asked->slices, at, concept, start, &hit)) {
            return hit.start < end ? hit : none;
        }
    }
    return none;
}

static const struct hit *answer_with(struct asked *asked, struct hit hit) {
    asked->answered = hit;
    return hit.end > 0 && !asked->failed ? &asked->answered : NULL;
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
        struct hit hit = find_before(asked, concept, start, at, end);
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
        struct hit hit = find_from(asked, concept, start, at, end);
        *answer = (struct answer){concept, start, end, hit};
    }
    return answer_with(asked, answer->hit);
}
