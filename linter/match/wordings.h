/* A number for each wording met, found by the hash of its words. */
#ifndef MATCH_WORDINGS_H
#define MATCH_WORDINGS_H

#include "../base/arena.h"

/* Open addressing; key 0 is an empty place. */
struct wording {
    uint64_t key;
    uint32_t value;
};
struct wordings {
    struct arena *arena; /* set by the owner; the rest begins as zeros */
    struct wording *list;
    uint32_t slots, count;
};

/* The number of the wording with this hash (words.h), 0 if it is new, to be read or set before the
 * next call; NULL when memory ran out. */
uint32_t *wordings_at(struct wordings *wordings, uint64_t hash);

#endif
