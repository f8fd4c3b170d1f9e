/* Lines: where they end, what begins them, which hold no law. */
#include "document_fixture.h"

Suite *document_lines_suite(void);

/* For each line its heading level, p if plain, b if blank, and its depth of quotation. */
static const struct {
    const char *draft, *lines;
} drafts[] = {
    {"a\nb", "0 0"},
    {"a\r\nb\rc\n", "0 0 0"},
    {"a\n\n \t\n\xC2\xA0\nb", "0 0b 0b 0b 0"},
    {"# a\n## b\n####### c\n######### d\n#e", "1 2 7 7 1"},
    {"   ### a\n> # b\n\\# c", "3 1>1 0"},
    {"a\n===\n\nb\n---\n\nc\nd\n---\n", "1 0 0b 2 0 0b 2 2 0"},
    {"a\nb\nc\n---\n", "0 0 0 0"},
    {"a\n\n-----\nb", "0 0b 0 0"},
    {"- a\n---\nb", "0 0 0"},
    {"# a\n---\n", "1 0"},
    {"> a\n>> b\n> > c\n>\nd", "0>1 0>2 0>2 0b>1 0"},
    {"- > a", "0"},
    {"---\nx: y\n---\n# a", "0p 0p 0p 1"},
    {"```\n# a\n\n```\nb", "0p 1p 0pb 0p 0"},
    {"``` open\n# a", "0 1"},
    {"<!-- a -->\nb <!-- c\nd --> e\nf", "0p 0 0 0"},
    {"<!-- a\n\n# b\n--> <!-- c -->\nd", "0p 0pb 1p 0p 0"},
    {"[a]: http://x.y\nb", "0p 0"},
    {"\xEF\xBB\xBF# a\nb", "1 0"},
};

START_TEST(lines_are_described) {
    struct proviso_document document;
    struct buffer shown = {0};
    draft_read(&document, drafts[_i].draft, strlen(drafts[_i].draft));
    for (uint32_t i = 0; i < document.line_count; i++) {
        const struct line *line = &document.lines[i];
        buffer_format(&shown, "%s%u%s%s", i ? " " : "", line->heading, line->plain ? "p" : "",
                      line->blank ? "b" : "");
        if (line->quote) {
            buffer_format(&shown, ">%u", line->quote);
        }
    }
    ck_assert_str_eq(buffer_string(&shown), drafts[_i].lines);
    buffer_free(&shown);
    draft_free(&document);
}
END_TEST

START_TEST(lines_cover_the_text) {
    struct proviso_document document;
    const char *draft = "a\r\n\r\rb\n\nc\r";
    draft_read(&document, draft, strlen(draft));
    static const uint32_t expected[][2] = {{0, 1}, {3, 3}, {4, 4}, {5, 6}, {7, 7}, {8, 9}};
    ck_assert_uint_eq(document.line_count, 6);
    for (uint32_t i = 0; i < 6; i++) {
        ck_assert_uint_eq(document.lines[i].offset, expected[i][0]);
        ck_assert_uint_eq(document.lines[i].end, expected[i][1]);
    }
    draft_free(&document);
}
END_TEST

/* Notes of an earlier review, with the blank lines set around them, are no lines. */
START_TEST(notes_of_a_review_are_left_out) {
    struct proviso_document document;
    const char *draft = "<!-- proviso 01234567 begin -->\n> n\n<!-- proviso 01234567 end -->\n\n"
                        "a\n\n<!-- proviso 01234567 begin -->\n> n\n"
                        "<!-- proviso 01234567 end -->\n\nb\n\nc\n";
    draft_read(&document, draft, strlen(draft));
    static const uint32_t numbers[] = {5, 11, 12, 13};
    ck_assert_uint_eq(document.line_count, 4);
    for (uint32_t i = 0; i < 4; i++) {
        ck_assert_uint_eq(document_line_number(&document, i), numbers[i]);
        ck_assert_uint_eq(document.lines[i].blank, i == 2);
    }
    draft_free(&document);
}
END_TEST

Suite *document_lines_suite(void) {
    Suite *suite = suite_create("document lines");
    TCase *tests = tcase_create("lines");
    tcase_add_loop_test(tests, lines_are_described, 0, sizeof drafts / sizeof drafts[0]);
    tcase_add_test(tests, lines_cover_the_text);
    tcase_add_test(tests, notes_of_a_review_are_left_out);
    suite_add_tcase(suite, tests);
    return suite;
}
