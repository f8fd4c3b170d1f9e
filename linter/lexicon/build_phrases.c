/*
 * Phrases to places. In: "warrant ... issued by a judge" and the concepts that it is for. Out: a
 * row for the phrase, and each of its places as a set of words or a gap. A phrase with a hyphen is
 * read again when all words are known: co-operation is cooperation if that is a word.
 */
#include "assembly.h"

enum { PHRASE_LIMIT = 1000000 };

/* The places of a sequence; the number of the first. */
static uint32_t add_places(struct assembly *assembly, const struct phrase_sequence *sequence) {
    uint32_t first = assembly->set_refs.count;
    for (uint32_t i = 0; i < sequence->count && !assembly->failed; i++) {
        uint32_t set = 0, gap = sequence->atoms[i]->gap;
        if (gap == 0) {
            set = vocabulary_set(&assembly->vocabulary, sequence->atoms[i]->words);
        }
        if (set == LEXICON_NONE) {
            assembly_overflow(assembly);
        }
        assembly_add(assembly, &assembly->set_refs, &set);
        assembly_add(assembly, &assembly->gap_refs, &gap);
    }
    return first;
}

static void add_sequence(struct assembly *assembly, const struct phrase_sequence *sequence,
                         const struct trie_output *outputs, uint32_t count) {
    const struct phrase row = {add_places(assembly, sequence), sequence->count, outputs, count};
    assembly_add(assembly, &assembly->phrases, &row);
    if (assembly->phrases.count > PHRASE_LIMIT) {
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
