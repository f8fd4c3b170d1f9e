/*
 * Reads one label. In: a view that may begin with one: "Article 24 - Production order",
 * "First Schedule", "12A.—(1)", "(ii) any", "a.that", "1°", "“data” means". Out: its shape, label
 * word and number, and where the text goes on. "section 5 applies" is no label: a small letter
 * follows.
 */
#include "structure_mark.h"

#define FIRST_YEAR 1800 /* no section has a number like it */
#define NOTE_LIMIT 40   /* characters of a side note in front of a number */

static const struct lexicon_label *label_of(const struct structure *structure, uint32_t label) {
    return &structure->document->lexicon->labels[label];
}

static uint32_t index_of(const struct view *view, uint32_t from, uint32_t offset) {
    while (from < view->count && view->at[from] < offset) {
        from++;
    }
    return from;
}

static bool is_separator(unsigned char code) {
    return code == '.' || code == ':' || code == VIEW_DASH || code == '-' || code == ',';
}

/* After the number of a unit: nothing, a stop or dash, or a capital. Returns the index where text
 * goes on, or 0 if this is a reference in a sentence. */
static uint32_t unit_after(const struct view *view, uint32_t index, uint32_t flags) {
    bool heading = flags & MARK_HEADING;
    uint32_t at = view_skip_space(view, index);
    unsigned char code = view->code[at];
    if (code == VIEW_END) {
        return at;
    }
    if (is_separator(code)) {
        if ((code == ',' && !(flags & MARK_CAPITALS)) ||
            (code == '.' && view_is_digit(view->code[at + 1]))) {
            return 0;
        }
        while (is_separator(view->code[at]) || view->code[at] == ' ') {
            at++;
        }
        bool sentence = view_is_lower(view->code[at]) && code == '.';
        return sentence && !heading ? 0 : at;
    }
    if (code == ']' && heading) {
        return view_skip_space(view, at + 1); /* [Article 5], not agreed yet */
    }
    if (at == index) {
        return 0; /* 5(1), 5] */
    }
    bool text = view_is_upper(code) || code == VIEW_OPEN || code == '"' || code == '(' ||
                code == '[' || view_is_digit(code);
    return text || (heading && !view_is_lower(code)) ? at : 0;
}

static bool is_unit_number(const struct number *number) {
    return number->classes & (CLASS_DIGIT | CLASS_ROMAN_UPPER) ||
           (number->classes & CLASS_UPPER && !number->suffix && number->letters <= 26);
}

/* "First Schedule", "THIRD SCHEDULE": the ordinal before the label word. */
static uint32_t read_ordinal(const struct structure *structure, const struct view *view,
                             uint32_t index, struct mark *mark) {
    const struct proviso_document *document = structure->document;
    uint32_t after, end = view->at[view->count];
    uint32_t ordinal = label_match(&structure->labels, document, view->at[index], end,
                                   LABEL_BIT(LABEL_ORDINAL), &after);
    if (ordinal == DOCUMENT_NONE || !view_is_upper(view->code[index])) {
        return 0;
    }
    uint32_t at = view_skip_space(view, index_of(view, index, after)), last;
    last = number_read_spelt(document->lexicon, view, index, &mark->number);
    uint32_t label =
        label_match(&structure->labels, document, view->at[at], end, LABEL_UNITS, &after);
    if (!last || label == DOCUMENT_NONE || !mark->number.spelt) {
        return 0;
    }
    mark->label = label;
    mark->number_start = view->at[index];
    mark->number_end = view->at[last];
    return index_of(view, at, after);
}

/* A label that needs no number stands alone, or before a stop: SCHEDULE, Annex: list of offences.
 */
static uint32_t read_unnumbered(const struct structure *structure, const struct view *view,
                                uint32_t last, struct mark *mark, uint32_t *after) {
    const struct lexicon_label *label = label_of(structure, mark->label);
    uint32_t at = view_skip_space(view, last);
    unsigned char code = view->code[at];
    mark->number = (struct number){0};
    mark->number_start = mark->number_end = view->at[last];
    if (label->number || (at == last && code != VIEW_END && !is_separator(code))) {
        return 0;
    }
    bool stop = is_separator(code) && code != ',' && code != '-';
    bool glued = label->kind == PROVISO_PREAMBLE && view_is_upper(code);
    bool titled = label->kind == PROVISO_SCHEDULE && mark->flags & MARK_HEADING;
    bool bracket = label->kind == PROVISO_SCHEDULE && (code == '[' || code == '(');
    if (code != VIEW_END && !stop && !glued && !bracket && !titled) {
        return 0;
    }
    while (is_separator(view->code[at]) || view->code[at] == ' ') {
        at++;
    }
    *after = at;
    return last;
}

static uint32_t read_word(const struct structure *structure, const struct view *view,
                          uint32_t index, struct mark *mark) {
    static const uint32_t others =
        LABEL_BIT(LABEL_CONTENTS) | LABEL_BIT(LABEL_OPENING) | LABEL_BIT(LABEL_CLOSING);
    uint32_t after, end = view->at[view->count];
    mark->label = label_match(&structure->labels, structure->document, view->at[index], end,
                              LABEL_UNITS | others, &after);
    return mark->label == DOCUMENT_NONE ? 0 : index_of(view, index, after);
}

static uint32_t read_word_shape(const struct structure *structure, const struct view *view,
                                uint32_t index, uint32_t last, struct mark *mark, uint32_t *after) {
    uint32_t kind = label_of(structure, mark->label)->kind;
    *after = last;
    if (kind == LABEL_CLOSING && view_is_lower(view->code[index])) {
        return 0; /* acts done in good faith */
    }
    if (kind == LABEL_OPENING || kind == LABEL_CLOSING) {
        mark->shape = kind == LABEL_OPENING ? SHAPE_OPENING : SHAPE_CLOSING;
        return last;
    }
    if (kind != LABEL_CONTENTS || view->code[view_skip_space(view, last)] != VIEW_END) {
        return 0;
    }
    mark->shape = SHAPE_CONTENTS;
    return last;
}

/* Article (12), Article ( 12 bis ): a figure in brackets behind the label. Returns the index after
 * the bracket, or 0. */
static uint32_t read_closed(const struct view *view, uint32_t start, uint32_t end,
                            struct mark *mark, uint32_t *after) {
    uint32_t close = end ? view_skip_space(view, end) : 0;
    if (!end || view->code[close] != ')' || !(mark->number.classes & CLASS_DIGIT)) {
        return 0;
    }
    mark->number_start = view->at[start];
    mark->number_end = view->at[end];
    *after = unit_after(view, close + 1, mark->flags);
    return *after ? close + 1 : 0;
}

uint32_t unit_read(const struct structure *structure, const struct view *view, uint32_t index,
                   struct mark *mark, uint32_t *after) {
    if (!view_is_word(view->code[index]) && view->code[index] != VIEW_SECTION) {
        return 0;
    }
    mark->shape = SHAPE_UNIT;
    uint32_t last = read_ordinal(structure, view, index, mark);
    if (last) {
        *after = unit_after(view, last, mark->flags);
        return *after || view->count == last ? last : 0;
    }
    last = read_word(structure, view, index, mark);
    if (!last) {
        return 0;
    }
    if (label_of(structure, mark->label)->kind >= LABEL_CONTENTS) {
        return read_word_shape(structure, view, index, last, mark, after);
    }
    if (view_is_lower(view->code[index])) {
        return 0; /* section 5 applies */
    }
    bool capitals = last > index + 1 && view_is_upper(view->code[index + 1]);
    mark->flags |= capitals ? MARK_CAPITALS : 0;
    uint32_t at = last;
    while (view->code[at] == '.' || view->code[at] == ' ' || view->code[at] == VIEW_DASH ||
           view->code[at] == '-') {
        at++;
    }
    uint32_t kind = label_of(structure, mark->label)->kind;
    bool bracket = view->code[at] == '(' && view->code[index] != VIEW_SECTION &&
                   (kind == PROVISO_ARTICLE || kind == PROVISO_PART);
    at = bracket ? view_skip_space(view, at + 1) : at;
    uint32_t end = at > last || view->code[index] == VIEW_SECTION
                       ? number_read_spelt(structure->document->lexicon, view, at, &mark->number)
                       : 0;
    if (bracket) {
        return read_closed(view, at, end, mark, after);
    }
    if (end && is_unit_number(&mark->number)) {
        uint32_t degree = view->code[end] == VIEW_DEGREE ? 1 : 0; /* Article 1° */
        *after = unit_after(view, end + degree, mark->flags);
        mark->number_start = view->at[at];
        mark->number_end = view->at[end];
        return *after ? end : 0;
    }
    return read_unnumbered(structure, view, last, mark, after);
}

static uint32_t skip_stops(const struct view *view, uint32_t index) {
    while (view->code[index] == ' ' || view->code[index] == VIEW_DASH || view->code[index] == '-' ||
           view->code[index] == '.' || view->code[index] == ':') {
        index++;
    }
    return index;
}

bool view_is_subsection(const struct view *view, uint32_t index) {
    index = skip_stops(view, index);
    return view->code[index] == '(' && view->code[index + 1] == '1' && view->code[index + 2] == ')';
}

/* After a label: something that a reference would not go on with, "(1), in" or "(a) and (b)". */
static bool is_followed_well(const struct structure *structure, const struct view *view,
                             uint32_t index) {
    unsigned char code = view->code[index];
    if (code == ',' || code == ';' || code == ')' || code == VIEW_CLOSE || code == '/' ||
        (code == '.' && view->code[index + 1] != VIEW_DASH) || code == ']') {
        return false;
    }
    uint32_t at = view_skip_space(view, index), after;
    if (label_match(&structure->labels, structure->document, view->at[at], view->at[view->count],
                    LABEL_BIT(LABEL_JOIN), &after) == DOCUMENT_NONE) {
        return true;
    }
    at = view_skip_space(view, index_of(view, at, after));
    return view->code[at] != '(' && !view_is_digit(view->code[at]);
}

/* A bracket follows the next few letters: a) */
static bool is_half(const struct view *view, uint32_t index) {
    uint32_t at = index;
    while (at - index < 6 && view_is_word(view->code[at])) {
        at++;
    }
    return view->code[view_skip_space(view, at)] == ')';
}

/* (a), ( a ), (12A), (e) bis, a), 1) */
static uint32_t read_bracketed(const struct structure *structure, const struct view *view,
                               uint32_t index, struct mark *mark, uint32_t *after) {
    bool open = view->code[index] == '(';
    if (!open && !is_half(view, index)) {
        return 0;
    }
    uint32_t at = open ? view_skip_space(view, index + 1) : index;
    uint32_t end = number_read(structure->document->lexicon, view, at, &mark->number);
    if (!end || end - at > 8 || mark->number.spelt || mark->number.minor) {
        return 0;
    }
    mark->number_start = view->at[at];
    mark->number_end = view->at[end];
    end = view_skip_space(view, end);
    if (view->code[end] != ')' || (!open && end - at > 5)) {
        return 0;
    }
    mark->shape = open ? SHAPE_PAREN : SHAPE_HALF;
    uint32_t last = number_read_suffix(structure->document->lexicon, view, end + 1, &mark->number);
    mark->number_end = last > end + 1 ? view->at[last] : mark->number_end; /* (e) bis */
    last += last > end + 1 && view->code[last] == ')' ? 1 : 0;             /* b) bis) */
    *after = last;
    return is_followed_well(structure, view, last) ? last : 0;
}

/* "12A Duty to report": a capital or a quotation mark follows a number at the start of a line.
 * Years and page numbers are none. */
static bool is_unstopped(const struct view *view, uint32_t end, const struct mark *mark) {
    uint32_t text = view_skip_space(view, end);
    unsigned char code = view->code[text];
    return text > end && mark->flags & MARK_LINE && !mark->number.minor &&
           mark->number.digits < FIRST_YEAR &&
           (view_is_upper(code) || code == VIEW_OPEN || code == '"');
}

/* 12.  12A.—  3.1  12A Title  12° and, as a heading, 12 */
static uint32_t read_bare(const struct structure *structure, const struct view *view,
                          uint32_t index, struct mark *mark, uint32_t *after) {
    uint32_t end = number_read(structure->document->lexicon, view, index, &mark->number);
    if (!end || mark->number.digits > 9999 || mark->number.spelt) {
        return 0;
    }
    uint32_t last = view_skip_space(view, end);
    unsigned char code = view->code[last], next = view->code[last + (code != VIEW_END)];
    mark->shape = SHAPE_BARE;
    mark->number_start = view->at[index];
    mark->number_end = view->at[end];
    *after = end;
    if (code == VIEW_DEGREE && !mark->number.suffix) {
        mark->shape = SHAPE_DEGREE;
        *after = last + 1;
        return last + 1;
    }
    if (code == '.' && last == end && !view_is_digit(next) && next != ',' && next != ')' &&
        next != '.' && !view_is_lower(next)) {
        *after = skip_stops(view, end);
        return end + 1;
    }
    bool dash = code == VIEW_DASH || (code == '-' && last > end);
    bool lost = code == '(' && last > end; /* the stop behind the number is lost: 127 (1) */
    if (((dash || lost) && view_is_subsection(view, last)) ||
        (code == VIEW_DASH && mark->flags & MARK_HEADING)) {
        *after = skip_stops(view, last);
        return end;
    }
    if (mark->flags & MARK_HEADING && code == VIEW_END) {
        mark->flags |= MARK_NAKED;
        *after = last;
        return end;
    }
    bool dotted = mark->number.minor && last > end && view_is_upper(code);
    *after = last;
    if (!dotted && is_unstopped(view, end, mark)) {
        mark->flags |= MARK_UNSTOPPED;
        return end;
    }
    return dotted ? end : 0;
}

/* "Qualifications 19. A person": a side note has run into the line of its section. Returns the
 * index after the number, and where the number begins. */
uint32_t note_read(const struct structure *structure, const struct view *view, uint32_t *first,
                   struct mark *mark, uint32_t *after) {
    if (!view_is_upper(view->code[*first])) {
        return 0;
    }
    uint32_t index = *first + 1, words = 1;
    for (; index < view->count && index < *first + NOTE_LIMIT && words < 5; index++) {
        unsigned char code = view->code[index];
        if (view->code[index - 1] == ' ' && view_is_digit(code)) {
            break;
        }
        if ((code == '.' && view->code[index + 1] != ' ') || code == ':' || code == ';' ||
            code == '(') {
            return 0;
        }
        words += code == ' ' ? 1 : 0;
    }
    uint32_t end =
        view_is_digit(view->code[index]) ? read_bare(structure, view, index, mark, after) : 0;
    unsigned char next = view->code[*after];
    if (!end || mark->shape != SHAPE_BARE || mark->flags & MARK_NAKED ||
        (!view_is_upper(next) && !view_is_subsection(view, *after))) {
        return 0;
    }
    mark->flags |= MARK_NOTE;
    *first = index;
    return end;
}

/* a.  a.that  I.-  iv. */
static uint32_t read_dotted(const struct structure *structure, const struct view *view,
                            uint32_t index, struct mark *mark, uint32_t *after) {
    uint32_t end = number_read(structure->document->lexicon, view, index, &mark->number);
    if (!end || mark->number.spelt || mark->number.suffix || view->code[end] != '.' ||
        end - index > 5) {
        return 0;
    }
    unsigned char next = view->code[end + 1];
    bool abbreviation = view_is_word(next) && view->code[end + 2] == '.'; /* e.g. */
    if (abbreviation || next == ',' || next == ')' || next == '.' || view_is_digit(next)) {
        return 0;
    }
    mark->shape = SHAPE_DOT;
    mark->number_start = view->at[index];
    mark->number_end = view->at[end];
    *after = skip_stops(view, end);
    return end + 1;
}

/* A heading that is a Roman number and nothing else. */
static uint32_t read_roman(const struct structure *structure, const struct view *view,
                           uint32_t index, struct mark *mark, uint32_t *after) {
    uint32_t end = number_read(structure->document->lexicon, view, index, &mark->number);
    uint32_t last = view_skip_space(view, end);
    if (!end || !(mark->number.classes & CLASS_ROMAN_UPPER) || !(mark->flags & MARK_HEADING) ||
        view->code[last] != VIEW_END) {
        return 0;
    }
    mark->shape = SHAPE_BARE;
    mark->flags |= MARK_NAKED;
    mark->number_start = view->at[index];
    mark->number_end = view->at[end];
    *after = last;
    return end;
}

uint32_t item_read(const struct structure *structure, const struct view *view, uint32_t index,
                   struct mark *mark, uint32_t *after) {
    unsigned char code = view->code[index];
    mark->label = DOCUMENT_NONE;
    if (code == '(') {
        return read_bracketed(structure, view, index, mark, after);
    }
    if (!view_is_word(code)) {
        return 0;
    }
    uint32_t end = read_bracketed(structure, view, index, mark, after);
    if (end) {
        return end;
    }
    if (view_is_digit(code)) {
        return read_bare(structure, view, index, mark, after);
    }
    end = read_dotted(structure, view, index, mark, after);
    return end ? end : read_roman(structure, view, index, mark, after);
}
