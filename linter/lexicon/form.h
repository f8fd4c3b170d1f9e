/* Surface forms ("authorised") and the table in which the word of one is found without reading its
 * text: the tokeniser does this for every word of a draft. */
#ifndef LEXICON_FORM_H
#define LEXICON_FORM_H

#include <stdbool.h>
#include <stdint.h>

typedef uint32_t string_at; /* offset into lexicon->strings, NUL-terminated */

/* What tells a form apart but for the middle of a long one: its first eight bytes, and those behind
 * them, of a form of more than sixteen the last eight. Where it is shorter there are zeros. */
enum { WORD_KEY_BYTES = 16 };
struct word_key {
    uint64_t first, second;
};

/* All bytes of the key move the upper bits. */
static inline uint32_t word_hash(struct word_key key) {
    uint64_t hash = key.first * 0x9E3779B97F4A7C15u + key.second * 0xC2B2AE3D27D4EB4Fu;
    return (uint32_t)(hash >> 32);
}
/* Eight bytes, the first of them lowest. */
static inline uint64_t word_load(const char *bytes) {
    const unsigned char *b = (const unsigned char *)bytes;
    return (uint64_t)b[0] | (uint64_t)b[1] << 8 | (uint64_t)b[2] << 16 | (uint64_t)b[3] << 24 |
           (uint64_t)b[4] << 32 | (uint64_t)b[5] << 40 | (uint64_t)b[6] << 48 |
           (uint64_t)b[7] << 56;
}
/* Reads WORD_KEY_BYTES from `form` on, whatever its length: they must be there. */
static inline struct word_key word_key_load(const char *form, uint32_t length) {
    return (struct word_key){word_load(form), word_load(form + (length > 16 ? length - 8 : 8))};
}
/* The bits of what was loaded that belong to a form of this length. */
static inline struct word_key word_key_keep(uint32_t length) {
    static const uint64_t kept[] = {0,
                                    UINT64_MAX >> 56,
                                    UINT64_MAX >> 48,
                                    UINT64_MAX >> 40,
                                    UINT64_MAX >> 32,
                                    UINT64_MAX >> 24,
                                    UINT64_MAX >> 16,
                                    UINT64_MAX >> 8,
                                    UINT64_MAX};
    uint32_t first = length < 8 ? length : 8, second = length < 16 ? length - first : 8;
    return (struct word_key){kept[first], kept[second]};
}

/* A surface form, folded, without a possessive 's (the tokeniser leaves it out too). The forms that
 * most phrases use come first, so that what is read often lies close together. */
struct lexicon_form {
    uint32_t key[4]; /* the word_key, its lower halves first */
    string_at text;
    uint32_t length;
    uint32_t word;
};
static inline struct word_key form_key(const struct lexicon_form *form) {
    return (struct word_key){form->key[0] | (uint64_t)form->key[1] << 32,
                             form->key[2] | (uint64_t)form->key[3] << 32};
}
/* The table of forms, open addressing: 0, or the number of a form + 1 and above FORM_NUMBER_BITS
 * bits of its hash. */
enum { FORM_NUMBER_BITS = 20 };
/* Where looking for a form begins, and where it goes on. */
static inline uint32_t form_slot(uint32_t hash, uint32_t slots) {
    return (uint32_t)((uint64_t)hash * slots >> 32);
}
static inline uint32_t form_next(uint32_t slot, uint32_t slots) {
    return slot + 1 < slots ? slot + 1 : 0;
}
/* The form of an entry of the table that is not 0. */
static inline const struct lexicon_form *form_of(const struct lexicon_form *forms, uint32_t entry) {
    return &forms[(entry & ((1u << FORM_NUMBER_BITS) - 1)) - 1];
}
/* Whether it has this key, length and hash. Of one longer than WORD_KEY_BYTES the middle may
 * differ.
 */
static inline bool form_is(const struct lexicon_form *forms, uint32_t entry, struct word_key key,
                           uint32_t length, uint32_t hash) {
    if ((entry ^ hash << FORM_NUMBER_BITS) >> FORM_NUMBER_BITS) {
        return false;
    }
    const struct lexicon_form *form = form_of(forms, entry);
    const struct word_key own = form_key(form);
    return own.first == key.first && own.second == key.second && form->length == length;
}
/* The key of any form, which may be short. */
struct word_key word_key_any(const char *form, uint32_t length);
/* The row of a form, without its text; `number` places it in the table. */
struct lexicon_form form_make(const char *form, uint32_t length, uint32_t word);
void form_place(uint32_t *table, uint32_t slots, const struct lexicon_form *form, uint32_t number);

#endif
