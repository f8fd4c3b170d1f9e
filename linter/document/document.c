/*
 * One draft read from end to end; the order below is the story. In: the bytes of a file, "2. Such
 * safeguards shall, as appropriate, include ...". Out: text, law, provisions and sentences.
 */
#include "document.h"

#include "../base/error.h"

#include <string.h>

/* Gives back what was taken in advance. */
static void fit(struct proviso_document *document) {
    uint32_t unused = 0;
    document->lines =
        array_fit(document->lines, &unused, document->line_count, sizeof *document->lines);
    document->provisions = array_fit(document->provisions, &unused, document->provision_count,
                                     sizeof *document->provisions);
    document->sentences = array_fit(document->sentences, &unused, document->sentence_count,
                                    sizeof *document->sentences);
}

static bool read_stages(struct proviso_document *document, const struct proviso_source *source,
                        struct proviso_error *error) {
    return document_decode(document, source, error) && document_mask(document, error) &&
           document_find_provisions(document, error) && document_find_sentences(document, error) &&
           (text_release(&document->text, document->arena) || error_memory(error));
}

proviso_document *proviso_document_read(const proviso_lexicon *lexicon,
                                        const struct proviso_source *source,
                                        const struct proviso_options *options,
                                        struct proviso_error *error) {
    struct arena *arena = arena_new();
    struct proviso_document *document = arena ? ARENA_NEW(arena, struct proviso_document) : NULL;
    char *path = document ? arena_copy(arena, source->path, strlen(source->path)) : NULL;
    if (!path) {
        arena_free(arena);
        error_memory(error);
        return NULL;
    }
    document->lexicon = lexicon;
    document->arena = arena;
    document->path = path;
    document->profile = options ? options->profile : PROVISO_PROFILE_DETECT;
    document->speller = options ? options->speller : NULL;
    document->why = options && options->why;
    if (!read_stages(document, source, error)) {
        proviso_document_free(document);
        return NULL;
    }
    fit(document);
    return document;
}

void proviso_document_free(proviso_document *document) {
    if (document) {
        text_free(&document->text);
        array_free(document->lines);
        array_free(document->provisions);
        array_free(document->hidden);
        array_free(document->sentences);
        arena_free(document->arena);
    }
}
