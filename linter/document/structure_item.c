/*
 * Places paragraphs and points. In: "(i)" and the levels that are open. Out: the next point of the
 * innermost list that it continues, the first of a new list inside it, or nothing, if it is a
 * reference. "(i)" after "(h)" is a letter if "(j)" follows, a Roman numeral if "(ii)" does.
 */
#include "structure_arrange.h"

static const uint32_t classes_in_order[] = {CLASS_DIGIT, CLASS_ROMAN_LOWER, CLASS_ROMAN_UPPER,
                                            CLASS_LOWER, CLASS_UPPER,       CLASS_BULLET,
                                            CLASS_TERM};

/* (aa), which goes on after (z) or begins a list of its own. */
#define DOUBLED_A 27

static bool is_same_list(const struct level *level, const struct mark *mark) {
    return level->shape == mark->shape && level->class_bit & mark->number.classes;
}

static bool is_next(const struct level *level, const struct mark *mark) {
    if (!is_same_list(level, mark)) {
        return false;
    }
    if (level->class_bit & (CLASS_BULLET | CLASS_TERM)) {
        return true;
    }
    uint32_t value = number_value(&mark->number, level->class_bit);
    uint32_t suffix = number_suffix(&mark->number, level->class_bit);
    return (value == level->value + 1 && suffix <= 1) ||
           (value == level->value && suffix == level->suffix + 1) ||
           (value == level->value && suffix > 100 && suffix > level->suffix);
}

/* The class in which the mark begins a list, or 0. */
static uint32_t first_class(const struct mark *mark) {
    for (uint32_t i = 0; i < sizeof classes_in_order / sizeof *classes_in_order; i++) {
        uint32_t class_bit = classes_in_order[i];
        if (mark->number.classes & class_bit & (CLASS_BULLET | CLASS_TERM)) {
            return class_bit;
        }
        uint32_t value = number_value(&mark->number, class_bit);
        bool doubled = class_bit & (CLASS_LOWER | CLASS_UPPER) && value == DOUBLED_A;
        if ((value == 1 || doubled) && !mark->number.suffix) {
            return class_bit;
        }
    }
    return 0;
}

/* Does (i) go on with a Roman list? The next mark of its shape that is (ii) or (j) tells. */
static bool is_roman(const struct arrange *arrange, const struct mark *mark) {
    const struct structure *structure = arrange->structure;
    for (uint32_t i = arrange->mark + 1; i < structure->mark_count && i < arrange->mark + 24; i++) {
        const struct mark *next = &structure->marks[i];
        if (next->shape == SHAPE_UNIT) {
            break;
        }
        if (next->shape != mark->shape) {
            continue;
        }
        if (!(next->number.classes & mark->number.classes)) {
            continue; /* (I) between (i) and (ii) */
        }
        if (next->number.roman == mark->number.roman + 1) {
            return true;
        }
        if (next->number.letters == mark->number.letters + 1 && !next->number.suffix) {
            return false;
        }
    }
    return mark->flags & (MARK_COLON | MARK_CHAINED);
}

/* A point with this value follows soon in the same list, on the same line if this one is weak. */
static bool is_followed_by(const struct arrange *arrange, const struct mark *mark,
                           uint32_t class_bit, uint32_t value) {
    const struct structure *structure = arrange->structure;
    for (uint32_t i = arrange->mark + 1; i < structure->mark_count && i < arrange->mark + 16; i++) {
        const struct mark *next = &structure->marks[i];
        if (mark->flags & MARK_WEAK && next->line != mark->line) {
            return false;
        }
        if (next->shape == mark->shape && !(next->flags & MARK_LOOSE) &&
            number_value(&next->number, class_bit) == value) {
            return true;
        }
    }
    return false;
}

/* The level, counted from 1, whose list this mark continues exactly; 0 if none. */
static uint32_t find_continued(struct arrange *arrange, const struct mark *mark, uint32_t floor) {
    for (uint32_t i = arrange->depth; i > floor + 1; i--) {
        const struct level *level = &arrange->levels[i - 1];
        if (!is_next(level, mark)) {
            continue;
        }
        bool letter = level->class_bit & (CLASS_LOWER | CLASS_UPPER);
        bool roman_one = mark->number.roman == 1;
        if (letter && roman_one && is_roman(arrange, mark)) {
            return 0;
        }
        return i;
    }
    return 0;
}

/* The level, counted from 1, of the same list, numbers apart; 0 if none. */
static uint32_t find_list(const struct arrange *arrange, const struct mark *mark, uint32_t floor) {
    for (uint32_t i = arrange->depth; i > floor + 1; i--) {
        const struct level *level = &arrange->levels[i - 1];
        bool single =
            !(mark->number.classes & level->class_bit & (CLASS_ROMAN_LOWER | CLASS_ROMAN_UPPER)) ||
            mark->number.letters == 0 || level->value > 1;
        if (is_same_list(level, mark) && single) {
            return i;
        }
    }
    return 0;
}

/* Where to begin looking for a break: behind the line of the last provision, or behind the first
 * line of its text if the label stands alone. */
static void start_break(struct arrange *arrange) {
    const struct proviso_document *document = arrange->structure->document;
    const struct mark *last = &arrange->structure->marks[arrange->placed];
    struct paragraph_break *state = &arrange->broken;
    *state = (struct paragraph_break){arrange->placed, last->line + 1, last->line, false};
    if (last->flags & MARK_ALONE) {
        while (state->line < document->line_count && !line_is_law(&document->lines[state->line])) {
            state->line++;
        }
        state->previous = state->line++;
    }
}

/* Between the last provision and this mark a paragraph of its own has begun. What has been looked
 * at is remembered, for the marks that come to nothing. */
static bool has_break(struct arrange *arrange, const struct mark *mark) {
    const struct structure *structure = arrange->structure;
    const struct line *lines = structure->document->lines;
    struct paragraph_break *state = &arrange->broken;
    if (arrange->placed == DOCUMENT_NONE) {
        return false;
    }
    if (state->placed != arrange->placed) {
        start_break(arrange);
    }
    for (; state->line < mark->line && !state->found; state->line++) {
        if (!line_is_law(&lines[state->line])) {
            continue;
        }
        const struct line *previous = &lines[state->previous];
        uint32_t end = text_back(structure->document, previous->end, previous->offset);
        unsigned char code = text_code_before(structure->document, end, previous->offset);
        state->found = !structure->traits.wrapped || code == '.' || code == ';' || code == ':';
        state->previous = state->line;
    }
    return state->found;
}

/* Depth of the provision in which a new list begins. */
static uint32_t new_list_depth(struct arrange *arrange, const struct mark *mark, uint32_t floor,
                               uint32_t class_bit) {
    if (class_bit == CLASS_TERM) { /* definitions stand in a paragraph or article, not in points */
        uint32_t depth = arrange->depth;
        while (depth > floor + 1 && arrange->levels[depth - 1].kind == PROVISO_POINT) {
            depth--;
        }
        return depth;
    }
    if (mark->shape == SHAPE_SIGN) {
        return floor + 1; /* § 1 after the points of an article */
    }
    uint32_t list = find_list(arrange, mark, floor);
    bool inside = !has_break(arrange, mark) || mark->flags & MARK_CHAINED;
    if (!list || inside || arrange->levels[list - 1].class_bit != class_bit) {
        return arrange->depth;
    }
    return list - 1;
}

static enum proviso_kind kind_of(const struct arrange *arrange, const struct mark *mark,
                                 uint32_t class_bit) {
    const struct level *top = &arrange->levels[arrange->depth - 1];
    const struct provision *parent = &arrange->structure->provisions[top->provision];
    bool quoted = arrange->depth == arrange->quoted_depth;
    if (top->kind == PROVISO_PARAGRAPH || top->kind == PROVISO_POINT) {
        return quoted && class_bit == CLASS_DIGIT ? PROVISO_PARAGRAPH : PROVISO_POINT;
    }
    if (class_bit == CLASS_DIGIT && mark->shape != SHAPE_DEGREE) {
        return PROVISO_PARAGRAPH;
    }
    bool first = text_skip(arrange->structure->document, parent->body, mark->label_start) >=
                 mark->label_start;
    bool letter = class_bit & (CLASS_LOWER | CLASS_UPPER);
    return letter && first && top->kind == PROVISO_ARTICLE && arrange->placed != DOCUMENT_NONE
               ? PROVISO_PARAGRAPH
               : PROVISO_POINT;
}

void arrange_open_item(struct arrange *arrange, const struct mark *mark, uint32_t class_bit,
                       uint32_t depth, bool sibling) {
    struct mark opened = *mark;
    uint32_t count = 0;
    enum proviso_kind kind = PROVISO_POINT;
    if (sibling) {
        kind = (enum proviso_kind)arrange->levels[depth].kind;
        count = arrange->levels[depth].value;
    }
    arrange_close(arrange, depth);
    if (!sibling) {
        kind = kind_of(arrange, mark, class_bit);
    }
    if (class_bit == CLASS_BULLET) { /* numbered by its place */
        opened.number.digits = count + 1;
    }
    const struct structure *structure = arrange->structure;
    struct provision *provision = arrange_open(arrange, &opened, kind, class_bit);
    if (!provision) {
        return;
    }
    if (mark->shape == SHAPE_BARE) {
        arrange->last_bare = mark->number.digits;
    }
    if (mark->shape == SHAPE_BARE && mark->flags & (MARK_HEADING | MARK_UNSTOPPED) &&
        !(mark->flags & MARK_ALONE)) {
        heading_read(arrange->structure, arrange->mark, provision); /* of a schedule: 1. Forms */
    }
    struct level *level = level_top(arrange);
    level->value = class_bit == CLASS_BULLET ? count + 1 : level->value;
    const struct mark *next = &structure->marks[arrange->mark];
    provision->start = next->start;
}

/* Where a list goes that begins with another number than its first: (2) in the article, (k) beside
 * the definitions, (iii) beside bullets. */
static uint32_t broken_depth(const struct arrange *arrange, const struct mark *mark, uint32_t floor,
                             uint32_t class_bit) {
    uint32_t depth = arrange->depth;
    if (class_bit == CLASS_DIGIT) {
        return floor + 1;
    }
    for (uint32_t i = depth; i > floor + 1 && !mark->number.roman; i--) {
        if (arrange->levels[i - 1].shape == SHAPE_TERM) {
            return i - 1;
        }
    }
    return depth > floor + 1 && arrange->levels[depth - 1].shape == SHAPE_BULLET ? depth - 1
                                                                                 : depth;
}

/* "(e)" after "(c)" within a line: (d) was lost, if (f) follows. */
static bool place_jump(struct arrange *arrange, const struct mark *mark, uint32_t floor) {
    uint32_t list = find_list(arrange, mark, floor);
    if (!list || mark->flags & (MARK_WEAK | MARK_LOOSE)) {
        return false;
    }
    uint32_t class_bit = arrange->levels[list - 1].class_bit;
    uint32_t value = number_value(&mark->number, class_bit), last = arrange->levels[list - 1].value;
    if (value < last + 2 || value > last + 3 ||
        !is_followed_by(arrange, mark, class_bit, value + 1)) {
        return false;
    }
    arrange_open_item(arrange, mark, class_bit, list - 1, true);
    return true;
}

/* Numbers that jump (a point was lost) or fall back (a second (b)): at the start of a line. "8."
 * after "1." opens a paragraph of an excerpt if a blank line stands before it. */
static bool place_broken(struct arrange *arrange, const struct mark *mark, uint32_t floor) {
    bool quotation = arrange->depth == arrange->quoted_depth && mark->flags & MARK_QUOTED;
    if (mark->shape == SHAPE_DOT && !find_list(arrange, mark, floor) &&
        (mark->flags & MARK_SPACED || mark->number.classes == CLASS_UPPER)) {
        return false; /* J. Smith, who signs */
    }
    if (!(mark->flags & MARK_LINE) && !quotation) { /* “(r) is where a quotation begins */
        return place_jump(arrange, mark, floor);
    }
    if (mark->flags & MARK_WRAPPED) {
        return false;
    }
    uint32_t list = find_list(arrange, mark, floor);
    if (list) {
        const struct level *level = &arrange->levels[list - 1];
        uint32_t value = number_value(&mark->number, level->class_bit);
        bool apart = mark->line > 0 && arrange->structure->document->lines[mark->line - 1].blank;
        uint32_t limit = mark->shape == SHAPE_BARE && !apart ? 3 : 30;
        bool letter = level->class_bit & (CLASS_LOWER | CLASS_UPPER);
        if (letter && (level->value < DOUBLED_A) != (value < DOUBLED_A)) {
            return false;
        }
        if (value <= level->value + limit && (mark->shape != SHAPE_BARE || value > level->value)) {
            arrange_open_item(arrange, mark, level->class_bit, list - 1, true);
            return true;
        }
        return false;
    }
    uint32_t class_bit = mark->number.classes & CLASS_DIGIT   ? CLASS_DIGIT
                         : mark->number.classes & CLASS_LOWER ? CLASS_LOWER
                         : mark->number.classes & CLASS_UPPER ? CLASS_UPPER
                                                              : mark->number.classes;
    class_bit &= ~class_bit + 1;
    bool goes_on = mark->number.digits == arrange->last_bare + 1; /* through the parts */
    if (mark->shape == SHAPE_BARE && mark->number.digits > 5 && !goes_on) {
        return false;
    }
    arrange_open_item(arrange, mark, class_bit, broken_depth(arrange, mark, floor, class_bit),
                      false);
    return true;
}

bool arrange_holds_items(const struct arrange *arrange, const struct mark *mark) {
    uint32_t floor = arrange_floor(arrange);
    const struct level *level = &arrange->levels[floor];
    if (floor + 1 == arrange->quoted_depth || floor + 1 < arrange->depth) {
        return true; /* in a quotation, or inside a paragraph */
    }
    switch (level->kind) {
    case PROVISO_DOCUMENT:
        return !arrange->units && mark->flags & MARK_LINE && mark->shape != SHAPE_BULLET &&
               mark->shape != SHAPE_TERM && arrange->structure->traits.paragraphs;
    case PROVISO_PART:
        return mark->flags & MARK_LINE && mark->shape != SHAPE_TERM && mark->shape != SHAPE_DOT;
    default:
        return true;
    }
}

#define CHAIN_LIMIT 8 /* "2 (1)(a)(ii)": no reference has more */

/* "under section", then "2 (1) of the Act" on the next line: (1) belongs to a reference. */
static bool is_reference(const struct arrange *arrange, const struct mark *mark) {
    const struct mark *first = mark;
    uint32_t end = arrange->mark > CHAIN_LIMIT ? arrange->mark - CHAIN_LIMIT : 0;
    for (uint32_t i = arrange->mark; i > end && first->flags & MARK_CHAINED; i--) {
        first = &arrange->structure->marks[i - 1];
        if (arrange->placed == i - 1) {
            return false;
        }
    }
    return first != mark && first->shape == SHAPE_BARE && first->flags & MARK_WRAPPED;
}

void arrange_item(struct arrange *arrange, const struct mark *mark) {
    uint32_t floor = arrange_floor(arrange);
    if (!arrange_holds_items(arrange, mark) || is_reference(arrange, mark)) {
        return;
    }
    uint32_t continued = mark->flags & MARK_WRAPPED ? 0 : find_continued(arrange, mark, floor);
    if (continued) {
        arrange_open_item(arrange, mark, arrange->levels[continued - 1].class_bit, continued - 1,
                          true);
        return;
    }
    if (mark->flags & MARK_LOOSE || (mark->flags & MARK_SPACED && !(mark->flags & MARK_COLON))) {
        return;
    }
    uint32_t class_bit = first_class(mark);
    bool start = mark->flags & MARK_LINE
                     ? !(mark->flags & MARK_WRAPPED)
                     : mark->flags & (MARK_COLON | MARK_CHAINED) ||
                           (class_bit && is_followed_by(arrange, mark, class_bit, 2));
    if (class_bit == CLASS_BULLET && !(mark->flags & MARK_COLON)) {
        return;
    }
    if (class_bit && start) {
        arrange_open_item(arrange, mark, class_bit, new_list_depth(arrange, mark, floor, class_bit),
                          false);
        return;
    }
    if (!class_bit || mark->shape == SHAPE_PAREN) {
        place_broken(arrange, mark, floor);
    }
}
