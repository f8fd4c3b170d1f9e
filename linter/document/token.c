/*
 * Words. In: a stretch of the mask, "shall, as\n   appropriate,". Out: tokens, shall | as |
 * appropriate, each with the number that the lexicon gives to its surface form. This is where the
 * time goes: a plain word is folded, hashed and looked up without being copied; whatever is more
 * than letters goes to compound.c.
 */
#include "token.h"

#include "../base/utf8.h"
#include "byte_bits.h"
#include "fold.h"

enum byte_class { BREAK, LETTER, DIGIT, LINK, HIGH }; /* LINK: hyphen, apostrophe, soft marks */

#define TWO(class) class, class
#define FOUR(class) TWO(class), TWO(class)
#define EIGHT(class) FOUR(class), FOUR(class)
#define SIXTEEN(class) EIGHT(class), EIGHT(class)
#define LETTERS SIXTEEN(LETTER), EIGHT(LETTER), TWO(LETTER)

/* By byte. Of the control characters, a mask has MASK_JOIN and MASK_SOFT. */
static const uint8_t classes[256] = {
    [MASK_JOIN] = LINK,     [MASK_SOFT] = LINK, ['\''] = LINK,   ['-'] = LINK,
    ['0'] = EIGHT(DIGIT),   TWO(DIGIT),         ['A'] = LETTERS, ['a'] = LETTERS,
    [0x80] = SIXTEEN(HIGH), SIXTEEN(HIGH),      SIXTEEN(HIGH),   SIXTEEN(HIGH),
    SIXTEEN(HIGH),          SIXTEEN(HIGH),      SIXTEEN(HIGH),   SIXTEEN(HIGH),
};

static inline uint8_t class_of(char byte) {
    return classes[(unsigned char)byte];
}

/* Room for as many tokens more. */
static bool make_room(struct token_reader *reader, uint32_t count) {
    if (*reader->capacity - reader->count >= count) {
        return true;
    }
    struct token *grown =
        array_grow(*reader->tokens, reader->capacity, reader->count + count, sizeof *grown);
    reader->failed = !grown;
    *reader->tokens = grown ? grown : *reader->tokens;
    return grown != NULL;
}

bool token_add(struct token_reader *reader, uint32_t start, uint32_t end, uint32_t word) {
    if (!make_room(reader, 1)) {
        return false;
    }
    (*reader->tokens)[reader->count++] = (struct token){start, end, word};
    return true;
}

/* Letters made small; figures stay what they are. */
#define SMALL 0x2020202020202020u

static bool same_letters(const char *form, const char *bytes, uint32_t length) {
    for (uint32_t i = 0; i < length; i++) {
        if (form[i] != (bytes[i] | 0x20)) {
            return false;
        }
    }
    return true;
}

/* As lexicon_word, of letters, or figures, that are not folded yet. */
static inline uint32_t find_letters(const struct proviso_lexicon *lexicon, const char *bytes,
                                    uint32_t length) {
    struct word_key keep = word_key_keep(length);
    struct word_key key = word_key_load(bytes, length);
    key.first = (key.first | SMALL) & keep.first;
    key.second = (key.second | SMALL) & keep.second;
    uint32_t hash = word_hash(key, length);
    uint32_t slot = lexicon_form_slot(hash, lexicon->form_slots);
    for (;; slot = (slot + 1) & (lexicon->form_slots - 1)) {
        const struct lexicon_form *form = &lexicon->forms[slot];
        if (form->length == 0) {
            return WORD_UNKNOWN;
        }
        if (form->hash != hash || form->length != length) {
            continue;
        }
        const char *text = lexicon_string(lexicon, form->text);
        struct word_key wanted = word_key_load(text, length);
        uint64_t differs = (wanted.first & keep.first) ^ key.first;
        differs |= (wanted.second & keep.second) ^ key.second;
        if (!differs && (length <= WORD_KEY_BYTES || same_letters(text, bytes, length))) {
            return form->word;
        }
    }
}

/* The size of the character at `at` if it ends a word of plain letters for sure, as blanks,
 * quotation marks and dashes do; 0 if it may not, as hyphens and apostrophes. */
static inline uint32_t break_size(const char *mask, uint32_t at, uint32_t end) {
    uint8_t class = class_of(mask[at]);
    if (class != HIGH) {
        return class == BREAK;
    }
    const unsigned char *bytes = (const unsigned char *)mask + at;
    if (end - at < 3 || bytes[0] != 0xE2 || bytes[1] != 0x80) {
        return end - at >= 2 && bytes[0] == 0xC2 && bytes[1] == 0xA0 ? 2 : 0;
    }
    bool ends = bytes[2] == 0x9C || bytes[2] == 0x9D || bytes[2] == 0x93 || bytes[2] == 0x94;
    return ends ? 3 : 0;
}

/* A number of nothing but figures, from the first of them. Returns where to go on. */
static uint32_t read_number(struct token_reader *reader, uint32_t start) {
    const char *mask = reader->mask;
    uint32_t at = start, end = reader->end, size = 1;
    do {
        at++;
    } while (at < end && class_of(mask[at]) == DIGIT);
    if (at < end) {
        bool goes_on =
            (mask[at] == '.' || mask[at] == ',') && at + 1 < end && class_of(mask[at + 1]) == DIGIT;
        size = goes_on ? 0 : break_size(mask, at, end);
    }
    if (size == 0) {
        return compound_read(reader, start);
    }
    uint32_t word = find_letters(reader->lexicon, mask + start, at - start);
    token_add(reader, start, at, word == WORD_UNKNOWN ? WORD_NUMBER : word);
    return at + size;
}

/* From a byte of a longer character. */
static uint32_t read_high(struct token_reader *reader, uint32_t at) {
    uint32_t character, size = utf8_decode(reader->mask + at, reader->end - at, &character);
    if (!utf8_is_word(character) || character == 0x02BC) { /* an apostrophe */
        return at + size;
    }
    if (fold_is_ideograph(character)) {
        token_add(reader, at, at + size, lexicon_word(reader->lexicon, reader->mask + at, size));
        return at + size;
    }
    return compound_read(reader, at);
}

/* What begins with another byte than a letter. */
static uint32_t read_other(struct token_reader *reader, uint32_t at) {
    return class_of(reader->mask[at]) == DIGIT ? read_number(reader, at) : read_high(reader, at);
}

/* Tokens of the next bytes. Returns where to go on. */
static uint32_t read_window(struct token_reader *reader, uint32_t from) {
    const struct proviso_lexicon *lexicon = reader->lexicon;
    const char *mask = reader->mask;
    const uint32_t end = reader->end, count = end - from < BITS_BYTES ? end - from : BITS_BYTES;
    struct byte_bits bits;
    if (!make_room(reader, count)) {
        return end;
    }
    byte_bits_fill(&bits, mask + from, count);
    uint32_t at = from;
    while (at < from + count) {
        uint32_t bit = byte_bits_next(bits.starts, at - from);
        at = from + bit;
        if (bit == count) {
            break;
        }
        if (bits.others[bit / 64] >> bit % 64 & 1) {
            at = read_other(reader, at);
            continue;
        }
        uint32_t stop = from + byte_bits_next(bits.others, bit);
        if (stop == from + count && stop < end && bit > 0) {
            break; /* the word may go on behind the window: the next one begins with it */
        }
        uint32_t size = stop < end ? break_size(mask, stop, end) : 1;
        if (size == 0) {
            at = compound_read(reader, at);
            continue;
        }
        uint32_t word = find_letters(lexicon, mask + at, stop - at);
        (*reader->tokens)[reader->count++] = (struct token){at, stop, word};
        at = stop + size;
    }
    return at;
}

uint32_t document_tokens(const struct proviso_document *document, uint32_t start, uint32_t end,
                         struct token **tokens, uint32_t *capacity) {
    struct token_reader reader = {.lexicon = document->lexicon,
                                  .mask = document->text.mask,
                                  .end = end,
                                  .tokens = tokens,
                                  .capacity = capacity};
    uint32_t at = start;
    while (at < end && !reader.failed) {
        at = read_window(&reader, at);
    }
    return reader.failed ? DOCUMENT_NONE : reader.count;
}
