/*
 * The built-in records without YAML. In: numbers that the lexicon compiler wrote, three a node.
 * Out: the tree that yaml_read makes of "concept: negation" and the rest of the file.
 */
#include <string.h>

#include "builtin.h"

/* A node whose children are being read. */
struct open {
    struct yaml_node *node, *last; /* and its last child */
    const struct yaml_node *key;
    uint32_t left; /* nodes to come: in a map keys count too */
};

static void attach(struct open *parent, struct yaml_node *node) {
    parent->left--;
    if (parent->node->kind == YAML_MAP && !parent->key) {
        parent->key = node;
        return;
    }
    node->key = parent->key;
    parent->key = NULL;
    if (parent->last) {
        parent->last->next = node;
    } else {
        parent->node->first = node;
    }
    parent->last = node;
}

const struct yaml_node *builtin_read(struct arena *arena, const struct builtin_files *files,
                                     const struct builtin_file *file) {
    struct yaml_node *nodes = ARENA_ARRAY(arena, struct yaml_node, file->count);
    struct open open[YAML_DEPTH_LIMIT + 1];
    uint32_t depth = 0;
    for (uint32_t i = 0; nodes && i < file->count; i++) {
        const uint32_t *row = file->nodes + (size_t)i * 3;
        struct yaml_node *node = &nodes[i];
        node->kind = row[0] & 3;
        node->count = row[0] >> 2;
        node->line = row[1] / (YAML_COLUMN_LIMIT + 1);
        node->column = row[1] % (YAML_COLUMN_LIMIT + 1);
        node->text = files->texts + row[2];
        node->length = (uint32_t)strlen(node->text);
        if (depth) {
            attach(&open[depth - 1], node);
        }
        if (node->count) {
            uint32_t left = node->kind == YAML_MAP ? node->count * 2 : node->count;
            open[depth++] = (struct open){node, NULL, NULL, left};
        }
        while (depth && open[depth - 1].left == 0) {
            depth--;
        }
    }
    return nodes;
}
