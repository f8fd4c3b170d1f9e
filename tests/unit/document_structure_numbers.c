/* Numbers as other traditions write them: 1- and a-, § 2º, First:, 10.1, L. 851-1, 2.1.1. */
#include "document_structure.h"

Suite *document_structure_numbers_suite(void);

START_TEST(dashes_stand_for_stops) {
    check_outline("Article 1\n\n1- A lamp is lit.\n\n2- A lamp is:\n\na- tall;\n\nb- red.\n\n"
                  "Article 2\n\nI – By day.\n\nII – By night.\n",
                  "Article 1\nArticle 1(1)\nArticle 1(2)\nArticle 1(2)(a)\nArticle 1(2)(b)\n"
                  "Article 2\nArticle 2(I)\nArticle 2(II)\n");
    check_outline("Article 1\n\nThe fee is:\n\nA – B\n\nwhere A is the sum.\n\nArticle 2\n\n"
                  "12 - 14 lamps are lit.\n",
                  "Article 1\nArticle 2\n");
}
END_TEST

START_TEST(paragraphs_have_a_section_sign) {
    check_outline("Art. 1. Lamps.\n\n§ 1º A lamp is lit.\n\n§ 2º It is red.\n\nArt. 2. Oil.\n\n"
                  "§ 1º Oil is dear.\n",
                  "Article 1 = Lamps.\nArticle 1(1)\nArticle 1(2)\nArticle 2 = Oil.\n"
                  "Article 2(1)\n");
    check_outline("§ 1. Lamps\n\n(1) A lamp is lit.\n\n§ 2. Oil\n\nOil is dear.\n",
                  "Section 1 = Lamps\nSection 1(1)\nSection 2 = Oil\n");
}
END_TEST

START_TEST(sections_have_the_sign_behind_their_number) {
    check_outline("### 1 §\n\nA lamp is lit.\n\n### 2 § Oil\n\n1. Oil is dear.\n\n### 2 a §\n\n"
                  "Wicks burn.\n\n### § 3\n\nIt ends.\n",
                  "Section 1\nSection 2 = Oil\nSection 2(1)\nSection 2a\nSection 3\n");
    check_outline(
        "Chapter 1\nLamps\n\n1 §\n\nA lamp is lit.\n\n7 § Interception of lamps\n\nIt is "
        "red, as in\n\n7 § of another Act.\n\nChapter 2\nOil\n\n**1 §**\n\nOil is:\n\n1) "
        "dear;\n2) red.\n\n**12 b §** It burns.\n",
        "Chapter 1 = Lamps\nChapter 1, Section 1\nChapter 1, Section 7 = Interception of lamps\n"
        "Chapter 2 = Oil\nChapter 2, Section 1\nChapter 2, Section 1(1)\n"
        "Chapter 2, Section 1(2)\nChapter 2, Section 12b\n");
}
END_TEST

START_TEST(ordinals_number_paragraphs) {
    check_outline("Article 1\n\nFirst: A lamp is lit.\n\nSecond: It is red.\n\nArticle 2\n\nFirst "
                  "of all, oil is dear.\n",
                  "Article 1\nArticle 1(1)\nArticle 1(2)\nArticle 2\n");
}
END_TEST

START_TEST(articles_have_stops_in_their_numbers) {
    check_outline("Article 10. Lamps\n\n1. A lamp is lit.\n\nArticle 10.1. Oil\n\n1. Oil is "
                  "dear.\n\nArticle 10.2. Wicks\n\nWicks burn.\n\nArticle 11. End\n\nIt ends.\n",
                  "Article 10 = Lamps\nArticle 10(1)\nArticle 10.1 = Oil\nArticle 10.1(1)\n"
                  "Article 10.2 = Wicks\nArticle 11 = End\n");
    check_outline("Article L. 12-1\n\nA lamp is lit.\n\nArticle L. 12-2\n\nIt is red.\n\n"
                  "Article R31-4\n\nOil is dear.\n",
                  "Article L. 12-1\nArticle L. 12-2\nArticle R31-4\n");
    check_outline("### Article 3. Lamps\n\nA lamp is lit.\n\n### Article 3^1. Oil\n\nOil is "
                  "dear.\n",
                  "Article 3 = Lamps\nArticle 3^1 = Oil\n");
}
END_TEST

START_TEST(numbers_are_raised) {
    check_outline(
        "Article 4. Oil\n\nOil burns.\n\nArticle 4¹. Fat\n\n1. Fat burns.\n\n1¹. Not "
        "always.\n\n2. It smells.\n\nArticle 4². Wax\n\nWax drips.\n\nArticle "
        "4<sup>13</sup>. Tar\n\nTar sticks.\n\nArticle 5¹. Soot\n\nSoot falls.\n\nArticle "
        "6<sup>2</sup>\n\nAsh is left.\n",
        "Article 4 = Oil\nArticle 4^1 = Fat\nArticle 4^1(1)\nArticle 4^1(1^1)\n"
        "Article 4^1(2)\nArticle 4^2 = Wax\nArticle 4^13 = Tar\nArticle 5 = Soot\n"
        "Article 6\n");
}
END_TEST

START_TEST(parts_of_an_extract_go_on) {
    check_outline(
        "CHAPTER 4\n\nPART 1\n\n19. (1) Lamps burn.\n\n(2) Oil flows.\n\n20. (1) Wicks "
        "glow.\n\nPART 2\n\n31. Everyone may have—\n\n(a) a lamp; or\n\n(b) oil.\n\n33. (1) "
        "Soot falls.\n\n(2) Ash too.\n",
        "Chapter 4\nChapter 4, Part 1\nSection 19\nSection 19(1)\nSection 19(2)\n"
        "Section 20\nSection 20(1)\nChapter 4, Part 2\nSection 31\nSection 31(a)\n"
        "Section 31(b)\nSection 33\nSection 33(1)\nSection 33(2)\n");
}
END_TEST

START_TEST(letters_stand_behind_a_hyphen) {
    check_outline(
        "Art. 208.- Oil burns.\n\nArt. 208-A.- Fat burns:\n\nI - by day;\n\nII - by "
        "night:\n\na) on land;\n\nb) at sea.\n\n§ 1. It smells.\n\n§ 2. It drips.\n\nArt. "
        "208-bis.- Wax burns.\n\nArt. 209.- Tar sticks.\n",
        "Article 208\nArticle 208-A\nArticle 208-A(I)\nArticle 208-A(II)\n"
        "Article 208-A(II)(a)\nArticle 208-A(II)(b)\nArticle 208-A(1)\n"
        "Article 208-A(2)\nArticle 208-bis\nArticle 209\n");
}
END_TEST

START_TEST(decimals_stand_in_one_another) {
    check_outline("1.\tLamps\n\n1.1\tA lamp is lit.\n\n2.\tOil\n\n2.1\tThe keeper shall:\n\n"
                  "2.1.1\tbuy oil;\n\n2.1.2\tburn it.\n\n2.2\tOil is dear.\n",
                  "Section 1 = Lamps\nSection 1(1)\nSection 2 = Oil\nSection 2(1)\n"
                  "Section 2(1)(1)\nSection 2(1)(2)\nSection 2(2)\n");
    check_outline("41.10\tThe keeper shall light lamps.\n\n41.14\tThe keeper shall buy oil.\n",
                  "Paragraph 41.10\nParagraph 41.14\n");
    check_outline("### Article 3\n\n3.1 A lamp is lit.\n\nIt costs\n\n3.5 million a year.\n",
                  "Article 3\nArticle 3(1)\n");
}
END_TEST

START_TEST(titles_stand_on_lines_without_mark_up) {
    const char *sections = "Section 1 = Short title\nSection 2 = Lamps\nSection 3 = Powers\n";
    check_outline("1. Short title\nThis Act is the Lamps Act.\n\n2. Lamps\nA lamp is lit.\n\n"
                  "3. Powers\nThe keeper may light it.\n",
                  sections);
    check_outline("Short title\n\n1. This Act is the Lamps Act.\n\nLamps\n\n2. A lamp is lit.\n\n"
                  "Powers\n\n3. The keeper may light it.\n",
                  sections);
    check_outline("Short title.\n1. This Act is short.\n\nLamps and\nlanterns.\n2. A lamp is "
                  "lit.\n",
                  "Section 1 = Short title.\nSection 2 = Lamps and lanterns.\n");
}
END_TEST

START_TEST(titles_stand_in_brackets) {
    check_outline("Article 1 (Purpose) This Act is about lamps.\n\nArticle 2 (Lamps) (1) A lamp "
                  "is lit.\n\n1. It is red;\n\n2. It is tall.\n\n(2) It burns oil.\n\n"
                  "Article 2-2 (Notice)\n\nThe keeper is told.\n",
                  "Article 1 = Purpose\nArticle 2 = Lamps\nArticle 2(1)\nArticle 2(1)(1)\n"
                  "Article 2(1)(2)\nArticle 2(2)\nArticle 2-2 = (Notice)\n");
    check_outline("(Purpose)\nArticle 1  This Act is about lamps.\n\n(Lamps of every kind)\n"
                  "Article 2  (1) A lamp is lit.\n(2) It burns oil.\n",
                  "Article 1 = Purpose\nArticle 2 = Lamps of every kind\nArticle 2(1)\n"
                  "Article 2(2)\n");
}
END_TEST

START_TEST(bold_numbers_are_sections) {
    check_outline("## Lamps\n\n**1** A lamp is lit.\n\n**2** (1) A lamp is red.\n\n(2) It is "
                  "tall.\n\n## Oil\n\n**2.1** Oil is dear.\n\n**170** **_Bill_**\n\n**3** It "
                  "ends.\n",
                  "Section 1 = Lamps\nSection 2\nSection 2(1)\nSection 2(2)\nSection 2.1 = Oil\n"
                  "Section 3\n");
}
END_TEST

START_TEST(codes_number_by_title_and_chapter) {
    check_outline("### 76-6-702. Lamps\n\nA lamp is lit.\n\n### 76-6-703. Oil\n\n(1) Oil is "
                  "dear.\n\n1997-98\n",
                  "Section 76-6-702 = Lamps\nSection 76-6-703 = Oil\nSection 76-6-703(1)\n");
    check_outline("### 630. Lamps\n\nA lamp is lit.\n\n### 630.1. Oil\n\n(a) Oil is dear.\n\n"
                  "### 631. End\n\nIt ends.\n",
                  "Section 630 = Lamps\nSection 630.1 = Oil\nSection 630.1(a)\n"
                  "Section 631 = End\n");
}
END_TEST

START_TEST(paragraphs_have_no_stop) {
    check_outline("Art. 1 Lamps\n1 A lamp is lit by night.\n2 It is:\na. red;\nb. tall.\nArt. 2 "
                  "Oil\n1 Oil is dear.\n",
                  "Article 1 = Lamps\nArticle 1(1)\nArticle 1(2)\nArticle 1(2)(a)\n"
                  "Article 1(2)(b)\nArticle 2 = Oil\nArticle 2(1)\n");
}
END_TEST

Suite *document_structure_numbers_suite(void) {
    Suite *suite = suite_create("document_structure_numbers");
    TCase *tests = tcase_create("numbers");
    tcase_add_test(tests, dashes_stand_for_stops);
    tcase_add_test(tests, paragraphs_have_a_section_sign);
    tcase_add_test(tests, sections_have_the_sign_behind_their_number);
    tcase_add_test(tests, ordinals_number_paragraphs);
    tcase_add_test(tests, articles_have_stops_in_their_numbers);
    tcase_add_test(tests, numbers_are_raised);
    tcase_add_test(tests, parts_of_an_extract_go_on);
    tcase_add_test(tests, letters_stand_behind_a_hyphen);
    tcase_add_test(tests, decimals_stand_in_one_another);
    tcase_add_test(tests, titles_stand_on_lines_without_mark_up);
    tcase_add_test(tests, titles_stand_in_brackets);
    tcase_add_test(tests, bold_numbers_are_sections);
    tcase_add_test(tests, codes_number_by_title_and_chapter);
    tcase_add_test(tests, paragraphs_have_no_stop);
    suite_add_tcase(suite, tests);
    return suite;
}
