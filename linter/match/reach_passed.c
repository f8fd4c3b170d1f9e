/*
 * Articles that govern what another governs. In: "the Commissioner examines the use of the powers
 * that section 31 governs", "measures governed by article 9". Out: edges from them to what that
 * article governs.
 */
#include "reach_search.h"

#include "words.h"

/* Whether a hit of the concept stands directly before or behind the reference, in its sentence. */
static bool touches(const struct reach_search *search, enum named_concept name,
                    const struct reference *reference, bool before) {
    const struct text *text = &search->document->text;
    const struct sentence *own = &search->document->sentences[reference->sentence];
    struct postings *postings = search->context->postings;
    uint32_t concept = reach_concept(search, name);
    const struct hit *hit = before ? postings_before(postings, concept, reference->start)
                                   : postings_from(postings, concept, reference->end);
    return hit && hit->start >= own->start && hit->end <= own->end &&
           (before ? words_count(text, hit->end, reference->start, 1)
                   : words_count(text, reference->end, hit->start, 1)) == 0;
}

/* Whether the reference names an article by what it governs, and no other follows: "the powers that
 * section 31 governs". */
static bool names_governed(const struct reach_search *search, uint32_t at) {
    const struct references *references = &search->reach->references;
    const struct reference *reference = &references->list[at];
    bool last =
        at + 1 == references->count || references->list[at + 1].sentence != reference->sentence;
    return reference->kind == REFERENCE_PROVISIONS && reference->sentence != DOCUMENT_NONE &&
           reference->first < reference->last &&
           search->document->provisions[reference->first].kind == PROVISO_ARTICLE &&
           (touches(search, NAMED_POWERS_GOVERNED, reference, true) ||
            (last && touches(search, NAMED_POWERS_THAT, reference, true) &&
             (touches(search, NAMED_PART_GOVERNS, reference, false) ||
              touches(search, NAMED_APPLIES, reference, false))));
}

bool reach_find_passed(struct reach_search *search) {
    struct reach *reach = search->reach;
    uint32_t count = reach->count;
    for (uint32_t at = 0; at < reach->references.count; at++) {
        const struct reference *reference = &reach->references.list[at];
        if (search->budget == 0 || !names_governed(search, at)) {
            continue;
        }
        for (uint32_t i = 0; i < count && search->budget > 0; i++, search->budget--) {
            const struct reach_edge edge = reach->edges[i];
            struct reference passed = *reference;
            passed.first = edge.first;
            passed.last = edge.last;
            if (edge.kind == REACH_GOVERNS && edge.article == reference->first && !edge.offences &&
                !reach_edge_add(search, &passed, REACH_GOVERNS, LEAD_GOVERNS)) {
                return false;
            }
        }
    }
    return true;
}
