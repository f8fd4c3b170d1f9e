/*
 * Marks off words that go into another law without quotation marks, as in Canada and New Zealand.
 * In: "Section 7 of the Act is replaced by the following:", then "7 (1) A judge may". Out: the
 * stretch up to the next number of the bill itself, "8" after 7 or "(c)" after (b).
 */
#include "structure_arrange.h"

#define LEAD_BYTES 400 /* of the words that lead to an insertion */
#define BRIEF_BYTES 40 /* of "Repeal the section, substitute:" */
#define GAP 10         /* lines between those words and the first number that is put in */
#define NOTE_LINES 3   /* headings in front of the next number of the bill */
#define NOTE_BYTES 100
#define AHEAD 200 /* marks among which the next number of the bill is looked for */

enum { WORDS_NONE, WORDS_AMEND = 1, WORDS_CITE = 2 };

/* What stands in a line: words of amendment, the number of a provision. */
static uint32_t words_in(const struct structure *structure, const struct line *line) {
    static const uint32_t kinds = LABEL_REFERENCES | LABEL_BIT(LABEL_QUOTE);
    const struct proviso_document *document = structure->document;
    const char *mask = document->text.mask;
    uint32_t end = text_back(document, line->end, line->offset), words = WORDS_NONE;
    for (uint32_t at = line->offset; at < end; at++) {
        uint32_t after = at;
        bool begins = view_is_word((unsigned char)mask[at]) &&
                      (at == line->offset || !view_is_word((unsigned char)mask[at - 1]));
        uint32_t label = begins ? label_match(&structure->labels, document, at, end, kinds, &after)
                                : DOCUMENT_NONE;
        if (label == DOCUMENT_NONE) {
            continue;
        }
        uint32_t next = text_skip(document, after, end);
        bool number = next < end && (view_is_digit((unsigned char)mask[next]) || mask[next] == '(');
        bool quote = label_record(structure, label)->kind == LABEL_QUOTE;
        words |= quote ? WORDS_AMEND : number ? WORDS_CITE : WORDS_NONE;
        at = after - 1;
    }
    return words;
}

/* A line that ends with a colon or dash leads to words that are put in: it says so, and where, or
 * the line of the number does: "2 After section 46", "Insert:". */
static bool leads_to_words(const struct structure *structure, uint32_t number,
                           const struct mark *lead) {
    const struct line *lines = structure->document->lines, *line = &lines[number];
    uint32_t end = text_back(structure->document, line->end, line->offset);
    unsigned char last = text_code_before(structure->document, end, line->offset);
    if ((last != ':' && last != VIEW_DASH) || end - line->offset > LEAD_BYTES) {
        return false;
    }
    uint32_t words = words_in(structure, line);
    if (words == WORDS_AMEND && end - line->offset <= BRIEF_BYTES &&
        lines[lead->line].end - lines[lead->line].offset <= NOTE_BYTES) {
        words |= words_in(structure, &lines[lead->line]);
    }
    return words == (WORDS_AMEND | WORDS_CITE);
}

/* (a), (1), 1. begin a list of amendments, not words that are put in. */
static bool begins_list(const struct mark *mark) {
    const struct number *number = &mark->number;
    return (mark->shape == SHAPE_BARE && number->digits == 1 && !number->minor[0]) ||
           (mark->shape != SHAPE_BARE && mark->shape != SHAPE_UNIT && !number->suffix &&
            (number->digits == 1 || number->letters == 1 || number->roman == 1));
}

/* The last numbers of the bill in front of what is put in. */
struct own {
    const struct mark *section, *lead;
    uint32_t digits, letters, roman; /* (1), (a), (i) of its section, or 0 */
};

/* Takes note of a number of the bill. */
static void note_own(struct own *own, const struct mark *mark) {
    const struct number *number = &mark->number;
    own->lead = mark;
    if (mark->shape == SHAPE_BARE && !number->minor[0]) {
        own->section = mark;
        own->digits = own->letters = own->roman = 0;
    } else if (mark->shape != SHAPE_PAREN) {
        return;
    } else if (number->digits) {
        own->digits = number->digits;
        own->letters = own->roman = 0;
    } else if (number->roman && number->roman == own->roman + 1 &&
               number->letters != own->letters + 1) {
        own->roman = number->roman;
    } else {
        own->letters = number->letters;
        own->roman = 0;
    }
}

/* The mark goes on with the numbers of the bill: with its sections, or with the list that leads to
 * the insertion. */
static bool is_own(const struct structure *structure, const struct mark *mark,
                   const struct own *own) {
    const struct mark *section = own->section, *lead = own->lead;
    if (mark->shape == SHAPE_UNIT) {
        uint32_t kind = label_record(structure, mark->label)->kind;
        return kind == PROVISO_SCHEDULE || mark->flags & MARK_HEADING ||
               (lead->shape == SHAPE_UNIT && mark->label == lead->label &&
                mark->number.digits == lead->number.digits + 1);
    }
    if (mark->shape == SHAPE_BARE && !mark->number.minor[0]) {
        return mark->number.digits == section->number.digits + 1 && !mark->number.suffix;
    }
    const struct number *number = &mark->number;
    return mark->shape == SHAPE_PAREN && !number->suffix &&
           ((own->digits && number->digits == own->digits + 1) ||
            (own->letters && number->letters == own->letters + 1) ||
            (own->roman && number->roman == own->roman + 1));
}

/* The mark at which the bill goes on. What is put in may have that number too: then the later one
 * is the bill's. */
static uint32_t find_end(const struct structure *structure, uint32_t first, const struct own *own) {
    uint32_t limit = structure->mark_count < first + AHEAD ? structure->mark_count : first + AHEAD;
    uint32_t found = first, digits = 0, letters = 0;
    for (; found < limit; found++) {
        const struct mark *mark = &structure->marks[found];
        bool goes_on = mark->shape == SHAPE_PAREN && /* 7 (1), then (2) */
                       ((digits && mark->number.digits == digits + 1) ||
                        (letters && mark->number.letters == letters + 1));
        if (mark->flags & MARK_LINE && !goes_on && is_own(structure, mark, own)) {
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
        bool above = next->shape == SHAPE_BARE ||
                     (next->number.digits && !mark->number.digits); /* (2) after (a) */
        if (above && is_own(structure, next, own)) {
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

/* Regions with quotation marks, then those without: into one row, in the order of the text. */
static bool merge(struct structure *structure, uint32_t quoted) {
    uint32_t count = structure->quote_count, others = count - quoted;
    struct quote_region *all = structure->quotes, *row;
    row = ARENA_ARRAY(structure->document->arena, struct quote_region, others + 1);
    if (!row) {
        return false;
    }
    for (uint32_t i = 0; i < others; i++) {
        row[i] = all[quoted + i];
    }
    while (others) {
        bool later = quoted && all[quoted - 1].start > row[others - 1].start;
        all[--count] = later ? all[--quoted] : row[--others];
    }
    return true;
}

/* The line in front of `first` that leads to words, not before the line of `lead`. */
static uint32_t find_lead(const struct structure *structure, const struct mark *lead,
                          const struct mark *first) {
    const struct proviso_document *document = structure->document;
    uint32_t line = line_last_law(document, first->line);
    while (line != DOCUMENT_NONE && line >= lead->line && line + GAP > first->line) {
        if (leads_to_words(structure, line, lead)) {
            return line;
        }
        line = line_last_law(document, line);
    }
    return DOCUMENT_NONE;
}

static bool begins_quoted(const struct proviso_document *document, const struct line *line) {
    struct view view;
    view_read(document, text_skip(document, line->offset, line->end), line->end, &view);
    return view_is_opening(view.code[0]);
}

bool structure_find_inserted(struct structure *structure) {
    const struct proviso_document *document = structure->document;
    struct own own = {0};
    uint32_t quoted = structure->quote_count, quote = 0;
    for (uint32_t i = 0; i + 1 < structure->mark_count; i++) {
        const struct mark *lead = &structure->marks[i], *first = lead + 1;
        while (quote < quoted && structure->quotes[quote].end <= lead->start) {
            quote++;
        }
        bool inside = quote < quoted && structure->quotes[quote].start <= first->label_start;
        if (inside || lead->flags & MARK_WRAPPED) {
            continue;
        }
        note_own(&own, lead);
        uint32_t line = own.section && first->flags & MARK_LINE && !begins_list(first)
                            ? find_lead(structure, lead, first)
                            : DOCUMENT_NONE;
        uint32_t end = line == DOCUMENT_NONE ? i + 1 : find_end(structure, i + 1, &own);
        if (end == i + 1) {
            continue;
        }
        const struct line *text = &document->lines[line_next_law(document, line)];
        uint32_t stop = end < structure->mark_count
                            ? notes_start(structure, &structure->marks[end], line)
                            : document->text.length;
        bool marked = first->flags & MARK_QUOTED && first->shape != SHAPE_TERM;
        if ((begins_quoted(document, text) && !marked) ||
            (quote < quoted && structure->quotes[quote].start < stop)) {
            continue;
        }
        if (!add_region(structure, text->offset, stop)) {
            return false;
        }
        i = end - 1;
    }
    return merge(structure, quoted);
}
