/*
 * The law to check against. In: the folders of --lexicon, with files such as `rules.yaml`. Out: the
 * built-in lexicon with their records, or a message that names file, line and column:
 * proviso: rules.yaml:3:1: unknown key "severty"; did you mean severity?
 */
#include "draft.h"
#include "message.h"

#include <stdlib.h>

static bool read_sources(const struct draft_list *list, struct proviso_source *sources) {
    for (size_t i = 0; i < list->count; i++) {
        struct proviso_error error;
        char *bytes;
        if (!file_read(list->paths[i], &bytes, &sources[i].length, &error)) {
            message_error(list->paths[i], &error);
            return false;
        }
        sources[i].path = list->paths[i];
        sources[i].bytes = bytes;
    }
    return true;
}

static proviso_lexicon *load(const struct draft_list *list, struct proviso_source *sources) {
    struct proviso_error error = {.line = 0};
    proviso_lexicon *loaded = NULL;
    if (list->complete && read_sources(list, sources)) {
        loaded = proviso_lexicon_load(sources, list->count, &error);
        if (!loaded) {
            message_error("--lexicon", &error);
        }
    }
    return loaded;
}

const proviso_lexicon *lexicon_open(const char *const *folders, size_t count,
                                    proviso_lexicon **loaded) {
    *loaded = NULL;
    if (!count) {
        return proviso_lexicon_builtin();
    }
    struct draft_list list;
    drafts_gather(&list, folders, count, lexicon_extensions);
    struct proviso_source *sources = calloc(list.count + 1, sizeof *sources);
    if (sources) {
        *loaded = load(&list, sources);
        for (size_t i = 0; i < list.count; i++) {
            free((char *)(uintptr_t)sources[i].bytes);
        }
    }
    free(sources);
    drafts_free(&list);
    return *loaded;
}
