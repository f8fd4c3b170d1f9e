/*
 * Titles on the line of a number. In: "3. Authorisation.—(1) Any person", "4. Copying of data -
 * Whoever", "**4. Equality.** No order may", "Sec. 4. Equality. No order may", "5. Grant of
 * warrant." over
 * "(1) The judge may". Out: where the title ends, and whether it is set off from text behind it.
 */
#include "structure_arrange.h"

#define TITLE_BYTES 120    /* of a title behind a number */
#define REFERENCE_BYTES 60 /* of a line that only says where a schedule comes from */
#define SHORT_WORD 3       /* letters of "see", "of", "bis" */
#define RUN_IN_WORDS 8     /* of a title with nothing but a stop behind it */

/* The first mark on the same line behind this one that begins a subsection. */
uint32_t heading_next_on_line(const struct structure *structure, uint32_t index) {
    const struct mark *mark = &structure->marks[index];
    uint32_t end = structure->document->lines[mark->line].end, next = index + 1;
    if (next < structure->mark_count && structure->marks[next].start < end &&
        structure->marks[next].shape == SHAPE_PAREN) {
        return structure->marks[next].label_start;
    }
    return end;
}

/* The title of "5. Grant of warrant." ends with the line of the number or, where it is broken, with
 * the one after it. Returns that line, and the next one with law in it. */
static uint32_t title_line(const struct proviso_document *document, const struct mark *mark,
                           const struct mark *next, uint32_t *after) {
    uint32_t line = mark->line;
    *after = line_next_law(document, line);
    if (*after != next->line && *after < document->line_count &&
        line_begins_small(document, &document->lines[*after])) {
        line = *after;
        *after = line_next_law(document, line);
    }
    return line;
}

/* "5. Grant of warrant." with nothing on the next line but "(1) The judge may" or, where that is
 * how sections look, a sentence: the end of the title, or 0. What leads to a list ends with a colon
 * or dash, or goes on with a small letter. */
static uint32_t title_line_end(const struct structure *structure, uint32_t index) {
    const struct proviso_document *document = structure->document;
    static const struct mark none = {.line = DOCUMENT_NONE, .flags = MARK_LINE};
    const struct mark *mark = &structure->marks[index], *next = mark + 1;
    next = index + 1 < structure->mark_count ? next : &none;
    if (mark->shape != SHAPE_BARE || mark->flags & (MARK_HEADING | MARK_ALONE) ||
        !(next->flags & MARK_LINE)) {
        return 0;
    }
    uint32_t after, line = title_line(document, mark, next, &after);
    uint32_t end = text_back(document, document->lines[line].end, mark->after);
    unsigned char last = text_code_before(document, end, mark->after);
    bool open = last == ':' || last == ';' || last == ',' || last == '-' || last == VIEW_DASH;
    bool opens = after == next->line && !next->number.suffix &&
                 (next->shape == SHAPE_PAREN || next->shape == SHAPE_HALF
                      ? next->number.digits == 1
                      : next->shape == SHAPE_BARE && next->number.digits == mark->number.digits &&
                            next->number.minor[0] == 1);
    if (after == document->line_count || open || end <= mark->after ||
        end - mark->after > (opens && last == '.' ? TITLE_BYTES : TITLE_BYTES / 2)) {
        return 0;
    }
    uint32_t text = opens ? next->after : document->lines[after].offset;
    text = text_skip(document, text, document->text.length);
    bool styled = last == '.' ? structure->traits.title_lines && after == line + 1
                              : structure->traits.open_titles;
    bool sentence = styled && after != next->line;
    return (opens || sentence) && view_is_upper((unsigned char)document->text.mask[text]) ? end : 0;
}

/* Without a number, not long, and it begins with a capital. */
static bool may_be_title(const struct proviso_document *document, uint32_t start, uint32_t end) {
    uint32_t last = text_back(document, end, start);
    return last > start && last - start <= TITLE_BYTES / 2 &&
           view_is_upper((unsigned char)document->text.mask[start]);
}

bool heading_is_open(const struct structure *structure, uint32_t index) {
    const struct proviso_document *document = structure->document;
    const struct mark *mark = &structure->marks[index], *next = mark + 1;
    const struct structure_traits *traits = &structure->traits;
    const struct line *line = &document->lines[mark->line];
    uint32_t after = line_next_law(document, mark->line);
    uint32_t end = text_back(document, line->end, mark->after);
    bool numbered = index + 1 < structure->mark_count && next->line == after &&
                    next->shape == mark->shape && next->flags & MARK_LINE;
    if (mark->flags & (MARK_HEADING | MARK_ALONE | MARK_WRAPPED) || numbered ||
        after == document->line_count || !may_be_title(document, mark->after, line->end) ||
        (traits->wrapped && line->end - line->offset > traits->widest * 6 / 10)) {
        return false;
    }
    unsigned char last = text_code_before(document, end, mark->after);
    return (view_is_word(last) || last == ')' || last == VIEW_CLOSE) &&
           !line_begins_small(document, &document->lines[after]);
}

enum side_style heading_side_line(const struct structure *structure, const struct mark *mark,
                                  uint32_t *line) {
    const struct proviso_document *document = structure->document;
    const struct line *lines = document->lines;
    uint32_t at = line_last_law(document, mark->line);
    *line = at;
    if (at == DOCUMENT_NONE || lines[at].heading) {
        return SIDE_NONE;
    }
    uint32_t start = text_skip(document, lines[at].offset, lines[at].end);
    uint32_t end = text_back(document, lines[at].end, start);
    unsigned char last = text_code_before(document, end, start);
    if (at > 0 && line_begins_small(document, &lines[at]) && line_is_law(&lines[at - 1])) {
        *line = --at; /* a heading on two lines */
        start = text_skip(document, lines[at].offset, lines[at].end);
    }
    unsigned char before = VIEW_END;
    bool apart = mark->line > 0 && lines[mark->line - 1].blank;
    if (at > 0 && line_is_law(&lines[at - 1]) && !lines[at - 1].heading) {
        if (apart) {
            return SIDE_NONE; /* it belongs to what stands before it */
        }
        before =
            text_code_before(document, text_back(document, lines[at - 1].end, lines[at - 1].offset),
                             lines[at - 1].offset);
    }
    if (!may_be_title(document, start, end) || (before != VIEW_END && before != '.')) {
        return SIDE_NONE;
    }
    return last == '.' ? SIDE_STOPPED : view_is_word(last) || last == ')' ? SIDE_OPEN : SIDE_NONE;
}

/* "[See section 3(2)]", "Sections 4 and 9": labels, numbers and short words, all of the line. */
bool heading_is_reference(const struct structure *structure, uint32_t start, uint32_t end) {
    static const uint32_t kinds =
        LABEL_BIT(PROVISO_ARTICLE) | LABEL_BIT(PROVISO_PARAGRAPH) | LABEL_BIT(PROVISO_POINT);
    const struct proviso_document *document = structure->document;
    const char *mask = document->text.mask;
    uint32_t labels = 0, digits = 0, words = 0;
    for (uint32_t at = start; at < end && end - start <= REFERENCE_BYTES;) {
        unsigned char byte = (unsigned char)mask[at];
        uint32_t word = at, after = at;
        digits += view_is_digit(byte) ? 1 : 0;
        if (!view_is_word(byte) || view_is_digit(byte)) {
            at++;
            continue;
        }
        if (label_match(&structure->labels, document, at, end,
                        kinds | LABEL_BIT(PROVISO_SCHEDULE) | LABEL_BIT(LABEL_JOIN),
                        &after) == DOCUMENT_NONE) {
            while (after < end && view_is_word((unsigned char)mask[after])) {
                after++;
            }
            if (after - word > SHORT_WORD || ++words > 2) {
                return false;
            }
        } else {
            labels +=
                label_match(&structure->labels, document, at, end, kinds, NULL) != DOCUMENT_NONE
                    ? 1
                    : 0;
        }
        if (digits && !labels) {
            return false;
        }
        at = after;
    }
    return labels && digits;
}

/* "Offences. A person who": where the stop behind a few words stands, with a sentence behind it, or
 * VIEW_LENGTH. */
static uint32_t run_in_stop(const struct view *view) {
    uint32_t words = 1, at = 1;
    while (at < view->count && words <= RUN_IN_WORDS && view->code[at] != '.') {
        unsigned char code = view->code[at++];
        words += code == ' ' ? 1 : 0;
        if (code == ';' || code == ':' || view_is_digit(code)) {
            return VIEW_LENGTH;
        }
    }
    bool sentence = at + 2 < view->count && view->code[at] == '.' && view->code[at + 1] == ' ' &&
                    (view_is_upper(view->code[at + 2]) || view->code[at + 2] == '"');
    return sentence && view_is_upper(view->code[0]) ? at : VIEW_LENGTH;
}

bool heading_is_run_in(const struct structure *structure, const struct mark *mark) {
    struct view view;
    view_read(structure->document, mark->after, structure->document->lines[mark->line].end, &view);
    return !(mark->flags & MARK_HEADING) && run_in_stop(&view) != VIEW_LENGTH;
}

bool heading_is_line(const struct structure *structure, uint32_t mark) {
    return title_line_end(structure, mark) != 0;
}

static bool is_bold_sign(const char *bytes) {
    return (bytes[0] == '*' || bytes[0] == '_') && bytes[0] == bytes[1];
}

/* "**Article 4. Equality.** No order may": the end of a title that is bold with its number while
 * the text behind it is not, or 0. */
static uint32_t bold_title_end(const struct proviso_document *document, const struct mark *mark,
                               uint32_t limit) {
    const char *bytes = document->text.bytes;
    uint32_t start = document->lines[mark->line].offset, first = mark->label_start, at;
    while (first > start && (unsigned char)bytes[first - 1] <= ' ') {
        first--;
    }
    if (first < start + 2 || !is_bold_sign(bytes + first - 2) ||
        !view_is_upper((unsigned char)document->text.mask[mark->after])) {
        return 0;
    }
    for (at = first; at + 1 < limit && !is_bold_sign(bytes + at); at++) {
    }
    bool ends = at + 2 < limit && at > mark->after && at - mark->after < TITLE_BYTES &&
                text_skip(document, at + 2, limit) < limit;
    uint32_t end = ends ? text_back(document, at, mark->after) : 0;
    return end && document->text.mask[end - 1] == '.' ? end - 1 : end;
}

/* "3. Authorisation.—(1) Any person", "4. Copying of data - Whoever": the end of the title, or 0.
 */
uint32_t heading_title_end(const struct structure *structure, uint32_t index, uint32_t limit) {
    const struct proviso_document *document = structure->document;
    const struct mark *mark = &structure->marks[index];
    uint32_t bold = bold_title_end(document, mark, limit);
    struct view view;
    view_read(document, mark->after, limit, &view);
    if (bold || !view_is_upper(view.code[0])) {
        return bold;
    }
    uint32_t run_in = structure->traits.run_in ? run_in_stop(&view) : VIEW_LENGTH;
    if (run_in != VIEW_LENGTH) {
        return view.at[run_in];
    }
    for (uint32_t i = 1; i < view.count; i++) {
        unsigned char code = view.code[i], next = view.code[i + 1];
        bool stop = code == '.' || code == ':';
        bool dash = (code == '-' || code == VIEW_DASH) && view.code[i - 1] == ' ' && next == ' ';
        if (stop && next == ' ' && view.code[i + 2] == VIEW_DASH) { /* Search. — (1) An officer */
            next = VIEW_DASH;
        }
        if (dash || (stop && (next == VIEW_DASH || next == '-'))) {
            return view.at[i];
        }
        if (code == ';' || (code == '(' && view_is_digit(next)) ||
            (stop && next == ' ' && i + 2 < view.count)) {
            return 0;
        }
    }
    bool subsection = limit < document->lines[mark->line].end;
    if (!subsection) {
        return title_line_end(structure, index);
    }
    return view.count < VIEW_LENGTH ? text_back(document, limit, mark->after) : 0;
}

bool heading_on_line(const struct structure *structure, uint32_t index) {
    return heading_title_end(structure, index, heading_next_on_line(structure, index)) != 0;
}

/* "Copying.- Whoever copies": a stop and a dash behind a title, and text behind them. */
bool heading_is_set_off(const struct proviso_document *document, uint32_t title, uint32_t end) {
    struct view view;
    view_read(document, title, end, &view);
    uint32_t at = view_skip_space(&view, 1);
    bool dash = view.code[at] == VIEW_DASH || view.code[at] == '-';
    return (view.code[0] == '.' || view.code[0] == ':') && dash && view.count > at + 1;
}

bool heading_is_first(const struct proviso_document *document, uint32_t line) {
    return line_last_law(document, line) == DOCUMENT_NONE;
}

/* "# Data Act" over "1. Short title": a title of its level stands nowhere else. */
bool heading_is_title(const struct proviso_document *document, uint32_t line) {
    uint32_t level = document->lines[line].heading;
    if (level != 1 || !heading_is_first(document, line)) {
        return false;
    }
    for (uint32_t at = line + 1; at < document->line_count; at++) {
        if (document->lines[at].heading == level) {
            return false;
        }
    }
    return true;
}
