/*
 * Concepts and their phrases. In: concept records. Out: a row for each concept, a row for each
 * phrase and its stretches: "warrant ... issued by a judge" is the stretches "warrant" and "issued
 * by a judge". A phrase stands once for its concept and once for every concept that includes it.
 */
#include <string.h>

#include "../base/utf8.h"
#include "assembly.h"
#include "pattern.h"

enum { STRETCH_LIMIT = 2000000, VISIT_LIMIT = 20000000 };

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

/* The sets of each place of a sequence, in set_refs; the place of the first. */
static uint32_t add_places(struct assembly *assembly, const struct phrase_sequence *sequence) {
    uint32_t first = assembly->set_refs.count;
    for (uint32_t i = 0; i < sequence->count && !assembly->failed; i++) {
        uint32_t set = 0;
        if (sequence->atoms[i]->gap == 0) {
            set = vocabulary_set(&assembly->vocabulary, sequence->atoms[i]->words);
        }
        if (set == LEXICON_NONE) {
            assembly_overflow(assembly);
        }
        assembly_add(assembly, &assembly->set_refs, &set);
    }
    return first;
}

/* What a phrase is for: hits of a concept, or to remove them. */
struct purpose {
    uint32_t concept, except_of;
    uint32_t plain; /* the phrase row that all phrases of this purpose without gaps share */
};

static uint32_t phrase_row(struct assembly *assembly, struct purpose *purpose, uint32_t stages) {
    struct lexicon_phrase row = {purpose->concept, purpose->except_of, stages, 0, 0};
    if (stages == 1) {
        if (purpose->plain == LEXICON_NONE) {
            purpose->plain = assembly_add(assembly, &assembly->phrases, &row);
        }
        return purpose->plain;
    }
    row.progress = assembly->stage_gaps.count;
    return assembly_add(assembly, &assembly->phrases, &row);
}

/* Phrases with gaps that begin alike share their first counter. The phrase that gives the stretch
 * out: the first with this beginning. */
static uint32_t lead_phrase(struct assembly *assembly, const struct stretch *stretch) {
    const char *sets =
        (const char *)ROWS_AT(&assembly->set_refs, const uint32_t, stretch->set_first);
    uint32_t length = stretch->count * (uint32_t)sizeof(uint32_t), known = assembly->leads.count;
    const char *key = arena_copy(assembly->arena, sets, length);
    uint32_t lead = key ? names_add(&assembly->leads, key, length) : LEXICON_NONE;
    if (lead == LEXICON_NONE) {
        assembly->failed = true;
        return stretch->phrase;
    }
    if (lead == known) {
        assembly->leads.values[lead] = stretch->phrase;
    }
    struct lexicon_phrase *phrases = assembly->phrases.first;
    phrases[stretch->phrase].lead = phrases[assembly->leads.values[lead]].progress;
    return assembly->leads.values[lead];
}

static void add_stretches(struct assembly *assembly, const struct phrase_sequence *sequence,
                          uint32_t places, struct purpose *purpose) {
    uint32_t stages = 1, gap = 0;
    for (uint32_t i = 0; i < sequence->count; i++) {
        stages += sequence->atoms[i]->gap != 0;
    }
    struct stretch stretch = {.set_first = places, .phrase = phrase_row(assembly, purpose, stages)};
    for (uint32_t i = 0; i <= sequence->count; i++) {
        if (i < sequence->count && sequence->atoms[i]->gap == 0) {
            continue;
        }
        stretch.count = places + i - stretch.set_first;
        struct stretch row = stretch;
        if (stages > 1 && stretch.stage == 0 && !assembly->failed) {
            row.phrase = lead_phrase(assembly, &stretch);
        }
        assembly_add(assembly, &assembly->stretches, &row);
        if (stages > 1) {
            assembly_add(assembly, &assembly->stage_gaps, &gap);
        }
        stretch.set_first = places + i + 1;
        stretch.stage++;
        gap = i < sequence->count ? sequence->atoms[i]->gap : 0;
    }
    if (assembly->stretches.count > STRETCH_LIMIT) {
        assembly_overflow(assembly);
    }
}

/* A sequence with hyphens waits until all words are known. */
struct hyphenated {
    const struct phrase_sequence *sequence;
    struct purpose *purposes;
    uint32_t count;
};

static void keep_hyphenated(struct assembly *assembly, const struct phrase_sequence *sequence,
                            struct purpose *purposes, uint32_t count) {
    for (uint32_t i = 0; i + 1 < sequence->count; i++) {
        const struct phrase_word *word = sequence->atoms[i]->words;
        if (word && word->hyphen) {
            const struct hyphenated row = {sequence, purposes, count};
            assembly_add(assembly, &assembly->hyphenated, &row);
            return;
        }
    }
}

static void add_sequence(struct assembly *assembly, const struct phrase_sequence *sequence,
                         struct purpose *purposes, uint32_t count) {
    uint32_t places = add_places(assembly, sequence);
    for (uint32_t i = 0; i < count && !assembly->failed; i++) {
        add_stretches(assembly, sequence, places, &purposes[i]);
    }
}

static void add_hyphenated(struct assembly *assembly) {
    for (uint32_t i = 0; i < assembly->hyphenated.count && !assembly->failed; i++) {
        const struct hyphenated *row = ROWS_AT(&assembly->hyphenated, const struct hyphenated, i);
        const struct phrase_sequence *joined =
            phrase_join(assembly->arena, row->sequence, &assembly->vocabulary.forms);
        if (joined) {
            add_sequence(assembly, joined, row->purposes, row->count);
        }
    }
}

static void add_phrase(struct assembly *assembly, const struct record *record,
                       const struct yaml_node *node, struct purpose *purposes, uint32_t count) {
    const char *problem;
    struct phrase_sequence *sequence =
        phrase_read(assembly->arena, node->text, node->length, &problem);
    if (!sequence && problem) {
        mistake_add(assembly->mistakes, record->path, node, "the phrase \"%s\" cannot be read: %s",
                    node->text, problem);
    } else if (!sequence) {
        assembly_overflow(assembly);
    }
    for (; sequence && !assembly->failed; sequence = sequence->next) {
        add_sequence(assembly, sequence, purposes, count);
        keep_hyphenated(assembly, sequence, purposes, count);
    }
}

static void add_phrases(struct assembly *assembly, const struct record *record, enum key key,
                        const struct inclusion *inclusion) {
    const struct yaml_node *list = record->values[key];
    struct purpose *purposes = ARENA_ARRAY(assembly->arena, struct purpose, inclusion->queued);
    if (!list || !purposes) {
        assembly->failed = assembly->failed || !purposes;
        return;
    }
    for (uint32_t i = 0; i < inclusion->queued; i++) {
        uint32_t concept = inclusion->queue[i];
        purposes[i] = (struct purpose){key == KEY_PHRASES ? concept : LEXICON_NONE,
                                       key == KEY_PHRASES ? LEXICON_NONE : concept, LEXICON_NONE};
    }
    for (const struct yaml_node *node = list->first; node && !assembly->failed; node = node->next) {
        add_phrase(assembly, record, node, purposes, inclusion->queued);
    }
}

/* The phrase that anchors a pattern is a concept of its own, with an id that no record can have. */
static void add_pattern(struct assembly *assembly, const struct record *record,
                        const struct yaml_node *pattern, const struct inclusion *inclusion) {
    bool anchor_first = strcmp(pattern->first->key->text, "anchor") == 0;
    const struct yaml_node *anchor = anchor_first ? pattern->first : pattern->last;
    const struct yaml_node *match = anchor_first ? pattern->last : pattern->first;
    struct proviso_error problem;
    struct pattern *compiled = pattern_compile(match->text, &problem);
    if (!compiled) {
        mistake_add(assembly->mistakes, record->path, match, "%s", problem.message);
    }
    pattern_free(compiled);
    struct lexicon_concept row = {assembly_string(assembly, "(anchor)"), CONCEPT_STRUCTURE,
                                  assembly_place(assembly, record)};
    row.place.line = anchor->line;
    uint32_t number = assembly_add(assembly, &assembly->concepts, &row);
    struct purpose *purpose = ARENA_NEW(assembly->arena, struct purpose);
    if (!purpose) {
        assembly->failed = true;
        return;
    }
    *purpose = (struct purpose){number, LEXICON_NONE, LEXICON_NONE};
    add_phrase(assembly, record, anchor, purpose, 1);
    for (uint32_t i = 0; i < inclusion->queued; i++) {
        struct lexicon_pattern out = {inclusion->queue[i], number,
                                      assembly_string(assembly, match->text), row.place};
        out.place.line = match->line;
        assembly_add(assembly, &assembly->patterns, &out);
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
        struct lexicon_concept row = {assembly_string(assembly, record->id),
                                      kind ? choice_find(kind_choices, kind->text) : 0,
                                      assembly_place(assembly, record)};
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
    if (!inclusion.first || !inclusion.seen || !inclusion.queue || !inclusion.cyclic) {
        assembly->failed = true;
        return;
    }
    add_rows(assembly);
    for (uint32_t i = 0; i < count; i++) {
        read_includes(&inclusion, i);
    }
    assembly->hyphenated =
        (struct rows){.arena = assembly->arena, .size = sizeof(struct hyphenated)};
    for (uint32_t i = 0; i < count && !assembly->failed; i++) {
        build_concept(assembly, i, &inclusion);
    }
    add_hyphenated(assembly);
}
