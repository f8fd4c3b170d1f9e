/*
 * Places numbers without a label word. In: "**3.** (1) In this Act", "### 5. Disclosure", "2. 2
 * Such conditions". Out: Section 3, Section 5 of a statute; paragraph 2 of the article of a treaty.
 * A number that only repeats the one in the heading is swallowed.
 */
#include "structure_arrange.h"

#define EXTRACT 100 /* by how much the number of a section may go up from part to part */

/* The article without a label that numbers are compared with, outside or inside a quotation. */
static struct level *open_section(struct arrange *arrange) {
    uint32_t limit = arrange->quoted_depth ? arrange->quoted_depth : 1;
    for (uint32_t i = arrange->depth; i > limit; i--) {
        if (arrange->levels[i - 1].kind == PROVISO_ARTICLE) {
            return &arrange->levels[i - 1];
        }
    }
    return NULL;
}

static uint32_t line_end(const struct arrange *arrange, uint32_t mark) {
    const struct structure *structure = arrange->structure;
    return structure->document->lines[structure->marks[mark].line].end;
}

/* The sections of this document are headings: a number in front of text is in a list. */
static bool next_is_heading(const struct arrange *arrange, uint32_t from) {
    const struct structure *structure = arrange->structure;
    for (uint32_t i = from; i < structure->mark_count && i < from + 200; i++) {
        const struct mark *mark = &structure->marks[i];
        if (mark->shape == SHAPE_BARE && mark->flags & MARK_HEADING) {
            return mark->number.digits == 2;
        }
    }
    return false;
}

/* After "### 1. Title" and "1. text" comes "2. text", not "### 2. Title": a list. */
static bool begins_list(const struct arrange *arrange) {
    const struct structure *structure = arrange->structure;
    for (uint32_t i = arrange->mark + 1; i < structure->mark_count && i < arrange->mark + 40; i++) {
        const struct mark *mark = &structure->marks[i];
        if (mark->shape == SHAPE_BARE) {
            return !(mark->flags & MARK_HEADING) && mark->number.digits == 2 &&
                   structure->marks[arrange->mark].flags & MARK_LINE && next_is_heading(arrange, i);
        }
    }
    return false;
}

/* "1. Short title" in a heading, then "1.—(1) This Act" as its first words. */
static bool is_repeated(struct arrange *arrange, const struct mark *mark) {
    struct structure *structure = arrange->structure;
    struct level *top = level_top(arrange);
    struct provision *provision = &structure->provisions[top->provision];
    bool same = top->kind == PROVISO_ARTICLE && !mark->number.minor[0] &&
                mark->number.digits == top->value && mark->number.suffix == top->suffix;
    if (!same || structure->traits.labelled || (top->value == 1 && begins_list(arrange)) ||
        text_skip(structure->document, provision->body, mark->label_start) < mark->label_start) {
        return false;
    }
    provision->body = mark->after;
    return true;
}

uint32_t arrange_next_heading(struct arrange *arrange) {
    const struct structure *structure = arrange->structure;
    uint32_t *next = &arrange->heading;
    *next = *next > arrange->mark ? *next : arrange->mark + 1;
    for (; *next < structure->mark_count; ++*next) {
        const struct mark *mark = &structure->marks[*next];
        if (mark->shape == SHAPE_BARE && mark->flags & MARK_HEADING &&
            !(mark->flags & MARK_NAKED)) {
            return mark->number.digits;
        }
    }
    return 0;
}

/* A list "1. 2. 3." inside the section goes on with this number. */
static bool list_goes_on(struct arrange *arrange, const struct mark *mark) {
    for (uint32_t i = arrange->depth; i > arrange_floor(arrange) + 1; i--) {
        const struct level *level = &arrange->levels[i - 1];
        if (level->shape == SHAPE_BARE && mark->number.digits == level->value + 1) {
            return true;
        }
    }
    return false;
}

/* "31. Everyone has the right" under "PART 2", after section 20: an extract. */
static bool begins_part(struct arrange *arrange, const struct mark *mark) {
    uint32_t number = mark->number.digits, last = arrange->last[0].value;
    return level_top(arrange)->kind == PROVISO_PART && !open_section(arrange) && last > 0 &&
           mark->flags & MARK_BLANK && number > last && number - last <= EXTRACT;
}

static bool is_next_section(struct arrange *arrange, const struct mark *mark) {
    const struct level *open = &arrange->last[arrange->quoted_depth ? 1 : 0];
    uint32_t number = mark->number.digits, last = open->value;
    bool none = open->label == DOCUMENT_NONE;
    bool strong =
        mark->flags & (MARK_STRONG | MARK_SIDE | MARK_UNSTOPPED) ||
        (arrange->structure->traits.run_in && heading_is_run_in(arrange->structure, mark));
    bool next = number == last + 1 || (number == last && mark->number.suffix > open->suffix);
    if (mark->flags & MARK_HEADING) {
        return !(mark->flags & MARK_NAKED) || arrange->structure->traits.naked;
    }
    if (mark->flags & MARK_NOTE) {
        return !arrange->quoted_depth && (last > 0 ? next : mark->flags & MARK_STRONG && none);
    }
    if (mark->flags & MARK_WRAPPED || !(mark->flags & MARK_LINE)) {
        return false;
    }
    uint32_t distance = number > last ? number - last : last - number;
    if (!arrange->quoted_depth && distance <= 20 && !none && mark->flags & MARK_BLANK &&
        heading_on_line(arrange->structure, arrange->mark)) {
        return true;
    }
    uint32_t heading = arrange_next_heading(arrange);
    if (heading && !none && !arrange->quoted_depth && (number >= heading || number < last)) {
        return false;
    }
    if (!strong && list_goes_on(arrange, mark)) {
        return false;
    }
    if (arrange->quoted_depth) {
        return strong || mark->number.suffix || number > 1;
    }
    return next || (strong && number > last && number <= last + 20) || (strong && none) ||
           (number == 1 && !open_section(arrange)) || begins_part(arrange, mark);
}

uint32_t arrange_side_heading(struct arrange *arrange, const struct mark *mark) {
    const struct structure *structure = arrange->structure;
    uint32_t limit = arrange->placed == DOCUMENT_NONE ? 0 : line_end(arrange, arrange->placed);
    if (arrange->depth > 1) {
        const struct provision *top = &structure->provisions[level_top(arrange)->provision];
        limit = top->heading_end > limit ? top->heading_end : limit;
    }
    if (arrange->contents && structure->contents[arrange->contents - 1].end > limit) {
        limit = structure->contents[arrange->contents - 1].end;
    }
    if (arrange->quote && structure->quotes[arrange->quote - 1].end > limit) {
        limit = structure->quotes[arrange->quote - 1].end;
    }
    if (arrange->quoted_depth && structure->quotes[arrange->quote].start > limit) {
        limit = structure->quotes[arrange->quote].start;
    }
    return heading_before(structure, mark, limit, NULL);
}

void arrange_section(struct arrange *arrange, struct mark *mark, uint32_t side) {
    struct structure *structure = arrange->structure;
    uint32_t count = structure->count;
    mark->label = structure->labels.name_of_sections;
    mark->start = side != DOCUMENT_NONE ? side : mark->start;
    arrange_article(arrange, mark);
    if (mark->flags & MARK_HEADING && structure->count > count) {
        arrange->article_level = structure->document->lines[mark->line].heading;
    }
    struct provision *provision = &structure->provisions[structure->count - 1];
    if (structure->count > count && side != DOCUMENT_NONE) {
        heading_before(structure, mark, side, provision);
        provision->body = mark->after;
    }
}

static bool is_in_schedule(const struct arrange *arrange) {
    uint32_t limit = arrange->quoted_depth ? arrange->quoted_depth : 1;
    for (uint32_t i = arrange->depth; i > limit; i--) {
        if (arrange->levels[i - 1].kind == PROVISO_SCHEDULE) {
            return true;
        }
    }
    return false;
}

/* "### 5. Title" behind a schedule without paragraphs, which section 4 sets out. */
static bool resumes(const struct arrange *arrange, const struct mark *mark) {
    const struct structure *structure = arrange->structure;
    return arrange->levels[arrange->depth - 1].kind == PROVISO_SCHEDULE && !arrange->quoted_depth &&
           mark->flags & MARK_HEADING && !(mark->flags & MARK_ALONE) &&
           structure->document->lines[mark->line].heading == arrange->article_level &&
           arrange->outer.label == structure->labels.name_of_sections &&
           mark->number.digits == arrange->outer.value + 1;
}

void arrange_bare(struct arrange *arrange, const struct mark *original) {
    const struct structure *structure = arrange->structure;
    struct mark mark = *original;
    uint32_t floor = arrange->levels[arrange_floor(arrange)].kind;
    bool own = floor == PROVISO_PREAMBLE || is_in_schedule(arrange);
    if (!mark.number.digits) {
        return; /* a page number in Roman numerals */
    }
    if (mark.number.minor[0]) {
        arrange_decimal(arrange, &mark);
        return;
    }
    if (is_repeated(arrange, &mark)) {
        return;
    }
    if (resumes(arrange, &mark)) {
        arrange_close(arrange, 1);
        arrange->last[0] = arrange->outer;
        floor = PROVISO_DOCUMENT;
        own = false;
    }
    bool list = structure->traits.labelled || structure->traits.paragraphs || own;
    uint32_t side = DOCUMENT_NONE;
    if (!list || (own && floor == PROVISO_PREAMBLE && !structure->traits.labelled)) {
        bool line = heading_is_line(structure, arrange->mark);
        bool titled =
            line || (mark.flags & (MARK_HEADING | MARK_UNSTOPPED) && !(mark.flags & MARK_ALONE));
        mark.flags |= line ? MARK_STRONG : 0;
        side = titled ? DOCUMENT_NONE : arrange_side_heading(arrange, &mark);
        mark.flags |= side != DOCUMENT_NONE ? MARK_SIDE : 0;
        if (structure->labels.name_of_sections != DOCUMENT_NONE && !structure->traits.paragraphs &&
            floor != PROVISO_SCHEDULE && is_next_section(arrange, &mark)) {
            arrange_section(arrange, &mark, side);
            return;
        }
    }
    if (mark.flags & (MARK_NAKED | MARK_NOTE)) {
        return;
    }
    if (structure->traits.paragraphs && floor == PROVISO_PREAMBLE && mark.flags & MARK_LINE &&
        !(mark.flags & MARK_WRAPPED) && mark.number.digits == 1) {
        arrange_close(arrange, 1); /* the first paragraph of a resolution ends the preamble */
    }
    arrange_item(arrange, &mark);
}
