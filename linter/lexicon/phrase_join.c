/*
 * Hyphens in phrases. In: "co-operation" and the forms that other phrases have, "cooperation" among
 * them. Out: the phrase with the one word, because the tokeniser makes one word of it in drafts; a
 * hyphen within "law-enforcement" stays a space.
 */
#include <string.h>

#include "phrase.h"

enum { JOINED_WORDS = 4, JOINED_BYTES = 128 };

static const struct phrase_word *only_word(const struct phrase_atom *atom) {
    return atom->gap == 0 && !atom->words->next ? atom->words : NULL;
}

/* The words first..last without hyphens; 0 if they are not joined by hyphens all along. */
static uint32_t write_joined(const struct phrase_sequence *sequence, uint32_t first, uint32_t last,
                             char joined[JOINED_BYTES]) {
    uint32_t length = 0;
    for (uint32_t i = first; i <= last; i++) {
        const struct phrase_word *word = only_word(sequence->atoms[i]);
        if (!word || (i < last && !word->hyphen) || length + word->length > JOINED_BYTES) {
            return 0;
        }
        memcpy(joined + length, word->text, word->length);
        length += word->length;
    }
    return length;
}

static const struct phrase_atom *joined_atom(struct arena *arena, const char *text, uint32_t length,
                                             bool exact) {
    struct phrase_atom *atom = ARENA_NEW(arena, struct phrase_atom);
    struct phrase_word *word = ARENA_NEW(arena, struct phrase_word);
    if (!atom || !word || !(word->text = arena_copy(arena, text, length))) {
        return NULL;
    }
    word->length = length;
    word->exact = exact;
    atom->words = word;
    return atom;
}

struct phrase_sequence *phrase_join(struct arena *arena, const struct phrase_sequence *sequence,
                                    const struct names *forms) {
    struct phrase_sequence *joined = ARENA_NEW(arena, struct phrase_sequence);
    if (!joined ||
        !(joined->atoms = ARENA_ARRAY(arena, const struct phrase_atom *, sequence->count))) {
        return NULL;
    }
    bool any = false;
    for (uint32_t i = 0; i < sequence->count; i++) {
        char text[JOINED_BYTES];
        uint32_t last = i + JOINED_WORDS < sequence->count ? i + JOINED_WORDS : sequence->count;
        uint32_t length = 0;
        while (--last > i) {
            length = write_joined(sequence, i, last, text);
            if (length && names_find(forms, text, length) != LEXICON_NONE) {
                break;
            }
        }
        const struct phrase_atom *atom = sequence->atoms[i];
        if (last > i) {
            atom = joined_atom(arena, text, length, only_word(atom)->exact);
            i = last;
            any = true;
        }
        if (!atom) {
            return NULL;
        }
        joined->atoms[joined->count++] = atom;
    }
    return any ? joined : NULL;
}
