/*
 * What is no law and has no structure: front matter, code in fences, comments, scripts. In: a draft
 * that begins "---\ntitle: Cybercrime Bill\n---". Out: those bytes blanked and their lines plain. A
 * fence or comment that is never closed would hide the rest of the law, so it is law itself.
 */
#include "mask.h"

#include <string.h>

/* A line that begins with a run of ``` or ~~~. Fences open and close within the same quotation. */
struct fence {
    uint32_t line, at, length, quotation;
    char byte;
    bool opens, closes;
    bool closed; /* a line further on could close it */
};

struct plain_search {
    struct masking *masking;
    struct fence *fences;
    uint32_t count, capacity;
    uint32_t line; /* reached so far */
};

/* ---- front matter -------------------------------------------------------------------------- */

static bool line_is(const struct masking *masking, const struct line *line, const char *mark) {
    uint32_t end = line->end;
    while (end > line->offset && byte_is_blank(masking->bytes[end - 1])) {
        end--;
    }
    return end - line->offset == 3 && memcmp(masking->bytes + line->offset, mark, 3) == 0;
}

/* "Download URL: ..." */
static bool line_is_key(const struct masking *masking, const struct line *line) {
    uint32_t at = line->offset;
    while (at < line->end && at - line->offset < 60 &&
           (byte_is_letter(masking->bytes[at]) || byte_is_digit(masking->bytes[at]) ||
            memchr("_- \"'", masking->bytes[at], 5))) {
        at++;
    }
    return at > line->offset && at < line->end && masking->bytes[at] == ':';
}

/* Between --- and ---, beginning with a key, without a blank line. Returns the line after it, or
 * `first` if there is none. */
static uint32_t front_matter_end(const struct masking *masking, uint32_t first) {
    const struct proviso_document *document = masking->document;
    const struct line *lines = document->lines;
    if (first + 2 >= document->line_count || !line_is(masking, &lines[first], "---") ||
        !line_is_key(masking, &lines[first + 1])) {
        return first;
    }
    for (uint32_t i = first + 2; i < document->line_count && !lines[i].blank; i++) {
        if (line_is(masking, &lines[i], "---") || line_is(masking, &lines[i], "...")) {
            return i + 1;
        }
    }
    return first;
}

static void mask_front_matter(struct plain_search *search) {
    const struct line *lines = search->masking->document->lines;
    for (;;) {
        uint32_t end = front_matter_end(search->masking, search->line);
        if (end == search->line) {
            return;
        }
        mask_plain(search->masking, search->line, lines[search->line].offset, lines[end - 1].end);
        search->line = end;
    }
}

/* ---- fences -------------------------------------------------------------------------------- */

static struct fence read_fence(const struct masking *masking, uint32_t line, uint32_t quotation) {
    const struct line *span = &masking->document->lines[line];
    const char *bytes = masking->bytes;
    uint32_t at = line_content(bytes, span->offset, span->end), end = at;
    struct fence fence = {.line = line, .at = at, .quotation = quotation, .byte = bytes[at]};
    while (end < span->end && bytes[end] == fence.byte) {
        end++;
    }
    fence.length = end - at;
    fence.opens = fence.byte == '~' || !memchr(bytes + end, '`', span->end - end);
    while (end < span->end && byte_is_blank(bytes[end])) {
        end++;
    }
    fence.closes = end == span->end;
    return fence;
}

static bool find_fences(struct plain_search *search) {
    struct proviso_document *document = search->masking->document;
    uint32_t quotation = 0;
    for (uint32_t i = search->line; i < document->line_count; i++) {
        struct line *line = &document->lines[i];
        if (i > 0 && line->quote != line[-1].quote) {
            quotation++;
        }
        if (line->plain != LINE_FENCE) {
            continue;
        }
        line->plain = 0;
        struct fence *grown =
            array_grow(search->fences, &search->capacity, search->count + 1, sizeof *grown);
        if (!grown) {
            return false;
        }
        search->fences = grown;
        grown[search->count++] = read_fence(search->masking, i, quotation);
    }
    return true;
}

/* From the last to the first: the longest run of each kind further on that could close a fence. */
static void settle_fences(struct plain_search *search) {
    uint32_t longest[2] = {0, 0}, quotation = 0;
    for (uint32_t i = search->count; i-- > 0;) {
        struct fence *fence = &search->fences[i];
        uint32_t *known = &longest[fence->byte == '~'];
        if (fence->quotation != quotation) {
            longest[0] = longest[1] = 0;
            quotation = fence->quotation;
        }
        fence->closed = fence->opens && *known >= fence->length;
        if (fence->closes && fence->length > *known) {
            *known = fence->length;
        }
    }
}

/* Blanks a fence with what it holds, or only its mark if it is never closed. Returns the fence from
 * which to go on. */
static uint32_t mask_fence(struct plain_search *search, uint32_t index) {
    const struct fence *fences = search->fences, *open = &fences[index];
    const struct line *lines = search->masking->document->lines;
    if (!open->closed) {
        mask_blank(search->masking, open->at, open->at + open->length);
        return index + 1;
    }
    uint32_t close = index + 1;
    while (fences[close].byte != open->byte || !fences[close].closes ||
           fences[close].length < open->length) {
        close++;
    }
    mask_plain(search->masking, open->line, lines[open->line].offset,
               lines[fences[close].line].end);
    search->line = fences[close].line + 1;
    return close + 1;
}

/* ---- comments, scripts, styles ------------------------------------------------------------- */

static const struct {
    const char *open, *close;
} elements[] = {{"<!--", "-->"}, {"<script", "</script>"}, {"<style", "</style>"}};
enum { ELEMENTS = sizeof elements / sizeof elements[0] };

static bool starts_with(const struct masking *masking, uint32_t at, const char *lower) {
    for (; *lower; lower++, at++) {
        char byte = at < masking->length ? masking->bytes[at] : '\0';
        if ((byte_is_letter(byte) ? byte | 0x20 : byte) != *lower) {
            return false;
        }
    }
    return true;
}

/* The byte after `mark`, or 0. */
static uint32_t find_end(const struct masking *masking, uint32_t from, const char *mark) {
    while (from < masking->length) {
        const char *next = memchr(masking->bytes + from, mark[0], masking->length - from);
        if (!next) {
            return 0;
        }
        from = (uint32_t)(next - masking->bytes);
        if (starts_with(masking, from, mark)) {
            return from + (uint32_t)strlen(mark);
        }
        from++;
    }
    return 0;
}

/* The element that opens at `at`, or ELEMENTS. */
static uint32_t element_at(const struct masking *masking, uint32_t at) {
    uint32_t kind = 0;
    while (kind < ELEMENTS && !starts_with(masking, at, elements[kind].open)) {
        kind++;
    }
    return kind;
}

/* Blanks the elements that open in start..end. Returns how far the last one reaches. */
static uint32_t mask_elements(struct plain_search *search, uint32_t start, uint32_t end,
                              bool unclosed[ELEMENTS]) {
    struct masking *masking = search->masking;
    while (start < end) {
        const char *open = memchr(masking->mask + start, '<', end - start);
        if (!open) {
            return end;
        }
        start = (uint32_t)(open - masking->mask);
        uint32_t kind = element_at(masking, start), stop = 0;
        if (kind < ELEMENTS && !unclosed[kind]) {
            stop = find_end(masking, start + 2, elements[kind].close);
            unclosed[kind] = stop == 0;
        }
        if (stop) {
            search->line = mask_plain(masking, search->line, start, stop);
        } else if (kind == 0) {
            mask_blank(masking, start, start + 4);
        }
        start = stop ? stop : start + 1;
    }
    return start;
}

static void mask_regions(struct plain_search *search) {
    const struct proviso_document *document = search->masking->document;
    bool unclosed[ELEMENTS] = {false};
    uint32_t at = 0;
    for (uint32_t i = 0; i < search->count;) {
        uint32_t start = document->lines[search->fences[i].line].offset;
        at = mask_elements(search, at, start, unclosed);
        if (at > start) {
            i++; /* inside a comment */
            continue;
        }
        i = mask_fence(search, i);
        at = search->line < document->line_count ? document->lines[search->line].offset
                                                 : search->masking->length;
        at = at < start ? start : at;
    }
    mask_elements(search, at, search->masking->length, unclosed);
}

/* A line that was blanked in parts is plain if nothing is left of it. */
static void settle_lines(struct masking *masking) {
    const struct proviso_document *document = masking->document;
    for (uint32_t i = 0; i < document->line_count; i++) {
        struct line *line = &document->lines[i];
        if (line->plain == LINE_PARTLY) {
            uint32_t at = line->offset;
            while (at < line->end && byte_is_blank(masking->mask[at])) {
                at++;
            }
            line->plain = at == line->end;
        }
    }
}

bool plain_mask(struct masking *masking) {
    struct plain_search search = {.masking = masking};
    mask_front_matter(&search);
    bool found = find_fences(&search);
    if (found) {
        settle_fences(&search);
        mask_regions(&search);
        settle_lines(masking);
    }
    array_free(search.fences);
    return found;
}
