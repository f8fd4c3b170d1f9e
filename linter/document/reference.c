/*
 * Link definitions and footnote marks. In: "[the Protocol][p] applies[^2]" and, further on, "[p]:
 * https://example.org/p". Out: `[p]`, `[^2]` and the whole definition blank. "[Act 56]: repealed"
 * looks like a definition and is law: it is none unless its target looks like an address.
 */
#include "../base/utf8.h"
#include "mask.h"

#include <stdlib.h>
#include <string.h>

enum { LABEL_LIMIT = 200, TITLE_LIMIT = 500 };

/* The `]` of a label that begins behind `at`, or 0. */
static uint32_t label_end(const char *bytes, uint32_t at, uint32_t end) {
    uint32_t limit = end - at < LABEL_LIMIT ? end : at + LABEL_LIMIT;
    while (at < limit && bytes[at] != ']' && bytes[at] != '[') {
        at += bytes[at] == '\\' && at + 1 < limit ? 2 : 1;
    }
    return at < limit && bytes[at] == ']' ? at : 0;
}

static uint64_t label_hash(const char *bytes, uint32_t at, uint32_t end) {
    uint64_t hash = 14695981039346656037u;
    bool space = false, any = false;
    while (at < end) {
        uint32_t character;
        at += utf8_decode(bytes + at, end - at, &character);
        if (utf8_is_space(character)) {
            space = any;
            continue;
        }
        if (space) {
            hash = (hash ^ ' ') * 1099511628211u;
        }
        hash = (hash ^ utf8_fold(character)) * 1099511628211u;
        space = false;
        any = true;
    }
    return hash;
}

/* ---- definitions --------------------------------------------------------------------------- */

static uint32_t skip_blanks(const char *bytes, uint32_t at, uint32_t end) {
    while (at < end && byte_is_blank(bytes[at])) {
        at++;
    }
    return at;
}

/* The end of the target at `at` if it looks like an address, else 0. */
static uint32_t target_end(const char *bytes, uint32_t at, uint32_t end) {
    bool address = at < end && bytes[at] == '<';
    uint32_t last = at;
    while (at < end && !byte_is_blank(bytes[at])) {
        last = at++;
        address = address ||
                  (memchr("/#@:%?=.", bytes[last], 8) && at < end && !byte_is_blank(bytes[at]));
    }
    return address ? at : 0;
}

/* Nothing, or a title in quotes or parentheses, up to the end of the line. */
static bool is_title(const char *bytes, uint32_t at, uint32_t end) {
    while (end > at && byte_is_blank(bytes[end - 1])) {
        end--;
    }
    at = skip_blanks(bytes, at, end);
    if (at == end) {
        return true;
    }
    char close = bytes[at] == '(' ? ')' : bytes[at];
    return end - at >= 2 && end - at <= TITLE_LIMIT && memchr("\"')", close, 3) &&
           bytes[end - 1] == close;
}

/* The end of the definition whose colon is at `colon`, or 0 if it is none. Its target may stand in
 * the next line. */
static uint32_t definition_end(const struct masking *masking, uint32_t line, uint32_t colon) {
    const struct proviso_document *document = masking->document;
    const struct line *span = &document->lines[line];
    uint32_t at = skip_blanks(masking->bytes, colon + 1, span->end);
    if (at == span->end && line + 1 < document->line_count) {
        span++;
        at = line_content(masking->bytes, span->offset, span->end);
    }
    uint32_t target = target_end(masking->bytes, at, span->end);
    return target && is_title(masking->bytes, target, span->end) ? span->end : 0;
}

static bool keep_label(struct definitions *definitions, uint64_t hash) {
    uint64_t *grown = array_grow(definitions->labels, &definitions->capacity,
                                 definitions->count + 1, sizeof *grown);
    if (grown) {
        definitions->labels = grown;
        grown[definitions->count++] = hash;
    }
    return grown != NULL;
}

/* The colon at `colon` stands behind a `]`. */
static bool read_definition(struct masking *masking, struct definitions *definitions, uint32_t line,
                            uint32_t colon) {
    const char *bytes = masking->bytes;
    const struct line *span = &masking->document->lines[line];
    uint32_t open = line_content(bytes, span->offset, span->end);
    if (open >= colon || bytes[open] != '[' || label_end(bytes, open + 1, span->end) != colon - 1) {
        return true;
    }
    if (bytes[open + 1] == '^') {
        mask_blank(masking, open, colon + 1);
        return true;
    }
    uint32_t end = definition_end(masking, line, colon);
    if (!end) {
        return true;
    }
    mask_plain(masking, line, span->offset, end);
    return keep_label(definitions, label_hash(bytes, open + 1, colon - 1));
}

static int compare_labels(const void *left, const void *right) {
    const uint64_t *a = left, *b = right;
    return *a < *b ? -1 : *a > *b;
}

bool reference_mask_definitions(struct masking *masking, struct definitions *definitions) {
    const char *mask = masking->mask;
    uint32_t line = 0, read = DOCUMENT_NONE;
    for (uint32_t at = 0; at < masking->length; at++) {
        const char *close = memchr(mask + at, ']', masking->length - at);
        if (!close) {
            break;
        }
        at = (uint32_t)(close - mask);
        if (at + 1 >= masking->length || mask[at + 1] != ':') {
            continue;
        }
        line = lines_seek(masking->document, line, at);
        if (line != read && !read_definition(masking, definitions, line, at + 1)) {
            return false;
        }
        read = line;
        masking->mask[at + 1] = MASK_BREAK; /* so that md4c sees no definition either */
    }
    if (definitions->count) {
        qsort(definitions->labels, definitions->count, sizeof *definitions->labels, compare_labels);
    }
    return true;
}

/* A footnote's mark is one word: [^1]. */
static bool has_blank(const char *bytes, uint32_t at, uint32_t end) {
    while (at < end && !byte_is_blank(bytes[at]) && !byte_ends_line(bytes[at])) {
        at++;
    }
    return at < end;
}

/* ---- references and footnote marks ---------------------------------------------------------- */

void reference_mask_marks(struct masking *masking, const struct definitions *definitions) {
    const char *mask = masking->mask;
    for (uint32_t at = 0; at + 1 < masking->length; at++) {
        const char *open = memchr(mask + at, '[', masking->length - at);
        if (!open) {
            break;
        }
        at = (uint32_t)(open - mask);
        bool footnote = at + 1 < masking->length && mask[at + 1] == '^';
        bool reference = definitions->count && at > 0 && mask[at - 1] == ']';
        uint32_t end = footnote || reference ? label_end(mask, at + 1, masking->length) : 0;
        if (!end || (footnote && has_blank(mask, at, end))) {
            continue;
        }
        uint64_t hash = reference ? label_hash(masking->bytes, at + 1, end) : 0;
        if (footnote ||
            bsearch(&hash, definitions->labels, definitions->count, sizeof hash, compare_labels)) {
            mask_blank(masking, at, end + 1);
            at = end;
        }
    }
}
