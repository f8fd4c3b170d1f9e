/*
 * Writes numbers as they are cited. In: a mark whose number is "40 *bis*", "ONE" or “crit-\nical
 * data ”. Out: "40 bis", "1", "crit-ical data" in the pool of numbers, each ended by a NUL.
 */
#include "../base/buffer.h"
#include "../base/utf8.h"
#include "mask.h"
#include "structure_arrange.h"

#define NUMBER_LIMIT 80 /* bytes of a number; terms are cut at a character */
#define SOFT_HYPHEN 0xAD

/* White space and marks in start..end are cited as a blank. Not marks alone, and not the end of a
 * line behind a hyphen, `broken`: the word goes on. */
static bool leaves_blank(const char *mask, uint32_t start, uint32_t end, bool broken) {
    bool space = false, line_end = false;
    for (uint32_t at = start; at < end; at++) {
        char byte = mask[at];
        bool mark = byte == MASK_SOFT || byte == '*' || byte == '_' || byte == '\\';
        broken |= byte == MASK_JOIN;
        line_end |= byte_ends_line(byte);
        space |= !mark && byte != MASK_JOIN;
    }
    return space && !(broken && line_end);
}

/* Copies a stretch without emphasis and soft hyphens, at most NUMBER_LIMIT bytes. */
static void add_stretch(const struct proviso_document *document, struct buffer *numbers,
                        uint32_t start, uint32_t end, uint32_t dropped) {
    const char *mask = document->text.mask;
    uint32_t from = (uint32_t)numbers->length, character = 0;
    bool raised = false;
    for (uint32_t at = start; at < end && numbers->length - from < NUMBER_LIMIT;) {
        if (byte_is_letter(mask[at]) || byte_is_digit(mask[at])) { /* most of it */
            character = (unsigned char)mask[at];
            buffer_add_char(numbers, mask[at++]);
            continue;
        }
        uint32_t next = text_skip(document, at, end);
        bool broken = character == SOFT_HYPHEN || character == '-';
        if (next == end) {
            break;
        }
        if (numbers->length > from && leaves_blank(mask, at, next, broken)) {
            buffer_add_char(numbers, ' ');
        }
        at = next + utf8_decode(mask + next, end - next, &character);
        if (utf8_raised(character) < 10) { /* 4Â¹ is cited as 4^1 */
            buffer_add(numbers, "^", numbers->length > from && !raised ? 1 : 0);
            buffer_add_char(numbers, (char)('0' + utf8_raised(character)));
            raised = true;
            continue;
        }
        if (character != SOFT_HYPHEN && character != dropped) {
            char bytes[4];
            buffer_add(numbers, bytes, utf8_encode(character == '"' ? '\'' : character, bytes));
        }
    }
}

/* BIS behind a number in capitals is cited as bis. */
static void lower_suffix(struct buffer *numbers, uint32_t from) {
    uint32_t at = from;
    while (at < numbers->length && numbers->bytes[at] != ' ') {
        at++;
    }
    for (; at < numbers->length; at++) {
        char byte = numbers->bytes[at];
        numbers->bytes[at] = byte >= 'A' && byte <= 'Z' ? (char)(byte + 32) : byte;
    }
}

/* "7 a" is cited as 7a. */
static void join_letter(struct buffer *numbers, uint32_t from) {
    char *end = numbers->bytes + numbers->length;
    if (numbers->length > from + 2 && end[-2] == ' ' && byte_is_letter(end[-1]) &&
        byte_is_digit(end[-3])) {
        end[-2] = end[-1];
        numbers->length--;
    }
}

uint32_t structure_number(struct structure *structure, const struct mark *mark) {
    struct buffer *numbers = structure->numbers;
    uint32_t from = (uint32_t)numbers->length;
    bool term = mark->shape == SHAPE_TERM, title = mark->shape == SHAPE_TITLE;
    if (title) {
        buffer_add_char(numbers, '"');
    }
    if (mark->number.spelt || mark->number.classes & CLASS_BULLET) {
        buffer_format(numbers, "%u", mark->number.digits);
    } else if (mark->number_end > mark->number_start) {
        bool bracketed = mark->shape == SHAPE_PAREN || mark->shape == SHAPE_HALF ||
                         mark->shape == SHAPE_UNIT; /* Article (4) bis */
        add_stretch(structure->document, numbers, mark->number_start, mark->number_end,
                    bracketed ? ')' : 0);
    }
    if (numbers->length == from && !numbers->failed) {
        return 0; /* the empty string that the pool begins with */
    }
    if (title) {
        buffer_add_char(numbers, '"');
    }
    if (!term && !title) {
        lower_suffix(numbers, from);
        join_letter(numbers, from);
    }
    buffer_add_char(numbers, '\0');
    return from;
}
