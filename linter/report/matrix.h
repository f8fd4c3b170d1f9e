/* Powers against safeguards, as tables and as JSON. */
#ifndef REPORT_MATRIX_H
#define REPORT_MATRIX_H

#include "../match/coverage.h"
#include "json_write.h"
#include "report.h"

/* Adds the two tables in Markdown, or in aligned columns where `plain`; nothing if the draft gives
 * no power. */
void matrix_write(struct buffer *out, const struct proviso_findings *findings, bool plain);

/* Adds the citation that a cell rests on: "Article 15(2)", "Criminal Procedure Code, Section 12".
 */
void matrix_cite(struct buffer *out, const struct proviso_findings *findings,
                 const struct cell *cell);

/* Adds the key "coverage" of one document. */
void matrix_write_json(struct json_writer *json, const struct proviso_findings *findings);

/* "defined", "by reference", "open-ended", the widest named; "" if nothing is said. */
const char *offences_name(uint32_t offences);

#endif
