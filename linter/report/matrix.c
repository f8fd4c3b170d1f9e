/*
 * Powers against safeguards. In: the cells of a draft. Out: two tables. The first has the powers
 * down and the safeguards across: "| Article 19 | weak (Article 15(2)) | missing |". The second
 * says for each chapter to which offences it applies, which powers it gives, what governs them.
 */
#include "matrix.h"

#include "../match/message.h"
#include "grid.h"

#include <string.h>

enum { CITATION = 256 };

const char *offences_name(uint32_t offences) {
    return offences & OFFENCES_ANY         ? "open-ended"
           : offences & OFFENCES_REFERENCE ? "by reference"
           : offences & OFFENCES_DEFINED   ? "defined"
                                           : "";
}

void matrix_cite(struct buffer *out, const struct proviso_findings *findings,
                 const struct cell *cell) {
    const struct proviso_document *document = findings->document;
    if (cell->other) {
        char title[CITATION];
        other_title(findings->others[cell->other - 1], title, sizeof title);
        buffer_format(out, "%s, ", title);
        document = findings->others[cell->other - 1]->document;
    }
    message_cite(out, document, cell->provision);
}

static void add_heading(struct buffer *out, const struct proviso_document *document,
                        uint32_t provision) {
    char heading[CITATION];
    if (proviso_document_heading(document, provision, heading, sizeof heading)) {
        buffer_add_string(out, " ");
        buffer_add_string(out, heading);
    }
}

/* Whether a power is asked for any safeguard that is not of an offence or of the instrument. */
static bool is_power(const struct lexicon_safeguard *safeguards, uint32_t count,
                     const struct subject *subject) {
    for (uint32_t i = 0; i < count; i++) {
        bool asked = (subject->must | subject->recommended) >> i & 1;
        if (asked && safeguards[i].of != SUBJECT_OFFENCE &&
            safeguards[i].of != SUBJECT_INSTRUMENT) {
            return true;
        }
    }
    return false;
}

static bool document_has_power(const struct proviso_findings *findings) {
    const struct proviso_lexicon *lexicon = findings->document->lexicon;
    const struct coverage *coverage = findings->coverage;
    for (uint32_t i = 0; i < coverage->count; i++) {
        if (is_power(lexicon->safeguards, lexicon->safeguard_count, &coverage->subjects[i])) {
            return true;
        }
    }
    return false;
}

static void add_cell(struct buffer *out, const struct proviso_findings *findings,
                     const struct subject *subject, uint32_t safeguard) {
    const struct cell *cell = &subject->cells[safeguard];
    if (!((subject->must | subject->recommended) >> safeguard & 1)) {
        buffer_add_string(out, "–");
        return;
    }
    buffer_add_string(out, state_name(cell->state));
    if (cell->provision != DOCUMENT_NONE) {
        buffer_add_string(out, " (");
        matrix_cite(out, findings, cell);
        buffer_add_string(out, ")");
    }
}

/* Whether any power is asked for the safeguard. */
static bool is_asked(const struct proviso_findings *findings, uint32_t safeguard, uint32_t of) {
    const struct coverage *coverage = findings->coverage;
    if (findings->document->lexicon->safeguards[safeguard].of != of) {
        return false;
    }
    for (uint32_t i = 0; i < coverage->count; i++) {
        const struct subject *subject = &coverage->subjects[i];
        if ((subject->must | subject->recommended) >> safeguard & 1) {
            return true;
        }
    }
    return false;
}

/* One table: the powers down, the safeguards of one kind across. */
static void write_powers(struct grid *grid, const struct proviso_findings *findings, uint32_t of,
                         const char *title) {
    const struct proviso_lexicon *lexicon = findings->document->lexicon;
    uint32_t columns = 0;
    for (uint32_t i = 0; i < lexicon->safeguard_count; i++) {
        columns += is_asked(findings, i, of);
    }
    if (columns == 0) {
        return;
    }
    grid_begin(grid, title);
    buffer_add_string(grid_cell(grid), "power");
    for (uint32_t i = 0; i < lexicon->safeguard_count; i++) {
        if (is_asked(findings, i, of)) {
            buffer_add_string(grid_cell(grid),
                              lexicon_string(lexicon, lexicon->safeguards[i].title));
        }
    }
    grid_row(grid);
    for (uint32_t at = 0; at < findings->coverage->count; at++) {
        const struct subject *subject = &findings->coverage->subjects[at];
        if (!is_power(lexicon->safeguards, lexicon->safeguard_count, subject)) {
            continue;
        }
        struct buffer *cell = grid_cell(grid);
        message_cite(cell, findings->document, subject->provision);
        add_heading(cell, findings->document, subject->provision);
        for (uint32_t i = 0; i < lexicon->safeguard_count; i++) {
            if (is_asked(findings, i, of)) {
                add_cell(grid_cell(grid), findings, subject, i);
            }
        }
        grid_row(grid);
    }
    grid_end(grid);
}

/* Names once each clause that governs subjects first..end-1. */
static void add_clauses(struct buffer *out, const struct proviso_findings *findings, uint32_t first,
                        uint32_t end) {
    uint32_t last = DOCUMENT_NONE;
    for (uint32_t i = first; i < end; i++) {
        uint32_t clause = findings->coverage->subjects[i].clause;
        if (clause != DOCUMENT_NONE && clause != last) {
            buffer_add_string(out, last == DOCUMENT_NONE ? "" : ", ");
            message_cite(out, findings->document, clause);
            add_heading(out, findings->document, clause);
            last = clause;
        }
    }
    if (last == DOCUMENT_NONE) {
        buffer_add_string(out, "none that governs them");
    }
}

static void write_chapter(struct grid *grid, const struct proviso_findings *findings,
                          uint32_t first, uint32_t end, uint32_t part) {
    const struct proviso_lexicon *lexicon = findings->document->lexicon;
    uint32_t offences = 0, count = 0;
    message_cite(grid_cell(grid), findings->document, part);
    struct buffer *powers = grid_cell(grid);
    for (uint32_t i = first; i < end; i++) {
        const struct subject *subject = &findings->coverage->subjects[i];
        if (is_power(lexicon->safeguards, lexicon->safeguard_count, subject)) {
            buffer_add_string(powers, count++ ? "; " : "");
            message_cite(powers, findings->document, subject->provision);
            add_heading(powers, findings->document, subject->provision);
            offences |= subject->offences;
        }
    }
    struct buffer *classes = grid_cell(grid);
    static const char *const names[] = {"those defined here", "others by reference", "any offence"};
    for (uint32_t i = 0, named = 0; i < 3; i++) {
        if (offences >> i & 1) {
            buffer_add_string(classes, named++ ? "; " : "");
            buffer_add_string(classes, names[i]);
        }
    }
    buffer_add_string(classes, offences ? "" : "not said");
    add_clauses(grid_cell(grid), findings, first, end);
    if (count) {
        grid_row(grid);
    } else {
        grid_drop(grid);
    }
}

static void write_chapters(struct grid *grid, const struct proviso_findings *findings) {
    static const char *const columns[] = {"chapter", "powers it gives", "offences they apply to",
                                          "safeguards that govern them"};
    const struct coverage *coverage = findings->coverage;
    grid_begin(grid, "What each chapter gives, for which offences, under which safeguards");
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        buffer_add_string(grid_cell(grid), columns[i]);
    }
    grid_row(grid);
    for (uint32_t first = 0, end; first < coverage->count; first = end) {
        uint32_t part = coverage_part(findings->document, coverage->subjects[first].provision);
        for (end = first + 1; end < coverage->count; end++) {
            if (coverage_part(findings->document, coverage->subjects[end].provision) != part) {
                break;
            }
        }
        write_chapter(grid, findings, first, end, part);
    }
    grid_end(grid);
}

void matrix_write(struct buffer *out, const struct proviso_findings *findings, bool plain) {
    struct grid grid = {.out = out, .plain = plain};
    if (document_has_power(findings)) {
        write_powers(&grid, findings, SUBJECT_POWER, "Powers and their safeguards");
        write_powers(&grid, findings, SUBJECT_REGIME, "Powers and the regime that governs them");
        write_powers(&grid, findings, SUBJECT_COOPERATION, "Cooperation and its safeguards");
        write_chapters(&grid, findings);
    }
    grid_free(&grid);
}

static void nothing(struct proviso_report *report) {
    (void)report;
}

static void document_matrix(struct proviso_report *report, const struct proviso_document *document,
                            const struct proviso_findings *findings) {
    bool plain = report->options.plain;
    buffer_format(&report->out, plain ? "%s\n\n" : "# %s\n\n", document->path);
    size_t before = report->out.length;
    matrix_write(&report->out, findings, plain);
    if (report->out.length == before) {
        buffer_add_string(&report->out, "No power was found in this draft.\n\n");
    }
    buffer_add_string(&report->out, REPORT_CAUTION "\n");
}

const struct reporter reporter_matrix = {nothing, document_matrix, nothing};
