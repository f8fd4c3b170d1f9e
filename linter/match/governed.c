/*
 * What governs what. In: edges of reach, "the powers and procedures provided for in this chapter".
 * Out: for each provision the cells that governing articles give to it and to all inside.
 */
#include "inquiry.h"

/* A governing article and what its words give. */
struct clause_cells {
    uint32_t article;
    bool main; /* a clause in which the regime stands: lacks of the regime are said there */
    struct cell *cells;
    uint64_t apart; /* safeguards of other provisions than those in hand */
};

/* What an article gives to those that it governs: safeguards of one subject, all, or none. */
enum { GIVES_ALL = SUBJECT_INSTRUMENT + 1, GIVES_NOTHING };

static bool govern(struct inquiry *inquiry, struct governed *governed,
                   const struct clause_cells *clause, uint32_t gives) {
    uint32_t count = inquiry->lexicon->safeguard_count;
    if (!governed->cells) {
        governed->cells = ARENA_ARRAY(inquiry->findings->arena, struct cell, count);
        if (!governed->cells) {
            return false;
        }
        cells_clear(governed->cells, count);
        governed->clause = DOCUMENT_NONE;
    }
    if (clause->main && gives == GIVES_ALL && governed->clause == DOCUMENT_NONE) {
        governed->clause = clause->article;
    }
    for (uint32_t i = 0; i < count; i++) {
        const struct cell *cell = &clause->cells[i];
        bool given = gives == GIVES_ALL || inquiry->lexicon->safeguards[i].of == gives;
        if (given && !(clause->apart >> i & 1)) {
            cell_improve(&governed->cells[i], cell->state, cell->provision, cell->start);
        }
    }
    return true;
}

/* Hands what an edge gives to the provisions that it names: to one part, or to each of a range. The
 * budget keeps a draft of a thousand clauses that each name all articles linear. */
static bool govern_edge(struct inquiry *inquiry, struct governed *governed,
                        const struct reach_edge *edge, const struct clause_cells *clause,
                        uint32_t gives, uint32_t *budget) {
    const struct provision *provisions = inquiry->findings->document->provisions;
    for (uint32_t at = edge->first; at<edge->last && * budget> 0; at = provisions[at].end) {
        --*budget;
        if (!govern(inquiry, &governed[at], clause, gives)) {
            return false;
        }
    }
    return true;
}

/* A power or an offence that names others ("offences established in accordance with articles 2 to
 * 11") does not govern them, unless it is a safeguards article too; cooperation ("assistance under
 * articles 27 to 30 shall be refused where ...") gives them what that paragraph says. "With
 * intent to commit an offence under this Act" gives intent to no other offence. */
static uint32_t edge_gives(const struct inquiry *inquiry, const struct reach_edge *edge) {
    struct subject subject = {.provision = edge->article};
    uint64_t roles = inquiry->findings->document->provisions[edge->article].roles;
    uint32_t all = edge->offences ? SUBJECT_OFFENCE : GIVES_ALL;
    if (edge->offences && roles & inquiry->offence) {
        return GIVES_NOTHING;
    }
    inquiry_ask(inquiry, &subject);
    if (!(subject.must | subject.recommended) || roles & inquiry->safeguard) {
        return all;
    }
    return roles & inquiry->cooperation && !edge->offences ? SUBJECT_COOPERATION : GIVES_NOTHING;
}

/* Whether the provision stands in a paragraph that says of which powers it speaks, and they are
 * others than those of the edge: "(1) Article 44 needs no judge. (2) Under article 45 ...". */
static bool speaks_of_others(const struct inquiry *inquiry, const struct reach_edge *edge,
                             uint32_t provision) {
    const struct reach *reach = inquiry->coverage->reach;
    const struct provision *provisions = inquiry->findings->document->provisions;
    const struct reach_edge *first = &reach->edges[reach->governing], *other = edge;
    const struct reach_edge *end = reach->edges + reach->count;
    bool speaks = false;
    while (other > first && other[-1].article == edge->article) {
        other--;
    }
    for (; other < end && other->article == edge->article; other++) {
        uint32_t paragraph = other->paragraph;
        if (paragraph == edge->article || other->offences || provision < paragraph ||
            provision >= provisions[paragraph].end) {
            continue;
        }
        if (other->first < edge->last && edge->first < other->last) {
            return false;
        }
        speaks = true;
    }
    return speaks;
}

/* The safeguards that the clause switches off elsewhere than at the provisions of the edge; and
 * those of offences, where no words lead to it: "suspected of a crime under article 7". */
static uint64_t find_apart(const struct inquiry *inquiry, const struct reach_edge *edge,
                           const struct clause_cells *clause) {
    uint64_t apart = 0;
    for (uint32_t i = 0; i < inquiry->lexicon->safeguard_count; i++) {
        const struct cell *cell = &clause->cells[i];
        bool offence = inquiry->lexicon->safeguards[i].of == SUBJECT_OFFENCE;
        if ((edge->unled && offence) ||
            (cell->state == STATE_EXCLUDED && speaks_of_others(inquiry, edge, cell->provision))) {
            apart |= UINT64_C(1) << i;
        }
    }
    return apart;
}

struct governed *governed_find(struct inquiry *inquiry) {
    const struct reach *reach = inquiry->coverage->reach;
    uint32_t count = inquiry->findings->document->provision_count;
    uint32_t safeguards = inquiry->lexicon->safeguard_count, budget = 4 * count + 4096;
    struct governed *governed = ARENA_ARRAY(inquiry->findings->arena, struct governed, count);
    struct clause_cells clause = {.article = DOCUMENT_NONE};
    for (uint32_t i = reach->governing; governed && i < reach->count; i++) {
        const struct reach_edge *edge = &reach->edges[i];
        uint32_t gives = edge_gives(inquiry, edge);
        if (gives == GIVES_NOTHING) {
            continue;
        }
        uint32_t from = gives == SUBJECT_COOPERATION ? edge->paragraph : edge->article;
        if (from != clause.article) {
            clause.article = from;
            clause.cells = ARENA_ARRAY(inquiry->findings->arena, struct cell, safeguards);
            if (!clause.cells) {
                return NULL;
            }
            cells_clear(clause.cells, safeguards);
            cells_read(inquiry, clause.cells, from,
                       inquiry->findings->document->provisions[from].end, true);
            clause.main = main_clause_is(inquiry, edge->article);
        }
        clause.apart = find_apart(inquiry, edge, &clause);
        if (!govern_edge(inquiry, governed, edge, &clause, gives, &budget)) {
            return NULL;
        }
    }
    return governed;
}
