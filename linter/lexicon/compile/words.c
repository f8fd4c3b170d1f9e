/*
 * The words of a lexicon, checked. In: phrases such as "propotionality". Out: a mistake for each
 * word that no dictionary knows, once, where it first stands. Words that are right are listed under
 * `words` in the language record.
 */
#include "words.h"

#include "lexicon/phrase.h"

#include <string.h>

struct check {
    const struct dictionary *dictionary;
    const struct records *records;
    struct names listed, seen;
};

static void list_words(struct check *check, const struct yaml_node *list) {
    for (const struct yaml_node *word = list ? list->first : NULL; word; word = word->next) {
        names_add(&check->listed, word->text, word->length);
    }
}

static void check_word(struct check *check, const char *path, const struct yaml_node *node,
                       const struct phrase_word *word) {
    uint32_t known = check->seen.count;
    if (names_add_copy(&check->seen, word->text, word->length) != known || word->number ||
        (word->text[0] >= '0' && word->text[0] <= '9')) {
        return;
    }
    const char *text = check->seen.list[known].text;
    if (names_find(&check->listed, text, word->length) == LEXICON_NONE &&
        !dictionary_knows(check->dictionary, text)) {
        mistake_add(check->records->mistakes, path, node,
                    "no dictionary knows the word \"%s\"; if it is right, add it to the words of "
                    "the language",
                    text);
    }
}

static void check_phrase(struct check *check, const char *path, const struct yaml_node *node) {
    const char *problem;
    struct arena *arena = arena_new();
    const struct phrase_sequence *sequence =
        arena ? phrase_read(arena, node->text, node->length, &problem) : NULL;
    for (; sequence; sequence = sequence->next) {
        for (uint32_t i = 0; i < sequence->count; i++) {
            for (const struct phrase_word *word = sequence->atoms[i]->words; word;
                 word = word->next) {
                check_word(check, path, node, word);
            }
        }
    }
    arena_free(arena);
}

uint32_t words_check(const struct dictionary *dictionary, const struct records *records) {
    struct check check = {.dictionary = dictionary,
                          .records = records,
                          .listed = {.arena = records->arena},
                          .seen = {.arena = records->arena}};
    for (uint32_t i = 0; i < record_count(records, RECORD_LANGUAGE); i++) {
        const struct record *record = record_at(records, RECORD_LANGUAGE, i);
        list_words(&check, record->values[KEY_WORDS]);
        list_words(&check, record->values[KEY_INVARIABLE]);
    }
    for (uint32_t i = 0; i < record_count(records, RECORD_CONCEPT); i++) {
        static const enum key keys[] = {KEY_PHRASES, KEY_EXCEPT};
        const struct record *record = record_at(records, RECORD_CONCEPT, i);
        for (int k = 0; k < 2; k++) {
            const struct yaml_node *list = record->values[keys[k]];
            for (const struct yaml_node *node = list ? list->first : NULL; node;
                 node = node->next) {
                check_phrase(&check, record->path, node);
            }
        }
    }
    return check.seen.count;
}
