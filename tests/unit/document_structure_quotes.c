/* Amending bills: what stands in quotation marks is put into another law, and is cited so. */
#include "document_structure.h"

Suite *document_structure_quotes_suite(void);

START_TEST(new_sections_stand_in_the_one_that_inserts_them) {
    check_outline(
        "**New sections 5a and 5b**\n\n**5.** The principal Act is amended by inserting after "
        "section 5 "
        "the\nfollowing sections:\n\n“Lamps at night\n\n**5a. When a lamp is lit by night, it "
        "shall be\n"
        "shaded.**\n\n**Lamps by day**\n\n**5b.** (1) A lamp lit by day—\n\n_(a)_ is “wasted”; "
        "and\n\n_(b)_ is to "
        "be put out.\n\n(2) A fine is due.”.\n\n**Amendment of section 6**\n\n**6.** Section 6 of "
        "the "
        "principal Act is amended—\n\n_(a) in subsection (1), by deleting the words_\n\n“or "
        "lantern”; "
        "and\n\n_(b)_ by substituting for subsection (2) the following\n\nsubsection:\n\n“(2) No "
        "lantern shall "
        "be lit.”.\n",
        "Section 5 = New sections 5a and 5b\nSection 5, quoted Section 5a = Lamps at night\n"
        "Section 5, quoted Section 5b = Lamps by day\nSection 5, quoted Section 5b(1)\n"
        "Section 5, quoted Section 5b(1)(a)\nSection 5, quoted Section 5b(1)(b)\n"
        "Section 5, quoted Section 5b(2)\nSection 6 = Amendment of section 6\n"
        "Section 6(a)\nSection 6(b)\nSection 6(b), quoted (2)\n");
}
END_TEST

START_TEST(own_sections_are_headings_and_quoted_ones_are_bold) {
    check_outline("##### 3. **Lamps**\n\n**3.** The Principal Act is amended by the insertion of "
                  "the following section "
                  "after section 3—\n\n**“Oil**\n\n**4.** (1) Oil is dear.\n\n(2) In this section, "
                  "‘oil’ means fat.”.\n\n"
                  "##### 4. **Commencement**\n\n**4.** This Act is in force.\n",
                  "Section 3 = Lamps\nSection 3, quoted Section 4 = Oil\n"
                  "Section 3, quoted Section 4(1)\nSection 3, quoted Section 4(2)\n"
                  "Section 4 = Commencement\n");
}
END_TEST

START_TEST(every_paragraph_is_opened_anew) {
    check_outline("SEC. 2.\n\nLAMPS.\n\nSection 40 of the Lamp Act is amended—\n(1)\nby adding at "
                  "the end the "
                  "following:\n\n“(D)\nOil.—\n\n“(i)\nsweet oil; and\n\n“(ii)\nthe term ‘sour "
                  "oil’.”\n\n; and\n\n(2)\nby "
                  "striking “wick”.\n",
                  "Section 2 = LAMPS.\nSection 2(1)\nSection 2(1), quoted (D)\n"
                  "Section 2(1), quoted (D)(i)\nSection 2(1), quoted (D)(ii)\nSection 2(2)\n");
}
END_TEST

START_TEST(quoted_definitions) {
    check_outline("1. Section 2 of the Act is amended by inserting the following definitions:\n\n‘ "
                  "“lamp” means—\n\n(a) a "
                  "light;\n\n“oil” means fat;’.\n\n2. Section 3 of the Act is repealed.\n",
                  "Section 1\nSection 1, quoted definition of \"lamp\"\n"
                  "Section 1, quoted definition of \"lamp\"(a)\n"
                  "Section 1, quoted definition of \"oil\"\nSection 2\n");
}
END_TEST

START_TEST(quotation_on_one_line) {
    check_outline("### 57. Lamps\n\nThe Act is amended by— (a) inserting a new paragraph as "
                  "follows: “ (r) lamps of "
                  "brass; (s) lamps of tin” and (b) renaming paragraph (r).\n",
                  "Section 57 = Lamps\nSection 57(a)\nSection 57(a), quoted (r)\n"
                  "Section 57(a), quoted (s)\nSection 57(b)\n");
}
END_TEST

START_TEST(quotation_in_a_block) {
    check_outline("### 2. Lamps\n\nAfter section 17 the following is inserted:\n\n> **17A.** (1) "
                  "Lamps burn.\n>\n> (2) "
                  "Oil burns.\n\n### 3. Oil\n\nSection 4 is repealed.\n",
                  "Section 2 = Lamps\nSection 2, quoted Section 17A\n"
                  "Section 2, quoted Section 17A(1)\nSection 2, quoted Section 17A(2)\n"
                  "Section 3 = Oil\n");
}
END_TEST

START_TEST(quotation_that_never_ends) {
    check_outline("### 2. Lamps\n\nAfter section 17 the following is inserted:\n\n“**17A.** (1) "
                  "Lamps burn.\n\n### 3. Oil\n\n"
                  "Section 4 is repealed.\n",
                  "Section 2 = Lamps\nSection 2, quoted Section 17A\n"
                  "Section 2, quoted Section 17A(1)\nSection 3 = Oil\n");
    check_outline("Article 1: Lamps\n\nChapter 2 is modified as follows:\n\n“CHAPTER\n\nArticle 2: "
                  "Oil\n\nArticle 30 is "
                  "inserted to read as follows:\n\n“Article 30: Wicks\n\nWicks burn.”\n\nArticle "
                  "3: End\n\nIt ends.\n",
                  "Article 1 = Lamps\nArticle 2 = Oil\nArticle 2, quoted Article 30 = Wicks\n"
                  "Article 3 = End\n");
}
END_TEST

START_TEST(chapter_with_articles_is_quoted) {
    check_outline("**10.** Part III of the Act is amended—\n\n(a) by inserting after section 46 "
                  "the following "
                  "chapter:\n\n“Chapter 2\n\n_Lamps_\n\n**Terms**\n\n**46a.** In this Chapter, "
                  "lamps burn.”.\n\n**11.** This is "
                  "all.\n\n**12.** Or not.\n",
                  "Section 10\nSection 10(a)\nSection 10(a), quoted Chapter 2 = Lamps\n"
                  "Section 10(a), quoted Section 46a = Terms\nSection 11\nSection 12\n");
}
END_TEST

START_TEST(quoted_words_are_marked) {
    const char *draft = "1. The Act is amended by inserting after section 5 the following "
                        "section:\n\n“**5A.** (1) Lamps "
                        "burn.”; and it is well.\n\n2. All is well.\n";
    proviso_document *document = read_draft(draft, strlen(draft));
    struct proviso_provision provision;
    check_nesting(document);
    ck_assert_uint_eq(proviso_document_count(document), 5);
    for (size_t i = 0; i < 5; i++) {
        proviso_document_provision(document, i, &provision);
        ck_assert_int_eq(provision.quoted, i == 2 || i == 3);
    }
    check_text(document, "Section 1", true, "; and it is well.");
    proviso_document_free(document);
}
END_TEST

START_TEST(definitions_in_an_act_are_not_quoted) {
    check_outline("1. In this section, the following words have these meanings:\n\n“lamp” means a "
                  "light;\n\n“oil” means fat.\n\n2. "
                  "Lamps burn.\n",
                  "Section 1\nSection 1, definition of \"lamp\"\n"
                  "Section 1, definition of \"oil\"\nSection 2\n");
}
END_TEST

START_TEST(amendment_on_one_line_without_marks) {
    char draft[4096] =
        "Amendment to the Lamp Convention ARTICLE 6 bis After article 6, insert a new article "
        "reading "
        "ARTICLE 6 bis ON THE LIGHTING OF LAMPS 1. Each Party shall light lamps. 2. It may use "
        "oil. ANNEX I "
        "bis After annex I, insert a new annex reading ANNEX I bis LAMPS 1. Brass lamps. 2. ";
    for (int i = 0; i < 120; i++) {
        strcat(draft, "Tin lamps and more. ");
    }
    check_outline(draft, "Article 6 bis\nArticle 6 bis, quoted Article 6 bis\n"
                         "Article 6 bis, quoted Article 6 bis(1)\n"
                         "Article 6 bis, quoted Article 6 bis(2)\nAnnex I bis\n"
                         "Annex I bis, quoted Annex I bis\n"
                         "Annex I bis, quoted Annex I bis, paragraph 1\n"
                         "Annex I bis, quoted Annex I bis, paragraph 2\n");
}
END_TEST

START_TEST(words_go_in_without_quotation_marks) {
    check_outline(
        "Lamps Bill\n\nShort title\n\n1 This Act may be cited as the Lamps Act.\n\nOil "
        "Act\n\n2 Section 9 of the Oil Act is amended by adding the following after "
        "subsection (5):\n\nLimit\n\n(5.01) No jar holds more than ten pints.\n\n3 (1) The Act "
        "is amended by adding the following after section 48.01:\n\nOrder\n\n48.02 (1) A "
        "judge may order oil.\n\nConditions\n\n(2) The order may have conditions.\n\nCost\n\n"
        "48.03 (1) Oil is paid for.\n\nComing into Force\n\nDay\n\n4 This Act begins in "
        "May.\n",
        "Section 1 = Short title\nSection 2 = Oil Act\nSection 2, quoted (5.01)\nSection 3\n"
        "Section 3(1)\nSection 3(1), quoted Section 48.02 = Order\n"
        "Section 3(1), quoted Section 48.02(1)\nSection 3(1), quoted Section 48.02(2)\n"
        "Section 3(1), quoted Section 48.03 = Cost\n"
        "Section 3(1), quoted Section 48.03(1)\nSection 4 = Day\n");
    check_outline(
        "1 Title\n\nThis is the Lamps Act.\n\n2 Section 11 amended\n\n(1) After section "
        "11(1), insert:\n\n(1A) Lamps are lit.\n\n(2) In section 11(2), delete oil.\n\n3 New "
        "section 11A inserted\n\nAfter section 11, insert:\n\n11A Oil\n\n(1) Oil is "
        "kept.\n\n4 Wicks\n\nWicks glow.\n",
        "Section 1 = Title\nSection 2 = Section 11 amended\nSection 2(1)\n"
        "Section 2(1), quoted (1A)\nSection 2(2)\nSection 3 = New section 11A inserted\n"
        "Section 3, quoted Section 11A = Oil\nSection 3, quoted Section 11A(1)\n"
        "Section 4 = Wicks\n");
}
END_TEST

START_TEST(words_go_in_beside_quoted_ones) {
    check_outline(
        "### 1. Lamps\n\n(1) The Lamps Act is amended in section 2—\n\n(a) by inserting after "
        "paragraph (j)—\n\n(ja) oil of maize;\n\n(b) in paragraph (k), by deleting "
        "“and”;\n\n(c) by substituting for section 3 the following section—\n\n(2) This "
        "section begins in May.\n\n### 2. Oil\n\nAfter section 9 of the Oil Act the "
        "following section is inserted—\n\n“9A. (1) Oil is kept.”.\n\n### 3. Wicks\n\nThe "
        "following is substituted for section 5 of the Wicks Act:\n\nNeat wicks.\n\n5.—(1) "
        "Wicks are:\n\n(a) trimmed; or\n\n(b) cut.\n\n(2) They glow.\n\n### 4. "
        "Soot\n\nSoot falls.\n",
        "Section 1 = Lamps\nSection 1(1)\nSection 1(1)(a)\nSection 1(1)(a), quoted (ja)\n"
        "Section 1(1)(b)\nSection 1(1)(c)\nSection 1(2)\nSection 2 = Oil\n"
        "Section 2, quoted Section 9A\nSection 2, quoted Section 9A(1)\n"
        "Section 3 = Wicks\nSection 3, quoted Section 5\n"
        "Section 3, quoted Section 5(1)\nSection 3, quoted Section 5(1)(a)\n"
        "Section 3, quoted Section 5(1)(b)\nSection 3, quoted Section 5(2)\n"
        "Section 4 = Soot\n");
}
END_TEST

START_TEST(items_of_a_schedule_insert) {
    check_outline(
        "1  Short title\n\nThis is the Lamps Act.\n\n2  Schedules\n\nActs are amended as set "
        "out.\n\nSchedule 1—Amendments\n\nLamps Act 1979\n\n1  Subsection "
        "5(1)\nInsert:\n\nlamp means a light.\n\n2  After section 46\nInsert:\n\n46A  Issue "
        "of oil\n\n(1) Oil is issued if:\n(a) it burns; and\n(b) it lasts.\n\n3  Section "
        "61\nRepeal the section.\n",
        "Section 1 = Short title\nSection 2 = Schedules\nSchedule 1 = Amendments\n"
        "Schedule 1, paragraph 1 = Subsection 5(1)\n"
        "Schedule 1, paragraph 2 = After section 46\n"
        "Schedule 1, paragraph 2, quoted Section 46A = Issue of oil\n"
        "Schedule 1, paragraph 2, quoted Section 46A(1)\n"
        "Schedule 1, paragraph 2, quoted Section 46A(1)(a)\n"
        "Schedule 1, paragraph 2, quoted Section 46A(1)(b)\n"
        "Schedule 1, paragraph 3 = Section 61\n");
}
END_TEST

START_TEST(lists_of_amendments_do_not_go_in) {
    check_outline(
        "## 1. Lamps\n\nSection 5 of the Oil Act is amended as follows:\n\n(a) jars "
        "go;\n\n(b) tins stay.\n\n## 2. Oil\n\nAn order under section 1 may be amended:\n\n(1) "
        "by a judge;\n\n(2) by a mayor.\n",
        "Section 1 = Lamps\nSection 1(a)\nSection 1(b)\nSection 2 = Oil\nSection 2(1)\n"
        "Section 2(2)\n");
}
END_TEST

START_TEST(a_bold_note_stands_under_the_heading_of_a_group) {
    check_outline(
        "### Naming\n\n**Short title**\n\n**1** This is the *Lamps Act*.\n\n### Burning\n\n"
        "**Oil**\n\n**2** Oil burns.\n\n**Wicks**\n\n**3** Wicks glow.\n",
        "Section 1 = Short title\nSection 2 = Oil\nSection 3 = Wicks\n");
}
END_TEST

Suite *document_structure_quotes_suite(void) {
    Suite *suite = suite_create("document_structure_quotes");
    TCase *tests = tcase_create("quotes");
    tcase_add_test(tests, new_sections_stand_in_the_one_that_inserts_them);
    tcase_add_test(tests, own_sections_are_headings_and_quoted_ones_are_bold);
    tcase_add_test(tests, every_paragraph_is_opened_anew);
    tcase_add_test(tests, quoted_definitions);
    tcase_add_test(tests, quotation_on_one_line);
    tcase_add_test(tests, quotation_in_a_block);
    tcase_add_test(tests, quotation_that_never_ends);
    tcase_add_test(tests, chapter_with_articles_is_quoted);
    tcase_add_test(tests, quoted_words_are_marked);
    tcase_add_test(tests, definitions_in_an_act_are_not_quoted);
    tcase_add_test(tests, amendment_on_one_line_without_marks);
    tcase_add_test(tests, words_go_in_without_quotation_marks);
    tcase_add_test(tests, words_go_in_beside_quoted_ones);
    tcase_add_test(tests, items_of_a_schedule_insert);
    tcase_add_test(tests, lists_of_amendments_do_not_go_in);
    tcase_add_test(tests, a_bold_note_stands_under_the_heading_of_a_group);
    suite_add_tcase(suite, tests);
    return suite;
}
