/*
 * proviso explain. In: the id of a rule or of a category, such as weak-safeguard/discretion. Out:
 * the pages of the rules; without an id, the list of rules; with --test, the examples that fail.
 */
#include "draft.h"
#include "message.h"
#include "output.h"

#include <stdio.h>
#include <string.h>

static const char *severity_name(enum proviso_severity severity) {
    static const char *const names[] = {"note", "warning", "error"};
    return names[severity];
}

/* The message with "..." for the words that it is about. */
static void print_message(struct output *output, const char *text) {
    for (const char *slot; (slot = strstr(text, "{text}")) != NULL; text = slot + 6) {
        output_print(output, "%.*s...", (int)(slot - text), text);
    }
    output_print(output, "%s\n", text);
}

static bool list_rules(struct output *output, const proviso_lexicon *lexicon) {
    size_t count = proviso_lexicon_rule_count(lexicon);
    for (size_t i = 0; i < count; i++) {
        struct proviso_rule rule;
        proviso_lexicon_rule(lexicon, i, &rule);
        output_print(output, "%-42s %-8s ", rule.id, severity_name(rule.severity));
        print_message(output, rule.message);
    }
    return true;
}

static bool refuse_rule(const proviso_lexicon *lexicon, const char *id) {
    const char *near = proviso_lexicon_suggest(lexicon, id);
    if (near) {
        message(NULL, "no rule %s; did you mean %s?", id, near);
    } else {
        message(NULL, "no rule %s; `proviso explain` lists them", id);
    }
    return false;
}

/* The rule of this id, or all rules of this category. */
static bool print_rules(struct output *output, const proviso_lexicon *lexicon, const char *id,
                        size_t *pages) {
    size_t count = proviso_lexicon_rule_count(lexicon), found = 0;
    for (size_t i = 0; i < count; i++) {
        struct proviso_rule rule;
        proviso_lexicon_rule(lexicon, i, &rule);
        if (strcmp(rule.id, id) == 0 || strcmp(rule.category, id) == 0) {
            output_print(output, "%s", *pages ? "\n\n" : "");
            proviso_report_rule(lexicon, i, &output->sink);
            found++;
            ++*pages;
        }
    }
    return found || refuse_rule(lexicon, id);
}

static int print_pages(const struct options *options, struct output *output,
                       const proviso_lexicon *lexicon) {
    bool found = true;
    size_t pages = 0;
    for (size_t i = 0; i < options->operand_count; i++) {
        found &= print_rules(output, lexicon, options->operands[i], &pages);
    }
    if (!options->operand_count) {
        list_rules(output, lexicon);
    }
    return found ? STATUS_CLEAN : STATUS_FAILED;
}

static int test_rules(struct output *output, const proviso_lexicon *lexicon) {
    size_t run = 0, failed = proviso_lexicon_test(lexicon, &output->sink, &run);
    output_print(output, "%zu examples of %zu rules, %zu failed\n", run,
                 proviso_lexicon_rule_count(lexicon), failed);
    return failed ? STATUS_FINDINGS : STATUS_CLEAN;
}

/* With --test the operands are folders of lexicons too. */
static const proviso_lexicon *open_lexicon(const struct options *options,
                                           proviso_lexicon **loaded) {
    if (options->test && options->operand_count) {
        if (options->lexicon_count) {
            message(NULL, "--test FOLDER and --lexicon FOLDER cannot be used together");
            return NULL;
        }
        return lexicon_open(options->operands, options->operand_count, loaded);
    }
    return lexicon_open(options->lexicons, options->lexicon_count, loaded);
}

int verb_explain(const struct options *options) {
    proviso_lexicon *loaded = NULL;
    struct output output;
    const proviso_lexicon *lexicon = open_lexicon(options, &loaded);
    if (!lexicon || !output_open(&output, NULL)) {
        proviso_lexicon_free(loaded);
        return STATUS_FAILED;
    }
    int status =
        options->test ? test_rules(&output, lexicon) : print_pages(options, &output, lexicon);
    if (!output_close(&output, true)) {
        status = STATUS_FAILED;
    }
    proviso_lexicon_free(loaded);
    return status;
}
