/*
 * One draft as the program sees it. In: the name of a draft, a row of a table. Out: how many
 * findings of "missing-notification" stand in Article 20 or inside it, and the state of a cell of
 * the table of powers. Uses the public interface and its JSON report, as any caller would.
 */
#include "score.h"

#include <stdlib.h>
#include <string.h>

enum { CITATION = 512 };

struct gathered {
    char *bytes;
    size_t length;
};

static bool gather(void *context, const char *bytes, size_t length) {
    struct gathered *all = context;
    char *grown = realloc(all->bytes, all->length + length + 1);
    if (!grown) {
        return false;
    }
    memcpy(grown + all->length, bytes, length);
    all->bytes = grown;
    all->length += length;
    return true;
}

static bool report_draft(struct draft *draft) {
    struct gathered all = {NULL, 0};
    struct proviso_sink sink = {gather, &all};
    struct proviso_report_options options = {0};
    proviso_report *report = proviso_report_new(PROVISO_FORMAT_JSON, &options, &sink);
    bool written = report && proviso_report_document(report, draft->document, draft->findings);
    written = report && proviso_report_end(report) && written;
    draft->report = written ? json_loadb(all.bytes, all.length, 0, NULL) : NULL;
    free(all.bytes);
    draft->checked = json_array_get(json_object_get(draft->report, "documents"), 0);
    return draft->checked != NULL;
}

static char *copy_text(const char *text) {
    size_t size = strlen(text) + 1;
    char *copy = malloc(size);
    return copy ? memcpy(copy, text, size) : NULL;
}

static char *find_draft(const char *name, char *const *folders, size_t folder_count,
                        size_t *length) {
    for (size_t i = 0; i < folder_count; i++) {
        size_t size = strlen(folders[i]) + strlen(name) + 2;
        char *path = malloc(size);
        if (!path) {
            return NULL;
        }
        snprintf(path, size, "%s/%s", folders[i], name);
        char *bytes = score_file_read(path, length);
        free(path);
        if (bytes) {
            return bytes;
        }
    }
    return NULL;
}

bool draft_read(struct draft *draft, const char *name, char *const *folders, size_t folder_count) {
    size_t length = 0;
    struct proviso_error error = {0};
    memset(draft, 0, sizeof *draft);
    draft->name = copy_text(name);
    draft->bytes = find_draft(name, folders, folder_count, &length);
    if (!draft->name || !draft->bytes) {
        fprintf(stderr, "score: %s: in none of the folders\n", name);
        return false;
    }
    struct proviso_source source = {draft->name, draft->bytes, length};
    draft->document = proviso_document_read(proviso_lexicon_builtin(), &source, NULL, &error);
    draft->findings = draft->document ? proviso_check(draft->document, &error) : NULL;
    if (!draft->findings || !report_draft(draft)) {
        fprintf(stderr, "score: %s: %s\n", name, *error.message ? error.message : "no report");
        return false;
    }
    return true;
}

void draft_free(struct draft *draft) {
    json_decref(draft->report);
    proviso_findings_free(draft->findings);
    proviso_document_free(draft->document);
    free(draft->bytes);
    free(draft->name);
}

size_t draft_provision(const struct draft *draft, const char *citation) {
    char own[CITATION];
    size_t count = proviso_document_count(draft->document);
    for (size_t i = 0; i < count && strcmp(citation, "*") != 0; i++) {
        proviso_document_citation(draft->document, i, own, sizeof own);
        if (strcmp(own, citation) == 0) {
            return i;
        }
    }
    return strcmp(citation, "*") == 0 ? 0 : SIZE_MAX;
}

static bool stands_inside(const struct draft *draft, const char *citation, size_t provision) {
    struct proviso_provision outer;
    size_t at = citation ? draft_provision(draft, citation) : SIZE_MAX;
    proviso_document_provision(draft->document, provision, &outer);
    return at >= provision && at < outer.end;
}

bool score_choice_holds(const char *choices, const char *word) {
    size_t length = strlen(word);
    for (const char *at = choices; at; at = strchr(at, '|') ? strchr(at, '|') + 1 : NULL) {
        size_t size = strcspn(at, "|");
        if ((size == 1 && *at == '*') || (size == length && memcmp(at, word, size) == 0)) {
            return true;
        }
    }
    return false;
}

static const char *string_of(const json_t *object, const char *key) {
    const char *text = json_string_value(json_object_get(object, key));
    return text ? text : "";
}

static enum proviso_severity severity_of(const json_t *finding) {
    const char *name = string_of(finding, "severity");
    return strcmp(name, "error") == 0     ? PROVISO_ERROR
           : strcmp(name, "warning") == 0 ? PROVISO_WARNING
                                          : PROVISO_NOTE;
}

size_t draft_count(const struct draft *draft, const struct row *row, size_t provision,
                   const json_t **first) {
    const json_t *findings = json_object_get(draft->checked, "findings");
    size_t count = 0;
    for (size_t i = 0; i < json_array_size(findings); i++) {
        const json_t *finding = json_array_get(findings, i);
        if (severity_of(finding) >= row->least &&
            (score_choice_holds(row->category, string_of(finding, "category")) ||
             score_choice_holds(row->category, string_of(finding, "rule"))) &&
            stands_inside(draft, string_of(json_object_get(finding, "provision"), "citation"),
                          provision)) {
            *first = count++ ? *first : finding;
        }
    }
    return count;
}

bool draft_state_holds(const struct draft *draft, const struct row *row, size_t provision,
                       const char **wrong) {
    const json_t *powers = json_object_get(draft->checked, "coverage");
    *wrong = "no power";
    for (size_t i = 0; i < json_array_size(powers); i++) {
        const json_t *power = json_array_get(powers, i);
        if (!stands_inside(draft, string_of(power, "power"), provision)) {
            continue;
        }
        const json_t *cells = json_object_get(power, "safeguards");
        const json_t *cell = json_object_get(cells, row->category);
        const char *state = cell ? string_of(cell, "state") : "not-asked";
        if (score_choice_holds(row->sign, state)) {
            return true;
        }
        *wrong = state;
    }
    return false;
}
