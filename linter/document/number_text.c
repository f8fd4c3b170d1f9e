/*
 * Writes numbers as they are cited. In: a mark whose number is "40 *bis*", "ONE" or “data ”. Out:
 * "40 bis", "1", "data" in the pool of numbers, each ended by a NUL.
 */
#include "../base/buffer.h"
#include "../base/utf8.h"
#include "structure_arrange.h"

#define NUMBER_LIMIT 80 /* bytes of a number; terms are cut at a character */

/* Copies a stretch without emphasis, white space as one blank, at most NUMBER_LIMIT bytes. */
static void add_stretch(const struct proviso_document *document, struct buffer *numbers,
                        uint32_t start, uint32_t end, char dropped) {
    const char *mask = document->text.mask;
    uint32_t from = (uint32_t)numbers->length;
    for (uint32_t at = start; at < end && numbers->length - from < NUMBER_LIMIT;) {
        uint32_t next = text_skip(document, at, end);
        if (next > at) {
            bool space = false;
            for (; at < next; at++) {
                space |= mask[at] != MASK_SOFT && mask[at] != MASK_JOIN && mask[at] != '*' &&
                         mask[at] != '_' && mask[at] != '\\';
            }
            if (space && next < end && numbers->length > from) {
                buffer_add_char(numbers, ' ');
            }
            continue;
        }
        if (mask[at] == dropped) { /* (e) bis is cited as (e bis) */
            at++;
            continue;
        }
        uint32_t character, length = utf8_decode(mask + at, end - at, &character);
        char bytes[4];
        uint32_t count = utf8_encode(character == '"' ? '\'' : character, bytes);
        buffer_add(numbers, bytes, count);
        at += length;
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
        bool bracketed = mark->shape == SHAPE_PAREN || mark->shape == SHAPE_HALF;
        add_stretch(structure->document, numbers, mark->number_start, mark->number_end,
                    bracketed ? ')' : '\0');
    }
    if (numbers->length == from && !numbers->failed) {
        return 0; /* the empty string that the pool begins with */
    }
    if (title) {
        buffer_add_char(numbers, '"');
    }
    if (!term && !title) {
        lower_suffix(numbers, from);
    }
    buffer_add_char(numbers, '\0');
    return from;
}
