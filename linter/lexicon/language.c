/*
 * What the language records say of words. In: `irregular: {take: [takes, took]}`, `families:
 * {authorise: [authorisation]}`, `spelling: {offence: offense}`, `invariable: [the, of]`. Out: for
 * each of these words what it is a form of, which forms it has and which words are its kin.
 */
#include <string.h>

#include "../base/utf8.h"
#include "inflect.h"

/* Folded as the tokeniser folds; in the arena. */
static const char *fold(struct language *language, const struct yaml_node *node, uint32_t *length) {
    char *folded = ARENA_ARRAY(language->arena, char, (size_t)node->length * 2 + 1);
    *length = 0;
    for (uint32_t at = 0; folded && at < node->length;) {
        uint32_t character;
        at += utf8_decode(node->text + at, node->length - at, &character);
        *length += utf8_encode(utf8_fold(character), folded + *length);
    }
    return folded;
}

/* The number of a word, new or not, with these flags added; LEXICON_NONE without memory. */
static uint32_t add_word(struct language *language, const struct yaml_node *node, uint32_t flags) {
    uint32_t length;
    const char *text = fold(language, node, &length);
    uint32_t number = text ? names_add(&language->words, text, length) : LEXICON_NONE;
    const struct language_word none = {0, 0};
    if (number == LEXICON_NONE ||
        (number == language->facts.count && rows_add(&language->facts, &none) == LEXICON_NONE)) {
        return LEXICON_NONE;
    }
    ROWS_AT(&language->facts, struct language_word, number)->flags |= flags;
    return number;
}

static bool relate(struct language *language, uint32_t from, enum relation kind, uint32_t to) {
    if (from == LEXICON_NONE || to == LEXICON_NONE) {
        return false;
    }
    struct language_word *word = ROWS_AT(&language->facts, struct language_word, from);
    struct language_relation relation = {kind, to, word->relation};
    uint32_t number = rows_add(&language->relations, &relation);
    word->relation = number + 1;
    return number != LEXICON_NONE;
}

static bool read_list(struct language *language, const struct yaml_node *list, uint32_t flags) {
    for (const struct yaml_node *word = list ? list->first : NULL; word; word = word->next) {
        if (add_word(language, word, flags) == LEXICON_NONE) {
            return false;
        }
    }
    return true;
}

static bool read_irregular(struct language *language, const struct yaml_node *map) {
    for (const struct yaml_node *forms = map ? map->first : NULL; forms; forms = forms->next) {
        uint32_t base = add_word(language, forms->key, LANGUAGE_IRREGULAR);
        for (const struct yaml_node *form = forms->first; form; form = form->next) {
            uint32_t number = add_word(language, form, 0);
            if (!relate(language, base, RELATION_HAS_FORM, number) ||
                !relate(language, number, RELATION_FORM_OF, base)) {
                return false;
            }
        }
    }
    return true;
}

static bool make_kin(struct language *language, const struct yaml_node *one,
                     const struct yaml_node *other) {
    uint32_t first = add_word(language, one, LANGUAGE_LISTED);
    uint32_t second = add_word(language, other, LANGUAGE_LISTED);
    return relate(language, first, RELATION_KIN, second) &&
           relate(language, second, RELATION_KIN, first);
}

static bool read_kin(struct language *language, const struct record *record) {
    const struct yaml_node *families = record->values[KEY_FAMILIES];
    const struct yaml_node *spelling = record->values[KEY_SPELLING];
    for (const struct yaml_node *family = families ? families->first : NULL; family;
         family = family->next) {
        for (const struct yaml_node *word = family->first; word; word = word->next) {
            if (!make_kin(language, family->key, word)) {
                return false;
            }
        }
    }
    for (const struct yaml_node *pair = spelling ? spelling->first : NULL; pair;
         pair = pair->next) {
        if (!make_kin(language, pair->key, pair)) {
            return false;
        }
    }
    return true;
}

static bool read_numbers(struct language *language, const struct yaml_node *map) {
    for (const struct yaml_node *value = map ? map->first : NULL; value; value = value->next) {
        if (add_word(language, value->key, LANGUAGE_INVARIABLE) == LEXICON_NONE) {
            return false;
        }
    }
    return true;
}

bool language_read(struct language *language, const struct records *records) {
    struct arena *arena = records->arena;
    *language = (struct language){.arena = arena, .id = "en", .english = true};
    language->words.arena = arena;
    language->lemmas.arena = language->guesses.arena = language->spellings.arena = arena;
    language->facts = (struct rows){.arena = arena, .size = sizeof(struct language_word)};
    language->relations = (struct rows){.arena = arena, .size = sizeof(struct language_relation)};
    for (uint32_t i = 0; i < record_count(records, RECORD_LANGUAGE); i++) {
        const struct record *record = record_at(records, RECORD_LANGUAGE, i);
        language->id = record->id;
        language->english = strcmp(record->id, "en") == 0;
        if (!read_list(language, record->values[KEY_INVARIABLE], LANGUAGE_INVARIABLE) ||
            !read_irregular(language, record->values[KEY_IRREGULAR]) ||
            !read_kin(language, record) || !read_numbers(language, record->values[KEY_NUMBERS])) {
            return mistake_memory(records->mistakes);
        }
    }
    return true;
}

const struct language_word *language_find(const struct language *language, const char *word,
                                          uint32_t length) {
    uint32_t number = names_find(&language->words, word, length);
    return number == LEXICON_NONE ? NULL
                                  : ROWS_AT(&language->facts, const struct language_word, number);
}
