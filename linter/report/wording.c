/*
 * Words made fit to print. In: the bytes of a draft, "as\n>   *appropriate*". Out: one line of
 * valid UTF-8, "as appropriate", with no control character that a terminal or a reader of lines
 * would obey. The mask of the document tells which bytes are law and which are marks.
 */
#include "wording.h"

#include "../base/utf8.h"

struct range {
    uint32_t first, last;
};

static bool in_ranges(uint32_t character, const struct range *ranges, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (character >= ranges[i].first && character <= ranges[i].last) {
            return true;
        }
    }
    return false;
}

uint32_t wording_printable(uint32_t character) {
    static const struct range obeyed[] = {
        {0, 0x1F}, {0x7F, 0x9F}, {0x2028, 0x202E}, {0x2066, 0x2069}, {0xFFF9, 0xFFFC}};
    if (character >= ' ' && character < 0x7F) {
        return character;
    }
    return in_ranges(character, obeyed, sizeof obeyed / sizeof obeyed[0]) ? UTF8_REPLACEMENT
                                                                          : character;
}

uint32_t wording_width(uint32_t character) {
    static const struct range none[] = {
        {0xAD, 0xAD},     {0x300, 0x36F},   {0x483, 0x489},   {0x591, 0x5BD},   {0x610, 0x61A},
        {0x64B, 0x65F},   {0x6D6, 0x6DC},   {0x900, 0x902},   {0x93C, 0x93C},   {0x94D, 0x94D},
        {0xE31, 0xE31},   {0xE34, 0xE3A},   {0xE47, 0xE4E},   {0x200B, 0x200F}, {0x2060, 0x2064},
        {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}};
    static const struct range wide[] = {{0x1100, 0x115F},   {0x2E80, 0x303E},  {0x3041, 0xA4CF},
                                        {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},  {0xFE30, 0xFE6F},
                                        {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},  {0x1F300, 0x1F64F},
                                        {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD}};
    if (character < 0xAD) {
        return 1;
    }
    if (in_ranges(character, none, sizeof none / sizeof none[0])) {
        return 0;
    }
    return character >= 0x1100 && in_ranges(character, wide, sizeof wide / sizeof wide[0]) ? 2 : 1;
}

void wording_character(struct buffer *out, uint32_t character) {
    char bytes[4];
    buffer_add(out, bytes, utf8_encode(character, bytes));
}

static bool left_out(uint32_t character) {
    return character == MASK_JOIN || character == MASK_SOFT || character == 0xAD;
}

void wording_add(struct buffer *out, const char *bytes, size_t length) {
    bool blank = false, begun = false;
    for (size_t at = 0; at < length;) {
        uint32_t character;
        at += utf8_decode(bytes + at, length - at, &character);
        if (left_out(character)) {
            continue;
        }
        if (utf8_is_space(character)) {
            blank = begun;
            continue;
        }
        if (blank) {
            buffer_add_char(out, ' ');
        }
        wording_character(out, wording_printable(character));
        blank = false;
        begun = true;
    }
}

void wording_path(struct buffer *out, const char *path) {
    for (; *path; path++) {
        unsigned char byte = (unsigned char)*path;
        buffer_add_char(out, byte < ' ' || byte == 0x7F ? '?' : *path);
    }
}

void wording_of(struct buffer *out, const struct proviso_document *document, uint32_t start,
                uint32_t end) {
    wording_add(out, document->text.mask + start, end - start);
}
