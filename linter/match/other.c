/*
 * Other instruments that were read along. In: "in accordance with the Criminal Procedure Code" in
 * an article, and the findings of that code. Out: the article's cell for prior authorisation rests
 * on Section 12 of the code. A safeguard counts only where the draft leaves it to another
 * instrument or cites that instrument by its title.
 */
#include "coverage.h"

#include "context.h"
#include "reach.h"
#include "safeguard.h"
#include "words.h"

#include <string.h>

enum { TITLE = 256, TITLE_WORDS = 12 };

void other_title(const struct proviso_findings *other, char *buffer, size_t size) {
    if (proviso_document_heading(other->document, 0, buffer, size) > 0 && buffer[0]) {
        return;
    }
    const char *path = other->document->path, *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    size_t length = strlen(name) < size ? strlen(name) : size - 1;
    memcpy(buffer, name, length);
    buffer[length] = '\0';
}

static bool is_word_byte(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (unsigned char)byte >= 0x80;
}

static bool same_letter(char a, char b) {
    return a == b || ((a ^ b) == 32 && is_word_byte(a) && is_word_byte(b));
}

/* Whether the word stands in text[start..end), in any case. */
static bool holds_word(const char *text, uint32_t start, uint32_t end, const char *word,
                       size_t length) {
    for (uint32_t at = start; at + length <= end; at++) {
        size_t same = 0;
        while (same < length && same_letter(text[at + same], word[same])) {
            same++;
        }
        bool whole = same == length && (at == start || !is_word_byte(text[at - 1])) &&
                     (at + length == end || !is_word_byte(text[at + length]));
        if (whole) {
            return true;
        }
    }
    return false;
}

/* Whether all words of the title that are longer than three letters stand in text[start..end). */
static bool names_title(const struct proviso_findings *findings, uint32_t start, uint32_t end,
                        const char *title) {
    uint32_t words = 0;
    while (*title && words < TITLE_WORDS) {
        const char *word = title;
        while (is_word_byte(*title)) {
            title++;
        }
        size_t length = (size_t)(title - word);
        if (length > 3) {
            words++;
            if (!holds_word(findings->document->text.mask, start, end, word, length)) {
                return false;
            }
        }
        title += *title && length == 0;
    }
    return words > 0;
}

/* Whether a reference of the article to another instrument is to this one. */
static bool cites(const struct proviso_findings *findings, const struct context *context,
                  const struct coverage *coverage, uint32_t article,
                  const struct proviso_findings *other) {
    const struct references *references = &coverage->reach->references;
    char title[TITLE];
    other_title(other, title, sizeof title);
    for (uint32_t i = 0; i < references->count; i++) {
        const struct reference *reference = &references->list[i];
        if (reference->kind == REFERENCE_EXTERNAL && reference->sentence != DOCUMENT_NONE &&
            context->standings[reference->provision].article == article) {
            const struct sentence *sentence = &findings->document->sentences[reference->sentence];
            if (names_title(findings, sentence->start, sentence->end, title)) {
                return true;
            }
        }
    }
    return false;
}

/* What the other instrument requires of the safeguard, if it does. */
static void other_improve(struct cell *cell, const struct proviso_findings *other, uint32_t number,
                          uint32_t safeguard) {
    const struct evidences *evidences = other->coverage->evidences;
    for (uint32_t i = 0; i < evidences->count; i++) {
        const struct evidence *evidence = &evidences->list[i];
        if (evidence->safeguard == safeguard && evidence->state == STATE_PRESENT) {
            *cell = (struct cell){STATE_PRESENT, evidence->provision, evidence->start, number};
            return;
        }
    }
}

void others_fill(const struct proviso_findings *findings, struct context *context,
                 const struct coverage *coverage, struct subject *subject) {
    const struct proviso_lexicon *lexicon = findings->document->lexicon;
    for (size_t i = 0; i < findings->other_count; i++) {
        const struct proviso_findings *other = findings->others[i];
        bool cited = other->document->lexicon == lexicon &&
                     cites(findings, context, coverage, subject->provision, other);
        for (uint32_t s = 0; other->document->lexicon == lexicon && s < lexicon->safeguard_count;
             s++) {
            uint32_t state = subject->cells[s].state;
            if (state == STATE_ELSEWHERE ||
                (cited &&
                 (state == STATE_MISSING || state == STATE_NAMED || state == STATE_IMPLIED))) {
                other_improve(&subject->cells[s], other, (uint32_t)i + 1, s);
            }
        }
    }
}
