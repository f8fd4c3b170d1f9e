/* Wording added to a draft: where it goes, and what is written there. */
#ifndef MATCH_INSERT_H
#define MATCH_INSERT_H

#include "../base/buffer.h"
#include "match.h"

/* Where added wording goes and what is written there: insert.c. */
struct insertion {
    uint32_t at;      /* an offset of the text */
    uint32_t article; /* into or behind which it goes */
    uint32_t next;    /* number of the paragraph, 0 if paragraphs have none */
    bool opens;       /* it becomes an article of its own */
    bool inside;      /* words in a sentence, behind others */
};
/* False if the suggestion of the finding adds nothing, or there is no place for it. */
bool insertion_find(const struct proviso_findings *findings, const struct finding *finding,
                    struct insertion *insertion);
/* "(4) ", as the paragraphs of the article are numbered; nothing if they are not. */
void insertion_number(const struct proviso_document *document, const struct insertion *insertion,
                      struct buffer *out);
/* "Article 28 bis. Conditions and safeguards": of an article of its own. */
void insertion_title(const struct proviso_document *document, const struct insertion *insertion,
                     const char *heading, struct buffer *out);
/* The bytes to add: breaks, number, heading and wording, in the manner of the draft. */
void insertion_write(const struct proviso_findings *findings, const struct finding *finding,
                     const struct insertion *insertion, struct buffer *out);

enum { NUMBER_LIMIT = 64 };
/* insert_number.c */

/* The last paragraph of an article, or DOCUMENT_NONE. */
uint32_t insertion_last_paragraph(const struct proviso_document *document, uint32_t article);
/* The number of the paragraph behind it; 0 if paragraphs have none. */
uint32_t insertion_next_paragraph(const struct proviso_document *document, uint32_t article);
/* The last of "28", "28 bis", "28 ter", which stand one behind the other. */
uint32_t insertion_last_article(const struct proviso_document *document, uint32_t article);
/* The number of an article behind this one, or "". */
void insertion_number_article(const struct proviso_document *document, uint32_t article,
                              char number[NUMBER_LIMIT]);

#endif
