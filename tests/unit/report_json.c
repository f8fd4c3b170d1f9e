/* JSON: escapes, valid UTF-8 whatever the draft holds, and the shape of a finding. */
#include "report/json_write.h"

#include "report_fixture.h"

#include <stdio.h>

Suite *report_json_suite(void);

static void assert_string(const char *bytes, size_t length, const char *expected) {
    struct buffer out = {0};
    struct json_writer json = {.out = &out};
    json_put_string(&json, bytes, length);
    ck_assert_str_eq(buffer_string(&out), expected);
    buffer_free(&out);
}

START_TEST(strings_are_escaped) {
    assert_string("\"data\" \\ /", 10, "\"\\\"data\\\" \\\\ /\"");
    assert_string("a\nb\rc\td", 7, "\"a\\nb\\rc\\td\"");
    assert_string("\x00\x1F\x7F", 3, "\"\\u0000\\u001f\\u007f\"");
    assert_string("\xE2\x80\xA8", 3, "\"\\u2028\"");
}
END_TEST

START_TEST(bad_bytes_become_replacements) {
    assert_string("caf\xE9", 4, "\"caf\xEF\xBF\xBD\"");
    assert_string("\xED\xA0\x80", 3, "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");
    assert_string("caf\xC3\xA9", 5, "\"caf\xC3\xA9\"");
}
END_TEST

START_TEST(commas_stand_between_values_only) {
    struct buffer out = {0};
    struct json_writer json = {.out = &out};
    json_put_open(&json, '{');
    json_put_key_number(&json, "line", 12);
    json_put_key(&json, "list");
    json_put_open(&json, '[');
    json_put_open(&json, '{');
    json_put_close(&json, '}');
    json_put_newline(&json);
    json_put_number(&json, 2);
    json_put_close(&json, ']');
    json_put_key_string(&json, "text", "x");
    json_put_close(&json, '}');
    ck_assert_str_eq(buffer_string(&out), "{\"line\":12,\"list\":[{},\n2],\"text\":\"x\"}");
    buffer_free(&out);
}
END_TEST

START_TEST(a_finding_has_place_words_and_advice) {
    static const char draft[] = "# Article 1\n\n\xC3\x89tats: the purple\nelephant shall rule.\n";
    ASSERT_REPORT_HAS(PROVISO_FORMAT_JSON, "draft.md", draft,
                      "{\"rule\":\"test-rule/elephant\",\"category\":\"test-rule\","
                      "\"severity\":\"error\","
                      "\"message\":\"\\\"purple elephant\\\" has *no* place in law.\","
                      "\"line\":3,\"column\":12,\"end_line\":4,\"end_column\":9,\"offset\":25,"
                      "\"end_offset\":40,\"text\":\"purple elephant\",\"provision\":{");
    ASSERT_REPORT_HAS(PROVISO_FORMAT_JSON, "draft.md", draft,
                      "\"suggestion\":{\"message\":\"delete \\\"purple elephant\\\"\",\"edits\":[{"
                      "\"offset\":25,\"end_offset\":41,\"text\":\"\"}]}");
}
END_TEST

/* What is left of a draft when the one edit of its JSON report is made. */
static void assert_edited(const char *draft, const char *expected) {
    struct buffer out = fixture_report(PROVISO_FORMAT_JSON, "draft.md", draft, strlen(draft));
    const char *edit = strstr(buffer_string(&out), "\"edits\":[{");
    unsigned start = 0, end = 0;
    char text[20] = "", edited[200];
    ck_assert_ptr_nonnull(edit);
    ck_assert_int_ge(sscanf(edit, "\"edits\":[{\"offset\":%u,\"end_offset\":%u,\"text\":\"%19[^\"]",
                            &start, &end, text),
                     2);
    snprintf(edited, sizeof edited, "%.*s%s%s", (int)start, draft, text, draft + end);
    ck_assert_str_eq(edited, expected);
    buffer_free(&out);
}

START_TEST(a_deletion_takes_its_commas_and_gives_its_capital) {
    assert_edited("1. They shall, purple elephant, act.\n", "1. They shall act.\n");
    assert_edited("1. They shall purple elephant act.\n", "1. They shall act.\n");
    assert_edited("1. Purple elephant, they shall act.\n", "1. They shall act.\n");
    assert_edited("1. They shall act, purple elephant.\n", "1. They shall act.\n");
    assert_edited("1. They shall,\npurple elephant, act.\n", "1. They shall act.\n");
    assert_edited("1. They climb the green ladder.\n", "1. They climb the stairs.\n");
}
END_TEST

Suite *report_json_suite(void) {
    Suite *suite = suite_create("report_json");
    TCase *tests = tcase_create("json");
    tcase_add_test(tests, strings_are_escaped);
    tcase_add_test(tests, bad_bytes_become_replacements);
    tcase_add_test(tests, commas_stand_between_values_only);
    tcase_add_test(tests, a_finding_has_place_words_and_advice);
    tcase_add_test(tests, a_deletion_takes_its_commas_and_gives_its_capital);
    suite_add_tcase(suite, tests);
    return suite;
}
