/*
 * Wordings met before. In: the hash of "any serious crime". Out: the place of a number for it: how
 * often it was met, say. The table doubles when it is half full.
 */
#include "wordings.h"

#include <stdbool.h>

enum { FIRST_SLOTS = 64 }; /* a power of two */

static struct wording *find_place(struct wording *list, uint32_t slots, uint64_t key) {
    uint32_t slot = (uint32_t)(key >> 32) & (slots - 1);
    while (list[slot].key && list[slot].key != key) {
        slot = (slot + 1) & (slots - 1);
    }
    return &list[slot];
}

static bool grow(struct wordings *wordings) {
    uint32_t slots = wordings->slots ? wordings->slots * 2 : FIRST_SLOTS;
    struct wording *list = ARENA_ARRAY(wordings->arena, struct wording, slots);
    for (uint32_t i = 0; list && i < wordings->slots; i++) {
        if (wordings->list[i].key) {
            *find_place(list, slots, wordings->list[i].key) = wordings->list[i];
        }
    }
    if (list) {
        wordings->list = list;
        wordings->slots = slots;
    }
    return list != NULL;
}

uint32_t *wordings_at(struct wordings *wordings, uint64_t hash) {
    if (wordings->count * 2 >= wordings->slots && !grow(wordings)) {
        return NULL;
    }
    uint64_t key = hash ? hash : 1;
    struct wording *wording = find_place(wordings->list, wordings->slots, key);
    wordings->count += wording->key == 0;
    wording->key = key;
    return &wording->value;
}
