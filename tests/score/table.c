/*
 * Tables of expectations. In: lines of four or five columns apart by tabs,
 * "bill.md	Section 5(2)	missing-time-limit	+". Out: rows.
 */
#include "score.h"

#include <stdlib.h>
#include <string.h>

enum { COLUMNS = 5, CHUNK = 1 << 16 };

char *score_file_read(const char *path, size_t *length) {
    FILE *file = fopen(path, "rb");
    if (!file) {
        return NULL;
    }
    char *bytes = NULL;
    size_t used = 0, got;
    do {
        char *grown = realloc(bytes, used + CHUNK + 1);
        if (!grown) {
            break;
        }
        bytes = grown;
        got = fread(bytes + used, 1, CHUNK, file);
        used += got;
        bytes[used] = '\0';
    } while (got == CHUNK);
    fclose(file);
    *length = used;
    return bytes;
}

/* Cuts a line into columns, in place. */
static size_t cut_columns(char *line, char *columns[COLUMNS]) {
    size_t count = 0;
    for (char *at = line; at && count < COLUMNS; count++) {
        columns[count] = at;
        at = strchr(at, '\t');
        if (at) {
            *at++ = '\0';
        }
    }
    return count;
}

static bool read_severity(const char *word, enum proviso_severity *severity) {
    static const char *const names[] = {"note", "warning", "error"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(word, names[i]) == 0) {
            *severity = (enum proviso_severity)i;
            return true;
        }
    }
    return false;
}

static bool read_sign(struct row *row) {
    char *end = row->sign + 1;
    if (*row->sign == '+') {
        row->expectation = EXPECT_FOUND;
    } else if (*row->sign == '-') {
        row->expectation = EXPECT_SILENT;
        row->allowed = (unsigned)strtoul(row->sign + 1, &end, 10);
    } else {
        row->expectation = strcmp(row->sign, "role") == 0 ? EXPECT_ROLE : EXPECT_STATE;
        end = row->sign + strlen(row->sign);
    }
    return *row->sign && *end == '\0';
}

static bool read_row(struct row *row, char *line) {
    char *columns[COLUMNS] = {NULL};
    size_t count = cut_columns(line, columns);
    if (count < COLUMNS - 1) {
        return false;
    }
    row->document = columns[0];
    row->citation = columns[1];
    row->category = columns[2];
    row->sign = columns[3];
    row->least = PROVISO_NOTE;
    return read_sign(row) && (count < COLUMNS || read_severity(columns[4], &row->least));
}

static bool add_row(struct table *table, const char *path, unsigned number, char *line) {
    struct row *grown = realloc(table->rows, (table->count + 1) * sizeof *grown);
    if (!grown) {
        fprintf(stderr, "score: out of memory\n");
        return false;
    }
    table->rows = grown;
    struct row *row = &grown[table->count];
    memset(row, 0, sizeof *row);
    row->table = path;
    row->line = number;
    if (!read_row(row, line)) {
        fprintf(stderr,
                "score: %s:%u: not document, citation, category and sign (+, -, -N, a state or "
                "role), apart by tabs\n",
                path, number);
        return false;
    }
    table->count++;
    return true;
}

bool table_read(struct table *table, const char *path) {
    size_t length = 0;
    memset(table, 0, sizeof *table);
    table->bytes = score_file_read(path, &length);
    if (!table->bytes) {
        fprintf(stderr, "score: %s: cannot be read\n", path);
        return false;
    }
    unsigned number = 0;
    for (char *line = table->bytes; line && *line;) {
        char *next = strchr(line, '\n');
        if (next) {
            *next++ = '\0';
        }
        line[strcspn(line, "\r")] = '\0';
        number++;
        if (*line && *line != '#' && !add_row(table, path, number, line)) {
            return false;
        }
        line = next;
    }
    return true;
}

void table_free(struct table *table) {
    free(table->rows);
    free(table->bytes);
}
