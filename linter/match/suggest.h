/* What to write: the suggestion of a finding, chosen and fitted. */
#ifndef MATCH_SUGGEST_H
#define MATCH_SUGGEST_H

#include "../base/buffer.h"
#include "context.h"

/* Fills finding->suggestion, the first of its rule whose conditions hold where the finding stands,
 * and finding->wording. `buffer` is scratch. False when memory ran out. */
bool suggestion_fill(struct proviso_findings *findings, struct context *context,
                     struct finding *finding, struct buffer *buffer);

#endif
