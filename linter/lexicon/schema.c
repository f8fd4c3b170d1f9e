/*
 * The JSON Schema of lexicon files. In: the tables of keys.c. Out: JSON that tells an editor, for
 * instance, that a rule has a key "severity" which is "note", "warning" or "error".
 */
#include "schema.h"

#include "keys.h"

static void add_choices(struct buffer *out, const char *const *choices) {
    buffer_add_string(out, "\"enum\": [");
    for (uint32_t i = 0; choices[i]; i++) {
        buffer_format(out, "%s\"%s\"", i ? ", " : "", choices[i]);
    }
    buffer_add_string(out, "]");
}

static const char *id_pattern(enum record_type type) {
    switch (type) {
    case RECORD_RULE:
        return "^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?$";
    case RECORD_ROLE:
        return "^[a-z0-9]+(-[a-z0-9]+)*(:[a-z0-9]+(-[a-z0-9]+)*)?$";
    default:
        return "^[a-z0-9]+(-[a-z0-9]+)*$";
    }
}

#define TEXT "\"type\": [\"string\", \"number\"]"
#define TEXTS "\"$ref\": \"#/definitions/texts\""
#define MAP_OF(inside) "\"type\": \"object\", \"additionalProperties\": {" inside "}"

static const char *shape_schema(enum shape shape, enum record_type type) {
    switch (shape) {
    case SHAPE_COUNT:
        return "\"type\": \"integer\", \"minimum\": 0";
    case SHAPE_SWITCH:
        return "\"type\": \"boolean\"";
    case SHAPE_TEXTS:
    case SHAPE_CONCEPTS:
    case SHAPE_ROLES:
    case SHAPE_AUTHORITIES:
        return TEXTS;
    case SHAPE_PATTERNS:
        return "\"type\": \"array\", \"items\": {\"type\": \"object\", \"properties\": "
               "{\"anchor\": "
               "{\"type\": \"string\"}, \"match\": {\"type\": \"string\"}}, \"required\": "
               "[\"anchor\", \"match\"], \"additionalProperties\": false}";
    case SHAPE_DERIVED:
        return "\"type\": \"array\", \"items\": {\"type\": \"object\", \"properties\": "
               "{\"match\": {\"type\": \"string\"}, \"where\": {\"$ref\": "
               "\"#/definitions/conditions\"}, \"unless\": {\"anyOf\": [{\"$ref\": "
               "\"#/definitions/conditions\"}, {\"type\": \"array\", \"items\": {\"$ref\": "
               "\"#/definitions/conditions\"}}]}}, \"required\": [\"match\"], "
               "\"additionalProperties\": false}";
    case SHAPE_CONDITIONS:
        return type == RECORD_ROLE ? "\"$ref\": \"#/definitions/role-conditions\""
                                   : "\"$ref\": \"#/definitions/conditions\"";
    case SHAPE_ALTERNATIVES:
        return "\"anyOf\": [{\"$ref\": \"#/definitions/conditions\"}, {\"type\": \"array\", "
               "\"items\": {\"$ref\": \"#/definitions/conditions\"}}]";
    case SHAPE_SUGGESTION:
        return "\"anyOf\": [{\"$ref\": \"#/definitions/suggestion\"}, {\"type\": \"array\", "
               "\"items\": {\"$ref\": \"#/definitions/suggestion\"}}]";
    case SHAPE_WEIGHTS:
    case SHAPE_VALUES:
        return MAP_OF("\"type\": \"integer\", \"minimum\": 0");
    case SHAPE_FORMS:
        return MAP_OF(TEXTS);
    case SHAPE_PAIRS:
        return MAP_OF("\"type\": \"string\"");
    default:
        return TEXT;
    }
}

static void add_key(struct buffer *out, const struct key_rule *rule) {
    buffer_format(out, "        \"%s\": {\"description\": \"%s\", ", rule->name, rule->help);
    if (rule->shape == SHAPE_CHOICE) {
        add_choices(out, rule->choices);
    } else if (rule->shape == SHAPE_ID) {
        buffer_format(out, "\"type\": \"string\", \"pattern\": \"%s\"", id_pattern(rule->type));
    } else {
        buffer_add_string(out, shape_schema(rule->shape, rule->type));
    }
    buffer_add_string(out, "}");
}

static void add_record(struct buffer *out, enum record_type type) {
    const char *comma = "";
    buffer_format(out, "    {\n      \"title\": \"%s\",\n      \"type\": \"object\",\n",
                  record_names[type]);
    buffer_add_string(out, "      \"required\": [");
    for (uint32_t i = 0; i < key_rule_count; i++) {
        if (key_rules[i].type == type && key_rules[i].required) {
            buffer_format(out, "%s\"%s\"", comma, key_rules[i].name);
            comma = ", ";
        }
    }
    buffer_add_string(out, "],\n      \"additionalProperties\": false,\n      \"properties\": {\n");
    comma = "";
    for (uint32_t i = 0; i < key_rule_count; i++) {
        if (key_rules[i].type == type) {
            buffer_add_string(out, comma);
            add_key(out, &key_rules[i]);
            comma = ",\n";
        }
    }
    buffer_add_string(out, "\n      }\n    }");
}

static void add_condition(struct buffer *out, const struct condition_rule *rule) {
    buffer_format(out, "        \"%s\": {\"description\": \"%s\", ", rule->name, rule->help);
    if (rule->shape == CONDITION_SWITCH) {
        buffer_add_string(out, "\"type\": \"boolean\"}");
        return;
    }
    if (rule->shape != CONDITION_KINDS && rule->shape != CONDITION_PROFILES) {
        buffer_add_string(out, "\"$ref\": \"#/definitions/some\"}");
        return;
    }
    buffer_add_string(out, "\"type\": \"array\", \"items\": {");
    add_choices(out, rule->shape == CONDITION_KINDS ? provision_choices : profile_choices);
    buffer_add_string(out, "}}");
}

static void add_conditions(struct buffer *out, const char *name, bool of_role) {
    const char *comma = "";
    buffer_format(out,
                  "    \"%s\": {\n      \"type\": \"object\",\n"
                  "      \"additionalProperties\": false,\n      \"properties\": {\n",
                  name);
    for (uint32_t i = 0; i < condition_rule_count; i++) {
        if (condition_rules[i].of_role || !of_role) {
            buffer_add_string(out, comma);
            add_condition(out, &condition_rules[i]);
            comma = ",\n";
        }
    }
    buffer_add_string(out, "\n      }\n    }");
}

static void add_suggestion(struct buffer *out) {
    buffer_add_string(out, "    \"suggestion\": {\n      \"type\": \"object\",\n"
                           "      \"additionalProperties\": false,\n      \"properties\": {\n"
                           "        \"delete\": {\"enum\": [\"match\", \"brackets\"]},\n"
                           "        \"replace\": {\"type\": \"string\"},\n"
                           "        \"text\": {\"type\": \"string\"},\n"
                           "        \"insert\": {\"type\": \"string\"},\n");
    buffer_add_string(out, "        \"heading\": {\"type\": \"string\"},\n"
                           "        \"behind\": {\"type\": \"string\"},\n"
                           "        \"after\": {" TEXTS "},\n"
                           "        \"where\": {\"$ref\": \"#/definitions/conditions\"}\n"
                           "      }\n    },\n");
}

void lexicon_schema(struct buffer *out) {
    buffer_add_string(out, "{\n"
                           "  \"$schema\": \"http://json-schema.org/draft-07/schema#\",\n"
                           "  \"title\": \"A record of a Proviso lexicon\",\n"
                           "  \"oneOf\": [\n");
    for (int type = 0; type < RECORD_TYPES; type++) {
        buffer_add_string(out, type ? ",\n" : "");
        add_record(out, (enum record_type)type);
    }
    buffer_add_string(out, "\n  ],\n  \"definitions\": {\n"
                           "    \"texts\": {\"type\": \"array\", \"items\": {" TEXT "}},\n"
                           "    \"some\": {\n      \"anyOf\": [\n"
                           "        {\"type\": \"string\"},\n"
                           "        {\"$ref\": \"#/definitions/texts\"},\n");
    buffer_add_string(out, "        {\"type\": \"object\", \"properties\": {\"any\": {" TEXTS "}},"
                           " \"required\": [\"any\"], \"additionalProperties\": false},\n"
                           "        {\"type\": \"object\", \"properties\": {\"all\": {" TEXTS "}},"
                           " \"required\": [\"all\"], \"additionalProperties\": false}\n"
                           "      ]\n    },\n");
    add_suggestion(out);
    add_conditions(out, "conditions", false);
    buffer_add_string(out, ",\n");
    add_conditions(out, "role-conditions", true);
    buffer_add_string(out, "\n  }\n}\n");
}
