/* The command line: one table of commands and options, from which parsing, help, the manual page
 * and completions come; and what a command line said. */
#ifndef VERB_OPTIONS_H
#define VERB_OPTIONS_H

#include "proviso.h"

/* What a run ends with. */
enum { STATUS_CLEAN = 0, STATUS_FINDINGS = 1, STATUS_FAILED = 2 };

/* Commands, as bits for the table of options. */
enum { CHECK = 1, ANNOTATE = 2, TREE = 4, EXPLAIN = 8, HELP = 16, MATRIX = 32, EVERY = 63 };

enum option_id {
    OPTION_FORMAT,
    OPTION_OUTPUT,
    OPTION_OUTPUT_PATH,
    OPTION_FAIL_ON,
    OPTION_COLUMN_UNIT,
    OPTION_COLOR,
    OPTION_PROFILE,
    OPTION_LANGUAGE,
    OPTION_SPELLING,
    OPTION_LEXICON,
    OPTION_WITH,
    OPTION_JOBS,
    OPTION_ROLES,
    OPTION_WHY,
    OPTION_TEST,
    OPTION_MAN,
    OPTION_COMPLETION,
    OPTION_HELP,
    OPTION_VERSION
};

struct options;

struct command {
    const char *name;
    unsigned bit;
    const char *operands; /* as shown: "[FILE or FOLDER...]" */
    const char *summary;  /* one line */
    const char *text;     /* one paragraph, for its help and the manual */
    int (*run)(const struct options *options);
};

struct option {
    enum option_id id;
    const char *name;           /* without the dashes */
    char letter;                /* 0 if it has none */
    const char *value;          /* as shown: "FORMAT"; NULL if it takes none */
    const char *const *choices; /* the values in the order of their numbers, then NULL; or NULL */
    unsigned commands;          /* bits; 0: without a command */
    bool hidden;                /* in no help and no manual */
    const char *text;
};

extern const struct command commands[];
extern const size_t command_count;
extern const struct option option_table[];
extern const size_t option_count;

/* What the manual says once, below the commands. */
extern const char *const program_summary, *const program_text, *const exit_status_text;

enum { FAIL_ON_NEVER = 3, OUTPUTS_MOST = 8 };
enum color { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };

/* One report to write; standard output if `path` is NULL. */
struct output_choice {
    enum proviso_format format;
    const char *path;
};

struct options {
    const struct command *command;
    const char *const *operands;
    size_t operand_count;
    const char **lexicons;
    size_t lexicon_count;
    const char **with;
    size_t with_count;
    struct output_choice outputs[OUTPUTS_MOST];
    size_t output_count;
    bool format_given;
    enum proviso_format format;
    unsigned fail_on; /* an enum proviso_severity, or FAIL_ON_NEVER */
    enum proviso_column column;
    enum proviso_profile profile;
    enum color color;
    unsigned jobs;
    bool spelling, roles, why, test, man;
    const char *shell;
    const char *output_path;
};

/* Reads a command line. Returns whether there is something to run; otherwise `*status` is what to
 * end with, after help, a version or a message has been printed. options_free afterwards in any
 * case. */
bool options_parse(struct options *options, int count, char **words, int *status);
void options_free(struct options *options);

/* The command or option of this name (without dashes) for a command, or NULL. */
const struct command *command_find(const char *name);
const struct option *option_find(const char *name, size_t length, unsigned command);
/* Of names that are offered one by one, the one nearest in spelling to `word`. */
struct likeness {
    const char *word, *name; /* name: NULL while none is near */
    unsigned distance;
};
void likeness_offer(struct likeness *likeness, const char *name);

/* What `proviso --help`, `proviso help COMMAND`, `proviso help --man` and
 * `proviso help --completion SHELL` print, to standard output. */
void help_program(void);
void help_version(void);
void help_command(const struct command *command);
void help_manual(void);
void help_completion(const char *shell);

int verb_check(const struct options *options);
int verb_annotate(const struct options *options);
int verb_tree(const struct options *options);
int verb_matrix(const struct options *options);
int verb_explain(const struct options *options);
int verb_help(const struct options *options);

#endif
