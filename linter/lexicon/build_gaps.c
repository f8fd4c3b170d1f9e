/*
 * Phrases with gaps, once the trie is there. In: "warrant ... issued by a judge" as the stretches
 * "warrant" and "issued by a judge", and the marks of the nodes where each ends. Out: for the
 * phrase its stretches, and the one that anchors it: the rarest, here "issued by a judge". A
 * stretch is as rare as its rarest word.
 */
#include "assembly.h"

enum { SPAN_LIMIT = 1000 }; /* words; what may be farther away may be anywhere */

struct gaps {
    struct assembly *assembly;
    struct matcher_rows *out;
    double *common;          /* by stretch: how common it is */
    uint32_t *words;         /* by stretch: how many words it has at most */
    struct gap_anchor *rows; /* by phrase: its anchor */
    struct rows anchors;     /* of struct gap_link: a mark and a phrase that it anchors */
};

/* How common the stages are: as the rarest words of the stretches that may stand there. How long
 * they are. */
static void measure_stages(struct gaps *gaps) {
    struct assembly *assembly = gaps->assembly;
    gaps->common = ARENA_ARRAY(assembly->arena, double, gaps->out->gap_stretches.count);
    gaps->words = ARENA_ARRAY(assembly->arena, uint32_t, gaps->out->gap_stretches.count);
    assembly->failed = assembly->failed || !gaps->common || !gaps->words;
    for (uint32_t i = 0; !assembly->failed && i < gaps->out->stretches.count; i++) {
        const struct stretch *stretch = ROWS_AT(&gaps->out->stretches, const struct stretch, i);
        if (stretch->kind == STRETCH_OF_GAPS) {
            uint32_t *words = &gaps->words[stretch->end];
            *words = *words > stretch->count ? *words : stretch->count;
            gaps->common[stretch->end] +=
                assembly_common(assembly, stretch->set_first, stretch->count);
        }
    }
}

/* Adds the place of a stage to its phrase. */
static void add_stage(struct gaps *gaps, const struct gap_stage *stage) {
    const struct gap_place place = {stage->stretch, stage->gap};
    if (stage->stage == 0) {
        ROWS_AT(&gaps->out->gap_phrases, struct gap_phrase, stage->phrase)->place_first =
            gaps->out->gap_places.count;
    }
    assembly_add(gaps->assembly, &gaps->out->gap_places, &place);
}

/* Of the stages but one the rarest. */
static uint32_t rarest_stage(const struct gaps *gaps, const struct gap_stage *stages,
                             uint32_t count, uint32_t one) {
    uint32_t rarest = count;
    for (uint32_t i = 0; i < count; i++) {
        bool rarer = rarest == count ||
                     gaps->common[stages[i].stretch] < gaps->common[stages[rarest].stretch];
        rarest = i != one && rarer ? i : rarest;
    }
    return rarest;
}

/* How far the stage `other` may be from the rarest one: over the gaps and stages between them and,
 * towards the front, to where it begins. */
static void set_span(const struct gaps *gaps, const struct gap_stage *stages, uint32_t rarest,
                     uint32_t other) {
    struct gap_phrase *phrase = ROWS_AT(&gaps->out->gap_phrases, struct gap_phrase, stages->phrase);
    uint32_t first = rarest < other ? rarest : other, last = rarest < other ? other : rarest;
    phrase->near = stages[other].stretch;
    phrase->behind = other > rarest;
    phrase->span = phrase->behind ? 1 : gaps->words[stages[other].stretch];
    for (uint32_t i = first + 1; i <= last; i++) {
        uint32_t more = i < last ? gaps->words[stages[i].stretch] : 0;
        phrase->span = stages[i].gap < SPAN_LIMIT && phrase->span < SPAN_LIMIT
                           ? phrase->span + stages[i].gap + more
                           : SPAN_ANY;
    }
}

/* Anchors a phrase, whose stages these are, with links from the marks of the rarest of its
 * stretches. */
static void anchor_phrase(struct gaps *gaps, const struct gap_stage *stages, uint32_t count) {
    uint32_t rarest = rarest_stage(gaps, stages, count, count);
    uint32_t other = rarest_stage(gaps, stages, count, rarest);
    struct gap_anchor *row = &gaps->rows[stages->phrase];
    set_span(gaps, stages, rarest, other);
    row->phrase = stages->phrase;
    row->other = stages[other].stretch;
    uint32_t end = gaps->out->end_first[stages[rarest].stretch + 1];
    for (uint32_t i = gaps->out->end_first[stages[rarest].stretch]; i < end; i++) {
        const struct gap_link *link = ROWS_AT(&gaps->out->gap_ends, const struct gap_link, i);
        const struct gap_link anchor = {link->to, stages->phrase};
        assembly_add(gaps->assembly, &gaps->anchors, &anchor);
    }
}

static void add_phrases(struct gaps *gaps) {
    const struct assembly *assembly = gaps->assembly;
    const struct gap_stage *stages = gaps->out->gap_stages.first;
    for (uint32_t i = 0, count; i < gaps->out->gap_stages.count && !assembly->failed; i += count) {
        count = ROWS_AT(&gaps->out->gap_phrases, const struct gap_phrase, stages[i].phrase)->stages;
        for (uint32_t stage = 0; stage < count; stage++) {
            add_stage(gaps, &stages[i + stage]);
        }
        anchor_phrase(gaps, &stages[i], count);
    }
}

/* The phrases that each mark anchors. */
static void add_anchors(struct gaps *gaps) {
    struct assembly *assembly = gaps->assembly;
    const uint32_t *first = build_links(assembly, &gaps->anchors, gaps->out->mark_count);
    for (uint32_t i = 0; first && i < gaps->out->mark_count + 1; i++) {
        assembly_add(assembly, &gaps->out->anchor_first, &first[i]);
    }
    for (uint32_t i = 0; i < gaps->anchors.count && !assembly->failed; i++) {
        uint32_t phrase = ROWS_AT(&gaps->anchors, const struct gap_link, i)->to;
        assembly_add(assembly, &gaps->out->anchors, &gaps->rows[phrase]);
    }
}

void build_gaps(struct assembly *assembly, struct matcher_rows *rows) {
    struct gaps gaps = {.assembly = assembly, .out = rows};
    gaps.anchors = (struct rows){.arena = assembly->arena, .size = sizeof(struct gap_link)};
    gaps.rows = ARENA_ARRAY(assembly->arena, struct gap_anchor, rows->gap_phrases.count);
    measure_stages(&gaps);
    if (assembly->failed || !gaps.rows) {
        assembly->failed = true;
        return;
    }
    add_phrases(&gaps);
    if (!assembly->failed) {
        add_anchors(&gaps);
    }
}
