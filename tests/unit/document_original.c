/* What the mask hides: the text is the same, and its lines and columns, once it is let go of. */
#include "document_fixture.h"

#include "base/utf8.h"

Suite *document_original_suite(void);

static const char *const drafts[] = {
    "1. Such *safeguards* shall, as **appropriate**, include [review](x.md).\n",
    "\xEF\xBB\xBF# Title\r\n\r\n> 1. A quote, d\xC3\xA9lit.\r\n> <b>2.</b> More &amp; more.\r\n",
    "*a*b*c*d*e*f*g*h*i*j*k*l*m*n*o*p*q*r*s*t*u*v*w*x*y*z*",
    "Nothing is hidden here, and so nothing is kept aside.",
    "<!-- the rest \xF0\x9F\x98\x80, d\xC3\xA9lit -->\n```\nfence\n```\nend",
    "bad \xFF\xC3 bytes \xE2\x80\n<b \x80> here</b> &nbsp; \xF0\x9F",
    "d\xE9lit, *d\xE9lit*, <!-- d\xE9lit -->\r\n\x93quoted\x94 and so on",
};

static void check_characters(const struct text *text, const char *expected) {
    for (uint32_t at = 0, size; at < text->length; at += size) {
        uint32_t character, wanted;
        size = utf8_decode(expected + at, text->length - at, &wanted);
        ck_assert_uint_eq(text_character(text, at, text->length, &character), size);
        ck_assert_uint_eq(character, wanted);
        ck_assert_int_eq(text_byte(text, at), expected[at]);
    }
}

static void check_pieces(const struct text *text, const char *expected) {
    struct buffer piece = {0};
    for (uint32_t start = 0; start <= text->length; start++) {
        for (uint32_t end = start; end <= text->length; end++) {
            buffer_clear(&piece);
            text_add(&piece, text, start, end);
            ck_assert_uint_eq(piece.length, end - start);
            ck_assert(text_has(text, start, expected + start, end - start));
            ck_assert(start == end || !memcmp(piece.bytes, expected + start, end - start));
        }
    }
    ck_assert(!text_has(text, text->length, "x", 1));
    buffer_free(&piece);
}

START_TEST(the_text_is_the_same_when_it_is_let_go_of) {
    struct proviso_document document;
    draft_read(&document, drafts[_i], strlen(drafts[_i]));
    struct text *text = &document.text;
    char *expected = text_restore(text, document.arena);
    ck_assert_ptr_nonnull(expected);
    ck_assert_mem_eq(expected, text->bytes, text->length);
    ck_assert(text_release(text, document.arena));
    ck_assert_ptr_null(text->bytes);
    ck_assert_mem_eq(text_restore(text, document.arena), expected, text->length);
    check_characters(text, expected);
    check_pieces(text, expected);
    draft_free(&document);
}
END_TEST

START_TEST(places_are_the_same_when_it_is_let_go_of) {
    struct proviso_document document, kept;
    draft_read(&document, drafts[_i], strlen(drafts[_i]));
    draft_read(&kept, drafts[_i], strlen(drafts[_i]));
    ck_assert(text_release(&document.text, document.arena));
    for (uint32_t from = 0; from <= kept.text.length; from++) {
        struct cursor cursor = cursor_start(&document.text), expected = cursor_start(&kept.text);
        for (uint32_t to = from; to <= kept.text.length; to += 7) {
            cursor_move(&cursor, to);
            cursor_move(&expected, to);
            ck_assert_uint_eq(cursor.line, expected.line);
            ck_assert_uint_eq(cursor.character, expected.character);
            ck_assert_uint_eq(cursor.byte, expected.byte);
            ck_assert_uint_eq(cursor.utf16, expected.utf16);
        }
    }
    draft_free(&document);
    draft_free(&kept);
}
END_TEST

/* However much is hidden, what is kept aside takes no more room than the text. */
START_TEST(no_more_is_kept_than_there_is) {
    struct proviso_document document;
    struct buffer draft = {0};
    for (uint32_t i = 0; i < 2000; i++) {
        buffer_format(&draft, "*%.*s* ", (int)(i % 13) + 1, "abcdefghijklm");
    }
    draft_read(&document, draft.bytes, draft.length);
    ck_assert(text_release(&document.text, document.arena));
    const struct text *text = &document.text;
    const struct hidden_run *end = &text->hidden[text->hidden_count];
    ck_assert_uint_gt(text->hidden_count, 0);
    ck_assert_uint_le(text->hidden_count * sizeof *end + end->kept, text->length);
    draft_free(&document);
    buffer_free(&draft);
}
END_TEST

Suite *document_original_suite(void) {
    Suite *suite = suite_create("document original");
    TCase *tests = tcase_create("original");
    int count = sizeof drafts / sizeof *drafts;
    tcase_add_loop_test(tests, the_text_is_the_same_when_it_is_let_go_of, 0, count);
    tcase_add_loop_test(tests, places_are_the_same_when_it_is_let_go_of, 0, count);
    tcase_add_test(tests, no_more_is_kept_than_there_is);
    suite_add_tcase(suite, tests);
    return suite;
}
