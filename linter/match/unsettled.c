/*
 * Safeguards that are not agreed. In: "[Each Party shall require the order of a court]" and
 * "[Article 23 shall apply to Chapter V]". Out: one finding for each stretch of unagreed text that
 * holds a safeguard, or says to what the safeguards of another article apply.
 */
#include "bracket.h"
#include "lack.h"
#include "reach.h"
#include "safeguard.h"

/* Adds the finding of a bracket, if it has none yet: `said`, by bracket. */
static bool add_bracket(struct lack_search *search, size_t rule, const struct unagreed *bracket,
                        uint32_t provision, bool *said) {
    bool *done = &said[bracket - search->findings->brackets];
    if (*done) {
        return true;
    }
    *done = true;
    const struct finding finding = {.rule = (uint32_t)rule,
                                    .start = bracket->start,
                                    .end = bracket->end,
                                    .provision = provision,
                                    .sentence = DOCUMENT_NONE,
                                    .severity = search->lexicon->rules[rule].severity,
                                    .state = STATE_BRACKETED};
    return findings_add(search->findings, search->capacity, &finding);
}

/* Whether a safeguard stands in the provisions from which the edge takes what it gives. */
static bool is_protective(const struct lack_search *search, const struct reach_edge *edge) {
    const struct provision *provisions = search->findings->document->provisions;
    const struct evidences *evidences = search->coverage->evidences;
    bool subject = edge->kind == REACH_SUBJECT;
    uint32_t first = subject ? edge->first : edge->article;
    uint32_t last = subject ? edge->last - 1 : edge->article;
    for (uint32_t i = evidences_from(evidences, provisions[first].start);
         !edge->offences && i < evidences->count &&
         evidences->list[i].start < provisions[last].finish;
         i++) {
        if (state_is_better(evidences->list[i].state, STATE_NAMED)) {
            return true;
        }
    }
    return false;
}

bool lack_unsettled(struct lack_search *search) {
    const struct proviso_findings *findings = search->findings;
    const struct evidences *evidences = search->coverage->evidences;
    const struct reach *reach = search->coverage->reach;
    size_t rule = proviso_lexicon_find(search->lexicon, "unsettled-safeguard");
    bool *said = ARENA_ARRAY(findings->arena, bool, (size_t)findings->bracket_count + 1);
    if (!said || rule == SIZE_MAX) {
        return said != NULL;
    }
    for (uint32_t i = 0; i < evidences->count; i++) {
        const struct evidence *evidence = &evidences->list[i];
        const struct unagreed *bracket = brackets_at(findings, evidence->start);
        if (evidence->state == STATE_BRACKETED && bracket &&
            !add_bracket(search, rule, bracket, evidence->provision, said)) {
            return false;
        }
    }
    for (uint32_t i = 0; findings->bracket_count && i < reach->count; i++) {
        const struct reach_edge *edge = &reach->edges[i];
        const struct unagreed *bracket = brackets_at(findings, edge->start);
        if (bracket && is_protective(search, edge) &&
            !add_bracket(search, rule, bracket,
                         document_provision_at(findings->document, edge->start), said)) {
            return false;
        }
    }
    return true;
}
