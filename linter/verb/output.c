/*
 * Output. In: bytes of a report, such as an annotated draft. Out: standard output, or a file that
 * is written under another name and renamed at the end, so that a full disk or an interruption
 * leaves no half of it behind.
 */
#define _XOPEN_SOURCE 700 /* realpath */

#include "output.h"

#include "message.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool write_all(struct output *output, const char *bytes, size_t length) {
    while (!output->failure && length) {
        ssize_t written = write(output->descriptor, bytes, length);
        if (written < 0 && errno != EINTR) {
            output->failure = errno;
        } else if (written > 0) {
            bytes += written;
            length -= (size_t)written;
        }
    }
    return !output->failure;
}

static bool flush(struct output *output) {
    size_t length = output->length;
    output->length = 0;
    return write_all(output, output->bytes, length);
}

static bool add_bytes(void *context, const char *bytes, size_t length) {
    struct output *output = context;
    if (length > OUTPUT_BUFFER - output->length && !flush(output)) {
        return false;
    }
    if (length >= OUTPUT_BUFFER) {
        return write_all(output, bytes, length);
    }
    memcpy(output->bytes + output->length, bytes, length);
    output->length += length;
    return !output->failure;
}

void output_print(struct output *output, const char *format, ...) {
    char line[4096];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    if (length > 0) {
        add_bytes(output, line, (size_t)length < sizeof line ? (size_t)length : sizeof line - 1);
    }
}

/* A new file beside the target, with the rights of the one that it will replace. */
static bool open_temporary(struct output *output, const struct stat *old) {
    size_t size = strlen(output->target) + 16;
    const char *slash = strrchr(output->target, '/');
    int folder = slash ? (int)(slash - output->target) + 1 : 0;
    output->temporary = malloc(size);
    if (!output->temporary) {
        errno = ENOMEM;
        return false;
    }
    snprintf(output->temporary, size, "%.*s.%s.XXXXXX", folder, output->target,
             output->target + folder);
    output->descriptor = mkstemp(output->temporary);
    if (output->descriptor < 0) {
        return false;
    }
    mode_t mask = umask(0);
    umask(mask);
    mode_t rights = old ? old->st_mode & 07777 : 0666 & ~mask;
    return fchmod(output->descriptor, rights) == 0 || old == NULL;
}

static bool open_file(struct output *output, const char *path) {
    struct stat old;
    bool exists = stat(path, &old) == 0;
    if (exists && !S_ISREG(old.st_mode)) { /* /dev/stdout, a pipe: nothing to put in its place */
        output->descriptor = open(path, O_WRONLY);
        return output->descriptor >= 0;
    }
    output->target = exists ? realpath(path, NULL) : strdup(path);
    return output->target && open_temporary(output, exists ? &old : NULL);
}

bool output_open(struct output *output, const char *path) {
    char reason[128];
    *output = (struct output){.descriptor = STDOUT_FILENO, .path = path};
    output->sink = (struct proviso_sink){add_bytes, output};
    signal(SIGPIPE, SIG_IGN); /* a pipe that closes and a file that may not grow are errors */
    signal(SIGXFSZ, SIG_IGN);
    output->bytes = malloc(OUTPUT_BUFFER);
    if (output->bytes && (!path || open_file(output, path))) {
        return true;
    }
    message(path, "cannot write: %s", message_reason(errno, reason, sizeof reason));
    output->failure = EPIPE; /* said */
    output_close(output, false);
    return false;
}

bool output_close(struct output *output, bool keep) {
    char reason[128];
    if (!output->failure && keep) {
        flush(output);
    }
    if (output->descriptor > STDERR_FILENO && close(output->descriptor) != 0 && !output->failure) {
        output->failure = errno;
    }
    if (output->temporary && keep && !output->failure &&
        rename(output->temporary, output->target) != 0) {
        output->failure = errno;
    }
    if (output->temporary && (output->failure || !keep)) {
        unlink(output->temporary);
    }
    if (output->failure && output->failure != EPIPE) {
        message(output->path ? output->path : "standard output", "cannot write: %s",
                message_reason(output->failure, reason, sizeof reason));
    }
    free(output->target);
    free(output->temporary);
    free(output->bytes);
    output->target = output->temporary = output->bytes = NULL;
    return !output->failure;
}

bool output_flush_stdio(void) {
    char reason[128];
    if (fflush(stdout) == 0 && !ferror(stdout)) {
        return true;
    }
    if (errno != EPIPE) {
        message("standard output", "cannot write: %s",
                message_reason(errno, reason, sizeof reason));
    }
    return false;
}

bool output_same_file(const char *a, const char *b) {
    struct stat first, second;
    return stat(a, &first) == 0 && stat(b, &second) == 0 && first.st_dev == second.st_dev &&
           first.st_ino == second.st_ino;
}
