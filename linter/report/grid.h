/* A table, row by row: pipes in Markdown, aligned columns with wrapped cells in plain text. */
#ifndef REPORT_GRID_H
#define REPORT_GRID_H

#include "../base/buffer.h"

#include <stdbool.h>
#include <stdint.h>

enum { GRID_COLUMNS = 32 };

struct grid {
    struct buffer *out;
    bool plain;
    struct buffer cells[GRID_COLUMNS];  /* of the row in the making */
    struct buffer titles[GRID_COLUMNS]; /* of the columns, in plain text */
    uint32_t count, rows;
};

/* The title of a table that follows. */
void grid_begin(struct grid *grid, const char *title);
/* The next cell of the row. Cells beyond GRID_COLUMNS share the last one. */
struct buffer *grid_cell(struct grid *grid);
/* Writes the row; the first is the heading. */
void grid_row(struct grid *grid);
/* Forgets the row. */
void grid_drop(struct grid *grid);
void grid_end(struct grid *grid);
void grid_free(struct grid *grid);

#endif
