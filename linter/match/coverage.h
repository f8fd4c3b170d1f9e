/*
 * Powers against safeguards: for each power, offence and cooperation article of a draft, the state
 * of every safeguard and the provision that it rests on.
 */
#ifndef MATCH_COVERAGE_H
#define MATCH_COVERAGE_H

#include "match.h"

struct reach;
struct evidences;

/* The state of one safeguard for one subject; what it rests on, or DOCUMENT_NONE. */
struct cell {
    uint32_t state; /* enum safeguard_state */
    uint32_t provision;
    uint32_t start;
    uint32_t other; /* 0: of this document; else of findings->others[other - 1] */
};

/* The offences that a power or a chapter applies to. */
enum offence_class {
    OFFENCES_UNSAID = 0,
    OFFENCES_DEFINED = 1,   /* those of this instrument */
    OFFENCES_REFERENCE = 2, /* those of other instruments, or of a class such as serious crime */
    OFFENCES_ANY = 4        /* any offence */
};

/* An article, or the document, of which safeguards are asked. */
struct subject {
    uint32_t provision;
    uint64_t must, recommended; /* bit set of safeguards asked of it */
    uint32_t offences;          /* bit set of enum offence_class, from the article or its chapter */
    uint32_t clause;            /* the article that governs it, the main one; or DOCUMENT_NONE */
    struct cell *cells;         /* by safeguard */
};

struct coverage {
    struct subject *subjects; /* in reading order; the document first */
    uint32_t count;
    struct reach *reach;
    struct evidences *evidences;
};

bool coverage_find(struct coverage *coverage, struct proviso_findings *findings,
                   struct context *context, struct proviso_error *error);
/* Where an article leaves a safeguard to another instrument, or cites one by its title, what those
 * that were read along require counts. other.c */
void others_fill(const struct proviso_findings *findings, struct context *context,
                 const struct coverage *coverage, struct subject *subject);
/* The title of an instrument that was read along, or its path, NUL-terminated in a buffer. */
void other_title(const struct proviso_findings *other, char *buffer, size_t size);

/* The classes of offences that the words of a provision, or of articles about scope in it, name:
 * hits of `offences-defined`, `offences-reference`, `offences-any`. */
uint32_t offences_of(struct context *context, uint32_t provision);
void coverage_free(struct coverage *coverage);

/* The highest part around a provision, or the document. */
uint32_t coverage_part(const struct proviso_document *document, uint32_t at);

#endif
