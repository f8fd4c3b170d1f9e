/*
 * Drafts and what is found in them, for the property tests: bytes in memory, findings as JSON.
 */
#ifndef PROPERTIES_DRAFT_H
#define PROPERTIES_DRAFT_H

#include <jansson.h>
#include <proviso.h>

/* Bytes of a draft that grow at their end. */
struct draft {
    char *bytes;
    size_t length, capacity;
};

void draft_add(struct draft *draft, const char *bytes, size_t length);
void draft_add_string(struct draft *draft, const char *string);
void draft_free(struct draft *draft);

/* The drafts of samples/, and their names. */
extern const char *const sample_names[];
extern const size_t sample_count;
struct draft sample_read(size_t index);
/* A file of a folder of the project. */
struct draft draft_read(const char *folder, const char *name);

/* What a report of the draft says. The test fails if the draft cannot be read. `lexicon` NULL: the
 * built-in one. */
struct draft draft_report(const struct draft *draft, const proviso_lexicon *lexicon,
                          enum proviso_format format);
/* The array `findings` of its JSON report; json_decref it. */
json_t *draft_findings(const struct draft *draft, const proviso_lexicon *lexicon);

/* Rule, words and citation of each finding, a line each, whatever separates the words. */
struct draft draft_summary(const struct draft *draft);

#endif
