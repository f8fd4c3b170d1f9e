/*
 * Where notes may stand. In: the lines of a draft, such as a list of points, a table of offences, a
 * fence. Out: for each line the next line end at which a note tears nothing apart, and how far it
 * is indented so that "   - (b) data" after it still belongs to the list of "1. Each Party".
 */
#include "seam.h"

#include "place.h"

#include <string.h>

enum { LIST_DEPTH = 32, LONG_PROVISION = 2500 };

/* The list containers that a line stands in: columns at which their contents begin. */
struct lists {
    uint32_t content[LIST_DEPTH];
    uint32_t depth;
};

static uint32_t indent_of(const char *line, uint32_t length, uint32_t *column) {
    uint32_t at = 0;
    for (*column = 0; at < length && (line[at] == ' ' || line[at] == '\t'); at++) {
        *column += line[at] == '\t' ? 4 - *column % 4 : 1;
    }
    return at;
}

/* Bytes of a list marker, "-" or "12.", or 0. */
static uint32_t marker_length(const char *line, uint32_t length) {
    uint32_t at = 0;
    if (length && (line[0] == '-' || line[0] == '*' || line[0] == '+')) {
        at = 1;
    } else {
        while (at < length && at < 9 && line[at] >= '0' && line[at] <= '9') {
            at++;
        }
        at = at && at < length && (line[at] == '.' || line[at] == ')') ? at + 1 : 0;
    }
    return at && (at == length || line[at] == ' ' || line[at] == '\t') ? at : 0;
}

/* A number other than 1 begins no list in the middle of a paragraph. */
static bool interrupts(const char *marker, uint32_t length) {
    return marker[0] < '0' || marker[0] > '9' || (length == 2 && marker[0] == '1');
}

/* Leaves the lists that the line has left and enters those whose marker it bears. `lazy` lines may
 * go on with the paragraph of a list without its indent. */
static void follow_lists(struct lists *lists, const char *line, uint32_t length, bool lazy) {
    uint32_t column, gap, at = indent_of(line, length, &column), before = lists->depth;
    uint32_t marker = marker_length(line + at, length - at);
    while ((marker || !lazy) && lists->depth && column < lists->content[lists->depth - 1]) {
        lists->depth--;
    }
    if (marker && lazy && lists->depth == before && !interrupts(line + at, marker)) {
        return;
    }
    uint32_t container = lists->depth ? lists->content[lists->depth - 1] : 0;
    while (marker && lists->depth < LIST_DEPTH && column < container + 4) {
        uint32_t blanks = indent_of(line + at + marker, length - at - marker, &gap);
        bool bare = at + marker + blanks == length || gap > 4;
        container = column + marker + (bare ? 1 : gap);
        lists->content[lists->depth++] = container;
        at += marker + blanks;
        column = container;
        marker = bare ? 0 : marker_length(line + at, length - at);
    }
}

static bool has_pipe(const char *line, uint32_t length) {
    return memchr(line, '|', length) != NULL || (length > 2 && line[0] == '+' && line[1] == '-');
}

static bool is_underline(const char *line, uint32_t length) {
    uint32_t column, at = indent_of(line, length, &column), start = at;
    while (at < length && (line[at] == '=' || line[at] == '-') && line[at] == line[start]) {
        at++;
    }
    uint32_t end = at;
    while (at < length && (line[at] == ' ' || line[at] == '\t')) {
        at++;
    }
    return end > start && at == length;
}

/* Whether a note between these two lines would change how the second one is read. */
static bool tears(const struct proviso_document *document, const char *text, uint32_t line,
                  uint32_t container) {
    const struct line *here = &document->lines[line], *next = here + 1;
    if (here->plain && next->plain) {
        return true;
    }
    if (here->blank || next->blank) {
        return false;
    }
    const char *first = text + here->offset;
    const char *second = text + next->offset;
    uint32_t length = next->end - next->offset, column, at = indent_of(second, length, &column);
    bool lazy = column < container && !next->heading && !marker_length(second + at, length - at);
    return is_underline(second, length) || column >= container + 4 || lazy || second[at] == '[' ||
           (has_pipe(first, here->end - here->offset) && has_pipe(second, length));
}

struct seam *seams_find(struct arena *arena, const struct proviso_document *document,
                        const char *text) {
    uint32_t count = document->line_count;
    struct seam *seams = ARENA_ARRAY(arena, struct seam, count ? count : 1);
    struct lists lists = {.depth = 0};
    for (uint32_t i = 0; seams && i < count; i++) {
        const struct line *line = &document->lines[i];
        seams[i].next = i;
        if (!text) {
            continue;
        }
        if (!line->blank && !line->plain) {
            follow_lists(&lists, text + line->offset, line->end - line->offset,
                         i > 0 && !line[-1].blank && !line[-1].heading && !line->heading);
        }
        seams[i].indent = lists.depth ? lists.content[lists.depth - 1] : 0;
        if (i + 1 < count && tears(document, text, i, seams[i].indent)) {
            seams[i].next = DOCUMENT_NONE;
        }
    }
    for (uint32_t i = count; seams && i-- > 0;) { /* the last line never tears */
        bool goes_on = i + 1 < count && !document->lines[i].blank && !document->lines[i + 1].blank;
        seams[i].last = goes_on ? seams[i + 1].last : i;
        if (seams[i].next == DOCUMENT_NONE) {
            seams[i].next = seams[i + 1].next;
        }
    }
    return seams;
}

uint32_t seam_line(const struct seam *seams, const struct proviso_document *document,
                   uint32_t index, uint32_t offset) {
    const struct provision *provision = &document->provisions[index];
    uint32_t first = place_line(document, offset), end = provision->finish;
    bool inside = provision->end > index + 1 && document->provisions[index + 1].start > offset;
    bool holds_articles = provision->kind == PROVISO_DOCUMENT || provision->kind == PROVISO_PART ||
                          provision->kind == PROVISO_SCHEDULE;
    if (provision->finish - provision->start > LONG_PROVISION || holds_articles) {
        end = inside ? document->provisions[index + 1].start : end;
        uint32_t last = document->lines[seams[first].last].end;
        end = last < end ? last : end;
    }
    uint32_t line = end > offset ? place_line(document, end - 1) : first;
    while (line > first && document->lines[line].blank) {
        line--;
    }
    return line;
}

static bool is_fence(const struct proviso_document *document, uint32_t line, const char *fence) {
    const struct line *at = &document->lines[line];
    const struct text *text = &document->text;
    uint32_t start = at->offset, end = at->end;
    if (line == 0 && end - start >= 3 && text_has(text, start, "\xEF\xBB\xBF", 3)) {
        start += 3;
    }
    while (end - start > 3 &&
           (text_byte(text, end - 1) == ' ' || text_byte(text, end - 1) == '\t')) {
        end--;
    }
    return end - start == 3 && text_has(text, start, fence, 3);
}

uint32_t seam_front_matter(const struct proviso_document *document) {
    const char *fence = "---";
    if (!document->line_count || !document->lines[0].plain) {
        return DOCUMENT_NONE;
    }
    if (!is_fence(document, 0, fence)) {
        fence = "+++";
    }
    if (!is_fence(document, 0, fence)) {
        return DOCUMENT_NONE;
    }
    for (uint32_t i = 1; i < document->line_count && document->lines[i].plain; i++) {
        if (is_fence(document, i, fence) || is_fence(document, i, "...")) {
            return i;
        }
    }
    return DOCUMENT_NONE;
}
