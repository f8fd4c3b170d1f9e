/*
 * Fuzz target: any bytes as a draft. Whatever is read must nest and be cited; "Article 1" a
 * thousand times over has a thousand citations.
 */
#include <proviso.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static void require_at(bool holds, const char *what) {
    if (!holds) {
        fprintf(stderr, "does not hold: %s\n", what);
        abort();
    }
}

#define require(holds) require_at(holds, #holds)

static void look_at_provision(const proviso_document *document, size_t index, size_t length) {
    struct proviso_provision own, parent;
    proviso_document_provision(document, index, &own);
    proviso_document_provision(document, own.parent, &parent);
    require(index == 0 || own.parent < index);
    require(own.end > index && own.end <= parent.end);
    require(own.offset >= parent.offset && own.offset <= own.end_offset);
    require(own.end_offset <= parent.end_offset && own.end_offset <= length);
    require(own.line >= 1 && own.line <= own.end_line);
    char citation[64], heading[16];
    require(proviso_document_citation(document, index, citation, sizeof citation) > 0);
    proviso_document_heading(document, index, heading, sizeof heading);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    struct proviso_error error;
    struct proviso_source source = {"draft.md", (const char *)bytes, length};
    proviso_document *document =
        proviso_document_read(proviso_lexicon_builtin(), &source, NULL, &error);
    if (!document)
        return 0;
    size_t count = proviso_document_count(document);
    for (size_t i = 0; i < count; i++)
        look_at_provision(document, i, length);
    for (size_t i = 0; proviso_document_remark(document, i); i++)
        ;
    proviso_document_free(document);
    return 0;
}
