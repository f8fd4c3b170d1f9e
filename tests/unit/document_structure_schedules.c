/* Schedules: their labels, the sections they come from, titles, tables and paragraphs. */
#include "document_structure.h"

Suite *document_structure_schedules_suite(void);

START_TEST(a_schedule_says_where_it_comes_from) {
    check_outline("1. Lamps. —(1) Lamps burn.\n\n2. Oil. —(1) Oil flows.\n\nSCHEDULE 1\n\nSection "
                  "1\n\nTHE KEEPER OF LAMPS\n\nPART 1\n\nDuties\n\n1. The keeper trims.\n\n"
                  "SCHEDULE 2      (s. 2(1))\n\nRATES OF OIL\n\n1. A jar a day.\n\nTHE THIRD "
                  "SCHEDULE\n\n[See sections 1 and 2(1)]\n\nFORM OF A LICENCE\n\n1. Name.\n",
                  "Section 1 = Lamps\nSection 1(1)\nSection 2 = Oil\nSection 2(1)\n"
                  "Schedule 1 = THE KEEPER OF LAMPS\nSchedule 1, Part 1 = Duties\n"
                  "Schedule 1, Part 1, paragraph 1\nSchedule 2 = RATES OF OIL\n"
                  "Schedule 2, paragraph 1\nSchedule 3 = FORM OF A LICENCE\n"
                  "Schedule 3, paragraph 1\n");
}
END_TEST

START_TEST(articles_of_a_schedule_are_no_source) {
    check_outline(
        "1. Lamps. —(1) Lamps burn.\n\n2. Oil. —(1) Oil flows.\n\n3. Wicks. "
        "—(1) Wicks glow.\n\nSCHEDULE\n\nArticle "
        "1\n\nLight is free.\n\nArticle 2\n\nOil is not.\n",
        "Section 1 = Lamps\nSection 1(1)\nSection 2 = Oil\nSection 2(1)\nSection 3 = Wicks\n"
        "Section 3(1)\nSchedule\nSchedule, Article 1\nSchedule, Article 2\n");
}
END_TEST

START_TEST(sections_go_on_behind_a_schedule) {
    check_outline(
        "### 1. Lamps\n\nLamps burn.\n\n### 2. Oil\n\nThe prices are set out.\n\nSCHEDULE "
        "A\n\n| Oil | Two |\n\nSCHEDULE B\n\n| Fat | One |\n\n### 3. Wicks\n\n(1) Wicks "
        "glow.\n\n### 4. Soot\n\nSoot falls.\n\n# SCHEDULE C\n\n### 1. Forms\n\nThey are "
        "long.\n\n### 2. Fees\n\nThey are high.\n",
        "Section 1 = Lamps\nSection 2 = Oil\nSchedule A\nSchedule B\nSection 3 = Wicks\n"
        "Section 3(1)\nSection 4 = Soot\nSchedule C\nSchedule C, paragraph 1 = Forms\n"
        "Schedule C, paragraph 2 = Fees\n");
}
END_TEST

START_TEST(a_table_is_no_title) {
    check_outline("## 1. Lamps\n\nLamps burn.\n\n## 2. Oil\n\nOil flows.\n\nSCHEDULE\n\nSection "
                  "2\n\n| Oil | Rate |\n| --- | --- |\n| Whale | Two |\n",
                  "Section 1 = Lamps\nSection 2 = Oil\nSchedule\n");
}
END_TEST

Suite *document_structure_schedules_suite(void) {
    Suite *suite = suite_create("document_structure_schedules");
    TCase *tests = tcase_create("schedules");
    tcase_add_test(tests, a_schedule_says_where_it_comes_from);
    tcase_add_test(tests, articles_of_a_schedule_are_no_source);
    tcase_add_test(tests, sections_go_on_behind_a_schedule);
    tcase_add_test(tests, a_table_is_no_title);
    suite_add_tcase(suite, tests);
    return suite;
}
