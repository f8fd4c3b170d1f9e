/*
 * Derived concepts. In: `derived: [{match: deciding, where: {earlier: [court]}}]`. Out: rows in the
 * order of the records, which is the order in which they are evaluated.
 */
#include <string.h>

#include "assembly.h"

static void add_derived(struct assembly *assembly, const struct record *record, uint32_t concept,
                        const struct yaml_node *map) {
    const struct yaml_node *where = NULL, *unless = NULL, *match = NULL;
    for (const struct yaml_node *value = map->first; value; value = value->next) {
        if (strcmp(value->key->text, "match") == 0) {
            match = value;
        } else if (strcmp(value->key->text, "where") == 0) {
            where = value;
        } else {
            unless = value;
        }
    }
    struct lexicon_derived row = {.concept = concept, .where_first = assembly->conditions.count};
    row.match = record_find(&assembly->records, RECORD_CONCEPT, record->path, match);
    build_conditions(assembly, record, where, false);
    row.where_count = assembly->conditions.count - row.where_first;
    row.unless_first = assembly->conditions.count;
    build_alternatives(assembly, record, unless, false);
    row.unless_count = assembly->conditions.count - row.unless_first;
    assembly_add(assembly, &assembly->derived, &row);
}

void build_derived(struct assembly *assembly) {
    for (uint32_t i = 0; i < record_count(&assembly->records, RECORD_CONCEPT); i++) {
        const struct record *record = record_at(&assembly->records, RECORD_CONCEPT, i);
        const struct yaml_node *list = record->values[KEY_DERIVED];
        for (const struct yaml_node *map = list ? list->first : NULL; map; map = map->next) {
            add_derived(assembly, record, i, map);
        }
    }
}
