/*
 * Where references stand. In: the references of a draft in reading order, and an offset. Out: the
 * first one from there on; and of a reference its place, of which conditions are asked.
 */
#include "reference.h"

uint32_t references_from(const struct references *references, uint32_t offset) {
    uint32_t low = 0, high = references->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (references->list[middle].start < offset) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

struct place reference_place(const struct proviso_document *document,
                             const struct reference *reference) {
    const struct sentence *sentence = &document->sentences[reference->sentence];
    return (struct place){.start = reference->start,
                          .end = reference->end,
                          .concept = LEXICON_NONE,
                          .provision = reference->provision,
                          .sentence = reference->sentence,
                          .stretch_start = sentence->start,
                          .stretch_end = sentence->end};
}
