/* Words that nothing but a condition asks for ("shall" beside a safeguard), found when first asked
 * for: a sentence of which no condition is asked is not read for them. */
#ifndef MATCH_ASKED_H
#define MATCH_ASKED_H

#include "slice.h"

/* Answers about long passages that are remembered: so many for each of so many hashes. */
enum { ASKED_SETS = 512, ASKED_WAYS = 4 };

struct answer {
    uint32_t concept, start, end;
    struct hit hit; /* {0, 0} if there is none */
};

struct asked {
    const struct proviso_findings *findings;
    struct scan scan;
    struct overlaps overlaps;
    struct slices slices;
    struct hit answered;         /* the hit last answered with */
    uint32_t cursor;             /* the stretch asked about last */
    struct answer *last, *first; /* by a hash of the question */
    uint32_t turn;               /* whose place is taken next */
    bool failed;                 /* memory ran out: answers since then are worth nothing */
};

bool asked_start(struct asked *asked, const struct proviso_findings *findings);
void asked_end(struct asked *asked);

/* The last hit of the concept that starts before `end`, of those in sentences and headings that go
 * beyond `start`; or NULL. Good until the next question. */
const struct hit *asked_before(struct asked *asked, uint32_t concept, uint32_t start, uint32_t end);
/* The first hit of the concept that starts at or after `start` and before `end`, or NULL. */
const struct hit *asked_from(struct asked *asked, uint32_t concept, uint32_t start, uint32_t end);

#endif
