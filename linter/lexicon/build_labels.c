/*
 * Labels, numbers and suffixes. In: `label: Article`, `words: [article, art]`, and the language's
 * `numbers: {one: 1}`. Out: one row a word, folded, with single spaces.
 */
#include <string.h>

#include "../base/utf8.h"
#include "assembly.h"

static const char *fold(struct assembly *assembly, const struct yaml_node *node, uint32_t *length) {
    char *folded = ARENA_ARRAY(assembly->arena, char, (size_t)node->length * 2 + 1);
    *length = 0;
    for (uint32_t at = 0; folded && at < node->length;) {
        uint32_t character;
        at += utf8_decode(node->text + at, node->length - at, &character);
        if (!utf8_is_space(character)) {
            *length += utf8_encode(utf8_fold(character), folded + *length);
        } else if (*length && folded[*length - 1] != ' ') {
            folded[(*length)++] = ' ';
        }
    }
    assembly->failed = assembly->failed || !folded;
    return folded;
}

static void build_label(struct assembly *assembly, const struct record *record) {
    /* In the order of label_choices. */
    static const uint32_t kinds[] = {
        PROVISO_PREAMBLE, PROVISO_PART,     PROVISO_ARTICLE, PROVISO_SCHEDULE, PROVISO_PARAGRAPH,
        PROVISO_POINT,    LABEL_CONTENTS,   LABEL_OPENING,   LABEL_CLOSING,    LABEL_QUOTE,
        LABEL_JOIN,       LABEL_DEFINE,     LABEL_ORDINAL,   LABEL_TAKE,       LABEL_TAKE_FOR,
        LABEL_TAKEN,      LABEL_TAKE_WORDS, LABEL_TAKE_OVER};
    const struct yaml_node *words = record->values[KEY_WORDS], *kind = record->values[KEY_KIND];
    const struct yaml_node *rank = record->values[KEY_RANK], *number = record->values[KEY_NUMBER];
    struct lexicon_label row = {.name = assembly_string(assembly, record->id),
                                .kind = kind ? kinds[choice_find(label_choices, kind->text)]
                                             : PROVISO_PART,
                                .rank = rank ? node_count(rank) : 0,
                                .number = !number || strcmp(number->text, "true") == 0,
                                .alone = LEXICON_NONE};
    if (record->values[KEY_ALONE]) {
        row.alone =
            record_find(&assembly->records, RECORD_ROLE, record->path, record->values[KEY_ALONE]);
    }
    for (const struct yaml_node *word = words ? words->first : NULL; word; word = word->next) {
        row.text = assembly_string(assembly, fold(assembly, word, &row.length));
        assembly_add(assembly, &assembly->labels, &row);
    }
}

static void add_numerals(struct assembly *assembly, const struct yaml_node *map,
                         struct rows *rows) {
    for (const struct yaml_node *value = map ? map->first : NULL; value; value = value->next) {
        struct lexicon_numeral row = {.value = node_count(value)};
        row.text = assembly_string(assembly, fold(assembly, value->key, &row.length));
        assembly_add(assembly, rows, &row);
    }
}

void build_labels(struct assembly *assembly) {
    const struct records *records = &assembly->records;
    for (uint32_t i = 0; i < record_count(records, RECORD_LABEL); i++) {
        build_label(assembly, record_at(records, RECORD_LABEL, i));
    }
    for (uint32_t i = 0; i < record_count(records, RECORD_LANGUAGE); i++) {
        const struct record *record = record_at(records, RECORD_LANGUAGE, i);
        add_numerals(assembly, record->values[KEY_NUMBERS], &assembly->numerals);
        add_numerals(assembly, record->values[KEY_SUFFIXES], &assembly->suffixes);
    }
}
