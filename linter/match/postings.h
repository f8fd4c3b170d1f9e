/* Hits by concept: is there a hit of a concept in this stretch of text? Any question takes a few
 * steps, whatever the length of the sentence or the depth of the list. */
#ifndef MATCH_POSTINGS_H
#define MATCH_POSTINGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A phrase of a concept, found: bytes of the draft. Hits of one concept do not overlap: the longest
 * is kept, and a hit that an `except` phrase overlaps is dropped unless it holds all of that phrase
 * and more words around it ("law enforcement agency" survives the exception "law enforcement";
 * "court" in "court fees" does not survive "court fees"). */
struct hit {
    uint32_t start, end;
};

/* Hits of one concept in reading order: posting_at puts them together. */
struct posting_list {
    uint8_t *hits;      /* `bytes` each: a start and a length; 0: among the longer ones */
    struct hit *longer; /* those that are longer than a length can say, in reading order */
    uint32_t longer_count, longer_capacity;
    uint32_t count, capacity;
    uint32_t bytes;          /* four in texts of which three can count the bytes, or five */
    uint32_t shift;          /* bits of length below those of start */
    uint32_t cursor;         /* where the last question ended; most are asked close to it */
    uint32_t least, most;    /* offsets that have the same answer */
    struct hit from, before; /* the hits last answered with */
};

struct postings {
    struct posting_list *lists; /* by concept */
    uint32_t concept_count;
    uint32_t length; /* of the text */
};
/* A hit among those of other concepts. */
struct concept_hit {
    struct hit hit;
    uint32_t concept;
};

/* For a text of `length`. False when memory ran out; so all below. */
bool postings_start(struct postings *postings, uint32_t concept_count, uint32_t length);
void postings_free(struct postings *postings);

/* Adds a hit behind those of the concept. */
bool postings_append(struct postings *postings, uint32_t concept, uint32_t start, uint32_t end);
/* Adds hits in reading order among those of the concept. */
bool postings_add(struct postings *postings, uint32_t concept, const struct hit *hits,
                  uint32_t count);

/* Gives back the room that was taken for more hits, of which few will come. */
void postings_fit(struct postings *postings);
/* Lets go of the hits of a concept, if they are many: nobody asks for them any more. */
void postings_forget(struct postings *postings, uint32_t concept);

/* The hits of all concepts that have something in a table by concept (`first`, with one more entry
 * at the end), by start, longest first, then by concept: array_grow memory. NULL when memory ran
 * out. */
struct concept_hit *postings_select(const struct postings *postings, const uint32_t *first,
                                    uint32_t *count);

/* Those of a few concepts, of which some may be LEXICON_NONE. */
struct concept_hit *postings_select_few(const struct postings *postings, const uint32_t *concepts,
                                        size_t concept_count, uint32_t *count);

/* The first hit of the concept that starts at or after the offset, or NULL; so for LEXICON_NONE,
 * also below. An answer is good until the next question of its kind about the concept. */
const struct hit *postings_from(struct postings *postings, uint32_t concept, uint32_t offset);
/* The last hit of the concept that starts before the offset, or NULL. */
const struct hit *postings_before(struct postings *postings, uint32_t concept, uint32_t offset);
/* The first hit of the concept that lies in start..end, or NULL. */
const struct hit *postings_inside(struct postings *postings, uint32_t concept, uint32_t start,
                                  uint32_t end);
/* All hits of the concept. */
const struct posting_list *postings_list(const struct postings *postings, uint32_t concept);
struct hit posting_at(const struct posting_list *list, uint32_t at);

#endif
