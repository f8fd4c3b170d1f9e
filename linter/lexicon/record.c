/*
 * Records from YAML. In: the documents of one lexicon file. Out: records by type and id, whose keys
 * are known and whose values have the right shape; what they refer to is looked up later. For
 * example `rule: weak-safeguard` without a `why` is the mistake: the rule has no key "why".
 */
#include "record.h"

#include <string.h>

#include "../base/error.h"

void records_start(struct records *records, struct arena *arena, struct mistakes *mistakes) {
    *records = (struct records){.arena = arena, .mistakes = mistakes};
    for (int type = 0; type < RECORD_TYPES; type++) {
        records->ids[type].arena = arena;
        records->lists[type].arena = arena;
        records->lists[type].size = sizeof(struct record);
    }
}

/* The type of a record is its first key that is the name of one. */
static bool find_type(struct records *records, const char *path, const struct yaml_node *document,
                      enum record_type *type) {
    if (document->kind != YAML_MAP || !document->first) {
        return mistake_add(records->mistakes, path, document,
                           "a record is a list of lines `key: value`");
    }
    uint32_t found = choice_find(record_names, document->first->key->text);
    if (found != LEXICON_NONE) {
        *type = (enum record_type)found;
        return true;
    }
    struct nearest nearest = {.wanted = document->first->key->text};
    for (uint32_t i = 0; record_names[i]; i++) {
        nearest_offer(&nearest, record_names[i]);
    }
    return mistake_add(records->mistakes, path, document->first->key,
                       "a record begins with concept, rule, authority, role, label or language, "
                       "not \"%s\"%s%s%s",
                       nearest.wanted, nearest.best ? ", did you mean \"" : "",
                       nearest.best ? nearest.best : "", nearest.best ? "\"?" : "");
}

static const struct key_rule *find_key(enum record_type type, const char *name) {
    for (uint32_t i = 0; i < key_rule_count; i++) {
        if (key_rules[i].type == type && strcmp(key_rules[i].name, name) == 0) {
            return &key_rules[i];
        }
    }
    return NULL;
}

static void refuse_key(const struct records *records, const struct record *record,
                       const struct yaml_node *key) {
    struct nearest nearest = {.wanted = key->text};
    for (uint32_t i = 0; i < key_rule_count; i++) {
        if (key_rules[i].type == record->type) {
            nearest_offer(&nearest, key_rules[i].name);
        }
    }
    mistake_add(records->mistakes, record->path, key, "unknown key \"%s\" in a%s %s%s%s%s",
                key->text, record->type == RECORD_AUTHORITY ? "n" : "", record_names[record->type],
                nearest.best ? ", did you mean \"" : "", nearest.best ? nearest.best : "",
                nearest.best ? "\"?" : "");
}

/* Marks the key in `refused` if its value has the wrong shape. */
static void take_key(const struct records *records, struct record *record,
                     const struct yaml_node *value, bool refused[KEYS]) {
    const struct key_rule *rule = find_key(record->type, value->key->text);
    if (!rule) {
        refuse_key(records, record, value->key);
    } else if (record->values[rule->key]) {
        mistake_add(records->mistakes, record->path, value->key, "the key \"%s\" stands here twice",
                    rule->name);
    } else {
        record->values[rule->key] = value;
        refused[rule->key] = !shape_check(records->mistakes, record, rule, value);
    }
}

static void require_keys(const struct records *records, const struct record *record) {
    for (uint32_t i = 0; i < key_rule_count; i++) {
        const struct key_rule *rule = &key_rules[i];
        if (rule->type == record->type && rule->required && !record->values[rule->key]) {
            mistake_add(records->mistakes, record->path, record->node,
                        "the %s \"%s\" has no key \"%s\"", record_names[record->type], record->id,
                        rule->name);
        }
    }
}

/* What tells the record from others of its type: the id; of labels with the kind, because a treaty
 * may have parts called Section, and articles. */
static const char *record_key(const struct records *records, const struct record *record) {
    const struct yaml_node *kind = record->values[KEY_KIND];
    if (record->type != RECORD_LABEL || !kind) {
        return record->id;
    }
    size_t id_length = strlen(record->id);
    char *key = ARENA_ARRAY(records->arena, char, id_length + kind->length + 2);
    if (key) {
        memcpy(key, record->id, id_length);
        key[id_length] = ' ';
        memcpy(key + id_length + 1, kind->text, kind->length);
    }
    return key;
}

/* Puts the record in its list, in place of the built-in one of that id. Several language records
 * add to each other. */
static void keep_record(struct records *records, const struct record *record) {
    struct names *ids = &records->ids[record->type];
    struct rows *list = &records->lists[record->type];
    if (record->type == RECORD_LANGUAGE) {
        if (rows_add(list, record) == LEXICON_NONE) {
            mistake_memory(records->mistakes);
        }
        return;
    }
    uint32_t before = ids->count;
    const char *id = record_key(records, record);
    uint32_t number = id ? names_add(ids, id, (uint32_t)strlen(id)) : LEXICON_NONE;
    if (number == LEXICON_NONE) {
        mistake_memory(records->mistakes);
    } else if (number == before) {
        if (rows_add(list, record) == LEXICON_NONE) {
            mistake_memory(records->mistakes);
        }
    } else {
        struct record *old = ROWS_AT(list, struct record, number);
        if (old->layer == record->layer) {
            mistake_add(records->mistakes, record->path, record->node,
                        "there is a %s \"%s\" already, in %s, line %u", record_names[record->type],
                        record->id, old->path, old->node->line);
            return;
        }
        *old = *record;
    }
}

static void read_record(struct records *records, const char *path, const struct yaml_node *document,
                        uint32_t layer) {
    struct record record = {.path = path, .node = document, .layer = layer};
    if (!find_type(records, path, document, &record.type)) {
        return;
    }
    record.id = document->first->text;
    bool refused[KEYS] = {false};
    for (const struct yaml_node *value = document->first; value; value = value->next) {
        take_key(records, &record, value, refused);
    }
    require_keys(records, &record);
    for (int key = 0; key < KEYS; key++) {
        if (refused[key]) {
            record.values[key] = NULL;
        }
    }
    if (record.id[0]) {
        keep_record(records, &record); /* even with mistakes, so that others may refer to it */
    }
}

void records_take(struct records *records, const char *path, const struct yaml_node *file,
                  uint32_t layer) {
    for (const struct yaml_node *document = file->first; document; document = document->next) {
        read_record(records, path, document, layer);
    }
}

void records_read(struct records *records, const struct proviso_source *source, uint32_t layer) {
    struct proviso_error error;
    const char *path = arena_copy(records->arena, source->path, strlen(source->path));
    if (!path) {
        mistake_memory(records->mistakes);
        return;
    }
    const struct yaml_node *file = yaml_read(records->arena, source, &error);
    if (!file) {
        struct yaml_node place = {.line = error.line};
        place.column =
            (uint16_t)(error.column < YAML_COLUMN_LIMIT ? error.column : YAML_COLUMN_LIMIT);
        mistake_add(records->mistakes, path, &place, "%s", error.message);
        return;
    }
    records_take(records, path, file, layer);
}

uint32_t record_find(const struct records *records, enum record_type type, const char *path,
                     const struct yaml_node *node) {
    uint32_t number = names_find(&records->ids[type], node->text, node->length);
    if (number != LEXICON_NONE) {
        return number;
    }
    struct nearest nearest = {.wanted = node->text};
    for (uint32_t i = 0; i < records->ids[type].count; i++) {
        nearest_offer(&nearest, records->ids[type].list[i].text);
    }
    mistake_add(records->mistakes, path, node, "there is no %s \"%s\"%s%s%s", record_names[type],
                node->text, nearest.best ? ", did you mean \"" : "",
                nearest.best ? nearest.best : "", nearest.best ? "\"?" : "");
    return LEXICON_NONE;
}

bool record_is_on(const struct record *record, enum key key) {
    return record->values[key] && strcmp(record->values[key]->text, "true") == 0;
}
