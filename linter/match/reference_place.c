/*
 * Where references stand. In: the references of a draft in reading order, and an offset. Out: the
 * first one from there on; of a reference its place, of which conditions are asked; and whether two
 * stand in one list.
 */
#include "reference.h"
#include "words.h"

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

bool references_adjoin(const struct proviso_document *document, const struct reference *before,
                       const struct reference *reference, uint32_t words) {
    return before->sentence == reference->sentence && before->end <= reference->start &&
           words_count(&document->text, before->end, reference->start, words + 1) <= words;
}
