/*
 * Decides which marks are provisions and where they stand. In: marks in the order of the text. Out:
 * provisions, each with its parent: "### Article 2" closes Article 1, "(b)" goes on after "(a)",
 * what stands in quotation marks stands in the section that inserts it, a table of contents is one
 * part.
 */
#include "structure_arrange.h"

#include "../base/buffer.h"

void arrange_close(struct arrange *arrange, uint32_t depth) {
    while (arrange->depth > depth) {
        const struct level *level = level_top(arrange);
        arrange->structure->provisions[level->provision].end = arrange->structure->count;
        arrange->depth--;
    }
    if (arrange->quoted_depth > depth) {
        arrange->quoted_depth = 0;
    }
}

uint32_t arrange_floor(const struct arrange *arrange) {
    uint32_t index = arrange->depth - 1;
    while (index > 0 && index + 1 != arrange->quoted_depth &&
           (arrange->levels[index].kind == PROVISO_PARAGRAPH ||
            arrange->levels[index].kind == PROVISO_POINT)) {
        index--;
    }
    return index;
}

static struct provision *new_provision(struct arrange *arrange) {
    struct structure *structure = arrange->structure;
    if (structure->count == structure->capacity) {
        struct provision *provisions = array_grow(structure->provisions, &structure->capacity,
                                                  structure->count + 1, sizeof *provisions);
        if (!provisions) {
            arrange->memory = false;
            return NULL;
        }
        structure->provisions = provisions;
    }
    struct provision *provision = &structure->provisions[structure->count++];
    *provision = (struct provision){.label = DOCUMENT_NONE};
    return provision;
}

struct provision *arrange_open(struct arrange *arrange, const struct mark *mark,
                               enum proviso_kind kind, uint32_t class_bit) {
    if (arrange->depth >= LEVEL_LIMIT) {
        return NULL;
    }
    uint32_t parent = level_top(arrange)->provision;
    struct provision *provision = new_provision(arrange);
    if (!provision) {
        return NULL;
    }
    struct level *level = &arrange->levels[arrange->depth++];
    *level = (struct level){.provision = arrange->structure->count - 1,
                            .label = mark->label,
                            .class_bit = class_bit,
                            .value = number_value(&mark->number, class_bit),
                            .suffix = number_suffix(&mark->number, class_bit),
                            .minor = mark->number.minor[0],
                            .kind = (uint8_t)kind,
                            .shape = mark->shape};
    provision->kind = (uint8_t)kind;
    provision->parent = parent;
    provision->start = mark->start;
    provision->label_start = mark->label_start;
    provision->label_end = mark->label_end;
    provision->heading_start = provision->heading_end = mark->label_end;
    provision->body = mark->after;
    provision->label = mark->label;
    provision->flags = (uint8_t)((arrange->quoted_depth ? PROVISION_QUOTED : 0) |
                                 (mark->shape == SHAPE_TERM ? PROVISION_TERM : 0) |
                                 (class_bit == CLASS_BULLET ? PROVISION_BULLET : 0));
    provision->number = structure_number(arrange->structure, mark);
    arrange->placed = arrange->mark;
    return provision;
}

static void open_contents(struct arrange *arrange, const struct contents_region *region) {
    struct structure *structure = arrange->structure;
    const struct mark *mark = &structure->marks[arrange->mark];
    struct mark heading = {.start = region->start, .label = structure->labels.contents};
    arrange_close(arrange, 1);
    heading.label = mark->shape == SHAPE_CONTENTS ? mark->label : heading.label;
    heading.label_start = mark->label_start;
    heading.label_end = heading.after = mark->label_end;
    heading.number_start = heading.number_end = mark->label_end;
    struct provision *provision = arrange_open(arrange, &heading, PROVISO_PART, 0);
    if (provision) {
        provision->heading_start = provision->label_start;
        provision->heading_end = provision->label_end;
        provision->flags |= PROVISION_CONTENTS;
        if (mark->shape != SHAPE_CONTENTS) { /* nothing heads it */
            provision->heading_start = provision->heading_end = provision->body = mark->start;
            provision->label_start = provision->label_end = mark->start;
        }
    }
    arrange_close(arrange, 1);
    arrange->last[0] = (struct level){.label = DOCUMENT_NONE}; /* numbers begin anew */
    arrange->contents++;
}

/* A mark in a table of contents is no provision; the table as a whole is one. */
static bool is_in_contents(struct arrange *arrange, const struct mark *mark) {
    struct structure *structure = arrange->structure;
    if (arrange->contents < structure->contents_count &&
        mark->start >= structure->contents[arrange->contents].start) {
        open_contents(arrange, &structure->contents[arrange->contents]);
    }
    return arrange->contents > 0 && mark->start < structure->contents[arrange->contents - 1].end;
}

/* "Article 2" in Article 1 without a quotation mark in front of it: the quotation was never closed.
 */
static bool is_own_article(const struct arrange *arrange, const struct mark *mark) {
    const struct level *last = &arrange->last[0];
    return mark->shape == SHAPE_UNIT && mark->flags & MARK_LINE &&
           !(mark->flags & (MARK_QUOTED | MARK_WRAPPED)) && mark->label == last->label &&
           mark->number.digits == last->value + 1 && !mark->number.suffix;
}

/* Where the next quotation in one that was never closed begins, or its end. */
static uint32_t next_quotation(const struct arrange *arrange) {
    const struct structure *structure = arrange->structure;
    uint32_t end = structure->quotes[arrange->quote].end;
    for (uint32_t i = arrange->mark + 1; i < structure->mark_count && i < arrange->mark + 64; i++) {
        const struct mark *mark = &structure->marks[i];
        if (mark->start >= end) {
            break;
        }
        if (mark->flags & MARK_QUOTED && mark->shape != SHAPE_TERM) {
            return mark->start;
        }
    }
    return end;
}

/* Sets or takes away the barrier around a quotation. */
static void follow_quotes(struct arrange *arrange, const struct mark *mark) {
    struct structure *structure = arrange->structure;
    struct quote_region *quotes = structure->quotes;
    if (arrange->quoted_depth && mark->start >= quotes[arrange->quote].end) {
        arrange_close(arrange, arrange->quoted_depth);
        arrange->quoted_depth = 0;
    }
    while (arrange->quote < structure->quote_count && mark->start >= quotes[arrange->quote].end) {
        arrange->quote++;
    }
    bool inside = arrange->quote < structure->quote_count &&
                  mark->label_start >= quotes[arrange->quote].start;
    if (inside && is_own_article(arrange, mark)) {
        arrange_close(arrange, arrange->quoted_depth ? arrange->quoted_depth : arrange->depth);
        arrange->quoted_depth = 0;
        quotes[arrange->quote].start = next_quotation(arrange);
    } else if (inside && !arrange->quoted_depth && arrange->depth > 1) {
        arrange->quoted_depth = arrange->depth;
        arrange->last[1] = (struct level){.label = DOCUMENT_NONE};
    }
}

static void place_mark(struct arrange *arrange, const struct mark *mark) {
    if (arrange_numbered_part(arrange, mark)) {
        return;
    }
    switch (mark->shape) {
    case SHAPE_UNIT:
        arrange_unit(arrange, mark);
        break;
    case SHAPE_BARE:
        arrange_bare(arrange, mark);
        break;
    case SHAPE_OPENING:
        arrange_preamble(arrange, mark);
        break;
    case SHAPE_CLOSING:
        arrange_closing(arrange, mark);
        break;
    case SHAPE_CONTENTS:
        break;
    default:
        arrange_item(arrange, mark);
        break;
    }
}

static void place_all(struct arrange *arrange) {
    struct structure *structure = arrange->structure;
    for (uint32_t i = 0; i < structure->mark_count && arrange->memory; i++) {
        const struct mark *mark = &structure->marks[i];
        arrange->mark = i;
        arrange_titles(arrange, mark->flags & MARK_LINE ? mark->line : mark->line + 1);
        follow_quotes(arrange, mark);
        if (!is_in_contents(arrange, mark)) {
            place_mark(arrange, mark);
        }
    }
    arrange->mark = structure->mark_count;
    arrange_titles(arrange, structure->document->line_count);
}

bool structure_arrange(struct structure *structure) {
    struct proviso_document *document = structure->document;
    struct arrange arrange = {.structure = structure, .memory = true};
    uint32_t labels = document->lexicon->label_count;
    arrange.part_parent = ARENA_ARRAY(document->arena, uint32_t, labels + 1);
    struct provision *whole = new_provision(&arrange);
    if (!whole || !arrange.part_parent) {
        return false;
    }
    arrange.placed = arrange.broken.placed = arrange.preamble_start = DOCUMENT_NONE;
    whole->kind = PROVISO_DOCUMENT;
    whole->number = 0;
    arrange.last[0] = arrange.last[1] = (struct level){.label = DOCUMENT_NONE};
    arrange.levels[0] = (struct level){.kind = PROVISO_DOCUMENT, .label = DOCUMENT_NONE};
    arrange.depth = 1;
    buffer_add_char(structure->numbers, '\0');
    place_all(&arrange);
    arrange_close(&arrange, 0);
    return arrange.memory && !structure->numbers->failed;
}
