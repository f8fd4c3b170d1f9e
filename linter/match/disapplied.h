/* From references to findings: safeguards of one article that another does without. */
#ifndef MATCH_DISAPPLIED_H
#define MATCH_DISAPPLIED_H

#include "context.h"
#include "inquiry.h"
#include "reference.h"

/* Adds excluded-safeguard/clause findings. */
bool match_disapplied(struct proviso_findings *findings, struct context *context,
                      const struct references *references, struct proviso_error *error);

/* Excludes what a subject was given by articles that its own words do without; `own` are the cells
 * of its own words. */
void cells_disapply(const struct inquiry *inquiry, struct subject *subject, const struct cell *own);

/* What is switched off for a power, and is given to others, is excluded there: to be called when
 * the cells of all subjects are known. */
void coverage_switch_off(const struct inquiry *inquiry);

#endif
