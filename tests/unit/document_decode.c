/* Decoding: what encodings become, how a place in the text is found in the file, what is refused.
 */
#include "document_fixture.h"

Suite *document_decode_suite(void);

static void check_text(const char *file, size_t length, const char *expected) {
    struct proviso_document document;
    draft_read(&document, file, length);
    ck_assert_uint_eq(document.text.length, strlen(expected));
    ck_assert_mem_eq(document.text.bytes, expected, strlen(expected));
    draft_free(&document);
}

START_TEST(ascii_and_utf8_are_borrowed) {
    const char file[] = "The \xE2\x80\x9C"
                        "data\xE2\x80\x9D of S\xC3\xA3o";
    struct proviso_document document;
    draft_read(&document, file, sizeof file - 1);
    ck_assert_ptr_eq(document.text.bytes, file);
    ck_assert_uint_eq(document.text.encoding, ENCODING_UTF8);
    ck_assert_uint_eq(document.text.bad_bytes, 0);
    ck_assert_uint_eq(document.remark_count, 0);
    ck_assert_uint_eq(text_file_offset(&document.text, 7), 7);
    draft_free(&document);
}
END_TEST

START_TEST(a_byte_order_mark_is_blank_in_the_mask) {
    struct proviso_document document;
    draft_read(&document,
               "\xEF\xBB\xBF"
               "# Article 1",
               14);
    ck_assert_uint_eq(document.text.bom, 3);
    ck_assert_mem_eq(document.text.mask, "     Article 1", 14);
    ck_assert_uint_eq(document.lines[0].heading, 1);
    draft_free(&document);
}
END_TEST

START_TEST(utf16_of_both_ends_is_read) {
    check_text("\xFF\xFE"
               "A\0r\0t\0.\0 \0\xE9\0",
               14, "Art. \xC3\xA9");
    check_text("\xFE\xFF\0A\0r\0t\0.\0 \0\xE9", 14, "Art. \xC3\xA9");
    check_text("\xFF\xFE\x3D\xD8\x00\xDE"
               "a\0",
               8,
               "\xF0\x9F\x98\x80"
               "a");
}
END_TEST

START_TEST(a_place_in_utf16_is_found_in_the_file) {
    /* 700 letters, an accent, a character of two units, and the word. */
    char file[2 + 1400 + 2 + 4 + 2];
    memcpy(file, "\xFF\xFE", 2);
    for (size_t i = 0; i < 700; i++) {
        file[2 + 2 * i] = 'x';
        file[3 + 2 * i] = '\0';
    }
    memcpy(file + 1402,
           "\xE9\0\x3D\xD8\x00\xDE"
           "a\0",
           8);
    struct proviso_document document;
    draft_read(&document, file, sizeof file);
    ck_assert_uint_eq(document.text.length, 700 + 2 + 4 + 1);
    ck_assert_uint_eq(text_file_offset(&document.text, 0), 2);
    ck_assert_uint_eq(text_file_offset(&document.text, 300), 602);
    ck_assert_uint_eq(text_file_offset(&document.text, 700), 1402);
    ck_assert_uint_eq(text_file_offset(&document.text, 702), 1404);
    ck_assert_uint_eq(text_file_offset(&document.text, 706), 1408);
    ck_assert_uint_eq(text_file_offset(&document.text, 707), sizeof file);
    draft_free(&document);
}
END_TEST

START_TEST(units_that_are_no_utf16_are_counted) {
    struct proviso_document document;
    draft_read(&document,
               "\xFF\xFE"
               "a\0\x00\xD8"
               "b\0c",
               9);
    ck_assert_mem_eq(document.text.bytes,
                     "a\xEF\xBF\xBD"
                     "b\xEF\xBF\xBD",
                     8);
    ck_assert_uint_eq(document.text.bad_bytes, 2);
    ck_assert_str_eq(proviso_document_remark(&document, 1),
                     "2 units are not UTF-16, the first in line 1");
    ck_assert_ptr_null(proviso_document_remark(&document, 2));
    draft_free(&document);
}
END_TEST

START_TEST(windows_1252_is_told_from_bad_utf8) {
    struct proviso_document document;
    const char file[] = "The \x93"
                        "data\x94 of the State\x92s d\xE9lit";
    draft_read(&document, file, sizeof file - 1);
    ck_assert_uint_eq(document.text.encoding, ENCODING_WINDOWS_1252);
    const char *text = "The \xE2\x80\x9C"
                       "data\xE2\x80\x9D of the State\xE2\x80\x99s d\xC3\xA9lit";
    ck_assert_uint_eq(document.text.length, strlen(text));
    ck_assert_mem_eq(document.text.bytes, text, strlen(text));
    uint32_t at = (uint32_t)(strstr(text, "lit") - text);
    ck_assert_uint_eq(text_file_offset(&document.text, at), strstr(file, "lit") - file);
    ck_assert_str_eq(document.remarks[0], "read as Windows-1252: 4 bytes are not UTF-8");
    draft_free(&document);
}
END_TEST

START_TEST(other_bad_bytes_are_kept_and_said) {
    struct proviso_document document;
    const char file[] = "one\ntwo \x8F\xA5 three \xFF";
    draft_read(&document, file, sizeof file - 1);
    ck_assert_uint_eq(document.text.encoding, ENCODING_UTF8);
    ck_assert_uint_eq(document.text.bad_bytes, 3);
    ck_assert_ptr_eq(document.text.bytes, file);
    ck_assert_str_eq(document.remarks[0], "3 bytes are not UTF-8, the first in line 2");
    draft_free(&document);
}
END_TEST

START_TEST(one_bad_letter_in_a_long_text_is_no_windows_1252) {
    char file[3000];
    memset(file, 'a', sizeof file);
    file[100] = '\xE9';
    struct proviso_document document;
    draft_read(&document, file, sizeof file);
    ck_assert_uint_eq(document.text.encoding, ENCODING_UTF8);
    ck_assert_uint_eq(document.text.bad_bytes, 1);
    draft_free(&document);
}
END_TEST

START_TEST(a_few_nuls_separate_words) {
    struct proviso_document document;
    draft_read(&document, "as\0appropriate\1\2", 16);
    ck_assert_mem_eq(document.text.mask, "as appropriate  ", 16);
    draft_free(&document);
}
END_TEST

static const struct {
    const char *bytes;
    size_t length;
    const char *message;
} refused[] = {
    {"", 0, "the file is empty"},
    {" \n\t \xC2\xA0\r\n", 8, "the file holds only white space"},
    {"\xEF\xBB\xBF", 3, "the file holds only white space"},
    {"\xFF\xFE", 2, "the file holds only white space"},
    {"a\0b\0c\0d\0e\0f\0g\0h", 15, "the file is binary, not text"},
    {"\1\2\3\4\5\6 text", 11, "the file is binary, not text"},
    {"%PDF-1.4 x", 10,
     "this is a PDF file, not text: convert it first, for instance with pdftotext"},
    {"a", (size_t)64 * 1024 * 1024 + 1, "the file is longer than 64 MiB"},
};

START_TEST(what_is_no_text_is_refused) {
    struct proviso_error error = {{0}, {0}, 0, 0};
    struct proviso_source source = {"x.md", refused[_i].bytes, refused[_i].length};
    struct proviso_document document = {.arena = arena_new()};
    ck_assert(!document_decode(&document, &source, &error));
    ck_assert_str_eq(error.message, refused[_i].message);
    ck_assert_str_eq(error.path, "x.md");
    text_free(&document.text);
    arena_free(document.arena);
}
END_TEST

Suite *document_decode_suite(void) {
    Suite *suite = suite_create("document decode");
    TCase *tests = tcase_create("decode");
    tcase_add_test(tests, ascii_and_utf8_are_borrowed);
    tcase_add_test(tests, a_byte_order_mark_is_blank_in_the_mask);
    tcase_add_test(tests, utf16_of_both_ends_is_read);
    tcase_add_test(tests, a_place_in_utf16_is_found_in_the_file);
    tcase_add_test(tests, units_that_are_no_utf16_are_counted);
    tcase_add_test(tests, windows_1252_is_told_from_bad_utf8);
    tcase_add_test(tests, other_bad_bytes_are_kept_and_said);
    tcase_add_test(tests, one_bad_letter_in_a_long_text_is_no_windows_1252);
    tcase_add_test(tests, a_few_nuls_separate_words);
    tcase_add_loop_test(tests, what_is_no_text_is_refused, 0, sizeof refused / sizeof refused[0]);
    suite_add_tcase(suite, tests);
    return suite;
}
