/* Phrases with gaps in a lexicon in memory: their stages, gaps and anchors. */
#include "lexicon_fixture.h"

Suite *lexicon_gaps_suite(void);

/* The gap before the stage that these words end. */
static uint32_t gap_before(const proviso_lexicon *lexicon, const char *concept, const char *words) {
    const struct gap_phrase *phrase = gap_phrase(lexicon, concept);
    uint32_t stage = gap_stage(lexicon, concept, words);
    ck_assert_uint_ne(stage, LEXICON_NONE);
    return matcher_of(lexicon, concept)->gap_places[phrase->place_first + stage].gap;
}

/* Brackets that hold more than words make ways to take one of each stage, not phrases. */
START_TEST(a_stage_holds_all_that_may_stand_there) {
    proviso_lexicon *lexicon =
        load(CONCEPT("zz", "phrases: ['(zip|zap zop) ..3 (zup|zep zop|zyp)']\n")
                 CONCEPT("zy", "phrases: ['zip (zap ..2 zop|..3 zup) zep']\n"));
    const struct matcher *matcher = matcher_of(lexicon, "zz");
    const struct gap_phrase *phrase = gap_phrase(lexicon, "zz");
    ck_assert_uint_eq(phrase->stages, 2);
    ck_assert_uint_eq(gap_stage(lexicon, "zz", "zip"), 0);
    ck_assert_uint_eq(gap_stage(lexicon, "zz", "zap zop"), 0);
    ck_assert_uint_eq(gap_stage(lexicon, "zz", "zup"), 1);
    ck_assert_uint_eq(gap_stage(lexicon, "zz", "zep zop"), 1);
    ck_assert_uint_eq(gap_stage(lexicon, "zz", "zyp"), 1);
    ck_assert_uint_eq(gap_stage(lexicon, "zz", "zap"), LEXICON_NONE);
    uint32_t phrases = 0, wanted = lexicon_concept_find(lexicon, "zz");
    for (uint32_t i = 0; i < matcher->gap_phrase_count; i++) {
        phrases += matcher->outputs[matcher->gap_phrases[i].output_first].concept == wanted;
    }
    ck_assert_uint_eq(phrases, 1);
    ck_assert_uint_eq(gap_stage(lexicon, "zy", "zip zap"), 0); /* its gaps differ: two phrases */
    proviso_lexicon_free(lexicon);
}
END_TEST

START_TEST(gaps_are_kept) {
    proviso_lexicon *lexicon = load(CONCEPT("zz", "phrases: ['zip ... zap ..3 zop']\n"));
    const struct gap_phrase *phrase = gap_phrase(lexicon, "zz");
    ck_assert_ptr_nonnull(phrase);
    ck_assert_uint_eq(phrase->stages, 3);
    ck_assert_uint_eq(gap_before(lexicon, "zz", "zap"), UINT32_MAX);
    ck_assert_uint_eq(gap_before(lexicon, "zz", "zop"), 3);
    proviso_lexicon_free(lexicon);
}
END_TEST

/* The phrase of the concept among those that the words anchor, or NULL. */
static const struct gap_anchor *anchor_of(const proviso_lexicon *lexicon, const char *words,
                                          const char *concept) {
    const struct matcher *matcher = matcher_of(lexicon, concept);
    const struct gap_phrase *phrase = gap_phrase(lexicon, concept);
    uint32_t node = walk(lexicon, matcher, words);
    ck_assert_uint_ne(node, LEXICON_NONE);
    const uint32_t *first = &matcher->anchor_first[matcher->nodes[node].mark];
    for (uint32_t i = first[0]; i < first[1]; i++) {
        if (&matcher->gap_phrases[matcher->anchors[i].phrase] == phrase) {
            return &matcher->anchors[i];
        }
    }
    return NULL;
}

static bool anchors(const proviso_lexicon *lexicon, const char *words, const char *concept) {
    return anchor_of(lexicon, words, concept) != NULL;
}

/* Whether the words set this flag. */
static bool sets_flag(const proviso_lexicon *lexicon, const char *words, const char *concept,
                      uint32_t flag) {
    const struct matcher *matcher = matcher_of(lexicon, concept);
    uint32_t mark = matcher->nodes[walk(lexicon, matcher, words)].mark;
    for (uint32_t i = matcher->flag_first[mark]; i < matcher->flag_first[mark + 1]; i++) {
        const struct number_set *set = &matcher->flag_sets[i];
        if (set->word == flag / 32 && set->bits >> flag % 32 & 1) {
            return true;
        }
    }
    return false;
}

/* "zap" is the rarest; the next rarest, of two words at most, ends 5 words before it or sooner. */
START_TEST(a_phrase_knows_how_far_its_rarest_stretches_may_be_apart) {
    proviso_lexicon *lexicon = load(CONCEPT("zz", "phrases: ['(zop|the zop) ..5 zap']\n")
                                        CONCEPT("zy", "phrases: ['zap ..4 (of|of the) ..3 zop']\n")
                                            CONCEPT("zx", "phrases: [zap ... zop]\n"));
    ck_assert_uint_eq(gap_phrase(lexicon, "zz")->behind, 0);
    ck_assert_uint_eq(gap_phrase(lexicon, "zz")->span, 5 + 2);
    ck_assert_uint_eq(gap_phrase(lexicon, "zy")->behind, 1);
    ck_assert_uint_eq(gap_phrase(lexicon, "zy")->span, 1 + 4 + 2 + 3);
    ck_assert_uint_eq(gap_phrase(lexicon, "zx")->span, SPAN_ANY);
    proviso_lexicon_free(lexicon);
}
END_TEST

START_TEST(an_anchor_asks_for_the_next_rarest_stretch) {
    proviso_lexicon *lexicon =
        load(CONCEPT("zz", "phrases: ['(shall|may) ... zap ... (court|person)']\n")
                 CONCEPT("zy", "phrases: ['court ... zip']\n"));
    const struct gap_anchor *anchor = anchor_of(lexicon, "zap", "zz");
    ck_assert_ptr_nonnull(anchor);
    ck_assert(sets_flag(lexicon, "court", "zz", anchor->other));
    ck_assert(sets_flag(lexicon, "person", "zz", anchor->other));
    ck_assert(!sets_flag(lexicon, "shall", "zz", anchor->other));
    ck_assert(!sets_flag(lexicon, "zap", "zz", anchor->other));
    const struct gap_anchor *pair = anchor_of(lexicon, "zip", "zy");
    ck_assert_ptr_nonnull(pair);
    ck_assert(sets_flag(lexicon, "court", "zy", pair->other));
    ck_assert(!sets_flag(lexicon, "person", "zy", pair->other));
    proviso_lexicon_free(lexicon);
}
END_TEST

START_TEST(the_rarest_stretch_is_the_anchor) {
    proviso_lexicon *lexicon = load(CONCEPT("zz", "phrases: ['shall ... zap ... may']\n")
                                        CONCEPT("zy", "phrases: ['court ... of the zip']\n"));
    ck_assert(anchors(lexicon, "zap", "zz"));
    ck_assert(!anchors(lexicon, "shall", "zz"));
    ck_assert(anchors(lexicon, "of the zip", "zy"));
    ck_assert(!anchors(lexicon, "court", "zy"));
    proviso_lexicon_free(lexicon);
}
END_TEST

START_TEST(a_common_word_anchors_nothing_beside_a_rarer) {
    proviso_lexicon *lexicon = load("---\nlanguage: zz\nname: Zz\ncommon: [zip, zap]\n" CONCEPT(
        "zz", "phrases: ['zap ... zip', 'zip ... zop']\n"));
    ck_assert(anchors(lexicon, "zap", "zz"));
    ck_assert(!anchors(lexicon, "zip", "zz"));
    proviso_lexicon_free(lexicon);
}
END_TEST

Suite *lexicon_gaps_suite(void) {
    Suite *suite = suite_create("gaps");
    TCase *tcase = tcase_create("gaps");
    tcase_add_test(tcase, a_stage_holds_all_that_may_stand_there);
    tcase_add_test(tcase, gaps_are_kept);
    tcase_add_test(tcase, a_phrase_knows_how_far_its_rarest_stretches_may_be_apart);
    tcase_add_test(tcase, an_anchor_asks_for_the_next_rarest_stretch);
    tcase_add_test(tcase, the_rarest_stretch_is_the_anchor);
    tcase_add_test(tcase, a_common_word_anchors_nothing_beside_a_rarer);
    suite_add_tcase(suite, tcase);
    return suite;
}
