/*
 * Notes taken out of an annotated draft. In: a draft with notes, in UTF-8, Windows-1252 or UTF-16.
 * Out: the draft before it was annotated, to the byte. A draft that quotes marks of its own, such
 * as
 * "<!-- proviso 0a1b2c3d begin -->", keeps them: the nonce must be that of the draft that remains.
 */
#include "mark.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { CANDIDATES = 8, NONCE_TRIES = 64 };

/* A file as code units: bytes, or pairs of bytes in UTF-16. */
struct units {
    const char *bytes;
    size_t count; /* of units; an odd byte at the end belongs to no unit */
    uint32_t size;
    uint32_t low; /* which byte of a pair holds ASCII */
    size_t bom;   /* units */
};

static struct units units_of(const char *bytes, size_t length) {
    struct units units = {.bytes = bytes, .count = length, .size = 1};
    if (length >= 2 && !memcmp(bytes, "\xFF\xFE", 2)) {
        units = (struct units){bytes, length / 2, 2, 0, 1};
    } else if (length >= 2 && !memcmp(bytes, "\xFE\xFF", 2)) {
        units = (struct units){bytes, length / 2, 2, 1, 1};
    } else if (length >= 3 && !memcmp(bytes, "\xEF\xBB\xBF", 3)) {
        units.bom = 3;
    }
    return units;
}

/* The unit as a byte, 0xFF if it is no ASCII. */
static unsigned char unit_at(const struct units *units, size_t index) {
    const char *at = units->bytes + index * units->size;
    if (units->size == 1) {
        return (unsigned char)*at;
    }
    return at[1 - units->low] ? 0xFF : (unsigned char)at[units->low];
}

static bool has_string(const struct units *units, size_t at, const char *string, size_t length) {
    if (at > units->count || length > units->count - at) {
        return false;
    }
    for (size_t i = 0; i < length; i++) {
        if (unit_at(units, at + i) != (unsigned char)string[i]) {
            return false;
        }
    }
    return true;
}

/* Where the string next stands, or SIZE_MAX. */
static size_t find_string(const struct units *units, size_t from, const char *string) {
    size_t length = strlen(string);
    for (size_t at = from; at + length <= units->count; at++) {
        if (units->size == 1) {
            const char *next = memchr(units->bytes + at, string[0], units->count - at - length + 1);
            if (!next) {
                return SIZE_MAX;
            }
            at = (size_t)(next - units->bytes);
        }
        if (has_string(units, at, string, length)) {
            return at;
        }
    }
    return SIZE_MAX;
}

void mark_nonce(const char *file, size_t length, char nonce[MARK_NONCE + 1]) {
    struct units units = units_of(file, length);
    uint64_t hash = 14695981039346656037u;
    for (size_t i = 0; i < length; i++) {
        hash = (hash ^ (unsigned char)file[i]) * 1099511628211u;
    }
    for (uint32_t i = 0; i < NONCE_TRIES; i++) {
        snprintf(nonce, MARK_NONCE + 1, "%08x", (unsigned)((hash ^ hash >> 32) + i) & 0xFFFFFFFFu);
        if (find_string(&units, 0, nonce) == SIZE_MAX) {
            return;
        }
    }
}

static bool is_end(const struct units *units, size_t at) {
    return at < units->count && (unit_at(units, at) == '\n' || unit_at(units, at) == '\r');
}

/* Units in the line end at `at`: 0, 1 or 2. */
static size_t line_end_length(const struct units *units, size_t at) {
    if (!is_end(units, at)) {
        return 0;
    }
    return unit_at(units, at) == '\r' && at + 1 < units->count && unit_at(units, at + 1) == '\n'
               ? 2
               : 1;
}

static size_t line_finish(const struct units *units, size_t at) {
    while (at < units->count && !is_end(units, at)) {
        at++;
    }
    return at;
}

static void copy_units(const struct units *units, size_t start, size_t end, struct buffer *out) {
    buffer_add(out, units->bytes + start * units->size, (end - start) * units->size);
}

/* One stretch set in, as units [start, end). */
struct stretch {
    size_t start, end;
};

/* The stretch whose first mark stands at `begin`. */
static bool find_stretch(const struct units *units, const char *nonce, size_t begin,
                         struct stretch *stretch) {
    char mark[32];
    int length = snprintf(mark, sizeof mark, "proviso %s end", nonce);
    size_t line = begin, end = find_string(units, begin, mark);
    size_t one = line_end_length(units, line_finish(units, begin));
    if (end == SIZE_MAX || !one) {
        return false;
    }
    while (line > units->bom && !is_end(units, line - 1)) {
        line--;
    }
    bool top = line == units->bom;
    bool dot = has_string(units, end + (size_t)length, ".", 1);
    if (!top && line < 2 * one) {
        return false;
    }
    stretch->start = top ? line : line - 2 * one;
    stretch->end = line_finish(units, end) + (top ? 2 - dot : 1 - dot) * one;
    return stretch->end <= units->count;
}

static bool strip_nonce(const struct units *units, const char *nonce, size_t length,
                        struct buffer *out) {
    char mark[32], check[MARK_NONCE + 1];
    size_t reached = 0, kept = out->length;
    snprintf(mark, sizeof mark, "proviso %s begin", nonce);
    for (size_t begin; (begin = find_string(units, reached, mark)) != SIZE_MAX;) {
        struct stretch stretch;
        if (!find_stretch(units, nonce, begin, &stretch) || stretch.start < reached) {
            out->length = kept;
            return false;
        }
        copy_units(units, reached, stretch.start, out);
        reached = stretch.end;
    }
    copy_units(units, reached, units->count, out);
    buffer_add(out, units->bytes + units->count * units->size, length - units->count * units->size);
    mark_nonce(out->bytes + kept, out->length - kept, check);
    if (out->failed || strcmp(check, nonce) != 0) {
        out->length = kept;
        return false;
    }
    return true;
}

/* The nonce of a first mark at `at`, if one stands there. */
static bool read_nonce(const struct units *units, size_t at, char nonce[MARK_NONCE + 1]) {
    if (!has_string(units, at + MARK_NONCE, " begin", 6)) {
        return false;
    }
    for (size_t i = 0; i < MARK_NONCE; i++) {
        nonce[i] = (char)unit_at(units, at + i);
    }
    nonce[MARK_NONCE] = '\0';
    return true;
}

bool annotate_strip(const char *file, size_t length, struct buffer *out) {
    struct units units = units_of(file, length);
    static const char word[] = "proviso ";
    char nonce[MARK_NONCE + 1], last[MARK_NONCE + 1] = "";
    uint32_t tried = 0;
    for (size_t at = 0; tried < CANDIDATES;) {
        at = find_string(&units, at, word);
        if (at == SIZE_MAX) {
            return false;
        }
        at += sizeof word - 1;
        if (read_nonce(&units, at, nonce) && strcmp(nonce, last) != 0) {
            if (strip_nonce(&units, nonce, length, out)) {
                return true;
            }
            memcpy(last, nonce, sizeof last);
            tried++;
        }
    }
    return false;
}
