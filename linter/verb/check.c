/*
 * proviso check. In: drafts. Out: reports on their findings, in one or several formats at once, and
 * a status that says whether any is grave enough.
 */
#include "draft.h"
#include "message.h"
#include "output.h"

#include <stdlib.h>
#include <unistd.h>

/* The reports of one run. */
struct reports {
    struct output outputs[OUTPUTS_MOST];
    proviso_report *reports[OUTPUTS_MOST];
    size_t count;
};

static bool on_terminal(void) {
    return isatty(STDOUT_FILENO) == 1;
}

static bool wants_color(const struct options *options) {
    const char *none = getenv("NO_COLOR"), *terminal = getenv("TERM");
    bool dumb = !terminal || !*terminal || (terminal[0] == 'd' && terminal[1] == 'u');
    if (options->color != COLOR_AUTO) {
        return options->color == COLOR_ALWAYS;
    }
    return on_terminal() && !(none && *none) && !dumb;
}

/* What was chosen: each --output, and --format on standard output if it was given or nothing else
 * was. */
static size_t choose_outputs(const struct options *options, struct output_choice *choices) {
    size_t count = 0;
    for (; count < options->output_count; count++) {
        choices[count] = options->outputs[count];
    }
    if (options->format_given || !count) {
        enum proviso_format usual = on_terminal() ? PROVISO_FORMAT_TEXT : PROVISO_FORMAT_GNU;
        choices[count].format = options->format_given ? options->format : usual;
        choices[count++].path = NULL;
    }
    return count;
}

static bool one_standard_output(const struct output_choice *choices, size_t count) {
    size_t standard = 0;
    for (size_t i = 0; i < count; i++) {
        standard += choices[i].path == NULL;
    }
    if (standard > 1) {
        message(NULL, "two reports cannot both go to standard output; use --output FORMAT=FILE");
    }
    return standard <= 1;
}

static bool open_reports(struct reports *reports, const struct options *options) {
    struct output_choice choices[OUTPUTS_MOST];
    size_t count = choose_outputs(options, choices);
    if (!one_standard_output(choices, count)) {
        return false;
    }
    for (; reports->count < count; reports->count++) {
        const struct output_choice *choice = &choices[reports->count];
        struct output *output = &reports->outputs[reports->count];
        struct proviso_report_options style = {.colour = !choice->path && wants_color(options),
                                               .column = options->column};
        if (!output_open(output, choice->path)) {
            return false;
        }
        reports->reports[reports->count] =
            proviso_report_new(choice->format, &style, &output->sink);
        if (!reports->reports[reports->count]) {
            message(NULL, "out of memory");
            output_close(output, false);
            return false;
        }
    }
    return true;
}

static bool close_reports(struct reports *reports, bool keep) {
    bool written = true;
    for (size_t i = 0; i < reports->count; i++) {
        bool ended = proviso_report_end(reports->reports[i]);
        bool closed = output_close(&reports->outputs[i], keep && ended);
        if (!ended && closed) {
            message(reports->outputs[i].path, "out of memory");
        }
        written = written && ended && closed;
    }
    return written;
}

static bool add_draft(void *context, const struct draft *draft) {
    struct reports *reports = context;
    bool written = true;
    for (size_t i = 0; i < reports->count; i++) {
        written &= proviso_report_document(reports->reports[i], draft->document, draft->findings);
    }
    return written;
}

static int check(const struct options *options, const proviso_lexicon *lexicon) {
    struct reports reports = {.count = 0};
    struct draft_list list;
    struct draft_run run = {.options = options,
                            .lexicon = lexicon,
                            .check = true,
                            .visit = add_draft,
                            .context = &reports};
    drafts_gather(&list, options->operands, options->operand_count, draft_extensions);
    bool complete = list.complete, opened = open_reports(&reports, options);
    complete = opened && drafts_run(&run, &list) && complete;
    complete = close_reports(&reports, opened) && complete;
    drafts_free(&list);
    return run_status(complete, run.findings);
}

int verb_check(const struct options *options) {
    proviso_lexicon *loaded;
    const proviso_lexicon *lexicon =
        lexicon_open(options->lexicons, options->lexicon_count, &loaded);
    int status = lexicon ? check(options, lexicon) : STATUS_FAILED;
    proviso_lexicon_free(loaded);
    return status;
}
