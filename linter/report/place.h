/* Where a finding stands: lines, columns and bytes of the file. */
#ifndef REPORT_PLACE_H
#define REPORT_PLACE_H

#include "../document/document.h"

/* Columns in the unit of the report, the end one past the words; offsets are bytes of the file. */
struct place {
    uint32_t line, column, end_line, end_column, offset, end_offset;
};

/* Finds places one after the other, cheaply when they rise as findings do. */
struct places {
    const struct proviso_document *document;
    enum proviso_column unit;
    struct cursor start, end;
};

struct places places_start(const struct proviso_document *document, enum proviso_column unit);
struct place places_find(struct places *places, uint32_t start, uint32_t end);
/* The index of the line that holds the byte of the text; at a line end, the line it ends. */
uint32_t place_line(const struct proviso_document *document, uint32_t offset);

#endif
