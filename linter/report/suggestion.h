/* What to write instead of the words of a finding. */
#ifndef REPORT_SUGGESTION_H
#define REPORT_SUGGESTION_H

#include "../base/buffer.h"
#include "../match/match.h"

/* An edit of the text: text[start..end) becomes the words; `words` is empty for a deletion. */
struct suggestion {
    uint32_t start, end;
    const char *words;
    uint32_t length;
    char capital; /* not 0: stands in place of the first letter that remains; see suggestion_edit */
};

/* One line: `delete "as appropriate"`, or the wording. Adds nothing where the rule suggests none.
 */
void suggestion_message(struct buffer *out, const struct proviso_document *document,
                        const struct finding *finding);
/* Whether the suggestion can be carried out by a machine, and how. A deletion takes the commas or
 * the blank with it, and the capital with which a sentence begins passes to the next word. */
bool suggestion_edit(const struct proviso_document *document, const struct finding *finding,
                     struct suggestion *suggestion);

#endif
