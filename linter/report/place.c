/*
 * Where findings stand. In: bytes 410..426 of the text, "as appropriate". Out: line 12, column 27
 * to line 13, column 12, and the bytes of the file as it was read. One cursor for starts and one
 * for ends; they leap from line to line and read only the lines in which findings stand.
 */
#include "place.h"

struct places places_start(const struct proviso_document *document, enum proviso_column unit) {
    struct places places = {.document = document, .unit = unit};
    places.start = cursor_start(&document->text);
    places.end = places.start;
    return places;
}

static uint32_t column_of(const struct cursor *cursor, enum proviso_column unit) {
    switch (unit) {
    case PROVISO_COLUMN_BYTE:
        return cursor->byte;
    case PROVISO_COLUMN_UTF16:
        return cursor->utf16;
    case PROVISO_COLUMN_CHARACTER:
        break;
    }
    return cursor->character;
}

/* Moves to the offset, from the start of its line if that is another one. */
static void move_to(struct cursor *cursor, const struct proviso_document *document,
                    uint32_t offset) {
    uint32_t line = place_line(document, offset);
    uint32_t number = document_line_number(document, line);
    if (line < document->line_count && number != cursor->line) {
        *cursor = cursor_start(cursor->text);
        cursor->line = number;
        cursor->offset = document->lines[line].offset;
    }
    cursor_move(cursor, offset);
}

struct place places_find(struct places *places, uint32_t start, uint32_t end) {
    const struct text *text = &places->document->text;
    move_to(&places->start, places->document, start);
    if (end < places->end.offset) {
        places->end = places->start; /* words inside others that were reported before */
    }
    move_to(&places->end, places->document, end);
    return (struct place){.line = places->start.line,
                          .column = column_of(&places->start, places->unit),
                          .end_line = places->end.line,
                          .end_column = column_of(&places->end, places->unit),
                          .offset = text_file_offset(text, start),
                          .end_offset = text_file_offset(text, end)};
}

uint32_t place_line(const struct proviso_document *document, uint32_t offset) {
    uint32_t low = 0, high = document->line_count;
    while (low + 1 < high) {
        uint32_t middle = low + (high - low) / 2;
        if (document->lines[middle].offset <= offset) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return low;
}
