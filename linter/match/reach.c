/*
 * What protects what. In: references and the words around them. Out: edges. "The powers referred to
 * in this article shall be subject to Articles 14 and 15" makes this article subject to both; "the
 * powers and procedures provided for in this section" in Article 15 makes it govern the section.
 */
#include "reach.h"

#include "coverage.h"

#include "../base/error.h"
#include "words.h"

#include <string.h>

enum {
    LEAD_WORDS = 6, /* between "subject to" and its reference: "the conditions and safeguards of" */
    JOIN_WORDS = 3  /* between one reference of a list and the next */
};

struct reach_search {
    struct reach *reach;
    const struct proviso_document *document;
    struct context *context;
    uint32_t subject_to, applies, disapplied, governing, governed, governing_offences, exempting,
        spoken, part_governs;
    uint64_t powers,
        cooperation; /* roles of articles that give a power, or are about cooperation */
};

/* What words lead to a reference. */
enum lead { LEAD_SUBJECT = 1, LEAD_GOVERNS = 2, LEAD_OFFENCES = 4, LEAD_UNLED = 8 };

/* The paragraph of the article in which a provision stands. */
static uint32_t paragraph_of(const struct proviso_document *document, uint32_t article,
                             uint32_t provision) {
    while (provision > article && document->provisions[provision].parent > article) {
        provision = document->provisions[provision].parent;
    }
    return provision;
}

/* "Nothing in this Convention shall be interpreted as an obligation to extradite" is said of
 * cooperation and not of the powers of other chapters. */
static void confine(const struct reach_search *search, struct reach_edge *edge) {
    const struct provision *provisions = search->document->provisions;
    uint32_t part = coverage_part(search->document, edge->article);
    bool whole = edge->first <= part && edge->last >= provisions[part].end;
    if (edge->kind == REACH_GOVERNS && whole && part != 0 &&
        provisions[edge->article].roles & search->cooperation) {
        edge->first = part;
        edge->last = provisions[part].end;
    }
}

static bool edge_add(struct reach_search *search, const struct reference *reference, uint32_t kind,
                     uint32_t leads) {
    bool offences = kind == REACH_GOVERNS && !(leads & LEAD_GOVERNS);
    struct reach *reach = search->reach;
    uint32_t article = search->context->standings[reference->provision].article;
    struct reach_edge edge = {article,
                              paragraph_of(search->document, article, reference->provision),
                              reference->first,
                              reference->last,
                              kind,
                              offences,
                              reference->start,
                              reference->end,
                              kind == REACH_GOVERNS && leads & LEAD_UNLED};
    bool whole = reference->kind == REFERENCE_INSTRUMENT;
    if ((!whole && reference->kind != REFERENCE_PROVISIONS) || edge.article == 0) {
        return true;
    }
    if (edge.first >= edge.article && edge.last <= search->document->provisions[edge.article].end) {
        return true; /* to itself */
    }
    confine(search, &edge);
    if (kind == REACH_SUBJECT && edge.first <= edge.article && edge.article < edge.last) {
        return true; /* "subject to this Act", "the provisions of this chapter" say nothing */
    }
    struct reach_edge *edges =
        array_grow(reach->edges, &reach->capacity, reach->count + 1, sizeof *edges);
    if (!edges) {
        return false;
    }
    reach->edges = edges;
    edges[reach->count++] = edge;
    return true;
}

/* How many words stand between a hit of the concept and the reference that it leads to, in its
 * sentence or from the end of the chapeau that the sentence continues; more than LEAD_WORDS if none
 * leads to it. */
static uint32_t lead_words(struct reach_search *search, uint32_t concept,
                           const struct reference *reference) {
    const struct text *text = &search->document->text;
    const struct sentence *own = &search->document->sentences[reference->sentence];
    if (concept == LEXICON_NONE) {
        return LEAD_WORDS + 1;
    }
    const struct hit *hit = postings_before(&search->context->postings, concept, reference->start);
    if (hit && hit->start >= own->start) {
        return words_count(text, hit->end, reference->start, LEAD_WORDS + 1);
    }
    if (own->chapeau == DOCUMENT_NONE) {
        return LEAD_WORDS + 1;
    }
    const struct sentence *chapeau = &search->document->sentences[own->chapeau];
    hit = postings_before(&search->context->postings, concept, chapeau->end);
    return hit && hit->start >= chapeau->start
               ? words_count(text, own->start, reference->start, LEAD_WORDS + 1) +
                     words_count(text, hit->end, chapeau->end, LEAD_WORDS + 1)
               : LEAD_WORDS + 1;
}

/* Whether a hit of the concept follows: "section 5(2) to (4) applies". */
static bool is_followed_by(struct reach_search *search, uint32_t concept,
                           const struct reference *reference) {
    const struct hit *hit = concept == LEXICON_NONE ? NULL
                                                    : postings_from(&search->context->postings,
                                                                    concept, reference->end);
    uint32_t end = search->document->sentences[reference->sentence].end;
    return hit && hit->end <= end &&
           words_count(&search->document->text, reference->end, hit->start, JOIN_WORDS + 1) <=
               JOIN_WORDS;
}

/* Whether the concept stands in the sentence of the reference, with its chapeau and its points. */
static bool is_sentence_of(struct reach_search *search, uint32_t concept,
                           const struct reference *reference) {
    const struct sentence *sentence = &search->document->sentences[reference->sentence];
    const struct place place = {.start = reference->start,
                                .end = reference->end,
                                .concept = LEXICON_NONE,
                                .provision = reference->provision,
                                .sentence = reference->sentence,
                                .stretch_start = sentence->start,
                                .stretch_end = sentence->end};
    return concept != LEXICON_NONE && context_sentence_holds(search->context, &place, &concept, 1);
}

/* Whether the reference goes on the list in which the one before it stands. */
static bool goes_on(const struct reach_search *search, const struct reference *before,
                    const struct reference *reference) {
    return before && before->sentence == reference->sentence && before->end <= reference->start &&
           words_count(&search->document->text, before->end, reference->start, JOIN_WORDS + 1) <=
               JOIN_WORDS;
}

/* What the words before or behind a reference say of reach: a set of enum lead. The nearest words
 * decide; "the warrant issued under section 5" leads both ways. Where none say anything, a sentence
 * about safeguards governs what it names: "Articles 2 and 3 are open only where strictly necessary"
 * (but "Articles 5 and 6 leave unpunished those who examine the security of a system"). */
static uint32_t leads_to(struct reach_search *search, const struct reference *reference) {
    uint32_t governing = lead_words(search, search->governing, reference);
    uint32_t offences = lead_words(search, search->governing_offences, reference);
    uint32_t subject = lead_words(search, search->subject_to, reference);
    uint32_t nearest = governing < offences ? governing : offences;
    nearest = subject < nearest ? subject : nearest;
    uint32_t leads = 0;
    if (nearest <= LEAD_WORDS) {
        leads |= governing == nearest ? LEAD_GOVERNS : offences == nearest ? LEAD_OFFENCES : 0;
        leads |= subject == nearest ? LEAD_SUBJECT : 0;
    } else if (is_followed_by(search, search->governed, reference)) {
        leads = LEAD_GOVERNS; /* "articles 9 to 12 are exercised subject to this article" */
    } else if (is_followed_by(search, search->disapplied, reference)) {
        leads = LEAD_OFFENCES; /* "sections 4 to 9 do not apply to research in good faith" */
    } else if (is_followed_by(search, search->applies, reference)) {
        leads = LEAD_SUBJECT;
    } else if (reference->kind == REFERENCE_PROVISIONS &&
               is_sentence_of(search, search->spoken, reference) &&
               !is_sentence_of(search, search->exempting, reference)) {
        leads = LEAD_GOVERNS | LEAD_UNLED;
    }
    return leads;
}

/* "The present Title governs the measures of Title III" is said by every article of its Title. */
static bool spread(struct reach_search *search, const struct reference *reference) {
    const struct provision *provisions = search->document->provisions;
    uint32_t article = search->context->standings[reference->provision].article;
    uint32_t part = coverage_part(search->document, article);
    bool done = true;
    for (uint32_t at = part + 1; part != 0 && done && at < provisions[part].end; at++) {
        struct reference copy = *reference;
        copy.provision = at;
        done = provisions[at].kind != PROVISO_ARTICLE || at == article ||
               edge_add(search, &copy, REACH_GOVERNS, LEAD_GOVERNS);
    }
    return done;
}

static bool search_references(struct reach_search *search) {
    const struct references *references = &search->reach->references;
    const struct reference *before = NULL;
    uint32_t leads = 0; /* of the reference before */
    for (uint32_t i = 0; i < references->count; i++) {
        const struct reference *reference = &references->list[i];
        if (reference->sentence == DOCUMENT_NONE) {
            continue;
        }
        uint32_t own = leads_to(search, reference);
        leads = own || !leads || !goes_on(search, before, reference) ? own : leads;
        leads =
            leads || !is_sentence_of(search, search->exempting, reference) ? leads : LEAD_OFFENCES;
        before = reference;
        if ((leads & LEAD_SUBJECT && !edge_add(search, reference, REACH_SUBJECT, leads)) ||
            (leads & (LEAD_GOVERNS | LEAD_OFFENCES) &&
             !edge_add(search, reference, REACH_GOVERNS, leads)) ||
            (leads & LEAD_GOVERNS && is_sentence_of(search, search->part_governs, reference) &&
             !spread(search, reference))) {
            return false;
        }
    }
    return true;
}

/* By provision, true for articles that do not speak for the whole instrument: those that give a
 * power, and those that say what part they govern. */
static bool *find_confined(const struct reach_search *search, struct arena *arena) {
    const struct proviso_document *document = search->document;
    bool *confined = ARENA_ARRAY(arena, bool, (size_t)document->provision_count + 1);
    for (uint32_t i = 0; confined && i < document->provision_count; i++) {
        confined[i] = (document->provisions[i].roles & search->powers) != 0;
    }
    for (uint32_t i = 0; confined && i < search->reach->count; i++) {
        const struct reach_edge *edge = &search->reach->edges[i];
        if (edge->kind == REACH_GOVERNS && !edge->offences && !edge->unled &&
            edge->last - edge->first < document->provision_count) {
            confined[edge->article] = true;
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
                          const bool *confined) {
    const struct proviso_document *document = search->document;
    uint32_t concept = document->lexicon->named[name], last = DOCUMENT_NONE;
    const struct posting_list none = {0};
    const struct posting_list *list =
        concept == LEXICON_NONE ? &none : &search->context->postings.lists[concept];
    for (uint32_t i = 0; i < list->count; i++) {
        const struct hit *hit = &search->context->postings.findings->hits[list->order[i]];
        uint32_t provision = context_provision(search->context, hit);
        uint32_t article = search->context->standings[provision].article;
        uint32_t first = powers_part(search, article);
        if (confined[article] || article == last || (part && first == 0)) {
            continue;
        }
        const struct reference reached = {
            .start = hit->start,
            .end = hit->end,
            .provision = provision,
            .first = first,
            .last = first ? document->provisions[first].end : document->provision_count,
            .kind = first ? REFERENCE_PROVISIONS : REFERENCE_INSTRUMENT};
        last = article;
        if (!edge_add(search, &reached, REACH_GOVERNS, LEAD_GOVERNS)) {
            return false;
        }
    }
    return true;
}

/* Articles that speak of every measure without naming a part: "No order or warrant shall
 * be made in respect of communications with a lawyer" governs the whole instrument; "The
 * application for the warrant shall be made under oath" the part on interception that it stands in.
 */
static bool search_general(struct reach_search *search, struct arena *arena) {
    const bool *confined = find_confined(search, arena);
    return confined && search_spoken(search, NAMED_GOVERNING_ALL, false, confined) &&
           search_spoken(search, NAMED_GOVERNING_PART, true, confined);
}

/* Edges by kind, those of REACH_SUBJECT by article; both keep the order of the text. */
static bool sort_edges(struct reach *reach, const struct proviso_document *document,
                       struct arena *arena) {
    uint32_t *first = reach->subject_first =
        ARENA_ARRAY(arena, uint32_t, (size_t)document->provision_count + 2);
    struct reach_edge *sorted = ARENA_ARRAY(arena, struct reach_edge, reach->count);
    if (!first || !sorted) {
        return false;
    }
    for (uint32_t i = 0; i < reach->count; i++) {
        if (reach->edges[i].kind == REACH_SUBJECT) {
            first[reach->edges[i].article + 2]++;
        }
    }
    for (uint32_t i = 1; i <= document->provision_count; i++) {
        first[i + 1] += first[i];
    }
    uint32_t governing = reach->governing = first[document->provision_count + 1];
    for (uint32_t i = 0; i < reach->count; i++) {
        const struct reach_edge *edge = &reach->edges[i];
        sorted[edge->kind == REACH_SUBJECT ? first[edge->article + 1]++ : governing++] = *edge;
    }
    if (reach->count) {
        memcpy(reach->edges, sorted, reach->count * sizeof *sorted);
    }
    return true;
}

/* The roles of a family: "power:" and what follows. */
static uint64_t roles_of(const struct proviso_lexicon *lexicon, const char *family) {
    uint64_t roles = 0;
    for (uint32_t i = 0; i < lexicon->role_count; i++) {
        const char *id = lexicon_string(lexicon, lexicon->roles[i].id);
        roles |= (uint64_t)(strncmp(id, family, strlen(family)) == 0) << i;
    }
    return roles;
}

bool reach_find(struct reach *reach, const struct proviso_findings *findings,
                struct context *context, struct proviso_error *error) {
    const struct proviso_lexicon *lexicon = findings->document->lexicon;
    struct reach_search search = {
        .reach = reach,
        .document = findings->document,
        .context = context,
        .subject_to = lexicon->named[NAMED_SUBJECT_TO],
        .applies = lexicon->named[NAMED_APPLIES],
        .disapplied = lexicon->named[NAMED_DISAPPLIED],
        .governing = lexicon->named[NAMED_GOVERNING_WORDS],
        .governed = lexicon->named[NAMED_GOVERNED_BEHIND],
        .governing_offences = lexicon->named[NAMED_GOVERNING_OFFENCES],
        .exempting = lexicon->named[NAMED_EXEMPTING_WORDS],
        .spoken = lexicon->named[NAMED_REGIME_SPOKEN],
        .part_governs = lexicon->named[NAMED_PART_GOVERNS],
        .powers = roles_of(lexicon, "power:"),
        .cooperation = roles_of(lexicon, "cooperation:"),
    };
    if (!references_find(&reach->references, &context->postings, error)) {
        return false;
    }
    bool found = search_references(&search) && search_general(&search, findings->arena) &&
                 sort_edges(reach, findings->document, findings->arena);
    return found || error_memory(error);
}

void reach_free(struct reach *reach) {
    references_free(&reach->references);
    array_free(reach->edges);
    *reach = (struct reach){0};
}
