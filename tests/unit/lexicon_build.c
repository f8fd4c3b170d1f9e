/* Lexicons in memory: tables that find phrases, and records that override built-in ones. */
#include "lexicon_fixture.h"

#include <stdio.h>

Suite *lexicon_build_suite(void);

/* Whether the words are a phrase of the concept. */
static bool found(const proviso_lexicon *lexicon, const char *words, const char *concept) {
    const struct matcher *matcher = matcher_of(lexicon, concept);
    uint32_t node = walk(lexicon, matcher, words), wanted = lexicon_concept_find(lexicon, concept);
    if (node == LEXICON_NONE) {
        return false;
    }
    const struct trie_node *row = &matcher->nodes[node];
    for (uint32_t i = row[0].output_first; i < row[1].output_first; i++) {
        if (matcher->outputs[i].concept == wanted && !matcher->outputs[i].except) {
            return true;
        }
    }
    return false;
}

START_TEST(phrases_are_found_in_any_form) {
    proviso_lexicon *lexicon =
        load(CONCEPT("zz", "phrases: [blue court order, (judge|court of law) may not zap,\n"
                           "  'after # days', =means, 'warrants ... issued by ..3 officials']\n"));
    ck_assert(found(lexicon, "blue courts ordering", "zz"));
    ck_assert(!found(lexicon, "blue court", "zz"));
    ck_assert(!found(lexicon, "blue court order order", "zz"));
    ck_assert(found(lexicon, "judges may not zapped", "zz"));
    ck_assert(found(lexicon, "courts of law may not zapping", "zz"));
    ck_assert(found(lexicon, "after 24 days", "zz"));
    ck_assert(found(lexicon, "after seven day", "zz"));
    ck_assert(found(lexicon, "means", "zz"));
    ck_assert(!found(lexicon, "mean", "zz"));
    const struct gap_phrase *phrase = gap_phrase(lexicon, "zz");
    ck_assert_ptr_nonnull(phrase);
    ck_assert_uint_eq(gap_stage(lexicon, "zz", "warrant"), 0);
    ck_assert_uint_eq(gap_stage(lexicon, "zz", "issued by"), 1);
    ck_assert_uint_eq(gap_stage(lexicon, "zz", "official"), 2);
    ck_assert_uint_eq(gap_stage(lexicon, "zz", "judges may not"), LEXICON_NONE);
    proviso_lexicon_free(lexicon);
}
END_TEST

START_TEST(includes_reach_through) {
    proviso_lexicon *lexicon =
        load(CONCEPT("z1", "phrases: [alpha zap]\nexcept: [beta zap]\n")
                 CONCEPT("z2", "includes: [z1]\n") CONCEPT("z3", "includes: [z2, z1]\n"));
    ck_assert(found(lexicon, "alpha zap", "z1"));
    ck_assert(found(lexicon, "alpha zap", "z2"));
    ck_assert(found(lexicon, "alpha zap", "z3"));
    const struct matcher *matcher = matcher_of(lexicon, "z3");
    const struct trie_node *row = &matcher->nodes[walk(lexicon, matcher, "alpha zap")];
    ck_assert_uint_eq(row[1].output_first - row[0].output_first, 1);
    row = &matcher->nodes[walk(lexicon, matcher, "beta zap")];
    ck_assert_uint_eq(row[1].output_first - row[0].output_first, 1);
    ck_assert_uint_eq(matcher->outputs[row->output_first].except, 1);
    proviso_lexicon_free(lexicon);
}
END_TEST

START_TEST(what_the_program_asks_for_by_name_is_there) {
    const proviso_lexicon *lexicon = proviso_lexicon_builtin();
    ck_assert_uint_eq(lexicon->named_count, NAMED_COUNT);
    for (uint32_t i = 0; i < NAMED_COUNT; i++) {
        ck_assert_msg(lexicon->named[i] != LEXICON_NONE, "named concept %u", i);
    }
}
END_TEST

static uint32_t use_of(const proviso_lexicon *lexicon, const char *concept) {
    return lexicon->concepts[lexicon_concept_find(lexicon, concept)].use;
}

/* z1 is matched, z2 included alone, z3 and z4 asked for: z4 is rarer than the questions about it.
 */
START_TEST(what_only_conditions_want_is_looked_for_when_asked_for) {
    proviso_lexicon *lexicon =
        load(CONCEPT("z1", "phrases: [zap, the]\n") CONCEPT("z2", "phrases: [zop]\n")
                 CONCEPT("z3", "phrases: [of, shall]\nincludes: [z2]\n")
                     CONCEPT("z4", "phrases: [zip]\n") CONCEPT("z5", "phrases: [zup]\n")
                         CONCEPT("z6", "derived:\n  - match: z1\n    where: {same-sentence: "
                                       "[z3], later: [z4], document: [z5]}\n"));
    ck_assert_uint_eq(use_of(lexicon, "z1"), MATCHER_ALWAYS);
    ck_assert_uint_eq(use_of(lexicon, "z2"), MATCHER_ASKED);
    ck_assert_uint_eq(use_of(lexicon, "z4"), MATCHER_ALWAYS);
    ck_assert_uint_eq(use_of(lexicon, "z5"), MATCHER_ALWAYS);
    ck_assert_uint_eq(use_of(lexicon, "z6"), MATCHER_ALWAYS);
    ck_assert_uint_eq(use_of(lexicon, "negation"), MATCHER_ALWAYS);
    proviso_lexicon_free(lexicon);
    lexicon = load(CONCEPT("z1", "phrases: [zap]\n") CONCEPT("z3", "phrases: [of, shall]\n")
                       CONCEPT("z6", "derived:\n  - match: z1\n    where: {same-sentence: "
                                     "[z3]}\n"));
    ck_assert_uint_eq(use_of(lexicon, "z3"), MATCHER_ASKED);
    proviso_lexicon_free(lexicon);
}
END_TEST

static uint32_t until_of(const proviso_lexicon *lexicon, const char *concept) {
    return lexicon->concepts[lexicon_concept_find(lexicon, concept)].until;
}

/* z3 is asked for by the first record on z4, z1 by both; z5 by nobody. */
START_TEST(what_asks_last_for_a_concept_is_known) {
    uint32_t before = proviso_lexicon_builtin()->derived_count;
    proviso_lexicon *lexicon =
        load(CONCEPT("z1", "phrases: [zap]\n") CONCEPT("z2", "phrases: [zop]\n")
                 CONCEPT("z3", "phrases: [zup]\n")
                     CONCEPT("z4", "derived:\n  - match: z1\n    where: {same-sentence: [z3]}\n"
                                   "  - match: z2\n    where: {later: [z1]}\n")
                         CONCEPT("z5", "phrases: [zip]\n"));
    ck_assert_uint_eq(lexicon->derived_count, before + 2);
    uint32_t second = until_of(lexicon, "z1");
    ck_assert_uint_ge(second, 2);
    ck_assert_uint_le(second, lexicon->derived_count);
    ck_assert_uint_eq(until_of(lexicon, "z2"), second);
    ck_assert_uint_eq(until_of(lexicon, "z4"), second);
    ck_assert_uint_eq(until_of(lexicon, "z3"), second - 1);
    ck_assert_uint_eq(until_of(lexicon, "z5"), UNTIL_ROLES);
    ck_assert_uint_eq(until_of(lexicon, "negation"), UNTIL_END);
    proviso_lexicon_free(lexicon);
}
END_TEST

START_TEST(forms_that_no_phrase_tells_apart_are_one_word) {
    proviso_lexicon *lexicon = load(CONCEPT("zz", "phrases: [zapple, =zipples, zipple]\n"));
    ck_assert_uint_eq(word_of(lexicon, "zapple", 6), word_of(lexicon, "zapples", 7));
    ck_assert_uint_ne(word_of(lexicon, "zipple", 6), word_of(lexicon, "zipples", 7));
    ck_assert_uint_eq(word_of(lexicon, "zorple", 6), WORD_UNKNOWN);
    ck_assert(lexicon->word_flags[word_of(lexicon, "seven", 5)] & WORD_IS_NUMBER);
    ck_assert(lexicon->word_flags[word_of(lexicon, "para", 4)] & WORD_ENDS_ABBREVIATION);
    ck_assert(lexicon->word_flags[WORD_NUMBER] & WORD_IS_NUMBER);
    proviso_lexicon_free(lexicon);
}
END_TEST

START_TEST(a_hyphen_is_as_good_as_a_space_or_nothing) {
    proviso_lexicon *lexicon =
        load(CONCEPT("z1", "phrases: [zipzap]\n") CONCEPT("z2", "phrases: [zip-zap order]\n"));
    ck_assert(found(lexicon, "zip zap order", "z2"));
    ck_assert(found(lexicon, "zipzap order", "z2"));
    proviso_lexicon_free(lexicon);
}
END_TEST

START_TEST(a_record_replaces_the_built_in_one) {
    const proviso_lexicon *builtin = proviso_lexicon_builtin();
    ck_assert(found(builtin, "without", "negation"));
    proviso_lexicon *lexicon = load(CONCEPT("negation", "phrases: [zap]\n"));
    ck_assert(found(lexicon, "zap", "negation"));
    ck_assert(!found(lexicon, "without", "negation"));
    ck_assert_uint_eq(lexicon->concept_count, builtin->concept_count);
    ck_assert_uint_eq(lexicon->rule_count, builtin->rule_count);
    proviso_lexicon_free(lexicon);
}
END_TEST

START_TEST(a_lexicon_of_nothing_is_one) {
    struct arena *arena = arena_new();
    struct mistakes mistakes = {.arena = arena};
    const struct proviso_lexicon *lexicon = lexicon_build(NULL, NULL, 0, arena, &mistakes);
    ck_assert_ptr_nonnull(lexicon);
    ck_assert_uint_eq(lexicon->rule_count, 0);
    ck_assert_uint_eq(word_of(lexicon, "order", 5), WORD_UNKNOWN);
    arena_free(arena);
}
END_TEST

/* A rule's conditions by group: a map is one group a key, a list one group a map. */
START_TEST(unless_makes_groups) {
    static const char head[] =
        "---\nauthority: zz\ntitle: Z\nkind: treaty\nforce: binding\nsays: z\n"
        "---\nrule: zz/a\nseverity: note\nmatch: negation\nmessage: m\nwhy: w\nauthority: [zz]\n"
        "flags: [no]\npasses: [no]\n";
    char yaml[1000];
    snprintf(yaml, sizeof yaml, "%s%s", head,
             "where: {roles: [power], negated: true}\n"
             "unless:\n  - {after: negation, before: {all: [negation]}}\n  - {quoted: false}\n");
    proviso_lexicon *lexicon = load(yaml);
    const struct lexicon_rule *rule = &lexicon->rules[proviso_lexicon_find(lexicon, "zz/a")];
    const struct lexicon_condition *where = &lexicon->conditions[rule->where_first];
    const struct lexicon_condition *unless = &lexicon->conditions[rule->unless_first];
    ck_assert_uint_eq(rule->where_count, 2);
    ck_assert_uint_eq(where[0].key, COND_ROLES);
    ck_assert_uint_gt(where[0].ref_count, 1);
    ck_assert_uint_eq(where[1].value, 1);
    ck_assert_uint_eq(rule->unless_count, 3);
    ck_assert_uint_eq(where[0].group, where[1].group);
    ck_assert_uint_ne(unless[0].group, where[0].group);
    ck_assert_uint_eq(unless[0].group, unless[1].group);
    ck_assert_uint_eq(unless[1].mode, COND_ALL);
    ck_assert_uint_ne(unless[2].group, unless[1].group);
    ck_assert_uint_eq(unless[2].value, 0);
    proviso_lexicon_free(lexicon);
}
END_TEST

Suite *lexicon_build_suite(void) {
    Suite *suite = suite_create("build");
    TCase *tcase = tcase_create("build");
    tcase_add_test(tcase, phrases_are_found_in_any_form);
    tcase_add_test(tcase, what_the_program_asks_for_by_name_is_there);
    tcase_add_test(tcase, what_only_conditions_want_is_looked_for_when_asked_for);
    tcase_add_test(tcase, what_asks_last_for_a_concept_is_known);
    tcase_add_test(tcase, includes_reach_through);
    tcase_add_test(tcase, forms_that_no_phrase_tells_apart_are_one_word);
    tcase_add_test(tcase, a_hyphen_is_as_good_as_a_space_or_nothing);
    tcase_add_test(tcase, a_record_replaces_the_built_in_one);
    tcase_add_test(tcase, a_lexicon_of_nothing_is_one);
    tcase_add_test(tcase, unless_makes_groups);
    suite_add_tcase(suite, tcase);
    return suite;
}
