/* Messages about the run, on standard error: `proviso: FILE: what happened`. */
#ifndef VERB_MESSAGE_H
#define VERB_MESSAGE_H

#include "proviso.h"

/* One line; `path` may be NULL. */
void message(const char *path, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* An error of the library, with its own path and place where it has one. */
void message_error(const char *path, const struct proviso_error *error);
/* What the system says of an error number, in lower case as the rest of the line. */
const char *message_reason(int number, char *buffer, size_t size);

#endif
