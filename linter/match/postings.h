/* Hits by concept: is there a hit of a concept in this stretch of text? Any question takes a few
 * steps, whatever the length of the sentence or the depth of the list. */
#ifndef MATCH_POSTINGS_H
#define MATCH_POSTINGS_H

#include "match.h"

/* Hits of one concept, by index, in reading order; they do not overlap. */
struct posting_list {
    uint32_t *order;
    uint32_t count;
    uint32_t cursor;      /* where the last question ended; most are asked close to it */
    uint32_t least, most; /* offsets that have the same answer */
};

struct postings {
    const struct proviso_findings *findings;
    struct posting_list *lists; /* by concept */
    struct arena *memory;       /* of both */
};

/* Of all hits that there are now, in place of those listed before. */
bool postings_make(struct postings *postings, const struct proviso_findings *findings);

void postings_free(struct postings *postings);

/* Adds hits `first`..`end`-1 of the findings, in reading order, to those of the concept. */
bool postings_add(struct postings *postings, uint32_t concept, uint32_t first, uint32_t end);

/* The hits of all concepts that have something in a table by concept (`first`, with one more entry
 * at the end), by index, in reading order: array_grow memory. NULL when memory ran out. */
uint32_t *postings_select(const struct postings *postings, const uint32_t *first, uint32_t *count);

/* The first hit of the concept that starts at or after the offset, or NULL; so for LEXICON_NONE,
 * also below. */
const struct hit *postings_from(struct postings *postings, uint32_t concept, uint32_t offset);
/* The last hit of the concept that starts before the offset, or NULL. */
const struct hit *postings_before(struct postings *postings, uint32_t concept, uint32_t offset);
/* The first hit of the concept that lies in start..end, or NULL. */
const struct hit *postings_inside(struct postings *postings, uint32_t concept, uint32_t start,
                                  uint32_t end);
/* All hits of the concept. */
const struct posting_list *postings_list(const struct postings *postings, uint32_t concept);

#endif
