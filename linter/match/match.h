/*
 * From tokens to findings. check.c calls the stages in order: hits -> roles -> rules -> findings.
 */
#ifndef MATCH_MATCH_H
#define MATCH_MATCH_H

#include "../document/document.h"

/* A phrase of a concept, found. Hits are sorted by start, then longest first. */
struct hit {
    uint32_t start, end;
    uint32_t concept;
    uint32_t sentence;
};

enum safeguard_state {
    STATE_NOT_ASKED,
    STATE_PRESENT,
    STATE_WEAK,
    STATE_NAMED,
    STATE_IMPLIED,
    STATE_ELSEWHERE,
    STATE_BRACKETED,
    STATE_EXCLUDED,
    STATE_MISSING
};

struct related {
    uint32_t provision;
    uint32_t start, end;
    const char *message;
};

struct finding {
    uint32_t rule;
    uint32_t start,
        end; /* the words; for an absence the heading, or else the label, of its provision */
    uint32_t provision;
    uint32_t sentence;   /* or DOCUMENT_NONE */
    uint32_t severity;   /* enum proviso_severity; the rule's unless a state lowers it */
    uint32_t state;      /* enum safeguard_state, STATE_NOT_ASKED for word rules */
    const char *message; /* the rule's message with {text} and the like filled in */
    const char *looked;  /* where an absence was looked for, "; " between places, or NULL */
    const struct related *related;
    uint32_t related_count;
    uint64_t fingerprint;
};

struct proviso_findings {
    struct arena *arena;
    const struct proviso_document *document;
    struct hit *hits;
    uint32_t hit_count;
    uint32_t *sentence_hits; /* by sentence: its first hit; one more entry at the end */
    struct finding *list;
    uint32_t count;
    uint32_t unevaluated; /* pattern rules that hit a limit */
};

bool match_hits(struct proviso_findings *findings, struct proviso_error *error); /* hits.c */
bool match_roles(struct proviso_document *document, const struct proviso_findings *findings,
                 struct proviso_error *error);                                    /* roles.c */
bool match_rules(struct proviso_findings *findings, struct proviso_error *error); /* rules.c */

#endif
