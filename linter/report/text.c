/*
 * Findings for a terminal. In: findings. Out: for each the line of the gnu format, the provision,
 * an excerpt with carets under the words, a suggestion and, the first time its rule appears, why
 * and on whose authority.
 */
#include "excerpt.h"
#include "page.h"
#include "place.h"
#include "report.h"
#include "suggestion.h"
#include "wording.h"

#include <string.h>

static const char *paint(const struct proviso_report *report, const char *colour) {
    return report->options.colour ? colour : "";
}

static const char *severity_colour(uint32_t severity) {
    static const char *const colours[] = {"\x1b[1;36m", "\x1b[1;33m", "\x1b[1;31m"};
    return colours[severity <= PROVISO_ERROR ? severity : PROVISO_NOTE];
}

static void begin(struct proviso_report *report) {
    (void)report;
}

static void add_header(struct proviso_report *report, const struct proviso_document *document,
                       const struct finding *finding, const struct place *place) {
    struct buffer *out = &report->out;
    const char *off = paint(report, "\x1b[0m");
    buffer_add_string(out, paint(report, "\x1b[1m"));
    wording_path(out, document->path);
    buffer_format(out, ":%u:%u:%s ", place->line, place->column, off);
    buffer_format(out, "%s%s:%s ", paint(report, severity_colour(finding->severity)),
                  severity_name(finding->severity), off);
    wording_add(out, finding->message, strlen(finding->message));
    buffer_add_string(out, paint(report, " \x1b[2m"));
    buffer_format(out, "%s[%s]%s\n", report->options.colour ? "" : " ",
                  lexicon_string(document->lexicon, finding_rule(document, finding)->id), off);
}

static void add_paragraph(struct page *page, const char *label, const char *words) {
    page_format(page, "%s: ", label);
    page_text(page, words);
    page_line(page);
}

static void add_authorities(struct page *page, const struct proviso_lexicon *lexicon,
                            const struct lexicon_rule *rule) {
    for (uint32_t i = 0; i < rule->authority_count; i++) {
        const struct lexicon_authority *authority =
            &lexicon->authorities[lexicon->refs[rule->authority_first + i]];
        add_paragraph(page, "authority", lexicon_string(lexicon, authority->title));
    }
}

static void add_advice(struct proviso_report *report, const struct proviso_document *document,
                       const struct finding *finding) {
    struct page page = {
        .out = &report->out, .prefix = "  ", .first = "", .rest = "    ", .width = 94};
    struct buffer suggestion = {0};
    const struct lexicon_rule *rule = finding_rule(document, finding);
    suggestion_message(&suggestion, document, finding);
    if (suggestion.length) {
        add_paragraph(&page, "suggestion", buffer_string(&suggestion));
    }
    buffer_free(&suggestion);
    if (finding->looked) {
        add_paragraph(&page, "looked in", finding->looked);
    }
    uint32_t *explained = report_explained(report, document);
    if (explained && !explained[finding->rule]) {
        explained[finding->rule] = 1;
        add_paragraph(&page, "why", lexicon_string(document->lexicon, rule->why));
        add_authorities(&page, document->lexicon, rule);
    }
    page_free(&page);
}

static void add_finding(struct proviso_report *report, const struct proviso_document *document,
                        const struct finding *finding, const struct place *place) {
    struct excerpt_style style = {paint(report, "\x1b[34m"),
                                  paint(report, severity_colour(finding->severity)),
                                  paint(report, "\x1b[0m")};
    char citation[512];
    proviso_document_citation(document, finding->provision, citation, sizeof citation);
    add_header(report, document, finding, place);
    buffer_add_string(&report->out, "  ");
    wording_add(&report->out, citation, strlen(citation));
    buffer_add_char(&report->out, '\n');
    excerpt_add(&report->out, document, finding->start, finding->end, &style);
    add_advice(report, document, finding);
    buffer_add_char(&report->out, '\n');
}

static void document_excerpts(struct proviso_report *report,
                              const struct proviso_document *document,
                              const struct proviso_findings *findings) {
    struct places places = places_start(document, report->options.column);
    for (uint32_t i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->list[i];
        struct place place = places_find(&places, finding->start, finding->end);
        add_finding(report, document, finding, &place);
        report_flush(report);
    }
}

static void end(struct proviso_report *report) {
    severity_counts(&report->out, report->totals);
    buffer_format(&report->out, " in %u %s. " REPORT_CAUTION "\n", report->documents,
                  report->documents == 1 ? "draft" : "drafts");
    if (report->totals[0] + report->totals[1] + report->totals[2]) {
        buffer_add_string(&report->out, "`proviso explain RULE` shows a rule with its examples.\n");
    }
}

const struct reporter reporter_text = {begin, document_excerpts, end};
