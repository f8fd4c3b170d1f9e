/*
 * Makes provisions of headings that have no number. In: "## Powers of search" in a draft that
 * numbers nothing but paragraphs, or "# Unlawful on-line content-(1)", whose 34 was lost between 33
 * and 35. Out: "Powers of search" as an article, cited by its heading; headings with headings below
 * them are parts.
 */
#include "structure_arrange.h"

#include <string.h>

#define TITLE_LETTERS 4 /* shorter ones are debris */

struct title {
    uint32_t line, start, end; /* of its text, without emphasis and blanks */
    uint32_t level;
};

static bool read_title(const struct arrange *arrange, uint32_t line, struct title *title) {
    const struct proviso_document *document = arrange->structure->document;
    const struct line *at = &document->lines[line];
    if (!at->heading || !line_is_law(at)) {
        return false;
    }
    uint32_t start = text_skip(document, at->offset, at->end), letters = 0;
    uint32_t end = text_back(document, at->end, start);
    for (uint32_t i = start; i < end; i++) {
        unsigned char byte = (unsigned char)document->text.mask[i];
        letters += (view_is_word(byte) && !view_is_digit(byte)) || byte >= 0x80 ? 1 : 0;
    }
    unsigned char first = start < end ? (unsigned char)document->text.mask[start] : ' ';
    *title = (struct title){line, start, end, at->heading};
    return letters >= TITLE_LETTERS && (view_is_upper(first) || first >= 0x80 || first == '"');
}

/* A deeper heading follows: this one heads a part. */
static bool has_deeper(const struct arrange *arrange, const struct title *title) {
    const struct proviso_document *document = arrange->structure->document;
    struct title next;
    for (uint32_t line = title->line + 1; line < document->line_count; line++) {
        if (read_title(arrange, line, &next)) {
            return next.level > title->level;
        }
    }
    return false;
}

static void place_title(struct arrange *arrange, const struct title *title, uint32_t label,
                        uint32_t text_end, bool part) {
    const struct proviso_document *document = arrange->structure->document;
    const struct line *line = &document->lines[title->line];
    uint32_t rest = text_end;
    while (text_end > title->start && strchr("-.: ", document->text.mask[text_end - 1])) {
        text_end--;
    }
    struct mark mark = {.start = line->offset, .line = title->line, .label = label};
    mark.shape = SHAPE_TITLE;
    mark.flags = MARK_LINE | MARK_HEADING;
    mark.label_start = mark.label_end = mark.number_start = title->start;
    mark.number_end = text_end;
    mark.after = rest < title->end ? rest : line->end;
    arrange_note_unit(arrange, &mark);
    uint32_t depth = arrange_part_depth(arrange);
    while (depth > 1 && arrange->levels[depth - 1].shape == SHAPE_TITLE &&
           arrange->levels[depth - 1].value >= title->level) {
        depth--;
    }
    arrange_close(arrange, depth);
    struct provision *provision =
        arrange_open(arrange, &mark, part ? PROVISO_PART : PROVISO_ARTICLE, 0);
    if (provision) {
        level_top(arrange)->value = title->level;
        arrange->articles += part ? 0 : 1;
        provision->heading_start = title->start;
        provision->heading_end = text_end;
    }
}

/* The heading of a section whose number was lost: at the level of the others, where one is missing.
 */
static bool is_lost_section(struct arrange *arrange, const struct title *title) {
    const struct structure *structure = arrange->structure;
    const struct level *last = &arrange->last[0];
    uint32_t next = arrange_next_heading(arrange);
    return structure->traits.headed && !arrange->quoted_depth && last->value &&
           last->label == structure->labels.name_of_sections && next > last->value + 1 &&
           arrange->article_level == title->level;
}

static bool is_taken(const struct arrange *arrange, const struct title *title) {
    const struct structure *structure = arrange->structure;
    const struct provision *last = &structure->provisions[structure->count - 1];
    bool contents =
        arrange->contents && title->start < structure->contents[arrange->contents - 1].end;
    return contents || (structure->count > 1 && title->start < last->body);
}

/* The next law line after the heading is the number that it belongs to: "# Power to investigate",
 * then "27. Only an authorized officer". */
static bool heads_mark(const struct arrange *arrange, const struct title *title) {
    const struct structure *structure = arrange->structure;
    if (arrange->mark >= structure->mark_count) {
        return false;
    }
    const struct mark *mark = &structure->marks[arrange->mark];
    bool bare = mark->shape == SHAPE_BARE && mark->flags & MARK_LINE;
    uint32_t line = title->line + 1;
    while (line < mark->line && !line_is_law(&structure->document->lines[line])) {
        line++;
    }
    return bare && line == mark->line &&
           (!(mark->flags & MARK_HEADING) || mark->flags & MARK_ALONE);
}

void arrange_titles(struct arrange *arrange, uint32_t limit) {
    const struct structure *structure = arrange->structure;
    const struct structure_traits *traits = &structure->traits;
    if (!traits->titled && !traits->headed) {
        return;
    }
    for (; arrange->title_line < limit; arrange->title_line++) {
        struct title title;
        if (!read_title(arrange, arrange->title_line, &title) || is_taken(arrange, &title)) {
            continue;
        }
        const struct mark *mark =
            arrange->mark < structure->mark_count ? &structure->marks[arrange->mark] : NULL;
        bool shared = mark && mark->line == title.line; /* Unlawful on-line content-(1) */
        uint32_t end =
            shared ? text_back(structure->document, mark->label_start, title.start) : title.end;
        if (traits->titled && !heading_is_first(structure->document, title.line)) {
            place_title(arrange, &title, DOCUMENT_NONE, end, has_deeper(arrange, &title));
        } else if (traits->headed && !heads_mark(arrange, &title) &&
                   is_lost_section(arrange, &title)) {
            place_title(arrange, &title, structure->labels.name_of_sections, end, false);
        }
    }
}
