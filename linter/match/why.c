/*
 * Why a rule is silent. In: "as appropriate" in an article on training, and the rule that would
 * speak of it in a safeguard. Out: "only where roles: safeguard", for the reader who asks why
 * nothing is said.
 */
#include "why.h"

#include "../base/buffer.h"
#include "../lexicon/keys.h"
#include "words.h"

#include <string.h>

static const char *ref_name(const struct proviso_lexicon *lexicon,
                            const struct condition_rule *rule, uint32_t ref) {
    switch (rule->shape) {
    case CONDITION_ROLES:
        return lexicon_string(lexicon, lexicon->roles[ref].id);
    case CONDITION_KINDS:
        return provision_choices[ref];
    case CONDITION_PROFILES:
        return profile_choices[ref - PROVISO_PROFILE_TREATY];
    default:
        return lexicon_string(lexicon, lexicon->concepts[ref].id);
    }
}

/* "same-sentence: technical-assistance, training", "negated: true". */
static void add_condition(struct buffer *buffer, const struct proviso_lexicon *lexicon,
                          const struct lexicon_condition *condition) {
    const struct condition_rule *rule = condition_rules;
    while (rule->key != condition->key) {
        rule++;
    }
    buffer_format(buffer, "%s:", rule->name);
    if (rule->shape == CONDITION_SWITCH) {
        buffer_add_string(buffer, condition->value ? " true" : " false");
    }
    for (uint32_t i = 0; i < condition->ref_count; i++) {
        const char *between = i == 0 ? " " : condition->mode == COND_ALL ? " and " : ", ";
        uint32_t ref = lexicon->refs[condition->ref_first + i];
        buffer_format(buffer, "%s%s", between, ref_name(lexicon, rule, ref));
    }
}

/* A reason as the lexicon has it: the conditions of a group from `first` on, or that one alone. */
static void add_reason(struct buffer *buffer, const struct proviso_lexicon *lexicon,
                       const struct lexicon_rule *rule, uint32_t first, bool unless) {
    const struct lexicon_condition *conditions = lexicon->conditions;
    uint32_t end = unless ? rule->unless_first + rule->unless_count : first + 1;
    buffer_add_string(buffer, unless ? "unless " : "only where ");
    for (uint32_t i = first; i < end && conditions[i].group == conditions[first].group; i++) {
        buffer_add_string(buffer, i > first ? "; " : "");
        add_condition(buffer, lexicon, &conditions[i]);
    }
}

static const char *copy(struct proviso_findings *findings, struct buffer *buffer) {
    const char *text = buffer_string(buffer);
    const char *kept =
        buffer->failed ? NULL : arena_copy(findings->arena, text, (uint32_t)strlen(text));
    buffer_clear(buffer);
    return kept;
}

static bool keep(struct proviso_findings *findings, uint32_t *capacity, struct silence *silence,
                 uint32_t condition, bool unless) {
    const struct proviso_document *document = findings->document;
    struct buffer buffer = {0};
    words_quote(&buffer, &document->text, silence->start, silence->end);
    silence->text = copy(findings, &buffer);
    add_reason(&buffer, document->lexicon, &document->lexicon->rules[silence->rule], condition,
               unless);
    silence->reason = copy(findings, &buffer);
    buffer_free(&buffer);
    struct silence *grown =
        array_grow(findings->silences, capacity, findings->silence_count + 1, sizeof *grown);
    if (!grown || !silence->text || !silence->reason) {
        findings->silences = grown ? grown : findings->silences;
        return false;
    }
    findings->silences = grown;
    findings->silences[findings->silence_count++] = *silence;
    return true;
}

bool why_keep(struct proviso_findings *findings, struct context *context, uint32_t *capacity,
              uint32_t rule, const struct place *place) {
    const struct lexicon_rule *row = &findings->document->lexicon->rules[rule];
    struct silence silence = {
        .rule = rule, .start = place->start, .end = place->end, .provision = place->provision};
    uint32_t failing = conditions_failing(context, place, row->where_first, row->where_count);
    if (failing != LEXICON_NONE) {
        return keep(findings, capacity, &silence, failing, false);
    }
    uint32_t silencing = conditions_silencing(context, place, row->unless_first, row->unless_count);
    return silencing == LEXICON_NONE || keep(findings, capacity, &silence, silencing, true);
}

bool proviso_findings_silence(const proviso_findings *findings, size_t index,
                              struct proviso_silence *silence) {
    if (index >= findings->silence_count) {
        return false;
    }
    const struct silence *kept = &findings->silences[index];
    const struct text *text = &findings->document->text;
    *silence = (struct proviso_silence){.rule = kept->rule,
                                        .provision = kept->provision,
                                        .offset = text_file_offset(text, kept->start),
                                        .end_offset = text_file_offset(text, kept->end),
                                        .text = kept->text,
                                        .reason = kept->reason};
    return true;
}
