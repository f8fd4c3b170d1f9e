/*
 * Safeguards that are switched off by number. In: "Article 36 shall not apply to the exchange of
 * data under this article". Out: a finding at the reference, if article 36 protects and gives no
 * power; and what article 36 gave to this one is excluded. Which words switch it off is said by the
 * conditions of the rule.
 */
#include "disapplied.h"

#include "../base/error.h"
#include "lack.h"
#include "words.h"

enum {
    LIST_WORDS = 1,  /* between one reference of a list and the next: "and" */
    LIST_LENGTH = 64 /* references of a list that are looked at */
};

/* The rule, or NULL. */
static const struct lexicon_rule *find_rule(const struct proviso_lexicon *lexicon) {
    size_t found = proviso_lexicon_find(lexicon, "excluded-safeguard/clause");
    return found == SIZE_MAX ? NULL : &lexicon->rules[found];
}

/* Whether the words at a reference do without what it names. */
static bool words_disapply(struct context *context, const struct lexicon_rule *rule,
                           const struct reference *reference) {
    struct place place = reference_place(context->document, reference);
    place.end = reference->whole_end;
    return conditions_hold(context, &place, rule->where_first, rule->where_count) &&
           !conditions_silence(context, &place, rule->unless_first, rule->unless_count);
}

/* Whether a reference names the article, or a part, in which it stands. */
static bool is_own(const struct context *context, const struct reference *reference) {
    return (reference->provision >= reference->first && reference->provision < reference->last) ||
           context->standings[reference->first].article ==
               context->standings[reference->provision].article;
}

/* Whether the sentence of a reference does without what it names. What is said of the first or the
 * last of a list is said of all: "notwithstanding Articles 6 and 7", "section 5 and Part 8 do not
 * apply". */
static bool is_disapplied(struct context *context, const struct lexicon_rule *rule,
                          const struct references *references, uint32_t at) {
    const struct reference *list = references->list;
    uint32_t first = at, last = at;
    if (list[at].kind != REFERENCE_PROVISIONS || list[at].sentence == DOCUMENT_NONE ||
        is_own(context, &list[at])) {
        return false;
    }
    while (first > 0 && at - first < LIST_LENGTH &&
           references_adjoin(context->document, &list[first - 1], &list[first], LIST_WORDS)) {
        first--;
    }
    while (last + 1 < references->count && last - at < LIST_LENGTH &&
           references_adjoin(context->document, &list[last], &list[last + 1], LIST_WORDS)) {
        last++;
    }
    return words_disapply(context, rule, &list[first]) ||
           words_disapply(context, rule, &list[last]);
}

/* Whether the articles, or what stands in one, that a reference names require a safeguard of
 * powers, in whatever state. */
static bool requires_some(const struct proviso_findings *findings,
                          const struct reference *reference) {
    const struct provision *provisions = findings->document->provisions;
    return provisions[reference->first].kind != PROVISO_PART &&
           evidences_required(findings->coverage->evidences, findings->document->lexicon,
                              provisions[reference->first].start,
                              provisions[reference->last - 1].finish);
}

/* "This section does not apply to certificates under section 22": whether what a reference names is
 * switched off for articles that give a power. */
static bool is_off(const struct proviso_findings *findings, const struct reference *reference,
                   uint64_t powers) {
    const struct reach *reach = findings->coverage->reach;
    bool found = false;
    for (uint32_t i = 0; !found && i < reach->off_count; i++) {
        const struct reach_off *off = &reach->offs[i];
        uint32_t end = off->start == reference->start ? off->to_last : off->to_first;
        for (uint32_t at = off->to_first; !found && at < end; at++) {
            found = findings->document->provisions[at].roles & powers;
        }
    }
    return found;
}

/* Where the words of a reference begin: "this section" with "this" in front. */
static uint32_t words_start(const struct context *context, const struct reference *reference) {
    uint32_t start = context->document->sentences[reference->sentence].start;
    bool opens = is_own(context, reference) &&
                 words_count(&context->document->text, start, reference->start, 2) <= 1;
    return opens ? start : reference->start;
}

bool match_disapplied(struct proviso_findings *findings, struct context *context,
                      const struct references *references, struct proviso_error *error) {
    const struct proviso_document *document = findings->document;
    const struct proviso_lexicon *lexicon = document->lexicon;
    const struct lexicon_rule *rule = find_rule(lexicon);
    uint64_t protects = lexicon_roles(lexicon, "safeguard"),
             powers = lexicon_roles(lexicon, "power:");
    uint32_t capacity = findings->count, said = 0; /* so far, lists whole */
    for (uint32_t i = 0; rule && i < references->count; i++) {
        const struct reference *reference = &references->list[i];
        if (reference->kind != REFERENCE_PROVISIONS || reference->start < said) {
            continue;
        }
        uint32_t article = context->standings[reference->first].article;
        uint64_t roles = document->provisions[article].roles;
        if (article == 0 || roles & powers ||
            !(is_disapplied(context, rule, references, i) || is_off(findings, reference, powers)) ||
            !(roles & protects || requires_some(findings, reference))) {
            continue;
        }
        const struct finding finding = {.rule = (uint32_t)(rule - lexicon->rules),
                                        .start = words_start(context, reference),
                                        .end = reference->whole_end,
                                        .provision = reference->provision,
                                        .sentence = reference->sentence,
                                        .severity = rule->severity,
                                        .rests = DOCUMENT_NONE};
        if (!findings_add(findings, &capacity, &finding)) {
            return error_memory(error);
        }
        said = finding.end;
    }
    return true;
}

/* Whether what the reference names gave the cell, and the words of the subject do not. */
static bool is_lent(const struct cell *cell, const struct cell *own,
                    const struct reference *reference) {
    return !lack_is(cell->state) && lack_is(own->state) && cell->provision >= reference->first &&
           cell->provision < reference->last;
}

static bool lends_any(const struct inquiry *inquiry, const struct cell *cells,
                      const struct cell *own, const struct reference *reference) {
    uint32_t at = 0, count = inquiry->lexicon->safeguard_count;
    while (at < count && !is_lent(&cells[at], &own[at], reference)) {
        at++;
    }
    return at < count;
}

/* "Subsection (1) does not apply to section 6": what it gives is not there. */
static void take_back(const struct inquiry *inquiry, struct subject *subject,
                      const struct cell *own) {
    const struct reach *reach = inquiry->coverage->reach;
    for (uint32_t i = 0; i < reach->off_count; i++) {
        const struct reach_off *off = &reach->offs[i];
        const struct reference taken = {.first = off->first, .last = off->last};
        if (subject->provision < off->to_first || subject->provision >= off->to_last) {
            continue;
        }
        for (uint32_t at = 0; at < inquiry->lexicon->safeguard_count; at++) {
            if (is_lent(&subject->cells[at], &own[at], &taken)) {
                subject->cells[at] = (struct cell){STATE_EXCLUDED, off->provision, off->start, 0};
            }
        }
    }
}

void cells_disapply(const struct inquiry *inquiry, struct subject *subject,
                    const struct cell *own) {
    take_back(inquiry, subject, own);
    const struct references *references = &inquiry->coverage->reach->references;
    const struct provision *provision =
        &inquiry->findings->document->provisions[subject->provision];
    const struct lexicon_rule *rule = find_rule(inquiry->lexicon);
    for (uint32_t i = references_from(references, provision->start);
         rule && i < references->count && references->list[i].start < provision->finish; i++) {
        const struct reference *reference = &references->list[i];
        if (!lends_any(inquiry, subject->cells, own, reference) ||
            !is_disapplied(inquiry->context, rule, references, i)) {
            continue;
        }
        for (uint32_t at = 0; at < inquiry->lexicon->safeguard_count; at++) {
            if (is_lent(&subject->cells[at], &own[at], reference)) {
                subject->cells[at] =
                    (struct cell){STATE_EXCLUDED, reference->provision, reference->start, 0};
            }
        }
    }
}

/* Whether provisions first..last-1 give a safeguard to some power. */
static bool is_given(const struct coverage *coverage, const struct reach_off *off, uint32_t at) {
    bool given = false;
    for (uint32_t i = 0; !given && i < coverage->count; i++) {
        const struct cell *cell = &coverage->subjects[i].cells[at];
        given = cell->provision >= off->first && cell->provision < off->last &&
                state_is_better(cell->state, STATE_NAMED);
    }
    return given;
}

void coverage_switch_off(const struct inquiry *inquiry) {
    const struct coverage *coverage = inquiry->coverage;
    const struct provision *provisions = inquiry->findings->document->provisions;
    const struct reach *reach = coverage->reach;
    for (uint32_t i = 0; i < reach->off_count; i++) {
        const struct reach_off *off = &reach->offs[i];
        bool part = provisions[off->first].kind == PROVISO_PART; /* said as missing, one by one */
        for (uint32_t at = 0; !part && at < inquiry->lexicon->safeguard_count; at++) {
            if (!is_given(coverage, off, at)) {
                continue;
            }
            for (uint32_t j = 0; j < coverage->count; j++) {
                const struct subject *subject = &coverage->subjects[j];
                if (subject->provision >= off->to_first && subject->provision < off->to_last &&
                    subject->cells[at].state == STATE_MISSING) {
                    subject->cells[at] =
                        (struct cell){STATE_EXCLUDED, off->provision, off->start, 0};
                }
            }
        }
    }
}
