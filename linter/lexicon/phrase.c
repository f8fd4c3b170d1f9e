/*
 * Phrases. In: "warrant ... issued by a (judge|court of law)". Out: the sequences that it stands
 * for, warrant ... issued by a judge / warrant ... issued by a court of law, in which one place
 * holds all words that may stand there.
 */
#include "sequence.h"

#include <string.h>

#include "../base/utf8.h"

static uint32_t peek(const struct reader *reader, uint32_t *size) {
    uint32_t character = 0;
    *size = 0;
    if (reader->at < reader->length && (unsigned char)reader->text[reader->at] < 0x80) {
        *size = 1;
        return (unsigned char)reader->text[reader->at];
    }
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
        return sequence_unit(reader, NULL, UINT32_MAX);
    }
    while (reader->at + dots < reader->length && reader->text[reader->at + dots] == '.') {
        dots++;
    }
    if (dots < 2) {
        return NULL;
    }
    reader->at += dots;
    if (dots > 2) {
        return sequence_unit(reader, NULL, UINT32_MAX);
    }
    while (reader->at < reader->length && reader->text[reader->at] >= '0' &&
           reader->text[reader->at] <= '9' && digits++ < 3) {
        gap = gap * 10 + (uint32_t)(reader->text[reader->at++] - '0');
    }
    if (gap == 0 || gap > 100) {
        return sequence_fail(reader, "a gap is ... or .. and the most words, as in ..3");
    }
    return sequence_unit(reader, NULL, gap);
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

/* Folds text[start..at); what is folded already stays where it is. */
static const char *fold(struct reader *reader, uint32_t start, uint32_t *length) {
    uint32_t at = start, character;
    while (at < reader->at && ((reader->text[at] >= 'a' && reader->text[at] <= 'z') ||
                               (reader->text[at] >= '0' && reader->text[at] <= '9'))) {
        at++;
    }
    *length = at - start;
    if (at == reader->at) {
        return reader->text + start;
    }
    char *folded = ARENA_ARRAY(reader->arena, char, (size_t)(reader->at - start) * 2 + 1);
    *length = 0;
    for (at = start; folded && at < reader->at;) {
        at += utf8_decode(reader->text + at, reader->at - at, &character);
        *length += utf8_encode(utf8_fold(character), folded + *length);
    }
    return folded;
}

static struct phrase_sequence *read_word(struct reader *reader, bool exact) {
    uint32_t size, start = reader->at;
    struct phrase_word word = {.exact = exact};
    while (reader->at < reader->length && reader->text[reader->at] >= 'a' &&
           reader->text[reader->at] <= 'z') {
        reader->at++;
    }
    while (utf8_is_word(peek(reader, &size)) && size) {
        reader->at += size;
    }
    word.text = fold(reader, start, &word.length);
    if (!word.text) {
        return sequence_fail(reader, NULL);
    }
    skip_possessive(reader);
    word.hyphen = at_hyphen(reader);
    return sequence_unit(reader, &word, 0);
}

static struct phrase_sequence *read_sequence(struct reader *reader, uint32_t depth);

/* After an opening bracket: alternatives up to `closing`, and nothing at all if it is a square one.
 * Depth is bounded by PHRASE_DEPTH. */
static struct phrase_sequence *read_group(struct reader *reader, char closing, uint32_t depth) {
    struct phrase_sequence *first = NULL, **last = &first;
    if (depth > PHRASE_DEPTH) {
        return sequence_fail(reader, "too many brackets inside each other");
    }
    for (;;) {
        struct phrase_sequence *alternative = read_sequence(reader, depth);
        if (!alternative) {
            return NULL;
        }
        if (reader->at == reader->length) {
            return sequence_fail(reader, closing == ')' ? "the bracket ( is not closed"
                                                        : "the bracket [ is not closed");
        }
        if (alternative->count == 0 && !alternative->next) {
            return sequence_fail(reader, "an alternative in its brackets is empty");
        }
        for (*last = alternative; *last; last = &(*last)->next) {
        }
        char sign = reader->text[reader->at++];
        if (sign == closing) {
            break;
        }
        if (sign != '|') {
            return sequence_fail(reader, "a bracket is closed by another kind of bracket");
        }
    }
    first = sequence_join_words(reader, first);
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
        const struct phrase_word word = {.text = "#", .length = 1, .number = true};
        return sequence_unit(reader, &word, 0);
    }
    if (character == '=') {
        return utf8_is_word(peek(reader, &size)) && size
                   ? read_word(reader, true)
                   : sequence_fail(reader, "= stands directly before a word");
    }
    if (character < 0x80 && character && strchr("\\*+^$?{}<>", (int)character)) {
        return sequence_fail(reader,
                             "it has a sign of regular expressions, which go under patterns");
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
            sequences = single ? sequence_append(reader, sequences, element)
                               : sequence_multiply(reader, sequences, element);
        }
    }
    return sequences;
}

struct phrase_sequence *phrase_read(struct arena *arena, const char *text, uint32_t length,
                                    const char **problem) {
    struct reader reader = {.arena = arena, .text = text, .length = length};
    struct phrase_sequence *sequences = NULL;
    if (length > PHRASE_BYTES) {
        sequence_fail(&reader, "the phrase is too long");
    } else {
        sequences = read_sequence(&reader, 0);
    }
    if (sequences && reader.at < length) {
        sequence_fail(&reader, text[reader.at] == '|'
                                   ? "alternatives stand in brackets, as in (a|b)"
                                   : "a bracket is closed that was not opened");
    }
    for (struct phrase_sequence *at = sequences; at && !reader.failed; at = at->next) {
        sequence_check_gaps(&reader, at);
    }
    *problem = reader.problem;
    return reader.failed ? NULL : sequences;
}
