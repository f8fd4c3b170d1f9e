/*
 * Reads the entries of a list of definitions. In: a place where a quotation mark opens. Out: a
 * mark numbered by the term, if the term is being defined: “data” means traffic data; “copy”, in
 * relation to a message, includes ...; "network service" and "network service provider" have ...
 */
#include "structure_mark.h"

#define TERM_LIMIT 100 /* characters of a term; longer ones are quotations */
#define CONTINUED 2    /* lines over which it may be broken, behind its first */

static bool is_close(unsigned char code, unsigned char open) {
    return open == VIEW_OPEN ? code == VIEW_CLOSE || code == '"' : code == open;
}

/* The index of the mark that closes the one at `index`, 0 if it is too far or there is none. */
static uint32_t term_end(const struct view *view, uint32_t index) {
    unsigned char open = view->code[index];
    for (uint32_t at = index + 1; at < view->count && at - index < TERM_LIMIT; at++) {
        unsigned char code = view->code[at];
        bool apostrophe = code == VIEW_CLOSE && view_is_word(view->code[at + 1]) &&
                          view_is_word(view->code[at - 1]) && view_is_lower(view->code[at + 1]) &&
                          view->code[at + 1] == 's' && !view_is_word(view->code[at + 2]);
        if (is_close(code, open) && at > index + 1 && !apostrophe) {
            return at;
        }
        if (code == ';' || view_is_opening(code)) {
            return 0;
        }
    }
    return 0;
}

/* After a term: a word such as "means", perhaps behind a comma; or "and" and another term. */
static bool is_defined(const struct structure *structure, const struct view *view, uint32_t index) {
    const struct label_index *labels = &structure->labels;
    uint32_t end = view->at[view->count];
    for (int terms = 0; terms < 4; terms++) {
        uint32_t at = view_skip_space(view, index), after;
        if (view->code[at] == ',') {
            at = view_skip_space(view, at + 1);
        }
        if (label_match(labels, structure->document, view->at[at], end, LABEL_BIT(LABEL_DEFINE),
                        NULL) != DOCUMENT_NONE) {
            return true;
        }
        if (label_match(labels, structure->document, view->at[at], end, LABEL_BIT(LABEL_JOIN),
                        &after) != DOCUMENT_NONE) {
            while (at < view->count && view->at[at] < after) {
                at++;
            }
            at = view_skip_space(view, at);
        }
        uint32_t close = view_is_opening(view->code[at]) ? term_end(view, at) : 0;
        if (!close) {
            return false;
        }
        index = close + 1;
    }
    return false;
}

/* The end of what is written without a blank line from line `number` on: of the next lines as well,
 * for a term that is broken over lines. */
static uint32_t paragraph_end(const struct proviso_document *document, uint32_t number) {
    const struct line *line = &document->lines[number], *last = line + CONTINUED;
    const struct line *end = document->lines + document->line_count;
    while (line < last && line + 1 < end && line_is_law(line + 1) && !line[1].heading) {
        line++;
    }
    return line->end;
}

bool term_read(const struct structure *structure, uint32_t offset, struct mark *mark) {
    struct view view;
    view_read(structure->document, offset, paragraph_end(structure->document, mark->line), &view);
    uint32_t close = view_is_opening(view.code[0]) ? term_end(&view, 0) : 0;
    if (!close || !is_defined(structure, &view, close + 1)) {
        return false;
    }
    uint32_t first = view_skip_space(&view, 1), last = close;
    while (last > first && view.code[last - 1] == ' ') {
        last--;
    }
    mark->shape = SHAPE_TERM;
    mark->number = (struct number){.classes = CLASS_TERM};
    mark->number_start = view.at[first];
    mark->number_end = view.at[last];
    mark->label_start = mark->label_end = mark->after = offset;
    return true;
}
