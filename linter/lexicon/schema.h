/* The JSON Schema (draft-07) of lexicon files, for completion in editors. */
#ifndef LEXICON_SCHEMA_H
#define LEXICON_SCHEMA_H

#include "../base/buffer.h"

/* Adds the schema, made from the table of keys. lexicons/schema.json is a copy of it. */
void lexicon_schema(struct buffer *out);

#endif
