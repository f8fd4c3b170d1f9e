/* Terms that carry an offence or a power and are defined nowhere. */
#ifndef MATCH_UNDEFINED_H
#define MATCH_UNDEFINED_H

#include "context.h"

/* Adds a finding at the first use of each term that needs a definition and has none. */
bool match_undefined(struct proviso_findings *findings, struct context *context,
                     struct proviso_error *error);

#endif
