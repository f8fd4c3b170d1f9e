/*
 * Numbers without a stop. In: marks of "### 12A Duty to report", of "1 Short title" without
 * mark-up, but also of "12 Angry men", "3 December 2018" and the footnote "1 Resolution 217". Out:
 * those that count up and head text; the others are no marks.
 */
#include "structure_arrange.h"

#include <string.h>

#define TITLE_BYTES 120 /* of a title without mark-up */
#define REPEALED 6      /* by how much the number of a heading may go up */
#define LEFT_OUT 60 /* the same of headings of one level, the first of which count up: extracts */

/* What stands before a number without a stop. */
struct rows {
    uint32_t text; /* the last number in front of text: 4 (1) A justice may */
    bool schedule; /* a schedule holds it */
};

/* "... enacts as follows:", then "1 Title": nothing but what leads to the law stands before it. */
static bool is_first(const struct structure *structure, uint32_t index) {
    const struct mark *mark = &structure->marks[index], *before = mark - 1;
    uint32_t contents =
        structure->contents_count ? structure->contents[structure->contents_count - 1].end : 0;
    return mark->number.digits == 1 && !mark->number.suffix &&
           (index == 0 || before->shape == SHAPE_OPENING || before->shape == SHAPE_CONTENTS ||
            before->start < contents);
}

/* Without mark-up a title stands between blank lines or sentences, is no sentence that goes on, and
 * text follows it, not the next entry of a list. */
static bool heads_text(const struct structure *structure, uint32_t index) {
    const struct proviso_document *document = structure->document;
    const struct mark *mark = &structure->marks[index];
    const struct line *line = &document->lines[mark->line];
    if (mark->flags & MARK_HEADING) {
        return true;
    }
    uint32_t end = text_back(document, line->end, line->offset);
    unsigned char last = text_code_before(document, end, line->offset);
    uint32_t next = line_next_law(document, mark->line);
    bool open = last == ':' || last == ';' || last == ',' || last == '-' || last == VIEW_DASH;
    bool listed = mark->flags & MARK_COLON && !(mark->flags & (MARK_QUOTED | MARK_INSIDE)) &&
                  !is_first(structure, index);
    if (!(mark->flags & MARK_BLANK) || listed || open || end - mark->after > TITLE_BYTES ||
        next == document->line_count) {
        return false;
    }
    uint32_t after = index + 1;
    const struct mark *other = after < structure->mark_count && structure->marks[after].line == next
                                   ? &structure->marks[after]
                                   : NULL;
    bool opens = other && other->shape == SHAPE_PAREN && other->number.digits == 1;
    if (last == '.' && !opens) {
        return false; /* a sentence, unless "(1)" follows */
    }
    return !line_begins_small(document, &document->lines[next]) &&
           (!other || !(other->flags & MARK_UNSTOPPED)) && !document->lines[next].heading;
}

/* "4 (1) A justice may": a subsection follows a number without a stop. */
static bool is_stopless(const struct structure *structure, const struct mark *mark) {
    uint32_t flags = MARK_UNSTOPPED | MARK_HEADING | MARK_WRAPPED | MARK_BOLD;
    return mark->shape == SHAPE_BARE && mark->flags & MARK_STRONG && mark->flags & MARK_LINE &&
           !(mark->flags & flags) &&
           view_is_digit((unsigned char)structure->document->text.mask[mark->label_end - 1]);
}

/* A marginal note stands over it: a line of words between blank lines. */
static bool has_note(const struct structure *structure, uint32_t index) {
    const struct proviso_document *document = structure->document;
    const struct mark *mark = &structure->marks[index];
    uint32_t side, last = line_last_law(document, mark->line);
    if (mark->line == 0 || !document->lines[mark->line - 1].blank ||
        heading_side_line(structure, mark, &side) != SIDE_OPEN ||
        (index > 0 && structure->marks[index - 1].line >= side)) {
        return false;
    }
    uint32_t end = text_back(document, document->lines[last].end, document->lines[last].offset);
    return !view_is_digit((unsigned char)document->text.mask[end - 1]);
}

/* "3 A provider must assist": the text of a section or paragraph, not its title. A marginal note
 * stands over it, or a number beside "4 (1)" or another one in front of text, or a schedule holds
 * it. */
static bool heads_sentence(const struct structure *structure, uint32_t index,
                           const struct rows *rows) {
    const struct mark *mark = &structure->marks[index], *next = mark + 1;
    uint32_t wanted = mark->number.digits + 1;
    if (!(mark->flags & MARK_BLANK) || mark->flags & (MARK_HEADING | MARK_WRAPPED) ||
        (mark->flags & MARK_COLON && !is_first(structure, index))) {
        return false;
    }
    if (rows->schedule || (rows->text && rows->text + 1 == mark->number.digits)) {
        return true;
    }
    for (uint32_t i = index + 1; i < structure->mark_count && i < index + 64; i++, next++) {
        if (is_stopless(structure, next)) {
            if (next->number.digits == wanted) {
                return true;
            }
            break;
        }
    }
    return has_note(structure, index);
}

/* "Art. 1 Purpose", then "1 This Act governs": the first paragraph of an article, or the next. */
static bool is_paragraph(const struct structure *structure, uint32_t index,
                         const struct mark *before) {
    const struct proviso_document *document = structure->document;
    const struct mark *mark = &structure->marks[index], *article = mark - 1;
    if (mark->flags & (MARK_HEADING | MARK_WRAPPED)) {
        return false;
    }
    if (mark->number.suffix) { /* 1bis */
        return mark->number.suffix > 100 && before->number.digits == mark->number.digits;
    }
    if (mark->number.digits > 1) {
        return before->number.digits + 1 == mark->number.digits;
    }
    if (mark->number.digits == 0 || index == 0 || article->shape != SHAPE_UNIT ||
        !(article->flags & MARK_LINE) || !article->number.classes ||
        label_record(structure, article->label)->kind != PROVISO_ARTICLE) {
        return false;
    }
    uint32_t next = line_next_law(document, article->line);
    if (next == mark->line || !(article->flags & MARK_ALONE) || next == document->line_count) {
        return next == mark->line;
    }
    const struct line *title = &document->lines[next];
    uint32_t end = text_back(document, title->end, title->offset);
    return text_code_before(document, end, title->offset) != '.' &&
           line_next_law(document, next) == mark->line;
}

/* The same words stand behind both numbers: "16 Bill", "18 Bill" run on top of pages. */
static bool is_running(const struct proviso_document *document, const struct mark *a,
                       const struct mark *b) {
    uint32_t length = document->lines[a->line].end - a->after;
    bool apart = (a->flags ^ b->flags) & (MARK_QUOTED | MARK_INSIDE); /* 2 Bail, which inserts “5A
                                                                         Bail */
    return b->flags & MARK_UNSTOPPED && !apart && !a->number.suffix && !b->number.suffix &&
           document->lines[b->line].end - b->after == length &&
           memcmp(document->text.mask + a->after, document->text.mask + b->after, length) == 0;
}

/* The index of the next mark without a stop, or the last mark. */
static uint32_t next_unstopped(const struct structure *structure, uint32_t index) {
    do {
        index++;
    } while (index + 1 < structure->mark_count &&
             !(structure->marks[index].flags & MARK_UNSTOPPED));
    return index < structure->mark_count ? index : index - 1;
}

/* "3 A provider must assist", then "(a) a judge": no title. */
static bool leads_to_points(const struct structure *structure, uint32_t index) {
    const struct mark *mark = &structure->marks[index], *next = mark + 1;
    return index + 1 < structure->mark_count && !(mark->flags & MARK_HEADING) &&
           next->line == line_next_law(structure->document, mark->line) &&
           next->shape == SHAPE_PAREN && !next->number.digits;
}

static bool begins_schedule(const struct structure *structure, const struct mark *mark) {
    uint32_t contents =
        structure->contents_count ? structure->contents[structure->contents_count - 1].end : 0;
    return mark->shape == SHAPE_UNIT && mark->flags & MARK_LINE && mark->start >= contents &&
           !(mark->flags & MARK_WRAPPED) &&
           label_record(structure, mark->label)->kind == PROVISO_SCHEDULE;
}

/* Takes away the marks that head nothing, so that the others are neighbours. */
static void drop_lists(struct structure *structure) {
    const struct proviso_document *document = structure->document;
    struct mark before = {0}, paragraph = {0};
    struct rows rows = {0};
    uint32_t kept = 0;
    for (uint32_t i = 0; i < structure->mark_count; i++) {
        struct mark mark = structure->marks[i];
        if (!(mark.flags & MARK_UNSTOPPED)) {
            paragraph.number.digits = mark.shape == SHAPE_UNIT ? 0 : paragraph.number.digits;
            rows.text = is_stopless(structure, &mark) ? mark.number.digits : rows.text;
            rows.schedule |= begins_schedule(structure, &mark);
            structure->marks[kept++] = mark;
            continue;
        }
        if (is_paragraph(structure, i, &paragraph)) {
            mark.flags &= ~(uint32_t)MARK_UNSTOPPED;
            structure->marks[kept++] = paragraph = mark;
            continue;
        }
        uint32_t next = next_unstopped(structure, i);
        bool running = is_running(document, &mark, &before) ||
                       (next > i && is_running(document, &mark, &structure->marks[next]));
        bool title =
            heads_text(structure, i) && !(leads_to_points(structure, i) && has_note(structure, i));
        if (!running && (title || heads_sentence(structure, i, &rows))) {
            mark.flags |= title ? 0 : MARK_SENTENCE;
            rows.text = title ? rows.text : mark.number.digits;
            structure->marks[kept++] = mark;
        }
        before = mark;
    }
    structure->mark_count = kept;
}

/* Numbers count up in four rows: headings of Markdown or lines without mark-up, of this law or of
 * words that go into another. Returns the row of the mark, ROWS if it is in none. */
enum { ROWS = 4 };
static uint32_t row_of(const struct structure *structure, const struct mark *mark) {
    bool heading = mark->flags & MARK_HEADING, inside = mark->flags & MARK_INSIDE;
    if (mark->shape != SHAPE_BARE || mark->flags & MARK_NAKED ||
        !(heading || mark->flags & MARK_UNSTOPPED || is_stopless(structure, mark))) {
        return ROWS;
    }
    return (heading ? 2u : 0u) + (inside ? 1u : 0u);
}

void structure_note_inside(struct structure *structure) {
    uint32_t quote = 0;
    for (uint32_t i = 0; i < structure->mark_count; i++) {
        struct mark *mark = &structure->marks[i];
        while (quote < structure->quote_count &&
               structure->quotes[quote].end <= mark->label_start) {
            quote++;
        }
        bool inside =
            quote < structure->quote_count && structure->quotes[quote].start <= mark->label_start;
        mark->flags |= inside ? MARK_INSIDE : 0;
    }
}

/* 13 after 12, 12B after 12A, 13 after 12A; a few sections may have been repealed. */
static bool follows(const struct mark *mark, const struct mark *before) {
    uint32_t number = mark->number.digits, last = before->number.digits;
    uint32_t most = mark->flags & MARK_HEADING ? REPEALED : 1;
    return (number > last && number - last <= most) ||
           (number == last && mark->number.suffix > before->number.suffix);
}

/* "## 30 Appeals" after "## 11 Search" and "## 12 Seizure": what stood between was left out. */
static bool goes_on(const struct structure *structure, const struct mark *mark,
                    const struct mark *before) {
    const struct line *lines = structure->document->lines;
    uint32_t number = mark->number.digits, last = before->number.digits;
    return mark->flags & before->flags & MARK_HEADING && before->number.digits &&
           lines[mark->line].heading == lines[before->line].heading && number > last &&
           number - last <= LEFT_OUT;
}

/* It goes on with the number before it, or the next one with it. A section that is put into another
 * law stands alone: “12A Duty to report. */
static bool counts_up(const struct structure *structure, uint32_t index,
                      const struct mark *before) {
    const struct mark *mark = &structure->marks[index];
    uint32_t row = row_of(structure, mark), next = index + 1;
    if ((before->number.digits && follows(mark, before)) || goes_on(structure, mark, before) ||
        (mark->flags & MARK_QUOTED && mark->number.suffix) ||
        (mark->flags & MARK_INSIDE && mark->flags & MARK_COLON)) {
        return true;
    }
    while (next < structure->mark_count && row_of(structure, &structure->marks[next]) != row) {
        next++;
    }
    return next < structure->mark_count && follows(&structure->marks[next], mark);
}

/* Takes away the marks in no row; returns how many without mark-up are left. */
static uint32_t drop_strays(struct structure *structure) {
    struct mark before[ROWS + 1] = {0};
    uint32_t kept = 0, plain = 0;
    for (uint32_t i = 0; i < structure->mark_count; i++) {
        const struct mark mark = structure->marks[i];
        uint32_t row = row_of(structure, &mark);
        bool unstopped = mark.flags & MARK_UNSTOPPED;
        if (unstopped && !counts_up(structure, i, &before[row])) {
            continue;
        }
        before[row] = mark;
        plain += unstopped && !(mark.flags & MARK_HEADING) ? 1 : 0;
        structure->marks[kept++] = mark;
    }
    structure->mark_count = kept;
    return plain;
}

/* Articles that are marked otherwise: the numbers without mark-up are in their text. */
static uint32_t count_others(const struct structure *structure) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < structure->mark_count; i++) {
        const struct mark *mark = &structure->marks[i];
        bool bare = mark->shape == SHAPE_BARE && !(mark->flags & MARK_UNSTOPPED) &&
                    !is_stopless(structure, mark);
        bool unit = mark->shape == SHAPE_UNIT && mark->number.classes &&
                    label_record(structure, mark->label)->kind == PROVISO_ARTICLE;
        count += (bare || unit) && mark->flags & MARK_LINE && !(mark->flags & MARK_WRAPPED) ? 1 : 0;
    }
    return count;
}

void structure_settle_unstopped(struct structure *structure) {
    drop_lists(structure);
    uint32_t plain = drop_strays(structure), kept = 0;
    bool taken = plain == 0 || plain > count_others(structure);
    for (uint32_t i = 0; i < structure->mark_count; i++) {
        struct mark mark = structure->marks[i];
        if (taken || !(mark.flags & MARK_UNSTOPPED) || mark.flags & MARK_HEADING) {
            if (mark.flags & MARK_SENTENCE) {
                mark.flags = (mark.flags & ~(uint32_t)MARK_UNSTOPPED) | MARK_STRONG;
            }
            structure->marks[kept++] = mark;
        }
    }
    structure->mark_count = kept;
}
