/* From cells to findings: missing-..., coverage-gap, unsettled-safeguard. */
#ifndef MATCH_ABSENCE_H
#define MATCH_ABSENCE_H

#include "context.h"
#include "coverage.h"

/* Adds a finding for each lack, and for each bracket that a safeguard stands in. */
bool match_absences(struct proviso_findings *findings, struct context *context,
                    const struct coverage *coverage, struct proviso_error *error);

#endif
