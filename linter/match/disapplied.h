/* From references to findings: safeguards of one article that another does without. */
#ifndef MATCH_DISAPPLIED_H
#define MATCH_DISAPPLIED_H

#include "context.h"
#include "reference.h"

/* Adds excluded-safeguard/clause findings. */
bool match_disapplied(struct proviso_findings *findings, struct context *context,
                      const struct references *references, struct proviso_error *error);

#endif
