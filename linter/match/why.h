/* Why a rule is silent at words that it matches. */
#ifndef MATCH_WHY_H
#define MATCH_WHY_H

#include "context.h"

/* Keeps the condition that silences the rule at the place, if one does. */
bool why_keep(struct proviso_findings *findings, struct context *context, uint32_t *capacity,
              uint32_t rule, const struct place *place);

#endif
