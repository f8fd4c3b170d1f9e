/*
 * Defined terms that are read as another word. In: "the Examiner shall", where the draft says that
 * "Examiner" means a judge. Out: the tokens of "the judge shall", which stand where they stood.
 */
#include "document.h"

#include "../base/utf8.h"

#include <limits.h>
#include <string.h>

static bool same_letter(char left, char right) {
    return left == right || (((left ^ right) == 0x20) && utf8_is_word((unsigned char)left));
}

/* Whether the term begins with a capital that its tokens must have too. */
static bool is_capital(const char *mask, const struct reading *reading) {
    char letter = mask[reading->start];
    return !reading->small && letter >= 'A' && letter <= 'Z';
}

/* Whether the token has the letters of text[start..end). A capital of the term is one of the token,
 * unless it may be `small`; a small letter may be either. An "s" or "'s" behind them is told by
 * `rest`. */
static bool has_letters(const char *mask, const struct token *token, uint32_t start, uint32_t end,
                        bool small, const char **rest) {
    uint32_t length = end - start;
    if (token->end - token->start < length) {
        return false;
    }
    const char *left = mask + start, *right = mask + token->start;
    bool capital = !small && left[0] >= 'A' && left[0] <= 'Z';
    if (capital && right[0] != left[0]) {
        return false;
    }
    for (uint32_t i = 0; i < length; i++) {
        if (!same_letter(left[i], right[i])) {
            return false;
        }
    }
    *rest = right + length;
    return true;
}

/* The word read where the term's last word is followed by these letters, or WORD_UNKNOWN. */
static uint32_t word_for(const struct reading *reading, const char *rest, const char *end) {
    if (rest == end) {
        return reading->word;
    }
    if ((*rest == 's' || *rest == 'S') && rest + 1 == end) {
        return reading->plural;
    }
    return !utf8_is_word((unsigned char)*rest) ? reading->word : WORD_UNKNOWN;
}

/* The word read for the term where it begins with the token, or WORD_UNKNOWN. */
static uint32_t read_term(const char *mask, const struct reading *reading,
                          const struct token *tokens, uint32_t count) {
    if (reading->words > count || tokens[0].start == reading->start) {
        return WORD_UNKNOWN; /* where it is defined, it stays what it is */
    }
    uint32_t at = reading->start, end = at + reading->length;
    for (uint32_t i = 0; i < reading->words; i++) {
        while (at < end && !utf8_is_word((unsigned char)mask[at])) {
            at++;
        }
        uint32_t word_end = at;
        while (word_end < end && utf8_is_word((unsigned char)mask[word_end])) {
            word_end++;
        }
        const char *rest = mask;
        if (!has_letters(mask, &tokens[i], at, word_end, reading->small, &rest)) {
            return WORD_UNKNOWN;
        }
        const char *token_end = mask + tokens[i].end;
        if (i + 1 == reading->words) {
            return word_for(reading, rest, token_end);
        }
        if (rest != token_end) {
            return WORD_UNKNOWN;
        }
        at = word_end;
    }
    return WORD_UNKNOWN;
}

/* "Minister of Justice" is an office of its own, whatever a Justice may be. */
static bool is_after_of(const char *mask, const struct token *before,
                        const struct reading *reading) {
    char first = mask[reading->start];
    return before && reading->words == 1 && first >= 'A' && first <= 'Z' &&
           before->end - before->start == 2 && mask[before->start] == 'o' &&
           mask[before->start + 1] == 'f';
}

/* How a term begins: the length of its first word, its second letter, or 0, and the first letter of
 * its second word, or 0, both made small. */
struct beginning {
    uint32_t length;
    char second, next;
};
/* The terms that may begin with a token, a bit each, by its first letter. Most tokens are told from
 * all of them by their first two letters, and many others by how these begin. */
enum { LETTERS = 32 };
struct beginnings {
    uint32_t pairs[LETTERS]; /* by first letter: bits of the second */
    uint32_t terms[UCHAR_MAX + 1];
    struct beginning list[READING_LIMIT]; /* by term */
};

static char small(char letter) {
    return (char)(letter | 0x20);
}

static uint32_t letter_bit(char letter) {
    return 1u << (unsigned char)letter % LETTERS;
}

/* The terms that may begin with the letters, a bit each. */
static uint32_t terms_at(const struct beginnings *beginnings, const char *letters) {
    unsigned char first = (unsigned char)letters[0];
    return beginnings->pairs[first % LETTERS] & letter_bit(letters[1]) ? beginnings->terms[first]
                                                                       : 0;
}

static struct beginning find_beginning(const char *mask, const struct reading *reading) {
    uint32_t at = reading->start, end = at + reading->length;
    struct beginning beginning = {0};
    while (at < end && utf8_is_word((unsigned char)mask[at])) {
        at++;
    }
    beginning.length = at - reading->start;
    beginning.second = beginning.length > 1 ? small(mask[reading->start + 1]) : 0;
    while (at < end && !utf8_is_word((unsigned char)mask[at])) {
        at++;
    }
    beginning.next = reading->words > 1 && at < end ? small(mask[at]) : 0;
    return beginning;
}

static void find_beginnings(const struct proviso_document *document,
                            struct beginnings *beginnings) {
    const char *mask = document->text.mask;
    memset(beginnings->pairs, 0, sizeof beginnings->pairs);
    memset(beginnings->terms, 0, sizeof beginnings->terms);
    for (uint32_t i = 0; i < document->reading_count; i++) {
        const struct reading *reading = &document->readings[i];
        unsigned char letter = (unsigned char)mask[reading->start];
        beginnings->list[i] = find_beginning(mask, reading);
        const char second = beginnings->list[i].second;
        beginnings->pairs[letter % LETTERS] |= second ? letter_bit(second) : UINT32_MAX;
        beginnings->terms[letter] |= 1u << i;
        if (!is_capital(mask, reading)) {
            beginnings->terms[letter ^ 0x20] |= 1u << i;
        }
    }
}

/* Whether a term that begins with the letter of the first token may stand there. */
static bool may_begin(const char *mask, const struct beginning *beginning,
                      const struct token *tokens, uint32_t count) {
    uint32_t length = tokens[0].end - tokens[0].start;
    return length >= beginning->length &&
           (!beginning->second || small(mask[tokens[0].start + 1]) == beginning->second) &&
           (!beginning->next || (length == beginning->length && count > 1 &&
                                 small(mask[tokens[1].start]) == beginning->next));
}

/* The reading whose term begins with the token, and the word read; or NULL. `terms` are those of
 * its letter. */
static const struct reading *find_reading(const struct proviso_document *document,
                                          const struct beginnings *beginnings, uint32_t terms,
                                          const struct token *tokens, uint32_t count,
                                          const struct token *before, uint32_t *word) {
    const char *mask = document->text.mask;
    for (; terms; terms &= terms - 1) {
        uint32_t term = (uint32_t)__builtin_ctz(terms);
        const struct reading *reading = &document->readings[term];
        if (!may_begin(mask, &beginnings->list[term], tokens, count)) {
            continue;
        }
        *word = read_term(mask, reading, tokens, count);
        if (*word != WORD_UNKNOWN && !is_after_of(mask, before, reading)) {
            return reading;
        }
    }
    return NULL;
}

uint32_t readings_apply(const struct proviso_document *document, struct token *tokens,
                        uint32_t count) {
    const char *mask = document->text.mask;
    struct beginnings beginnings;
    find_beginnings(document, &beginnings);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t terms = terms_at(&beginnings, mask + tokens[i].start), word;
        const struct token *before = kept ? &tokens[kept - 1] : NULL;
        const struct reading *reading =
            terms ? find_reading(document, &beginnings, terms, tokens + i, count - i, before, &word)
                  : NULL;
        if (reading) {
            uint32_t last = i + reading->words - 1;
            tokens[kept++] = (struct token){tokens[i].start, tokens[last].end, word};
            i = last;
        } else {
            tokens[kept++] = tokens[i];
        }
    }
    return kept;
}
