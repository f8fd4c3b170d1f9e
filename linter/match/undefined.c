/*
 * Terms without a definition. In: "any person who accesses [critical infrastructure] ..." in a
 * draft that says nowhere what that is. Out: undefined-term, once for each term, where an offence
 * or a power first rests on it. Which terms need a definition is said by concepts of the lexicon,
 * where they count by the conditions of the rule.
 */
#include "undefined.h"

#include "../base/error.h"

enum { TERM_LIMIT = 128 }; /* different terms of one concept */

/* A term of the concept in hand: where it is first used in earnest, or {0, 0}. */
struct wanted {
    uint64_t wording;
    struct hit first;
    bool defined;
};

struct undefined_search {
    struct proviso_findings *findings;
    struct context *context;
    uint32_t capacity; /* of findings->list */
    struct wanted wanted[TERM_LIMIT];
    uint32_t count;
};

static struct wanted *want(struct undefined_search *search, uint64_t wording) {
    for (uint32_t i = 0; i < search->count; i++) {
        if (search->wanted[i].wording == wording) {
            return &search->wanted[i];
        }
    }
    if (search->count == TERM_LIMIT || wording == 0) {
        return NULL;
    }
    search->wanted[search->count] = (struct wanted){wording, {0, 0}, false};
    return &search->wanted[search->count++];
}

static bool speaks(struct context *context, const struct lexicon_rule *rule,
                   const struct place *place) {
    return conditions_hold(context, place, rule->where_first, rule->where_count) &&
           !conditions_silence(context, place, rule->unless_first, rule->unless_count);
}

static bool add_finding(struct undefined_search *search, uint32_t rule, const struct hit *hit) {
    struct finding finding = {.rule = rule,
                              .start = hit->start,
                              .end = hit->end,
                              .provision = context_provision(search->context, hit),
                              .sentence = context_sentence(search->context, hit),
                              .severity = search->findings->document->lexicon->rules[rule].severity,
                              .rests = DOCUMENT_NONE};
    return findings_add(search->findings, &search->capacity, &finding);
}

static bool search_terms(struct undefined_search *search, uint32_t concept, uint32_t rule) {
    struct context *context = search->context;
    const struct lexicon_rule *record = &search->findings->document->lexicon->rules[rule];
    const struct posting_list *list = &context->postings->lists[concept];
    search->count = 0;
    for (uint32_t i = 0; i < list->count; i++) {
        const struct hit hit = posting_at(list, i);
        struct wanted *wanted = want(search, terms_wording(context, hit.start, hit.end));
        if (!wanted || wanted->defined) {
            continue;
        }
        const struct place place = context_place(context, &hit, concept);
        wanted->defined = terms_hold(context, &place) || terms_define_part(context, &place);
        if (!wanted->first.end && !context_in_heading(context, &place) &&
            speaks(context, record, &place)) {
            wanted->first = hit;
        }
    }
    for (uint32_t i = 0; i < search->count; i++) {
        const struct wanted *wanted = &search->wanted[i];
        if (!wanted->defined && wanted->first.end && !add_finding(search, rule, &wanted->first)) {
            return false;
        }
    }
    return true;
}

bool match_undefined(struct proviso_findings *findings, struct context *context,
                     struct proviso_error *error) {
    static const enum named_concept concepts[] = {NAMED_TECHNICAL_TERM, NAMED_CONTESTED_TERM};
    static const char *const rules[] = {"undefined-term/technical", "undefined-term/contested"};
    const struct proviso_lexicon *lexicon = findings->document->lexicon;
    struct undefined_search search = {
        .findings = findings, .context = context, .capacity = findings->count};
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        uint32_t concept = lexicon->named[concepts[i]];
        size_t rule = proviso_lexicon_find(lexicon, rules[i]);
        if (concept != LEXICON_NONE && rule != SIZE_MAX &&
            !search_terms(&search, concept, (uint32_t)rule)) {
            return error_memory(error);
        }
    }
    return true;
}
