/*
 * Marks off words that an amending bill puts into another law. In: "The principal Act is amended by
 * inserting after section 5 the following sections: “5A. (1) ... (2) ...”." Out: the stretch from
 * quotation mark to quotation mark, so that 5A is a provision inside the section that inserts it.
 */
#include "byte_bits.h"
#include "structure_arrange.h"
#include "structure_mark.h"

#include <string.h>

#define INTRODUCTION 300 /* bytes before a quotation in which the amending words are looked for */

struct quote_scan {
    struct structure *structure;
    const struct line *line;
    enum quote_kind open; /* of the region, SIGN_NONE outside */
    uint32_t start, depth;
    bool in_heading; /* the region began in a heading */
    bool memory;
    uint32_t sign; /* the next of structure->signs */
};

/* A full stop and a capital, bracket or number: a sentence ends at `offset`. */
static bool is_sentence_end(const struct proviso_document *document, uint32_t offset,
                            uint32_t limit) {
    const char *mask = document->text.mask;
    if (mask[offset] != '.' || offset + 1 >= limit || (unsigned char)mask[offset + 1] > ' ') {
        return false;
    }
    uint32_t next = text_skip(document, offset + 1, limit);
    unsigned char byte = next < limit ? (unsigned char)mask[next] : ' ';
    return view_is_upper(byte) || view_is_digit(byte) || byte == '(';
}

/* Where the sentence begins that holds the byte before `offset`, not before `limit`. */
static uint32_t sentence_start(const struct proviso_document *document, uint32_t limit,
                               uint32_t offset) {
    const char *mask = document->text.mask;
    uint32_t start = limit;
    const char *stop = mask + limit;
    while ((stop = memchr(stop, '.', (size_t)(mask + offset - stop)))) {
        uint32_t at = (uint32_t)(stop++ - mask);
        start = is_sentence_end(document, at, offset) ? at : start;
    }
    return start;
}

/* "inserting", "the following" ... stand before `offset`, in the same sentence. */
static bool is_introduced(const struct structure *structure, uint32_t offset) {
    static const uint32_t kinds = LABEL_BIT(LABEL_QUOTE);
    const struct proviso_document *document = structure->document;
    uint32_t limit = offset > INTRODUCTION ? offset - INTRODUCTION : 0;
    uint32_t start = sentence_start(document, limit, offset);
    struct byte_bits bits;
    byte_bits_fill(&bits, document->text.mask + start, offset - start);
    uint64_t before = 1; /* a word may go on at the start */
    for (uint32_t at = 0; at < offset - start; at += 64) {
        uint64_t letters = ~bits.others[at / 64];
        uint64_t words = letters & ~(letters << 1 | before);
        before = letters >> 63;
        for (; words; words &= words - 1) {
            uint32_t word = start + at + (uint32_t)__builtin_ctzll(words);
            if (label_may_stand(&structure->labels, document->text.mask + word, kinds) &&
                !view_is_word(text_code_before(document, word, limit)) &&
                label_match(&structure->labels, document, word, offset, kinds, NULL) !=
                    DOCUMENT_NONE) {
                return true;
            }
        }
    }
    return false;
}

/* Nothing but blanks, hashes, bullets and emphasis stand before it on its line. */
static bool is_line_start(const struct quote_scan *scan, uint32_t offset) {
    const char *mask = scan->structure->document->text.mask;
    uint32_t at = text_back(scan->structure->document, offset, scan->line->offset);
    while (at > scan->line->offset && (mask[at - 1] == '#' || mask[at - 1] == '>')) {
        at = text_back(scan->structure->document, at - 1, scan->line->offset);
    }
    return at == scan->line->offset;
}

static void add_region(struct quote_scan *scan, uint32_t end) {
    struct structure *structure = scan->structure;
    if (structure->quote_count == structure->quote_capacity) {
        struct quote_region *quotes = array_grow(structure->quotes, &structure->quote_capacity,
                                                 structure->quote_count + 1, sizeof *quotes);
        if (!quotes) {
            scan->memory = false;
            return;
        }
        structure->quotes = quotes;
    }
    structure->quotes[structure->quote_count++] = (struct quote_region){scan->start, end};
    scan->open = SIGN_NONE;
}

/* Behind the sign nothing follows but stops, "and", or the end of the line. */
static bool ends_well(const struct quote_scan *scan, uint32_t after) {
    const struct proviso_document *document = scan->structure->document;
    uint32_t at = text_skip(document, after, scan->line->end);
    if (at >= scan->line->end) {
        return true;
    }
    unsigned char byte = (unsigned char)document->text.mask[at];
    return byte == '.' || byte == ';' || byte == ',' || byte == ']' ||
           label_match(&scan->structure->labels, document, at, scan->line->end,
                       LABEL_BIT(LABEL_JOIN), NULL) != DOCUMENT_NONE;
}

static bool is_after_stop(const struct quote_scan *scan, uint32_t offset) {
    const struct proviso_document *document = scan->structure->document;
    unsigned char code = text_code_before(document, text_back(document, offset, scan->line->offset),
                                          scan->line->offset);
    return code == '.' || code == ';' || code == ':' || code == ',';
}

/* How the line before ends: the end of a sentence announces no quotation. */
static enum mark_context context_before_line(const struct quote_scan *scan) {
    const struct structure *structure = scan->structure;
    const struct line *lines = structure->document->lines, *line = scan->line;
    while (line > lines && !line_is_law(line - 1)) {
        line--;
    }
    return line > lines ? mark_context(structure, line[-1].end, line[-1].offset) : CONTEXT_STRONG;
}

/* “data” means: an entry of a list. */
static bool is_definition(const struct quote_scan *scan, uint32_t offset) {
    uint32_t number = (uint32_t)(scan->line - scan->structure->document->lines);
    struct mark mark = {.line = number, .label = DOCUMENT_NONE};
    return term_read(scan->structure, offset, &mark);
}

static void try_open(struct quote_scan *scan, uint32_t offset, struct quote_sign sign) {
    if (!sign.opens) {
        return;
    }
    bool first = is_line_start(scan, offset);
    enum mark_context line_before = first ? context_before_line(scan) : CONTEXT_COLON;
    if (line_before == CONTEXT_STRONG ||
        (line_before != CONTEXT_COLON && is_definition(scan, offset))) {
        return;
    }
    if (!first) {
        enum mark_context context = mark_context(scan->structure, offset, scan->line->offset);
        if (context != CONTEXT_COLON && context != CONTEXT_WEAK) {
            return;
        }
    }
    if (!is_introduced(scan->structure, offset)) {
        return;
    }
    scan->open = sign.kind;
    scan->start = first ? scan->line->offset : offset;
    scan->depth = 0;
    scan->in_heading = scan->line->heading;
}

/* “(D) at the start of a line: American bills open every paragraph of a quotation anew. */
static bool is_opened_anew(const struct quote_scan *scan, uint32_t offset, struct quote_sign sign) {
    struct view view;
    struct mark mark = {.label = DOCUMENT_NONE};
    uint32_t after;
    if (!is_line_start(scan, offset)) {
        return false;
    }
    view_read(scan->structure->document, offset + sign.length,
              offset + sign.length + 40 < scan->line->end ? offset + sign.length + 40
                                                          : scan->line->end,
              &view);
    return item_read(scan->structure, &view, view_skip_space(&view, 0), &mark, &after) ||
           unit_read(scan->structure, &view, view_skip_space(&view, 0), &mark, &after);
}

static void try_close(struct quote_scan *scan, uint32_t offset, struct quote_sign sign) {
    bool same = sign.kind == scan->open || (scan->open == SIGN_TEX && sign.kind == SIGN_STRAIGHT);
    if (!same) {
        return;
    }
    uint32_t after = offset + sign.length;
    if (scan->open == SIGN_DOUBLE || scan->open == SIGN_ANGLE) {
        if (sign.opens) {
            scan->depth += is_opened_anew(scan, offset, sign) ? 0 : 1;
            return;
        }
        bool final = is_after_stop(scan, offset) && ends_well(scan, after);
        if (scan->depth && !final) {
            scan->depth--;
            return;
        }
        add_region(scan, after);
        return;
    }
    if (sign.closes && ends_well(scan, after) &&
        (scan->open != SIGN_SINGLE || is_after_stop(scan, offset))) {
        add_region(scan, after);
    }
}

static void scan_line(struct quote_scan *scan) {
    const char *mask = scan->structure->document->text.mask;
    uint32_t offset = scan->line->offset, end = scan->line->end;
    const struct structure *structure = scan->structure;
    for (; scan->sign < structure->sign_count && structure->signs[scan->sign] < end && scan->memory;
         scan->sign++) {
        if (structure->signs[scan->sign] < offset) {
            continue;
        }
        offset = structure->signs[scan->sign];
        struct quote_sign sign = quote_sign_at(mask, offset, end);
        if (sign.kind == SIGN_NONE) {
            offset++;
            continue;
        }
        if (scan->open == SIGN_NONE) {
            try_open(scan, offset, sign);
        } else {
            try_close(scan, offset, sign);
        }
        offset += sign.length;
    }
}

/* Block quotes of Markdown after amending words: from the first to the last line behind ">". */
static uint32_t scan_block(struct quote_scan *scan, uint32_t number) {
    const struct proviso_document *document = scan->structure->document;
    uint32_t last = number;
    while (last + 1 < document->line_count && document->lines[last + 1].quote) {
        last++;
    }
    scan->start = document->lines[number].offset;
    if (is_introduced(scan->structure, scan->start)) {
        add_region(scan, document->lines[last].end);
    }
    return last;
}

/* A numbered heading of Markdown is the bill's own: a quotation still open there was never closed.
 */
static bool is_own_heading(const struct structure *structure, const struct line *line,
                           uint32_t *mark) {
    while (*mark < structure->mark_count && structure->marks[*mark].start < line->offset) {
        ++*mark;
    }
    return line->heading && *mark < structure->mark_count &&
           structure->marks[*mark].start == line->offset &&
           !(structure->marks[*mark].flags & MARK_QUOTED);
}

/* "insert a new article reading ARTICLE 6 bis": without quotation marks, up to the next unit. */
static void find_unmarked(struct quote_scan *scan) {
    const struct structure *structure = scan->structure;
    for (uint32_t i = 0; i < structure->mark_count && scan->memory; i++) {
        const struct mark *mark = &structure->marks[i];
        if (mark->shape != SHAPE_UNIT || !(mark->flags & MARK_DENSE) ||
            label_match_before(&structure->labels, structure->document, mark->start,
                               structure->document->lines[mark->line].offset,
                               LABEL_BIT(LABEL_QUOTE)) == DOCUMENT_NONE) {
            continue;
        }
        uint32_t next = i + 1;
        while (next < structure->mark_count && (structure->marks[next].shape != SHAPE_UNIT ||
                                                structure->marks[next].flags & MARK_WRAPPED)) {
            next++;
        }
        scan->start = mark->start;
        add_region(scan, next < structure->mark_count ? structure->marks[next].start
                                                      : structure->document->text.length);
        i = next - 1;
    }
}

bool structure_find_quotes(struct structure *structure) {
    const struct proviso_document *document = structure->document;
    struct quote_scan scan = {.structure = structure, .memory = true};
    uint32_t mark = 0;
    for (uint32_t i = 0; i < document->line_count && scan.memory; i++) {
        scan.line = &document->lines[i];
        if (!line_is_law(scan.line)) {
            continue;
        }
        if (scan.line->quote && scan.open == SIGN_NONE) {
            i = scan_block(&scan, i);
            continue;
        }
        if (scan.open != SIGN_NONE && !scan.in_heading &&
            is_own_heading(structure, scan.line, &mark)) {
            add_region(&scan, scan.line->offset);
        }
        scan_line(&scan);
    }
    if (scan.memory && structure->quote_count == 0 && !structure->traits.lines) {
        find_unmarked(&scan);
    }
    return scan.memory;
}
