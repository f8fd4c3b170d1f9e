/* Parts, articles, sections, schedules: each form of heading and number that drafts use. */
#include "document_structure.h"

Suite *document_structure_units_suite(void);

START_TEST(number_and_title_are_two_headings) {
    check_outline("### CHAPTER  I  \n\n####GENERAL MATTERS\n\n### Article  1  \n\n####- Aim\n\n"
                  "The aim is order.\n\n### Article  2  \n\n####Terms\n\nTerms are plain.\n",
                  "Chapter I = GENERAL MATTERS\nArticle 1 = Aim\nArticle 2 = Terms\n");
}
END_TEST

START_TEST(hashes_need_no_space) {
    check_outline("###SECTION 1\n\n####Rules\n\n###Article 1\n\nBe kind.\n",
                  "Section 1 = Rules\nArticle 1\n");
}
END_TEST

START_TEST(parts_stand_in_each_other_as_they_first_appear) {
    check_outline(
        "## CHAPTER I\n\n## SECTION 1\n\n## TITLE 1\n\n### Article 1\n\nOne.\n\n## TITLE 2\n\n"
        "### Article 2\n\nTwo.\n\n## SECTION 2\n\n## TITLE 1\n\n### Article 3\n\nThree.\n\n"
        "## CHAPTER II\n\n### Article 4\n\nFour.\n",
        "Chapter I\nChapter I, Section 1\nChapter I, Section 1, Title 1\nArticle 1\n"
        "Chapter I, Section 1, Title 2\nArticle 2\nChapter I, Section 2\n"
        "Chapter I, Section 2, Title 1\nArticle 3\nChapter II\nArticle 4\n");
}
END_TEST

START_TEST(title_follows_the_number_on_its_line) {
    check_outline(
        "### Article 8: Form of a\n\nIt is written.\n\n### 12. Article 9 – Answers\n\nThey are "
        "prompt.\n\n## Chapter One – Last rules\n\n### Article 10.\n\nIt ends.\n",
        "Article 8 = Form of a\nArticle 9 = Answers\nChapter 1 = Last rules\nArticle 10\n");
}
END_TEST

START_TEST(a_numbered_heading_is_no_table) {
    check_outline("### Section 4. Grant\n\nA judge signs.\n\n### 5. Contents\n\nIt names the "
                  "house.\n\n### 6. Term\n\nIt ends.\n",
                  "Section 4 = Grant\nSection 5 = Contents\nSection 6 = Term\n");
}
END_TEST

START_TEST(bare_lines_are_headings_too) {
    check_outline(
        "CHAPTER ONE\n\nPOWERS\n\nArticle 1\n\nSearch\n\n1.   An officer may search.\n\n"
        "Article 2 - Seizure\n\nAn officer may seize.\n\nArticle 3: Return of\nthings\n\nThings "
        "shall be returned.\n",
        "Chapter 1 = POWERS\nArticle 1 = Search\nArticle 1(1)\nArticle 2 = Seizure\n"
        "Article 3 = Return of things\n");
}
END_TEST

START_TEST(number_has_suffix) {
    check_outline("### Article 40 bis\n\nBe kind.\n\n### ARTICLE 40 TER\n\nBe just.\n\n### Article "
                  "41A\n\nBe brief.\n",
                  "Article 40 bis\nArticle 40 ter\nArticle 41A\n");
}
END_TEST

START_TEST(numbered_headings_are_sections) {
    check_outline(
        "# The Quiet Streets Act\n\n## Part I\n\n### 1. Short title\n\nThis is short.\n\n"
        "### 2. Noise\n\n(1) No noise. (2) Subsection (1) applies at night.\n\n## Part II\n\n"
        "### 2A. Bells\n\nA bell is noise.\n",
        "Part I\nSection 1 = Short title\nSection 2 = Noise\nSection 2(1)\nSection 2(2)\n"
        "Part II\nSection 2A = Bells\n");
}
END_TEST

START_TEST(number_is_repeated_in_the_text) {
    check_outline(
        "##### 1. **Short title**\n\n**1.**— (1) This Act is short. \n\n(2) It begins.\n\n"
        "##### 2. **Duty**\n\n2. —(1) Be good.\n",
        "Section 1 = Short title\nSection 1(1)\nSection 1(2)\nSection 2 = Duty\n"
        "Section 2(1)\n");
}
END_TEST

START_TEST(side_heading_stands_before_the_number) {
    check_outline(
        "PART I\n\nPRELIMINARY\n\n**Short title**\n\n**1.** This Act is the Lamps Act.\n\n"
        "**Lamps and\nlanterns**\n\n**2. (1) A lamp includes a lantern.**\n\n(2) A lantern is "
        "lit.\n",
        "Part I = PRELIMINARY\nSection 1 = Short title\nSection 2 = Lamps and lanterns\n"
        "Section 2(1)\nSection 2(2)\n");
    check_outline(
        "#### Unlawful lamps\n\n##### 1\n\nNo lamps.\n\n#### Lawful lamps\n\n##### 2\n\nSome "
        "lamps.\n",
        "Section 1 = Unlawful lamps\nSection 2 = Lawful lamps\n");
}
END_TEST

START_TEST(title_is_set_off_on_the_line_of_the_section) {
    check_outline(
        "1. Short title.—(1) This Act is short. (2) It begins.\n\n2. Copying of data - Whoever "
        "copies data is liable.\n\n3. Agencies:-(1) There is an agency.\n",
        "Section 1 = Short title\nSection 1(1)\nSection 1(2)\nSection 2 = Copying of data\n"
        "Section 3 = Agencies\nSection 3(1)\n");
}
END_TEST

START_TEST(page_numbers_and_stray_hashes_are_text) {
    check_outline(
        "# 1. Lamps -\n\n(1) A lamp is a\n\n# 2\n\n# group of lights, joined.\n\n# 2. Oil -\n\n"
        "Oil burns.\n\n# II\n\n# 3. Wicks -\n\nWicks too.\n\n# 12\n",
        "Section 1 = Lamps\nSection 1(1)\nSection 2 = Oil\nSection 3 = Wicks\n");
}
END_TEST

START_TEST(american_sections) {
    check_outline("# Title 4— LAMPS\n\n### CHAPTER 2— OIL\n\n#### §\xE2\x80\xAF"
                  "21. Terms\n\n(1) “oil” means "
                  "oil.\n\n# Title 4— LAMPS\n### CHAPTER 2— OIL\n#### §\xE2\x80\xAF"
                  "21. Terms\n####### (2) The "
                  "term “wick” means a wick.\n\nSECTION 22.\n\nSHORT TITLE.\n\nThis is short.\n",
                  "Title 4 = LAMPS\nTitle 4, Chapter 2 = OIL\nSection 21 = Terms\nSection 21(1)\n"
                  "Section 21(2)\nSection 22 = SHORT TITLE.\n");
}
END_TEST

START_TEST(contents_are_one_part) {
    check_outline(
        "ARRANGEMENT OF CLAUSES\n\nPART I\n\n**PRELIMINARY**\n\nClause\n\n1. Short title.\n\n2. "
        "Lamps.\n\nA BILL\n\nAn Act to provide for lamps.\n\nPART I\n\nPRELIMINARY\n\n1. This is "
        "short.\n\n2. (1) Lamps burn.\n",
        "Contents = ARRANGEMENT OF CLAUSES\nPreamble\nPart I = PRELIMINARY\nSection 1\n"
        "Section 2\nSection 2(1)\n");
}
END_TEST

START_TEST(schedules_number_anew) {
    check_outline(
        "### 1. Lamps\n\nSee the Schedules.\n\n# FIRST SCHEDULE\n\n[Section 1]\n\n## Part 1\n\n1. "
        "Brass lamps.\n\n2. Tin lamps: (a) old; (b) new.\n\n# Schedule 2\n\n1. Oil.\n\n"
        "EXPLANATORY STATEMENT\n\nThis Bill is about lamps.\n\n2. Clause 1 names them.\n",
        "Section 1 = Lamps\nSchedule 1\nSchedule 1, Part 1\n"
        "Schedule 1, Part 1, paragraph 1\nSchedule 1, Part 1, paragraph 2\n"
        "Schedule 1, Part 1, paragraph 2(a)\nSchedule 1, Part 1, paragraph 2(b)\n"
        "Schedule 2\nSchedule 2, paragraph 1\nExplanatory Statement\n"
        "Explanatory Statement, paragraph 2\n");
}
END_TEST

START_TEST(annexed_protocol_has_articles_of_its_own) {
    check_outline(
        "### Article 1\n\nBe kind.\n\n### Article 2\n\nBe just.\n\n#### Optional Protocol to "
        "this\n\n### "
        "Article 1\n\nBe brief.\n",
        "Article 1\nArticle 2\nOptional Protocol = to this\nOptional Protocol, Article 1\n");
}
END_TEST

START_TEST(preamble_and_closing_text) {
    check_outline(
        "# Lamp Treaty\n\nPreamble The States, Considering that lamps burn,\n\n### Article 1\n\n"
        "Burn.\n\nIN WITNESS WHEREOF the undersigned have signed.\n",
        "Preamble\nArticle 1\nClosing\n");
    check_outline(
        "# Lamp Directive\n\nWhereas:\n\n(1) Lamps burn.\n\n(2) Oil is dear.\n\n### Article 1\n\n"
        "Burn.\n",
        "Preamble\nPreamble, paragraph 1\nPreamble, paragraph 2\nArticle 1\n");
}
END_TEST

START_TEST(parts_numbered_without_a_word) {
    check_outline("###I\n\n####General\n\n### Article 1\n\nBe kind.\n\n###II\n\n####Special\n\n### "
                  "Article 2\n\nBe just.\n",
                  "Part I = General\nArticle 1\nPart II = Special\nArticle 2\n");
}
END_TEST

START_TEST(second_article_of_a_number) {
    check_outline(
        "### Article 1\n\nBe kind.\n\n### Article 1\n\n1. Be just.\n\n### Article 2\n\nBe brief.\n",
        "Article 1\nArticle 1 (second)\nArticle 1 (second)(1)\nArticle 2\n");
    check_outline(
        "## Chapter I\n\n### Article 1\n\nBe kind.\n\n## Chapter II\n\n### Article 1\n\nBe just.\n",
        "Chapter I\nChapter I, Article 1\nChapter II\nChapter II, Article 1\n");
}
END_TEST

START_TEST(references_at_line_starts_are_text) {
    check_outline(
        "### Article 20\n\nEach Party applies\nArticle 21, and each Party applies\narticle 5 and\n"
        "Section 6 of this Act, paragraph\n1 of this article, and the year\n2012. It is free.\n",
        "Article 20\n");
}
END_TEST

START_TEST(headings_without_numbers) {
    check_outline(
        "# Draft on lamps\n\n## Terms\n\n1. Lamps are lights.\n2. Oil burns.\n\n## Duties\n\n### "
        "Of owners\n\nBe careful.\n\n### Of others\n\n1. Be far.\n",
        "\"Terms\" = Terms\n\"Terms\"(1)\n\"Terms\"(2)\n\"Duties\" = Duties\n"
        "\"Of owners\" = Of owners\n\"Of others\" = Of others\n\"Of others\"(1)\n");
}
END_TEST

START_TEST(repealed_and_unsettled_articles) {
    check_outline("### 1. Lamps\n\nLamps burn.\n\n### 2. .........\n\n### 3. [Repealed]\n",
                  "Section 1 = Lamps\nSection 2\nSection 3 = [Repealed]\n");
    check_outline("### [Article 1]\n\nLamps burn.\n\n### Article 2\n\n[1. Oil burns.]\n",
                  "Article 1\nArticle 2\nArticle 2(1)\n");
}
END_TEST

START_TEST(nothing_is_numbered) {
    const char *draft = "The State may look at anything it wants to see.\n";
    proviso_document *document = read_draft(draft, strlen(draft));
    ck_assert_uint_eq(proviso_document_count(document), 1);
    ck_assert_str_eq(proviso_document_remark(document, 0),
                     "no numbered provisions were found: checked as one provision");
    proviso_document_free(document);
}
END_TEST

Suite *document_structure_units_suite(void) {
    Suite *suite = suite_create("document_structure_units");
    TCase *tests = tcase_create("units");
    tcase_add_test(tests, number_and_title_are_two_headings);
    tcase_add_test(tests, hashes_need_no_space);
    tcase_add_test(tests, parts_stand_in_each_other_as_they_first_appear);
    tcase_add_test(tests, title_follows_the_number_on_its_line);
    tcase_add_test(tests, a_numbered_heading_is_no_table);
    tcase_add_test(tests, bare_lines_are_headings_too);
    tcase_add_test(tests, number_has_suffix);
    tcase_add_test(tests, numbered_headings_are_sections);
    tcase_add_test(tests, number_is_repeated_in_the_text);
    tcase_add_test(tests, side_heading_stands_before_the_number);
    tcase_add_test(tests, title_is_set_off_on_the_line_of_the_section);
    tcase_add_test(tests, page_numbers_and_stray_hashes_are_text);
    tcase_add_test(tests, american_sections);
    tcase_add_test(tests, contents_are_one_part);
    tcase_add_test(tests, schedules_number_anew);
    tcase_add_test(tests, annexed_protocol_has_articles_of_its_own);
    tcase_add_test(tests, preamble_and_closing_text);
    tcase_add_test(tests, parts_numbered_without_a_word);
    tcase_add_test(tests, second_article_of_a_number);
    tcase_add_test(tests, references_at_line_starts_are_text);
    tcase_add_test(tests, headings_without_numbers);
    tcase_add_test(tests, repealed_and_unsettled_articles);
    tcase_add_test(tests, nothing_is_numbered);
    suite_add_tcase(suite, tests);
    return suite;
}
