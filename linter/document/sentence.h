/* Where sentences end: sentence_end.c, for sentence.c. */
#ifndef DOCUMENT_SENTENCE_H
#define DOCUMENT_SENTENCE_H

#include "document.h"

/* Goes from sentence to sentence through a stretch of the text. */
struct sentence_scan {
    const struct proviso_document *document;
    uint32_t start, end; /* the sentence found last, without white space around it */
    uint32_t next, limit;
    uint32_t line; /* that holds `next`, or an earlier one */
};

/* `line` is where to begin looking for the one that holds `start`. */
struct sentence_scan sentence_scan_start(const struct proviso_document *document, uint32_t line,
                                         uint32_t start, uint32_t end);
/* False when there is none left. What has no word in it is no sentence. */
bool sentence_scan_next(struct sentence_scan *scan);

/* Whether text[start..end) ends in a full stop, question or exclamation mark, perhaps in quotes. */
bool sentence_is_closed(const struct proviso_document *document, uint32_t start, uint32_t end);

#endif
