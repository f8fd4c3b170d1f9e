/*
 * Making the table of forms. In: "authorised" and the number of its word. Out: its row, with the
 * sixteen bytes that tell it apart, and its place in the table.
 */
#include "form.h"

#include <string.h>

struct word_key word_key_any(const char *form, uint32_t length) {
    char bytes[WORD_KEY_BYTES] = {0};
    if (length < WORD_KEY_BYTES) {
        memcpy(bytes, form, length);
        form = bytes;
    }
    return word_key_load(form, length);
}

struct lexicon_form form_make(const char *form, uint32_t length, uint32_t word) {
    const struct word_key key = word_key_any(form, length);
    return (struct lexicon_form){{(uint32_t)key.first, (uint32_t)(key.first >> 32),
                                  (uint32_t)key.second, (uint32_t)(key.second >> 32)},
                                 0,
                                 length,
                                 word};
}

void form_place(uint32_t *table, uint32_t slots, const struct lexicon_form *form, uint32_t number) {
    uint32_t hash = word_hash(form_key(form)), slot = form_slot(hash, slots);
    while (table[slot]) {
        slot = form_next(slot, slots);
    }
    table[slot] = hash << FORM_NUMBER_BITS | (number + 1);
}
