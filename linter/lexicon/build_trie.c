/*
 * Stretches to a trie over words. In: "court order" as the sets {court, courts} {order, orders
 * ...}. Out: nodes, edges from node to node over one word, and at each node the phrases that end
 * there.
 *
 * A node is the list of stretches that agree with the words so far; two ways that leave the same
 * list lead to the same node.
 */
#include <stdlib.h>
#include <string.h>

#include "assembly.h"

enum { PAIR_LIMIT = 8000000 };

struct pair {
    uint32_t word, stretch;
};

/* The lists of all nodes one after the other, each led by its depth; lists are found by content. */
struct trie {
    struct assembly *assembly;
    struct rows lists;
    struct names known; /* key: bytes of a list; its number is that of the node */
    struct rows pairs;
    uint32_t *last_output; /* by phrase: the last node + 1 that gave it out */
    uint64_t made;
};

static int compare_pairs(const void *one, const void *other) {
    const struct pair *a = one, *b = other;
    if (a->word != b->word) {
        return a->word < b->word ? -1 : 1;
    }
    return (a->stretch > b->stretch) - (a->stretch < b->stretch);
}

static const struct stretch *stretch_at(const struct trie *trie, uint32_t index) {
    return ROWS_AT(&trie->assembly->stretches, const struct stretch, index);
}

/* The node of the list that begins at `first` and runs to the end of lists; a known list goes away
 * again. */
static uint32_t take_list(struct trie *trie, uint32_t first) {
    const char *bytes = (const char *)ROWS_AT(&trie->lists, uint32_t, first);
    uint32_t length = (trie->lists.count - first) * (uint32_t)sizeof(uint32_t);
    uint32_t known = trie->known.count;
    uint32_t node = names_add(&trie->known, bytes, length);
    if (node == LEXICON_NONE) {
        trie->assembly->failed = true;
    } else if (node < known) {
        trie->lists.count = first;
    }
    return node;
}

/* What can follow: each word that the next set of a stretch takes, with that stretch. */
static void find_pairs(struct trie *trie, const uint32_t *list, uint32_t count, uint32_t depth) {
    struct assembly *assembly = trie->assembly;
    const struct vocabulary *vocabulary = &assembly->vocabulary;
    trie->pairs.count = 0;
    for (uint32_t i = 0; i < count && !assembly->failed; i++) {
        const struct stretch *stretch = stretch_at(trie, list[i]);
        if (stretch->count == depth) {
            continue;
        }
        uint32_t set = *ROWS_AT(&assembly->set_refs, uint32_t, stretch->set_first + depth);
        for (uint32_t w = vocabulary->set_first[set]; w < vocabulary->set_first[set + 1]; w++) {
            struct pair pair = {*ROWS_AT(&vocabulary->set_words, uint32_t, w), list[i]};
            assembly_add(assembly, &trie->pairs, &pair);
        }
    }
    trie->made += trie->pairs.count;
    if (trie->made > PAIR_LIMIT) {
        assembly_overflow(assembly);
    }
    if (trie->pairs.count > 1) {
        qsort(trie->pairs.first, trie->pairs.count, sizeof(struct pair), compare_pairs);
    }
}

static void add_outputs(struct trie *trie, uint32_t node, const uint32_t *list, uint32_t count,
                        uint32_t depth) {
    struct assembly *assembly = trie->assembly;
    struct trie_node row = {assembly->outputs.count, 0};
    for (uint32_t i = 0; i < count && depth > 0; i++) {
        const struct stretch *stretch = stretch_at(trie, list[i]);
        bool again = stretch->stage == 0 && trie->last_output[stretch->phrase] == node + 1;
        if (stretch->count == depth && !again) {
            struct trie_output output = {stretch->phrase, stretch->stage, depth};
            assembly_add(assembly, &assembly->outputs, &output);
            if (stretch->stage == 0) {
                trie->last_output[stretch->phrase] = node + 1;
            }
        }
    }
    row.output_count = assembly->outputs.count - row.output_first;
    assembly_add(assembly, &assembly->nodes, &row);
}

static void add_edges(struct trie *trie, uint32_t node, uint32_t depth) {
    struct assembly *assembly = trie->assembly;
    for (uint32_t i = 0; i < trie->pairs.count && !assembly->failed;) {
        const struct pair *pairs = trie->pairs.first;
        uint32_t word = pairs[i].word, first = trie->lists.count, below = depth + 1;
        assembly_add(assembly, &trie->lists, &below);
        for (; i < trie->pairs.count && pairs[i].word == word; i++) {
            assembly_add(assembly, &trie->lists, &pairs[i].stretch);
        }
        struct trie_edge edge = {node, word, take_list(trie, first)};
        if (node == 0) {
            assembly->word_first[word] = edge.target;
        } else {
            assembly_add(assembly, &assembly->edges, &edge);
        }
    }
}

static bool start(struct trie *trie) {
    struct assembly *assembly = trie->assembly;
    struct arena *arena = assembly->arena;
    trie->lists = (struct rows){.arena = arena, .size = sizeof(uint32_t)};
    trie->pairs = (struct rows){.arena = arena, .size = sizeof(struct pair)};
    trie->known.arena = arena;
    trie->last_output = ARENA_ARRAY(arena, uint32_t, assembly->phrases.count);
    assembly->word_first = ARENA_ARRAY(arena, uint32_t, assembly->vocabulary.word_count);
    const uint32_t depth = 0;
    assembly_add(assembly, &trie->lists, &depth);
    for (uint32_t i = 0; i < assembly->stretches.count; i++) {
        assembly_add(assembly, &trie->lists, &i);
    }
    return trie->last_output && assembly->word_first && !assembly->failed;
}

void build_trie(struct assembly *assembly) {
    struct trie trie = {.assembly = assembly};
    if (!start(&trie)) {
        assembly->failed = true;
        return;
    }
    take_list(&trie, 0);
    for (uint32_t node = 0; node < trie.known.count && !assembly->failed; node++) {
        const uint32_t *list = (const uint32_t *)(const void *)trie.known.list[node].text;
        uint32_t count = trie.known.list[node].length / (uint32_t)sizeof(uint32_t) - 1;
        add_outputs(&trie, node, list + 1, count, list[0]);
        find_pairs(&trie, list + 1, count, list[0]);
        add_edges(&trie, node, list[0]);
    }
}
