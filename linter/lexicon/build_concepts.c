/*
 * Concepts and their phrases. In: concept records. Out: a row for each concept, a row for each
 * phrase and its stretches: "warrant ... issued by a judge" is the stretches "warrant" and "issued
 * by a judge". A phrase stands once for its concept and once for every concept that includes it.
 */
#include <string.h>

#include "../base/utf8.h"
#include "assembly.h"
#include "pattern.h"

enum { VISIT_LIMIT = 20000000, CONCEPT_LIMIT = UINT16_MAX };

/* Who includes whom, as lists by concept. */
struct inclusion {
    struct assembly *assembly;
    uint32_t *first;   /* by concept: first link + 1 of the concepts that include it */
    struct rows links; /* of struct includer */
    uint32_t *seen, stamp;
    uint32_t *queue, queued;
    uint64_t visits;
    bool *cyclic;
};
struct includer {
    uint32_t concept, next;
};

static void read_includes(struct inclusion *inclusion, uint32_t number) {
    struct assembly *assembly = inclusion->assembly;
    const struct record *record = record_at(&assembly->records, RECORD_CONCEPT, number);
    const struct yaml_node *list = record->values[KEY_INCLUDES];
    for (const struct yaml_node *name = list ? list->first : NULL; name; name = name->next) {
        uint32_t other = record_find(&assembly->records, RECORD_CONCEPT, record->path, name);
        if (other != LEXICON_NONE) {
            struct includer includer = {number, inclusion->first[other]};
            inclusion->first[other] = assembly_add(assembly, &inclusion->links, &includer) + 1;
        }
    }
}

/* The concept and all that include it, at whatever remove, in inclusion->queue. False in a circle.
 */
static bool find_includers(struct inclusion *inclusion, uint32_t concept) {
    bool circle = false;
    inclusion->stamp++;
    inclusion->queued = 0;
    inclusion->queue[inclusion->queued++] = concept;
    inclusion->seen[concept] = inclusion->stamp;
    for (uint32_t i = 0; i < inclusion->queued; i++) {
        for (uint32_t at = inclusion->first[inclusion->queue[i]]; at;) {
            const struct includer *includer =
                ROWS_AT(&inclusion->links, const struct includer, at - 1);
            circle = circle || includer->concept == concept;
            if (inclusion->seen[includer->concept] != inclusion->stamp) {
                inclusion->seen[includer->concept] = inclusion->stamp;
                inclusion->queue[inclusion->queued++] = includer->concept;
            }
            at = includer->next;
            if (++inclusion->visits > VISIT_LIMIT) {
                assembly_overflow(inclusion->assembly);
                return true;
            }
        }
    }
    return !circle;
}

static void refuse_circle(struct inclusion *inclusion, uint32_t concept) {
    const struct record *record = record_at(&inclusion->assembly->records, RECORD_CONCEPT, concept);
    for (uint32_t i = 0; i < inclusion->queued; i++) {
        if (inclusion->cyclic[inclusion->queue[i]]) {
            return;
        }
    }
    inclusion->cyclic[concept] = true;
    mistake_add(inclusion->assembly->mistakes, record->path,
                record->values[KEY_INCLUDES] ? record->values[KEY_INCLUDES] : record->node,
                "the concept \"%s\" includes itself", record->id);
}

static void add_phrases(struct assembly *assembly, const struct record *record, enum key key,
                        const struct inclusion *inclusion) {
    const struct yaml_node *list = record->values[key];
    struct trie_output *outputs =
        ARENA_ARRAY(assembly->arena, struct trie_output, inclusion->queued);
    if (!list || !outputs) {
        assembly->failed = assembly->failed || !outputs;
        return;
    }
    for (uint32_t i = 0; i < inclusion->queued; i++) {
        outputs[i] = (struct trie_output){inclusion->queue[i], key == KEY_EXCEPT};
    }
    for (const struct yaml_node *node = list->first; node && !assembly->failed; node = node->next) {
        build_phrase(assembly, record->path, node, outputs, inclusion->queued);
    }
}

/* The phrase that anchors a pattern is a concept of its own, with an id that no record can have. */
static void add_pattern(struct assembly *assembly, const struct record *record,
                        const struct yaml_node *pattern, const struct inclusion *inclusion) {
    bool anchor_first = strcmp(pattern->first->key->text, "anchor") == 0;
    const struct yaml_node *anchor = anchor_first ? pattern->first : pattern->first->next;
    const struct yaml_node *match = anchor_first ? pattern->first->next : pattern->first;
    struct proviso_error problem;
    struct pattern *compiled = pattern_compile(match->text, &problem);
    if (!compiled) {
        mistake_add(assembly->mistakes, record->path, match, "%s", problem.message);
    }
    pattern_free(compiled);
    struct lexicon_concept row = {.id = assembly_string(assembly, "(anchor)"),
                                  .kind = CONCEPT_STRUCTURE,
                                  .use = MATCHER_ALWAYS,
                                  .place = assembly_place(assembly, record)};
    row.place.line = anchor->line;
    uint32_t number = assembly_add(assembly, &assembly->concepts, &row);
    struct trie_output *output = ARENA_NEW(assembly->arena, struct trie_output);
    if (!output) {
        assembly->failed = true;
        return;
    }
    *output = (struct trie_output){number, 0};
    build_phrase(assembly, record->path, anchor, output, 1);
    for (uint32_t i = 0; i < inclusion->queued; i++) {
        struct lexicon_pattern out = {inclusion->queue[i], number,
                                      assembly_string(assembly, match->text), row.place};
        out.place.line = match->line;
        assembly_add(assembly, &assembly->patterns, &out);
        assembly->patterned[inclusion->queue[i]] = true;
    }
}

static void build_concept(struct assembly *assembly, uint32_t number, struct inclusion *inclusion) {
    const struct record *record = record_at(&assembly->records, RECORD_CONCEPT, number);
    if (!find_includers(inclusion, number)) {
        refuse_circle(inclusion, number);
        return;
    }
    if (!record->values[KEY_PHRASES] && !record->values[KEY_INCLUDES] &&
        !record->values[KEY_PATTERNS] && !record->values[KEY_DERIVED]) {
        mistake_add(assembly->mistakes, record->path, record->node,
                    "the concept \"%s\" has no phrases, includes or patterns", record->id);
    }
    add_phrases(assembly, record, KEY_PHRASES, inclusion);
    add_phrases(assembly, record, KEY_EXCEPT, inclusion);
    const struct yaml_node *patterns = record->values[KEY_PATTERNS];
    for (const struct yaml_node *pattern = patterns ? patterns->first : NULL; pattern;
         pattern = pattern->next) {
        add_pattern(assembly, record, pattern, inclusion);
    }
}

/* A row for each record, in their order, so that numbers of records are numbers of concepts. */
static void add_rows(struct assembly *assembly) {
    for (uint32_t i = 0; i < record_count(&assembly->records, RECORD_CONCEPT); i++) {
        const struct record *record = record_at(&assembly->records, RECORD_CONCEPT, i);
        const struct yaml_node *kind = record->values[KEY_KIND];
        if (i == CONCEPT_LIMIT) {
            mistake_add(assembly->mistakes, record->path, record->node,
                        "there are more than %u concepts", (unsigned)CONCEPT_LIMIT);
        }
        const struct yaml_node *reads_as = record->values[KEY_READS_AS];
        struct lexicon_concept row = {.id = assembly_string(assembly, record->id),
                                      .reads_as =
                                          reads_as ? assembly_string(assembly, reads_as->text) : 0,
                                      .kind = kind ? choice_find(kind_choices, kind->text) : 0,
                                      .use = MATCHER_ALWAYS,
                                      .place = assembly_place(assembly, record)};
        assembly_add(assembly, &assembly->concepts, &row);
    }
}

void build_concepts(struct assembly *assembly) {
    uint32_t count = record_count(&assembly->records, RECORD_CONCEPT);
    struct inclusion inclusion = {.assembly = assembly};
    inclusion.links = (struct rows){.arena = assembly->arena, .size = sizeof(struct includer)};
    inclusion.first = ARENA_ARRAY(assembly->arena, uint32_t, count);
    inclusion.seen = ARENA_ARRAY(assembly->arena, uint32_t, count);
    inclusion.queue = ARENA_ARRAY(assembly->arena, uint32_t, count);
    inclusion.cyclic = ARENA_ARRAY(assembly->arena, bool, count);
    assembly->patterned = ARENA_ARRAY(assembly->arena, bool, count);
    if (!inclusion.first || !inclusion.seen || !inclusion.queue || !inclusion.cyclic ||
        !assembly->patterned) {
        assembly->failed = true;
        return;
    }
    add_rows(assembly);
    for (uint32_t i = 0; i < count; i++) {
        read_includes(&inclusion, i);
    }
    for (uint32_t i = 0; i < count && !assembly->failed; i++) {
        build_concept(assembly, i, &inclusion);
    }
    build_hyphenated(assembly);
}
