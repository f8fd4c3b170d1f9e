/* Citations: the grammar stands in proviso.h. */
#ifndef DOCUMENT_CITATION_H
#define DOCUMENT_CITATION_H

#include "document.h"

/* Numbers those that would be cited alike: Article 12, Article 12 (second). */
bool citation_make_unique(struct proviso_document *document);
/* A hash of the citation as it stands. */
uint64_t citation_hash(const struct proviso_document *document, uint32_t index);

#endif
