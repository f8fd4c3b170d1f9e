/*
 * What a drafter would change. In: a finding at "as appropriate" in "shall, as appropriate,
 * include" whose rule says {delete: match}. Out: the bytes of the file to take out, ", as
 * appropriate,", so that "shall include" is left: commas and brackets that stand for the words
 * alone go with them, one blank stays between the words around, and the next word takes over the
 * capital of a sentence.
 */
#include "insert.h"
#include "words.h"

#include <string.h>

static bool is_upper(char byte) {
    return byte >= 'A' && byte <= 'Z';
}

static bool is_lower(char byte) {
    return byte >= 'a' && byte <= 'z';
}

static bool is_blank(const struct text *text, uint32_t at) {
    return at < text->length && (text_byte(text, at) == ' ' || text_byte(text, at) == '\t');
}

static bool is_line_end(const struct text *text, uint32_t at) {
    return at >= text->length || text_byte(text, at) == '\n' || text_byte(text, at) == '\r';
}

/* The start of the blanks before `at`; of one line break with its indentation and quote marks too.
 */
static uint32_t blanks_before(const struct text *text, uint32_t at) {
    uint32_t from = at;
    while (from > 0 && is_blank(text, from - 1)) {
        from--;
    }
    uint32_t line = from;
    while (line > 0 && (is_blank(text, line - 1) ||
                        (text_byte(text, line - 1) == '>' && text->mask[line - 1] == ' '))) {
        line--;
    }
    if (line == 0 || !is_line_end(text, line - 1)) {
        return from;
    }
    line--;
    if (line > 0 && text_byte(text, line) == '\n' && text_byte(text, line - 1) == '\r') {
        line--;
    }
    while (line > 0 && is_blank(text, line - 1)) {
        line--;
    }
    return line > 0 && is_line_end(text, line - 1) ? from : line; /* not over an empty line */
}

static uint32_t blanks_after(const struct text *text, uint32_t at) {
    while (is_blank(text, at)) {
        at++;
    }
    return at;
}

static uint32_t soft_run(const struct text *text, uint32_t at, int step) {
    uint32_t length = 0;
    while (at < text->length && text->mask[at] == MASK_SOFT) {
        length++;
        at += (uint32_t)step; /* below 0 it wraps past the length */
    }
    return length;
}

static bool are_same(const struct text *text, uint32_t one, uint32_t other, uint32_t length) {
    uint32_t at = 0;
    while (at < length && text_byte(text, one + at) == text_byte(text, other + at)) {
        at++;
    }
    return at == length;
}

/* Takes in the marks around "*as appropriate*" or "<b>as appropriate</b>". False if the words hold
 * one half of an emphasis. */
static bool widen_over_emphasis(const struct text *text, uint32_t *start, uint32_t *end) {
    uint32_t before = soft_run(text, *start - 1, -1), after = soft_run(text, *end, 1), runs = 0;
    bool marks = before == after && are_same(text, *start - before, *end, before);
    bool tags = before > 1 && after > 2 && text_has(text, *start - before, "<", 1) &&
                text_has(text, *end, "</", 2);
    for (uint32_t at = *start; at < *end; at++) {
        runs += text->mask[at] == MASK_SOFT && (at == *start || text->mask[at - 1] != MASK_SOFT);
    }
    if (before && after && runs == 0 && (marks || tags)) {
        *start -= before;
        *end += after;
    }
    return runs % 2 == 0;
}

static bool is_punctuation(char byte) {
    return byte == '.' || byte == ';' || byte == ':' || byte == ')' || byte == ',';
}

/* The words and what stands there for them alone. */
static void widen_deletion(const struct text *text, bool first, uint32_t *start, uint32_t *end) {
    uint32_t before = blanks_before(text, *start), after = blanks_after(text, *end);
    bool comma_after = *end < text->length && text_byte(text, *end) == ',';
    if (before > 0 && text_byte(text, before - 1) == '(' && after < text->length &&
        text_byte(text, after) == ')') {
        *start = blanks_before(text, before - 1);
        *end = after + 1;
        return;
    }
    if (first) { /* nothing is left before it */
        *end = blanks_after(text, *end + comma_after);
        return;
    }
    if (before > 0 && text_byte(text, before - 1) == ',') {
        *start = before - 1;
        *end += comma_after;
        return;
    }
    *end += comma_after;
    after = blanks_after(text, *end);
    if (is_line_end(text, after) || is_punctuation(text_byte(text, after))) {
        *start = before;
    } else {
        *end = after;
    }
}

/* Where the sentence or heading of the finding begins and ends. */
static void find_stretch(const struct proviso_document *document, const struct finding *finding,
                         uint32_t *start, uint32_t *end) {
    const struct provision *provision = &document->provisions[finding->provision];
    bool heading = finding->sentence == DOCUMENT_NONE;
    *start = heading ? provision->heading_start : document->sentences[finding->sentence].start;
    *end = heading ? provision->heading_end : document->sentences[finding->sentence].end;
}

static bool make_deletion(const struct proviso_findings *findings, const struct finding *finding,
                          uint32_t start, uint32_t end, struct finding_edit *edit) {
    const struct text *text = &findings->document->text;
    uint32_t from, to;
    find_stretch(findings->document, finding, &from, &to);
    bool first = words_count(text, from, start, 1) == 0;
    if (first && words_count(text, end, to, 1) == 0) {
        return false; /* nothing would be left */
    }
    bool capital = first && is_upper(text_byte(text, finding->start));
    widen_deletion(text, first, &start, &end);
    edit->text = "";
    if (capital && end < text->length && is_lower(text_byte(text, end))) {
        char letter = (char)(text_byte(text, end++) - 'a' + 'A');
        edit->text = arena_copy(findings->arena, &letter, 1);
        edit->length = 1;
    }
    edit->offset = text_file_offset(text, start);
    edit->end_offset = text_file_offset(text, end);
    return edit->text != NULL;
}

static bool make_replacement(const struct proviso_findings *findings, const struct finding *finding,
                             const char *words, struct finding_edit *edit) {
    const struct text *text = &findings->document->text;
    edit->length = (uint32_t)strlen(words);
    char *copy = arena_copy(findings->arena, words, edit->length);
    if (copy && is_upper(text_byte(text, finding->start)) && is_lower(copy[0])) {
        copy[0] = (char)(copy[0] - 'a' + 'A');
    }
    edit->text = copy;
    edit->offset = text_file_offset(text, finding->start);
    edit->end_offset = text_file_offset(text, finding->end);
    return copy != NULL;
}

static bool make_insertion(const struct proviso_findings *findings, const struct finding *finding,
                           struct finding_edit *edit) {
    struct insertion insertion;
    struct buffer out = {0};
    if (!insertion_find(findings, finding, &insertion)) {
        return false;
    }
    insertion_write(findings, finding, &insertion, &out);
    edit->length = (uint32_t)out.length;
    edit->text = out.failed ? NULL : arena_copy(findings->arena, buffer_string(&out), out.length);
    edit->offset = edit->end_offset = text_file_offset(&findings->document->text, insertion.at);
    buffer_free(&out);
    return edit->text != NULL;
}

/* The words without the brackets that they stand in, and those inside. */
static bool make_unbracketed(const struct proviso_findings *findings, const struct finding *finding,
                             struct finding_edit *edit) {
    const struct text *text = &findings->document->text;
    char *kept = ARENA_ARRAY(findings->arena, char, finding->end - finding->start + 1);
    if (!kept || !text_has(text, finding->start, "[", 1)) {
        return false; /* an alternative */
    }
    edit->length = 0;
    for (uint32_t i = finding->start; i < finding->end; i++) {
        if (text->mask[i] != '[' && text->mask[i] != ']') {
            kept[edit->length++] = text_byte(text, i);
        }
    }
    edit->text = kept;
    edit->offset = text_file_offset(text, finding->start);
    edit->end_offset = text_file_offset(text, finding->end);
    return true;
}

bool finding_edit(const struct proviso_findings *findings, const struct finding *finding,
                  struct finding_edit *edit) {
    uint32_t kind = finding->suggestion ? finding->suggestion->kind : SUGGEST_NONE;
    uint32_t start = finding->start, end = finding->end;
    *edit = (struct finding_edit){0};
    if (kind == SUGGEST_INSERT) {
        return make_insertion(findings, finding, edit);
    }
    if (finding->end <= finding->start ||
        !widen_over_emphasis(&findings->document->text, &start, &end)) {
        return false;
    }
    switch (kind) {
    case SUGGEST_DELETE:
        return make_deletion(findings, finding, start, end, edit);
    case SUGGEST_REPLACE:
        return make_replacement(findings, finding, finding->wording ? finding->wording : "", edit);
    case SUGGEST_BRACKETS:
        return make_unbracketed(findings, finding, edit);
    default:
        return false;
    }
}
