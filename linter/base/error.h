/* Fills the caller's proviso_error. Both return false, so that `return error_set(...)` reads well.
 */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include "proviso.h"

/* `error` may be NULL. Path and place are cleared. */
bool error_set(struct proviso_error *error, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* The same, with the file and the place in it (0 if unknown). `path` may be NULL. */
bool error_at(struct proviso_error *error, const char *path, uint32_t line, uint32_t column,
              const char *format, ...) __attribute__((format(printf, 5, 6)));
bool error_memory(struct proviso_error *error);

#endif
