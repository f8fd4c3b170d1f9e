/*
 * Fuzz target: any bytes as a lexicon file. It is refused with a message, or it is used to check a
 * draft of one article and the examples of its own rules. Mostly it is read on top of the language
 * alone: making the whole lexicon takes a second under the sanitizers.
 */
#include "lexicon/builtin.h"

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

static void check(const proviso_lexicon *lexicon, const char *text) {
    struct proviso_error error = {0};
    struct proviso_source source = {"draft.md", text, strlen(text)};
    proviso_document *document = proviso_document_read(lexicon, &source, NULL, &error);
    if (!document)
        abort();
    proviso_findings_free(proviso_check(document, &error));
    proviso_document_free(document);
}

enum { WHOLE = 64, BASIS = 4 }; /* one file in so many is read on top of all that is built in */

static bool is_basis(const char *path) {
    static const char *const names[] = {"authorities.yaml", "en/labels.yaml", "en/language.yaml",
                                        "en/names.yaml"};
    for (size_t i = 0; i < BASIS; i++) {
        size_t length = strlen(path), end = strlen(names[i]);
        if (length > end && strcmp(path + length - end, names[i]) == 0)
            return true;
    }
    return false;
}

static proviso_lexicon *load(const struct proviso_source *file, struct proviso_error *error) {
    const struct builtin_files *all = lexicon_builtin_files();
    struct builtin_file basis[BASIS];
    struct builtin_files few = {basis, 0, all->texts};
    for (uint32_t i = 0; i < all->count && few.count < BASIS; i++) {
        if (is_basis(all->list[i].path))
            basis[few.count++] = all->list[i];
    }
    return lexicon_load(file->length % WHOLE == 0 ? all : &few, file, 1, error);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    struct proviso_error error = {0};
    struct proviso_source file = {"rules.yaml", (const char *)bytes, length};
    proviso_lexicon *lexicon = load(&file, &error);
    if (!lexicon) {
        if (!error.message[0] || strchr(error.message, '\n'))
            abort();
        return 0;
    }
    struct proviso_sink sink = {drop, NULL};
    for (size_t i = 0; i < proviso_lexicon_rule_count(lexicon); i++) {
        struct proviso_rule rule;
        proviso_lexicon_rule(lexicon, i, &rule);
        if (strcmp(rule.source_path, file.path) == 0) {
            proviso_report_rule(lexicon, i, &sink);
            for (size_t j = 0; j < rule.flag_count; j++)
                check(lexicon, proviso_rule_flag(lexicon, i, j));
            for (size_t j = 0; j < rule.pass_count; j++)
                check(lexicon, proviso_rule_pass(lexicon, i, j));
        }
    }
    check(lexicon, draft);
    proviso_lexicon_free(lexicon);
    return 0;
}
