/* Words of a draft, made fit to print: one line, valid UTF-8, nothing a terminal would obey. */
#ifndef REPORT_WORDING_H
#define REPORT_WORDING_H

#include "../base/buffer.h"
#include "../document/document.h"

/* Adds the bytes as one line: white space and line breaks become one blank, none at the ends; marks
 * that the mask puts in place of emphasis and soft hyphens are left out; bad bytes and controls
 * become U+FFFD. */
void wording_add(struct buffer *out, const char *bytes, size_t length);
/* Adds a file name: its bytes as they are, but for controls, which become "?". */
void wording_path(struct buffer *out, const char *path);
/* The law in text[start..end) as one line: without emphasis marks, tags and quote prefixes. */
void wording_of(struct buffer *out, const struct proviso_document *document, uint32_t start,
                uint32_t end);
/* The character to print for `character`: itself, or U+FFFD for controls and overrides of the
 * direction of writing. */
uint32_t wording_printable(uint32_t character);
/* How many columns a terminal gives to it: 0, 1 or 2. */
uint32_t wording_width(uint32_t character);
void wording_character(struct buffer *out, uint32_t character);

#endif
