/*
 * The draft itself with notes. In: a draft and its findings. Out: the draft, untouched to the byte,
 * with a summary on top and, after each provision that has findings, a note:
 * > **Note 3 on Article 24(2)** [^](#proviso-summary)
 * A draft in plain text (its name ends in .txt) gets notes in plain text.
 */
#include "encode.h"
#include "mark.h"
#include "matrix.h"
#include "note.h"
#include "splice.h"
#include "wording.h"

#include <string.h>

enum { MARKDOWN_WIDTH = 98, PLAIN_WIDTH = 78, INDENT_MOST = 40 };

/* What is set into one draft. */
struct annotation {
    const struct proviso_document *document;
    struct notes notes;
    struct note_style style;
    struct arena *arena;
    const char *text, *file; /* as they were read */
    const char *line_end;
    char nonce[MARK_NONCE + 1];
    bool markdown;
    struct page page;
    char prefix[INDENT_MOST + 4];
    struct buffer block;   /* one stretch, in UTF-8 with LF */
    struct buffer encoded; /* all stretches, as they go into the file */
    struct edit *edits;    /* bytes are set at the end, when `encoded` does not move any more */
    uint32_t edit_count;
};

static bool is_plain(const char *path) {
    size_t length = strlen(path);
    const char *end = path + (length < 4 ? 0 : length - 4);
    return length >= 4 && end[0] == '.' && (end[1] | 32) == 't' && (end[2] | 32) == 'x' &&
           (end[3] | 32) == 't';
}

static void add_mark(struct annotation *annotation, const char *word) {
    struct buffer *block = &annotation->block;
    const char *indent = annotation->prefix;
    if (annotation->markdown) {
        buffer_add(block, indent, strcspn(indent, ">"));
        buffer_format(block, "<!-- proviso %s %s -->", annotation->nonce, word);
        return;
    }
    size_t start = block->length;
    buffer_format(block, "+-- proviso %s %s ", annotation->nonce, word);
    while (block->length - start < PLAIN_WIDTH && !block->failed) {
        buffer_add_char(block, '-');
    }
}

static void begin_block(struct annotation *annotation, uint32_t indent) {
    indent = indent < INDENT_MOST ? indent : INDENT_MOST;
    memset(annotation->prefix, ' ', indent);
    strcpy(annotation->prefix + indent, annotation->markdown ? "> " : "| ");
    buffer_clear(&annotation->block);
    annotation->page.out = &annotation->block;
    annotation->page.prefix = annotation->prefix;
    add_mark(annotation, "begin");
    buffer_add_string(&annotation->block, annotation->markdown ? "\n\n" : "\n");
}

/* " (Search and seizure)" */
static void add_heading(struct page *page, const struct proviso_document *document, uint32_t at) {
    const struct provision *provision = &document->provisions[at];
    if (at && provision->heading_end > provision->heading_start) {
        struct buffer heading = {0};
        wording_of(&heading, document, provision->heading_start, provision->heading_end);
        page_format(page, " (");
        page_words(page, heading.bytes, heading.length);
        page_format(page, ")");
        page->out->failed |= heading.failed;
        buffer_free(&heading);
    }
}

static void add_title(struct annotation *annotation, const struct note *note) {
    struct page *page = &annotation->page;
    char citation[512];
    proviso_document_citation(annotation->document, note->provision, citation, sizeof citation);
    if (annotation->markdown) {
        page_format(page, "<a id=\"proviso-%u\"></a>", note->number);
    }
    page_markup(page, "**", "");
    page_format(page, "Note %u on ", note->number);
    page_text(page, citation);
    add_heading(page, annotation->document, note->provision);
    page_markup(page, "** [\xE2\x86\x91](#proviso-summary)", "");
    page_line(page);
}

/* The byte of the file at which the line ends. Half a character of UTF-16 at the end of the file
 * stays behind what is set in. */
static uint32_t line_finish(const struct text *text, const struct line *line) {
    bool pairs = text->encoding == ENCODING_UTF16LE || text->encoding == ENCODING_UTF16BE;
    uint32_t offset = text_file_offset(text, line->end);
    return pairs ? offset & ~1u : offset;
}

/* The end of a stretch, and the stretch as an edit. `top`: it goes before the first line. */
static void end_block(struct annotation *annotation, uint32_t line, bool top) {
    const struct proviso_document *document = annotation->document;
    uint32_t next = top ? 0 : line + 1, number = top ? 1 : document_line_number(document, line) + 1;
    bool air = next < document->line_count && !document->lines[next].blank &&
               document_line_number(document, next) == number;
    buffer_add_string(&annotation->block, annotation->markdown ? "\n" : "");
    add_mark(annotation, air ? "end" : "end.");
    buffer_add_string(&annotation->block, air && top ? "\n\n" : air || top ? "\n" : "");
    struct edit *edit = &annotation->edits[annotation->edit_count++];
    edit->offset = top ? document->text.bom : line_finish(&document->text, &document->lines[line]);
    edit->end_offset = edit->offset;
    edit->length = annotation->encoded.length; /* where it begins, until finish_edits */
    if (!top) {
        encode_add(&annotation->encoded, document->text.encoding, annotation->line_end, "\n\n", 2);
    }
    encode_add(&annotation->encoded, document->text.encoding, annotation->line_end,
               annotation->block.bytes, annotation->block.length);
}

static void finish_edits(struct annotation *annotation) {
    size_t end = annotation->encoded.length;
    for (uint32_t i = annotation->edit_count; i-- > 0;) {
        size_t start = annotation->edits[i].length;
        annotation->edits[i].bytes = annotation->encoded.bytes + start;
        annotation->edits[i].length = end - start;
        end = start;
    }
}

/* The tables of powers and safeguards, each line behind the prefix of the note. */
static void add_tables(struct annotation *annotation) {
    struct buffer tables = {0};
    matrix_write(&tables, annotation->notes.findings, !annotation->markdown);
    page_blank(&annotation->page);
    for (size_t at = 0; at < tables.length;) {
        const char *line = tables.bytes + at;
        const char *end = memchr(line, '\n', tables.length - at);
        size_t length = end ? (size_t)(end - line) : tables.length - at;
        buffer_add_string(&annotation->block, annotation->prefix);
        buffer_add(&annotation->block, line, length);
        buffer_add_char(&annotation->block, '\n');
        at += length + 1;
    }
    annotation->block.failed |= tables.failed;
    buffer_free(&tables);
}

static void add_summary(struct annotation *annotation) {
    struct page *page = &annotation->page;
    struct buffer counts = {0};
    uint64_t totals[3];
    for (uint32_t i = 0; i < 3; i++) {
        totals[i] = proviso_findings_count(annotation->notes.findings, (enum proviso_severity)i);
    }
    uint32_t line = seam_front_matter(annotation->document);
    begin_block(annotation, 0);
    severity_counts(&counts, totals);
    page_markup(page, "<a id=\"proviso-summary\"></a>**", "");
    page_format(page, "Reviewed with Proviso " PROVISO_VERSION ": %s", buffer_string(&counts));
    page_markup(page, "**", "");
    page_line(page);
    buffer_free(&counts);
    notes_write_summary(page, &annotation->notes, annotation->arena, true);
    add_tables(annotation);
    end_block(annotation, line, line == DOCUMENT_NONE);
}

static void add_notes(struct annotation *annotation, const struct seam *seams) {
    const struct notes *notes = &annotation->notes;
    for (uint32_t i = 0; i < notes->count;) {
        uint32_t line = notes->list[i].line;
        begin_block(annotation, seams[line].indent);
        for (bool first = true; i < notes->count && notes->list[i].line == line; i++) {
            if (!first && annotation->markdown) {
                buffer_add_char(&annotation->block, '\n');
            } else if (!first) {
                page_blank(&annotation->page);
            }
            add_title(annotation, &notes->list[i]);
            note_write(&annotation->page, notes, &notes->list[i], &annotation->style);
            first = false;
        }
        end_block(annotation, line, false);
    }
}

static bool prepare(struct annotation *annotation, const struct proviso_findings *findings,
                    const struct seam *seams) {
    const struct proviso_document *document = annotation->document;
    struct arena *arena = annotation->arena;
    mark_nonce(annotation->file, document->text.file_length, annotation->nonce);
    annotation->line_end = encode_line_end(document);
    annotation->page.form = annotation->markdown ? PAGE_MARKDOWN : PAGE_PLAIN;
    annotation->page.first = annotation->page.rest = "";
    annotation->page.width = annotation->markdown ? MARKDOWN_WIDTH : PLAIN_WIDTH;
    annotation->style.anchors = true;
    annotation->style.explained = ARENA_ARRAY(arena, uint32_t, document->lexicon->rule_count + 1);
    annotation->edits = ARENA_ARRAY(arena, struct edit, findings->count + 1);
    return seams && annotation->style.explained && annotation->edits &&
           notes_gather(&annotation->notes, arena, document, findings, seams, 0);
}

static bool annotate(struct annotation *annotation, const struct proviso_findings *findings,
                     const struct proviso_sink *sink) {
    const struct text *text = &annotation->document->text;
    annotation->text = text_restore(text, annotation->arena);
    annotation->file = text->file ? text->file : annotation->text;
    if (!annotation->text) {
        return false;
    }
    struct seam *seams = seams_find(annotation->arena, annotation->document,
                                    annotation->markdown ? annotation->text : NULL);
    if (!prepare(annotation, findings, seams)) {
        return false;
    }
    add_summary(annotation);
    add_notes(annotation, seams);
    finish_edits(annotation);
    return !annotation->encoded.failed && !annotation->block.failed &&
           splice_write(annotation->file, text->file_length, annotation->edits,
                        annotation->edit_count, sink);
}

static void nothing(struct proviso_report *report) {
    (void)report;
}

static void document_annotated(struct proviso_report *report,
                               const struct proviso_document *document,
                               const struct proviso_findings *findings) {
    struct annotation annotation = {
        .document = document, .arena = arena_new(), .markdown = !is_plain(document->path)};
    report->failed |=
        !annotation.arena || !annotate(&annotation, findings, &report->sink) || report->failed;
    page_free(&annotation.page);
    buffer_free(&annotation.block);
    buffer_free(&annotation.encoded);
    arena_free(annotation.arena);
}

const struct reporter reporter_annotate = {nothing, document_annotated, nothing};
