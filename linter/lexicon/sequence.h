/* Phrases in the making: what brackets multiply. Every function returns NULL when it fails, and the
 * reader keeps the first reason. */
#ifndef LEXICON_SEQUENCE_H
#define LEXICON_SEQUENCE_H

#include "phrase.h"

struct reader {
    struct arena *arena;
    const char *text;
    uint32_t at, length;
    const char *problem;
    bool failed;
    uint32_t atoms; /* made so far: a bound on what brackets multiply */
};

/* Returns NULL. `problem` is NULL when memory ran out. */
struct phrase_sequence *sequence_fail(struct reader *reader, const char *problem);
/* With `count` atoms to be filled in. */
struct phrase_sequence *sequence_new(struct reader *reader, uint32_t count);
/* One place: a word, or NULL and a gap. */
struct phrase_sequence *sequence_unit(struct reader *reader, const struct phrase_word *word,
                                      uint32_t gap);
/* `before`, made longer by the one place of `after`. */
struct phrase_sequence *sequence_append(struct reader *reader, struct phrase_sequence *before,
                                        const struct phrase_sequence *after);
/* Every one of `before` followed by every one of `after`. */
struct phrase_sequence *sequence_multiply(struct reader *reader,
                                          const struct phrase_sequence *before,
                                          const struct phrase_sequence *after);
/* Joins the alternatives that are one word each into one place. */
struct phrase_sequence *sequence_join_words(struct reader *reader, struct phrase_sequence *list);
/* Makes two gaps side by side one; false if a gap begins or ends the sequence, or nothing is left.
 */
bool sequence_check_gaps(struct reader *reader, struct phrase_sequence *sequence);

#endif
