/*
 * The edges of a trie to one table. In: node 7 with edges over the words 12 and 40, node 9 with one
 * over 15. Out: a table of steps in which the rows of all nodes lie over one another, each moved
 * until none of its edges meets one of another row: the step from a node over a word is looked for
 * at the node's base + word, and is there if it bears the mark of that base.
 *
 * A step is one number: its lower bits are the node it leads to, the others the mark, which is the
 * lower bits of the base. So rows that could meet have bases that differ in these bits, and not all
 * of them zero: that is the mark of nodes without edges and of places that are empty.
 */
#include <stdlib.h>

#include "assembly.h"

/* When so many places were tried for all rows together, those left go behind the others. The
 * built-in lexicon tries 11 million. */
enum { PLACES_TRIED = 100000000 };

struct comb {
    struct rows *steps;   /* of uint32_t */
    struct rows bases;    /* of bool, by place: whether a row has it as its base */
    uint32_t words;       /* in each row, with those that it has no edge for */
    uint32_t target_bits; /* of a step */
    uint32_t free;        /* none before it is empty */
    uint32_t edges;       /* of a row that was tried from there on */
    uint32_t tried;  /* where the last row went: others about as large need not look before it */
    uint32_t places; /* tried so far */
};

/* A node and how many edges it has. */
struct ranked {
    uint32_t node, edges;
};

static int compare_ranked(const void *left, const void *right) {
    const struct ranked *one = left, *other = right;
    if (one->edges != other->edges) {
        return one->edges > other->edges ? -1 : 1;
    }
    return one->node < other->node ? -1 : one->node > other->node;
}

/* Nodes with edges, those with most first. Returns how many. */
static uint32_t rank_nodes(const struct matcher_rows *rows, struct ranked *ranked) {
    uint32_t count = 0;
    for (uint32_t node = 1; node + 1 < rows->nodes.count; node++) {
        const struct trie_node *row = ROWS_AT(&rows->nodes, const struct trie_node, node);
        uint32_t edges = row[1].base - row[0].base;
        if (edges) {
            ranked[count++] = (struct ranked){node, edges};
        }
    }
    qsort(ranked, count, sizeof *ranked, compare_ranked);
    return count;
}

/* Whether a row may have this base: no other with the same mark is so near that they could meet. */
static bool may_be_base(const struct comb *comb, uint32_t base) {
    const bool *bases = comb->bases.first;
    const uint64_t marks = UINT64_C(1) << (32 - comb->target_bits);
    if (base % marks == 0) {
        return false;
    }
    uint64_t at = base % marks;
    at = base > comb->words ? at + (base - comb->words) / marks * marks : at;
    for (; at < (uint64_t)base + comb->words && at < comb->bases.count; at += marks) {
        if (bases[at]) {
            return false;
        }
    }
    return true;
}

static bool has_room(const struct comb *comb, uint32_t base, const struct trie_edge *edges,
                     uint32_t count) {
    const uint32_t *steps = comb->steps->first;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t at = base + edges[i].word;
        if (at < comb->steps->count && steps[at]) {
            return false;
        }
    }
    return may_be_base(comb, base);
}

/* Where the row of these edges has room. Rows come largest first. */
static uint32_t find_base(struct comb *comb, const struct trie_edge *edges, uint32_t count) {
    const uint32_t first = edges[0].word, end = comb->steps->count;
    if (count * 8 <= comb->edges * 7 || comb->edges == 0) {
        comb->edges = count;
        comb->tried = comb->free;
    }
    uint32_t at = comb->tried > first ? comb->tried : first;
    while (at < end && !has_room(comb, at - first, edges, count)) {
        at = ++comb->places < PLACES_TRIED ? at + 1 : end;
    }
    while (!may_be_base(comb, at - first)) {
        at++;
    }
    comb->tried = at;
    return at - first;
}

static void place_row(struct comb *comb, uint32_t base, const struct trie_edge *edges,
                      uint32_t count) {
    uint32_t *steps = comb->steps->first;
    for (uint32_t i = 0; i < count; i++) {
        steps[base + edges[i].word] = base << comb->target_bits | edges[i].target;
    }
    ((bool *)comb->bases.first)[base] = true;
    comb->bases.count = base >= comb->bases.count ? base + 1 : comb->bases.count;
    uint32_t end = base + edges[count - 1].word + 1;
    comb->steps->count = end > comb->steps->count ? end : comb->steps->count;
    while (comb->free < comb->steps->count && steps[comb->free]) {
        comb->free++;
    }
}

/* Room for a row wherever it goes, and behind the last for words that it has no edge for. */
static bool make_room(struct rows *rows, uint32_t count, uint32_t words) {
    uint64_t needed = (uint64_t)count + 3 * (uint64_t)words;
    return needed <= rows->capacity ||
           (needed < UINT32_MAX / 2 && rows_reserve(rows, (uint32_t)needed * 2));
}

static uint32_t bits_of(uint32_t count) {
    uint32_t bits = 1;
    while (count >> bits) {
        bits++;
    }
    return bits;
}

void build_steps(struct assembly *assembly, struct matcher_rows *rows) {
    const uint32_t words = assembly->vocabulary.word_count, nodes = rows->nodes.count;
    uint32_t *bases = ARENA_ARRAY(assembly->arena, uint32_t, nodes);
    struct ranked *ranked = ARENA_ARRAY(assembly->arena, struct ranked, nodes);
    struct comb comb = {.steps = &rows->steps, .words = words, .target_bits = bits_of(nodes)};
    comb.bases = (struct rows){.arena = assembly->arena, .size = sizeof(bool)};
    uint32_t count = bases && ranked ? rank_nodes(rows, ranked) : 0, most = 0;
    bool good = bases && ranked;
    for (uint32_t i = 0; i < count && good; i++) {
        good = make_room(comb.steps, comb.steps->count, words) &&
               make_room(&comb.bases, comb.steps->count, words);
        if (good) {
            const struct trie_node *row =
                ROWS_AT(&rows->nodes, const struct trie_node, ranked[i].node);
            const struct trie_edge *edges =
                ROWS_AT(&rows->edges, const struct trie_edge, row->base);
            uint32_t base = find_base(&comb, edges, ranked[i].edges);
            place_row(&comb, base, edges, ranked[i].edges);
            bases[ranked[i].node] = base;
            most = base > most ? base : most;
        }
    }
    if (!good || !make_room(comb.steps, most, words)) {
        assembly->failed = true;
        return;
    }
    comb.steps->count = most + words;
    rows->target_bits = comb.target_bits;
    for (uint32_t node = 0; node < nodes; node++) {
        ROWS_AT(&rows->nodes, struct trie_node, node)->base = bases[node];
    }
}
