/*
 * Saying that a safeguard is missing: at which words, by which rule, with which articles concerned
 * and where the program looked. absence.c decides of what a safeguard is missing.
 */
#ifndef MATCH_LACK_H
#define MATCH_LACK_H

#include "../base/buffer.h"
#include "context.h"
#include "coverage.h"

struct lack_search {
    struct proviso_findings *findings;
    struct context *context;
    const struct coverage *coverage;
    const struct proviso_lexicon *lexicon;
    uint32_t *capacity;  /* of findings->list */
    uint32_t *concerned; /* subjects that lack the safeguard in hand */
    uint32_t concerned_count;
    uint64_t powers; /* the roles of powers: those of which a safeguard of powers is asked */
    uint32_t worst;  /* the worst state among them, and what it rests on */
    uint32_t rests;
    struct buffer looked;
};

/* Whether nothing in words that bind stands behind the state, so that a lack is said. */
bool lack_is(uint32_t state);
/* Sets the words at which a lack is shown: the heading of the provision, or else its label. */
void lack_words(const struct proviso_document *document, uint32_t at, struct finding *finding);
/* Adds a subject to those concerned by the lack in hand. */
void lack_concern(struct lack_search *search, uint32_t subject, const struct cell *cell);
/* Lists the articles concerned, but for the one at which the finding stands. */
bool lack_relate(const struct lack_search *search, struct finding *finding);
/* Says the lack of a safeguard at a provision, for the subjects concerned; `witness` is what the
 * conditions of its rules are asked of. */
bool lack_add(struct lack_search *search, uint32_t safeguard, uint32_t provision, uint32_t witness,
              bool must);

/* One finding for each stretch of unagreed text that holds a safeguard, or says to what powers the
 * safeguards of another article apply. unsettled.c */
bool lack_unsettled(struct lack_search *search);

#endif
