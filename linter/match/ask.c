/*
 * What is asked of whom. In: the roles of an article, "power:interception". Out: the safeguards
 * that it must have, and those that are recommended, by the records of the lexicon.
 */
#include "inquiry.h"

static uint64_t role_set(const struct proviso_lexicon *lexicon, const struct lexicon_refs *roles) {
    uint64_t set = 0;
    for (uint32_t i = roles->first; i < roles->first + roles->count; i++) {
        set |= UINT64_C(1) << lexicon->refs[i];
    }
    return set;
}

static uint64_t role_bit(const struct proviso_lexicon *lexicon, const char *id) {
    uint32_t role = lexicon_role_find(lexicon, id);
    return role == LEXICON_NONE ? 0 : UINT64_C(1) << role;
}

void inquiry_start(struct inquiry *inquiry) {
    const struct proviso_lexicon *lexicon = inquiry->lexicon;
    const struct proviso_document *document = inquiry->findings->document;
    for (uint32_t i = 0; i < lexicon->safeguard_count; i++) {
        struct asking *asking = &inquiry->askings[i];
        asking->must = role_set(lexicon, &lexicon->safeguards[i].must);
        asking->recommended = role_set(lexicon, &lexicon->safeguards[i].recommended);
        inquiry->asked |= asking->must | asking->recommended;
        inquiry->of_offences |= (uint64_t)(lexicon->safeguards[i].of == SUBJECT_OFFENCE) << i;
        inquiry->cooperation |= lexicon->safeguards[i].of == SUBJECT_COOPERATION ? asking->must : 0;
    }
    for (uint32_t i = 1; i < document->provision_count; i++) {
        inquiry->roles |= document->provisions[i].roles;
    }
    inquiry->offence = role_bit(lexicon, "offence");
    inquiry->safeguard = role_bit(lexicon, "safeguard");
}

void inquiry_ask(const struct inquiry *inquiry, struct subject *subject) {
    const struct proviso_document *document = inquiry->findings->document;
    const struct place place = provision_place(document, subject->provision);
    uint64_t roles =
        subject->provision == 0 ? inquiry->roles : document->provisions[subject->provision].roles;
    for (uint32_t i = 0; roles & inquiry->asked && i < inquiry->lexicon->safeguard_count; i++) {
        const struct lexicon_safeguard *safeguard = &inquiry->lexicon->safeguards[i];
        bool whole = safeguard->of == SUBJECT_INSTRUMENT;
        bool must = roles & inquiry->askings[i].must;
        if (whole != (subject->provision == 0) ||
            !(must || roles & inquiry->askings[i].recommended) ||
            !conditions_hold(inquiry->context, &place, safeguard->where_first,
                             safeguard->where_count) ||
            conditions_silence(inquiry->context, &place, safeguard->unless_first,
                               safeguard->unless_count)) {
            continue;
        }
        *(must ? &subject->must : &subject->recommended) |= UINT64_C(1) << i;
    }
}
