/*
 * Reads one label without a word. In: a view that may begin with one: "12A.—(1)", "(ii) any",
 * "a.that", "1°". Out: its shape and number, and where the text goes on.
 */
#include "structure_mark.h"

#include <string.h>

#define FIRST_YEAR 1800  /* no section has a number like it */
#define DASHED_LIMIT 100 /* no section or paragraph that a dash follows has a number like it */
#define NOTE_LIMIT 40    /* characters of a side note in front of a number */

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
    at = view_skip_space(view, view_index(view, at, after));
    return view->code[at] != '(' && !view_is_digit(view->code[at]);
}

/* "1/ The court may": the sign that Ethiopia sets behind numbers. */
static bool is_slashed(const struct view *view, uint32_t index) {
    unsigned char next =
        view->code[index] == '/' && view->code[index + 1] == ' ' ? view->code[index + 2] : VIEW_END;
    return index > 0 && view_is_digit(view->code[index - 1]) &&
           (view_is_upper(next) || view_is_opening(next));
}

/* A bracket follows the next few letters: a) */
static bool is_half(const struct view *view, uint32_t index) {
    uint32_t at = index;
    while (at - index < 6 && view_is_word(view->code[at])) {
        at++;
    }
    return view->code[view_skip_space(view, at)] == ')' || is_slashed(view, at);
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
    bool inserted = open && mark->flags & MARK_LINE && !mark->number.minor[1]; /* (5.01) */
    if (!end || end - at > 8 || mark->number.spelt || (mark->number.minor[0] && !inserted)) {
        return 0;
    }
    mark->number_start = view->at[at];
    mark->number_end = view->at[end];
    bool slashed = !open && mark->flags & MARK_LINE && is_slashed(view, end);
    end = view_skip_space(view, end);
    if ((view->code[end] != ')' && !slashed) || (!open && end - at > 5)) {
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
    return text > end && mark->flags & MARK_LINE && !mark->number.minor[0] &&
           mark->number.digits < FIRST_YEAR &&
           (view_is_upper(code) || code == VIEW_OPEN || code == '"');
}

/* "1- The Authority", "b - at its own cost": a dash stands where others have a stop, at the start
 * of a line. Returns the index where text goes on, or 0. */
static uint32_t skip_dash(const struct view *view, uint32_t end, const struct mark *mark) {
    uint32_t at = view_skip_space(view, end);
    bool dash = view->code[at] == '-' || view->code[at] == VIEW_DASH;
    if (!dash || !(mark->flags & MARK_LINE) || mark->flags & MARK_HEADING) {
        return 0;
    }
    uint32_t text = view_skip_space(view, at + 1);
    unsigned char code = view->code[text];
    bool word = view_is_upper(code) || view_is_lower(code) || view_is_opening(code);
    return text > at + 1 && word ? text : 0;
}

/* "**3** This Act": nothing but the number is bold. */
static bool is_bold(const struct structure *structure, const struct view *view, uint32_t index,
                    uint32_t end) {
    const char *bytes = structure->document->text.bytes;
    uint32_t start = view->at[index], stop = view->at[end - 1] + 1;
    uint32_t text = view->at[view_skip_space(view, end)];
    return start > 1 && text > stop + 1 && !memcmp(bytes + start - 2, "**", 2) &&
           !memcmp(bytes + stop, "**", 2) && bytes[text - 1] != '*' && bytes[text - 1] != '_' &&
           view->code[view_skip_space(view, end)] != VIEW_END;
}

/* 12.  12-  12A.—  3.1  12A Title  12° and, as a heading, 12 */
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
    if (is_bold(structure, view, index, end) && mark->flags & MARK_LINE) {
        mark->flags |= MARK_BOLD;
        *after = skip_stops(view, last);
        return end;
    }
    uint32_t text = mark->number.minor[0] || mark->number.digits >= DASHED_LIMIT
                        ? 0
                        : skip_dash(view, end, mark);
    if (text && !view_is_lower(view->code[text])) {
        *after = text;
        return end;
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
    bool dotted = mark->number.minor[0] && last > end &&
                  (view_is_upper(code) || (view_is_lower(code) && mark->flags & MARK_LINE));
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
    uint32_t start = view->at[index];
    const char *bytes = structure->document->text.bytes;
    bool column = start > 1 && bytes[start - 1] == ' ' && bytes[start - 2] == ' ';
    mark->flags |= MARK_NOTE | (column ? MARK_STRONG : 0); /* "Search.     19. A person" */
    *first = index;
    return end;
}

/* a.  a.that  a- that  I.-  I – that  iv. */
static uint32_t read_dotted(const struct structure *structure, const struct view *view,
                            uint32_t index, struct mark *mark, uint32_t *after) {
    uint32_t end = number_read(structure->document->lexicon, view, index, &mark->number);
    if (!end || mark->number.spelt || mark->number.suffix || end - index > 5) {
        return 0;
    }
    mark->shape = SHAPE_DOT;
    mark->number_start = view->at[index];
    mark->number_end = view->at[end];
    bool formula = view_is_upper(view->code[index]) && /* A - B */
                   !(mark->number.roman && mark->number.roman < DASHED_LIMIT / 2);
    *after = formula ? 0 : skip_dash(view, end, mark);
    if (!*after && view_is_lower(view->code[index]) && mark->flags & MARK_LINE &&
        text_is_spaced(structure->document, view->at[end - 1] + 1, view->at[view->count])) {
        mark->flags |= MARK_SPACED;
        *after = view_skip_space(view, end);
        return view->code[*after] == VIEW_END ? 0 : end;
    }
    if (*after || view->code[end] != '.') {
        return *after ? end : 0;
    }
    unsigned char next = view->code[end + 1];
    bool abbreviation = view_is_word(next) && view->code[end + 2] == '.'; /* e.g. */
    if (abbreviation || next == ',' || next == ')' || next == '.' || view_is_digit(next)) {
        return 0;
    }
    *after = skip_stops(view, end);
    return end + 1;
}

/* "First: The judge decides." */
static uint32_t read_spelt(const struct structure *structure, const struct view *view,
                           uint32_t index, struct mark *mark, uint32_t *after) {
    uint32_t end = view_is_upper(view->code[index]) && mark->flags & MARK_LINE
                       ? number_read_spelt(structure->document->lexicon, view, index, &mark->number)
                       : 0;
    uint32_t last = view_skip_space(view, end);
    if (!end || !mark->number.spelt || view->code[last] != ':') {
        return 0;
    }
    mark->shape = SHAPE_DOT;
    mark->number_start = view->at[index];
    mark->number_end = view->at[end];
    *after = view_skip_space(view, last + 1);
    return last + 1;
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
    end = end ? end : read_spelt(structure, view, index, mark, after);
    return end ? end : read_roman(structure, view, index, mark, after);
}
