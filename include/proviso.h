/*
 * Proviso: a linter for human rights in legal text.
 *
 * The whole public interface and its manual. Bytes go in, findings come out: nothing declared here
 * opens a file, starts a thread, prints or reads the environment. There are no globals, so
 * different documents may be checked in different threads with one shared lexicon.
 *
 *     struct proviso_error error;
 *     const proviso_lexicon *lexicon = proviso_lexicon_builtin();
 *     proviso_document *document = proviso_document_read(lexicon, &source, &options, &error);
 *     proviso_findings *findings = proviso_check(document, &error);
 *     proviso_report *report = proviso_report_new(PROVISO_FORMAT_GNU, &report_options, &sink);
 *     proviso_report_document(report, document, findings);
 *     proviso_report_end(report);
 *
 * Conventions. Text is a pointer and a length and need not end in NUL, except where a parameter is
 * called a string. Offsets and lengths are bytes of the file as it was read, lines and columns
 * count from 1. A function that fails returns NULL or false and fills the caller's proviso_error,
 * which may be NULL. Objects made by `_new`, `_read`, `_load` or proviso_check belong to the caller
 * and go back through the `_free` of their type, which takes NULL. Strings handed out live as long
 * as the object they came from.
 *
 * Citations. A provision is cited as a lawyer would: "Article 24(2)(b)", "Section 5(1)(a)",
 * "Article 40 bis", "Chapter II, Section 1", "Preamble, paragraph 3", "Schedule 1, paragraph 2(a)",
 * "Section 2, definition of "data"(b)", "Section 5, quoted Section 116A(1)". The grammar is
 *
 *     citation = "Document" / steps *(", quoted " steps)  ; quoted: put into another law
 *     steps    = step *(", " step)
 *     step     = (unit / item) *("(" number ")" [again])
 *     unit     = name [" " number] [again]      ; Chapter IV, Article 40 bis, Preamble, Closing
 *              / [name " "] text [again]        ; by its heading: its number is lost, or it has
 * none item     = "paragraph " number [again]    ; of anything but an article: Annex, paragraph 2
 *              / "point " number [again]        ; of a list without numbers, counted from 1
 *              / "definition of " text [again]  ; an entry of a list of definitions
 *              / "(" number ")" [again]         ; behind "quoted": Section 7, quoted (1a)
 *     number   = as it stands in the draft      ; 24, 12A, IV, aa, 40 bis; words become digits
 *     text     = DQUOTE at most 80 bytes of the draft DQUOTE
 *     again    = " (second)" / " (third)" ...   ; what was cited alike before in the same document
 *
 * Names and words are those of the lexicon. Articles are cited without the parts they stand in,
 * unless every part counts them anew; schedules and parts of parts with all that they stand in.
 * Citations are unique within a document and stay the same between releases.
 */
#ifndef PROVISO_H
#define PROVISO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif
#ifdef __GNUC__
#pragma GCC visibility push(default) /* all else is hidden in the shared library */
#endif

#define PROVISO_VERSION "0.1.0"

typedef struct proviso_lexicon proviso_lexicon;   /* the law as data, read only once it is made */
typedef struct proviso_document proviso_document; /* one draft, read into provisions */
typedef struct proviso_findings proviso_findings; /* what is wrong with one document */
typedef struct proviso_report proviso_report;     /* one output in the making */

/* The version of the library, a string such as "0.1.0". */
const char *proviso_version(void);

/* What went wrong with a run (never with a draft: that is a finding). `message` is one line without
 * a full stop; `path` names the file it is about, or is empty; line and column are 0 if unknown. */
struct proviso_error {
    char message[480];
    char path[256];
    uint32_t line, column;
};

/* A file that the caller has read. `path` is a string used in messages only; bytes are borrowed. */
struct proviso_source {
    const char *path;
    const char *bytes;
    size_t length;
};

/* Where output goes. `write` returns false when no more can be written (a full disk). */
struct proviso_sink {
    bool (*write)(void *context, const char *bytes, size_t length);
    void *context;
};

/* ---- lexicons ------------------------------------------------------------------------------ */

/* The English lexicon compiled into the library. Never NULL, never freed. */
const proviso_lexicon *proviso_lexicon_builtin(void);

/* The built-in records with those of `sources` (YAML, lexicons/README.md) added to them; a record
 * with the id of a built-in one replaces it. The bytes may go once this returns. An error names
 * the file, line, column and key. */
proviso_lexicon *proviso_lexicon_load(const struct proviso_source *sources, size_t count,
                                      struct proviso_error *error);
void proviso_lexicon_free(proviso_lexicon *lexicon);

enum proviso_severity { PROVISO_NOTE, PROVISO_WARNING, PROVISO_ERROR };

/* A rule as `explain` prints it. Arrays are `NULL`-terminated arrays of strings. */
struct proviso_rule {
    const char *id, *category, *message, *why, *since;
    enum proviso_severity severity;
    size_t authority_count; /* see proviso_rule_authority */
    size_t flag_count, pass_count;
    size_t suggestion_count; /* what to write, see proviso_rule_suggestion */
    const char *source_path; /* the lexicon file that holds it */
    uint32_t source_line;
};

/* The legal source that a rule rests on. kind: treaty, judgment, treaty-body, soft-law, advocacy or
 * practice; force: binding or persuasive. */
struct proviso_authority {
    const char *id, *title, *kind, *force, *checked, *says;
};

size_t proviso_lexicon_rule_count(const proviso_lexicon *lexicon);
void proviso_lexicon_rule(const proviso_lexicon *lexicon, size_t index, struct proviso_rule *rule);
void proviso_rule_authority(const proviso_lexicon *lexicon, size_t rule, size_t index,
                            struct proviso_authority *authority);
/* Advice or wording, the particular before the general. In wording {concept|words} stands for the
 * words of the draft, or, where it has none, for those behind the bar. */
const char *proviso_rule_suggestion(const proviso_lexicon *lexicon, size_t rule, size_t index);
const char *proviso_rule_flag(const proviso_lexicon *lexicon, size_t rule, size_t index);
const char *proviso_rule_pass(const proviso_lexicon *lexicon, size_t rule, size_t index);

/* The rule with this id, or the first of this category, or SIZE_MAX. */
size_t proviso_lexicon_find(const proviso_lexicon *lexicon, const char *id);
/* The rule id or category nearest in spelling to `id`, or NULL if none is near. */
const char *proviso_lexicon_suggest(const proviso_lexicon *lexicon, const char *id);

/* Runs the examples of every rule: each `flags` line must be found by its rule, no `passes` line
 * may be. Returns the number that fail, and writes one line for each to `sink`. */
size_t proviso_lexicon_test(const proviso_lexicon *lexicon, const struct proviso_sink *sink,
                            size_t *examples_run);

/* ---- documents ----------------------------------------------------------------------------- */

enum proviso_profile { PROVISO_PROFILE_DETECT, PROVISO_PROFILE_TREATY, PROVISO_PROFILE_STATUTE };

/* Tells words from slips of the pen. `word` is of small letters a-z. Called in one thread at a time
 * for a document, and for several documents at once if they are checked so. */
struct proviso_speller {
    bool (*is_word)(void *context, const char *word);
    void *context;
};

struct proviso_options {
    enum proviso_profile profile;
    /* If not NULL, words that are none and nearly one of the lexicon ("propotionality") are found:
     * rule misspelt-term. It must outlive the findings. */
    const struct proviso_speller *speller;
    bool why; /* keep why rules are silent at words that they match: proviso_findings_silence */
};

/* Reads a draft in Markdown or plain text. `options` may be NULL. The bytes of `source`
 * may go once this returns. NULL if the file is binary, empty or over 64 MiB, or memory ran out. */
proviso_document *proviso_document_read(const proviso_lexicon *lexicon,
                                        const struct proviso_source *source,
                                        const struct proviso_options *options,
                                        struct proviso_error *error);
void proviso_document_free(proviso_document *document);

/* Things worth saying about how the document was read ("3 bytes are not UTF-8"), one line each.
 * The string for `index`, or NULL past the last. */
const char *proviso_document_remark(const proviso_document *document, size_t index);

enum proviso_kind {
    PROVISO_DOCUMENT,
    PROVISO_PREAMBLE,
    PROVISO_PART,
    PROVISO_ARTICLE,
    PROVISO_PARAGRAPH,
    PROVISO_POINT,
    PROVISO_SCHEDULE
};

/* "document", "preamble", "part", "article", "paragraph", "point", "schedule". */
const char *proviso_kind_name(enum proviso_kind kind);

/* One provision. `end` is one past the last provision inside it; the document is its own parent. */
struct proviso_provision {
    enum proviso_kind kind;
    size_t parent, end;
    uint32_t offset, end_offset; /* bytes of the file, heading and all inside */
    uint32_t line, end_line;
    bool quoted; /* text that an amending provision inserts into another law */
};

/* Provision 0 is the document itself; the rest follow in reading order. Reading them in order is
 * linear in the length of the document. */
size_t proviso_document_count(const proviso_document *document);
void proviso_document_provision(const proviso_document *document, size_t index,
                                struct proviso_provision *provision);
/* Writes the citation, heading or roles (after proviso_check: ids separated by ", ") of a provision
 * into a buffer of `size` bytes, NUL-terminated, cut at a character if it does not fit. Returns the
 * length that it needed. */
size_t proviso_document_citation(const proviso_document *document, size_t index, char *buffer,
                                 size_t size);
size_t proviso_document_heading(const proviso_document *document, size_t index, char *buffer,
                                size_t size);
size_t proviso_document_roles(const proviso_document *document, size_t index, char *buffer,
                              size_t size);

/* ---- checking ------------------------------------------------------------------------------ */

/* Every finding in the document, in reading order. The document must outlive the findings. */
proviso_findings *proviso_check(proviso_document *document, struct proviso_error *error);
/* The same, for a draft that leans on other instruments (a procedure code, a constitution): what it
 * leaves to them counts as theirs. `others` are findings of documents read with the same lexicon;
 * they must outlive the result. */
proviso_findings *proviso_check_with(proviso_document *document,
                                     const proviso_findings *const *others, size_t count,
                                     struct proviso_error *error);
void proviso_findings_free(proviso_findings *findings);

/* How many findings are of this severity. */
size_t proviso_findings_count(const proviso_findings *findings, enum proviso_severity severity);

/* Words that a rule matches and does not speak about, and why: "unless same-sentence:
 * technical-assistance", "only where roles: safeguard". `text` is the words in one line. The
 * strings live as long as the findings. */
struct proviso_silence {
    size_t rule, provision;
    uint32_t offset, end_offset; /* bytes of the file */
    const char *text, *reason;
};

/* In reading order, if the document was read with `why`. False past the last. */
bool proviso_findings_silence(const proviso_findings *findings, size_t index,
                              struct proviso_silence *silence);

/* ---- reports ------------------------------------------------------------------------------- */

enum proviso_format {
    PROVISO_FORMAT_TEXT,     /* excerpt and caret, for a terminal */
    PROVISO_FORMAT_GNU,      /* FILE:LINE:COLUMN: severity: message [rule] */
    PROVISO_FORMAT_JSON,     /* one object, `proviso` its version and `documents` */
    PROVISO_FORMAT_MARKDOWN, /* the findings as a document to read */
    PROVISO_FORMAT_ANNOTATE, /* the draft itself, with a note after each provision */
    PROVISO_FORMAT_MATRIX    /* powers against safeguards, as tables */
};

enum proviso_column { PROVISO_COLUMN_CHARACTER, PROVISO_COLUMN_BYTE, PROVISO_COLUMN_UTF16 };

struct proviso_report_options {
    bool colour;                /* TEXT only */
    enum proviso_column column; /* GNU and TEXT */
    bool plain;                 /* MATRIX: blocks of lines in place of Markdown tables */
};

/* Documents are added one after the other; each function returns false once the sink has refused
 * bytes or memory ran out, and proviso_report_end, which also frees the report, says so for all. */
proviso_report *proviso_report_new(enum proviso_format format,
                                   const struct proviso_report_options *options,
                                   const struct proviso_sink *sink);
bool proviso_report_document(proviso_report *report, const proviso_document *document,
                             const proviso_findings *findings);
bool proviso_report_end(proviso_report *report);

/* The page of one rule, as `proviso explain RULE` prints it. False when the sink refuses. */
bool proviso_report_rule(const proviso_lexicon *lexicon, size_t rule,
                         const struct proviso_sink *sink);

#ifdef __GNUC__
#pragma GCC visibility pop
#endif
#ifdef __cplusplus
}
#endif
#endif
