/*
 * The summary of a reviewed draft. In: its notes. Out: counts by severity and by rule, each rule
 * with the numbers of its notes, "error weak-safeguard/discretion (2): 3, 7", what was not
 * understood, and what the severities mean.
 */
#include "note.h"

#include <stdlib.h>
#include <string.h>

/* Where a rule has more notes than this, the summary gives their numbers only. */
enum { CITED = 6 };

/* One rule in one note. */
struct row {
    uint32_t severity, rule, note, number, count;
};

static int compare_rows(const void *left, const void *right) {
    const struct row *a = left, *b = right;
    if (a->severity != b->severity) {
        return a->severity > b->severity ? -1 : 1;
    }
    if (a->rule != b->rule) {
        return a->rule < b->rule ? -1 : 1;
    }
    return a->number < b->number ? -1 : a->number > b->number;
}

static struct row *sort_rows(const struct notes *notes, struct arena *arena) {
    struct row *rows = ARENA_ARRAY(arena, struct row, notes->entry_count + 1);
    for (uint32_t i = 0; rows && i < notes->entry_count; i++) {
        const struct entry *entry = &notes->entries[i];
        uint32_t note = notes->note_of[i];
        rows[i] = (struct row){.severity = entry->severity,
                               .rule = entry->rule,
                               .note = note,
                               .number = notes->list[note].number,
                               .count = entry->count};
    }
    if (rows) {
        qsort(rows, notes->entry_count, sizeof *rows, compare_rows);
    }
    return rows;
}

static void add_citation(struct page *page, const struct notes *notes, uint32_t note) {
    char citation[512];
    proviso_document_citation(notes->document, notes->list[note].provision, citation,
                              sizeof citation);
    page_text(page, citation);
}

/* "error `rule` (5): notes 1 (Article 2), 3 (Article 3)": the rows [first, end) are of one rule. */
static void write_rule(struct page *page, const struct notes *notes, const struct row *rows,
                       uint32_t count, bool anchors) {
    const struct proviso_lexicon *lexicon = notes->document->lexicon;
    uint32_t findings = 0;
    for (uint32_t i = 0; i < count; i++) {
        findings += rows[i].count;
    }
    page_markup(page, "**", "");
    page_format(page, "%s", severity_name(rows->severity));
    page_markup(page, "** `", " ");
    page_format(page, "%s", lexicon_string(lexicon, lexicon->rules[rows->rule].id));
    page_markup(page, "`", "");
    page_format(page, " (%u): note%s ", findings, count == 1 ? "" : "s");
    for (uint32_t i = 0; i < count; i++) {
        page_format(page, i ? ", " : "");
        page_format(page, anchors && page->form == PAGE_MARKDOWN ? "[%u](#proviso-%u)" : "%u",
                    rows[i].number, rows[i].number);
        if (count <= CITED) {
            page_format(page, " (");
            add_citation(page, notes, rows[i].note);
            page_format(page, ")");
        }
    }
    page_line(page);
}

static void write_rules(struct page *page, const struct notes *notes, struct arena *arena,
                        bool anchors) {
    const struct row *rows = sort_rows(notes, arena);
    page->first = "- ";
    page->rest = "  ";
    for (uint32_t i = 0, end; rows && i < notes->entry_count; i = end) {
        for (end = i; end < notes->entry_count && rows[end].rule == rows[i].rule &&
                      rows[end].severity == rows[i].severity;) {
            end++;
        }
        write_rule(page, notes, &rows[i], end - i, anchors);
    }
    page->out->failed |= rows == NULL;
    page->first = page->rest = "";
}

/* How much of a text under negotiation is not agreed. */
static void write_unagreed(struct page *page, const struct notes *notes) {
    const struct proviso_findings *findings = notes->findings;
    uint32_t length = notes->document->text.length;
    if (!findings->unagreed) {
        return;
    }
    uint32_t percent = (uint32_t)((uint64_t)findings->unagreed * 100 / length);
    page_blank(page);
    page_format(page, "Not agreed: %u stretches in brackets or alternatives, %s%u %% of the text.",
                findings->bracket_count, percent ? "" : "less than ", percent ? percent : 1);
    page_line(page);
}

/* What the reader must know of how the draft was read. */
static void write_remarks(struct page *page, const struct notes *notes) {
    const struct proviso_document *document = notes->document;
    if (!document->remark_count && !notes->findings->unevaluated) {
        return;
    }
    page_blank(page);
    page_markup(page, "*", "");
    page_format(page, "How the draft was read:");
    page_markup(page, "*", "");
    for (uint32_t i = 0; i < document->remark_count; i++) {
        page_format(page, i ? "; " : " ");
        page_text(page, document->remarks[i]);
    }
    if (notes->findings->unevaluated) {
        page_format(page, "%s%u sentences were too long for a pattern and not tried with it",
                    document->remark_count ? "; " : " ", notes->findings->unevaluated);
    }
    page_format(page, ".");
    page_line(page);
}

void notes_write_summary(struct page *page, const struct notes *notes, struct arena *arena,
                         bool anchors) {
    if (notes->count) {
        page_blank(page);
        write_rules(page, notes, arena, anchors);
    }
    write_unagreed(page, notes);
    write_remarks(page, notes);
    page_blank(page);
    if (notes->count) {
        page_format(page,
                    "An error is wording that permits what a binding or judicial authority "
                    "forbids; a warning, a safeguard that is required and is not in the text; ");
        page_format(page, "a note, wording wide enough to invite either. ");
    }
    page_markup(page, "**" REPORT_CAUTION "**", REPORT_CAUTION);
    page_line(page);
}
