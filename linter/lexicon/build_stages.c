/*
 * Sequences to phrases in stages. In: what brackets made of "(warrant|court order) ...
 * (issued|signed) by (a judge|the court)": eight sequences. Out: where they are all ways to take
 * one of each stage, one phrase of two stages, each with the stretches that may stand in it; else a
 * phrase a sequence.
 */
#include <string.h>

#include "assembly.h"

enum { PHRASE_LIMIT = 1000000 };

/* A sequence as numbers: for each place its set, or 0 and the gap. */
struct places {
    uint32_t *sets, *gaps;
    uint32_t count, stages;
    bool done;
};
/* Places first..first+count of a sequence: what stands in one stage. */
struct run {
    const struct places *of;
    uint32_t first, count;
};

static bool read_places(struct assembly *assembly, struct arena *arena,
                        const struct phrase_sequence *sequence, struct places *places) {
    places->count = sequence->count;
    places->stages = 1;
    places->sets = ARENA_ARRAY(arena, uint32_t, sequence->count);
    places->gaps = ARENA_ARRAY(arena, uint32_t, sequence->count);
    for (uint32_t i = 0; places->sets && places->gaps && i < sequence->count; i++) {
        places->gaps[i] = sequence->atoms[i]->gap;
        places->stages += places->gaps[i] != 0;
        if (places->gaps[i] == 0) {
            places->sets[i] = vocabulary_set(&assembly->vocabulary, sequence->atoms[i]->words);
        }
        if (places->sets[i] == LEXICON_NONE) {
            assembly_overflow(assembly);
            return false;
        }
    }
    assembly->failed = assembly->failed || !places->sets || !places->gaps;
    return !assembly->failed;
}

/* What stands in the stage. */
static struct run run_of(const struct places *places, uint32_t stage) {
    struct run run = {places, 0, 0};
    for (uint32_t i = 0; i < places->count; i++) {
        if (places->gaps[i] && stage-- == 0) {
            break;
        }
        run.first = places->gaps[i] ? i + 1 : run.first;
        run.count = i + 1 - run.first;
    }
    return run;
}

static bool same_run(const struct run *one, const struct run *other) {
    return one->count == other->count &&
           memcmp(one->of->sets + one->first, other->of->sets + other->first,
                  one->count * sizeof *one->of->sets) == 0;
}

/* Whether both have the same gaps between their stages. */
static bool same_gaps(const struct places *one, const struct places *other) {
    uint32_t j = 0;
    if (one->stages != other->stages) {
        return false;
    }
    for (uint32_t i = 0; i < one->count; i++) {
        if (one->gaps[i] == 0) {
            continue;
        }
        while (other->gaps[j] == 0) {
            j++;
        }
        if (one->gaps[i] != other->gaps[j++]) {
            return false;
        }
    }
    return true;
}

static void add_place(struct assembly *assembly, uint32_t set, uint32_t gap) {
    assembly_add(assembly, &assembly->set_refs, &set);
    assembly_add(assembly, &assembly->gap_refs, &gap);
}

static void add_run(struct assembly *assembly, const struct run *run) {
    for (uint32_t i = 0; i < run->count; i++) {
        add_place(assembly, run->of->sets[run->first + i], 0);
    }
}

static void add_row(struct assembly *assembly, uint32_t first, const struct phrase_job *job) {
    const struct phrase row = {first, assembly->set_refs.count - first, job->outputs, job->count};
    assembly_add(assembly, &assembly->phrases, &row);
    if (assembly->phrases.count > PHRASE_LIMIT) {
        assembly_overflow(assembly);
    }
}

static void add_sequence(struct assembly *assembly, const struct places *places,
                         const struct phrase_job *job) {
    uint32_t first = assembly->set_refs.count;
    for (uint32_t i = 0; i < places->count; i++) {
        add_place(assembly, places->sets[i], places->gaps[i]);
    }
    add_row(assembly, first, job);
}

/* Sequences with the same gaps, and what stands in each of their stages, each stretch once. */
struct group {
    struct places **members;
    uint32_t count;
    struct run *runs;
    uint32_t *run_first; /* by stage, one more at the end */
};

static void collect_runs(struct group *group, uint32_t stage) {
    uint32_t first = group->run_first[stage], end = first;
    for (uint32_t i = 0; i < group->count; i++) {
        const struct run run = run_of(group->members[i], stage);
        uint32_t at = first;
        while (at < end && !same_run(&group->runs[at], &run)) {
            at++;
        }
        if (at == end) {
            group->runs[end++] = run;
        }
    }
    group->run_first[stage + 1] = end;
}

/* Whether no sequence stands there twice; brackets seldom make one again. */
static bool all_differ(const struct group *group) {
    for (uint32_t i = 0; i < group->count; i++) {
        for (uint32_t j = 0; j < i; j++) {
            const struct places *one = group->members[i], *other = group->members[j];
            if (one->count == other->count &&
                memcmp(one->sets, other->sets, one->count * sizeof *one->sets) == 0 &&
                memcmp(one->gaps, other->gaps, one->count * sizeof *one->gaps) == 0) {
                return false;
            }
        }
    }
    return true;
}

/* Whether the sequences are all ways to take one of each stage. */
static bool is_product(const struct group *group, uint32_t stages) {
    uint64_t product = 1;
    for (uint32_t stage = 0; stage < stages && product <= group->count; stage++) {
        product *= group->run_first[stage + 1] - group->run_first[stage];
    }
    return product == group->count && all_differ(group);
}

static void add_stages(struct assembly *assembly, const struct group *group,
                       const struct phrase_job *job) {
    const struct places *model = group->members[0];
    uint32_t first = assembly->set_refs.count;
    for (uint32_t stage = 0, place = 0; stage < model->stages; stage++) {
        for (uint32_t i = group->run_first[stage]; i < group->run_first[stage + 1]; i++) {
            if (i > group->run_first[stage]) {
                add_place(assembly, SET_OR, PLACE_OR);
            }
            add_run(assembly, &group->runs[i]);
        }
        while (place < model->count && model->gaps[place] == 0) {
            place++;
        }
        if (place < model->count) {
            add_place(assembly, 0, model->gaps[place++]);
        }
    }
    add_row(assembly, first, job);
}

static void add_group(struct assembly *assembly, struct arena *arena, struct group *group,
                      const struct phrase_job *job) {
    uint32_t stages = group->members[0]->stages;
    group->runs = ARENA_ARRAY(arena, struct run, (size_t)stages * group->count);
    group->run_first = ARENA_ARRAY(arena, uint32_t, (size_t)stages + 1);
    if (!group->runs || !group->run_first) {
        assembly->failed = true;
        return;
    }
    for (uint32_t stage = 0; stage < stages; stage++) {
        collect_runs(group, stage);
    }
    if (stages > 1 && is_product(group, stages)) {
        add_stages(assembly, group, job);
        return;
    }
    for (uint32_t i = 0; i < group->count; i++) {
        add_sequence(assembly, group->members[i], job);
    }
}

void build_stages(struct assembly *assembly, struct arena *arena,
                  const struct phrase_sequence *sequence, const struct phrase_job *job) {
    uint32_t count = 0;
    for (const struct phrase_sequence *at = sequence; at; at = at->next) {
        count++;
    }
    struct places *list = ARENA_ARRAY(arena, struct places, count);
    struct group group = {.members = ARENA_ARRAY(arena, struct places *, count)};
    assembly->failed = assembly->failed || !list || !group.members;
    for (uint32_t i = 0; !assembly->failed && i < count; i++, sequence = sequence->next) {
        read_places(assembly, arena, sequence, &list[i]);
    }
    for (uint32_t i = 0; !assembly->failed && i < count; i++) {
        group.count = 0;
        for (uint32_t j = i; !list[i].done && j < count; j++) {
            if (!list[j].done && (j == i || same_gaps(&list[i], &list[j]))) {
                group.members[group.count++] = &list[j];
            }
        }
        for (uint32_t j = 0; j < group.count; j++) {
            group.members[j]->done = true;
        }
        if (group.count) {
            add_group(assembly, arena, &group, job);
        }
    }
}
