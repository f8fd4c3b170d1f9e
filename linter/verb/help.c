/*
 * Help. In: the table of options. Out, on standard output: what `proviso --help` and
 * `proviso help check` print, wrapped to 79 columns.
 */
#include "options.h"

#include "message.h"

#include <stdio.h>
#include <string.h>

enum { WIDTH = 79, OPTION_COLUMN = 28 };

/* Prints words from `column` on, with later lines indented by `indent`. */
static void print_wrapped(const char *text, size_t column, size_t indent) {
    const char *blank = "";
    while (*text) {
        size_t length = strcspn(text, " ");
        if (*blank && column + 1 + length > WIDTH) {
            printf("\n%*s", (int)indent, "");
            column = indent;
            blank = "";
        }
        printf("%s%.*s", blank, (int)length, text);
        column += strlen(blank) + length;
        text += length + (text[length] == ' ');
        blank = " ";
    }
    putchar('\n');
}

static void print_option(const struct option *option) {
    char left[80], letter[8] = "    ";
    if (option->letter) {
        snprintf(letter, sizeof letter, "-%c, ", option->letter);
    }
    int length = snprintf(left, sizeof left, "  %s--%s%s%s", letter, option->name,
                          option->value ? " " : "", option->value ? option->value : "");
    printf("%s", left);
    if (length > OPTION_COLUMN - 2) {
        printf("\n%*s", OPTION_COLUMN, "");
    } else {
        printf("%*s", OPTION_COLUMN - length, "");
    }
    print_wrapped(option->text, OPTION_COLUMN, OPTION_COLUMN);
}

void help_version(void) {
    printf("proviso %s\n", proviso_version());
}

void help_program(void) {
    printf("Usage: proviso COMMAND [OPTION...] [FILE or FOLDER...]\n\n");
    print_wrapped(program_text, 0, 0);
    printf("\nCommands:\n");
    for (size_t i = 0; i < command_count; i++) {
        printf("  %-10s %s\n", commands[i].name, commands[i].summary);
    }
    printf("\n`proviso help COMMAND` shows the options of a command. Try first:\n\n"
           "  proviso check draft.md\n  proviso annotate draft.md > reviewed.md\n\n");
    print_wrapped("Exit status:", 0, 0);
    print_wrapped(exit_status_text, 0, 0);
}

void help_command(const struct command *command) {
    printf("Usage: proviso %s [OPTION...] %s\n\n", command->name, command->operands);
    print_wrapped(command->text, 0, 0);
    printf("\nOptions:\n");
    for (size_t i = 0; i < option_count; i++) {
        if (option_table[i].commands & command->bit && !option_table[i].hidden) {
            print_option(&option_table[i]);
        }
    }
}

int verb_help(const struct options *options) {
    if (options->man) {
        help_manual();
    } else if (options->shell) {
        help_completion(options->shell);
    } else if (!options->operand_count) {
        help_program();
    } else {
        const struct command *command = command_find(options->operands[0]);
        if (!command) {
            message(NULL, "no command %s; see `proviso --help`", options->operands[0]);
            return STATUS_FAILED;
        }
        help_command(command);
    }
    return STATUS_CLEAN;
}
