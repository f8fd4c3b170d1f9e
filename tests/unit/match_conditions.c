/* Every key of `where` and `unless`, in words that hold and in words that do not. */
#include "match_fixture.h"

Suite *match_conditions_suite(void);

/* A lexicon with a rule on "vague" whose keys are the argument, and concepts to ask for. */
#define WITH(keys)                                                                                 \
    TEST_CONCEPT("test-vague", "vague, vague thing")                                               \
    TEST_CONCEPT("test-court", "court")                                                            \
    TEST_CONCEPT("test-duty", "shall")                                                             \
    TEST_CONCEPT("test-title", "safeguards")                                                       \
    TEST_CONCEPT("test-wide", "vague thing of beauty")                                             \
    TEST_RULE("test-rule", "test-vague", keys) TEST_AUTHORITY

#define HOLDS(keys, text) ASSERT_WORDS(WITH(keys), "test-rule", text, "vague")
#define FAILS(keys, text) ASSERT_WORDS(WITH(keys), "test-rule", text, "")

#define WHERE(condition) "where: {" condition "}\n"
#define UNLESS(condition) "unless: {" condition "}\n"

START_TEST(kinds_are_those_around) {
    const char *draft = "# Chapter I General\n\n## Article 7 Title\n\n1. It is vague.\n";
    HOLDS(WHERE("kinds: [article]"), draft);
    HOLDS(WHERE("kinds: [part]"), draft);
    HOLDS(WHERE("kinds: {all: [part, paragraph]}"), draft);
    FAILS(WHERE("kinds: [point]"), draft);
    FAILS(UNLESS("kinds: [paragraph]"), draft);
}
END_TEST

START_TEST(headings_are_those_around) {
    const char *draft = "# Chapter I Safeguards\n\n## Article 7 The court\n\n1. It is vague.\n\n"
                        "# Chapter II Other\n\n## Article 8 Others\n\n1. No safeguards.\n";
    HOLDS(WHERE("heading: [test-court]"), draft);
    HOLDS(WHERE("heading: [test-title]"), draft);
    HOLDS(WHERE("heading: {all: [test-court, test-title]}"), draft);
    FAILS(WHERE("heading: [test-duty]"), draft);
    FAILS(WHERE("heading: [test-title]"),
          "# Article 7 Other\n\nNo safeguards here. It is vague.\n");
    FAILS(WHERE("heading: [test-court]"), "# Act on the court\n\n## Article 7\n\nIt is vague.\n");
}
END_TEST

START_TEST(titles_are_those_of_the_instrument) {
    HOLDS(WHERE("title: [test-court]"), "# Act on the court\n\n## Article 7\n\nIt is vague.\n");
    FAILS(WHERE("title: [test-duty]"), "# Act on the court\n\n## Article 7\n\nIt is vague.\n");
    FAILS(WHERE("title: [test-court]"),
          "# Act on roads\n\n## Article 7 The court\n\nIt is vague.\n");
    FAILS(WHERE("title: [test-court]"), "The court is vague.");
}
END_TEST

START_TEST(a_clause_ends_at_semicolons_colons_and_dashes) {
    HOLDS(WHERE("same-clause: [test-court]"), "One; the court is vague; two.");
    HOLDS(WHERE("same-clause: [test-court]"), "The well-known court is, in part, vague.");
    FAILS(WHERE("same-clause: [test-court]"), "The court sits; it is vague.");
    FAILS(WHERE("same-clause: [test-court]"), "It is vague: the court sits.");
    FAILS(WHERE("same-clause: [test-court]"), "It is vague \xE2\x80\x94 the court sits.");
    FAILS(WHERE("same-clause: [test-court]"), "It is vague - the court sits.");
    FAILS(WHERE("same-clause: [test-court]"), "It is vague. The court sits.");
    ASSERT_WORDS(WITH(WHERE("same-clause: [test-court]")), "test-rule",
                 "Vague; a vague court; vague; the court, vague.", "vague|vague");
}
END_TEST

static const char list[] = "# Article 7 Title\n\n1. The court shall:\n\n"
                           "   (a) be vague;\n\n   (b) sit in safeguards;\n\nunless it may not.\n";

START_TEST(a_sentence_includes_its_chapeau) {
    HOLDS(WHERE("same-sentence: [test-court]"), "The court sits; it is vague.");
    FAILS(WHERE("same-sentence: [test-court]"), "The court sits. It is vague.");
    HOLDS(WHERE("same-sentence: {all: [test-court, test-duty]}"), list);
    FAILS(WHERE("same-sentence: [test-title]"), list);
    FAILS(UNLESS("same-sentence: [test-court]"), list);
}
END_TEST

START_TEST(a_sentence_includes_its_closing_words) {
    const char *draft = "# Article 7 Title\n\n1. Each Party shall:\n\n   (a) be vague; and\n\n"
                        "   (b) be good;\n\nwhere a court so orders.\n\n2. More safeguards.\n";
    HOLDS(WHERE("same-sentence: [test-court]"), draft);
    HOLDS(WHERE("later: [test-court]"), draft);
    FAILS(WHERE("earlier: [test-court]"), draft);
    HOLDS(WHERE("earlier: [test-duty]"), draft);
    FAILS(WHERE("same-sentence: [test-title]"), draft);
}
END_TEST

START_TEST(a_concept_is_not_found_in_the_words_themselves) {
    FAILS(WHERE("same-sentence: [test-vague]"), "It is vague.");
    ASSERT_WORDS(WITH(WHERE("same-sentence: [test-vague]")), "test-rule", "A vague, vague act.",
                 "vague|vague");
    ASSERT_WORDS(WITH(WHERE("earlier: [test-vague]")), "test-rule", "A vague, (vague) act.",
                 "vague");
}
END_TEST

START_TEST(a_provision_is_the_article) {
    const char *draft = "# Article 7 One\n\n1. It is vague.\n\n2. The court sits.\n\n"
                        "# Article 8 Two\n\nMore safeguards.\n";
    HOLDS(WHERE("same-provision: [test-court]"), draft);
    FAILS(WHERE("same-provision: [test-title]"), draft);
    HOLDS(WHERE("document: [test-title]"), draft);
    FAILS(WHERE("document: [test-duty]"), draft);
    HOLDS(UNLESS("document: [test-duty]"), draft);
}
END_TEST

START_TEST(before_and_after_are_next_to_the_words) {
    HOLDS(WHERE("before: [test-court]"), "A court \"vague\" enough.");
    FAILS(WHERE("before: [test-court]"), "A court so vague.");
    HOLDS(WHERE("after: [test-court]"), "A vague, *court*.");
    FAILS(WHERE("after: [test-court]"), "A vague old court.");
    FAILS(WHERE("after: [test-court]"), "It is vague. Court sits.");
    HOLDS(WHERE("before: [test-duty]"), "# Article 7 T\n\nIt shall:\n\n(a) vague it;\n\n(b) go.\n");
    FAILS(WHERE("before: [test-duty]"), "# Article 7 T\n\nIt shall:\n\n(a) be vague;\n\n(b) go.\n");
}
END_TEST

START_TEST(earlier_and_later_are_in_the_sentence) {
    HOLDS(WHERE("earlier: [test-court]"), "The court; the rule; it is vague.");
    FAILS(WHERE("earlier: [test-court]"), "It is vague, court.");
    FAILS(WHERE("earlier: [test-court]"), "The court. It is vague.");
    HOLDS(WHERE("later: [test-court]"), "It is vague: the court sits.");
    FAILS(WHERE("later: [test-court]"), "It is vague. The court sits.");
}
END_TEST

START_TEST(within_is_an_overlap) {
    ASSERT_WORDS(WITH(WHERE("within: [test-wide]")), "test-rule",
                 "A vague thing of beauty, a vague thing.", "vague thing");
    ASSERT_WORDS(WITH(UNLESS("within: [test-wide]")), "test-rule",
                 "A vague thing of beauty, a vague idea.", "vague");
}
END_TEST

START_TEST(a_negation_stands_in_the_clause_shortly_before) {
    HOLDS(WHERE("negated: true"), "It shall not be vague.");
    FAILS(WHERE("negated: true"), "It is vague, not wide.");
    FAILS(WHERE("negated: true"), "It is not wide; it is vague.");
    FAILS(WHERE("negated: true"),
          "Not one of them all in the whole wide world of law is ever vague.");
    HOLDS(WHERE("negated: false"), "It is vague.");
    FAILS(WHERE("negated: true"), "It shall not bind, and it is vague.");
    FAILS(WHERE("negated: true"), "It does not bind the keeper, who is vague.");
    HOLDS(WHERE("negated: true"), "It shall not, in any case, be vague.");
    FAILS(UNLESS("negated: true"), "It shall never be vague.");
    HOLDS(WHERE("negated: true"),
          "# Article 7 T\n\nNo person shall:\n\n(a) be vague;\n\n(b) be wide.\n");
}
END_TEST

START_TEST(roles_of_the_document_are_those_of_any_provision) {
    const char *power =
        "# Act\n\n## Section 1. Search\n\nAn officer may search any premises and seize "
        "a computer.\n\n## Section 2. Rest\n\nIt is vague.\n";
    const char *none = "# Act\n\n## Section 1. Rest\n\nIt is vague.\n";
    HOLDS(WHERE("document-roles: [power]"), power);
    FAILS(UNLESS("document-roles: [power]"), power);
    FAILS(WHERE("document-roles: [power]"), none);
    FAILS(WHERE("document-roles: {all: [power, preamble]}"), power);
}
END_TEST

START_TEST(terms_are_defined_in_quotes_or_first_in_an_entry) {
    const char *quoted = "# Article 7 T\n\n\"Court\" means a thing.\n\n# Article 8 U\n\nVague.\n";
    FAILS(WHERE("defined: true"), quoted);
    ASSERT_WORDS(
        WITH(WHERE("defined: true")), "test-rule",
        "# Article 7 Terms\n\nFor the purposes of this Act, \xE2\x80\x9Cvague\xE2\x80\x9D, "
        "in relation to a law, means wide.\n\n# Article 8 Use\n\nA vague law.\n",
        "vague|vague");
    ASSERT_WORDS(WITH(WHERE("defined: true")), "test-rule",
                 "# Article 7 Terms\n\nIn this Act:\n\n(a) vague shall mean wide;\n\n"
                 "(b) wide means vague.\n\n# Article 8 Use\n\nA vague thing.\n",
                 "vague|vague");
    ASSERT_WORDS(WITH(UNLESS("defined: true")), "test-rule",
                 "# Article 7 Terms\n\n\"Vague things\" means things.\n\n# Article 8 Use\n\n"
                 "A vague thing is vague.\n",
                 "vague");
}
END_TEST

START_TEST(the_words_defined_are_told_from_those_that_define) {
    const char *draft = "# Article 7 Terms\n\n(a) \"vague\" means any vague law;\n\n"
                        "(b) vague thing: means a vague court.\n";
    ASSERT_WORDS(WITH(WHERE("defining: true")), "test-rule", draft, "vague|vague thing");
    ASSERT_WORDS(WITH(WHERE("defining: false")), "test-rule", draft, "vague|vague");
}
END_TEST

START_TEST(a_profile_is_that_of_the_document) {
    struct trial_draft draft;
    trial_check(&draft, WITH(WHERE("profile: [treaty]")), "It is vague.");
    static const enum proviso_profile profiles[] = {PROVISO_PROFILE_TREATY,
                                                    PROVISO_PROFILE_STATUTE};
    for (int i = 0; i < 2; i++) {
        proviso_findings_free(draft.findings);
        draft.document->profile = profiles[i];
        draft.findings = proviso_check(draft.document, NULL);
        ck_assert_str_eq(trial_words(&draft, "test-rule"), i == 0 ? "vague" : "");
    }
    trial_free(&draft);
}
END_TEST

START_TEST(all_of_where_must_hold) {
    HOLDS("where: {earlier: [test-court], later: [test-duty]}\n", "A court vague shall be.");
    FAILS("where: {earlier: [test-court], later: [test-title]}\n", "A court vague shall be.");
    FAILS(WHERE("same-sentence: {all: [test-court, test-title]}"), "A court vague shall be.");
    HOLDS(WHERE("same-sentence: [test-title, test-court]"), "A court vague shall be.");
}
END_TEST

START_TEST(any_of_unless_silences_and_all_keys_of_one_map) {
    FAILS("unless: {earlier: [test-court], later: [test-title]}\n", "A court vague shall be.");
    HOLDS("unless:\n  - {earlier: [test-court], later: [test-title]}\n", "A court vague shall be.");
    FAILS("unless:\n  - {earlier: [test-court], later: [test-duty]}\n", "A court vague shall be.");
    FAILS("unless:\n  - {earlier: [test-title]}\n  - {later: [test-duty]}\n",
          "A court vague shall be.");
}
END_TEST

START_TEST(quoted_is_what_an_amendment_inserts) {
    const char *bill = "# Amendment Act\n\n## Section 1 Insertion\n\nThe principal Act is amended "
                       "by inserting after section 5 the following section\xE2\x80\x94\n\n"
                       "\xE2\x80\x9C"
                       "5A. A vague law.\xE2\x80\x9D\n\n## Section 2 Other\n\nIt ends.\n";
    HOLDS(WHERE("quoted: true"), bill);
    FAILS(WHERE("quoted: false"), bill);
    HOLDS(WHERE("quoted: false"), "It is vague.");
}
END_TEST

Suite *match_conditions_suite(void) {
    Suite *suite = suite_create("match_conditions");
    TCase *tests = tcase_create("conditions");
    tcase_add_test(tests, kinds_are_those_around);
    tcase_add_test(tests, headings_are_those_around);
    tcase_add_test(tests, titles_are_those_of_the_instrument);
    tcase_add_test(tests, a_clause_ends_at_semicolons_colons_and_dashes);
    tcase_add_test(tests, a_sentence_includes_its_chapeau);
    tcase_add_test(tests, a_sentence_includes_its_closing_words);
    tcase_add_test(tests, a_concept_is_not_found_in_the_words_themselves);
    tcase_add_test(tests, a_provision_is_the_article);
    tcase_add_test(tests, before_and_after_are_next_to_the_words);
    tcase_add_test(tests, earlier_and_later_are_in_the_sentence);
    tcase_add_test(tests, within_is_an_overlap);
    tcase_add_test(tests, a_negation_stands_in_the_clause_shortly_before);
    tcase_add_test(tests, roles_of_the_document_are_those_of_any_provision);
    tcase_add_test(tests, terms_are_defined_in_quotes_or_first_in_an_entry);
    tcase_add_test(tests, the_words_defined_are_told_from_those_that_define);
    tcase_add_test(tests, a_profile_is_that_of_the_document);
    tcase_add_test(tests, all_of_where_must_hold);
    tcase_add_test(tests, any_of_unless_silences_and_all_keys_of_one_map);
    tcase_add_test(tests, quoted_is_what_an_amendment_inserts);
    suite_add_tcase(suite, tests);
    return suite;
}
