/* Lines and columns: against a slow count of the same, in every order. */
#include "document_fixture.h"

#include "base/utf8.h"

Suite *document_cursor_suite(void);

static const char *const drafts[] = {
    "one\ntwo\r\nthree\rfour\n\r\n\r\rfive",
    "d\xC3\xA9lit\n\xF0\x9F\x98\x80 as\r\n\xE4\xB8\xAD\xE5\x9B\xBD",
    "bad \xFF\xC3 bytes \xE2\x80\n\x80 here \xF0\x9F",
    "\xEF\xBB\xBF- behind a mark\nand on",
    "no line end",
    "\n",
};

/* As slow and plain as can be. */
static struct cursor count_to(const struct text *text, uint32_t offset) {
    struct cursor cursor = cursor_start(text);
    uint32_t at = cursor.offset;
    while (at < offset) {
        uint32_t character, size = utf8_decode(text->bytes + at, text->length - at, &character);
        bool feed = character == '\n';
        bool carriage =
            character == '\r' && !(at + 1 < text->length && text->bytes[at + 1] == '\n');
        cursor.character++;
        cursor.utf16 += character >= 0x10000 ? 2 : 1;
        cursor.byte += size;
        if (feed || carriage) {
            cursor.line++;
            cursor.character = cursor.byte = cursor.utf16 = 1;
        }
        at += size;
    }
    cursor.offset = at;
    return cursor;
}

static void check_same(const struct cursor *cursor, const struct cursor *expected) {
    ck_assert_uint_eq(cursor->offset, expected->offset);
    ck_assert_uint_eq(cursor->line, expected->line);
    ck_assert_uint_eq(cursor->character, expected->character);
    ck_assert_uint_eq(cursor->byte, expected->byte);
    ck_assert_uint_eq(cursor->utf16, expected->utf16);
}

/* The starts of characters. */
static uint32_t character_starts(const struct text *text, uint32_t *starts) {
    uint32_t count = 0, at = cursor_start(text).offset;
    while (at < text->length) {
        uint32_t character;
        starts[count++] = at;
        at += utf8_decode(text->bytes + at, text->length - at, &character);
    }
    starts[count++] = at;
    return count;
}

START_TEST(every_step_is_as_if_counted) {
    struct text text = {.bytes = drafts[_i], .length = (uint32_t)strlen(drafts[_i])};
    text.bom = strncmp(drafts[_i], "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    text.bad_bytes = strncmp(drafts[_i], "bad", 3) == 0;
    uint32_t starts[100], count = character_starts(&text, starts);
    for (uint32_t from = 0; from < count; from++) {
        for (uint32_t to = 0; to < count; to++) {
            struct cursor cursor = cursor_start(&text);
            cursor_move(&cursor, starts[from]);
            cursor_move(&cursor, starts[to]);
            struct cursor expected = count_to(&text, starts[to]);
            check_same(&cursor, &expected);
        }
    }
}
END_TEST

START_TEST(bytes_are_those_of_the_file) {
    struct proviso_document document;
    draft_read(&document,
               "\xFF\xFE"
               "a\0\n\0\xE9\0\x3D\xD8\x00\xDE"
               "b\0",
               14);
    struct cursor cursor = cursor_start(&document.text);
    cursor_move(&cursor, 8); /* the b */
    ck_assert_uint_eq(cursor.line, 2);
    ck_assert_uint_eq(cursor.character, 3);
    ck_assert_uint_eq(cursor.utf16, 4);
    ck_assert_uint_eq(cursor.byte, 7);
    draft_free(&document);
}
END_TEST

START_TEST(a_place_behind_the_end_is_the_end) {
    struct text text = {.bytes = "a\nb", .length = 3};
    struct cursor cursor = cursor_start(&text);
    cursor_move(&cursor, 100);
    ck_assert_uint_eq(cursor.offset, 3);
    ck_assert_uint_eq(cursor.line, 2);
    ck_assert_uint_eq(cursor.character, 2);
}
END_TEST

Suite *document_cursor_suite(void) {
    Suite *suite = suite_create("document cursor");
    TCase *tests = tcase_create("cursor");
    tcase_add_loop_test(tests, every_step_is_as_if_counted, 0, sizeof drafts / sizeof drafts[0]);
    tcase_add_test(tests, bytes_are_those_of_the_file);
    tcase_add_test(tests, a_place_behind_the_end_is_the_end);
    suite_add_tcase(suite, tests);
    return suite;
}
