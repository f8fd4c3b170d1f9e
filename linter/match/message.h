/* What a finding says: the message of its rule, filled in. */
#ifndef MATCH_MESSAGE_H
#define MATCH_MESSAGE_H

#include "../base/buffer.h"
#include "match.h"

/* Fills finding->message and finding->wording. {text} is the words found, {provision} the citation
 * it stands at, {safeguard} the title of what is missing, {articles} the related provisions or, if
 * there are none, the provision. `buffer` is scratch. False when memory ran out. */
bool message_fill(struct proviso_findings *findings, struct finding *finding,
                  struct buffer *buffer);

/* Adds the citation of a provision. */
void message_cite(struct buffer *buffer, const struct proviso_document *document,
                  uint32_t provision);

#endif
