/* Whether words are words; the only door to hunspell. */
#ifndef LEXICON_COMPILE_DICTIONARY_H
#define LEXICON_COMPILE_DICTIONARY_H

#include "lexicon/record.h"

struct dictionary;

/* British and American English from a folder such as /usr/share/hunspell; NULL if neither is there.
 */
struct dictionary *dictionary_open(const char *folder);
void dictionary_close(struct dictionary *dictionary);
/* A lower-case word, or a name (Singapore, DNA). */
bool dictionary_knows(const struct dictionary *dictionary, const char *word);

/* Adds a mistake for each word of a phrase that no dictionary knows and no language record lists.
 * Returns how many different words were looked up. words.c */
uint32_t words_check(const struct dictionary *dictionary, const struct records *records);

#endif
