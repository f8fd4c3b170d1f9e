/*
 * Phrases. In: "warrant ... issued by a (judge|court of law)". Out: the sequences that it stands
 * for, warrant ... issued by a judge / warrant ... issued by a court of law, in which one place
 * holds all words that may stand there.
 */
#include "phrase.h"

#include <string.h>

#include "../base/utf8.h"

struct reader {
    struct arena *arena;
    const char *text;
    uint32_t at, length;
    const char *problem;
    bool failed;
    uint32_t atoms; /* made so far: a bound on what brackets multiply */
};
enum { ATOMS_LIMIT = 64 * 1024 };

static struct phrase_sequence *fail(struct reader *reader, const char *problem) {
    if (!reader->failed) {
        reader->problem = problem;
    }
    reader->failed = true;
    return NULL;
}

/* With room for atoms up to the next power of two. */
static struct phrase_sequence *sequence_new(struct reader *reader, uint32_t count) {
    uint32_t room = 1;
    while (room < count) {
        room *= 2;
    }
    struct phrase_sequence *sequence = ARENA_NEW(reader->arena, struct phrase_sequence);
    reader->atoms += count;
    if (count > PHRASE_ATOMS || reader->atoms > ATOMS_LIMIT) {
        return fail(reader, "the phrase is too long");
    }
    if (!sequence ||
        !(sequence->atoms = ARENA_ARRAY(reader->arena, const struct phrase_atom *, room))) {
        return fail(reader, NULL);
    }
    sequence->count = count;
    return sequence;
}

static struct phrase_sequence *sequence_of(struct reader *reader, const struct phrase_word *words,
                                           uint32_t gap) {
    struct phrase_sequence *sequence = sequence_new(reader, 1);
    struct phrase_atom *atom = ARENA_NEW(reader->arena, struct phrase_atom);
    if (!sequence || !atom) {
        return fail(reader, NULL);
    }
    *atom = (struct phrase_atom){words, gap};
    sequence->atoms[0] = atom;
    return sequence;
}

/* One sequence more often than not: a word behind words. */
static struct phrase_sequence *append(struct reader *reader, struct phrase_sequence *before,
                                      const struct phrase_sequence *after) {
    if (before->count == PHRASE_ATOMS) {
        return fail(reader, "the phrase is too long");
    }
    if (before->count && (before->count & (before->count - 1)) == 0) {
        uint32_t room = before->count * 2;
        const struct phrase_atom **atoms =
            ARENA_ARRAY(reader->arena, const struct phrase_atom *, room);
        if (!atoms) {
            return fail(reader, NULL);
        }
        memcpy(atoms, before->atoms, before->count * sizeof *atoms);
        before->atoms = atoms;
    }
    before->atoms[before->count++] = after->atoms[0];
    return before;
}

/* Every one of `before` followed by every one of `after`. */
static struct phrase_sequence *multiply(struct reader *reader, const struct phrase_sequence *before,
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
                return fail(reader, "brackets make more than 512 phrases of it; write several");
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

static uint32_t peek(const struct reader *reader, uint32_t *size) {
    uint32_t character = 0;
    *size = 0;
    if (reader->at < reader->length) {
        *size = utf8_decode(reader->text + reader->at, reader->length - reader->at, &character);
    }
    return character;
}

/* A gap if there are two dots or more here, else NULL. */
static struct phrase_sequence *read_gap(struct reader *reader) {
    uint32_t size, dots = 0, gap = 0, digits = 0;
    if (peek(reader, &size) == 0x2026) {
        reader->at += size;
        return sequence_of(reader, NULL, UINT32_MAX);
    }
    while (reader->at + dots < reader->length && reader->text[reader->at + dots] == '.') {
        dots++;
    }
    if (dots < 2) {
        return NULL;
    }
    reader->at += dots;
    if (dots > 2) {
        return sequence_of(reader, NULL, UINT32_MAX);
    }
    while (reader->at < reader->length && reader->text[reader->at] >= '0' &&
           reader->text[reader->at] <= '9' && digits++ < 3) {
        gap = gap * 10 + (uint32_t)(reader->text[reader->at++] - '0');
    }
    if (gap == 0 || gap > 100) {
        return fail(reader, "a gap is ... or .. and the most words, as in ..3");
    }
    return sequence_of(reader, NULL, gap);
}

/* The possessive 's belongs to no word: the tokeniser leaves it out too. */
static void skip_possessive(struct reader *reader) {
    uint32_t size, next, start = reader->at;
    uint32_t mark = peek(reader, &size);
    if (mark != '\'' && mark != 0x2019) {
        return;
    }
    reader->at += size;
    next = peek(reader, &size);
    if (next == 's' || next == 'S') {
        reader->at += size;
        if (!utf8_is_word(peek(reader, &size))) {
            return;
        }
    }
    reader->at = start;
}

/* Whether a hyphen and a letter stand here. */
static bool at_hyphen(const struct reader *reader) {
    uint32_t size, next;
    uint32_t hyphen = peek(reader, &size);
    if ((hyphen != '-' && hyphen != 0x2010 && hyphen != 0x2011) ||
        reader->at + size >= reader->length) {
        return false;
    }
    utf8_decode(reader->text + reader->at + size, reader->length - reader->at - size, &next);
    return utf8_is_word(next);
}

static struct phrase_sequence *read_word(struct reader *reader, bool exact) {
    uint32_t size, character, start = reader->at;
    while (utf8_is_word(character = peek(reader, &size)) && size) {
        reader->at += size;
    }
    struct phrase_word *word = ARENA_NEW(reader->arena, struct phrase_word);
    char *folded = ARENA_ARRAY(reader->arena, char, (size_t)(reader->at - start) * 2 + 1);
    if (!word || !folded) {
        return fail(reader, NULL);
    }
    for (uint32_t at = start; at < reader->at;) {
        at += utf8_decode(reader->text + at, reader->at - at, &character);
        word->length += utf8_encode(utf8_fold(character), folded + word->length);
    }
    skip_possessive(reader);
    word->hyphen = at_hyphen(reader);
    word->text = folded;
    word->exact = exact;
    return sequence_of(reader, word, 0);
}

/* Joins the alternatives that are one word each into one place. */
static struct phrase_sequence *join_words(struct reader *reader, struct phrase_sequence *list) {
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
                    return fail(reader, NULL);
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
        *last = sequence_of(reader, words, 0);
    }
    return first;
}

static struct phrase_sequence *read_sequence(struct reader *reader, uint32_t depth);

/* After an opening bracket: alternatives up to `closing`, and nothing at all if it is a square one.
 * Depth is bounded by PHRASE_DEPTH. */
static struct phrase_sequence *read_group(struct reader *reader, char closing, uint32_t depth) {
    struct phrase_sequence *first = NULL, **last = &first;
    if (depth > PHRASE_DEPTH) {
        return fail(reader, "too many brackets inside each other");
    }
    for (;;) {
        struct phrase_sequence *alternative = read_sequence(reader, depth);
        if (!alternative) {
            return NULL;
        }
        if (reader->at == reader->length) {
            return fail(reader, closing == ')' ? "the bracket ( is not closed"
                                               : "the bracket [ is not closed");
        }
        if (alternative->count == 0 && !alternative->next) {
            return fail(reader, "an alternative in its brackets is empty");
        }
        for (*last = alternative; *last; last = &(*last)->next) {
        }
        char sign = reader->text[reader->at++];
        if (sign == closing) {
            break;
        }
        if (sign != '|') {
            return fail(reader, "a bracket is closed by another kind of bracket");
        }
    }
    first = join_words(reader, first);
    if (first && closing == ']') {
        struct phrase_sequence *empty = sequence_new(reader, 0);
        if (empty) {
            empty->next = first;
        }
        return empty;
    }
    return first;
}

/* One element at the reader: NULL and no failure for a separator. */
static struct phrase_sequence *read_element(struct reader *reader, uint32_t depth) {
    uint32_t size, character = peek(reader, &size);
    struct phrase_sequence *gap = read_gap(reader);
    if (gap || reader->failed) {
        return gap;
    }
    if (utf8_is_word(character)) {
        return read_word(reader, false);
    }
    reader->at += size;
    if (character == '(' || character == '[') {
        return read_group(reader, character == '(' ? ')' : ']', depth + 1);
    }
    if (character == '#') {
        struct phrase_word *word = ARENA_NEW(reader->arena, struct phrase_word);
        if (!word) {
            return fail(reader, NULL);
        }
        *word = (struct phrase_word){.text = "#", .length = 1, .number = true};
        return sequence_of(reader, word, 0);
    }
    if (character == '=') {
        return utf8_is_word(peek(reader, &size)) && size
                   ? read_word(reader, true)
                   : fail(reader, "= stands directly before a word");
    }
    if (character < 0x80 && character && strchr("\\*+^$?{}<>", (int)character)) {
        return fail(reader, "it has a sign of regular expressions, which go under patterns");
    }
    return NULL;
}

/* Elements up to |, a closing bracket or the end. */
static struct phrase_sequence *read_sequence(struct reader *reader, uint32_t depth) {
    struct phrase_sequence *sequences = sequence_new(reader, 0);
    while (sequences && reader->at < reader->length) {
        char sign = reader->text[reader->at];
        if (sign == '|' || sign == ')' || sign == ']') {
            break;
        }
        struct phrase_sequence *element = read_element(reader, depth);
        if (reader->failed) {
            return NULL;
        }
        if (element) {
            bool single = !sequences->next && !element->next && element->count == 1;
            sequences =
                single ? append(reader, sequences, element) : multiply(reader, sequences, element);
        }
    }
    return sequences;
}

/* A sequence neither begins nor ends with a gap; two gaps side by side are one. */
static bool check_gaps(struct reader *reader, struct phrase_sequence *sequence) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < sequence->count; i++) {
        const struct phrase_atom *atom = sequence->atoms[i];
        const struct phrase_atom *before = count ? sequence->atoms[count - 1] : NULL;
        if (atom->gap && before && before->gap) {
            struct phrase_atom *both = ARENA_NEW(reader->arena, struct phrase_atom);
            if (!both) {
                return fail(reader, NULL) != NULL;
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
        return fail(reader, "it has no word that must be there") != NULL;
    }
    if (sequence->atoms[0]->gap || sequence->atoms[count - 1]->gap) {
        return fail(reader, "a gap cannot stand at its start or end") != NULL;
    }
    return true;
}

struct phrase_sequence *phrase_read(struct arena *arena, const char *text, uint32_t length,
                                    const char **problem) {
    struct reader reader = {.arena = arena, .text = text, .length = length};
    struct phrase_sequence *sequences = NULL;
    if (length > PHRASE_BYTES) {
        fail(&reader, "the phrase is too long");
    } else {
        sequences = read_sequence(&reader, 0);
    }
    if (sequences && reader.at < length) {
        fail(&reader, text[reader.at] == '|' ? "alternatives stand in brackets, as in (a|b)"
                                             : "a bracket is closed that was not opened");
    }
    for (struct phrase_sequence *at = sequences; at && !reader.failed; at = at->next) {
        check_gaps(&reader, at);
    }
    *problem = reader.problem;
    return reader.failed ? NULL : sequences;
}
