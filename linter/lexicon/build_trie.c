/*
 * Stretches to a trie over words. In: "court order" as the sets {court, courts} {order, orders
 * ...}. Out: nodes, edges from node to node over one word, and at each node the phrases that end
 * there.
 *
 * A node is the list of what may still come; two ways that leave the same lead to the same node.
 * What may come, a rest, is a set and another rest, or the end of a phrase.
 */
#include <string.h>

#include "assembly.h"

enum { PAIR_LIMIT = 8000000 };

/* A set, and the number of the rest behind it; or REST_END: a stretch of this kind is complete, and
 * `next` is its end. */
#define REST_END UINT32_MAX
struct rest {
    uint32_t set, next, kind;
};
/* What may come after a word: a rest, and the next + 1 of the same word. */
struct follower {
    uint32_t rest, next;
};

/* The lists of all nodes one after the other; they are found by content. */
struct trie {
    struct assembly *assembly;
    struct matcher_rows *out;
    struct names rests; /* key: bytes of a struct rest */
    struct rows lists;
    struct names known; /* key: bytes of a list; its number is that of the node */
    struct rows followers;
    struct rows words; /* of the node at hand */
    uint32_t *heads;   /* by word: first follower + 1, or 0 */
    uint32_t *alone;   /* by rest: the first node that had nothing else, or 0 */
};

static uint32_t rest_number(struct trie *trie, struct rest rest) {
    uint32_t number = names_add_copy(&trie->rests, (const char *)&rest, sizeof rest);
    trie->assembly->failed = trie->assembly->failed || number == LEXICON_NONE;
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
    uint32_t number = rest_number(trie, (struct rest){REST_END, stretch->end, stretch->kind});
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
static void find_followers(struct trie *trie, const uint32_t *list, uint32_t count) {
    struct assembly *assembly = trie->assembly;
    const struct vocabulary *vocabulary = &assembly->vocabulary;
    trie->followers.count = trie->words.count = 0;
    for (uint32_t i = 0; i < count && !assembly->failed; i++) {
        const struct rest rest = rest_at(trie, list[i]);
        if (rest.set == REST_END) {
            continue;
        }
        uint32_t end = vocabulary->set_first[rest.set + 1];
        for (uint32_t w = vocabulary->set_first[rest.set]; w < end; w++) {
            uint32_t word = *ROWS_AT(&vocabulary->set_words, uint32_t, w);
            const struct follower follower = {rest.next, trie->heads[word]};
            if (!follower.next) {
                assembly_add(assembly, &trie->words, &word);
            }
            trie->heads[word] = assembly_add(assembly, &trie->followers, &follower) + 1;
        }
        if (trie->followers.count > PAIR_LIMIT) {
            assembly_overflow(assembly);
        }
    }
}

static bool comes_before(const struct trie_output *one, const struct trie_output *other) {
    return one->concept < other->concept ||
           (one->concept == other->concept && one->except > other->except);
}

/* Into its place among the outputs from `first` on. */
static void add_output(struct trie *trie, uint32_t first, const struct trie_output *output) {
    const struct assembly *assembly = trie->assembly;
    uint32_t at = assembly_add(trie->assembly, &trie->out->outputs, output);
    struct trie_output *rows = trie->out->outputs.first;
    for (; !assembly->failed && at > first && comes_before(output, &rows[at - 1]); at--) {
        rows[at] = rows[at - 1];
        rows[at - 1] = *output;
    }
}

/* A row for the node whose list this is: the phrases and the stretches that end there. */
static void add_outputs(struct trie *trie, const uint32_t *list, uint32_t count) {
    struct assembly *assembly = trie->assembly;
    struct trie_node row = {trie->out->outputs.count, trie->out->edges.count, 0};
    for (uint32_t i = 0; i < count; i++) {
        const struct rest rest = rest_at(trie, list[i]);
        if (rest.set != REST_END) {
            continue;
        }
        if (rest.kind == STRETCH_OF_GAPS) {
            row.mark = row.mark ? row.mark : trie->out->mark_count++;
            const struct gap_link end = {rest.next, row.mark};
            assembly_add(assembly, &trie->out->gap_ends, &end);
        } else {
            const struct trie_output output = {rest.next, rest.kind == STRETCH_EXCEPT};
            add_output(trie, row.output_first, &output);
        }
    }
    assembly_add(assembly, &trie->out->nodes, &row);
}

/* The node where nothing but one rest may come. */
static uint32_t single_node(struct trie *trie, uint32_t rest) {
    uint32_t *alone = &trie->alone[rest], first = trie->lists.count;
    if (*alone == 0) {
        assembly_add(trie->assembly, &trie->lists, &rest);
        *alone = trie->assembly->failed ? 0 : take_list(trie, first);
    }
    return *alone;
}

/* The node behind a word; its followers are used up. */
static uint32_t follow(struct trie *trie, uint32_t word) {
    uint32_t first = trie->lists.count, at = trie->heads[word];
    trie->heads[word] = 0;
    while (at) {
        const struct follower *follower = ROWS_AT(&trie->followers, const struct follower, at - 1);
        assembly_add(trie->assembly, &trie->lists, &follower->rest);
        at = follower->next;
    }
    if (trie->assembly->failed) {
        return 0;
    }
    uint32_t *list = ROWS_AT(&trie->lists, uint32_t, first);
    uint32_t count = numbers_sort(list, trie->lists.count - first);
    if (count == 1) {
        trie->lists.count = first;
        return single_node(trie, *list);
    }
    trie->lists.count = first + count;
    return take_list(trie, first);
}

/* Edges of a node where one rest may come: each word of its set leads to the same node. */
static void add_single_edges(struct trie *trie, const struct rest *rest) {
    struct assembly *assembly = trie->assembly;
    const struct vocabulary *vocabulary = &assembly->vocabulary;
    if (rest->set == REST_END) {
        return;
    }
    struct trie_edge edge = {.target = single_node(trie, rest->next)};
    uint32_t end = vocabulary->set_first[rest->set + 1];
    for (uint32_t w = vocabulary->set_first[rest->set]; w < end && !assembly->failed; w++) {
        edge.word = *ROWS_AT(&vocabulary->set_words, uint32_t, w);
        assembly_add(assembly, &trie->out->edges, &edge);
    }
}

static void add_edges(struct trie *trie, uint32_t node) {
    struct assembly *assembly = trie->assembly;
    uint32_t *words = trie->words.first;
    uint32_t count = trie->words.count ? numbers_sort(words, trie->words.count) : 0;
    for (uint32_t i = 0; i < count && !assembly->failed; i++) {
        const struct trie_edge edge = {words[i], follow(trie, words[i])};
        if (node == 0) {
            trie->out->word_first[words[i]] = edge.target;
        } else {
            assembly_add(assembly, &trie->out->edges, &edge);
        }
    }
}

static void add_node(struct trie *trie, uint32_t node) {
    struct assembly *assembly = trie->assembly;
    const uint32_t *list = (const uint32_t *)(const void *)trie->known.list[node].text;
    uint32_t count = trie->known.list[node].length / (uint32_t)sizeof(uint32_t);
    add_outputs(trie, list, count);
    if (count == 1 && node > 0) {
        const struct rest rest = rest_at(trie, list[0]);
        add_single_edges(trie, &rest);
    } else {
        find_followers(trie, list, count);
        add_edges(trie, node);
    }
    if (trie->lists.count > PAIR_LIMIT || trie->out->edges.count > PAIR_LIMIT) {
        assembly_overflow(assembly);
    }
}

/* Node 0: all stretches may come. */
static bool start(struct trie *trie) {
    struct assembly *assembly = trie->assembly;
    struct arena *arena = assembly->arena;
    uint32_t count = trie->out->stretches.count;
    trie->rests.arena = trie->known.arena = arena;
    trie->lists = (struct rows){.arena = arena, .size = sizeof(uint32_t)};
    trie->followers = (struct rows){.arena = arena, .size = sizeof(struct follower)};
    trie->words = (struct rows){.arena = arena, .size = sizeof(uint32_t)};
    trie->heads = ARENA_ARRAY(arena, uint32_t, assembly->vocabulary.word_count);
    trie->out->word_first = ARENA_ARRAY(arena, uint32_t, assembly->vocabulary.word_count);
    uint32_t *rests = ARENA_ARRAY(arena, uint32_t, count);
    if (!names_reserve(&trie->rests, assembly->set_refs.count / 4 * 3) ||
        !names_reserve(&trie->known, count + count / 4) || !rests || !trie->heads ||
        !trie->out->word_first) {
        return false;
    }
    for (uint32_t i = 0; i < count && !assembly->failed; i++) {
        rests[i] = rest_of(trie, ROWS_AT(&trie->out->stretches, const struct stretch, i));
    }
    trie->alone = ARENA_ARRAY(arena, uint32_t, trie->rests.count);
    if (!trie->alone || !rows_reserve(&trie->lists, trie->rests.count * 2 + 1) ||
        !rows_reserve(&trie->out->edges, trie->rests.count) ||
        !rows_reserve(&trie->out->nodes, trie->rests.count / 2) ||
        !rows_reserve(&trie->out->outputs, trie->rests.count / 2)) {
        return false;
    }
    count = numbers_sort(rests, count);
    for (uint32_t i = 0; i < count && !assembly->failed; i++) {
        assembly_add(assembly, &trie->lists, &rests[i]);
    }
    return !assembly->failed;
}

void build_trie(struct assembly *assembly, struct matcher_rows *rows) {
    struct trie trie = {.assembly = assembly, .out = rows};
    if (!start(&trie)) {
        assembly->failed = true;
        return;
    }
    rows->mark_count = 1;
    take_list(&trie, 0);
    for (uint32_t node = 0; node < trie.known.count && !assembly->failed; node++) {
        add_node(&trie, node);
    }
    add_outputs(&trie, NULL, 0);
}
