/*
 * Measures commands side by side: `measure ROUNDS NAME=COMMAND...` runs all commands once a round,
 * with their output thrown away, and prints for each "NAME SECONDS KILOBYTES": the median of its
 * CPU time (user and system) and its greatest resident size. `NAME*20=COMMAND` runs it 20 times a
 * round and prints the time of one. Words of a command are separated by blanks.
 */
#define _DEFAULT_SOURCE
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>

extern char **environ;

enum { ROUNDS_MOST = 101, WORDS_MOST = 4096 };

struct command {
    const char *name;
    char *words[WORDS_MOST + 1];
    long times;
    double seconds[ROUNDS_MOST];
    long kilobytes;
};

static double cpu_seconds(const struct rusage *usage) {
    return (double)(usage->ru_utime.tv_sec + usage->ru_stime.tv_sec) +
           (double)(usage->ru_utime.tv_usec + usage->ru_stime.tv_usec) / 1e6;
}

/* Runs the command once, adds its CPU time to *seconds. False if it did not run to its end. */
static int run(struct command *command, const posix_spawn_file_actions_t *actions,
               double *seconds) {
    pid_t child;
    int status;
    struct rusage usage;
    if (posix_spawnp(&child, command->words[0], actions, NULL, command->words, environ) != 0)
        return 0;
    if (wait4(child, &status, 0, &usage) != child || !WIFEXITED(status) || WEXITSTATUS(status) > 2)
        return 0;
    *seconds += cpu_seconds(&usage);
    if (usage.ru_maxrss > command->kilobytes)
        command->kilobytes = usage.ru_maxrss;
    return 1;
}

static int split(struct command *command, char *text) {
    char *equals = strchr(text, '=');
    if (!equals)
        return 0;
    *equals = '\0';
    char *star = strchr(text, '*');
    if (star)
        *star = '\0';
    command->name = text;
    command->times = star ? strtol(star + 1, NULL, 10) : 1;
    int count = 0;
    for (char *word = strtok(equals + 1, " "); word && count < WORDS_MOST; word = strtok(NULL, " "))
        command->words[count++] = word;
    command->words[count] = NULL;
    return count > 0 && command->times > 0;
}

static int by_size(const void *a, const void *b) {
    double first = *(const double *)a, second = *(const double *)b;
    return (first > second) - (first < second);
}

static int measure(struct command *commands, int count, int rounds) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    for (int round = 0; round < rounds; round++) {
        for (int i = 0; i < count; i++) {
            double seconds = 0;
            for (long n = 0; n < commands[i].times; n++) {
                if (!run(&commands[i], &actions, &seconds)) {
                    fprintf(stderr, "measure: %s failed\n", commands[i].name);
                    return EXIT_FAILURE;
                }
            }
            commands[i].seconds[round] = seconds / (double)commands[i].times;
        }
    }
    posix_spawn_file_actions_destroy(&actions);
    return EXIT_SUCCESS;
}

int main(int argc, char **argv) {
    int rounds = argc > 2 ? atoi(argv[1]) : 0;
    if (rounds < 1 || rounds > ROUNDS_MOST) {
        fputs("usage: measure ROUNDS NAME=COMMAND...\n", stderr);
        return 2;
    }
    int count = argc - 2;
    struct command *commands = calloc((size_t)count, sizeof *commands);
    for (int i = 0; i < count; i++) {
        if (!commands || !split(&commands[i], argv[i + 2])) {
            fprintf(stderr, "measure: no command: %s\n", argv[i + 2]);
            return 2;
        }
    }
    int status = measure(commands, count, rounds);
    for (int i = 0; i < count && status == EXIT_SUCCESS; i++) {
        qsort(commands[i].seconds, (size_t)rounds, sizeof(double), by_size);
        printf("%s %.6f %ld\n", commands[i].name, commands[i].seconds[rounds / 2],
               commands[i].kilobytes);
    }
    free(commands);
    return status;
}
