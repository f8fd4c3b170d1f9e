/* Where a note may be set into a draft: line ends at which nothing is torn apart. */
#ifndef REPORT_SEAM_H
#define REPORT_SEAM_H

#include "../document/document.h"

/* After line i of the document a note may stand after line `next` (i itself, or the first that
 * allows one), `indent` columns from the left, where list that line stands in goes on. */
struct seam {
    uint32_t next;
    uint32_t last; /* the last line of the paragraph that line i stands in */
    uint32_t indent;
};

/* One seam a line, from the arena of the report; NULL when memory ran out. `text` is that of the
 * document (text_restore); NULL for plain text, which has no tables and lists to keep whole: every
 * line end will do. */
struct seam *seams_find(struct arena *arena, const struct proviso_document *document,
                        const char *text);
/* The line after which the note on `provision` stands when its words begin at `offset`: after the
 * provision; where that is long or holds articles, after the paragraph with the words. */
uint32_t seam_line(const struct seam *seams, const struct proviso_document *document,
                   uint32_t provision, uint32_t offset);
/* The line of the draft after which the summary stands (the end of front matter), or DOCUMENT_NONE
 * for the very top. */
uint32_t seam_front_matter(const struct proviso_document *document);

#endif
