/* The words of the phrases, looked up. */
#ifndef LEXICON_COMPILE_WORDS_H
#define LEXICON_COMPILE_WORDS_H

#include "lexicon/dictionary.h"
#include "lexicon/record.h"

/* Adds a mistake for each word of a phrase that no dictionary knows and no language record lists.
 * Returns how many different words were looked up. */
uint32_t words_check(const struct dictionary *dictionary, const struct records *records);

#endif
