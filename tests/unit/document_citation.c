/* Citations, and what must hold for the provisions of any text whatever. */
#include "document_structure.h"

Suite *document_citation_suite(void);

START_TEST(citation_is_cut_at_a_character) {
    const char *draft = "## Überwachung der Länder\n\nText.\n\n## Ende des Ganzen\n\nText.\n";
    proviso_document *document = read_draft(draft, strlen(draft));
    char buffer[64];
    const char *whole = "\"Überwachung der Länder\"";
    ck_assert_uint_gt(proviso_document_count(document), 1);
    size_t length = proviso_document_citation(document, 1, buffer, sizeof buffer);
    (void)whole;
    for (size_t size = 1; size <= length + 1; size++) {
        char cut[64];
        memset(cut, '#', sizeof cut);
        ck_assert_uint_eq(proviso_document_citation(document, 1, cut, size), length);
        size_t got = strlen(cut);
        ck_assert_uint_lt(got, size);
        ck_assert_int_eq(memcmp(cut, buffer, got), 0);
        ck_assert_uint_ne((unsigned char)buffer[got] & 0xC0, 0x80);
        ck_assert(got + 4 >= size || got == length);
    }
    ck_assert_uint_eq(proviso_document_citation(document, 1, NULL, 0), length);
    proviso_document_free(document);
}
END_TEST

START_TEST(document_is_cited_as_document) {
    proviso_document *document = read_draft("Words.\n", 7);
    char buffer[16];
    proviso_document_citation(document, 0, buffer, sizeof buffer);
    ck_assert_str_eq(buffer, "Document");
    proviso_document_free(document);
}
END_TEST

START_TEST(many_provisions_of_one_number) {
    char draft[4096] = "";
    for (int i = 0; i < 60; i++) {
        strcat(draft, "### Article 7\n\nLamps burn on.\n\n");
    }
    proviso_document *document = read_draft(draft, strlen(draft));
    char buffer[64];
    ck_assert_uint_eq(proviso_document_count(document), 61);
    check_citations(document);
    proviso_document_citation(document, 3, buffer, sizeof buffer);
    ck_assert_str_eq(buffer, "Article 7 (third)");
    proviso_document_citation(document, 60, buffer, sizeof buffer);
    ck_assert_str_eq(buffer, "Article 7 (60)");
    proviso_document_free(document);
}
END_TEST

/* Scraps of drafts, joined in any order. */
static const char *const scraps[] = {"### Article 1\n\n",
                                     "### Article 2 bis\n",
                                     "## CHAPTER II\n\n",
                                     "#### SECTION 1\n",
                                     "Section 5. ",
                                     "**3.** (1) ",
                                     "1. ",
                                     "2. 2 ",
                                     "\n\n",
                                     "\n",
                                     "(a) ",
                                     "(b)\n\n",
                                     "(i) ",
                                     "(ii) lamps; ",
                                     "b) oil; ",
                                     "1° ",
                                     "- ",
                                     "“(1A) ",
                                     "”.\n",
                                     "‘ “lamp” means ",
                                     ";’.\n",
                                     "\"oil\" means fat;\n",
                                     "is amended by inserting: ",
                                     "SCHEDULE\n\n",
                                     "ARRANGEMENT OF CLAUSES\n\n",
                                     "PREAMBLE\n",
                                     "WHEREAS ",
                                     "In witness whereof\n",
                                     "lamps burn",
                                     "and ",
                                     "subsection ",
                                     "# 12\n",
                                     "### I\n\n",
                                     "> ",
                                     "a. ",
                                     "I.- ",
                                     "FIRST SCHEDULE\n",
                                     "Annex II\n\n",
                                     "§ 7. ",
                                     "F1[",
                                     "]",
                                     ": ",
                                     "— ",
                                     "\xFF",
                                     "\xC2\xA0",
                                     "(",
                                     ")",
                                     "*",
                                     "Article 3 – Lamps\n",
                                     "Qualifications 4. A lamp\n",
                                     "### 6. Lamps\n\n",
                                     "## Lamps\n\n"};

static uint32_t draw(uint32_t *state) {
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

START_TEST(any_text_nests) {
    uint32_t state = (uint32_t)_i * 7919u + 1u;
    char draft[4096];
    size_t length = 0;
    uint32_t count = 10 + draw(&state) % 160;
    for (uint32_t i = 0; i < count; i++) {
        const char *scrap = scraps[draw(&state) % (sizeof scraps / sizeof *scraps)];
        size_t more = strlen(scrap);
        if (length + more < sizeof draft) {
            memcpy(draft + length, scrap, more);
            length += more;
        }
    }
    proviso_document *document = read_draft(draft, length);
    check_nesting(document);
    check_citations(document);
    proviso_document_free(document);
}
END_TEST

START_TEST(cut_text_nests) {
    static const char draft[] =
        "PART I\n\nLAMPS\n\n**Terms**\n\n**1.** (1) In this Act—\n\n“lamp” means—\n\n(a) a light; "
        "and\n\n"
        "(b) a fire,\n\nand lamps burn.\n\n**2.** The Act is amended by inserting:\n\n“**5A.** (1) "
        "Lamps.”; and so on.\n\nSCHEDULE\n\n1. Oil.\n";
    for (size_t length = 1; length < sizeof draft; length++) {
        proviso_document *document = read_draft(draft, length);
        check_nesting(document);
        check_citations(document);
        proviso_document_free(document);
    }
}
END_TEST

Suite *document_citation_suite(void) {
    Suite *suite = suite_create("document_citation");
    TCase *tests = tcase_create("citation");
    tcase_add_test(tests, citation_is_cut_at_a_character);
    tcase_add_test(tests, document_is_cited_as_document);
    tcase_add_test(tests, many_provisions_of_one_number);
    tcase_add_loop_test(tests, any_text_nests, 0, 1500);
    tcase_add_test(tests, cut_text_nests);
    suite_add_tcase(suite, tests);
    return suite;
}
