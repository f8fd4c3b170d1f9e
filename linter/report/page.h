/* Paragraphs, wrapped, with something before each line: "> " in Markdown, "| " in plain text. */
#ifndef REPORT_PAGE_H
#define REPORT_PAGE_H

#include "../base/buffer.h"

#include <stdint.h>

enum page_form { PAGE_PLAIN, PAGE_MARKDOWN };

struct page {
    struct buffer *out;
    struct buffer paragraph; /* in the making; page_free releases it */
    enum page_form form;
    const char *prefix; /* a string before every line */
    const char *first;  /* after the prefix, on the first line of a paragraph: "- " */
    const char *rest;   /* after the prefix, on the lines that follow: "  " */
    uint32_t width;     /* columns in a line; 0: never wrapped */
};

void page_free(struct page *page);
/* Adds words of any origin: on one line, clean, and in Markdown escaped. */
void page_text(struct page *page, const char *string);
void page_words(struct page *page, const char *bytes, size_t length);
/* Adds markup as it is: the one for the form of the page. */
void page_markup(struct page *page, const char *markdown, const char *plain);
void page_format(struct page *page, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Ends the line: what was added since is wrapped and written. */
void page_line(struct page *page);
/* The same, for a line that another follows in the same paragraph. */
void page_break(struct page *page);
/* An empty line. */
void page_blank(struct page *page);

#endif
