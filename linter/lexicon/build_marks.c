/*
 * Marks, once the trie is there: the nodes where a stretch of phrases with gaps ends. In: marks
 * numbered as the nodes came, and the stretches that end at each. Out: marks numbered anew, so that
 * those of one stretch ("judge", "court", "magistrate") stand together, best those of the largest,
 * and each stretch as sets of marks. Then, once phrases are anchored: flags, the numbers of the
 * stretches that anchors ask for, so that those that end at one mark stand together, best those of
 * the commonest words, and each mark as a set of flags.
 */
#include "assembly.h"

void build_marks(struct assembly *assembly, struct matcher_rows *rows) {
    const uint32_t stretches = rows->gap_stretches.count;
    double *sizes = ARENA_ARRAY(assembly->arena, double, stretches);
    for (uint32_t i = 0; sizes && i < rows->gap_ends.count; i++) {
        sizes[ROWS_AT(&rows->gap_ends, const struct gap_link, i)->from]++;
    }
    const uint32_t *numbers = /* there is no mark 0 */
        sizes ? build_numbers(assembly, &rows->gap_ends, sizes, stretches, rows->mark_count, 1)
              : NULL;
    if (!numbers) {
        assembly->failed = true;
        return;
    }
    for (uint32_t i = 0; i < rows->nodes.count; i++) {
        uint32_t *mark = &ROWS_AT(&rows->nodes, struct trie_node, i)->mark;
        *mark = numbers[*mark];
    }
    for (uint32_t i = 0; i < rows->gap_ends.count; i++) {
        uint32_t *mark = &ROWS_AT(&rows->gap_ends, struct gap_link, i)->to;
        *mark = numbers[*mark];
    }
    rows->end_first =
        build_sets(assembly, &rows->gap_ends, stretches, &rows->set_first, &rows->mark_sets);
}

/* How common the word is at which each mark is met; 0 for marks behind several words. */
static const double *weigh_marks(struct assembly *assembly, const struct matcher_rows *rows) {
    double *weights = ARENA_ARRAY(assembly->arena, double, rows->mark_count);
    for (uint32_t word = 0; weights && word < assembly->vocabulary.word_count; word++) {
        const struct trie_node *node =
            ROWS_AT(&rows->nodes, const struct trie_node, rows->word_first[word]);
        weights[node->mark] += assembly->vocabulary.common[word];
    }
    return weights;
}

/* The stretches that anchors ask for. */
static const bool *find_asked(struct assembly *assembly, const struct matcher_rows *rows) {
    bool *asked = ARENA_ARRAY(assembly->arena, bool, rows->gap_stretches.count);
    for (uint32_t i = 0; asked && i < rows->anchors.count; i++) {
        const struct gap_anchor *anchor = ROWS_AT(&rows->anchors, const struct gap_anchor, i);
        asked[anchor->other] = true;
    }
    return asked;
}

void build_flags(struct assembly *assembly, struct matcher_rows *rows) {
    const double *weights = weigh_marks(assembly, rows);
    const bool *asked = find_asked(assembly, rows);
    struct rows ended = {.arena = assembly->arena, .size = sizeof(struct gap_link)};
    for (uint32_t i = 0; asked && i < rows->gap_ends.count; i++) {
        const struct gap_link *end = ROWS_AT(&rows->gap_ends, const struct gap_link, i);
        const struct gap_link link = {end->to, end->from};
        if (asked[end->from]) {
            assembly_add(assembly, &ended, &link);
        }
    }
    const uint32_t *numbers = weights && asked
                                  ? build_numbers(assembly, &ended, weights, rows->mark_count,
                                                  rows->gap_stretches.count, 0)
                                  : NULL;
    if (!numbers) {
        assembly->failed = true;
        return;
    }
    for (uint32_t i = 0; i < rows->anchors.count; i++) {
        struct gap_anchor *anchor = ROWS_AT(&rows->anchors, struct gap_anchor, i);
        anchor->other = numbers[anchor->other];
    }
    for (uint32_t i = 0; i < ended.count; i++) {
        uint32_t *stretch = &ROWS_AT(&ended, struct gap_link, i)->to;
        *stretch = numbers[*stretch];
        rows->flag_words = rows->flag_words > *stretch / 32 ? rows->flag_words : *stretch / 32 + 1;
    }
    build_sets(assembly, &ended, rows->mark_count, &rows->flag_first, &rows->flag_sets);
}
