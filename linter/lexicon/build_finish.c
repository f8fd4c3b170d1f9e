/*
 * From growing rows to the tables of lexicon.h, in one arena. In: an assembly without mistakes.
 * Out: arrays, the pool of strings, and two open-addressing tables (forms, edges) at most half
 * full.
 */
#include <string.h>

#include "assembly.h"

static uint32_t slots_for(uint32_t count) {
    uint32_t slots = 16;
    while (slots / 2 < count && slots < UINT32_MAX / 2) {
        slots *= 2;
    }
    return slots;
}

/* A copy of the rows, never NULL but without memory. */
static const void *settle(struct assembly *assembly, struct arena *arena, const struct rows *rows) {
    void *copy = arena_alloc(arena, rows->count ? rows->count : 1, rows->size);
    if (!copy) {
        assembly->failed = true;
    } else if (rows->count) {
        memcpy(copy, rows->first, rows->count * rows->size);
    }
    return copy;
}

static void place_form(struct lexicon_form *forms, uint32_t slots,
                       const struct lexicon_form *form) {
    uint32_t slot = lexicon_form_slot(form->hash, slots);
    while (forms[slot].length) {
        slot = (slot + 1) & (slots - 1);
    }
    forms[slot] = *form;
}

static void finish_forms(struct assembly *assembly, struct arena *arena,
                         struct proviso_lexicon *lexicon) {
    const struct vocabulary *vocabulary = &assembly->vocabulary;
    uint32_t count = vocabulary->forms.count, slots = slots_for(count);
    struct lexicon_form *forms = ARENA_ARRAY(arena, struct lexicon_form, slots);
    uint32_t *flags = ARENA_ARRAY(arena, uint32_t, vocabulary->word_count);
    if (!forms || !flags) {
        assembly->failed = true;
        return;
    }
    for (uint32_t i = 0; i < count; i++) {
        const struct name *name = &vocabulary->forms.list[i];
        uint32_t hash = lexicon_form_hash(name->text, name->length);
        const struct lexicon_form form = {hash, assembly_string(assembly, name->text), name->length,
                                          vocabulary->form_words[i]};
        if (name->length) {
            place_form(forms, slots, &form);
        }
    }
    /* Numbers and abbreviations are sets 0 and 1. */
    static const uint32_t by_set[] = {WORD_IS_NUMBER, WORD_ENDS_ABBREVIATION};
    for (uint32_t set = 0; set < 2; set++) {
        for (uint32_t w = vocabulary->set_first[set]; w < vocabulary->set_first[set + 1]; w++) {
            flags[*ROWS_AT(&vocabulary->set_words, uint32_t, w)] |= by_set[set];
        }
    }
    lexicon->forms = forms;
    lexicon->form_slots = slots;
    lexicon->word_flags = flags;
    lexicon->word_count = vocabulary->word_count;
}

/* Sixteen bits an edge, so that one step in sixteen or fewer is looked up in vain. */
static void finish_filter(struct assembly *assembly, struct arena *arena,
                          struct proviso_lexicon *lexicon) {
    uint32_t words = slots_for(assembly->edges.count) / 4;
    uint32_t *filter = ARENA_ARRAY(arena, uint32_t, words);
    if (!filter) {
        assembly->failed = true;
        return;
    }
    for (uint32_t node = 1; node < assembly->nodes.count; node++) {
        const struct trie_node *row = ROWS_AT(&assembly->nodes, const struct trie_node, node);
        for (uint32_t i = 0; i < row->edge_count; i++) {
            const struct trie_edge *edge =
                ROWS_AT(&assembly->edges, const struct trie_edge, row->edge_first + i);
            uint32_t bit = lexicon_edge_bit(node, edge->word, words);
            filter[bit / 32] |= 1u << bit % 32;
        }
    }
    lexicon->edge_filter = filter;
    lexicon->filter_words = words;
}

static void finish_strings(struct assembly *assembly, struct arena *arena,
                           struct proviso_lexicon *lexicon) {
    uint32_t bytes = assembly->string_bytes + WORD_KEY_BYTES;
    char *pool = ARENA_ARRAY(arena, char, bytes);
    if (!pool) {
        assembly->failed = true;
        return;
    }
    for (uint32_t i = 0; i < assembly->strings.count; i++) {
        const struct name *name = &assembly->strings.list[i];
        memcpy(pool + assembly->strings.values[i], name->text, name->length);
    }
    lexicon->strings = pool;
    lexicon->string_bytes = bytes;
}

static string_at state_text(struct assembly *assembly, const struct record *record,
                            const char *state) {
    const struct yaml_node *map = record->values[KEY_STATES];
    for (const struct yaml_node *text = map ? map->first : NULL; text; text = text->next) {
        if (strcmp(text->key->text, state) == 0) {
            return assembly_string(assembly, text->text);
        }
    }
    return 0;
}

struct proviso_lexicon *build_finish(struct assembly *assembly, struct arena *arena) {
    struct proviso_lexicon *lexicon = ARENA_NEW(arena, struct proviso_lexicon);
    if (!lexicon) {
        return NULL;
    }
    finish_forms(assembly, arena, lexicon);
    const struct rows word_first = {.first = assembly->word_first,
                                    .size = sizeof *assembly->word_first,
                                    .count = assembly->vocabulary.word_count};
    lexicon->word_first = settle(assembly, arena, &word_first);
    finish_filter(assembly, arena, lexicon);
#define SETTLE(table, counter, rows)                                                               \
    lexicon->table = settle(assembly, arena, &assembly->rows);                                     \
    lexicon->counter = assembly->rows.count
    SETTLE(edges, edge_count, edges);
    SETTLE(nodes, node_count, nodes);
    SETTLE(outputs, output_count, outputs);
    SETTLE(phrases, phrase_count, phrases);
    SETTLE(stage_gaps, gap_stages, stage_gaps);
    SETTLE(patterns, pattern_count, patterns);
    SETTLE(concepts, concept_count, concepts);
    SETTLE(rules, rule_count, rules);
    SETTLE(suggestions, suggestion_count, suggestions);
    SETTLE(conditions, condition_count, conditions);
    SETTLE(refs, ref_count, refs);
    SETTLE(example_texts, example_count, examples);
    SETTLE(authorities, authority_count, authorities);
    SETTLE(roles, role_count, roles);
    SETTLE(cues, cue_count, cues);
    SETTLE(derived, derived_count, derived);
    SETTLE(safeguards, safeguard_count, safeguards);
    SETTLE(labels, label_count, labels);
    SETTLE(numerals, numeral_count, numerals);
    SETTLE(suffixes, suffix_count, suffixes);
#undef SETTLE
    uint32_t languages = record_count(&assembly->records, RECORD_LANGUAGE);
    if (languages) {
        const struct record *record = record_at(&assembly->records, RECORD_LANGUAGE, 0);
        const struct yaml_node *name = record->values[KEY_NAME];
        lexicon->language = assembly_string(assembly, record->id);
        lexicon->language_name = assembly_string(assembly, name ? name->text : record->id);
        lexicon->state_named = state_text(assembly, record, "named");
        lexicon->state_implied = state_text(assembly, record, "implied");
        lexicon->state_elsewhere = state_text(assembly, record, "elsewhere");
    }
    finish_strings(assembly, arena, lexicon);
    return assembly->failed ? NULL : lexicon;
}
