/*
 * From lexicon files to one lexicon: the table of contents of this folder. In: YAML sources, the
 * built-in ones first. Out: the tables of lexicon.h, or the list of every mistake.
 *
 *     yaml -> records -> language, vocabulary -> concepts -> roles, rules -> uses -> matchers
 *          -> tables
 */
#include <string.h>

#include "assembly.h"

string_at assembly_string(struct assembly *assembly, const char *text) {
    if (!text || !*text) {
        return 0;
    }
    uint32_t known = assembly->strings.count;
    uint32_t length = (uint32_t)strlen(text);
    uint32_t number = names_add(&assembly->strings, text, length);
    if (number == LEXICON_NONE) {
        assembly->failed = true;
        return 0;
    }
    if (number == known) {
        assembly->strings.values[number] = assembly->string_bytes;
        assembly->string_bytes += length + 1;
    }
    return assembly->strings.values[number];
}

struct record_place assembly_place(struct assembly *assembly, const struct record *record) {
    return (struct record_place){assembly_string(assembly, record->path), record->node->line};
}

uint32_t assembly_add(struct assembly *assembly, struct rows *rows, const void *row) {
    uint32_t number = rows_add(rows, row);
    assembly->failed = assembly->failed || number == LEXICON_NONE;
    return number;
}

double assembly_weigh(const struct assembly *assembly, uint32_t first, uint32_t count,
                      double (*join)(double, double)) {
    double whole = 1, stage = 0, stretch = 1;
    for (uint32_t i = first; i <= first + count; i++) {
        uint32_t gap = i < first + count ? *ROWS_AT(&assembly->gap_refs, const uint32_t, i) : 1;
        if (gap == 0) {
            uint32_t set = *ROWS_AT(&assembly->set_refs, const uint32_t, i);
            stretch = join(stretch, vocabulary_common(&assembly->vocabulary, set));
            continue;
        }
        stage += stretch;
        stretch = 1;
        if (gap != PLACE_OR) {
            whole = join(whole, stage);
            stage = 0;
        }
    }
    return whole;
}

static double rarer(double one, double other) {
    return one < other ? one : other;
}

double assembly_common(const struct assembly *assembly, uint32_t first, uint32_t count) {
    return assembly_weigh(assembly, first, count, rarer);
}

void assembly_overflow(struct assembly *assembly) {
    if (!assembly->failed) {
        mistake_add(assembly->mistakes, "", NULL, "the lexicon is too large");
    }
    assembly->failed = true;
}

/* Room for what the built-in lexicon has, so that tables seldom move while they grow. */
enum { EXPECTED_STRINGS = 16000, EXPECTED_PLACES = 48000, EXPECTED_STRETCHES = 6000 };

static void start_matcher(struct matcher_rows *matcher, struct arena *arena) {
    matcher->gap_stretches.arena = arena;
#define ROWS(member, type) matcher->member = (struct rows){.arena = arena, .size = sizeof(type)}
    ROWS(stretches, struct stretch);
    ROWS(gap_stages, struct gap_stage);
    ROWS(gap_ends, struct gap_link);
    ROWS(edges, struct trie_edge);
    ROWS(steps, uint32_t);
    ROWS(nodes, struct trie_node);
    ROWS(outputs, struct trie_output);
    ROWS(gap_phrases, struct gap_phrase);
    ROWS(gap_places, struct gap_place);
    ROWS(set_first, uint32_t);
    ROWS(mark_sets, struct number_set);
    ROWS(flag_first, uint32_t);
    ROWS(flag_sets, struct number_set);
    ROWS(anchor_first, uint32_t);
    ROWS(anchors, struct gap_anchor);
#undef ROWS
}

static void start(struct assembly *assembly, struct arena *arena, struct mistakes *mistakes) {
    *assembly = (struct assembly){.arena = arena, .mistakes = mistakes, .string_bytes = 1};
    assembly->strings.arena = arena;
    for (uint32_t use = 0; use < MATCHER_COUNT; use++) {
        start_matcher(&assembly->matchers[use], arena);
    }
#define ROWS(member, type) assembly->member = (struct rows){.arena = arena, .size = sizeof(type)}
    ROWS(set_refs, uint32_t);
    ROWS(gap_refs, uint32_t);
    ROWS(phrases, struct phrase);
    ROWS(hyphenated, struct phrase_job);
    ROWS(named, uint32_t);
    ROWS(patterns, struct lexicon_pattern);
    ROWS(concepts, struct lexicon_concept);
    ROWS(rules, struct lexicon_rule);
    ROWS(conditions, struct lexicon_condition);
    ROWS(refs, uint32_t);
    ROWS(examples, string_at);
    ROWS(authorities, struct lexicon_authority);
    ROWS(roles, struct lexicon_role);
    ROWS(cues, struct lexicon_cue);
    ROWS(derived, struct lexicon_derived);
    ROWS(suggestions, struct lexicon_suggestion);
    ROWS(safeguards, struct lexicon_safeguard);
    ROWS(labels, struct lexicon_label);
    ROWS(numerals, struct lexicon_numeral);
    ROWS(suffixes, struct lexicon_numeral);
#undef ROWS
    assembly->failed = !names_reserve(&assembly->strings, EXPECTED_STRINGS) ||
                       !rows_reserve(&assembly->set_refs, EXPECTED_PLACES);
    for (uint32_t use = 0; use < MATCHER_COUNT; use++) {
        assembly->failed = assembly->failed ||
                           !rows_reserve(&assembly->matchers[use].stretches, EXPECTED_STRETCHES);
    }
}

static void build_all(struct assembly *assembly) {
    if (!language_read(&assembly->language, &assembly->records) ||
        !vocabulary_start(&assembly->vocabulary, &assembly->language, &assembly->records)) {
        assembly->failed = true;
        return;
    }
    build_concepts(assembly);
    build_roles(assembly);
    build_derived(assembly);
    build_safeguards(assembly);
    build_rules(assembly);
    build_labels(assembly);
    if (assembly->failed || assembly->mistakes->count) {
        return;
    }
    if (!vocabulary_close(&assembly->vocabulary, &assembly->set_refs)) {
        assembly_overflow(assembly);
        return;
    }
    if (!vocabulary_weigh(&assembly->vocabulary, &assembly->records)) {
        assembly->failed = true;
        return;
    }
    build_uses(assembly);
    if (!assembly->failed) {
        build_matchers(assembly);
    }
}

static void read_records(struct records *records, const struct builtin_files *builtin,
                         const struct proviso_source *sources, size_t count) {
    for (uint32_t i = 0; builtin && i < builtin->count; i++) {
        const struct builtin_file *file = &builtin->list[i];
        const struct yaml_node *nodes = builtin_read(records->arena, builtin, file);
        if (nodes) {
            records_take(records, file->path, nodes, 0);
        } else {
            mistake_memory(records->mistakes);
        }
    }
    for (size_t i = 0; i < count; i++) {
        records_read(records, &sources[i], 1);
    }
}

struct proviso_lexicon *lexicon_build(const struct builtin_files *builtin,
                                      const struct proviso_source *sources, size_t count,
                                      struct arena *arena, struct mistakes *mistakes) {
    struct proviso_lexicon *lexicon = NULL;
    struct arena *scratch = arena_new();
    struct assembly *assembly = scratch ? ARENA_NEW(scratch, struct assembly) : NULL;
    if (assembly) {
        start(assembly, scratch, mistakes);
        records_start(&assembly->records, scratch, mistakes);
        read_records(&assembly->records, builtin, sources, count);
        if (!mistakes->memory && !assembly->failed) {
            build_all(assembly);
        }
        if (!assembly->failed && !mistakes->memory && mistakes->count == 0) {
            lexicon = build_finish(assembly, arena);
        }
    }
    if (!lexicon && mistakes->count == 0) {
        mistake_memory(mistakes);
    }
    arena_free(scratch);
    return lexicon;
}
