/*
 * Safeguards in words: what the draft says of each, and how far the words go. A mention counts only
 * if it does the work: not in a preamble, a heading, a definition; not when somebody else's; not
 * when discretion hangs on it.
 */
#ifndef MATCH_SAFEGUARD_H
#define MATCH_SAFEGUARD_H

#include "context.h"

/* One place where the draft speaks of a safeguard. */
struct evidence {
    uint32_t start;     /* where the words begin */
    uint32_t provision; /* the innermost one that holds them */
    uint32_t safeguard; /* index into lexicon->safeguards */
    uint32_t state;     /* enum safeguard_state that these words alone would give it */
    bool own;           /* in its own article only, whatever that article governs */
    bool point;         /* of alternative points, for its own only */
};

struct evidences {
    struct evidence *list; /* array_grow memory, in reading order */
    uint32_t count, capacity;
};

/* Weighs every hit of a concept that shows, names, implies or excludes a safeguard. */
bool evidences_find(struct evidences *evidences, const struct proviso_findings *findings,
                    struct context *context, struct proviso_error *error);
void evidences_free(struct evidences *evidences);
/* The first evidence at or after the offset. */
uint32_t evidences_from(const struct evidences *evidences, uint32_t offset);
/* The safeguards of powers and of the regime, a bit each, that the text start..end requires, agreed
 * or not. */
uint64_t evidences_required(const struct evidences *evidences,
                            const struct proviso_lexicon *lexicon, uint32_t start, uint32_t end);

/* Whether state `a` is better for the person concerned than `b`. STATE_EXCLUDED is no better than
 * anything: whoever compares looks for it first. */
bool state_is_better(uint32_t a, uint32_t b);

#endif
