/* UTF-8: every character survives, every bad byte is one replacement; folding and classes. */
#include "base/utf8.h"

#include <check.h>

Suite *base_utf8_suite(void);

START_TEST(every_character_is_decoded_as_it_was_encoded) {
    uint32_t lost = 0;
    for (uint32_t character = 0; character <= 0x10FFFF; character++) {
        char bytes[4];
        uint32_t length = utf8_encode(character, bytes), back;
        bool surrogate = character >= 0xD800 && character <= 0xDFFF;
        lost += !surrogate && (utf8_decode(bytes, length, &back) != length || back != character);
    }
    ck_assert_uint_eq(lost, 0);
}
END_TEST

START_TEST(bad_bytes_are_one_replacement_each) {
    static const char *bad[] = {
        "\x80",      "\xC0\x80", "\xE2\x82", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\xF0\x80\x80\x80",
        "\xE2(\xA1", "\xFF"};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        uint32_t character;
        size_t length = 0;
        while (bad[i][length]) {
            length++;
        }
        ck_assert_uint_eq(utf8_decode(bad[i], length, &character), 1);
        ck_assert_uint_eq(character, UTF8_REPLACEMENT);
    }
}
END_TEST

START_TEST(letters_of_any_script_are_words) {
    static const uint32_t words[] = {'a', 'Z', '0', 0xE9, 0x3B1, 0x416, 0x627, 0x7B2C, 0xFB01};
    static const uint32_t others[] = {' ',    '-',    '_',    0xA0, 0xAB,
                                      0x2019, 0x201C, 0x2014, 0xA7, 0x3001};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        ck_assert(utf8_is_word(words[i]));
    }
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        ck_assert(!utf8_is_word(others[i]));
    }
}
END_TEST

START_TEST(folding_pairs_capitals_with_small_letters) {
    static const uint32_t pairs[][2] = {{'A', 'a'},     {0xC9, 0xE9},     {0x116, 0x117},
                                        {0x139, 0x13A}, {0x17D, 0x17E},   {0x391, 0x3B1},
                                        {0x416, 0x436}, {0x401, 0x451},   {0x178, 0xFF},
                                        {0x531, 0x561}, {0x1E10, 0x1E11}, {0xFF21, 0xFF41}};
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        ck_assert_uint_eq(utf8_fold(pairs[i][0]), pairs[i][1]);
        ck_assert_uint_eq(utf8_fold(pairs[i][1]), pairs[i][1]);
        ck_assert(utf8_is_upper(pairs[i][0]) && !utf8_is_upper(pairs[i][1]));
    }
    ck_assert_uint_eq(utf8_fold(0x138), 0x138);
    ck_assert_uint_eq(utf8_fold(0xD7), 0xD7);
}
END_TEST

START_TEST(no_break_and_zero_width_spaces_are_spaces) {
    ck_assert(utf8_is_space(0xA0) && utf8_is_space(0x202F) && utf8_is_space(0x200B) &&
              utf8_is_space('\t'));
    ck_assert(!utf8_is_space('a') && !utf8_is_space(0xAD));
}
END_TEST

Suite *base_utf8_suite(void) {
    Suite *suite = suite_create("base_utf8");
    TCase *tests = tcase_create("utf8");
    tcase_add_test(tests, every_character_is_decoded_as_it_was_encoded);
    tcase_add_test(tests, bad_bytes_are_one_replacement_each);
    tcase_add_test(tests, letters_of_any_script_are_words);
    tcase_add_test(tests, folding_pairs_capitals_with_small_letters);
    tcase_add_test(tests, no_break_and_zero_width_spaces_are_spaces);
    suite_add_tcase(suite, tests);
    return suite;
}
