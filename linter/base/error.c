/*
 * What went wrong with a run. In: a format and where it happened. Out: one line in the caller's
 * proviso_error, such as `unknown key "serverity", did you mean "severity"?`.
 */
#include "error.h"

#include <stdarg.h>
#include <stdio.h>

static void error_fill(struct proviso_error *error, const char *path, uint32_t line,
                       uint32_t column, const char *format, va_list arguments) {
    if (!error) {
        return;
    }
    error->line = line;
    error->column = column;
    snprintf(error->path, sizeof error->path, "%s", path ? path : "");
    if (vsnprintf(error->message, sizeof error->message, format, arguments) < 0) {
        error->message[0] = '\0';
    }
}

bool error_set(struct proviso_error *error, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    error_fill(error, NULL, 0, 0, format, arguments);
    va_end(arguments);
    return false;
}

bool error_at(struct proviso_error *error, const char *path, uint32_t line, uint32_t column,
              const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    error_fill(error, path, line, column, format, arguments);
    va_end(arguments);
    return false;
}

bool error_memory(struct proviso_error *error) {
    return error_set(error, "out of memory");
}
