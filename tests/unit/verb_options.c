/* The command line: values attached and apart, misspellings, what is refused. */
#include "verb/options.h"

#include <check.h>
#include <stdio.h>
#include <string.h>

Suite *verb_options_suite(void);

enum { WORDS = 12 };

/* A command line as one string, words separated by single blanks. */
struct line {
    char text[200];
    char *words[WORDS];
    int count, status;
    struct options options;
};

static bool parse(struct line *line, const char *text) {
    snprintf(line->text, sizeof line->text, "%s", text);
    line->count = 0;
    for (char *word = strtok(line->text, " "); word; word = strtok(NULL, " ")) {
        line->words[line->count++] = word;
    }
    return options_parse(&line->options, line->count, line->words, &line->status);
}

START_TEST(values_are_attached_or_apart) {
    static const char *const lines[] = {
        "proviso check --format json --jobs 4 a.md", "proviso check --format=json --jobs=4 a.md",
        "proviso check -f json -j 4 a.md", "proviso check a.md -fjson -j4"};
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        struct line line;
        ck_assert_msg(parse(&line, lines[i]), "%s", lines[i]);
        ck_assert_int_eq(line.options.format, PROVISO_FORMAT_JSON);
        ck_assert_uint_eq(line.options.jobs, 4);
        ck_assert_uint_eq(line.options.operand_count, 1);
        ck_assert_str_eq(line.options.operands[0], "a.md");
        options_free(&line.options);
    }
}
END_TEST

START_TEST(commands_have_their_own_defaults) {
    struct line line;
    ck_assert(parse(&line, "proviso check"));
    ck_assert_uint_eq(line.options.fail_on, PROVISO_WARNING);
    options_free(&line.options);
    ck_assert(parse(&line, "proviso annotate -o out.md"));
    ck_assert_uint_eq(line.options.fail_on, FAIL_ON_NEVER);
    ck_assert_str_eq(line.options.output_path, "out.md");
    options_free(&line.options);
    ck_assert(parse(&line, "proviso tree --fail-on note --roles"));
    ck_assert_uint_eq(line.options.fail_on, PROVISO_NOTE);
    ck_assert(line.options.roles);
    options_free(&line.options);
}
END_TEST

START_TEST(outputs_and_lexicons_are_repeatable) {
    struct line line;
    ck_assert(parse(&line, "proviso check -o gnu --output json=a=b.json --lexicon x --lexicon y"));
    ck_assert_uint_eq(line.options.output_count, 2);
    ck_assert_ptr_null(line.options.outputs[0].path);
    ck_assert_str_eq(line.options.outputs[1].path, "a=b.json");
    ck_assert_int_eq(line.options.outputs[1].format, PROVISO_FORMAT_JSON);
    ck_assert_uint_eq(line.options.lexicon_count, 2);
    ck_assert_str_eq(line.options.lexicons[1], "y");
    options_free(&line.options);
}
END_TEST

START_TEST(after_two_dashes_all_words_are_operands) {
    struct line line;
    ck_assert(parse(&line, "proviso check - -- --help -x"));
    ck_assert_uint_eq(line.options.operand_count, 3);
    ck_assert_str_eq(line.options.operands[0], "-");
    ck_assert_str_eq(line.options.operands[1], "--help");
    options_free(&line.options);
}
END_TEST

START_TEST(what_is_not_in_the_table_is_refused) {
    static const char *const lines[] = {"proviso",
                                        "proviso chekc a.md",
                                        "proviso check --frmat gnu",
                                        "proviso check --format gun",
                                        "proviso check --format",
                                        "proviso check --roles",
                                        "proviso tree --format gnu",
                                        "proviso tree --roles=yes",
                                        "proviso check -x",
                                        "proviso check ---",
                                        "proviso check --jobs 0",
                                        "proviso check --jobs 1x",
                                        "proviso check --jobs -1",
                                        "proviso check --output json=",
                                        "proviso check --output annotated=x"};
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        struct line line;
        ck_assert_msg(!parse(&line, lines[i]), "%s", lines[i]);
        ck_assert_int_eq(line.status, STATUS_FAILED);
        options_free(&line.options);
    }
}
END_TEST

START_TEST(near_names_are_offered_and_far_ones_are_not) {
    struct likeness likeness = {.word = "anotate"};
    for (size_t i = 0; i < command_count; i++) {
        likeness_offer(&likeness, commands[i].name);
    }
    ck_assert_str_eq(likeness.name, "annotate");
    likeness = (struct likeness){.word = "x"};
    likeness_offer(&likeness, "check");
    ck_assert_ptr_null(likeness.name);
    likeness = (struct likeness){.word = "a-word-that-is-far-longer-than-any-option-can-be"};
    likeness_offer(&likeness, "check");
    ck_assert_ptr_null(likeness.name);
}
END_TEST

START_TEST(no_option_has_two_rows_for_one_command) {
    for (size_t i = 0; i < option_count; i++) {
        for (size_t k = 0; k < i; k++) {
            bool same =
                strcmp(option_table[i].name, option_table[k].name) == 0 ||
                (option_table[i].letter && option_table[i].letter == option_table[k].letter);
            ck_assert_msg(!same || !(option_table[i].commands & option_table[k].commands), "--%s",
                          option_table[i].name);
        }
    }
}
END_TEST

Suite *verb_options_suite(void) {
    Suite *suite = suite_create("verb_options");
    TCase *tests = tcase_create("options");
    tcase_add_test(tests, values_are_attached_or_apart);
    tcase_add_test(tests, commands_have_their_own_defaults);
    tcase_add_test(tests, outputs_and_lexicons_are_repeatable);
    tcase_add_test(tests, after_two_dashes_all_words_are_operands);
    tcase_add_test(tests, what_is_not_in_the_table_is_refused);
    tcase_add_test(tests, near_names_are_offered_and_far_ones_are_not);
    tcase_add_test(tests, no_option_has_two_rows_for_one_command);
    suite_add_tcase(suite, tests);
    return suite;
}
