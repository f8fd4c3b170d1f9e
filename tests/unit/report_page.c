/* Paragraphs: wrapped at words, with a prefix, escaped in Markdown. */
#include "report/page.h"

#include "report_fixture.h"

Suite *report_page_suite(void);

static void assert_page(struct page page, const char *words, const char *expected) {
    struct buffer out = {0};
    page.out = &out;
    page_text(&page, words);
    page_line(&page);
    ck_assert_str_eq(buffer_string(&out), expected);
    page_free(&page);
    buffer_free(&out);
}

START_TEST(lines_are_wrapped_at_words) {
    struct page page = {.prefix = "| ", .first = "- ", .rest = "  ", .width = 20};
    assert_page(page, "one two three four five", "| - one two three\n|   four five\n");
    assert_page(page, "", "| -\n");
    assert_page(page, "a-word-that-is-longer-than-a-line x",
                "| - a-word-that-is-longer-than-a-line\n|   x\n");
}
END_TEST

START_TEST(words_are_escaped_in_markdown_only) {
    struct page page = {.form = PAGE_MARKDOWN, .prefix = "> ", .first = "", .rest = ""};
    assert_page(page, "a *b* <c> [d] `e` _f_ g|h & i~j",
                "> a \\*b\\* \\<c\\> \\[d\\] \\`e\\` \\_f\\_ g\\|h \\& i\\~j\n");
    page.form = PAGE_PLAIN;
    assert_page(page, "a *b* <c>", "> a *b* <c>\n");
}
END_TEST

START_TEST(no_line_of_markdown_begins_a_list_by_accident) {
    struct page page = {.form = PAGE_MARKDOWN, .prefix = "", .first = "", .rest = "", .width = 10};
    assert_page(page, "word word - 4. word", "word word - 4.\nword\n");
}
END_TEST

START_TEST(line_breaks_and_controls_become_blanks_and_replacements) {
    struct page page = {.prefix = "", .first = "", .rest = ""};
    assert_page(page, " a\n\t b\x01\x02 \x1b c ", " a b \xEF\xBF\xBD c\n");
}
END_TEST

Suite *report_page_suite(void) {
    Suite *suite = suite_create("report_page");
    TCase *tests = tcase_create("page");
    tcase_add_test(tests, lines_are_wrapped_at_words);
    tcase_add_test(tests, words_are_escaped_in_markdown_only);
    tcase_add_test(tests, no_line_of_markdown_begins_a_list_by_accident);
    tcase_add_test(tests, line_breaks_and_controls_become_blanks_and_replacements);
    suite_add_tcase(suite, tests);
    return suite;
}
