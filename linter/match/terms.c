/*
 * Defined terms. In: each phrase of the concept `definition-verb` and the words before it:
 * `"Serious crime" shall mean conduct ...`, `(b) digital information means ...`; and of the concept
 * `definition-is` those behind a term in quotes, `A "serious crime" is an offence ...`. Out: the
 * spans that are defined and a set of their wordings, inflections joined as the lexicon joins them.
 * Collected once, when the first rule asks.
 */
#include "context.h"
#include "words.h"

#include "../base/utf8.h"

#include <stdlib.h>
#include <string.h>

/* Bytes before the verb that are read, words of a term without quotes, words between a closing
 * quote and the verb ("in relation to an offence under this Act, means"). */
enum {
    REACH = 400,
    ENTRY = 120,
    TERM_WORDS = 8,
    ASIDE_WORDS = 12,
    PLACE_LIMIT = 512,
    PART_WORDS = 6,
    FORM = 32
};

/* The word of a token; of one in -s, of the form without it, so that a phrase that tells
 * "providers" from "provider" does not make two terms of them. */
static uint32_t term_word(const struct context *context, const struct token *token) {
    char form[FORM];
    const char *mask = context->document->text.mask;
    uint32_t length = 0;
    for (uint32_t at = token->start; at < token->end && token->word >= WORD_FIRST; at++) {
        unsigned char byte = (unsigned char)mask[at];
        bool soft = byte == 0xC2 && at + 1 < token->end && (unsigned char)mask[at + 1] == 0xAD;
        if ((byte >= 0x80 && !soft) || length == FORM) {
            return token->word;
        }
        at += soft;
        if (byte < 0x80 && utf8_is_word(byte)) {
            form[length++] = (char)utf8_fold(byte);
        }
    }
    if (length < 4 || form[length - 1] != 's') {
        return token->word;
    }
    uint32_t word = lexicon_word(context->document->lexicon, form, length - 1);
    return word >= WORD_FIRST ? word : token->word;
}

uint64_t terms_wording(struct context *context, uint32_t start, uint32_t end) {
    struct terms *terms = &context->terms;
    uint32_t count =
        document_words(context->document, start, end, &terms->tokens, &terms->token_capacity);
    if (count == 0 || count == DOCUMENT_NONE) {
        return 0;
    }
    uint64_t hash = WORDS_HASH_START;
    for (uint32_t i = 0; i < count; i++) {
        const struct token *token = &terms->tokens[i];
        hash = token->word >= WORD_FIRST
                   ? words_hash_number(hash, term_word(context, token))
                   : words_hash(hash, &context->document->text, token->start, token->end);
    }
    return hash ? hash : 1;
}

static void add_term(struct context *context, uint32_t start, uint32_t end) {
    struct terms *terms = &context->terms;
    uint64_t wording = terms_wording(context, start, end);
    if (wording == 0) {
        return;
    }
    if (terms->count == terms->capacity) {
        struct term *grown =
            array_grow(terms->spans, &terms->capacity, terms->count + 1, sizeof *grown);
        if (!grown) {
            return;
        }
        terms->spans = grown;
    }
    terms->spans[terms->count++] = (struct term){start, end, wording};
}

static bool opens_quote(uint32_t character) {
    return character == '"' || character == '`' || character == '\'' || character == 0xAB ||
           character == 0x2018 || (character >= 0x201C && character <= 0x201F);
}

/* Quotes of ASCII and all that is beyond it. */
static bool may_be_quote(unsigned char byte) {
    return (byte >= 0x80) | (byte == '"') | (byte == '\'') | (byte == '`');
}

static bool closes_quote(uint32_t opening, uint32_t character) {
    switch (opening) {
    case 0xAB:
        return character == 0xBB;
    case '\'':
    case '`':
    case 0x2018:
        return character == '\'' || character == 0x2019;
    default:
        return character == '"' || (character >= 0x201C && character <= 0x201F);
    }
}

/* Adds the terms in quotes in start..end. True if there was one. */
static bool add_quoted(struct context *context, uint32_t start, uint32_t end) {
    const struct text *text = &context->document->text;
    uint32_t opening = 0, from = 0, first = context->terms.count, closed = start;
    bool after_word = false;
    for (uint32_t at = start; at < end;) {
        if (!may_be_quote((unsigned char)text->mask[at])) {
            after_word = utf8_is_word((unsigned char)text->mask[at++]);
            continue;
        }
        uint32_t character, length = utf8_decode(text->mask + at, end - at, &character), next = 0;
        if (at + length < end) {
            utf8_decode(text->mask + at + length, end - at - length, &next);
        }
        /* an apostrophe stands between letters */
        bool apostrophe = after_word && utf8_is_word(next);
        if (!opening && opens_quote(character) && !after_word) {
            opening = character;
            from = at + length;
        } else if (opening && closes_quote(opening, character) && !apostrophe && at > from) {
            add_term(context, from, at);
            opening = 0;
            closed = at + length;
        }
        after_word = utf8_is_word(character);
        at += length;
    }
    if (context->terms.count == first ||
        words_count(text, closed, end, ASIDE_WORDS + 1) > ASIDE_WORDS) {
        context->terms.count = first;
        return false;
    }
    return true;
}

/* Adds the words after the last comma, bracket or colon in start..end, or after "the term". */
static void add_plain(struct context *context, uint32_t start, uint32_t end) {
    const struct text *text = &context->document->text;
    while (end > start && words_count(text, end - 1, end, 1) == 0 &&
           (unsigned char)text->mask[end - 1] < 0x80) {
        end--; /* the comma in "serious crime, means" */
    }
    for (uint32_t at = end; at > start; at--) {
        char byte = text->mask[at - 1];
        if (byte == ',' || byte == ';' || byte == ':' || byte == '(' || byte == ')') {
            start = at;
            break;
        }
    }
    if (context->definition_lead != LEXICON_NONE) {
        const struct hit *lead =
            postings_inside(context->postings, context->definition_lead, start, end);
        start = lead ? lead->end : start;
    }
    if (start < end && words_count(text, start, end, TERM_WORDS + 1) <= TERM_WORDS) {
        add_term(context, start, end);
    }
}

static bool make_set(struct context *context) {
    struct terms *terms = &context->terms;
    terms->slots = 16;
    while (terms->slots < terms->count * 2) {
        terms->slots *= 2;
    }
    terms->wordings = ARENA_ARRAY(context->arena, uint64_t, terms->slots);
    for (uint32_t i = 0; terms->wordings && i < terms->count; i++) {
        uint32_t slot = (uint32_t)(terms->spans[i].wording >> 32) & (terms->slots - 1);
        while (terms->wordings[slot] && terms->wordings[slot] != terms->spans[i].wording) {
            slot = (slot + 1) & (terms->slots - 1);
        }
        terms->wordings[slot] = terms->spans[i].wording;
    }
    return terms->wordings != NULL;
}

/* The end of the word or mark before the offset, blanks and emphasis left out. */
static uint32_t trimmed(const char *mask, uint32_t start, uint32_t end) {
    while (end > start && (mask[end - 1] == ' ' || mask[end - 1] == '\n' || mask[end - 1] == '*')) {
        end--;
    }
    return end;
}

static bool ends_in_quote(const char *mask, uint32_t start, uint32_t end) {
    uint32_t from = end, character = 0;
    while (from > start && ((unsigned char)mask[--from] & 0xC0) == 0x80) {
    }
    return end > start && utf8_decode(mask + from, end - from, &character) == end - from &&
           (closes_quote('"', character) || closes_quote('\'', character));
}

/* Where the sentence of a verb begins, that defines a term; DOCUMENT_NONE in a heading. */
static uint32_t sentence_start(struct context *context, const struct hit *verb) {
    uint32_t sentence = context_sentence(context, verb);
    return sentence == DOCUMENT_NONE ? DOCUMENT_NONE : context->document->sentences[sentence].start;
}

/* Plain law defines by "is": `A "serious crime" is an offence for which ...`. The term stands in
 * quotes near the start of its sentence and directly before the verb. */
static void add_copulas(struct context *context) {
    uint32_t concept = context->document->lexicon->named[NAMED_DEFINITION_IS];
    if (concept == LEXICON_NONE) {
        return;
    }
    const char *mask = context->document->text.mask;
    const struct posting_list *verbs = postings_list(context->postings, concept);
    for (uint32_t i = 0; i < verbs->count; i++) {
        const struct hit verb = posting_at(verbs, i);
        uint32_t start = sentence_start(context, &verb);
        if (start == DOCUMENT_NONE) {
            continue;
        }
        uint32_t end = trimmed(mask, start, verb.start);
        if (end - start <= ENTRY && ends_in_quote(mask, start, end)) {
            add_quoted(context, start, end);
        }
    }
}

/* Where the term of an entry ends: at a colon, or a dash that stands apart; or `end`. */
static uint32_t entry_term_end(const char *mask, uint32_t start, uint32_t end) {
    for (uint32_t at = start; at + 4 < end; at++) {
        bool dash = mask[at] == ' ' && (memcmp(mask + at + 1, "- ", 2) == 0 ||
                                        memcmp(mask + at + 1, "\xE2\x80\x93", 3) == 0 ||
                                        memcmp(mask + at + 1, "\xE2\x80\x94", 3) == 0);
        if (dash || mask[at] == ':') {
            return at;
        }
    }
    return end;
}

/* The entries of an article of definitions without a verb: "1° computer data: any representation",
 * "2) traffic data – the data that ...".
 */
static void add_entries(struct context *context) {
    const struct proviso_document *document = context->document;
    uint32_t role = lexicon_role_find(document->lexicon, "definition");
    for (uint32_t i = 0; role != LEXICON_NONE && i < document->sentence_count; i++) {
        const struct sentence *sentence = &document->sentences[i];
        if (!(context_roles(context, sentence->provision) >> role & 1)) {
            continue;
        }
        uint32_t length = sentence->end - sentence->start;
        uint32_t end = sentence->start + (length < ENTRY ? length : ENTRY);
        uint32_t term = entry_term_end(document->text.mask, sentence->start, end);
        if (term < end) {
            add_plain(context, sentence->start, term);
        }
    }
}

static int compare_terms(const void *left, const void *right) {
    const struct term *a = left, *b = right;
    return a->start < b->start ? -1 : a->start > b->start;
}

static bool collect(struct context *context) {
    struct terms *terms = &context->terms;
    if (terms->collected) {
        return terms->wordings != NULL;
    }
    terms->collected = true;
    if (context->definition_verb == LEXICON_NONE) {
        return false;
    }
    const struct posting_list *verbs = postings_list(context->postings, context->definition_verb);
    uint32_t reached = 0;
    for (uint32_t i = 0; i < verbs->count; i++) {
        const struct hit verb = posting_at(verbs, i);
        uint32_t start = sentence_start(context, &verb);
        if (start == DOCUMENT_NONE) {
            continue;
        }
        start = start < reached ? reached : start;
        bool cut = verb.start - start > REACH;
        if (!cut && !add_quoted(context, start, verb.start)) {
            add_plain(context, start, verb.start);
        }
        reached = verb.end;
    }
    add_copulas(context);
    add_entries(context);
    if (terms->count) {
        qsort(terms->spans, terms->count, sizeof *terms->spans, compare_terms);
    }
    return make_set(context);
}

static bool is_in_set(const struct terms *terms, uint64_t wording) {
    uint32_t slot = (uint32_t)(wording >> 32) & (terms->slots - 1);
    while (wording && terms->wordings[slot]) {
        if (terms->wordings[slot] == wording) {
            return true;
        }
        slot = (slot + 1) & (terms->slots - 1);
    }
    return false;
}

bool terms_define(struct context *context, const struct place *place) {
    return place->end - place->start <= PLACE_LIMIT && collect(context) &&
           is_in_set(&context->terms, terms_wording(context, place->start, place->end));
}

bool terms_define_part(struct context *context, const struct place *place) {
    struct token tokens[PART_WORDS];
    struct terms *terms = &context->terms;
    if (place->end - place->start > PLACE_LIMIT || !collect(context)) {
        return false;
    }
    uint32_t count = document_words(context->document, place->start, place->end, &terms->tokens,
                                    &terms->token_capacity);
    count = count == DOCUMENT_NONE ? 0 : count < PART_WORDS ? count : PART_WORDS;
    if (count) {
        memcpy(tokens, terms->tokens, count * sizeof *tokens);
    }
    for (uint32_t from = 0; from < count; from++) {
        for (uint32_t to = from; to < count; to++) {
            uint64_t wording = terms_wording(context, tokens[from].start, tokens[to].end);
            if (is_in_set(terms, wording)) {
                return true;
            }
        }
    }
    return false;
}

/* Whether nothing but quotes stands between the words and the verb that defines them. */
static bool is_before_verb(struct context *context, const struct place *place) {
    if (context->definition_verb == LEXICON_NONE) {
        return false;
    }
    const struct hit *verb = postings_from(context->postings, context->definition_verb, place->end);
    return verb && verb->start < place->stretch_end &&
           words_count(&context->document->text, place->end, verb->start, 1) == 0;
}

bool terms_hold(struct context *context, const struct place *place) {
    if (is_before_verb(context, place)) {
        return true;
    }
    if (!collect(context)) {
        return false;
    }
    uint32_t low = 0, high = context->terms.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (context->terms.spans[middle].end < place->end) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < context->terms.count && context->terms.spans[low].start <= place->start &&
           context->terms.spans[low].end >= place->end;
}
