/* What an article behind a power says of its order, its measure and what it brings in. */
#include "match_cells.h"

#include <stdio.h>

Suite *match_reach_before_suite(void);

#define ACT "# Draft Act\n\n"
#define TAPPING                                                                                    \
    "## 4. Interception\n\nA judge may issue a warrant to intercept the communications of a "      \
    "person.\n\n"
#define RECORDS                                                                                    \
    "## 5. Call records\n\nAn inspector may by notice require a provider to produce stored "       \
    "traffic data.\n\n"

START_TEST(the_order_is_that_of_the_power_before) {
    assert_cell(ACT TAPPING "## 5. How long\n\nThe warrant lapses after thirty days.\n",
                "Section 4", "time-limit", "present Section 5");
}
END_TEST

/* The warrant is that of the power that has one. */
START_TEST(an_order_is_told_by_its_name) {
    const char *text =
        ACT TAPPING RECORDS "## 6. How long\n\nThe warrant lapses after thirty days.\n";
    assert_cell(text, "Section 4", "time-limit", "present Section 6");
    assert_cell(text, "Section 5", "time-limit", "missing");
}
END_TEST

/* A notice is nobody's where no power is used by one; a warrant is the nearest power's. */
START_TEST(a_name_that_no_power_has) {
    const char *power = ACT "## 4. Interception\n\nThe court may allow the police to intercept "
                            "communications.\n\n";
    char text[512];
    snprintf(text, sizeof text, "%s## 5. Length\n\nThe warrant lapses after thirty days.\n", power);
    assert_cell(text, "Section 4", "time-limit", "present Section 5");
    snprintf(text, sizeof text, "%s## 5. Length\n\nThe notice lapses after thirty days.\n", power);
    assert_cell(text, "Section 4", "time-limit", "missing");
}
END_TEST

/* Recordings come of all the powers that stand together, and of none of another part. */
START_TEST(the_yield_is_of_the_powers_that_stand_together) {
    const char *wiped = "## 7. Afterwards\n\nThe recordings shall be destroyed within six months "
                        "after the end of the proceedings.\n";
    char text[1024];
    snprintf(text, sizeof text, ACT "%s%s%s", TAPPING, RECORDS, wiped);
    assert_cell(text, "Section 4", "destruction", "present Section 7");
    assert_cell(text, "Section 5", "destruction", "present Section 7");
    snprintf(text, sizeof text, ACT "# Part 1\n\n%s# Part 2\n\n%s%s", TAPPING, RECORDS, wiped);
    assert_cell(text, "Section 4", "destruction", "missing");
    assert_cell(text, "Section 5", "destruction", "present Section 7");
}
END_TEST

/* Words on what a power brings in give no grounds for its use. */
START_TEST(the_yield_gives_what_is_of_the_yield) {
    const char *text = ACT TAPPING
        "## 5. Copies\n\nThe recordings shall be shown to a person whom the keeper reasonably "
        "suspects of an offence, and destroyed when the trial has ended.\n";
    assert_cell(text, "Section 4", "grounds", "missing");
    assert_cell(text, "Section 4", "destruction", "present Section 5");
}
END_TEST

/* An article that makes an order of its own speaks of that. */
START_TEST(an_order_of_its_own_is_not_that_of_the_power) {
    assert_cell(ACT "## 4. Interception\n\nThe Service may intercept communications.\n\n"
                    "## 5. Removal\n\nThe Minister may make a removal order against a person. The "
                    "order lapses after one year.\n",
                "Section 4", "time-limit", "missing");
}
END_TEST

/* "Obtained under Part 1" behind words for every measure does not govern Part 2. */
START_TEST(a_part_named_behind_what_is_obtained_is_the_limit) {
    const char *text =
        ACT "# Part 1 Crime\n\n" TAPPING "# Part 2 Material\n\n## 5. Destruction\n\nWhat is "
            "obtained under Part 1 shall be destroyed "
            "when it is no longer needed for the proceedings.\n\n"
            "# Part 3 Security\n\n## 6. Listening\n\nThe Service may intercept communications.\n";
    assert_cell(text, "Section 4", "destruction", "present Section 5");
    assert_cell(text, "Section 6", "destruction", "missing");
}
END_TEST

Suite *match_reach_before_suite(void) {
    Suite *suite = suite_create("match_reach_before");
    TCase *tests = tcase_create("before");
    tcase_add_test(tests, the_order_is_that_of_the_power_before);
    tcase_add_test(tests, an_order_is_told_by_its_name);
    tcase_add_test(tests, a_name_that_no_power_has);
    tcase_add_test(tests, the_yield_is_of_the_powers_that_stand_together);
    tcase_add_test(tests, the_yield_gives_what_is_of_the_yield);
    tcase_add_test(tests, an_order_of_its_own_is_not_that_of_the_power);
    tcase_add_test(tests, a_part_named_behind_what_is_obtained_is_the_limit);
    suite_add_tcase(suite, tests);
    return suite;
}
