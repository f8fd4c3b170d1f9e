/*
 * Lexicon files as C source, for --lexicon to add to. In: YAML. Out: its nodes as numbers and one
 * pool of their texts; builtin.h has the format.
 */
#include "emit.h"

#include "lexicon/builtin.h"
#include "lexicon/names.h"

/* Texts of all files, each once. */
struct pool {
    struct names names; /* value: offset */
    uint32_t bytes;
};

static uint32_t pool_text(struct pool *pool, const struct yaml_node *node) {
    uint32_t known = pool->names.count;
    uint32_t number = names_add(&pool->names, node->text, node->length);
    if (number == known) {
        pool->names.values[number] = pool->bytes;
        pool->bytes += node->length + 1;
    }
    return number == LEXICON_NONE ? LEXICON_NONE : pool->names.values[number];
}

static bool add_node(struct rows *rows, struct pool *pool, const struct yaml_node *node) {
    uint32_t row[3] = {(uint32_t)node->kind | node->count << 2,
                       node->line * (YAML_COLUMN_LIMIT + 1) + node->column, pool_text(pool, node)};
    return row[2] != LEXICON_NONE && rows_add(rows, row) != LEXICON_NONE;
}

/* All nodes below a root, depth first. */
static bool add_tree(struct rows *rows, struct pool *pool, const struct yaml_node *root) {
    const struct yaml_node *next[YAML_DEPTH_LIMIT + 1];
    uint32_t depth = 0;
    if (!add_node(rows, pool, root)) {
        return false;
    }
    next[depth++] = root->first;
    while (depth) {
        const struct yaml_node *node = next[depth - 1];
        if (!node) {
            depth--;
            continue;
        }
        next[depth - 1] = node->next;
        if ((node->key && !add_node(rows, pool, node->key)) || !add_node(rows, pool, node)) {
            return false;
        }
        next[depth++] = node->first;
    }
    return true;
}

static void emit_pool(FILE *file, const struct pool *pool, struct arena *arena) {
    char *texts = arena_alloc(arena, pool->bytes + 1, 1);
    for (uint32_t i = 0; texts && i < pool->names.count; i++) {
        const struct name *name = &pool->names.list[i];
        for (uint32_t at = 0; at < name->length; at++) {
            texts[pool->names.values[i] + at] = name->text[at];
        }
    }
    emit_bytes(file, "texts", texts, texts ? pool->bytes : 0);
}

static bool emit_trees(FILE *file, struct arena *arena, const struct proviso_source *sources,
                       size_t count) {
    struct pool pool = {.names = {.arena = arena}};
    struct rows files = {.arena = arena, .size = sizeof(uint32_t)};
    for (size_t i = 0; i < count; i++) {
        char name[40];
        struct rows rows = {.arena = arena, .size = 3 * sizeof(uint32_t)};
        const struct yaml_node *root = yaml_read(arena, &sources[i], NULL);
        if (!root || !add_tree(&rows, &pool, root) ||
            rows_add(&files, &rows.count) == LEXICON_NONE) {
            return false;
        }
        snprintf(name, sizeof name, "file_%zu", i);
        emit_rows(file, "uint32_t", name, rows.first, (size_t)rows.count * 3, sizeof(uint32_t));
    }
    emit_pool(file, &pool, arena);
    fputs("static const struct builtin_file list[] = {\n", file);
    for (size_t i = 0; i < count; i++) {
        fprintf(file, "    {\"%s\", file_%zu, %luu},\n", sources[i].path, i,
                (unsigned long)*ROWS_AT(&files, uint32_t, i));
    }
    return true;
}

bool emit_files(FILE *file, const struct proviso_source *sources, size_t count) {
    struct arena *arena = arena_new();
    bool done = arena && emit_trees(file, arena, sources, count);
    arena_free(arena);
    fprintf(file,
            "    {\"\", NULL, 0}};\n\n"
            "static const struct builtin_files files = {list, %zu, texts};\n\n"
            "const struct builtin_files *lexicon_builtin_files(void) {\n"
            "    return &files;\n"
            "}\n",
            count);
    return done;
}
