/*
 * A file read. In: a name, or "-" for standard input. Out: its bytes in one piece of memory; they
 * are copied, since a file that is cut short while it is mapped would end the program.
 */
#include "draft.h"
#include "message.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The library refuses what is larger; one byte more than it takes is enough for it to say so. */
enum { MOST = (64 << 20) + 1, FIRST = 1 << 16 };

static bool refuse(struct proviso_error *error, int number) {
    *error = (struct proviso_error){.line = 0};
    message_reason(number, error->message, sizeof error->message);
    return false;
}

static size_t first_size(int descriptor) {
    struct stat about;
    if (fstat(descriptor, &about) != 0 || !S_ISREG(about.st_mode) || about.st_size < FIRST) {
        return FIRST;
    }
    return about.st_size < MOST ? (size_t)about.st_size + 1 : MOST;
}

static bool read_all(int descriptor, char **bytes, size_t *length, struct proviso_error *error) {
    size_t capacity = first_size(descriptor);
    char *read_bytes = malloc(capacity);
    for (*length = 0; read_bytes && *length < MOST;) {
        if (*length == capacity) {
            capacity = capacity < MOST / 2 ? capacity * 2 : MOST;
            char *grown = realloc(read_bytes, capacity);
            if (!grown) {
                break;
            }
            read_bytes = grown;
        }
        ssize_t count = read(descriptor, read_bytes + *length, capacity - *length);
        if (count < 0 && errno != EINTR) {
            int number = errno;
            free(read_bytes);
            return refuse(error, number);
        }
        if (count == 0) {
            *bytes = read_bytes;
            return true;
        }
        *length += count > 0 ? (size_t)count : 0;
    }
    if (read_bytes && *length >= MOST) {
        *bytes = read_bytes;
        return true;
    }
    free(read_bytes);
    return refuse(error, ENOMEM);
}

bool file_read(const char *path, char **bytes, size_t *length, struct proviso_error *error) {
    *bytes = NULL;
    if (strcmp(path, "-") == 0) {
        return read_all(STDIN_FILENO, bytes, length, error);
    }
    int descriptor = open(path, O_RDONLY | O_NOCTTY);
    if (descriptor < 0) {
        return refuse(error, errno);
    }
    bool done = read_all(descriptor, bytes, length, error);
    close(descriptor);
    return done;
}
