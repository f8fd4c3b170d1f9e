/* Strings numbered in the order in which they were first seen. */
#ifndef LEXICON_NAMES_H
#define LEXICON_NAMES_H

#include <stdbool.h>

#include "../base/arena.h"
#include "lexicon.h"

struct name {
    const char *text;
    uint32_t length, hash;
};

/* Zero-initialise with the arena set. `values` may hold one number a name, as its user likes. */
struct names {
    struct arena *arena;
    struct name *list;
    uint32_t *values;
    uint32_t count, capacity;
    uint32_t *slots, slot_count; /* number of the name + 1, or 0 */
};

/* The number of the name, added with value 0 if it is new; LEXICON_NONE when memory ran out. The
 * text must live as long as the names. */
uint32_t names_add(struct names *names, const char *text, uint32_t length);
/* The same with a copy of the text, made if it is new. */
uint32_t names_add_copy(struct names *names, const char *text, uint32_t length);
/* The number of the name, or LEXICON_NONE. */
uint32_t names_find(const struct names *names, const char *text, uint32_t length);

/* Makes room for `count` names, so that nothing moves until then. */
bool names_reserve(struct names *names, uint32_t count);
/* Forgets the names but keeps their memory. */
void names_clear(struct names *names);

/* Rows of one size, growing in the arena. Zero-initialise with arena and size set. */
struct rows {
    struct arena *arena;
    size_t size;
    void *first;
    uint32_t count, capacity;
};

/* Adds a copy of the row and returns its number; LEXICON_NONE when memory ran out. */
uint32_t rows_add(struct rows *rows, const void *row);
bool rows_reserve(struct rows *rows, uint32_t count);
#define ROWS_AT(rows, type, index) (&((type *)(rows)->first)[index])

/* Sorts and drops repeats; most lists are short. Returns how many are left. */
uint32_t numbers_sort(uint32_t *numbers, uint32_t count);

#endif
