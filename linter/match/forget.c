/*
 * Hits that have had their day. In: all hits of a draft, and how far checking has come. Out: those
 * of concepts that something still asks for. "shall", from which nothing but derived concepts are
 * made, is let go of when the last of these is made: by far most hits are of that kind.
 */
#include "match.h"

static void forget(struct proviso_findings *findings, uint32_t concept, uint32_t until) {
    if (findings->document->lexicon->concepts[concept].until <= until) {
        postings_forget(&findings->hits, concept);
    }
}

void hits_forget(struct proviso_findings *findings, uint32_t until) {
    for (uint32_t i = 0; i < findings->document->lexicon->concept_count; i++) {
        forget(findings, i, until);
    }
}

void hits_forget_derived(struct proviso_findings *findings, uint32_t record) {
    const struct proviso_lexicon *lexicon = findings->document->lexicon;
    const struct lexicon_derived *derived = &lexicon->derived[record];
    const struct lexicon_condition *condition = &lexicon->conditions[derived->where_first];
    const struct lexicon_condition *end =
        &lexicon->conditions[derived->unless_first] + derived->unless_count;
    forget(findings, derived->match, record + 1);
    forget(findings, derived->concept, record + 1);
    for (; condition < end; condition++) {
        bool concepts = condition_names_concepts(condition);
        for (uint32_t i = 0; concepts && i < condition->ref_count; i++) {
            forget(findings, lexicon->refs[condition->ref_first + i], record + 1);
        }
    }
}
