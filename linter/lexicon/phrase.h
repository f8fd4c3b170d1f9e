/* The phrase syntax of lexicons/README.md. */
#ifndef LEXICON_PHRASE_H
#define LEXICON_PHRASE_H

#include "../base/arena.h"
#include "names.h"

/* A word as the phrase has it, folded; `exact` after =, `number` for #. Words of one atom are
 * alternatives: (judge|court) is one atom. */
struct phrase_word {
    const char *text;
    uint32_t length;
    bool exact, number;
    bool hyphen; /* a hyphen joins it to the next word of the phrase */
    const struct phrase_word *next;
};
/* A place in a phrase: one of its words, or a gap of at most `gap` words (UINT32_MAX: any). */
struct phrase_atom {
    const struct phrase_word *words;
    uint32_t gap; /* 0 for words */
};
/* A phrase without brackets. */
struct phrase_sequence {
    const struct phrase_atom **atoms;
    uint32_t count;
    struct phrase_sequence *next;
};

enum { PHRASE_SEQUENCES = 512, PHRASE_ATOMS = 64, PHRASE_DEPTH = 8, PHRASE_BYTES = 4096 };

/* Reads a phrase into the sequences that it stands for. NULL with `*problem` saying why not; the
 * problem is NULL when memory ran out. The text must outlive them. */
struct phrase_sequence *phrase_read(struct arena *arena, const char *text, uint32_t length,
                                    const char **problem);

/* The sequence with hyphenated words written as one where that is one of `forms`, as the tokeniser
 * does: co-operation is cooperation. NULL where there is none, or when memory ran out. */
struct phrase_sequence *phrase_join(struct arena *arena, const struct phrase_sequence *sequence,
                                    const struct names *forms);

#endif
