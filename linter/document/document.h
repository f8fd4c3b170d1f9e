/*
 * One draft: its bytes, which of them are law, its provisions, its sentences.
 *
 * document_read (document.c) calls the stages in order: decode -> mask -> lines -> structure ->
 * sentences. Every offset below is a byte of `text` (UTF-8); only a report turns it into a byte of
 * the file (text_file_offset) or a line and column (cursor).
 */
#ifndef DOCUMENT_DOCUMENT_H
#define DOCUMENT_DOCUMENT_H

#include "../base/arena.h"
#include "../base/buffer.h"
#include "../lexicon/lexicon.h"
#include "proviso.h"

#define DOCUMENT_NONE UINT32_MAX

/* What stands in `mask` in place of bytes that are not law. Line ends are kept as they are. */
#define MASK_BREAK ' ' /* separates words: a tag, a URL, an entity, a comment, a quote prefix */
#define MASK_SOFT                                                                                  \
    '\x02' /* emphasis marks and inline tags: separates words unless they make one together */
#define MASK_JOIN '\x01' /* a soft hyphen entity: belongs inside the word */

enum encoding { ENCODING_UTF8, ENCODING_WINDOWS_1252, ENCODING_UTF16LE, ENCODING_UTF16BE };

/* A checkpoint: the character at text offset `text` stands at file offset `file`. Between two, each
 * character is one byte of the file (Windows-1252), or two or four (UTF-16). */
struct text_run {
    uint32_t text, file;
};

/* Bytes from `offset` on that the mask hides: those of text.hidden_bytes from `kept` up to the next
 * run's. */
struct hidden_run {
    uint32_t offset, kept;
};

/* "§", by itself or as often as there are sections. */
#define SECTION_SIGN "\xC2\xA7"
enum { SECTION_SIGN_BYTES = 2 };

struct text {
    const char *bytes; /* UTF-8, or as near to it as the file was; while the draft is read, then
                          NULL: see text_original */
    char *mask;        /* same length, same line ends; law as in bytes, the rest blanked;
                          WORD_KEY_BYTES of 0 behind it. Heap memory, as is recoded */
    uint32_t length;
    const char *file; /* as read: equal to bytes when nothing had to be converted; then, once the
                         draft is read, NULL */
    char *recoded;    /* equal to bytes when something had, or NULL */
    uint32_t file_length;
    enum encoding encoding;
    uint32_t bom; /* bytes of byte order mark at the start of file. In UTF-8 the text has it too,
                     blanked in mask; in UTF-16 it has not */
    uint32_t bad_bytes;
    const struct text_run *runs; /* empty when text and file offsets are equal */
    uint32_t run_count;
    struct hidden_run *hidden; /* once the draft is read, with one more at the end; heap memory */
    uint32_t hidden_count;
    char *hidden_bytes;
    uint32_t hidden_length;
};

/* Keeps aside what the mask hides and lets go of bytes, and of the caller's file. False when memory
 * ran out. original.c, also for what follows */
bool text_release(struct text *text, struct arena *arena);
void text_free(struct text *text);
/* The text from `at` on as it is in the file (in UTF-8), in one piece up to *end. */
const char *text_original(const struct text *text, uint32_t at, uint32_t *end);
static inline char text_byte(const struct text *text, uint32_t at) {
    uint32_t end;
    return *text_original(text, at, &end);
}
/* The character at `at` and its length, as utf8_decode; it ends before `limit`. */
uint32_t text_character(const struct text *text, uint32_t at, uint32_t limit, uint32_t *character);
/* Whether these bytes stand at `at`. */
bool text_has(const struct text *text, uint32_t at, const char *bytes, uint32_t length);
/* Copies start..end. */
void text_copy(const struct text *text, uint32_t start, uint32_t end, char *into);
void text_add(struct buffer *out, const struct text *text, uint32_t start, uint32_t end);
/* All of it, or NULL when memory ran out. */
char *text_restore(const struct text *text, struct arena *arena);

/* The byte of the file at which the character at `offset` starts. */
uint32_t text_file_offset(const struct text *text, uint32_t offset);

/* A line of the text without its end: `offset..end`. A heading is Markdown's (#, setext). `plain`
 * marks lines wholly inside a fence, comment or front matter: no law, no structure. */
struct line {
    uint32_t offset, end;
    uint8_t heading;
    uint8_t plain;
    uint8_t blank;
    uint8_t quote;
};

enum {
    PROVISION_QUOTED = 1, /* stands in words that an amendment puts into another law */
    PROVISION_HAS_TAIL = 2,
    PROVISION_CONTENTS = 4, /* a table of contents: no law, nothing inside */
    PROVISION_TERM = 8,     /* an entry of a list of definitions, numbered by its term */
    PROVISION_BULLET = 16,  /* a point without a number, numbered by its place */
    PROVISION_BY_PART = 32, /* articles are counted anew in each part: cited with it */
    PROVISION_JOINED = 64   /* "and" stands between its points: all of them together */
};

/* Lines of the file that are left out of document->lines: notes of an earlier review. */
struct hidden_lines {
    uint32_t before; /* the first of document->lines behind them */
    uint32_t count;  /* of these and all hidden ones before */
};

/* What is inside provision i is i+1 .. end-1. Children follow each other without gap: text between
 * `body` and the first child is the chapeau, text after the last child (from `tail`) the tail. */
struct provision {
    uint32_t parent, end;
    uint32_t start, finish;              /* its text, label, heading and all inside */
    uint32_t label_start, label_end;     /* "Article 24", "(2)", empty if none */
    uint32_t heading_start, heading_end; /* empty if none */
    uint32_t body;                       /* where its own text begins */
    uint32_t tail;                       /* where its closing words begin; = finish if none */
    uint32_t label;   /* index into lexicon->labels, or DOCUMENT_NONE for (a), 2. */
    uint32_t number;  /* offset of the cited number in document->numbers, NUL-terminated */
    uint32_t ordinal; /* 0 or 1: unique; 2: "(second)" ... */
    uint8_t kind;     /* enum proviso_kind */
    uint8_t flags;
    uint32_t sentence_first, sentence_end; /* own sentences and those of all inside */
    uint64_t roles; /* bit set by lexicon role; own and inherited; by match/roles.c */
};

/* A sentence lies in one provision's chapeau or tail. Item sentences continue the chapeau. */
struct sentence {
    uint32_t start, end;
    uint32_t provision; /* the innermost one that holds it */
    uint32_t chapeau;   /* the sentence that it continues, or DOCUMENT_NONE */
    uint32_t tail;      /* the closing words that complete it, or DOCUMENT_NONE */
};

/* A term that the draft defines as something the lexicon has a word for: `"Examiner" means a judge
 * of the High Court`. Where its words stand, that word is read. */
enum { READING_LIMIT = 16 }; /* of a document */
struct reading {
    uint32_t start, length; /* the term, where it is defined */
    uint32_t words;         /* in the term */
    uint32_t word, plural;  /* that are read for it and for its plural */
    bool small;             /* a capital of the term may be a small letter elsewhere */
};

struct proviso_document {
    const struct proviso_lexicon *lexicon;
    struct arena *arena;
    const char *path;
    struct text text;
    struct line *lines; /* in order; the numbers of lines of the file: document_line_number */
    uint32_t line_count;
    struct hidden_lines *hidden;
    uint32_t hidden_count;
    struct provision *provisions;
    uint32_t provision_count;
    struct sentence *sentences;
    uint32_t sentence_count;
    const char *numbers;                   /* "24", "40 bis", "IV", "a" */
    enum proviso_profile profile;          /* detected or told; never DETECT after reading */
    const struct proviso_speller *speller; /* or NULL */
    bool why;                              /* as in proviso_options */
    struct reading *readings;              /* filled by match/meant.c */
    uint32_t reading_count;
    const char **remarks;
    uint32_t remark_count;
};

/* The stages, each filling its part of the document from the ones before. */
bool document_decode(struct proviso_document *document, const struct proviso_source *source,
                     struct proviso_error *error);                                  /* decode.c */
bool document_mask(struct proviso_document *document, struct proviso_error *error); /* markdown.c */
bool document_find_provisions(struct proviso_document *document,
                              struct proviso_error *error); /* structure.c */
bool document_find_sentences(struct proviso_document *document,
                             struct proviso_error *error); /* sentence.c */
/* The number in the file, from 1, of document->lines[line]. review.c */
uint32_t document_line_number(const struct proviso_document *document, uint32_t line);
/* Adds a line for proviso_document_remark. */
bool document_remark(struct proviso_document *document, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* A token: a word of the law. `word` as in lexicon.h. Bytes start..end include soft hyphens and
 * line breaks inside it. */
struct token {
    uint32_t start, end, word;
};

/* Puts the words that are read for defined terms in the place of these; a term of several words
 * becomes one token. Returns how many tokens are left. reading.c */
uint32_t readings_apply(const struct proviso_document *document, struct token *tokens,
                        uint32_t count);
/* Tokens of text[start..end), into *tokens (an array_grow array of *capacity). Returns the count,
 * or DOCUMENT_NONE when memory ran out. token.c */
uint32_t document_tokens(const struct proviso_document *document, uint32_t start, uint32_t end,
                         struct token **tokens, uint32_t *capacity);
/* The same without what is read for defined terms. */
uint32_t document_words(const struct proviso_document *document, uint32_t start, uint32_t end,
                        struct token **tokens, uint32_t *capacity);

/* The innermost provision that holds the byte. Binary search down the array. */
uint32_t document_provision_at(const struct proviso_document *document, uint32_t offset);
/* The article-level provision that `provision` is or stands in; the outermost one below the parts
 * if there is none. */
uint32_t document_article(const struct proviso_document *document, uint32_t provision);

/* Line and column of a text offset, for offsets in any order but fast for rising ones. cursor.c */
struct cursor {
    const struct text *text;
    uint32_t offset, line, character, byte, utf16;
};
struct cursor cursor_start(const struct text *text);
/* Moves to `offset`; line, character, byte and utf16 (columns) then count from 1. */
void cursor_move(struct cursor *cursor, uint32_t offset);

#endif
