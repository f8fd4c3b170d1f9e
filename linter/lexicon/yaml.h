/* YAML as a tree of nodes that know where they stand. */
#ifndef LEXICON_YAML_H
#define LEXICON_YAML_H

#include "../base/arena.h"
#include "proviso.h"

enum yaml_kind { YAML_TEXT, YAML_LIST, YAML_MAP };

/* A node. The children of a list or a map are `first`, `first->next` ...; those of a map have a
 * key. Line and column count from 1, columns in characters. */
struct yaml_node {
    const char *text; /* of YAML_TEXT, NUL-terminated; "" otherwise */
    const struct yaml_node *key;
    struct yaml_node *first, *next;
    uint32_t length;
    uint32_t count; /* children */
    uint32_t line;
    uint16_t column; /* at most YAML_COLUMN_LIMIT */
    uint8_t kind;    /* enum yaml_kind */
};

enum { YAML_DEPTH_LIMIT = 64, YAML_BYTES_LIMIT = 16 * 1024 * 1024, YAML_COLUMN_LIMIT = 4095 };

/* The documents of a file as the children of one list; empty documents are left out. NULL with the
 * error filled if it is not YAML, not UTF-8, too deep or too large, or has anchors or aliases. */
const struct yaml_node *yaml_read(struct arena *arena, const struct proviso_source *source,
                                  struct proviso_error *error);

#endif
