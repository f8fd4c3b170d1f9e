/* One finding a line, exactly as editors read it; text with excerpts; nothing from a draft escapes.
 */
#include "report/excerpt.h"
#include "report_fixture.h"

Suite *report_gnu_suite(void);

START_TEST(a_line_has_file_place_severity_message_and_rule) {
    ASSERT_REPORT(PROVISO_FORMAT_GNU, "a b.md", "1. The *purple* elephant.\n2. A green ladder.\n",
                  "a b.md:1:9: error: \"purple elephant\" has *no* place in law. "
                  "[test-rule/elephant]\n"
                  "a b.md:2:6: note: \"green ladder\" is climbed. [test-rule/ladder]\n");
}
END_TEST

START_TEST(no_line_break_comes_through) {
    ASSERT_REPORT(PROVISO_FORMAT_GNU, "a\nb\x1b[31m.md", "1. The purple\r\n    elephant shall.\r\n",
                  "a?b?[31m.md:1:8: error: \"purple elephant\" has *no* place in law. "
                  "[test-rule/elephant]\n");
    ASSERT_REPORT(PROVISO_FORMAT_GNU, "a.md", "1. One.\n\n> the purple\n> elephant\n",
                  "a.md:3:7: error: \"purple elephant\" has *no* place in law. "
                  "[test-rule/elephant]\n");
}
END_TEST

START_TEST(columns_count_characters_bytes_or_utf16) {
    static const char draft[] = "1. \xC3\x89\xF0\x9F\x93\x9C the purple elephant\n";
    static const char *const expected[] = {":1:11: ", ":1:15: ", ":1:12: "};
    struct fixture fixture;
    fixture_read(&fixture, "a.md", draft, sizeof draft - 1);
    for (unsigned unit = 0; unit < 3; unit++) {
        struct buffer out = {0};
        struct proviso_sink sink = {fixture_write, &out};
        struct proviso_report_options options = {.column = (enum proviso_column)unit};
        proviso_report *report = proviso_report_new(PROVISO_FORMAT_GNU, &options, &sink);
        ck_assert(proviso_report_document(report, fixture.document, fixture.findings));
        ck_assert(proviso_report_end(report));
        ck_assert_msg(strstr(buffer_string(&out), expected[unit]) != NULL, "%s",
                      buffer_string(&out));
        buffer_free(&out);
    }
    fixture_free(&fixture);
}
END_TEST

static void assert_excerpt(const char *draft, size_t length, const char *expected) {
    static const struct excerpt_style plain = {"", "", ""};
    struct fixture fixture;
    struct buffer out = {0};
    fixture_read(&fixture, "a.md", draft, length);
    ck_assert_uint_ge(fixture.findings->count, 1);
    const struct finding *finding = &fixture.findings->list[0];
    excerpt_add(&out, fixture.document, finding->start, finding->end, &plain);
    ck_assert_str_eq(buffer_string(&out), expected);
    buffer_free(&out);
    fixture_free(&fixture);
}
#define ASSERT_EXCERPT(draft, expected) assert_excerpt(draft, sizeof draft - 1, expected)

START_TEST(carets_stand_under_the_words) {
    ASSERT_EXCERPT("1. The purple elephant shall.\n", "      1 | 1. The purple elephant shall.\n"
                                                      "        |        ^^^^^^^^^^^^^^^\n");
    ASSERT_EXCERPT("1. The purple\n   elephant shall.\n", "      1 | 1. The purple\n"
                                                          "        |        ^^^^^^\n"
                                                          "      2 |    elephant shall.\n"
                                                          "        |    ^^^^^^^^\n");
}
END_TEST

START_TEST(tabs_and_wide_characters_keep_the_carets_in_place) {
    ASSERT_EXCERPT("1.\tThe \xE7\xAC\xAC e\xCC\x81 purple elephant.\n",
                   "      1 | 1. The \xE7\xAC\xAC e\xCC\x81 purple elephant.\n"
                   "        |             ^^^^^^^^^^^^^^^\n");
}
END_TEST

START_TEST(controls_do_not_reach_the_terminal) {
    ASSERT_EXCERPT("1. \x1b[31mThe purple elephant\xE2\x80\xAE.\n",
                   "      1 | 1. \xEF\xBF\xBD[31mThe purple elephant\xEF\xBF\xBD.\n"
                   "        |             ^^^^^^^^^^^^^^^\n");
}
END_TEST

START_TEST(long_lines_are_cut_to_the_words) {
    struct buffer draft = {0};
    buffer_add_string(&draft, "1. ");
    for (int i = 0; i < 100000; i++) {
        buffer_add_string(&draft, "law and order ");
    }
    buffer_add_string(&draft, "for the purple elephant ");
    for (int i = 0; i < 100000; i++) {
        buffer_add_string(&draft, "law and order ");
    }
    assert_excerpt(draft.bytes, draft.length,
                   "      1 | \xE2\x80\xA6"
                   "and order law and order for the purple elephant law and order law and "
                   "order law and\xE2\x80\xA6\n"
                   "        |                                  ^^^^^^^^^^^^^^^\n");
    buffer_free(&draft);
}
END_TEST

START_TEST(text_says_why_once) {
    struct buffer out = fixture_report(PROVISO_FORMAT_TEXT, "a.md",
                                       "1. A purple elephant.\n2. A purple elephant.\n", 44);
    const char *why = strstr(buffer_string(&out), "why: An elephant is not a source of law.");
    ck_assert_ptr_nonnull(why);
    ck_assert_ptr_null(strstr(why + 1, "why: An elephant"));
    ck_assert_ptr_nonnull(strstr(why, "2 errors in 1 draft. No finding is not compliance."));
    buffer_free(&out);
}
END_TEST

Suite *report_gnu_suite(void) {
    Suite *suite = suite_create("report_gnu");
    TCase *tests = tcase_create("lines");
    tcase_add_test(tests, a_line_has_file_place_severity_message_and_rule);
    tcase_add_test(tests, no_line_break_comes_through);
    tcase_add_test(tests, columns_count_characters_bytes_or_utf16);
    tcase_add_test(tests, carets_stand_under_the_words);
    tcase_add_test(tests, tabs_and_wide_characters_keep_the_carets_in_place);
    tcase_add_test(tests, controls_do_not_reach_the_terminal);
    tcase_add_test(tests, long_lines_are_cut_to_the_words);
    tcase_add_test(tests, text_says_why_once);
    suite_add_tcase(suite, tests);
    return suite;
}
