/*
 * Places numbers with stops in them. In: "2.1.1 install equipment" below "2.1 The Licensee shall:"
 * below "2. Conditions" or "Article 2". Out: the first point of the first paragraph of the second
 * section. Where nothing has the first number, as in an excerpt, the number is cited as it stands.
 */
#include "structure_arrange.h"

#include <string.h>

enum { JUMP = 20 }; /* by how much a last number may go up: others were repealed, or are no label */

/* The numbers of a mark: 2, 1 and 1. */
struct decimals {
    uint32_t part[MINOR_LIMIT + 1], count;
};

static struct decimals decimals_of(const struct number *number) {
    struct decimals decimals = {.part = {number->digits}, .count = 1};
    for (uint32_t i = 0; i < MINOR_LIMIT && number->minor[i]; i++) {
        decimals.part[decimals.count++] = number->minor[i];
    }
    return decimals;
}

/* The level, counted from 1, is numbered by the first `count` of the numbers. */
static bool has_numbers(const struct arrange *arrange, uint32_t at, const struct decimals *decimals,
                        uint32_t count) {
    const struct level *level = &arrange->levels[at - 1];
    if (level->value != decimals->part[count - 1]) {
        return false;
    }
    if (level->shape == SHAPE_DECIMAL) {
        return count > 1 && at > 1 && has_numbers(arrange, at - 1, decimals, count - 1);
    }
    return count == 1 && (level->kind == PROVISO_ARTICLE || level->shape == SHAPE_BARE);
}

/* The open level, counted from 1, in which it stands; 0 if none. */
static uint32_t find_parent(const struct arrange *arrange, const struct decimals *decimals) {
    uint32_t limit = arrange->quoted_depth ? arrange->quoted_depth : 1;
    for (uint32_t i = arrange->depth; i > limit; i--) {
        if (has_numbers(arrange, i, decimals, decimals->count - 1)) {
            return i;
        }
    }
    return 0;
}

/* Where a number stands of which nothing has the first part: in the part, unless it is an article
 * of a kind that has a label or comes later; 0 if nowhere. */
static uint32_t orphan_depth(const struct arrange *arrange, const struct mark *mark,
                             const struct decimals *decimals) {
    const struct structure *structure = arrange->structure;
    uint32_t floor = arrange_floor(arrange);
    bool article = arrange->levels[floor].kind == PROVISO_ARTICLE;
    bool later = !structure->traits.labelled && decimals->part[0] > arrange->levels[floor].value;
    if ((article && !later) ||
        view_is_lower((unsigned char)structure->document->text.mask[mark->after])) {
        return 0;
    }
    return article ? arrange_part_depth(arrange) : floor + 1;
}

/* The last number goes on from the one before it; a small letter behind it only where it counts:
 * "3.5 million" is no paragraph. */
static bool goes_on(const struct arrange *arrange, const struct mark *mark, uint32_t last,
                    uint32_t value) {
    const struct proviso_document *document = arrange->structure->document;
    bool small = view_is_lower((unsigned char)document->text.mask[mark->after]);
    return value > last && value - last <= (small ? 1 : JUMP);
}

/* "**3.1** The judge" or, beside "### 3", "### 3.1 Notice"; "### 76-6-703. Crimes": sections. */
static bool is_section(struct arrange *arrange, const struct mark *mark, uint32_t parent) {
    const struct structure *structure = arrange->structure;
    const char *mask = structure->document->text.mask;
    bool hyphens = mark->number.minor[1] &&
                   memchr(mask + mark->number_start, '-', mark->number_end - mark->number_start);
    uint32_t last = arrange->last[arrange->quoted_depth ? 1 : 0].value;
    bool heading = mark->flags & MARK_HEADING;
    bool beside =
        heading && structure->document->lines[mark->line].heading == arrange->article_level;
    bool alone = (!parent || beside) && mark->number.digits >= last && (heading || hyphens);
    bool later = parent || mark->number.digits > last;
    if (arrange->quoted_depth && !structure->traits.labelled &&
        (mark->flags & MARK_STRONG || arrange_side_heading(arrange, mark) != DOCUMENT_NONE)) {
        return true; /* 487.0196 (1) A peace officer */
    }
    return structure->labels.name_of_sections != DOCUMENT_NONE && !structure->traits.labelled &&
           (alone || (mark->flags & MARK_BOLD && later));
}

void arrange_decimal(struct arrange *arrange, const struct mark *original) {
    struct mark mark = *original;
    struct decimals decimals = decimals_of(&mark.number);
    uint32_t parent = find_parent(arrange, &decimals), depth = parent;
    if (mark.flags & MARK_WRAPPED || !(mark.flags & (MARK_LINE | MARK_DENSE))) {
        return;
    }
    if (is_section(arrange, &mark, parent)) {
        arrange_section(arrange, &mark, arrange_side_heading(arrange, &mark));
        return;
    }
    const struct level *before =
        depth < arrange->depth && depth ? &arrange->levels[depth] : &arrange->levels[0];
    uint32_t last = before->shape == SHAPE_DECIMAL ? before->value : 0;
    mark.shape = SHAPE_DECIMAL;
    mark.number =
        (struct number){.digits = decimals.part[decimals.count - 1], .classes = CLASS_DIGIT};
    if (parent) {
        const char *mask = arrange->structure->document->text.mask;
        for (uint32_t at = mark.number_start; at < original->number_end; at++) {
            mark.number_start = mask[at] == '.' ? at + 1 : mark.number_start;
        }
        if (!goes_on(arrange, &mark, last, mark.number.digits)) {
            return;
        }
    } else {
        depth = orphan_depth(arrange, &mark, &decimals);
        if (!depth || !arrange_holds_items(arrange, &mark)) {
            return;
        }
    }
    arrange_open_item(arrange, &mark, CLASS_DIGIT, depth, false);
}
