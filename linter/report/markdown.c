/*
 * Findings as a document to read. In: drafts with their findings. Out: Markdown, a section a draft
 * with its summary, then one a provision ("### Article 24(2), line 12") with notes that quote the
 * law, since the draft is not at hand.
 */
#include "note.h"
#include "wording.h"

#include <string.h>

static void begin(struct proviso_report *report) {
    buffer_add_string(&report->out, "# Review by Proviso " PROVISO_VERSION "\n");
}

static void add_heading(struct page *page, const char *marks, const char *words) {
    page_format(page, "%s ", marks);
    page_text(page, words);
}

static void add_note(struct proviso_report *report, struct page *page, const struct notes *notes,
                     const struct note *note, struct note_style *style) {
    const struct finding *first =
        &notes->findings->list[notes->order[notes->entries[note->entry_first].first]];
    char citation[512];
    proviso_document_citation(notes->document, note->provision, citation, sizeof citation);
    page_blank(page);
    add_heading(page, "###", citation);
    page_format(page, ", line %u (note %u)",
                document_line_number(notes->document, place_line(notes->document, first->start)),
                note->number);
    page_line(page);
    note_write(page, notes, note, style);
    report_flush(report);
}

static bool add_document(struct proviso_report *report, struct page *page, struct arena *arena,
                         const struct proviso_document *document,
                         const struct proviso_findings *findings) {
    struct notes notes;
    struct note_style style = {.quoted = true};
    uint64_t counts[3] = {0};
    style.explained = report_explained(report, document);
    if (!style.explained || !notes_gather(&notes, arena, document, findings, NULL, report->notes)) {
        return false;
    }
    for (uint32_t i = 0; i < 3; i++) {
        counts[i] = proviso_findings_count(findings, (enum proviso_severity)i);
    }
    page_blank(page);
    add_heading(page, "##", document->path);
    page_line(page);
    page_blank(page);
    severity_counts(&page->paragraph, counts);
    page_format(page, ".");
    page_line(page);
    notes_write_summary(page, &notes, arena, false);
    for (uint32_t i = 0; i < notes.count; i++) {
        add_note(report, page, &notes, &notes.list[i], &style);
    }
    report->notes += notes.count;
    return true;
}

static void document_section(struct proviso_report *report, const struct proviso_document *document,
                             const struct proviso_findings *findings) {
    struct page page = {
        .out = &report->out, .form = PAGE_MARKDOWN, .prefix = "", .first = "", .rest = ""};
    struct arena *arena = arena_new();
    report->failed |= !arena || !add_document(report, &page, arena, document, findings);
    arena_free(arena);
    page_free(&page);
}

static void end(struct proviso_report *report) {
    (void)report;
}

const struct reporter reporter_markdown = {begin, document_section, end};
