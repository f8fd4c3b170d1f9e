/*
 * Messages about the run. In: a file and what happened to it. Out, on standard error, in one line:
 * proviso: draft.md: no such file or directory
 */
#include "message.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { LINE = 2048 };

/* The line goes out whole, with nothing in it that a terminal would obey. */
static void print_line(char *line, size_t length) {
    if (length >= LINE - 1) {
        length = LINE - 2;
    }
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)line[i];
        if (byte < ' ' || byte == 0x7F) {
            line[i] = byte == '\n' || byte == '\t' ? ' ' : '?';
        }
    }
    line[length] = '\n';
    fwrite(line, 1, length + 1, stderr);
}

void message(const char *path, const char *format, ...) {
    char line[LINE];
    int start = snprintf(line, sizeof line, "proviso: %s%s", path ? path : "", path ? ": " : "");
    size_t length = start < 0 || start > LINE / 2 ? LINE / 2 : (size_t)start;
    va_list arguments;
    va_start(arguments, format);
    int more = vsnprintf(line + length, sizeof line - length, format, arguments);
    va_end(arguments);
    print_line(line, length + (more < 0 ? 0 : (size_t)more));
}

void message_error(const char *path, const struct proviso_error *error) {
    path = error->path[0] ? error->path : path;
    if (error->line && error->column) {
        message(NULL, "%s:%u:%u: %s", path, error->line, error->column, error->message);
    } else if (error->line) {
        message(NULL, "%s:%u: %s", path, error->line, error->message);
    } else {
        message(path, "%s", error->message);
    }
}

const char *message_reason(int number, char *buffer, size_t size) {
    if (strerror_r(number, buffer, size) != 0) {
        snprintf(buffer, size, "error %d", number);
    }
    if (buffer[0] >= 'A' && buffer[0] <= 'Z' && buffer[1] >= 'a') {
        buffer[0] = (char)(buffer[0] + 'a' - 'A');
    }
    return buffer;
}
