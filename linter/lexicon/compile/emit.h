/* Writing a lexicon as C. */
#ifndef LEXICON_COMPILE_EMIT_H
#define LEXICON_COMPILE_EMIT_H

#include <stdio.h>

#include "lexicon/lexicon.h"

/* Writes a C file that defines proviso_lexicon_builtin and lexicon_builtin_files. False
 * when memory ran out. */
bool emit_lexicon(FILE *file, const struct proviso_lexicon *lexicon,
                  const struct proviso_source *sources, size_t count);

/* Writes bytes as string literals, and rows of numbers as an array of structs. */
void emit_bytes(FILE *file, const char *name, const char *bytes, size_t length);
void emit_rows(FILE *file, const char *type, const char *name, const void *rows, size_t count,
               size_t size);
/* Writes the nodes of the sources. emit_tree.c */
bool emit_files(FILE *file, const struct proviso_source *sources, size_t count);

#endif
