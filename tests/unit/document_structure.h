/* Reads a draft and lists its provisions, one a line: citation, then " = heading" if it has one. */
#ifndef UNIT_DOCUMENT_STRUCTURE_H
#define UNIT_DOCUMENT_STRUCTURE_H

#include "document/document.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static inline proviso_document *read_draft(const char *draft, size_t length) {
    struct proviso_source source = {"draft.md", draft, length};
    struct proviso_error error = {{0}, {0}, 0, 0};
    proviso_document *document =
        proviso_document_read(proviso_lexicon_builtin(), &source, NULL, &error);
    ck_assert_msg(document != NULL, "%s", error.message);
    return document;
}

/* Parents before children, spans nested, siblings one after the other, every byte in a provision.
 */
static inline void check_nesting(const struct proviso_document *document) {
    const struct provision *all = document->provisions;
    ck_assert_uint_eq(all[0].start, 0);
    ck_assert_uint_eq(all[0].finish, document->text.length);
    ck_assert_uint_eq(all[0].end, document->provision_count);
    for (uint32_t i = 1; i < document->provision_count; i++) {
        const struct provision *parent = &all[all[i].parent];
        ck_assert_uint_lt(all[i].parent, i);
        ck_assert_uint_gt(all[i].end, i);
        ck_assert_uint_le(all[i].end, parent->end);
        ck_assert_uint_ge(all[i].start, parent->start);
        ck_assert_uint_le(all[i].finish, parent->finish);
        ck_assert_uint_le(all[i].start, all[i].body);
        ck_assert_uint_le(all[i].body, all[i].end > i + 1 ? all[i + 1].start : all[i].tail);
        ck_assert_uint_le(all[i].body, all[i].tail);
        ck_assert_uint_le(all[i].tail, all[i].finish);
        ck_assert_uint_le(all[i].label_start, all[i].label_end);
        ck_assert_uint_le(all[i].heading_start, all[i].heading_end);
        if (all[i].end < parent->end) {
            ck_assert_uint_eq(all[i].finish, all[all[i].end].start);
        } else {
            ck_assert_uint_eq(all[i].finish, parent->tail);
        }
    }
}

static inline int compare_strings(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* No two provisions are cited alike. */
static inline void check_citations(const struct proviso_document *document) {
    uint32_t count = document->provision_count;
    char **citations = calloc(count, sizeof *citations);
    ck_assert(citations != NULL);
    for (uint32_t i = 0; i < count; i++) {
        size_t length = proviso_document_citation(document, i, NULL, 0);
        citations[i] = malloc(length + 1);
        ck_assert(citations[i] != NULL);
        ck_assert_uint_eq(proviso_document_citation(document, i, citations[i], length + 1), length);
        ck_assert_uint_eq(strlen(citations[i]), length);
    }
    qsort(citations, count, sizeof *citations, compare_strings);
    for (uint32_t i = 1; i < count; i++) {
        ck_assert_str_ne(citations[i - 1], citations[i]);
    }
    for (uint32_t i = 0; i < count; i++) {
        free(citations[i]);
    }
    free(citations);
}

static inline void check_outline(const char *draft, const char *wanted) {
    proviso_document *document = read_draft(draft, strlen(draft));
    char outline[8192] = "";
    size_t used = 0;
    check_nesting(document);
    check_citations(document);
    for (size_t i = 1; i < proviso_document_count(document); i++) {
        char citation[256], heading[256];
        proviso_document_citation(document, i, citation, sizeof citation);
        proviso_document_heading(document, i, heading, sizeof heading);
        used += (size_t)snprintf(outline + used, sizeof outline - used, "%s%s%s\n", citation,
                                 *heading ? " = " : "", heading);
        ck_assert_uint_lt(used, sizeof outline);
    }
    ck_assert_str_eq(outline, wanted);
    proviso_document_free(document);
}

/* The text of a provision from `body` or `tail` on, up to its first child or its end, without the
 * white space around it. */
static inline void check_text(const proviso_document *document, const char *citation, bool tail,
                              const char *wanted) {
    for (uint32_t i = 0; i < document->provision_count; i++) {
        char buffer[256];
        const struct provision *provision = &document->provisions[i];
        proviso_document_citation(document, i, buffer, sizeof buffer);
        if (strcmp(buffer, citation) != 0) {
            continue;
        }
        uint32_t start = tail ? provision->tail : provision->body, end = provision->finish;
        if (!tail) {
            end = provision->end > i + 1 ? document->provisions[i + 1].start : provision->tail;
        }
        while (start < end && (unsigned char)text_byte(&document->text, start) <= ' ') {
            start++;
        }
        while (end > start && (unsigned char)text_byte(&document->text, end - 1) <= ' ') {
            end--;
        }
        ck_assert_uint_eq(end - start, strlen(wanted));
        ck_assert(text_has(&document->text, start, wanted, end - start));
        return;
    }
    ck_abort_msg("no provision %s", citation);
}

#endif
