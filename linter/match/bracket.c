/*
 * What is not agreed. In: "shall be subject to [prior judicial authorization - Norway]". Out: the
 * stretch in brackets, outermost ones only, across paragraphs. A provision that begins with "Alt 2"
 * or "Option B" is not agreed as a whole.
 */
#include "bracket.h"

#include "../base/error.h"
#include "../base/utf8.h"
#include "words.h"

#include <stdlib.h>
#include <string.h>

enum { BRACKET_DEPTH = 64 };

struct bracket_search {
    struct proviso_findings *findings;
    struct context *context;
    uint32_t capacity;
    uint32_t editorial, alternative; /* concepts */
};

static bool add_stretch(struct bracket_search *search, uint32_t start, uint32_t end) {
    struct proviso_findings *findings = search->findings;
    struct unagreed *brackets = array_grow(findings->brackets, &search->capacity,
                                           findings->bracket_count + 1, sizeof *brackets);
    if (!brackets) {
        return false;
    }
    findings->brackets = brackets;
    while (findings->bracket_count && brackets[findings->bracket_count - 1].start >= start &&
           brackets[findings->bracket_count - 1].end <= end) {
        findings->bracket_count--; /* inside this one */
    }
    brackets[findings->bracket_count++] = (struct unagreed){start, end};
    return true;
}

static bool is_letter(char byte) {
    return (unsigned char)byte >= 0x80 ||
           (utf8_is_word((unsigned char)byte) && !(byte >= '0' && byte <= '9'));
}

/* Whether the brackets around start..end hold words under negotiation. */
static bool is_unagreed(const struct bracket_search *search, uint32_t start, uint32_t end) {
    const char *mask = search->findings->document->text.mask;
    if (start > 0 &&
        (is_letter(mask[start - 1]) || (mask[start - 1] >= '0' && mask[start - 1] <= '9'))) {
        return false; /* F9[...], quo[te] */
    }
    uint32_t letters = 0;
    for (uint32_t i = start; i < end && letters < 3; i++) {
        letters += is_letter(mask[i]);
    }
    if (letters < 3) {
        return false;
    }
    const struct hit *hit = postings_from(search->context->postings, search->editorial, start);
    return !hit || hit->start >= end ||
           words_count(&search->findings->document->text, start, hit->start, 3) > 2;
}

static uint32_t find_byte(const struct text *text, char byte, uint32_t from) {
    const char *found = memchr(text->mask + from, byte, text->length - from);
    return found ? (uint32_t)(found - text->mask) : text->length;
}

static bool search_brackets(struct bracket_search *search) {
    const struct text *text = &search->findings->document->text;
    uint32_t open[BRACKET_DEPTH], depth = 0, lost = 0;
    uint32_t opening = find_byte(text, '[', 0), closing = find_byte(text, ']', 0);
    while (closing < text->length) { /* without one nothing is in brackets */
        if (opening < closing) {
            if (depth < BRACKET_DEPTH) {
                open[depth++] = opening;
            } else {
                lost++;
            }
            opening = find_byte(text, '[', opening + 1);
            continue;
        }
        uint32_t at = closing;
        closing = find_byte(text, ']', at + 1);
        if (lost) {
            lost--;
        } else if (depth) {
            uint32_t start = open[--depth];
            if (is_unagreed(search, start, at) && !add_stretch(search, start, at + 1)) {
                return false;
            }
        }
    }
    return true;
}

static bool search_alternatives(struct bracket_search *search) {
    const struct proviso_document *document = search->findings->document;
    for (uint32_t i = 1; search->alternative != LEXICON_NONE && i < document->provision_count;
         i++) {
        const struct provision *provision = &document->provisions[i];
        const struct hit *hit =
            postings_from(search->context->postings, search->alternative, provision->start);
        uint32_t from =
            provision->label_end > provision->start ? provision->label_end : provision->start;
        if (hit && hit->start < provision->finish &&
            words_count(&document->text, from, hit->start, 1) == 0 &&
            !add_stretch(search, provision->start, provision->finish)) {
            return false;
        }
    }
    return true;
}

static int compare_stretches(const void *a, const void *b) {
    uint32_t left = ((const struct unagreed *)a)->start,
             right = ((const struct unagreed *)b)->start;
    return (left > right) - (left < right);
}

/* Sorted and without overlap: alternatives were found behind all brackets. */
static void join_stretches(struct proviso_findings *findings) {
    struct unagreed *list = findings->brackets;
    uint32_t kept = 0;
    if (findings->bracket_count > 1) {
        qsort(list, findings->bracket_count, sizeof *list, compare_stretches);
    }
    for (uint32_t i = 0; i < findings->bracket_count; i++) {
        if (kept && list[i].start < list[kept - 1].end) {
            if (list[i].end > list[kept - 1].end) {
                list[kept - 1].end = list[i].end;
            }
        } else {
            list[kept++] = list[i];
        }
    }
    findings->bracket_count = kept;
    for (uint32_t i = 0; i < kept; i++) {
        findings->unagreed += list[i].end - list[i].start;
    }
}

bool brackets_find(struct proviso_findings *findings, struct context *context,
                   struct proviso_error *error) {
    const struct proviso_lexicon *lexicon = findings->document->lexicon;
    struct bracket_search search = {.findings = findings,
                                    .context = context,
                                    .editorial = lexicon->named[NAMED_EDITORIAL],
                                    .alternative = lexicon->named[NAMED_ALTERNATIVE]};
    if (!search_brackets(&search) || !search_alternatives(&search)) {
        return error_memory(error);
    }
    join_stretches(findings);
    return true;
}

const struct unagreed *brackets_at(const struct proviso_findings *findings, uint32_t offset) {
    uint32_t low = 0, high = findings->bracket_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (findings->brackets[middle].end <= offset) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    bool held = low < findings->bracket_count && findings->brackets[low].start <= offset;
    return held ? &findings->brackets[low] : NULL;
}
