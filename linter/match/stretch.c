/*
 * Which sentence words stand in. In: the stretches of a draft and an offset. Out: the stretch that
 * holds it. Questions come close to the one before, so most are answered where that one was.
 */
#include "match.h"

/* Narrows the search to what lies between two steps from `at`, each as long as all before. */
static void gallop(const struct stretch *stretches, uint32_t at, uint32_t offset, uint32_t *low,
                   uint32_t *high) {
    if (at < *high && stretches[at].start < offset) {
        *low = at + 1;
        for (uint32_t step = 1; step < *high - at; step *= 2) {
            if (stretches[at + step].start >= offset) {
                *high = at + step;
                break;
            }
            *low = at + step + 1;
        }
        return;
    }
    *high = at;
    for (uint32_t step = 1; step <= at; step *= 2) {
        if (stretches[at - step].start < offset) {
            *low = at - step + 1;
            break;
        }
        *high = at - step;
    }
}

uint32_t stretches_before(const struct proviso_findings *findings, uint32_t *cursor,
                          uint32_t offset) {
    const struct stretch *stretches = findings->stretches;
    uint32_t low = 0, high = findings->stretch_count;
    gallop(stretches, *cursor < high ? *cursor : high, offset, &low, &high);
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
