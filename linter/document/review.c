/*
 * Notes of an earlier review. In: an annotated draft, from "<!-- proviso 0a1b2c3d begin -->" to
 * "<!-- proviso 0a1b2c3d end -->", or from "+-- proviso 0a1b2c3d begin" in plain text. Out: these
 * lines and the blank ones set around them are no lines of the document, as if they were not there:
 * what a note quotes is no law. Only lines that begin as those of a note do may stand between the
 * marks, so that a mark without its end hides nothing.
 */
#include "mask.h"

#include <string.h>

enum { NONCE = 8 };

/* A line that begins or ends a note. */
struct review_mark {
    const char *nonce;       /* NULL: the line is none */
    bool begins, ends, last; /* last: "end.", no blank line was set behind it */
    char bar;                /* what the lines of its notes begin with: > or | */
};

/* Whether `word` stands at bytes[*at..end); then *at is behind it. */
static bool take(const char *bytes, uint32_t *at, uint32_t end, const char *word) {
    uint32_t length = (uint32_t)strlen(word);
    bool stands = end - *at >= length && memcmp(bytes + *at, word, length) == 0;
    *at += stands ? length : 0;
    return stands;
}

static struct review_mark mark_of(const struct masking *masking, const struct line *line) {
    const char *bytes = masking->bytes;
    struct review_mark mark = {0};
    uint32_t at = line->offset;
    while (at < line->end && bytes[at] == ' ') {
        at++;
    }
    mark.bar = take(bytes, &at, line->end, "<!-- proviso ")  ? '>'
               : take(bytes, &at, line->end, "+-- proviso ") ? '|'
                                                             : '\0';
    if (!mark.bar || line->end - at < NONCE) {
        return mark;
    }
    const char *nonce = bytes + at;
    at += NONCE;
    mark.begins = take(bytes, &at, line->end, " begin");
    mark.ends = !mark.begins && take(bytes, &at, line->end, " end");
    mark.last = mark.ends && at < line->end && bytes[at] == '.';
    mark.nonce = mark.begins || mark.ends ? nonce : NULL;
    return mark;
}

static bool is_note(const struct masking *masking, const struct line *line, char bar) {
    uint32_t at = line->offset;
    while (at < line->end && byte_is_blank(masking->bytes[at])) {
        at++;
    }
    return at == line->end || masking->bytes[at] == bar;
}

/* The line that ends the notes which begin at `first`, or 0. */
static uint32_t find_end(const struct masking *masking, uint32_t first,
                         const struct review_mark *begin) {
    const struct proviso_document *document = masking->document;
    for (uint32_t i = first + 1; i < document->line_count; i++) {
        struct review_mark mark = mark_of(masking, &document->lines[i]);
        if (mark.nonce) {
            return mark.ends && memcmp(mark.nonce, begin->nonce, NONCE) == 0 ? i : 0;
        }
        if (!is_note(masking, &document->lines[i], begin->bar)) {
            return 0;
        }
    }
    return 0;
}

static bool may_begin(const struct masking *masking, const struct line *line) {
    char byte = line->offset < line->end ? masking->bytes[line->offset] : '\0';
    return byte == '<' || byte == '+' || byte == ' ';
}

/* Where lines go on behind the notes that begin at `first`, with the blank line set behind them; or
 * `first` if none begin there. */
static uint32_t skip_notes(const struct masking *masking, uint32_t first) {
    const struct proviso_document *document = masking->document;
    const struct line *lines = document->lines;
    struct review_mark begin = mark_of(masking, &lines[first]);
    uint32_t end = begin.begins ? find_end(masking, first, &begin) : 0;
    if (end == 0) {
        return first;
    }
    bool last = mark_of(masking, &lines[end]).last;
    end++;
    return end + (!last && end < document->line_count && lines[end].blank);
}

/* Remembers that `count` lines of the file are hidden before line `kept`. */
static bool hide(struct proviso_document *document, uint32_t kept, uint32_t count,
                 uint32_t *capacity) {
    struct hidden_lines *hidden =
        array_grow(document->hidden, capacity, document->hidden_count + 1, sizeof *hidden);
    if (!hidden) {
        return false;
    }
    document->hidden = hidden;
    count += document->hidden_count ? hidden[document->hidden_count - 1].count : 0;
    hidden[document->hidden_count++] = (struct hidden_lines){kept, count};
    return true;
}

bool review_mask(struct masking *masking) {
    struct proviso_document *document = masking->document;
    struct line *lines = document->lines;
    uint32_t kept = 0, capacity = 0, before = 0; /* the line that was kept last, + 1 */
    for (uint32_t i = 0; i < document->line_count; i++) {
        uint32_t end = may_begin(masking, &lines[i]) ? skip_notes(masking, i) : i;
        end -= end == document->line_count && kept == 0; /* no document is without a line */
        if (end <= i) {
            lines[kept++] = lines[i];
            before = i + 1;
            continue;
        }
        bool blank = kept > 1 && before == i && lines[kept - 1].blank; /* set before the notes */
        kept -= blank;
        mask_blank(masking, lines[i].offset, lines[end - 1].end);
        if (!hide(document, kept, end - i + blank, &capacity)) {
            return false;
        }
        i = end - 1;
    }
    document->line_count = kept;
    return document->hidden_count == 0 ||
           document_remark(document, "notes of an earlier review stand in it; they are not read");
}

uint32_t document_line_number(const struct proviso_document *document, uint32_t line) {
    uint32_t low = 0, high = document->hidden_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (document->hidden[middle].before <= line) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return line + 1 + (low ? document->hidden[low - 1].count : 0);
}
