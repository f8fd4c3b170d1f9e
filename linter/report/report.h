/* What reporters share. A reporter is three functions over one buffer of output. */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include "../base/arena.h"
#include "../base/buffer.h"
#include "../match/match.h"

struct reporter {
    void (*begin)(struct proviso_report *report);
    void (*document)(struct proviso_report *report, const struct proviso_document *document,
                     const struct proviso_findings *findings);
    void (*end)(struct proviso_report *report);
};

extern const struct reporter reporter_text, reporter_gnu, reporter_json, reporter_markdown,
    reporter_annotate, reporter_matrix;

struct proviso_report {
    const struct reporter *reporter;
    struct proviso_report_options options;
    struct proviso_sink sink;
    struct arena *arena;
    struct buffer out; /* written to the sink by report_flush */
    bool failed;       /* the sink has refused bytes, or memory ran out */
    uint32_t documents;
    uint64_t totals[3];  /* by severity */
    uint32_t notes;      /* numbered so far */
    uint32_t *explained; /* by rule: 1, or the number of the note, once why has been said */
    uint32_t explained_count;
};

/* Hands the buffer to the sink once it is large. Reporters call it now and then. */
void report_flush(struct proviso_report *report);
/* report->explained, large enough for the rules of the document; NULL when memory ran out. */
uint32_t *report_explained(struct proviso_report *report, const struct proviso_document *document);

/* "error", "warning", "note". */
const char *severity_name(uint32_t severity);
/* "3 errors, 1 warning"; those that are none are left out; "no findings". */
void severity_counts(struct buffer *out, const uint64_t counts[3]);

/* What every report says of itself. */
#define REPORT_CAUTION "No finding is not compliance."

static inline const struct lexicon_rule *finding_rule(const struct proviso_document *document,
                                                      const struct finding *finding) {
    return &document->lexicon->rules[finding->rule];
}

#endif
