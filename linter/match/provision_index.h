/* Provisions by number: which one is "section 12A", which child of it is "(2)". */
#ifndef MATCH_PROVISION_INDEX_H
#define MATCH_PROVISION_INDEX_H

#include "../document/document.h"

#define NUMBER_LIMIT 24 /* bytes of a number, normalised, NUL included */

struct provision_slot {
    uint32_t hash, provision; /* + 1; 0 where the slot is empty */
};
struct provision_index {
    const struct proviso_document *document;
    struct provision_slot *slots; /* open addressing */
    uint32_t size;                /* power of two */
};

bool provision_index_build(struct provision_index *index, const struct proviso_document *document);
void provision_index_free(struct provision_index *index);

/* "40 bis" -> "40bis", "IV" -> "4" where `roman`; cut at NUMBER_LIMIT - 1 bytes. */
/* Whether the byte is a stop, hyphen, caret or colon between two digits: there is one on both
 * sides. */
bool number_goes_on(const char *bytes);
void number_normalise(const char *bytes, uint32_t length, bool roman, char number[NUMBER_LIMIT]);

/* The child of `parent` with this number, or DOCUMENT_NONE. */
uint32_t provision_index_child(const struct provision_index *index, uint32_t parent,
                               const char *number);
/* The article, part or schedule with this number and a label like `name` (folded, may be plural).
 * Of several, one in a part that also holds `from` is preferred, else the first. Words quoted for
 * another law cite quoted provisions, others those of this one. */
uint32_t provision_index_find(const struct provision_index *index, uint32_t kind, const char *name,
                              uint32_t name_length, const char *number, uint32_t from);

#endif
