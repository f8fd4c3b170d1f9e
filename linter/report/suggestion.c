/*
 * Suggested wording. In: a finding at "as appropriate" in "shall, as appropriate, include". Out:
 * the advice `delete "as appropriate"`. What a machine would do is finding_edit, match/edit.c.
 */
#include "suggestion.h"

#include "report.h"
#include "wording.h"

#include <string.h>

/* "Conditions and safeguards", behind "a person who", or nothing: where wording goes. */
static void add_insertion(struct buffer *out, const struct proviso_document *document,
                          const struct finding *finding) {
    const char *wording = finding->wording ? finding->wording : "";
    size_t length = strlen(wording);
    uint32_t kind = document->provisions[finding->provision].kind;
    const char *heading = lexicon_string(document->lexicon, finding->suggestion->heading);
    if (finding->behind) { /* without the commas that set it off */
        bool comma = *wording == ',';
        size_t start = comma ? 1 + (wording[1] == ' ') : 0;
        length -= length > start && wording[length - 1] == ',';
        buffer_add_string(out, "\"");
        wording_add(out, wording + start, length - start);
        buffer_add_string(out, "\" behind \"");
        wording_of(out, document, finding->behind_start, finding->behind);
        buffer_add_char(out, '"');
        return;
    }
    bool opens = *heading && (kind == PROVISO_DOCUMENT || kind == PROVISO_PART);
    if (opens) {
        buffer_add_string(out, "add an article \"");
        buffer_add_string(out, heading);
        buffer_add_string(out, "\": \"");
    } else {
        buffer_add_string(out, "add: \"");
    }
    wording_add(out, wording, length);
    buffer_add_char(out, '"');
}

void suggestion_message(struct buffer *out, const struct proviso_document *document,
                        const struct finding *finding) {
    const char *wording = finding->wording ? finding->wording : "";
    switch (finding->suggestion ? finding->suggestion->kind : SUGGEST_NONE) {
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
    case SUGGEST_INSERT:
        add_insertion(out, document, finding);
        break;
    case SUGGEST_BRACKETS:
        buffer_add_string(out, "keep the words and delete the brackets");
        break;
    case SUGGEST_TEXT:
        wording_add(out, wording, strlen(wording));
        break;
    default:
        break;
    }
}
