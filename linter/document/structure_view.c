/*
 * Makes a stretch of law easy to read. In: bytes and mask, in which `**Article` and ` 24**.—` hold
 * emphasis, no-break spaces and dashes of all kinds. Out: one code a character
 * ("Article 24.<dash>"), each with its offset, for the reading of labels; and what stands just
 * before an offset.
 */
#include "../base/utf8.h"
#include "byte_bits.h"
#include "structure.h"

#include <string.h>

#define VIEW_STEP 16        /* bytes at a time */
#define BRACKETED_LIMIT 120 /* bytes of a title in brackets */

static unsigned char code_of_symbol(uint32_t character) {
    switch (character) {
    case 0x201C:
    case 0x2018:
    case 0x201E:
    case 0x201A:
    case 0xAB:
    case 0x201F:
        return VIEW_OPEN;
    case 0x201D:
    case 0x2019:
    case 0xBB:
        return VIEW_CLOSE;
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
        return VIEW_DASH;
    case 0x2010:
    case 0x2011:
        return '-';
    case 0xA7:
        return VIEW_SECTION;
    case 0xB0:
    case 0xBA:
    case 0x2070:
        return VIEW_DEGREE;
    case 0x2022:
    case 0x25CF:
    case 0x25CB:
    case 0x25AA:
    case 0x25E6:
    case 0x2023:
    case 0xB7:
        return VIEW_BULLET;
    default:
        return VIEW_OTHER;
    }
}

static unsigned char code_of(uint32_t character) {
    if (utf8_is_space(character)) {
        return ' ';
    }
    if (utf8_is_word(character) && character != 0xBA) {
        return utf8_is_upper(character) ? VIEW_UPPER : VIEW_LOWER;
    }
    return code_of_symbol(character);
}

/* Emphasis and what cannot be seen: not there, for a label. */
static bool is_left_out(const struct proviso_document *document, uint32_t offset) {
    char byte = document->text.bytes[offset], mask = document->text.mask[offset];
    return mask == MASK_SOFT || mask == MASK_JOIN || byte == '*' || byte == '_' || byte == '\\';
}

/* ASCII that is its own code, whatever stands beside it. */
static inline bool is_plain(unsigned char byte) {
    static const bool special[128] = {
        ['*'] = true, ['_'] = true, ['\\'] = true, ['`'] = true, ['-'] = true};
    return byte > ' ' && byte < 0x80 && !special[byte];
}

/* The code of the character at `offset` that is not plain, VIEW_END if it cannot be seen. */
static unsigned char read_code(const struct proviso_document *document, uint32_t offset,
                               uint32_t end, uint32_t *length) {
    const char *mask = document->text.mask + offset;
    uint32_t left = end - offset, character;
    *length = 1;
    if (*mask == ' ' && document->text.bytes[offset] == ' ') {
        return ' ';
    }
    if (is_left_out(document, offset)) {
        return VIEW_END;
    }
    if ((unsigned char)*mask >= 0x80) {
        *length = utf8_decode(mask, left, &character);
        return character == 0xAD ? VIEW_END : code_of(character);
    }
    if ((unsigned char)*mask <= ' ') {
        return ' ';
    }
    bool doubled = left > 1 && mask[1] == mask[0];
    while (doubled && *length < left && mask[*length] == mask[0]) {
        ++*length;
    }
    if (*mask == '`' && doubled) {
        *length = 2;
        return VIEW_OPEN;
    }
    return doubled && *mask == '-' ? VIEW_DASH : (unsigned char)*mask;
}

/* Takes over what is its own code from the next 16 bytes, up to `end`: all but what is no ASCII,
 * may be no blank or one of several, or is a mark. Returns how many bytes there were of it. */
static uint32_t take_plain(const struct proviso_document *document, uint32_t offset, uint32_t end,
                           struct view *view) {
    static const char marks[] = {'*', '_', '\\', '`', '-'};
    const char *mask = document->text.mask + offset, *bytes = document->text.bytes + offset;
    uint32_t blanks = byte_set_bits(mask, " ", 1) & byte_set_bits(bytes, " ", 1);
    uint32_t before = view->count && view->code[view->count - 1] == ' ';
    uint32_t others = (byte_low_bits(mask, ' ') & ~blanks) | (blanks & (blanks << 1 | before)) |
                      byte_set_bits(mask, marks, sizeof marks);
    uint32_t length = (uint32_t)__builtin_ctz(others | 1u << VIEW_STEP);
    memcpy(view->code + view->count, mask, VIEW_STEP);
    uint32_t *at = view->at + view->count;
    for (uint32_t i = 0; i < VIEW_STEP; i++) {
        at[i] = offset + i;
    }
    length = length < end - offset ? length : end - offset;
    view->count += length;
    return length;
}

/* 4Â¹ is read as 4^1. Returns the length of the raised digit behind a number, 0 if there is none.
 */
static uint32_t take_raised(const struct proviso_document *document, uint32_t offset, uint32_t end,
                            struct view *view) {
    uint32_t character, length, count = view->count;
    if (count == 0 || !view_is_digit(view->code[count - 1]) || count + 2 > VIEW_LENGTH) {
        return 0;
    }
    length = utf8_decode(document->text.mask + offset, end - offset, &character);
    uint32_t digit = utf8_raised(character);
    if (digit > 9) {
        return 0;
    }
    bool more = count > 1 && view->at[count - 1] == view->at[count - 2]; /* 4Â¹Â² */
    if (!more) {
        view->code[count] = '^';
        view->at[count++] = offset;
    }
    view->code[count] = (unsigned char)('0' + digit);
    view->at[count++] = offset;
    view->count = count;
    return length;
}

/* Reads one character. Returns its length. */
static uint32_t take_one(const struct proviso_document *document, uint32_t offset, uint32_t end,
                         struct view *view) {
    unsigned char code = (unsigned char)document->text.mask[offset];
    uint32_t length = code >= 0x80 ? take_raised(document, offset, end, view) : 0;
    if (length) {
        return length;
    }
    length = 1;
    if (!is_plain(code)) {
        code = read_code(document, offset, end, &length);
    }
    bool repeated = code == ' ' && view->count && view->code[view->count - 1] == ' ';
    if (code != VIEW_END && !repeated) {
        view->code[view->count] = code;
        view->at[view->count++] = offset;
    }
    return length;
}

void view_read(const struct proviso_document *document, uint32_t start, uint32_t end,
               struct view *view) {
    const char *mask = document->text.mask;
    uint32_t offset = start, limit = document->text.length;
    view->count = 0;
    while (offset < end && view->count < VIEW_LENGTH) {
        bool many = is_plain((unsigned char)mask[offset]) && limit - offset >= VIEW_STEP &&
                    VIEW_LENGTH - view->count >= VIEW_STEP;
        offset +=
            many ? take_plain(document, offset, end, view) : take_one(document, offset, end, view);
    }
    view->code[view->count] = VIEW_END;
    view->at[view->count] = offset;
}

static uint32_t character_before(const struct proviso_document *document, uint32_t offset,
                                 uint32_t limit, uint32_t *character) {
    const char *mask = document->text.mask;
    uint32_t start = offset - 1;
    while (start > limit && offset - start < 4 && ((unsigned char)mask[start] & 0xC0) == 0x80) {
        start--;
    }
    utf8_decode(mask + start, offset - start, character);
    return start;
}

uint32_t text_back(const struct proviso_document *document, uint32_t offset, uint32_t limit) {
    while (offset > limit) {
        unsigned char byte = (unsigned char)document->text.mask[offset - 1];
        if (byte <= ' ' || is_left_out(document, offset - 1)) {
            offset--;
            continue;
        }
        uint32_t character;
        if (byte < 0x80) {
            break;
        }
        uint32_t start = character_before(document, offset, limit, &character);
        if (!utf8_is_space(character)) {
            break;
        }
        offset = start;
    }
    return offset;
}

uint32_t text_skip(const struct proviso_document *document, uint32_t offset, uint32_t limit) {
    while (offset < limit) {
        unsigned char byte = (unsigned char)document->text.mask[offset];
        uint32_t length = 1, character;
        if (byte >= 0x80) {
            length = utf8_decode(document->text.mask + offset, limit - offset, &character);
            if (!utf8_is_space(character)) {
                break;
            }
        } else if (byte > ' ' && !is_left_out(document, offset)) {
            break;
        }
        offset += length;
    }
    return offset;
}

unsigned char text_code_before(const struct proviso_document *document, uint32_t offset,
                               uint32_t limit) {
    if (offset <= limit) {
        return VIEW_END;
    }
    unsigned char byte = (unsigned char)document->text.mask[offset - 1];
    if (byte < 0x80) {
        return byte <= ' ' ? ' ' : byte;
    }
    uint32_t character;
    character_before(document, offset, limit, &character);
    return code_of(character);
}

bool line_is_bold(const struct proviso_document *document, const struct line *line) {
    const char *bytes = document->text.bytes;
    uint32_t start = line->offset, end = line->end;
    if ((unsigned char)document->text.mask[start] > ' ') {
        return false; /* emphasis is masked */
    }
    while (start < end && (unsigned char)bytes[start] <= ' ') {
        start++;
    }
    while (end > start && (unsigned char)bytes[end - 1] <= ' ') {
        end--;
    }
    return end - start > 4 && bytes[start] == bytes[start + 1] &&
           bytes[end - 1] == bytes[end - 2] && bytes[start] == bytes[end - 1] &&
           (bytes[start] == '*' || bytes[start] == '_');
}

uint32_t line_next_law(const struct proviso_document *document, uint32_t line) {
    do {
        line++;
    } while (line < document->line_count &&
             (!line_is_law(&document->lines[line]) ||
              text_skip(document, document->lines[line].offset, document->lines[line].end) ==
                  document->lines[line].end));
    return line;
}

uint32_t line_last_law(const struct proviso_document *document, uint32_t line) {
    while (line-- > 0) {
        if (line_is_law(&document->lines[line])) {
            return line;
        }
    }
    return DOCUMENT_NONE;
}

uint32_t text_bracketed(const struct proviso_document *document, uint32_t offset, uint32_t end) {
    const char *mask = document->text.mask;
    uint32_t limit = end - offset > BRACKETED_LIMIT ? offset + BRACKETED_LIMIT : end;
    if (offset + 3 >= end || mask[offset] != '(' ||
        !view_is_upper((unsigned char)mask[offset + 1]) ||
        !view_is_lower((unsigned char)mask[offset + 2])) {
        return 0;
    }
    const char *close = memchr(mask + offset, ')', limit - offset);
    return close ? (uint32_t)(close - mask) + 1 : 0;
}

bool line_begins_small(const struct proviso_document *document, const struct line *line) {
    uint32_t at = text_skip(document, line->offset, line->end);
    return at < line->end && view_is_lower((unsigned char)document->text.mask[at]);
}
