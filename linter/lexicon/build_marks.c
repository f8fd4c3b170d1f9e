/*
 * Marks, once the trie is there: the nodes where a stretch of phrases with gaps ends. In: marks
 * numbered as the nodes came, and the stretches that end at each. Out: marks numbered anew, so that
 * those of one stretch ("judge", "court", "magistrate") stand together, and each stretch as a few
 * sets of neighbours: bits of one word.
 */
#include <stdlib.h>

#include "assembly.h"

/* The links of one stretch, or of one mark: its number. */
struct list {
    const struct gap_link *links;
    uint32_t count, of;
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

static int compare_sizes(const void *left, const void *right) {
    const struct list *one = left, *other = right;
    if (one->count != other->count) {
        return one->count > other->count ? -1 : 1;
    }
    return one->of < other->of ? -1 : one->of > other->of;
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

/* The marks, those of the largest stretch first, of these those of the next largest first ... */
static const struct list *order_marks(struct assembly *assembly, const struct rows *ends,
                                      const uint32_t *first, uint32_t stretches, uint32_t marks) {
    struct list *sizes = make_lists(assembly, ends, first, stretches);
    struct rows turned = {.arena = assembly->arena, .size = sizeof(struct gap_link)};
    if (!sizes) {
        return NULL;
    }
    qsort(sizes, stretches, sizeof *sizes, compare_sizes);
    for (uint32_t rank = 0; rank < stretches; rank++) {
        for (uint32_t i = 0; i < sizes[rank].count && !assembly->failed; i++) {
            const struct gap_link link = {sizes[rank].links[i].to, rank};
            assembly_add(assembly, &turned, &link);
        }
    }
    const uint32_t *by_mark = assembly->failed ? NULL : build_links(assembly, &turned, marks);
    struct list *lists = make_lists(assembly, &turned, by_mark, marks);
    if (lists) {
        qsort(lists + 1, marks - 1, sizeof *lists, compare_links); /* there is no mark 0 */
    }
    return lists;
}

/* The marks of a stretch, which it sorts, as sets. */
static void add_sets(struct assembly *assembly, struct rows *sets, uint32_t *marks,
                     uint32_t count) {
    count = numbers_sort(marks, count);
    for (uint32_t i = 0; i < count && !assembly->failed;) {
        struct mark_set set = {.word = marks[i] / 32};
        for (; i < count && marks[i] / 32 == set.word; i++) {
            set.bits |= 1u << marks[i] % 32;
        }
        assembly_add(assembly, sets, &set);
    }
}

/* Numbers the marks by their place in `order`. */
static bool renumber(struct assembly *assembly, struct matcher_rows *rows,
                     const struct list *order) {
    uint32_t *numbers = ARENA_ARRAY(assembly->arena, uint32_t, rows->mark_count);
    for (uint32_t i = 0; numbers && i < rows->mark_count; i++) {
        numbers[order[i].of] = i;
    }
    for (uint32_t i = 0; numbers && i < rows->nodes.count; i++) {
        uint32_t *mark = &ROWS_AT(&rows->nodes, struct trie_node, i)->mark;
        *mark = numbers[*mark];
    }
    for (uint32_t i = 0; numbers && i < rows->gap_ends.count; i++) {
        uint32_t *mark = &ROWS_AT(&rows->gap_ends, struct gap_link, i)->to;
        *mark = numbers[*mark];
    }
    return numbers != NULL;
}

void build_marks(struct assembly *assembly, struct matcher_rows *rows) {
    const uint32_t stretches = rows->gap_stretches.count;
    const uint32_t *first = build_links(assembly, &rows->gap_ends, stretches);
    uint32_t *marks = ARENA_ARRAY(assembly->arena, uint32_t, rows->gap_ends.count);
    const struct list *order =
        first && marks ? order_marks(assembly, &rows->gap_ends, first, stretches, rows->mark_count)
                       : NULL;
    if (!order || !renumber(assembly, rows, order)) {
        assembly->failed = true;
        return;
    }
    rows->end_first = first;
    for (uint32_t i = 0; i < stretches && !assembly->failed; i++) {
        uint32_t count = first[i + 1] - first[i];
        for (uint32_t j = 0; j < count; j++) {
            marks[j] = ROWS_AT(&rows->gap_ends, const struct gap_link, first[i] + j)->to;
        }
        assembly_add(assembly, &rows->set_first, &rows->mark_sets.count);
        add_sets(assembly, &rows->mark_sets, marks, count);
    }
    assembly_add(assembly, &rows->set_first, &rows->mark_sets.count);
}
