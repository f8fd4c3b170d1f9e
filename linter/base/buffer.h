/* Bytes that grow. A buffer that could not grow remembers it, so that a writer checks once at the
 * end. */
#ifndef BASE_BUFFER_H
#define BASE_BUFFER_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

struct buffer {
    char *bytes; /* NULL while empty; not NUL-terminated, see buffer_string */
    size_t length, capacity;
    bool failed; /* memory ran out: what was added since is lost */
};

void buffer_add(struct buffer *buffer, const char *bytes, size_t length);
void buffer_add_string(struct buffer *buffer, const char *string);
void buffer_add_char(struct buffer *buffer, char byte);
void buffer_format(struct buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* The bytes with a NUL behind them, "" when empty or failed. Valid until the next change. */
const char *buffer_string(struct buffer *buffer);
void buffer_clear(struct buffer *buffer); /* keeps the memory */
void buffer_free(struct buffer *buffer);

#endif
