/* What to write instead of the words of a finding. */
#ifndef REPORT_SUGGESTION_H
#define REPORT_SUGGESTION_H

#include "../base/buffer.h"
#include "../match/match.h"

/* One line: `delete "as appropriate"`, or the wording. Adds nothing where the rule suggests none.
 */
void suggestion_message(struct buffer *out, const struct proviso_document *document,
                        const struct finding *finding);
#endif
