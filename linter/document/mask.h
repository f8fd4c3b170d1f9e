/*
 * Between the files that make the mask; mask.c calls them in order:
 * lines.c finds lines; review.c notes of an earlier review; plain.c front matter, fences and
 * comments; reference.c link definitions and footnote marks; markdown.c links, tags and entities,
 * with md4c or, where that would take too long, with inline.c alone; address.c what is left: URLs
 * and emphasis.
 */
#ifndef DOCUMENT_MASK_H
#define DOCUMENT_MASK_H

#include "document.h"

struct masking {
    struct proviso_document *document;
    const char *bytes;
    char *mask;
    uint32_t length;
};

/* In line.plain, while the mask is being made: a run of ``` or ~~~ begins the line; part of the
 * line is blanked, and perhaps all of it. */
enum { LINE_FENCE = 2, LINE_PARTLY = 3 };

/* Fills document->lines but for setext headings, and blanks what begins a line: >, #, bullets. */
bool lines_find(struct masking *masking);
/* Makes headings of the lines that are underlined with === or ---. */
void lines_underline(struct masking *masking);
/* The index of the line that holds the byte. Starts looking at line `from`, and is linear. */
uint32_t lines_seek(const struct proviso_document *document, uint32_t from, uint32_t offset);
/* Where the content of a line begins, behind white space, > and list markers. */
uint32_t line_content(const char *bytes, uint32_t offset, uint32_t end);

/* Blanks start..end, but for line ends. */
void mask_blank(struct masking *masking, uint32_t start, uint32_t end);
/* The same, and makes the lines inside plain, or LINE_PARTLY. `line` is where to start looking; the
 * last line touched comes back. */
uint32_t mask_plain(struct masking *masking, uint32_t line, uint32_t start, uint32_t end);

/* Hides the notes of an earlier review, and says so in a remark. */
bool review_mask(struct masking *masking);
bool plain_mask(struct masking *masking);
/* The labels of link definitions: a hash of their words each, in order. `labels` is a heap array.
 */
struct definitions {
    uint64_t *labels;
    uint32_t count, capacity;
};
bool reference_mask_definitions(struct masking *masking, struct definitions *definitions);
void reference_mask_marks(struct masking *masking, const struct definitions *definitions);
bool markdown_mask(struct masking *masking);
void address_mask(struct masking *masking);

/* Blanks tags, entities and link targets in start..end, without looking at Markdown. With `marks`,
 * punctuation is blanked too. */
void inline_mask(struct masking *masking, uint32_t start, uint32_t end, bool marks);

static inline bool byte_is_letter(char byte) {
    return (unsigned char)((byte | 0x20) - 'a') < 26;
}
static inline bool byte_is_digit(char byte) {
    return (unsigned char)(byte - '0') < 10;
}
static inline bool byte_is_blank(char byte) {
    return byte == ' ' || byte == '\t' || byte == '\f' || byte == '\v';
}
static inline bool byte_ends_line(char byte) {
    return byte == '\n' || byte == '\r';
}
/* A blank, the end of a line or a soft mark: what may stand between two words. */
static inline bool byte_is_gap(char byte) {
    return byte_is_blank(byte) || byte_ends_line(byte) || byte == MASK_SOFT;
}

#endif
