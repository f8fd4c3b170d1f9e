/*
 * Reads one label with a word. In: a view that may begin with one: "Article 24 - Production order",
 * "Article (12)", "First Schedule", "7 a §". Out: its shape, label word and number, and where the
 * text goes on. "section 5 applies" is no label: a small letter follows.
 */
#include "structure_mark.h"

static const struct lexicon_label *label_of(const struct structure *structure, uint32_t label) {
    return &structure->document->lexicon->labels[label];
}

static bool is_separator(unsigned char code) {
    return code == '.' || code == ':' || code == VIEW_DASH || code == '-' || code == ',';
}

/* After the number of a unit: nothing, a stop or dash, or a capital. Returns the index where text
 * goes on, or 0 if this is a reference in a sentence. */
static uint32_t unit_after(const struct view *view, uint32_t index, uint32_t flags) {
    bool heading = flags & MARK_HEADING;
    uint32_t at = view_skip_space(view, index);
    unsigned char code = view->code[at];
    if (code == VIEW_END) {
        return at;
    }
    if (is_separator(code)) {
        if ((code == ',' && !(flags & MARK_CAPITALS)) ||
            (code == '.' && view_is_digit(view->code[at + 1]))) {
            return 0;
        }
        while (is_separator(view->code[at]) || view->code[at] == ' ') {
            at++;
        }
        bool sentence = view_is_lower(view->code[at]) && code == '.';
        return sentence && !heading ? 0 : at;
    }
    if (code == ']' && heading) {
        return view_skip_space(view, at + 1); /* [Article 5], not agreed yet */
    }
    if (at == index) {
        return 0; /* 5(1), 5] */
    }
    bool text = view_is_upper(code) || code == VIEW_OPEN || code == '"' || code == '(' ||
                code == '[' || view_is_digit(code);
    return text || (heading && !view_is_lower(code)) ? at : 0;
}

static bool is_unit_number(const struct number *number) {
    return number->classes & (CLASS_DIGIT | CLASS_ROMAN_UPPER) ||
           (number->classes & CLASS_UPPER && !number->suffix && number->letters <= 26);
}

/* "First Schedule", "THIRD SCHEDULE": the ordinal before the label word. */
static uint32_t read_ordinal(const struct structure *structure, const struct view *view,
                             uint32_t index, struct mark *mark) {
    const struct proviso_document *document = structure->document;
    uint32_t after, end = view->at[view->count];
    uint32_t ordinal = label_match(&structure->labels, document, view->at[index], end,
                                   LABEL_BIT(LABEL_ORDINAL), &after);
    if (ordinal == DOCUMENT_NONE || !view_is_upper(view->code[index])) {
        return 0;
    }
    uint32_t at = view_skip_space(view, view_index(view, index, after)), last;
    uint32_t word = view_index(view, index, after);
    while (word > index && view->code[word - 1] != ' ') {
        word--; /* THE FIRST SCHEDULE */
    }
    index = word;
    last = number_read_spelt(document->lexicon, view, index, &mark->number);
    uint32_t label =
        label_match(&structure->labels, document, view->at[at], end, LABEL_UNITS, &after);
    if (!last || label == DOCUMENT_NONE || !mark->number.spelt) {
        return 0;
    }
    mark->label = label;
    mark->number_start = view->at[index];
    mark->number_end = view->at[last];
    return view_index(view, at, after);
}

/* A label that needs no number stands alone, or before a stop: SCHEDULE, Annex: list of offences.
 */
static uint32_t read_unnumbered(const struct structure *structure, const struct view *view,
                                uint32_t last, struct mark *mark, uint32_t *after) {
    const struct lexicon_label *label = label_of(structure, mark->label);
    uint32_t at = view_skip_space(view, last);
    unsigned char code = view->code[at];
    mark->number = (struct number){0};
    mark->number_start = mark->number_end = view->at[last];
    if (label->number || (at == last && code != VIEW_END && !is_separator(code))) {
        return 0;
    }
    bool stop = is_separator(code) && code != ',' && code != '-';
    bool glued = label->kind == PROVISO_PREAMBLE && view_is_upper(code);
    bool titled = label->kind == PROVISO_SCHEDULE && mark->flags & MARK_HEADING;
    bool bracket = label->kind == PROVISO_SCHEDULE && (code == '[' || code == '(');
    if (code != VIEW_END && !stop && !glued && !bracket && !titled) {
        return 0;
    }
    while (is_separator(view->code[at]) || view->code[at] == ' ') {
        at++;
    }
    *after = at;
    return last;
}

static uint32_t read_word(const struct structure *structure, const struct view *view,
                          uint32_t index, struct mark *mark) {
    static const uint32_t others =
        LABEL_BIT(LABEL_CONTENTS) | LABEL_BIT(LABEL_OPENING) | LABEL_BIT(LABEL_CLOSING);
    uint32_t after, end = view->at[view->count];
    mark->label = label_match(&structure->labels, structure->document, view->at[index], end,
                              LABEL_UNITS | others, &after);
    return mark->label == DOCUMENT_NONE ? 0 : view_index(view, index, after);
}

static uint32_t read_word_shape(const struct structure *structure, const struct view *view,
                                uint32_t index, uint32_t last, struct mark *mark, uint32_t *after) {
    uint32_t kind = label_of(structure, mark->label)->kind;
    *after = last;
    if (kind == LABEL_CLOSING && view_is_lower(view->code[index])) {
        return 0; /* acts done in good faith */
    }
    if (kind == LABEL_OPENING || kind == LABEL_CLOSING) {
        mark->shape = kind == LABEL_OPENING ? SHAPE_OPENING : SHAPE_CLOSING;
        return last;
    }
    if (kind != LABEL_CONTENTS || view->code[view_skip_space(view, last)] != VIEW_END) {
        return 0;
    }
    mark->shape = SHAPE_CONTENTS;
    return last;
}

/* Article (12), Article ( 12 bis ): a figure in brackets behind the label. Returns the index after
 * the bracket, or 0. */
static uint32_t read_closed(const struct structure *structure, const struct view *view,
                            uint32_t start, uint32_t end, struct mark *mark, uint32_t *after) {
    uint32_t close = end ? view_skip_space(view, end) : 0;
    if (!end || view->code[close] != ')' || !(mark->number.classes & CLASS_DIGIT)) {
        return 0;
    }
    mark->number_start = view->at[start];
    mark->number_end = view->at[end];
    uint32_t last =
        number_read_suffix(structure->document->lexicon, view, close + 1, &mark->number);
    mark->number_end = last > close + 1 ? view->at[last] : mark->number_end; /* Article (4) bis */
    *after = unit_after(view, last, mark->flags);
    return *after ? last : 0;
}

/* "L. 851-1", "R211-11-1": the letter of a part of a French code in front of its number. Returns
 * the index after it, or 0. */
static uint32_t read_coded(const struct structure *structure, const struct view *view,
                           uint32_t index, struct number *number) {
    uint32_t at = index + 1;
    at += view->code[at] == '.' ? 1 : 0;
    at = view_skip_space(view, at);
    if (!view_is_upper(view->code[index]) || at == index + 1 || !view_is_digit(view->code[at])) {
        return 0;
    }
    uint32_t end = number_read(structure->document->lexicon, view, at, number);
    return end && number->minor[0] ? end : 0;
}

/* "7 §", "12 b §": the number stands in front of the sign. Returns the index behind it, or 0. */
static uint32_t read_signed(const struct structure *structure, const struct view *view,
                            uint32_t index, struct mark *mark, uint32_t *after) {
    uint32_t end = number_read(structure->document->lexicon, view, index, &mark->number);
    unsigned char letter = end && view->code[end] == ' ' ? view->code[end + 1] : VIEW_END;
    if (view_is_lower(letter) && !mark->number.suffix && view->code[end + 2] == ' ') {
        mark->number.suffix = (uint32_t)(letter - 'a' + 1);
        end += 2;
    }
    uint32_t sign = view_skip_space(view, end);
    if (!end || mark->number.minor[0] || view->code[sign] != VIEW_SECTION ||
        view->code[sign + 1] == VIEW_SECTION) {
        return 0;
    }
    mark->label = label_match(&structure->labels, structure->document, view->at[sign],
                              view->at[view->count], LABEL_BIT(PROVISO_ARTICLE), NULL);
    mark->number_start = view->at[index];
    mark->number_end = view->at[end];
    *after = mark->label == DOCUMENT_NONE ? 0 : unit_after(view, sign + 1, mark->flags);
    return *after ? sign + 1 : 0;
}

uint32_t unit_read(const struct structure *structure, const struct view *view, uint32_t index,
                   struct mark *mark, uint32_t *after) {
    if (!view_is_word(view->code[index]) && view->code[index] != VIEW_SECTION) {
        return 0;
    }
    mark->shape = SHAPE_UNIT;
    if (view_is_digit(view->code[index])) {
        return read_signed(structure, view, index, mark, after);
    }
    uint32_t last = read_ordinal(structure, view, index, mark);
    if (last) {
        *after = unit_after(view, last, mark->flags);
        return *after || view->count == last ? last : 0;
    }
    last = read_word(structure, view, index, mark);
    if (!last) {
        return 0;
    }
    if (label_of(structure, mark->label)->kind >= LABEL_CONTENTS) {
        return read_word_shape(structure, view, index, last, mark, after);
    }
    if (view_is_lower(view->code[index])) {
        return 0; /* section 5 applies */
    }
    bool capitals = last > index + 1 && view_is_upper(view->code[index + 1]);
    mark->flags |= capitals ? MARK_CAPITALS : 0;
    uint32_t at = last;
    while (view->code[at] == '.' || view->code[at] == ' ' || view->code[at] == VIEW_DASH ||
           view->code[at] == '-') {
        at++;
    }
    uint32_t kind = label_of(structure, mark->label)->kind;
    bool bracket = view->code[at] == '(' && view->code[index] != VIEW_SECTION &&
                   (kind == PROVISO_ARTICLE || kind == PROVISO_PART);
    at = bracket ? view_skip_space(view, at + 1) : at;
    uint32_t end = 0;
    if (at > last || view->code[index] == VIEW_SECTION) {
        end = read_coded(structure, view, at, &mark->number);
        end = end ? end : number_read_spelt(structure->document->lexicon, view, at, &mark->number);
    }
    if (bracket) {
        return read_closed(structure, view, at, end, mark, after);
    }
    if (end && is_unit_number(&mark->number)) {
        uint32_t degree = view->code[end] == VIEW_DEGREE ? 1 : 0; /* Article 1° */
        *after = unit_after(view, end + degree, mark->flags);
        mark->number_start = view->at[at];
        mark->number_end = view->at[end];
        return *after ? end : 0;
    }
    return read_unnumbered(structure, view, last, mark, after);
}
