/*
 * Ends what has been placed. In: provisions that know where they begin. Out: where each ends, and
 * the closing words of lists: "shall be guilty of an offence", flush left after "(b) obtains
 * data;", belongs to the paragraph that the list completes, and so does what follows a quoted
 * amendment.
 */
#include "structure_arrange.h"

static bool has_word(const struct proviso_document *document, const struct line *line) {
    for (uint32_t at = line->offset; at < line->end; at++) {
        if (view_is_word((unsigned char)document->text.mask[at])) {
            return true;
        }
    }
    return false;
}

static uint32_t word_length(const struct proviso_document *document, const struct line *line) {
    uint32_t start = text_skip(document, line->offset, line->end), at = start;
    while (at < line->end && (unsigned char)document->text.mask[at] > ' ') {
        at++;
    }
    return at - start;
}

/* A line that had to break: the next word would not have fitted. */
static bool is_full(const struct structure *structure, const struct line *line,
                    const struct line *next) {
    uint32_t widest = structure->traits.widest;
    uint32_t length = line->end - line->offset + 1 + word_length(structure->document, next);
    return structure->traits.wrapped && length * 10 >= widest * 7;
}

/* A point may end with this line, and the next one be a paragraph of its own. */
static bool is_list_end(const struct structure *structure, const struct line *line,
                        const struct line *next) {
    const struct proviso_document *document = structure->document;
    uint32_t end = text_back(document, line->end, line->offset);
    unsigned char code = text_code_before(document, end, line->offset);
    if (code == '.' || code == ';' || code == ':') {
        return true;
    }
    bool may_end = code == ',' || code == VIEW_CLOSE ||
                   label_match_before(&structure->labels, document, end, line->offset,
                                      LABEL_BIT(LABEL_JOIN)) != DOCUMENT_NONE;
    return may_end && !is_full(structure, line, next);
}

/* "; or" stands in front of the last point of a list, which begins in `line`. */
static bool is_last_point(const struct structure *structure, const struct provision *point,
                          uint32_t line) {
    const struct proviso_document *document = structure->document;
    uint32_t before = line ? line - 1 : 0;
    while (before > 0 && !line_is_law(&document->lines[before])) {
        before--;
    }
    uint32_t limit = document->lines[before].offset;
    uint32_t end = text_back(document, point->start, limit);
    return label_match_before(&structure->labels, document, end, limit, LABEL_BIT(LABEL_JOIN)) !=
           DOCUMENT_NONE;
}

static uint32_t indent_of(const struct text *text, const struct line *line) {
    uint32_t at = line->offset;
    while (at < line->end && (text->bytes[at] == ' ' || text->bytes[at] == '\t')) {
        at++;
    }
    return at - line->offset;
}

static uint32_t line_of(const struct proviso_document *document, uint32_t offset, uint32_t from) {
    while (from + 1 < document->line_count && document->lines[from + 1].offset <= offset) {
        from++;
    }
    return from;
}

/* Where the closing words after a point begin, or its end: a paragraph of its own behind a stop. */
static uint32_t find_tail(const struct structure *structure, const struct provision *point,
                          uint32_t line) {
    const struct proviso_document *document = structure->document;
    const struct line *lines = document->lines;
    uint32_t indent = indent_of(&document->text, &lines[line]), previous = line;
    bool text = text_skip(document, point->body, lines[line].end) < lines[line].end;
    bool last = is_last_point(structure, point, line);
    for (uint32_t next = line + 1;
         next < document->line_count && lines[next].offset < point->finish; next++) {
        if (!line_is_law(&lines[next]) || !has_word(document, &lines[next])) {
            continue;
        }
        if (text && !lines[next].heading &&
            (is_list_end(structure, &lines[previous], &lines[next]) ||
             (last && next > previous + 1)) &&
            indent_of(&document->text, &lines[next]) <= indent) {
            return lines[next].offset;
        }
        text = true;
        previous = next;
    }
    return point->finish;
}

/* The outermost provision that ends here and whose list this point closes; DOCUMENT_NONE if none.
 */
static uint32_t find_owner(const struct structure *structure, uint32_t index, uint32_t outside) {
    const struct provision *all = structure->provisions;
    uint32_t owner = DOCUMENT_NONE, next = index + 1;
    for (uint32_t i = index; all[i].kind == PROVISO_POINT; i = all[i].parent) {
        uint32_t parent = all[i].parent;
        if (parent == 0 || all[parent].end > next || parent == outside) {
            break;
        }
        if ((all[parent].flags ^ all[i].flags) & PROVISION_QUOTED) {
            break;
        }
        owner = parent;
    }
    return owner;
}

static void end_at(struct structure *structure, uint32_t index, uint32_t owner, uint32_t tail) {
    struct provision *all = structure->provisions;
    for (uint32_t i = index; i != owner; i = all[i].parent) {
        all[i].finish = tail;
        all[i].tail = all[i].tail > tail ? tail : all[i].tail;
    }
    all[owner].tail = tail;
    all[owner].flags |= PROVISION_HAS_TAIL;
}

/* After the closing quotation mark the amending provision goes on: "; and". */
static void end_quotation(struct structure *structure, uint32_t index, uint32_t region_end,
                          uint32_t line_end) {
    const struct proviso_document *document = structure->document;
    const struct provision *all = structure->provisions;
    uint32_t owner = index, at = region_end;
    while (all[owner].flags & PROVISION_QUOTED) {
        if (all[owner].end > index + 1) {
            return; /* the quotation goes on */
        }
        owner = all[owner].parent;
    }
    bool words = false;
    for (; at < all[index].finish && at < line_end && !words; at++) {
        words = view_is_word((unsigned char)document->text.mask[at]);
    }
    if (owner && words && all[owner].end == index + 1) {
        end_at(structure, index, owner, region_end);
    }
}

static void set_spans(struct structure *structure) {
    struct provision *all = structure->provisions;
    uint32_t length = structure->document->text.length;
    for (uint32_t i = 0; i < structure->count; i++) {
        uint32_t parent_end = i ? all[all[i].parent].finish : length;
        bool last = all[i].end >= structure->count || (i && all[i].end >= all[all[i].parent].end);
        all[i].finish = last ? parent_end : all[all[i].end].start;
        all[i].tail = all[i].finish;
    }
}

static uint32_t at_most(uint32_t offset, uint32_t limit) {
    return offset < limit ? offset : limit;
}

/* A heading may run past the end of the provision or into the first one inside, as when a quotation
 * ends within its line. */
static void keep_inside(struct provision *provision, uint32_t inside) {
    uint32_t limit = at_most(provision->tail, inside);
    provision->label_end = at_most(provision->label_end, limit);
    provision->label_start = at_most(provision->label_start, provision->label_end);
    provision->heading_end = at_most(provision->heading_end, limit);
    provision->heading_start = at_most(provision->heading_start, provision->heading_end);
    provision->body = at_most(provision->body, limit);
}

/* "; and" ends a point in front of another: all of them together. */
static void note_joined(struct structure *structure, uint32_t point) {
    struct provision *all = structure->provisions, *parent = &all[all[point].parent];
    if (all[point].kind != PROVISO_POINT || all[point].end >= parent->end) {
        return;
    }
    uint32_t label = label_match_before(&structure->labels, structure->document, all[point].finish,
                                        all[point].start, LABEL_BIT(LABEL_JOIN));
    if (label != DOCUMENT_NONE && structure->document->lexicon->labels[label].rank == 1) {
        parent->flags |= PROVISION_JOINED;
    }
}

void structure_finish(struct structure *structure) {
    struct provision *all = structure->provisions;
    uint32_t line = 0, quote = 0;
    set_spans(structure);
    for (uint32_t i = 1; i < structure->count; i++) {
        line = line_of(structure->document, all[i].label_start, line);
        if (all[i].end != i + 1) {
            continue; /* what stands inside decides */
        }
        while (quote < structure->quote_count && structure->quotes[quote].end <= all[i].start) {
            quote++;
        }
        bool quoted = all[i].flags & PROVISION_QUOTED && quote < structure->quote_count;
        uint32_t region_end = quoted ? structure->quotes[quote].end : DOCUMENT_NONE;
        if (quoted && region_end < all[i].finish) {
            uint32_t last = line_of(structure->document, region_end, line);
            end_quotation(structure, i, region_end, structure->document->lines[last].end);
        }
        if (all[i].kind == PROVISO_POINT && all[i].end < structure->count + 1) {
            uint32_t owner = find_owner(structure, i, DOCUMENT_NONE);
            uint32_t tail =
                owner == DOCUMENT_NONE ? all[i].finish : find_tail(structure, &all[i], line);
            if (tail < all[i].finish) {
                end_at(structure, i, owner, tail);
            }
        }
    }
    for (uint32_t i = 0; i < structure->count; i++) {
        keep_inside(&all[i], all[i].end > i + 1 ? all[i + 1].start : all[i].finish);
        note_joined(structure, i);
    }
}
