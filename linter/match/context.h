/* What rules and roles ask about the surroundings of words. */
#ifndef MATCH_CONTEXT_H
#define MATCH_CONTEXT_H

#include "asked.h"

/* What a provision has from where it stands. */
struct standing {
    uint64_t
        passed; /* roles that it hands down to what it contains, its own and those handed to it */
    uint32_t article; /* document_article of it */
    uint32_t heading; /* itself or the nearest provision around it with a heading, or NONE */
    uint8_t kinds;    /* bit set by enum proviso_kind of it and all around it */
    uint8_t flags;    /* PROVISION_QUOTED, PROVISION_CONTENTS of it or of any around it */
};

/* Terms that the document defines. */
struct term {
    uint32_t start, end;
    uint64_t wording;
};
struct terms {
    struct term *spans;
    uint32_t count, capacity; /* in reading order */
    uint64_t *wordings;
    uint32_t slots; /* open addressing, a power of two, 0 is empty */
    struct token *tokens;
    uint32_t token_capacity;
    bool collected;
};

/* A clause of the stretch of text that a sentence or heading is; `next` is where the one behind it
 * begins. */
struct clause {
    uint32_t stretch_start, stretch_end, start, end, next;
};

struct context {
    const struct proviso_document *document;
    struct arena *arena;
    struct proviso_findings *findings;
    struct postings *postings; /* of the findings */
    struct asked asked;
    struct standing *standings;         /* by provision */
    uint64_t document_roles;            /* of all provisions; once roles are told */
    uint32_t negation, definition_verb; /* concepts, or LEXICON_NONE */
    uint32_t definition_lead;           /* "the term": words before a defined term; or NONE */
    struct terms terms;
    struct clause clause; /* the one found last */
    uint32_t stretch;     /* the one asked about last */
};

/* The words that conditions are asked about; for a role, an article or a paragraph. */
struct place {
    uint32_t start, end;
    uint32_t concept; /* of the words; LEXICON_NONE for a provision */
    uint32_t provision;
    uint32_t sentence; /* or DOCUMENT_NONE: then the stretch below stands alone (a heading) */
    uint32_t stretch_start, stretch_end; /* of the sentence or heading */
};

struct context *context_new(struct proviso_findings *findings, struct proviso_error *error);
void context_free(struct context *context);
/* Roles of a provision and of all that it stands in. */
uint64_t context_roles(const struct context *context, uint32_t provision);
/* The innermost provision of a hit. */
uint32_t context_provision(struct context *context, const struct hit *hit);
uint32_t context_sentence(struct context *context, const struct hit *hit);
/* Where a hit of the concept stands. */
struct place context_place(struct context *context, const struct hit *hit, uint32_t concept);
/* A whole provision, as words that conditions are asked about. */
struct place provision_place(const struct proviso_document *document, uint32_t at);
/* Whether the words lie in the heading of their provision. */
bool context_in_heading(const struct context *context, const struct place *place);

/* The clause in which `place` begins, up to its end: between ; : and dashes. Asked in reading
 * order, this is linear in the length of the sentence. clause.c */
void context_clause(struct context *context, const struct place *place, uint32_t *start,
                    uint32_t *end);

/* Whether the document defines the words of the place; whether they are being defined there.
 * terms.c */
bool terms_define(struct context *context, const struct place *place);
/* Whether it defines the words or some of them: "data" of "computer data". */
bool terms_define_part(struct context *context, const struct place *place);
/* A hash of the words in start..end by word class, so that "crimes" is "crime"; 0 if none or memory
 * ran out. */
uint64_t terms_wording(struct context *context, uint32_t start, uint32_t end);
bool terms_hold(struct context *context, const struct place *place);

/* Whether a hit of any of the concepts stands in the sentence of the place, its chapeaux or closing
 * words. condition.c */
bool context_sentence_holds(struct context *context, const struct place *place,
                            const uint32_t *concepts, uint32_t count);

/* Whether a ban stands before the words, in their sentence or a chapeau, and nothing lifts it. */
bool context_banned(struct context *context, const struct place *place);

/* Whether all `count` conditions from `first` on hold (`where`), and whether those of any group all
 * do (`unless`; false when there are none). condition.c */
bool conditions_hold(struct context *context, const struct place *place, uint32_t first,
                     uint32_t count);
bool conditions_silence(struct context *context, const struct place *place, uint32_t first,
                        uint32_t count);
/* The first of them that does not hold, and the first of a group that does; or LEXICON_NONE. */
uint32_t conditions_failing(struct context *context, const struct place *place, uint32_t first,
                            uint32_t count);
uint32_t conditions_silencing(struct context *context, const struct place *place, uint32_t first,
                              uint32_t count);

#endif
