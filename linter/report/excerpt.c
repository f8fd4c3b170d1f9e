/*
 * Excerpts for a terminal. In: the place of "as appropriate" in a line that may be a megabyte long.
 * Out: at most EXCERPT_WIDTH columns of that line and carets under the words, tabs shown as one
 * blank, wide characters counted as two columns, combining marks as none.
 */
#include "excerpt.h"

#include "../base/utf8.h"
#include "place.h"
#include "wording.h"

enum { EXCERPT_WIDTH = 84, EXCERPT_LEAD = 36, EXCERPT_LINES = 3 };

/* One line of an excerpt in the making: the part of the line shown, and the carets below. */
struct strip {
    const struct text *text;
    uint32_t line_start, line_end; /* the whole line */
    uint32_t start, end;           /* the words in it */
};

static uint32_t previous(const struct text *text, uint32_t at, uint32_t limit) {
    uint32_t back = at - 1;
    while (back > limit && at - back < 4 && ((unsigned char)text_byte(text, back) & 0xC0) == 0x80) {
        back--;
    }
    return back;
}

static bool is_blank(char byte) {
    return byte == ' ' || byte == '\t';
}

/* Where to begin: the line's start, or some words before the words. */
static uint32_t window_start(const struct strip *strip) {
    uint32_t at = strip->start, columns = 0;
    while (at > strip->line_start && columns < EXCERPT_LEAD) {
        at = previous(strip->text, at, strip->line_start);
        columns++;
    }
    uint32_t first = at;
    while (at > strip->line_start && at < strip->start && !is_blank(text_byte(strip->text, at))) {
        at++;
    }
    while (at < strip->start && is_blank(text_byte(strip->text, at))) {
        at++;
    }
    return at < strip->start ? at : first;
}

static uint32_t read_character(const struct strip *strip, uint32_t at, uint32_t *character) {
    uint32_t length = text_character(strip->text, at, strip->line_end, character);
    *character = *character == '\t' ? ' ' : wording_printable(*character);
    return length;
}

static void add_repeated(struct buffer *out, char byte, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        buffer_add_char(out, byte);
    }
}

/* Writes the part of the line and, into `carets`, what goes below it. */
static void add_strip(struct buffer *out, struct buffer *carets, const struct strip *strip) {
    uint32_t at = window_start(strip), column = 0;
    if (at > strip->line_start) {
        buffer_add_string(out, "\xE2\x80\xA6");
        buffer_add_char(carets, ' ');
        column = 1;
    }
    while (at < strip->line_end && column < EXCERPT_WIDTH) {
        uint32_t character, length = read_character(strip, at, &character);
        uint32_t width = wording_width(character);
        wording_character(out, character);
        if (at < strip->end) {
            add_repeated(carets, at >= strip->start ? '^' : ' ', width);
        }
        column += width;
        at += length;
    }
    if (at < strip->line_end) {
        buffer_add_string(out, "\xE2\x80\xA6");
    }
}

static void add_line(struct buffer *out, struct buffer *carets, const struct strip *strip,
                     uint32_t number, const struct excerpt_style *style) {
    buffer_format(out, "  %s%5u |%s ", style->gutter, number, style->off);
    buffer_clear(carets);
    add_strip(out, carets, strip);
    buffer_format(out, "\n  %s      |%s ", style->gutter, style->off);
    buffer_add_string(out, style->caret);
    buffer_add(out, carets->bytes, carets->length);
    buffer_add_string(out, style->off);
    buffer_add_char(out, '\n');
}

void excerpt_add(struct buffer *out, const struct proviso_document *document, uint32_t start,
                 uint32_t end, const struct excerpt_style *style) {
    struct buffer carets = {0};
    uint32_t line = place_line(document, start), shown = 0;
    for (; line < document->line_count && shown < EXCERPT_LINES; line++) {
        const struct line *whole = &document->lines[line];
        if (shown && whole->offset >= end) {
            break;
        }
        struct strip strip = {.text = &document->text,
                              .line_start = whole->offset,
                              .line_end = whole->end,
                              .start = start > whole->offset ? start : whole->offset,
                              .end = end < whole->end ? end : whole->end};
        while (strip.start < strip.end && is_blank(text_byte(&document->text, strip.start))) {
            strip.start++;
        }
        add_line(out, &carets, &strip, document_line_number(document, line), style);
        shown++;
    }
    out->failed |= carets.failed;
    buffer_free(&carets);
}
