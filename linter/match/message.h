/* What a finding says: the message of its rule, filled in. */
#ifndef MATCH_MESSAGE_H
#define MATCH_MESSAGE_H

#include "../base/buffer.h"
#include "context.h"

/* Fills finding->message. `buffer` is scratch. False when memory ran out. */
bool message_fill(struct proviso_findings *findings, struct context *context,
                  struct finding *finding, struct buffer *buffer);

/* Adds a text of the lexicon with its places filled in: {text} is the words found, {provision} the
 * citation it stands at, {safeguard} the title of what is missing, {articles} the related
 * provisions or, if there are none, the provision; {unit} what the draft calls it ("article"),
 * {concept|words} the words of a concept as the draft has them, or those behind the bar. */
void message_add(struct buffer *buffer, struct context *context, const struct finding *finding,
                 const char *text);

/* Adds the citation of a provision. */
void message_cite(struct buffer *buffer, const struct proviso_document *document,
                  uint32_t provision);

#endif
