/*
 * Roles. In: `role: power:search`, `cues: {search-words: 6}`. Out: rows in the order of the
 * records, so that the number of a role is its bit in provision.roles.
 */
#include <string.h>

#include "assembly.h"

enum { ROLE_LIMIT = 64 };

static void add_cues(struct assembly *assembly, const struct record *record, enum key key) {
    const struct yaml_node *map = record->values[key];
    for (const struct yaml_node *weight = map ? map->first : NULL; weight; weight = weight->next) {
        struct lexicon_cue cue = {
            .concept = record_find(&assembly->records, RECORD_CONCEPT, record->path, weight->key),
            .weight = node_count(weight),
            .heading = key == KEY_HEADING};
        if (cue.concept != LEXICON_NONE) {
            assembly_add(assembly, &assembly->cues, &cue);
        }
    }
}

static void add_beaten(struct assembly *assembly, const struct record *record) {
    const struct yaml_node *list = record->values[KEY_BEATS];
    for (const struct yaml_node *name = list ? list->first : NULL; name; name = name->next) {
        uint32_t ref = record_find(&assembly->records, RECORD_ROLE, record->path, name);
        if (ref != LEXICON_NONE) {
            assembly_add(assembly, &assembly->refs, &ref);
        }
    }
}

static void build_role(struct assembly *assembly, const struct record *record) {
    const struct yaml_node *threshold = record->values[KEY_THRESHOLD];
    const struct yaml_node *alone = record->values[KEY_ALONE_IN];
    struct lexicon_role row = {.id = assembly_string(assembly, record->id),
                               .cue_first = assembly->cues.count,
                               .threshold = threshold ? node_count(threshold) : 0,
                               .beats_first = assembly->refs.count,
                               .inherited = record_is_on(record, KEY_INHERITED),
                               .per_paragraph = record_is_on(record, KEY_PER_PARAGRAPH),
                               .unbanned = record_is_on(record, KEY_UNBANNED),
                               .alone_in = alone ? choice_find(provision_choices, alone->text)
                                                 : LEXICON_NONE,
                               .place = assembly_place(assembly, record)};
    add_cues(assembly, record, KEY_CUES);
    add_cues(assembly, record, KEY_HEADING);
    row.cue_count = assembly->cues.count - row.cue_first;
    add_beaten(assembly, record);
    row.beats_count = assembly->refs.count - row.beats_first;
    row.conditions_first = assembly->conditions.count;
    build_conditions(assembly, record, record->values[KEY_WHERE], true);
    row.conditions_count = assembly->conditions.count - row.conditions_first;
    row.unless_first = assembly->conditions.count;
    build_alternatives(assembly, record, record->values[KEY_UNLESS], true);
    row.unless_count = assembly->conditions.count - row.unless_first;
    row.inherit_first = assembly->conditions.count;
    build_conditions(assembly, record, record->values[KEY_INHERITED_WHERE], true);
    row.inherit_count = assembly->conditions.count - row.inherit_first;
    assembly_add(assembly, &assembly->roles, &row);
}

void build_roles(struct assembly *assembly) {
    uint32_t count = record_count(&assembly->records, RECORD_ROLE);
    for (uint32_t i = 0; i < count; i++) {
        const struct record *record = record_at(&assembly->records, RECORD_ROLE, i);
        if (i == ROLE_LIMIT) {
            mistake_add(assembly->mistakes, record->path, record->node,
                        "there are more than 64 roles");
            return;
        }
        build_role(assembly, record);
    }
}
