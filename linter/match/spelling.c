/*
 * Words that hide a word of the lexicon. In: "with due regard to propotionality", and a speller
 * that knows which words are none. Out: misspelt-term at "propotionality", with the word meant,
 * "proportionality": the phrases of the lexicon were blind there. A short word has too many
 * neighbours and is left alone; so is a capitalised one, mostly a name, that is two letters off.
 */
#include "spelling.h"

#include "../base/error.h"
#include "wordings.h"
#include "words.h"

#include <string.h>

enum {
    SHORT = 7,       /* letters: shorter words have too many neighbours */
    LONG = 11,       /* letters: two may be wrong from here on */
    LONGEST = 30,    /* letters */
    LOOKED_UP = 2000 /* different words of one document; each is compared with every form */
};

struct spelling_search {
    struct proviso_findings *findings;
    struct context *context;
    uint32_t rule, capacity, looked_up;
    struct wordings met; /* 1: nothing is hidden; else the word meant + 2 */
    struct token *tokens;
    uint32_t token_capacity;
};

struct spelt {
    char letters[LONGEST + 1]; /* small ones */
    uint32_t length;
    bool capital;
};

/* The letters of a token. False if it is too short, too long, or holds anything but a-z. */
static bool spell(const struct text *text, const struct token *token, struct spelt *word) {
    *word = (struct spelt){.length = 0};
    for (uint32_t at = token->start; at < token->end; at++) {
        char byte = text->mask[at];
        bool large = byte >= 'A' && byte <= 'Z';
        if (byte == MASK_SOFT || byte == MASK_JOIN) {
            continue;
        }
        if ((!large && (byte < 'a' || byte > 'z')) || word->length == LONGEST) {
            return false;
        }
        word->capital = word->capital || large;
        word->letters[word->length++] = large ? (char)(byte - 'A' + 'a') : byte;
    }
    return word->length >= SHORT;
}

/* Letters to add, drop, change or swap with the next to get from one word to the other; `limit` + 1
 * where it is more than `limit`. */
static uint32_t distance(const char *a, uint32_t a_length, const char *b, uint32_t b_length,
                         uint32_t limit) {
    uint32_t rows[3][LONGEST + 1], *before = rows[0], *last = rows[1], *now = rows[2];
    for (uint32_t j = 0; j <= b_length; j++) {
        last[j] = j;
    }
    for (uint32_t i = 1; i <= a_length; i++) {
        uint32_t least = now[0] = i;
        for (uint32_t j = 1; j <= b_length; j++) {
            uint32_t cost = last[j - 1] + (a[i - 1] != b[j - 1]);
            cost = last[j] + 1 < cost ? last[j] + 1 : cost;
            cost = now[j - 1] + 1 < cost ? now[j - 1] + 1 : cost;
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
                before[j - 2] + 1 < cost) {
                cost = before[j - 2] + 1;
            }
            now[j] = cost;
            least = cost < least ? cost : least;
        }
        if (least > limit) {
            return limit + 1;
        }
        uint32_t *oldest = before;
        before = last;
        last = now;
        now = oldest;
    }
    return last[b_length];
}

/* The word of the lexicon nearest to one that is none, the first by the alphabet of several, as its
 * string; LEXICON_NONE if there is none near enough. (Some forms of the lexicon are no words and do
 * no harm otherwise.) */
static string_at find_meant(const struct proviso_document *document, const struct spelt *word) {
    const struct proviso_lexicon *lexicon = document->lexicon;
    const struct proviso_speller *speller = document->speller;
    uint32_t limit = word->length >= LONG && !word->capital ? 2 : 1;
    string_at meant = LEXICON_NONE;
    for (uint32_t i = 0; i < lexicon->form_count; i++) {
        const struct lexicon_form *form = &lexicon->forms[i];
        if (form->length < SHORT || form->length > LONGEST || form->length > word->length + limit ||
            form->length + limit < word->length) {
            continue;
        }
        const char *letters = lexicon_string(lexicon, form->text);
        uint32_t found = distance(word->letters, word->length, letters, form->length, limit);
        bool first = meant == LEXICON_NONE || strcmp(letters, lexicon_string(lexicon, meant)) < 0;
        if ((found < limit || (found == limit && first)) &&
            speller->is_word(speller->context, letters)) {
            limit = found;
            meant = form->text;
        }
    }
    return meant;
}

/* What wordings of `met` stand for. */
static uint32_t judge(struct spelling_search *search, const struct spelt *word) {
    const struct proviso_document *document = search->findings->document;
    const struct proviso_speller *speller = document->speller;
    if (speller->is_word(speller->context, word->letters) || search->looked_up == LOOKED_UP) {
        return 1;
    }
    search->looked_up++;
    uint32_t meant = find_meant(document, word);
    return meant == LEXICON_NONE ? 1 : meant + 2;
}

/* The word meant, "" for none, NULL when memory ran out. */
static const char *find_word(struct spelling_search *search, const struct spelt *word) {
    uint64_t hash = words_hash_string(WORDS_HASH_START + word->capital, word->letters);
    uint32_t *met = wordings_at(&search->met, hash);
    if (!met) {
        return NULL;
    }
    if (!*met) {
        *met = judge(search, word);
    }
    return *met == 1 ? "" : lexicon_string(search->findings->document->lexicon, *met - 2);
}

static bool search_stretch(struct spelling_search *search, uint32_t start, uint32_t end,
                           uint32_t provision, uint32_t sentence) {
    const struct proviso_document *document = search->findings->document;
    uint32_t count =
        document_tokens(document, start, end, &search->tokens, &search->token_capacity);
    for (uint32_t i = 0; count != DOCUMENT_NONE && i < count; i++) {
        const struct token *token = &search->tokens[i];
        struct spelt word;
        if (token->word != WORD_UNKNOWN || !spell(&document->text, token, &word)) {
            continue;
        }
        const char *meant = find_word(search, &word);
        const struct finding finding = {.rule = search->rule,
                                        .start = token->start,
                                        .end = token->end,
                                        .provision = provision,
                                        .sentence = sentence,
                                        .severity = document->lexicon->rules[search->rule].severity,
                                        .rests = DOCUMENT_NONE,
                                        .meant = meant};
        if (!meant || (*meant && !findings_add(search->findings, &search->capacity, &finding))) {
            return false;
        }
    }
    return count != DOCUMENT_NONE;
}

/* Sentences, and headings: those that are a sentence come twice and are said once. */
static bool search_document(struct spelling_search *search) {
    const struct proviso_document *document = search->findings->document;
    bool done = true;
    for (uint32_t i = 0; done && i < document->sentence_count; i++) {
        const struct sentence *sentence = &document->sentences[i];
        done = search_stretch(search, sentence->start, sentence->end, sentence->provision, i);
    }
    for (uint32_t i = 0; done && i < document->provision_count; i++) {
        const struct provision *provision = &document->provisions[i];
        if (provision->heading_end > provision->heading_start) {
            done = search_stretch(search, provision->heading_start, provision->heading_end, i,
                                  DOCUMENT_NONE);
        }
    }
    return done;
}

bool match_spelling(struct proviso_findings *findings, struct context *context,
                    struct proviso_error *error) {
    size_t rule = proviso_lexicon_find(findings->document->lexicon, SPELLING_RULE);
    if (!findings->document->speller || rule == SIZE_MAX) {
        return true;
    }
    struct spelling_search search = {.findings = findings,
                                     .context = context,
                                     .rule = (uint32_t)rule,
                                     .capacity = findings->count,
                                     .met = {.arena = findings->arena}};
    bool done = search_document(&search);
    array_free(search.tokens);
    return done || error_memory(error);
}
