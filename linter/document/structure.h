/*
 * Between the files that find provisions; structure.c calls them in order:
 * label.c, number.c, structure_view.c read one label; structure_mark.c, structure_inline.c collect
 * everything that looks like a label; structure_taken.c blanks words that go out of another law;
 * structure_quote.c, structure_contents.c mark off quoted amendments and tables of contents;
 * structure_arrange.c decides which labels are provisions and where they stand; structure_heading.c
 * reads headings; structure_tail.c closing words.
 */
#ifndef DOCUMENT_STRUCTURE_H
#define DOCUMENT_STRUCTURE_H

#include "document.h"

/* ---- a stretch of text, made easy to read: structure_view.c -------------------------------- */

/* What is not ASCII, in a view. Letters are VIEW_UPPER or VIEW_LOWER, whichever they are. */
enum {
    VIEW_END = 0,
    VIEW_OPEN = 1,    /* an opening quotation mark of any kind */
    VIEW_CLOSE = 2,   /* a closing one, apostrophes too */
    VIEW_DASH = 3,    /* en dash, em dash, bar; two hyphens */
    VIEW_SECTION = 4, /* § */
    VIEW_DEGREE = 5,  /* ° º */
    VIEW_BULLET = 6,
    VIEW_OTHER = 7,
    VIEW_UPPER = 'X',
    VIEW_LOWER = 'x'
};
#define VIEW_LENGTH 160

/* One code a character, white space as one blank, emphasis left out; at[count] is the end. */
struct view {
    unsigned char code[VIEW_LENGTH + 1];
    uint32_t at[VIEW_LENGTH + 1];
    uint32_t count;
};

void view_read(const struct proviso_document *document, uint32_t start, uint32_t end,
               struct view *view);
static inline bool view_is_digit(unsigned char code) {
    return code >= '0' && code <= '9';
}
static inline bool view_is_upper(unsigned char code) {
    return code >= 'A' && code <= 'Z';
}
static inline bool view_is_lower(unsigned char code) {
    return code >= 'a' && code <= 'z';
}
static inline bool view_is_word(unsigned char code) {
    return view_is_digit(code) || view_is_upper(code) || view_is_lower(code);
}
static inline bool view_is_opening(unsigned char code) {
    return code == VIEW_OPEN || code == '"' || code == '\'';
}
static inline uint32_t view_skip_space(const struct view *view, uint32_t index) {
    return view->code[index] == ' ' ? index + 1 : index;
}
/* The index at or after `from` of the byte at `offset`, or view->count. */
static inline uint32_t view_index(const struct view *view, uint32_t from, uint32_t offset) {
    while (from < view->count && view->at[from] < offset) {
        from++;
    }
    return from;
}
/* The offset before which there is only white space and emphasis, back from `offset` to `limit`. */
uint32_t text_back(const struct proviso_document *document, uint32_t offset, uint32_t limit);
/* The first offset from `offset` on that is neither white space nor emphasis. */
uint32_t text_skip(const struct proviso_document *document, uint32_t offset, uint32_t limit);
/* The code of the character that ends at `offset` (VIEW_END at the limit). */
unsigned char text_code_before(const struct proviso_document *document, uint32_t offset,
                               uint32_t limit);

/* Two blanks, or one that is wider, stand at `offset`. */
static inline bool text_is_spaced(const struct proviso_document *document, uint32_t offset,
                                  uint32_t end) {
    const unsigned char *mask = (const unsigned char *)document->text.mask + offset;
    return end - offset > 2 && (mask[0] == '\t' || (mask[0] == ' ' && mask[1] <= ' ') ||
                                (mask[0] == 0xC2 && mask[1] == 0xA0));
}

/* Where a title in brackets, "(Purpose)", ends that begins at `offset`, or 0. */
uint32_t text_bracketed(const struct proviso_document *document, uint32_t offset, uint32_t end);

static inline bool line_is_law(const struct line *line) {
    return !line->blank && line->plain != 1;
}
/* The next line with law on it, or the number of lines. */
uint32_t line_next_law(const struct proviso_document *document, uint32_t line);
/* The line before this one that is law, or DOCUMENT_NONE. */
uint32_t line_last_law(const struct proviso_document *document, uint32_t line);
bool line_begins_small(const struct proviso_document *document, const struct line *line);
/* The whole line is bold: a side heading. */
bool line_is_bold(const struct proviso_document *document, const struct line *line);

/* ---- numbers: number.c --------------------------------------------------------------------- */

enum {
    CLASS_DIGIT = 1,
    CLASS_LOWER = 2,
    CLASS_UPPER = 4,
    CLASS_ROMAN_LOWER = 8,
    CLASS_ROMAN_UPPER = 16,
    CLASS_BULLET = 32,
    CLASS_TERM = 64 /* a definition: numbered by the term it defines */
};
enum { MINOR_LIMIT = 3 };
struct number {
    uint32_t digits, letters, roman; /* its value in each class that it may belong to */
    uint32_t suffix;                 /* 0, or what orders 12A after 12 and 12 bis before 12 ter */
    uint32_t minor[MINOR_LIMIT];     /* the 3 and 5 of 12.3.5, or 0 */
    uint32_t classes;
    bool spelt; /* One, First */
};

/* Reads a number at view[index]: 12, 12A, 40 bis, IV, b, aa, One, 272.1, L851-3. Returns the index
 * after it, or 0 if there is none. */
uint32_t number_read(const struct proviso_lexicon *lexicon, const struct view *view, uint32_t index,
                     struct number *number);
/* The same, with words for numbers. */
uint32_t number_read_spelt(const struct proviso_lexicon *lexicon, const struct view *view,
                           uint32_t index, struct number *number);
/* Reads a suffix that is a word of its own behind a number, "40 bis"; returns the index after it,
 * or `index`. */
uint32_t number_read_suffix(const struct proviso_lexicon *lexicon, const struct view *view,
                            uint32_t index, struct number *number);
/* Its value as a member of one class, 0 if it is none. */
uint32_t number_value(const struct number *number, uint32_t class_bit);

/* Its suffix as a member of one class: "ea" is e with a suffix, "iv" is 4. */
uint32_t number_suffix(const struct number *number, uint32_t class_bit);

/* ---- label words: label.c ------------------------------------------------------------------ */

enum { LETTERS = 27 }; /* a to z, and what is none of them */
/* A label, with what tells most places where it does not stand. */
struct label_row {
    uint64_t start, known; /* its first eight bytes, made small, and the bits of those in front of a
                              blank or of what is no ASCII */
    uint32_t label;
    uint16_t length;
    uint8_t kind;
};
struct label_index {
    const struct proviso_lexicon *lexicon;
    struct label_row *rows;                /* by the first two letters, then in order */
    uint32_t first[LETTERS * LETTERS + 1]; /* where those of two letters begin in rows */
    uint32_t kinds[LETTERS][LETTERS]; /* of those labels, a bit each; [][LETTERS - 1] counts in all
                                         of its row */
    uint32_t name_of_sections, name_of_parts; /* of provisions numbered without a label */
    uint32_t paragraph, point, quoted, definition, contents, closing, preamble; /* first of kind */
};

bool label_index_make(struct label_index *index, const struct proviso_lexicon *lexicon,
                      struct arena *arena);
/* 0 for a or A; LETTERS - 1 for what is no letter of ASCII. */
static inline uint32_t label_letter(unsigned char byte) {
    uint32_t letter = (byte | 0x20u) - 'a';
    return letter < LETTERS - 1 ? letter : LETTERS - 1;
}
/* The second letter of a label may stand behind this byte, or be it. */
static inline bool label_is_hidden(unsigned char byte) {
    return byte >= 0x80 || byte == (unsigned char)MASK_SOFT || byte == (unsigned char)MASK_JOIN;
}
/* Whether a label of these kinds may stand where there are two bytes of the mask at least. */
static inline bool label_may_stand(const struct label_index *index, const char *mask,
                                   uint32_t kinds) {
    const unsigned char *byte = (const unsigned char *)mask;
    return label_is_hidden(byte[1]) ||
           index->kinds[label_letter(byte[0])][label_letter(byte[1])] & kinds;
}
/* The longest label word at `offset` whose kind is in `kinds` (bits 1 << kind), DOCUMENT_NONE if
 * there is none; `*after` is where it ends. */
uint32_t label_match(const struct label_index *index, const struct proviso_document *document,
                     uint32_t offset, uint32_t end, uint32_t kinds, uint32_t *after);
/* The same for the word that ends at `offset`, looking back no further than `limit`. */
uint32_t label_match_before(const struct label_index *index,
                            const struct proviso_document *document, uint32_t offset,
                            uint32_t limit, uint32_t kinds);
/* The label of the same words with another kind, or DOCUMENT_NONE. */
uint32_t label_twin(const struct label_index *index, uint32_t label, uint32_t kind);

#define LABEL_BIT(kind) (1u << (kind))
#define LABEL_UNITS                                                                                \
    (LABEL_BIT(PROVISO_PREAMBLE) | LABEL_BIT(PROVISO_PART) | LABEL_BIT(PROVISO_ARTICLE) |          \
     LABEL_BIT(PROVISO_SCHEDULE))
#define LABEL_REFERENCES                                                                           \
    (LABEL_BIT(PROVISO_PARAGRAPH) | LABEL_BIT(PROVISO_POINT) | LABEL_BIT(PROVISO_PART) |           \
     LABEL_BIT(PROVISO_ARTICLE) | LABEL_BIT(PROVISO_SCHEDULE))

/* ---- marks: what looks like a label -------------------------------------------------------- */

enum mark_shape {
    SHAPE_UNIT,    /* Article 24, CHAPTER I, Preamble: has a label word */
    SHAPE_BARE,    /* 12. or, as a heading, 12 */
    SHAPE_PAREN,   /* (a) */
    SHAPE_HALF,    /* a) */
    SHAPE_DOT,     /* a. or I.- */
    SHAPE_DEGREE,  /* 1° */
    SHAPE_SIGN,    /* § 2 of an article */
    SHAPE_DECIMAL, /* 3.1 below 3. */
    SHAPE_BULLET,  /* - or a dot */
    SHAPE_TERM,    /* "data" means */
    SHAPE_TITLE,   /* a heading without a number */
    SHAPE_OPENING, /* whereas, an act to */
    SHAPE_CLOSING, /* in witness whereof */
    SHAPE_CONTENTS
};
enum {
    MARK_LINE = 1,           /* first on its line */
    MARK_HEADING = 2,        /* in a Markdown heading */
    MARK_ALONE = 4,          /* nothing follows on its line */
    MARK_QUOTED = 8,         /* an opening quotation mark stands before it */
    MARK_CHAINED = 16,       /* nothing but a dash between it and the mark before: (2)(a) */
    MARK_WEAK = 32,          /* inline, after a comma or a word */
    MARK_NAKED = 64,         /* a heading that is a number and nothing else */
    MARK_STRONG = 128,       /* bold, or a subsection follows: 3. (1) */
    MARK_WRAPPED = 256,      /* first on its line only because the line before was full */
    MARK_COLON = 512,        /* the text before ends with a colon or dash: a list begins */
    MARK_BULLETED = 1024,    /* behind a list bullet of Markdown */
    MARK_SIDE = 2048,        /* its heading stands before it */
    MARK_BLANK = 4096,       /* after a blank line */
    MARK_DENSE = 8192,       /* a label word within a very long line */
    MARK_LOOSE = 65536,      /* "such data (2) The order": the stop before it is lost */
    MARK_CAPITALS = 32768,   /* the label word is in capitals */
    MARK_INSIDE = 262144,    /* in words that go into another law */
    MARK_UNSTOPPED = 131072, /* a number without a stop: 12A in "12A Heading" */
    MARK_BOLD = 524288,      /* a number alone is bold: **3** This Act */
    MARK_SENTENCE = 1048576, /* a number without a stop in front of text: 3 A provider must */
    MARK_SPACED = 2097152,   /* nothing but blanks stand behind a letter: a    any entity */
    MARK_NOTE = 16384        /* a side note has run into its line: 11 in "Variation 11. (1) The" */
};
struct mark {
    uint32_t start;                  /* of its line, or of the label within a line */
    uint32_t label_start, label_end; /* the label as written */
    uint32_t after;                  /* where text goes on: after number, full stop and blanks */
    uint32_t number_start, number_end;
    uint32_t line;
    uint32_t label; /* index into lexicon->labels, or DOCUMENT_NONE */
    uint32_t flags;
    struct number number;
    uint8_t shape;
};

/* From quotation mark to quotation mark: words that go into another law. */
struct quote_region {
    uint32_t start, end;
};
struct contents_region {
    uint32_t start, end; /* from its heading to where the law begins */
};

/* How headings end that stand on lines in front of numbers: there are none; "Short title"; "Short
 * title." */
enum side_style { SIDE_NONE, SIDE_OPEN, SIDE_STOPPED };
/* What kind of document this is, told from all marks. */
struct structure_traits {
    bool labelled;          /* articles have a label word: bare numbers are paragraphs */
    bool articles_labelled; /* by a word that never labels parts: "section" then does */
    bool lines;             /* articles begin lines: label words within lines are references */
    bool titled;            /* nothing but headings without numbers divides it */
    bool headed;            /* sections are Markdown headings such as ### 5. Title */
    bool naked;             /* headings that are just a number are articles, not page numbers */
    bool paragraphs;        /* nothing but numbered paragraphs, as in a resolution */
    bool title_lines;       /* the first line of a section is its title */
    bool open_titles;       /* such titles have no stop behind them */
    bool run_in;            /* text follows the title on its line: 4. Offences. A person who */
    enum side_style sides;
    bool dense;      /* very long lines: label words within them count */
    bool wrapped;    /* lines are broken at a width, not at the ends of paragraphs */
    uint32_t widest; /* the longest common line */
};

struct structure {
    struct proviso_document *document;
    struct label_index labels;
    struct structure_traits traits;
    struct mark *marks;
    uint32_t mark_count, mark_capacity;
    uint32_t *signs; /* offsets of what may be a quotation mark */
    uint32_t sign_count, sign_capacity;
    struct quote_region *quotes;
    uint32_t quote_count, quote_capacity;
    struct contents_region *contents;
    uint32_t contents_count, contents_capacity;
    struct provision *provisions; /* as in the document, until they are complete */
    uint32_t count, capacity;
    struct buffer *numbers;
};

#endif
