/*
 * Findings become notes. In: findings in reading order, some of one rule in one provision
 * ("as appropriate" and "where necessary" in Article 24(2)). Out: one note a provision, with one
 * entry a rule that lists all its words; the gravest first.
 */
#include "note.h"

#include <stdlib.h>

/* By what findings are put in order. */
struct rank {
    uint32_t line, provision, severity, first, finding;
};

static int compare_numbers(uint32_t a, uint32_t b) {
    return a < b ? -1 : a > b;
}

static int compare_ranks(const void *left, const void *right) {
    const struct rank *a = left, *b = right;
    int order = compare_numbers(a->line, b->line);
    order = order ? order : compare_numbers(a->provision, b->provision);
    order = order ? order : compare_numbers(b->severity, a->severity);
    order = order ? order : compare_numbers(a->first, b->first);
    return order ? order : compare_numbers(a->finding, b->finding);
}

static uint32_t line_of(const struct proviso_document *document, const struct seam *seams,
                        const struct finding *finding) {
    if (!seams) {
        return 0;
    }
    return seams[seam_line(seams, document, finding->provision, finding->start)].next;
}

/* Sorts once with the rule in place of `first`, so that what belongs together lies together, and
 * once more by where each entry first appears. */
static struct rank *rank_findings(struct arena *arena, const struct notes *notes,
                                  const struct seam *seams) {
    uint32_t count = notes->findings->count;
    struct rank *ranks = ARENA_ARRAY(arena, struct rank, count ? count : 1);
    if (!ranks) {
        return NULL;
    }
    for (uint32_t i = 0; i < count; i++) {
        const struct finding *finding = &notes->findings->list[i];
        ranks[i] = (struct rank){line_of(notes->document, seams, finding), finding->provision,
                                 finding->severity, finding->rule, i};
    }
    qsort(ranks, count, sizeof *ranks, compare_ranks);
    for (uint32_t i = 0; i < count;) {
        struct rank first = ranks[i];
        uint32_t end = i;
        while (end < count && ranks[end].line == first.line &&
               ranks[end].provision == first.provision && ranks[end].severity == first.severity &&
               notes->findings->list[ranks[end].finding].rule == first.first) {
            ranks[end++].first = first.finding;
        }
        i = end;
    }
    qsort(ranks, count, sizeof *ranks, compare_ranks);
    return ranks;
}

static bool same_note(const struct rank *a, const struct rank *b) {
    return a->line == b->line && a->provision == b->provision;
}

static void add_rank(struct notes *notes, const struct rank *rank, const struct rank *before,
                     uint32_t numbered) {
    const struct finding *finding = &notes->findings->list[rank->finding];
    if (!before || !same_note(rank, before)) {
        notes->list[notes->count] = (struct note){.provision = rank->provision,
                                                  .line = rank->line,
                                                  .number = numbered + notes->count + 1,
                                                  .entry_first = notes->entry_count};
        notes->count++;
        before = NULL;
    }
    if (!before || rank->first != before->first || rank->severity != before->severity) {
        notes->entries[notes->entry_count] =
            (struct entry){.rule = finding->rule, .severity = finding->severity};
        notes->note_of[notes->entry_count] = notes->count - 1;
        notes->list[notes->count - 1].entry_count++;
        notes->entry_count++;
    }
}

bool notes_gather(struct notes *notes, struct arena *arena, const struct proviso_document *document,
                  const struct proviso_findings *findings, const struct seam *seams,
                  uint32_t numbered) {
    uint32_t count = findings->count ? findings->count : 1;
    *notes = (struct notes){.document = document, .findings = findings};
    notes->list = ARENA_ARRAY(arena, struct note, count);
    notes->entries = ARENA_ARRAY(arena, struct entry, count);
    notes->order = ARENA_ARRAY(arena, uint32_t, count);
    notes->note_of = ARENA_ARRAY(arena, uint32_t, count);
    struct rank *ranks = rank_findings(arena, notes, seams);
    if (!notes->list || !notes->entries || !notes->order || !notes->note_of || !ranks) {
        return false;
    }
    for (uint32_t i = 0; i < findings->count; i++) {
        uint32_t entries = notes->entry_count;
        add_rank(notes, &ranks[i], i ? &ranks[i - 1] : NULL, numbered);
        if (notes->entry_count > entries) {
            notes->entries[entries].first = i;
        }
        notes->entries[notes->entry_count - 1].count++;
        notes->order[i] = ranks[i].finding;
    }
    return true;
}
