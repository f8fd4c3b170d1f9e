/*
 * proviso annotate. In: a draft. Out: the draft itself with notes, to standard output or to a file;
 * of several drafts, each to a file of its name in a folder. The draft is never written over.
 */
#include "draft.h"
#include "message.h"
#include "output.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Where annotated drafts go. */
struct shelf {
    const char *path; /* NULL: standard output */
    bool folder;
    bool failed;
};

static bool write_annotated(const struct draft *draft, const char *path) {
    struct output output;
    if (path && output_same_file(path, draft->path)) {
        message(path, "this is the draft itself; name another file for the annotated one");
        return false;
    }
    if (!output_open(&output, path)) {
        return false;
    }
    proviso_report *report = proviso_report_new(PROVISO_FORMAT_ANNOTATE, NULL, &output.sink);
    bool written = report && proviso_report_document(report, draft->document, draft->findings);
    written = report && proviso_report_end(report) && written;
    bool closed = output_close(&output, written);
    if (!written && closed) {
        message(path, "out of memory");
    }
    return written && closed;
}

/* The file in the folder that has the name of the draft. */
static bool write_in_folder(const struct shelf *shelf, const struct draft *draft) {
    const char *slash = strrchr(draft->path, '/');
    const char *name = slash ? slash + 1 : draft->path;
    size_t size = strlen(shelf->path) + strlen(name) + 8;
    char *path = malloc(size);
    if (!path) {
        message(draft->path, "out of memory");
        return false;
    }
    snprintf(path, size, "%s/%s", shelf->path, strcmp(name, "<stdin>") ? name : "stdin.md");
    bool written = write_annotated(draft, path);
    free(path);
    return written;
}

static bool add_draft(void *context, const struct draft *draft) {
    struct shelf *shelf = context;
    if (!shelf->folder) {
        return write_annotated(draft, shelf->path);
    }
    shelf->failed |= !write_in_folder(shelf, draft); /* the others are still written */
    return true;
}

static const char *name_of(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static int compare_names(const void *left, const void *right) {
    return strcmp(name_of(*(char *const *)left), name_of(*(char *const *)right));
}

/* Two drafts of one name would overwrite each other. */
static bool names_differ(const struct draft_list *list) {
    char **sorted = malloc((list->count + 1) * sizeof *sorted);
    bool differ = sorted != NULL;
    if (sorted) {
        memcpy(sorted, list->paths, list->count * sizeof *sorted);
        qsort(sorted, list->count, sizeof *sorted, compare_names);
    }
    for (size_t i = 1; differ && i < list->count; i++) {
        if (compare_names(&sorted[i - 1], &sorted[i]) == 0) {
            message(sorted[i], "%s has the same name", sorted[i - 1]);
            differ = false;
        }
    }
    free(sorted);
    return differ;
}

static bool prepare_shelf(struct shelf *shelf, const char *path, const struct draft_list *list) {
    struct stat about;
    *shelf = (struct shelf){.path = path};
    shelf->folder = path && stat(path, &about) == 0 && S_ISDIR(about.st_mode);
    if (path && !shelf->folder && *path && path[strlen(path) - 1] == '/') {
        shelf->folder = mkdir(path, 0777) == 0;
    }
    if (list->count > 1 && !shelf->folder) {
        message(NULL, "annotate prints one draft and there are %zu; use --output FOLDER/",
                list->count);
        return false;
    }
    return !shelf->folder || names_differ(list);
}

static int annotate(const struct options *options, const proviso_lexicon *lexicon) {
    struct shelf shelf;
    struct draft_list list;
    struct draft_run run = {.options = options,
                            .lexicon = lexicon,
                            .check = true,
                            .visit = add_draft,
                            .context = &shelf};
    drafts_gather(&list, options->operands, options->operand_count, draft_extensions);
    bool complete = prepare_shelf(&shelf, options->output_path, &list) && drafts_run(&run, &list);
    complete = complete && list.complete && !shelf.failed;
    drafts_free(&list);
    return run_status(complete, run.findings);
}

int verb_annotate(const struct options *options) {
    proviso_lexicon *loaded;
    const proviso_lexicon *lexicon =
        lexicon_open(options->lexicons, options->lexicon_count, &loaded);
    int status = lexicon ? annotate(options, lexicon) : STATUS_FAILED;
    proviso_lexicon_free(loaded);
    return status;
}
