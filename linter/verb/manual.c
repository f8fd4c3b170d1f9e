/*
 * The manual page. In: the table of options. Out, on standard output: proviso.1, in the language of
 * man(7), with the commands, their options, the exit status and examples.
 */
#include "options.h"

#include <stdio.h>
#include <string.h>

/* Text with what roff would obey escaped. */
static void print_text(const char *text) {
    for (bool start = true; *text; text++, start = false) {
        if (*text == '\\') {
            printf("\\e");
        } else if (*text == '-') {
            printf("\\-");
        } else if (start && (*text == '.' || *text == '\'')) {
            printf("\\&%c", *text);
        } else {
            putchar(*text);
        }
    }
}

static void print_paragraph(const char *text) {
    print_text(text);
    putchar('\n');
}

static void print_option(const struct option *option) {
    printf(".TP\n");
    if (option->letter) {
        printf("\\fB\\-%c\\fR, ", option->letter);
    }
    printf("\\fB\\-\\-");
    print_text(option->name);
    printf("\\fR");
    if (option->value) {
        printf(" \\fI");
        print_text(option->value);
        printf("\\fR");
    }
    printf("\n");
    print_paragraph(option->text);
}

static void print_command(const struct command *command) {
    printf(".SS proviso %s\n\\fBproviso %s\\fR [OPTION...] ", command->name, command->name);
    print_paragraph(command->operands);
    printf(".PP\n");
    print_paragraph(command->text);
    for (size_t i = 0; i < option_count; i++) {
        const struct option *option = &option_table[i];
        bool shared = option->commands == EVERY;
        if (option->commands & command->bit && !option->hidden && !shared) {
            print_option(option);
        }
    }
}

static void print_example(const char *line, const char *text) {
    printf(".TP\n.B ");
    print_paragraph(line);
    print_paragraph(text);
}

void help_manual(void) {
    printf(".TH PROVISO 1 \"\" \"proviso %s\" \"User Commands\"\n.SH NAME\n", proviso_version());
    printf("proviso \\- %s\n.SH SYNOPSIS\n.B proviso\n", program_summary);
    print_paragraph("COMMAND [OPTION...] [FILE or FOLDER...]");
    printf(".SH DESCRIPTION\n");
    print_paragraph(program_text);
    printf(".PP\n");
    print_paragraph("No finding is not compliance.");
    printf(".SH COMMANDS\n");
    for (size_t i = 0; i < command_count; i++) {
        print_command(&commands[i]);
    }
    printf(".SH OPTIONS OF EVERY COMMAND\n");
    for (size_t i = 0; i < option_count; i++) {
        if (option_table[i].commands == EVERY) {
            print_option(&option_table[i]);
        }
    }
    printf(".SH EXIT STATUS\n");
    print_paragraph(exit_status_text);
    printf(".SH ENVIRONMENT\n.TP\n.B NO_COLOR\n");
    print_paragraph("if set and not empty, the text format is not coloured.");
    printf(".SH EXAMPLES\n");
    print_example("proviso annotate draft.md > reviewed.md", "the draft with notes, to be read.");
    print_example("proviso check --fail-on error bills/",
                  "all drafts of a folder, as in a script.");
    print_example("proviso explain weak-safeguard/discretion", "why a rule exists.");
}
