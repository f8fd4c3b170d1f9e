/*
 * Powers against safeguards. In: provisions with roles, evidence of safeguards, reach. Out: a cell
 * for each subject and safeguard. Article 19 gives a power of search and is subject to Article 15,
 * which names judicial supervision "as appropriate": judicial-oversight of Article 19 is weak, and
 * rests on Article 15(2).
 */
#include "coverage.h"

#include "../base/error.h"
#include "lack.h"
#include "offence.h"
#include "reach.h"
#include "safeguard.h"

#include <string.h>

/* A governing article and what its words give. */
struct clause_cells {
    uint32_t article;
    bool main; /* a clause in which the regime stands: lacks of the regime are said there */
    struct cell *cells;
};

enum { MAIN_UNKNOWN, NOT_MAIN, MAIN };

enum { SAFEGUARD_LIMIT = 64 };

/* What an article gives to those that it governs: safeguards of one subject, all, or none. */
enum { GIVES_ALL = SUBJECT_INSTRUMENT + 1, GIVES_NOTHING };

/* The roles of which a safeguard is asked. */
struct asking {
    uint64_t must, recommended;
};

struct inquiry {
    struct coverage *coverage;
    struct proviso_findings *findings;
    struct context *context;
    const struct proviso_lexicon *lexicon;
    uint8_t *mains;   /* by article or part: whether a main clause stands there, as far as asked */
    uint32_t *before; /* by provision: how many provisions before it have roles that are asked */
    uint64_t roles;   /* that any article has: what is asked of the instrument depends on them */
    uint64_t asked;   /* roles of which anything is asked */
    uint64_t offence, safeguard, cooperation; /* these roles */
    uint64_t of_offences;                     /* safeguards that offences are asked for */
    uint32_t capacity;                        /* of coverage->subjects */
    struct asking askings[SAFEGUARD_LIMIT];
};

static void cells_clear(struct cell *cells, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        cells[i] = (struct cell){.state = STATE_MISSING, .provision = DOCUMENT_NONE};
    }
}

/* Words that switch a safeguard off win over words that only name it, and over none. */
static void cell_improve(struct cell *cell, uint32_t state, uint32_t provision, uint32_t start) {
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

/* What the words of provisions first..last-1 give; to others than themselves, if `governing`: then
 * without what they put into another law, words that count in their own article only, and what
 * cooperation does without. */
static void cells_read(const struct inquiry *inquiry, struct cell *cells, uint32_t first,
                       uint32_t last, bool governing) {
    const struct evidences *evidences = inquiry->coverage->evidences;
    const struct lexicon_safeguard *safeguards = inquiry->lexicon->safeguards;
    const struct proviso_document *document = inquiry->findings->document;
    const struct provision *provisions = document->provisions;
    const struct standing *standings = inquiry->context->standings;
    uint32_t end =
        last < document->provision_count ? provisions[last].start : document->text.length;
    for (uint32_t i = evidences_from(evidences, provisions[first].start);
         i < evidences->count && evidences->list[i].start < end; i++) {
        const struct evidence *evidence = &evidences->list[i];
        uint8_t quoted = standings[evidence->provision].flags ^ standings[first].flags;
        bool kept = evidence->own || quoted & PROVISION_QUOTED ||
                    (evidence->state == STATE_EXCLUDED &&
                     safeguards[evidence->safeguard].of == SUBJECT_COOPERATION);
        if (!governing || !kept) {
            cell_improve(&cells[evidence->safeguard], evidence->state, evidence->provision,
                         evidence->start);
        }
    }
}

static void cells_join(struct cell *cells, const struct cell *others, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        cell_improve(&cells[i], others[i].state, others[i].provision, others[i].start);
    }
}

/* Words of the article itself that switch a safeguard off win over what governs it. */
static void cells_exclude(const struct inquiry *inquiry, struct cell *cells, const struct cell *own,
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

/* What articles that govern a provision give to it and to all inside. */
struct governed {
    struct cell *cells; /* NULL if nothing governs it */
    uint32_t clause;    /* the article that does, a safeguards article if one is among them */
};

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
        if (gives == GIVES_ALL || inquiry->lexicon->safeguards[i].of == gives) {
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

static bool names(const struct inquiry *inquiry, enum named_concept name, uint32_t start,
                  uint32_t end) {
    uint32_t concept = inquiry->lexicon->named[name];
    return concept != LEXICON_NONE &&
           postings_inside(&inquiry->context->postings, concept, start, end);
}

/* Whether the article requires a safeguard of a power or of the regime, agreed
 * or not; those of the regime are added to *regime. */
static bool requires_some(const struct inquiry *inquiry, uint32_t article, uint64_t *regime) {
    const struct provision *provision = &inquiry->findings->document->provisions[article];
    const struct evidences *evidences = inquiry->coverage->evidences;
    bool any = false;
    for (uint32_t i = evidences_from(evidences, provision->start);
         i < evidences->count && evidences->list[i].start < provision->finish; i++) {
        const struct evidence *evidence = &evidences->list[i];
        uint32_t of = inquiry->lexicon->safeguards[evidence->safeguard].of;
        if ((of == SUBJECT_POWER || of == SUBJECT_REGIME) &&
            state_is_better(evidence->state, STATE_NAMED)) {
            any = true;
            *regime |= (uint64_t)(of == SUBJECT_REGIME) << evidence->safeguard;
        }
    }
    return any;
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
            bool some = names_powers(inquiry, &reach->edges[i]);
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

/* Whether an article is where the regime stands, so that lacks of the regime are said there: it has
 * words of `main-clause-heading` in a heading or, if it gives no power itself, of `main-clause` in
 * its text, and requires something; or it requires several safeguards of the regime, alone or with
 * others of its part. "Nothing in this Convention shall affect other treaties" protects nobody, and
 * neither an office of complaints nor a right of appeal is a regime. */
static bool is_main(const struct inquiry *inquiry, uint32_t article) {
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

static void find_askings(struct inquiry *inquiry) {
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

/* Fills the sets of safeguards asked of an article, or of the document. */
static void ask(const struct inquiry *inquiry, struct subject *subject) {
    const struct provision *provision =
        &inquiry->findings->document->provisions[subject->provision];
    const struct place place = {.start = provision->start,
                                .end = provision->finish,
                                .concept = LEXICON_NONE,
                                .provision = subject->provision,
                                .sentence = DOCUMENT_NONE,
                                .stretch_start = provision->start,
                                .stretch_end = provision->finish};
    uint64_t roles = subject->provision == 0 ? inquiry->roles : provision->roles;
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
    ask(inquiry, &subject);
    if (!(subject.must | subject.recommended) || roles & inquiry->safeguard) {
        return all;
    }
    return roles & inquiry->cooperation && !edge->offences ? SUBJECT_COOPERATION : GIVES_NOTHING;
}

static struct governed *find_governed(struct inquiry *inquiry) {
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
            clause.main = is_main(inquiry, edge->article);
        }
        if (!govern_edge(inquiry, governed, edge, &clause, gives, &budget)) {
            return NULL;
        }
    }
    return governed;
}

/* The cells of a subject: its own words, what its article `lends` to each of its paragraphs (or
 * NULL), those it is subject to, those that govern it. */
static bool fill_cells(const struct inquiry *inquiry, struct subject *subject,
                       const struct cell *lends, const struct governed *governed) {
    const struct reach *reach = inquiry->coverage->reach;
    const struct provision *provisions = inquiry->findings->document->provisions;
    uint32_t count = inquiry->lexicon->safeguard_count, at = subject->provision;
    struct cell *own = ARENA_ARRAY(inquiry->findings->arena, struct cell, count);
    subject->cells = ARENA_ARRAY(inquiry->findings->arena, struct cell, count);
    subject->clause = DOCUMENT_NONE;
    if (!own || !subject->cells) {
        return false;
    }
    cells_clear(own, count);
    cells_read(inquiry, own, at, provisions[at].end, false);
    memcpy(subject->cells, own, count * sizeof *own);
    if (lends) {
        cells_join(subject->cells, lends, count);
    }
    for (uint32_t i = reach->subject_first[at]; at && i < reach->subject_first[at + 1]; i++) {
        const struct reach_edge *edge = &reach->edges[i];
        uint32_t article = inquiry->context->standings[edge->first].article;
        cells_read(inquiry, subject->cells, edge->first, edge->last, false);
        if (is_main(inquiry, article)) {
            subject->clause = article;
        }
    }
    for (uint32_t node = at;; node = provisions[node].parent) {
        if (governed[node].cells) {
            cells_join(subject->cells, governed[node].cells, count);
            subject->clause =
                subject->clause == DOCUMENT_NONE ? governed[node].clause : subject->clause;
        }
        if (node == 0) {
            break;
        }
    }
    others_fill(inquiry->findings, inquiry->context, inquiry->coverage, subject);
    cells_exclude(inquiry, subject->cells, own, &provisions[at]);
    return true;
}

/* Of the safeguards asked of it, those of `kinds`. */
static bool add_subject(struct inquiry *inquiry, uint32_t provision, uint64_t kinds,
                        const struct cell *lends, const struct governed *governed) {
    struct coverage *coverage = inquiry->coverage;
    struct subject subject = {.provision = provision};
    ask(inquiry, &subject);
    subject.must &= kinds;
    subject.recommended &= kinds;
    if (!(subject.must | subject.recommended)) {
        return true;
    }
    subject.offences = provision ? offences_of(inquiry->context, provision) : OFFENCES_UNSAID;
    struct subject *subjects =
        array_grow(coverage->subjects, &inquiry->capacity, coverage->count + 1, sizeof *subjects);
    if (!subjects) {
        return false;
    }
    coverage->subjects = subjects;
    if (!fill_cells(inquiry, &subject, lends, governed)) {
        return false;
    }
    subjects[coverage->count++] = subject;
    return true;
}

/* What an article says outside of the paragraphs that make an offence each: "(3) It is a defence".
 */
static struct cell *find_lent(const struct inquiry *inquiry, uint32_t article) {
    const struct evidences *evidences = inquiry->coverage->evidences;
    const struct provision *provisions = inquiry->findings->document->provisions;
    uint32_t count = inquiry->lexicon->safeguard_count;
    struct cell *cells = ARENA_ARRAY(inquiry->findings->arena, struct cell, count);
    if (!cells) {
        return NULL;
    }
    cells_clear(cells, count);
    for (uint32_t i = evidences_from(evidences, provisions[article].start);
         i < evidences->count && evidences->list[i].start < provisions[article].finish; i++) {
        const struct evidence *evidence = &evidences->list[i];
        if (evidence->provision == article) {
            cell_improve(&cells[evidence->safeguard], evidence->state, article, evidence->start);
        }
    }
    for (uint32_t at = article + 1; at < provisions[article].end; at = provisions[at].end) {
        if (!offence_is_own(inquiry->context, &inquiry->coverage->reach->references, at)) {
            cells_read(inquiry, cells, at, provisions[at].end, false);
        }
    }
    return cells;
}

/* An article, or where its paragraphs make offences of their own, these: what one asks for is not
 * lent to the next. */
static bool add_article(struct inquiry *inquiry, uint32_t article,
                        const struct governed *governed) {
    const struct references *references = &inquiry->coverage->reach->references;
    const struct provision *provisions = inquiry->findings->document->provisions;
    if (!(provisions[article].roles & inquiry->offence) ||
        offences_own(inquiry->context, references, article) < 2) {
        return add_subject(inquiry, article, UINT64_MAX, NULL, governed);
    }
    const struct cell *lends = find_lent(inquiry, article);
    bool done = lends && add_subject(inquiry, article, ~inquiry->of_offences, NULL, governed);
    for (uint32_t at = article + 1; done && at < provisions[article].end; at = provisions[at].end) {
        done = !offence_is_own(inquiry->context, references, at) ||
               add_subject(inquiry, at, inquiry->of_offences, lends, governed);
    }
    return done;
}

bool coverage_find(struct coverage *coverage, struct proviso_findings *findings,
                   struct context *context, struct proviso_error *error) {
    const struct proviso_document *document = findings->document;
    struct inquiry inquiry = {.coverage = coverage,
                              .findings = findings,
                              .context = context,
                              .lexicon = document->lexicon};
    coverage->reach = ARENA_NEW(findings->arena, struct reach);
    coverage->evidences = ARENA_NEW(findings->arena, struct evidences);
    if (!coverage->reach || !coverage->evidences) {
        return error_memory(error);
    }
    if (!reach_find(coverage->reach, findings, context, error) ||
        !evidences_find(coverage->evidences, findings, context, error)) {
        return false;
    }
    inquiry.mains = ARENA_ARRAY(findings->arena, uint8_t, document->provision_count);
    if (!inquiry.mains) {
        return error_memory(error);
    }
    inquiry.before = ARENA_ARRAY(findings->arena, uint32_t, (size_t)document->provision_count + 1);
    if (!inquiry.before) {
        return error_memory(error);
    }
    find_askings(&inquiry);
    for (uint32_t i = 0; i < document->provision_count; i++) {
        bool asked = document->provisions[i].roles & inquiry.asked;
        inquiry.before[i + 1] = inquiry.before[i] + asked;
    }
    const struct governed *governed = find_governed(&inquiry);
    bool done = governed != NULL;
    for (uint32_t i = 0; done && i < document->provision_count; i++) {
        bool article = context->standings[i].article == i &&
                       document->provisions[i].kind != PROVISO_PART &&
                       document->provisions[i].kind != PROVISO_PREAMBLE &&
                       !(context->standings[i].flags & PROVISION_CONTENTS);
        if (i == 0) {
            done = add_subject(&inquiry, i, UINT64_MAX, NULL, governed);
        } else if (article) {
            done = add_article(&inquiry, i, governed);
        }
    }
    return done || error_memory(error);
}

void coverage_free(struct coverage *coverage) {
    if (coverage->reach) {
        reach_free(coverage->reach);
    }
    if (coverage->evidences) {
        evidences_free(coverage->evidences);
    }
    array_free(coverage->subjects);
    *coverage = (struct coverage){0};
}

uint32_t coverage_part(const struct proviso_document *document, uint32_t at) {
    while (at != 0 && document->provisions[at].parent != 0) {
        at = document->provisions[at].parent;
    }
    return document->provisions[at].kind == PROVISO_PART ? at : 0;
}
