/* Annotated drafts: with the notes taken out they are the draft, to the byte; notes stand at line
 * ends where they tear nothing apart. */
#include "report/encode.h"
#include "report/mark.h"
#include "report_fixture.h"

Suite *report_annotate_suite(void);

/* Annotates and strips, and returns the annotated draft. */
static struct buffer round_trip(const char *path, const char *bytes, size_t length) {
    struct buffer annotated = fixture_report(PROVISO_FORMAT_ANNOTATE, path, bytes, length);
    struct buffer stripped = {0};
    ck_assert_uint_gt(annotated.length, length);
    ck_assert_msg(annotate_strip(annotated.bytes, annotated.length, &stripped), "%s: %s", path,
                  buffer_string(&annotated));
    ck_assert_uint_eq(stripped.length, length);
    ck_assert_mem_eq(stripped.bytes, bytes, length);
    buffer_free(&stripped);
    return annotated;
}

static void assert_round_trip(const char *bytes, size_t length) {
    struct buffer markdown = round_trip("a.md", bytes, length);
    struct buffer plain = round_trip("a.txt", bytes, length);
    buffer_free(&markdown);
    buffer_free(&plain);
}
#define ROUND_TRIP(draft) assert_round_trip(draft, sizeof draft - 1)

START_TEST(line_ends_of_every_kind_come_back) {
    ROUND_TRIP("1. A purple elephant.\n2. A green ladder.\n");
    ROUND_TRIP("1. A purple elephant.\n\n\n\n2. A green ladder.\n\n\n");
    ROUND_TRIP("1. A purple elephant.\r\n\r\n2. A green ladder.\r\n");
    ROUND_TRIP("1. A purple elephant.\r\r2. A green ladder.\r");
    ROUND_TRIP("1. A purple elephant.\n\r\n2. A green ladder.\r3. A purple elephant.\r\n");
    ROUND_TRIP("1. A purple elephant.\r\r\n2. A green ladder.\n\r");
    ROUND_TRIP("\n\n1. A purple elephant.");
    ROUND_TRIP("\r\n1. A purple elephant.");
    ROUND_TRIP("A purple elephant.");
}
END_TEST

START_TEST(drafts_without_findings_get_a_summary_only) {
    ROUND_TRIP("1. Nothing here.\n");
    ROUND_TRIP("x");
}
END_TEST

START_TEST(byte_order_marks_stay_first) {
    static const char draft[] = "\xEF\xBB\xBF# Article 1\n\nThe purple elephant.\n";
    struct buffer out = round_trip("a.md", draft, sizeof draft - 1);
    ck_assert_mem_eq(out.bytes, "\xEF\xBB\xBF<!-- proviso ", 16);
    buffer_free(&out);
}
END_TEST

START_TEST(front_matter_stays_first) {
    static const char draft[] = "---\ntitle: x\n---\n\n# Article 1\n\nThe purple elephant.\n";
    struct buffer out = round_trip("a.md", draft, sizeof draft - 1);
    ck_assert_mem_eq(out.bytes, "---\ntitle: x\n---\n\n<!-- proviso ", 31);
    buffer_free(&out);
}
END_TEST

static struct buffer utf16(const char *text, bool big) {
    struct buffer out = {0};
    enum encoding encoding = big ? ENCODING_UTF16BE : ENCODING_UTF16LE;
    buffer_add(&out, big ? "\xFE\xFF" : "\xFF\xFE", 2);
    encode_add(&out, encoding, "\r\n", text, strlen(text));
    return out;
}

START_TEST(utf16_drafts_get_utf16_notes) {
    for (int big = 0; big < 2; big++) {
        struct buffer draft =
            utf16("# Article 1\n\n\xC3\x89t\xC3\xA9 \xF0\x9F\x93\x9C, a purple elephant.\n", big);
        assert_round_trip(draft.bytes, draft.length);
        buffer_add_char(&draft, 'x');
        assert_round_trip(draft.bytes, draft.length);
        buffer_free(&draft);
    }
}
END_TEST

START_TEST(windows_1252_drafts_get_windows_1252_notes) {
    static const char draft[] = "# Article 1\r\n\r\n\x93"
                                "Caf\xE9\x94 \x96 \xA7 5: a purple elephant.\r\n";
    struct buffer out = round_trip("a.md", draft, sizeof draft - 1);
    ck_assert_ptr_nonnull(strstr(buffer_string(&out), "Test v. State, \xA7 5"));
    ck_assert_ptr_nonnull(strstr(buffer_string(&out), "[^](#proviso-summary)"));
    ck_assert_ptr_null(strstr(buffer_string(&out), "\xC2\xA7"));
    buffer_free(&out);
}
END_TEST

START_TEST(broken_utf8_comes_back) {
    ROUND_TRIP("1. A purple elephant \xFF\xC3.\n2. \xE2\x82 green ladder\n");
}
END_TEST

START_TEST(notes_stand_after_tables_and_within_lists) {
    static const char table[] =
        "| a | b |\n|---|---|\n| x | a purple elephant |\n| y | z |\n\nEnd.\n";
    struct buffer out = round_trip("a.md", table, sizeof table - 1);
    ck_assert_ptr_nonnull(strstr(buffer_string(&out), "| y | z |\n\n<!-- proviso "));
    buffer_free(&out);
    static const char list[] = "# Article 5\n\n1. One purple elephant.\n2. Two.\n\n   More.\n";
    out = round_trip("a.md", list, sizeof list - 1);
    ck_assert_ptr_nonnull(strstr(buffer_string(&out), "elephant.\n\n   <!-- proviso "));
    ck_assert_ptr_nonnull(strstr(buffer_string(&out), " end -->\n\n2. Two.\n"));
    buffer_free(&out);
}
END_TEST

START_TEST(fences_and_headings_are_not_torn) {
    static const char fence[] = "A purple elephant\n```\ncode\n\nmore\n```\nEnd.\n";
    struct buffer out = round_trip("a.md", fence, sizeof fence - 1);
    ck_assert_ptr_nonnull(strstr(buffer_string(&out), "```\ncode\n\nmore\n```\n"));
    buffer_free(&out);
    static const char heading[] = "A purple elephant\n---\n\nEnd.\n";
    out = round_trip("a.md", heading, sizeof heading - 1);
    ck_assert_ptr_nonnull(strstr(buffer_string(&out), "A purple elephant\n---\n"));
    buffer_free(&out);
}
END_TEST

START_TEST(a_paragraph_that_goes_on_without_indent_is_not_torn) {
    static const char draft[] = "# Article 5\n\n1. The parties\n(a) want a purple elephant;\n"
                                "(b) do not.\n\n2. Two.\n";
    struct buffer out = round_trip("a.md", draft, sizeof draft - 1);
    ck_assert_ptr_nonnull(strstr(buffer_string(&out), "(b) do not.\n\n   <!-- proviso "));
    buffer_free(&out);
}
END_TEST

START_TEST(a_draft_with_marks_of_its_own_keeps_them) {
    ROUND_TRIP("<!-- proviso 01234567 begin -->\n\n1. A purple elephant.\n\n"
               "<!-- proviso 01234567 end -->\n\n2. A green ladder.\n");
    struct buffer once = round_trip("a.md", "1. A purple elephant.\n", 22);
    struct buffer twice = round_trip("a.md", once.bytes, once.length);
    buffer_free(&once);
    buffer_free(&twice);
}
END_TEST

START_TEST(what_was_never_annotated_is_left_alone) {
    struct buffer out = {0};
    ck_assert(!annotate_strip("1. A ladder.\n", 13, &out));
    ck_assert(!annotate_strip("<!-- proviso 01234567 begin -->\n\n<!-- proviso 01234567 end -->\n",
                              62, &out));
    ck_assert(!annotate_strip("", 0, &out));
    ck_assert_uint_eq(out.length, 0);
    buffer_free(&out);
}
END_TEST

START_TEST(notes_link_to_the_summary_and_back) {
    static const char draft[] =
        "# Article 5\n\n1. A purple elephant.\n\n2. A purple elephant, and a green ladder.\n";
    struct buffer out = round_trip("a.md", draft, sizeof draft - 1);
    const char *text = buffer_string(&out);
    ck_assert_ptr_nonnull(strstr(text, "<a id=\"proviso-summary\"></a>**Reviewed with Proviso"));
    ck_assert_ptr_nonnull(strstr(text, "**error** `test-rule/elephant` (2): notes "
                                       "[1](#proviso-1) (Article 5(1)), "
                                       "[2](#proviso-2)"));
    ck_assert_ptr_nonnull(strstr(text, "<a id=\"proviso-2\"></a>**Note 2 on Article 5(2)** "
                                       "[\xE2\x86\x91](#proviso-summary)"));
    ck_assert_ptr_nonnull(strstr(text, "*Why and authority:* note [1](#proviso-1)"));
    ck_assert_ptr_nonnull(strstr(text, "has \\*no\\* place"));
    buffer_free(&out);
}
END_TEST

START_TEST(words_of_one_rule_in_one_provision_are_one_entry) {
    ASSERT_REPORT_HAS(PROVISO_FORMAT_ANNOTATE, "a.txt",
                      "1. A purple elephant, purple elephants and a purple elephant.\n",
                      "| Also here: \"purple elephant\" (once more), \"purple elephants\"\n");
}
END_TEST

START_TEST(one_line_drafts_have_all_notes_at_the_end) {
    static const char draft[] = "1. A purple elephant. 2. A green ladder.";
    struct buffer out = round_trip("a.md", draft, sizeof draft - 1);
    ck_assert_ptr_nonnull(strstr(buffer_string(&out), draft));
    buffer_free(&out);
}
END_TEST

Suite *report_annotate_suite(void) {
    Suite *suite = suite_create("report_annotate");
    TCase *tests = tcase_create("annotate");
    tcase_add_test(tests, line_ends_of_every_kind_come_back);
    tcase_add_test(tests, drafts_without_findings_get_a_summary_only);
    tcase_add_test(tests, byte_order_marks_stay_first);
    tcase_add_test(tests, front_matter_stays_first);
    tcase_add_test(tests, utf16_drafts_get_utf16_notes);
    tcase_add_test(tests, windows_1252_drafts_get_windows_1252_notes);
    tcase_add_test(tests, broken_utf8_comes_back);
    tcase_add_test(tests, notes_stand_after_tables_and_within_lists);
    tcase_add_test(tests, fences_and_headings_are_not_torn);
    tcase_add_test(tests, a_paragraph_that_goes_on_without_indent_is_not_torn);
    tcase_add_test(tests, a_draft_with_marks_of_its_own_keeps_them);
    tcase_add_test(tests, what_was_never_annotated_is_left_alone);
    tcase_add_test(tests, notes_link_to_the_summary_and_back);
    tcase_add_test(tests, words_of_one_rule_in_one_provision_are_one_entry);
    tcase_add_test(tests, one_line_drafts_have_all_notes_at_the_end);
    suite_add_tcase(suite, tests);
    return suite;
}
