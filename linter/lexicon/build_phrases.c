/*
 * Phrases to stretches. In: "warrant ... issued by a judge" and the concepts that it is for. Out:
 * rows for the phrase, and the stretches "warrant" and "issued by a judge" as sets of words. A
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

static void add_sequence(struct assembly *assembly, const struct phrase_sequence *sequence,
                         struct purpose *purposes, uint32_t count) {
    uint32_t places = add_places(assembly, sequence);
    for (uint32_t i = 0; i < count && !assembly->failed; i++) {
        add_stretches(assembly, sequence, places, &purposes[i]);
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
            add_sequence(assembly, wanted, job->purposes, job->count);
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
                  struct purpose *purposes, uint32_t count) {
    const struct phrase_job job = {path, node, purposes, count};
    run(assembly, &job, false);
}

void build_hyphenated(struct assembly *assembly) {
    for (uint32_t i = 0; i < assembly->hyphenated.count && !assembly->failed; i++) {
        const struct phrase_job job = *ROWS_AT(&assembly->hyphenated, const struct phrase_job, i);
        run(assembly, &job, true);
    }
}
