/* Words that are none and nearly one of the lexicon, with a speller of our own. */
#include "match_fixture.h"

Suite *match_spelling_suite(void);

/* All there is, beside what the lexicon knows. */
static bool is_word(void *context, const char *word) {
    static const char *const more[] = {"proportionally", "councillors", "measure"};
    for (size_t i = 0; i < sizeof more / sizeof *more; i++) {
        if (strcmp(word, more[i]) == 0) {
            return true;
        }
    }
    return lexicon_word(context, word, (uint32_t)strlen(word)) != WORD_UNKNOWN;
}

/* What is found in a draft, "propotionality > proportionality|...". */
static const char *find(const char *text, bool spelling, struct buffer *said) {
    const proviso_lexicon *lexicon = proviso_lexicon_builtin();
    struct proviso_error error = {.line = 0};
    struct proviso_source source = {"draft.md", text, strlen(text)};
    const struct proviso_speller speller = {is_word, (void *)(uintptr_t)lexicon};
    struct proviso_options options = {.speller = spelling ? &speller : NULL};
    proviso_document *document = proviso_document_read(lexicon, &source, &options, &error);
    proviso_findings *findings = document ? proviso_check(document, &error) : NULL;
    ck_assert_msg(findings != NULL, "%s", error.message);
    buffer_clear(said);
    for (uint32_t i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->list[i];
        if (finding->meant) {
            buffer_add_string(said, said->length ? "|" : "");
            buffer_add(said, text + finding->start, finding->end - finding->start);
            buffer_format(said, " > %s", finding->meant);
        }
    }
    proviso_findings_free(findings);
    proviso_document_free(document);
    return buffer_string(said);
}

static const struct {
    const char *text, *expected;
} cases[] = {
    {"The measure shall respect propotionality.", "propotionality > proportionality"},
    {"The court's authoristaion is needed.", "authoristaion > authorisation"},
    {"It is subject to ofinformation.", "ofinformation > information"},
    {"## Article 1. Judcial review\n\nIt may.", "Judcial > judicial"},
    {"The principle of **propotionality**.", "propotionality > proportionality"},
    /* each place, looked up once */
    {"propotionality and propotionality",
     "propotionality > proportionality|propotionality > proportionality"},
    /* words; short ones; names two letters off; other letters; what is no law */
    {"It is shared proportionally by councillors.", ""},
    {"The curt wil decde.", ""},
    {"Under Propootionalty, a town.", ""},
    {"Le propriétaire de propórtionality.", ""},
    {"`x` <!-- propotionality -->\n\n```\npropotionality\n```\n\nIt may.", ""},
};

START_TEST(what_a_word_hides) {
    struct buffer said = {0};
    ck_assert_str_eq(find(cases[_i].text, true, &said), cases[_i].expected);
    ck_assert_str_eq(find(cases[_i].text, false, &said), "");
    buffer_free(&said);
}
END_TEST

Suite *match_spelling_suite(void) {
    Suite *suite = suite_create("match_spelling");
    TCase *tests = tcase_create("spelling");
    tcase_add_loop_test(tests, what_a_word_hides, 0, (int)(sizeof cases / sizeof *cases));
    suite_add_tcase(suite, tests);
    return suite;
}
