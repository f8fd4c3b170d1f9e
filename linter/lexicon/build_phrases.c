/*
 * Phrases to stretches. In: "warrant ... issued by a judge" and the concepts that it is for. Out: a
 * row for the phrase, and the stretches "warrant" and "issued by a judge" as sets of words. A
 * phrase with a hyphen is read again when all words are known: co-operation is cooperation if that
 * is a word.
 */
#include "assembly.h"

enum { STRETCH_LIMIT = 2000000 };

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

static void add_phrase_end(struct assembly *assembly, uint32_t places, uint32_t count,
                           const struct trie_output *output) {
    enum stretch_kind kind = output->except ? STRETCH_EXCEPT : STRETCH_PHRASE;
    const struct stretch row = {places, count, kind, output->concept};
    assembly_add(assembly, &assembly->stretches, &row);
}

/* The number of a stretch of phrases with gaps, which all that have it share. */
static uint32_t gap_stretch(struct assembly *assembly, uint32_t places, uint32_t count) {
    const uint32_t *sets = ROWS_AT(&assembly->set_refs, const uint32_t, places);
    uint32_t known = assembly->gap_stretches.count;
    uint32_t number = names_add_copy(&assembly->gap_stretches, (const char *)sets,
                                     count * (uint32_t)sizeof *sets);
    if (number == known) {
        const struct stretch row = {places, count, STRETCH_OF_GAPS, number};
        assembly_add(assembly, &assembly->stretches, &row);
    }
    assembly->failed = assembly->failed || number == LEXICON_NONE;
    return number;
}

static void add_gap_phrase(struct assembly *assembly, const struct phrase_sequence *sequence,
                           uint32_t places, const struct trie_output *outputs, uint32_t count) {
    struct gap_phrase phrase = {.output_first = assembly->outputs.count, .output_count = count};
    struct gap_stage stage = {.phrase = assembly->gap_phrases.count};
    uint32_t first = 0;
    for (uint32_t i = 0; i < count; i++) {
        assembly_add(assembly, &assembly->outputs, &outputs[i]);
    }
    for (uint32_t i = 0; i <= sequence->count && !assembly->failed; i++) {
        if (i < sequence->count && sequence->atoms[i]->gap == 0) {
            continue;
        }
        stage.stretch = gap_stretch(assembly, places + first, i - first);
        assembly_add(assembly, &assembly->gap_stages, &stage);
        stage.stage++;
        stage.gap = i < sequence->count ? sequence->atoms[i]->gap : 0;
        first = i + 1;
    }
    phrase.stages = stage.stage;
    assembly_add(assembly, &assembly->gap_phrases, &phrase);
}

static void add_sequence(struct assembly *assembly, const struct phrase_sequence *sequence,
                         const struct trie_output *outputs, uint32_t count) {
    uint32_t places = add_places(assembly, sequence), gaps = 0;
    for (uint32_t i = 0; i < sequence->count; i++) {
        gaps += sequence->atoms[i]->gap != 0;
    }
    if (gaps) {
        add_gap_phrase(assembly, sequence, places, outputs, count);
    }
    for (uint32_t i = 0; i < count && !gaps; i++) {
        add_phrase_end(assembly, places, sequence->count, &outputs[i]);
    }
    if (assembly->stretches.count > STRETCH_LIMIT || assembly->gap_stages.count > STRETCH_LIMIT) {
        assembly_overflow(assembly);
    }
}

static bool has_hyphen(const struct phrase_sequence *sequence) {
    for (uint32_t i = 0; i + 1 < sequence->count; i++) {
        const struct phrase_word *word = sequence->atoms[i]->words;
        if (word && word->hyphen) {
            return true;
        }
    }
    return false;
}

/* Reads a phrase in an arena of its own, which goes back at once. */
static void add_phrase(struct assembly *assembly, struct arena *arena, const struct phrase_job *job,
                       bool joined) {
    const char *problem;
    const struct yaml_node *node = job->node;
    bool hyphen = false;
    const struct phrase_sequence *sequence = phrase_read(arena, node->text, node->length, &problem);
    if (!sequence && problem) {
        bool brief = node->length <= 80;
        mistake_add(assembly->mistakes, job->path, node, "the phrase%s%s%s cannot be read: %s",
                    brief ? " \"" : "", brief ? node->text : "", brief ? "\"" : "", problem);
    } else if (!sequence) {
        assembly->failed = true;
    }
    for (; sequence && !assembly->failed; sequence = sequence->next) {
        const struct phrase_sequence *wanted =
            joined ? phrase_join(arena, sequence, &assembly->vocabulary.forms) : sequence;
        if (wanted) {
            add_sequence(assembly, wanted, job->outputs, job->count);
        }
        hyphen = hyphen || has_hyphen(sequence);
    }
    if (hyphen && !joined) {
        assembly_add(assembly, &assembly->hyphenated, job);
    }
}

static void run(struct assembly *assembly, const struct phrase_job *job, bool joined) {
    struct arena *arena = arena_new();
    if (arena) {
        add_phrase(assembly, arena, job, joined);
    } else {
        assembly->failed = true;
    }
    arena_free(arena);
}

void build_phrase(struct assembly *assembly, const char *path, const struct yaml_node *node,
                  const struct trie_output *outputs, uint32_t count) {
    const struct phrase_job job = {path, node, outputs, count};
    run(assembly, &job, false);
}

void build_hyphenated(struct assembly *assembly) {
    for (uint32_t i = 0; i < assembly->hyphenated.count && !assembly->failed; i++) {
        const struct phrase_job job = *ROWS_AT(&assembly->hyphenated, const struct phrase_job, i);
        run(assembly, &job, true);
    }
}
