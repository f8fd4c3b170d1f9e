/* Offences of one article, each in a paragraph of its own. */
#ifndef MATCH_OFFENCE_H
#define MATCH_OFFENCE_H

#include "context.h"
#include "reference.h"

/* Whether a paragraph makes an offence and does not lean on another of its article: "(2) A person
 * who damages data commits an offence", and not "(3) A person guilty of an offence under subsection
 * (1) is liable to a fine" or "(3) The penalty is a fine". */
bool offence_is_own(struct context *context, const struct references *references,
                    uint32_t paragraph);
/* How many paragraphs of the article do. */
uint32_t offences_own(struct context *context, const struct references *references,
                      uint32_t article);

#endif
