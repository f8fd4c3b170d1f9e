/*
 * Articles that name the measure and no provision. In: "whoever was intercepted is told within
 * thirty days", "the number of searches is published every year". Out: edges to the articles that
 * give such a power: in the nearest part around that has one, else in the instrument. "The order"
 * of an instrument with one power is that of this power; and where an article has an office watch
 * over powers, what others of its part say of that office is of the same powers.
 */
#include "reach_search.h"

/* How many articles are heard: a draft of a thousand sections on interception stays quick. */
enum { KIND_ARTICLES = 64, SMALL_INSTRUMENT = 20 };

/* The concepts that name a kind of measure, and the roles of the articles that give it. */
static const struct kind {
    enum named_concept name;
    const char *roles[4];
} kinds[] = {
    {NAMED_KIND_INTERCEPTION, {"power:interception", "power:traffic-data", NULL}},
    {NAMED_KIND_SEARCH, {"power:search", NULL}},
    {NAMED_KIND_DATA, {"power:production", "power:traffic-data", "power:retention", NULL}},
};

static uint64_t kind_roles(const struct reach_search *search, const struct kind *kind) {
    uint64_t roles = 0;
    for (const char *const *role = kind->roles; *role; role++) {
        roles |= lexicon_roles(search->document->lexicon, *role);
    }
    return roles;
}

/* The roles of the powers that the sentence of a hit names. */
static uint64_t named_powers(struct reach_search *search, const struct hit *hit) {
    const struct place place = context_place(search->context, hit, DOCUMENT_NONE);
    uint64_t roles = 0;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        uint32_t concept = reach_concept(search, kinds[i].name);
        if (concept != LEXICON_NONE &&
            context_sentence_holds(search->context, &place, &concept, 1)) {
            roles |= kind_roles(search, &kinds[i]);
        }
    }
    return roles;
}

/* The first article from `at` on, before `end`, that gives one of the powers and is not `self`; or
 * `end`. */
static uint32_t next_power(const struct reach_search *search, uint32_t at, uint32_t end,
                           uint32_t self, uint64_t roles) {
    const struct provision *provisions = search->document->provisions;
    while (at < end && (at == self || provisions[at].kind != PROVISO_ARTICLE ||
                        !(provisions[at].roles & roles))) {
        at++;
    }
    return at;
}

/* Adds an edge from the article of a hit to each article of the nearest part around it that gives
 * one of the powers. */
static bool add_powers(struct reach_search *search, const struct hit *hit, uint32_t article,
                       uint64_t roles) {
    const struct provision *provisions = search->document->provisions;
    uint32_t part = article, end, first;
    do {
        part = provisions[part].parent;
        end = part == 0 ? search->document->provision_count : provisions[part].end;
        first = next_power(search, part + 1, end, article, roles);
    } while (first == end && part != 0);
    for (uint32_t at = first; at < end && search->budget > 0;
         at = next_power(search, at + 1, end, article, roles), search->budget--) {
        const struct reference reached = {.start = hit->start,
                                          .end = hit->end,
                                          .provision = context_provision(search->context, hit),
                                          .first = at,
                                          .last = provisions[at].end,
                                          .kind = REFERENCE_PROVISIONS};
        if (!reach_edge_add(search, &reached, REACH_GOVERNS,
                            LEAD_GOVERNS | LEAD_UNLED | LEAD_ALONE)) {
            return false;
        }
    }
    return true;
}

/* The article of a hit, where it speaks for others than itself; 0 otherwise. */
static uint32_t speaking_article(struct reach_search *search, const struct hit *hit,
                                 const bool *confined) {
    const struct standing *standings = search->context->standings;
    uint32_t provision = context_provision(search->context, hit);
    uint32_t article = standings[provision].article;
    /* "(4)" that a section puts into another law is none of its own. */
    bool taken = (standings[provision].flags ^ standings[article].flags) & PROVISION_QUOTED;
    return confined[article] || taken ? 0 : article;
}

static bool add_kinds(struct reach_search *search, const bool *confined) {
    const struct posting_list *list =
        postings_list(search->context->postings, reach_concept(search, NAMED_GOVERNING_KIND));
    uint32_t last = DOCUMENT_NONE, articles = 0;
    uint64_t said = 0; /* of the paragraph before */
    for (uint32_t i = 0; i < list->count && articles < KIND_ARTICLES; i++) {
        const struct hit found = posting_at(list, i), *hit = &found;
        uint32_t provision = context_provision(search->context, hit);
        uint32_t article = speaking_article(search, hit, confined);
        if (article == 0) {
            continue;
        }
        said = provision == last ? said : 0;
        articles += provision != last;
        last = provision;
        uint64_t roles = named_powers(search, hit) & ~said;
        said |= roles;
        if (roles != 0 && !add_powers(search, hit, article, roles)) {
            return false;
        }
    }
    return true;
}

/* Whether the power that the one article gives is what the instrument is about: to intercept, or
 * there are few articles besides. */
static bool is_all_about(const struct reach_search *search, uint32_t only) {
    const struct proviso_document *document = search->document;
    uint32_t articles = 0;
    for (uint32_t at = 1; at < document->provision_count && articles <= SMALL_INSTRUMENT; at++) {
        articles += document->provisions[at].kind == PROVISO_ARTICLE;
    }
    return articles <= SMALL_INSTRUMENT ||
           document->provisions[only].roles & kind_roles(search, kinds);
}

/* "The person is told of the order", where one article of the instrument gives a power. */
static bool add_one(struct reach_search *search, const bool *confined) {
    const struct posting_list *list =
        postings_list(search->context->postings, reach_concept(search, NAMED_GOVERNING_ONE));
    const uint32_t end = search->document->provision_count;
    uint32_t only = next_power(search, 1, end, 0, search->powers);
    if (only == end || next_power(search, only + 1, end, 0, search->powers) != end ||
        !is_all_about(search, only)) {
        return true;
    }
    for (uint32_t i = 0; i < list->count && i < KIND_ARTICLES; i++) {
        const struct hit hit = posting_at(list, i);
        uint32_t article = speaking_article(search, &hit, confined);
        if (article != 0 && !add_powers(search, &hit, article, search->powers)) {
            return false;
        }
    }
    return true;
}

/* Whether a paragraph says that an office watches over powers. */
static bool is_watching(struct reach_search *search, uint32_t paragraph) {
    const struct provision *provision = &search->document->provisions[paragraph];
    return postings_inside(search->context->postings, reach_concept(search, NAMED_OFFICE_WATCHES),
                           provision->start, provision->finish) != 0;
}

/* Hands what an article of the part of a hit has an office watch over to the paragraph of the hit.
 */
static bool add_watched(struct reach_search *search, const struct hit *hit, uint32_t article) {
    const struct provision *provisions = search->document->provisions;
    uint32_t part = provisions[article].parent;
    for (uint32_t i = 0, count = search->reach->count; i < count && search->budget > 0; i++) {
        const struct reach_edge edge = search->reach->edges[i];
        uint32_t watching = edge.alone ? edge.paragraph : edge.article;
        if (edge.kind != REACH_GOVERNS || edge.offences ||
            provisions[edge.article].parent != part || (edge.article == article && !edge.alone) ||
            !is_watching(search, watching)) {
            continue;
        }
        search->budget--;
        const struct reference reached = {.start = hit->start,
                                          .end = hit->end,
                                          .provision = context_provision(search->context, hit),
                                          .first = edge.first,
                                          .last = edge.last,
                                          .kind = edge.first ? REFERENCE_PROVISIONS
                                                             : REFERENCE_INSTRUMENT};
        if (!reach_edge_add(search, &reached, REACH_GOVERNS,
                            LEAD_GOVERNS | LEAD_UNLED | LEAD_ALONE)) {
            return false;
        }
    }
    return true;
}

static bool add_offices(struct reach_search *search, const bool *confined) {
    const struct posting_list *list =
        postings_list(search->context->postings, reach_concept(search, NAMED_OFFICE_SPEAKS));
    uint32_t last = DOCUMENT_NONE, paragraphs = 0;
    for (uint32_t i = 0; i < list->count && paragraphs < KIND_ARTICLES; i++) {
        const struct hit hit = posting_at(list, i);
        uint32_t article = speaking_article(search, &hit, confined);
        uint32_t provision = context_provision(search->context, &hit);
        if (article == 0 || provision == last) {
            continue;
        }
        last = provision;
        paragraphs++;
        if (!add_watched(search, &hit, article)) {
            return false;
        }
    }
    return true;
}

bool reach_find_kinds(struct reach_search *search, const bool *confined) {
    return add_kinds(search, confined) && add_one(search, confined) &&
           add_offices(search, confined);
}
