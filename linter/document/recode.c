/*
 * Other encodings into UTF-8, and the way back to a place in the file. In: UTF-16 or Windows-1252,
 * "d\xE9lit". Out: UTF-8, "délit", with a checkpoint every few hundred bytes of text, from which
 * the byte of the file is found again by counting characters: each has one byte in Windows-1252,
 * two or four in UTF-16.
 */
#include "recode.h"

#include "../base/utf8.h"
#include "survey.h"

enum { RUN_BYTES = 256 };

struct recoding {
    struct text *text;
    char *bytes;
    struct text_run *runs;
    uint32_t length, run_count, next_run;
};

/* First without an output, to measure; then with one. */
static void put(struct recoding *out, uint32_t character, uint32_t file) {
    if (out->length >= out->next_run) {
        if (out->runs) {
            out->runs[out->run_count] = (struct text_run){out->length, file};
        }
        out->run_count++;
        out->next_run = out->length + RUN_BYTES;
    }
    char bytes[4];
    uint32_t size = utf8_encode(character, bytes);
    for (uint32_t i = 0; out->bytes && i < size; i++) {
        out->bytes[out->length + i] = bytes[i];
    }
    out->length += size;
}

static void convert_1252(struct recoding *out) {
    const struct text *text = out->text;
    for (uint32_t at = 0; at < text->file_length; at++) {
        unsigned char byte = (unsigned char)text->file[at];
        uint32_t character = windows_1252_character(byte);
        put(out, character || byte == 0 ? character : UTF8_REPLACEMENT, at);
    }
}

static uint32_t utf16_unit(const struct text *text, uint32_t at) {
    uint32_t first = (unsigned char)text->file[at], second = (unsigned char)text->file[at + 1];
    return text->encoding == ENCODING_UTF16BE ? first << 8 | second : second << 8 | first;
}

static uint32_t convert_utf16(struct recoding *out, uint32_t *first_bad) {
    const struct text *text = out->text;
    uint32_t bad = 0, at = text->bom;
    while (at < text->file_length) {
        uint32_t left = text->file_length - at, size = left > 1 ? 2 : 1;
        uint32_t character = left > 1 ? utf16_unit(text, at) : 0xD800;
        if (character >= 0xD800 && character < 0xE000) {
            uint32_t low = left > 3 ? utf16_unit(text, at + 2) : 0;
            if (character < 0xDC00 && low >= 0xDC00 && low < 0xE000) {
                character = 0x10000 + ((character - 0xD800) << 10) + (low - 0xDC00);
                size = 4;
            } else {
                character = UTF8_REPLACEMENT;
                *first_bad = bad++ ? *first_bad : out->length;
            }
        }
        put(out, character, at);
        at += size;
    }
    return bad;
}

static uint32_t convert(struct recoding *out, uint32_t *first_bad) {
    if (out->text->encoding == ENCODING_WINDOWS_1252) {
        convert_1252(out);
        return 0;
    }
    return convert_utf16(out, first_bad);
}

static bool recode(struct text *text, struct arena *arena, uint32_t *first_bad) {
    struct recoding out = {.text = text};
    convert(&out, first_bad);
    uint32_t capacity = 0;
    text->recoded = out.bytes = array_grow(NULL, &capacity, out.length, 1);
    out.runs = ARENA_ARRAY(arena, struct text_run, out.run_count);
    if (!out.bytes || !out.runs) {
        return false;
    }
    out.length = out.run_count = out.next_run = 0;
    text->bad_bytes = convert(&out, first_bad);
    text->bytes = out.bytes;
    text->length = out.length;
    text->runs = out.runs;
    text->run_count = out.run_count;
    return true;
}

bool recode_windows_1252(struct text *text, struct arena *arena) {
    uint32_t none;
    return recode(text, arena, &none);
}

bool recode_utf16(struct text *text, struct arena *arena, uint32_t *first_bad) {
    return recode(text, arena, first_bad);
}

/* The last run that begins at or before the offset. */
static const struct text_run *run_before(const struct text *text, uint32_t offset) {
    uint32_t low = 0, high = text->run_count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (text->runs[middle].text <= offset) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return &text->runs[low];
}

uint32_t text_file_offset(const struct text *text, uint32_t offset) {
    if (text->run_count == 0) {
        return offset;
    }
    const struct text_run *run = run_before(text, offset);
    uint32_t at = run->text, file = run->file;
    while (at < offset && at < text->length) {
        unsigned char lead = (unsigned char)text_byte(text, at);
        uint32_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (at + size > offset && offset < text->length) {
            break;
        }
        at += size;
        file += text->encoding == ENCODING_WINDOWS_1252 ? 1 : size == 4 ? 4 : 2;
    }
    return file < text->file_length ? file : text->file_length;
}
