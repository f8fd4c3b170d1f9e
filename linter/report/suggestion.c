/*
 * Suggested wording. In: a finding at "as appropriate" in "shall, as appropriate, include". Out:
 * the advice `delete "as appropriate"`. What a machine would do is finding_edit, match/edit.c.
 */
#include "suggestion.h"

#include "report.h"
#include "wording.h"

#include <string.h>

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
        buffer_add_string(out, "add: \"");
        wording_add(out, wording, strlen(wording));
        buffer_add_char(out, '"');
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
