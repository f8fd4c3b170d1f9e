/*
 * Safeguards that are switched off by number. In: "Article 36 shall not apply to the exchange of
 * data under this article". Out: a finding at the reference, if article 36 protects and gives no
 * power. Which words switch it off is said by the conditions of the rule.
 */
#include "disapplied.h"

#include "../base/error.h"

bool match_disapplied(struct proviso_findings *findings, struct context *context,
                      const struct references *references, struct proviso_error *error) {
    const struct proviso_document *document = findings->document;
    const struct proviso_lexicon *lexicon = document->lexicon;
    size_t found = proviso_lexicon_find(lexicon, "excluded-safeguard/clause");
    uint64_t protects = lexicon_roles(lexicon, "safeguard"),
             powers = lexicon_roles(lexicon, "power:");
    uint32_t capacity = findings->count;
    for (uint32_t i = 0; found != SIZE_MAX && i < references->count; i++) {
        const struct reference *reference = &references->list[i];
        if (reference->kind != REFERENCE_PROVISIONS || reference->sentence == DOCUMENT_NONE) {
            continue;
        }
        uint32_t article = context->standings[reference->first].article;
        uint64_t roles = document->provisions[article].roles;
        if (article == 0 || article == context->standings[reference->provision].article ||
            !(roles & protects) || roles & powers) {
            continue;
        }
        const struct lexicon_rule *rule = &lexicon->rules[found];
        const struct place place = reference_place(document, reference);
        const struct finding finding = {.rule = (uint32_t)found,
                                        .start = place.start,
                                        .end = place.end,
                                        .provision = place.provision,
                                        .sentence = place.sentence,
                                        .severity = rule->severity,
                                        .rests = DOCUMENT_NONE};
        if (conditions_hold(context, &place, rule->where_first, rule->where_count) &&
            !conditions_silence(context, &place, rule->unless_first, rule->unless_count) &&
            !findings_add(findings, &capacity, &finding)) {
            return error_memory(error);
        }
    }
    return true;
}
