/*
 * Collects what looks like a label at the start of a line. In: the lines, such as "### Article  2",
 * "**3.** (1) In this Act", "- (ii) any electronic tool" or "(a)" alone. Out: marks in the order of
 * the text, each with its number in every reading; whether it is a provision is decided later.
 */
#include "structure_mark.h"

#include <string.h>

#define WRAPPED_WIDTH 120 /* no line of wrapped text is longer */
#define NOTE_GLANCE 48
#define DENSE_AVERAGE 1500 /* bytes a line: a whole treaty on a few lines */
#define GLANCE 64          /* bytes in which a label stands, unless it is a defined term */
#define BRACKET_GLANCE 24  /* bytes in which a label in brackets stands */

/* Where a label may begin: behind hashes, bullets, quotation and amendment marks ("F16[(3)"). */
struct line_start {
    struct structure *structure;
    const struct line *line;
    struct view view;
    struct mark mark;
    uint32_t index;
    bool bullet;
    bool cut; /* the view ends before the line does */
};

static bool is_bullet_line(const struct line_start *start) {
    const struct text *text = &start->structure->document->text;
    uint32_t at = start->line->offset, end = start->line->end;
    if ((unsigned char)text->mask[at] > ' ') {
        return false; /* bullets are masked */
    }
    while (at < end &&
           (text->bytes[at] == ' ' || text->bytes[at] == '\t' || text->bytes[at] == '>')) {
        at++;
    }
    char byte = text->bytes[at];
    return at + 1 < end && (byte == '-' || byte == '*' || byte == '+') &&
           (text->bytes[at + 1] == ' ' || text->bytes[at + 1] == '\t');
}

static bool is_bold_line(const struct line_start *start) {
    const struct text *text = &start->structure->document->text;
    uint32_t at = start->line->offset, end = start->line->end;
    while (at < end && (unsigned char)text->bytes[at] <= ' ') {
        at++;
    }
    return at + 1 < end && (text->bytes[at] == '*' || text->bytes[at] == '_') &&
           text->bytes[at + 1] == text->bytes[at];
}

/* F16[ or [F16 in front of a label: an amendment mark of a consolidation. */
static uint32_t skip_amendment_mark(const struct view *view, uint32_t index) {
    uint32_t at = index;
    if (!view_is_upper(view->code[at]) || !view_is_digit(view->code[at + 1])) {
        return index;
    }
    for (at++; view_is_digit(view->code[at]); at++) {
    }
    return view->code[at] == '[' ? at + 1 : index;
}

static bool skip_decoration(struct line_start *start) {
    const struct view *view = &start->view;
    unsigned char code = view->code[start->index];
    if (view_is_opening(code)) {
        start->mark.flags |= MARK_QUOTED;
        start->index++;
        return true;
    }
    if (code == VIEW_BULLET || ((code == VIEW_DASH || code == '-' || code == '+') &&
                                (view->code[start->index + 1] == ' ' || view->count == 1))) {
        start->bullet = true;
        start->index++;
        return true;
    }
    if (code == ' ' || code == '#' || code == '>' || code == '[' || code == '|') {
        start->index++;
        return true;
    }
    uint32_t after = skip_amendment_mark(view, start->index);
    bool moved = after != start->index;
    start->index = after;
    return moved;
}

static bool add_mark(struct structure *structure, const struct mark *mark) {
    if (structure->mark_count == structure->mark_capacity) {
        struct mark *marks = array_grow(structure->marks, &structure->mark_capacity,
                                        structure->mark_count + 1, sizeof *marks);
        if (!marks) {
            return false;
        }
        structure->marks = marks;
    }
    structure->marks[structure->mark_count++] = *mark;
    return true;
}

/* MARK_WRAPPED if a line goes on with the sentence of the one before: that one was full, or ends
 * like a reference. */
static uint32_t wrapped_after(const struct structure *structure, const struct line *line,
                              uint32_t flags) {
    const struct proviso_document *document = structure->document;
    enum mark_context context = mark_context(structure, line->end, line->offset);
    uint32_t length = line->end - line->offset;
    if (context == CONTEXT_NONE && length >= structure->traits.widest * 6 / 10 &&
        !(flags & MARK_BLANK)) {
        return MARK_WRAPPED;
    }
    uint32_t end = text_back(document, line->end, line->offset);
    bool stopped = text_code_before(document, end, line->offset) == '.'; /* not: art. 5 */
    bool joined = !(stopped && flags & MARK_BLANK);
    return context == CONTEXT_REFERENCE && joined && length > 20 ? MARK_WRAPPED : 0;
}

/* What stands before a line: the end of a sentence, a colon, or a line that was full. */
static uint32_t flags_before(const struct structure *structure, uint32_t number) {
    const struct proviso_document *document = structure->document;
    const struct line *lines = document->lines;
    uint32_t previous = number, flags = 0;
    while (previous > 0 && lines[previous - 1].blank) {
        previous--;
    }
    flags |= previous < number ? MARK_BLANK : 0;
    if (previous == 0) {
        return flags | MARK_BLANK;
    }
    const struct line *line = &lines[previous - 1];
    if (line->heading || line->plain || line_is_bold(document, line)) {
        return flags | MARK_BLANK;
    }
    if (mark_after_colon(structure, line->end, line->offset)) {
        return flags | MARK_COLON;
    }
    return flags | (structure->traits.wrapped ? wrapped_after(structure, line, flags) : 0);
}

static bool finish_mark(struct line_start *start, uint32_t first, uint32_t last, uint32_t after) {
    struct mark *mark = &start->mark;
    const struct view *view = &start->view;
    mark->label_start = view->at[first];
    mark->label_end = view->at[last];
    after = view_skip_space(view, after);
    mark->after = view->at[after];
    uint32_t title = mark->shape == SHAPE_UNIT
                         ? text_bracketed(start->structure->document, mark->after, start->line->end)
                         : 0;
    uint32_t text = title ? text_skip(start->structure->document, title, start->line->end) : 0;
    if (text > title && text < start->line->end) { /* Article 1 (Purpose) The purpose is */
        mark->after = text;
        return true;
    }
    if (view->code[after] == VIEW_END && view->count < VIEW_LENGTH && !start->cut) {
        mark->flags |= MARK_ALONE;
    }
    return true;
}

/* A bare or bracketed number or letter, or a definition, at view[index]. */
static bool read_mark(struct line_start *start) {
    struct mark *mark = &start->mark;
    uint32_t after = 0;
    if (view_is_opening(start->view.code[start->index]) &&
        term_read(start->structure, start->view.at[start->index], mark)) {
        return true;
    }
    uint32_t first = start->index;
    uint32_t last = unit_read(start->structure, &start->view, first, mark, &after);
    if (last) {
        return finish_mark(start, first, last, after);
    }
    last = item_read(start->structure, &start->view, first, mark, &after);
    if (!last) {
        last = note_read(start->structure, &start->view, &first, mark, &after);
        return last && finish_mark(start, first, last, after);
    }
    if (mark->shape == SHAPE_BARE && mark->flags & MARK_HEADING) { /* 12. Article 12 - Title */
        struct mark inner = *mark;
        uint32_t next = view_skip_space(&start->view, after), end;
        end = unit_read(start->structure, &start->view, next, &inner, &after);
        if (end && inner.shape == SHAPE_UNIT && inner.number.classes) {
            *mark = inner;
            return finish_mark(start, next, end, after);
        }
        after = next;
    }
    if (mark->shape == SHAPE_BARE &&
        (is_bold_line(start) || view_is_subsection(&start->view, after))) {
        mark->flags |= MARK_STRONG;
    }
    return finish_mark(start, first, last, after);
}

/* The beginning of the line; more of it behind a quotation mark. */
static void read_start(struct line_start *start) {
    const struct proviso_document *document = start->structure->document;
    const struct line *line = start->line;
    uint32_t at = text_skip(document, line->offset, line->end);
    unsigned char byte = at < line->end ? (unsigned char)document->text.mask[at] : ' ';
    uint32_t glance = at + (byte == '(' ? BRACKET_GLANCE : GLANCE);
    bool term = byte == '"' || byte == '`' || byte >= 0x80 || byte == '[';
    start->cut = !term && glance < line->end;
    view_read(document, at, start->cut ? glance : line->end, &start->view);
}

/* "Qualifications 19. A person": digits and a stop behind the first words of a wrapped line. */
static bool may_hold_note(const struct line_start *start, uint32_t offset) {
    const char *mask = start->structure->document->text.mask;
    uint32_t end = start->line->end;
    if (!start->structure->traits.wrapped) {
        return false;
    }
    end = end - offset > NOTE_GLANCE ? offset + NOTE_GLANCE : end;
    for (uint32_t at = offset; at + 1 < end; at++) {
        if (view_is_digit((unsigned char)mask[at])) {
            return true;
        }
    }
    return false;
}

/* The line begins with a word that is no label, as most lines do. */
static bool begins_plainly(const struct line_start *start) {
    static const uint32_t kinds = LABEL_UNITS | LABEL_BIT(LABEL_ORDINAL) |
                                  LABEL_BIT(LABEL_CONTENTS) | LABEL_BIT(LABEL_OPENING) |
                                  LABEL_BIT(LABEL_CLOSING);
    const struct structure *structure = start->structure;
    const char *mask = structure->document->text.mask;
    uint32_t end = start->line->end,
             first = text_skip(structure->document, start->line->offset, end);
    unsigned char byte = first < end ? (unsigned char)mask[first] : ' ';
    if (!view_is_lower(byte) && !view_is_upper(byte)) {
        return false;
    }
    uint32_t at = first;
    while (at < end && at - first < 10 && view_is_word((unsigned char)mask[at])) {
        at++;
    }
    bool brief = at - first < 5;
    bool spaced = brief && text_is_spaced(structure->document, at, end); /* a    any entity */
    at = text_skip(structure->document, at, end);
    bool stop = at < end && (mask[at] == ')' || mask[at] == '.' || mask[at] == '[' ||
                             (brief && (mask[at] == '-' || (unsigned char)mask[at] == 0xE2)));
    bool upper = view_is_upper(byte);
    bool whole = upper && at == end; /* a heading such as ### II */
    return !stop && !whole && !(spaced && view_is_lower(byte)) &&
           (!upper || (label_match(&structure->labels, structure->document, first, end, kinds,
                                   NULL) == DOCUMENT_NONE &&
                       !may_hold_note(start, first)));
}

static bool read_line(struct line_start *start, uint32_t number) {
    struct structure *structure = start->structure;
    struct mark *mark = &start->mark;
    uint32_t decoration = 0;
    start->index = 0;
    start->bullet = is_bullet_line(start);
    if (!start->bullet && begins_plainly(start)) {
        return true;
    }
    read_start(start);
    *mark = (struct mark){.start = start->line->offset, .line = number, .label = DOCUMENT_NONE};
    mark->flags = MARK_LINE | (start->line->heading ? MARK_HEADING : 0);
    bool found = false;
    while (decoration++ < 16 && start->index < start->view.count && !found) {
        found = read_mark(start);
        if (!found && !skip_decoration(start)) {
            break;
        }
    }
    found = found || (!start->bullet && broken_read(structure, number, mark));
    if (!found && start->bullet && !start->line->heading && start->index < start->view.count) {
        mark->shape = SHAPE_BULLET;
        mark->number = (struct number){.classes = CLASS_BULLET};
        mark->label_start = mark->label_end = mark->after = start->view.at[start->index];
        found = true;
    }
    if (!found) {
        return true;
    }
    mark->flags |= flags_before(structure, number) | (start->bullet ? MARK_BULLETED : 0);
    return add_mark(structure, mark);
}

/* The length under which all but one line in twenty stay: the width of a hard-wrapped text. */
static void find_width(struct structure *structure) {
    const struct proviso_document *document = structure->document;
    uint32_t lengths[256] = {0}, total = 0, beyond = 0, continued = 0;
    for (uint32_t i = 0; i < document->line_count; i++) {
        const struct line *line = &document->lines[i];
        if (!line->blank && !line->plain) {
            uint32_t length = line->end - line->offset;
            lengths[length < 255 ? length : 255]++;
            total++;
            continued +=
                i > 0 && line_is_law(line - 1) && line_begins_small(document, line) ? 1 : 0;
        }
    }
    uint32_t length = 255;
    while (length > 0 && (beyond += lengths[length]) * 20 <= total) {
        length--;
    }
    structure->traits.widest = length;
    structure->traits.wrapped = length <= WRAPPED_WIDTH && continued * 10 >= total;
    structure->traits.dense = total && document->text.length / total > DENSE_AVERAGE;
}

bool structure_find_marks(struct structure *structure) {
    const struct proviso_document *document = structure->document;
    struct line_start start = {.structure = structure};
    find_width(structure);
    for (uint32_t i = 0; i < document->line_count; i++) {
        start.line = &document->lines[i];
        if (!line_is_law(start.line)) {
            continue;
        }
        uint32_t before = structure->mark_count;
        if (!read_line(&start, i)) {
            return false;
        }
        uint32_t from = start.line->offset;
        if (structure->mark_count > before) {
            const struct mark *mark = &structure->marks[structure->mark_count - 1];
            i = mark->line; /* where a label that was broken over lines ends */
            start.line = &document->lines[i];
            from = mark->shape == SHAPE_TERM ? mark->number_end : mark->after;
        }
        if (!structure_find_inline_marks(structure, i, from, add_mark)) {
            return false;
        }
    }
    return true;
}
