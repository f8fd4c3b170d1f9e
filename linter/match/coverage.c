/*
 * Powers against safeguards. In: provisions with roles, evidence of safeguards, reach. Out: a cell
 * for each subject and safeguard. Article 19 gives a power of search and is subject to Article 15,
 * which names judicial supervision "as appropriate": judicial-oversight of Article 19 is weak, and
 * rests on Article 15(2).
 */
#include "coverage.h"

#include "../base/error.h"
#include "bracket.h"
#include "disapplied.h"
#include "inquiry.h"
#include "offence.h"

#include <string.h>

/* Reads what an edge leads to; of one that is not agreed nothing is more than bracketed, and what
 * is said of the yield of a power gives safeguards of that alone. */
static bool read_subject(const struct inquiry *inquiry, struct cell *cells,
                         const struct reach_edge *edge) {
    uint32_t count = inquiry->lexicon->safeguard_count;
    bool bracketed = brackets_at(inquiry->findings, edge->start);
    if (!bracketed && !edge->yield) {
        cells_read(inquiry, cells, edge->first, edge->last, edge->spoken);
        return true;
    }
    struct cell *lent = ARENA_ARRAY(inquiry->findings->arena, struct cell, count);
    if (!lent) {
        return false;
    }
    cells_clear(lent, count);
    cells_read(inquiry, lent, edge->first, edge->last, edge->spoken);
    for (uint32_t i = 0; i < count; i++) {
        bool better = state_is_better(lent[i].state, STATE_BRACKETED);
        lent[i].state = edge->yield && !inquiry->lexicon->safeguards[i].of_yield ? STATE_MISSING
                        : bracketed && better                                    ? STATE_BRACKETED
                                                                                 : lent[i].state;
    }
    cells_join(cells, lent, count);
    return true;
}

/* Reads what a subject says that it is subject to; or `spoken`, what articles behind it say of it
 * and give no clause for the regime. */
static bool read_subjects(const struct inquiry *inquiry, struct subject *subject, bool spoken) {
    const struct reach *reach = inquiry->coverage->reach;
    uint32_t at = subject->provision;
    for (uint32_t i = reach->subject_first[at]; at && i < reach->subject_first[at + 1]; i++) {
        const struct reach_edge *edge = &reach->edges[i];
        uint32_t article = inquiry->context->standings[edge->first].article;
        if (edge->spoken != spoken) {
            continue;
        }
        if (!read_subject(inquiry, subject->cells, edge)) {
            return false;
        }
        if (!spoken && main_clause_is(inquiry, article)) {
            subject->clause = article;
        }
    }
    return true;
}

/* Joins what governs the paragraphs of an article: "data retained under section 3(1)" is said of
 * the power that section 3 gives; but an offence of one paragraph is not that of the next. */
static void join_paragraphs(const struct inquiry *inquiry, struct cell *cells, uint32_t article,
                            const struct governed *governed) {
    const struct provision *provisions = inquiry->findings->document->provisions;
    for (uint32_t at = article + 1; at < provisions[article].end; at = provisions[at].end) {
        for (uint32_t i = 0; governed[at].cells && i < inquiry->lexicon->safeguard_count; i++) {
            const struct cell *cell = &governed[at].cells[i];
            if (inquiry->lexicon->safeguards[i].of != SUBJECT_OFFENCE) {
                cell_improve(&cells[i], cell->state, cell->provision, cell->start);
            }
        }
    }
}

/* Puts in the cells what governs a provision. Words that switch a safeguard off where it stands, or
 * for its part, win over those that give it to the whole: what is `off` stays so. */
static void join_governing(struct cell *cells, const struct cell *governing, bool *off,
                           uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        if (!off[i]) {
            cell_improve(&cells[i], governing[i].state, governing[i].provision, governing[i].start);
            off[i] = governing[i].state == STATE_EXCLUDED && cells[i].state == STATE_EXCLUDED;
        }
    }
}

/* The cells of a subject: its own words, what its article `lends` to each of its paragraphs (or
 * NULL), those it is subject to, those that govern it. */
static bool fill_cells(const struct inquiry *inquiry, struct subject *subject,
                       const struct cell *lends, const struct governed *governed) {
    const struct provision *provisions = inquiry->findings->document->provisions;
    uint32_t count = inquiry->lexicon->safeguard_count, at = subject->provision;
    struct cell *own = ARENA_ARRAY(inquiry->findings->arena, struct cell, count);
    bool *off = ARENA_ARRAY(inquiry->findings->arena, bool, count);
    subject->cells = ARENA_ARRAY(inquiry->findings->arena, struct cell, count);
    subject->clause = DOCUMENT_NONE;
    if (!own || !off || !subject->cells) {
        return false;
    }
    cells_clear(own, count);
    cells_read(inquiry, own, at, provisions[at].end, false);
    if (at != 0 && !cells_settle_points(inquiry, own, at)) {
        return false;
    }
    memcpy(subject->cells, own, count * sizeof *own);
    if (lends) {
        cells_join(subject->cells, lends, count);
    }
    if (!read_subjects(inquiry, subject, false)) {
        return false;
    }
    if (provisions[at].kind == PROVISO_ARTICLE) {
        join_paragraphs(inquiry, subject->cells, at, governed);
    }
    for (uint32_t node = at;; node = provisions[node].parent) {
        if (governed[node].cells) {
            join_governing(subject->cells, governed[node].cells, off, count);
            subject->clause =
                subject->clause == DOCUMENT_NONE ? governed[node].clause : subject->clause;
        }
        if (node == 0) {
            break;
        }
    }
    if (!read_subjects(inquiry, subject, true)) {
        return false;
    }
    others_fill(inquiry->findings, inquiry->context, inquiry->coverage, subject);
    cells_deny(inquiry, subject, own);
    if (at != 0) {
        cells_disapply(inquiry, subject, own);
    }
    cells_exclude(inquiry, subject->cells, own, &provisions[at]);
    return true;
}

/* Of the safeguards asked of it, those of `kinds`. */
static bool add_subject(struct inquiry *inquiry, uint32_t provision, uint64_t kinds,
                        const struct cell *lends, const struct governed *governed) {
    struct coverage *coverage = inquiry->coverage;
    struct subject subject = {.provision = provision};
    inquiry_ask(inquiry, &subject);
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

/* Whether what governs the subject says when it may be used, and does not only name or imply it. */
static bool is_covered(const struct inquiry *inquiry, const struct subject *subject) {
    const struct proviso_lexicon *lexicon = inquiry->lexicon;
    bool covered = false;
    for (uint32_t i = 0; subject->clause != DOCUMENT_NONE && i < lexicon->safeguard_count; i++) {
        uint32_t state = subject->cells[i].state;
        bool asked = (subject->must | subject->recommended) >> i & 1;
        covered = covered || (lexicon->safeguards[i].covers && asked &&
                              (state == STATE_EXCLUDED || state_is_better(state, STATE_NAMED)));
    }
    return covered;
}

/* Where a clause says when powers may be used, one on reports or supervision alone is none: what it
 * governs besides lies beside the reach of the clause. False when memory ran out. */
static bool drop_lesser_clauses(const struct inquiry *inquiry) {
    const struct coverage *coverage = inquiry->coverage;
    const struct proviso_document *document = inquiry->findings->document;
    bool *covers = ARENA_ARRAY(inquiry->findings->arena, bool, document->provision_count);
    bool power = false;
    for (uint32_t i = 0; covers && i < coverage->count; i++) {
        const struct subject *subject = &coverage->subjects[i];
        if (is_covered(inquiry, subject)) {
            covers[subject->clause] = true;
            power = power || !(document->provisions[subject->provision].roles &
                               (inquiry->cooperation | inquiry->offence));
        }
    }
    for (uint32_t i = 0; covers && power && i < coverage->count; i++) {
        struct subject *subject = &coverage->subjects[i];
        if (subject->clause != DOCUMENT_NONE && !covers[subject->clause]) {
            subject->clause = DOCUMENT_NONE;
        }
    }
    return covers != NULL;
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
    inquiry_start(&inquiry);
    for (uint32_t i = 0; i < document->provision_count; i++) {
        bool asked = document->provisions[i].roles & inquiry.asked;
        inquiry.before[i + 1] = inquiry.before[i] + asked;
    }
    const struct governed *governed = governed_find(&inquiry);
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
    done = done && drop_lesser_clauses(&inquiry);
    if (done) {
        coverage_switch_off(&inquiry);
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
