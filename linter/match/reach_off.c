/*
 * Provisions that are switched off for others. In: "Subsection (1) does not apply to section 6",
 * "sections 3 and 7 do not apply to a direction under Part 5". Out: pairs of what is switched off
 * and where.
 */
#include "reach_search.h"

#include "words.h"

/* Words between one reference of a list and the next, and around "does not apply to". */
enum { LIST_WORDS = 1, LED_WORDS = 8 };

/* Whether "does not apply to" stands behind the first reference and leads to the second. */
static bool is_off_for(const struct reach_search *search, const struct reference *off,
                       const struct reference *where) {
    const struct text *text = &search->document->text;
    const struct hit *hit = postings_from(search->context->postings,
                                          reach_concept(search, NAMED_OFF_FOR_OTHERS), off->end);
    return hit && hit->end <= where->start && words_count(text, off->end, hit->start, 2) <= 1 &&
           words_count(text, hit->end, where->start, LED_WORDS + 1) <= LED_WORDS;
}

static void add_off(struct reach *reach, const struct reference *off,
                    const struct reference *where) {
    if (off->kind == REFERENCE_PROVISIONS && where->kind == REFERENCE_PROVISIONS &&
        reach->off_count < REACH_OFFS) {
        reach->offs[reach->off_count++] = (struct reach_off){
            off->first, off->last, where->first, where->last, off->provision, off->start};
    }
}

void reach_find_off(struct reach_search *search) {
    struct reach *reach = search->reach;
    const struct references *references = &reach->references;
    const struct reference *list = references->list;
    for (uint32_t at = 1; at < references->count; at++) {
        const struct reference *off = &list[at - 1], *where = &list[at];
        if (off->sentence == DOCUMENT_NONE || off->sentence != where->sentence ||
            !is_off_for(search, off, where)) {
            continue;
        }
        uint32_t end = at + 1;
        while (end < references->count && end - at < REACH_OFFS &&
               references_adjoin(search->document, &list[end - 1], &list[end], LIST_WORDS)) {
            end++;
        }
        for (uint32_t first = at; first > 0 && at - first < REACH_OFFS; first--) {
            for (uint32_t to = at; to < end; to++) {
                add_off(reach, &list[first - 1], &list[to]);
            }
            if (first < 2 || !references_adjoin(search->document, &list[first - 2],
                                                &list[first - 1], LIST_WORDS)) {
                break;
            }
        }
    }
}
