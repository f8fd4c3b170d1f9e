/*
 * Numbers that stand together. In: owners with links to things: stretches of phrases and the marks
 * where they end. Out: the things numbered so that those of one owner are neighbours, and for each
 * owner its things as a few sets: bits of one word.
 */
#include <stdlib.h>

#include "assembly.h"

/* The links of one owner, or of one thing: its number. */
struct list {
    const struct gap_link *links;
    uint32_t count, of;
};

struct weighed {
    double weight;
    uint32_t of;
};

const uint32_t *build_links(struct assembly *assembly, struct rows *links, uint32_t count) {
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

static int compare_links(const void *left, const void *right) {
    const struct list *one = left, *other = right;
    for (uint32_t i = 0; i < one->count && i < other->count; i++) {
        if (one->links[i].to != other->links[i].to) {
            return one->links[i].to < other->links[i].to ? -1 : 1;
        }
    }
    if (one->count != other->count) {
        return one->count > other->count ? -1 : 1;
    }
    return one->of < other->of ? -1 : one->of > other->of;
}

static int compare_weights(const void *left, const void *right) {
    const struct weighed *one = left, *other = right;
    if (one->weight > other->weight || one->weight < other->weight) {
        return one->weight > other->weight ? -1 : 1;
    }
    return one->of < other->of ? -1 : one->of > other->of;
}

/* The lists of `count` things, from where the links of each begin. */
static struct list *make_lists(struct assembly *assembly, const struct rows *links,
                               const uint32_t *first, uint32_t count) {
    struct list *lists = first ? ARENA_ARRAY(assembly->arena, struct list, count) : NULL;
    for (uint32_t i = 0; lists && i < count; i++) {
        lists[i] = (struct list){ROWS_AT(links, const struct gap_link, first[i]),
                                 first[i + 1] - first[i], i};
    }
    assembly->failed = assembly->failed || !lists;
    return lists;
}

/* The owners, those that weigh most first. */
static const struct weighed *order_owners(struct assembly *assembly, const double *weights,
                                          uint32_t owners) {
    struct weighed *order = ARENA_ARRAY(assembly->arena, struct weighed, owners);
    for (uint32_t i = 0; order && i < owners; i++) {
        order[i] = (struct weighed){weights[i], i};
    }
    if (order) {
        qsort(order, owners, sizeof *order, compare_weights);
    }
    return order;
}

const uint32_t *build_numbers(struct assembly *assembly, struct rows *links, const double *weights,
                              uint32_t owners, uint32_t things, uint32_t kept) {
    const uint32_t *first = build_links(assembly, links, owners);
    const struct weighed *order = first ? order_owners(assembly, weights, owners) : NULL;
    struct rows turned = {.arena = assembly->arena, .size = sizeof(struct gap_link)};
    for (uint32_t rank = 0; order && rank < owners; rank++) {
        const uint32_t owner = order[rank].of;
        for (uint32_t i = first[owner]; i < first[owner + 1] && !assembly->failed; i++) {
            const struct gap_link link = {ROWS_AT(links, const struct gap_link, i)->to, rank};
            assembly_add(assembly, &turned, &link);
        }
    }
    const uint32_t *by_thing = order ? build_links(assembly, &turned, things) : NULL;
    struct list *lists = make_lists(assembly, &turned, by_thing, things);
    uint32_t *numbers = ARENA_ARRAY(assembly->arena, uint32_t, things);
    if (!lists || !numbers) {
        assembly->failed = true;
        return NULL;
    }
    qsort(lists + kept, things - kept, sizeof *lists, compare_links);
    for (uint32_t i = 0; i < things; i++) {
        numbers[lists[i].of] = i;
    }
    return numbers;
}

static void add_sets(struct assembly *assembly, struct rows *sets, uint32_t *numbers,
                     uint32_t count) {
    count = numbers_sort(numbers, count);
    for (uint32_t i = 0; i < count && !assembly->failed;) {
        struct number_set set = {.word = numbers[i] / 32};
        for (; i < count && numbers[i] / 32 == set.word; i++) {
            set.bits |= 1u << numbers[i] % 32;
        }
        assembly_add(assembly, sets, &set);
    }
}

const uint32_t *build_sets(struct assembly *assembly, struct rows *links, uint32_t owners,
                           struct rows *firsts, struct rows *sets) {
    const uint32_t *first = build_links(assembly, links, owners);
    uint32_t *numbers = ARENA_ARRAY(assembly->arena, uint32_t, links->count);
    assembly->failed = assembly->failed || !first || !numbers;
    for (uint32_t owner = 0; owner < owners && !assembly->failed; owner++) {
        uint32_t count = first[owner + 1] - first[owner];
        for (uint32_t i = 0; i < count; i++) {
            numbers[i] = ROWS_AT(links, const struct gap_link, first[owner] + i)->to;
        }
        assembly_add(assembly, firsts, &sets->count);
        add_sets(assembly, sets, numbers, count);
    }
    assembly_add(assembly, firsts, &sets->count);
    return first;
}
