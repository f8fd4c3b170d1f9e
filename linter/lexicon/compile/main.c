/*
 * The lexicon compiler, a tool of the build, run on the machine that builds. In: the files of
 * lexicons/. Out: a C file of tables; or all mistakes, one a line, and status 1.
 *
 *     lexicon-compiler builtin.c lexicons/authorities.yaml lexicons/en/language.yaml ...
 *     lexicon-compiler --schema lexicons/schema.json
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../assembly.h"
#include "../builtin.h"
#include "../schema.h"
#include "emit.h"

/* The compiler has no built-in lexicon: it makes it. */
const struct builtin_files *lexicon_builtin_files(void) {
    return NULL;
}

static bool read_file(struct arena *arena, const char *path, struct proviso_source *source) {
    FILE *file = fopen(path, "rb");
    if (!file) {
        return false;
    }
    bool good = fseek(file, 0, SEEK_END) == 0;
    long length = good ? ftell(file) : -1;
    char *bytes = length >= 0 ? arena_alloc(arena, (size_t)length + 1, 1) : NULL;
    good = bytes && fseek(file, 0, SEEK_SET) == 0 &&
           fread(bytes, 1, (size_t)length, file) == (size_t)length;
    fclose(file);
    *source = (struct proviso_source){path, bytes, good ? (size_t)length : 0};
    return good;
}

static int refuse(const char *path) {
    fprintf(stderr, "lexicon-compiler: %s: ", path);
    perror("");
    return EXIT_FAILURE;
}

static void tell(const struct mistakes *mistakes) {
    for (uint32_t i = 0; i < mistakes->count && i < MISTAKE_LIMIT; i++) {
        const struct mistake *mistake = &mistakes->list[i];
        fprintf(stderr, "%s:%u:%u: %s\n", mistake->path, mistake->line, mistake->column,
                mistake->message);
    }
    if (mistakes->memory) {
        fprintf(stderr, "lexicon-compiler: out of memory\n");
    }
}

static void say_size(const struct proviso_lexicon *lexicon, uint32_t forms) {
    printf("%u concepts, %u rules, %u forms, %u words, %u nodes, %u edges, %u phrases\n",
           lexicon->concept_count, lexicon->rule_count, forms, lexicon->word_count,
           lexicon->node_count, lexicon->edge_count, lexicon->phrase_count);
}

static uint32_t count_forms(const struct proviso_lexicon *lexicon) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < lexicon->form_slots; i++) {
        count += lexicon->forms[i].length > 0;
    }
    return count;
}

static int compile(struct arena *arena, const char *out, char **paths, size_t count) {
    struct mistakes mistakes = {.arena = arena};
    struct proviso_source *sources = arena_alloc(arena, count + 1, sizeof *sources);
    for (size_t i = 0; sources && i < count; i++) {
        if (!read_file(arena, paths[i], &sources[i])) {
            return refuse(paths[i]);
        }
    }
    const struct proviso_lexicon *lexicon =
        sources ? lexicon_build(NULL, sources, count, arena, &mistakes) : NULL;
    if (!lexicon) {
        tell(&mistakes);
        return EXIT_FAILURE;
    }
    FILE *file = fopen(out, "w");
    if (!file) {
        return refuse(out);
    }
    bool written = emit_lexicon(file, lexicon, sources, count);
    say_size(lexicon, count_forms(lexicon));
    return ferror(file) | fclose(file) || !written ? refuse(out) : EXIT_SUCCESS;
}

int main(int count, char **arguments) {
    if (count == 3 && strcmp(arguments[1], "--schema") == 0) {
        FILE *file = fopen(arguments[2], "w");
        if (!file) {
            return refuse(arguments[2]);
        }
        struct buffer schema = {0};
        lexicon_schema(&schema);
        fputs(buffer_string(&schema), file);
        buffer_free(&schema);
        return ferror(file) | fclose(file) ? refuse(arguments[2]) : EXIT_SUCCESS;
    }
    if (count < 3) {
        fprintf(stderr, "usage: lexicon-compiler OUT.c FILE.yaml...\n"
                        "       lexicon-compiler --schema OUT.json\n");
        return EXIT_FAILURE;
    }
    struct arena *arena = arena_new();
    int status =
        arena ? compile(arena, arguments[1], arguments + 2, (size_t)count - 2) : EXIT_FAILURE;
    arena_free(arena);
    return status;
}
