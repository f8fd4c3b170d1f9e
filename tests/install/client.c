/*
 * A program that uses the library: `client DRAFT` prints the findings in a draft, one line each, as
 * in draft.md:22:4: error: ... [weak-safeguard/discretion].
 */
#include <proviso.h>
#include <stdio.h>
#include <stdlib.h>

static bool print(void *context, const char *bytes, size_t length) {
    return fwrite(bytes, 1, length, context) == length;
}

static int fail(const struct proviso_error *error) {
    fprintf(stderr, "client: %s\n", error->message);
    return 2;
}

int main(int argc, char **argv) {
    static char bytes[1 << 20];
    FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
    if (!file)
        return 2;
    struct proviso_source source = {argv[1], bytes, fread(bytes, 1, sizeof bytes, file)};
    fclose(file);

    struct proviso_error error;
    proviso_document *document =
        proviso_document_read(proviso_lexicon_builtin(), &source, NULL, &error);
    if (!document)
        return fail(&error);
    proviso_findings *findings = proviso_check(document, &error);
    if (!findings)
        return fail(&error);

    struct proviso_sink sink = {print, stdout};
    proviso_report *report = proviso_report_new(PROVISO_FORMAT_GNU, NULL, &sink);
    bool written = report && proviso_report_document(report, document, findings);
    written = report && proviso_report_end(report) && written;
    proviso_findings_free(findings);
    proviso_document_free(document);
    return written ? EXIT_SUCCESS : 2;
}
