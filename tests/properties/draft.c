/*
 * Drafts for the property tests. In: bytes such as "Safeguards shall, as appropriate, apply." Out:
 * the findings in them as JSON, or as lines "weak-safeguard/discretion as appropriate Document".
 */
#include "draft.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *const sample_names[] = {
    "amending-bill.md", "convention.md", "crlf.md",  "cybercrime-bill.md",   "good-law.md",
    "one-line.txt",     "plain.txt",     "short.md", "surveillance-bill.md", "windows-1252.txt",
};
const size_t sample_count = sizeof sample_names / sizeof *sample_names;

void draft_add(struct draft *draft, const char *bytes, size_t length) {
    if (draft->length + length + 1 > draft->capacity) {
        draft->capacity = 2 * (draft->length + length + 1);
        draft->bytes = realloc(draft->bytes, draft->capacity);
        ck_assert_ptr_nonnull(draft->bytes);
    }
    if (length)
        memcpy(draft->bytes + draft->length, bytes, length);
    draft->length += length;
    draft->bytes[draft->length] = '\0';
}

void draft_add_string(struct draft *draft, const char *string) {
    draft_add(draft, string, strlen(string));
}

void draft_free(struct draft *draft) {
    free(draft->bytes);
    *draft = (struct draft){0};
}

struct draft sample_read(size_t index) {
    return draft_read("samples", sample_names[index]);
}

struct draft draft_read(const char *folder, const char *name) {
    char path[1024];
    snprintf(path, sizeof path, "%s/%s/%s", SOURCE_FOLDER, folder, name);
    FILE *file = fopen(path, "rb");
    ck_assert_msg(file != NULL, "%s cannot be opened", path);
    struct draft draft = {0};
    char bytes[4096];
    for (size_t length; (length = fread(bytes, 1, sizeof bytes, file)) > 0;)
        draft_add(&draft, bytes, length);
    fclose(file);
    return draft;
}

static bool write_draft(void *context, const char *bytes, size_t length) {
    draft_add(context, bytes, length);
    return true;
}

struct draft draft_report(const struct draft *draft, const proviso_lexicon *lexicon,
                          enum proviso_format format) {
    struct proviso_error error = {0};
    struct proviso_source source = {"draft.md", draft->bytes, draft->length};
    proviso_document *document =
        proviso_document_read(lexicon ? lexicon : proviso_lexicon_builtin(), &source, NULL, &error);
    ck_assert_msg(document != NULL, "%s", error.message);
    proviso_findings *findings = proviso_check(document, &error);
    ck_assert_msg(findings != NULL, "%s", error.message);

    struct draft output = {0};
    draft_add(&output, "", 0);
    struct proviso_sink sink = {write_draft, &output};
    proviso_report *report = proviso_report_new(format, NULL, &sink);
    ck_assert_ptr_nonnull(report);
    ck_assert(proviso_report_document(report, document, findings));
    ck_assert(proviso_report_end(report));
    proviso_findings_free(findings);
    proviso_document_free(document);
    return output;
}

json_t *draft_findings(const struct draft *draft, const proviso_lexicon *lexicon) {
    struct draft output = draft_report(draft, lexicon, PROVISO_FORMAT_JSON);
    json_error_t error;
    json_t *root = json_loadb(output.bytes, output.length, JSON_REJECT_DUPLICATES, &error);
    ck_assert_msg(root != NULL, "not JSON: %s at %d", error.text, error.position);
    json_t *documents = json_object_get(root, "documents");
    ck_assert_uint_eq(json_array_size(documents), 1);
    json_t *findings = json_object_get(json_array_get(documents, 0), "findings");
    ck_assert(json_is_array(findings));
    json_incref(findings);
    json_decref(root);
    draft_free(&output);
    return findings;
}

/* Adds the letters and digits of `text`, with one blank for whatever separates words; a hyphen at
 * the end of a line joins. */
static void add_words(struct draft *summary, const char *text) {
    bool apart = false;
    for (const char *c = text; *c; c++) {
        bool letter =
            (*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') || (*c >= '0' && *c <= '9');
        if (strncmp(c, "\xC2\xAD", 2) == 0) { /* a soft hyphen */
            c++;
            continue;
        }
        if (!letter) {
            apart = true;
            continue;
        }
        if (apart)
            draft_add(summary, " ", 1);
        apart = false;
        draft_add(summary, c, 1);
    }
}

struct draft draft_summary(const struct draft *draft) {
    json_t *findings = draft_findings(draft, NULL);
    struct draft summary = {0};
    draft_add(&summary, "", 0);
    size_t index;
    json_t *finding;
    json_array_foreach(findings, index, finding) {
        const char *rule = NULL, *text = NULL, *citation = NULL;
        json_unpack(finding, "{s:s, s:s, s:{s:s}}", "rule", &rule, "text", &text, "provision",
                    "citation", &citation);
        ck_assert_msg(rule && text && citation, "a finding without rule, text or citation");
        draft_add_string(&summary, rule);
        draft_add_string(&summary, ": ");
        add_words(&summary, text);
        draft_add_string(&summary, " (");
        draft_add_string(&summary, citation);
        draft_add_string(&summary, ")\n");
    }
    json_decref(findings);
    return summary;
}
