/* Hits by concept: answers equal those of a walk over all hits, whatever the order of questions. */
#include "base/arena.h"
#include "match/postings.h"

#include <check.h>
#include <stdlib.h>

Suite *match_postings_suite(void);

/* Of the text: hits take four bytes, or five. */
static const uint32_t lengths[] = {1 << 20, 1 << 26};

enum { CONCEPTS = 5, HITS = 400, QUESTIONS = 20000 };

static uint32_t dice(uint32_t *state, uint32_t sides) {
    *state = *state * 1664525u + 1013904223u;
    return (*state >> 8) % sides;
}

/* Hits in reading order, a few of them long, those of one concept without overlap; the last concept
 * has none. */
static uint32_t throw_hits(struct concept_hit hits[HITS], uint32_t *state) {
    uint32_t offset = 0, ends[CONCEPTS] = {0};
    for (uint32_t i = 0; i < HITS; i++) {
        uint32_t concept = dice(state, CONCEPTS - 1);
        offset += dice(state, 9);
        uint32_t start = offset < ends[concept] ? ends[concept] : offset;
        uint32_t length = dice(state, 20) ? 1 + dice(state, 12) : 250 + dice(state, 12);
        hits[i] = (struct concept_hit){{start, start + length}, concept};
        ends[concept] = hits[i].hit.end;
        offset = start;
    }
    return offset;
}

static void list_hits(struct postings *postings, const struct concept_hit *hits, uint32_t count,
                      uint32_t length) {
    ck_assert(postings_start(postings, CONCEPTS, length));
    for (uint32_t i = 0; i < count; i++) {
        ck_assert(postings_append(postings, hits[i].concept, hits[i].hit.start, hits[i].hit.end));
    }
}

static bool same(const struct hit *a, const struct hit *b) {
    return a && b ? a->start == b->start && a->end == b->end : a == b;
}

START_TEST(answers_equal_a_walk_over_all_hits) {
    struct concept_hit hits[HITS];
    uint32_t state = 7, offset = throw_hits(hits, &state);
    struct postings postings;
    list_hits(&postings, hits, HITS, lengths[_i]);
    for (int i = 0; i < QUESTIONS; i++) {
        uint32_t concept = dice(&state, CONCEPTS), at = dice(&state, offset + 20);
        const struct hit *from = NULL, *before = NULL;
        for (uint32_t h = 0; h < HITS; h++) {
            if (hits[h].concept == concept && hits[h].hit.start < at) {
                before = &hits[h].hit;
            } else if (hits[h].concept == concept && !from) {
                from = &hits[h].hit;
            }
        }
        ck_assert(same(postings_from(&postings, concept, at), from));
        ck_assert(same(postings_before(&postings, concept, at), before));
        bool inside = from && from->end <= at + 15;
        ck_assert(same(postings_inside(&postings, concept, at, at + 15), inside ? from : NULL));
    }
    postings_free(&postings);
}
END_TEST

START_TEST(selected_hits_are_those_of_all_concepts_wanted_in_reading_order) {
    struct concept_hit hits[HITS];
    uint32_t state = 11;
    throw_hits(hits, &state);
    struct postings postings;
    list_hits(&postings, hits, HITS, lengths[_i]);
    const uint32_t first[CONCEPTS + 1] = {0, 0, 2, 2, 3, 4}; /* concepts 1, 3 and 4 */
    uint32_t count = 0, expected = 0;
    struct concept_hit *selected = postings_select(&postings, first, &count);
    ck_assert_ptr_nonnull(selected);
    for (uint32_t i = 0; i < HITS; i++) {
        expected += hits[i].concept == 1 || hits[i].concept == 3;
    }
    ck_assert_uint_eq(count, expected);
    for (uint32_t i = 0; i < count; i++) {
        ck_assert(selected[i].concept == 1 || selected[i].concept == 3);
        const struct concept_hit *before = &selected[i ? i - 1 : 0];
        ck_assert(
            i == 0 || before->hit.start < selected[i].hit.start ||
            (before->hit.start == selected[i].hit.start &&
             (before->hit.end > selected[i].hit.end ||
              (before->hit.end == selected[i].hit.end && before->concept < selected[i].concept))));
    }
    array_free(selected);
    postings_free(&postings);
}
END_TEST

START_TEST(added_hits_stand_among_those_before_them) {
    const struct concept_hit old[] = {
        {{10, 12}, 0}, {{30, 300}, 0}, {{600, 900}, 0}, {{40, 44}, 1}};
    const struct hit added[] = {{5, 6}, {20, 21}, {301, 600}, {1000, 1001}, {1001, 2000}};
    const struct hit all[] = {{5, 6},     {10, 12},   {20, 21},     {30, 300},
                              {301, 600}, {600, 900}, {1000, 1001}, {1001, 2000}};
    struct postings postings;
    list_hits(&postings, old, 4, lengths[_i]);
    ck_assert(postings_add(&postings, 0, added, 5));
    const struct posting_list *list = postings_list(&postings, 0);
    ck_assert_uint_eq(list->count, 8);
    for (uint32_t i = 0; i < 8; i++) {
        const struct hit hit = posting_at(list, i);
        ck_assert(same(&hit, &all[i]));
    }
    ck_assert_uint_eq(postings_before(&postings, 0, 30)->start, 20);
    ck_assert_uint_eq(postings_from(&postings, 1, 0)->end, 44);
    postings_free(&postings);
}
END_TEST

START_TEST(many_hits_are_forgotten_and_few_stay) {
    struct postings postings;
    list_hits(&postings, NULL, 0, lengths[_i]);
    for (uint32_t i = 0; i < 1000; i++) {
        ck_assert(postings_append(&postings, 0, 3 * i, 3 * i + 2));
    }
    ck_assert(postings_append(&postings, 1, 7, 2000));
    postings_fit(&postings);
    ck_assert_uint_eq(postings_from(&postings, 0, 2000)->end, 2003);
    postings_forget(&postings, 0);
    postings_forget(&postings, 1);
    ck_assert_ptr_null(postings_list(&postings, 0)->hits);
    ck_assert_uint_eq(postings_list(&postings, 0)->count, 1000);
    ck_assert_uint_eq(postings_from(&postings, 1, 0)->end, 2000);
    ck_assert(postings_append(&postings, 1, 2000, 2001));
    ck_assert_uint_eq(postings_before(&postings, 1, 3000)->start, 2000);
    postings_free(&postings);
}
END_TEST

Suite *match_postings_suite(void) {
    Suite *suite = suite_create("match_postings");
    TCase *tests = tcase_create("postings");
    tcase_add_loop_test(tests, answers_equal_a_walk_over_all_hits, 0, 2);
    tcase_add_loop_test(tests, selected_hits_are_those_of_all_concepts_wanted_in_reading_order, 0,
                        2);
    tcase_add_loop_test(tests, added_hits_stand_among_those_before_them, 0, 2);
    tcase_add_loop_test(tests, many_hits_are_forgotten_and_few_stay, 0, 2);
    suite_add_tcase(suite, tests);
    return suite;
}
