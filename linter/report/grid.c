/*
 * A table, row by row. In: cells. Out: "| Article 19 | weak (Article 15(2)) |", or in plain text
 * one block a row, a line a cell: a table of twenty columns fits no terminal and no page.
 */
#include "grid.h"

#include <string.h>

void grid_begin(struct grid *grid, const char *title) {
    grid->count = grid->rows = 0;
    buffer_format(grid->out, grid->plain ? "%s\n" : "**%s**\n\n", title);
}

struct buffer *grid_cell(struct grid *grid) {
    uint32_t at = grid->count < GRID_COLUMNS ? grid->count : GRID_COLUMNS - 1;
    grid->count = at + 1;
    return &grid->cells[at];
}

/* A cell on one line, with the characters that Markdown would read as its own made harmless. */
static void add_clean(struct buffer *out, struct buffer *cell, bool plain) {
    const char *text = buffer_string(cell);
    for (; *text; text++) {
        if (!plain && strchr("|\\`*_[]<>", *text)) {
            buffer_add_char(out, '\\');
        }
        buffer_add_char(out, *text == '\n' || *text == '\r' ? ' ' : *text);
    }
}

static void clear_cells(struct grid *grid) {
    for (uint32_t i = 0; i < grid->count; i++) {
        buffer_clear(&grid->cells[i]);
    }
    grid->count = 0;
}

void grid_drop(struct grid *grid) {
    clear_cells(grid);
}

static void write_markdown(struct grid *grid) {
    for (uint32_t i = 0; i < grid->count; i++) {
        buffer_add_string(grid->out, "| ");
        add_clean(grid->out, &grid->cells[i], false);
        buffer_add_char(grid->out, ' ');
    }
    buffer_add_string(grid->out, "|\n");
    for (uint32_t i = 0; grid->rows == 0 && i < grid->count; i++) {
        buffer_add_string(grid->out, i + 1 < grid->count ? "|---" : "|---|\n");
    }
}

/* The heading row is kept, to stand before each cell of the rows below. */
static void write_plain(struct grid *grid) {
    for (uint32_t i = 0; i < grid->count; i++) {
        buffer_add_string(grid->out, i ? "    " : "  ");
        if (i) {
            add_clean(grid->out, &grid->titles[i], true);
            buffer_add_string(grid->out, ": ");
        }
        add_clean(grid->out, &grid->cells[i], true);
        buffer_add_char(grid->out, '\n');
    }
}

void grid_row(struct grid *grid) {
    if (!grid->plain) {
        write_markdown(grid);
    } else if (grid->rows == 0) {
        for (uint32_t i = 0; i < grid->count; i++) {
            buffer_clear(&grid->titles[i]);
            buffer_add_string(&grid->titles[i], buffer_string(&grid->cells[i]));
        }
    } else {
        write_plain(grid);
    }
    grid->rows++;
    clear_cells(grid);
}

void grid_end(struct grid *grid) {
    buffer_add_char(grid->out, '\n');
}

void grid_free(struct grid *grid) {
    for (uint32_t i = 0; i < GRID_COLUMNS; i++) {
        grid->out->failed |= grid->cells[i].failed || grid->titles[i].failed;
        buffer_free(&grid->cells[i]);
        buffer_free(&grid->titles[i]);
    }
}
