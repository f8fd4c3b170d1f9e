/*
 * Terms that the draft defines as something the lexicon has a word for. In: `"Examiner" means a
 * judge of the High Court`, where "means a judge" is a phrase of a concept with `reads-as: judge`.
 * Out: a reading, Examiner -> judge, so that every phrase about judges holds of it. One term may
 * rest on another: `"grant" means the leave of the Examiner`. In a glossary a colon does for the
 * verb, behind a term that is marked: `*Examiner*: a judge of the High Court`, or that opens a
 * point.
 */
#include "scan.h"
#include "words.h"

#include "../base/error.h"
#include "../base/utf8.h"

#include <string.h>

enum { TERM_WORDS = 4, ROUNDS = 2, WORD_BYTES = 32 };

struct meant_search {
    struct proviso_document *document;
    struct scan scan;
};

static bool is_quote(const char *mask, uint32_t at) {
    return mask[at] == '"' || (unsigned char)mask[at] >= 0x80 || mask[at] == MASK_SOFT;
}

static bool word_at(const char *mask, uint32_t at) {
    return (unsigned char)mask[at] < 0x80 && utf8_is_word((unsigned char)mask[at]);
}

/* Whether the letters that stand in every definition, "mean", stand there. */
static bool may_define(const struct proviso_document *document, uint32_t start, uint32_t end) {
    const char *letters = lexicon_string(document->lexicon, document->lexicon->defines);
    const char *at = document->text.mask + start, *last = document->text.mask + end;
    size_t length = strlen(letters);
    while (length && at < last && (at = memchr(at, letters[0], (size_t)(last - at)))) {
        if ((size_t)(last - at) >= length && !memcmp(at, letters, length)) {
            return true;
        }
        at++;
    }
    return false;
}

/* The words before the colon are all that its point begins with: `e) examiner: a judge`. */
static bool opens_point(const char *mask, uint32_t colon) {
    uint32_t at = colon, words = 0;
    while (at && (word_at(mask, at - 1) || mask[at - 1] == ' ' || mask[at - 1] == '-')) {
        at--;
        words += word_at(mask, at) && (!at || !word_at(mask, at - 1));
    }
    return at > 1 && mask[at - 1] == ')' && word_at(mask, at - 2) && words && words <= TERM_WORDS;
}

/* A colon stands directly before the offset; a closing mark or quote stands before the colon, or
 * the label of a point before the words that it follows. */
static bool follows_entry(const char *mask, uint32_t first, uint32_t at) {
    while (at > first && mask[at - 1] == ' ') {
        at--;
    }
    while (at > first && mask[at - 1] == MASK_SOFT) {
        at--; /* "*Examiner:* a judge" */
    }
    return at > first + 1 && mask[at - 1] == ':' &&
           (is_quote(mask, at - 2) || mask[at] == MASK_SOFT || opens_point(mask, at - 1));
}

/* The term that ends before the verb, within the sentence: between quotes or marks of emphasis, or
 * else all words from the last comma, colon or bracket on. */
static bool term_before(const char *mask, uint32_t first, uint32_t verb, uint32_t *start,
                        uint32_t *end) {
    bool quoted = false;
    while (verb > first && !word_at(mask, verb - 1)) {
        verb--;
        quoted = quoted || is_quote(mask, verb);
    }
    uint32_t at = verb;
    while (at > first && (quoted ? !is_quote(mask, at - 1) : !strchr(",;:()", mask[at - 1]))) {
        at--;
    }
    uint32_t last = verb;
    while (!quoted && last > at && mask[last - 1] != '"') {
        last--; /* `the term "grant" as used in this Act means` */
    }
    if (!quoted && last > at + 1) {
        verb = last - 1;
        for (last = verb; last > at && mask[last - 1] != '"';) {
            last--;
        }
        at = last;
    }
    while (at < verb && !word_at(mask, at)) {
        at++;
    }
    *start = at;
    *end = verb;
    return at < verb;
}

static bool is_held(const struct proviso_document *document, uint32_t start) {
    for (uint32_t i = 0; i < document->reading_count; i++) {
        if (document->readings[i].start == start) {
            return true;
        }
    }
    return false;
}

/* Whether an exception of the concept holds the verb, or lies within the words. One that ends at
 * the next verb ("... of the Police; `relayer` means") is about the next term. */
static bool is_except(const struct scan *scan, const struct found *hit) {
    for (uint32_t i = 0; i < scan->found_count; i++) {
        const struct found *other = &scan->found[i];
        if (other->form == FOUND_EXCEPT && other->concept == hit->concept &&
            (other->start <= hit->start ? hit->start < other->end : other->end <= hit->end)) {
            return true;
        }
    }
    return false;
}

/* A reading of the term before the hit, as the word of its concept. */
static void add_reading(struct proviso_document *document, uint32_t first,
                        const struct found *hit) {
    const struct proviso_lexicon *lexicon = document->lexicon;
    const char *mask = document->text.mask;
    uint32_t start, end;
    bool entry = !may_define(document, hit->start, hit->end);
    if (entry && !follows_entry(mask, first, hit->start)) {
        return;
    }
    if (document->reading_count == READING_LIMIT ||
        !term_before(mask, first, hit->start, &start, &end) || is_held(document, start)) {
        return;
    }
    const char *read = lexicon_string(lexicon, lexicon->concepts[hit->concept].reads_as);
    char word[WORD_BYTES];
    uint32_t words = words_count(&document->text, start, end, TERM_WORDS + 1);
    uint32_t length = (uint32_t)strlen(read);
    if (words > TERM_WORDS || length + 1 > WORD_BYTES) {
        return;
    }
    memcpy(word, read, length);
    uint32_t single = lexicon_word(lexicon, word, length);
    word[length] = 's';
    uint32_t plural = lexicon_word(lexicon, word, length + 1);
    document->readings[document->reading_count++] = (struct reading){
        start, end - start, words, single, plural == WORD_UNKNOWN ? single : plural, entry};
}

static void read_definitions(struct meant_search *search, uint32_t start) {
    const struct lexicon_concept *concepts = search->document->lexicon->concepts;
    for (uint32_t i = 0; i < search->scan.found_count; i++) {
        const struct found *hit = &search->scan.found[i];
        if (concepts[hit->concept].reads_as && hit->form != FOUND_EXCEPT &&
            !is_except(&search->scan, hit)) {
            add_reading(search->document, start, hit);
        }
    }
}

/* `*Examiner*: a judge`: a colon with a mark or quote beside it. */
static bool has_entry(const char *mask, uint32_t start, uint32_t end) {
    const char *colon;
    for (uint32_t at = start; at < end && (colon = memchr(mask + at, ':', end - at));) {
        at = (uint32_t)(colon - mask) + 1;
        if (at < end && follows_entry(mask, start, at)) {
            return true;
        }
    }
    return false;
}

static bool search_sentences(struct meant_search *search) {
    const struct proviso_document *document = search->document;
    for (uint32_t i = 0; i < document->sentence_count; i++) {
        const struct sentence *sentence = &document->sentences[i];
        if (!may_define(document, sentence->start, sentence->end) &&
            !has_entry(document->text.mask, sentence->start, sentence->end)) {
            continue;
        }
        if (!scan_read(&search->scan, sentence->start, sentence->end)) {
            return false;
        }
        scan_stretch(&search->scan, sentence->start, sentence->end);
        read_definitions(search, sentence->start);
    }
    return !search->scan.failed;
}

bool match_meant(struct proviso_document *document, struct arena *arena,
                 struct proviso_error *error) {
    struct meant_search search = {.document = document};
    document->reading_count = 0;
    document->readings = ARENA_ARRAY(document->arena, struct reading, READING_LIMIT);
    bool done =
        document->readings != NULL && scan_start(&search.scan, document, MATCHER_MEANT, arena);
    uint32_t before = 0;
    for (uint32_t round = 0; done && round < ROUNDS; round++) {
        done = search_sentences(&search);
        if (document->reading_count == before) {
            break;
        }
        before = document->reading_count;
    }
    scan_end(&search.scan);
    return done || error_memory(error);
}
