/* What is not agreed: square brackets and alternatives in a text under negotiation. */
#ifndef MATCH_BRACKET_H
#define MATCH_BRACKET_H

#include "context.h"

/* Finds them; they are kept in the findings. Left out are brackets that are a citation or an
 * editor's ("[Act 56]", "[repealed]", "[agreed ad referendum]": they begin with a hit of the
 * concept `editorial`), numbers only, and marks of consolidation. */
bool brackets_find(struct proviso_findings *findings, struct context *context,
                   struct proviso_error *error);

/* The unagreed text that the offset lies in, or NULL. */
const struct unagreed *brackets_at(const struct proviso_findings *findings, uint32_t offset);

#endif
