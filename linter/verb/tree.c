/*
 * proviso tree. In: drafts. Out: their provisions as they were understood, one a line:
 *   Article 24(2)        paragraph    120-123  Conditions and safeguards
 * with --roles what each provision does, with --why the words that rules pass over in it.
 */
#include "draft.h"
#include "message.h"
#include "output.h"

#include <stdio.h>
#include <stdlib.h>

struct trunk {
    struct output output;
    const proviso_lexicon *lexicon;
    bool roles, why, titled;
    size_t drafts;
};

/* How deep a provision lies, from the depth of its parent. */
static size_t *find_depths(const proviso_document *document, size_t count) {
    size_t *depths = calloc(count + 1, sizeof *depths);
    for (size_t i = 1; depths && i < count; i++) {
        struct proviso_provision provision;
        proviso_document_provision(document, i, &provision);
        depths[i] = depths[provision.parent] + 1;
    }
    return depths;
}

static void print_provision(struct trunk *trunk, const proviso_document *document, size_t index,
                            size_t depth) {
    struct output *output = &trunk->output;
    struct proviso_provision provision;
    char citation[256], heading[512], lines[32], roles[512];
    proviso_document_provision(document, index, &provision);
    proviso_document_citation(document, index, citation, sizeof citation);
    proviso_document_heading(document, index, heading, sizeof heading);
    snprintf(lines, sizeof lines, "%u-%u", provision.line, provision.end_line);
    int indent = depth < 20 ? (int)depth * 2 : 40;
    output_print(output, "%*s%-*s  %-9s  %9s%s%s", indent, "", indent < 36 ? 36 - indent : 1,
                 citation, proviso_kind_name(provision.kind), lines, heading[0] ? "  " : "",
                 heading);
    if (provision.quoted) {
        output_print(output, "  (quoted)");
    }
    if (trunk->roles && proviso_document_roles(document, index, roles, sizeof roles)) {
        output_print(output, "  [%s]", roles);
    }
    output_print(output, "\n");
}

/* What rules pass over, by provision: those of provision i are order[first[i]..first[i + 1]). */
struct silences {
    size_t *first, *order;
};

static bool silences_sort(struct silences *silences, const struct draft *draft, size_t provisions) {
    struct proviso_silence silence;
    size_t count = 0;
    silences->first = calloc(provisions + 2, sizeof *silences->first);
    for (; silences->first && proviso_findings_silence(draft->findings, count, &silence); count++) {
        silences->first[silence.provision + 2]++;
    }
    silences->order = calloc(count + 1, sizeof *silences->order);
    if (!silences->first || !silences->order) {
        return false;
    }
    for (size_t i = 2; i < provisions + 2; i++) {
        silences->first[i] += silences->first[i - 1];
    }
    for (size_t i = 0; proviso_findings_silence(draft->findings, i, &silence); i++) {
        silences->order[silences->first[silence.provision + 1]++] = i;
    }
    return true;
}

static void silences_free(struct silences *silences) {
    free(silences->first);
    free(silences->order);
}

static void print_silences(struct trunk *trunk, const struct draft *draft,
                           const struct silences *silences, size_t index, size_t depth) {
    int indent = depth < 20 ? (int)depth * 2 + 2 : 42;
    for (size_t i = silences->first[index]; i < silences->first[index + 1]; i++) {
        struct proviso_silence silence;
        struct proviso_rule rule;
        proviso_findings_silence(draft->findings, silences->order[i], &silence);
        proviso_lexicon_rule(trunk->lexicon, silence.rule, &rule);
        output_print(&trunk->output, "%*s- \"%s\": no %s, %s\n", indent, "", silence.text, rule.id,
                     silence.reason);
    }
}

static bool print_tree(void *context, const struct draft *draft) {
    struct trunk *trunk = context;
    size_t count = proviso_document_count(draft->document);
    size_t *depths = find_depths(draft->document, count);
    struct silences silences = {0};
    if (!depths || (trunk->why && !silences_sort(&silences, draft, count))) {
        message(draft->path, "out of memory");
        silences_free(&silences);
        free(depths);
        return false;
    }
    if (trunk->titled) {
        output_print(&trunk->output, "%s%s:\n", trunk->drafts ? "\n" : "", draft->path);
    }
    for (size_t i = 0; i < count && !trunk->output.failure; i++) {
        print_provision(trunk, draft->document, i, depths[i]);
        if (trunk->why) {
            print_silences(trunk, draft, &silences, i, depths[i]);
        }
    }
    silences_free(&silences);
    free(depths);
    trunk->drafts++;
    return !trunk->output.failure;
}

static int tree(const struct options *options, const proviso_lexicon *lexicon) {
    struct trunk trunk = {.lexicon = lexicon, .roles = options->roles, .why = options->why};
    struct draft_list list;
    struct draft_run run = {.options = options,
                            .lexicon = lexicon,
                            .check =
                                options->roles || options->why || options->fail_on != FAIL_ON_NEVER,
                            .visit = print_tree,
                            .context = &trunk};
    if (!output_open(&trunk.output, NULL)) {
        return STATUS_FAILED;
    }
    drafts_gather(&list, options->operands, options->operand_count, draft_extensions);
    trunk.titled = list.count > 1;
    bool complete = drafts_run(&run, &list) && list.complete;
    complete = output_close(&trunk.output, true) && complete;
    drafts_free(&list);
    return run_status(complete, run.findings);
}

int verb_tree(const struct options *options) {
    proviso_lexicon *loaded;
    const proviso_lexicon *lexicon =
        lexicon_open(options->lexicons, options->lexicon_count, &loaded);
    int status = lexicon ? tree(options, lexicon) : STATUS_FAILED;
    proviso_lexicon_free(loaded);
    return status;
}
