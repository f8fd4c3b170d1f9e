/*
 * What words give. In: evidence of safeguards in the provisions of an article. Out: a cell for each
 * safeguard, with the best state found and where: "weak" by Article 15(2).
 */
#include "inquiry.h"

#include "lack.h"

void cells_clear(struct cell *cells, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        cells[i] = (struct cell){.state = STATE_MISSING, .provision = DOCUMENT_NONE};
    }
}

void cell_improve(struct cell *cell, uint32_t state, uint32_t provision, uint32_t start) {
    bool better = state_is_better(state, cell->state);
    if (state == STATE_EXCLUDED) {
        better = lack_is(cell->state);
    } else if (cell->state == STATE_EXCLUDED) {
        better = !lack_is(state);
    }
    if (better) {
        *cell = (struct cell){.state = state, .provision = provision, .start = start};
    }
}

/* Puts what a piece of evidence gives in its cell; `first` is the provision that is read. */
static void take(const struct inquiry *inquiry, struct cell *cells, const struct evidence *evidence,
                 uint32_t first, bool governing) {
    const struct lexicon_safeguard *safeguards = inquiry->lexicon->safeguards;
    const struct standing *standings = inquiry->context->standings;
    uint8_t quoted = standings[evidence->provision].flags ^ standings[first].flags;
    bool kept = evidence->own || quoted & PROVISION_QUOTED ||
                (evidence->state == STATE_EXCLUDED &&
                 safeguards[evidence->safeguard].of == SUBJECT_COOPERATION);
    if (!governing || !kept) {
        cell_improve(&cells[evidence->safeguard], evidence->state, evidence->provision,
                     evidence->start);
    }
}

void cells_read(const struct inquiry *inquiry, struct cell *cells, uint32_t first, uint32_t last,
                bool governing) {
    const struct evidences *evidences = inquiry->coverage->evidences;
    const struct proviso_document *document = inquiry->findings->document;
    const struct provision *provisions = document->provisions;
    uint32_t end =
        last < document->provision_count ? provisions[last].start : document->text.length;
    for (uint32_t i = evidences_from(evidences, provisions[first].start);
         i < evidences->count && evidences->list[i].start < end; i++) {
        take(inquiry, cells, &evidences->list[i], first, governing);
    }
}

void cells_read_shared(const struct inquiry *inquiry, struct cell *cells, uint32_t article,
                       const bool *apart) {
    const struct evidences *evidences = inquiry->coverage->evidences;
    const struct provision *provisions = inquiry->findings->document->provisions;
    for (uint32_t i = evidences_from(evidences, provisions[article].start);
         i < evidences->count && evidences->list[i].start < provisions[article].finish; i++) {
        uint32_t at = evidences->list[i].provision;
        while (at > article && provisions[at].parent > article) {
            at = provisions[at].parent;
        }
        if (!apart[at]) {
            take(inquiry, cells, &evidences->list[i], article, true);
        }
    }
}

void cells_join(struct cell *cells, const struct cell *others, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        cell_improve(&cells[i], others[i].state, others[i].provision, others[i].start);
    }
}

void cells_deny(const struct inquiry *inquiry, struct subject *subject, const struct cell *own) {
    const struct place place = provision_place(inquiry->findings->document, subject->provision);
    for (uint32_t i = 0; i < inquiry->lexicon->safeguard_count; i++) {
        const struct lexicon_safeguard *safeguard = &inquiry->lexicon->safeguards[i];
        struct cell *cell = &subject->cells[i];
        if (cell->state == STATE_WEAK && lack_is(own[i].state) &&
            conditions_silence(inquiry->context, &place, safeguard->denied_first,
                               safeguard->denied_count)) {
            *cell = (struct cell){.state = STATE_MISSING, .provision = DOCUMENT_NONE};
        }
    }
}

void cells_exclude(const struct inquiry *inquiry, struct cell *cells, const struct cell *own,
                   const struct provision *provision) {
    const struct evidences *evidences = inquiry->coverage->evidences;
    for (uint32_t i = evidences_from(evidences, provision->start);
         i < evidences->count && evidences->list[i].start < provision->finish; i++) {
        const struct evidence *evidence = &evidences->list[i];
        if (evidence->state == STATE_EXCLUDED && own[evidence->safeguard].state != STATE_PRESENT) {
            cells[evidence->safeguard] =
                (struct cell){STATE_EXCLUDED, evidence->provision, evidence->start, 0};
        }
    }
}
