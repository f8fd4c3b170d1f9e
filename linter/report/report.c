/*
 * Findings become a report. In: documents with their findings, one after the other. Out: bytes in
 * one of the formats, such as the line
 * draft.md:12:27: error: "as appropriate" leaves the safeguard to discretion
 * [weak-safeguard/discretion].
 */
#include "report.h"

#include <string.h>

enum { FLUSH_AT = 1 << 16 };

static const struct reporter *const reporters[] = {
    [PROVISO_FORMAT_TEXT] = &reporter_text,         [PROVISO_FORMAT_GNU] = &reporter_gnu,
    [PROVISO_FORMAT_JSON] = &reporter_json,         [PROVISO_FORMAT_MARKDOWN] = &reporter_markdown,
    [PROVISO_FORMAT_ANNOTATE] = &reporter_annotate, [PROVISO_FORMAT_MATRIX] = &reporter_matrix,
};

const char *proviso_version(void) {
    return PROVISO_VERSION;
}

static void write_out(struct proviso_report *report) {
    if (report->out.failed) {
        report->failed = true;
    }
    if (!report->failed && report->out.length) {
        report->failed =
            !report->sink.write(report->sink.context, report->out.bytes, report->out.length);
    }
    buffer_clear(&report->out);
}

void report_flush(struct proviso_report *report) {
    if (report->out.length >= FLUSH_AT || report->out.failed) {
        write_out(report);
    }
}

uint32_t *report_explained(struct proviso_report *report, const struct proviso_document *document) {
    uint32_t count = document->lexicon->rule_count;
    if (!report->explained || report->explained_count < count) {
        uint32_t *explained = ARENA_ARRAY(report->arena, uint32_t, count + 1);
        if (!explained) {
            report->failed = true;
            return NULL;
        }
        for (uint32_t i = 0; i < report->explained_count; i++) {
            explained[i] = report->explained[i];
        }
        report->explained = explained;
        report->explained_count = count;
    }
    return report->explained;
}

proviso_report *proviso_report_new(enum proviso_format format,
                                   const struct proviso_report_options *options,
                                   const struct proviso_sink *sink) {
    struct arena *arena = arena_new();
    struct proviso_report *report = arena ? ARENA_NEW(arena, struct proviso_report) : NULL;
    if (!report) {
        arena_free(arena);
        return NULL;
    }
    report->arena = arena;
    report->reporter = reporters[format];
    report->sink = *sink;
    if (options) {
        report->options = *options;
    }
    report->reporter->begin(report);
    return report;
}

bool proviso_report_document(proviso_report *report, const proviso_document *document,
                             const proviso_findings *findings) {
    for (uint32_t i = 0; i < findings->count; i++) {
        report->totals[findings->list[i].severity]++;
    }
    report->reporter->document(report, document, findings);
    report->documents++;
    write_out(report);
    return !report->failed;
}

bool proviso_report_end(proviso_report *report) {
    report->reporter->end(report);
    write_out(report);
    bool written = !report->failed;
    buffer_free(&report->out);
    arena_free(report->arena);
    return written;
}

const char *severity_name(uint32_t severity) {
    static const char *const names[] = {"note", "warning", "error"};
    return names[severity <= PROVISO_ERROR ? severity : PROVISO_NOTE];
}

void severity_counts(struct buffer *out, const uint64_t counts[3]) {
    const char *separator = "";
    for (uint32_t severity = PROVISO_ERROR + 1; severity-- > 0;) {
        if (counts[severity]) {
            buffer_format(out, "%s%llu %s%s", separator, (unsigned long long)counts[severity],
                          severity_name(severity), counts[severity] == 1 ? "" : "s");
            separator = ", ";
        }
    }
    if (!*separator) {
        buffer_add_string(out, "no findings");
    }
}
