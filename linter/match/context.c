/*
 * Where words stand. In: the provisions and the hits of a draft. Out: for each provision, in one
 * pass from the outside in, its article, its nearest heading and the kinds around it: paragraph (2)
 * of Article 24 stands in an article, in Chapter IV, under the heading "Conditions and safeguards".
 */
#include "context.h"

#include "../base/error.h"

/* document_article, from that of the provision around it. */
static uint32_t article_of(const struct context *context, uint32_t at) {
    const struct provision *provisions = context->document->provisions;
    uint32_t parent = provisions[at].parent, around = provisions[parent].kind;
    bool own = provisions[at].kind == PROVISO_ARTICLE || provisions[at].kind == PROVISO_PART ||
               provisions[at].kind == PROVISO_SCHEDULE;
    return own || parent == 0 || around == PROVISO_PART || around == PROVISO_SCHEDULE
               ? at
               : context->standings[parent].article;
}

static void set_standings(struct context *context) {
    const struct proviso_document *document = context->document;
    struct standing *standings = context->standings;
    for (uint32_t i = 0; i < document->provision_count; i++) {
        const struct provision *provision = &document->provisions[i];
        const struct standing around = {.heading = DOCUMENT_NONE};
        standings[i] = i > 0 ? standings[provision->parent] : around;
        standings[i].kinds |= (uint8_t)(1u << provision->kind);
        standings[i].flags |= provision->flags & (PROVISION_QUOTED | PROVISION_CONTENTS);
        standings[i].article = article_of(context, i);
        if (provision->heading_end > provision->heading_start) {
            standings[i].heading = i;
        }
    }
}

struct context *context_new(struct proviso_findings *findings, struct proviso_error *error) {
    const struct proviso_document *document = findings->document;
    struct context *context = ARENA_NEW(findings->arena, struct context);
    if (!context) {
        error_memory(error);
        return NULL;
    }
    context->document = document;
    context->arena = findings->arena;
    context->standings = ARENA_ARRAY(findings->arena, struct standing, document->provision_count);
    context->findings = findings;
    context->postings = &findings->hits;
    if (!context->standings || !asked_start(&context->asked, findings)) {
        context_free(context);
        error_memory(error);
        return NULL;
    }
    context->negation = document->lexicon->named[NAMED_NEGATION];
    context->definition_verb = document->lexicon->named[NAMED_DEFINITION_VERB];
    context->definition_lead = document->lexicon->named[NAMED_DEFINITION_LEAD];
    set_standings(context);
    return context;
}

void context_free(struct context *context) {
    if (context) {
        asked_end(&context->asked);
        array_free(context->terms.spans);
        array_free(context->terms.tokens);
    }
}

uint64_t context_roles(const struct context *context, uint32_t provision) {
    const struct provision *at = &context->document->provisions[provision];
    return provision == 0 ? at->roles : at->roles | context->standings[at->parent].passed;
}

uint32_t context_sentence(struct context *context, const struct hit *hit) {
    return match_sentence(context->findings, &context->stretch, hit);
}

static uint32_t provision_of(const struct context *context, const struct hit *hit,
                             uint32_t sentence) {
    return sentence == DOCUMENT_NONE ? document_provision_at(context->document, hit->start)
                                     : context->document->sentences[sentence].provision;
}

uint32_t context_provision(struct context *context, const struct hit *hit) {
    return provision_of(context, hit, context_sentence(context, hit));
}

struct place context_place(struct context *context, const struct hit *hit, uint32_t concept) {
    uint32_t sentence = context_sentence(context, hit);
    struct place place = {.start = hit->start,
                          .end = hit->end,
                          .concept = concept,
                          .provision = provision_of(context, hit, sentence),
                          .sentence = sentence};
    if (sentence == DOCUMENT_NONE) {
        const struct provision *provision = &context->document->provisions[place.provision];
        place.stretch_start = provision->heading_start;
        place.stretch_end = provision->heading_end;
    } else {
        place.stretch_start = context->document->sentences[sentence].start;
        place.stretch_end = context->document->sentences[sentence].end;
    }
    return place;
}

bool context_in_heading(const struct context *context, const struct place *place) {
    const struct provision *provision = &context->document->provisions[place->provision];
    return place->start >= provision->heading_start && place->end <= provision->heading_end;
}

struct place provision_place(const struct proviso_document *document, uint32_t at) {
    const struct provision *provision = &document->provisions[at];
    return (struct place){.start = provision->start,
                          .end = provision->finish,
                          .concept = LEXICON_NONE,
                          .provision = at,
                          .sentence = DOCUMENT_NONE,
                          .stretch_start = provision->start,
                          .stretch_end = provision->finish};
}
