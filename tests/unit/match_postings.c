/* Hits by concept: answers equal those of a walk over all hits, whatever the order of questions. */
#include "match/postings.h"

#include <check.h>
#include <stdlib.h>

Suite *match_postings_suite(void);

enum { CONCEPTS = 5, HITS = 400, QUESTIONS = 20000 };

static uint32_t dice(uint32_t *state, uint32_t sides) {
    *state = *state * 1664525u + 1013904223u;
    return (*state >> 8) % sides;
}

/* Hits in reading order, those of one concept without overlap; the last concept has none. */
static uint32_t throw_hits(struct hit hits[HITS], uint32_t *state) {
    uint32_t offset = 0, ends[CONCEPTS] = {0};
    for (uint32_t i = 0; i < HITS; i++) {
        uint32_t concept = dice(state, CONCEPTS - 1);
        offset += dice(state, 9);
        uint32_t start = offset < ends[concept] ? ends[concept] : offset;
        hits[i] = (struct hit){start, start + 1 + dice(state, 12), concept};
        ends[concept] = hits[i].end;
        offset = start;
    }
    return offset;
}

START_TEST(answers_equal_a_walk_over_all_hits) {
    struct hit hits[HITS];
    uint32_t state = 7, offset = throw_hits(hits, &state);
    struct proviso_lexicon lexicon = {.concept_count = CONCEPTS};
    struct proviso_document document = {.lexicon = &lexicon};
    struct proviso_findings findings = {
        .arena = arena_new(), .document = &document, .hits = hits, .hit_count = HITS};
    struct postings postings = {.memory = NULL};
    ck_assert(postings_make(&postings, &findings));
    for (int i = 0; i < QUESTIONS; i++) {
        uint32_t concept = dice(&state, CONCEPTS), at = dice(&state, offset + 20);
        const struct hit *from = NULL, *before = NULL;
        for (uint32_t h = 0; h < HITS; h++) {
            if (hits[h].concept == concept && hits[h].start < at) {
                before = &hits[h];
            } else if (hits[h].concept == concept && !from) {
                from = &hits[h];
            }
        }
        ck_assert_ptr_eq(postings_from(&postings, concept, at), from);
        ck_assert_ptr_eq(postings_before(&postings, concept, at), before);
        bool inside = from && from->end <= at + 15;
        ck_assert_ptr_eq(postings_inside(&postings, concept, at, at + 15), inside ? from : NULL);
    }
    postings_free(&postings);
    arena_free(findings.arena);
}
END_TEST

START_TEST(selected_hits_are_those_of_all_concepts_wanted) {
    struct hit hits[HITS];
    uint32_t state = 11;
    throw_hits(hits, &state);
    struct proviso_lexicon lexicon = {.concept_count = CONCEPTS};
    struct proviso_document document = {.lexicon = &lexicon};
    struct proviso_findings findings = {
        .arena = arena_new(), .document = &document, .hits = hits, .hit_count = HITS};
    struct postings postings = {.memory = NULL};
    ck_assert(postings_make(&postings, &findings));
    const uint32_t first[CONCEPTS + 1] = {0, 0, 2, 2, 3, 4}; /* concepts 1, 3 and 4 */
    uint32_t count = 0, expected = 0, *selected = postings_select(&postings, first, &count);
    ck_assert_ptr_nonnull(selected);
    for (uint32_t i = 0; i < HITS; i++) {
        if (hits[i].concept == 1 || hits[i].concept == 3) {
            ck_assert_uint_lt(expected, count);
            ck_assert_uint_eq(selected[expected++], i);
        }
    }
    ck_assert_uint_eq(count, expected);
    array_free(selected);
    postings_free(&postings);
    arena_free(findings.arena);
}
END_TEST

Suite *match_postings_suite(void) {
    Suite *suite = suite_create("match_postings");
    TCase *tests = tcase_create("postings");
    tcase_add_test(tests, answers_equal_a_walk_over_all_hits);
    tcase_add_test(tests, selected_hits_are_those_of_all_concepts_wanted);
    suite_add_tcase(suite, tests);
    return suite;
}
