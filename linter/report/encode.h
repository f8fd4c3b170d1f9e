/* Text for a draft, in the encoding and with the line ends of its file. */
#ifndef REPORT_ENCODE_H
#define REPORT_ENCODE_H

#include "../base/buffer.h"
#include "../document/document.h"

/* "\n", "\r\n" or "\r": what ends the first line of the document, "\n" where there is but one. */
const char *encode_line_end(const struct proviso_document *document);
/* Adds UTF-8 text with "\n" at its line ends. Characters that the encoding does not have are
 * written in ASCII: an arrow as "^", any other as "?". */
void encode_add(struct buffer *out, enum encoding encoding, const char *line_end, const char *bytes,
                size_t length);

#endif
