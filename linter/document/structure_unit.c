/*
 * Places parts, articles, schedules, the preamble and the closing text. In: a mark with a label
 * word and the levels that are open. Out: a provision at the level it belongs to; which parts stand
 * in which is learnt from the order in which they first appear (CHAPTER II > SECTION 1 > TITLE 1).
 */
#include "structure_arrange.h"

/* Closes what stands above the document, schedule or quotation that holds this text. */
static uint32_t scope_depth(const struct arrange *arrange) {
    uint32_t depth = arrange->quoted_depth ? arrange->quoted_depth : 1;
    for (uint32_t i = arrange->depth; i > depth; i--) {
        if (arrange->levels[i - 1].kind == PROVISO_SCHEDULE) {
            return i;
        }
    }
    return depth;
}

uint32_t arrange_part_depth(const struct arrange *arrange) {
    uint32_t depth = arrange->depth, scope = scope_depth(arrange);
    while (depth > scope && arrange->levels[depth - 1].kind != PROVISO_PART) {
        depth--;
    }
    return depth;
}

static bool is_closing(const struct arrange *arrange, const struct level *level) {
    const struct structure *structure = arrange->structure;
    return level->label != DOCUMENT_NONE && level->kind == PROVISO_PART &&
           label_record(structure, level->label)->kind >= LABEL_CONTENTS;
}

/* The first unit: text before it that is more than a title is the preamble. */
static void find_preamble(struct arrange *arrange, const struct mark *before) {
    struct structure *structure = arrange->structure;
    const struct line *lines = structure->document->lines;
    uint32_t start = arrange->contents ? structure->contents[arrange->contents - 1].end : 0;
    uint32_t last = structure->provisions[structure->count - 1].kind;
    if (last == PROVISO_PARAGRAPH || last == PROVISO_POINT) {
        return; /* paragraphs stand in front of the first unit */
    }
    uint32_t limit = structure->traits.wrapped ? structure->traits.widest * 7 / 10 : 80;
    for (uint32_t i = 0; i < before->line && lines[i].offset < before->start; i++) {
        if (!line_is_law(&lines[i]) || lines[i].heading || lines[i].offset < start ||
            lines[i].end - lines[i].offset < limit || limit < 30) {
            continue;
        }
        uint32_t text = text_skip(structure->document, lines[i].offset, lines[i].end);
        struct mark mark = {.start = lines[i].offset, .line = i, .label = DOCUMENT_NONE};
        mark.label = structure->labels.preamble;
        mark.label_start = mark.label_end = mark.after = text;
        mark.number_start = mark.number_end = text;
        if (text < lines[i].end) {
            arrange_open(arrange, &mark, PROVISO_PREAMBLE, 0);
            arrange_close(arrange, 1);
            return;
        }
    }
}

void arrange_note_unit(struct arrange *arrange, const struct mark *mark) {
    if (!arrange->units && !arrange->preamble && !arrange->quoted_depth) {
        find_preamble(arrange, mark);
        arrange->preamble = true;
    }
    arrange->units = true;
}

/* A preamble with or without its heading; only the first one, and only in front of everything. */
void arrange_preamble(struct arrange *arrange, const struct mark *mark) {
    struct mark opening = *mark;
    if (arrange->preamble || arrange->units || !(mark->flags & (MARK_LINE | MARK_DENSE))) {
        return;
    }
    if (mark->shape == SHAPE_OPENING) { /* its words are text */
        opening.label = arrange->structure->labels.preamble;
        opening.label_end = opening.after = opening.label_start;
        opening.number_start = opening.number_end = opening.label_start;
    }
    arrange->preamble = true;
    arrange_close(arrange, 1);
    arrange_open(arrange, &opening, PROVISO_PREAMBLE, 0);
}

void arrange_closing(struct arrange *arrange, const struct mark *mark) {
    struct mark closing = *mark;
    if (!arrange->articles || arrange->quoted_depth || !(mark->flags & (MARK_LINE | MARK_DENSE)) ||
        mark->flags & MARK_WRAPPED || is_closing(arrange, &arrange->levels[arrange->depth - 1])) {
        return;
    }
    closing.label_end = closing.after = closing.label_start;
    closing.number_start = closing.number_end = closing.label_start;
    arrange_close(arrange, 1);
    arrange_open(arrange, &closing, PROVISO_PART, 0);
}

/* The open level with this label, counted from 1, or 0. */
static uint32_t find_label(const struct arrange *arrange, uint32_t label, uint32_t scope) {
    for (uint32_t i = arrange->depth; i > scope; i--) {
        if (arrange->levels[i - 1].label == label) {
            return i;
        }
    }
    return 0;
}

/* Where a part stands: beside the open one of its name; in the part where its name came first. */
static uint32_t choose_part_depth(struct arrange *arrange, const struct mark *mark) {
    const struct structure *structure = arrange->structure;
    uint32_t scope = scope_depth(arrange), none = structure->document->lexicon->label_count + 1;
    uint32_t same = find_label(arrange, mark->label, scope);
    if (same) {
        return same - 1;
    }
    uint32_t *learnt = &arrange->part_parent[mark->label];
    if (*learnt == none) {
        return scope;
    }
    uint32_t parent = *learnt ? find_label(arrange, *learnt - 1, scope) : 0;
    if (parent) {
        return parent;
    }
    uint32_t depth = arrange_part_depth(arrange);
    uint32_t value = mark->number.digits ? mark->number.digits : mark->number.roman;
    while (value > 1 && depth > scope && arrange->levels[depth - 1].label != DOCUMENT_NONE &&
           label_record(structure, arrange->levels[depth - 1].label)->rank >
               label_record(structure, mark->label)->rank) {
        depth--;
    }
    if (!arrange->quoted_depth) {
        *learnt = depth > scope ? arrange->levels[depth - 1].label + 1 : none;
    }
    return depth;
}

/* The open part or article whose label and heading this mark only repeats. */
static bool is_running_title(const struct arrange *arrange, const struct mark *mark) {
    const struct structure *structure = arrange->structure;
    uint32_t open = find_label(arrange, mark->label, scope_depth(arrange));
    return open &&
           heading_repeats(structure, &structure->provisions[arrange->levels[open - 1].provision],
                           mark);
}

static void open_unit(struct arrange *arrange, const struct mark *mark, enum proviso_kind kind) {
    arrange->last_bare = kind == PROVISO_PART ? arrange->last_bare : 0;
    uint32_t class_bit = mark->number.classes & CLASS_DIGIT         ? CLASS_DIGIT
                         : mark->number.classes & CLASS_ROMAN_UPPER ? CLASS_ROMAN_UPPER
                                                                    : CLASS_UPPER;
    struct provision *provision = arrange_open(arrange, mark, kind, class_bit);
    if (provision) {
        heading_read(arrange->structure, arrange->mark, provision);
    }
}

/* "CHAPTER III" with nothing but "CHAPTER I" after it: a slip, or the title of a chapter. */
static bool is_doubled(const struct arrange *arrange, const struct mark *mark) {
    const struct level *top = &arrange->levels[arrange->depth - 1];
    return top->kind == PROVISO_PART && top->label == mark->label &&
           arrange->placed + 1 == arrange->mark &&
           number_value(&mark->number, top->class_bit) <= top->value &&
           text_skip(arrange->structure->document, arrange->structure->marks[arrange->placed].after,
                     mark->start) >= mark->start;
}

static void place_part(struct arrange *arrange, const struct mark *mark) {
    if (is_doubled(arrange, mark)) {
        struct structure *structure = arrange->structure;
        heading_read(structure, arrange->mark,
                     &structure->provisions[level_top(arrange)->provision]);
        return;
    }
    if (is_running_title(arrange, mark)) {
        return;
    }
    arrange_note_unit(arrange, mark);
    arrange_close(arrange, choose_part_depth(arrange, mark));
    open_unit(arrange, mark, PROVISO_PART);
}

/* "### II" or "## A. General": a heading numbered without a label word is a part if it is the first
 * or the next one, and a title stands beside or below it. */
bool arrange_numbered_part(struct arrange *arrange, const struct mark *original) {
    const struct structure *structure = arrange->structure;
    const struct proviso_document *document = structure->document;
    struct mark mark = *original;
    uint32_t wanted = CLASS_ROMAN_UPPER | CLASS_UPPER;
    bool shaped = mark.shape == SHAPE_DOT || (mark.shape == SHAPE_BARE && mark.flags & MARK_NAKED);
    if (!(mark.flags & MARK_HEADING) || !shaped || !(mark.number.classes & wanted) ||
        structure->labels.name_of_parts == DOCUMENT_NONE) {
        return false;
    }
    uint32_t next = mark.line + 1;
    while (next < document->line_count && !line_is_law(&document->lines[next])) {
        next++;
    }
    uint32_t after = arrange->mark + 1;
    bool titled = !(mark.flags & MARK_ALONE) ||
                  (next < document->line_count && document->lines[next].heading &&
                   (after == structure->mark_count || structure->marks[after].line != next));
    mark.label = structure->labels.name_of_parts;
    mark.shape = SHAPE_UNIT;
    uint32_t open = find_label(arrange, mark.label, scope_depth(arrange));
    const struct level *level = open ? &arrange->levels[open - 1] : NULL;
    bool first = mark.number.roman == 1 || mark.number.letters == 1;
    bool goes_on = level && number_value(&mark.number, level->class_bit) == level->value + 1;
    if (!titled || (!first && !goes_on) || (first && level)) {
        return false;
    }
    place_part(arrange, &mark);
    return true;
}

static void place_schedule(struct arrange *arrange, const struct mark *mark) {
    bool numbered = mark->number.classes != 0;
    bool heading = mark->flags & MARK_HEADING;
    if (!arrange->articles && !numbered) {
        return; /* the title of the document: Protocol to ... */
    }
    if (!numbered && !heading && !(mark->flags & MARK_ALONE) && mark->flags & MARK_DENSE) {
        return;
    }
    arrange_note_unit(arrange, mark);
    arrange_close(arrange, arrange->quoted_depth ? arrange->quoted_depth : 1);
    open_unit(arrange, mark, PROVISO_SCHEDULE);
    if (!arrange->quoted_depth && arrange->last[0].label != DOCUMENT_NONE) {
        arrange->outer = arrange->last[0];
    }
    arrange->last[arrange->quoted_depth ? 1 : 0] = (struct level){.label = DOCUMENT_NONE};
}

/* ARTICLE 6 in capitals within a very long line: the first of the document or of a quotation. */
static bool is_first_in_line(const struct arrange *arrange, const struct mark *mark) {
    bool first =
        arrange->quoted_depth ? arrange->depth == arrange->quoted_depth : arrange->articles == 0;
    return first && mark->flags & MARK_DENSE && mark->flags & MARK_CAPITALS;
}

/* In running text "Article 9" is a new article only if it goes on after Article 8. */
static bool goes_on(const struct arrange *arrange, const struct mark *mark) {
    const struct level *last = &arrange->last[arrange->quoted_depth ? 1 : 0];
    uint32_t value = mark->number.digits ? mark->number.digits : mark->number.roman;
    if (mark->flags & MARK_HEADING) {
        return true;
    }
    if (last->label != mark->label) {
        return !(mark->flags & MARK_WRAPPED) || is_first_in_line(arrange, mark);
    }
    bool later = mark->number.suffix > last->suffix || mark->number.minor[0] > last->minor;
    bool next = value == last->value + 1 || (value == last->value && later);
    if (mark->flags & (MARK_DENSE | MARK_WRAPPED)) {
        return next && !(mark->flags & MARK_WEAK);
    }
    return next || value > last->value || mark->flags & MARK_ALONE || value == 1;
}

void arrange_article(struct arrange *arrange, const struct mark *mark) {
    if (is_running_title(arrange, mark)) {
        return;
    }
    arrange_note_unit(arrange, mark);
    uint32_t depth = arrange_part_depth(arrange);
    while (depth > 1 && is_closing(arrange, &arrange->levels[depth - 1])) {
        depth--;
    }
    arrange_close(arrange, depth);
    arrange->articles += arrange->quoted_depth ? 0 : 1;
    open_unit(arrange, mark, PROVISO_ARTICLE);
    struct level *last = &arrange->last[arrange->quoted_depth ? 1 : 0], before = *last;
    *last = *level_top(arrange);
    if (before.label == mark->label && last->value > 1 && last->value < before.value) {
        *last = before; /* a number that fell back was misread */
    }
}

/* The next unit is the next one of its name: Article 2 after Article 1. */
static bool is_followed(const struct structure *structure, uint32_t index) {
    const struct mark *mark = &structure->marks[index];
    for (uint32_t i = index + 1; i < structure->mark_count && i < index + 64; i++) {
        const struct mark *next = &structure->marks[i];
        if (next->shape == SHAPE_UNIT && next->flags & MARK_LINE) {
            return next->label == mark->label && next->number.digits == mark->number.digits + 1;
        }
    }
    return false;
}

/* "SCHEDULE 1", then "Section 4" alone on its line: where the schedule comes from. Its title may
 * follow. */
static bool is_source(struct arrange *arrange, const struct mark *mark) {
    struct structure *structure = arrange->structure;
    struct provision *top = &structure->provisions[level_top(arrange)->provision];
    if (top->kind != PROVISO_SCHEDULE || !(mark->flags & MARK_ALONE) ||
        structure->traits.labelled ||
        label_record(structure, mark->label)->kind != PROVISO_ARTICLE ||
        text_skip(structure->document, top->body, mark->start) < mark->start ||
        is_followed(structure, arrange->mark)) {
        return false;
    }
    if (top->heading_start == top->heading_end) {
        heading_read(structure, arrange->mark, top);
    }
    return true;
}

/* "Article 5^2" that does not stand behind another Article 5: the 2 is the number of a footnote. */
static void drop_note(const struct arrange *arrange, struct mark *mark) {
    const struct level *last = &arrange->last[arrange->quoted_depth ? 1 : 0];
    const char *mask = arrange->structure->document->text.mask;
    uint32_t end = mark->number_start;
    while (end < mark->number_end && view_is_digit((unsigned char)mask[end])) {
        end++;
    }
    unsigned char behind = end < mark->number_end ? (unsigned char)mask[end] : ' ';
    bool raised = end > mark->number_start && mark->number.suffix < 100 &&
                  (behind == '^' || behind >= 0x80 || behind == (unsigned char)MASK_SOFT);
    bool first = arrange->quoted_depth && last->label == DOCUMENT_NONE;
    if (raised && !first && last->value != mark->number.digits) {
        mark->number.suffix = 0;
        mark->number_end = end;
    }
}

void arrange_unit(struct arrange *arrange, const struct mark *original) {
    const struct structure *structure = arrange->structure;
    struct mark mark = *original;
    uint32_t kind = label_record(structure, mark.label)->kind;
    if (mark.flags & MARK_DENSE && structure->traits.lines) {
        return;
    }
    if (kind == PROVISO_PREAMBLE) {
        arrange_preamble(arrange, &mark);
        return;
    }
    if (is_source(arrange, &mark)) {
        return;
    }
    uint32_t twin = label_twin(&structure->labels, mark.label,
                               kind == PROVISO_ARTICLE ? PROVISO_PART : PROVISO_ARTICLE);
    bool as_part = structure->traits.articles_labelled;
    if (twin != DOCUMENT_NONE && as_part == (kind == PROVISO_ARTICLE)) {
        mark.label = twin;
        kind = label_record(structure, twin)->kind;
    }
    bool reference = mark.flags & MARK_WRAPPED && !(mark.flags & MARK_HEADING) &&
                     kind != PROVISO_ARTICLE &&
                     !(arrange->quoted_depth && is_first_in_line(arrange, &mark));
    if (reference) {
        return;
    }
    if (kind == PROVISO_SCHEDULE) {
        place_schedule(arrange, &mark);
        return;
    }
    if (kind == PROVISO_PART) {
        place_part(arrange, &mark);
        return;
    }
    drop_note(arrange, &mark);
    if (goes_on(arrange, &mark)) {
        uint32_t title = heading_bracketed(structure, arrange->mark);
        mark.start = title != DOCUMENT_NONE ? title : mark.start;
        arrange_article(arrange, &mark);
    }
}
