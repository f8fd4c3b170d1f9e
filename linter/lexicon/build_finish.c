/*
 * From growing rows to the tables of lexicon.h, in one arena. In: an assembly without mistakes.
 * Out: arrays, the pool of strings, and an open-addressing table of forms at most half full.
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

/* By word, as the words of most phrases come first. */
static uint32_t *order_forms(const struct vocabulary *vocabulary, struct arena *arena) {
    uint32_t *first = ARENA_ARRAY(arena, uint32_t, (size_t)vocabulary->word_count + 1);
    uint32_t *order = ARENA_ARRAY(arena, uint32_t, vocabulary->forms.count);
    for (uint32_t i = 0; first && i < vocabulary->forms.count; i++) {
        first[vocabulary->form_words[i] + 1]++;
    }
    for (uint32_t i = 0; first && i < vocabulary->word_count; i++) {
        first[i + 1] += first[i];
    }
    for (uint32_t i = 0; first && order && i < vocabulary->forms.count; i++) {
        order[first[vocabulary->form_words[i]]++] = i;
    }
    return first ? order : NULL;
}

static void finish_forms(struct assembly *assembly, struct arena *arena,
                         struct proviso_lexicon *lexicon) {
    const struct vocabulary *vocabulary = &assembly->vocabulary;
    uint32_t count = vocabulary->forms.count, slots = slots_for(count);
    struct lexicon_form *forms = ARENA_ARRAY(arena, struct lexicon_form, count);
    uint32_t *table = ARENA_ARRAY(arena, uint32_t, slots);
    const uint32_t *order = order_forms(vocabulary, assembly->arena);
    if (!forms || !table || !order || count >= 1u << FORM_NUMBER_BITS) {
        assembly->failed = true;
        return;
    }
    for (uint32_t i = 0; i < count; i++) {
        const struct name *name = &vocabulary->forms.list[order[i]];
        forms[i] = form_make(name->text, name->length, vocabulary->form_words[order[i]]);
        forms[i].text = assembly_string(assembly, name->text);
        if (name->length) {
            form_place(table, slots, &forms[i], i);
        }
    }
    lexicon->forms = forms;
    lexicon->form_count = count;
    lexicon->form_table = table;
    lexicon->form_slots = slots;
}

/* Numbers and abbreviations are sets 0 and 1. */
static void finish_flags(struct assembly *assembly, struct arena *arena,
                         struct proviso_lexicon *lexicon) {
    static const uint32_t by_set[] = {WORD_IS_NUMBER, WORD_ENDS_ABBREVIATION};
    const struct vocabulary *vocabulary = &assembly->vocabulary;
    uint32_t *flags = ARENA_ARRAY(arena, uint32_t, vocabulary->word_count);
    for (uint32_t set = 0; flags && set < 2; set++) {
        for (uint32_t w = vocabulary->set_first[set]; w < vocabulary->set_first[set + 1]; w++) {
            flags[*ROWS_AT(&vocabulary->set_words, uint32_t, w)] |= by_set[set];
        }
    }
    assembly->failed = assembly->failed || !flags;
    lexicon->word_flags = flags;
    lexicon->word_count = vocabulary->word_count;
}

static void finish_matcher(struct assembly *assembly, const struct matcher_rows *from,
                           struct arena *arena, struct matcher *matcher) {
    const struct rows word_first = {.first = from->word_first,
                                    .size = sizeof *from->word_first,
                                    .count = assembly->vocabulary.word_count};
    matcher->word_first = settle(assembly, arena, &word_first);
#define SETTLE(table, counter)                                                                     \
    matcher->table = settle(assembly, arena, &from->table);                                        \
    matcher->counter = from->table.count
    matcher->target_bits = from->target_bits;
    matcher->flag_words = from->flag_words;
    SETTLE(steps, step_count);
    SETTLE(nodes, node_count);
    SETTLE(outputs, output_count);
    SETTLE(gap_phrases, gap_phrase_count);
    SETTLE(gap_places, gap_place_count);
    SETTLE(set_first, stretch_count);
    SETTLE(mark_sets, mark_set_count);
    SETTLE(flag_first, flag_first_count);
    SETTLE(flag_sets, flag_set_count);
    SETTLE(anchor_first, mark_count);
    SETTLE(anchors, anchor_count);
#undef SETTLE
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
    finish_flags(assembly, arena, lexicon);
    for (uint32_t use = 0; use < MATCHER_COUNT; use++) {
        finish_matcher(assembly, &assembly->matchers[use], arena, &lexicon->matchers[use]);
    }
#define SETTLE(table, counter, rows)                                                               \
    lexicon->table = settle(assembly, arena, &assembly->rows);                                     \
    lexicon->counter = assembly->rows.count
    SETTLE(patterns, pattern_count, patterns);
    SETTLE(concepts, concept_count, concepts);
    SETTLE(named, named_count, named);
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
        const struct yaml_node *defines = record->values[KEY_DEFINES];
        lexicon->defines = defines ? assembly_string(assembly, defines->text) : 0;
        lexicon->state_named = state_text(assembly, record, "named");
        lexicon->state_implied = state_text(assembly, record, "implied");
        lexicon->state_elsewhere = state_text(assembly, record, "elsewhere");
    }
    finish_strings(assembly, arena, lexicon);
    return assembly->failed ? NULL : lexicon;
}
