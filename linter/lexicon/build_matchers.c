/*
 * Phrases to stretches, each in the matchers that look for it. In: the places of "warrant ...
 * issued by a judge", and the use of each concept that it is for. Out: in a matcher, a row for the
 * phrase and the stretches "warrant" and "issued by a judge" as sets of words.
 */
#include "assembly.h"

enum { STRETCH_LIMIT = 2000000 };

static bool is_used(const struct assembly *assembly, const struct trie_output *output,
                    uint32_t use) {
    const struct lexicon_concept *concept =
        ROWS_AT(&assembly->concepts, const struct lexicon_concept, output->concept);
    return concept->use == use || (use == MATCHER_MEANT && concept->reads_as);
}

static uint32_t gap_at(const struct assembly *assembly, uint32_t place) {
    return *ROWS_AT(&assembly->gap_refs, const uint32_t, place);
}

/* The stretches of a stage, each with its number. */
static void add_stretches(struct assembly *assembly, struct matcher_rows *rows, uint32_t first,
                          uint32_t end, uint32_t number) {
    for (uint32_t i = first; i <= end; i++) {
        if (i == end || gap_at(assembly, i) == PLACE_OR) {
            const struct stretch row = {first, i - first, STRETCH_OF_GAPS, number};
            assembly_add(assembly, &rows->stretches, &row);
            first = i + 1;
        }
    }
}

/* The number of what may stand in a stage, which all phrases that have the same there share. */
static uint32_t stage_number(struct assembly *assembly, struct matcher_rows *rows, uint32_t first,
                             uint32_t end) {
    const uint32_t *sets = ROWS_AT(&assembly->set_refs, const uint32_t, first);
    uint32_t known = rows->gap_stretches.count;
    uint32_t number = names_add_copy(&rows->gap_stretches, (const char *)sets,
                                     (end - first) * (uint32_t)sizeof *sets);
    if (number == known) {
        add_stretches(assembly, rows, first, end, number);
    }
    assembly->failed = assembly->failed || number == LEXICON_NONE;
    return number;
}

static void add_stages(struct assembly *assembly, struct matcher_rows *rows,
                       const struct phrase *phrase, struct gap_phrase *row) {
    struct gap_stage stage = {.phrase = rows->gap_phrases.count};
    uint32_t first = phrase->first, end = first + phrase->places;
    for (uint32_t i = first; i <= end && !assembly->failed; i++) {
        uint32_t gap = i < end ? gap_at(assembly, i) : 0;
        if (i < end && (gap == 0 || gap == PLACE_OR)) {
            continue;
        }
        stage.stretch = stage_number(assembly, rows, first, i);
        assembly_add(assembly, &rows->gap_stages, &stage);
        stage.stage++;
        stage.gap = gap;
        first = i + 1;
    }
    row->stages = stage.stage;
}

static void add_gap_phrase(struct assembly *assembly, uint32_t use, const struct phrase *phrase) {
    struct matcher_rows *rows = &assembly->matchers[use];
    struct gap_phrase row = {.output_first = rows->outputs.count};
    for (uint32_t i = 0; i < phrase->count; i++) {
        if (is_used(assembly, &phrase->outputs[i], use)) {
            assembly_add(assembly, &rows->outputs, &phrase->outputs[i]);
        }
    }
    row.output_count = rows->outputs.count - row.output_first;
    if (row.output_count) {
        add_stages(assembly, rows, phrase, &row);
        assembly_add(assembly, &rows->gap_phrases, &row);
    }
}

static void add_phrase(struct assembly *assembly, uint32_t use, const struct phrase *phrase) {
    struct matcher_rows *rows = &assembly->matchers[use];
    bool gaps = false;
    for (uint32_t i = 0; i < phrase->places; i++) {
        gaps = gaps || gap_at(assembly, phrase->first + i) != 0;
    }
    if (gaps) {
        add_gap_phrase(assembly, use, phrase);
    }
    for (uint32_t i = 0; i < phrase->count && !gaps; i++) {
        const struct trie_output *output = &phrase->outputs[i];
        const struct stretch row = {phrase->first, phrase->places,
                                    output->except ? STRETCH_EXCEPT : STRETCH_PHRASE,
                                    output->concept};
        if (is_used(assembly, output, use)) {
            assembly_add(assembly, &rows->stretches, &row);
        }
    }
    if (rows->stretches.count > STRETCH_LIMIT || rows->gap_stages.count > STRETCH_LIMIT) {
        assembly_overflow(assembly);
    }
}

void build_matchers(struct assembly *assembly) {
    static void (*const steps[])(struct assembly *, struct matcher_rows *) = {
        build_trie, build_steps, build_marks, build_gaps, build_flags};
    for (uint32_t use = 0; use < MATCHER_COUNT && !assembly->failed; use++) {
        for (uint32_t i = 0; i < assembly->phrases.count && !assembly->failed; i++) {
            add_phrase(assembly, use, ROWS_AT(&assembly->phrases, const struct phrase, i));
        }
        for (size_t i = 0; i < sizeof steps / sizeof steps[0] && !assembly->failed; i++) {
            steps[i](assembly, &assembly->matchers[use]);
        }
    }
}
