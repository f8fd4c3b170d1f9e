/* Examples of rules as tests: those of the built-in lexicon hold, and failing ones are named. */
#include "match_fixture.h"

Suite *match_examples_suite(void);

static bool collect(void *context, const char *bytes, size_t length) {
    buffer_add(context, bytes, length);
    return true;
}

START_TEST(the_built_in_examples_hold) {
    struct buffer lines = {0};
    struct proviso_sink sink = {collect, &lines};
    size_t run = 0;
    size_t failed = proviso_lexicon_test(proviso_lexicon_builtin(), &sink, &run);
    ck_assert_msg(failed == 0, "%zu of %zu examples\n%s", failed, run, buffer_string(&lines));
    ck_assert_uint_gt(run, 0);
    buffer_free(&lines);
}
END_TEST

static const char wrong[] = TEST_CONCEPT("test-vague", "vague") TEST_AUTHORITY
    "---\nrule: test-rule\nseverity: note\nsince: \"0.1\"\nmatch: test-vague\n"
    "message: m\nwhy: w\nauthority: [test-source]\n"
    "flags: [It is vague., It is wide.]\npasses: [It is narrow., A vague law.]\n"
    "---\nrule: test-miss\nseverity: note\nsince: \"0.1\"\nmatch: test-vague\n"
    "message: m\nwhy: w\nauthority: [test-source]\n"
    "flags: [\"It is\\nvague.\"]\npasses: [It is narrow.]\n";

START_TEST(examples_that_fail_are_named) {
    struct trial_draft draft;
    struct buffer lines = {0};
    struct proviso_sink sink = {collect, &lines};
    trial_check(&draft, wrong, "Nothing.");
    size_t all, built_in;
    size_t failed = proviso_lexicon_test(draft.lexicon, &sink, &all);
    size_t before = proviso_lexicon_test(proviso_lexicon_builtin(), NULL, &built_in);
    ck_assert_uint_eq(all - built_in, 6);
    ck_assert_uint_eq(failed - before, 4);
    const char *said = buffer_string(&lines);
    ck_assert_ptr_nonnull(strstr(said, "test.yaml:"));
    ck_assert_ptr_nonnull(
        strstr(said, ": rule test-rule: this example is not found: It is wide.\n"));
    ck_assert_ptr_nonnull(strstr(said, ": rule test-rule: this example is found: A vague law.\n"));
    ck_assert_ptr_nonnull(strstr(said, ": rule test-rule: no example of `passes` has the words"));
    ck_assert_ptr_nonnull(strstr(said, ": rule test-miss: no example of `passes` has the words"));
    buffer_free(&lines);
    trial_free(&draft);
}
END_TEST

Suite *match_examples_suite(void) {
    Suite *suite = suite_create("match_examples");
    TCase *tests = tcase_create("examples");
    tcase_add_test(tests, the_built_in_examples_hold);
    tcase_add_test(tests, examples_that_fail_are_named);
    suite_add_tcase(suite, tests);
    return suite;
}
