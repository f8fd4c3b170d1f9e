/*
 * proviso matrix. In: drafts. Out: for each, its powers against its safeguards, as tables in
 * Markdown, or on a terminal as blocks of lines.
 */
#include "draft.h"
#include "message.h"
#include "output.h"

#include <unistd.h>

struct tables {
    struct output output;
    proviso_report *report;
};

static bool add_tables(void *context, const struct draft *draft) {
    struct tables *tables = context;
    return proviso_report_document(tables->report, draft->document, draft->findings);
}

static int matrix(const struct options *options, const proviso_lexicon *lexicon) {
    struct tables tables;
    struct draft_list list;
    struct draft_run run = {.options = options,
                            .lexicon = lexicon,
                            .check = true,
                            .visit = add_tables,
                            .context = &tables};
    const struct proviso_report_options plain = {.plain = isatty(STDOUT_FILENO)};
    if (!output_open(&tables.output, NULL)) {
        return STATUS_FAILED;
    }
    tables.report = proviso_report_new(PROVISO_FORMAT_MATRIX, &plain, &tables.output.sink);
    if (!tables.report) {
        message(NULL, "out of memory");
        output_close(&tables.output, false);
        return STATUS_FAILED;
    }
    drafts_gather(&list, options->operands, options->operand_count, draft_extensions);
    bool complete = drafts_run(&run, &list) && list.complete;
    complete = proviso_report_end(tables.report) && complete;
    complete = output_close(&tables.output, true) && complete;
    drafts_free(&list);
    return run_status(complete, run.findings);
}

int verb_matrix(const struct options *options) {
    proviso_lexicon *loaded;
    const proviso_lexicon *lexicon =
        lexicon_open(options->lexicons, options->lexicon_count, &loaded);
    int status = lexicon ? matrix(options, lexicon) : STATUS_FAILED;
    proviso_lexicon_free(loaded);
    return status;
}
