/*
 * Fuzz target: any bytes as a draft, checked and reported in every format. The annotated draft with
 * its notes taken out must be the draft, to the byte.
 */
#include "report/mark.h"

#include <proviso.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static bool keep(void *context, const char *bytes, size_t length) {
    return buffer_add(context, bytes, length), true;
}

static void report(const proviso_document *document, const proviso_findings *findings,
                   enum proviso_format format, struct buffer *output) {
    struct proviso_sink sink = {keep, output};
    struct proviso_report_options options = {.column = PROVISO_COLUMN_UTF16};
    proviso_report *report = proviso_report_new(format, &options, &sink);
    if (!report || !proviso_report_document(report, document, findings) ||
        !proviso_report_end(report))
        abort();
}

static void round_trip(const struct buffer *annotated, const uint8_t *bytes, size_t length) {
    struct buffer stripped = {0};
    if (!annotate_strip(annotated->bytes, annotated->length, &stripped) ||
        stripped.length != length || (length && memcmp(stripped.bytes, bytes, length) != 0))
        abort();
    buffer_free(&stripped);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    struct proviso_error error;
    bool plain = length > 0 && bytes[0] % 4 == 1;
    struct proviso_source source = {plain ? "draft.txt" : "draft.md", (const char *)bytes, length};
    proviso_document *document =
        proviso_document_read(proviso_lexicon_builtin(), &source, NULL, &error);
    if (!document)
        return 0;
    proviso_findings *findings = proviso_check(document, &error);
    if (!findings)
        abort();
    for (enum proviso_format format = PROVISO_FORMAT_TEXT; format <= PROVISO_FORMAT_MATRIX;
         format++) {
        struct buffer output = {0};
        report(document, findings, format, &output);
        if (format == PROVISO_FORMAT_ANNOTATE)
            round_trip(&output, bytes, length);
        buffer_free(&output);
    }
    proviso_findings_free(findings);
    proviso_document_free(document);
    return 0;
}
