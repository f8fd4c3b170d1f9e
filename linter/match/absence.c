/*
 * What is missing. In: cells, "necessity of Articles 21 to 28: missing; Article 24 governs them".
 * Out: findings, each lack once, where a drafter would mend it: missing-necessity at the heading of
 * Article 24, with the articles concerned as related places and with where the program looked.
 */
#include "absence.h"

#include "../base/error.h"
#include "lack.h"
#include "reach.h"
#include "safeguard.h"

#include <string.h>

enum { CLAUSE_LIMIT = 32 }; /* governing articles that are told apart */

/* The subject that an article is, or NULL. */
static const struct subject *subject_at(const struct coverage *coverage, uint32_t article) {
    uint32_t low = 0, high = coverage->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (coverage->subjects[middle].provision < article) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < coverage->count && coverage->subjects[low].provision == article
               ? &coverage->subjects[low]
               : NULL;
}

/* Whether an article says that it is subject to the other. */
static bool is_subject_to(const struct lack_search *search, uint32_t article, uint32_t other) {
    const struct reach *reach = search->coverage->reach;
    uint32_t first = reach->subject_first[article], end = reach->subject_first[article + 1];
    for (uint32_t edge = first; edge < end && edge < first + CLAUSE_LIMIT; edge++) {
        if (search->context->standings[reach->edges[edge].first].article == other) {
            return true;
        }
    }
    return false;
}

/* Whether the article is subject to another power that lacks the same: the lack is said there,
 * where the procedure stands. Of two that name each other the first one speaks. */
static bool lacks_elsewhere(const struct lack_search *search, uint32_t safeguard, uint32_t at) {
    const struct coverage *coverage = search->coverage;
    const struct reach *reach = coverage->reach;
    const struct subject *subject = &coverage->subjects[at];
    uint64_t bit = UINT64_C(1) << safeguard;
    uint32_t first = reach->subject_first[subject->provision];
    uint32_t end = reach->subject_first[subject->provision + 1];
    for (uint32_t edge = first; edge < end && edge < first + CLAUSE_LIMIT; edge++) {
        uint32_t article = search->context->standings[reach->edges[edge].first].article;
        const struct subject *other = subject_at(coverage, article);
        bool lacks = other && other != subject && other->must & bit &&
                     lack_is(other->cells[safeguard].state);
        if (lacks && (other < subject || !is_subject_to(search, article, subject->provision))) {
            return true;
        }
    }
    return false;
}

/* Powers and offences: each article answers for itself. */
static bool search_articles(struct lack_search *search, uint32_t safeguard) {
    uint64_t bit = UINT64_C(1) << safeguard;
    for (uint32_t i = 0; i < search->coverage->count; i++) {
        const struct subject *subject = &search->coverage->subjects[i];
        bool must = subject->must & bit;
        if (!(must || subject->recommended & bit) || !lack_is(subject->cells[safeguard].state) ||
            (search->lexicon->safeguards[safeguard].of == SUBJECT_POWER &&
             lacks_elsewhere(search, safeguard, i))) {
            continue;
        }
        search->concerned_count = 0;
        lack_concern(search, i, &subject->cells[safeguard]);
        if (!lack_add(search, safeguard, subject->provision, subject->provision, must)) {
            return false;
        }
    }
    return true;
}

/* The part around a provision that holds all of the concerned, or the document. */
static uint32_t common_part(const struct lack_search *search) {
    const struct provision *provisions = search->findings->document->provisions;
    const struct subject *subjects = search->coverage->subjects;
    uint32_t first = subjects[search->concerned[0]].provision;
    uint32_t last = subjects[search->concerned[search->concerned_count - 1]].provision;
    uint32_t part = provisions[first].parent;
    while (part != 0 && (last >= provisions[part].end || provisions[part].kind != PROVISO_PART)) {
        part = provisions[part].parent;
    }
    return part;
}

/* The first article that governs subjects asked for the safeguard, after `last`; or NONE. */
static uint32_t next_clause(const struct lack_search *search, uint32_t last) {
    uint32_t next = DOCUMENT_NONE;
    for (uint32_t i = 0; i < search->coverage->count; i++) {
        uint32_t clause = search->coverage->subjects[i].clause;
        if (clause != DOCUMENT_NONE && (last == DOCUMENT_NONE || clause > last) &&
            (next == DOCUMENT_NONE || clause < next)) {
            next = clause;
        }
    }
    return next;
}

/* Collects the subjects under `clause` that lack the safeguard. Returns whether any must have it.
 */
static bool concern_under(struct lack_search *search, uint32_t safeguard, uint32_t clause) {
    uint64_t bit = UINT64_C(1) << safeguard;
    bool must = false;
    search->concerned_count = 0;
    for (uint32_t i = 0; i < search->coverage->count; i++) {
        const struct subject *subject = &search->coverage->subjects[i];
        if (subject->clause == clause && ((subject->must | subject->recommended) & bit) &&
            lack_is(subject->cells[safeguard].state)) {
            lack_concern(search, i, &subject->cells[safeguard]);
            must = must || subject->must & bit;
        }
    }
    return must;
}

/* Whether one of those concerned is a power: what States do for each other alone needs no regime of
 * its own, it is reached by the clause of the powers or is a gap. */
static bool concerns_power(const struct lack_search *search) {
    const struct provision *provisions = search->findings->document->provisions;
    for (uint32_t i = 0; i < search->concerned_count; i++) {
        const struct subject *subject = &search->coverage->subjects[search->concerned[i]];
        if (provisions[subject->provision].roles & search->powers) {
            return true;
        }
    }
    return false;
}

/* The regime: once at each article that governs powers; if none governs any, at the part that holds
 * the powers. Powers beside the reach of a clause that exists are a coverage gap instead. */
static bool search_regime(struct lack_search *search, uint32_t safeguard) {
    uint32_t clause = DOCUMENT_NONE;
    for (uint32_t steps = 0; steps < CLAUSE_LIMIT; steps++) {
        clause = next_clause(search, clause);
        if (clause == DOCUMENT_NONE) {
            break;
        }
        bool must = concern_under(search, safeguard, clause);
        if (concerns_power(search) && !lack_add(search, safeguard, clause, clause, must)) {
            return false;
        }
    }
    if (next_clause(search, DOCUMENT_NONE) != DOCUMENT_NONE) {
        return true;
    }
    bool must = concern_under(search, safeguard, DOCUMENT_NONE);
    if (!concerns_power(search)) {
        return true;
    }
    uint32_t part = common_part(search);
    return lack_add(search, safeguard, part, part, must);
}

static bool stands_at(const struct lack_search *search, uint32_t safeguard, uint32_t provision) {
    const struct lexicon_safeguard *record = &search->lexicon->safeguards[safeguard];
    const struct place place = provision_place(search->findings->document, provision);
    return record->stands_count == 0 ||
           conditions_hold(search->context, &place, record->stands_first, record->stands_count);
}

/* The subjects of one part, first..end-1: each article about the matter answers for itself; where
 * no article is about it, the part does, once none of its articles has the safeguard. */
static bool search_part(struct lack_search *search, uint32_t safeguard, uint32_t part,
                        uint32_t first, uint32_t end) {
    uint64_t bit = UINT64_C(1) << safeguard;
    bool about = false, had = false, must = false;
    search->concerned_count = 0;
    for (uint32_t i = first; i < end; i++) {
        const struct subject *subject = &search->coverage->subjects[i];
        uint32_t state = subject->cells[safeguard].state;
        if (!((subject->must | subject->recommended) & bit)) {
            continue;
        }
        if (stands_at(search, safeguard, subject->provision)) {
            about = true;
            search->concerned_count = 0;
            lack_concern(search, i, &subject->cells[safeguard]);
            if (lack_is(state) && !lack_add(search, safeguard, subject->provision,
                                            subject->provision, subject->must & bit)) {
                return false;
            }
        } else if (lack_is(state) && !about) {
            lack_concern(search, i, &subject->cells[safeguard]);
            must = must || subject->must & bit;
        } else {
            had = had || !lack_is(state);
        }
    }
    return about || had || search->concerned_count == 0 ||
           lack_add(search, safeguard, part, part, must);
}

static bool search_cooperation(struct lack_search *search, uint32_t safeguard) {
    const struct proviso_document *document = search->findings->document;
    const struct coverage *coverage = search->coverage;
    for (uint32_t first = 0, end; first < coverage->count; first = end) {
        uint32_t part = coverage_part(document, coverage->subjects[first].provision);
        for (end = first + 1; end < coverage->count; end++) {
            if (coverage_part(document, coverage->subjects[end].provision) != part) {
                break;
            }
        }
        if (!search_part(search, safeguard, part, first, end)) {
            return false;
        }
    }
    return true;
}

static bool search_safeguard(struct lack_search *search, uint32_t safeguard) {
    switch (search->lexicon->safeguards[safeguard].of) {
    case SUBJECT_REGIME:
        return search_regime(search, safeguard);
    case SUBJECT_COOPERATION:
        return search_cooperation(search, safeguard);
    default:
        return search_articles(search, safeguard);
    }
}

/* Whether the subject lacks a safeguard of the regime that must be there. */
static bool lacks_regime(const struct lack_search *search, const struct subject *subject) {
    for (uint32_t i = 0; i < search->lexicon->safeguard_count; i++) {
        if (search->lexicon->safeguards[i].of == SUBJECT_REGIME && (subject->must >> i & 1) &&
            lack_is(subject->cells[i].state)) {
            return true;
        }
    }
    return false;
}

/* Says the gap at the part, or, if that is NONE, at each of the articles concerned. */
static bool add_gaps(struct lack_search *search, uint32_t rule, uint32_t part) {
    uint32_t count = part == DOCUMENT_NONE ? search->concerned_count : 1;
    for (uint32_t i = 0; i < count; i++) {
        struct finding finding = {.rule = rule,
                                  .provision = part,
                                  .sentence = DOCUMENT_NONE,
                                  .severity = search->lexicon->rules[rule].severity,
                                  .state = STATE_MISSING,
                                  .rests = DOCUMENT_NONE,
                                  .mend = next_clause(search, DOCUMENT_NONE)};
        if (part == DOCUMENT_NONE) {
            finding.provision = search->coverage->subjects[search->concerned[i]].provision;
        }
        lack_words(search->findings->document, finding.provision, &finding);
        if ((part != DOCUMENT_NONE && !lack_relate(search, &finding)) ||
            !findings_add(search->findings, search->capacity, &finding)) {
            return false;
        }
    }
    return true;
}

/* Whether a main clause governs a power of the draft. */
static bool governs_power(const struct lack_search *search) {
    const struct coverage *coverage = search->coverage;
    const struct provision *provisions = search->findings->document->provisions;
    for (uint32_t i = 0; i < coverage->count; i++) {
        const struct subject *subject = &coverage->subjects[i];
        if (subject->clause != DOCUMENT_NONE &&
            provisions[subject->provision].roles & search->powers) {
            return true;
        }
    }
    return false;
}

/* Whether a power is lent to other States only as it may be used at home: then this article and
 * those beside it, on requests and on what is sent, give nothing that the clause does not reach. */
static bool lends_as_at_home(const struct lack_search *search, const struct subject *subject) {
    const struct provision *provision = &search->findings->document->provisions[subject->provision];
    return postings_inside(search->context->postings, search->lexicon->named[NAMED_LENT_AS_AT_HOME],
                           provision->start, provision->finish);
}

/* A clause exists and does not reach these powers: said at their part, or at each article that
 * gives one where the part has others that it does reach. */
static bool search_gaps(struct lack_search *search) {
    const struct coverage *coverage = search->coverage;
    const struct proviso_document *document = search->findings->document;
    size_t rule = proviso_lexicon_find(search->lexicon, "coverage-gap");
    if (rule == SIZE_MAX || !governs_power(search)) {
        return true;
    }
    search->worst = STATE_MISSING;
    for (uint32_t first = 0, end; first < coverage->count; first = end) {
        uint32_t part = coverage_part(document, coverage->subjects[first].provision);
        bool reached = part == 0, lent = false;
        search->concerned_count = 0;
        for (end = first; end < coverage->count &&
                          coverage_part(document, coverage->subjects[end].provision) == part;
             end++) {
            reached = reached || coverage->subjects[end].clause != DOCUMENT_NONE;
            lent = lent || lends_as_at_home(search, &coverage->subjects[end]);
        }
        for (uint32_t at = first; at < end; at++) {
            const struct subject *subject = &coverage->subjects[at];
            bool power = document->provisions[subject->provision].roles & search->powers;
            if (subject->clause == DOCUMENT_NONE && (power || !(lent || reached)) &&
                lacks_regime(search, subject)) {
                search->concerned[search->concerned_count++] = at;
            }
        }
        if (search->concerned_count &&
            !add_gaps(search, (uint32_t)rule, reached ? DOCUMENT_NONE : part)) {
            return false;
        }
    }
    return true;
}

bool match_absences(struct proviso_findings *findings, struct context *context,
                    const struct coverage *coverage, struct proviso_error *error) {
    uint32_t capacity = findings->count;
    struct lack_search search = {.findings = findings,
                                 .context = context,
                                 .coverage = coverage,
                                 .lexicon = findings->document->lexicon,
                                 .capacity = &capacity};
    for (uint32_t i = 0; i < search.lexicon->safeguard_count; i++) {
        const struct lexicon_safeguard *safeguard = &search.lexicon->safeguards[i];
        const struct lexicon_refs *must = &safeguard->must;
        for (uint32_t j = 0; safeguard->of == SUBJECT_POWER && j < must->count; j++) {
            search.powers |= UINT64_C(1) << search.lexicon->refs[must->first + j];
        }
    }
    search.concerned = ARENA_ARRAY(findings->arena, uint32_t, (size_t)coverage->count + 1);
    bool done = search.concerned && search_gaps(&search) && lack_unsettled(&search);
    for (uint32_t i = 0; done && i < search.lexicon->safeguard_count; i++) {
        done = search_safeguard(&search, i);
    }
    buffer_free(&search.looked);
    return done || error_memory(error);
}
