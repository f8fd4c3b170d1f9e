/*
 * Offences apart. In: "(1) A person who gains access with intent ... commits an offence. (2) A
 * person who damages data commits an offence. (3) It is a defence ...". Out: that (1) and (2) make
 * one each, so that the intent of the first is not lent to the second, and the defence is to both.
 */
#include "offence.h"

/* Words that give an article the role of an offence stand in the paragraph. */
static bool has_cue(struct context *context, const struct provision *provision) {
    const struct lexicon_role *role;
    const struct proviso_lexicon *lexicon = context->document->lexicon;
    uint32_t offence = lexicon_role_find(lexicon, "offence");
    if (offence == LEXICON_NONE) {
        return false;
    }
    role = &lexicon->roles[offence];
    for (uint32_t i = role->cue_first; i < role->cue_first + role->cue_count; i++) {
        const struct lexicon_cue *cue = &lexicon->cues[i];
        if (!cue->heading && cue->weight &&
            postings_inside(context->postings, cue->concept, provision->start, provision->finish)) {
            return true;
        }
    }
    return false;
}

/* "(2) The penalty is a fine": what the paragraph before it makes. */
static bool is_penalty(struct context *context, const struct provision *provision) {
    return postings_inside(context->postings,
                           context->document->lexicon->named[NAMED_PENALTY_ALONE], provision->start,
                           provision->finish);
}

bool offence_is_own(struct context *context, const struct references *references,
                    uint32_t paragraph) {
    const struct provision *provisions = context->document->provisions;
    const struct provision *own = &provisions[paragraph];
    uint32_t article = own->parent;
    if (own->kind != PROVISO_PARAGRAPH || !has_cue(context, own) || is_penalty(context, own)) {
        return false;
    }
    for (uint32_t i = references_from(references, own->start);
         i < references->count && references->list[i].start < own->finish; i++) {
        const struct reference *reference = &references->list[i];
        if (reference->kind == REFERENCE_PROVISIONS && reference->first >= article &&
            reference->last <= provisions[article].end) {
            return false;
        }
    }
    return true;
}

uint32_t offences_own(struct context *context, const struct references *references,
                      uint32_t article) {
    const struct provision *provisions = context->document->provisions;
    uint32_t count = 0;
    for (uint32_t at = article + 1; at < provisions[article].end; at = provisions[at].end) {
        count += offence_is_own(context, references, at);
    }
    return count;
}
