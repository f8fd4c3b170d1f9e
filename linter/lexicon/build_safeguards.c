/*
 * Safeguards. In: `safeguard: necessity`, `must: [power]`, `shown-by: [necessity-test]`. Out: rows
 * whose references are numbers. The number of a safeguard is its bit in the sets of what is asked.
 */
#include "assembly.h"

enum { SAFEGUARD_LIMIT = 64 };

static const char *const subjects[] = {"power",       "regime",     "offence",
                                       "cooperation", "instrument", NULL};

static struct lexicon_refs concepts_of(struct assembly *assembly, const struct record *record,
                                       enum key key) {
    return build_refs(assembly, record, key, RECORD_CONCEPT);
}

static void add_conditions(struct assembly *assembly, const struct record *record,
                           struct lexicon_safeguard *row) {
    row->where_first = assembly->conditions.count;
    build_conditions(assembly, record, record->values[KEY_WHERE], false);
    row->where_count = assembly->conditions.count - row->where_first;
    row->unless_first = assembly->conditions.count;
    build_alternatives(assembly, record, record->values[KEY_UNLESS], false);
    row->unless_count = assembly->conditions.count - row->unless_first;
    row->weak_first = assembly->conditions.count;
    build_alternatives(assembly, record, record->values[KEY_WEAK_WHEN], false);
    row->weak_count = assembly->conditions.count - row->weak_first;
    row->void_first = assembly->conditions.count;
    build_alternatives(assembly, record, record->values[KEY_VOID_WHEN], false);
    row->void_count = assembly->conditions.count - row->void_first;
    row->own_first = assembly->conditions.count;
    build_alternatives(assembly, record, record->values[KEY_OWN_WHEN], false);
    row->own_count = assembly->conditions.count - row->own_first;
    row->point_first = assembly->conditions.count;
    build_alternatives(assembly, record, record->values[KEY_POINT_WHEN], false);
    row->point_count = assembly->conditions.count - row->point_first;
    row->denied_first = assembly->conditions.count;
    build_alternatives(assembly, record, record->values[KEY_DENIED_WHEN], false);
    row->denied_count = assembly->conditions.count - row->denied_first;
    row->stands_first = assembly->conditions.count;
    build_conditions(assembly, record, record->values[KEY_STANDS_AT], false);
    row->stands_count = assembly->conditions.count - row->stands_first;
}

static void build_safeguard(struct assembly *assembly, const struct record *record) {
    const struct yaml_node *of = record->values[KEY_OF], *title = record->values[KEY_TITLE];
    struct lexicon_safeguard row = {.id = assembly_string(assembly, record->id),
                                    .title = assembly_string(assembly, title ? title->text : ""),
                                    .of = of ? choice_find(subjects, of->text) : 0,
                                    .must = build_refs(assembly, record, KEY_MUST, RECORD_ROLE),
                                    .recommended =
                                        build_refs(assembly, record, KEY_RECOMMENDED, RECORD_ROLE),
                                    .covers = record_is_on(record, KEY_COVERS),
                                    .of_yield = record_is_on(record, KEY_OF_YIELD),
                                    .place = assembly_place(assembly, record)};
    row.shown = concepts_of(assembly, record, KEY_SHOWN_BY);
    row.named = concepts_of(assembly, record, KEY_NAMED_BY);
    row.implied = concepts_of(assembly, record, KEY_IMPLIED_BY);
    row.elsewhere = concepts_of(assembly, record, KEY_ELSEWHERE_BY);
    row.excluded = concepts_of(assembly, record, KEY_EXCLUDED_BY);
    row.binding = concepts_of(assembly, record, KEY_BINDING);
    add_conditions(assembly, record, &row);
    assembly_add(assembly, &assembly->safeguards, &row);
}

void build_safeguards(struct assembly *assembly) {
    for (uint32_t i = 0; i < record_count(&assembly->records, RECORD_SAFEGUARD); i++) {
        const struct record *record = record_at(&assembly->records, RECORD_SAFEGUARD, i);
        if (i == SAFEGUARD_LIMIT) {
            mistake_add(assembly->mistakes, record->path, record->node,
                        "there are more than 64 safeguards");
            return;
        }
        build_safeguard(assembly, record);
    }
}
