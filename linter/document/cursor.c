/*
 * Places as people count them. In: a byte of the text, such as that of "as appropriate" in Article
 * 24. Out: line 12, column 27, in characters, bytes of the file and UTF-16 units. A cursor that
 * moves forward reads each byte once; backwards it reads the line again.
 */
#include "document.h"

#include <string.h>

/* A byte order mark that is part of the text stands before column 1. */
static uint32_t text_start(const struct text *text) {
    return text->encoding == ENCODING_UTF8 ? text->bom : 0;
}

struct cursor cursor_start(const struct text *text) {
    return (struct cursor){
        .text = text, .offset = text_start(text), .line = 1, .character = 1, .byte = 1, .utf16 = 1};
}

/* The text or its mask: line ends are the same in both. */
static const char *lines_of(const struct text *text) {
    return text->bytes ? text->bytes : text->mask;
}

/* Whether a line ends with the byte at `at`: LF, CRLF or a CR alone. */
static bool ends_line(const struct text *text, uint32_t at) {
    const char *bytes = lines_of(text);
    return bytes[at] == '\n' ||
           (bytes[at] == '\r' && (at + 1 == text->length || bytes[at + 1] != '\n'));
}

/* The line ends in start..end, without branches so that the compiler can take 16 bytes at a time.
 */
static uint32_t count_line_ends(const struct text *text, uint32_t start, uint32_t end) {
    uint32_t count = 0;
    const char *bytes = lines_of(text);
    for (uint32_t at = start; at < end;) {
        uint32_t block = end - at < 255 ? end : at + 255;
        uint8_t feeds = 0, returns = 0;
        for (uint32_t i = at; i < block; i++) {
            feeds = (uint8_t)(feeds + (bytes[i] == '\n'));
            returns = (uint8_t)(returns + (bytes[i] == '\r'));
        }
        count += feeds;
        for (uint32_t i = at; returns && i < block; i++) {
            count += bytes[i] == '\r' && ends_line(text, i);
        }
        at = block;
    }
    return count;
}

/* Where the line begins that holds the byte at `offset`, not before `least`. */
static uint32_t line_start(const struct text *text, uint32_t offset, uint32_t least) {
    while (offset > least && !ends_line(text, offset - 1)) {
        offset--;
    }
    return offset;
}

/* Adds the columns of start..end, which hold no line end. */
static void add_columns(struct cursor *cursor, uint32_t start, uint32_t end) {
    const struct text *text = cursor->text;
    uint32_t characters = 0, wide = 0;
    bool good = text->bad_bytes == 0 || text->encoding != ENCODING_UTF8;
    for (uint32_t at = start, stop; good && at < end; at = stop) {
        const char *bytes = text_original(text, at, &stop);
        stop = stop < end ? stop : end;
        for (uint32_t i = 0; i < stop - at; i++) {
            characters += ((unsigned char)bytes[i] & 0xC0) != 0x80;
            wide += (unsigned char)bytes[i] >= 0xF0;
        }
    }
    for (uint32_t at = start; !good && at < end; characters++) {
        uint32_t character;
        at += text_character(text, at, text->length, &character);
        wide += character >= 0x10000;
    }
    cursor->character += characters;
    cursor->utf16 += characters + wide;
    cursor->byte += text_file_offset(text, end) - text_file_offset(text, start);
}

void cursor_move(struct cursor *cursor, uint32_t offset) {
    const struct text *text = cursor->text;
    uint32_t least = text_start(text), from = cursor->offset;
    if (offset > text->length) {
        offset = text->length;
    }
    if (offset < least) {
        offset = least;
    }
    uint32_t ends =
        offset > from ? count_line_ends(text, from, offset) : count_line_ends(text, offset, from);
    if (offset < from || ends > 0) {
        cursor->line = offset > from ? cursor->line + ends : cursor->line - ends;
        cursor->character = cursor->byte = cursor->utf16 = 1;
        from = line_start(text, offset, least);
    }
    add_columns(cursor, from, offset);
    cursor->offset = offset;
}
