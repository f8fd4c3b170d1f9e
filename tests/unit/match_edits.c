/* Edits leave clean text. */
#include "match_fixture.h"

Suite *match_edits_suite(void);

#define DELETE                                                                                     \
    TEST_CONCEPT("test-vague", "as it sees fit")                                                   \
    TEST_RULE("test-rule", "test-vague", "suggest: {delete: match}\n") TEST_AUTHORITY
#define REPLACE                                                                                    \
    TEST_CONCEPT("test-vague", "as it sees fit")                                                   \
    TEST_RULE("test-rule", "test-vague", "suggest: {replace: 'where necessary'}\n") TEST_AUTHORITY

/* The draft after the edit of its first finding, or "no edit". */
static void assert_edit(const char *yaml, const char *text, const char *expected) {
    struct trial_draft draft;
    struct finding_edit edit;
    trial_check(&draft, yaml, text);
    const struct finding *finding = trial_finding(&draft, "test-rule");
    ck_assert_ptr_nonnull(finding);
    struct buffer after = {0};
    if (finding_edit(draft.findings, finding, &edit)) {
        buffer_add(&after, text, edit.offset);
        buffer_add(&after, edit.text, edit.length);
        buffer_add_string(&after, text + edit.end_offset);
    } else {
        buffer_add_string(&after, "no edit");
    }
    ck_assert_str_eq(buffer_string(&after), expected);
    buffer_free(&after);
    trial_free(&draft);
}

START_TEST(commas_go_with_the_words) {
    assert_edit(DELETE, "It shall, as it sees fit, act.", "It shall act.");
    assert_edit(DELETE, "It shall act, as it sees fit.", "It shall act.");
    assert_edit(DELETE, "It shall act, as it sees fit; or not.", "It shall act; or not.");
    assert_edit(DELETE, "It shall, as it sees fit act.", "It shall act.");
    assert_edit(DELETE, "It shall as it sees fit, act.", "It shall act.");
}
END_TEST

START_TEST(one_blank_stays) {
    assert_edit(DELETE, "It shall as it sees fit act.", "It shall act.");
    assert_edit(DELETE, "It shall act as it sees fit.", "It shall act.");
    assert_edit(DELETE, "It shall act as it sees fit", "It shall act");
    assert_edit(DELETE, "It may (as it sees fit) act.", "It may act.");
    assert_edit(DELETE, "It may act (as it sees fit).", "It may act.");
    assert_edit(DELETE, "It may (as it sees fit or not) act.", "It may (or not) act.");
}
END_TEST

START_TEST(a_sentence_keeps_its_capital) {
    assert_edit(DELETE, "As it sees fit, the court acts.", "The court acts.");
    assert_edit(DELETE, "One. As it sees fit the court acts.", "One. The court acts.");
    assert_edit(DELETE, "As it sees fit, Tanzania acts.", "Tanzania acts.");
    assert_edit(DELETE, "# Article 7 T\n\nIt may:\n\n(a) as it sees fit, act;\n\n(b) go.\n",
                "# Article 7 T\n\nIt may:\n\n(a) act;\n\n(b) go.\n");
}
END_TEST

START_TEST(lines_are_joined_where_they_must) {
    assert_edit(DELETE, "It shall, as it\nsees fit, act.", "It shall act.");
    assert_edit(DELETE, "It shall,\nas it sees fit, act.", "It shall act.");
    assert_edit(DELETE, "It shall\nas it sees fit act.", "It shall\nact.");
    assert_edit(DELETE, "It shall act as it sees fit\nif it can.", "It shall act\nif it can.");
    assert_edit(DELETE, "It shall act\n   as it sees fit.", "It shall act.");
    assert_edit(DELETE, "> It shall act\n> as it sees fit.", "> It shall act.");
    assert_edit(DELETE, "It shall,\r\nas it sees fit,\r\nact.", "It shall\r\nact.");
}
END_TEST

START_TEST(emphasis_goes_with_the_words_or_the_words_stay) {
    assert_edit(DELETE, "It shall *as it sees fit* act.", "It shall act.");
    assert_edit(DELETE, "It shall, **as it sees fit**, act.", "It shall act.");
    assert_edit(DELETE, "It shall <b>as it sees fit</b> act.", "It shall act.");
    assert_edit(DELETE, "It shall as *it* sees fit act.", "It shall act.");
    assert_edit(DELETE, "It *shall as it* sees fit act.", "no edit");
}
END_TEST

START_TEST(nothing_is_left_of_nothing) {
    assert_edit(DELETE, "As it sees fit.", "no edit");
}
END_TEST

START_TEST(a_replacement_keeps_the_capital) {
    assert_edit(REPLACE, "It acts as it sees fit.", "It acts where necessary.");
    assert_edit(REPLACE, "As it\nsees fit, it acts.", "Where necessary, it acts.");
}
END_TEST

START_TEST(offsets_are_of_the_file) {
    assert_edit(DELETE, "\xEF\xBB\xBFIt shall, as it sees fit, act.", "\xEF\xBB\xBFIt shall act.");
    assert_edit(DELETE,
                "Caf\xE9 people shall, as it sees fit, act. " /* Windows-1252 */
                "A long sentence follows so that one bad byte is rare enough.",
                "Caf\xE9 people shall act. "
                "A long sentence follows so that one bad byte is rare enough.");
}
END_TEST

#define INSERT                                                                                     \
    TEST_CONCEPT("test-vague", "as it sees fit")                                                   \
    TEST_RULE("test-rule", "test-vague", "suggest: {insert: 'This {unit} ends.'}\n") TEST_AUTHORITY

START_TEST(a_paragraph_is_numbered_as_the_others) {
    assert_edit(INSERT, "# Article 7 T\n\n1. It acts as it sees fit.\n\n2. Go.\n\n# Article 8 U\n",
                "# Article 7 T\n\n1. It acts as it sees fit.\n\n2. Go.\n\n3. This article ends."
                "\n\n# Article 8 U\n");
    assert_edit(INSERT, "# Section 7 T\r\n\r\n(1) It acts as it sees fit.\r\n",
                "# Section 7 T\r\n\r\n(1) It acts as it sees fit.\r\n\r\n(2) This section ends."
                "\r\n");
    assert_edit(INSERT, "# Section 7 T\n\n(1) It acts as it sees fit.\n(2) Go.\n(3) Come.\n",
                "# Section 7 T\n\n(1) It acts as it sees fit.\n(2) Go.\n(3) Come.\n"
                "(4) This section ends.\n");
    assert_edit(INSERT, "# Article 7 T\n\nIt acts as it sees fit.",
                "# Article 7 T\n\nIt acts as it sees fit.\n\nThis article ends.");
    assert_edit(INSERT, "> # Article 7 T\n>\n> 1. It acts as it sees fit.\n",
                "> # Article 7 T\n>\n> 1. It acts as it sees fit.\n> \n> 2. This article ends.\n");
}
END_TEST

Suite *match_edits_suite(void) {
    Suite *suite = suite_create("match_edits");
    TCase *tests = tcase_create("edits");
    tcase_add_test(tests, commas_go_with_the_words);
    tcase_add_test(tests, one_blank_stays);
    tcase_add_test(tests, a_sentence_keeps_its_capital);
    tcase_add_test(tests, lines_are_joined_where_they_must);
    tcase_add_test(tests, emphasis_goes_with_the_words_or_the_words_stay);
    tcase_add_test(tests, nothing_is_left_of_nothing);
    tcase_add_test(tests, a_replacement_keeps_the_capital);
    tcase_add_test(tests, offsets_are_of_the_file);
    tcase_add_test(tests, a_paragraph_is_numbered_as_the_others);
    suite_add_tcase(suite, tests);
    return suite;
}
