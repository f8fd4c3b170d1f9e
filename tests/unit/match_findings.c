/* What is said: once at the same words, in reading order, with a message and a lasting fingerprint.
 */
#include "match_fixture.h"

Suite *match_findings_suite(void);

#define CONCEPTS                                                                                   \
    TEST_CONCEPT("test-short", "vague thing")                                                      \
    TEST_CONCEPT("test-long", "very vague thing")                                                  \
    TEST_CONCEPT("test-cross", "thing of beauty")

START_TEST(the_longer_words_of_a_category_speak) {
    const char *yaml = CONCEPTS TEST_RULE("test-a/short", "test-short", "")
        TEST_RULE("test-a/long", "test-long", "") TEST_AUTHORITY;
    ASSERT_WORDS(yaml, "test-a", "A very vague thing. A vague thing.",
                 "very vague thing|vague thing");
}
END_TEST

START_TEST(the_more_severe_of_a_category_speaks) {
    const char *yaml = CONCEPTS TEST_RULE_AT("test-a/short", "error", "test-short", "")
        TEST_RULE("test-a/long", "test-long", "")
            TEST_RULE_AT("test-a/same", "warning", "test-short", "") TEST_AUTHORITY;
    ASSERT_WORDS(yaml, "test-a", "A very vague thing.", "vague thing");
    ASSERT_WORDS(yaml, "test-a/same", "A very vague thing.", "");
}
END_TEST

START_TEST(at_the_same_words_and_severity_the_first_id_speaks) {
    const char *yaml = CONCEPTS TEST_RULE("test-a/z", "test-short", "")
        TEST_RULE("test-a/b", "test-short", "") TEST_AUTHORITY;
    ASSERT_WORDS(yaml, "test-a/b", "A vague thing.", "vague thing");
    ASSERT_WORDS(yaml, "test-a/z", "A vague thing.", "");
}
END_TEST

START_TEST(other_categories_and_crossing_words_all_speak) {
    const char *yaml = CONCEPTS TEST_RULE("test-a/short", "test-short", "")
        TEST_RULE("test-b/long", "test-long", "") TEST_RULE("test-a/cross", "test-cross", "")
            TEST_AUTHORITY;
    ASSERT_WORDS(yaml, "test-a", "A very vague thing of beauty.", "vague thing|thing of beauty");
    ASSERT_WORDS(yaml, "test-b", "A very vague thing of beauty.", "very vague thing");
}
END_TEST

START_TEST(findings_stand_in_reading_order) {
    const char *yaml = CONCEPTS TEST_RULE("test-a", "test-short", "")
        TEST_RULE_AT("test-b", "error", "test-short", "") TEST_RULE("test-c", "test-cross", "")
            TEST_AUTHORITY;
    struct trial_draft draft;
    trial_check(&draft, yaml, "A thing of beauty; a vague thing.");
    const struct proviso_findings *findings = draft.findings;
    ck_assert_uint_eq(findings->count, 3);
    const char *expected[] = {"test-c", "test-b", "test-a"};
    for (uint32_t i = 0; i < 3; i++) {
        ck_assert_str_eq(
            lexicon_string(draft.lexicon, draft.lexicon->rules[findings->list[i].rule].id),
            expected[i]);
    }
    ck_assert_uint_eq(proviso_findings_count(findings, PROVISO_ERROR), 1);
    ck_assert_uint_eq(proviso_findings_count(findings, PROVISO_WARNING), 0);
    ck_assert_uint_eq(proviso_findings_count(findings, PROVISO_NOTE), 2);
    trial_free(&draft);
}
END_TEST

START_TEST(a_message_quotes_the_words_in_one_line) {
    struct trial_draft draft;
    trial_check(&draft, CONCEPTS TEST_RULE("test-a", "test-long", "") TEST_AUTHORITY,
                "A very  *vague*\n   thing.");
    ck_assert_str_eq(trial_finding(&draft, "test-a")->message, "Say \"very vague thing\".");
    trial_free(&draft);
}
END_TEST

START_TEST(a_message_cuts_the_middle_of_a_long_passage) {
    struct buffer text = {0};
    struct trial_draft draft;
    buffer_add_string(&text, "A vague");
    for (int i = 0; i < 100; i++) {
        buffer_add_string(&text, " \xC3\xA9t\xC3\xA9 and");
    }
    buffer_add_string(&text, " thing.");
    trial_check(&draft,
                TEST_CONCEPT("test-gap", "vague ... thing") TEST_RULE("test-a", "test-gap", "")
                    TEST_AUTHORITY,
                buffer_string(&text));
    const char *message = trial_finding(&draft, "test-a")->message;
    ck_assert_uint_lt(strlen(message), 200);
    ck_assert_ptr_nonnull(strstr(message, " ... "));
    ck_assert_int_eq(strncmp(message, "Say \"vague \xC3\xA9t\xC3\xA9 and", 17), 0);
    ck_assert_ptr_nonnull(strstr(message, "and thing\"."));
    trial_free(&draft);
    buffer_free(&text);
}
END_TEST

START_TEST(once_a_term_is_once_a_wording_and_article) {
    const char *yaml = TEST_CONCEPT("test-many", "vague thing, vague idea")
        TEST_RULE("test-a", "test-many", "once: term\n") TEST_AUTHORITY;
    ASSERT_WORDS(yaml, "test-a",
                 "# Article 7 T\n\n1. A vague thing, a *Vague*\nthing, a vague idea.\n\n"
                 "2. The vague thing.\n\n# Article 8 U\n\nA vague thing.\n",
                 "vague thing|vague idea|vague thing");
}
END_TEST

/* The fingerprint of the nth finding of test-a. */
static uint64_t fingerprint(const char *text, uint32_t nth) {
    struct trial_draft draft;
    trial_check(&draft, CONCEPTS TEST_RULE("test-a", "test-short", "") TEST_AUTHORITY, text);
    ck_assert_uint_gt(draft.findings->count, nth);
    uint64_t print = draft.findings->list[nth].fingerprint;
    trial_free(&draft);
    return print;
}

START_TEST(a_fingerprint_outlives_what_happens_around_the_words) {
    uint64_t print = fingerprint("# Article 7 T\n\nA vague thing.\n", 0);
    ck_assert(print != 0);
    ck_assert(print ==
              fingerprint("Before.\n\n# Article 11 U\n\n1. Now a VAGUE\n**thing** is.\n", 0));
    ck_assert(print == fingerprint("A va\xC2\xADgue thing and a vague thing.", 0));
    ck_assert(print != fingerprint("A vague thing and a vague thing.", 1));
    ck_assert(print != fingerprint("Vague things.", 0));
}
END_TEST

START_TEST(two_runs_say_the_same) {
    const char *yaml = CONCEPTS TEST_RULE("test-a", "test-short", "")
        TEST_RULE("test-b", "test-long", "where: {defined: false}\n") TEST_AUTHORITY;
    const char *text = "# Article 7 T\n\nA very vague thing; the same vague thing.\n";
    struct trial_draft one, two;
    trial_check(&one, yaml, text);
    trial_check(&two, yaml, text);
    proviso_findings *again = proviso_check(one.document, NULL);
    ck_assert_uint_eq(one.findings->count, two.findings->count);
    ck_assert_uint_eq(one.findings->count, again->count);
    for (uint32_t i = 0; i < again->count; i++) {
        const struct finding *a = &one.findings->list[i], *b = &two.findings->list[i];
        ck_assert_uint_eq(a->rule, b->rule);
        ck_assert_uint_eq(a->start, b->start);
        ck_assert_str_eq(a->message, b->message);
        ck_assert(a->fingerprint == b->fingerprint);
        ck_assert(a->fingerprint == again->list[i].fingerprint);
    }
    proviso_findings_free(again);
    trial_free(&one);
    trial_free(&two);
}
END_TEST

START_TEST(a_heading_is_read_too) {
    ASSERT_WORDS(CONCEPTS TEST_RULE("test-a", "test-short", "") TEST_AUTHORITY, "test-a",
                 "# Article 7 Vague things\n\nNothing.\n", "Vague things");
}
END_TEST

Suite *match_findings_suite(void) {
    Suite *suite = suite_create("match_findings");
    TCase *tests = tcase_create("findings");
    tcase_add_test(tests, the_longer_words_of_a_category_speak);
    tcase_add_test(tests, the_more_severe_of_a_category_speaks);
    tcase_add_test(tests, at_the_same_words_and_severity_the_first_id_speaks);
    tcase_add_test(tests, other_categories_and_crossing_words_all_speak);
    tcase_add_test(tests, findings_stand_in_reading_order);
    tcase_add_test(tests, a_message_quotes_the_words_in_one_line);
    tcase_add_test(tests, a_message_cuts_the_middle_of_a_long_passage);
    tcase_add_test(tests, once_a_term_is_once_a_wording_and_article);
    tcase_add_test(tests, a_fingerprint_outlives_what_happens_around_the_words);
    tcase_add_test(tests, two_runs_say_the_same);
    tcase_add_test(tests, a_heading_is_read_too);
    suite_add_tcase(suite, tests);
    return suite;
}
