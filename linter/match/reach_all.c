/*
 * Articles that govern every measure, none of them by its number. In: "each covert measure is
 * governed by this Part", "articles 3 to 5 apply to every measure". Out: edges from them to the
 * instrument.
 */
#include "reach_search.h"

#include "words.h"

bool reach_add_articles(struct reach_search *search, uint32_t first, uint32_t last,
                        const struct reference *reference, uint32_t leads) {
    const struct provision *provisions = search->document->provisions;
    for (uint32_t at = first; at < last;) {
        struct reference own = *reference;
        own.provision = at;
        bool article = provisions[at].kind == PROVISO_ARTICLE;
        if (article && search->budget == 0) {
            break;
        }
        if (article && !reach_edge_add(search, &own, REACH_GOVERNS, leads)) {
            return false;
        }
        search->budget -= article;
        at = article ? provisions[at].end : at + 1;
    }
    return true;
}

/* Words between what is said and the reference, and between it and the words for every measure. */
enum { LEAD_WORDS = 6, JOIN_WORDS = 3 };

/* Whether the hit of a concept that stands next before `at`, or from `at` on, is one of the same
 * sentence; NULL otherwise. */
static const struct hit *hit_beside(const struct reach_search *search, enum named_concept name,
                                    uint32_t at, bool before, uint32_t sentence) {
    const struct sentence *own = &search->document->sentences[sentence];
    struct postings *postings = search->context->postings;
    uint32_t concept = reach_concept(search, name);
    const struct hit *hit =
        before ? postings_before(postings, concept, at) : postings_from(postings, concept, at);
    return hit && hit->start >= own->start && hit->end <= own->end ? hit : NULL;
}

/* Whether a reference names provisions that govern every measure, none of them by its number:
 * "each covert measure is governed by this Part", "articles 3 to 5 apply to every measure". The
 * references `first` to `last` are those of its sentence. */
static bool governs_all(const struct reach_search *search, const struct reference *reference,
                        const struct reference *first, const struct reference *last) {
    const struct text *text = &search->document->text;
    const struct hit *said =
        hit_beside(search, NAMED_ALL_GOVERNED, reference->start, true, reference->sentence);
    const struct hit *all =
        said ? hit_beside(search, NAMED_GOVERNING_ALL, said->start, true, reference->sentence)
             : NULL;
    if (all && all->end <= said->start && first->start >= said->start) {
        return words_count(text, said->end, reference->start, LEAD_WORDS + 1) <= LEAD_WORDS;
    }
    said = hit_beside(search, NAMED_PART_GOVERNS, reference->end, false, reference->sentence);
    all = said ? hit_beside(search, NAMED_GOVERNING_ALL, said->start, false, reference->sentence)
               : NULL;
    return all && last->end <= said->start &&
           words_count(text, reference->end, said->start, LEAD_WORDS + 1) <= LEAD_WORDS &&
           (all->start < said->end ||
            words_count(text, said->end, all->start, JOIN_WORDS + 1) <= JOIN_WORDS);
}

/* Adds an edge to the instrument from each article that a reference names. */
static bool add_governor_of_all(struct reach_search *search, const struct reference *reference) {
    struct reference all = *reference;
    all.first = 0;
    all.last = search->document->provision_count;
    all.kind = REFERENCE_INSTRUMENT;
    uint32_t kind = search->document->provisions[reference->first].kind;
    return (kind != PROVISO_PART && kind != PROVISO_ARTICLE) ||
           reach_add_articles(search, reference->first, reference->last, &all,
                              LEAD_GOVERNS | LEAD_UNLED);
}

bool reach_find_all(struct reach_search *search) {
    const struct references *references = &search->reach->references;
    for (uint32_t first = 0, next; first < references->count; first = next) {
        const struct reference *list = references->list;
        for (next = first + 1;
             next < references->count && list[next].sentence == list[first].sentence;) {
            next++;
        }
        for (uint32_t i = first; i < next && list[first].sentence != DOCUMENT_NONE; i++) {
            if (list[i].kind == REFERENCE_PROVISIONS && list[i].first < list[i].last &&
                governs_all(search, &list[i], &list[first], &list[next - 1]) &&
                !add_governor_of_all(search, &list[i])) {
                return false;
            }
        }
    }
    return true;
}
