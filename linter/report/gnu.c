/*
 * One finding a line, for editors and scripts. In: findings. Out, exactly:
 * draft.md:12:27: error: "as appropriate" leaves the safeguard to discretion
 * [weak-safeguard/discretion] Nothing from the draft or its name can begin a second line.
 */
#include "place.h"
#include "report.h"
#include "wording.h"

#include <string.h>

static void begin(struct proviso_report *report) {
    (void)report;
}

static void document_lines(struct proviso_report *report, const struct proviso_document *document,
                           const struct proviso_findings *findings) {
    struct buffer *out = &report->out;
    struct places places = places_start(document, report->options.column);
    for (uint32_t i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->list[i];
        struct place place = places_find(&places, finding->start, finding->end);
        wording_path(out, document->path);
        buffer_format(out, ":%u:%u: %s: ", place.line, place.column,
                      severity_name(finding->severity));
        wording_add(out, finding->message, strlen(finding->message));
        buffer_format(out, " [%s]\n",
                      lexicon_string(document->lexicon, finding_rule(document, finding)->id));
        report_flush(report);
    }
}

static void end(struct proviso_report *report) {
    (void)report;
}

const struct reporter reporter_gnu = {begin, document_lines, end};
