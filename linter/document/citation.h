/* Citations: the grammar stands in proviso.h. */
#ifndef DOCUMENT_CITATION_H
#define DOCUMENT_CITATION_H

#include "document.h"

/* Numbers those that would be cited alike: Article 12, Article 12 (second). */
bool citation_make_unique(struct proviso_document *document);
/* Words of citations, from the lexicon. */
struct citation_names {
    const char *paragraph, *point, *definition, *quoted;
};
struct citation_names citation_names_of(const struct proviso_lexicon *lexicon);
/* A hash of the citation as it stands. `hashes` holds those of the provisions before it. */
uint64_t citation_hash(const struct proviso_document *document, const struct citation_names *names,
                       const uint64_t *hashes, uint32_t index);

#endif
