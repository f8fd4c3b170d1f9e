/*
 * Notes in the encoding of the draft. In: UTF-8 such as "§ 24 — data" with LF line ends. Out: the
 * same in UTF-8, UTF-16 or Windows-1252 with the draft's own line ends.
 */
#include "encode.h"

#include "../base/utf8.h"

#include <string.h>

const char *encode_line_end(const struct proviso_document *document) {
    if (document->line_count < 2) {
        return "\n";
    }
    const char *end = document->text.mask + document->lines[0].end;
    uint32_t length = document->lines[1].offset - document->lines[0].end;
    return length == 2 ? "\r\n" : *end == '\r' ? "\r" : "\n";
}

/* The characters of bytes 0x80 to 0x9F in Windows-1252. */
static const uint16_t windows_1252[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

static void add_windows_1252(struct buffer *out, uint32_t character) {
    if (character < 0x80 || (character >= 0xA0 && character <= 0xFF)) {
        buffer_add_char(out, (char)(unsigned char)character);
        return;
    }
    for (uint32_t i = 0; i < 32; i++) {
        if (windows_1252[i] == character) {
            buffer_add_char(out, (char)(unsigned char)(0x80 + i));
            return;
        }
    }
    buffer_add_char(out, character == 0x2191 ? '^' : character == 0x2011 ? '-' : '?');
}

static void add_unit(struct buffer *out, enum encoding encoding, uint32_t unit) {
    char low = (char)(unsigned char)(unit & 0xFF), high = (char)(unsigned char)(unit >> 8);
    buffer_add_char(out, encoding == ENCODING_UTF16LE ? low : high);
    buffer_add_char(out, encoding == ENCODING_UTF16LE ? high : low);
}

static void add_character(struct buffer *out, enum encoding encoding, uint32_t character) {
    char bytes[4];
    if (encoding == ENCODING_UTF8) {
        buffer_add(out, bytes, utf8_encode(character, bytes));
    } else if (encoding == ENCODING_WINDOWS_1252) {
        add_windows_1252(out, character);
    } else if (character >= 0x10000) {
        add_unit(out, encoding, 0xD800 + ((character - 0x10000) >> 10));
        add_unit(out, encoding, 0xDC00 + ((character - 0x10000) & 0x3FF));
    } else {
        add_unit(out, encoding, character);
    }
}

void encode_add(struct buffer *out, enum encoding encoding, const char *line_end, const char *bytes,
                size_t length) {
    for (size_t at = 0; at < length;) {
        uint32_t character;
        at += utf8_decode(bytes + at, length - at, &character);
        if (character != '\n') {
            add_character(out, encoding, character);
            continue;
        }
        for (const char *end = line_end; *end; end++) {
            add_character(out, encoding, (unsigned char)*end);
        }
    }
}
