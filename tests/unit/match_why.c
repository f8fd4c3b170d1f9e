/* Why a rule is silent: the condition, as the lexicon has it. */
#include "match_fixture.h"

Suite *match_why_suite(void);

#define LEXICON                                                                                    \
    TEST_AUTHORITY TEST_CONCEPT("test-a", "zap") TEST_CONCEPT("test-b", "zip")                     \
        TEST_CONCEPT("test-c", "zop")

/* The reasons given for a draft, "words: reason" with "|" between them. */
static void assert_why(const char *keys, const char *text, bool why, const char *expected) {
    struct buffer yaml = {0}, said = {0};
    struct proviso_error error;
    buffer_format(&yaml, LEXICON TEST_RULE("test-rule", "test-a", "%s"), keys);
    const struct proviso_source lexicon_source = {"test.yaml", buffer_string(&yaml), yaml.length};
    const struct proviso_source source = {"draft.md", text, strlen(text)};
    const struct proviso_options options = {.why = why};
    proviso_lexicon *lexicon = proviso_lexicon_load(&lexicon_source, 1, &error);
    ck_assert_msg(lexicon != NULL, "line %u: %s", error.line, error.message);
    proviso_document *document = proviso_document_read(lexicon, &source, &options, &error);
    ck_assert_ptr_nonnull(document);
    proviso_findings *findings = proviso_check(document, &error);
    ck_assert_ptr_nonnull(findings);
    struct proviso_silence silence;
    for (size_t i = 0; proviso_findings_silence(findings, i, &silence); i++) {
        struct proviso_rule rule;
        proviso_lexicon_rule(lexicon, silence.rule, &rule);
        ck_assert_str_eq(rule.id, "test-rule");
        ck_assert_uint_eq(silence.end_offset - silence.offset, strlen(silence.text));
        buffer_format(&said, "%s%s: %s", i ? "|" : "", silence.text, silence.reason);
    }
    ck_assert_str_eq(buffer_string(&said), expected);
    proviso_findings_free(findings);
    proviso_document_free(document);
    proviso_lexicon_free(lexicon);
    buffer_free(&yaml);
    buffer_free(&said);
}

START_TEST(the_condition_that_fails_is_named) {
    assert_why("where: {roles: [safeguard], negated: false}\n", "A zap stands here.\n", true,
               "zap: only where roles: safeguard");
    assert_why("where: {same-sentence: {all: [test-b, test-c]}}\n", "A zap and a zip.\n", true,
               "zap: only where same-sentence: test-b and test-c");
    assert_why("where: {kinds: [article, part]}\n", "A zap.\n", true,
               "zap: only where kinds: article, part");
    assert_why("where: {profile: [treaty]}\n", "A zap.\n", true, "zap: only where profile: treaty");
    assert_why("where: {negated: true}\n", "A zap.\n", true, "zap: only where negated: true");
}
END_TEST

START_TEST(the_group_that_silences_is_named_whole) {
    assert_why("unless:\n  - {later: [test-c]}\n  - {earlier: [test-b], negated: false}\n",
               "A zip and a zap. Zap alone.\n", true,
               "zap: unless earlier: test-b; negated: false");
}
END_TEST

START_TEST(nobody_is_told_who_does_not_ask) {
    assert_why("where: {roles: [safeguard]}\n", "A zap stands here.\n", false, "");
    assert_why("", "A zap stands here.\n", true, "");
}
END_TEST

Suite *match_why_suite(void) {
    Suite *suite = suite_create("match_why");
    TCase *tests = tcase_create("why");
    tcase_add_test(tests, the_condition_that_fails_is_named);
    tcase_add_test(tests, the_group_that_silences_is_named_whole);
    tcase_add_test(tests, nobody_is_told_who_does_not_ask);
    suite_add_tcase(suite, tests);
    return suite;
}
