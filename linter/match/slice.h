/* The hits of single stretches of text, most of them in four bytes each: they are many, and each is
 * near the start of its sentence. They lie in blocks, which fit where other memory was let go of.
 */
#ifndef MATCH_SLICE_H
#define MATCH_SLICE_H

#include "scan.h"

/* Hits of a stretch by start or, if they are many, by concept and start; `known` once it has been
 * read. All are narrow, in one block, unless they are too many for that or one of them is too long
 * or too far from the start of the stretch. */
struct slice {
    uint32_t first, count : 30, wide : 1, known : 1;
};
/* A hit; longer ones than a length can say are cut. A lexicon with more concepts than fit is
 * refused when it is made. */
struct wide_hit {
    uint32_t start;
    uint16_t length, concept;
};

struct slices {
    const struct stretch *stretches;
    uint32_t stretch_count;
    struct slice *list; /* by stretch */
    uint32_t **blocks;  /* of narrow hits; from the highest bit: concept, start, length */
    uint32_t block_count, block_capacity;
    uint32_t narrow_end; /* place of the next one */
    struct wide_hit *wide;
    uint32_t wide_count, wide_capacity;
    uint32_t start_bits; /* of a narrow hit */
};

bool slices_start(struct slices *slices, const struct proviso_findings *findings);
void slices_end(struct slices *slices);

/* Keeps what was found in the stretch. False when memory ran out. */
bool slices_keep(struct slices *slices, uint32_t stretch, struct scan *scan);

/* Lets go of narrow hits that are not asked for beyond `until` (lexicon.h). False when memory ran
 * out. */
bool slices_forget(struct slices *slices, const struct proviso_lexicon *lexicon, uint32_t until);

/* The last hit of the concept that starts before `end`, and the first one that starts at or after
 * `start`. False if there is none in the stretch. */
bool slices_before(const struct slices *slices, uint32_t stretch, uint32_t concept, uint32_t end,
                   struct hit *hit);
bool slices_from(const struct slices *slices, uint32_t stretch, uint32_t concept, uint32_t start,
                 struct hit *hit);

#endif
