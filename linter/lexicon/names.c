/*
 * Names and rows: what the builder keeps while tables grow. In: strings such as
 * "judicial-oversight" or "authorised". Out: their numbers, in the order in which they first came.
 */
#include "names.h"

#include <stdlib.h>
#include <string.h>

/* Eight bytes at a time. */
static uint32_t name_hash(const char *text, uint32_t length) {
    const uint64_t factor = UINT64_C(0x9E3779B97F4A7C15);
    uint64_t hash = length * factor, part;
    for (; length >= sizeof part; text += sizeof part, length -= (uint32_t)sizeof part) {
        memcpy(&part, text, sizeof part);
        hash = (hash ^ part) * factor;
        hash ^= hash >> 32;
    }
    part = 0;
    for (uint32_t i = 0; i < length; i++) {
        part = part << 8 | (unsigned char)text[i];
    }
    hash = (hash ^ part) * factor;
    return (uint32_t)(hash >> 32);
}

static uint32_t find_slot(const struct names *names, const char *text, uint32_t length,
                          uint32_t hash) {
    uint32_t mask = names->slot_count - 1;
    uint32_t slot = hash & mask;
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

static bool make_slots(struct names *names, uint32_t count) {
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

static bool make_list(struct names *names, uint32_t capacity) {
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

static uint32_t add(struct names *names, const char *text, uint32_t length, bool copy) {
    if ((names->count + 1) * 2 > names->slot_count &&
        !make_slots(names, names->slot_count ? names->slot_count * 2 : 32)) {
        return LEXICON_NONE;
    }
    uint32_t hash = name_hash(text, length);
    uint32_t slot = find_slot(names, text, length, hash);
    if (names->slots[slot]) {
        return names->slots[slot] - 1;
    }
    if ((names->count == names->capacity &&
         !make_list(names, names->capacity ? names->capacity * 2 : 16)) ||
        (copy && !(text = arena_copy(names->arena, text, length)))) {
        return LEXICON_NONE;
    }
    names->list[names->count] = (struct name){text, length, hash};
    names->slots[slot] = ++names->count;
    return names->count - 1;
}

uint32_t names_add(struct names *names, const char *text, uint32_t length) {
    return add(names, text, length, false);
}

uint32_t names_add_copy(struct names *names, const char *text, uint32_t length) {
    return add(names, text, length, true);
}

uint32_t names_find(const struct names *names, const char *text, uint32_t length) {
    if (names->count == 0) {
        return LEXICON_NONE;
    }
    uint32_t number = names->slots[find_slot(names, text, length, name_hash(text, length))];
    return number ? number - 1 : LEXICON_NONE;
}

bool names_reserve(struct names *names, uint32_t count) {
    uint32_t slots = 32;
    while (slots / 2 < count && slots < UINT32_MAX / 2) {
        slots *= 2;
    }
    return (slots <= names->slot_count || make_slots(names, slots)) &&
           (count <= names->capacity || make_list(names, count));
}

void names_clear(struct names *names) {
    if (names->count) {
        memset(names->slots, 0, names->slot_count * sizeof *names->slots);
        names->count = 0;
    }
}

bool rows_reserve(struct rows *rows, uint32_t count) {
    if (count <= rows->capacity) {
        return true;
    }
    void *grown = arena_alloc(rows->arena, count, rows->size);
    if (grown && rows->count) {
        memcpy(grown, rows->first, rows->count * rows->size);
    }
    rows->first = grown ? grown : rows->first;
    rows->capacity = grown ? count : rows->capacity;
    return grown != NULL;
}

uint32_t rows_add(struct rows *rows, const void *row) {
    if (rows->count == rows->capacity &&
        (rows->capacity > UINT32_MAX / 2 ||
         !rows_reserve(rows, rows->capacity ? rows->capacity * 2 : 32))) {
        return LEXICON_NONE;
    }
    memcpy((char *)rows->first + rows->count * rows->size, row, rows->size);
    return rows->count++;
}

static int compare_numbers(const void *one, const void *other) {
    uint32_t a = *(const uint32_t *)one, b = *(const uint32_t *)other;
    return (a > b) - (a < b);
}

uint32_t numbers_sort(uint32_t *numbers, uint32_t count) {
    uint32_t kept = 0;
    if (count > 8) {
        qsort(numbers, count, sizeof *numbers, compare_numbers);
    }
    for (uint32_t i = 1; i < count && count <= 8; i++) {
        uint32_t number = numbers[i], at = i;
        for (; at > 0 && numbers[at - 1] > number; at--) {
            numbers[at] = numbers[at - 1];
        }
        numbers[at] = number;
    }
    for (uint32_t i = 0; i < count; i++) {
        if (i == 0 || numbers[i] != numbers[i - 1]) {
            numbers[kept++] = numbers[i];
        }
    }
    return kept;
}
