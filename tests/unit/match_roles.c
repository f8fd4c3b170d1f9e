/* Roles: thresholds, headings, inheritance, paragraphs, what beats what. */
#include "match_fixture.h"

#include <stdlib.h>

Suite *match_roles_suite(void);

/* Words that no role of the built-in lexicon knows. */
#define ROLES                                                                                      \
    TEST_CONCEPT("test-apple", "apple")                                                            \
    TEST_CONCEPT("test-orchard", "orchard")                                                        \
    TEST_CONCEPT("test-pear", "pear")                                                              \
    TEST_CONCEPT("test-vague", "vague")                                                            \
    "---\nrole: test-fruit\ncues: {test-apple: 3}\nheading: {test-orchard: 2}\nthreshold: 5\n"     \
    "beats: [test-peared]\n"                                                                       \
    "---\nrole: test-peared\ncues: {test-pear: 5}\nthreshold: 5\nper-paragraph: true\n"            \
    "---\nrole: test-garden\nheading: {test-orchard: 4}\nthreshold: 10\ninherited: true\n"         \
    "---\nrole: test-asked\ncues: {test-pear: 1}\nthreshold: 1\n"                                  \
    "where: {same-provision: [test-vague]}\n" TEST_CONCEPT("test-quince", "quince") TEST_CONCEPT(  \
        "test-hedge",                                                                              \
        "hedge") "---\nrole: test-but\ncues: {test-quince: 1}\nthreshold: 1\n"                     \
                 "unless: {heading: [test-hedge], same-provision: [test-vague]}\n"                 \
                 "---\nrole: test-kin:plum\nheading: {test-hedge: 4}\nthreshold: 10\n"             \
                 "inherited-where: {same-provision: [test-vague]}\nunless: {heading: "             \
                 "[test-apple]}\n"                                                                 \
                 "---\nrole: test-kin:fig\ncues: {test-quince: 5}\nthreshold: 5\n" TEST_AUTHORITY

/* The roles "test-..." of the provision with this citation. */
static const char *roles_of(struct trial_draft *draft, const char *citation) {
    char buffer[400];
    buffer_clear(&draft->said);
    for (size_t i = 0; i < proviso_document_count(draft->document); i++) {
        proviso_document_citation(draft->document, i, buffer, sizeof buffer);
        if (strcmp(buffer, citation) != 0) {
            continue;
        }
        proviso_document_roles(draft->document, i, buffer, sizeof buffer);
        for (char *role = strtok(buffer, ", "); role; role = strtok(NULL, ", ")) {
            if (strncmp(role, "test-", 5) == 0) {
                buffer_format(&draft->said, "%s%s", draft->said.length ? " " : "", role + 5);
            }
        }
        return buffer_string(&draft->said);
    }
    return "no such provision";
}

#define ASSERT_ROLES(text, citation, expected)                                                     \
    do {                                                                                           \
        struct trial_draft draft_;                                                                 \
        trial_check(&draft_, ROLES, text);                                                         \
        ck_assert_str_eq(roles_of(&draft_, citation), expected);                                   \
        trial_free(&draft_);                                                                       \
    } while (0)

START_TEST(hits_count_by_their_square_root_to_three) {
    ASSERT_ROLES("# Article 7 T\n\nAn apple.\n", "Article 7", "");                 /* 3 */
    ASSERT_ROLES("# Article 7 T\n\nAn apple, an apple.\n", "Article 7", "");       /* 4.24 */
    ASSERT_ROLES("# Article 7 T\n\nApple, apple, apple.\n", "Article 7", "fruit"); /* 5.2 */
}
END_TEST

START_TEST(headings_count_more) {
    ASSERT_ROLES("# Article 7 The orchard\n\nThey go.\n", "Article 7", "fruit garden"); /* 5, 10 */
    ASSERT_ROLES("# Article 7 T\n\nThe orchard.\n", "Article 7", "");
}
END_TEST

START_TEST(what_is_inside_counts_for_the_article_and_has_its_roles) {
    const char *draft = "# Article 7 T\n\n1. An apple:\n\n   (a) apple;\n\n   (b) apple.\n";
    ASSERT_ROLES(draft, "Article 7", "fruit");
    ASSERT_ROLES(draft, "Article 7(1)(a)", "fruit");
}
END_TEST

START_TEST(a_role_displaces_those_it_beats) {
    ASSERT_ROLES("# Article 7 T\n\nA pear.\n", "Article 7", "peared");
    ASSERT_ROLES("# Article 7 The orchard\n\nA pear.\n", "Article 7", "fruit garden");
}
END_TEST

START_TEST(a_part_hands_down_the_roles_of_its_heading) {
    const char *draft =
        "# Chapter I The orchard\n\n## Article 7 T\n\nThey go.\n\n"
        "## Article 8 U\n\nA pear.\n\n# Chapter II Other\n\n## Article 9 V\n\nGo.\n";
    ASSERT_ROLES(draft, "Chapter I", "fruit garden");
    ASSERT_ROLES(draft, "Article 7", "garden");
    ASSERT_ROLES(draft, "Article 8", "peared");
    ASSERT_ROLES(draft, "Article 9", "");
}
END_TEST

START_TEST(a_paragraph_may_have_a_role_of_its_own) {
    const char *draft = "# Article 7 The orchard\n\n1. An apple.\n\n2. A pear:\n\n   (a) go;\n\n"
                        "   (b) come.\n\n3. Nothing.\n";
    ASSERT_ROLES(draft, "Article 7", "fruit garden");
    ASSERT_ROLES(draft, "Article 7(2)", "fruit peared garden");
    ASSERT_ROLES(draft, "Article 7(2)(a)", "fruit peared garden");
    ASSERT_ROLES(draft, "Article 7(3)", "fruit garden");
}
END_TEST

START_TEST(a_preamble_has_its_own_role_alone) {
    const char *draft =
        "# Convention\n\n## Preamble\n\nRecalling the apple, the apple and the pear,\n\n"
        "# Article 7 T\n\nA pear.\n";
    ASSERT_ROLES(draft, "Preamble", "");
    ASSERT_ROLES(draft, "Article 7", "peared");
    struct trial_draft trial;
    char roles[64];
    trial_check(&trial, ROLES, draft);
    proviso_document_roles(trial.document, 1, roles, sizeof roles);
    ck_assert_str_eq(roles, "preamble");
    trial_free(&trial);
}
END_TEST

START_TEST(a_label_gives_a_role_alone_to_all_inside) {
    const char *draft =
        "# Act\n\n## Section 7 T\n\nA pear.\n\nEXPLANATORY STATEMENT\n\nThe pear.\n\n"
        "2. A pear:\n\n   (a) the apple, the apple and the apple;\n\n   (b) go.\n";
    ASSERT_ROLES(draft, "Section 7", "peared");
    ASSERT_ROLES(draft, "Explanatory Statement", "");
    ASSERT_ROLES(draft, "Explanatory Statement, paragraph 2", "");
    ASSERT_ROLES(draft, "Explanatory Statement, paragraph 2(a)", "");
}
END_TEST

START_TEST(conditions_of_a_role_must_hold) {
    ASSERT_ROLES("# Article 7 T\n\n1. A pear.\n\n2. It is vague.\n", "Article 7", "peared asked");
    ASSERT_ROLES("# Article 7 T\n\n1. A pear.\n\n# Article 8 U\n\nVague.\n", "Article 7", "peared");
}
END_TEST

START_TEST(a_role_does_not_hold_where_one_of_its_exceptions_does) {
    ASSERT_ROLES("# Article 7 T\n\nA quince.\n", "Article 7", "but kin:fig");
    ASSERT_ROLES("# Article 7 T\n\nA vague quince.\n", "Article 7", "kin:fig");
    ASSERT_ROLES("# Chapter I The hedge\n\n## Article 7 T\n\nA quince.\n", "Article 7", "kin:fig");
}
END_TEST

START_TEST(a_part_hands_down_a_role_where_the_article_meets_its_conditions) {
    const char *draft = "# Chapter I The hedge\n\n## Article 7 T\n\nIt is vague.\n\n"
                        "## Article 8 U\n\nThey go.\n\n## Article 9 The apple\n\nIt is vague.\n\n"
                        "## Article 10 V\n\nA vague quince.\n";
    ASSERT_ROLES(draft, "Article 7", "kin:plum");
    ASSERT_ROLES(draft, "Article 8", "");
    ASSERT_ROLES(draft, "Article 9", "");
    ASSERT_ROLES(draft, "Article 10", "kin:fig");
}
END_TEST

START_TEST(a_draft_without_numbers_is_one_provision) {
    ASSERT_ROLES("A pear fell.\n", "Document", "peared");
}
END_TEST

START_TEST(the_title_of_a_draft_gives_no_role_to_its_articles) {
    const char *draft = "# The Orchard Act\n\nA pear.\n\n## Article 7 T\n\nThey go.\n";
    ASSERT_ROLES(draft, "Article 7", "");
}
END_TEST

START_TEST(a_rule_asks_for_the_roles_around) {
    const char *yaml =
        ROLES TEST_RULE("test-rule", "test-vague", "where: {roles: [test-garden]}\n");
    ASSERT_WORDS(yaml, "test-rule",
                 "# Chapter I The orchard\n\n## Article 7 T\n\nA pear is vague.\n\n"
                 "# Chapter II Other\n\n## Article 8 U\n\nIt is vague.\n",
                 "vague");
}
END_TEST

START_TEST(a_cue_may_be_derived) {
    static const char yaml[] =
        ROLES "---\nconcept: test-ripe\nkind: vague\nphrases: [ripe]\n"
              "---\nconcept: test-ripe-quince\nkind: vague\nderived:\n"
              "  - match: test-quince\n    where: {same-sentence: [test-ripe]}\n"
              "---\nrole: test-harvest\ncues: {test-ripe-quince: 1}\nthreshold: 1\n";
    struct trial_draft draft;
    trial_check(&draft, yaml,
                "# Article 7 T\n\nA ripe quince.\n\n# Article 8 U\n\nA quince. It is ripe.\n");
    ck_assert_ptr_nonnull(strstr(roles_of(&draft, "Article 7"), "harvest"));
    ck_assert_ptr_null(strstr(roles_of(&draft, "Article 8"), "harvest"));
    trial_free(&draft);
}
END_TEST

START_TEST(a_short_buffer_is_cut_between_roles) {
    struct trial_draft draft;
    char buffer[12];
    trial_check(&draft, ROLES, "# Article 7 The orchard\n\nThey go.\n");
    size_t article = proviso_document_count(draft.document) - 1, needed;
    needed = proviso_document_roles(draft.document, article, buffer, sizeof buffer);
    ck_assert_uint_eq(needed, strlen("test-fruit, test-garden"));
    ck_assert_str_eq(buffer, "test-fruit");
    ck_assert_uint_eq(proviso_document_roles(draft.document, article, NULL, 0), needed);
    trial_free(&draft);
}
END_TEST

Suite *match_roles_suite(void) {
    Suite *suite = suite_create("match_roles");
    TCase *tests = tcase_create("roles");
    tcase_add_test(tests, hits_count_by_their_square_root_to_three);
    tcase_add_test(tests, headings_count_more);
    tcase_add_test(tests, what_is_inside_counts_for_the_article_and_has_its_roles);
    tcase_add_test(tests, a_role_displaces_those_it_beats);
    tcase_add_test(tests, a_part_hands_down_the_roles_of_its_heading);
    tcase_add_test(tests, a_paragraph_may_have_a_role_of_its_own);
    tcase_add_test(tests, a_preamble_has_its_own_role_alone);
    tcase_add_test(tests, a_label_gives_a_role_alone_to_all_inside);
    tcase_add_test(tests, conditions_of_a_role_must_hold);
    tcase_add_test(tests, a_role_does_not_hold_where_one_of_its_exceptions_does);
    tcase_add_test(tests, a_part_hands_down_a_role_where_the_article_meets_its_conditions);
    tcase_add_test(tests, a_cue_may_be_derived);
    tcase_add_test(tests, a_draft_without_numbers_is_one_provision);
    tcase_add_test(tests, the_title_of_a_draft_gives_no_role_to_its_articles);
    tcase_add_test(tests, a_rule_asks_for_the_roles_around);
    tcase_add_test(tests, a_short_buffer_is_cut_between_roles);
    suite_add_tcase(suite, tests);
    return suite;
}
