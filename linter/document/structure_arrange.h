/* Between the files that decide which marks are provisions and where they stand. */
#ifndef DOCUMENT_STRUCTURE_ARRANGE_H
#define DOCUMENT_STRUCTURE_ARRANGE_H

#include "structure.h"

#define LEVEL_LIMIT 48 /* provisions inside provisions; deeper ones are text */

/* A provision that is open: the next mark may go on with its numbers or stand in it. */
struct level {
    uint32_t provision;
    uint32_t label;
    uint32_t class_bit;
    uint32_t value, suffix, minor;
    uint8_t kind;
    uint8_t shape;
    bool barrier; /* the first provision of a quoted amendment is above this level */
};

/* How far the lines behind a placed mark have been searched for the end of its paragraph. */
struct paragraph_break {
    uint32_t placed, line, previous;
    bool found;
};

struct arrange {
    struct structure *structure;
    struct level levels[LEVEL_LIMIT];
    uint32_t depth;           /* levels in use; levels[0] is the document */
    uint32_t mark;            /* the one being placed */
    uint32_t placed;          /* the last one that became a provision, or DOCUMENT_NONE */
    uint32_t quote, contents; /* the next regions */
    uint32_t heading;         /* the next mark like "### 6. Title" */
    uint32_t quoted_depth;    /* of the barrier, 0 outside quotations */
    uint32_t *part_parent;    /* by label: 1 + the label of the part it stands in first, 1 +
                                 label_count: none */
    struct paragraph_break broken;
    uint32_t title_line;     /* the next line that may be a heading without a number */
    uint32_t article_level;  /* of Markdown, of the headings of sections */
    uint32_t last_bare;      /* the last paragraph numbered like 12. */
    struct level outer;      /* the last section in front of a schedule */
    struct level last[2];    /* the last article, outside and inside the quotation */
    uint32_t articles;       /* outside quotations */
    uint32_t preamble_start; /* where a preamble without a heading begins, or DOCUMENT_NONE */
    bool units;              /* a part, article or schedule has been seen */
    bool preamble;
    bool memory;
};

static inline struct level *level_top(struct arrange *arrange) {
    return &arrange->levels[arrange->depth - 1];
}
static inline const struct lexicon_label *label_record(const struct structure *structure,
                                                       uint32_t label) {
    return &structure->document->lexicon->labels[label];
}

/* structure_taken.c: blanks words that go out of another law. */
bool structure_find_taken(struct structure *structure);
/* structure_quote.c, structure_contents.c, structure_traits.c: what all marks together say. */
bool structure_find_quotes(struct structure *structure);
/* structure_inserted.c: the same where no quotation mark is. */
bool structure_find_inserted(struct structure *structure);
bool structure_find_contents(struct structure *structure);
/* structure_unstopped.c: sets MARK_INSIDE on marks in quotations. */
void structure_note_inside(struct structure *structure);
/* Keeps MARK_UNSTOPPED marks only where they count up and head text. */
void structure_settle_unstopped(struct structure *structure);
void structure_find_traits(struct structure *structure);

/* structure_arrange.c: from marks to provisions. */
bool structure_arrange(struct structure *structure);
/* Opens a provision of this kind for a mark, inside the top level. The class gives its value. */
struct provision *arrange_open(struct arrange *arrange, const struct mark *mark,
                               enum proviso_kind kind, uint32_t class_bit);
/* Closes levels until `depth` are left. */
void arrange_close(struct arrange *arrange, uint32_t depth);
/* The innermost level that is not a paragraph or point. */
uint32_t arrange_floor(const struct arrange *arrange);

/* structure_unit.c: parts, articles, schedules, preamble. */
void arrange_unit(struct arrange *arrange, const struct mark *mark);
void arrange_preamble(struct arrange *arrange, const struct mark *mark);
void arrange_closing(struct arrange *arrange, const struct mark *mark);
bool arrange_numbered_part(struct arrange *arrange, const struct mark *mark);
/* To be called before the first part or article of any kind is opened: makes the preamble. */
void arrange_note_unit(struct arrange *arrange, const struct mark *mark);
/* Depth just above the innermost part, schedule, quotation or the document itself. */
uint32_t arrange_part_depth(const struct arrange *arrange);
void arrange_article(struct arrange *arrange, const struct mark *mark);

/* structure_bare.c: numbers without a label: sections or paragraphs. */
void arrange_bare(struct arrange *arrange, const struct mark *mark);
/* Where the line begins that heads a number, "**Interpretation**" over "**3.** (1) In this Act"; or
 * DOCUMENT_NONE. */
uint32_t arrange_side_heading(struct arrange *arrange, const struct mark *mark);
/* Opens a section for a number without a label, with its heading at `side` if there is one. */
void arrange_section(struct arrange *arrange, struct mark *mark, uint32_t side);

/* The number of the next heading such as "### 6. Title", or 0. */
uint32_t arrange_next_heading(struct arrange *arrange);

/* structure_title.c: headings without numbers on the lines before `limit`. */
void arrange_titles(struct arrange *arrange, uint32_t limit);

/* structure_decimal.c: numbers like 3.1. */
void arrange_decimal(struct arrange *arrange, const struct mark *mark);

/* structure_item.c: paragraphs and points. */
void arrange_item(struct arrange *arrange, const struct mark *mark);
/* Whether the innermost level that is no paragraph or point has any: recitals and schedules do, a
 * title does not. */
bool arrange_holds_items(const struct arrange *arrange, const struct mark *mark);
/* Opens a paragraph or point when levels are closed until `depth` are left; as a sibling, of the
 * kind and behind the number of the one that is closed there. */
void arrange_open_item(struct arrange *arrange, const struct mark *mark, uint32_t class_bit,
                       uint32_t depth, bool sibling);

/* structure_heading.c. Fills heading and body of a unit from its line and the next ones. */
void heading_read(const struct structure *structure, uint32_t mark, struct provision *provision);
/* Where a heading that stands before this mark begins, not before `limit`; DOCUMENT_NONE if there
 * is none. Fills the heading of `provision` unless it is NULL. */
uint32_t heading_before(const struct structure *structure, const struct mark *mark, uint32_t limit,
                        struct provision *provision);
/* Where the line begins that stands in front of a mark and is a title in brackets, "(Purpose)";
 * DOCUMENT_NONE if there is none. */
uint32_t heading_bracketed(const struct structure *structure, uint32_t mark);
/* Two labels of the same number stand on lines of the same words: a running title. */
bool heading_repeats(const struct structure *structure, const struct provision *provision,
                     const struct mark *mark);

/* structure_heading_line.c. "3. Authorisation.—(1) Any person": text on the line of the label is
 * set off as its title. */
bool heading_on_line(const struct structure *structure, uint32_t mark);
/* "5. Grant of warrant." and, on the next line, "(1) The judge may". */
bool heading_is_line(const struct structure *structure, uint32_t mark);
/* "5. Grant of warrant", without a stop, and, on the next line, "The judge may": what may be a
 * title if most are. */
bool heading_is_open(const struct structure *structure, uint32_t mark);
/* "5. Grant of warrant. The judge may": a few words in front of a sentence. */
bool heading_is_run_in(const struct structure *structure, const struct mark *mark);
/* No law stands on the lines before. */
bool heading_is_first(const struct proviso_document *document, uint32_t line);
/* It is the title of the whole document, and of no section. */
bool heading_is_title(const struct proviso_document *document, uint32_t line);
/* The stretch is nothing but a reference, "[See section 3(2)]", which stands under the label of a
 * schedule. */
bool heading_is_reference(const struct structure *structure, uint32_t start, uint32_t end);
/* How the line ends that may be a heading in front of this mark: "Short title." over "1. This Act".
 * `*line` is where it begins. */
enum side_style heading_side_line(const struct structure *structure, const struct mark *mark,
                                  uint32_t *line);
/* Where either title ends, or 0; text that ends before `limit` is on the line of the label. */
uint32_t heading_title_end(const struct structure *structure, uint32_t mark, uint32_t limit);
/* A stop and a dash stand behind that title, and text behind them: "Copying.- Whoever copies". */
bool heading_is_set_off(const struct proviso_document *document, uint32_t title, uint32_t end);
/* Where the first subsection on the line of a mark begins, or the end of the line. */
uint32_t heading_next_on_line(const struct structure *structure, uint32_t mark);

/* structure_tail.c: ends, spans, closing words. */
void structure_finish(struct structure *structure);
/* number_text.c: the number as cited, into structure->numbers. */
uint32_t structure_number(struct structure *structure, const struct mark *mark);

#endif
