/* Units of cross-references ("article", "paragraphs") and the provisions that they mean. */
#ifndef MATCH_REFERENCE_UNIT_H
#define MATCH_REFERENCE_UNIT_H

#include "reference_read.h"

struct unit {
    char word[UNIT_WORD];
    uint32_t length;
    uint32_t label;               /* of lexicon->labels, or DOCUMENT_NONE */
    uint32_t whole_end;           /* where the words end, with those of what holds it */
    uint32_t kind;                /* enum proviso_kind that its label names */
    uint32_t container;           /* provision in which paragraphs and points are looked for */
    bool within;                  /* the words name the container: "of article 5" */
    bool lost;                    /* they name one that is not there */
    const struct unit *before;    /* "articles 2, 6 paragraph 1, 7": what 7 is, or NULL */
    uint32_t provision, sentence; /* where the reference stands */
    uint32_t around;              /* there, or the chapter named before it: "Chapter 2, 7 §" */
};

/* The provision cited, or DOCUMENT_NONE; then *near is how far its numbers lead. */
uint32_t unit_resolve(const struct provision_index *index, const struct unit *unit,
                      const struct cited *cited, uint32_t *near);

/* A section is looked for in the chapter named in front of `start`, "2 kap. 7 §". Returns where the
 * words of both begin. */
uint32_t unit_settle_part(const struct provision_index *index,
                          const struct reference_reader *reader, uint32_t limit, uint32_t start,
                          struct unit *unit);

/* "this article", "this chapter": the provision around the unit that has such a label, or
 * DOCUMENT_NONE. */
uint32_t unit_resolve_this(const struct proviso_document *document, const struct unit *unit);

/* The provision of the same kind directly before or behind in the part that holds it, or
 * DOCUMENT_NONE. */
uint32_t unit_neighbour(const struct proviso_document *document, uint32_t at, bool before);

#endif
