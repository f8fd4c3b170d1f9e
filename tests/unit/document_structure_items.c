/* Paragraphs, points, definitions and closing words, in each style that drafts use. */
#include "document_structure.h"

Suite *document_structure_items_suite(void);

START_TEST(lists_without_indentation) {
    check_outline("### Article 1\n\n1.   Each Party shall: \na) light lamps;  \n\nb) trim:  "
                  "\n\n(i) wicks;  \n\n"
                  "(ii) edges.   \n2.   It may rest.\n",
                  "Article 1\nArticle 1(1)\nArticle 1(1)(a)\nArticle 1(1)(b)\nArticle 1(1)(b)(i)\n"
                  "Article 1(1)(b)(ii)\nArticle 1(2)\n");
}
END_TEST

START_TEST(label_alone_on_its_line) {
    check_outline("### Article 1\n\n1.   A lamp is:\n\n(a)\n\na light;\n\n(b)\n\na fire.\n\n3. \n "
                  "a)Each Party\n",
                  "Article 1\nArticle 1(1)\nArticle 1(1)(a)\nArticle 1(1)(b)\nArticle 1(3)\n"
                  "Article 1(3)(a)\n");
}
END_TEST

START_TEST(letters_without_a_stop) {
    check_outline(
        "Article 1 – Terms\n\nFor this Convention:\na    \"lamp\" means any light;\nb    \"oil\" "
        "means:\ni    any fat, and\nii   any other fuel;\nc\u00A0\u00A0 \"wick\" means a "
        "string.\n\n"
        "Article 2 – Duties\n\n1    Each Party shall:\na\tlight lamps; and\nb\ttrim wicks.\n2    A "
        "lamp "
        "is\na    lamp, not a light.\n\nArticle 3 – End\n\nIt ends.\n",
        "Article 1 = Terms\nArticle 1(a)\nArticle 1(b)\nArticle 1(b)(i)\nArticle 1(b)(ii)\n"
        "Article 1(c)\nArticle 2 = Duties\nArticle 2(1)\nArticle 2(1)(a)\nArticle 2(1)(b)\n"
        "Article 2(2)\nArticle 3 = End\n");
}
END_TEST

START_TEST(a_stroke_stands_behind_numbers) {
    check_outline("1. Lamps\n\n1/ Lamps burn.\n\n2/ A lamp is:\n\na) lit; or\n\nb) dim.\n\n2. "
                  "Oil\n\n1/ Oil burns in 1/ 2 of all lamps.\n\n2/ Sub-section (1) stands.\n\n3. "
                  "Wicks\n\nWicks glow.\n",
                  "Section 1 = Lamps\nSection 1(1)\nSection 1(2)\nSection 1(2)(a)\n"
                  "Section 1(2)(b)\nSection 2 = Oil\nSection 2(1)\nSection 2(2)\n"
                  "Section 3 = Wicks\n");
}
END_TEST

START_TEST(initials_are_no_points) {
    check_outline("### 1. Lamps\n\nLamps burn.\n\n### 2. Oil\n\nOil flows.\n\nJ. Lightman\n\n3rd "
                  "May\n",
                  "Section 1 = Lamps\nSection 2 = Oil\n");
}
END_TEST

START_TEST(label_styles) {
    check_outline(
        "### Article 1\n\nLamps are:\n\na.of brass;\n\nb.of tin.\n\n### Article 2\n\nOil "
        "is:\n\n_(a)_ "
        "sweet; or\n\n*(b)* sour.\n\n### Article 3\n\nWicks are: 1° long; 2° short.\n\n### Article "
        "4\n\nGlass is:\n\n- (i) clear;\n- (ii) dark.\n\n### Article 5\n\nSoot is:\n\nI.- "
        "black;\n\n"
        "II.- light.\n",
        "Article 1\nArticle 1(a)\nArticle 1(b)\nArticle 2\nArticle 2(a)\nArticle 2(b)\n"
        "Article 3\nArticle 3(1)\nArticle 3(2)\nArticle 4\nArticle 4(i)\nArticle 4(ii)\n"
        "Article 5\nArticle 5(I)\nArticle 5(II)\n");
}
END_TEST

START_TEST(numbers_of_articles_in_brackets) {
    check_outline("Article (1)\n\nLamps are lit.\n\n### Article (2): Oil\n\nUnder Article (1) and "
                  "Article (3) oil burns.\n\nArticle ( 3 bis )\n\nSoot falls.\n\n"
                  "Article (4) bis\n\nAsh falls.\n\nArticle (5) Repeated\n\nTar sticks.\n",
                  "Article 1\nArticle 2 = Oil\nArticle 3 bis\nArticle 4 bis\n"
                  "Article 5 repeated\n");
}
END_TEST

START_TEST(bullets_are_points_after_a_colon) {
    check_outline("### Article 1\n\nLamps shall be:\n\n- lit;\n- trimmed.\n\n### Article 2\n\nOil "
                  "burns.\n\n- "
                  "Always.\n",
                  "Article 1\nArticle 1, point 1\nArticle 1, point 2\nArticle 2\n");
}
END_TEST

START_TEST(section_on_one_line) {
    check_outline("### 3. Lamps\n\n(1) A person must not— ( a ) light a lamp; or (b) carry one— "
                  "(i) by day; or "
                  "(ii) by night. (2) Subsection (1) and paragraphs (a) and (b) apply to lamps, "
                  "(c) apart. (3) "
                  "Section 5(2) stands.\n",
                  "Section 3 = Lamps\nSection 3(1)\nSection 3(1)(a)\nSection 3(1)(b)\n"
                  "Section 3(1)(b)(i)\nSection 3(1)(b)(ii)\nSection 3(2)\nSection 3(3)\n");
}
END_TEST

START_TEST(letter_or_roman_number) {
    check_outline(
        "### Article 1\n\nIt is:\n\n(g) red;\n\n(h) blue;\n\n(i) green;\n\n(j) grey.\n\n### "
        "Article 2\n\n"
        "It is:\n\n(h) old:\n\n(i) very;\n\n(ii) rather;\n\n(iv) hardly;\n\n(v) not;\n\n(i) new.\n",
        "Article 1\nArticle 1(g)\nArticle 1(h)\nArticle 1(i)\nArticle 1(j)\nArticle 2\n"
        "Article 2(h)\nArticle 2(h)(i)\nArticle 2(h)(ii)\nArticle 2(h)(iv)\n"
        "Article 2(h)(v)\nArticle 2(i)\n");
}
END_TEST

START_TEST(five_levels_of_an_american_section) {
    check_outline("#### § 7. Lamps\n\n(a) General.—\n\n(1) a lamp\n\n(A) is\n\n(i) lit\n\n(I) by "
                  "oil\n\n(aa) sweet; or\n\n"
                  "(bb) sour;\n\n(II) by gas;\n\n(ii) unlit;\n\n(B) was lit.\n\n(b) Special.—\n",
                  "Section 7 = Lamps\nSection 7(a)\nSection 7(a)(1)\nSection 7(a)(1)(A)\n"
                  "Section 7(a)(1)(A)(i)\nSection 7(a)(1)(A)(i)(I)\nSection 7(a)(1)(A)(i)(I)(aa)\n"
                  "Section 7(a)(1)(A)(i)(I)(bb)\nSection 7(a)(1)(A)(i)(II)\n"
                  "Section 7(a)(1)(A)(ii)\nSection 7(a)(1)(B)\nSection 7(b)\n");
}
END_TEST

START_TEST(inserted_and_lost_numbers) {
    check_outline("### 4. Lamps\n\n(1) One.\n\n(1A) One and a half.\n\n(2) Two:\n\n(d) "
                  "red;\n\n(da) pink;\n\n(e) "
                  "blue.\n\n(4) Four.\n",
                  "Section 4 = Lamps\nSection 4(1)\nSection 4(1A)\nSection 4(2)\nSection 4(2)(d)\n"
                  "Section 4(2)(da)\nSection 4(2)(e)\nSection 4(4)\n");
}
END_TEST

START_TEST(excerpts_leave_paragraphs_out) {
    check_outline(
        "### Article 7\n\n1. Lamps burn.\n\n8. Oil flows.\n\n22. Glass shines:\n\n(a) here.\n",
        "Article 7\nArticle 7(1)\nArticle 7(8)\nArticle 7(22)\nArticle 7(22)(a)\n");
    check_outline("### Article 7\n\n1. Lamps burn from the\n8. day of the month.\n",
                  "Article 7\nArticle 7(1)\n");
}
END_TEST

START_TEST(points_with_a_latin_suffix) {
    check_outline(
        "### Article 4\n\nIt is:\n\n(d) red;\n\n(e) blue;\n\n(e) bis green;\n\n(f) grey.\n",
        "Article 4\nArticle 4(d)\nArticle 4(e)\nArticle 4(e bis)\nArticle 4(f)\n");
}
END_TEST

START_TEST(two_versions_of_one_point) {
    check_outline("### 4. Lamps\n\nIt is:\n\n(a) red;\n\n(b) blue;\n\n(b) green.\n",
                  "Section 4 = Lamps\nSection 4(a)\nSection 4(b)\nSection 4(b) (second)\n");
}
END_TEST

START_TEST(doubled_number_is_one) {
    check_outline("### Article 15\n\n1. Lamps burn.\n\n2. 2 Such lamps shall burn.\n",
                  "Article 15\nArticle 15(1)\nArticle 15(2)\n");
}
END_TEST

START_TEST(definitions_are_points) {
    check_outline("### 2. Terms\n\n(1) In this Act—\n\n“lamp” means—\n\n(a) a light, and\n\n(b) a "
                  "fire;\n\nF1[“wick”, "
                  "in relation to a lamp, means a string;]\n\n“oil” and “gas” have their plain "
                  "meaning.\n\n(2) "
                  "“Glass” is dear.\n",
                  "Section 2 = Terms\nSection 2(1)\nSection 2(1), definition of \"lamp\"\n"
                  "Section 2(1), definition of \"lamp\"(a)\n"
                  "Section 2(1), definition of \"lamp\"(b)\nSection 2(1), definition of \"wick\"\n"
                  "Section 2(1), definition of \"oil\"\nSection 2(2)\n");
    check_outline("### 3. Terms\n\nIn this Act— “ lamp ” means a light; “oil” includes gas.\n",
                  "Section 3 = Terms\nSection 3, definition of \"lamp\"\n"
                  "Section 3, definition of \"oil\"\n");
}
END_TEST

START_TEST(definitions_over_lines) {
    check_outline("### 2. Terms\n\nIn this Act—\n\n“critical\nservice” means a lamp;\n\n“data”\n"
                  "means oil;\n\n“crit\u00AD\n  ical ser\u00ADvice” means a wick;\n\n"
                  "“law-\nenforcement” means fat.\n",
                  "Section 2 = Terms\nSection 2, definition of \"critical service\"\n"
                  "Section 2, definition of \"data\"\n"
                  "Section 2, definition of \"critical service\" (second)\n"
                  "Section 2, definition of \"law-enforcement\"\n");
}
END_TEST

START_TEST(closing_words_belong_to_the_chapeau) {
    const char *draft = "### 5. Lamps\n\n(1) A person who—\n\n(a) lights a lamp; or\n\n(b) carries "
                        "one,\n\nis guilty of an "
                        "offence.\n\n(2) More.\n";
    proviso_document *document = read_draft(draft, strlen(draft));
    check_nesting(document);
    check_text(document, "Section 5(1)", false, "A person who—");
    check_text(document, "Section 5(1)(b)", false, "carries one,");
    check_text(document, "Section 5(1)", true, "is guilty of an offence.");
    check_text(document, "Section 5(2)", false, "More.");
    proviso_document_free(document);
}
END_TEST

START_TEST(wrapped_points_have_no_closing_words) {
    const char *draft = "1. (1) Any person in the town who carries lamps—\n\n(a) by day or in the "
                        "light of the moon, by\n\n"
                        "any road or path whatever, with oil in it; or\n\n(b) by night,\n\nshall "
                        "be liable to a fine "
                        "of not less than one\nlamp or to rest.\n\n2. (1) This section is about "
                        "other things\nof no "
                        "weight.\n\n(2) And so is\nthis.\n";
    proviso_document *document = read_draft(draft, strlen(draft));
    check_nesting(document);
    check_text(
        document, "Section 1(1)(a)", false,
        "by day or in the light of the moon, by\n\nany road or path whatever, with oil in it; or");
    check_text(document, "Section 1(1)(b)", false, "by night,");
    check_text(document, "Section 1(1)", true,
               "shall be liable to a fine of not less than one\nlamp or to rest.");
    proviso_document_free(document);
}
END_TEST

START_TEST(wrapped_references_are_text) {
    check_outline("1. (1) Any person who is named in subsection\n(2) or who is a person to whom "
                  "paragraphs (a) and\n(b) "
                  "of section 5 of this Act or of any other Act\nof the State apply is free of any "
                  "duty whatever.\n\n"
                  "2. (1) This is short and there is no more to it.\n\n3. (1) A person whom any "
                  "court has named "
                  "under section\n2 (1)(a) of the Lamps Act or of an Act that the State\nhas made "
                  "in its place is free of any duty.\n",
                  "Section 1\nSection 1(1)\nSection 2\nSection 2(1)\nSection 3\nSection 3(1)\n");
}
END_TEST

START_TEST(resolutions_have_paragraphs) {
    check_outline("The General Assembly,\n\nRecalling the lamps of old and all the light that they "
                  "have shed,\n\n1. "
                  "Calls for lamps;\n\n2. Calls for oil:\n\n(a) sweet;\n\n(b) sour.\n",
                  "Preamble\nParagraph 1\nParagraph 2\nParagraph 2(a)\nParagraph 2(b)\n");
}
END_TEST

Suite *document_structure_items_suite(void) {
    Suite *suite = suite_create("document_structure_items");
    TCase *tests = tcase_create("items");
    tcase_add_test(tests, lists_without_indentation);
    tcase_add_test(tests, label_alone_on_its_line);
    tcase_add_test(tests, letters_without_a_stop);
    tcase_add_test(tests, a_stroke_stands_behind_numbers);
    tcase_add_test(tests, initials_are_no_points);
    tcase_add_test(tests, label_styles);
    tcase_add_test(tests, numbers_of_articles_in_brackets);
    tcase_add_test(tests, bullets_are_points_after_a_colon);
    tcase_add_test(tests, section_on_one_line);
    tcase_add_test(tests, letter_or_roman_number);
    tcase_add_test(tests, five_levels_of_an_american_section);
    tcase_add_test(tests, inserted_and_lost_numbers);
    tcase_add_test(tests, excerpts_leave_paragraphs_out);
    tcase_add_test(tests, points_with_a_latin_suffix);
    tcase_add_test(tests, two_versions_of_one_point);
    tcase_add_test(tests, doubled_number_is_one);
    tcase_add_test(tests, definitions_are_points);
    tcase_add_test(tests, definitions_over_lines);
    tcase_add_test(tests, closing_words_belong_to_the_chapeau);
    tcase_add_test(tests, wrapped_points_have_no_closing_words);
    tcase_add_test(tests, wrapped_references_are_text);
    tcase_add_test(tests, resolutions_have_paragraphs);
    suite_add_tcase(suite, tests);
    return suite;
}
