/* Words that hide a word of the lexicon. */
#ifndef MATCH_SPELLING_H
#define MATCH_SPELLING_H

#include "context.h"

#define SPELLING_RULE "misspelt-term"

/* Adds a misspelt-term finding for each wording that is no word for the speller of the document and
 * nearly one of the lexicon's. Nothing without a speller. */
bool match_spelling(struct proviso_findings *findings, struct context *context,
                    struct proviso_error *error);

#endif
