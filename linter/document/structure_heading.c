/*
 * Reads headings. In: a label such as "### Article  2" and the lines after it, "####Illegal
 * access"; or "**Interpretation**" in front of "**3.** (1)". Out: where the heading of the
 * provision begins and ends, and where its text goes on.
 */
#include "structure_arrange.h"

#include <string.h>

#define HEADING_LIMIT 160 /* bytes of a title on its own line without mark-up */

/* F16[ in front of a heading: an amendment mark. */
static uint32_t skip_amendment_mark(const struct proviso_document *document, uint32_t start,
                                    uint32_t end) {
    const char *mask = document->text.mask;
    uint32_t at = start + 1;
    if (start >= end || !view_is_upper((unsigned char)mask[start])) {
        return start;
    }
    while (at < end && view_is_digit((unsigned char)mask[at])) {
        at++;
    }
    return at > start + 1 && at < end && mask[at] == '[' ? text_skip(document, at + 1, end) : start;
}

/* The quotation mark in front of a heading that is not closed in it: an amendment begins here. */
static uint32_t skip_open_quote(const struct proviso_document *document, uint32_t start,
                                uint32_t end) {
    const char *mask = document->text.mask;
    bool curly = end - start > 3 && !memcmp(mask + start, "\xE2\x80\x9C", 3);
    if (!curly && (start >= end || mask[start] != '"')) {
        return start;
    }
    uint32_t after = start + (curly ? 3 : 1);
    for (uint32_t at = after; at < end; at++) {
        if (curly ? end - at >= 3 && !memcmp(mask + at, "\xE2\x80\x9D", 3) : mask[at] == '"') {
            return start;
        }
    }
    return text_skip(document, after, end);
}

/* Trims blanks, dashes and emphasis off both ends, and sets the heading. */
static void set_heading(const struct proviso_document *document, struct provision *provision,
                        uint32_t start, uint32_t end) {
    const char *mask = document->text.mask;
    start = text_skip(document, start, end);
    start = skip_open_quote(document, start, end);
    while (start < end && (mask[start] == '-' || mask[start] == '#' || mask[start] == ':')) {
        start = text_skip(document, start + 1, end);
    }
    start = skip_amendment_mark(document, start, end);
    end = text_back(document, end, start);
    if (end > start && mask[end - 1] == ']' && !memchr(mask + start, '[', end - start)) {
        end = text_back(document, end - 1, start); /* [§2803. Repealed] */
    }
    while (end > start && (mask[end - 1] == '-' || mask[end - 1] == ':')) {
        end = text_back(document, end - 1, start);
    }
    provision->heading_start = start;
    provision->heading_end = end;
}

static bool mark_stands_on(const struct structure *structure, uint32_t mark, uint32_t line) {
    uint32_t next = mark + 1;
    return next < structure->mark_count && structure->marks[next].line == line &&
           structure->marks[next].flags & MARK_LINE;
}

static uint32_t next_mark_line(const struct structure *structure, uint32_t mark) {
    return mark + 1 < structure->mark_count ? structure->marks[mark + 1].line : DOCUMENT_NONE;
}

/* All letters of the line are capitals, and there are some. */
static bool is_capitals(const struct proviso_document *document, uint32_t start, uint32_t end) {
    uint32_t capitals = 0;
    for (uint32_t at = start; at < end; at++) {
        unsigned char byte = (unsigned char)document->text.mask[at];
        if (view_is_lower(byte)) {
            return false;
        }
        capitals += view_is_upper(byte) ? 1u : 0u;
    }
    return capitals > 2;
}

/* "Each Party ___": a list follows where others have a colon. */
static bool has_blank_to_fill(const struct proviso_document *document, const struct line *line) {
    const char *bytes = document->text.bytes;
    uint32_t end = line->end;
    while (end > line->offset && (unsigned char)bytes[end - 1] <= ' ') {
        end--;
    }
    return end - line->offset > 3 && memcmp(bytes + end - 3, "___", 3) == 0;
}

/* A line without mark-up that can be a title: short, no sentence, and text comes after it. */
static bool is_title_line(const struct structure *structure, uint32_t mark, uint32_t line) {
    const struct proviso_document *document = structure->document;
    const struct line *title = &document->lines[line];
    uint32_t end = text_back(document, title->end, title->offset);
    unsigned char last = text_code_before(document, end, title->offset);
    bool capitals = is_capitals(document, title->offset, end);
    uint32_t first = text_skip(document, title->offset, end);
    if (first < end && document->text.mask[first] == '|') {
        return false; /* a table */
    }
    if (end - title->offset > HEADING_LIMIT || line_begins_small(document, title) ||
        has_blank_to_fill(document, title)) {
        return false;
    }
    if (!capitals && (last == '.' || last == ';' || last == ':' || last == ',' ||
                      last == VIEW_DASH || last == '-')) {
        return false;
    }
    uint32_t next = line_next_law(document, line);
    if (next >= document->line_count) {
        return false;
    }
    uint32_t after = mark + 1;
    if (after < structure->mark_count && structure->marks[after].line == next &&
        structure->marks[after].shape == SHAPE_UNIT &&
        structure->provisions[structure->count - 1].kind == PROVISO_ARTICLE) {
        return false; /* it is all that the article says */
    }
    bool marked = structure->marks[mark].flags & MARK_HEADING;
    return capitals || next > line + 1 ||
           (!marked && !line_begins_small(document, &document->lines[next]));
}

/* "### Article 2" or "PART I" alone on its line: is the next one its title? */
static void read_next_line(const struct structure *structure, uint32_t index,
                           struct provision *provision) {
    const struct proviso_document *document = structure->document;
    uint32_t line = line_next_law(document, structure->marks[index].line);
    if (provision->kind == PROVISO_SCHEDULE && line < document->line_count &&
        !mark_stands_on(structure, index, line) &&
        heading_is_reference(structure, document->lines[line].offset, document->lines[line].end)) {
        provision->body = document->lines[line].end;
        line = line_next_law(document, line);
    }
    if (line >= document->line_count || mark_stands_on(structure, index, line)) {
        return;
    }
    const struct line *title = &document->lines[line];
    if (!title->heading && !is_title_line(structure, index, line)) {
        return;
    }
    uint32_t end = title->end, next = line_next_law(document, line);
    if (title->heading && is_capitals(document, title->offset, end) &&
        next < document->line_count && document->lines[next].heading &&
        next_mark_line(structure, index) > next &&
        is_capitals(document, document->lines[next].offset, document->lines[next].end)) {
        end = document->lines[next].end; /* a title in capitals on two lines */
    }
    set_heading(document, provision, title->offset, end);
    provision->body = end;
}

/* A title that was broken: "Article 8: Form and content of incoming", then "request". */
static uint32_t continued_end(const struct structure *structure, uint32_t index, uint32_t end) {
    const struct proviso_document *document = structure->document;
    uint32_t next = structure->marks[index].line + 1;
    bool more = next < document->line_count && line_is_law(&document->lines[next]) &&
                !mark_stands_on(structure, index, next) &&
                line_begins_small(document, &document->lines[next]) &&
                document->lines[next].end - document->lines[next].offset < 60 &&
                (next + 1 == document->line_count || !line_is_law(&document->lines[next + 1]) ||
                 !line_begins_small(document, &document->lines[next + 1]));
    return more ? document->lines[next].end : end;
}

/* "Article 18 - Production order" without mark-up: the rest of the line, if it is no sentence. */
static void read_plain_line(const struct structure *structure, uint32_t index,
                            struct provision *provision) {
    const struct proviso_document *document = structure->document;
    const struct mark *mark = &structure->marks[index];
    uint32_t end = document->lines[mark->line].end;
    uint32_t stop = text_back(document, end, mark->after);
    unsigned char last = text_code_before(document, stop, mark->after);
    if (stop - mark->after > HEADING_LIMIT || last == ';' || last == ',' || last == ':' ||
        last == VIEW_DASH || heading_next_on_line(structure, index) < end) {
        return;
    }
    end = continued_end(structure, index, end);
    uint32_t line = mark->line + (end > document->lines[mark->line].end ? 1u : 0u);
    uint32_t next = line + 1;
    if (last == '.' && (stop - mark->after > 60 || next >= document->line_count)) {
        return;
    }
    bool wrapped = next < document->line_count && line_is_law(&document->lines[next]) &&
                   !mark_stands_on(structure, index, next) &&
                   line_begins_small(document, &document->lines[next]);
    next = line_next_law(document, line);
    uint32_t after = index + 1;
    bool followed = next < document->line_count &&
                    !(after < structure->mark_count && structure->marks[after].line == next &&
                      structure->marks[after].shape == mark->shape);
    if (wrapped || (!followed && provision->kind == PROVISO_ARTICLE)) {
        return;
    }
    set_heading(document, provision, mark->after, end);
    provision->body = end;
}

/* "Article 1 (Purpose) The purpose is", or "(Purpose)" on the line in front of "Article 1". */
static bool read_bracketed(const struct proviso_document *document, const struct mark *mark,
                           struct provision *provision) {
    uint32_t limit = document->lines[mark->line].end;
    uint32_t start = provision->start < mark->start ? provision->start : mark->label_end;
    start = text_skip(document, start, limit);
    uint32_t end = text_bracketed(document, start, limit);
    if (mark->shape != SHAPE_UNIT || !end || (start > mark->start && end > mark->after)) {
        return false;
    }
    set_heading(document, provision, start + 1, end - 1);
    provision->body = mark->after;
    return true;
}

void heading_read(const struct structure *structure, uint32_t index, struct provision *provision) {
    const struct proviso_document *document = structure->document;
    const struct mark *mark = &structure->marks[index];
    uint32_t end = heading_next_on_line(structure, index);
    if (mark->flags & MARK_DENSE || read_bracketed(document, mark, provision)) {
        return;
    }
    if (mark->flags & MARK_ALONE || (provision->kind == PROVISO_SCHEDULE &&
                                     heading_is_reference(structure, mark->label_end, end))) {
        read_next_line(structure, index, provision);
        return;
    }
    bool heading = mark->flags & (MARK_HEADING | MARK_UNSTOPPED);
    uint32_t title = heading_title_end(structure, index, end);
    if (heading &&
        !(title && mark->shape == SHAPE_BARE && heading_is_set_off(document, title, end))) {
        set_heading(document, provision, mark->after, end);
        provision->body = end;
        return;
    }
    if (title) {
        set_heading(document, provision, mark->after, title);
        provision->body = title;
        const char *mask = document->text.mask;
        uint32_t at = text_skip(document, title, end);
        while (at < end && (mask[at] == '.' || mask[at] == ':' || mask[at] == '-' ||
                            (at + 2 < end && !memcmp(mask + at, "\xE2\x80\x94", 3)))) {
            at = text_skip(document, at + ((unsigned char)mask[at] == 0xE2 ? 3 : 1), end);
        }
        provision->body = at;
        return;
    }
    if (mark->shape == SHAPE_UNIT) {
        read_plain_line(structure, index, provision);
    }
}

uint32_t heading_bracketed(const struct structure *structure, uint32_t index) {
    const struct proviso_document *document = structure->document;
    const struct mark *mark = &structure->marks[index];
    uint32_t line = line_last_law(document, mark->line);
    if (line == DOCUMENT_NONE || !(mark->flags & MARK_LINE) ||
        (mark->flags & MARK_HEADING && !(mark->flags & MARK_ALONE)) ||
        (index > 0 && structure->marks[index - 1].line >= line)) {
        return DOCUMENT_NONE;
    }
    const struct line *title = &document->lines[line];
    uint32_t start = text_skip(document, title->offset, title->end);
    uint32_t end = text_bracketed(document, start, title->end);
    return end && text_skip(document, end, title->end) == title->end ? title->offset
                                                                     : DOCUMENT_NONE;
}

uint32_t heading_before(const struct structure *structure, const struct mark *mark, uint32_t limit,
                        struct provision *provision) {
    const struct proviso_document *document = structure->document;
    const struct line *lines = document->lines;
    uint32_t first = DOCUMENT_NONE, last = 0, taken = 0, side = 0;
    bool sided = structure->traits.sides &&
                 heading_side_line(structure, mark, &side) == structure->traits.sides &&
                 lines[side].offset >= limit && !line_is_bold(document, &lines[side]);
    for (uint32_t line = mark->line; line-- > 0 && taken < 4;) {
        if (lines[line].offset < limit || lines[line].end - lines[line].offset > HEADING_LIMIT) {
            break;
        }
        if (!line_is_law(&lines[line])) {
            continue;
        }
        uint32_t at = text_skip(document, lines[line].offset, lines[line].end);
        unsigned char code = at < lines[line].end ? (unsigned char)document->text.mask[at] : ' ';
        bool quote = at + 2 < lines[line].end && code == 0xE2 &&
                     (unsigned char)document->text.mask[at + 1] == 0x80 &&
                     ((unsigned char)document->text.mask[at + 2] & 0xFB) == 0x98;
        uint32_t end = text_back(document, lines[line].end, at);
        unsigned char final = text_code_before(document, end, at);
        bool opens = (quote || code == '"') && lines[line].offset == limit;
        bool heading = lines[line].heading && (view_is_upper(code) || code >= 0x80) &&
                       !heading_is_title(document, line) &&
                       (final != '.' || mark->flags & MARK_NAKED) && !view_is_digit(final);
        bool bold = line_is_bold(document, &lines[line]) && !view_is_digit(code) && code != '(' &&
                    final != ':';
        if (sided && line >= side && !heading) {
            first = line;
            last = taken++ ? last : line;
            continue;
        }
        if (sided || (!bold && !heading && !opens) || (heading && taken)) {
            break;
        }
        first = line;
        last = taken++ ? last : line;
        if (opens || heading) {
            break;
        }
    }
    if (first == DOCUMENT_NONE) {
        return DOCUMENT_NONE;
    }
    if (provision) {
        set_heading(document, provision, lines[first].offset, lines[last].end);
    }
    return lines[first].offset;
}

static uint32_t next_letter(const struct proviso_document *document, uint32_t at, uint32_t end) {
    while (at < end && !view_is_word((unsigned char)document->text.mask[at])) {
        at++;
    }
    return at;
}

bool heading_repeats(const struct structure *structure, const struct provision *provision,
                     const struct mark *mark) {
    const struct proviso_document *document = structure->document;
    const char *mask = document->text.mask;
    uint32_t end = document->lines[mark->line].end, first_end = provision->heading_end;
    uint32_t a = provision->label_start, b = mark->label_start;
    if (provision->heading_start == provision->heading_end || !(mark->flags & MARK_HEADING)) {
        return false;
    }
    for (;;) {
        a = next_letter(document, a, first_end);
        b = next_letter(document, b, end);
        if (a >= first_end || b >= end) {
            return a >= first_end && b >= end;
        }
        if (mask[a++] != mask[b++]) {
            return false;
        }
    }
}
