/* What protects what, through the papers that a power needs and the paragraphs that are named. */
#include "match_cells.h"

Suite *match_reach_papers_suite(void);

#define ACT "# Draft Act\n\n"

/* What a clause says of warrants alone does not reach a power that needs none. */
START_TEST(a_clause_on_warrants_governs_powers_that_need_one) {
    const char *text = ACT
        "## 4. Search\n\nA police officer may search a computer under a warrant of a judge.\n\n"
        "## 5. Letters\n\nA police officer may by letter require any person to produce data stored "
        "in a computer.\n\n"
        "## 6. Warrants\n\nA judge shall grant no warrant under this Act unless there are "
        "reasonable grounds to suspect an offence.\n";
    assert_cell(text, "Section 4", "grounds", "present Section 6");
    assert_cell(text, "Section 5", "grounds", "missing");
}
END_TEST

/* "A warrant issued under section 5(1)" brings what section 5 says of it. */
START_TEST(an_order_of_a_paragraph_brings_its_article) {
    assert_cell(ACT
                "## 4. Interception\n\nA police officer may intercept communications under a "
                "warrant issued under section 5(1).\n\n"
                "## 5. Warrants\n\n(1) A judge may issue a warrant.\n\n(2) The warrant is valid "
                "for no more than thirty days.\n",
                "Section 4", "time-limit", "present Section 5(2)");
}
END_TEST

/* An element of one paragraph is said of the article that the paragraph belongs to. */
START_TEST(what_governs_a_paragraph_governs_its_article) {
    assert_cell(ACT
                "## 4. Search\n\n(1) A police officer may search a computer system.\n\n(2) The "
                "officer shall make a list.\n\n"
                "## 5. Destruction\n\nData obtained under section 4(1) shall be destroyed as soon "
                "as they are no longer needed for the proceedings.\n",
                "Section 4", "destruction", "present Section 5");
}
END_TEST

/* What a paragraph switches off for a part stays off there, whatever is said of the whole. */
START_TEST(what_is_off_for_a_part_stays_off) {
    const char *text = ACT
        "# Part 1 Powers\n\n## 4. Search\n\nA police officer may search a computer system.\n\n"
        "# Part 2 Secret powers\n\n## 5. Tapping\n\nThe Service may intercept communications.\n\n"
        "# Part 3 Rights\n\n## 6. Remedy\n\n(1) Any person affected by a power under this Act may "
        "complain to the High Court, which shall quash the measure and award compensation.\n\n"
        "(2) No complaint lies to any court in respect of a power under Part 2.\n";
    assert_cell(text, "Section 4", "remedy", "present Section 6(1)");
    assert_cell(text, "Section 5", "remedy", "excluded Section 6(2)");
}
END_TEST

Suite *match_reach_papers_suite(void) {
    Suite *suite = suite_create("match_reach_papers");
    TCase *tests = tcase_create("papers");
    tcase_add_test(tests, a_clause_on_warrants_governs_powers_that_need_one);
    tcase_add_test(tests, an_order_of_a_paragraph_brings_its_article);
    tcase_add_test(tests, what_governs_a_paragraph_governs_its_article);
    tcase_add_test(tests, what_is_off_for_a_part_stays_off);
    suite_add_tcase(suite, tests);
    return suite;
}
