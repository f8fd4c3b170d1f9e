/* The dictionaries of the machine, which a build for tests has. */
#include "lexicon/dictionary.h"

#include <check.h>

Suite *lexicon_dictionary_suite(void);

START_TEST(it_knows_words_and_names) {
    struct proviso_error error = {.line = 0};
    struct dictionary *dictionary = dictionary_open(NULL, &error);
    ck_assert_msg(dictionary != NULL, "%s", error.message);
    ck_assert(dictionary_knows(dictionary, "proportionality"));
    ck_assert(dictionary_knows(dictionary, "authorisation"));
    ck_assert(dictionary_knows(dictionary, "authorization"));
    ck_assert(dictionary_knows(dictionary, "singapore"));
    ck_assert(dictionary_knows(dictionary, "dna"));
    ck_assert(!dictionary_knows(dictionary, "propotionality"));
    ck_assert(!dictionary_knows(dictionary,
                                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
                                "aaaaaaaaaaaaaaaaaaaaaa"));
    dictionary_close(dictionary);
}
END_TEST

START_TEST(a_folder_without_dictionaries_is_named) {
    struct proviso_error error = {.line = 0};
    ck_assert_ptr_null(dictionary_open("/nowhere", &error));
    ck_assert_str_eq(error.message, "no dictionary en_GB.dic or en_US.dic in /nowhere");
    dictionary_close(NULL);
}
END_TEST

Suite *lexicon_dictionary_suite(void) {
    Suite *suite = suite_create("lexicon_dictionary");
    TCase *tests = tcase_create("dictionary");
    tcase_add_test(tests, it_knows_words_and_names);
    tcase_add_test(tests, a_folder_without_dictionaries_is_named);
    suite_add_tcase(suite, tests);
    return suite;
}
