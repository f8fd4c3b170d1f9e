/*
 * Stretches to a trie over words. In: "court order" as the sets {court, courts} {order, orders
 * ...}. Out: nodes, edges from node to node over one word, and at each node the phrases that end
 * there.
 *
 * A node is its depth and the list of what may still come; two ways that leave the same lead to the
 * same node. What may come, a rest, is a set and another rest, or the end of a phrase.
 */
#include <stdlib.h>
#include <string.h>

#include "assembly.h"

enum { PAIR_LIMIT = 8000000 };

/* REST_END: a phrase and stage are complete; else a set, and the rest behind it. */
#define REST_END UINT32_MAX
struct rest {
    uint32_t set, next; /* next: number of a rest; for REST_END the phrase */
    uint32_t stage;
};
struct pair {
    uint32_t word, rest;
};

/* The lists of all nodes one after the other, each led by its depth; lists are found by content. */
struct trie {
    struct assembly *assembly;
    struct names rests; /* key: bytes of a struct rest */
    struct rows lists;
    struct names known; /* key: bytes of a list; its number is that of the node */
    struct rows pairs;
};

static int compare_pairs(const void *one, const void *other) {
    const struct pair *a = one, *b = other;
    if (a->word != b->word) {
        return a->word < b->word ? -1 : 1;
    }
    return (a->rest > b->rest) - (a->rest < b->rest);
}

static int compare_numbers(const void *one, const void *other) {
    uint32_t a = *(const uint32_t *)one, b = *(const uint32_t *)other;
    return (a > b) - (a < b);
}

static uint32_t rest_number(struct trie *trie, struct rest rest) {
    uint32_t number = names_find(&trie->rests, (const char *)&rest, sizeof rest);
    if (number == LEXICON_NONE) {
        const char *key = arena_copy(trie->assembly->arena, (const char *)&rest, sizeof rest);
        number = key ? names_add(&trie->rests, key, sizeof rest) : LEXICON_NONE;
        trie->assembly->failed = trie->assembly->failed || number == LEXICON_NONE;
    }
    return number;
}

static struct rest rest_at(const struct trie *trie, uint32_t number) {
    struct rest rest;
    memcpy(&rest, trie->rests.list[number].text, sizeof rest);
    return rest;
}

/* A stretch as a rest: all of it. */
static uint32_t rest_of(struct trie *trie, const struct stretch *stretch) {
    const uint32_t *sets = ROWS_AT(&trie->assembly->set_refs, const uint32_t, stretch->set_first);
    uint32_t number = rest_number(trie, (struct rest){REST_END, stretch->phrase, stretch->stage});
    for (uint32_t i = stretch->count; i-- > 0 && !trie->assembly->failed;) {
        number = rest_number(trie, (struct rest){sets[i], number, 0});
    }
    return number;
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

/* What can follow: each word of the next set of a rest, with what comes behind. */
static void find_pairs(struct trie *trie, const uint32_t *list, uint32_t count) {
    struct assembly *assembly = trie->assembly;
    const struct vocabulary *vocabulary = &assembly->vocabulary;
    trie->pairs.count = 0;
    for (uint32_t i = 0; i < count && !assembly->failed; i++) {
        const struct rest rest = rest_at(trie, list[i]);
        if (rest.set == REST_END) {
            continue;
        }
        uint32_t end = vocabulary->set_first[rest.set + 1];
        for (uint32_t w = vocabulary->set_first[rest.set]; w < end; w++) {
            struct pair pair = {*ROWS_AT(&vocabulary->set_words, uint32_t, w), rest.next};
            assembly_add(assembly, &trie->pairs, &pair);
        }
        if (trie->pairs.count > PAIR_LIMIT) {
            assembly_overflow(assembly);
        }
    }
    if (trie->pairs.count > 1) {
        qsort(trie->pairs.first, trie->pairs.count, sizeof(struct pair), compare_pairs);
    }
}

static void add_outputs(struct trie *trie, const uint32_t *list, uint32_t count) {
    struct assembly *assembly = trie->assembly;
    struct trie_node row = {.output_first = assembly->outputs.count};
    for (uint32_t i = 0; i < count; i++) {
        const struct rest rest = rest_at(trie, list[i]);
        if (rest.set == REST_END) {
            const struct lexicon_phrase *phrase =
                ROWS_AT(&assembly->phrases, const struct lexicon_phrase, rest.next);
            struct trie_output output = {rest.next, rest.stage, LEXICON_NONE};
            if (rest.stage > 0) {
                output.before = rest.stage == 1 ? phrase->lead : phrase->progress + rest.stage - 1;
            }
            assembly_add(assembly, &assembly->outputs, &output);
        }
    }
    row.output_count = assembly->outputs.count - row.output_first;
    assembly_add(assembly, &assembly->nodes, &row);
}

static void add_edges(struct trie *trie, uint32_t node, uint32_t depth) {
    struct assembly *assembly = trie->assembly;
    uint32_t edge_first = assembly->edges.count;
    for (uint32_t i = 0; i < trie->pairs.count && !assembly->failed;) {
        const struct pair *pairs = trie->pairs.first;
        uint32_t word = pairs[i].word, first = trie->lists.count, below = depth + 1;
        assembly_add(assembly, &trie->lists, &below);
        for (uint32_t last = LEXICON_NONE; i < trie->pairs.count && pairs[i].word == word; i++) {
            if (pairs[i].rest != last) {
                last = pairs[i].rest;
                assembly_add(assembly, &trie->lists, &last);
            }
        }
        struct trie_edge edge = {word, take_list(trie, first)};
        if (node == 0) {
            assembly->word_first[word] = edge.target;
        } else {
            assembly_add(assembly, &assembly->edges, &edge);
        }
    }
    if (!assembly->failed) {
        struct trie_node *row = ROWS_AT(&assembly->nodes, struct trie_node, node);
        row->edge_first = edge_first;
        row->edge_count = assembly->edges.count - edge_first;
    }
    if (trie->lists.count > PAIR_LIMIT || assembly->edges.count > PAIR_LIMIT) {
        assembly_overflow(assembly);
    }
}

/* Node 0: depth 0, and all stretches may come. */
static bool start(struct trie *trie) {
    struct assembly *assembly = trie->assembly;
    struct arena *arena = assembly->arena;
    uint32_t count = assembly->stretches.count;
    trie->rests.arena = trie->known.arena = arena;
    trie->lists = (struct rows){.arena = arena, .size = sizeof(uint32_t)};
    trie->pairs = (struct rows){.arena = arena, .size = sizeof(struct pair)};
    assembly->word_first = ARENA_ARRAY(arena, uint32_t, assembly->vocabulary.word_count);
    uint32_t *rests = ARENA_ARRAY(arena, uint32_t, count);
    if (!rests || !assembly->word_first) {
        return false;
    }
    for (uint32_t i = 0; i < count && !assembly->failed; i++) {
        rests[i] = rest_of(trie, ROWS_AT(&assembly->stretches, const struct stretch, i));
    }
    qsort(rests, count, sizeof *rests, compare_numbers);
    const uint32_t depth = 0;
    assembly_add(assembly, &trie->lists, &depth);
    for (uint32_t i = 0; i < count && !assembly->failed; i++) {
        if (i == 0 || rests[i] != rests[i - 1]) {
            assembly_add(assembly, &trie->lists, &rests[i]);
        }
    }
    return !assembly->failed;
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
        add_outputs(&trie, list + 1, count);
        find_pairs(&trie, list + 1, count);
        add_edges(&trie, node, list[0]);
    }
}
