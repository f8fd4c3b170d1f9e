/*
 * Phrases to places. In: "warrant ... issued by a judge" and the concepts that it is for. Out: a
 * row for the phrase, and each of its places as a set of words or a gap. A phrase with a hyphen is
 * read again when all words are known: co-operation is cooperation if that is a word.
 */
#include "assembly.h"

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
    struct phrase_sequence *sequence = phrase_read(arena, node->text, node->length, &problem);
    if (!sequence && problem) {
        bool brief = node->length <= 80;
        mistake_add(assembly->mistakes, job->path, node, "the phrase%s%s%s cannot be read: %s",
                    brief ? " \"" : "", brief ? node->text : "", brief ? "\"" : "", problem);
    } else if (!sequence) {
        assembly->failed = true;
    }
    struct phrase_sequence *wanted = NULL, **last = &wanted;
    for (struct phrase_sequence *next; sequence && !assembly->failed; sequence = next) {
        next = sequence->next;
        hyphen = hyphen || has_hyphen(sequence);
        struct phrase_sequence *kept =
            joined ? phrase_join(arena, sequence, &assembly->vocabulary.forms) : sequence;
        if (kept) {
            *last = kept;
            last = &kept->next;
        }
    }
    *last = NULL;
    build_stages(assembly, arena, wanted, job);
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
