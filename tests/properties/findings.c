/*
 * What must hold for the findings in any draft: a span is the words that are reported, line and
 * column are those of the span, the provision holds it, and two runs say the same.
 */
#include "draft.h"

#include <check.h>
#include <string.h>

Suite *findings_suite(void);

struct place {
    long long line, column;
};

/* Line and character column of a byte; LF, CRLF and lone CR end lines. */
static struct place place_of(const struct draft *draft, long long offset, bool utf8) {
    struct place place = {1, 1};
    for (long long i = 0; i < offset; i++) {
        unsigned char c = (unsigned char)draft->bytes[i];
        bool ends = c == '\n' || (c == '\r' && draft->bytes[i + 1] != '\n');
        if (ends) {
            place.line++;
            place.column = 1;
        } else if (c != '\r' && !(utf8 && (c & 0xC0) == 0x80)) {
            place.column++;
        }
    }
    return place;
}

static long long integer(const json_t *object, const char *key) {
    const json_t *value = json_object_get(object, key);
    ck_assert_msg(json_is_integer(value), "%s is no number", key);
    return json_integer_value(value);
}

/* Equal, but for what separates words. */
static bool same_words(const char *a, size_t a_length, const char *b, size_t b_length) {
    size_t i = 0, j = 0;
    for (;;) {
        while (i < a_length && strchr(" \t\r\n>*_", a[i]))
            i++;
        while (j < b_length && strchr(" \t\r\n>*_", b[j]))
            j++;
        if (i == a_length || j == b_length)
            return i == a_length && j == b_length;
        if (a[i++] != b[j++])
            return false;
    }
}

START_TEST(spans) {
    struct draft draft = sample_read((size_t)_i);
    bool utf8 = strcmp(sample_names[_i], "windows-1252.txt") != 0;
    json_t *findings = draft_findings(&draft, NULL);
    ck_assert_uint_gt(json_array_size(findings) + (strcmp(sample_names[_i], "good-law.md") == 0),
                      0);
    long long before = 0;
    size_t index;
    json_t *finding;
    json_array_foreach(findings, index, finding) {
        long long start = integer(finding, "offset"), end = integer(finding, "end_offset");
        ck_assert_int_lt(start, end);
        ck_assert_int_le(end, (long long)draft.length);
        ck_assert_int_ge(start, before);
        before = start;

        struct place first = place_of(&draft, start, utf8), last = place_of(&draft, end, utf8);
        ck_assert_int_eq(integer(finding, "line"), first.line);
        ck_assert_int_eq(integer(finding, "column"), first.column);
        ck_assert_int_eq(integer(finding, "end_line"), last.line);
        ck_assert_int_eq(integer(finding, "end_column"), last.column);

        const json_t *text = json_object_get(finding, "text");
        ck_assert(json_is_string(text));
        if (utf8)
            ck_assert_msg(same_words(json_string_value(text), json_string_length(text),
                                     draft.bytes + start, (size_t)(end - start)),
                          "\"%s\" is not \"%.*s\"", json_string_value(text), (int)(end - start),
                          draft.bytes + start);

        const json_t *provision = json_object_get(finding, "provision");
        ck_assert_int_le(integer(provision, "line"), first.line);
        ck_assert_int_ge(integer(provision, "end_line"), first.line);
    }
    json_decref(findings);
    draft_free(&draft);
}
END_TEST

START_TEST(two_runs) {
    struct draft draft = sample_read((size_t)_i);
    for (enum proviso_format format = PROVISO_FORMAT_TEXT; format <= PROVISO_FORMAT_MATRIX;
         format++) {
        struct draft once = draft_report(&draft, NULL, format);
        struct draft again = draft_report(&draft, NULL, format);
        ck_assert_uint_eq(once.length, again.length);
        ck_assert_mem_eq(once.bytes, again.bytes, once.length);
        draft_free(&once);
        draft_free(&again);
    }
    draft_free(&draft);
}
END_TEST

START_TEST(edits_lie_in_the_draft) {
    struct draft draft = sample_read((size_t)_i);
    json_t *findings = draft_findings(&draft, NULL);
    size_t index, number;
    json_t *finding, *edit;
    json_array_foreach(findings, index, finding) {
        const json_t *edits = json_object_get(json_object_get(finding, "suggestion"), "edits");
        long long before = 0;
        json_array_foreach(edits, number, edit) {
            long long start = integer(edit, "offset"), end = integer(edit, "end_offset");
            ck_assert_int_ge(start, before);
            ck_assert_int_le(start, end);
            ck_assert_int_le(end, (long long)draft.length);
            before = end;
        }
    }
    json_decref(findings);
    draft_free(&draft);
}
END_TEST

Suite *findings_suite(void) {
    Suite *suite = suite_create("findings");
    TCase *tests = tcase_create("samples");
    tcase_set_timeout(tests, 60);
    tcase_add_loop_test(tests, spans, 0, (int)sample_count);
    tcase_add_loop_test(tests, two_runs, 0, (int)sample_count);
    tcase_add_loop_test(tests, edits_lie_in_the_draft, 0, (int)sample_count);
    suite_add_tcase(suite, tests);
    return suite;
}
