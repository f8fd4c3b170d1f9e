/*
 * Wording to add, as a block for counsel to copy. In: a note on Section 31, which lacks four
 * safeguards. Out: *Better wording*, at the end of Section 31: and four paragraphs, quoted, with
 * the numbers that they would bear. What goes into a sentence or stands for other words is said
 * with its finding.
 */
#include "note.h"

#include "../match/insert.h"

#include <string.h>

static const struct finding *finding_at(const struct notes *notes, uint32_t entry) {
    return &notes->findings->list[notes->order[notes->entries[entry].first]];
}

bool note_adds(const struct notes *notes, const struct finding *finding,
               struct insertion *insertion) {
    return insertion_find(notes->findings, finding, insertion) && !insertion->inside;
}

static void add_place(struct page *page, const struct notes *notes,
                      const struct insertion *insertion) {
    char citation[512];
    proviso_document_citation(notes->document, insertion->article, citation, sizeof citation);
    page_markup(page, "*", "");
    page_format(page, "Better wording");
    page_markup(page, "*", "");
    page_format(page, insertion->opens ? ", in an article behind " : ", at the end of ");
    page_text(page, insertion->article ? citation : "the document");
    page_format(page, ":");
    page_line(page);
    page_blank(page);
}

/* One paragraph of the block: its number and its words. */
static void add_paragraph(struct page *page, const struct notes *notes,
                          const struct finding *finding, const struct insertion *insertion) {
    struct buffer number = {0};
    if (insertion->opens) {
        buffer_format(&number, "%u. ", insertion->next);
    } else {
        insertion_number(notes->document, insertion, &number);
    }
    page_text(page, buffer_string(&number));
    page_text(page, finding->wording);
    page_line(page);
    page->out->failed |= number.failed;
    buffer_free(&number);
}

static void add_title(struct page *page, const struct notes *notes, const struct finding *finding,
                      const struct insertion *insertion) {
    struct buffer title = {0};
    insertion_title(notes->document, insertion,
                    lexicon_string(notes->document->lexicon, finding->suggestion->heading), &title);
    page_markup(page, "**", "");
    page_text(page, buffer_string(&title));
    page_markup(page, "**", "");
    page_line(page);
    page_line(page);
    page->out->failed |= title.failed;
    buffer_free(&title);
}

/* Whether the entry goes to the place and no other that does says the same and more. */
static bool belongs(const struct notes *notes, const struct note *note, uint32_t entry,
                    const struct insertion *place) {
    const struct finding *finding = finding_at(notes, entry);
    struct insertion other;
    if (!note_adds(notes, finding, &other) || other.at != place->at ||
        other.opens != place->opens) {
        return false;
    }
    for (uint32_t i = note->entry_first; i < note->entry_first + note->entry_count; i++) {
        const struct finding *more = finding_at(notes, i);
        if (i != entry && note_adds(notes, more, &other) && other.at == place->at &&
            strstr(more->wording, finding->wording) &&
            (i < entry || strcmp(more->wording, finding->wording) != 0)) {
            return false;
        }
    }
    return true;
}

/* All entries from `first` on that go to the same place. */
static void add_block(struct page *page, const struct notes *notes, const struct note *note,
                      uint32_t first, const struct insertion *place) {
    const char *lead = page->form == PAGE_MARKDOWN ? "> " : "    ";
    struct insertion next = *place;
    bool second = false;
    page_blank(page);
    add_place(page, notes, place);
    page->first = page->rest = lead;
    if (place->opens) {
        add_title(page, notes, finding_at(notes, first), place);
        next.next = 1;
    }
    for (uint32_t i = first; i < note->entry_first + note->entry_count; i++) {
        if (!belongs(notes, note, i, place)) {
            continue;
        }
        if (second) {
            page_line(page);
        }
        add_paragraph(page, notes, finding_at(notes, i), &next);
        next.next += next.next != 0;
        second = true;
    }
    page->first = page->rest = "";
}

void note_write_wording(struct page *page, const struct notes *notes, const struct note *note) {
    struct insertion place, other;
    for (uint32_t i = note->entry_first; i < note->entry_first + note->entry_count; i++) {
        bool first = note_adds(notes, finding_at(notes, i), &place);
        for (uint32_t j = note->entry_first; first && j < i; j++) {
            first = !note_adds(notes, finding_at(notes, j), &other) || other.at != place.at ||
                    other.opens != place.opens;
        }
        if (first) {
            add_block(page, notes, note, i, &place);
        }
    }
}
