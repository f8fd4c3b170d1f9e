/* From references to findings: those that point nowhere, numbers given twice. */
#ifndef MATCH_DANGLING_H
#define MATCH_DANGLING_H

#include "context.h"
#include "reference.h"

/* Adds dangling-reference findings. */
bool match_dangling(struct proviso_findings *findings, struct context *context,
                    const struct references *references, struct proviso_error *error);

#endif
