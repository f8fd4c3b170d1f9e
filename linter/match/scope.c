/*
 * To which offences a power applies. In: hits of three concepts: offences defined here
 * ("established in accordance with this Convention"), by reference ("serious crime"), any ("any
 * criminal offence"). Out: the classes named in an article, or, where it names none, in the article
 * on scope that stands over it in the same part.
 */
#include "context.h"
#include "coverage.h"

#include <string.h>

static uint32_t classes_in(struct context *context, uint32_t start, uint32_t end) {
    static const struct {
        enum named_concept concept;
        uint32_t class;
    } classes[] = {{NAMED_OFFENCES_DEFINED, OFFENCES_DEFINED},
                   {NAMED_OFFENCES_REFERENCE, OFFENCES_REFERENCE},
                   {NAMED_OFFENCES_ANY, OFFENCES_ANY}};
    uint32_t found = OFFENCES_UNSAID;
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
        uint32_t concept = context->document->lexicon->named[classes[i].concept];
        if (postings_inside(context->postings, concept, start, end) != NULL) {
            found |= classes[i].class;
        }
    }
    return found;
}

/* What the articles on scope in a part say, those directly in it first. */
static uint32_t scope_of_part(struct context *context, uint32_t part) {
    const struct proviso_document *document = context->document;
    uint32_t role = lexicon_role_find(document->lexicon, "scope"), found = OFFENCES_UNSAID;
    for (uint32_t at = part + 1; at < document->provisions[part].end;) {
        const struct provision *provision = &document->provisions[at];
        bool article = context->standings[at].article == at && provision->kind != PROVISO_PART;
        if (article && role != LEXICON_NONE && provision->roles >> role & 1) {
            found |= classes_in(context, provision->start, provision->finish);
        }
        at = article ? provision->end : at + 1;
    }
    return found;
}

uint32_t offences_of(struct context *context, uint32_t provision) {
    const struct provision *provisions = context->document->provisions;
    uint32_t found = classes_in(context, provisions[provision].start, provisions[provision].finish);
    if (provisions[provision].kind == PROVISO_PART || found) {
        return found;
    }
    for (uint32_t at = provisions[provision].parent; at != 0; at = provisions[at].parent) {
        found = scope_of_part(context, at);
        if (found) {
            return found;
        }
    }
    return OFFENCES_UNSAID;
}
