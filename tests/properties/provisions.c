/*
 * What must hold for the provisions of any draft: each lies inside its parent, siblings follow each
 * other without a gap, and no two have the same citation, be it "Article 12 (second)".
 */
#include "draft.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

Suite *provisions_suite(void);

static int by_name(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static proviso_document *open_draft(const struct draft *draft) {
    struct proviso_error error = {0};
    struct proviso_source source = {"draft.md", draft->bytes, draft->length};
    proviso_document *document =
        proviso_document_read(proviso_lexicon_builtin(), &source, NULL, &error);
    ck_assert_msg(document != NULL, "%s", error.message);
    return document;
}

START_TEST(citations_are_unique) {
    struct draft draft = sample_read((size_t)_i);
    proviso_document *document = open_draft(&draft);
    size_t count = proviso_document_count(document);
    char **citations = calloc(count, sizeof *citations);
    ck_assert_ptr_nonnull(citations);
    for (size_t i = 0; i < count; i++) {
        char citation[300];
        ck_assert_uint_lt(proviso_document_citation(document, i, citation, sizeof citation),
                          sizeof citation);
        ck_assert_uint_gt(strlen(citation), 0);
        citations[i] = strdup(citation);
    }
    qsort(citations, count, sizeof *citations, by_name);
    for (size_t i = 1; i < count; i++)
        ck_assert_msg(strcmp(citations[i - 1], citations[i]) != 0, "two provisions are %s",
                      citations[i]);
    for (size_t i = 0; i < count; i++)
        free(citations[i]);
    free(citations);
    proviso_document_free(document);
    draft_free(&draft);
}
END_TEST

START_TEST(provisions_nest) {
    struct draft draft = sample_read((size_t)_i);
    proviso_document *document = open_draft(&draft);
    size_t count = proviso_document_count(document);
    struct proviso_provision *all = calloc(count, sizeof *all);
    size_t *next = calloc(count, sizeof *next); /* where the next child of each must begin, or 0 */
    ck_assert(all && next);
    for (size_t i = 0; i < count; i++)
        proviso_document_provision(document, i, &all[i]);
    ck_assert_uint_eq(all[0].parent, 0);
    ck_assert_uint_eq(all[0].end, count);
    ck_assert_uint_eq(all[0].offset, 0);
    ck_assert_uint_eq(all[0].end_offset, draft.length);
    for (size_t i = 1; i < count; i++) {
        const struct proviso_provision *own = &all[i], *parent = &all[own->parent];
        ck_assert_uint_lt(own->parent, i);
        ck_assert_uint_gt(own->end, i);
        ck_assert_uint_le(own->end, parent->end);
        ck_assert_uint_ge(own->offset, parent->offset);
        ck_assert_uint_lt(own->offset, own->end_offset);
        ck_assert_uint_le(own->end_offset, parent->end_offset);
        ck_assert_uint_le(own->line, own->end_line);
        if (next[own->parent])
            ck_assert_uint_eq(own->offset, next[own->parent]);
        next[own->parent] = own->end_offset;
    }
    free(all);
    free(next);
    proviso_document_free(document);
    draft_free(&draft);
}
END_TEST

Suite *provisions_suite(void) {
    Suite *suite = suite_create("provisions");
    TCase *tests = tcase_create("samples");
    tcase_add_loop_test(tests, citations_are_unique, 0, (int)sample_count);
    tcase_add_loop_test(tests, provisions_nest, 0, (int)sample_count);
    suite_add_tcase(suite, tests);
    return suite;
}
