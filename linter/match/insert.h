/* The numbers of what is added to a draft: insert_number.c. */
#ifndef MATCH_INSERT_H
#define MATCH_INSERT_H

#include "../document/document.h"

enum { NUMBER_LIMIT = 64 };

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
