/*
 * Word rules. In: hits, and rules by the concept that they match. Out: candidates for findings: for
 * the hit "as appropriate" the rule weak-safeguard/discretion, because Article 24 has the role
 * safeguard and the sentence a duty, and no condition of `unless` holds. Rules with `once: term`
 * speak once for each wording in an article.
 */
#include "context.h"
#include "why.h"
#include "wordings.h"
#include "words.h"

#include "../base/error.h"

struct check {
    struct proviso_findings *findings;
    struct context *context;
    uint32_t *rule_first; /* by concept: its first entry in `rules`; one more at the end */
    uint32_t *rules;
    uint32_t capacity; /* of findings->list */
    uint32_t silence_capacity;
    struct wordings said; /* how often `once: term` has seen a wording */
};

static bool sort_rules(struct check *check) {
    const struct proviso_lexicon *lexicon = check->findings->document->lexicon;
    size_t concepts = lexicon->concept_count;
    struct arena *arena = check->findings->arena;
    uint32_t *first = check->rule_first = ARENA_ARRAY(arena, uint32_t, concepts + 2);
    uint32_t *next = ARENA_ARRAY(arena, uint32_t, concepts + 1);
    check->rules = ARENA_ARRAY(arena, uint32_t, lexicon->rule_count);
    if (!first || !next || !check->rules) {
        return false;
    }
    for (uint32_t i = 0; i < lexicon->rule_count; i++) {
        if (lexicon->rules[i].match != LEXICON_NONE) {
            first[lexicon->rules[i].match + 1]++;
        }
    }
    for (size_t i = 0; i < concepts; i++) {
        first[i + 1] += first[i];
        next[i] = first[i];
    }
    for (uint32_t i = 0; i < lexicon->rule_count; i++) {
        if (lexicon->rules[i].match != LEXICON_NONE) {
            check->rules[next[lexicon->rules[i].match]++] = i;
        }
    }
    return true;
}

/* Whether the rule has not yet spoken about these words in this article. */
static bool is_first_of_term(struct check *check, uint32_t rule, const struct place *place,
                             bool *failed) {
    uint64_t key = words_hash_number(WORDS_HASH_START, rule);
    key = words_hash_number(key, check->context->standings[place->provision].article);
    key = words_hash(key, &check->findings->document->text, place->start, place->end);
    uint32_t *times = wordings_at(&check->said, key);
    *failed = !times;
    return times && (*times)++ == 0;
}

static bool add_candidate(struct check *check, uint32_t rule, const struct place *place) {
    const struct proviso_findings *findings = check->findings;
    const struct finding finding = {.rule = rule,
                                    .start = place->start,
                                    .end = place->end,
                                    .provision = place->provision,
                                    .sentence = place->sentence,
                                    .severity = findings->document->lexicon->rules[rule].severity,
                                    .state = STATE_NOT_ASKED};
    return findings_add(check->findings, &check->capacity, &finding);
}

static bool rule_speaks(struct check *check, const struct lexicon_rule *rule,
                        const struct place *place) {
    return conditions_hold(check->context, place, rule->where_first, rule->where_count) &&
           !conditions_silence(check->context, place, rule->unless_first, rule->unless_count);
}

/* Asks the rules about one hit. */
static bool check_hit(struct check *check, const struct concept_hit *hit) {
    uint32_t first = check->rule_first[hit->concept], end = check->rule_first[hit->concept + 1];
    struct place place = context_place(check->context, &hit->hit, hit->concept);
    if (check->context->standings[place.provision].flags & PROVISION_CONTENTS) {
        return true;
    }
    bool failed = false;
    for (uint32_t i = first; i < end && !failed; i++) {
        const struct lexicon_rule *rule =
            &check->findings->document->lexicon->rules[check->rules[i]];
        if (!rule_speaks(check, rule, &place)) {
            failed = check->findings->document->why &&
                     !why_keep(check->findings, check->context, &check->silence_capacity,
                               check->rules[i], &place);
        } else if (!rule->terms || is_first_of_term(check, check->rules[i], &place, &failed)) {
            failed = !add_candidate(check, check->rules[i], &place);
        }
    }
    return !failed;
}

bool match_rules(struct proviso_findings *findings, struct context *context,
                 struct proviso_error *error) {
    struct check check = {
        .findings = findings, .context = context, .said = {.arena = findings->arena}};
    uint32_t count = 0;
    struct concept_hit *hits = NULL;
    bool done = sort_rules(&check) &&
                (hits = postings_select(context->postings, check.rule_first, &count)) != NULL;
    for (uint32_t i = 0; done && i < count; i++) {
        done = check_hit(&check, &hits[i]);
    }
    array_free(hits);
    return done || error_memory(error);
}
