/* Terms on which an offence or a power rests, and whether the draft defines them. */
#include "match_fixture.h"

Suite *match_undefined_suite(void);

#define OFFENCE(words)                                                                             \
    "## Section 2. Interference\n\nA person who intentionally and without right hinders " words    \
    " commits an offence.\n\n"
#define ACT(definitions, words) "# Act\n\n" definitions OFFENCE(words)
#define ASSERT_UNDEFINED(definitions, words, expected)                                             \
    ASSERT_WORDS(TEST_AUTHORITY, "undefined-term", ACT(definitions, words), expected)

START_TEST(a_term_without_a_definition_is_said_once) {
    ASSERT_UNDEFINED("", "critical infrastructure or a critical infrastructure",
                     "critical infrastructure");
    ASSERT_WORDS(TEST_AUTHORITY, "undefined-term",
                 ACT("", "malware") "## Section 3. Malware\n\nA person who sells malware commits "
                                    "an offence.\n",
                 "malware");
}
END_TEST

START_TEST(every_form_of_definition_counts) {
    const char *forms[] = {
        "\"service provider\" means one that serves users.",
        "A service provider shall mean one that serves users.",
        "For the purposes of this Act the term \"service provider\" includes hosts.",
        "For the purposes of this Act the term service provider includes hosts.",
        "In this Act the expression service provider means a host of data.",
        "In this Act: (a) \"computer\" means a machine; (b) \"service provider\" means a host.",
    };
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        struct buffer text = {0};
        buffer_format(&text, "# Act\n\n## Section 1. Interpretation\n\n%s\n\n%s", forms[i],
                      OFFENCE("service providers"));
        ASSERT_WORDS(TEST_AUTHORITY, "undefined-term", buffer_string(&text), "");
        buffer_free(&text);
    }
}
END_TEST

START_TEST(entries_without_a_verb_count) {
    ASSERT_UNDEFINED("## Section 1. Definitions\n\nThe following terms have these meanings:\n\n"
                     "(1) computer system: a machine that follows a program;\n\n"
                     "(2) malware: a program that does harm.\n\n",
                     "a computer system by malware", "");
}
END_TEST

/* The built-in lexicon has "is an" in `definition-is`. */
START_TEST(a_quoted_term_is_defined_by_is) {
    ASSERT_UNDEFINED(
        "## Section 1. Words\n\n(1) A \"computer system\" is a machine that follows a "
        "program.\n\n(2) \xE2\x80\x9CMalware\xE2\x80\x9D is any program that does harm.\n\n",
        "a computer system by malware", "");
    ASSERT_UNDEFINED(
        "## Section 1. Words\n\nThe programs that harm computers, of which the best known "
        "and the worst that has been seen in the world so far was called \"malware\", are a "
        "risk; malware is a risk.\n\n",
        "malware", "malware");
}
END_TEST

START_TEST(a_part_of_the_term_that_is_defined_is_enough) {
    ASSERT_UNDEFINED("## Section 1. Interpretation\n\n\"Data\" means stored signs.\n\n",
                     "electronic data", "");
}
END_TEST

START_TEST(terms_taken_from_another_law_are_defined_there) {
    ASSERT_UNDEFINED(
        "## Section 1. Interpretation\n\nWords in this Act have the same meaning as in "
        "the Communications Act.\n\n",
        "malware", "");
}
END_TEST

START_TEST(training_and_fragments_need_no_definition) {
    ASSERT_WORDS(TEST_AUTHORITY, "undefined-term",
                 "A person who hinders critical infrastructure commits an offence.\n", "");
    ASSERT_WORDS(TEST_AUTHORITY, "undefined-term",
                 "# Act\n\n## Section 1. Training\n\nThe Institute offers courses on malware.\n",
                 "");
}
END_TEST

Suite *match_undefined_suite(void) {
    Suite *suite = suite_create("match_undefined");
    TCase *tcase = tcase_create("undefined");
    tcase_add_test(tcase, a_term_without_a_definition_is_said_once);
    tcase_add_test(tcase, every_form_of_definition_counts);
    tcase_add_test(tcase, entries_without_a_verb_count);
    tcase_add_test(tcase, a_quoted_term_is_defined_by_is);
    tcase_add_test(tcase, a_part_of_the_term_that_is_defined_is_enough);
    tcase_add_test(tcase, terms_taken_from_another_law_are_defined_there);
    tcase_add_test(tcase, training_and_fragments_need_no_definition);
    suite_add_tcase(suite, tcase);
    return suite;
}
