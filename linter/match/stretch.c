/*
 * Which sentence words stand in. In: the stretches of a draft and an offset. Out: the stretch that
 * holds it. Questions come close to the one before, so most are answered where that one was.
 */
#include "match.h"

uint32_t stretches_before(const struct proviso_findings *findings, uint32_t *cursor,
                          uint32_t offset) {
    const struct stretch *stretches = findings->stretches;
    uint32_t low = 0, high = findings->stretch_count, at = *cursor;
    if (at < high && stretches[at].start < offset) {
        if (at + 1 == high || stretches[at + 1].start >= offset) {
            return at + 1;
        }
        low = at + 2;
    }
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (stretches[middle].start < offset) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    *cursor = low ? low - 1 : 0;
    return low;
}

uint32_t match_sentence(const struct proviso_findings *findings, uint32_t *cursor,
                        const struct hit *hit) {
    uint32_t before = stretches_before(findings, cursor, hit->start + 1);
    return before ? findings->stretches[before - 1].sentence : DOCUMENT_NONE;
}
