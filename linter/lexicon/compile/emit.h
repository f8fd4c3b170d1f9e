/* Writing a lexicon as C. */
#ifndef LEXICON_COMPILE_EMIT_H
#define LEXICON_COMPILE_EMIT_H

#include <stdio.h>

#include "lexicon/lexicon.h"

/* Writes a C file that defines proviso_lexicon_builtin and lexicon_builtin_sources. */
void emit_lexicon(FILE *file, const struct proviso_lexicon *lexicon,
                  const struct proviso_source *sources, size_t count);

#endif
