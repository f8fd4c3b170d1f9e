/* The built-in records, as the lexicon compiler writes them beside the tables: the nodes of their
 * YAML, so that --lexicon can add to them without parsing it again. */
#ifndef LEXICON_BUILTIN_H
#define LEXICON_BUILTIN_H

#include "yaml.h"

/* Set before the tables, which a run reads, and not before the records, which it does not. The
 * linker says where they begin and end: __start_lexicon, __stop_lexicon. */
#ifdef __ELF__
#define BUILTIN_TABLE __attribute__((section("lexicon")))
#else
#define BUILTIN_TABLE
#endif

/* The nodes of one file in reading order, a key before its value, three numbers each: kind in the
 * lowest two bits and count of children above; line above the lowest twelve bits and column; place
 * of the text. */
struct builtin_file {
    const char *path;
    const uint32_t *nodes;
    uint32_t count; /* nodes */
};

/* Texts end in NUL. */
struct builtin_files {
    const struct builtin_file *list;
    uint32_t count;
    const char *texts;
};

const struct builtin_files *lexicon_builtin_files(void);

/* proviso_lexicon_load, with these files in place of all that are built in. lexicon.c */
proviso_lexicon *lexicon_load(const struct builtin_files *builtin,
                              const struct proviso_source *sources, size_t count,
                              struct proviso_error *error);

/* The nodes as yaml_read makes them from the file; NULL when memory ran out. tree.c */
const struct yaml_node *builtin_read(struct arena *arena, const struct builtin_files *files,
                                     const struct builtin_file *file);

#endif
