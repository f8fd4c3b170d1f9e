/* The mistakes in a lexicon, collected so that one run tells them all. */
#ifndef LEXICON_MISTAKE_H
#define LEXICON_MISTAKE_H

#include "names.h"
#include "yaml.h"

struct mistake {
    const char *path, *message;
    uint32_t line, column;
};

/* Zero-initialise with the arena set. At most MISTAKE_LIMIT are kept, all are counted. */
struct mistakes {
    struct arena *arena;
    struct mistake *list;
    uint32_t count;
    bool memory; /* memory ran out somewhere */
};
enum { MISTAKE_LIMIT = 100 };

/* Adds one, at the place of `node` (or of the file if NULL). Returns false, for `return`. */
bool mistake_add(struct mistakes *mistakes, const char *path, const struct yaml_node *node,
                 const char *format, ...) __attribute__((format(printf, 4, 5)));
bool mistake_memory(struct mistakes *mistakes);

/* The number of changes (a letter more, less, other, or two swapped) that make one of the other,
 * or `limit` + 1 if there are more. */
uint32_t edit_distance(const char *one, const char *other, uint32_t limit);

/* Looks for the name nearest to `wanted`: start with {wanted}, offer each, read `best`: NULL if
 * none is near. */
struct nearest {
    const char *wanted;
    const char *best;
    uint32_t distance;
};
void nearest_offer(struct nearest *nearest, const char *candidate);

#endif
