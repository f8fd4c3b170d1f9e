/*
 * The one table of commands and options. In: nothing. Out: what can be written on the command line,
 * such as `proviso check --fail-on error draft.md`; parsing, help, the manual page and completions
 * are made from it.
 */
#include "options.h"

const char *const program_summary = "a linter for human rights in legal text";

const char *const program_text =
    "Proviso reads a draft treaty, bill or amendment in Markdown or plain text and finds words "
    "that "
    "are too wide, powers that lack safeguards, and safeguards that are none: where, why, on whose "
    "authority, and what to write instead. It works offline and needs no configuration.";

const char *const exit_status_text =
    "0 if there is no finding at the level of --fail-on, 1 if there are findings, 2 if something "
    "could not be read or written. annotate, matrix and tree do not fail on findings unless "
    "--fail-on is "
    "given.";

const struct command commands[] = {
    {"check", CHECK, "[FILE or FOLDER...]", "list the findings in drafts",
     "Checks drafts and lists the findings, in reading order. A folder means the .md, .markdown "
     "and "
     ".txt files in it and in its folders. Without a file, or with -, the draft is read from "
     "standard input.",
     verb_check},
    {"annotate", ANNOTATE, "[FILE or FOLDER...]", "print a draft with a note after each provision",
     "Prints the draft itself, untouched to the byte, with a summary on top and a numbered note "
     "after "
     "each provision that has findings. Several drafts need --output FOLDER, where each is written "
     "under its own name. A draft with such notes in it can be checked again: they are not read.",
     verb_annotate},
    {"matrix", MATRIX, "[FILE or FOLDER...]", "print powers against safeguards",
     "Prints tables of a draft: its powers down and the safeguards across, each with its state and "
     "the provision that it rests on; and for each chapter the offences it applies to, the powers "
     "it "
     "gives and what governs them. In Markdown, or on a terminal in blocks of lines.",
     verb_matrix},
    {"tree", TREE, "[FILE or FOLDER...]", "print the provisions of a draft",
     "Prints the provisions of drafts as they were understood, one a line: citation, kind, lines "
     "and "
     "heading.",
     verb_tree},
    {"explain", EXPLAIN, "[RULE...]", "print the page of a rule, or the list of rules",
     "Prints why a rule exists, on whose authority, what to write instead, and examples. A "
     "category "
     "means all its rules; without a rule, all rules are listed, one a line. With --test, runs the "
     "examples of all rules; operands are then folders of lexicon files.",
     verb_explain},
    {"help", HELP, "[COMMAND]", "print help", "Prints help on the program or on a command.",
     verb_help},
};
const size_t command_count = sizeof commands / sizeof commands[0];

static const char *const formats[] = {"text", "gnu", "json", "markdown", NULL};
static const char *const levels[] = {"note", "warning", "error", "never", NULL};
static const char *const units[] = {"character", "byte", "utf16", NULL};
static const char *const colors[] = {"auto", "always", "never", NULL};
static const char *const profiles[] = {"detect", "treaty", "statute", NULL};
static const char *const tongues[] = {"en", NULL};
static const char *const shells[] = {"bash", "zsh", "fish", NULL};

const struct option option_table[] = {
    {OPTION_FORMAT, "format", 'f', "FORMAT", formats, CHECK, false,
     "what to print: text (with excerpts; the default on a terminal), gnu (one finding a line; the "
     "default elsewhere), json, or markdown (the findings as a document)"},
    {OPTION_OUTPUT, "output", 'o', "FORMAT[=FILE]", formats, CHECK, false,
     "write a report in this format to the file, or to standard output; may be repeated"},
    {OPTION_OUTPUT_PATH, "output", 'o', "PATH", NULL, ANNOTATE, false,
     "write to this file, or into this folder, instead of standard output"},
    {OPTION_FAIL_ON, "fail-on", 0, "LEVEL", levels, CHECK | ANNOTATE | MATRIX | TREE, false,
     "end with status 1 if there are findings of this severity or graver: error, warning, note or "
     "never (default: warning for check, never for the others)"},
    {OPTION_COLUMN_UNIT, "column-unit", 0, "UNIT", units, CHECK, false,
     "count columns in characters (the default), bytes or UTF-16 units"},
    {OPTION_COLOR, "color", 0, "WHEN", colors, CHECK, false,
     "colour the text format: auto (on a terminal, unless NO_COLOR is set), always or never"},
    {OPTION_PROFILE, "profile", 0, "PROFILE", profiles, CHECK | ANNOTATE | MATRIX | TREE, false,
     "read drafts as a treaty or as a statute; by default this is told from the text"},
    {OPTION_LANGUAGE, "language", 0, "LANGUAGE", tongues, CHECK | ANNOTATE | MATRIX | TREE, false,
     "the language of the drafts: en, English, is built in"},
    {OPTION_SPELLING, "spelling", 0, NULL, NULL, CHECK | ANNOTATE, false,
     "find misspelt words too that hide a term or a safeguard, as scans have them; needs hunspell "
     "and an English dictionary"},
    {OPTION_LEXICON, "lexicon", 0, "FOLDER", NULL, CHECK | ANNOTATE | MATRIX | TREE | EXPLAIN,
     false, "add the lexicon files (*.yaml) in this folder to the built-in ones; may be repeated"},
    {OPTION_WITH, "with", 0, "FILE", NULL, CHECK | ANNOTATE | MATRIX, false,
     "read this instrument along, such as a procedure code that the draft leans on: what the draft "
     "leaves to it counts; may be repeated"},
    {OPTION_JOBS, "jobs", 'j', "NUMBER", NULL, CHECK, false,
     "check this many drafts at a time (default 1)"},
    {OPTION_ROLES, "roles", 0, NULL, NULL, TREE, false, "show what each provision does"},
    {OPTION_WHY, "why", 0, NULL, NULL, TREE, false,
     "show words that a rule matches and says nothing of, and the condition that keeps it silent"},
    {OPTION_TEST, "test", 0, NULL, NULL, EXPLAIN, false, "run the examples of the rules"},
    {OPTION_MAN, "man", 0, NULL, NULL, HELP, true, "print the manual page"},
    {OPTION_COMPLETION, "completion", 0, "SHELL", shells, HELP, false,
     "print completions for bash, zsh or fish"},
    {OPTION_HELP, "help", 'h', NULL, NULL, EVERY, false, "print help"},
    {OPTION_VERSION, "version", 'V', NULL, NULL, EVERY, false, "print the version"},
};
const size_t option_count = sizeof option_table / sizeof option_table[0];
