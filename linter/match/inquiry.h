/* How coverage.c finds the state of every safeguard: what is asked of whom (ask.c), what words give
 * (cells.c), where the regime stands (main_clause.c), what governs what (governed.c). */
#ifndef MATCH_INQUIRY_H
#define MATCH_INQUIRY_H

#include "coverage.h"
#include "reach.h"
#include "safeguard.h"

enum { SAFEGUARD_LIMIT = 64 };

/* The roles of which a safeguard is asked. */
struct asking {
    uint64_t must, recommended;
};

struct inquiry {
    struct coverage *coverage;
    struct proviso_findings *findings;
    struct context *context;
    const struct proviso_lexicon *lexicon;
    uint8_t *mains;   /* by article or part: whether a main clause stands there, as far as asked */
    uint32_t *before; /* by provision: how many provisions before it have roles that are asked */
    uint64_t roles;   /* that any article has: what is asked of the instrument depends on them */
    uint64_t asked;   /* roles of which anything is asked */
    uint64_t offence, safeguard, cooperation; /* these roles */
    uint64_t of_offences;                     /* safeguards that offences are asked for */
    uint32_t capacity;                        /* of coverage->subjects */
    struct asking askings[SAFEGUARD_LIMIT];
};

/* Fills what the lexicon and the roles of the draft say. ask.c */
void inquiry_start(struct inquiry *inquiry);
/* Fills the sets of safeguards asked of an article, or of the document. */
void inquiry_ask(const struct inquiry *inquiry, struct subject *subject);

/* Cells by safeguard, all missing. cells.c */
void cells_clear(struct cell *cells, uint32_t count);
/* Takes the state if it is better than that of the cell. Words that switch a safeguard off win over
 * words that only name it, and over none. */
void cell_improve(struct cell *cell, uint32_t state, uint32_t provision, uint32_t start);
void cells_join(struct cell *cells, const struct cell *others, uint32_t count);
/* What the words of provisions first..last-1 give; to others than themselves, if `governing`: then
 * without what they put into another law, words that count in their own article only, and what
 * cooperation does without. */
void cells_read(const struct inquiry *inquiry, struct cell *cells, uint32_t first, uint32_t last,
                bool governing);

/* The same for an article that governs, without its paragraphs that are `apart`, by provision. */
void cells_read_shared(const struct inquiry *inquiry, struct cell *cells, uint32_t article,
                       const bool *apart);
/* Takes from an offence what stands in one of its alternative points only: "(a) reads data with
 * intent; or (b) deletes data". False when memory ran out. points.c */
bool cells_settle_points(const struct inquiry *inquiry, struct cell *own, uint32_t at);
/* Where the subject itself denies a safeguard, as one that names a prosecutor to decide, what is
 * said of it elsewhere must bind, or does not count. `own` are the cells of its own words. */
void cells_deny(const struct inquiry *inquiry, struct subject *subject, const struct cell *own);
/* Words of the article itself that switch a safeguard off win over what governs it. */
void cells_exclude(const struct inquiry *inquiry, struct cell *cells, const struct cell *own,
                   const struct provision *provision);

/* Whether an article is where the regime stands, so that lacks of the regime are said there: it has
 * words of `main-clause-heading` in a heading or, if it gives no power itself, of `main-clause` in
 * its text, and requires something; or it requires several safeguards of the regime, alone or with
 * others of its part. "Nothing in this Convention shall affect other treaties" protects nobody, and
 * neither an office of complaints nor a right of appeal is a regime. main_clause.c */
bool main_clause_is(const struct inquiry *inquiry, uint32_t article);

/* What articles that govern a provision give to it and to all inside. */
struct governed {
    struct cell *cells; /* NULL if nothing governs it */
    uint32_t clause;    /* the article that does, a safeguards article if one is among them */
};

/* By provision, one for each; NULL when memory ran out. governed.c */
struct governed *governed_find(struct inquiry *inquiry);

#endif
