/* Between the files that collect marks. */
#ifndef DOCUMENT_STRUCTURE_MARK_H
#define DOCUMENT_STRUCTURE_MARK_H

#include "structure.h"

/* What stands before a place where a label might be. */
enum mark_context {
    CONTEXT_NONE,      /* the middle of a sentence */
    CONTEXT_REFERENCE, /* "subsection", "paragraphs (1) and": a number follows, no label */
    CONTEXT_WEAK,      /* a comma, or "and" without a stop before it */
    CONTEXT_STRONG,    /* the end of a sentence or of a point */
    CONTEXT_COLON      /* a colon or dash: a list may begin */
};
/* Tells it from the text that ends at `offset`, looking back no further than `limit`. */
enum mark_context mark_context(const struct structure *structure, uint32_t offset, uint32_t limit);
/* Whether it is CONTEXT_COLON, in less time. */
bool mark_after_colon(const struct structure *structure, uint32_t offset, uint32_t limit);

/* A label word with its number at view[index]: "CHAPTER II", "First Schedule", "SEC. 2.". Returns
 * the index after the label, 0 if there is none, and fills shape, label and number; `*after` is the
 * index where text goes on. */
uint32_t unit_read(const struct structure *structure, const struct view *view, uint32_t index,
                   struct mark *mark, uint32_t *after);
/* The same for a number or letter: "12A.", "(a)", "a)", "1°". */
uint32_t item_read(const struct structure *structure, const struct view *view, uint32_t index,
                   struct mark *mark, uint32_t *after);
/* The same for a number behind a side note, "Qualifications 19. A person", from view[*first] on;
 * *first moves to the number. */
uint32_t note_read(const struct structure *structure, const struct view *view, uint32_t *first,
                   struct mark *mark, uint32_t *after);
/* The same for a label that is broken over line `number` and those behind it; false if there is
 * none.
 */
bool broken_read(const struct structure *structure, uint32_t number, struct mark *mark);
/* The same for a defined term at `offset` in mark->line, perhaps broken over lines: “data” means.
 * False if there is none. */
bool term_read(const struct structure *structure, uint32_t offset, struct mark *mark);
/* "(1)" or "—(1)" at view[index]: what stood before it is a section. */
bool view_is_subsection(const struct view *view, uint32_t index);

/* A quotation mark. A straight one opens and closes, ‘ and ’ too may be something else. */
enum quote_kind { SIGN_NONE, SIGN_DOUBLE, SIGN_SINGLE, SIGN_STRAIGHT, SIGN_ANGLE, SIGN_TEX };
struct quote_sign {
    enum quote_kind kind;
    bool opens, closes;
    uint32_t length;
};
/* That at `offset`, of kind SIGN_NONE if there is none. */
struct quote_sign quote_sign_at(const char *mask, uint32_t offset, uint32_t end);
struct quotation {
    uint32_t start, end; /* with its marks; 0..0 if there is none */
};
/* The short quotation that structure->signs[first] opens, if it is closed in its paragraph. */
struct quotation quotation_read(const struct structure *structure, uint32_t first);

bool structure_find_marks(struct structure *structure);
/* Labels within line `number`, from offset `from` on. */
bool structure_find_inline_marks(struct structure *structure, uint32_t number, uint32_t from,
                                 bool (*add)(struct structure *, const struct mark *));

#endif
