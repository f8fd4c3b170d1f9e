/*
 * Sequences of words. In: the parts of "warrant (issued by a judge|of a court)". Out: every way to
 * put them together, "warrant issued by a judge" and "warrant of a court", up to a bound.
 */
#include "sequence.h"

#include <string.h>

enum { ATOMS_LIMIT = 64 * 1024 };

struct phrase_sequence *sequence_fail(struct reader *reader, const char *problem) {
    if (!reader->failed) {
        reader->problem = problem;
    }
    reader->failed = true;
    return NULL;
}

/* With room for atoms up to the next power of two. */
struct phrase_sequence *sequence_new(struct reader *reader, uint32_t count) {
    uint32_t room = 1;
    while (room < count) {
        room *= 2;
    }
    struct phrase_sequence *sequence = ARENA_NEW(reader->arena, struct phrase_sequence);
    reader->atoms += count;
    if (count > PHRASE_ATOMS || reader->atoms > ATOMS_LIMIT) {
        return sequence_fail(reader, "the phrase is too long");
    }
    if (!sequence ||
        !(sequence->atoms = ARENA_ARRAY(reader->arena, const struct phrase_atom *, room))) {
        return sequence_fail(reader, NULL);
    }
    sequence->count = count;
    return sequence;
}

/* A place with one word or a gap, and the sequence of it alone. */
struct unit {
    struct phrase_word word;
    struct phrase_atom atom;
    struct phrase_sequence sequence;
    const struct phrase_atom *atoms[1];
};

struct phrase_sequence *sequence_unit(struct reader *reader, const struct phrase_word *word,
                                      uint32_t gap) {
    struct unit *unit = ARENA_NEW(reader->arena, struct unit);
    if (!unit || ++reader->atoms > ATOMS_LIMIT) {
        return sequence_fail(reader, unit ? "the phrase is too long" : NULL);
    }
    if (word) {
        unit->word = *word;
        unit->atom.words = &unit->word;
    }
    unit->atom.gap = gap;
    unit->atoms[0] = &unit->atom;
    unit->sequence.atoms = unit->atoms;
    unit->sequence.count = 1;
    return &unit->sequence;
}

static struct phrase_sequence *sequence_of(struct reader *reader, const struct phrase_word *words) {
    struct phrase_sequence *sequence = sequence_new(reader, 1);
    struct phrase_atom *atom = ARENA_NEW(reader->arena, struct phrase_atom);
    if (!sequence || !atom) {
        return sequence_fail(reader, NULL);
    }
    atom->words = words;
    sequence->atoms[0] = atom;
    return sequence;
}

/* One sequence more often than not: a word behind words. */
struct phrase_sequence *sequence_append(struct reader *reader, struct phrase_sequence *before,
                                        const struct phrase_sequence *after) {
    if (before->count == PHRASE_ATOMS) {
        return sequence_fail(reader, "the phrase is too long");
    }
    if (before->count && (before->count & (before->count - 1)) == 0) {
        uint32_t room = before->count * 2;
        const struct phrase_atom **atoms =
            ARENA_ARRAY(reader->arena, const struct phrase_atom *, room);
        if (!atoms) {
            return sequence_fail(reader, NULL);
        }
        memcpy(atoms, before->atoms, before->count * sizeof *atoms);
        before->atoms = atoms;
    }
    before->atoms[before->count++] = after->atoms[0];
    return before;
}

/* Every one of `before` followed by every one of `after`. */
struct phrase_sequence *sequence_multiply(struct reader *reader,
                                          const struct phrase_sequence *before,
                                          const struct phrase_sequence *after) {
    struct phrase_sequence *first = NULL, **last = &first;
    uint32_t made = 0;
    for (; before; before = before->next) {
        for (const struct phrase_sequence *more = after; more; more = more->next) {
            struct phrase_sequence *sequence = sequence_new(reader, before->count + more->count);
            if (!sequence) {
                return NULL;
            }
            if (++made > PHRASE_SEQUENCES) {
                return sequence_fail(reader,
                                     "brackets make more than 512 phrases of it; write several");
            }
            for (uint32_t i = 0; i < sequence->count; i++) {
                sequence->atoms[i] =
                    i < before->count ? before->atoms[i] : more->atoms[i - before->count];
            }
            *last = sequence;
            last = &sequence->next;
        }
    }
    return first;
}

/* Joins the alternatives that are one word each into one place. */
struct phrase_sequence *sequence_join_words(struct reader *reader, struct phrase_sequence *list) {
    struct phrase_sequence *first = NULL, **last = &first;
    const struct phrase_word *words = NULL;
    while (list) {
        struct phrase_sequence *sequence = list;
        list = list->next;
        sequence->next = NULL;
        if (sequence->count == 1 && sequence->atoms[0]->gap == 0) {
            for (const struct phrase_word *word = sequence->atoms[0]->words; word;
                 word = word->next) {
                struct phrase_word *copy = ARENA_NEW(reader->arena, struct phrase_word);
                if (!copy) {
                    return sequence_fail(reader, NULL);
                }
                *copy = *word;
                copy->next = words;
                words = copy;
            }
            continue;
        }
        *last = sequence;
        last = &sequence->next;
    }
    if (words) {
        *last = sequence_of(reader, words);
    }
    return first;
}

/* A sequence neither begins nor ends with a gap; two gaps side by side are one. */
bool sequence_check_gaps(struct reader *reader, struct phrase_sequence *sequence) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < sequence->count; i++) {
        const struct phrase_atom *atom = sequence->atoms[i];
        const struct phrase_atom *before = count ? sequence->atoms[count - 1] : NULL;
        if (atom->gap && before && before->gap) {
            struct phrase_atom *both = ARENA_NEW(reader->arena, struct phrase_atom);
            if (!both) {
                return sequence_fail(reader, NULL) != NULL;
            }
            bool any = atom->gap == UINT32_MAX || before->gap == UINT32_MAX;
            both->gap = any ? UINT32_MAX : atom->gap + before->gap;
            sequence->atoms[count - 1] = both;
        } else {
            sequence->atoms[count++] = atom;
        }
    }
    sequence->count = count;
    if (count == 0) {
        return sequence_fail(reader, "it has no word that must be there") != NULL;
    }
    if (sequence->atoms[0]->gap || sequence->atoms[count - 1]->gap) {
        return sequence_fail(reader, "a gap cannot stand at its start or end") != NULL;
    }
    return true;
}
