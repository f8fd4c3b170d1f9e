/* Characters that are more, or fewer, letters than they look. */
#ifndef DOCUMENT_FOLD_H
#define DOCUMENT_FOLD_H

#include <stdbool.h>
#include <stdint.h>

/* The letters of a ligature such as U+FB03, "ffi", or NULL. */
const char *fold_ligature(uint32_t character);
/* The one character for a small letter and the combining accent behind it, or 0: e and U+0301 are
 * é. */
uint32_t fold_compose(uint32_t letter, uint32_t accent);
/* Characters that are words by themselves: Chinese has no spaces. */
bool fold_is_ideograph(uint32_t character);

#endif
