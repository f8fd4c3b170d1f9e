/* Phrases found: gaps, numbers, exceptions, overlaps, patterns; cost on hostile sentences. */
#include "match/scan.h"
#include "match_fixture.h"

#include <stdlib.h>

Suite *match_hits_suite(void);

static const char court[] = TEST_CONCEPT("test-court", "court, court order, order of the court");
static const char gap[] = TEST_CONCEPT("test-gap", "warrant ... issued by a judge");
static const char near[] = TEST_CONCEPT("test-near", "retain ..2 data");

START_TEST(the_longest_of_overlapping_hits_stays) {
    ASSERT_HITS(court, "test-court", "An order of the court is a court order; the court sits.",
                "order of the court|court order|court");
}
END_TEST

START_TEST(a_gap_ends_at_the_sentence) {
    ASSERT_HITS(gap, "test-gap", "A warrant shall be in writing and issued by a judge.",
                "warrant shall be in writing and issued by a judge");
    ASSERT_HITS(gap, "test-gap", "A warrant is needed. It is issued by a judge.", "");
}
END_TEST

START_TEST(a_gap_takes_the_shortest_passage) {
    ASSERT_HITS(gap, "test-gap",
                "A warrant, a warrant in writing issued by a judge or issued by a judge.",
                "warrant in writing issued by a judge");
}
END_TEST

START_TEST(a_bounded_gap_counts_words) {
    ASSERT_HITS(near, "test-near", "They retain data. They retain all traffic data.",
                "retain data|retain all traffic data");
    ASSERT_HITS(near, "test-near", "They retain all such traffic data.", "");
    ASSERT_HITS(near, "test-near", "They retain or may retain such data.", "retain such data");
}
END_TEST

START_TEST(words_that_go_out_of_another_law_are_not_read) {
    ASSERT_HITS(court, "test-court",
                "1. Section 5 is amended by substituting for the words \"court order\" the words "
                "\"order of the court\".\n\n2. In section 6, the words \"court\" are deleted.",
                "order of the court");
}
END_TEST

START_TEST(stretches_of_a_gap_phrase_may_overlap_themselves) {
    ASSERT_HITS(TEST_CONCEPT("test-own", "=data ... =data =retention"), "test-own",
                "The data under data retention.", "data under data retention");
}
END_TEST

START_TEST(a_gap_phrase_of_three_stretches_keeps_its_order) {
    const char *yaml = TEST_CONCEPT("test-three", "seize ... computer ... court");
    ASSERT_HITS(yaml, "test-three", "They seize any computer if a court agrees.",
                "seize any computer if a court");
    ASSERT_HITS(yaml, "test-three", "A computer is seized; the court agrees.", "");
}
END_TEST

/* The rarest stretch of a phrase is looked for first; the other may stand often, mostly too far. */
START_TEST(stretches_are_found_near_each_other) {
    const char *yaml = TEST_CONCEPT("test-term", "zop ..2 (zap|zip zup)");
    ASSERT_HITS(yaml, "test-term", "zop a b c zap zop a zap", "zop a zap");
    ASSERT_HITS(yaml, "test-term", "zip zup zop a b zip zup zop", "zop a b zip zup");
    ASSERT_HITS(yaml, "test-term",
                "zop zop zop zop zop zop zop zop zop a b c zap zap zap zap zap "
                "zap zap zap zap zop zap",
                "zop zap");
}
END_TEST

START_TEST(numbers_match_in_digits_and_words) {
    const char *yaml = TEST_CONCEPT("test-term", "'imprisonment for # years'");
    ASSERT_HITS(yaml, "test-term", "imprisonment for 24 years; imprisonment for two years",
                "imprisonment for 24 years|imprisonment for two years");
    ASSERT_HITS(yaml, "test-term", "imprisonment for many years", "");
    ASSERT_HITS(TEST_CONCEPT("test-first", "'# years'"), "test-first", "after five years",
                "five years");
}
END_TEST

static const char except[] =
    "---\nconcept: test-law\nkind: vague\nphrases: [law, law enforcement agency, judge ... law]\n"
    "except: [law enforcement, law of nature, good order]\n";

START_TEST(an_exception_takes_what_lies_in_it) {
    ASSERT_HITS(except, "test-law", "The law; law enforcement; the law of nature.", "law");
}
END_TEST

START_TEST(a_phrase_with_more_words_survives_the_exception) {
    ASSERT_HITS(except, "test-law", "A law enforcement agency.", "law enforcement agency");
}
END_TEST

START_TEST(a_gap_phrase_must_survive_at_both_ends) {
    ASSERT_HITS(except, "test-law", "The judge may use the law of nature.", "");
    ASSERT_HITS(except, "test-law", "The judge and good order obey the law.",
                "judge and good order obey the law");
    ASSERT_HITS(except, "test-law", "The judge of good order obeys.", "");
}
END_TEST

/* test-zap is of no use once test-zapped is made, and that of none once the rule has spoken. */
START_TEST(hits_are_forgotten_when_nobody_asks_for_them) {
    const char *lexicon = TEST_AUTHORITY TEST_CONCEPT("test-zap", "zap") TEST_CONCEPT(
        "test-zup", "zup") "---\nconcept: test-zapped\nkind: vague\nderived:\n  - match: test-zap\n"
                           "    where: {same-sentence: [test-zup]}\n" TEST_RULE("test-rule",
                                                                                "test-zapped", "");
    struct trial_draft draft;
    struct buffer text = {0};
    for (uint32_t i = 0; i < 600; i++) {
        buffer_add_string(&text, i % 2 ? "A zap and a zup.\n\n" : "A zap.\n\n");
    }
    trial_check(&draft, lexicon, buffer_string(&text));
    const struct postings *hits = &draft.findings->hits;
    const char *const forgotten[] = {"test-zap", "test-zapped"};
    for (uint32_t i = 0; i < 2; i++) {
        uint32_t concept = lexicon_concept_find(draft.lexicon, forgotten[i]);
        ck_assert_ptr_null(postings_list(hits, concept)->hits);
        ck_assert_uint_eq(postings_list(hits, concept)->count, i ? 300 : 600);
    }
    uint32_t said = 0;
    for (uint32_t i = 0; i < draft.findings->count; i++) {
        said += draft.findings->list[i].rule == proviso_lexicon_find(draft.lexicon, "test-rule");
    }
    ck_assert_uint_eq(said, 300);
    buffer_free(&text);
    trial_free(&draft);
}
END_TEST

START_TEST(hits_are_sorted_and_know_their_sentence) {
    struct trial_draft draft;
    trial_check(&draft, court,
                "# Article 7 Court orders\n\nThe court sits. No order.\n\n"
                "# Article 8 The court\n\nA court order of the court.\n");
    const struct proviso_findings *findings = draft.findings;
    ck_assert_str_eq(trial_hits(&draft, "test-court"),
                     "Court orders|court|court|order of the court");
    const struct posting_list *list =
        postings_list(&findings->hits, lexicon_concept_find(draft.lexicon, "test-court"));
    uint32_t cursor = 0;
    for (uint32_t i = 0; i < list->count; i++) {
        const struct hit hit = posting_at(list, i);
        ck_assert(i == 0 || posting_at(list, i - 1).end <= hit.start);
        uint32_t in = match_sentence(findings, &cursor, &hit);
        if (in != DOCUMENT_NONE) {
            const struct sentence *sentence = &draft.document->sentences[in];
            ck_assert(hit.start >= sentence->start && hit.end <= sentence->end);
        }
    }
    trial_free(&draft);
}
END_TEST

static const char derived[] = "---\nconcept: test-a\nkind: vague\nphrases: [aqueduct]\n"
                              "---\nconcept: test-b\nkind: vague\nphrases: [bollard]\n"
                              "---\nconcept: test-both\nkind: vague\nderived:\n"
                              "  - match: test-b\n    where: {same-sentence: [test-a]}\n"
                              "  - match: test-a\n    where: {same-sentence: [test-b]}\n"
                              "---\nconcept: test-again\nkind: vague\nderived:\n"
                              "  - match: test-both\n    where: {earlier: [test-both]}\n";

START_TEST(derived_hits_stand_in_reading_order) {
    struct trial_draft draft;
    trial_check(&draft, derived,
                "An aqueduct. A bollard by an aqueduct, a bollard.\n\nNo bollard. An aqueduct of "
                "every bollard.\n");
    ck_assert_str_eq(trial_hits(&draft, "test-both"), "bollard|aqueduct|bollard|aqueduct|bollard");
    ck_assert_str_eq(trial_hits(&draft, "test-again"), "aqueduct|bollard|bollard");
    trial_free(&draft);
}
END_TEST

static const char pattern[] =
    "---\nconcept: test-years\nkind: vague\nphrases: [life imprisonment]\npatterns:\n"
    "  - anchor: imprisonment\n    match: '\\b\\d+ (?:-|to) \\d+ years'\n";

START_TEST(a_pattern_sees_a_sentence_in_one_line) {
    ASSERT_HITS(pattern, "test-years", "Imprisonment of 2 to *10*\n   years or 3 - 4  years.",
                "2 to *10*\n   years|3 - 4  years");
    ASSERT_HITS(pattern, "test-years", "Loans of 2 to 10 years. Life imprisonment.",
                "Life imprisonment");
}
END_TEST

START_TEST(a_pattern_finds_what_lies_far_into_a_long_sentence) {
    struct buffer text = {0};
    for (int i = 0; i < 3000; i++) {
        buffer_add_string(&text, "and so on ");
    }
    buffer_add_string(&text, "imprisonment of 5 to 7 years");
    struct trial_draft draft;
    trial_check(&draft, pattern, buffer_string(&text));
    ck_assert_str_eq(trial_hits(&draft, "test-years"), "5 to 7 years");
    trial_free(&draft);
    buffer_free(&text);
}
END_TEST

START_TEST(a_pattern_at_its_limit_is_counted) {
    struct buffer text = {0};
    buffer_add_string(&text, "Imprisonment ");
    for (int i = 0; i < 1500; i++) {
        buffer_add_string(&text, "a");
    }
    struct trial_draft draft;
    trial_check(&draft,
                "---\nconcept: test-slow\nkind: vague\nphrases: [zzz]\npatterns:\n"
                "  - anchor: imprisonment\n    match: '(a+)+[bc]'\n",
                buffer_string(&text));
    ck_assert_uint_eq(draft.findings->unevaluated, 1);
    trial_free(&draft);
    buffer_free(&text);
}
END_TEST

static uint64_t steps_for(const char *words, int times) {
    struct buffer text = {0};
    for (int i = 0; i < times; i++) {
        buffer_add_string(&text, words);
    }
    struct trial_draft draft;
    trial_check(&draft,
                TEST_CONCEPT("test-many",
                             "court ... judge, court ... data, data ... judge, court ..4 court, "
                             "data ... court ... judge, judge ... court"),
                buffer_string(&text));
    struct scan scan;
    ck_assert(scan_start(&scan, draft.document, MATCHER_ALWAYS, draft.findings->arena));
    for (uint32_t i = 0; i < draft.document->sentence_count; i++) {
        const struct sentence *sentence = &draft.document->sentences[i];
        ck_assert(scan_read(&scan, sentence->start, sentence->end));
        scan_stretch(&scan, sentence->start, sentence->end);
    }
    uint32_t concept = lexicon_concept_find(draft.lexicon, "test-many");
    uint64_t steps = scan.steps + postings_list(&draft.findings->hits, concept)->count;
    scan_end(&scan);
    trial_free(&draft);
    buffer_free(&text);
    return steps;
}

START_TEST(twice_the_text_is_twice_the_steps) {
    static const char *const drafts[] = {"court data judge ", "court court data ", "judge, "};
    for (size_t i = 0; i < sizeof drafts / sizeof *drafts; i++) {
        uint64_t once = steps_for(drafts[i], 4000), twice = steps_for(drafts[i], 8000);
        ck_assert_uint_le(twice * 10, once * 21);
    }
}
END_TEST

Suite *match_hits_suite(void) {
    Suite *suite = suite_create("match_hits");
    TCase *tests = tcase_create("hits");
    tcase_add_test(tests, the_longest_of_overlapping_hits_stays);
    tcase_add_test(tests, a_gap_ends_at_the_sentence);
    tcase_add_test(tests, a_gap_takes_the_shortest_passage);
    tcase_add_test(tests, a_bounded_gap_counts_words);
    tcase_add_test(tests, words_that_go_out_of_another_law_are_not_read);
    tcase_add_test(tests, stretches_of_a_gap_phrase_may_overlap_themselves);
    tcase_add_test(tests, a_gap_phrase_of_three_stretches_keeps_its_order);
    tcase_add_test(tests, stretches_are_found_near_each_other);
    tcase_add_test(tests, numbers_match_in_digits_and_words);
    tcase_add_test(tests, an_exception_takes_what_lies_in_it);
    tcase_add_test(tests, a_phrase_with_more_words_survives_the_exception);
    tcase_add_test(tests, a_gap_phrase_must_survive_at_both_ends);
    tcase_add_test(tests, hits_are_sorted_and_know_their_sentence);
    tcase_add_test(tests, hits_are_forgotten_when_nobody_asks_for_them);
    tcase_add_test(tests, derived_hits_stand_in_reading_order);
    tcase_add_test(tests, a_pattern_sees_a_sentence_in_one_line);
    tcase_add_test(tests, a_pattern_finds_what_lies_far_into_a_long_sentence);
    tcase_add_test(tests, a_pattern_at_its_limit_is_counted);
    tcase_add_test(tests, twice_the_text_is_twice_the_steps);
    suite_add_tcase(suite, tests);
    return suite;
}
