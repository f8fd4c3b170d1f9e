/* Words found when asked for: the answers are those of a search everywhere. */
#include "match_fixture.h"

#include "match/asked.h"

Suite *match_asked_suite(void);

/* test-rare is included by another and looked for by nobody: only when asked for. */
#define ASKED_LEXICON                                                                              \
    TEST_CONCEPT("test-rare", "zap, zap zop")                                                      \
    "---\n" TEST_CONCEPT(                                                                          \
        "test-wide",                                                                               \
        "zip ... zup") "---\nconcept: test-user\nkind: vague\nincludes: [test-rare, test-wide]\n"

struct question {
    struct trial_draft draft;
    struct asked asked;
    uint32_t concept;
};

static void question_start(struct question *question, const char *text) {
    trial_check(&question->draft, ASKED_LEXICON, text);
    memset(&question->asked, 0, sizeof question->asked);
    ck_assert(asked_start(&question->asked, question->draft.findings));
    question->concept = lexicon_concept_find(question->draft.lexicon, "test-rare");
    ck_assert_uint_eq(question->draft.lexicon->concepts[question->concept].use, MATCHER_ASKED);
}

static void question_end(struct question *question) {
    ck_assert(!question->asked.failed);
    asked_end(&question->asked);
    trial_free(&question->draft);
}

static uint32_t before(struct question *question, uint32_t start, uint32_t end) {
    const struct hit *hit = asked_before(&question->asked, question->concept, start, end);
    return hit ? hit->start : DOCUMENT_NONE;
}

static uint32_t from(struct question *question, uint32_t start, uint32_t end) {
    const struct hit *hit = asked_from(&question->asked, question->concept, start, end);
    return hit ? hit->start : DOCUMENT_NONE;
}

START_TEST(hits_are_found_on_both_sides) {
    struct question question;
    question_start(&question, "1. A zap may zap zop or zap.\n");
    ck_assert_str_eq(trial_hits(&question.draft, "test-rare"), ""); /* not looked for */
    ck_assert_uint_eq(before(&question, 0, 5), DOCUMENT_NONE);
    ck_assert_uint_eq(before(&question, 0, 6), 5);
    ck_assert_uint_eq(before(&question, 0, 24), 13);
    ck_assert_uint_eq(before(&question, 0, 100), 24);
    ck_assert_uint_eq(from(&question, 5, 100), 5);
    ck_assert_uint_eq(from(&question, 6, 100), 13);
    ck_assert_uint_eq(from(&question, 6, 13), DOCUMENT_NONE);
    ck_assert_uint_eq(from(&question, 25, 100), DOCUMENT_NONE);
    question_end(&question);
}
END_TEST

/* Any two offsets, in any order: as a search of the text answers. */
START_TEST(any_question_is_answered_as_by_a_search) {
    struct buffer text = {0};
    for (uint32_t i = 0; i < 60; i++) {
        buffer_add_string(&text, i % 7 == 3 ? "Here is a zap, and no more.\n\n" : "Nothing.\n\n");
    }
    struct question question;
    question_start(&question, buffer_string(&text));
    const char *bytes = buffer_string(&text);
    uint32_t length = (uint32_t)text.length, seed = 1;
    for (uint32_t i = 0; i < 4000; i++) {
        seed = seed * 1103515245u + 12345u;
        uint32_t start = (seed >> 8) % length;
        seed = seed * 1103515245u + 12345u;
        uint32_t end = start + (seed >> 8) % (length - start) + 1;
        uint32_t first = DOCUMENT_NONE, last = DOCUMENT_NONE;
        for (uint32_t at = start; at < end && at + 3 < length; at++) {
            if (memcmp(bytes + at, "zap", 3) == 0) {
                first = first == DOCUMENT_NONE ? at : first;
                last = at;
            }
        }
        ck_assert_uint_eq(from(&question, start, end), first);
        if (last != DOCUMENT_NONE) {
            ck_assert_uint_eq(before(&question, start, end), last);
        }
    }
    question_end(&question);
    buffer_free(&text);
}
END_TEST

/* A sentence of few hits and one of many, each without and with one that is too long for the usual
 * form. */
START_TEST(hits_of_any_length_are_kept) {
    struct buffer text = {0};
    uint32_t zaps = _i % 2 ? 100 : 5, words = _i / 2 ? 200 : 2;
    buffer_add_string(&text, "A zip");
    for (uint32_t i = 0; i < words; i++) {
        buffer_add_string(&text, " and");
    }
    buffer_add_string(&text, " zup");
    uint32_t end = (uint32_t)text.length;
    for (uint32_t i = 0; i < zaps; i++) {
        buffer_add_string(&text, " zap");
    }
    buffer_add_string(&text, ".\n");
    struct question question;
    question_start(&question, buffer_string(&text));
    ck_assert_uint_eq(before(&question, 0, 10000), end + 4 * zaps - 3);
    ck_assert_uint_eq(from(&question, 0, 10000), end + 1);
    ck_assert_uint_eq(from(&question, end + 10, 10000), end + 13);
    question.concept = lexicon_concept_find(question.draft.lexicon, "test-wide");
    const struct hit *hit = asked_from(&question.asked, question.concept, 0, 10000);
    ck_assert_ptr_nonnull(hit);
    ck_assert_uint_eq(hit->start, 2);
    ck_assert_uint_eq(hit->end, end);
    question_end(&question);
    buffer_free(&text);
}
END_TEST

Suite *match_asked_suite(void) {
    Suite *suite = suite_create("asked");
    TCase *tests = tcase_create("asked");
    tcase_add_test(tests, hits_are_found_on_both_sides);
    tcase_add_test(tests, any_question_is_answered_as_by_a_search);
    tcase_add_loop_test(tests, hits_of_any_length_are_kept, 0, 4);
    suite_add_tcase(suite, tests);
    return suite;
}
