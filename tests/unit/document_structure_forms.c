/* Forms of labels and titles that printers and converters make: broken lines, ordinals, tables. */
#include "document_structure.h"

Suite *document_structure_forms_suite(void);

START_TEST(labels_are_broken_over_lines) {
    check_outline("CHAPTER\nIV\nPOWERS OF SEARCH\n\nArticle 1\n\nOne.\n\nCHAPTER\nPROVISIONS\nof\n"
                  "FIVE:\nGENERAL\nArticle 2: Aim\nThe aim is order.\n\nPART\n\n6\n\nArticle 3\n\n"
                  "Three.\n",
                  "Chapter IV = POWERS OF SEARCH\nArticle 1\nChapter 5 = GENERAL\n"
                  "Article 2 = Aim\nPart 6\nArticle 3\n");
}
END_TEST

START_TEST(label_words_alone_are_none) {
    check_outline("### Article 1\n\nOne.\n\nCHAPTER\nhas a meaning.\n\nPART\n\nof it all.\n\n4\n",
                  "Article 1\n");
}
END_TEST

START_TEST(titles_stand_on_the_line_of_the_number) {
    check_outline(
        "1. Short title.\nThis Act is the Lamps Act.\n\n2. Grant of a licence for the\nsale of "
        "lamps.\n(1) The Minister may grant a licence.\n(2) It lasts a year.\n\n3. Renewal\n(1) "
        "The Minister may renew it.\n(2) Once.\n\n4. A person shall—\n(1) be good;\n(2) be "
        "kind.\n\n5. A licence holder may\n(1) sell lamps; or\n(2) give them away.\n",
        "Section 1 = Short title.\nSection 2 = Grant of a licence for the sale of lamps.\n"
        "Section 2(1)\nSection 2(2)\nSection 3 = Renewal\nSection 3(1)\nSection 3(2)\n"
        "Section 4\nSection 4(1)\nSection 4(2)\nSection 5\nSection 5(1)\nSection 5(2)\n");
}
END_TEST

START_TEST(titles_are_bold_with_their_number) {
    check_outline("# Code of Lamps\n\n**Article 1.- Oil.** Lamps burn oil.\n\n**Article 2. Wicks** "
                  "They are trimmed.\n\n**Article 3.** A lamp is **never** left alone.\n",
                  "Article 1 = Oil\nArticle 2 = Wicks\nArticle 3\n");
}
END_TEST

START_TEST(titles_run_into_the_text) {
    check_outline("# Lamps Act\n\nSec. 1. Short title. This Act is the Lamps Act.\n\nSec. 2. Oil. "
                  "Lamps burn oil.\n\nSec. 3. Keepers. The keeper lights them.\n",
                  "Section 1 = Short title\nSection 2 = Oil\nSection 3 = Keepers\n");
    check_outline("PART 4\n\n12. Oil. Lamps burn oil.\n\n13. Wicks. They are trimmed. Daily.\n\n"
                  "14. Keepers. The keeper lights them.\n",
                  "Part 4\nSection 12 = Oil\nSection 13 = Wicks\nSection 14 = Keepers\n");
    check_outline("Article 1. Purpose. This Law is about lamps.\n\nArticle 2. Lamps burn oil. Oil "
                  "is dear.\n\nArticle 3. The keeper lights them.\n\nArticle 4. Nobody else.\n",
                  "Article 1\nArticle 2\nArticle 3\nArticle 4\n");
}
END_TEST

START_TEST(the_title_of_all_heads_no_section) {
    check_outline("# Lamps Act\n\n1. This Act is about lamps.\n\n2. Lamps burn oil.\n\n3. The "
                  "keeper lights the lamps of section 2.\n",
                  "Section 1\nSection 2\nSection 3\n");
    check_outline("# Purpose\n\n1. This Act is about lamps.\n\n# Oil\n\n2. Lamps burn oil.\n\n# "
                  "Keepers\n\n3. The keeper lights the lamps of section 2.\n",
                  "Section 1 = Purpose\nSection 2 = Oil\nSection 3 = Keepers\n");
}
END_TEST

START_TEST(sentences_are_no_titles) {
    check_outline("1. Lamps shall be lit.\nThey burn oil.\n\n2. Oil is scarce.\nIt shall be "
                  "saved.\n\n3. The end is near.\nSection 2 applies.\n",
                  "Section 1\nSection 2\nSection 3\n");
}
END_TEST

START_TEST(numbers_are_ordinals) {
    check_outline("## CHAPTER Ier\n\n### Article 1<sup>er</sup>\n\nOne.\n\n### Article 2°\n\nTwo.\n"
                  "\n### Article 3º – Aim\n\nThree.\n\n## CHAPTER IIbis\n\n### Article 4er\n\n"
                  "Four.\n",
                  "Chapter Ier\nArticle 1er\nArticle 2\nArticle 3 = Aim\nChapter IIbis\n"
                  "Article 4er\n");
}
END_TEST

START_TEST(table_of_parts_has_no_heading) {
    check_outline(
        "# Lamps Act\n\nPART I PRELIMINARY\nPART II POWERS\n\nPART I\nPRELIMINARY\n\n"
        "1. Title.—This is short.\n\nPART II\nPOWERS\n\n2. Entry.—An officer may enter.\n",
        "Contents\nPart I = PRELIMINARY\nSection 1 = Title\nPart II = POWERS\n"
        "Section 2 = Entry\n");
}
END_TEST

START_TEST(parts_of_two_schedules_are_no_table) {
    check_outline("### Article 1\n\nOne.\n\n## Schedule 1\n\n## Part I\n\nLamps\n\n## Part II\n\n"
                  "Oil\n\n## Schedule 2\n\n## Part I\n\nWicks\n\n## Part II\n\nGlass\n",
                  "Article 1\nSchedule 1\nSchedule 1, Part I = Lamps\nSchedule 1, Part II = Oil\n"
                  "Schedule 2\nSchedule 2, Part I = Wicks\nSchedule 2, Part II\n");
}
END_TEST

START_TEST(sections_list_the_sections) {
    check_outline(
        "SECTION 1. SHORT TITLE; TABLE OF CONTENTS.\n\n(a) Short Title.—This Act is the Lamps "
        "Act.\n\n(b) Table of Contents.—The table of contents for this Act is as follows:\n\n"
        "Sec. 1. Short title; table of contents.\n\nTITLE I—LAMPS\n\nSec. 2. Oil and\nother "
        "fats.\nSec. 3. Wicks.\n\nTITLE I—LAMPS\n\nSEC. 2. OIL AND OTHER FATS.\n\n(a) Oil "
        "burns.\n\nSEC. 3. WICKS.\n\n(a) Wicks glow.\n",
        "Section 1 = SHORT TITLE; TABLE OF CONTENTS.\nSection 1(a)\nSection 1(b)\n"
        "Title I = LAMPS\nSection 2 = OIL AND OTHER FATS.\nSection 2(a)\n"
        "Section 3 = WICKS.\nSection 3(a)\n");
    check_outline("Article 1. Repealed.\nArticle 2. Repealed.\nArticle 3. Repealed.\n\nArticle "
                  "4\n\nLamps burn.\n",
                  "Article 1\nArticle 2\nArticle 3\nArticle 4\n");
}
END_TEST

START_TEST(headings_hold_text) {
    check_outline("# 3. Copying of data.- Whoever copies data shall pay.\n\n# 4. Use. —(1) Whoever "
                  "uses data.\n\n(2) More.\n\n# 5. Search - General\n\nWhoever searches.\n",
                  "Section 3 = Copying of data\nSection 4 = Use. —\nSection 4(1)\nSection 4(2)\n"
                  "Section 5 = Search - General\n");
}
END_TEST

START_TEST(heading_stands_over_the_number) {
    check_outline("# Lamps Act 1990\n\n#### Stealing of lamps.\n\n##### 1\n\n(1) Do not steal.\n\n"
                  "#### Breaking of lamps.\n\n##### 2\n\n(1) Do not break.\n",
                  "Section 1 = Stealing of lamps.\nSection 1(1)\nSection 2 = Breaking of lamps.\n"
                  "Section 2(1)\n");
}
END_TEST

START_TEST(notes_of_the_editor_are_no_titles) {
    check_outline(
        "### §1. Lamps\n\n(1) Lamps burn.\n\n(Added Pub. L. 1–2, May 3, 1950.)\n\n### §2. "
        "Oil\n\n(1) Oil flows.\n\n### [§3. Repealed. Pub. L. 1–3]\n\n### §4. "
        "Wicks\n\n(1) Wicks glow.\n",
        "Section 1 = Lamps\nSection 1(1)\nSection 2 = Oil\nSection 2(1)\n"
        "Section 3 = Repealed. Pub. L. 1–3\nSection 4 = Wicks\nSection 4(1)\n");
}
END_TEST

START_TEST(side_notes_stand_in_a_column) {
    check_outline("                PART I\n             BURNING LAMPS\n\n"
                  "Keepers of     1.  (1) The Minister may appoint keepers of lamps for the pur-\n"
                  "lamps.             poses of this Act and shall furnish each of them with a\n"
                  "                   certificate of his office.\n\n"
                  "                   (2) A keeper shall show the certificate to any person on\n"
                  "                   request of that person.\n\n"
                  "Oil.           2.  Any person who sells oil to a keeper of lamps shall sell\n"
                  "                   him the best of oils.\n",
                  "Part I = BURNING LAMPS\nSection 1\nSection 1(1)\nSection 1(2)\nSection 2\n");
}
END_TEST

START_TEST(items_of_every_kind) {
    check_outline(
        "## 9. Lamps\n\n9.1 Light them.\n\n9.2 Dim them.\n\n## 10. Oil\n\nOil is:\n\n"
        "a) whale;\n\nb) olive;\n\nb) bis) maize.\n\n## 11. Wicks\n\nEach ___\n\n(a) wick;\n"
        "\n(b) flint.\n",
        "Section 9 = Lamps\nSection 9(1)\nSection 9(2)\nSection 10 = Oil\n"
        "Section 10(a)\nSection 10(b)\nSection 10(b bis)\nSection 11 = Wicks\n"
        "Section 11(a)\nSection 11(b)\n");
}
END_TEST

Suite *document_structure_forms_suite(void) {
    Suite *suite = suite_create("document_structure_forms");
    TCase *tests = tcase_create("forms");
    tcase_add_test(tests, labels_are_broken_over_lines);
    tcase_add_test(tests, label_words_alone_are_none);
    tcase_add_test(tests, titles_stand_on_the_line_of_the_number);
    tcase_add_test(tests, titles_are_bold_with_their_number);
    tcase_add_test(tests, titles_run_into_the_text);
    tcase_add_test(tests, the_title_of_all_heads_no_section);
    tcase_add_test(tests, sentences_are_no_titles);
    tcase_add_test(tests, numbers_are_ordinals);
    tcase_add_test(tests, table_of_parts_has_no_heading);
    tcase_add_test(tests, parts_of_two_schedules_are_no_table);
    tcase_add_test(tests, sections_list_the_sections);
    tcase_add_test(tests, headings_hold_text);
    tcase_add_test(tests, heading_stands_over_the_number);
    tcase_add_test(tests, notes_of_the_editor_are_no_titles);
    tcase_add_test(tests, side_notes_stand_in_a_column);
    tcase_add_test(tests, items_of_every_kind);
    suite_add_tcase(suite, tests);
    return suite;
}
