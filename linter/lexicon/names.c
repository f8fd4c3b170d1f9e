/*
 * Names and rows: what the builder keeps while tables grow. In: strings such as
 * "judicial-oversight" or "authorised". Out: their numbers, in the order in which they first came.
 */
#include "names.h"

#include <string.h>

static uint32_t name_hash(const char *text, uint32_t length) {
    uint32_t hash = WORD_HASH_START;
    for (uint32_t i = 0; i < length; i++) {
        hash = word_hash_add(hash, (unsigned char)text[i]);
    }
    return hash;
}

static uint32_t find_slot(const struct names *names, const char *text, uint32_t length,
                          uint32_t hash) {
    uint32_t mask = names->slot_count - 1;
    uint32_t slot = (hash ^ hash >> 15) & mask;
    for (;; slot = (slot + 1) & mask) {
        uint32_t number = names->slots[slot];
        if (number == 0) {
            return slot;
        }
        const struct name *name = &names->list[number - 1];
        if (name->hash == hash && name->length == length && memcmp(name->text, text, length) == 0) {
            return slot;
        }
    }
}

static bool grow_slots(struct names *names) {
    uint32_t count = names->slot_count ? names->slot_count * 2 : 64;
    uint32_t *slots = ARENA_ARRAY(names->arena, uint32_t, count);
    if (!slots) {
        return false;
    }
    names->slots = slots;
    names->slot_count = count;
    for (uint32_t i = 0; i < names->count; i++) {
        const struct name *name = &names->list[i];
        slots[find_slot(names, name->text, name->length, name->hash)] = i + 1;
    }
    return true;
}

static bool grow_list(struct names *names) {
    uint32_t capacity = names->capacity ? names->capacity * 2 : 32;
    struct name *list = ARENA_ARRAY(names->arena, struct name, capacity);
    uint32_t *values = ARENA_ARRAY(names->arena, uint32_t, capacity);
    if (!list || !values) {
        return false;
    }
    if (names->count) {
        memcpy(list, names->list, names->count * sizeof *list);
        memcpy(values, names->values, names->count * sizeof *values);
    }
    names->list = list;
    names->values = values;
    names->capacity = capacity;
    return true;
}

uint32_t names_add(struct names *names, const char *text, uint32_t length) {
    if ((names->count + 1) * 2 > names->slot_count && !grow_slots(names)) {
        return LEXICON_NONE;
    }
    uint32_t hash = name_hash(text, length);
    uint32_t slot = find_slot(names, text, length, hash);
    if (names->slots[slot]) {
        return names->slots[slot] - 1;
    }
    if (names->count == names->capacity && !grow_list(names)) {
        return LEXICON_NONE;
    }
    names->list[names->count] = (struct name){text, length, hash};
    names->slots[slot] = ++names->count;
    return names->count - 1;
}

uint32_t names_find(const struct names *names, const char *text, uint32_t length) {
    if (names->count == 0) {
        return LEXICON_NONE;
    }
    uint32_t number = names->slots[find_slot(names, text, length, name_hash(text, length))];
    return number ? number - 1 : LEXICON_NONE;
}

uint32_t rows_add(struct rows *rows, const void *row) {
    if (rows->count == rows->capacity) {
        uint32_t capacity = rows->capacity ? rows->capacity * 2 : 32;
        void *grown =
            capacity > rows->capacity ? arena_alloc(rows->arena, capacity, rows->size) : NULL;
        if (!grown) {
            return LEXICON_NONE;
        }
        if (rows->count) {
            memcpy(grown, rows->first, rows->count * rows->size);
        }
        rows->first = grown;
        rows->capacity = capacity;
    }
    memcpy((char *)rows->first + rows->count * rows->size, row, rows->size);
    return rows->count++;
}
