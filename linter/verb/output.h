/* Where reports go: standard output, or a file that appears only when it is whole. */
#ifndef VERB_OUTPUT_H
#define VERB_OUTPUT_H

#include "proviso.h"

enum { OUTPUT_BUFFER = 1 << 16 };

struct output {
    struct proviso_sink sink; /* for the library */
    int descriptor;
    const char *path; /* NULL: standard output */
    char *target;     /* where the file is to stand; NULL if it is written in place */
    char *temporary;  /* its name until then */
    char *bytes;      /* not yet written */
    size_t length;
    int failure; /* the errno of the first failure, or 0 */
};

/* Opens standard output (path NULL) or a file. The output must stay where it is until closed. False
 * after a message. */
bool output_open(struct output *output, const char *path);
void output_print(struct output *output, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Writes what is left and, if all went well and `keep`, puts the file in its place; a file that is
 * not whole goes away. False after a message; a closed pipe says nothing. */
bool output_close(struct output *output, bool keep);
/* The same for what was printed by printf. */
bool output_flush_stdio(void);
/* Whether two names mean one file. */
bool output_same_file(const char *a, const char *b);

#endif
