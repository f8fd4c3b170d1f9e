/*
 * Labels that are broken over lines. In: "CHAPTER" alone on its line, then "IV" and a title, or
 * "PROVISIONS", "ONE:", "GENERAL", as columns come out of a PDF. Out: one mark, Chapter IV, that
 * stands on the line of its number.
 */
#include "structure_mark.h"

enum { LINES = 4, WORD_BYTES = 40 };

static bool is_stop(unsigned char code) {
    return code == ':' || code == '.' || code == '-' || code == VIEW_DASH;
}

/* The line is a number of a unit, perhaps with a stop behind it: "IV", "ONE:". */
static bool read_number(const struct structure *structure, const struct line *line,
                        struct mark *mark) {
    struct view view;
    view_read(structure->document, line->offset, line->end, &view);
    uint32_t first = view_skip_space(&view, 0);
    uint32_t end = number_read_spelt(structure->document->lexicon, &view, first, &mark->number);
    bool unit = mark->number.classes & (CLASS_DIGIT | CLASS_ROMAN_UPPER);
    uint32_t after = view_skip_space(&view, end);
    while (end && (is_stop(view.code[after]) || view.code[after] == ' ')) {
        after++;
    }
    if (!end || !unit || view.code[after] != VIEW_END) {
        return false;
    }
    mark->number_start = view.at[first];
    mark->number_end = mark->label_end = view.at[end];
    mark->after = view.at[after];
    return true;
}

/* A word of the title that has come between: in capitals, or a small one such as "of". */
static bool is_between(const struct proviso_document *document, const struct line *line) {
    uint32_t small = 0, capitals = 0;
    for (uint32_t at = line->offset; at < line->end; at++) {
        unsigned char byte = (unsigned char)document->text.mask[at];
        small += view_is_lower(byte) ? 1u : 0u;
        capitals += view_is_upper(byte) ? 1u : 0u;
        if (view_is_digit(byte)) {
            return false;
        }
    }
    return line->end - line->offset <= WORD_BYTES && (!small || (!capitals && small <= 3));
}

/* A label word in capitals and nothing else. */
static bool is_word_alone(const struct structure *structure, const struct line *line,
                          struct mark *mark) {
    const struct proviso_document *document = structure->document;
    uint32_t start = text_skip(document, line->offset, line->end), after;
    uint32_t end = text_back(document, line->end, start);
    if (end - start < 4 || end - start > WORD_BYTES ||
        !view_is_upper((unsigned char)document->text.mask[start + 1])) {
        return false;
    }
    mark->label = label_match(&structure->labels, document, start, end, LABEL_UNITS, &after);
    mark->label_start = start;
    return mark->label != DOCUMENT_NONE && after == end &&
           document->lexicon->labels[mark->label].number;
}

bool broken_read(const struct structure *structure, uint32_t number, struct mark *mark) {
    const struct proviso_document *document = structure->document;
    const struct line *lines = document->lines;
    struct mark found = *mark;
    if (!is_word_alone(structure, &lines[number], &found)) {
        return false;
    }
    for (uint32_t next = number + 1; next < document->line_count && next <= number + LINES;
         next++) {
        if (!line_is_law(&lines[next])) {
            if (next > number + 1) {
                return false; /* a blank line is in order between the word and its number only */
            }
            continue;
        }
        if (read_number(structure, &lines[next], &found)) {
            found.shape = SHAPE_UNIT;
            found.line = next;
            found.flags |= MARK_CAPITALS | MARK_ALONE;
            *mark = found;
            return true;
        }
        if (!is_between(document, &lines[next])) {
            return false;
        }
    }
    return false;
}
