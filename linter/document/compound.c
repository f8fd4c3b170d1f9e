/*
 * Words that are more than letters. In: "co-operation", "propor-\n> tional", "*State*’s",
 * "of\u00ADfence", "1,000", "Article12". Out: one token where the lexicon knows the parts as one
 * word (cooperation), else one for each part (law-enforcement); without the possessive. Figures are
 * numbers, with their suffix (12A, 3rd, 40bis).
 */
#include "../base/utf8.h"
#include "fold.h"
#include "mask.h"
#include "token.h"

#include <string.h>

enum { PARTS = 6, JOINED = 4, SUFFIX = 3 };

/* Letters or figures without a break, folded. */
struct part {
    uint32_t start, end;
    uint32_t first, last; /* its form in compound.forms */
    bool number;
};

struct compound {
    struct token_reader *reader;
    struct part parts[PARTS];
    uint32_t count;
    uint32_t length;
    char forms[PARTS * (TOKEN_LIMIT + 4)]; /* one after the other, so that neighbours are joined */
};

static uint32_t decode(const struct compound *compound, uint32_t at, uint32_t *character) {
    *character = 0;
    return at < compound->reader->end
               ? utf8_decode(compound->reader->mask + at, compound->reader->end - at, character)
               : 0;
}

static bool is_soft(uint32_t character) {
    return character == (unsigned char)MASK_SOFT || (character >= 0x200B && character <= 0x200D) ||
           character == 0x2060 || character == 0xFEFF;
}

static bool is_join(uint32_t character) {
    return character == (unsigned char)MASK_JOIN || character == 0xAD;
}

static bool is_hyphen(uint32_t character) {
    return character == '-' || character == 0x2010 || character == 0x2011;
}

/* Also as Windows and Macintosh wrote it, in what was meant to be UTF-8. */
static bool is_apostrophe(const struct compound *compound, uint32_t at, uint32_t character) {
    unsigned char byte = (unsigned char)compound->reader->mask[at];
    return character == '\'' || character == 0x2019 || character == 0x02BC ||
           (character == UTF8_REPLACEMENT && (byte == 0x92 || byte == 0xD5));
}

static bool is_letter(uint32_t character) {
    return utf8_is_word(character) && character != 0x02BC && !fold_is_ideograph(character) &&
           !(character >= '0' && character <= '9');
}

static bool is_digit(uint32_t character) {
    return character >= '0' && character <= '9';
}

static uint32_t skip_soft(const struct compound *compound, uint32_t at) {
    uint32_t character, size;
    while ((size = decode(compound, at, &character)) && is_soft(character)) {
        at += size;
    }
    return at;
}

/* Over white space with one or two line ends in it; `at` itself if there is none. */
static uint32_t skip_line_end(const struct compound *compound, uint32_t at) {
    const char *mask = compound->reader->mask;
    uint32_t start = at, ends = 0, end = compound->reader->end;
    for (; at < end; at++) {
        if (mask[at] == '\n' || (mask[at] == '\r' && (at + 1 == end || mask[at + 1] != '\n'))) {
            ends++;
        } else if (mask[at] != '\r' && mask[at] != MASK_SOFT && !byte_is_blank(mask[at])) {
            break;
        }
    }
    return ends == 1 || ends == 2 ? at : start;
}

/* ---- parts --------------------------------------------------------------------------------- */

static void add_form(struct compound *compound, const char *bytes, uint32_t length) {
    struct part *part = &compound->parts[compound->count];
    if (compound->length - part->first <= TOKEN_LIMIT) { /* else it is too long to be known */
        memcpy(compound->forms + compound->length, bytes, length);
        compound->length += length;
    }
}

/* Adds a letter, folded; `*before` is the one before it, for accents. */
static void add_letter(struct compound *compound, uint32_t character, uint32_t *before) {
    const char *ligature = fold_ligature(character);
    if (ligature) {
        add_form(compound, ligature, (uint32_t)strlen(ligature));
        *before = 0;
        return;
    }
    uint32_t composed = fold_compose(*before, character);
    if (composed) {
        char old[4];
        compound->length -= utf8_encode(*before, old);
    }
    *before = composed ? composed : utf8_fold(character);
    char bytes[4];
    add_form(compound, bytes, utf8_encode(*before, bytes));
}

/* Plain letters, the common case. */
static uint32_t read_ascii(struct compound *compound, uint32_t at) {
    const char *mask = compound->reader->mask;
    uint32_t limit = compound->parts[compound->count].first + TOKEN_LIMIT;
    while (at < compound->reader->end && byte_is_letter(mask[at]) && compound->length < limit) {
        compound->forms[compound->length++] = (char)(mask[at++] | 0x20);
    }
    return at;
}

/* Letters, and soft hyphens between them, also at the end of a line. */
static uint32_t read_letters(struct compound *compound, uint32_t at) {
    uint32_t character, size, before = 0, next, end = at;
    for (;;) {
        uint32_t plain = read_ascii(compound, at);
        if (plain > at) {
            before = (unsigned char)compound->forms[compound->length - 1];
            at = end = plain;
        }
        size = decode(compound, at, &character);
        if (size == 0) {
            break;
        }
        if (is_letter(character)) {
            add_letter(compound, character, &before);
            at = end = at + size;
        } else if (is_join(character)) {
            at = skip_line_end(compound, at + size);
        } else if (is_soft(character)) {
            next = skip_soft(compound, at);
            decode(compound, next, &character);
            if (!is_join(character)) {
                break;
            }
            at = next;
        } else {
            break;
        }
    }
    return end;
}

/* 1,000.50 and 12A, 3rd, 40bis, also where the suffix is set in another type. */
static uint32_t read_figures(struct compound *compound, uint32_t at) {
    const char *mask = compound->reader->mask;
    uint32_t end = compound->reader->end;
    while (at < end && (byte_is_digit(mask[at]) || ((mask[at] == ',' || mask[at] == '.') &&
                                                    at + 1 < end && byte_is_digit(mask[at + 1])))) {
        add_form(compound, mask + at++, 1);
    }
    uint32_t start = skip_soft(compound, at), stop = start, character, size;
    while (stop < end && byte_is_letter(mask[stop])) {
        stop++;
    }
    size = decode(compound, stop, &character);
    bool goes_on = size && utf8_is_word(character);
    if (stop == start || stop - start > SUFFIX || goes_on) {
        return at;
    }
    for (; start < stop; start++) {
        char small = (char)(mask[start] | 0x20);
        add_form(compound, &small, 1);
    }
    return stop;
}

static uint32_t read_part(struct compound *compound, uint32_t at) {
    struct part *part = &compound->parts[compound->count];
    uint32_t character;
    decode(compound, at, &character);
    *part = (struct part){.start = at, .first = compound->length, .number = is_digit(character)};
    part->end = part->number ? read_figures(compound, at) : read_letters(compound, at);
    part->last = compound->length;
    compound->count++;
    return part->end;
}

/* ---- between parts ------------------------------------------------------------------------- */

/* Where the next part begins, or DOCUMENT_NONE if this was the last: over soft marks, a hyphen, a
 * hyphen at the end of a line, an apostrophe, or at once where figures follow letters. */
static uint32_t find_next(const struct compound *compound, uint32_t at) {
    uint32_t character, size;
    at = skip_soft(compound, at);
    size = decode(compound, at, &character);
    if (size && (is_hyphen(character) || is_apostrophe(compound, at, character))) {
        at = skip_soft(compound, at + size);
        at = is_hyphen(character) ? skip_line_end(compound, at) : at;
        size = decode(compound, at, &character);
    }
    return size && (is_letter(character) || is_digit(character)) ? at : DOCUMENT_NONE;
}

/* Over ’s, if the word ends with it. */
static uint32_t skip_possessive(const struct compound *compound, uint32_t at) {
    uint32_t character, mark = skip_soft(compound, at), size = decode(compound, mark, &character);
    if (!size || !is_apostrophe(compound, mark, character)) {
        return at;
    }
    uint32_t letter = skip_soft(compound, mark + size);
    size = decode(compound, letter, &character);
    if (character != 's' && character != 'S') {
        return at;
    }
    uint32_t after = skip_soft(compound, letter + size);
    decode(compound, after, &character);
    return utf8_is_word(character) ? at : letter + size;
}

/* ---- tokens -------------------------------------------------------------------------------- */

static uint32_t find_word(const struct compound *compound, uint32_t first, uint32_t last) {
    const char *form = compound->forms + compound->parts[first].first;
    uint32_t length = compound->parts[last].last - compound->parts[first].first;
    return length > TOKEN_LIMIT ? WORD_UNKNOWN
                                : lexicon_word(compound->reader->lexicon, form, length);
}

/* The longest row of parts that is a word of the lexicon, or else the first part alone. Returns the
 * part after it. */
static uint32_t add_token(struct compound *compound, uint32_t first) {
    const struct part *parts = compound->parts;
    uint32_t last = first + JOINED - 1, word = WORD_UNKNOWN;
    last = last < compound->count ? last : compound->count - 1;
    while ((word = find_word(compound, first, last)) == WORD_UNKNOWN && last > first) {
        last--;
    }
    if (word == WORD_UNKNOWN && parts[first].number) {
        word = WORD_NUMBER;
    }
    token_add(compound->reader, parts[first].start, parts[last].end, word);
    return last + 1;
}

uint32_t compound_read(struct token_reader *reader, uint32_t at) {
    struct compound compound;
    compound.reader = reader;
    compound.count = compound.length = 0;
    uint32_t next = at;
    while (next != DOCUMENT_NONE && compound.count < PARTS) {
        at = read_part(&compound, next);
        uint32_t after = skip_possessive(&compound, at);
        next = after == at ? find_next(&compound, at) : DOCUMENT_NONE;
        at = after;
    }
    for (uint32_t first = 0; first < compound.count;) {
        first = add_token(&compound, first);
    }
    return at;
}
