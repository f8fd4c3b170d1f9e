/* The search for edges of reach: by references (reach.c) and by speech of every measure or warrant
 * (reach_spoken.c). */
#ifndef MATCH_REACH_SEARCH_H
#define MATCH_REACH_SEARCH_H

#include "reach.h"

struct reach_search {
    struct reach *reach;
    const struct proviso_document *document;
    struct context *context;
    uint64_t powers, cooperation; /* roles of articles that give a power, that are about it */
    uint64_t searches;            /* of the former, those to search */
    uint64_t surrender;           /* of the latter, those about persons who are handed over */
    /* Of edges from parts: a thousand articles may each say what their part does. */
    uint32_t budget;
};

/* What words lead to a reference. */
enum lead {
    LEAD_SUBJECT = 1,
    LEAD_GOVERNS = 2,
    LEAD_OFFENCES = 4,
    LEAD_UNLED = 8,
    LEAD_HELP = 16,
    LEAD_PERSONS = 32,
    LEAD_EXEMPTS = 64,
    LEAD_EXTENDED = 128,
    LEAD_ALONE = 256
};

static inline uint32_t reach_concept(const struct reach_search *search, enum named_concept name) {
    return search->document->lexicon->named[name];
}

/* Adds an edge from the article of the reference to what it names, unless that says nothing. */
bool reach_edge_add(struct reach_search *search, const struct reference *reference, uint32_t kind,
                    uint32_t leads);
/* Adds an edge from each article of the provisions first..last-1 to what the reference names. */
bool reach_add_articles(struct reach_search *search, uint32_t first, uint32_t last,
                        const struct reference *reference, uint32_t leads);
/* Whether a reference names a part or the instrument, and its sentence speaks of what a court gives
 * in it and of no other measure. */
bool reach_is_of_warrants(const struct reach_search *search, const struct reference *reference);
/* Adds an edge from an article to each of those that a reference names in which a court gives its
 * leave. */
bool reach_add_warranted(struct reach_search *search, uint32_t governor,
                         const struct reference *reference, uint32_t leads);
/* Adds the edges of what governs every measure, said of a reference. */
bool reach_find_all(struct reach_search *search);
/* Reads what is switched off by number for others than itself (reach_off.c). */
void reach_find_off(struct reach_search *search);
/* Adds the edges of articles that govern what another governs (reach_passed.c). */
bool reach_find_passed(struct reach_search *search);
/* Adds the edges of articles that name a measure and no provision (reach_kind.c); `confined` as
 * below. */
bool reach_find_kinds(struct reach_search *search, const bool *confined);
/* Adds the edges of articles that name nothing: of every measure, of warrants. */
bool reach_find_spoken(struct reach_search *search, struct arena *arena);
/* Those on the leave of a court; `confined`, by provision, is true for articles that do not speak
 * for the whole instrument. */
bool reach_search_leave(struct reach_search *search, struct arena *arena, const bool *confined);
/* Those of articles that speak of the order, the measure or the yield of a power before them
 * (reach_before.c). */
bool reach_find_before(struct reach_search *search, struct arena *arena, const bool *confined);

#endif
