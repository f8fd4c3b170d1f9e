/* Whether words are words; the only door to hunspell. */
#ifndef LEXICON_DICTIONARY_H
#define LEXICON_DICTIONARY_H

#include "proviso.h"

struct dictionary;

/* British and American English from a folder such as /usr/share/hunspell; from where dictionaries
 * usually are if it is NULL. Hunspell is loaded here and nowhere else: a program that asks no
 * dictionary runs without it. NULL with the error filled in if it, or every dictionary, is missing.
 */
struct dictionary *dictionary_open(const char *folder, struct proviso_error *error);
void dictionary_close(struct dictionary *dictionary);
/* A lower-case word, or a name (Singapore, DNA). One thread at a time. */
bool dictionary_knows(const struct dictionary *dictionary, const char *word);

#endif
