/*
 * What protects what where no article is named. In: "no warrant shall be made in respect of talks
 * with a lawyer", "a judge may issue a warrant", "under a warrant", "requests shall be refused".
 * Out: edges to the part or the instrument, from a power to the article on the warrants that it
 * needs, and to the articles on help between States.
 */
#include "reach_search.h"

#include "words.h"

enum { BESIDE = 5 }; /* bytes: " or ", " and " */

/* Whether one word, "or", stands between. */
static bool is_joined(const struct reach_search *search, uint32_t start, uint32_t end) {
    return end - start <= BESIDE && words_count(&search->document->text, start, end, 2) == 1;
}

/* Words between a warrant and what it is issued under: "a warrant to intercept under section 11" */
enum { UNDER_WORDS = 3 };

/* "An access order or section 25": the reference stands beside words for every measure. */
static bool is_beside_all(const struct reach_search *search, const struct reach_edge *edge) {
    struct postings *postings = search->context->postings;
    uint32_t all = reach_concept(search, NAMED_GOVERNING_ALL);
    const struct hit *before = postings_before(postings, all, edge->start);
    const struct hit *behind = postings_from(postings, all, edge->end);
    return (before && before->end <= edge->start && is_joined(search, before->end, edge->start)) ||
           (behind && is_joined(search, edge->end, behind->start));
}

/* By provision, true for what does not speak for the whole instrument: paragraphs that say what
 * part they govern; where `powers`, articles with such a paragraph and those that give a power. */
static bool *find_confined(const struct reach_search *search, struct arena *arena, bool powers) {
    const struct proviso_document *document = search->document;
    bool *confined = ARENA_ARRAY(arena, bool, (size_t)document->provision_count + 1);
    for (uint32_t i = 0; confined && i < document->provision_count; i++) {
        confined[i] = powers && (document->provisions[i].roles & search->powers);
    }
    for (uint32_t i = 0; confined && i < search->reach->count; i++) {
        const struct reach_edge *edge = &search->reach->edges[i];
        if (edge->kind == REACH_GOVERNS && !edge->offences && !edge->unled &&
            edge->last - edge->first < document->provision_count && !is_beside_all(search, edge)) {
            confined[powers ? edge->article : edge->paragraph] = true;
        }
    }
    return confined;
}

/* The nearest part around a provision whose heading names a power: "Part II Interception"; or the
 * document. */
static uint32_t powers_part(const struct reach_search *search, uint32_t at) {
    const struct provision *provisions = search->document->provisions;
    while (at != 0 && !(provisions[at].kind == PROVISO_PART &&
                        search->context->standings[at].passed & search->powers)) {
        at = provisions[at].parent;
    }
    return at;
}

/* Adds an edge for each article that holds a phrase of the concept: to the part around it whose
 * heading names a power or, where there is none and not `part`, to the instrument. */
static bool search_spoken(struct reach_search *search, enum named_concept name, bool part,
                          uint32_t leads, const bool *confined) {
    const struct proviso_document *document = search->document;
    const struct posting_list *list =
        postings_list(search->context->postings, reach_concept(search, name));
    uint32_t last = DOCUMENT_NONE;
    for (uint32_t i = 0; i < list->count; i++) {
        const struct hit hit = posting_at(list, i);
        uint32_t provision = context_provision(search->context, &hit);
        uint32_t article = search->context->standings[provision].article;
        uint32_t first = powers_part(search, article);
        if (confined[article] || article == last || (part && first == 0)) {
            continue;
        }
        const struct reference reached = {
            .start = hit.start,
            .end = hit.end,
            .provision = provision,
            .first = first,
            .last = first ? document->provisions[first].end : document->provision_count,
            .kind = first ? REFERENCE_PROVISIONS : REFERENCE_INSTRUMENT};
        last = article;
        uint32_t papers = reach_concept(search, NAMED_PAPERS_ALONE);
        const struct place place = context_place(search->context, &hit, DOCUMENT_NONE);
        bool warrants = leads == LEAD_GOVERNS && papers != LEXICON_NONE &&
                        context_sentence_holds(search->context, &place, &papers, 1);
        if (!(warrants ? reach_add_warranted(search, provision, &reached, leads)
                       : reach_edge_add(search, &reached, REACH_GOVERNS, leads))) {
            return false;
        }
    }
    return true;
}

/* Marks an article as that of its parts in which warrants are issued; `several` where there are
 * more. */
static void mark_issuer(const struct reach_search *search, uint32_t *issuers, uint32_t article) {
    const struct provision *provisions = search->document->provisions;
    for (uint32_t at = article; at != 0;) {
        at = provisions[at].parent;
        issuers[at] = issuers[at] == 0 || issuers[at] == article ? article : DOCUMENT_NONE;
    }
}

/* The one article in which the warrants of a part are issued: of the nearest part around the
 * article in which any are; 0 if there is none, or there are several. */
static uint32_t find_issuer(const struct reach_search *search, const uint32_t *issuers,
                            uint32_t article) {
    const struct provision *provisions = search->document->provisions;
    uint32_t at = provisions[article].parent;
    while (at != 0 && issuers[at] == 0 && provisions[at].parent != 0) {
        at = provisions[at].parent;
    }
    return issuers[at] == DOCUMENT_NONE ? 0 : issuers[at];
}

/* A warrant for interception is none for the search of a house. */
static bool are_for(const struct reach_search *search, uint32_t issuer, uint32_t article) {
    const struct provision *provisions = search->document->provisions;
    uint64_t measures = provisions[issuer].roles & search->powers;
    return measures == 0 || measures & provisions[article].roles;
}

/* Whether the article on the issue of warrants says which it means, and not those of `article`: "a
 * judge shall not issue a warrant under section 11 or 12 unless". */
static bool are_of_others(const struct reach_search *search, uint32_t issuer, uint32_t article) {
    struct postings *postings = search->context->postings;
    bool others = false;
    for (uint32_t i = 0; i < search->reach->count; i++) {
        const struct reach_edge *edge = &search->reach->edges[i];
        if (edge->article != issuer || edge->kind != REACH_GOVERNS || edge->offences) {
            continue;
        }
        const struct hit *hit =
            postings_before(postings, reach_concept(search, NAMED_WARRANT_ISSUED), edge->start);
        if (!hit || hit->end > edge->start ||
            words_count(&search->document->text, hit->end, edge->start, UNDER_WORDS + 1) >
                UNDER_WORDS) {
            continue;
        }
        if (edge->first <= article && article < edge->last) {
            return false;
        }
        others = true;
    }
    return others;
}

/* "Under a warrant" makes an article subject to the one that says who issues the warrants of its
 * part, and when. */
static bool search_warrants(struct reach_search *search, struct arena *arena) {
    const struct proviso_document *document = search->document;
    const struct postings *postings = search->context->postings;
    const struct posting_list *issued =
        postings_list(postings, reach_concept(search, NAMED_WARRANT_ISSUED));
    const struct posting_list *under =
        postings_list(postings, reach_concept(search, NAMED_UNDER_WARRANT));
    uint32_t *issuers = ARENA_ARRAY(arena, uint32_t, (size_t)document->provision_count + 1);
    for (uint32_t i = 0; issuers && i < issued->count; i++) {
        const struct hit hit = posting_at(issued, i);
        uint32_t provision = context_provision(search->context, &hit);
        mark_issuer(search, issuers, search->context->standings[provision].article);
    }
    uint32_t last = DOCUMENT_NONE;
    for (uint32_t i = 0; issuers && i < under->count; i++) {
        const struct hit hit = posting_at(under, i);
        uint32_t provision = context_provision(search->context, &hit);
        uint32_t article = search->context->standings[provision].article;
        uint32_t issuer = article == 0 ? 0 : find_issuer(search, issuers, article);
        if (issuer == 0 || issuer == article || article == last ||
            !are_for(search, issuer, article) || are_of_others(search, issuer, article)) {
            continue;
        }
        last = article;
        const struct reference reached = {.start = hit.start,
                                          .end = hit.end,
                                          .provision = provision,
                                          .first = issuer,
                                          .last = document->provisions[issuer].end,
                                          .kind = REFERENCE_PROVISIONS};
        if (!reach_edge_add(search, &reached, REACH_SUBJECT, LEAD_SUBJECT)) {
            return false;
        }
    }
    return issuers != NULL;
}

/* The articles that have one of the roles; `*count` of them, or NULL when memory ran out. */
static const uint32_t *find_articles(const struct proviso_document *document, struct arena *arena,
                                     uint64_t roles, uint32_t *count) {
    uint32_t *articles = ARENA_ARRAY(arena, uint32_t, (size_t)document->provision_count + 1);
    *count = 0;
    for (uint32_t at = 0; articles && at < document->provision_count; at++) {
        const struct provision *provision = &document->provisions[at];
        if (provision->roles & roles && provision->kind == PROVISO_ARTICLE) {
            articles[(*count)++] = at;
        }
    }
    return articles;
}

/* Whether the paragraph of a provision, or its article as a whole, says what it governs. */
static bool is_named(const struct reach_search *search, const bool *named, uint32_t at) {
    const struct provision *provisions = search->document->provisions;
    uint32_t article = search->context->standings[at].article;
    while (at > article && !named[at]) {
        at = provisions[at].parent;
    }
    return named[at];
}

/* "Requests shall be refused where ...": adds an edge from each paragraph that says so to every
 * other article on what it limits, those with one of the roles. */
static bool search_limits(struct reach_search *search, enum named_concept name, uint64_t roles,
                          uint32_t leads, const bool *named, struct arena *arena) {
    const struct provision *provisions = search->document->provisions;
    const struct posting_list *list =
        postings_list(search->context->postings, reach_concept(search, name));
    uint32_t last = DOCUMENT_NONE, count;
    const uint32_t *articles = find_articles(search->document, arena, roles, &count);
    for (uint32_t i = 0; articles && i < list->count && search->budget > 0; i++) {
        const struct hit hit = posting_at(list, i);
        uint32_t provision = context_provision(search->context, &hit);
        uint32_t article = search->context->standings[provision].article;
        if (provision == last || is_named(search, named, provision)) {
            continue;
        }
        last = provision;
        for (uint32_t j = 0; j < count && search->budget > 0; j++, search->budget--) {
            const struct reference reached = {.start = hit.start,
                                              .end = hit.end,
                                              .provision = provision,
                                              .first = articles[j],
                                              .last = provisions[articles[j]].end,
                                              .kind = REFERENCE_PROVISIONS};
            if (articles[j] != article &&
                !reach_edge_add(search, &reached, REACH_GOVERNS, LEAD_GOVERNS | leads)) {
                return false;
            }
        }
    }
    return articles != NULL;
}

/* Articles that speak of every measure, or of every offence, without naming a part: "No order or
 * warrant shall be made in respect of communications with a lawyer" governs the whole instrument;
 * "The application for the warrant shall be made under oath" the part on interception that it
 * stands in.
 */
bool reach_find_spoken(struct reach_search *search, struct arena *arena) {
    const bool *confined = find_confined(search, arena, true);
    const bool *named = find_confined(search, arena, false);
    return confined && named &&
           search_spoken(search, NAMED_GOVERNING_ALL, false, LEAD_GOVERNS, confined) &&
           search_spoken(search, NAMED_GOVERNING_PART, true, LEAD_GOVERNS, confined) &&
           search_spoken(search, NAMED_OFFENCES_SPOKEN, false, LEAD_OFFENCES, confined) &&
           reach_find_kinds(search, confined) && search_warrants(search, arena) &&
           reach_search_leave(search, arena, confined) &&
           reach_find_before(search, arena, confined) &&
           search_limits(search, NAMED_LIMITS_HELP, search->cooperation & ~search->surrender,
                         LEAD_HELP, named, arena) &&
           search_limits(search, NAMED_LIMITS_SURRENDER, search->surrender,
                         LEAD_HELP | LEAD_PERSONS, named, arena);
}
