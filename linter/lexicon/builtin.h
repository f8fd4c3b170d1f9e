/* What the generated file of built-in tables has besides proviso_lexicon_builtin. */
#ifndef LEXICON_BUILTIN_H
#define LEXICON_BUILTIN_H

#include "proviso.h"

/* The YAML that the built-in tables were made from; --lexicon adds to it. */
const struct proviso_source *lexicon_builtin_sources(size_t *count);

#endif
