/*
 * Where a sentence ends. In: "... under Art. 5. No. 9.1 applies (see “A. Smith”). The court". Out:
 * "... under Art. 5.", "No. 9.1 applies (see “A. Smith”).", "The court": not at abbreviations,
 * single letters, figures with a full stop inside, nor before a small letter.
 */
#include "../base/utf8.h"
#include "byte_bits.h"
#include "mask.h"
#include "sentence.h"

enum { WORD_LIMIT = 24 };

static bool is_space(uint32_t character) {
    return utf8_is_space(character) || character == (unsigned char)MASK_SOFT;
}

/* What may stand between a full stop and the white space behind it. */
static bool closes(uint32_t character) {
    return character == ')' || character == ']' || character == '"' || character == '\'' ||
           character == 0x201D || character == 0x2019 || character == 0xBB ||
           character == (unsigned char)MASK_SOFT;
}

/* The size of the character, 0 behind the last, which is as if a line ended there. */
static inline uint32_t decode(const struct sentence_scan *scan, uint32_t at, uint32_t *character) {
    const char *mask = scan->document->text.mask;
    *character = at < scan->limit ? (unsigned char)mask[at] : '\n';
    return *character < 0x80 ? at < scan->limit
                             : utf8_decode(mask + at, scan->limit - at, character);
}

static uint32_t skip_closing(const struct sentence_scan *scan, uint32_t at) {
    uint32_t character, size;
    while ((size = decode(scan, at, &character)) && closes(character)) {
        at += size;
    }
    return at;
}

static uint32_t skip_space(const struct sentence_scan *scan, uint32_t at) {
    const char *mask = scan->document->text.mask;
    uint32_t character, size;
    for (;;) {
        while (at < scan->limit && (mask[at] == ' ' || byte_ends_line(mask[at]))) {
            at++;
        }
        size = decode(scan, at, &character);
        if (size == 0 || !is_space(character)) {
            return at;
        }
        at += size;
    }
}

/* The word that ends at `at`, from letters of `start` on. */
static uint32_t word_start(const char *mask, uint32_t start, uint32_t at) {
    uint32_t from = at;
    while (from > start && at - from < WORD_LIMIT &&
           (byte_is_letter(mask[from - 1]) || byte_is_digit(mask[from - 1]))) {
        from--;
    }
    return from;
}

/* Whether the full stop at `at` belongs to the word before it: "Art.", "No.", "J.", or "2." where
 * the sentence begins. */
static bool is_abbreviation(const struct sentence_scan *scan, uint32_t start, uint32_t at) {
    const struct proviso_lexicon *lexicon = scan->document->lexicon;
    const char *mask = scan->document->text.mask;
    uint32_t from = word_start(mask, start, at), length = at - from;
    if (length == 0) {
        return false;
    }
    if (byte_is_digit(mask[from])) {
        return from == start;
    }
    if (length == 1) {
        return true;
    }
    char folded[WORD_LIMIT];
    for (uint32_t i = 0; i < length; i++) {
        folded[i] = (char)(mask[from + i] | 0x20);
    }
    uint32_t word = lexicon_word(lexicon, folded, length);
    return word >= WORD_FIRST && (lexicon->word_flags[word] & WORD_ENDS_ABBREVIATION);
}

static bool is_small(uint32_t character) {
    return utf8_is_word(character) && !(character >= '0' && character <= '9') &&
           !utf8_is_upper(character) && character < 0x2E80;
}

/* The end of the sentence that begins at `start`, if the stop at `at` ends it, with quotation marks
 * and brackets behind it; else 0. */
static uint32_t stop_end(const struct sentence_scan *scan, uint32_t start, uint32_t at) {
    uint32_t character, end = skip_closing(scan, at + 1);
    if (end >= scan->limit) {
        return end;
    }
    decode(scan, end, &character);
    if (!utf8_is_space(character)) {
        return 0;
    }
    const char *mask = scan->document->text.mask;
    if (character == '\n' && mask[end + 1] == '\n') {
        return end; /* so does the paragraph */
    }
    decode(scan, skip_space(scan, end), &character);
    bool goes_on = is_small(character) || (mask[at] == '.' && is_abbreviation(scan, start, at));
    return goes_on ? 0 : end;
}

/* Whether a word is broken at the line end at `at`: "co-". */
static bool is_broken_word(const struct sentence_scan *scan, uint32_t at) {
    const char *mask = scan->document->text.mask;
    while (at > scan->start && (byte_is_blank(mask[at - 1]) || byte_ends_line(mask[at - 1]))) {
        at--;
    }
    return at > scan->start + 1 && mask[at - 1] == '-' && byte_is_letter(mask[at - 2]);
}

/* Whether a line begins with a bullet of a list. */
static bool has_bullet(const struct proviso_document *document, const struct line *line) {
    const char *bytes = document->text.bytes;
    uint32_t at = line->offset;
    while (at < line->end && (byte_is_blank(bytes[at]) || bytes[at] == '>')) {
        at++;
    }
    return at + 1 < line->end && byte_is_blank(bytes[at + 1]) &&
           (bytes[at] == '-' || bytes[at] == '*' || bytes[at] == '+');
}

/* At a line end: where text goes on. `*ends` says whether it is another sentence. */
static uint32_t next_line(struct sentence_scan *scan, uint32_t at, bool *ends) {
    const struct proviso_document *document = scan->document;
    const struct line *lines = document->lines;
    scan->line = lines_seek(document, scan->line, at);
    uint32_t line = scan->line, next = line + 1;
    while (next < document->line_count && (lines[next].blank || lines[next].plain)) {
        next++;
    }
    *ends = true;
    if (next == document->line_count || lines[next].offset >= scan->limit) {
        return scan->limit;
    }
    uint32_t character, first = skip_space(scan, lines[next].offset);
    decode(scan, first, &character);
    bool paragraph = next > line + 1 && !(is_small(character) && is_broken_word(scan, at));
    *ends = paragraph || lines[line].heading || lines[next].heading ||
            has_bullet(document, &lines[next]);
    return first;
}

/* The first byte in at..limit at which a sentence may end, or limit. */
static uint32_t find_may_end(const char *mask, uint32_t at, uint32_t limit) {
    static const char ends[] = {'.', '?', '!', '|', '\n', '\r', '\xE3'};
    for (; at < limit; at += 16) {
        uint32_t places = byte_set_bits(mask + at, ends, sizeof ends);
        if (places) {
            at += (uint32_t)__builtin_ctz(places);
            break;
        }
    }
    return at < limit ? at : limit;
}

/* From the first word of a sentence to its end; sets `next`. */
static void find_end(struct sentence_scan *scan) {
    const char *mask = scan->document->text.mask;
    uint32_t at = scan->start, stop;
    bool ends;
    for (;; at++) {
        at = find_may_end(mask, at, scan->limit);
        if (at >= scan->limit) {
            break;
        }
        switch (mask[at]) {
        case '.':
        case '?':
        case '!':
            stop = stop_end(scan, scan->start, at);
            if (stop) {
                scan->end = scan->next = stop;
                return;
            }
            break;
        case '|': /* a cell of a table */
            scan->end = at;
            scan->next = at + 1;
            return;
        case '\n':
        case '\r':
            scan->end = at;
            scan->next = next_line(scan, at, &ends);
            if (ends) {
                return;
            }
            at = scan->next - 1;
            break;
        case '\xE3': /* the full stop of Chinese */
            if (scan->limit - at >= 3 && mask[at + 1] == '\x80' && mask[at + 2] == '\x82') {
                scan->end = scan->next = at + 3;
                return;
            }
            break;
        default:
            break;
        }
    }
    scan->end = scan->next = scan->limit;
}

struct sentence_scan sentence_scan_start(const struct proviso_document *document, uint32_t line,
                                         uint32_t start, uint32_t end) {
    while (line > 0 && document->lines[line].offset > start) {
        line--;
    }
    line = lines_seek(document, line, start);
    return (struct sentence_scan){.document = document, .next = start, .limit = end, .line = line};
}

static bool has_word(const struct sentence_scan *scan) {
    for (uint32_t at = scan->start; at < scan->end;) {
        uint32_t character;
        at += utf8_decode(scan->document->text.mask + at, scan->end - at, &character);
        if (utf8_is_word(character)) {
            return true;
        }
    }
    return false;
}

bool sentence_scan_next(struct sentence_scan *scan) {
    const char *mask = scan->document->text.mask;
    while (scan->next < scan->limit) {
        scan->start = skip_space(scan, scan->next);
        if (scan->start >= scan->limit) {
            return false;
        }
        find_end(scan);
        while (scan->end > scan->start &&
               (byte_is_blank(mask[scan->end - 1]) || byte_ends_line(mask[scan->end - 1]))) {
            scan->end--;
        }
        if (has_word(scan)) {
            return true;
        }
    }
    return false;
}

bool sentence_is_closed(const struct proviso_document *document, uint32_t start, uint32_t end) {
    const char *mask = document->text.mask;
    while (end > start) {
        uint32_t at = end - 1, character;
        while (at > start && end - at < 4 && ((unsigned char)mask[at] & 0xC0) == 0x80) {
            at--;
        }
        utf8_decode(mask + at, end - at, &character);
        if (!closes(character) && !is_space(character)) {
            return character == '.' || character == '?' || character == '!' || character == 0x3002;
        }
        end = at;
    }
    return false;
}
