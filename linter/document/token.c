/*
 * Words. In: a stretch of the mask, "shall, as\n   appropriate,". Out: tokens, shall | as |
 * appropriate, each with the number that the lexicon gives to its surface form. This is where the
 * time goes: a plain word is folded, hashed and looked up without being copied; whatever is more
 * than letters goes to compound.c.
 */
#include "token.h"

#include "../base/utf8.h"
#include "fold.h"

#include <string.h>

/* Words read in one go. */
enum { WORDS = 64 };

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

static inline bool same_8(const char *form, const char *bytes) {
    uint64_t wanted, found;
    memcpy(&wanted, form, 8);
    memcpy(&found, bytes, 8);
    return wanted == (found | 0x2020202020202020u);
}

static inline bool same_4(const char *form, const char *bytes) {
    uint32_t wanted, found;
    memcpy(&wanted, form, 4);
    memcpy(&found, bytes, 4);
    return wanted == (found | 0x20202020u);
}

/* Whether letters, small once bit 0x20 is set, are those of the form. Stretches may overlap. */
static bool same_letters(const char *form, const char *bytes, uint32_t length) {
    if (length >= 8) {
        uint32_t at = 0, last = length - 8;
        while (at < last && same_8(form + at, bytes + at)) {
            at += 8;
        }
        return at >= last && same_8(form + last, bytes + last);
    }
    if (length >= 4) {
        return same_4(form, bytes) && same_4(form + length - 4, bytes + length - 4);
    }
    return (form[0] == (bytes[0] | 0x20)) & (form[length / 2] == (bytes[length / 2] | 0x20)) &
           (form[length - 1] == (bytes[length - 1] | 0x20));
}

/* As lexicon_word, of letters that are not folded yet. */
static inline uint32_t find_letters(const struct proviso_lexicon *lexicon, const char *bytes,
                                    uint32_t length, uint32_t hash) {
    uint32_t slot = lexicon_form_slot(hash, lexicon->form_slots);
    for (;; slot = (slot + 1) & (lexicon->form_slots - 1)) {
        const struct lexicon_form *form = &lexicon->forms[slot];
        if (form->length == 0) {
            return WORD_UNKNOWN;
        }
        if (form->hash == hash && form->length == length &&
            same_letters(lexicon_string(lexicon, form->text), bytes, length)) {
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

/* Plain words, one after the other, from a letter; what is kept in registers here is what makes it
 * fast. Returns where to go on. */
static uint32_t read_words(struct token_reader *reader, uint32_t at) {
    if (!make_room(reader, WORDS)) {
        return reader->end;
    }
    const struct proviso_lexicon *lexicon = reader->lexicon;
    const char *mask = reader->mask;
    const uint32_t end = reader->end;
    struct token *token = *reader->tokens + reader->count, *last = token + WORDS;
    uint32_t size = 1;
    do {
        uint32_t start = at, hash = WORD_HASH_START;
        do {
            hash = word_hash_add(hash, (unsigned char)(mask[at] | 0x20));
            at++;
        } while (at < end && class_of(mask[at]) == LETTER);
        size = at < end ? break_size(mask, at, end) : 1;
        if (size == 0) {
            at = start;
            break;
        }
        *token++ = (struct token){start, at, find_letters(lexicon, mask + start, at - start, hash)};
        at += size;
    } while (token < last && at < end && class_of(mask[at]) == LETTER);
    reader->count = (uint32_t)(token - *reader->tokens);
    return size ? at : compound_read(reader, at);
}

/* From a byte of a longer character. */
static uint32_t read_high(struct token_reader *reader, uint32_t at) {
    uint32_t character, size = utf8_decode(reader->mask + at, reader->end - at, &character);
    if (!utf8_is_word(character) || character == 0x02BC) { /* an apostrophe */
        return at + size;
    }
    if (fold_is_ideograph(character)) {
        uint32_t hash = WORD_HASH_START;
        for (uint32_t i = 0; i < size; i++) {
            hash = word_hash_add(hash, (unsigned char)reader->mask[at + i]);
        }
        token_add(reader, at, at + size,
                  lexicon_word(reader->lexicon, reader->mask + at, size, hash));
        return at + size;
    }
    return compound_read(reader, at);
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
        switch (class_of(reader.mask[at])) {
        case LETTER:
            at = read_words(&reader, at);
            break;
        case DIGIT:
            at = compound_read(&reader, at);
            break;
        case HIGH:
            at = read_high(&reader, at);
            break;
        default:
            at++;
        }
    }
    return reader.failed ? DOCUMENT_NONE : reader.count;
}
