/*
 * What protects what. In: references and the words around them. Out: edges. "The powers referred to
 * in this article shall be subject to Articles 14 and 15" makes this article subject to both; "the
 * powers and procedures provided for in this section" in Article 15 makes it govern the section.
 */
#include "reach_search.h"

#include "coverage.h"

#include "../base/error.h"
#include "words.h"

#include <string.h>

enum {
    LEAD_WORDS = 6, /* between "subject to" and its reference: "the conditions and safeguards of" */
    JOIN_WORDS = 3, /* between one reference of a list and the next */
    GOVERNOR_WORDS = 4 /* the same where what they govern follows: "and the rules of" */
};

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

bool reach_edge_add(struct reach_search *search, const struct reference *reference, uint32_t kind,
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
                              kind == REACH_GOVERNS && leads & LEAD_UNLED,
                              (leads & LEAD_HELP) != 0,
                              (leads & LEAD_PERSONS) != 0,
                              (leads & LEAD_EXEMPTS) != 0,
                              .extended = (leads & LEAD_EXTENDED) != 0,
                              .alone = (leads & LEAD_ALONE) != 0};
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
 * sentence or from the end of its chapeau; more than LEAD_WORDS if none leads to it. */
static uint32_t lead_words(struct reach_search *search, enum named_concept name,
                           const struct reference *reference) {
    const struct text *text = &search->document->text;
    const struct sentence *own = &search->document->sentences[reference->sentence];
    uint32_t concept = reach_concept(search, name);
    const struct hit *hit = postings_before(search->context->postings, concept, reference->start);
    if (hit && hit->start >= own->start) {
        return words_count(text, hit->end, reference->start, LEAD_WORDS + 1);
    }
    if (own->chapeau == DOCUMENT_NONE) {
        return LEAD_WORDS + 1;
    }
    const struct sentence *chapeau = &search->document->sentences[own->chapeau];
    hit = postings_before(search->context->postings, concept, chapeau->end);
    return hit && hit->start >= chapeau->start
               ? words_count(text, own->start, reference->start, LEAD_WORDS + 1) +
                     words_count(text, hit->end, chapeau->end, LEAD_WORDS + 1)
               : LEAD_WORDS + 1;
}

/* Whether a hit of the concept follows, before `end`: "section 5(2) to (4) applies". */
static bool is_followed_by(struct reach_search *search, enum named_concept name,
                           const struct reference *reference, uint32_t end) {
    const struct hit *hit =
        postings_from(search->context->postings, reach_concept(search, name), reference->end);
    return hit && hit->end <= end &&
           words_count(&search->document->text, reference->end, hit->start, JOIN_WORDS + 1) <=
               JOIN_WORDS;
}

/* Whether the concept stands in the sentence of the reference, with its chapeau and its points. */
static bool is_sentence_of(struct reach_search *search, enum named_concept name,
                           const struct reference *reference) {
    uint32_t concept = reach_concept(search, name);
    const struct place place = reference_place(search->document, reference);
    return concept != LEXICON_NONE && context_sentence_holds(search->context, &place, &concept, 1);
}

/* Whether the sentence said before it that nobody answers: "no punishment under article 9". */
static bool is_exempted(struct reach_search *search, const struct reference *reference) {
    const struct hit *hit = postings_before(
        search->context->postings, reach_concept(search, NAMED_EXEMPTING_WORDS), reference->start);
    return hit && hit->start >= search->document->sentences[reference->sentence].start;
}

/* What the words before or behind a reference say of reach: a set of enum lead. The nearest words
 * decide; "the warrant issued under section 5" leads both ways. Where none say anything, a sentence
 * about safeguards governs what it names: "Articles 2 and 3 are open only where strictly necessary"
 * (but "Articles 5 and 6 leave unpunished those who examine the security of a system"). */
static uint32_t leads_to(struct reach_search *search, const struct reference *reference) {
    uint32_t governing = lead_words(search, NAMED_GOVERNING_WORDS, reference);
    uint32_t offences = lead_words(search, NAMED_GOVERNING_OFFENCES, reference);
    uint32_t subject = lead_words(search, NAMED_SUBJECT_TO, reference);
    uint32_t end = search->document->sentences[reference->sentence].end;
    uint32_t nearest = governing < offences ? governing : offences;
    nearest = subject < nearest ? subject : nearest;
    uint32_t leads = 0;
    if (nearest <= LEAD_WORDS) {
        leads |= governing == nearest ? LEAD_GOVERNS : offences == nearest ? LEAD_OFFENCES : 0;
        leads |= leads & LEAD_OFFENCES && is_exempted(search, reference) ? LEAD_EXEMPTS : 0;
        leads |= subject == nearest ? LEAD_SUBJECT : 0;
    } else if (is_followed_by(search, NAMED_GOVERNED_BEHIND, reference, end)) {
        leads = LEAD_GOVERNS; /* "articles 9 to 12 are exercised subject to this article" */
    } else if (is_followed_by(search, NAMED_DISAPPLIED, reference, end)) {
        leads = LEAD_OFFENCES | LEAD_EXEMPTS; /* "sections 4 to 9 do not apply to research" */
    } else if (is_followed_by(search, NAMED_APPLIES, reference, end)) {
        leads = LEAD_SUBJECT;
    } else if (reference->kind == REFERENCE_PROVISIONS &&
               is_sentence_of(search, NAMED_REGIME_SPOKEN, reference) &&
               !is_sentence_of(search, NAMED_EXEMPTING_WORDS, reference)) {
        leads = LEAD_GOVERNS | LEAD_UNLED;
    }
    return leads;
}

/* The part on safeguards in whose heading a reference names what it governs: "Guarantees applicable
 * to Chapter One". DOCUMENT_NONE if it stands in no such heading. */
static uint32_t heading_part(struct reach_search *search, const struct reference *reference) {
    const struct provision *own = &search->document->provisions[reference->provision];
    return own->kind == PROVISO_PART && reference->start < own->heading_end &&
                   reference->kind == REFERENCE_PROVISIONS &&
                   postings_inside(search->context->postings,
                                   reach_concept(search, NAMED_PART_HEADING), own->heading_start,
                                   own->heading_end)
               ? reference->provision
               : DOCUMENT_NONE;
}

/* "In exercise of the power of search the officer shall ... premises searched under this Act": what
 * is said of one power governs the articles that give it. */
static bool add_searches(struct reach_search *search, const struct reference *reference,
                         uint32_t leads) {
    const struct provision *provisions = search->document->provisions;
    struct reference own = *reference;
    own.kind = REFERENCE_PROVISIONS;
    for (own.first = 0; own.first < search->document->provision_count && search->budget > 0;
         own.first++) {
        const struct provision *provision = &provisions[own.first];
        own.last = provision->end;
        if (provision->kind != PROVISO_ARTICLE || !(provision->roles & search->searches)) {
            continue;
        }
        search->budget--;
        if (!reach_edge_add(search, &own, REACH_GOVERNS, leads)) {
            return false;
        }
    }
    return true;
}

/* Adds the edge from the article of a reference to what it governs. */
static bool add_governed(struct reach_search *search, const struct reference *reference,
                         uint32_t leads) {
    if (leads & LEAD_GOVERNS && reach_is_of_warrants(search, reference)) {
        return reach_add_warranted(search, reference->provision, reference, leads);
    }
    return reference->kind == REFERENCE_INSTRUMENT && leads & LEAD_GOVERNS &&
                   is_sentence_of(search, NAMED_SEARCH_ALONE, reference)
               ? add_searches(search, reference, leads)
               : reach_edge_add(search, reference, REACH_GOVERNS, leads);
}

/* Lists of references in a sentence, as places among all: those that govern what stands behind
 * them, and those that it names as governed. */
struct governors {
    uint32_t list; /* where the list begins in which the last reference stands */
    uint32_t first, end;
    uint32_t governed, governed_end;
};

/* "This Title governs the measures in Title III", "Articles 3 to 5 and Chapter 1 apply to every
 * measure of this Law": tells what governs the reference at `at`. */
static void find_governors(struct reach_search *search, struct governors *governors,
                           const struct reference *before, uint32_t at) {
    const struct reference *reference = &search->reach->references.list[at];
    bool same = before && before->sentence == reference->sentence;
    if (same && is_followed_by(search, NAMED_PART_GOVERNS, before, reference->start)) {
        governors->first = governors->list;
        governors->end = governors->list = at;
    } else if (!same || words_count(&search->document->text, before->end, reference->start,
                                    GOVERNOR_WORDS + 1) > GOVERNOR_WORDS) {
        governors->first = governors->end = governors->list = at;
    }
    if (!same) {
        governors->governed = governors->governed_end = at;
    }
}

/* Adds an edge to what `governed` names from each article that `governor` names. An article that a
 * sentence of its own part says so of is confined to it. */
static bool add_governor(struct reach_search *search, const struct reference *governor,
                         const struct reference *governed) {
    if (governor->kind != REFERENCE_PROVISIONS || governor->first >= governor->last) {
        return true;
    }
    const struct provision *first = &search->document->provisions[governor->first];
    bool inside = first->kind == PROVISO_PART && governed->provision >= governor->first &&
                  governed->provision < governor->last;
    bool article = first->kind == PROVISO_ARTICLE;
    uint32_t leads = article ? LEAD_GOVERNS | LEAD_EXTENDED : LEAD_GOVERNS;
    if (article && reach_is_of_warrants(search, governed)) {
        return reach_add_warranted(search, governor->first, governed, leads);
    }
    return (first->kind != PROVISO_PART && !article) ||
           reach_add_articles(search, governor->first, governor->last, governed,
                              inside ? leads : leads | LEAD_UNLED);
}

/* The edges of other articles that the reference at `at` and its leads tell of: from those that
 * govern it, and from it to what the sentence says is subject to it: "the powers in Part 2 are
 * exercised in accordance with articles 3 and 4". */
static bool add_governors(struct reach_search *search, struct governors *governors, uint32_t at,
                          uint32_t leads) {
    const struct reference *list = search->reach->references.list;
    for (uint32_t i = governors->first; i < governors->end; i++) {
        if (!add_governor(search, &list[i], &list[at])) {
            return false;
        }
    }
    if (leads & LEAD_GOVERNS && !(leads & LEAD_UNLED)) {
        governors->governed = governors->governed_end == at ? governors->governed : at;
        governors->governed_end = at + 1;
    } else if (leads & LEAD_SUBJECT) {
        for (uint32_t i = governors->governed; i < governors->governed_end; i++) {
            if (!add_governor(search, &list[at], &list[i])) {
                return false;
            }
        }
    }
    return true;
}

/* Whether a reference names a whole part that governs what the one before names: "every use of
 * Part 2 is subject to this Part". */
static bool governs_before(struct reach_search *search, const struct reference *before,
                           const struct reference *reference) {
    const struct provision *part = &search->document->provisions[reference->first];
    return before && before->sentence == reference->sentence &&
           reference->kind == REFERENCE_PROVISIONS && part->kind == PROVISO_PART &&
           reference->last == part->end && before->first != reference->first &&
           is_followed_by(search, NAMED_PART_GOVERNED, before, reference->start);
}

/* Adds the edge to what an article is subject to. "A warrant issued under section 41(1)" brings
 * what is said of the warrant in the whole of section 41. */
static bool add_subject(struct reach_search *search, const struct reference *reference,
                        uint32_t leads) {
    struct reference whole = *reference;
    uint32_t article = search->context->standings[reference->first].article;
    if (reference->kind == REFERENCE_PROVISIONS && article != 0 &&
        lead_words(search, NAMED_ORDER_UNDER, reference) == 0) {
        whole.first = article;
        whole.last = search->document->provisions[article].end;
    }
    return reach_edge_add(search, &whole, REACH_SUBJECT, leads);
}

static bool search_references(struct reach_search *search) {
    const struct references *references = &search->reach->references;
    const struct reference *before = NULL;
    struct governors governors = {0};
    uint32_t leads = 0; /* of the reference before */
    for (uint32_t i = 0; i < references->count; i++) {
        const struct reference *reference = &references->list[i];
        uint32_t part = heading_part(search, reference);
        if (part != DOCUMENT_NONE &&
            !reach_add_articles(search, part, search->document->provisions[part].end, reference,
                                LEAD_GOVERNS)) {
            return false;
        }
        if (reference->sentence == DOCUMENT_NONE) {
            continue;
        }
        find_governors(search, &governors, before, i);
        if (governs_before(search, before, reference) && !add_governor(search, reference, before)) {
            return false;
        }
        uint32_t own = leads_to(search, reference);
        bool goes_on = before && references_adjoin(search->document, before, reference, JOIN_WORDS);
        leads = own || !leads || !goes_on ? own : leads;
        if (!leads && is_sentence_of(search, NAMED_EXEMPTING_WORDS, reference)) {
            leads = LEAD_OFFENCES | (is_exempted(search, reference) ? LEAD_EXEMPTS : 0);
        }
        before = reference;
        if (!add_governors(search, &governors, i, leads) ||
            (leads & LEAD_SUBJECT && !add_subject(search, reference, leads)) ||
            (leads & (LEAD_GOVERNS | LEAD_OFFENCES) && !add_governed(search, reference, leads))) {
            return false;
        }
    }
    return true;
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

bool reach_find(struct reach *reach, const struct proviso_findings *findings,
                struct context *context, struct proviso_error *error) {
    const struct proviso_lexicon *lexicon = findings->document->lexicon;
    struct reach_search search = {
        .reach = reach,
        .document = findings->document,
        .context = context,
        .budget = findings->document->provision_count + 4096,
        .powers = lexicon_roles(lexicon, "power:"),
        .searches = lexicon_roles(lexicon, "power:search"),
        .cooperation = lexicon_roles(lexicon, "cooperation:"),
        .surrender = lexicon_roles(lexicon, "cooperation:extradition"),
    };
    if (!references_find(&reach->references, context->findings, error)) {
        return false;
    }
    reach_find_off(&search);
    bool found = search_references(&search) && reach_find_all(&search) &&
                 reach_find_passed(&search) && reach_find_spoken(&search, findings->arena) &&
                 sort_edges(reach, findings->document, findings->arena);
    return found || error_memory(error);
}

void reach_free(struct reach *reach) {
    references_free(&reach->references);
    array_free(reach->edges);
    *reach = (struct reach){0};
}
