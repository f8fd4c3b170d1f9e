/*
 * The edges of a trie to one table. In: node 7 with edges over the words 12 and 40, node 9 with one
 * over 15. Out: a table of steps in which the rows of all nodes lie over one another, each moved
 * until none of its edges meets one of another row: the step from a node over a word is looked for
 * at the node's base + word, and is there if the node is the one that the entry names.
 */
#include <stdlib.h>

#include "assembly.h"

/* When so many places were tried for all rows together, those left go behind the others. The
 * built-in lexicon tries 11 million. */
enum { PLACES_TRIED = 100000000 };

struct comb {
    struct rows *steps; /* of struct trie_step */
    uint32_t free;      /* none before it is empty */
    uint32_t edges;     /* of a row that was tried from there on */
    uint32_t tried;     /* where the last row went: others about as large need not look before it */
    uint32_t places;    /* tried so far */
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

static bool has_room(const struct comb *comb, uint32_t base, const struct trie_edge *edges,
                     uint32_t count) {
    const struct trie_step *steps = comb->steps->first;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t at = base + edges[i].word;
        if (at < comb->steps->count && steps[at].node) {
            return false;
        }
    }
    return true;
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
    comb->tried = at;
    return at - first;
}

static void place_row(struct comb *comb, uint32_t node, uint32_t base,
                      const struct trie_edge *edges, uint32_t count) {
    struct trie_step *steps = comb->steps->first;
    for (uint32_t i = 0; i < count; i++) {
        steps[base + edges[i].word] = (struct trie_step){node, edges[i].target};
    }
    uint32_t end = base + edges[count - 1].word + 1;
    comb->steps->count = end > comb->steps->count ? end : comb->steps->count;
    while (comb->free < comb->steps->count && steps[comb->free].node) {
        comb->free++;
    }
}

/* Room for a row wherever it goes, and behind the last for words that it has no edge for. */
static bool make_room(struct rows *steps, uint32_t words) {
    uint64_t needed = (uint64_t)steps->count + 2 * (uint64_t)words;
    return needed <= steps->capacity ||
           (needed < UINT32_MAX / 2 && rows_reserve(steps, (uint32_t)needed * 2));
}

void build_steps(struct assembly *assembly, struct matcher_rows *rows) {
    const uint32_t words = assembly->vocabulary.word_count, nodes = rows->nodes.count;
    uint32_t *bases = ARENA_ARRAY(assembly->arena, uint32_t, nodes);
    struct ranked *ranked = ARENA_ARRAY(assembly->arena, struct ranked, nodes);
    struct comb comb = {.steps = &rows->steps};
    uint32_t count = bases && ranked ? rank_nodes(rows, ranked) : 0, most = 0;
    bool good = bases && ranked && make_room(comb.steps, words);
    for (uint32_t i = 0; i < count && good; i++) {
        const struct trie_node *row = ROWS_AT(&rows->nodes, const struct trie_node, ranked[i].node);
        const struct trie_edge *edges = ROWS_AT(&rows->edges, const struct trie_edge, row->base);
        uint32_t base = find_base(&comb, edges, ranked[i].edges);
        place_row(&comb, ranked[i].node, base, edges, ranked[i].edges);
        bases[ranked[i].node] = base;
        most = base > most ? base : most;
        good = make_room(comb.steps, words);
    }
    if (!good) {
        assembly->failed = true;
        return;
    }
    comb.steps->count = most + words;
    for (uint32_t node = 0; node < nodes; node++) {
        ROWS_AT(&rows->nodes, struct trie_node, node)->base = bases[node];
    }
}
