/*
 * Completions. In: the table of options and the name of a shell. Out, on standard output: a script
 * with which bash, zsh or fish completes `proviso check --fo` to `--format`.
 */
#include "options.h"

#include <stdio.h>
#include <string.h>

static bool offered(const struct option *option, const struct command *command) {
    return option->commands & command->bit && !option->hidden;
}

static void print_commands(void) {
    for (size_t i = 0; i < command_count; i++) {
        printf("%s%s", i ? " " : "", commands[i].name);
    }
}

static void print_choices(const struct option *option) {
    for (const char *const *choice = option->choices; *choice; choice++) {
        printf("%s%s", choice == option->choices ? "" : " ", *choice);
    }
}

static void bash(void) {
    printf("_proviso() {\n"
           "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}\n"
           "    local options=\n"
           "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
           "        COMPREPLY=($(compgen -W \"");
    print_commands();
    printf(" --help --version\" -- \"$word\"))\n        return\n    fi\n    case $before in\n");
    for (size_t i = 0; i < option_count; i++) {
        const struct option *option = &option_table[i];
        if (option->choices && !option->hidden) {
            printf("    --%s) COMPREPLY=($(compgen -W \"", option->name);
            print_choices(option);
            printf("\" -- \"$word\")); return ;;\n");
        }
    }
    printf("    esac\n    case ${COMP_WORDS[1]} in\n");
    for (size_t i = 0; i < command_count; i++) {
        printf("    %s) options=\"", commands[i].name);
        for (size_t k = 0; k < option_count; k++) {
            if (offered(&option_table[k], &commands[i])) {
                printf("--%s ", option_table[k].name);
            }
        }
        printf("\" ;;\n");
    }
    printf("    esac\n"
           "    case $word in\n"
           "    -*) COMPREPLY=($(compgen -W \"$options\" -- \"$word\")) ;;\n"
           "    *) COMPREPLY=($(compgen -f -- \"$word\")) ;;\n"
           "    esac\n"
           "}\n"
           "complete -o filenames -F _proviso proviso\n");
}

/* Text inside single quotes of zsh's _arguments, or of fish. */
static void print_quoted(const char *text, const char *escaped) {
    for (; *text; text++) {
        if (*text == '\'') {
            printf("'\\''");
        } else {
            printf(strchr(escaped, *text) ? "\\%c" : "%c", *text);
        }
    }
}

static void zsh_option(const struct option *option) {
    printf("            '--%s%s[", option->name, option->value ? "=" : "");
    print_quoted(option->text, "[]:\\");
    printf("]");
    if (option->choices) {
        printf(":%s:(", option->name);
        print_choices(option);
        printf(")");
    } else if (option->value) {
        printf(":%s:_files", option->name);
    }
    printf("' \\\n");
}

static void zsh(void) {
    printf("#compdef proviso\n_proviso() {\n    if (( CURRENT == 2 )); then\n"
           "        local -a names=(\n");
    for (size_t i = 0; i < command_count; i++) {
        printf("            '%s:", commands[i].name);
        print_quoted(commands[i].summary, ":\\");
        printf("'\n");
    }
    printf("        )\n        _describe command names\n        return\n    fi\n"
           "    local name=$words[2]\n    shift words\n    (( CURRENT-- ))\n    case $name in\n");
    for (size_t i = 0; i < command_count; i++) {
        printf("    %s)\n        _arguments \\\n", commands[i].name);
        for (size_t k = 0; k < option_count; k++) {
            if (offered(&option_table[k], &commands[i])) {
                zsh_option(&option_table[k]);
            }
        }
        printf("            '*:file:_files' ;;\n");
    }
    printf("    esac\n}\n_proviso \"$@\"\n");
}

static void fish(void) {
    for (size_t i = 0; i < command_count; i++) {
        printf("complete -c proviso -n __fish_use_subcommand -f -a %s -d '", commands[i].name);
        print_quoted(commands[i].summary, "\\");
        printf("'\n");
        for (size_t k = 0; k < option_count; k++) {
            const struct option *option = &option_table[k];
            if (!offered(option, &commands[i])) {
                continue;
            }
            printf("complete -c proviso -n '__fish_seen_subcommand_from %s' -l %s",
                   commands[i].name, option->name);
            if (option->choices) {
                printf(" -x -a '");
                print_choices(option);
                printf("'");
            } else if (option->value) {
                printf(" -r");
            }
            printf(" -d '");
            print_quoted(option->text, "\\");
            printf("'\n");
        }
    }
}

void help_completion(const char *shell) {
    if (strcmp(shell, "bash") == 0) {
        bash();
    } else if (strcmp(shell, "zsh") == 0) {
        zsh();
    } else {
        fish();
    }
}
