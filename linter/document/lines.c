/*
 * Lines and what begins them. In: "> ## Article 24\r\n". Out: where each line begins and ends,
 * whether it is blank, its depth of quotation (1) and its level as a Markdown heading (2); in the
 * mask `>`, `#` and list bullets become blanks. Numbers of lists stay: they are labels of the law.
 */
#include "../base/utf8.h"
#include "mask.h"
#include "survey.h"

#include <string.h>

enum { HEADING_LIMIT = 7, QUOTE_LIMIT = 255 };

/* The next LF and the next CR from the line being read; each byte is searched once. */
struct line_ends {
    const char *bytes;
    uint32_t length, feed, carriage;
};

static uint32_t find_byte(const struct line_ends *ends, uint32_t from, char byte) {
    const char *found = memchr(ends->bytes + from, byte, ends->length - from);
    return found ? (uint32_t)(found - ends->bytes) : ends->length;
}

/* The end of the line that begins at `start`; `*next` is where the one after it begins. */
static uint32_t line_end(struct line_ends *ends, uint32_t start, uint32_t *next) {
    if (ends->feed < start) {
        ends->feed = find_byte(ends, start, '\n');
    }
    if (ends->carriage < start) {
        ends->carriage = find_byte(ends, start, '\r');
    }
    uint32_t end = ends->feed < ends->carriage ? ends->feed : ends->carriage;
    bool both = end == ends->carriage && end + 1 == ends->feed;
    *next = end == ends->length ? end : end + 1 + both;
    return end;
}

/* A list marker at `at`: its end, or `at` itself. */
static uint32_t marker_end(const char *bytes, uint32_t at, uint32_t end) {
    uint32_t stop = at;
    if (bytes[at] == '-' || bytes[at] == '+' || bytes[at] == '*') {
        stop++;
    } else if (byte_is_digit(bytes[at])) {
        while (stop < end && stop - at < 9 && byte_is_digit(bytes[stop])) {
            stop++;
        }
        if (stop == end || (bytes[stop] != '.' && bytes[stop] != ')')) {
            return at;
        }
        stop++;
    }
    return stop == at || (stop < end && !byte_is_blank(bytes[stop])) ? at : stop;
}

uint32_t line_content(const char *bytes, uint32_t offset, uint32_t end) {
    while (offset < end) {
        if (byte_is_blank(bytes[offset]) || bytes[offset] == '>') {
            offset++;
            continue;
        }
        uint32_t stop = marker_end(bytes, offset, end);
        if (stop == offset) {
            break;
        }
        offset = stop;
    }
    return offset;
}

static uint32_t run_length(const char *bytes, uint32_t at, uint32_t end) {
    uint32_t from = at;
    while (at < end && bytes[at] == bytes[from]) {
        at++;
    }
    return at - from;
}

/* Everything in front of the content of the line, one mark after the other. */
static void read_marks(struct masking *masking, struct line *line) {
    const char *bytes = masking->bytes;
    uint32_t at = line->offset, end = line->end;
    bool marker = false;
    while (at < end) {
        uint32_t stop = at + 1;
        if (bytes[at] == '>') {
            line->quote = (uint8_t)(line->quote + (!marker && line->quote < QUOTE_LIMIT));
            masking->mask[at] = MASK_BREAK;
        } else if (!byte_is_blank(bytes[at])) {
            stop = marker_end(bytes, at, end);
            if (stop == at) {
                break;
            }
            marker = true;
            masking->mask[at] = byte_is_digit(bytes[at]) ? bytes[at] : MASK_BREAK;
        }
        at = stop;
    }
    if (at == end) {
        line->blank = !marker;
        return;
    }
    uint32_t run = run_length(bytes, at, end);
    if (bytes[at] == '#') {
        line->heading = (uint8_t)(run < HEADING_LIMIT ? run : HEADING_LIMIT);
        memset(masking->mask + at, MASK_BREAK, run);
    } else if ((bytes[at] == '`' || bytes[at] == '~') && run >= 3) {
        line->plain = LINE_FENCE;
    } else if ((unsigned char)bytes[at] >= 0x80 && !marker) {
        line->blank = survey_is_blank(bytes + at, end - at);
    }
}

bool lines_find(struct masking *masking) {
    struct proviso_document *document = masking->document;
    struct line_ends ends = {.bytes = masking->bytes, .length = masking->length};
    uint32_t capacity = 0, start = 0, next;
    uint32_t bom = document->text.encoding == ENCODING_UTF8 ? document->text.bom : 0;
    ends.feed = find_byte(&ends, 0, '\n');
    ends.carriage = find_byte(&ends, 0, '\r');
    for (; start < masking->length; start = next) {
        if (document->line_count == capacity) {
            struct line *grown =
                array_grow(document->lines, &capacity, document->line_count + 64, sizeof *grown);
            if (!grown) {
                return false;
            }
            document->lines = grown;
        }
        struct line *line = &document->lines[document->line_count++];
        *line = (struct line){.offset = start ? start : bom, .end = line_end(&ends, start, &next)};
        /* The common line begins with a letter. */
        if (line->offset == line->end || !byte_is_letter(masking->bytes[line->offset])) {
            read_marks(masking, line);
        }
    }
    return true;
}

uint32_t lines_seek(const struct proviso_document *document, uint32_t from, uint32_t offset) {
    while (from + 1 < document->line_count && document->lines[from + 1].offset <= offset) {
        from++;
    }
    return from;
}

/* A line of nothing but === or ---, as long as a word. */
static uint8_t underline_level(const char *bytes, const struct line *line) {
    uint32_t at = line->offset;
    while (at < line->end && (byte_is_blank(bytes[at]) || bytes[at] == '>')) {
        at++;
    }
    if (at == line->end || (bytes[at] != '=' && bytes[at] != '-')) {
        return 0;
    }
    uint32_t run = run_length(bytes, at, line->end);
    for (uint32_t rest = at + run; rest < line->end; rest++) {
        if (!byte_is_blank(bytes[rest])) {
            return 0;
        }
    }
    return run < 3 ? 0 : bytes[at] == '=' ? 1 : 2;
}

static bool is_text(const struct line *line) {
    return !line->blank && !line->plain && !line->heading;
}

void lines_underline(struct masking *masking) {
    struct line *lines = masking->document->lines;
    for (uint32_t i = 1; i < masking->document->line_count; i++) {
        const char *bytes = masking->bytes;
        char first = lines[i].offset < lines[i].end ? bytes[lines[i].offset] : 'x';
        if (byte_is_letter(first) || !is_text(&lines[i]) || !is_text(&lines[i - 1])) {
            continue;
        }
        uint8_t level = underline_level(bytes, &lines[i]);
        if (!level || lines[i].quote != lines[i - 1].quote) {
            continue;
        }
        /* A heading has one line, or two; a longer paragraph is closed by a rule. */
        uint32_t top = i - 1;
        while (top > 0 && i - top < 3 && is_text(&lines[top - 1])) {
            top--;
        }
        char bullet = bytes[lines[top].offset];
        if (i - top < 3 && bullet != '-' && bullet != '*' && bullet != '+') {
            for (uint32_t line = top; line < i; line++) {
                lines[line].heading = level;
            }
        }
    }
}
