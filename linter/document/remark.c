/*
 * What is worth saying about how a draft was read. In: "%u bytes are not UTF-8, the first in line
 * %u". Out: a line for proviso_document_remark, which a verb prints after the name of the file.
 */
#include "document.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Room for one more: the array is full when its length is a power of two, or zero. */
static bool make_room(struct proviso_document *document) {
    uint32_t count = document->remark_count;
    if (count & (count - 1)) {
        return true;
    }
    const char **grown = ARENA_ARRAY(document->arena, const char *, count ? 2 * count : 1);
    if (!grown) {
        return false;
    }
    for (uint32_t i = 0; i < count; i++) {
        grown[i] = document->remarks[i];
    }
    document->remarks = grown;
    return true;
}

bool document_remark(struct proviso_document *document, const char *format, ...) {
    char line[512];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    if (length < 0 || !make_room(document)) {
        return false;
    }
    char *copy = arena_copy(document->arena, line, strlen(line));
    if (copy) {
        document->remarks[document->remark_count++] = copy;
    }
    return copy != NULL;
}

const char *proviso_document_remark(const proviso_document *document, size_t index) {
    return index < document->remark_count ? document->remarks[index] : NULL;
}
