/*
 * What the mask hides. In: "Such *safeguards* shall" and its mask, "Such .safeguards. shall". Out:
 * the two bytes that differ, kept aside, so that the text need not be held twice: the words of the
 * law stand in the mask alone, and an excerpt or an edit puts the others between them.
 */
#include "../base/utf8.h"
#include "document.h"

#include <string.h>

/* Runs of hidden bytes that stand closer together than this are one: with the bytes between them
 * they take no more room. */
enum { RUN_GAP = sizeof(struct hidden_run) };

/* The first byte from `at` on that the mask hides, or the end of the text. */
static uint32_t next_hidden(const struct text *text, uint32_t at) {
    uint64_t bytes = 0, mask = 0;
    while (bytes == mask && at + sizeof bytes <= text->length) {
        memcpy(&bytes, text->bytes + at, sizeof bytes);
        memcpy(&mask, text->mask + at, sizeof mask);
        at += bytes == mask ? (uint32_t)sizeof bytes : 0;
    }
    while (at < text->length && text->bytes[at] == text->mask[at]) {
        at++;
    }
    return at;
}

/* The end of a run of hidden bytes. */
static uint32_t run_end(const struct text *text, uint32_t at) {
    uint32_t last = at;
    for (; at < text->length && at - last <= RUN_GAP; at++) {
        last = text->bytes[at] != text->mask[at] ? at : last;
    }
    return last + 1;
}

/* Keeps start..end aside. */
static bool keep_run(struct text *text, uint32_t start, uint32_t end, uint32_t *run_capacity,
                     uint32_t *byte_capacity) {
    uint32_t length = end - start, kept = text->hidden_length;
    struct hidden_run *runs =
        array_grow(text->hidden, run_capacity, text->hidden_count + 2, sizeof *runs);
    text->hidden = runs ? runs : text->hidden;
    char *bytes = array_grow(text->hidden_bytes, byte_capacity, kept + length, 1);
    text->hidden_bytes = bytes ? bytes : text->hidden_bytes;
    if (!runs || !bytes) {
        return false;
    }
    memcpy(bytes + kept, text->bytes + start, length);
    text->hidden_length += length;
    runs[text->hidden_count++] = (struct hidden_run){start, kept};
    runs[text->hidden_count] = (struct hidden_run){text->length, text->hidden_length};
    return true;
}

static bool keep_hidden(struct text *text) {
    uint32_t runs = 0, bytes = 0;
    bool kept = true;
    for (uint32_t at = next_hidden(text, 0); kept && at < text->length;) {
        uint32_t end = run_end(text, at);
        kept = keep_run(text, at, end, &runs, &bytes);
        at = next_hidden(text, end);
    }
    text->hidden = array_fit(text->hidden, &runs, text->hidden_count + 1, sizeof *text->hidden);
    text->hidden_bytes = array_fit(text->hidden_bytes, &bytes, text->hidden_length, 1);
    return kept;
}

bool text_release(struct text *text, struct arena *arena) {
    bool utf8 = text->encoding == ENCODING_UTF8;
    const char *file = utf8 ? NULL : arena_copy(arena, text->file, text->file_length);
    bool kept = (file || utf8) && keep_hidden(text);
    array_free(text->recoded);
    text->recoded = NULL;
    text->bytes = NULL;
    text->file = file;
    return kept;
}

void text_free(struct text *text) {
    array_free(text->mask);
    array_free(text->recoded);
    array_free(text->hidden);
    array_free(text->hidden_bytes);
}

/* The last run that begins at or before the offset, or the first. */
static uint32_t run_at(const struct text *text, uint32_t offset) {
    uint32_t low = 0, high = text->hidden_count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (text->hidden[middle].offset <= offset) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return low;
}

const char *text_original(const struct text *text, uint32_t at, uint32_t *end) {
    *end = text->length;
    if (text->bytes) {
        return text->bytes + at;
    }
    if (text->hidden_count == 0) {
        return text->mask + at;
    }
    const struct hidden_run *run = &text->hidden[run_at(text, at)];
    uint32_t length = run[1].kept - run->kept;
    if (at >= run->offset && at - run->offset < length) {
        *end = run->offset + length;
        return text->hidden_bytes + run->kept + (at - run->offset);
    }
    run += at >= run->offset;
    *end = run->offset;
    return text->mask + at;
}

void text_copy(const struct text *text, uint32_t start, uint32_t end, char *into) {
    for (uint32_t at = start, stop; at < end; at = stop) {
        const char *bytes = text_original(text, at, &stop);
        stop = stop < end ? stop : end;
        memcpy(into + (at - start), bytes, stop - at);
    }
}

uint32_t text_character(const struct text *text, uint32_t at, uint32_t limit, uint32_t *character) {
    char bytes[4];
    uint32_t end = limit - at < sizeof bytes ? limit : at + (uint32_t)sizeof bytes;
    text_copy(text, at, end, bytes);
    return utf8_decode(bytes, end - at, character);
}

bool text_has(const struct text *text, uint32_t at, const char *bytes, uint32_t length) {
    bool same = length <= text->length - at;
    for (uint32_t i = 0; same && i < length; i++) {
        same = text_byte(text, at + i) == bytes[i];
    }
    return same;
}

char *text_restore(const struct text *text, struct arena *arena) {
    char *bytes = ARENA_ARRAY(arena, char, text->length ? text->length : 1);
    if (bytes) {
        text_copy(text, 0, text->length, bytes);
    }
    return bytes;
}

void text_add(struct buffer *out, const struct text *text, uint32_t start, uint32_t end) {
    for (uint32_t at = start, stop; at < end; at = stop) {
        const char *bytes = text_original(text, at, &stop);
        stop = stop < end ? stop : end;
        buffer_add(out, bytes, stop - at);
    }
}
