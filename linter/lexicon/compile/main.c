/*
 * The lexicon compiler, a tool of the build, run on the machine that builds. In: the files of
 * lexicons/. Out: a C file of tables; or all mistakes, one a line, and status 1.
 *
 *     lexicon-compiler builtin.c lexicons/authorities.yaml lexicons/en/language.yaml ...
 *     lexicon-compiler --schema lexicons/schema.json
 *     lexicon-compiler --words /usr/share/hunspell lexicons/en/language.yaml ...
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "emit.h"
#include "lexicon/assembly.h"
#include "lexicon/builtin.h"
#include "lexicon/schema.h"
#include "words.h"

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

static void say_size(const struct proviso_lexicon *lexicon) {
    printf("%u concepts, %u rules, %u forms, %u words\n", lexicon->concept_count,
           lexicon->rule_count, lexicon->form_count, lexicon->word_count);
    static const char *const uses[MATCHER_COUNT] = {"looked for", "asked for", "read as a word"};
    for (uint32_t use = 0; use < MATCHER_COUNT; use++) {
        const struct matcher *matcher = &lexicon->matchers[use];
        printf("%s: %u nodes, %u steps, %u phrases with gaps\n", uses[use], matcher->node_count,
               matcher->step_count, matcher->gap_phrase_count);
    }
}

static struct proviso_source *read_files(struct arena *arena, char **paths, size_t count) {
    struct proviso_source *sources = arena_alloc(arena, count + 1, sizeof *sources);
    for (size_t i = 0; sources && i < count; i++) {
        if (!read_file(arena, paths[i], &sources[i])) {
            refuse(paths[i]);
            return NULL;
        }
    }
    return sources;
}

static int write_schema(const char *out) {
    FILE *file = fopen(out, "w");
    struct buffer schema = {0};
    if (!file) {
        return refuse(out);
    }
    lexicon_schema(&schema);
    fputs(buffer_string(&schema), file);
    buffer_free(&schema);
    return ferror(file) | fclose(file) ? refuse(out) : EXIT_SUCCESS;
}

static int check_words(struct arena *arena, const char *folder, char **paths, size_t count) {
    struct mistakes mistakes = {.arena = arena};
    struct records records;
    struct proviso_error error;
    struct dictionary *dictionary = dictionary_open(folder, &error);
    const struct proviso_source *sources = read_files(arena, paths, count);
    if (!dictionary) {
        fprintf(stderr, "lexicon-compiler: %s\n", error.message);
    }
    if (!dictionary || !sources) {
        dictionary_close(dictionary);
        return EXIT_FAILURE;
    }
    records_start(&records, arena, &mistakes);
    for (size_t i = 0; i < count; i++) {
        records_read(&records, &sources[i], 0);
    }
    uint32_t looked_up = words_check(dictionary, &records);
    dictionary_close(dictionary);
    tell(&mistakes);
    printf("%u words, %u unknown\n", looked_up, mistakes.count);
    return mistakes.count || mistakes.memory ? EXIT_FAILURE : EXIT_SUCCESS;
}

static int compile(struct arena *arena, const char *out, char **paths, size_t count) {
    struct mistakes mistakes = {.arena = arena};
    const struct proviso_source *sources = read_files(arena, paths, count);
    if (!sources) {
        return EXIT_FAILURE;
    }
    const struct proviso_lexicon *lexicon = lexicon_build(NULL, sources, count, arena, &mistakes);
    if (!lexicon) {
        tell(&mistakes);
        return EXIT_FAILURE;
    }
    FILE *file = fopen(out, "w");
    if (!file) {
        return refuse(out);
    }
    bool written = emit_lexicon(file, lexicon, sources, count);
    say_size(lexicon);
    return ferror(file) | fclose(file) || !written ? refuse(out) : EXIT_SUCCESS;
}

int main(int count, char **arguments) {
    if (count == 3 && strcmp(arguments[1], "--schema") == 0) {
        return write_schema(arguments[2]);
    }
    bool words = count > 3 && strcmp(arguments[1], "--words") == 0;
    if (count < 3 || (arguments[1][0] == '-' && !words)) {
        fprintf(stderr, "usage: lexicon-compiler OUT.c FILE.yaml...\n"
                        "       lexicon-compiler --schema OUT.json\n"
                        "       lexicon-compiler --words DICTIONARIES FILE.yaml...\n");
        return EXIT_FAILURE;
    }
    struct arena *arena = arena_new();
    int status = EXIT_FAILURE;
    if (arena && words) {
        status = check_words(arena, arguments[2], arguments + 3, (size_t)count - 3);
    } else if (arena) {
        status = compile(arena, arguments[1], arguments + 2, (size_t)count - 2);
    }
    arena_free(arena);
    return status;
}
