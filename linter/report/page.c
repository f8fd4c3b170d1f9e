/*
 * Paragraphs on a page. In: the pieces of a note, some of them words of the draft such as
 * "the *competent* authorities". Out: lines of a given width with a prefix each, in Markdown (with
 * those words escaped) or in plain text.
 */
#include "page.h"

#include "../base/utf8.h"
#include "wording.h"

#include <stdio.h>
#include <string.h>

void page_free(struct page *page) {
    buffer_free(&page->paragraph);
}

static void escape(struct buffer *out, const char *bytes, size_t length) {
    for (size_t i = 0; i < length; i++) {
        if (strchr("\\`*_[]<>|&~", bytes[i])) {
            buffer_add_char(out, '\\');
        }
        buffer_add_char(out, bytes[i]);
    }
}

void page_words(struct page *page, const char *bytes, size_t length) {
    struct buffer *out = &page->paragraph;
    if (page->form == PAGE_PLAIN) {
        wording_add(out, bytes, length);
        return;
    }
    struct buffer clean = {0};
    wording_add(&clean, bytes, length);
    escape(out, clean.bytes, clean.length);
    out->failed |= clean.failed;
    buffer_free(&clean);
}

void page_text(struct page *page, const char *string) {
    size_t length = strlen(string);
    if (length && string[0] == ' ') {
        buffer_add_char(&page->paragraph, ' ');
    }
    page_words(page, string, length);
    if (length > 1 && string[length - 1] == ' ') {
        buffer_add_char(&page->paragraph, ' ');
    }
}

void page_markup(struct page *page, const char *markdown, const char *plain) {
    buffer_add_string(&page->paragraph, page->form == PAGE_MARKDOWN ? markdown : plain);
}

void page_format(struct page *page, const char *format, ...) {
    char text[256];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    buffer_add_string(&page->paragraph, text);
}

/* A word that would begin a list, a heading or a quote if it came to stand first on a line. */
static bool begins_block(const char *bytes, size_t length) {
    return length && strchr("-+*#>=0123456789", bytes[0]);
}

static uint32_t width_of(const char *bytes, size_t length) {
    uint32_t width = 0;
    for (size_t at = 0; at < length;) {
        uint32_t character;
        at += utf8_decode(bytes + at, length - at, &character);
        width += wording_width(character);
    }
    return width;
}

/* The prefix, without blanks at the end where nothing follows. */
static void add_prefix(struct page *page, const char *lead, bool empty) {
    buffer_add_string(page->out, page->prefix);
    buffer_add_string(page->out, lead);
    while (empty && page->out->length && page->out->bytes[page->out->length - 1] == ' ') {
        page->out->length--;
    }
}

static void wrap(struct page *page) {
    const char *bytes = page->paragraph.bytes;
    size_t length = page->paragraph.length;
    uint32_t margin = width_of(page->prefix, strlen(page->prefix)) + (uint32_t)strlen(page->rest);
    uint32_t column = margin;
    add_prefix(page, page->first, length == 0);
    for (size_t at = 0; at < length;) {
        const char *blank = memchr(bytes + at, ' ', length - at);
        size_t end = blank ? (size_t)(blank - bytes) : length;
        uint32_t width = width_of(bytes + at, end - at);
        bool fits = !page->width || column + 1 + width <= page->width || column == margin;
        if (fits || (page->form == PAGE_MARKDOWN && begins_block(bytes + at, end - at))) {
            if (at) {
                buffer_add_char(page->out, ' ');
            }
            column += width + 1;
        } else {
            buffer_add_char(page->out, '\n');
            add_prefix(page, page->rest, false);
            column = margin + width;
        }
        buffer_add(page->out, bytes + at, end - at);
        at = end + 1;
    }
}

static void end_line(struct page *page, const char *end) {
    wrap(page);
    buffer_add_string(page->out, end);
    page->out->failed |= page->paragraph.failed;
    buffer_clear(&page->paragraph);
}

void page_line(struct page *page) {
    end_line(page, "\n");
}

void page_break(struct page *page) {
    end_line(page, page->form == PAGE_MARKDOWN ? "  \n" : "\n");
}

void page_blank(struct page *page) {
    add_prefix(page, "", true);
    buffer_add_char(page->out, '\n');
}
