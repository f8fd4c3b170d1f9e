/* What to write: the suggestion of a finding, chosen and fitted; and where wording goes. */
#ifndef MATCH_SUGGEST_H
#define MATCH_SUGGEST_H

#include "../base/buffer.h"
#include "context.h"

/* Fills finding->suggestion, the first of its rule whose conditions hold where the finding stands,
 * and finding->wording. `buffer` is scratch. False when memory ran out. */
bool suggestion_fill(struct proviso_findings *findings, struct context *context,
                     struct finding *finding, struct buffer *buffer);

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
/* The bytes to add: breaks, number, heading and wording, in the manner of the draft. */
void insertion_write(const struct proviso_findings *findings, const struct finding *finding,
                     const struct insertion *insertion, struct buffer *out);

#endif
