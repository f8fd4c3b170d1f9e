/* Notes: what is said about one provision, as people read it. */
#ifndef REPORT_NOTE_H
#define REPORT_NOTE_H

#include "page.h"
#include "place.h"
#include "report.h"
#include "seam.h"

/* The findings of one rule in one provision. */
struct entry {
    uint32_t rule, severity;
    uint32_t first, count; /* notes->order[first..first+count) are its findings */
};

struct note {
    uint32_t provision;
    uint32_t line;   /* the line of the draft after which it stands; 0 without seams */
    uint32_t number; /* from 1 */
    uint32_t entry_first, entry_count;
};

struct notes {
    const struct proviso_document *document;
    const struct proviso_findings *findings;
    struct note *list;
    uint32_t count;
    struct entry *entries;
    uint32_t entry_count;
    uint32_t *order;   /* indices of findings */
    uint32_t *note_of; /* by entry: index of its note */
};

/* Gathers all findings into notes, in the order in which they stand; in a note the gravest entry is
 * first. Numbers go on from `numbered`. `seams` may be NULL: notes then follow the provisions. */
bool notes_gather(struct notes *notes, struct arena *arena, const struct proviso_document *document,
                  const struct proviso_findings *findings, const struct seam *seams,
                  uint32_t numbered);

/* How notes are written. */
struct note_style {
    uint32_t *explained; /* by rule: the number of the note that says why, or 0 */
    bool anchors;        /* notes are linked to and fro */
    bool quoted;         /* with the sentence that the words stand in, for a report without draft */
};

/* The entries of a note, one paragraph each, with the words, why, authority and wording. */
void note_write(struct page *page, const struct notes *notes, const struct note *note,
                struct note_style *style);
/* Whether the suggestion of the finding is a paragraph or an article to add. better_wording.c */
struct insertion;
bool note_adds(const struct notes *notes, const struct finding *finding,
               struct insertion *insertion);
/* Those of a note, quoted, behind a line that says where they go. */
void note_write_wording(struct page *page, const struct notes *notes, const struct note *note);
/* Counts by severity and by rule, with the numbers of the notes, and what was not understood. */
void notes_write_summary(struct page *page, const struct notes *notes, struct arena *arena,
                         bool anchors);

#endif
