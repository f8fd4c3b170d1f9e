/*
 * Phrases with gaps, once the trie is there. In: "warrant ... issued by a judge" as the stretches
 * "warrant" and "issued by a judge", and the marks of the nodes where each ends. Out: for the
 * phrase the marks of all its stretches, and the stretch that anchors it: the rarest, here "issued
 * by a judge". A stretch of one word is as common as that word is in phrases; one of several words
 * is rarer than any of one.
 */
#include <stdlib.h>

#include "assembly.h"

enum { PLACE_LIMIT = 4000000, OWN_BITS = 384 };

struct gaps {
    struct assembly *assembly;
    uint32_t marks;
    uint32_t *end_first; /* by stretch: its ends among gap_ends */
    uint32_t *common;    /* by mark: how many ways of the trie lead over a word that ends there */
    uint32_t *bits;      /* by stretch: its bit */
    struct gap_anchor *rows; /* by phrase: its anchor */
    struct rows anchors;     /* of struct gap_link: a mark and a phrase that it anchors */
};

static int compare_links(const void *one, const void *other) {
    const struct gap_link *a = one, *b = other;
    return a->from != b->from ? (a->from > b->from) - (a->from < b->from)
                              : (a->to > b->to) - (a->to < b->to);
}

/* Sorts links by `from`, which is below `count`. Returns where those of each begin, with one entry
 * more behind the last. */
static uint32_t *sort_links(struct assembly *assembly, struct rows *links, uint32_t count) {
    uint32_t *first = ARENA_ARRAY(assembly->arena, uint32_t, (size_t)count + 2);
    struct gap_link *sorted = ARENA_ARRAY(assembly->arena, struct gap_link, links->count);
    if (!first || !sorted) {
        assembly->failed = true;
        return NULL;
    }
    for (uint32_t i = 0; i < links->count; i++) {
        first[ROWS_AT(links, const struct gap_link, i)->from + 2]++;
    }
    for (uint32_t i = 2; i < count + 2; i++) {
        first[i] += first[i - 1];
    }
    for (uint32_t i = 0; i < links->count; i++) {
        const struct gap_link *link = ROWS_AT(links, const struct gap_link, i);
        sorted[first[link->from + 1]++] = *link;
    }
    links->first = sorted;
    return first;
}

static void count_common(struct gaps *gaps) {
    struct assembly *assembly = gaps->assembly;
    uint32_t words = assembly->vocabulary.word_count;
    uint32_t *edges = ARENA_ARRAY(assembly->arena, uint32_t, words);
    gaps->common = ARENA_ARRAY(assembly->arena, uint32_t, (size_t)gaps->marks + 1);
    if (!edges || !gaps->common) {
        assembly->failed = true;
        return;
    }
    for (uint32_t i = 0; i < assembly->edges.count; i++) {
        edges[ROWS_AT(&assembly->edges, const struct trie_edge, i)->word]++;
    }
    for (uint32_t i = 0; i < words; i++) {
        uint32_t node = assembly->word_first[i];
        gaps->common[ROWS_AT(&assembly->nodes, const struct trie_node, node)->mark] += edges[i];
    }
}

/* How common the stretch is: as the commonest word that it may be. */
static uint32_t stretch_common(const struct gaps *gaps, uint32_t stretch) {
    uint32_t most = 0;
    for (uint32_t i = gaps->end_first[stretch]; i < gaps->end_first[stretch + 1]; i++) {
        uint32_t mark = ROWS_AT(&gaps->assembly->gap_ends, const struct gap_link, i)->to;
        most = gaps->common[mark] > most ? gaps->common[mark] : most;
    }
    return most;
}

/* Gives each stretch a bit: the commonest one of their own, the others share what is left. */
static void give_bits(struct gaps *gaps) {
    struct assembly *assembly = gaps->assembly;
    uint32_t count = assembly->gap_stretches.count;
    struct gap_link *order = ARENA_ARRAY(assembly->arena, struct gap_link, count);
    gaps->bits = ARENA_ARRAY(assembly->arena, uint32_t, count);
    if (!order || !gaps->bits) {
        assembly->failed = true;
        return;
    }
    for (uint32_t i = 0; i < count; i++) {
        order[i] = (struct gap_link){UINT32_MAX - stretch_common(gaps, i), i};
    }
    qsort(order, count, sizeof *order, compare_links);
    for (uint32_t i = 0; i < count; i++) {
        gaps->bits[order[i].to] = i < OWN_BITS ? i : OWN_BITS + i % (GAP_BITS - OWN_BITS);
    }
}

/* Adds the places of a stage to its phrase. */
static void add_stage(struct gaps *gaps, const struct gap_stage *stage) {
    struct assembly *assembly = gaps->assembly;
    struct gap_phrase *phrase = ROWS_AT(&assembly->gap_phrases, struct gap_phrase, stage->phrase);
    uint32_t end = gaps->end_first[stage->stretch + 1];
    if (stage->stage == 0) {
        phrase->place_first = assembly->gap_places.count;
    }
    for (uint32_t i = gaps->end_first[stage->stretch]; i < end; i++) {
        uint32_t mark = ROWS_AT(&assembly->gap_ends, const struct gap_link, i)->to;
        const struct gap_place place = {mark, stage->stage, stage->gap};
        assembly_add(assembly, &assembly->gap_places, &place);
    }
    phrase->place_count = assembly->gap_places.count - phrase->place_first;
    if (assembly->gap_places.count > PLACE_LIMIT) {
        assembly_overflow(assembly);
    }
}

/* Anchors a phrase, whose stages these are, with links from the marks of the rarest of its
 * stretches. */
static void anchor_phrase(struct gaps *gaps, const struct gap_stage *stages, uint32_t count) {
    uint32_t rarest = 0, others = 0;
    for (uint32_t i = 1; i < count; i++) {
        bool rarer =
            stretch_common(gaps, stages[i].stretch) < stretch_common(gaps, stages[rarest].stretch);
        rarest = rarer ? i : rarest;
    }
    struct gap_anchor *row = &gaps->rows[stages->phrase];
    row->phrase = stages->phrase;
    for (uint32_t i = 0; i < count && others < 2; i++) {
        if (i != rarest) {
            row->bits[others++] = gaps->bits[stages[i].stretch];
        }
    }
    row->bits[1] = row->bits[others - 1];
    uint32_t end = gaps->end_first[stages[rarest].stretch + 1];
    for (uint32_t i = gaps->end_first[stages[rarest].stretch]; i < end; i++) {
        const struct gap_link *link = ROWS_AT(&gaps->assembly->gap_ends, const struct gap_link, i);
        const struct gap_link anchor = {link->to, stages->phrase};
        assembly_add(gaps->assembly, &gaps->anchors, &anchor);
    }
}

static void add_phrases(struct gaps *gaps) {
    const struct assembly *assembly = gaps->assembly;
    const struct gap_stage *stages = assembly->gap_stages.first;
    for (uint32_t i = 0, count; i < assembly->gap_stages.count && !assembly->failed; i += count) {
        count = ROWS_AT(&assembly->gap_phrases, const struct gap_phrase, stages[i].phrase)->stages;
        for (uint32_t stage = 0; stage < count; stage++) {
            add_stage(gaps, &stages[i + stage]);
        }
        anchor_phrase(gaps, &stages[i], count);
    }
}

static void add_marks(struct gaps *gaps) {
    struct assembly *assembly = gaps->assembly;
    const uint32_t *first = sort_links(assembly, &gaps->anchors, gaps->marks + 1);
    for (uint32_t i = 0; first && i < gaps->marks + 2; i++) {
        const struct gap_mark mark = {.anchor_first = first[i]};
        assembly_add(assembly, &assembly->marks, &mark);
    }
    for (uint32_t i = 0; i < gaps->anchors.count && !assembly->failed; i++) {
        uint32_t phrase = ROWS_AT(&gaps->anchors, const struct gap_link, i)->to;
        assembly_add(assembly, &assembly->anchors, &gaps->rows[phrase]);
    }
    for (uint32_t i = 0; i < assembly->gap_ends.count && !assembly->failed; i++) {
        const struct gap_link *end = ROWS_AT(&assembly->gap_ends, const struct gap_link, i);
        uint32_t bit = gaps->bits[end->from];
        ROWS_AT(&assembly->marks, struct gap_mark, end->to)->bits[bit / 32] |= 1u << bit % 32;
    }
}

void build_gaps(struct assembly *assembly) {
    struct gaps gaps = {.assembly = assembly};
    gaps.anchors = (struct rows){.arena = assembly->arena, .size = sizeof(struct gap_link)};
    gaps.rows = ARENA_ARRAY(assembly->arena, struct gap_anchor, assembly->gap_phrases.count);
    for (uint32_t i = 0; i < assembly->gap_ends.count; i++) {
        uint32_t mark = ROWS_AT(&assembly->gap_ends, const struct gap_link, i)->to;
        gaps.marks = mark > gaps.marks ? mark : gaps.marks;
    }
    gaps.end_first = sort_links(assembly, &assembly->gap_ends, assembly->gap_stretches.count);
    count_common(&gaps);
    if (assembly->failed || !gaps.rows) {
        assembly->failed = true;
        return;
    }
    give_bits(&gaps);
    if (!assembly->failed) {
        add_phrases(&gaps);
        add_marks(&gaps);
    }
}
