/*
 * What protects what. A provision is protected by its own article, by provisions that it says it is
 * subject to, and by articles that say they govern it; never because one stands near the other.
 */
#ifndef MATCH_REACH_H
#define MATCH_REACH_H

#include "context.h"
#include "reference.h"

enum reach_kind {
    REACH_SUBJECT, /* `article` says that it is subject to first..last */
    REACH_GOVERNS  /* `article` says that it governs first..last */
};

/* One statement of the draft about its own reach. */
struct reach_edge {
    uint32_t article;     /* the article that says so */
    uint32_t paragraph;   /* its paragraph, or the article where it has none */
    uint32_t first, last; /* provisions first..last-1; the document is 0..count */
    uint32_t kind;        /* enum reach_kind */
    bool offences;        /* "an offence under this Act": it speaks of offences, of no power */
    uint32_t start, end;  /* the words of the reference */
    bool unled;           /* no words lead to the reference: its sentence is about safeguards */
    bool help;            /* it limits what States do for each other and says nothing else */
    bool persons;         /* the same of persons who are handed over */
    bool exempts;         /* its sentence takes conduct out of the offences that it names */
    bool extended;        /* another provision says so of the whole article */
    bool spoken;          /* what it leads to speaks of the power before it and names nothing */
    bool yield;           /* the same, of what the power brings in */
    bool alone;           /* it gives what its paragraph says and nothing else */
};

/* "Subsection (1) does not apply to section 6": what first..last-1 give, to_first..to_last-1 do not
 * have. */
struct reach_off {
    uint32_t first, last, to_first, to_last;
    uint32_t provision, start; /* where that is said, and of what: the reference */
};

enum { REACH_OFFS = 64 }; /* so many are heeded */

struct reach {
    struct reach_off offs[REACH_OFFS];
    uint32_t off_count;
    struct reach_edge *edges; /* array_grow memory; sorted by kind, then article, then place */
    uint32_t count, capacity;
    uint32_t *subject_first; /* by provision: its first REACH_SUBJECT edge; one more at the end */
    uint32_t governing;      /* the first REACH_GOVERNS edge */
    struct references references;
};

/* Reads every edge from the references and the hits of `subject-to`, `applies` and
 * `governing-words`. */
bool reach_find(struct reach *reach, const struct proviso_findings *findings,
                struct context *context, struct proviso_error *error);
void reach_free(struct reach *reach);

/* Whether the edge reaches the provision. */
static inline bool reach_covers(const struct reach_edge *edge, uint32_t provision) {
    return provision >= edge->first && provision < edge->last;
}

#endif
