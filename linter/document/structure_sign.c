/*
 * Quotation marks. In: the place of a byte that may be one. Out: which of “ ” ‘ ’ « » " `` ''
 * stands there, whether it opens or closes, and how long it is; and the quotation that it opens.
 */
#include "mask.h"
#include "structure_mark.h"

enum { QUOTATION_BYTES = 2000, QUOTATION_SIGNS = 64 /* within it */ };

struct quote_sign quote_sign_at(const char *mask, uint32_t offset, uint32_t end) {
    const unsigned char *byte = (const unsigned char *)mask + offset;
    if (*byte == '"') {
        return (struct quote_sign){SIGN_STRAIGHT, true, true, 1};
    }
    if (*byte == '`' && end - offset > 1 && byte[1] == '`') {
        return (struct quote_sign){SIGN_TEX, true, false, 2};
    }
    if (*byte == '\'' && end - offset > 1 && byte[1] == '\'') {
        return (struct quote_sign){SIGN_TEX, false, true, 2};
    }
    if (*byte == 0xC2 && end - offset > 1 && (byte[1] == 0xAB || byte[1] == 0xBB)) {
        return (struct quote_sign){SIGN_ANGLE, byte[1] == 0xAB, byte[1] == 0xBB, 2};
    }
    if (*byte != 0xE2 || end - offset < 3 || byte[1] != 0x80) {
        return (struct quote_sign){0};
    }
    if (byte[2] == 0x9C || byte[2] == 0x9D) {
        return (struct quote_sign){SIGN_DOUBLE, byte[2] == 0x9C, byte[2] == 0x9D, 3};
    }
    if (byte[2] == 0x98 || byte[2] == 0x99) {
        return (struct quote_sign){SIGN_SINGLE, byte[2] == 0x98, byte[2] == 0x99, 3};
    }
    return (struct quote_sign){0};
}

/* A straight mark, or a single one, behind a blank or bracket and in front of a word. */
static bool seems_open(const char *mask, uint32_t offset, uint32_t after) {
    bool behind = offset == 0 || byte_is_gap(mask[offset - 1]) || mask[offset - 1] == '(' ||
                  mask[offset - 1] == '[' || (unsigned char)mask[offset - 1] >= 0x80;
    return behind && mask[after] && !byte_is_gap(mask[after]);
}

/* A blank line stands in it, and behind that no word that goes on. */
static bool is_torn(const char *mask, struct quotation quotation) {
    uint32_t lines = 0;
    for (uint32_t at = quotation.start; at < quotation.end; at++) {
        lines += mask[at] == '\n';
        if (!byte_is_gap(mask[at])) {
            if (lines > 1 && !view_is_lower((unsigned char)mask[at])) {
                return true;
            }
            lines = 0;
        }
    }
    return false;
}

struct quotation quotation_read(const struct structure *structure, uint32_t first) {
    const char *mask = structure->document->text.mask;
    uint32_t length = structure->document->text.length, start = structure->signs[first], depth = 0;
    const struct quote_sign open = quote_sign_at(mask, start, length);
    if (!open.opens || (open.closes && !seems_open(mask, start, start + open.length))) {
        return (struct quotation){0, 0};
    }
    for (uint32_t i = first + 1; i < structure->sign_count && i < first + QUOTATION_SIGNS &&
                                 structure->signs[i] < start + QUOTATION_BYTES;
         i++) {
        uint32_t at = structure->signs[i];
        const struct quote_sign sign = quote_sign_at(mask, at, length);
        uint32_t after = at + sign.length;
        bool straight = sign.kind == SIGN_STRAIGHT && !seems_open(mask, at, after);
        bool same = sign.kind == open.kind || (straight && open.kind != SIGN_SINGLE);
        if (!same || at < start + open.length) {
            continue;
        }
        if (sign.opens && (!sign.closes || seems_open(mask, at, after))) {
            if (sign.closes) {
                break; /* another begins: this one was never closed */
            }
            depth++;
        } else if (sign.kind == SIGN_SINGLE && view_is_word((unsigned char)mask[after])) {
            continue; /* an apostrophe */
        } else if (depth) {
            depth--;
        } else {
            struct quotation whole = {start, after};
            return is_torn(mask, whole) ? (struct quotation){0, 0} : whole;
        }
    }
    return (struct quotation){0, 0};
}
