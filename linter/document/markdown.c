/*
 * Links, tags, entities and code spans as Markdown has them. In: a paragraph with `[`, `<` or `&`
 * in it, such as "[Article 2](../2.md) applies". Out: what md4c does not hand back as text is blank
 * in the mask. md4c sees one paragraph at a time, because lines, quotations and fences are known by
 * now; where a paragraph is so full of marks that its time would grow with the square of them,
 * inline.c reads it alone.
 */
#include "mask.h"

#include <md4c.h>
#include <string.h>

/* So many marks are read in any paragraph, and in a short one as many as there is room for. */
enum { MARKS_ALWAYS = 64, MARKS_BYTES = 1 << 18 };

/* What begins a link, a tag or an entity. */
static const char first_marks[] = {'[', '<', '&'};
enum { FIRST_MARKS = sizeof first_marks };

struct gap {
    uint32_t start, end;
};

struct parse {
    struct masking *masking;
    const char *paragraph;
    uint32_t start, end;        /* of the paragraph in the text */
    uint32_t reached;           /* the end of the last text */
    uint32_t next[FIRST_MARKS]; /* where each of them stands next */
    struct gap *gaps;           /* what lies between one text and the next */
    uint32_t gap_count, gap_capacity;
    uint32_t tangled, tangled_line; /* paragraphs that were not handed to md4c, and the first */
    bool backwards, failed;
};

static int ignore_block(MD_BLOCKTYPE type, void *detail, void *context) {
    (void)type, (void)detail, (void)context;
    return 0;
}

static int ignore_span(MD_SPANTYPE type, void *detail, void *context) {
    (void)type, (void)detail, (void)context;
    return 0;
}

static bool is_space(const char *bytes, uint32_t start, uint32_t end) {
    while (start < end && (byte_is_blank(bytes[start]) || byte_ends_line(bytes[start]))) {
        start++;
    }
    return start == end;
}

static void add_gap(struct parse *parse, uint32_t start, uint32_t end) {
    if (is_space(parse->masking->mask, start, end)) {
        return;
    }
    struct gap *grown =
        array_grow(parse->gaps, &parse->gap_capacity, parse->gap_count + 1, sizeof *grown);
    if (!grown) {
        parse->failed = true;
        return;
    }
    parse->gaps = grown;
    grown[parse->gap_count++] = (struct gap){start, end};
}

/* Text of the law points into the paragraph; line breaks and the like do not. */
static int take_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *context) {
    struct parse *parse = context;
    uintptr_t at = (uintptr_t)text - (uintptr_t)parse->paragraph;
    if (type == MD_TEXT_HTML || type == MD_TEXT_ENTITY || at >= parse->end - parse->start) {
        return 0;
    }
    uint32_t start = parse->start + (uint32_t)at;
    if (start < parse->reached) {
        parse->backwards = true;
        return 0;
    }
    add_gap(parse, parse->reached, start);
    parse->reached = start + size;
    return parse->failed ? -1 : 0;
}

/* False when memory ran out, or md4c did what it never has: text out of order. */
static bool parse_paragraph(struct parse *parse) {
    static const MD_PARSER parser = {
        .flags = MD_FLAG_PERMISSIVEATXHEADERS | MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_NOHTMLBLOCKS,
        .enter_block = ignore_block,
        .leave_block = ignore_block,
        .enter_span = ignore_span,
        .leave_span = ignore_span,
        .text = take_text,
    };
    parse->paragraph = parse->masking->mask + parse->start;
    parse->reached = parse->start;
    parse->gap_count = 0;
    parse->backwards = false;
    if (md_parse(parse->paragraph, parse->end - parse->start, &parser, parse) != 0) {
        return false;
    }
    add_gap(parse, parse->reached, parse->end);
    return !parse->backwards && !parse->failed;
}

static void find_mark(struct parse *parse, uint32_t i, uint32_t from) {
    const char *mask = parse->masking->mask;
    const char *mark = memchr(mask + from, first_marks[i], parse->masking->length - from);
    parse->next[i] = mark ? (uint32_t)(mark - mask) : parse->masking->length;
}

/* Whether there is anything to read in the paragraph. The text is searched for each mark once, from
 * paragraph to paragraph. */
static bool has_marks(struct parse *parse) {
    bool found = false;
    for (uint32_t i = 0; i < FIRST_MARKS; i++) {
        if (parse->next[i] < parse->start) {
            find_mark(parse, i, parse->start);
        }
        found |= parse->next[i] < parse->end;
    }
    return found;
}

static bool is_tangled(const char *bytes, uint32_t length) {
    uint32_t marks = 0;
    for (uint32_t i = 0; i < length; i++) {
        char byte = bytes[i];
        marks += (byte == '[') | (byte == ']') | (byte == '<') | (byte == '>') | (byte == '&') |
                 (byte == '`') | (byte == '*') | (byte == '_') | (byte == '!') | (byte == '\\');
    }
    return marks > MARKS_ALWAYS + MARKS_BYTES / length;
}

static void mask_paragraph(struct parse *parse, uint32_t line) {
    uint32_t length = parse->end - parse->start;
    const char *mask = parse->masking->mask + parse->start;
    if (!has_marks(parse)) {
        return;
    }
    bool tangled = is_tangled(mask, length);
    if (tangled) {
        parse->tangled_line = parse->tangled++
                                  ? parse->tangled_line
                                  : document_line_number(parse->masking->document, line);
    }
    if (tangled || !parse_paragraph(parse)) {
        inline_mask(parse->masking, parse->start, parse->end, false);
        return;
    }
    for (uint32_t i = 0; i < parse->gap_count; i++) {
        inline_mask(parse->masking, parse->gaps[i].start, parse->gaps[i].end, true);
    }
}

bool markdown_mask(struct masking *masking) {
    const struct proviso_document *document = masking->document;
    struct parse parse = {.masking = masking};
    for (uint32_t i = 0; i < FIRST_MARKS; i++) {
        find_mark(&parse, i, 0);
    }
    for (uint32_t i = 0; i < document->line_count && !parse.failed; i++) {
        const struct line *first = &document->lines[i];
        if (first->blank || first->plain) {
            continue;
        }
        uint32_t last = i;
        while (last + 1 < document->line_count && !document->lines[last + 1].blank &&
               !document->lines[last + 1].plain) {
            last++;
        }
        parse.start = first->offset;
        parse.end = document->lines[last].end;
        mask_paragraph(&parse, i);
        i = last;
    }
    array_free(parse.gaps);
    if (parse.failed) {
        return false;
    }
    return parse.tangled == 0 ||
           document_remark(masking->document,
                           "%u passage%s too full of Markdown marks to be read as Markdown, the "
                           "first in line %u",
                           parse.tangled, parse.tangled == 1 ? " is" : "s are", parse.tangled_line);
}
