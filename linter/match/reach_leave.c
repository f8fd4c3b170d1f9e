/*
 * Which articles on the leave of a court stand beside the powers that need it. In: "Devices are
 * opened only with the leave of the court", and behind it "Leave is given only if sworn facts tie
 * the person to the crime". Out: the power is subject to the article on how leave is given, and
 * what one such article governs, those beside it govern too.
 */
#include "reach_search.h"

/* How many articles on the leave of a court are looked for beside a power, among how many. */
enum { LEAVE_ARTICLES = 6, LEAVE_STEPS = 64 };

/* What is said of the leave of a court: the articles that tell how it is given, those in which
 * others give leave, the powers that need it. By provision. */
struct leave {
    bool *gives, *others, *needs, *decided;
    const bool *confined; /* find_confined */
};

/* Articles on the leave of a court that stand together. */
struct leave_run {
    uint32_t articles[LEAVE_ARTICLES];
    uint32_t count;
};

static bool is_power(const struct reach_search *search, uint32_t provision) {
    return (search->document->provisions[provision].roles & search->powers) != 0;
}

/* Whether two articles give powers of one kind: a provider's help with the collection of traffic
 * data is none with the interception of what is said. */
static bool are_alike(const struct reach_search *search, uint32_t one, uint32_t other) {
    uint64_t first = search->document->provisions[one].roles & search->powers;
    uint64_t second = search->document->provisions[other].roles & search->powers;
    uint64_t both = first & second;
    return both && (both == first || both == second);
}

static void mark_articles(struct reach_search *search, enum named_concept name, bool *marks) {
    const struct posting_list *list =
        postings_list(search->context->postings, reach_concept(search, name));
    for (uint32_t i = 0; i < list->count; i++) {
        const struct hit hit = posting_at(list, i);
        uint32_t provision = context_provision(search->context, &hit);
        marks[search->context->standings[provision].article] = true;
    }
}

/* The article before or behind one, whatever parts they stand in; 0 if there is none. */
static uint32_t next_article(const struct proviso_document *document, uint32_t article,
                             bool forward) {
    uint32_t at = forward ? document->provisions[article].end : article - 1;
    while (at > 0 && at < document->provision_count &&
           document->provisions[at].kind != PROVISO_ARTICLE) {
        at += forward ? 1 : UINT32_MAX;
    }
    return at < document->provision_count ? at : 0;
}

/* Adds to the run the articles on leave beside `article`. Powers of its kind may stand between, and
 * one article on something else. Where others than courts give leave there too, nobody can tell
 * whose is meant. */
static void find_run(const struct reach_search *search, const struct leave *leave, uint32_t article,
                     bool forward, struct leave_run *run) {
    const uint32_t before = run->count;
    uint32_t gap = 0, steps = 0;
    for (uint32_t at = next_article(search->document, article, forward);
         at != 0 && gap <= 1 && run->count < LEAVE_ARTICLES && steps++ < LEAVE_STEPS;
         at = next_article(search->document, at, forward)) {
        bool gives = leave->gives[at] && !leave->confined[at];
        bool alike = gap == 0 && run->count == before && are_alike(search, at, article);
        if (leave->others[at] && !leave->gives[at]) {
            run->count = before;
            return;
        }
        if (is_power(search, at) && !alike) {
            return;
        }
        gap = gives || alike ? 0 : gap + 1;
        if (gives) {
            run->articles[run->count++] = at;
        }
    }
}

/* Makes the power in `article` subject to a run. */
static bool add_run(struct reach_search *search, uint32_t article, const struct leave_run *run) {
    const struct provision *provisions = search->document->provisions;
    for (uint32_t i = 0; i < run->count && search->budget > 0; i++, search->budget--) {
        const struct reference reached = {.start = provisions[article].heading_start,
                                          .end = provisions[article].heading_end,
                                          .provision = article,
                                          .first = run->articles[i],
                                          .last = provisions[run->articles[i]].end,
                                          .kind = REFERENCE_PROVISIONS};
        if (!reach_edge_add(search, &reached, REACH_SUBJECT, LEAD_SUBJECT)) {
            return false;
        }
    }
    return true;
}

/* What an article on leave governs is governed by those beside it too, and what is subject to it is
 * subject to them: "A court must have agreed to a measure under section 4", "It agrees only if". */
static bool add_alike(struct reach_search *search, const struct leave *leave,
                      const struct reach_edge *edge) {
    const struct provision *provisions = search->document->provisions;
    bool governs = edge->kind == REACH_GOVERNS;
    uint32_t article = governs ? edge->article : search->context->standings[edge->first].article;
    if (edge->offences || edge->first == 0 || article == 0 || !leave->gives[article] ||
        is_power(search, article)) {
        return true;
    }
    struct leave_run run = {.count = 0};
    find_run(search, leave, article, true, &run);
    find_run(search, leave, article, false, &run);
    if (!governs) {
        return add_run(search, edge->article, &run);
    }
    for (uint32_t i = 0; i < run.count && search->budget > 0; i++, search->budget--) {
        const struct reference reached = {.start = provisions[run.articles[i]].heading_start,
                                          .end = provisions[run.articles[i]].heading_end,
                                          .provision = run.articles[i],
                                          .first = edge->first,
                                          .last = edge->last,
                                          .kind = REFERENCE_PROVISIONS};
        if (!reach_edge_add(search, &reached, REACH_GOVERNS, LEAD_GOVERNS)) {
            return false;
        }
    }
    return true;
}

/* A power that a court sets to work is subject to the articles beside it that say what the court is
 * shown, and when it gives leave: "Leave is given only if sworn facts tie the person to the crime".
 */
bool reach_search_leave(struct reach_search *search, struct arena *arena, const bool *confined) {
    const struct proviso_document *document = search->document;
    const size_t size = (size_t)document->provision_count + 1;
    struct leave leave = {ARENA_ARRAY(arena, bool, size), ARENA_ARRAY(arena, bool, size),
                          ARENA_ARRAY(arena, bool, size), ARENA_ARRAY(arena, bool, size), confined};
    if (!leave.gives || !leave.others || !leave.needs || !leave.decided) {
        return false;
    }
    mark_articles(search, NAMED_LEAVE_GIVEN, leave.gives);
    mark_articles(search, NAMED_WARRANT_ISSUED, leave.others);
    mark_articles(search, NAMED_NEEDS_LEAVE, leave.needs);
    mark_articles(search, NAMED_MEASURE_DECIDED, leave.decided);
    bool all = false; /* "No measure is taken without the leave of a court" */
    for (uint32_t i = 0, count = search->reach->count; i < count; i++) {
        const struct reach_edge edge = search->reach->edges[i];
        all = all || (edge.kind == REACH_GOVERNS && edge.first == 0 && !edge.offences &&
                      !edge.unled && leave.gives[edge.article]);
        if (!add_alike(search, &leave, &edge)) {
            return false;
        }
    }
    for (uint32_t at = 1; at < document->provision_count; at++) {
        if (!is_power(search, at) || document->provisions[at].kind != PROVISO_ARTICLE) {
            continue;
        }
        struct leave_run run = {.count = 0};
        uint32_t next = next_article(document, at, true);
        if (next != 0 && leave.decided[next] && are_alike(search, next, at)) {
            run.articles[run.count++] = next; /* "The interception is ordered by the judge" */
        }
        if (all || leave.needs[at]) {
            find_run(search, &leave, at, true, &run);
            find_run(search, &leave, at, false, &run);
        }
        if (!add_run(search, at, &run)) {
            return false;
        }
    }
    return true;
}

bool reach_is_of_warrants(const struct reach_search *search, const struct reference *reference) {
    const struct place place = reference_place(search->document, reference);
    uint32_t papers = reach_concept(search, NAMED_PAPERS_ALONE);
    bool part = reference->kind == REFERENCE_INSTRUMENT ||
                (reference->kind == REFERENCE_PROVISIONS &&
                 search->document->provisions[reference->first].kind == PROVISO_PART);
    return part && papers != LEXICON_NONE &&
           context_sentence_holds(search->context, &place, &papers, 1);
}

/* "The judge grants no warrant under this Part unless": what is said of the warrants governs the
 * articles that need one, and not that by which an officer sends a letter. */
bool reach_add_warranted(struct reach_search *search, uint32_t governor,
                         const struct reference *reference, uint32_t leads) {
    const struct provision *provisions = search->document->provisions;
    const struct posting_list *list =
        postings_list(search->context->postings, reach_concept(search, NAMED_NEEDS_LEAVE));
    uint32_t last = DOCUMENT_NONE;
    for (uint32_t i = 0; i < list->count && search->budget > 0; i++) {
        const struct hit hit = posting_at(list, i);
        uint32_t provision = context_provision(search->context, &hit);
        uint32_t article = search->context->standings[provision].article;
        if (article == 0 || article == last || article < reference->first ||
            article >= reference->last) {
            continue;
        }
        struct reference own = *reference;
        own.kind = REFERENCE_PROVISIONS;
        own.provision = governor;
        own.first = last = article;
        own.last = provisions[article].end;
        search->budget--;
        if (!reach_edge_add(search, &own, REACH_GOVERNS, leads)) {
            return false;
        }
    }
    return true;
}
