/*
 * The program. In: a command line, such as `proviso check draft.md`. Out: what its command prints,
 * and the exit status: 0 nothing found, 1 findings, 2 could not run.
 */
#include "verb/options.h"
#include "verb/output.h"

int main(int count, char **words) {
    struct options options;
    int status;
    if (options_parse(&options, count, words, &status)) {
        status = options.command->run(&options);
    }
    if (!output_flush_stdio()) {
        status = STATUS_FAILED;
    }
    options_free(&options);
    return status;
}
