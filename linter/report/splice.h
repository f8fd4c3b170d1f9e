/* The one primitive that writes into drafts: edits by bytes of the file. */
#ifndef REPORT_SPLICE_H
#define REPORT_SPLICE_H

#include "proviso.h"

/* file[offset..end_offset) gives way to `bytes`, which are in the file's own encoding. */
struct edit {
    uint32_t offset, end_offset;
    const char *bytes;
    size_t length;
};

/* Writes the file with its edits to the sink. False, with nothing written, unless the edits are in
 * order, do not overlap and lie inside the file; false when the sink refuses. Edits at one offset
 * are written in their order. */
bool splice_write(const char *file, uint32_t length, const struct edit *edits, size_t count,
                  const struct proviso_sink *sink);

#endif
