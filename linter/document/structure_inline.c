/*
 * Collects what looks like a label within a line. In: "(1) A person who— (a) gains access; or (b)
 * obtains data" on one line, or a whole treaty on one line. Out: marks for (a), (b), in the order
 * of the text, each with what stands before it: "section 5(2)" and "subsections (1) and (2)" are
 * none.
 */
#include "byte_bits.h"
#include "structure_mark.h"

#define DENSE_LINE 2000 /* bytes; beyond, label words within the line are looked for too */

struct line_scan {
    struct structure *structure;
    bool (*add)(struct structure *, const struct mark *);
    const struct line *line;
    uint32_t number; /* of the line */
    uint32_t chain;  /* where the label before ends, if nothing but a dash has come since */
    bool dense;
    uint32_t from;     /* nothing before it can begin a label any more */
    uint32_t brackets; /* open ones that are no labels */
};

static bool is_chained(const struct line_scan *scan, uint32_t offset) {
    const struct proviso_document *document = scan->structure->document;
    uint32_t end = text_back(document, offset, scan->line->offset);
    unsigned char code = text_code_before(document, end, scan->line->offset);
    while (end > scan->chain && (code == VIEW_DASH || code == '-' || code == '.' || code == ':')) {
        end = text_back(document, end - (code == VIEW_DASH ? 3 : 1), scan->line->offset);
        code = text_code_before(document, end, scan->line->offset);
    }
    return scan->chain != DOCUMENT_NONE && end <= scan->chain;
}

static uint32_t context_flags(enum mark_context context) {
    return (context == CONTEXT_WEAK ? MARK_WEAK : 0u) |
           (context == CONTEXT_COLON ? MARK_COLON : 0u);
}

/* "OF MODIFIED ORGANISMS 1. In": a heading in capitals on the same line. */
static bool follows_capitals(const struct line_scan *scan, uint32_t offset) {
    const struct proviso_document *document = scan->structure->document;
    uint32_t end = text_back(document, offset, scan->line->offset), start = end;
    while (start > scan->line->offset &&
           view_is_upper((unsigned char)document->text.mask[start - 1])) {
        start--;
    }
    return end - start > 2 && !view_is_word(text_code_before(document, start, scan->line->offset));
}

static bool follows_quote(const struct line_scan *scan, uint32_t offset) {
    const struct proviso_document *document = scan->structure->document;
    uint32_t end = text_back(document, offset, scan->line->offset);
    unsigned char code = text_code_before(document, end, scan->line->offset);
    return code == VIEW_OPEN || code == '"';
}

/* 280i-1): part of a number, no label. */
static bool follows_dash(const struct line_scan *scan, uint32_t offset) {
    unsigned char code = text_code_before(scan->structure->document, offset, scan->line->offset);
    return code == '-' || code == VIEW_DASH;
}

/* (a), a) or 2. at `offset`. Returns where to go on. */
static uint32_t try_item(struct line_scan *scan, uint32_t offset, bool *memory) {
    struct structure *structure = scan->structure;
    bool chained = is_chained(scan, offset);
    enum mark_context context = mark_context(structure, offset, scan->line->offset);
    if (context == CONTEXT_NONE && scan->dense && follows_capitals(scan, offset)) {
        context = CONTEXT_COLON;
    }
    bool loose =
        !chained && context == CONTEXT_NONE && structure->document->text.mask[offset] == '(';
    if (!chained && !loose && (context == CONTEXT_NONE || context == CONTEXT_REFERENCE)) {
        return offset + 1;
    }
    uint32_t end = scan->line->end - offset > 28 ? offset + 28 : scan->line->end, after = 0;
    struct view view;
    view_read(structure->document, offset, end, &view);
    struct mark mark = {.start = offset, .line = scan->number, .label = DOCUMENT_NONE};
    uint32_t last = item_read(structure, &view, 0, &mark, &after);
    bool wanted = last && (mark.shape == SHAPE_PAREN || mark.shape == SHAPE_HALF ||
                           mark.shape == SHAPE_DEGREE || (mark.shape == SHAPE_BARE && scan->dense));
    bool half = mark.shape == SHAPE_HALF && (scan->brackets || follows_dash(scan, offset));
    if (!wanted || half || (mark.shape != SHAPE_PAREN && context == CONTEXT_WEAK && !chained)) {
        return offset + 1;
    }
    after = view_skip_space(&view, after);
    if (loose && (!view_is_upper(view.code[after]) || mark.number.classes != CLASS_DIGIT)) {
        return offset + 1;
    }
    mark.label_start = view.at[0];
    mark.label_end = view.at[last];
    mark.after = view.at[after];
    mark.flags = chained ? MARK_CHAINED : context_flags(context);
    mark.flags |= loose ? MARK_LOOSE : 0;
    mark.flags |= follows_quote(scan, offset) ? MARK_QUOTED : 0;
    mark.flags |= end == scan->line->end && view.code[after] == VIEW_END ? MARK_ALONE : 0;
    *memory = scan->add(structure, &mark);
    scan->chain = mark.label_end;
    return mark.label_end;
}

/* “data” means, behind a semicolon, colon or dash. */
static uint32_t try_term(struct line_scan *scan, uint32_t offset, bool *memory) {
    struct structure *structure = scan->structure;
    enum mark_context context = mark_context(structure, offset, scan->line->offset);
    if (context != CONTEXT_STRONG && context != CONTEXT_COLON) {
        return offset + 1;
    }
    struct mark mark = {.start = offset, .line = scan->number, .label = DOCUMENT_NONE};
    if (!term_read(structure, offset, &mark)) {
        return offset + 1;
    }
    mark.flags = context_flags(context);
    *memory = scan->add(structure, &mark);
    scan->chain = DOCUMENT_NONE;
    return mark.number_end;
}

/* ARTICLE 6 bis, ANNEX I in the middle of a very long line. */
static uint32_t try_unit(struct line_scan *scan, uint32_t offset, bool *memory) {
    struct structure *structure = scan->structure;
    if (label_match(&structure->labels, structure->document, offset, scan->line->end,
                    LABEL_UNITS | LABEL_BIT(LABEL_ORDINAL) | LABEL_BIT(LABEL_CLOSING),
                    NULL) == DOCUMENT_NONE) {
        return offset + 1;
    }
    struct view view;
    uint32_t end = scan->line->end - offset > 96 ? offset + 96 : scan->line->end, after = 0;
    struct mark mark = {.start = offset, .line = scan->number, .label = DOCUMENT_NONE};
    view_read(structure->document, offset, end, &view);
    uint32_t last = unit_read(structure, &view, 0, &mark, &after);
    if (!last || (mark.shape == SHAPE_UNIT && mark.number_start == mark.number_end)) {
        return offset + 1;
    }
    enum mark_context context = mark_context(structure, offset, scan->line->offset);
    mark.label_start = view.at[0];
    mark.label_end = view.at[last];
    mark.after = view.at[after];
    mark.flags |= MARK_DENSE | context_flags(context);
    mark.flags |= context == CONTEXT_NONE || context == CONTEXT_REFERENCE ? MARK_WRAPPED : 0;
    *memory = scan->add(structure, &mark);
    scan->chain = mark.label_end;
    return mark.label_end;
}

static bool starts_word(const struct line_scan *scan, uint32_t offset) {
    const char *mask = scan->structure->document->text.mask;
    return offset == scan->line->offset || !view_is_word((unsigned char)mask[offset - 1]);
}

static bool is_quote(const char *mask, uint32_t offset, uint32_t end) {
    unsigned char byte = (unsigned char)mask[offset];
    if (byte == '"') {
        return true;
    }
    return byte == 0xE2 && end - offset > 2 && (unsigned char)mask[offset + 1] == 0x80 &&
           ((unsigned char)mask[offset + 2] == 0x9C || (unsigned char)mask[offset + 2] == 0x98);
}

/* Where the digits or letters in front of a bracket, degree sign or stop begin, if they may be a
 * label: a) 12. 1° */
static uint32_t half_start(const struct line_scan *scan, uint32_t offset) {
    const char *mask = scan->structure->document->text.mask;
    uint32_t start = offset;
    while (start > scan->from && offset - start < 5 &&
           view_is_word((unsigned char)mask[start - 1])) {
        start--;
    }
    unsigned char first = (unsigned char)mask[start];
    bool may = start < offset && starts_word(scan, start) &&
               (view_is_digit(first) || view_is_lower(first));
    return may && (start == 0 || mask[start - 1] != '(') ? start : DOCUMENT_NONE;
}

/* (a), ( 12A ), (*i*): the bracket closes soon. */
static bool may_be_bracketed(const char *mask, uint32_t offset, uint32_t end) {
    uint32_t at = offset + 1, limit = end - offset > 16 ? offset + 16 : end;
    while (at < limit && mask[at] != ')' &&
           ((unsigned char)mask[at] <= ' ' || view_is_word((unsigned char)mask[at]) ||
            mask[at] == '*' || mask[at] == '_')) {
        at++;
    }
    return at < limit && mask[at] == ')';
}

/* A quotation mark may begin with this byte. */
static bool is_sign(unsigned char byte) {
    return byte == '"' || byte == '`' || byte == '\'' || byte == 0xC2 || byte == 0xE2;
}

/* What a byte within a line may begin or end. */
enum trigger {
    TRIGGER_NONE,
    TRIGGER_OPEN,
    TRIGGER_CLOSE,
    TRIGGER_QUOTE,
    TRIGGER_STOP,
    TRIGGER_CAPITAL
};

static enum trigger trigger_of(unsigned char byte, bool dense) {
    switch (byte) {
    case '(':
        return TRIGGER_OPEN;
    case ')':
    case 0xC2:
        return TRIGGER_CLOSE;
    case '"':
    case 0xE2:
        return TRIGGER_QUOTE;
    case '.':
        return dense ? TRIGGER_STOP : TRIGGER_NONE;
    default:
        return dense && view_is_upper(byte) ? TRIGGER_CAPITAL : TRIGGER_NONE;
    }
}

static uint32_t try_at(struct line_scan *scan, uint32_t offset, bool *memory) {
    const char *mask = scan->structure->document->text.mask;
    uint32_t half, next;
    switch (trigger_of((unsigned char)mask[offset], scan->dense)) {
    case TRIGGER_OPEN:
        if (!may_be_bracketed(mask, offset, scan->line->end)) {
            scan->brackets++;
            return offset + 1;
        }
        next = try_item(scan, offset, memory);
        scan->brackets += next == offset + 1 ? 1 : 0;
        return next;
    case TRIGGER_CLOSE:
    case TRIGGER_STOP:
        half = half_start(scan, offset);
        next = half == DOCUMENT_NONE ? offset : try_item(scan, half, memory);
        scan->brackets -= mask[offset] == ')' && scan->brackets ? 1 : 0;
        return next > offset ? next : offset + 1;
    case TRIGGER_QUOTE:
        return is_quote(mask, offset, scan->line->end) ? try_term(scan, offset, memory)
                                                       : offset + 1;
    case TRIGGER_CAPITAL:
        return starts_word(scan, offset) ? try_unit(scan, offset, memory) : offset + 1;
    default:
        return offset + 1;
    }
}

/* Which of 16 bytes are triggers. Without a branch, so that text of any kind costs alike. */
static uint32_t trigger_bits(const char *bytes, bool dense) {
    static const char triggers[] = {'(', ')', '"', '`', '\'', '\xC2', '\xE2'};
    uint32_t bits = byte_set_bits(bytes, triggers, sizeof triggers);
    for (uint32_t i = 0; dense && i < 16; i++) {
        bits |= (uint32_t)(trigger_of((unsigned char)bytes[i], true) != TRIGGER_NONE) << i;
    }
    return bits;
}

static bool note_sign(struct structure *structure, uint32_t offset) {
    if (structure->sign_count == structure->sign_capacity) {
        uint32_t *signs = array_grow(structure->signs, &structure->sign_capacity,
                                     structure->sign_count + 1, sizeof *signs);
        if (!signs) {
            return false;
        }
        structure->signs = signs;
    }
    structure->signs[structure->sign_count++] = offset;
    return true;
}

bool structure_find_inline_marks(struct structure *structure, uint32_t number, uint32_t from,
                                 bool (*add)(struct structure *, const struct mark *)) {
    const char *mask = structure->document->text.mask;
    const struct line *line = &structure->document->lines[number];
    struct line_scan scan = {.structure = structure, .add = add, .line = line, .number = number};
    scan.chain = from > line->offset ? from : DOCUMENT_NONE;
    scan.from = from;
    scan.dense = structure->traits.dense && line->end - line->offset > DENSE_LINE;
    bool memory = true;
    for (uint32_t offset = line->offset; offset < line->end && memory; offset += 16) {
        uint32_t bits = trigger_bits(mask + offset, scan.dense);
        for (; bits && memory; bits &= bits - 1) {
            uint32_t at = offset + (uint32_t)__builtin_ctz(bits);
            if (at >= line->end) {
                break;
            }
            if (is_sign((unsigned char)mask[at])) {
                memory = note_sign(structure, at);
            }
            if (at >= scan.from && memory) {
                scan.from = try_at(&scan, at, &memory);
            }
        }
    }
    return memory;
}
