/*
 * What can be asked of a provision. In: its number, or a byte of the text. Out: its kind, its
 * lines, its heading ("Conditions and safeguards"), the article that it belongs to.
 */
#include "../base/utf8.h"
#include "document.h"

#include <string.h>

const char *proviso_kind_name(enum proviso_kind kind) {
    static const char *const names[] = {"document",  "preamble", "part",    "article",
                                        "paragraph", "point",    "schedule"};
    return names[kind];
}

size_t proviso_document_count(const proviso_document *document) {
    return document->provision_count;
}

/* The index of the line that holds the byte, or of the last one before it. */
static uint32_t line_at(const struct proviso_document *document, uint32_t offset) {
    uint32_t low = 0, high = document->line_count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (document->lines[middle].offset <= offset) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return low;
}

void proviso_document_provision(const proviso_document *document, size_t index,
                                struct proviso_provision *provision) {
    const struct provision *inner = &document->provisions[index];
    uint32_t first = line_at(document, inner->start);
    uint32_t last = line_at(document, inner->finish > inner->start ? inner->finish - 1 : 0);
    while (last > first && document->lines[last].blank) {
        last--;
    }
    last = last < first ? first : last;
    *provision = (struct proviso_provision){
        .kind = (enum proviso_kind)inner->kind,
        .parent = inner->parent,
        .end = inner->end,
        .offset = text_file_offset(&document->text, inner->start),
        .end_offset = text_file_offset(&document->text, inner->finish),
        .line = document_line_number(document, first),
        .end_line = document_line_number(document, last),
        .quoted = (inner->flags & PROVISION_QUOTED) != 0,
    };
}

/* A string of at most size - 1 bytes, cut at a character; `length` counts all that was offered. */
struct cut_string {
    char *bytes;
    size_t size, length;
    bool full;
};

static void add(struct cut_string *string, const char *bytes, uint32_t length) {
    string->full = string->full || string->length + length >= string->size;
    if (!string->full) {
        memcpy(string->bytes + string->length, bytes, length);
        string->bytes[string->length + length] = '\0';
    }
    string->length += length;
}

size_t proviso_document_heading(const proviso_document *document, size_t index, char *buffer,
                                size_t size) {
    const struct provision *provision = &document->provisions[index];
    const char *mask = document->text.mask;
    struct cut_string heading = {.bytes = buffer, .size = size};
    bool space = false;
    if (size) {
        buffer[0] = '\0';
    }
    for (uint32_t at = provision->heading_start; at < provision->heading_end;) {
        uint32_t character, length;
        length = utf8_decode(mask + at, provision->heading_end - at, &character);
        if (utf8_is_space(character)) {
            space = heading.length > 0;
        } else if (character >= ' ' && character != 0xAD) {
            if (space) {
                add(&heading, " ", 1);
            }
            add(&heading, mask + at, length);
            space = false;
        }
        at += length;
    }
    return heading.length;
}

/* The last provision that starts at or before the byte, or the nearest around it that holds it. */
uint32_t document_provision_at(const struct proviso_document *document, uint32_t offset) {
    const struct provision *provisions = document->provisions;
    uint32_t low = 0, high = document->provision_count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (provisions[middle].start <= offset) {
            low = middle;
        } else {
            high = middle;
        }
    }
    while (low > 0 && provisions[low].finish <= offset) {
        low = provisions[low].parent;
    }
    return low;
}

uint32_t document_article(const struct proviso_document *document, uint32_t provision) {
    const struct provision *provisions = document->provisions;
    uint32_t outermost = provision;
    for (uint32_t at = provision; at > 0; at = provisions[at].parent) {
        if (provisions[at].kind == PROVISO_ARTICLE) {
            return at;
        }
        if (provisions[at].kind == PROVISO_PART || provisions[at].kind == PROVISO_SCHEDULE) {
            break;
        }
        outermost = at;
    }
    return outermost;
}
