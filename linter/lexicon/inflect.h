/* Words and their surface forms. */
#ifndef LEXICON_INFLECT_H
#define LEXICON_INFLECT_H

#include <string.h>

#include "record.h"

enum { WORD_LIMIT = 64 }; /* bytes of the longest word that inflects */

/* What the language records say of words: numbers in `words`, each with flags and relations. */
enum { LANGUAGE_INVARIABLE = 1, LANGUAGE_IRREGULAR = 2, LANGUAGE_LISTED = 4 };
enum relation { RELATION_FORM_OF, RELATION_HAS_FORM, RELATION_KIN };
struct language_word {
    uint32_t flags, relation; /* first relation + 1, or 0 */
};
struct language_relation {
    enum relation kind;
    uint32_t word, next;
};

struct language {
    struct arena *arena;
    const char *id;
    bool english; /* has the regular forms of English; other languages list all */
    struct names words;
    struct rows facts;                       /* of struct language_word, by number of the word */
    struct rows relations;                   /* of struct language_relation */
    struct names lemmas, guesses, spellings; /* while a word is inflected */
};

/* Reads what all language records say together. Mistakes go to the list of the records. */
bool language_read(struct language *language, const struct records *records);
/* What is known of a word, or NULL. */
const struct language_word *language_find(const struct language *language, const char *word,
                                          uint32_t length);

/* Adds to `forms` every surface form of a folded word of a phrase: its inflections, spellings and
 * family. `exact`: only the word itself. False when memory ran out. */
bool inflect_word(struct language *language, const char *word, uint32_t length, bool exact,
                  struct names *forms);

/* The parts of it. All add words to `into`; false when memory ran out. */

/* word = stem + suffix. inflect.c */
bool form_add(struct names *into, const char *stem, size_t length, const char *suffix);
/* The regular English forms of a base: order, orders, ordered, ordering. regular.c */
bool regular_forms(struct names *into, const char *base, size_t length);
/* The words of which this may be a regular form: ordered -> order (and ordere, which is no word and
 * does no harm). Nothing for a base. guess.c */
bool guess_bases(struct names *into, const char *word, size_t length);
/* The same word in other spellings that follow a rule: authorise -> authorize. spelling.c */
bool spelling_variants(struct names *into, const char *word, size_t length);

static inline bool ends_with(const char *word, size_t length, const char *ending) {
    size_t size = strlen(ending);
    return length >= size && word[length - 1] == ending[size - 1] &&
           memcmp(word + length - size, ending, size) == 0;
}
bool is_vowel(char letter);
bool is_consonant(char letter);
/* How many groups of vowels: 1 for "plan", 2 for "permit". */
uint32_t count_syllables(const char *word, size_t length);

#endif
