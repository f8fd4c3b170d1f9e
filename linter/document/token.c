/*
 * Words. In: a stretch of the mask, "shall, as\n   appropriate,". Out: tokens, shall | as |
 * appropriate, each with the number that the lexicon gives to its surface form. This is where the
 * time goes: a plain word is folded, hashed and looked up without being copied; whatever is more
 * than letters goes to compound.c.
 */
#include "token.h"

#include "../base/utf8.h"
#include "byte_runs.h"
#include "fold.h"

#include <string.h>

/* The word of a token that is yet to be looked up. */
#define UNREAD UINT32_MAX

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

/* The key of letters, or figures, that are not folded yet. */
static inline struct word_key folded_key(const char *bytes, uint32_t length) {
    const struct word_key key = word_key_load(bytes, length), keep = word_key_keep(length);
    return (struct word_key){(key.first | SMALL) & keep.first, (key.second | SMALL) & keep.second};
}

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
    const struct word_key key = folded_key(bytes, length);
    uint32_t hash = word_hash(key), slot = form_slot(hash, lexicon->form_slots), entry;
    for (; (entry = lexicon->form_table[slot]); slot = form_next(slot, lexicon->form_slots)) {
        const struct lexicon_form *found = form_of(lexicon->forms, entry);
        if (form_is(lexicon->forms, entry, key, length, hash) &&
            (length <= WORD_KEY_BYTES ||
             same_letters(lexicon_string(lexicon, found->text), bytes, length))) {
            return found->word;
        }
    }
    return WORD_UNKNOWN;
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

/* From a letter. */
static uint32_t read_word(struct token_reader *reader, uint32_t start) {
    const char *mask = reader->mask;
    uint32_t at = start, end = reader->end;
    do {
        at++;
    } while (at < end && class_of(mask[at]) == LETTER);
    uint32_t size = at < end ? break_size(mask, at, end) : 1;
    if (size == 0) {
        return compound_read(reader, start);
    }
    token_add(reader, start, at, find_letters(reader->lexicon, mask + start, at - start));
    return at + size;
}

/* The sign for a section, once or more: "§§ 4 to 12". */
static uint32_t read_sign(struct token_reader *reader, uint32_t start) {
    uint32_t at = start;
    while (reader->end - at >= SECTION_SIGN_BYTES &&
           memcmp(reader->mask + at, SECTION_SIGN, SECTION_SIGN_BYTES) == 0) {
        at += SECTION_SIGN_BYTES;
    }
    token_add(reader, start, at, lexicon_word(reader->lexicon, reader->mask + start, at - start));
    return at;
}

/* From a byte of a longer character. */
static uint32_t read_high(struct token_reader *reader, uint32_t at) {
    uint32_t character, size = utf8_decode(reader->mask + at, reader->end - at, &character);
    if (character == 0xA7) {
        return read_sign(reader, at);
    }
    if (!utf8_is_word(character) || character == 0x02BC) { /* an apostrophe */
        return at + size;
    }
    if (fold_is_ideograph(character)) {
        token_add(reader, at, at + size, lexicon_word(reader->lexicon, reader->mask + at, size));
        return at + size;
    }
    return compound_read(reader, at);
}

/* Tokens of a run with more in it than letters. Returns where to go on, which may be behind it:
 * a word goes on over the end of a line. */
static uint32_t read_mixed(struct token_reader *reader, uint32_t at, uint32_t run_end) {
    while (at < run_end && !reader->failed) {
        uint8_t class = class_of(reader->mask[at]);
        if (class == BREAK || class == LINK) {
            at++;
        } else if (class == LETTER) {
            at = read_word(reader, at);
        } else {
            at = class == DIGIT ? read_number(reader, at) : read_high(reader, at);
        }
    }
    return at;
}

/* Tokens of the next bytes, those of nothing but letters without their number. Returns where to go
 * on. */
static uint32_t read_window(struct token_reader *reader, uint32_t from) {
    const uint32_t left = reader->end - from, count = left < RUNS_BYTES ? left : RUNS_BYTES;
    struct byte_runs runs;
    byte_runs_find(&runs, reader->mask + from, count);
    uint32_t done = from, stop = count, edges = runs.edge_count;
    if (count < left && edges > 2 && runs.edges[edges - 1] == count) {
        edges -= 2; /* the last run may go on: the next window begins with it */
        stop = runs.edges[edges];
    }
    if (!make_room(reader, count)) {
        return reader->end;
    }
    const uint16_t *other = runs.others;
    for (const uint16_t *edge = runs.edges; edge < runs.edges + edges; edge += 2) {
        uint32_t start = from + edge[0], end = from + edge[1];
        while (*other < edge[0]) {
            other++;
        }
        if (*other >= edge[1] && start >= done) {
            (*reader->tokens)[reader->count++] = (struct token){start, end, UNREAD};
        } else if (end > done) {
            done = read_mixed(reader, start > done ? start : done, end);
        }
    }
    return done > from + stop ? done : from + stop;
}

/* Gives the tokens of nothing but letters their numbers. One loop of its own, so that the table of
 * forms is asked for several words at a time. */
static void number_words(const struct token_reader *reader, uint32_t first) {
    const struct proviso_lexicon *lexicon = reader->lexicon;
    const char *mask = reader->mask;
    struct token *token = *reader->tokens + first, *end = *reader->tokens + reader->count;
    for (; token < end; token++) {
        if (token->word == UNREAD) {
            token->word = find_letters(lexicon, mask + token->start, token->end - token->start);
        }
    }
}

uint32_t document_words(const struct proviso_document *document, uint32_t start, uint32_t end,
                        struct token **tokens, uint32_t *capacity) {
    struct token_reader reader = {.lexicon = document->lexicon,
                                  .mask = document->text.mask,
                                  .end = end,
                                  .tokens = tokens,
                                  .capacity = capacity};
    uint32_t at = start;
    while (at < end && !reader.failed) {
        uint32_t first = reader.count;
        at = read_window(&reader, at);
        number_words(&reader, first);
    }
    return reader.failed ? DOCUMENT_NONE : reader.count;
}

uint32_t document_tokens(const struct proviso_document *document, uint32_t start, uint32_t end,
                         struct token **tokens, uint32_t *capacity) {
    uint32_t count = document_words(document, start, end, tokens, capacity);
    bool read = document->reading_count && count != DOCUMENT_NONE;
    return read ? readings_apply(document, *tokens, count) : count;
}
