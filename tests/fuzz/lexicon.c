/*
 * Fuzz target: any bytes as a lexicon file. It is refused with a message, or it is used to check a
 * draft of one article and its examples are run.
 */
#include <proviso.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static const char draft[] =
    "# Article 1. Drones\n\n1. The police may, as appropriate, fly drones.\n\n"
    "2. Safeguards shall, where appropriate, apply.\n";

static bool drop(void *context, const char *bytes, size_t length) {
    (void)context, (void)bytes, (void)length;
    return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    struct proviso_error error = {0};
    struct proviso_source file = {"rules.yaml", (const char *)bytes, length};
    proviso_lexicon *lexicon = proviso_lexicon_load(&file, 1, &error);
    if (!lexicon) {
        if (!error.message[0] || strchr(error.message, '\n'))
            abort();
        return 0;
    }
    struct proviso_sink sink = {drop, NULL};
    size_t examples;
    proviso_lexicon_test(lexicon, &sink, &examples);
    for (size_t i = 0; i < proviso_lexicon_rule_count(lexicon); i++)
        proviso_report_rule(lexicon, i, &sink);
    struct proviso_source source = {"draft.md", draft, sizeof draft - 1};
    proviso_document *document = proviso_document_read(lexicon, &source, NULL, &error);
    if (!document)
        abort();
    proviso_findings_free(proviso_check(document, &error));
    proviso_document_free(document);
    proviso_lexicon_free(lexicon);
    return 0;
}
