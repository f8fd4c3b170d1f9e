/*
 * Conditions. In: `where: {roles: [safeguard], same-sentence: {all: [duty]}}`. Out: rows with the
 * numbers of the roles and concepts they refer to. A map under `unless` is alternatives, one group
 * a key; a list of maps is one group a map.
 */
#include <string.h>

#include "assembly.h"

struct place {
    struct assembly *assembly;
    const struct record *record;
    const struct condition_rule *rule;
};

static void refuse(const struct place *place, const struct yaml_node *node, const char *what) {
    mistake_add(place->assembly->mistakes, place->record->path, node, "\"%s\" must be %s",
                place->rule->name, what);
}

static void refuse_key(struct assembly *assembly, const struct record *record,
                       const struct yaml_node *key, bool of_role) {
    struct nearest nearest = {.wanted = key->text};
    for (uint32_t i = 0; i < condition_rule_count; i++) {
        if (condition_rules[i].of_role || !of_role) {
            nearest_offer(&nearest, condition_rules[i].name);
        }
    }
    mistake_add(assembly->mistakes, record->path, key, "unknown condition \"%s\" of a %s%s%s%s",
                key->text, record_names[record->type], nearest.best ? ", did you mean \"" : "",
                nearest.best ? nearest.best : "", nearest.best ? "\"?" : "");
}

static void add_ref(struct assembly *assembly, uint32_t ref) {
    assembly_add(assembly, &assembly->refs, &ref);
}

static void refuse_choice(const struct place *place, const struct yaml_node *node,
                          const char *const *choices) {
    struct nearest nearest = {.wanted = node->text};
    for (uint32_t i = 0; choices[i]; i++) {
        nearest_offer(&nearest, choices[i]);
    }
    mistake_add(place->assembly->mistakes, place->record->path, node,
                "\"%s\" has no value \"%s\"%s%s%s", place->rule->name, node->text,
                nearest.best ? ", did you mean \"" : "", nearest.best ? nearest.best : "",
                nearest.best ? "\"?" : "");
}

/* "power" means power itself, if there is such a role, and every "power:...". */
static void add_roles(const struct place *place, const struct yaml_node *node) {
    const struct records *records = &place->assembly->records;
    const struct names *roles = &records->ids[RECORD_ROLE];
    bool found = false;
    for (uint32_t i = 0; i < roles->count; i++) {
        const struct name *role = &roles->list[i];
        bool same = role->length >= node->length &&
                    memcmp(role->text, node->text, node->length) == 0 &&
                    (role->length == node->length || role->text[node->length] == ':');
        if (same) {
            add_ref(place->assembly, i);
            found = true;
        }
    }
    if (!found) {
        record_find(records, RECORD_ROLE, place->record->path, node);
    }
}

static void add_value(const struct place *place, const struct yaml_node *node) {
    struct assembly *assembly = place->assembly;
    if (node->kind != YAML_TEXT || node->length == 0) {
        refuse(place, node, "a list of words");
        return;
    }
    uint32_t ref;
    switch (place->rule->shape) {
    case CONDITION_ROLES:
        add_roles(place, node);
        return;
    case CONDITION_CONCEPTS:
        ref = record_find(&assembly->records, RECORD_CONCEPT, place->record->path, node);
        break;
    case CONDITION_KINDS:
        ref = choice_find(provision_choices, node->text);
        if (ref == LEXICON_NONE) {
            refuse_choice(place, node, provision_choices);
        }
        break;
    case CONDITION_PROFILES:
        ref = choice_find(profile_choices, node->text);
        if (ref == LEXICON_NONE) {
            refuse_choice(place, node, profile_choices);
        } else {
            ref += PROVISO_PROFILE_TREATY;
        }
        break;
    default:
        return;
    }
    if (ref != LEXICON_NONE) {
        add_ref(assembly, ref);
    }
}

/* One word, a list, {any: list} or {all: list}. */
static void add_values(const struct place *place, const struct yaml_node *node,
                       struct lexicon_condition *condition) {
    if (node->kind == YAML_MAP) {
        bool any = node->count == 1 && strcmp(node->first->key->text, "any") == 0;
        bool all = node->count == 1 && strcmp(node->first->key->text, "all") == 0;
        if (!any && !all) {
            refuse(place, node, "a list, {any: a list} or {all: a list}");
            return;
        }
        condition->mode = all ? COND_ALL : COND_ANY;
        node = node->first;
    }
    if (node->kind == YAML_TEXT) {
        add_value(place, node);
        return;
    }
    if (node->kind != YAML_LIST || node->count == 0) {
        refuse(place, node, "a list of words");
        return;
    }
    for (const struct yaml_node *value = node->first; value; value = value->next) {
        add_value(place, value);
    }
}

static void add_condition(struct assembly *assembly, const struct record *record,
                          const struct yaml_node *node, uint32_t group, bool of_role) {
    const struct condition_rule *rule = NULL;
    for (uint32_t i = 0; i < condition_rule_count; i++) {
        if (strcmp(condition_rules[i].name, node->key->text) == 0 &&
            (condition_rules[i].of_role || !of_role)) {
            rule = &condition_rules[i];
        }
    }
    if (!rule) {
        refuse_key(assembly, record, node->key, of_role);
        return;
    }
    const struct place place = {assembly, record, rule};
    struct lexicon_condition condition = {
        .key = rule->key, .mode = COND_ANY, .group = group, .ref_first = assembly->refs.count};
    if (rule->shape == CONDITION_SWITCH) {
        condition.value = strcmp(node->text, "true") == 0;
        if (!condition.value && strcmp(node->text, "false") != 0) {
            refuse(&place, node, "true or false");
        }
    } else {
        add_values(&place, node, &condition);
    }
    condition.ref_count = assembly->refs.count - condition.ref_first;
    assembly_add(assembly, &assembly->conditions, &condition);
}

void build_conditions(struct assembly *assembly, const struct record *record,
                      const struct yaml_node *map, bool of_role) {
    uint32_t group = assembly->groups++;
    for (const struct yaml_node *node = map ? map->first : NULL; node; node = node->next) {
        add_condition(assembly, record, node, group, of_role);
    }
}

void build_alternatives(struct assembly *assembly, const struct record *record,
                        const struct yaml_node *node, bool of_role) {
    if (!node) {
        return;
    }
    for (const struct yaml_node *child = node->first; child; child = child->next) {
        if (node->kind == YAML_LIST) {
            build_conditions(assembly, record, child, of_role);
        } else {
            add_condition(assembly, record, child, assembly->groups++, of_role);
        }
    }
}

struct lexicon_refs build_refs(struct assembly *assembly, const struct record *record, enum key key,
                               enum record_type type) {
    static const struct condition_rule roles = {.name = "roles", .shape = CONDITION_ROLES};
    const struct place place = {assembly, record, &roles};
    const struct yaml_node *list = record->values[key];
    struct lexicon_refs refs = {assembly->refs.count, 0};
    for (const struct yaml_node *name = list ? list->first : NULL; name; name = name->next) {
        if (type == RECORD_ROLE) {
            add_roles(&place, name);
            continue;
        }
        uint32_t ref = record_find(&assembly->records, type, record->path, name);
        if (ref != LEXICON_NONE) {
            add_ref(assembly, ref);
        }
    }
    refs.count = assembly->refs.count - refs.first;
    return refs;
}
