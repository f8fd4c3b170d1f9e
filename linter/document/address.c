/*
 * Addresses and emphasis, wherever they stand. In: "See _Article 2_ at https://example.org/a_b or
 * a.b@example.org". Out: blanks where the addresses are, and marks of emphasis that words may run
 * across.
 */
#include "../base/utf8.h"
#include "mask.h"

#include <string.h>

enum { BLOCK = 2048, SCHEME_LIMIT = 12, NAME_LIMIT = 64 };

/* What a block holds: found without branches, so that the compiler can take 16 bytes at a time. */
static bool has_address(const char *bytes, uint32_t length) {
    uint8_t found = 0;
    for (uint32_t i = 0; i < length; i++) {
        found |= (uint8_t)(((bytes[i] == ':') & (bytes[i + 1] == '/')) |
                           ((bytes[i] == 'w') & (bytes[i + 1] == 'w')) | (bytes[i] == '@'));
    }
    return found != 0;
}

/* Marks of emphasis become soft. */
static void soften(char *mask, uint32_t length) {
    for (uint32_t i = 0; i < length; i++) {
        bool mark = (mask[i] == '*') | (mask[i] == '_') | (mask[i] == '~');
        mask[i] = mark ? MASK_SOFT : mask[i];
    }
}

static bool is_name_byte(char byte) {
    return byte_is_letter(byte) || byte_is_digit(byte);
}

/* The end of the address that goes on at `at`: to white space, a bracket or a quotation mark;
 * without the punctuation that ends the sentence around it. */
static uint32_t address_end(const char *bytes, uint32_t at, uint32_t end) {
    uint32_t open = 0, close = 0;
    while (at < end && (unsigned char)bytes[at] > ' ' && !strchr("<>\"|`{}[]", bytes[at])) {
        uint32_t character, size = utf8_decode(bytes + at, end - at, &character);
        if (size > 1 && !utf8_is_word(character)) {
            break;
        }
        if (size == 1 && character == UTF8_REPLACEMENT) {
            break;
        }
        open += bytes[at] == '(';
        close += bytes[at] == ')';
        at += size;
    }
    for (;; at--) {
        char last = bytes[at - 1];
        bool extra = last == ')' && close > open;
        close -= extra;
        if (!extra && !strchr(".,;:!?'*_~\\", last)) {
            return at;
        }
    }
}

/* The first letter of the scheme in front of "://", or `at`. */
static uint32_t scheme_start(const char *bytes, uint32_t at) {
    uint32_t start = at;
    while (start > 0 && at - start < SCHEME_LIMIT && is_name_byte(bytes[start - 1])) {
        start--;
    }
    return start;
}

static uint32_t mail_start(const char *bytes, uint32_t at) {
    uint32_t start = at;
    while (start > 0 && at - start < NAME_LIMIT &&
           (is_name_byte(bytes[start - 1]) || bytes[start - 1] == MASK_SOFT ||
            (bytes[start - 1] && strchr(".+-_%", bytes[start - 1])))) {
        start--;
    }
    if (start >= 7 && memcmp(bytes + start - 7, "mailto:", 7) == 0) {
        start -= 7;
    }
    return start;
}

/* The end of the domain behind an @: labels with at least one full stop between them; or 0. */
static uint32_t domain_end(const char *bytes, uint32_t at, uint32_t end) {
    uint32_t stops = 0, limit = end - at > 255 ? at + 255 : end;
    while (at < limit && (is_name_byte(bytes[at]) || bytes[at] == '-' ||
                          (bytes[at] == '.' && at + 1 < limit && is_name_byte(bytes[at + 1])))) {
        stops += bytes[at] == '.';
        at++;
    }
    return stops ? at : 0;
}

/* Blanks the address whose sign (the colon, the first w, the @) is at `at`. Returns where to go on.
 */
static uint32_t mask_address(struct masking *masking, uint32_t at) {
    const char *mask = masking->mask;
    uint32_t end = masking->length, left = end - at, start = at, stop = 0;
    if (mask[at] == ':' && left > 3 && memcmp(mask + at, "://", 3) == 0) {
        start = scheme_start(mask, at);
        stop = start < at ? address_end(mask, at + 3, end) : 0;
    } else if (mask[at] == 'w' && left > 4 && memcmp(mask + at, "www.", 4) == 0 &&
               is_name_byte(mask[at + 4]) && (at == 0 || !is_name_byte(mask[at - 1]))) {
        stop = address_end(mask, at + 4, end);
    } else if (mask[at] == '@') {
        start = mail_start(mask, at);
        stop = start < at ? domain_end(mask, at + 1, end) : 0;
    }
    if (stop <= at) {
        return at + 1;
    }
    mask_blank(masking, start, stop);
    return stop;
}

void address_mask(struct masking *masking) {
    uint32_t reached = 0; /* the end of the last address */
    for (uint32_t start = 0; start < masking->length; start += BLOCK) {
        uint32_t left = masking->length - start, length = left < BLOCK ? left : BLOCK;
        /* An address at the very end of the text has no room for itself. */
        if (has_address(masking->mask + start, length == left ? length - 1 : length)) {
            uint32_t at = reached > start ? reached : start;
            while (at < start + length) {
                char byte = masking->mask[at];
                at = byte == ':' || byte == 'w' || byte == '@' ? mask_address(masking, at) : at + 1;
            }
            reached = at;
        }
        soften(masking->mask + start, length);
    }
}
