/*
 * Marks off words that go into another law without quotation marks, as in Canada and New Zealand.
 * In: "Section 7 of the Act is replaced by the following:", then "7 (1) A judge may". Out: the
 * stretch up to the next number of the bill itself, "8" after 7 or "(c)" after (b).
 */
#include "structure_arrange.h"

#define LEAD_BYTES 400 /* of the words that lead to an insertion */
#define NOTE_LINES 3   /* headings in front of the next number of the bill */
#define NOTE_BYTES 100
#define AHEAD 200 /* marks among which the next number of the bill is looked for */

/* Words of amendment and the number of a provision stand in the line, which ends with a colon or
 * dash. */
static bool leads_to_words(const struct structure *structure, const struct line *line) {
    static const uint32_t references =
        LABEL_REFERENCES | LABEL_BIT(PROVISO_PREAMBLE) | LABEL_BIT(LABEL_QUOTE);
    const struct proviso_document *document = structure->document;
    const char *mask = document->text.mask;
    uint32_t end = text_back(document, line->end, line->offset);
    unsigned char last = text_code_before(document, end, line->offset);
    bool amends = false, cited = false;
    if ((last != ':' && last != VIEW_DASH) || end - line->offset > LEAD_BYTES) {
        return false;
    }
    for (uint32_t at = line->offset; at < end; at++) {
        uint32_t after = at;
        bool begins = view_is_word((unsigned char)mask[at]) &&
                      (at == line->offset || !view_is_word((unsigned char)mask[at - 1]));
        uint32_t label =
            begins ? label_match(&structure->labels, document, at, end, references, &after)
                   : DOCUMENT_NONE;
        if (label == DOCUMENT_NONE) {
            continue;
        }
        uint32_t next = text_skip(document, after, end);
        bool quote = label_record(structure, label)->kind == LABEL_QUOTE;
        amends |= quote;
        cited |=
            !quote && next < end && (view_is_digit((unsigned char)mask[next]) || mask[next] == '(');
        at = after - 1;
    }
    return amends && cited;
}

/* (a), (1), 1. begin a list of amendments, not words that are put in. */
static bool begins_list(const struct mark *mark) {
    const struct number *number = &mark->number;
    return (mark->shape == SHAPE_BARE && number->digits == 1 && !number->minor[0]) ||
           (mark->shape != SHAPE_BARE && mark->shape != SHAPE_UNIT && !number->suffix &&
            (number->digits == 1 || number->letters == 1 || number->roman == 1));
}

/* The mark goes on with the numbers of the bill: with its sections, or with the list that leads to
 * the insertion. */
static bool is_own(const struct structure *structure, const struct mark *mark,
                   const struct mark *section, const struct mark *lead) {
    if (mark->shape == SHAPE_UNIT) {
        uint32_t kind = label_record(structure, mark->label)->kind;
        return kind == PROVISO_SCHEDULE || mark->flags & MARK_HEADING ||
               (lead->shape == SHAPE_UNIT && mark->label == lead->label &&
                mark->number.digits == lead->number.digits + 1);
    }
    if (mark->shape == SHAPE_BARE && !mark->number.minor[0]) {
        return mark->number.digits == section->number.digits + 1 && !mark->number.suffix;
    }
    return lead->shape == SHAPE_PAREN && mark->shape == SHAPE_PAREN && !mark->number.suffix &&
           lead->number.classes & mark->number.classes &&
           (mark->number.digits ? mark->number.digits == lead->number.digits + 1
                                : mark->number.letters == lead->number.letters + 1);
}

/* The mark at which the bill goes on. What is put in may have that number too: then the later one
 * is the bill's. */
static uint32_t find_end(const struct structure *structure, uint32_t first,
                         const struct mark *section, const struct mark *lead) {
    uint32_t limit = structure->mark_count < first + AHEAD ? structure->mark_count : first + AHEAD;
    uint32_t found = first, digits = 0, letters = 0;
    for (; found < limit; found++) {
        const struct mark *mark = &structure->marks[found];
        bool goes_on = mark->shape == SHAPE_PAREN && /* 7 (1), then (2) */
                       ((digits && mark->number.digits == digits + 1) ||
                        (letters && mark->number.letters == letters + 1));
        if (mark->flags & MARK_LINE && !goes_on && is_own(structure, mark, section, lead)) {
            break;
        }
        if (goes_on || (mark->shape == SHAPE_PAREN && begins_list(mark))) {
            digits = mark->number.digits ? mark->number.digits : digits;
            letters = mark->number.letters ? mark->number.letters : letters;
        }
    }
    const struct mark *mark = &structure->marks[found];
    for (uint32_t i = first + 1; found == first && i < limit; i++) {
        const struct mark *next = &structure->marks[i];
        if (next->flags & MARK_LINE && next->shape == mark->shape &&
            next->number.digits == mark->number.digits && !next->number.suffix &&
            !next->number.minor[0] && next->number.letters == mark->number.letters) {
            return i;
        }
        if (next->shape == SHAPE_BARE && is_own(structure, next, section, lead)) {
            break;
        }
    }
    return found;
}

/* Where the notes and headings begin that stand in front of the mark. */
static uint32_t notes_start(const struct structure *structure, const struct mark *mark,
                            uint32_t limit) {
    const struct proviso_document *document = structure->document;
    uint32_t start = mark->start, line = mark->line;
    for (uint32_t i = 0; i < NOTE_LINES; i++) {
        line = line_last_law(document, line);
        if (line == DOCUMENT_NONE || line <= limit) {
            break;
        }
        const struct line *note = &document->lines[line];
        uint32_t end = text_back(document, note->end, note->offset);
        unsigned char last = text_code_before(document, end, note->offset);
        bool stopped = last == '.' || last == ';' || last == ':' || last == ',';
        if (!document->lines[line + 1].blank || end - note->offset > NOTE_BYTES ||
            (stopped && !line_is_bold(document, note) && !note->heading)) {
            break;
        }
        start = note->offset;
    }
    return start;
}

static bool add_region(struct structure *structure, uint32_t start, uint32_t end) {
    if (structure->quote_count == structure->quote_capacity) {
        struct quote_region *quotes = array_grow(structure->quotes, &structure->quote_capacity,
                                                 structure->quote_count + 1, sizeof *quotes);
        if (!quotes) {
            return false;
        }
        structure->quotes = quotes;
    }
    structure->quotes[structure->quote_count++] = (struct quote_region){start, end};
    return true;
}

bool structure_find_inserted(struct structure *structure) {
    const struct proviso_document *document = structure->document;
    const struct mark *section = NULL;
    if (structure->quote_count) {
        return true; /* this bill has quotation marks */
    }
    for (uint32_t i = 0; i + 1 < structure->mark_count; i++) {
        const struct mark *lead = &structure->marks[i], *first = lead + 1;
        section = lead->shape == SHAPE_BARE && !lead->number.minor[0] ? lead : section;
        uint32_t line = line_last_law(document, first->line);
        while (line != DOCUMENT_NONE && line >= lead->line &&
               !leads_to_words(structure, &document->lines[line]) &&
               line + NOTE_LINES * 2 > first->line) {
            line = line_last_law(document, line);
        }
        if (!section || line == DOCUMENT_NONE || line < lead->line || !(first->flags & MARK_LINE) ||
            begins_list(first) || !leads_to_words(structure, &document->lines[line])) {
            continue;
        }
        uint32_t end = find_end(structure, i + 1, section, lead);
        if (end == i + 1) {
            continue;
        }
        uint32_t start = document->lines[line_next_law(document, line)].offset;
        uint32_t stop = end < structure->mark_count
                            ? notes_start(structure, &structure->marks[end], line)
                            : document->text.length;
        if (!add_region(structure, start, stop)) {
            return false;
        }
        i = end - 1;
    }
    return true;
}
