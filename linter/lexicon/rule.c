/*
 * Rules and authorities as the public header shows them. In: a lexicon and the number of a rule.
 * Out: strings; for instance "missing-judicial-oversight" is the category of
 * "missing-judicial-oversight/self-authorised", and its "did you mean".
 */
#include <string.h>

#include "lexicon.h"
#include "mistake.h"

size_t proviso_lexicon_rule_count(const proviso_lexicon *lexicon) {
    return lexicon->rule_count;
}

void proviso_lexicon_rule(const proviso_lexicon *lexicon, size_t index, struct proviso_rule *rule) {
    const struct lexicon_rule *row = &lexicon->rules[index];
    *rule = (struct proviso_rule){.id = lexicon_string(lexicon, row->id),
                                  .category = lexicon_string(lexicon, row->category),
                                  .message = lexicon_string(lexicon, row->message),
                                  .why = lexicon_string(lexicon, row->why),
                                  .since = lexicon_string(lexicon, row->since),
                                  .suggestion_count = row->suggestion_count,
                                  .severity = (enum proviso_severity)row->severity,
                                  .authority_count = row->authority_count,
                                  .flag_count = row->flag_count,
                                  .pass_count = row->pass_count,
                                  .source_path = lexicon_string(lexicon, row->place.path),
                                  .source_line = row->place.line};
}

void proviso_rule_authority(const proviso_lexicon *lexicon, size_t rule, size_t index,
                            struct proviso_authority *authority) {
    uint32_t ref = lexicon->refs[lexicon->rules[rule].authority_first + index];
    const struct lexicon_authority *row = &lexicon->authorities[ref];
    *authority = (struct proviso_authority){.id = lexicon_string(lexicon, row->id),
                                            .title = lexicon_string(lexicon, row->title),
                                            .kind = lexicon_string(lexicon, row->kind),
                                            .force = lexicon_string(lexicon, row->force),
                                            .checked = lexicon_string(lexicon, row->checked),
                                            .says = lexicon_string(lexicon, row->says)};
}

const char *proviso_rule_flag(const proviso_lexicon *lexicon, size_t rule, size_t index) {
    uint32_t first = lexicon->rules[rule].flag_first;
    return lexicon_string(lexicon, lexicon->example_texts[first + index]);
}

const char *proviso_rule_suggestion(const proviso_lexicon *lexicon, size_t rule, size_t index) {
    const struct lexicon_suggestion *row =
        &lexicon->suggestions[lexicon->rules[rule].suggestion_first + index];
    return row->kind == SUGGEST_DELETE     ? "delete the words"
           : row->kind == SUGGEST_BRACKETS ? "delete the brackets and keep the words"
                                           : lexicon_string(lexicon, row->text);
}

const char *proviso_rule_pass(const proviso_lexicon *lexicon, size_t rule, size_t index) {
    uint32_t first = lexicon->rules[rule].pass_first;
    return lexicon_string(lexicon, lexicon->example_texts[first + index]);
}

size_t proviso_lexicon_find(const proviso_lexicon *lexicon, const char *id) {
    size_t category = SIZE_MAX;
    for (uint32_t i = 0; i < lexicon->rule_count; i++) {
        if (strcmp(lexicon_string(lexicon, lexicon->rules[i].id), id) == 0) {
            return i;
        }
        bool same = strcmp(lexicon_string(lexicon, lexicon->rules[i].category), id) == 0;
        category = same && category == SIZE_MAX ? i : category;
    }
    return category;
}

const char *proviso_lexicon_suggest(const proviso_lexicon *lexicon, const char *id) {
    struct nearest nearest = {.wanted = id};
    for (uint32_t i = 0; i < lexicon->rule_count; i++) {
        nearest_offer(&nearest, lexicon_string(lexicon, lexicon->rules[i].id));
        nearest_offer(&nearest, lexicon_string(lexicon, lexicon->rules[i].category));
    }
    return nearest.best;
}
