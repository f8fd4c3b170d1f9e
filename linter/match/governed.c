/*
 * What governs what. In: edges of reach, "the powers and procedures provided for in this chapter".
 * Out: for each provision the cells that governing articles give to it and to all inside.
 */
#include "bracket.h"
#include "inquiry.h"

#include <string.h>

/* A governing article and what its words give. */
struct clause_cells {
    uint32_t article, paragraph;
    bool main;  /* a clause in which the regime stands: lacks of the regime are said there */
    bool gives; /* the paragraph, or what the article shares, requires something */
    struct cell *shared; /* of the paragraphs that name nothing of their own */
    struct cell *own;    /* of the paragraph */
    struct cell *cells;  /* these, and those of the paragraph; or the latter */
    bool alone;          /* the latter */
    bool persons;        /* with words that count in their own article only */
    bool extended;       /* with what paragraphs say of what they name */
    bool unsettled;      /* that it governs is not agreed */
};

/* By provision: whether it is a paragraph that says what it governs, and the provisions between
 * the first and the last of these. */
struct apart {
    bool *is;
    uint32_t *first, *last;
};

/* What an article gives to those that it governs: safeguards of one subject, all, all but those of
 * offences, or none. */
enum { GIVES_ALL = SUBJECT_INSTRUMENT + 1, GIVES_MEASURES, GIVES_NOTHING };

/* Whether the safeguard is one of powers that cooperation must have too: limits on the use of what
 * another State sends. */
static bool binds_use(const struct inquiry *inquiry, uint32_t safeguard) {
    const struct asking *asking = &inquiry->askings[safeguard];
    return inquiry->lexicon->safeguards[safeguard].of == SUBJECT_POWER &&
           (asking->must | asking->recommended) & inquiry->cooperation;
}

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
    bool regime = gives == GIVES_ALL || gives == GIVES_MEASURES;
    if (clause->main && clause->gives && regime && governed->clause == DOCUMENT_NONE) {
        governed->clause = clause->article;
    }
    for (uint32_t i = 0; i < count; i++) {
        const struct cell *cell = &clause->cells[i];
        uint32_t of = inquiry->lexicon->safeguards[i].of;
        if (gives == GIVES_ALL || (gives == GIVES_MEASURES && of != SUBJECT_OFFENCE) ||
            of == gives || (gives == SUBJECT_COOPERATION && binds_use(inquiry, i))) {
            bool lost = clause->unsettled && state_is_better(cell->state, STATE_BRACKETED);
            cell_improve(&governed->cells[i], lost ? STATE_BRACKETED : cell->state, cell->provision,
                         cell->start);
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

/* Whether the edge is from a paragraph of an offence that takes conduct out of others as well. */
static bool exempts_others(const struct inquiry *inquiry, const struct reach_edge *edge) {
    return edge->offences && edge->exempts && edge->paragraph != edge->article &&
           inquiry->findings->document->provisions[edge->article].roles & inquiry->offence;
}

/* A power or an offence that names others ("offences established in accordance with articles 2 to
 * 11") does not govern them, unless it is a safeguards article too; cooperation ("assistance under
 * articles 27 to 30 shall be refused where ...") gives them what that paragraph says. "With
 * intent to commit an offence under this Act" gives intent to no other offence, nor does a
 * reference that no words lead to, "suspected of a crime under article 7"; a paragraph that does no
 * more than take conduct out ("no one is punished under this article or article 9 who ...") gives
 * that. */
static uint32_t edge_gives(const struct inquiry *inquiry, const struct reach_edge *edge) {
    struct subject subject = {.provision = edge->article};
    uint64_t roles = inquiry->findings->document->provisions[edge->article].roles;
    uint32_t all = edge->offences ? SUBJECT_OFFENCE : edge->unled ? GIVES_MEASURES : GIVES_ALL;
    if (edge->offences && roles & inquiry->offence) {
        return exempts_others(inquiry, edge) ? SUBJECT_OFFENCE : GIVES_NOTHING;
    }
    if (edge->help) {
        return SUBJECT_COOPERATION;
    }
    inquiry_ask(inquiry, &subject);
    if (!(subject.must | subject.recommended) || roles & inquiry->safeguard) {
        return all;
    }
    return roles & inquiry->cooperation && !edge->offences ? SUBJECT_COOPERATION : GIVES_NOTHING;
}

/* Paragraphs that say what they govern: "(2) Material obtained under sections 12 and 14 shall be
 * destroyed" says nothing of the other powers of the part that (1) governs. */
static bool find_apart(const struct inquiry *inquiry, struct apart *apart) {
    const struct reach *reach = inquiry->coverage->reach;
    struct arena *arena = inquiry->findings->arena;
    uint32_t count = inquiry->findings->document->provision_count;
    apart->is = ARENA_ARRAY(arena, bool, count);
    apart->first = ARENA_ARRAY(arena, uint32_t, count);
    apart->last = ARENA_ARRAY(arena, uint32_t, count);
    if (!apart->is || !apart->first || !apart->last) {
        return false;
    }
    for (uint32_t i = reach->governing; i < reach->count; i++) {
        const struct reach_edge *edge = &reach->edges[i];
        uint32_t at = edge->paragraph;
        if (at != edge->article && !edge->offences && !edge->unled && !edge->help &&
            edge->first != 0) {
            apart->first[at] =
                apart->is[at] && apart->first[at] < edge->first ? apart->first[at] : edge->first;
            apart->last[at] = apart->last[at] > edge->last ? apart->last[at] : edge->last;
            apart->is[at] = true;
        }
    }
    return true;
}

/* Reads what no paragraph of the article keeps to what it names. */
static void open_clause(const struct inquiry *inquiry, struct clause_cells *clause,
                        uint32_t article, const struct apart *apart) {
    clause->article = article;
    clause->paragraph = DOCUMENT_NONE;
    clause->main = main_clause_is(inquiry, article);
    cells_clear(clause->shared, inquiry->lexicon->safeguard_count);
    cells_read_shared(inquiry, clause->shared, article, apart->is);
}

/* "Article 23 shall apply also to requests under this chapter": what its paragraphs say of the
 * measures that they name they say of these, unless they name some of these only. */
static void read_extended(const struct inquiry *inquiry, struct clause_cells *clause,
                          const struct reach_edge *edge, const struct apart *apart) {
    const struct provision *provisions = inquiry->findings->document->provisions;
    for (uint32_t at = edge->article + 1; at < provisions[edge->article].end;
         at = provisions[at].end) {
        bool others = apart->last[at] <= edge->first || apart->first[at] >= edge->last;
        if (apart->is[at] && others) {
            cells_read(inquiry, clause->cells, at, provisions[at].end, true);
        }
    }
}

/* Reads the paragraph. What it switches off for those that it names ("this section does not apply
 * to a direction under Part 6") stays off, whatever its article says of all. */
static void read_paragraph(const struct inquiry *inquiry, struct clause_cells *clause) {
    const struct provision *provisions = inquiry->findings->document->provisions;
    uint32_t count = inquiry->lexicon->safeguard_count, at = clause->paragraph;
    cells_clear(clause->own, count);
    cells_read(inquiry, clause->own, at, provisions[at].end, !clause->persons);
    cells_join(clause->cells, clause->own, count);
    for (uint32_t i = 0; i < count; i++) {
        if (clause->own[i].state == STATE_EXCLUDED) {
            clause->cells[i] = clause->own[i];
        }
    }
}

/* Reads what an edge gives: the words of its paragraph and, where not `alone`, those of its article
 * that no paragraph keeps to what it names. */
static void read_clause(const struct inquiry *inquiry, struct clause_cells *clause,
                        const struct reach_edge *edge, const struct apart *apart, bool alone) {
    uint32_t count = inquiry->lexicon->safeguard_count, paragraph = edge->paragraph;
    clause->unsettled = brackets_at(inquiry->findings, edge->start) != NULL;
    if (edge->article != clause->article) {
        open_clause(inquiry, clause, edge->article, apart);
    }
    if (paragraph == clause->paragraph && alone == clause->alone &&
        edge->persons == clause->persons && !edge->extended && !clause->extended && !edge->alone) {
        return;
    }
    clause->paragraph = paragraph;
    clause->alone = alone;
    clause->persons = edge->persons;
    clause->extended = edge->extended;
    cells_clear(clause->cells, count);
    if (!alone) {
        memcpy(clause->cells, clause->shared, count * sizeof *clause->cells);
    }
    if (alone || apart->is[paragraph]) {
        read_paragraph(inquiry, clause);
    }
    if (edge->extended) {
        read_extended(inquiry, clause, edge, apart);
    }
    clause->gives = !apart->is[paragraph] && !edge->alone;
    for (uint32_t i = 0; i < count && !clause->gives && !edge->alone; i++) {
        clause->gives = state_is_better(clause->cells[i].state, STATE_NAMED);
    }
}

struct governed *governed_find(struct inquiry *inquiry) {
    const struct reach *reach = inquiry->coverage->reach;
    struct arena *arena = inquiry->findings->arena;
    uint32_t count = inquiry->findings->document->provision_count;
    uint32_t safeguards = inquiry->lexicon->safeguard_count, budget = 4 * count + 4096;
    struct governed *governed = ARENA_ARRAY(arena, struct governed, count);
    struct clause_cells clause = {.article = DOCUMENT_NONE,
                                  .paragraph = DOCUMENT_NONE,
                                  .shared = ARENA_ARRAY(arena, struct cell, safeguards),
                                  .own = ARENA_ARRAY(arena, struct cell, safeguards),
                                  .cells = ARENA_ARRAY(arena, struct cell, safeguards)};
    struct apart apart;
    if (!governed || !clause.shared || !clause.own || !clause.cells ||
        !find_apart(inquiry, &apart)) {
        return NULL;
    }
    for (uint32_t i = reach->governing; i < reach->count; i++) {
        const struct reach_edge *edge = &reach->edges[i];
        uint32_t gives = edge_gives(inquiry, edge);
        if (gives == GIVES_NOTHING) {
            continue;
        }
        bool alone = edge->alone || gives == SUBJECT_COOPERATION || exempts_others(inquiry, edge);
        read_clause(inquiry, &clause, edge, &apart, alone);
        if (!govern_edge(inquiry, governed, edge, &clause, gives, &budget)) {
            return NULL;
        }
    }
    return governed;
}
