/* A number for each wording, however many there are. */
#include "match/wordings.h"

#include <check.h>

Suite *match_wordings_suite(void);

START_TEST(each_wording_keeps_its_number) {
    enum { MANY = 5000 };
    struct wordings wordings = {.arena = arena_new()};
    for (uint32_t i = 2; i < MANY; i++) { /* as bad as hashes get: all want the same place */
        uint32_t *value = wordings_at(&wordings, i % 2 ? i : (uint64_t)i << 32);
        ck_assert_uint_eq(*value, 0);
        *value = i + 1;
    }
    for (uint32_t i = 2; i < MANY; i++) {
        ck_assert_uint_eq(*wordings_at(&wordings, i % 2 ? i : (uint64_t)i << 32), i + 1);
    }
    ck_assert_uint_eq(wordings.count, MANY - 2);
    arena_free(wordings.arena);
}
END_TEST

Suite *match_wordings_suite(void) {
    Suite *suite = suite_create("match_wordings");
    TCase *tests = tcase_create("wordings");
    tcase_add_test(tests, each_wording_keeps_its_number);
    suite_add_tcase(suite, tests);
    return suite;
}
