/* Hits by concept: is there a hit of a concept in this stretch of text? Any question takes a few
 * steps, whatever the length of the sentence or the depth of the list. */
#ifndef MATCH_POSTINGS_H
#define MATCH_POSTINGS_H

#include "match.h"

struct postings {
    const struct hit *hits;
    uint32_t *first; /* by concept: its first entry in `order`; one more at the end */
    uint32_t
        *order; /* hits by concept, then in reading order; those of one concept do not overlap */
    uint32_t *cursor; /* by concept: where the last question ended; most are asked close to it */
};

bool postings_make(struct postings *postings, const struct proviso_findings *findings);

/* The first hit of the concept that starts at or after the offset, or NULL. */
const struct hit *postings_from(struct postings *postings, uint32_t concept, uint32_t offset);
/* The last hit of the concept that starts before the offset, or NULL. */
const struct hit *postings_before(struct postings *postings, uint32_t concept, uint32_t offset);
/* The first hit of the concept that lies in start..end, or NULL. */
const struct hit *postings_inside(struct postings *postings, uint32_t concept, uint32_t start,
                                  uint32_t end);

#endif
