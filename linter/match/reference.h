/*
 * Cross-references: the words "paragraphs 1 and 2 of article 21" and the provisions they mean. A
 * list or a range gives one reference for each number or range named, so that each can be resolved,
 * or dangle, on its own.
 */
#ifndef MATCH_REFERENCE_H
#define MATCH_REFERENCE_H

#include "context.h"

enum reference_kind {
    REFERENCE_PROVISIONS, /* first..last of this document */
    REFERENCE_INSTRUMENT, /* "this Act": the whole document */
    REFERENCE_EXTERNAL,   /* another instrument, "article 17 of the Covenant" */
    REFERENCE_DANGLING    /* points to a provision that is not there */
};

struct reference {
    uint32_t start, end;  /* its words, bytes of the text */
    uint32_t whole_end;   /* the same with what holds it: "paragraph 2 of article 18" */
    uint32_t provision;   /* the innermost provision that holds it */
    uint32_t sentence;    /* that it stands in, or DOCUMENT_NONE in a heading */
    uint32_t first, last; /* provisions first..last-1; empty unless they are of this document */
    uint32_t kind;        /* enum reference_kind */
    uint32_t unit;        /* enum proviso_kind that its words name, "article" or "paragraph" */
    uint32_t label;       /* the words: of lexicon->labels, or DOCUMENT_NONE */
    uint32_t near;        /* of one that dangles: the last provision on its way that is there, or
                             DOCUMENT_NONE */
};

struct references {
    struct reference *list; /* in reading order, array_grow memory */
    uint32_t count, capacity;
};

/* Finds every reference from the hits of the concepts `reference-unit` ("article", "subsection"),
 * `instrument` ("Act", "Convention"), `reference-this` ("this Act", "the present article") and
 * the labels that join numbers ("and", "to"). */
bool references_find(struct references *references, const struct proviso_findings *findings,
                     struct proviso_error *error);
void references_free(struct references *references);

/* The first reference that starts at or behind the offset; `count` if none. reference_place.c, also
 * below */
uint32_t references_from(const struct references *references, uint32_t offset);
/* A reference in a sentence, as words that conditions are asked about. */
struct place reference_place(const struct proviso_document *document,
                             const struct reference *reference);
/* Whether a reference stands behind another in its sentence, with at most so many words between:
 * "Articles 6 and 7". */
bool references_adjoin(const struct proviso_document *document, const struct reference *before,
                       const struct reference *reference, uint32_t words);

#endif
