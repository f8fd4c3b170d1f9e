/*
 * The shape of values. In: a key of the table and what stands behind it in the YAML. Out: nothing,
 * or a mistake such as: "severity" is one of note, warning, error, not "eror", did you mean
 * "error"?
 */
#include <stdio.h>
#include <string.h>

#include "../base/buffer.h"
#include "record.h"

/* What a check needs to tell where it is. */
struct place {
    struct mistakes *mistakes;
    const char *path;
    const char *key;
};

static bool want(const struct place *place, const struct yaml_node *node, const char *what) {
    return mistake_add(place->mistakes, place->path, node, "\"%s\" must be %s", place->key, what);
}

static bool check_text(const struct place *place, const struct yaml_node *node) {
    if (node->kind != YAML_TEXT) {
        return want(place, node, "text");
    }
    return node->length > 0 || want(place, node, "text, but it is empty");
}

uint32_t node_count(const struct yaml_node *node) {
    if (node->kind != YAML_TEXT || node->length == 0 || node->length > 9) {
        return LEXICON_NONE;
    }
    uint32_t value = 0;
    for (uint32_t i = 0; i < node->length; i++) {
        if (node->text[i] < '0' || node->text[i] > '9') {
            return LEXICON_NONE;
        }
        value = value * 10 + (uint32_t)(node->text[i] - '0');
    }
    return value;
}

static bool check_count(const struct place *place, const struct yaml_node *node) {
    return node_count(node) != LEXICON_NONE || want(place, node, "a whole number");
}

static bool check_switch(const struct place *place, const struct yaml_node *node) {
    return strcmp(node->text, "true") == 0 || strcmp(node->text, "false") == 0 ||
           want(place, node, "true or false");
}

static bool check_choice(const struct place *place, const struct yaml_node *node,
                         const char *const *choices) {
    if (node->kind == YAML_TEXT && choice_find(choices, node->text) != LEXICON_NONE) {
        return true;
    }
    struct nearest nearest = {.wanted = node->text};
    char list[160] = "";
    for (uint32_t i = 0; choices[i]; i++) {
        size_t used = strlen(list);
        snprintf(list + used, sizeof list - used, "%s%s", i ? ", " : "", choices[i]);
        nearest_offer(&nearest, choices[i]);
    }
    return mistake_add(place->mistakes, place->path, node, "\"%s\" is one of %s, not \"%s\"%s%s%s",
                       place->key, list, node->text, nearest.best ? ", did you mean \"" : "",
                       nearest.best ? nearest.best : "", nearest.best ? "\"?" : "");
}

/* Lower-case words with hyphens; a rule's id may have one "/", a role's one ":". */
static bool check_id(const struct place *place, const struct yaml_node *node, char divider) {
    if (!check_text(place, node)) {
        return false;
    }
    bool divided = false, start = true;
    for (uint32_t i = 0; i < node->length; i++) {
        char at = node->text[i];
        bool letter = (at >= 'a' && at <= 'z') || (at >= '0' && at <= '9');
        bool division = at == divider && !divided;
        if (!letter && (start || (at != '-' && !division))) {
            break;
        }
        divided = divided || division;
        start = !letter;
        if (i + 1 == node->length && !start) {
            return true;
        }
    }
    return mistake_add(place->mistakes, place->path, node,
                       "\"%s\" is an id of a-z, 0-9 and hyphens%s, not \"%s\"", place->key,
                       divider == '/'   ? ", perhaps with a variant after one /"
                       : divider == ':' ? ", perhaps with a kind after one :"
                                        : "",
                       node->text);
}

static bool check_texts(const struct place *place, const struct yaml_node *node) {
    if (node->kind != YAML_LIST) {
        return want(place, node, "a list");
    }
    bool good = true;
    for (const struct yaml_node *text = node->first; text; text = text->next) {
        if (text->kind != YAML_TEXT || text->length == 0) {
            good = want(place, text, "a list of texts");
        }
    }
    return good;
}

/* A map whose values all pass one check. */
static bool check_map(const struct place *place, const struct yaml_node *node, const char *what,
                      bool (*check)(const struct place *, const struct yaml_node *)) {
    if (node->kind != YAML_MAP) {
        return want(place, node, what);
    }
    bool good = true;
    for (const struct yaml_node *value = node->first; value; value = value->next) {
        struct place inside = {place->mistakes, place->path, value->key->text};
        good = check(&inside, value) && good;
    }
    return good;
}

static bool check_known_keys(const struct place *place, const struct yaml_node *map,
                             const char *const *known) {
    bool good = true;
    for (const struct yaml_node *value = map->first; value; value = value->next) {
        if (choice_find(known, value->key->text) == LEXICON_NONE) {
            struct place inside = {place->mistakes, place->path, place->key};
            good = check_choice(&inside, value->key, known);
        } else {
            struct place inside = {place->mistakes, place->path, value->key->text};
            good = check_text(&inside, value) && good;
        }
    }
    return good;
}

static bool check_patterns(const struct place *place, const struct yaml_node *node) {
    static const char *const keys[] = {"anchor", "match", NULL};
    if (node->kind != YAML_LIST) {
        return want(place, node, "a list");
    }
    bool good = true;
    for (const struct yaml_node *pattern = node->first; pattern; pattern = pattern->next) {
        if (pattern->kind != YAML_MAP || pattern->count != 2) {
            good = want(place, pattern, "a list of maps with the keys anchor and match");
        } else if (strcmp(pattern->first->key->text, pattern->first->next->key->text) == 0) {
            good = want(place, pattern, "a list of maps with the keys anchor and match");
        } else {
            good = check_known_keys(place, pattern, keys) && good;
        }
    }
    return good;
}

/* The keys of conditions are checked where they are resolved, build_conditions.c. */
static bool check_conditions(const struct place *place, const struct yaml_node *node) {
    return node->kind == YAML_MAP || want(place, node, "a map of conditions");
}

/* One of delete, replace, text and insert; the other keys as they go with it. */
static bool check_suggestion(const struct place *place, const struct yaml_node *map) {
    static const char *const deletions[] = {"match", "brackets", NULL};
    enum { DELETE, REPLACE, TEXT, INSERT, HEADING, BEHIND, AFTER, WHERE, NONE };
    uint32_t seen[NONE] = {0};
    bool good = map->kind == YAML_MAP;
    for (const struct yaml_node *value = good ? map->first : NULL; value; value = value->next) {
        struct place inside = {place->mistakes, place->path, value->key->text};
        uint32_t key = choice_find(suggestion_choices, value->key->text);
        if (key == LEXICON_NONE) {
            return check_choice(place, value->key, suggestion_choices);
        }
        seen[key]++;
        good = (key == WHERE    ? check_conditions(&inside, value)
                : key == AFTER  ? check_texts(&inside, value)
                : key == DELETE ? check_choice(&inside, value, deletions)
                                : check_text(&inside, value)) &&
               good;
    }
    bool extra = seen[HEADING] || seen[BEHIND] || seen[AFTER];
    if (seen[DELETE] + seen[REPLACE] + seen[TEXT] + seen[INSERT] != 1 || (extra && !seen[INSERT])) {
        return want(place, map,
                    "{delete: match}, {replace: words}, {insert: wording} or {text: advice}");
    }
    return good;
}

static bool check_suggestions(const struct place *place, const struct yaml_node *node) {
    if (node->kind != YAML_LIST) {
        return check_suggestion(place, node);
    }
    bool good = true;
    for (const struct yaml_node *map = node->first; map; map = map->next) {
        good = check_suggestion(place, map) && good;
    }
    return good;
}

static bool check_alternatives(const struct place *place, const struct yaml_node *node) {
    if (node->kind != YAML_LIST) {
        return check_conditions(place, node);
    }
    bool good = true;
    for (const struct yaml_node *map = node->first; map; map = map->next) {
        good = check_conditions(place, map) && good;
    }
    return good;
}

static bool check_derived(const struct place *place, const struct yaml_node *node) {
    static const char *const keys[] = {"match", "where", "unless", NULL};
    if (node->kind != YAML_LIST) {
        return want(place, node, "a list");
    }
    bool good = true;
    for (const struct yaml_node *map = node->first; map; map = map->next) {
        bool matches = false;
        if (map->kind != YAML_MAP) {
            return want(place, map, "a list of maps with the keys match, where and unless");
        }
        for (const struct yaml_node *value = map->first; value; value = value->next) {
            struct place inside = {place->mistakes, place->path, value->key->text};
            uint32_t key = choice_find(keys, value->key->text);
            struct place named = {place->mistakes, place->path, place->key};
            good = (key == LEXICON_NONE ? check_choice(&named, value->key, keys)
                    : key == 0          ? check_text(&inside, value)
                    : key == 1          ? check_conditions(&inside, value)
                                        : check_alternatives(&inside, value)) &&
                   good;
            matches = matches || key == 0;
        }
        good = (matches || want(place, map, "a list of maps with the key match")) && good;
    }
    return good;
}

bool shape_check(struct mistakes *mistakes, const struct record *record,
                 const struct key_rule *rule, const struct yaml_node *node) {
    const struct place place = {mistakes, record->path, rule->name};
    switch (rule->shape) {
    case SHAPE_ID:
        return check_id(&place, node,
                        record->type == RECORD_RULE ? '/'
                                                    : (record->type == RECORD_ROLE ? ':' : '-'));
    case SHAPE_TEXT:
    case SHAPE_CONCEPT:
        return check_text(&place, node);
    case SHAPE_CHOICE:
        return check_choice(&place, node, rule->choices);
    case SHAPE_COUNT:
        return check_count(&place, node);
    case SHAPE_SWITCH:
        return check_switch(&place, node);
    case SHAPE_TEXTS:
    case SHAPE_CONCEPTS:
    case SHAPE_ROLES:
    case SHAPE_AUTHORITIES:
        return check_texts(&place, node);
    case SHAPE_PATTERNS:
        return check_patterns(&place, node);
    case SHAPE_DERIVED:
        return check_derived(&place, node);
    case SHAPE_CONDITIONS:
        return check_conditions(&place, node);
    case SHAPE_ALTERNATIVES:
        return check_alternatives(&place, node);
    case SHAPE_SUGGESTION:
        return check_suggestions(&place, node);
    case SHAPE_WEIGHTS:
    case SHAPE_VALUES:
        return check_map(&place, node, "a map from words to whole numbers", check_count);
    case SHAPE_FORMS:
        return check_map(&place, node, "a map from words to lists", check_texts);
    case SHAPE_PAIRS:
        return check_map(&place, node, "a map from words to words", check_text);
    }
    return false;
}
