/*
 * Authorities and rules. In: their records. Out: rows whose references are numbers, rules in the
 * order of their ids. A rule without a counter-example, or an authority with a pinpoint that nobody
 * has checked ("§ 230"), is a mistake.
 */
#include <stdlib.h>
#include <string.h>

#include "assembly.h"

static const char *text_of(const struct record *record, enum key key) {
    return record->values[key] ? record->values[key]->text : "";
}

static bool is_letter_or_digit(char at) {
    return (at >= 'a' && at <= 'z') || (at >= 'A' && at <= 'Z') || (at >= '0' && at <= '9');
}

/* Whether a title points at a passage: §, para, paras, paragraph(s), pp, p. */
static bool has_pinpoint(const char *title) {
    static const char *const words[] = {"para", "paras", "paragraph", "paragraphs",
                                        "pp",   "p",     NULL};
    if (strstr(title, "\xC2\xA7")) {
        return true;
    }
    for (const char *at = title; *at;) {
        const char *start = at;
        while (is_letter_or_digit(*at)) {
            at++;
        }
        char word[12] = "";
        size_t length = (size_t)(at - start);
        if (length > 0 && length < sizeof word) {
            memcpy(word, start, length);
            bool page = word[0] != 'p' || length > 2 || *at == '.' || *at == ' ';
            if (page && choice_find(words, word) != LEXICON_NONE) {
                return true;
            }
        }
        at += *at && at == start;
    }
    return false;
}

static void build_authority(struct assembly *assembly, const struct record *record) {
    struct lexicon_authority row = {.id = assembly_string(assembly, record->id),
                                    .title = assembly_string(assembly, text_of(record, KEY_TITLE)),
                                    .kind = assembly_string(assembly, text_of(record, KEY_KIND)),
                                    .force = assembly_string(assembly, text_of(record, KEY_FORCE)),
                                    .checked =
                                        assembly_string(assembly, text_of(record, KEY_CHECKED)),
                                    .says = assembly_string(assembly, text_of(record, KEY_SAYS)),
                                    .place = assembly_place(assembly, record)};
    if (has_pinpoint(text_of(record, KEY_TITLE)) && !record->values[KEY_CHECKED]) {
        mistake_add(assembly->mistakes, record->path, record->values[KEY_TITLE],
                    "the title of \"%s\" points at a passage; say under \"checked\" where it was "
                    "read, or cite the instrument alone",
                    record->id);
    }
    assembly_add(assembly, &assembly->authorities, &row);
}

/* Adds the texts of a list to the examples; how many. */
static uint32_t add_examples(struct assembly *assembly, const struct yaml_node *list) {
    uint32_t count = 0;
    for (const struct yaml_node *text = list ? list->first : NULL; text; text = text->next) {
        string_at at = assembly_string(assembly, text->text);
        assembly_add(assembly, &assembly->examples, &at);
        count++;
    }
    return count;
}

static void build_examples(struct assembly *assembly, const struct record *record,
                           struct lexicon_rule *row) {
    row->flag_first = assembly->examples.count;
    row->flag_count = add_examples(assembly, record->values[KEY_FLAGS]);
    row->pass_first = assembly->examples.count;
    row->pass_count = add_examples(assembly, record->values[KEY_PASSES]);
    if (!record->values[KEY_FLAGS] || !record->values[KEY_PASSES]) {
        return; /* said already */
    }
    if (row->flag_count == 0) {
        mistake_add(assembly->mistakes, record->path, record->values[KEY_FLAGS],
                    "the rule \"%s\" has no example that it flags", record->id);
    } else if (row->pass_count < row->flag_count) {
        mistake_add(assembly->mistakes, record->path, record->values[KEY_PASSES],
                    "the rule \"%s\" has %u flags and only %u passes; it needs as many", record->id,
                    row->flag_count, row->pass_count);
    }
}

static void build_authority_refs(struct assembly *assembly, const struct record *record,
                                 struct lexicon_rule *row) {
    const struct yaml_node *list = record->values[KEY_AUTHORITY];
    row->authority_first = assembly->refs.count;
    for (const struct yaml_node *name = list ? list->first : NULL; name; name = name->next) {
        uint32_t ref = record_find(&assembly->records, RECORD_AUTHORITY, record->path, name);
        if (ref != LEXICON_NONE) {
            assembly_add(assembly, &assembly->refs, &ref);
        }
    }
    row->authority_count = assembly->refs.count - row->authority_first;
    if (list && list->count == 0) {
        mistake_add(assembly->mistakes, record->path, list, "the rule \"%s\" names no authority",
                    record->id);
    }
}

/* A rule is about words (match), about their absence (lacks), or about structure (of). */
static void build_subject(struct assembly *assembly, const struct record *record,
                          struct lexicon_rule *row) {
    const struct yaml_node *match = record->values[KEY_MATCH];
    const struct yaml_node *lacks = record->values[KEY_LACKS];
    const struct yaml_node *of = record->values[KEY_OF];
    row->match = row->lacks = LEXICON_NONE;
    if ((match != NULL) + (lacks != NULL) + (of != NULL) != 1) {
        mistake_add(assembly->mistakes, record->path, record->node,
                    "the rule \"%s\" needs one of \"match\", \"lacks\" and \"of\"", record->id);
    } else if (match) {
        row->match = record_find(&assembly->records, RECORD_CONCEPT, record->path, match);
    } else if (lacks) {
        row->lacks = record_find(&assembly->records, RECORD_SAFEGUARD, record->path, lacks);
    }
}

/* One line, in which {text} stands for the words found and other braces are slips of the pen. */
static void check_message(struct assembly *assembly, const struct record *record) {
    const char *message = text_of(record, KEY_MESSAGE);
    if (strchr(message, '\n')) {
        mistake_add(assembly->mistakes, record->path, record->values[KEY_MESSAGE],
                    "\"message\" must be one line");
    }
    for (const char *brace = strchr(message, '{'); brace && record->values[KEY_MATCH];
         brace = strchr(brace + 1, '{')) {
        if (strncmp(brace, "{text}", 6) != 0) {
            mistake_add(assembly->mistakes, record->path, record->values[KEY_MESSAGE],
                        "braces in \"message\" hold nothing but {text}");
            return;
        }
    }
}

static void build_rule(struct assembly *assembly, const struct record *record) {
    const struct yaml_node *severity = record->values[KEY_SEVERITY];
    char *category = arena_copy(assembly->arena, record->id, strcspn(record->id, "/"));
    struct lexicon_rule row = {.id = assembly_string(assembly, record->id),
                               .category = assembly_string(assembly, category),
                               .message = assembly_string(assembly, text_of(record, KEY_MESSAGE)),
                               .why = assembly_string(assembly, text_of(record, KEY_WHY)),
                               .since = assembly_string(assembly, text_of(record, KEY_SINCE)),
                               .severity = severity ? choice_find(severity_choices, severity->text)
                                                    : PROVISO_NOTE,
                               .terms = record->values[KEY_ONCE] != NULL,
                               .place = assembly_place(assembly, record)};
    check_message(assembly, record);
    build_subject(assembly, record, &row);
    build_suggestions(assembly, record, &row);
    row.where_first = assembly->conditions.count;
    build_conditions(assembly, record, record->values[KEY_WHERE], false);
    row.where_count = assembly->conditions.count - row.where_first;
    row.unless_first = assembly->conditions.count;
    build_alternatives(assembly, record, record->values[KEY_UNLESS], false);
    row.unless_count = assembly->conditions.count - row.unless_first;
    build_authority_refs(assembly, record, &row);
    build_examples(assembly, record, &row);
    assembly_add(assembly, &assembly->rules, &row);
}

static int compare_ids(const void *one, const void *other) {
    const struct record *const *a = one, *const *b = other;
    return strcmp((*a)->id, (*b)->id);
}

void build_rules(struct assembly *assembly) {
    const struct records *records = &assembly->records;
    for (uint32_t i = 0; i < record_count(records, RECORD_AUTHORITY); i++) {
        build_authority(assembly, record_at(records, RECORD_AUTHORITY, i));
    }
    uint32_t count = record_count(records, RECORD_RULE);
    const struct record **rules = ARENA_ARRAY(assembly->arena, const struct record *, count);
    if (!rules) {
        assembly->failed = true;
        return;
    }
    for (uint32_t i = 0; i < count; i++) {
        rules[i] = record_at(records, RECORD_RULE, i);
    }
    qsort(rules, count, sizeof *rules, compare_ids);
    for (uint32_t i = 0; i < count && !assembly->failed; i++) {
        build_rule(assembly, rules[i]);
    }
}
