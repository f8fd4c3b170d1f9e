/* Drafts: found in folders, read, checked one by one or several at a time. */
#ifndef VERB_DRAFT_H
#define VERB_DRAFT_H

#include "options.h"

/* Names of files, each NUL-terminated, in the order in which they are read. */
struct draft_list {
    char **paths;
    size_t count, capacity;
    bool complete; /* false: something could not be found, after a message */
};

/* The files of the operands: files as they are, folders as the files in them whose names end in one
 * of the extensions (a NULL-terminated array), sorted; standard input ("-") where there is no
 * operand. Something that is not there is said and left out. */
void drafts_gather(struct draft_list *list, const char *const *operands, size_t count,
                   const char *const *extensions);
void drafts_free(struct draft_list *list);
extern const char *const draft_extensions[];
extern const char *const lexicon_extensions[];

/* The bytes of a file or, for "-", of standard input. At most one byte more than the library takes.
 * False with the error filled in. */
bool file_read(const char *path, char **bytes, size_t *length, struct proviso_error *error);

/* A draft that was read and, if that was asked for, checked. */
struct draft {
    const char *path;           /* as shown: "<stdin>" for standard input */
    proviso_document *document; /* NULL: `error` says why */
    proviso_findings *findings;
    struct proviso_error error;
};

/* Looks at one draft; false ends the run. */
typedef bool draft_visit(void *context, const struct draft *draft);

struct draft_run {
    const struct options *options;
    const proviso_lexicon *lexicon;
    bool check;
    draft_visit *visit;
    void *context;
    const struct proviso_speller *speller; /* set by drafts_run for --spelling */
    const proviso_findings **others;       /* of the instruments read along; set by drafts_run */
    size_t other_count;
    size_t findings; /* at the level of --fail-on, in all drafts */
};

/* A dictionary that several threads ask. */
struct spelling;
/* NULL after a message. */
struct spelling *spelling_open(void);
void spelling_close(struct spelling *spelling);
const struct proviso_speller *spelling_speller(const struct spelling *spelling);

/* Reads and checks the drafts, options->jobs at a time, and visits them in their order; messages
 * and remarks go to standard error. False if one could not be read or a visit said no. */
bool drafts_run(struct draft_run *run, const struct draft_list *list);

/* What a run ends with: all went well, and this many findings count. */
int run_status(bool complete, size_t findings);

/* The built-in lexicon with what the folders add, or NULL after a message. What was loaded, if
 * anything, is the caller's to free. */
const proviso_lexicon *lexicon_open(const char *const *folders, size_t count,
                                    proviso_lexicon **loaded);

#endif
