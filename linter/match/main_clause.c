/*
 * Where the regime stands. In: an article, its heading, what it requires and what it governs. Out:
 * whether it is the clause on safeguards, at which a drafter would mend a lack of the regime:
 * Article 24 "Conditions and safeguards".
 */
#include "inquiry.h"

enum { MAIN_UNKNOWN, NOT_MAIN, MAIN };

static bool names(const struct inquiry *inquiry, enum named_concept name, uint32_t start,
                  uint32_t end) {
    return postings_inside(inquiry->context->postings, inquiry->lexicon->named[name], start, end);
}

/* Whether the article requires a safeguard of a power or of the regime, agreed
 * or not; those of the regime are added to *regime. */
static bool requires_some(const struct inquiry *inquiry, uint32_t article, uint64_t *regime) {
    const struct provision *provision = &inquiry->findings->document->provisions[article];
    const struct proviso_lexicon *lexicon = inquiry->lexicon;
    uint64_t required = evidences_required(inquiry->coverage->evidences, lexicon, provision->start,
                                           provision->finish);
    for (uint32_t i = 0; i < lexicon->safeguard_count; i++) {
        bool of_regime = lexicon->safeguards[i].of == SUBJECT_REGIME;
        *regime |= required & (uint64_t)of_regime << i;
    }
    return required;
}

enum { REGIME_SAFEGUARDS = 3 }; /* so many together are a regime, whatever it is called */

static bool is_regime(uint64_t safeguards) {
    uint32_t count = 0;
    for (; safeguards; safeguards &= safeguards - 1) {
        count++;
    }
    return count >= REGIME_SAFEGUARDS;
}

/* Whether the edge leads to powers, and not to the whole instrument. */
static bool names_powers(const struct inquiry *inquiry, const struct reach_edge *edge) {
    return edge->first != 0 && inquiry->before[edge->last] > inquiry->before[edge->first];
}

/* Whether the articles of a part that govern some powers, not all of the instrument, and give none
 * are a regime together. */
static bool is_regime_part(const struct inquiry *inquiry, uint32_t part) {
    const struct provision *provisions = inquiry->findings->document->provisions;
    const struct reach *reach = inquiry->coverage->reach;
    uint8_t *known = &inquiry->mains[part];
    if (provisions[part].kind != PROVISO_PART) {
        return false;
    }
    if (*known == MAIN_UNKNOWN) {
        uint64_t regime = 0;
        uint32_t last = DOCUMENT_NONE;
        bool headed = false; /* one of them is where the regime stands, by its heading */
        for (uint32_t i = reach->governing; i < reach->count; i++) {
            uint32_t article = reach->edges[i].article;
            bool some = !reach->edges[i].alone && names_powers(inquiry, &reach->edges[i]);
            if (some && article != last && provisions[article].parent == part &&
                !(provisions[article].roles & inquiry->asked)) {
                uint64_t own = 0;
                headed = headed ||
                         names(inquiry, NAMED_MAIN_CLAUSE_HEADING,
                               provisions[article].heading_start, provisions[article].heading_end);
                requires_some(inquiry, article, &own);
                regime |= is_regime(own) ? 0 : own; /* that one stands for itself */
                last = article;
            }
        }
        *known = is_regime(regime) && !headed ? MAIN : NOT_MAIN;
    }
    return *known == MAIN;
}

bool main_clause_is(const struct inquiry *inquiry, uint32_t article) {
    const struct provision *provision = &inquiry->findings->document->provisions[article];
    uint8_t *known = &inquiry->mains[article];
    if (*known) {
        return *known == MAIN;
    }
    uint64_t regime = 0;
    bool power = provision->roles & inquiry->asked;
    bool main =
        requires_some(inquiry, article, &regime) &&
        (names(inquiry, NAMED_MAIN_CLAUSE_HEADING, provision->heading_start,
               provision->heading_end) ||
         (!power && (is_regime(regime) ||
                     names(inquiry, NAMED_MAIN_CLAUSE, provision->start, provision->finish) ||
                     (regime && is_regime_part(inquiry, provision->parent)))));
    *known = main ? MAIN : NOT_MAIN;
    return main;
}
