/* Words that go out of another law are no law of the draft; those that go in are. */
#include "document_structure.h"

Suite *document_taken_suite(void);

/* The words that are blank in the mask, without emphasis marks: "“X”|“Z”". */
static void check_taken(const char *draft, const char *wanted) {
    proviso_document *document = read_draft(draft, strlen(draft));
    const struct text *text = &document->text;
    char taken[512] = "";
    size_t used = 0;
    bool open = false;
    for (uint32_t i = 0; i < text->length && used + 2 < sizeof taken; i++) {
        bool blank = text->mask[i] == MASK_BREAK;
        if (blank && text_byte(text, i) != ' ') {
            if (!open && used) {
                taken[used++] = '|';
            }
            open = true;
        }
        open = open && (blank || text->mask[i] == '\n');
        if (open) {
            taken[used++] = text_byte(text, i);
        }
        while (!open && used && taken[used - 1] == ' ') {
            used--;
        }
    }
    taken[used] = '\0';
    ck_assert_str_eq(taken, wanted);
    proviso_document_free(document);
}

START_TEST(the_words_in_front_take_them_out) {
    check_taken(
        "1. The Act is amended by substituting for the words “or oil” the words “or wax”.\n",
        "“or oil”");
    check_taken("1. In section 5, omit \"oil\".\n", "\"oil\"");
    check_taken("1. Section 5 is amended by striking “oil” and inserting “wax”.\n", "“oil”");
    check_taken("1. In section 5, delete \"oil\" and substitute \"wax\".\n", "\"oil\"");
    check_taken("1. In section 5(2), for ‘the keeper’s oil’ substitute ‘wax’.\n",
                "‘the keeper’s oil’");
    check_taken("1. Section 5 is amended by the substitution of \"wax\" for \"oil\".\n", "\"oil\"");
    check_taken("1. Section 5 is amended by replacing \"oil\" with \"wax\".\n", "\"oil\"");
    check_taken("1. Section 5 is amended by substituting the word “oil” with the word “wax”.\n",
                "“oil”");
    check_taken("1. For the words \"oil\", the words \"wax\" shall be substituted.\n", "\"oil\"");
}
END_TEST

START_TEST(the_words_behind_take_them_out) {
    check_taken("1. In section 5, the words \"and oil\" are deleted.\n", "\"and oil\"");
    check_taken("1. The word “oil”, in the second line, shall be omitted.\n", "“oil”");
    check_taken("1. In section 5, the words “oil” are replaced by “wax”.\n", "“oil”");
    check_taken("1. The words \"oil\" and \"fat\" are struck out.\n", "\"oil\"|\"fat\"");
}
END_TEST

START_TEST(a_list_goes_out_together) {
    check_taken("1. In section 5, omit “oil”, “fat” and “wax”, and insert “gas”.\n",
                "“oil”|“fat”|“wax”");
    check_taken("1. For the words “oil” and “fat”, the words “wax” and “gas” shall be "
                "substituted.\n",
                "“oil”|“fat”");
    check_taken("1. Section 5 is amended by striking “oil” and all that follows through “fat” and "
                "inserting “wax”.\n",
                "“oil”|“fat”");
}
END_TEST

START_TEST(quotations_over_line_ends) {
    check_taken(
        "1. Section 5 is amended by deleting the words\n\n“or\noil”; and by inserting “wax”.\n",
        "“or\noil”");
    check_taken("1. Section 5 is amended by deleting the words “or\n\noil”.\n", "“or\n\noil”");
}
END_TEST

START_TEST(quotations_that_are_not_closed) {
    check_taken(
        "1. Section 5 is amended by deleting the words “or oil.\n\n2. The keeper's “lamp” is "
        "lit.\n",
        "");
    check_taken("1. Section 5 is amended by deleting \"oil and inserting \"wax\".\n", "");
    check_taken("1. Section 5 is amended by deleting “oil\" and inserting “wax”.\n", "“oil\"");
}
END_TEST

START_TEST(what_is_no_amendment_stays) {
    check_taken("1. A keeper shall remove \"wasted oil\" within an hour.\n", "");
    check_taken("1. A keeper who sells oil for “lamps” is liable to a fine.\n", "");
    check_taken("1. In this Act, the expression \"oil\" includes fat that is deleted.\n", "");
    check_taken(
        "1. The Act is amended by inserting after the words \"oil\" the words \"or fat\".\n", "");
    check_taken("1. The words \"or fat\" are inserted and section 6 is repealed.\n", "");
    check_taken("1. Section 5 is amended by replacing subsection (2) with the words \"No oil\".\n",
                "");
}
END_TEST

START_TEST(what_goes_out_has_no_provisions) {
    check_outline("1. Section 5 is amended by deleting the words “oil;\n(b) fat” and inserting "
                  "“wax”.\n\n2. Lamps are lit.\n",
                  "Section 1\nSection 2\n");
}
END_TEST

Suite *document_taken_suite(void) {
    Suite *suite = suite_create("document_taken");
    TCase *tests = tcase_create("taken");
    tcase_add_test(tests, the_words_in_front_take_them_out);
    tcase_add_test(tests, the_words_behind_take_them_out);
    tcase_add_test(tests, a_list_goes_out_together);
    tcase_add_test(tests, quotations_over_line_ends);
    tcase_add_test(tests, quotations_that_are_not_closed);
    tcase_add_test(tests, what_is_no_amendment_stays);
    tcase_add_test(tests, what_goes_out_has_no_provisions);
    suite_add_tcase(suite, tests);
    return suite;
}
