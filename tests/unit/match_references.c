/* Cross-references: what they mean, which of them point nowhere, numbers given twice. */
#include "match_fixture.h"

#include "match/coverage.h"
#include "match/reach.h"

Suite *match_references_suite(void);

#define ARTICLE(number, text) "## Article " number "\n\n" text "\n\n"
#define FOUR                                                                                       \
    "# Convention\n\n" ARTICLE("1", "1. One.\n\n2. Two.\n\n3. Three.")                             \
        ARTICLE("2", "1. One:\n\n(a) first;\n\n(b) second.\n\n2. Two.") ARTICLE("3", "Three.")

/* What the references of a draft mean: "Article 1(2); nowhere; elsewhere". */
static const char *meanings(struct trial_draft *draft) {
    const struct references *references = &draft->findings->coverage->reach->references;
    char citation[200];
    buffer_clear(&draft->said);
    for (uint32_t i = 0; i < references->count; i++) {
        const struct reference *reference = &references->list[i];
        buffer_add_string(&draft->said, i ? "; " : "");
        if (reference->kind == REFERENCE_PROVISIONS) {
            proviso_document_citation(draft->document, reference->first, citation, sizeof citation);
            buffer_add_string(&draft->said, citation);
        } else {
            buffer_add_string(&draft->said, reference->kind == REFERENCE_INSTRUMENT ? "all"
                                            : reference->kind == REFERENCE_EXTERNAL ? "elsewhere"
                                                                                    : "nowhere");
        }
    }
    return buffer_string(&draft->said);
}

/* Of article 4, behind three articles of which the first has three paragraphs. */
#define ASSERT_MEANS(text, expected)                                                               \
    do {                                                                                           \
        struct trial_draft draft_;                                                                 \
        trial_check(&draft_, TEST_AUTHORITY, FOUR ARTICLE("4", text));                             \
        ck_assert_str_eq(meanings(&draft_), expected);                                             \
        trial_free(&draft_);                                                                       \
    } while (0)
#define ASSERT_DANGLES(text, expected)                                                             \
    ASSERT_WORDS(TEST_AUTHORITY, "dangling-reference", FOUR ARTICLE("4", text), expected)

START_TEST(a_paragraph_behind_its_article_is_one_reference) {
    ASSERT_MEANS("See article 1, paragraph 2.", "Article 1(2)");
    ASSERT_MEANS("See articles 1, 2, paragraph 1, 3.", "Article 1; Article 2(1); Article 3");
    ASSERT_MEANS("See paragraphs 1 and 3 of article 1.", "Article 1(1); Article 1(3)");
}
END_TEST

START_TEST(brackets_stand_in_for_the_last_of_their_sort) {
    ASSERT_MEANS("See article 2(1)(a), (b) and (2).",
                 "Article 2(1)(a); Article 2(1)(b); Article 2(2)");
    ASSERT_MEANS("See article 1(2), (3) and article 3.", "Article 1(2); Article 1(3); Article 3");
}
END_TEST

START_TEST(a_subsection_is_a_paragraph) {
    ASSERT_MEANS("1. It is so.\n\n2. Subsection (1) holds.", "Article 4(1)");
    ASSERT_MEANS("1. So.\n\n2. Subsection (1) or subsection (2) of article 1 holds.",
                 "Article 4(1); Article 1(2)");
}
END_TEST

#define SIGN "\xC2\xA7"
#define SIGNED(number, text) "## " SIGN " " number "\n\n" text "\n\n"

START_TEST(the_sign_is_a_section) {
    struct trial_draft draft;
    trial_check(&draft, TEST_AUTHORITY,
                "# Law\n\n" SIGNED("1", "(1) One.\n\n(2) Two.") SIGNED("2", "Two.")
                    SIGNED("3", "See " SIGN " 1(2), " SIGN SIGN " 1 and 2 and " SIGN "\xC2\xA0"
                                "2, " SIGN " 9."));
    ck_assert_str_eq(meanings(&draft), "Section 1(2); Section 1; Section 2; Section 2; nowhere");
    trial_free(&draft);
}
END_TEST

#define NORTH(number, text) "### " number " " SIGN "\n\n" text "\n\n"

START_TEST(the_sign_stands_behind_its_numbers) {
    struct trial_draft draft;
    trial_check(&draft, TEST_AUTHORITY,
                "# Law\n\n## Chapter 1\n\n" NORTH("1", "(1) One.\n\n(2) Two.")
                    NORTH("2", "See 1 " SIGN ", 2 a " SIGN " and " SIGN " 2.")
                        NORTH("2 a", "See 1\xE2\x80\x93"
                                     "2 " SIGN SIGN ". See 1 to 2 a " SIGN SIGN
                                     " and 1 and 2 a " SIGN "\xC2\xA7, 9 " SIGN ".")
                            NORTH("3", "See 1 " SIGN " (2) and subsection (1) of 1 " SIGN
                                       " a judge and 1, 2 and 3 " SIGN SIGN
                                       ".") "## Chapter 2\n\n" NORTH("1", "See Chapter 1, 1 " SIGN
                                                                          ", Chapter 1, 2 a " SIGN
                                                                          " and 1 " SIGN ".")
                                NORTH("2", "See 1 kap. 1 " SIGN " and Chapter 1, 1 and 2 " SIGN SIGN
                                           ". In "
                                           "Chapter 2 it is so."));
    ck_assert_str_eq(
        meanings(&draft),
        "Chapter 1, Section 1; Chapter 1, Section 2a; Chapter 1, Section 2; " /* 2 */
        "Chapter 1, Section 1; Chapter 1, Section 1; Chapter 1, Section 1; "  /* 2 a */
        "Chapter 1, Section 2a; nowhere; "                                    /* 2 a */
        "Chapter 1, Section 1(2); Chapter 1, Section 1(1); "                  /* 3 */
        "Chapter 1, Section 1; Chapter 1, Section 2; Chapter 1, Section 3; "  /* 3 */
        "Chapter 1, Section 1; Chapter 1, Section 2a; Chapter 2, Section 1; " /* 2, 1 */
        "Chapter 1, Section 1; Chapter 1, Section 1; Chapter 1, Section 2; Chapter 2");
    trial_free(&draft);
}
END_TEST

START_TEST(a_number_in_words_is_one) {
    ASSERT_MEANS("See Article Two and articles Three to Four.", "Article 2; Article 3");
    ASSERT_MEANS("In these articles two things are said.", "");
}
END_TEST

START_TEST(numbers_have_stops_and_hyphens) {
    struct trial_draft draft;
    ASSERT_MEANS("See article 2.1 and article 1.3.", "Article 2(1); Article 1(3)");
    ASSERT_MEANS("See articles 1-3.", "Article 1");
    trial_check(&draft, TEST_AUTHORITY,
                "# Code\n\n## Article 10\n\nTen.\n\n## Article 10.1\n\nSee Article 10 and "
                "Article 10.2.\n\n## Article 10.2\n\nSee article 10.1. It holds.\n\n"
                "## Article 706-11\n\nSee articles 706-12 and L. 31-4.\n\n## Article 706-12\n\n"
                "So.\n\n## Article L. 31-4\n\nSo.\n");
    ck_assert_str_eq(meanings(&draft), "Article 10; Article 10.2; Article 10.1; Article 706-12; "
                                       "Article L. 31-4");
    trial_free(&draft);
}
END_TEST

/* "The preceding chapter" is the one before that which holds the words. */
START_TEST(neighbours_are_meant) {
    struct trial_draft draft;
    trial_check(&draft, TEST_AUTHORITY,
                "# Convention\n\n## Chapter I\n\n### Article 1\n\nSee the preceding chapter and "
                "the following chapter.\n\n## Chapter II\n\n### Article 2\n\nSee the foregoing "
                "chapter, the preceding article and the following chapter.\n\n### Article 3\n\nSee "
                "the preceding article.\n");
    ck_assert_str_eq(meanings(&draft), "Chapter II; Chapter I; Article 2");
    trial_free(&draft);
}
END_TEST

START_TEST(a_number_that_is_not_there_dangles) {
    ASSERT_DANGLES("The order is subject to article 9.", "article 9");
    ASSERT_DANGLES("The order is subject to articles 3 and 12A.", "12A");
    ASSERT_DANGLES("The order is subject to article 1, paragraph 4.", "article 1, paragraph 4");
    ASSERT_DANGLES("The order is subject to article 1(7).", "article 1(7)");
    ASSERT_DANGLES("The order is subject to article 3 and article 1(3).", "");
}
END_TEST

START_TEST(other_laws_are_left_alone) {
    ASSERT_DANGLES("The order is subject to article 17 of the Covenant.", "");
    ASSERT_DANGLES("The order is made under section 12 of the Penal Code.", "");
    ASSERT_DANGLES("The order is made under the Police Act, section 12.", "");
    ASSERT_DANGLES("The order is made under that article 12.", "");
    ASSERT_DANGLES("The order is made under articles 10 to 12 of that treaty.", "");
    ASSERT_DANGLES("The principal Act is amended in article 12.", "");
}
END_TEST

/* "Section 6" in words for another law is a section of that law, which only the amendment may hold.
 */
START_TEST(words_for_another_law_cite_each_other) {
    struct trial_draft draft;
    trial_check(
        &draft, TEST_AUTHORITY,
        "# Amendment Bill\n\n### 1. Short title\n\nThis Act may be cited so.\n\n"
        "### 2. Insertion of sections 7A and 7B\n\n"
        "The Principal Act is amended by inserting the following sections after section 7:\n\n"
        "“7A. (1) A judge may issue an authorisation.\n\n"
        "7B. (1) An officer may act under section 7A or section 1.”\n");
    ck_assert_ptr_nonnull(strstr(meanings(&draft), "quoted Section 7A; nowhere"));
    trial_free(&draft);
}
END_TEST

START_TEST(a_law_and_an_act_in_small_letters_are_no_instruments) {
    ASSERT_MEANS("Powers under articles 1 to 3 are laid down by law.", "Article 1");
    ASSERT_MEANS("Article 1 applies where the act is done abroad.", "Article 1");
    ASSERT_MEANS("Article 1 of the law applies.", "elsewhere");
    ASSERT_DANGLES("Teams act under article 9 and the law of the State.", "article 9");
}
END_TEST

START_TEST(an_extract_and_a_draft_with_lost_numbers_say_nothing) {
    ASSERT_WORDS(TEST_AUTHORITY, "dangling-reference",
                 "# Code\n\n" ARTICLE("31", "One.") ARTICLE("32", "Two.")
                     ARTICLE("33", "See article 12."),
                 "");
    ASSERT_WORDS(TEST_AUTHORITY, "dangling-reference",
                 "# Code\n\n" ARTICLE("1", "One.") ARTICLE("2", "Two.") ARTICLE("9", "Three.")
                     ARTICLE("10", "See article 5."),
                 "");
}
END_TEST

START_TEST(a_number_given_twice_is_said_at_the_second) {
    struct trial_draft draft;
    char citation[100];
    trial_check(&draft, TEST_AUTHORITY, FOUR ARTICLE("3", "Again.") ARTICLE("3 bis", "More."));
    const struct finding *finding = trial_finding(&draft, "dangling-reference/duplicate-number");
    ck_assert_ptr_nonnull(finding);
    proviso_document_citation(draft.document, finding->provision, citation, sizeof citation);
    ck_assert_str_eq(citation, "Article 3 (second)");
    ck_assert_str_eq(trial_words(&draft, "dangling-reference"), "Article 3");
    trial_free(&draft);
}
END_TEST

Suite *match_references_suite(void) {
    Suite *suite = suite_create("match_references");
    TCase *tcase = tcase_create("references");
    tcase_add_test(tcase, words_for_another_law_cite_each_other);
    tcase_add_test(tcase, a_paragraph_behind_its_article_is_one_reference);
    tcase_add_test(tcase, brackets_stand_in_for_the_last_of_their_sort);
    tcase_add_test(tcase, a_subsection_is_a_paragraph);
    tcase_add_test(tcase, the_sign_is_a_section);
    tcase_add_test(tcase, the_sign_stands_behind_its_numbers);
    tcase_add_test(tcase, a_number_in_words_is_one);
    tcase_add_test(tcase, numbers_have_stops_and_hyphens);
    tcase_add_test(tcase, neighbours_are_meant);
    tcase_add_test(tcase, a_number_that_is_not_there_dangles);
    tcase_add_test(tcase, other_laws_are_left_alone);
    tcase_add_test(tcase, a_law_and_an_act_in_small_letters_are_no_instruments);
    tcase_add_test(tcase, an_extract_and_a_draft_with_lost_numbers_say_nothing);
    tcase_add_test(tcase, a_number_given_twice_is_said_at_the_second);
    suite_add_tcase(suite, tcase);
    return suite;
}
