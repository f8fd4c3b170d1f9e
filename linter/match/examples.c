/*
 * Examples of the rules, run as tests. In: a lexicon. Out: for each example that fails one line,
 * "en/weak.yaml:12: rule weak-safeguard/discretion: this example is not found: Such safeguards
 * ...". Each example is a draft of its own. One of `passes` must be a near miss: it holds the words
 * of `match`, and the rule is silent.
 */
#include "spelling.h"

#include "../base/buffer.h"

#include <string.h>

enum { LINE_LIMIT = 140 };

struct trial {
    const struct proviso_lexicon *lexicon;
    const struct proviso_sink *sink;
    struct buffer line;
    size_t run, failed;
    uint32_t rule;
};

static void complain(struct trial *trial, const char *what, const char *example) {
    const struct lexicon_rule *rule = &trial->lexicon->rules[trial->rule];
    size_t length = strcspn(example, "\r\n");
    trial->failed++;
    buffer_clear(&trial->line);
    buffer_format(&trial->line, "%s:%u: rule %s: %s",
                  lexicon_string(trial->lexicon, rule->place.path), rule->place.line,
                  lexicon_string(trial->lexicon, rule->id), what);
    if (length > 0) {
        bool cut = length > LINE_LIMIT;
        buffer_format(&trial->line, ": %.*s%s", cut ? LINE_LIMIT : (int)length, example,
                      cut || example[length] ? " ..." : "");
    }
    buffer_add_char(&trial->line, '\n');
    if (trial->sink && trial->sink->write) {
        trial->sink->write(trial->sink->context, buffer_string(&trial->line), trial->line.length);
    }
}

/* The speller of rules about spelling, whose examples must not depend on dictionaries: the words of
 * the lexicon are all there are. */
static bool is_word(void *context, const char *word) {
    const struct trial *trial = context;
    return lexicon_word(trial->lexicon, word, (uint32_t)strlen(word)) != WORD_UNKNOWN;
}

/* Checks one example. *found: the rule speaks; *hit: the words of `match` are there. False if it
 * cannot be checked. */
static bool try_example(struct trial *trial, const char *example, bool *found, bool *hit,
                        struct proviso_error *error) {
    const struct proviso_source source = {"example", example, strlen(example)};
    const struct proviso_speller speller = {is_word, trial};
    bool spelling = proviso_lexicon_find(trial->lexicon, SPELLING_RULE) == trial->rule;
    const struct proviso_options options = {.speller = spelling ? &speller : NULL};
    proviso_document *document = proviso_document_read(trial->lexicon, &source, &options, error);
    proviso_findings *findings = document ? proviso_check(document, error) : NULL;
    *found = *hit = false;
    for (uint32_t i = 0; findings && i < findings->count; i++) {
        *found = *found || findings->list[i].rule == trial->rule;
    }
    *hit = findings &&
           postings_list(&findings->hits, trial->lexicon->rules[trial->rule].match)->count > 0;
    bool done = findings != NULL;
    proviso_findings_free(findings);
    proviso_document_free(document);
    return done;
}

/* Runs examples first..first+count of the rule; returns how many are near misses. */
static size_t run_examples(struct trial *trial, uint32_t first, uint32_t count, bool expected) {
    size_t near_misses = 0;
    for (uint32_t i = first; i < first + count; i++) {
        const char *example = lexicon_string(trial->lexicon, trial->lexicon->example_texts[i]);
        struct proviso_error error = {0};
        bool found, hit;
        trial->run++;
        if (!try_example(trial, example, &found, &hit, &error)) {
            complain(trial, error.message, example);
        } else if (found != expected) {
            complain(trial, expected ? "this example is not found" : "this example is found",
                     example);
        }
        near_misses += hit && !found;
    }
    return near_misses;
}

size_t proviso_lexicon_test(const proviso_lexicon *lexicon, const struct proviso_sink *sink,
                            size_t *examples_run) {
    struct trial trial = {.lexicon = lexicon, .sink = sink};
    for (trial.rule = 0; trial.rule < lexicon->rule_count; trial.rule++) {
        const struct lexicon_rule *rule = &lexicon->rules[trial.rule];
        bool words = rule->match != LEXICON_NONE; /* else of absence or of structure */
        run_examples(&trial, rule->flag_first, rule->flag_count, true);
        if (run_examples(&trial, rule->pass_first, rule->pass_count, false) == 0 && words) {
            complain(&trial, "no example of `passes` has the words of `match`", "");
        }
    }
    buffer_free(&trial.line);
    if (examples_run) {
        *examples_run = trial.run;
    }
    return trial.failed;
}
