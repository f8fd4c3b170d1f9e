/*
 * Terms that the draft defines as something the lexicon has a word for. In: `"Examiner" means a
 * judge of the High Court`, where "means a judge" is a phrase of `reads-as-judge`. Out: a reading,
 * Examiner -> judge, so that every phrase about judges holds of it. One term may rest on another:
 * `"grant" means the leave of the Examiner`. In a glossary a colon does for the verb, behind a term
 * that is marked: `*Examiner*: a judge of the High Court`.
 */
#include "scan.h"

#include "../base/error.h"
#include "../base/utf8.h"

#include <string.h>

enum {
    READING_LIMIT = 16,
    TERM_WORDS = 4,
    VERB_BYTES = 4,
    ROUNDS = 2,
    WORD_BYTES = 32,
    ENTRY_BYTES = 100
};
/* The concepts that say what a term is read as, each named for the word: `reads-as-judge`. */
enum { READS_FIRST = NAMED_READS_AS_JUDGE, READS_LAST = NAMED_READS_AS_MEASURE };
#define READS_AS "reads-as-"

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

static bool starts_with_verb(const char *mask, const struct found *hit) {
    return hit->end - hit->start > VERB_BYTES &&
           (!memcmp(mask + hit->start, "mean", VERB_BYTES) ||
            !memcmp(mask + hit->start, "shall", VERB_BYTES + 1));
}

/* A colon stands directly before the offset, and a closing mark or quote before the colon. */
static bool follows_entry(const char *mask, uint32_t first, uint32_t at) {
    while (at > first && mask[at - 1] == ' ') {
        at--;
    }
    while (at > first && mask[at - 1] == MASK_SOFT) {
        at--; /* "*Examiner:* a judge" */
    }
    return at > first + 1 && mask[at - 1] == ':' &&
           (is_quote(mask, at - 2) || mask[at] == MASK_SOFT);
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
    while (at < verb && !word_at(mask, at)) {
        at++;
    }
    *start = at;
    *end = verb;
    return at < verb;
}

static uint32_t count_words(const char *mask, uint32_t start, uint32_t end) {
    uint32_t count = 0;
    for (uint32_t at = start; at < end; at++) {
        count += word_at(mask, at) && (at == start || !word_at(mask, at - 1));
    }
    return count;
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

static void add_reading(struct proviso_document *document, uint32_t first,
                        const struct found *hit) {
    const struct proviso_lexicon *lexicon = document->lexicon;
    const char *mask = document->text.mask;
    uint32_t start, end;
    bool entry = !starts_with_verb(mask, hit);
    if (entry && !follows_entry(mask, first, hit->start)) {
        return;
    }
    if (document->reading_count == READING_LIMIT ||
        !term_before(mask, first, hit->start, &start, &end) || is_held(document, start)) {
        return;
    }
    const char *id = lexicon_string(lexicon, lexicon->concepts[hit->concept].id);
    char word[WORD_BYTES];
    uint32_t words = count_words(mask, start, end), length = (uint32_t)strlen(id);
    length -= (uint32_t)strlen(READS_AS);
    if (words > TERM_WORDS || length + 1 > WORD_BYTES) {
        return;
    }
    memcpy(word, id + strlen(READS_AS), length);
    uint32_t single = lexicon_word(lexicon, word, length);
    word[length] = 's';
    uint32_t plural = lexicon_word(lexicon, word, length + 1);
    document->readings[document->reading_count++] = (struct reading){
        start, end - start, words, single, plural == WORD_UNKNOWN ? single : plural, entry};
}

static void read_definitions(struct meant_search *search, uint32_t start) {
    const uint32_t *named = search->document->lexicon->named;
    for (uint32_t i = 0; i < search->scan.found_count; i++) {
        const struct found *hit = &search->scan.found[i];
        for (uint32_t j = READS_FIRST; j <= READS_LAST; j++) {
            if (hit->form != FOUND_EXCEPT && hit->concept == named[j] &&
                !is_except(&search->scan, hit)) {
                add_reading(search->document, start, hit);
            }
        }
    }
}

static bool has_verb(const char *mask, uint32_t start, uint32_t end) {
    for (; start + VERB_BYTES <= end; start++) {
        const char *found = memchr(mask + start, 'm', end - start - (VERB_BYTES - 1));
        if (!found) {
            return false;
        }
        if (!memcmp(found, "mean", VERB_BYTES)) {
            return true;
        }
        start = (uint32_t)(found - mask);
    }
    return false;
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
        const char *mask = document->text.mask;
        if (!has_verb(mask, sentence->start, sentence->end) &&
            !has_entry(mask, sentence->start, sentence->end)) {
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
        document->readings != NULL && scan_start(&search.scan, document, MATCHER_ALWAYS, arena);
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
