/* Arenas, growing arrays and buffers. */
#include "base/arena.h"
#include "base/buffer.h"

#include <check.h>
#include <stdint.h>
#include <string.h>

Suite *base_memory_suite(void);

START_TEST(arena_memory_is_zeroed_and_aligned) {
    struct arena *arena = arena_new();
    for (size_t size = 1; size < 40000; size = size * 3 + 1) {
        unsigned char *bytes = arena_alloc(arena, size, 1);
        ck_assert_ptr_nonnull(bytes);
        ck_assert_uint_eq((uintptr_t)bytes % _Alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++) {
            ck_assert_uint_eq(bytes[i], 0);
        }
        memset(bytes, 0xAA, size);
    }
    arena_free(arena);
}
END_TEST

START_TEST(arena_refuses_a_size_that_overflows) {
    struct arena *arena = arena_new();
    ck_assert_ptr_null(arena_alloc(arena, SIZE_MAX / 2, 3));
    ck_assert_ptr_nonnull(arena_alloc(arena, 1, 1));
    arena_free(arena);
    arena_free(NULL);
}
END_TEST

START_TEST(arena_copies_end_in_nul) {
    struct arena *arena = arena_new();
    ck_assert_str_eq(arena_copy(arena, "Article 24(2)", 10), "Article 24");
    ck_assert_str_eq(arena_copy(arena, NULL, 0), "");
    arena_free(arena);
}
END_TEST

START_TEST(arrays_keep_what_they_hold) {
    uint32_t capacity = 0;
    uint32_t *numbers = NULL;
    for (uint32_t i = 0; i < 1000; i++) {
        numbers = array_grow(numbers, &capacity, i + 1, sizeof *numbers);
        ck_assert_ptr_nonnull(numbers);
        numbers[i] = i;
    }
    ck_assert_uint_ge(capacity, 1000);
    for (uint32_t i = 0; i < 1000; i++) {
        ck_assert_uint_eq(numbers[i], i);
    }
    array_free(numbers);
}
END_TEST

START_TEST(buffers_format_beyond_their_first_guess) {
    struct buffer buffer = {0};
    char word[600];
    memset(word, 'x', sizeof word - 1);
    word[sizeof word - 1] = '\0';
    buffer_format(&buffer, "%d:%s", 7, word);
    ck_assert_uint_eq(buffer.length, 601);
    ck_assert_int_eq(strncmp(buffer_string(&buffer), "7:xxx", 5), 0);
    buffer_clear(&buffer);
    buffer_add_char(&buffer, 'a');
    buffer_add_string(&buffer, "bc");
    ck_assert_str_eq(buffer_string(&buffer), "abc");
    ck_assert(!buffer.failed);
    buffer_free(&buffer);
    ck_assert_str_eq(buffer_string(&buffer), "");
    buffer_free(&buffer);
}
END_TEST

Suite *base_memory_suite(void) {
    Suite *suite = suite_create("base_memory");
    TCase *tests = tcase_create("memory");
    tcase_add_test(tests, arena_memory_is_zeroed_and_aligned);
    tcase_add_test(tests, arena_refuses_a_size_that_overflows);
    tcase_add_test(tests, arena_copies_end_in_nul);
    tcase_add_test(tests, arrays_keep_what_they_hold);
    tcase_add_test(tests, buffers_format_beyond_their_first_guess);
    suite_add_tcase(suite, tests);
    return suite;
}
