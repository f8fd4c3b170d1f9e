/* Other encodings into UTF-8. text->file, file_length and encoding are set. */
#ifndef DOCUMENT_RECODE_H
#define DOCUMENT_RECODE_H

#include "document.h"

/* Both fill recoded, bytes and length, and runs from the arena, and return false when memory ran
 * out. */
bool recode_windows_1252(struct text *text, struct arena *arena);
/* Also counts lone surrogates and an odd byte at the end, and says where in the text the first is.
 */
bool recode_utf16(struct text *text, struct arena *arena, uint32_t *first_bad);

#endif
