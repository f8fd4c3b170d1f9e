/* Sections whose number has no stop behind it: "### 12A Heading", "1 Short title". */
#include "document_structure.h"

Suite *document_structure_unstopped_suite(void);

START_TEST(headings_are_sections) {
    check_outline(
        "# The Quiet Streets Act 2024\n\n## PART I. Noise\n\n### 1 Short title\n\nThis Act is the "
        "Quiet Streets Act.\n\n### 2 “Noise”\n\n**2.**—(1) Noise is loud.\n\n(2) It carries.\n\n"
        "### 2A Bells\n\nA bell is noise.\n\n## PART II. Powers\n\n### 5 Entry\n\nAn officer may "
        "enter.\n\n### 40 Reports\n\nA report is made.\n",
        "Part I = Noise\nSection 1 = Short title\nSection 2 = “Noise”\nSection 2(1)\n"
        "Section 2(2)\nSection 2A = Bells\nPart II = Powers\nSection 5 = Entry\nSection 40 = "
        "Reports\n");
}
END_TEST

START_TEST(sections_are_left_out) {
    check_outline("# Quiet Streets Act\n\n## 11 Entry\n\nAn officer may enter.\n\n## 12 Bells\n\n"
                  "An officer may take a bell.\n\n## 60 Appeals\n\nAn owner may appeal.\n\n### 90 "
                  "Decibels\n\nThat is loud.\n\n## 2019 Report\n\nIt was quiet.\n",
                  "Section 11 = Entry\nSection 12 = Bells\nSection 60 = Appeals\n");
}
END_TEST

START_TEST(lines_are_sections) {
    check_outline(
        "Quiet Streets Act 2024\n\n1 Short title\n\nThis Act is the Quiet Streets Act.\n\n"
        "2 Interpretation.\n\n(1) In this Act—\n\n(a) noise is loud;\n\n(b) a bell is noise.\n\n"
        "2A\tBells\n\nA bell may ring at\n12 Noon Street on\n3 May.\n",
        "Section 1 = Short title\nSection 2 = Interpretation.\nSection 2(1)\nSection 2(1)(a)\n"
        "Section 2(1)(b)\nSection 2A = Bells\n");
}
END_TEST

START_TEST(sections_are_put_into_another_law) {
    check_outline(
        "1 Short title\n\nThis is short.\n\n2 Amendment of the Lamps Act\n\nAfter section 12 of "
        "the Lamps Act insert—\n\n“12A Duty to light\n\n(1) A lamp must be lit.\n\n12B Duty to "
        "dim\n\nA lamp must be dimmed.”\n\n3 Lights\n\nThere shall be light.\n",
        "Section 1 = Short title\nSection 2 = Amendment of the Lamps Act\n"
        "Section 2, quoted Section 12A = Duty to light\nSection 2, quoted Section 12A(1)\n"
        "Section 2, quoted Section 12B = Duty to dim\nSection 3 = Lights\n");
}
END_TEST

/* What has a number in front of it and is no section. */
static const char *const others[] = {
    "The places are:\n\n1 Market Square\n\n2 Church Lane\n\n3 Mill Road\n",
    "He lived at\n12 Noon Street, and at\n13 Noon Street.\n",
    "# 12 Angry men\n\nThey are angry.\n\n# 30 May 2013\n\nIt rained.\n",
    "It rained.1\n\n1 Resolution 217 of the Assembly.\n\nIt snowed.2\n\n2 Official Records.\n",
    "#### 16 Bill\n\nIt is long.\n\n#### 18 Bill\n\nIt is longer.\n\n#### 20 Bill\n\nIt ends.\n",
    "2018 Report\n\nAll was well.\n\n2019 Report\n\nAll was better.\n",
};

START_TEST(other_numbers_are_none) {
    check_outline(others[_i], "");
}
END_TEST

START_TEST(numbered_lines_in_articles_are_none) {
    check_outline("### Article 1\n\nThere are two roads.\n\n1 High Road\n\nIt is high.\n\n"
                  "2 Low Road\n\nIt is low.\n\n### Article 2\n\nOthers\n\nThere are no others.\n",
                  "Article 1\nArticle 2 = Others\n");
}
END_TEST

START_TEST(enacting_words_lead_to_the_first_section) {
    check_outline("Lamps Bill\n\nThe Parliament of Lumen enacts as follows:\n\n1 Title\n\nThis is "
                  "the Lamps Act.\n\n2 Oil\n\nOil burns in lamps.\n",
                  "Preamble\nSection 1 = Title\nSection 2 = Oil\n");
}
END_TEST

START_TEST(what_is_inserted_has_the_title_of_the_section) {
    check_outline(
        "1   Short title\n\nThis is the Lamps Act.\n\n2   Keeping of oil\n\nAfter section 5 "
        "insert—\n\n“5A   Keeping of oil\n\n(1)   Oil is kept.”\n\n3   Extent\n\nThis Act "
        "extends to Lumen.\n",
        "Section 1 = Short title\nSection 2 = Keeping of oil\n"
        "Section 2, quoted Section 5A = Keeping of oil\n"
        "Section 2, quoted Section 5A(1)\nSection 3 = Extent\n");
}
END_TEST

START_TEST(paragraphs_have_latin_numbers) {
    check_outline("#### **Art. 1** Lamps\n\n<sup>1</sup> Lamps burn.\n\n<sup>1bis</sup> They "
                  "glow.\n\n<sup>2</sup> Oil flows.\n\n#### **Art. 2** Wicks\n\nWicks glow.\n",
                  "Article 1 = Lamps\nArticle 1(1)\nArticle 1(1bis)\nArticle 1(2)\n"
                  "Article 2 = Wicks\n");
}
END_TEST

START_TEST(text_follows_the_number) {
    check_outline(
        "Lamps Bill\n\nShort title\n\n1 This Act may be cited as the Lamps Act.\n\n"
        "Definitions\n\n2 (1) A lamp is a light.\n\n(2) Oil is a fat.\n\nDuty to "
        "assist\n\n3 A keeper of lamps must, on request, assist\n\n(a) a judge; or\n\n(b) a "
        "mayor.\n\nOrders\n\n4 (1) A judge may order light.\n\n(2) It lasts.\n",
        "Section 1 = Short title\nSection 2 = Definitions\nSection 2(1)\nSection 2(2)\n"
        "Section 3 = Duty to assist\nSection 3(a)\nSection 3(b)\nSection 4 = Orders\n"
        "Section 4(1)\nSection 4(2)\n");
    check_outline(
        "1 Lamps\n\nLamps burn.\n\n2 Oil\n\nOil flows.\n\n3 Wicks\n\nWicks glow.\n\nSCHEDULE "
        "1\n\nPART 1\n\n1 (1) The keeper trims.\n\n(2) He sweeps.\n\n2 The keeper "
        "reports.\n\nPART 2\n\n3 The mayor pays.\n\nSCHEDULE 2\n\n1 Oil is bought.\n\n2 "
        "Wicks are not.\n",
        "Section 1 = Lamps\nSection 2 = Oil\nSection 3 = Wicks\nSchedule 1\n"
        "Schedule 1, Part 1\nSchedule 1, Part 1, paragraph 1\n"
        "Schedule 1, Part 1, paragraph 1(1)\nSchedule 1, Part 1, paragraph 1(2)\n"
        "Schedule 1, Part 1, paragraph 2\nSchedule 1, Part 2\n"
        "Schedule 1, Part 2, paragraph 3\nSchedule 2\nSchedule 2, paragraph 1\n"
        "Schedule 2, paragraph 2\n");
}
END_TEST

Suite *document_structure_unstopped_suite(void) {
    Suite *suite = suite_create("document_structure_unstopped");
    TCase *tests = tcase_create("unstopped");
    tcase_add_test(tests, headings_are_sections);
    tcase_add_test(tests, sections_are_left_out);
    tcase_add_test(tests, lines_are_sections);
    tcase_add_test(tests, sections_are_put_into_another_law);
    tcase_add_loop_test(tests, other_numbers_are_none, 0, (int)(sizeof others / sizeof *others));
    tcase_add_test(tests, numbered_lines_in_articles_are_none);
    tcase_add_test(tests, enacting_words_lead_to_the_first_section);
    tcase_add_test(tests, what_is_inserted_has_the_title_of_the_section);
    tcase_add_test(tests, paragraphs_have_latin_numbers);
    tcase_add_test(tests, text_follows_the_number);
    suite_add_tcase(suite, tests);
    return suite;
}
