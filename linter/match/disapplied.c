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

/* Where the list of references begins in which that at `at` stands: "Articles 6 and 7". */
static uint32_t list_start(const struct proviso_document *document,
                           const struct references *references, uint32_t at) {
    const struct reference *list = references->list;
    for (uint32_t steps = 0;
         at > 0 && steps < LIST_LENGTH && list[at - 1].sentence == list[at].sentence &&
         list[at - 1].end <= list[at].start &&
         words_count(&document->text, list[at - 1].end, list[at].start, LIST_WORDS + 1) <=
             LIST_WORDS;
         steps++) {
        at--;
    }
    return at;
}

/* Whether the sentence of a reference does without the article that it names. What is said of the
 * first of a list is said of all. */
static bool is_disapplied(struct context *context, const struct lexicon_rule *rule,
                          const struct references *references, uint32_t at) {
    const struct proviso_document *document = context->document;
    const struct proviso_lexicon *lexicon = document->lexicon;
    const struct reference *reference = &references->list[at];
    if (reference->kind != REFERENCE_PROVISIONS || reference->sentence == DOCUMENT_NONE) {
        return false;
    }
    uint32_t article = context->standings[reference->first].article;
    uint64_t roles = document->provisions[article].roles;
    if (article == 0 || article == context->standings[reference->provision].article ||
        !(roles & lexicon_roles(lexicon, "safeguard")) ||
        roles & lexicon_roles(lexicon, "power:")) {
        return false;
    }
    const struct place place =
        reference_place(document, &references->list[list_start(document, references, at)]);
    return conditions_hold(context, &place, rule->where_first, rule->where_count) &&
           !conditions_silence(context, &place, rule->unless_first, rule->unless_count);
}

bool match_disapplied(struct proviso_findings *findings, struct context *context,
                      const struct references *references, struct proviso_error *error) {
    const struct proviso_lexicon *lexicon = findings->document->lexicon;
    const struct lexicon_rule *rule = find_rule(lexicon);
    uint32_t capacity = findings->count;
    for (uint32_t i = 0; rule && i < references->count; i++) {
        const struct reference *reference = &references->list[i];
        if (!is_disapplied(context, rule, references, i)) {
            continue;
        }
        const struct finding finding = {.rule = (uint32_t)(rule - lexicon->rules),
                                        .start = reference->start,
                                        .end = reference->end,
                                        .provision = reference->provision,
                                        .sentence = reference->sentence,
                                        .severity = rule->severity,
                                        .rests = DOCUMENT_NONE};
        if (!findings_add(findings, &capacity, &finding)) {
            return error_memory(error);
        }
    }
    return true;
}

/* The first reference that starts at or behind the offset. */
static uint32_t references_from(const struct references *references, uint32_t offset) {
    uint32_t low = 0, high = references->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (references->list[middle].start < offset) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

void cells_disapply(const struct inquiry *inquiry, struct subject *subject,
                    const struct cell *own) {
    const struct references *references = &inquiry->coverage->reach->references;
    const struct provision *provision =
        &inquiry->findings->document->provisions[subject->provision];
    const struct lexicon_rule *rule = find_rule(inquiry->lexicon);
    for (uint32_t i = references_from(references, provision->start);
         rule && i < references->count && references->list[i].start < provision->finish; i++) {
        const struct reference *reference = &references->list[i];
        if (!is_disapplied(inquiry->context, rule, references, i)) {
            continue;
        }
        for (uint32_t at = 0; at < inquiry->lexicon->safeguard_count; at++) {
            struct cell *cell = &subject->cells[at];
            if (!lack_is(cell->state) && lack_is(own[at].state) &&
                cell->provision >= reference->first && cell->provision < reference->last) {
                *cell = (struct cell){STATE_EXCLUDED, reference->provision, reference->start, 0};
            }
        }
    }
}
