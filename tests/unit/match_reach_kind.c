/* What protects what where the measure is named and no provision. */
#include "match_cells.h"

Suite *match_reach_kind_suite(void);

#define POWERS                                                                                     \
    "# Draft Act\n\n## 4. Interception\n\nA judge may issue a warrant to intercept the calls of "  \
    "a named person.\n\n## 5. Search\n\nA judge may issue a warrant to search a computer.\n\n"

/* What is said of interception is not said of searches, and the other way round. */
START_TEST(a_measure_by_its_name) {
    const char *text = POWERS "## 6. Notice\n\nWhoever was intercepted must be told of the "
                              "interception within thirty days after it ends.\n";
    assert_cell(text, "Section 4", "notification", "present Section 6");
    assert_cell(text, "Section 5", "notification", "missing");
    text = POWERS "## 6. Limits\n\nSearches shall be used only where strictly necessary.\n";
    assert_cell(text, "Section 5", "necessity", "present Section 6");
    assert_cell(text, "Section 4", "necessity", "missing");
    text = POWERS "## 6. Figures\n\nThe number of searches is published every year.\n";
    assert_cell(text, "Section 5", "transparency", "present Section 6");
    assert_cell(text, "Section 4", "transparency", "missing");
}
END_TEST

/* A part that gives such a power of its own keeps what it says of it. */
START_TEST(the_nearest_part_that_gives_it) {
    const char *text = "# Draft Act\n\n# Part 1 Police\n\n## 4. Interception\n\nA judge may issue "
                       "a warrant to intercept the calls of a named person.\n\n# Part 2 Prisons\n\n"
                       "## 5. Interception\n\nA governor may intercept the calls of a prisoner.\n\n"
                       "## 6. Notice\n\nThe prisoner shall be told of the interception within a "
                       "week after it ends.\n";
    assert_cell(text, "Section 5", "notification", "present Section 6");
    assert_cell(text, "Section 4", "notification", "missing");
}
END_TEST

/* It gives what its paragraph says, and nothing else of its article. */
START_TEST(of_the_paragraph_alone) {
    const char *text = POWERS "## 6. Notice and complaints\n\n(1) Whoever was intercepted must be "
                              "told of the interception within thirty days.\n\n(2) Data shall be "
                              "destroyed once they are no longer needed.\n";
    assert_cell(text, "Section 4", "notification", "present Section 6(1)");
    assert_cell(text, "Section 4", "destruction", "missing");
}
END_TEST

/* In an instrument with one power, "the order" is the order of that. */
START_TEST(the_one_power) {
    const char *one = "# Decree\n\n## Article 1\n\nThe Directorate may order the interception of "
                      "any conversation.\n\n## Article 2\n\nThe person concerned shall at no time "
                      "be informed of the order.\n";
    assert_cell(one, "Article 1", "notification", "excluded Article 2");
}
END_TEST

/* What the part on an office says of it is of the powers that the office watches over. */
START_TEST(the_office_that_watches) {
    const char *text = POWERS
        "# Part 3 The Commissioner\n\n## 7. Functions\n\nThe Commissioner, who takes no "
        "instructions from anyone, shall keep under review the powers conferred by section 4.\n\n"
        "## 8. Reports\n\nThe Commissioner shall report once a year to Parliament on the carrying "
        "out of those functions.\n";
    assert_cell(text, "Section 4", "transparency", "present Section 8");
    text = POWERS "# Part 3 The Commissioner\n\n## 7. Functions\n\nThe Commissioner shall inspect "
                  "the lighthouses.\n\n## 8. Reports\n\nThe Commissioner shall report once a year "
                  "to Parliament on the carrying out of those functions.\n";
    assert_cell(text, "Section 4", "transparency", "missing");
}
END_TEST

/* Who issues the warrants of some sections is not the one under whose warrants others act. */
START_TEST(a_warrant_of_other_sections) {
    const char *text =
        "# Draft Act\n\n## 4. Search\n\nA police officer may, with a warrant of a magistrate, "
        "search a computer.\n\n## 5. Interception\n\nA police officer may, with a warrant of a "
        "magistrate, intercept calls.\n\n## 6. Conditions\n\nA magistrate shall not issue a "
        "warrant under section 5 unless no milder means would do.\n";
    assert_cell(text, "Section 5", "necessity", "present Section 6");
    assert_cell(text, "Section 4", "necessity", "missing");
}
END_TEST

/* A paragraph takes away for a section what it gives to the others. */
START_TEST(what_is_switched_off_by_number) {
    const char *text = POWERS
        "## 6. Limits\n\n(1) A power under this Act shall be used only where strictly necessary."
        "\n\n(2) Subsection (1) does not apply to section 5.\n";
    assert_cell(text, "Section 4", "necessity", "present Section 6(1)");
    assert_cell(text, "Section 5", "necessity", "excluded Section 6(2)");
}
END_TEST

Suite *match_reach_kind_suite(void) {
    Suite *suite = suite_create("match_reach_kind");
    TCase *tests = tcase_create("kind");
    tcase_add_test(tests, a_measure_by_its_name);
    tcase_add_test(tests, the_nearest_part_that_gives_it);
    tcase_add_test(tests, of_the_paragraph_alone);
    tcase_add_test(tests, the_one_power);
    tcase_add_test(tests, the_office_that_watches);
    tcase_add_test(tests, a_warrant_of_other_sections);
    tcase_add_test(tests, what_is_switched_off_by_number);
    suite_add_tcase(suite, tests);
    return suite;
}
