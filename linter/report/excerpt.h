/* The lines in which words stand, with a mark under the exact words. */
#ifndef REPORT_EXCERPT_H
#define REPORT_EXCERPT_H

#include "../base/buffer.h"
#include "../document/document.h"

/* What to write around the line numbers and the carets, such as colours; strings, "" for none. */
struct excerpt_style {
    const char *gutter, *caret, *off;
};

/* Adds the lines of text[start..end), at most three, each with carets below:
 *     12 | 2. Such safeguards shall, as appropriate, include judicial review.
 *        |                           ^^^^^^^^^^^^^^
 * Long lines are cut to the words with what stands around them, in time that does not depend on the
 * length of the line. */
void excerpt_add(struct buffer *out, const struct proviso_document *document, uint32_t start,
                 uint32_t end, const struct excerpt_style *style);

#endif
