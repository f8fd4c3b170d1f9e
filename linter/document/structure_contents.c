/*
 * Marks off tables of contents. In: marks, of which one is "ARRANGEMENT OF CLAUSES" and those after
 * it are entries ("PART I", "3. Unauthorised access to computer material."). Out: the stretch from
 * that heading to where the first entry comes again or the preamble begins.
 */
#include "structure_arrange.h"

#include <string.h>

#define ENTRY_BYTES 120 /* of a line in a table of contents */
#define SEARCHES 16     /* for entries that do not come again */

static bool is_part(const struct structure *structure, const struct mark *mark) {
    return mark->shape == SHAPE_UNIT && mark->flags & MARK_LINE && mark->number.classes &&
           label_record(structure, mark->label)->kind == PROVISO_PART;
}

static bool is_same_label(const struct mark *a, const struct mark *b) {
    return a->shape == b->shape && a->label == b->label && a->number.digits == b->number.digits &&
           a->number.roman == b->number.roman && a->number.letters == b->number.letters &&
           a->number.suffix == b->number.suffix;
}

/* Five dots in a row, or an ellipsis. */
static bool has_dots(const char *start, const char *end) {
    uint32_t run;
    for (const char *at = start; (at = memchr(at, '.', (size_t)(end - at))); at += run) {
        for (run = 1; at + run < end && at[run] == '.'; run++) {
        }
        if (run >= 5) {
            return true;
        }
    }
    for (const char *at = start; (at = memchr(at, '\xE2', (size_t)(end - at))); at++) {
        if (end - at > 2 && at[2] == '\xA6') {
            return true;
        }
    }
    return false;
}

/* "Article 5 Market access ........ 12": dots lead from it to a page number. */
static bool has_leader(const struct structure *structure, uint32_t index) {
    const struct text *text = &structure->document->text;
    const struct mark *mark = &structure->marks[index];
    uint32_t limit = structure->document->lines[mark->line].end;
    if (index + 1 < structure->mark_count && structure->marks[index + 1].start < limit) {
        limit = structure->marks[index + 1].start;
    }
    if (limit > mark->after + 300) {
        limit = mark->after + 300;
    }
    uint32_t first = text_skip(structure->document, mark->label_end, limit);
    if (first < limit && text->mask[first] == '.') {
        return false; /* 12. . . . . . has been repealed */
    }
    uint32_t last = text_back(structure->document, limit, mark->after);
    unsigned char code = text_code_before(structure->document, last, mark->after);
    if (!(mark->flags & MARK_DENSE) && code != '.' && !view_is_digit(code) && code != VIEW_OTHER) {
        return false;
    }
    return mark->after < limit && has_dots(text->mask + mark->after, text->mask + limit);
}

static bool add_region(struct structure *structure, uint32_t start, uint32_t end) {
    if (structure->contents_count == structure->contents_capacity) {
        struct contents_region *contents =
            array_grow(structure->contents, &structure->contents_capacity,
                       structure->contents_count + 1, sizeof *contents);
        if (!contents) {
            return false;
        }
        structure->contents = contents;
    }
    structure->contents[structure->contents_count++] = (struct contents_region){start, end};
    return true;
}

/* The mark at which the law itself begins, after the contents heading at `index`; 0 if none does.
 */
static uint32_t find_law(const struct structure *structure, uint32_t index) {
    uint32_t entry = 0;
    for (uint32_t i = index + 1; i < structure->mark_count; i++) {
        const struct mark *mark = &structure->marks[i];
        if (!(mark->flags & MARK_LINE)) {
            continue;
        }
        if (mark->shape == SHAPE_OPENING && entry) {
            return i;
        }
        if (mark->shape != SHAPE_UNIT && mark->shape != SHAPE_BARE) {
            continue;
        }
        if (!entry) {
            entry = i;
        } else if (is_same_label(mark, &structure->marks[entry])) {
            return i;
        }
    }
    return 0;
}

/* Whether the marks from `first` to `law` are entries: every line between them is as short as a
 * title, there are no subsections, and no part comes twice. */
static bool is_table(const struct structure *structure, uint32_t first, uint32_t law) {
    const struct proviso_document *document = structure->document;
    uint32_t parts = 0;
    for (uint32_t i = first; i < law; i++) {
        const struct mark *mark = &structure->marks[i];
        if (mark->shape != SHAPE_UNIT && mark->shape != SHAPE_BARE) {
            return false;
        }
        parts += is_part(structure, mark) ? 1 : 0;
    }
    for (uint32_t i = structure->marks[first].line; i < structure->marks[law].line; i++) {
        if (document->lines[i].end - document->lines[i].offset > ENTRY_BYTES) {
            return false;
        }
    }
    return parts > 1;
}

/* A table without a heading above it: the first unit of all is a part, and its label comes again
 * behind nothing but entries. */
static bool find_unheaded(struct structure *structure) {
    uint32_t first = 0;
    while (first < structure->mark_count && structure->marks[first].shape != SHAPE_UNIT) {
        if (structure->marks[first].shape == SHAPE_CONTENTS ||
            structure->marks[first].shape == SHAPE_BARE) {
            return true;
        }
        first++;
    }
    if (first == structure->mark_count || !is_part(structure, &structure->marks[first])) {
        return true;
    }
    uint32_t law = first + 1;
    while (law < structure->mark_count &&
           !(structure->marks[law].flags & MARK_LINE &&
             is_same_label(&structure->marks[law], &structure->marks[first]))) {
        law++;
    }
    return law == structure->mark_count || !is_table(structure, first, law) ||
           add_region(structure, structure->marks[first].start, structure->marks[law].start);
}

static bool is_entry(const struct structure *structure, const struct mark *mark) {
    const struct line *line = &structure->document->lines[mark->line];
    return mark->shape == SHAPE_UNIT && mark->flags & MARK_LINE &&
           !(mark->flags & (MARK_QUOTED | MARK_INSIDE | MARK_WRAPPED)) && mark->number.classes &&
           line->end - line->offset <= ENTRY_BYTES &&
           label_record(structure, mark->label)->kind <= PROVISO_ARTICLE;
}

/* Nothing stands between two marks but the rest of a title that was broken. */
static bool is_neighbour(const struct proviso_document *document, const struct mark *mark,
                         const struct mark *next) {
    uint32_t line = line_next_law(document, mark->line);
    if (line < next->line && line_begins_small(document, &document->lines[line])) {
        line = line_next_law(document, line);
    }
    return line == next->line;
}

struct entries {
    uint32_t end;    /* behind the last one that is no part */
    uint32_t second; /* that is no part */
    uint32_t count;  /* of those that are no parts */
    uint32_t seen;   /* behind the last mark that was looked at */
};

/* Entries without text between them that count up. */
static struct entries read_entries(const struct structure *structure, uint32_t first) {
    struct entries entries = {.seen = first};
    uint32_t last = 0;
    for (; entries.seen < structure->mark_count; entries.seen++) {
        const struct mark *mark = &structure->marks[entries.seen];
        bool part = is_part(structure, mark);
        if (!is_entry(structure, mark) || (!part && mark->number.digits <= last) ||
            (entries.seen > first && !is_neighbour(structure->document, mark - 1, mark))) {
            break;
        }
        if (!part) {
            last = mark->number.digits;
            entries.second = ++entries.count == 2 ? entries.seen : entries.second;
            entries.end = entries.seen + 1;
        }
    }
    return entries;
}

static bool comes_again(const struct structure *structure, const struct entries *entries) {
    for (uint32_t i = entries->end; i < structure->mark_count; i++) {
        const struct mark *mark = &structure->marks[i];
        if (mark->flags & MARK_LINE && !(mark->flags & MARK_INSIDE) &&
            is_same_label(mark, &structure->marks[entries->second])) {
            return true;
        }
    }
    return false;
}

/* "The table of contents for this Act is as follows:", then "Sec. 1. Short title." and "Sec. 2.
 * Definitions.", within section 1: entries are no provisions if they come again. */
static void drop_entries(struct structure *structure) {
    uint32_t kept = 0, failed = 0, seen = 0;
    for (uint32_t i = 0; i < structure->mark_count; i++) {
        if (i >= seen && failed < SEARCHES && is_entry(structure, &structure->marks[i])) {
            struct entries entries = read_entries(structure, i);
            seen = entries.seen > i ? entries.seen : i + 1;
            if (entries.count > 2 && comes_again(structure, &entries)) {
                i = seen = entries.end;
                if (i == structure->mark_count) {
                    break;
                }
            } else {
                failed += entries.count > 2 ? 1 : 0;
            }
        }
        structure->marks[kept++] = structure->marks[i];
    }
    structure->mark_count = kept;
}

bool structure_find_contents(struct structure *structure) {
    uint32_t kept = 0;
    if (!find_unheaded(structure)) {
        return false;
    }
    for (uint32_t i = 0; i < structure->mark_count; i++) {
        if (structure->marks[i].shape != SHAPE_CONTENTS) {
            continue;
        }
        uint32_t law = find_law(structure, i);
        if (!law) {
            break; /* nor would it be found from a later one */
        }
        if (law && !add_region(structure, structure->marks[i].start, structure->marks[law].start)) {
            return false;
        }
        i = law ? law - 1 : i;
    }
    for (uint32_t i = 0; i < structure->mark_count;
         i++) { /* entries without a heading above them */
        bool unit =
            structure->marks[i].shape == SHAPE_UNIT || structure->marks[i].shape == SHAPE_BARE;
        if (!unit || !has_leader(structure, i)) {
            structure->marks[kept++] = structure->marks[i];
        }
    }
    structure->mark_count = kept;
    drop_entries(structure);
    return true;
}
