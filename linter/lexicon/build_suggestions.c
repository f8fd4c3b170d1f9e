/*
 * What to write instead. In: `suggest: [{where: {profile: [treaty]}, insert: "..."}, {insert:
 * "..."}]`. Out: rows of which the first speaks whose conditions hold. A general one before a
 * particular one is a mistake: the particular one would never speak.
 */
#include <string.h>

#include "assembly.h"

static const struct yaml_node *value_of(const struct yaml_node *map, const char *key) {
    const struct yaml_node *value = map->first;
    while (value && strcmp(value->key->text, key) != 0) {
        value = value->next;
    }
    return value;
}

static const char *text_of(const struct yaml_node *map, const char *key) {
    const struct yaml_node *value = value_of(map, key);
    return value ? value->text : "";
}

static void add_words(struct assembly *assembly, const struct yaml_node *map,
                      struct lexicon_suggestion *row) {
    static const struct {
        const char *key;
        uint32_t kind;
    } kinds[] = {{"replace", SUGGEST_REPLACE}, {"text", SUGGEST_TEXT}, {"insert", SUGGEST_INSERT}};
    row->kind = strcmp(text_of(map, "delete"), "brackets") == 0 ? SUGGEST_BRACKETS : SUGGEST_DELETE;
    for (uint32_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        if (value_of(map, kinds[i].key)) {
            row->kind = kinds[i].kind;
            row->text = assembly_string(assembly, text_of(map, kinds[i].key));
        }
    }
}

static void add_row(struct assembly *assembly, const struct record *record,
                    const struct yaml_node *map) {
    const struct yaml_node *after = value_of(map, "after"), *behind = value_of(map, "behind");
    struct lexicon_suggestion row = {.heading = assembly_string(assembly, text_of(map, "heading")),
                                     .behind = LEXICON_NONE,
                                     .after_first = assembly->refs.count};
    add_words(assembly, map, &row);
    if (behind) {
        row.behind = record_find(&assembly->records, RECORD_CONCEPT, record->path, behind);
    }
    for (const struct yaml_node *role = after ? after->first : NULL; role; role = role->next) {
        uint32_t ref = record_find(&assembly->records, RECORD_ROLE, record->path, role);
        assembly_add(assembly, &assembly->refs, &ref);
    }
    row.after_count = assembly->refs.count - row.after_first;
    row.where_first = assembly->conditions.count;
    build_conditions(assembly, record, value_of(map, "where"), false);
    row.where_count = assembly->conditions.count - row.where_first;
    assembly_add(assembly, &assembly->suggestions, &row);
}

void build_suggestions(struct assembly *assembly, const struct record *record,
                       struct lexicon_rule *row) {
    const struct yaml_node *suggest = record->values[KEY_SUGGEST];
    row->suggestion_first = assembly->suggestions.count;
    if (suggest && suggest->kind == YAML_MAP) {
        add_row(assembly, record, suggest);
    }
    for (const struct yaml_node *map = suggest && suggest->kind == YAML_LIST ? suggest->first
                                                                             : NULL;
         map; map = map->next) {
        add_row(assembly, record, map);
        if (map->next && !value_of(map, "where") && !value_of(map, "behind")) {
            mistake_add(assembly->mistakes, record->path, map,
                        "only the last suggestion may be without \"where\" and \"behind\": those "
                        "after it would never speak");
        }
    }
    row->suggestion_count = assembly->suggestions.count - row->suggestion_first;
}
