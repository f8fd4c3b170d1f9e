/* The built-in lexicon: its tables, its rules by name, and the schema of its records. */
#include "lexicon/lexicon.h"
#include "lexicon/schema.h"

#include <check.h>
#include <stdio.h>
#include <string.h>

Suite *lexicon_builtin_suite(void);

/* Nothing added: the tables in memory are those compiled in. */
START_TEST(both_ways_make_the_same_tables) {
    const proviso_lexicon *builtin = proviso_lexicon_builtin();
    proviso_lexicon *lexicon = proviso_lexicon_load(NULL, 0, NULL);
    ck_assert_ptr_nonnull(lexicon);
    ck_assert_uint_eq(lexicon->string_bytes, builtin->string_bytes);
    ck_assert_mem_eq(lexicon->strings, builtin->strings, builtin->string_bytes);
    ck_assert_uint_eq(lexicon->form_count, builtin->form_count);
    ck_assert_mem_eq(lexicon->forms, builtin->forms, builtin->form_count * sizeof *builtin->forms);
    for (uint32_t use = 0; use < MATCHER_COUNT; use++) {
        const struct matcher *made = &lexicon->matchers[use], *there = &builtin->matchers[use];
        ck_assert_uint_eq(made->anchor_count, there->anchor_count);
        ck_assert_mem_eq(made->anchors, there->anchors,
                         there->anchor_count * sizeof *there->anchors);
        ck_assert_uint_eq(made->step_count, there->step_count);
        ck_assert_mem_eq(made->steps, there->steps, there->step_count * sizeof *there->steps);
    }
    ck_assert_uint_eq(lexicon->rule_count, builtin->rule_count);
    ck_assert_mem_eq(lexicon->rules, builtin->rules, builtin->rule_count * sizeof *builtin->rules);
    proviso_lexicon_free(lexicon);
}
END_TEST

/* Rows of the table of steps lie over one another: none may take a step of another for its own. */
START_TEST(every_step_is_that_of_one_node_over_one_word) {
    const struct proviso_lexicon *lexicon = proviso_lexicon_builtin();
    const struct matcher *matcher = &lexicon->matchers[MATCHER_ASKED];
    uint32_t steps = 0, taken = 0;
    for (uint32_t i = 0; i < matcher->step_count; i++) {
        steps += matcher->steps[i] != 0;
    }
    for (uint32_t node = 1; node + 1 < matcher->node_count; node++) {
        for (uint32_t word = 0; word < lexicon->word_count; word++) {
            taken += matcher_step(matcher, node, word) != 0;
        }
    }
    ck_assert_uint_gt(steps, 0);
    ck_assert_uint_eq(taken, steps);
}
END_TEST

/* "means a member of the police" tells what a term is read as, and no record asks for it. */
START_TEST(what_terms_are_read_as_is_looked_for_in_definitions) {
    const struct proviso_lexicon *lexicon = proviso_lexicon_builtin();
    const struct lexicon_concept *concept =
        &lexicon->concepts[lexicon_concept_find(lexicon, "reads-as-officer")];
    ck_assert(concept->reads_as);
    ck_assert_uint_eq(concept->use, MATCHER_MEANT);
    ck_assert_uint_gt(lexicon->matchers[MATCHER_MEANT].gap_phrase_count, 0);
}
END_TEST

START_TEST(rules_are_found_by_id_and_category) {
    const proviso_lexicon *lexicon = proviso_lexicon_builtin();
    size_t count = proviso_lexicon_rule_count(lexicon);
    ck_assert_uint_gt(count, 0);
    for (size_t i = 0; i < count; i++) {
        struct proviso_rule rule;
        struct proviso_authority authority;
        proviso_lexicon_rule(lexicon, i, &rule);
        ck_assert_uint_eq(proviso_lexicon_find(lexicon, rule.id), i);
        ck_assert_uint_ne(proviso_lexicon_find(lexicon, rule.category), SIZE_MAX);
        ck_assert_uint_gt(rule.authority_count, 0);
        ck_assert_uint_ge(rule.pass_count, rule.flag_count);
        for (size_t j = 0; j < rule.authority_count; j++) {
            proviso_rule_authority(lexicon, i, j, &authority);
            ck_assert_str_ne(authority.title, "");
        }
        ck_assert_str_ne(proviso_rule_flag(lexicon, i, rule.flag_count - 1), "");
        ck_assert_str_ne(proviso_rule_pass(lexicon, i, rule.pass_count - 1), "");
        ck_assert_ptr_nonnull(strstr(rule.source_path, ".yaml"));
    }
    ck_assert_uint_eq(proviso_lexicon_find(lexicon, "no-such-rule"), SIZE_MAX);
    ck_assert_str_eq(proviso_lexicon_suggest(lexicon, "weak-safegard"), "weak-safeguard");
    ck_assert_ptr_null(proviso_lexicon_suggest(lexicon, "qqqqqqqqqqqqqqq"));
}
END_TEST

START_TEST(the_schema_is_that_of_the_loader) {
    struct buffer schema = {0}, file = {0};
    char chunk[4096];
    size_t length;
    FILE *stream = fopen(SOURCE_FOLDER "/lexicons/schema.json", "rb");
    ck_assert_ptr_nonnull(stream);
    while ((length = fread(chunk, 1, sizeof chunk, stream)) > 0) {
        buffer_add(&file, chunk, length);
    }
    fclose(stream);
    lexicon_schema(&schema);
    ck_assert_msg(strcmp(buffer_string(&schema), buffer_string(&file)) == 0,
                  "write it anew: lexicon_compiler --schema lexicons/schema.json");
    buffer_free(&schema);
    buffer_free(&file);
}
END_TEST

Suite *lexicon_builtin_suite(void) {
    Suite *suite = suite_create("builtin");
    TCase *tcase = tcase_create("builtin");
    tcase_add_test(tcase, both_ways_make_the_same_tables);
    tcase_add_test(tcase, every_step_is_that_of_one_node_over_one_word);
    tcase_add_test(tcase, what_terms_are_read_as_is_looked_for_in_definitions);
    tcase_add_test(tcase, rules_are_found_by_id_and_category);
    tcase_add_test(tcase, the_schema_is_that_of_the_loader);
    suite_add_tcase(suite, tcase);
    return suite;
}
