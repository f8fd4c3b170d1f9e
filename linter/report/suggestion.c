/*
 * Suggested wording. In: a finding at "as appropriate" in "shall, as appropriate, include". Out:
 * the advice `delete "as appropriate"` and the edit that leaves "shall include", commas and all.
 */
#include "suggestion.h"

#include "report.h"
#include "wording.h"

#include <string.h>

void suggestion_message(struct buffer *out, const struct proviso_document *document,
                        const struct finding *finding) {
    const struct lexicon_rule *rule = finding_rule(document, finding);
    const char *wording = lexicon_string(document->lexicon, rule->suggestion);
    switch (rule->suggestion_kind) {
    case SUGGEST_DELETE:
        buffer_add_string(out, "delete \"");
        wording_of(out, document, finding->start, finding->end);
        buffer_add_char(out, '"');
        break;
    case SUGGEST_REPLACE:
        buffer_add_char(out, '"');
        wording_add(out, wording, strlen(wording));
        buffer_add_string(out, "\" in place of \"");
        wording_of(out, document, finding->start, finding->end);
        buffer_add_char(out, '"');
        break;
    case SUGGEST_TEXT:
        wording_add(out, wording, strlen(wording));
        break;
    default:
        break;
    }
}

static bool blank_at(const struct text *text, uint32_t at) {
    return at < text->length && (text->bytes[at] == ' ' || text->bytes[at] == '\t');
}

static bool letter_at(const struct text *text, uint32_t at, char first, char last) {
    return at < text->length && text->bytes[at] >= first && text->bytes[at] <= last;
}

/* The comma that opens the phrase that ends at `at`, over blanks and a line break, or `at`. */
static uint32_t opening_comma(const struct text *text, uint32_t at) {
    uint32_t before = at;
    while (before > 0 && strchr(" \t\r\n", text->bytes[before - 1])) {
        before--;
    }
    return before > 0 && text->bytes[before - 1] == ',' ? before - 1 : at;
}

/* The words and what only they needed: ", as appropriate," or "as appropriate ". */
static void widen_deletion(const struct text *text, struct suggestion *suggestion) {
    uint32_t start = suggestion->start, end = suggestion->end;
    bool comma_after = end < text->length && text->bytes[end] == ',';
    suggestion->start = opening_comma(text, start);
    if (suggestion->start < start) {
        suggestion->end = end + comma_after;
        return;
    }
    if (!comma_after && start > 0 && blank_at(text, start - 1)) {
        suggestion->start = start - 1;
        return;
    }
    end += comma_after;
    while (blank_at(text, end)) {
        end++;
    }
    suggestion->end = end;
    if (letter_at(text, start, 'A', 'Z') && letter_at(text, end, 'a', 'z')) {
        suggestion->capital = (char)(text->bytes[end] - 'a' + 'A');
        suggestion->end = end + 1;
    }
}

bool suggestion_edit(const struct proviso_document *document, const struct finding *finding,
                     struct suggestion *suggestion) {
    const struct lexicon_rule *rule = finding_rule(document, finding);
    *suggestion = (struct suggestion){.start = finding->start, .end = finding->end, .words = ""};
    if (rule->suggestion_kind == SUGGEST_DELETE) {
        widen_deletion(&document->text, suggestion);
        return true;
    }
    if (rule->suggestion_kind == SUGGEST_REPLACE) {
        suggestion->words = lexicon_string(document->lexicon, rule->suggestion);
        suggestion->length = (uint32_t)strlen(suggestion->words);
        return true;
    }
    return false;
}
