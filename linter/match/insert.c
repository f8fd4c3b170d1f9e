/*
 * Wording added to a draft, in the manner of the draft. In: "No order shall last longer than [30]
 * days." for Article 24, whose last paragraph is "(3) ...". Out: "\r\n\r\n(4) No order ...", at the
 * end of the article; behind "## Article 28", where a chapter lacks something, "## Article 28 bis"
 * with a heading; in a sentence, the words behind others. Numbers and headings are those of the
 * neighbour with other words in them.
 */
#include "insert.h"
#include "../base/utf8.h"
#include "insert.h"

#include <stdio.h>
#include <string.h>

enum { LEAD_LIMIT = 400, LEAD_GAP = 40 };

static bool is_blank(char byte) {
    return byte == ' ' || byte == '\t';
}

static bool ends_line(char byte) {
    return byte == '\n' || byte == '\r';
}

static const char *const quotes[] = {"\"", "\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x98",
                                     "\xE2\x80\x99"};
enum { QUOTES = sizeof quotes / sizeof *quotes };

/* Bytes of the quotation mark at the offset, or 0. */
static uint32_t quote_length(const struct text *text, uint32_t at, uint32_t end) {
    for (size_t i = 0; i < QUOTES; i++) {
        uint32_t length = (uint32_t)strlen(quotes[i]);
        if (at + length <= end && text_has(text, at, quotes[i], length)) {
            return length;
        }
    }
    return 0;
}

/* The end of a provision's text: not the blanks behind it, nor the quotation marks that close what
 * an amendment inserts. */
static uint32_t text_end(const struct text *text, const struct provision *provision) {
    uint32_t end = provision->finish;
    while (end > provision->start &&
           (is_blank(text_byte(text, end - 1)) || ends_line(text_byte(text, end - 1)))) {
        end--;
    }
    uint32_t mark = end;
    while (mark > provision->start && strchr(";.,", text_byte(text, mark - 1))) {
        mark--;
    }
    for (size_t i = 0; provision->flags & PROVISION_QUOTED && i < QUOTES; i++) {
        uint32_t length = (uint32_t)strlen(quotes[i]);
        if (mark > provision->start + length && quote_length(text, mark - length, mark) == length) {
            return mark - length;
        }
    }
    return end;
}

bool insertion_find(const struct proviso_findings *findings, const struct finding *finding,
                    struct insertion *insertion) {
    const struct proviso_document *document = findings->document;
    if (!finding->suggestion || finding->suggestion->kind != SUGGEST_INSERT) {
        return false;
    }
    uint32_t article =
        document_article(document, finding->mend ? finding->mend : finding->provision);
    *insertion = (struct insertion){.article = article, .at = finding->behind};
    insertion->inside = finding->behind != 0;
    if (insertion->inside) {
        return true;
    }
    uint32_t kind = document->provisions[finding->provision].kind;
    bool narrow = kind == PROVISO_ARTICLE || kind == PROVISO_PARAGRAPH || kind == PROVISO_POINT;
    insertion->opens = finding->suggestion->heading && !narrow &&
                       document->provisions[article].kind == PROVISO_ARTICLE;
    article = insertion->article =
        insertion->opens ? insertion_last_article(document, article) : article;
    insertion->at = text_end(&document->text, &document->provisions[article]);
    insertion->next = insertion->opens ? 0 : insertion_next_paragraph(document, article);
    return true;
}

/* Behind the marks of a quotation, "> ", that the line begins with: add_break writes them. */
static uint32_t skip_marks(const struct text *text, uint32_t at, uint32_t end) {
    bool marked = false;
    uint32_t behind = at;
    for (; behind < end; behind++) {
        char byte = text_byte(text, behind);
        if (byte != '>' && !is_blank(byte)) {
            break;
        }
        marked = marked || byte == '>';
    }
    return marked ? behind : at;
}

static const struct line *find_line(const struct proviso_document *document, uint32_t at) {
    uint32_t low = 0, high = document->line_count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (document->lines[middle].offset <= at) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return &document->lines[low];
}

/* Line ends as the draft has them around the offset, with the marks of a quotation. */
static void add_break(struct buffer *out, const struct proviso_document *document, uint32_t at,
                      uint32_t lines) {
    const struct text *text = &document->text;
    const struct line *line = find_line(document, at);
    uint32_t end = line->end;
    if (end == text->length && line > document->lines) {
        end = line[-1].end; /* the last line has none */
    }
    bool carriage = end < text->length && text_byte(text, end) == '\r';
    bool both = carriage && end + 1 < text->length && text_byte(text, end + 1) == '\n';
    uint32_t behind = skip_marks(text, line->offset, line->end);
    for (uint32_t i = 0; i < lines; i++) {
        buffer_add_string(out, both ? "\r\n" : carriage ? "\r" : "\n");
        text_add(out, text, line->offset, behind);
    }
}

/* Whether the paragraphs of the article stand on lines one below the other without an empty one. */
static bool is_dense(const struct proviso_document *document, uint32_t paragraph) {
    const struct text *text = &document->text;
    uint32_t at = document->provisions[paragraph].start;
    while (at > 0 && is_blank(text_byte(text, at - 1))) {
        at--;
    }
    if (at == 0 || !ends_line(text_byte(text, at - 1))) {
        return false;
    }
    at -= at > 1 && text_has(text, at - 2, "\r\n", 2) ? 2 : 1;
    return at > 0 && !ends_line(text_byte(text, at - 1)) && text_byte(text, at - 1) != '>' &&
           !is_blank(text_byte(text, at - 1));
}

/* Text start..end with `new` in place of the number. False if it does not stand there as it is
 * cited ("Article the First"). */
static bool add_renumbered(struct buffer *out, const struct text *text, uint32_t start,
                           uint32_t end, const char *number, const char *new) {
    uint32_t length = (uint32_t)strlen(number);
    for (uint32_t at = start; length && at + length <= end; at++) {
        if (text_has(text, at, number, length)) {
            text_add(out, text, start, at);
            buffer_add_string(out, new);
            text_add(out, text, at + length, end);
            return true;
        }
    }
    return false;
}

static void add_heading(struct buffer *out, const struct text *text,
                        const struct provision *article, const char *heading) {
    bool large = true;
    for (uint32_t i = article->heading_start; i < article->heading_end; i++) {
        large = large && !(text_byte(text, i) >= 'a' && text_byte(text, i) <= 'z');
    }
    for (; *heading; heading++) {
        bool small = *heading >= 'a' && *heading <= 'z';
        buffer_add_char(out, small && large ? (char)(*heading - 'a' + 'A') : *heading);
    }
}

/* All that stands before the text of the article, label and heading, for a new one. */
static void add_lead(struct buffer *out, const struct proviso_document *document,
                     const struct insertion *insertion, const char *heading) {
    const struct provision *article = &document->provisions[insertion->article];
    const struct text *text = &document->text;
    char number[NUMBER_LIMIT];
    insertion_number_article(document, insertion->article, number);
    const char *cited = document->numbers + article->number;
    size_t before = out->length;
    uint32_t label = article->label_start, label_end = article->label_end;
    uint32_t head = article->heading_start, head_end = article->heading_end;
    if (!*number || label_end <= label || article->body - article->start > LEAD_LIMIT) {
        return;
    }
    bool has_head = head_end > head;
    uint32_t first = has_head && head < label ? head : label;
    uint32_t start = skip_marks(text, article->start, first);
    if (article->flags & PROVISION_QUOTED) {
        start += quote_length(text, start, first); /* one stays open before the first article */
    }
    text_add(out, text, start, first);
    if (has_head && head < label) {
        add_heading(out, text, article, heading);
        text_add(out, text, head_end, label);
    }
    if (!add_renumbered(out, text, label, label_end, cited, number)) {
        out->length = before;
        return;
    }
    uint32_t done = label_end;
    if (has_head && head >= label_end) {
        text_add(out, text, label_end, head);
        add_heading(out, text, article, heading);
        done = head_end;
    }
    uint32_t first_word = done; /* emphasis that closes, punctuation, breaks */
    while (first_word < article->finish && first_word < done + LEAD_GAP &&
           !utf8_is_word((unsigned char)text->mask[first_word]) && text->mask[first_word] != '(') {
        first_word++;
    }
    if (first_word == article->finish || first_word == done + LEAD_GAP) {
        add_break(out, document, insertion->at, 2);
    } else {
        text_add(out, text, done, first_word);
    }
}

void insertion_number(const struct proviso_document *document, const struct insertion *insertion,
                      struct buffer *out) {
    if (!insertion->next) {
        return;
    }
    uint32_t last = insertion_last_paragraph(document, insertion->article);
    const struct provision *paragraph = &document->provisions[last];
    const struct text *text = &document->text;
    char number[NUMBER_LIMIT];
    snprintf(number, sizeof number, "%u", insertion->next);
    bool plain = paragraph->heading_end <= paragraph->heading_start &&
                 paragraph->body > paragraph->label_end &&
                 paragraph->body - paragraph->start < NUMBER_LIMIT;
    uint32_t start =
        plain ? skip_marks(text, paragraph->start, paragraph->label_start) : paragraph->label_start;
    if (!add_renumbered(out, text, start, plain ? paragraph->body : paragraph->label_end,
                        document->numbers + paragraph->number, number)) {
        buffer_format(out, "%s.", number);
    }
    if (out->length && !is_blank(out->bytes[out->length - 1])) {
        buffer_add_char(out, ' ');
    }
}

void insertion_title(const struct proviso_document *document, const struct insertion *insertion,
                     const char *heading, struct buffer *out) {
    const struct provision *article = &document->provisions[insertion->article];
    char number[NUMBER_LIMIT];
    insertion_number_article(document, insertion->article, number);
    if (add_renumbered(out, &document->text, article->label_start, article->label_end,
                       document->numbers + article->number, number)) {
        while (out->length && strchr(".* ", out->bytes[out->length - 1])) {
            out->length--;
        }
        buffer_add_string(out, ". ");
    }
    buffer_add_string(out, heading);
}

/* Words in a sentence, with one comma where they and the draft both have one. */
static void add_inside(struct buffer *out, const struct text *text, uint32_t at,
                       const char *wording) {
    size_t length = strlen(wording);
    bool doubled = at < text->length && text_byte(text, at) == ',' && wording[length - 1] == ',';
    buffer_add_string(out, *wording == ',' ? "" : " ");
    buffer_add(out, wording, length - doubled);
}

void insertion_write(const struct proviso_findings *findings, const struct finding *finding,
                     const struct insertion *insertion, struct buffer *out) {
    const struct proviso_document *document = findings->document;
    const char *heading = lexicon_string(document->lexicon, finding->suggestion->heading);
    uint32_t last =
        insertion->next ? insertion_last_paragraph(document, insertion->article) : DOCUMENT_NONE;
    if (insertion->inside) {
        add_inside(out, &document->text, insertion->at, finding->wording);
        return;
    }
    add_break(out, document, insertion->at,
              last != DOCUMENT_NONE && is_dense(document, last) ? 1 : 2);
    if (insertion->opens) {
        add_lead(out, document, insertion, heading); /* or a paragraph without a heading */
    }
    insertion_number(document, insertion, out);
    buffer_add_string(out, finding->wording);
}
