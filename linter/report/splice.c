/*
 * Edits written into a draft. In: the bytes of a file and edits such as (408, 426, ""), which takes
 * ", as appropriate," out of Article 24(2). Out: the file with the edits, every other byte as it
 * was.
 */
#include "splice.h"

static bool in_order(uint32_t length, const struct edit *edits, size_t count) {
    uint32_t reached = 0;
    for (size_t i = 0; i < count; i++) {
        if (edits[i].offset < reached || edits[i].end_offset < edits[i].offset ||
            edits[i].end_offset > length) {
            return false;
        }
        reached = edits[i].end_offset;
    }
    return true;
}

static bool write_bytes(const struct proviso_sink *sink, const char *bytes, size_t length) {
    return length == 0 || sink->write(sink->context, bytes, length);
}

bool splice_write(const char *file, uint32_t length, const struct edit *edits, size_t count,
                  const struct proviso_sink *sink) {
    if (!in_order(length, edits, count)) {
        return false;
    }
    uint32_t reached = 0;
    for (size_t i = 0; i < count; i++) {
        if (!write_bytes(sink, file + reached, edits[i].offset - reached) ||
            !write_bytes(sink, edits[i].bytes, edits[i].length)) {
            return false;
        }
        reached = edits[i].end_offset;
    }
    return write_bytes(sink, file + reached, length - reached);
}
