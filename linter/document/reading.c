/*
 * Defined terms that are read as another word. In: "the Examiner shall", where the draft says that
 * "Examiner" means a judge. Out: the tokens of "the judge shall", which stand where they stood.
 */
#include "document.h"

#include "../base/utf8.h"

static bool same_letter(char left, char right) {
    return left == right || (((left ^ right) == 0x20) && utf8_is_word((unsigned char)left));
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

/* The terms by the letter that their first word begins with, and how long that is: most tokens are
 * told from all of them by that. */
enum { FIRST_LETTERS = 32 };
struct first_words {
    uint32_t first[FIRST_LETTERS + 1]; /* by letter: where its terms begin in `order` */
    uint32_t order[READING_LIMIT];
    uint32_t length[READING_LIMIT]; /* by term */
};

static uint32_t first_letter(char letter) {
    return (unsigned char)letter % FIRST_LETTERS;
}

static void find_first_words(const struct proviso_document *document, struct first_words *first) {
    const char *mask = document->text.mask;
    uint32_t next[FIRST_LETTERS] = {0};
    for (uint32_t i = 0; i < document->reading_count; i++) {
        const struct reading *reading = &document->readings[i];
        uint32_t at = reading->start, end = at + reading->length;
        while (at < end && utf8_is_word((unsigned char)mask[at])) {
            at++;
        }
        first->length[i] = at - reading->start;
        next[first_letter(mask[reading->start])]++;
    }
    first->first[0] = 0;
    for (uint32_t letter = 0; letter < FIRST_LETTERS; letter++) {
        first->first[letter + 1] = first->first[letter] + next[letter];
        next[letter] = first->first[letter];
    }
    for (uint32_t i = 0; i < document->reading_count; i++) {
        first->order[next[first_letter(mask[document->readings[i].start])]++] = i;
    }
}

/* The reading whose term begins with the token, and the word read; or NULL. */
static const struct reading *find_reading(const struct proviso_document *document,
                                          const struct first_words *first,
                                          const struct token *tokens, uint32_t count,
                                          const struct token *before, uint32_t *word) {
    const char *mask = document->text.mask;
    uint32_t letter = first_letter(mask[tokens[0].start]);
    uint32_t length = tokens[0].end - tokens[0].start;
    for (uint32_t i = first->first[letter]; i < first->first[letter + 1]; i++) {
        const struct reading *reading = &document->readings[first->order[i]];
        if (length < first->length[first->order[i]]) {
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
    struct first_words first;
    find_first_words(document, &first);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < count; i++) {
        struct token token = tokens[i];
        const struct token *before = kept ? &tokens[kept - 1] : NULL;
        uint32_t word;
        const struct reading *reading =
            find_reading(document, &first, tokens + i, count - i, before, &word);
        if (reading) {
            i += reading->words - 1;
            token = (struct token){token.start, tokens[i].end, word};
        }
        tokens[kept++] = token;
    }
    return kept;
}
