/*
 * Grading a lexicon: expected findings, what the program says of the same drafts, and the tally.
 */
#ifndef SCORE_H
#define SCORE_H

#include <jansson.h>
#include <proviso.h>
#include <stdio.h>

/* What a row expects at its citation. */
enum expectation {
    EXPECT_FOUND,  /* + : at least one finding of the category */
    EXPECT_SILENT, /* - : none; -N: at most N */
    EXPECT_STATE,  /* present, weak ... : the cell of the power and the safeguard has this state */
    EXPECT_ROLE    /* role: the provision has the roles named in place of a category */
};

/* One row of a table. Strings point into the bytes of the table. */
struct row {
    char *document, *citation, *category, *sign;
    const char *table;
    unsigned line, allowed;
    enum expectation expectation;
    enum proviso_severity least; /* findings below this are not looked at */
};

struct table {
    char *bytes;
    struct row *rows;
    size_t count;
};

/* One draft, checked: its provisions and the JSON report on it. */
struct draft {
    char *name, *bytes;
    proviso_document *document;
    proviso_findings *findings;
    json_t *report, *checked; /* the whole, and its one document */
};

/* Reads a file, NUL-terminated, or returns NULL. */
char *score_file_read(const char *path, size_t *length);

/* Reads a table. False, with a message on standard error, if a row is not one. */
bool table_read(struct table *table, const char *path);
void table_free(struct table *table);

/* Checks the draft `name` in the first of the folders that holds it. False with a message. */
bool draft_read(struct draft *draft, const char *name, char *const *folders, size_t folder_count);
void draft_free(struct draft *draft);
/* The provision cited, 0 for "*", or SIZE_MAX. */
size_t draft_provision(const struct draft *draft, const char *citation);
/* Does this list of alternatives ("a|b", "*") hold `word`? */
bool score_choice_holds(const char *choices, const char *word);
/* How many findings the row speaks of; the first of them goes to `first`. */
size_t draft_count(const struct draft *draft, const struct row *row, size_t provision,
                   const json_t **first);
/* The state of the row's safeguard at its power; `wrong` is filled if it is another. */
bool draft_state_holds(const struct draft *draft, const struct row *row, size_t provision,
                       const char **wrong);
/* Whether the provision does what the row says, and nothing else; says so if not. role.c */
bool draft_roles_hold(const struct draft *draft, const struct row *row, size_t provision);

#endif
