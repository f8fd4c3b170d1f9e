/*
 * Mistakes in lexicons and the "did you mean" that goes with them. In: a place and what is wrong
 * with it. Out: a list of lines such as rules.yaml:3:1: unknown key "serverity" in a rule, did you
 * mean "severity"?
 */
#include "mistake.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

bool mistake_add(struct mistakes *mistakes, const char *path, const struct yaml_node *node,
                 const char *format, ...) {
    if (mistakes->count++ >= MISTAKE_LIMIT) {
        return false;
    }
    char message[sizeof((struct proviso_error *)0)->message];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    if (length < 0 || (!mistakes->list && !(mistakes->list = ARENA_ARRAY(
                                                mistakes->arena, struct mistake, MISTAKE_LIMIT)))) {
        mistakes->count--;
        return mistake_memory(mistakes);
    }
    for (char *at = message; *at; at++) {
        *at = (unsigned char)*at < ' ' ? ' ' : *at; /* ids of the user's may have line ends */
    }
    struct mistake *mistake = &mistakes->list[mistakes->count - 1];
    mistake->path = arena_copy(mistakes->arena, path, strlen(path));
    mistake->message = arena_copy(mistakes->arena, message, strlen(message));
    mistake->line = node ? node->line : 0;
    mistake->column = node ? node->column : 0;
    if (!mistake->message || !mistake->path) {
        mistakes->count--;
        mistake_memory(mistakes);
    }
    return false;
}

bool mistake_memory(struct mistakes *mistakes) {
    mistakes->memory = true;
    return false;
}

enum { NAME_LIMIT = 64 };

static uint32_t smallest(uint32_t a, uint32_t b, uint32_t c) {
    uint32_t least = a < b ? a : b;
    return least < c ? least : c;
}

uint32_t edit_distance(const char *one, const char *other, uint32_t limit) {
    size_t rows = strlen(one), columns = strlen(other);
    if (rows > NAME_LIMIT || columns > NAME_LIMIT || rows > columns + limit ||
        columns > rows + limit) {
        return limit + 1;
    }
    uint32_t table[3][NAME_LIMIT + 1];
    for (uint32_t j = 0; j <= columns; j++) {
        table[0][j] = j;
    }
    for (uint32_t i = 1; i <= rows; i++) {
        uint32_t *now = table[i % 3];
        const uint32_t *above = table[(i + 2) % 3], *twice = table[(i + 1) % 3];
        now[0] = i;
        for (uint32_t j = 1; j <= columns; j++) {
            uint32_t change = one[i - 1] != other[j - 1];
            now[j] = smallest(above[j] + 1, now[j - 1] + 1, above[j - 1] + change);
            bool swapped =
                i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
            if (swapped && twice[j - 2] + 1 < now[j]) {
                now[j] = twice[j - 2] + 1;
            }
        }
    }
    uint32_t distance = table[rows % 3][columns];
    return distance > limit ? limit + 1 : distance;
}

void nearest_offer(struct nearest *nearest, const char *candidate) {
    size_t length = strlen(nearest->wanted);
    uint32_t limit = length < 4 ? 1 : length < 8 ? 2 : (uint32_t)length / 3;
    if (nearest->best) {
        if (nearest->distance == 0) {
            return;
        }
        limit = nearest->distance - 1;
    }
    uint32_t distance = edit_distance(nearest->wanted, candidate, limit);
    if (distance <= limit) {
        nearest->best = candidate;
        nearest->distance = distance;
    }
}
