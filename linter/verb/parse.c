/*
 * A command line read. In: words such as `check --fail-on=error -o json=out.json draft.md`. Out:
 * the command and its options, or a message with a "did you mean" for what is misspelt.
 */
#include "message.h"
#include "options.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NAME = 40 };

/* The words of a command line; those that are operands are moved to the front. */
struct words {
    char **words;
    int count, next, operands;
};

const struct command *command_find(const char *name) {
    for (size_t i = 0; i < command_count; i++) {
        if (strcmp(commands[i].name, name) == 0) {
            return &commands[i];
        }
    }
    return NULL;
}

const struct option *option_find(const char *name, size_t length, unsigned command) {
    for (size_t i = 0; i < option_count; i++) {
        const struct option *option = &option_table[i];
        bool named = length == 1 && option->letter == name[0];
        named |= strlen(option->name) == length && memcmp(option->name, name, length) == 0;
        if (named && option->commands & command) {
            return option;
        }
    }
    return NULL;
}

static void refuse_command(const char *name) {
    struct likeness likeness = {.word = name};
    for (size_t i = 0; i < command_count; i++) {
        likeness_offer(&likeness, commands[i].name);
    }
    if (likeness.name) {
        message(NULL, "no command %s; did you mean %s?", name, likeness.name);
    } else {
        message(NULL, "no command %s; see `proviso --help`", name);
    }
}

static bool refuse_option(const struct options *options, const char *word) {
    char name[NAME];
    snprintf(name, sizeof name, "%.*s", (int)strcspn(word, "="), word);
    struct likeness likeness = {.word = name + strspn(name, "-")};
    for (size_t i = 0; i < option_count; i++) {
        if (option_table[i].commands & options->command->bit && !option_table[i].hidden) {
            likeness_offer(&likeness, option_table[i].name);
        }
    }
    if (likeness.name) {
        message(NULL, "%s has no option %s; did you mean --%s?", options->command->name, name,
                likeness.name);
    } else {
        message(NULL, "%s has no option %s; see `proviso help %s`", options->command->name, name,
                options->command->name);
    }
    return false;
}

static void list_choices(const struct option *option, char *list, size_t size) {
    size_t length = 0;
    for (const char *const *choice = option->choices; *choice && length < size; choice++) {
        const char *before = choice == option->choices ? "" : choice[1] ? ", " : " or ";
        int more = snprintf(list + length, size - length, "%s%s", before, *choice);
        length += more > 0 ? (size_t)more : 0;
    }
}

/* The number of the value among the choices of an option, or -1 after a message. */
static int choose(const struct option *option, const char *value, size_t length) {
    char name[NAME], list[200] = "";
    snprintf(name, sizeof name, "%.*s", (int)(length < NAME ? length : NAME), value);
    struct likeness likeness = {.word = name};
    for (int number = 0; option->choices[number]; number++) {
        if (strcmp(option->choices[number], name) == 0) {
            return number;
        }
        likeness_offer(&likeness, option->choices[number]);
    }
    list_choices(option, list, sizeof list);
    if (likeness.name) {
        message(NULL, "--%s %s: did you mean %s? (%s)", option->name, name, likeness.name, list);
    } else {
        message(NULL, "--%s %s: there is %s", option->name, name, list);
    }
    return -1;
}

/* A value is missing, or there is one where none is wanted. */
static bool refuse_value(const struct option *option) {
    char list[200] = "";
    if (option->choices) {
        list_choices(option, list, sizeof list);
    }
    if (!option->value) {
        message(NULL, "--%s takes no value", option->name);
    } else {
        message(NULL, "--%s wants %s%s%s", option->name, option->value, *list ? ": " : "", list);
    }
    return false;
}

static bool add_output(struct options *options, const struct option *option, const char *value) {
    size_t length = strcspn(value, "=");
    int format = choose(option, value, length);
    if (format < 0) {
        return false;
    }
    const char *path = value[length] ? value + length + 1 : NULL;
    if (path && !*path) {
        message(NULL, "--output %s: the name of the file is missing", value);
        return false;
    }
    if (options->output_count == OUTPUTS_MOST - 1) {
        message(NULL, "--output more than %d times", OUTPUTS_MOST - 1);
        return false;
    }
    options->outputs[options->output_count++] =
        (struct output_choice){(enum proviso_format)format, path};
    return true;
}

static bool read_jobs(struct options *options, const char *value) {
    char *end;
    unsigned long number = strtoul(value, &end, 10);
    if (*value < '0' || *value > '9' || *end || number < 1 || number > 256) {
        message(NULL, "--jobs %s: a number from 1 to 256 is wanted", value);
        return false;
    }
    options->jobs = (unsigned)number;
    return true;
}

static bool set_choice(struct options *options, const struct option *option, const char *value) {
    int number = choose(option, value, strlen(value));
    if (number < 0) {
        return false;
    }
    switch (option->id) {
    case OPTION_FORMAT:
        options->format = (enum proviso_format)number;
        options->format_given = true;
        break;
    case OPTION_FAIL_ON:
        options->fail_on = (unsigned)number;
        break;
    case OPTION_COLUMN_UNIT:
        options->column = (enum proviso_column)number;
        break;
    case OPTION_COLOR:
        options->color = (enum color)number;
        break;
    case OPTION_PROFILE:
        options->profile = (enum proviso_profile)number;
        break;
    case OPTION_LANGUAGE: /* one, so far */
        break;
    default:
        options->shell = option->choices[number];
        break;
    }
    return true;
}

static bool set_option(struct options *options, const struct option *option, const char *value) {
    switch (option->id) {
    case OPTION_OUTPUT:
        return add_output(options, option, value);
    case OPTION_OUTPUT_PATH:
        options->output_path = value;
        return true;
    case OPTION_LEXICON:
        options->lexicons[options->lexicon_count++] = value;
        return true;
    case OPTION_WITH:
        options->with[options->with_count++] = value;
        return true;
    case OPTION_JOBS:
        return read_jobs(options, value);
    case OPTION_SPELLING:
        options->spelling = true;
        return true;
    case OPTION_ROLES:
        options->roles = true;
        return true;
    case OPTION_WHY:
        options->why = true;
        return true;
    case OPTION_TEST:
        options->test = true;
        return true;
    case OPTION_MAN:
        options->man = true;
        return true;
    default:
        return set_choice(options, option, value);
    }
}

/* An option and its value: --name=value, --name value, -n value or -nvalue. `*ended`: help or the
 * version was printed. */
static bool read_option(struct options *options, struct words *words, bool *ended) {
    const char *word = words->words[words->next++], *value = NULL;
    bool is_long = word[1] == '-';
    size_t length = is_long ? strcspn(word + 2, "=") : 1;
    const char *name = word + (is_long ? 2 : 1);
    const struct option *option =
        is_long && length < 2 ? NULL : option_find(name, length, options->command->bit);
    if (!option) {
        return refuse_option(options, word);
    }
    if (name[length]) {
        value = name + length + is_long;
    }
    if (option->value && !value && words->next < words->count) {
        value = words->words[words->next++];
    }
    if (!option->value != !value) {
        return refuse_value(option);
    }
    *ended = option->id == OPTION_HELP || option->id == OPTION_VERSION;
    if (option->id == OPTION_HELP) {
        help_command(options->command);
    } else if (option->id == OPTION_VERSION) {
        help_version();
    }
    return *ended || set_option(options, option, value);
}

/* The command, or help for one who gave none. */
static bool read_command(struct options *options, struct words *words, int *status) {
    const char *word = words->count > 1 ? words->words[1] : NULL;
    words->next = 2;
    *status = STATUS_CLEAN;
    if (word && (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0)) {
        help_program();
    } else if (word && (strcmp(word, "--version") == 0 || strcmp(word, "-V") == 0)) {
        help_version();
    } else if (word && (options->command = command_find(word)) != NULL) {
        return true;
    } else {
        *status = STATUS_FAILED;
        word ? refuse_command(word) : message(NULL, "a command is missing; see `proviso --help`");
    }
    return false;
}

bool options_parse(struct options *options, int count, char **words, int *status) {
    struct words line = {.words = words, .count = count, .operands = 0};
    *options = (struct options){.jobs = 1, .fail_on = FAIL_ON_NEVER};
    if (!read_command(options, &line, status)) {
        return false;
    }
    options->fail_on = options->command->bit == CHECK ? PROVISO_WARNING : FAIL_ON_NEVER;
    options->lexicons = calloc((size_t)count, sizeof *options->lexicons);
    options->with = calloc((size_t)count, sizeof *options->with);
    *status = STATUS_FAILED;
    for (bool ended = false, only_operands = !options->lexicons || !options->with;
         line.next < count;) {
        char *word = words[line.next];
        if (only_operands || word[0] != '-' || !word[1]) {
            words[line.operands++] = word;
            line.next++;
        } else if (strcmp(word, "--") == 0) {
            only_operands = true;
            line.next++;
        } else if (!read_option(options, &line, &ended) || ended) {
            *status = ended ? STATUS_CLEAN : STATUS_FAILED;
            return false;
        }
    }
    options->operands = (const char *const *)words;
    options->operand_count = (size_t)line.operands;
    return options->lexicons && options->with;
}

void options_free(struct options *options) {
    free(options->lexicons);
    free(options->with);
}
