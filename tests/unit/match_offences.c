/* Offences of one section: what one asks for is not lent to the next. */
#include "match_fixture.h"

Suite *match_offences_suite(void);

#define ACCESS                                                                                     \
    "(1) A person who intentionally and without authority gains access to a computer system "      \
    "commits an offence.\n\n"
#define DAMAGE "(2) A person who damages computer data of another commits an offence.\n\n"
#define SECTION(text) "# Computer Bill\n\n## 4. Computer systems\n\n" text

static void assert_lacks(const char *text, const char *rule, const char *expected) {
    struct trial_draft draft;
    char citation[64];
    trial_check(&draft, TEST_AUTHORITY, text);
    for (uint32_t i = 0; i < draft.findings->count; i++) {
        const struct finding *finding = &draft.findings->list[i];
        const struct lexicon_rule *record = &draft.lexicon->rules[finding->rule];
        if (strcmp(lexicon_string(draft.lexicon, record->category), rule) == 0) {
            proviso_document_citation(draft.document, finding->provision, citation,
                                      sizeof citation);
            buffer_format(&draft.said, "%s%s", draft.said.length ? "|" : "", citation);
        }
    }
    ck_assert_str_eq(buffer_string(&draft.said), expected);
    trial_free(&draft);
}

START_TEST(each_subsection_answers_for_its_offence) {
    assert_lacks(SECTION(ACCESS DAMAGE), "missing-intent", "Section 4(2)");
    assert_lacks(SECTION(ACCESS DAMAGE), "missing-without-right", "Section 4(2)");
    assert_lacks(SECTION(ACCESS), "missing-intent", "");
}
END_TEST

START_TEST(what_the_section_says_of_both_is_lent_to_both) {
    const char *defence =
        "(3) It is a defence to a charge under this section that the person acted "
        "in good faith for security research, journalism or in the public "
        "interest.\n";
    struct buffer text = {0};
    assert_lacks(SECTION(ACCESS DAMAGE), "missing-public-interest-defence",
                 "Section 4(1)|Section 4(2)");
    buffer_format(&text, "%s%s", SECTION(ACCESS DAMAGE), defence);
    assert_lacks(buffer_string(&text), "missing-public-interest-defence", "");
    buffer_free(&text);
}
END_TEST

START_TEST(a_subsection_on_penalties_makes_no_offence) {
    assert_lacks(SECTION(ACCESS
                         "(2) A person guilty of an offence under subsection (1) is liable to "
                         "imprisonment for five years.\n"),
                 "missing-intent", "");
    assert_lacks(SECTION(ACCESS "(2) The penalty is a fine or imprisonment for two years.\n"),
                 "missing-intent", "");
    assert_lacks(SECTION("(1) A person shall not damage computer data.\n\n(2) A person who "
                         "contravenes subsection (1) commits an offence.\n"),
                 "missing-intent", "Section 4");
}
END_TEST

#define POINTS(a, or, b, close)                                                                    \
    SECTION("A person who—\n\n(a) " a "; " or "\n\n(b) " b ",\n\n" close "commits an offence.\n")
#define READS "gains access to a computer system"
#define ALTERS "damages computer data of another"

START_TEST(an_element_of_one_point_is_not_that_of_the_next) {
    assert_lacks(POINTS("intentionally " READS, "or", ALTERS, ""), "missing-intent", "Section 4");
    assert_lacks(POINTS(READS, "or", ALTERS " without authority", ""), "missing-without-right",
                 "Section 4");
    assert_lacks(POINTS("intentionally " READS, "", ALTERS, ""), "missing-intent", "Section 4");
    assert_lacks(POINTS("intentionally " READS, "or", "intentionally " ALTERS, ""),
                 "missing-intent", "");
}
END_TEST

START_TEST(words_around_the_points_are_of_all) {
    assert_lacks(POINTS(READS, "or", ALTERS, "with intent to cause loss, "), "missing-intent", "");
    assert_lacks(SECTION("A person who intentionally—\n\n(a) " READS "; or\n\n(b) " ALTERS
                         ",\n\ncommits an offence.\n"),
                 "missing-intent", "");
    assert_lacks(SECTION("(1) A person shall not, in a computer system, (a) alter data; or (b) "
                         "delete data, with fraudulent intent. (2) A person who contravenes "
                         "subsection (1) commits an offence.\n"),
                 "missing-intent", "");
}
END_TEST

START_TEST(points_joined_by_and_are_one) {
    assert_lacks(POINTS("intentionally " READS, "and", ALTERS, ""), "missing-intent", "");
    assert_lacks(POINTS(READS "—\n\n(i) intentionally; and\n\n(ii) by night", "or",
                        "intentionally " ALTERS, ""),
                 "missing-intent", "");
    assert_lacks(POINTS(READS "—\n\n(i) intentionally; or\n\n(ii) by night", "or",
                        "intentionally " ALTERS, ""),
                 "missing-intent", "Section 4");
}
END_TEST

#define GENERAL(text)                                                                              \
    "# Computer Bill\n\n## 4. Entry\n\nA person who gains access to a computer system is liable "  \
    "to "                                                                                          \
    "imprisonment for two years.\n\n## 9. General\n\n" text "\n"

START_TEST(a_clause_on_offences_makes_none_and_reaches_them) {
    assert_lacks(GENERAL("An act is an offence under this Act only where it is done on purpose."),
                 "missing-intent", "");
    assert_lacks(GENERAL("No offence is committed under section 4 by a person who has the consent "
                         "of the owner of the system."),
                 "missing-without-right", "");
    assert_lacks(
        GENERAL("(1) An officer shall give reasons.\n\n(2) The acts described in section 4 "
                "are offences if committed wilfully."),
        "missing-intent", "");
    assert_lacks(GENERAL("A person who intentionally obstructs an officer commits an offence under "
                         "this Act."),
                 "missing-intent", "Section 4");
}
END_TEST

START_TEST(a_clause_on_all_offences_reaches_them_though_it_names_none) {
    assert_lacks(GENERAL("Unless the law expressly provides otherwise, only intentional conduct is "
                         "punishable."),
                 "missing-intent", "");
    assert_lacks(GENERAL("A sentence is suspended only if the act was not intentional."),
                 "missing-intent", "Section 4");
}
END_TEST

Suite *match_offences_suite(void) {
    Suite *suite = suite_create("match_offences");
    TCase *tests = tcase_create("offences");
    tcase_add_test(tests, each_subsection_answers_for_its_offence);
    tcase_add_test(tests, what_the_section_says_of_both_is_lent_to_both);
    tcase_add_test(tests, a_subsection_on_penalties_makes_no_offence);
    tcase_add_test(tests, an_element_of_one_point_is_not_that_of_the_next);
    tcase_add_test(tests, words_around_the_points_are_of_all);
    tcase_add_test(tests, points_joined_by_and_are_one);
    tcase_add_test(tests, a_clause_on_offences_makes_none_and_reaches_them);
    tcase_add_test(tests, a_clause_on_all_offences_reaches_them_though_it_names_none);
    suite_add_tcase(suite, tests);
    return suite;
}
