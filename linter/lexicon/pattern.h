/* Regular expressions: the one door to PCRE2. */
#ifndef LEXICON_PATTERN_H
#define LEXICON_PATTERN_H

#include "proviso.h"

#define PATTERN_SUBJECT_LIMIT 4096u /* bytes that pattern_find looks at */

struct pattern;

/* Compiles an expression: UTF-8, ignoring case, `\b \w \d` as Unicode has them. NULL with the
 * reason and its place in the expression if it is wrong. Release it with pattern_free. */
struct pattern *pattern_compile(const char *expression, struct proviso_error *error);
void pattern_free(struct pattern *pattern);

enum pattern_result {
    PATTERN_NONE,  /* no (further) match */
    PATTERN_FOUND, /* *start..*end, never empty */
    PATTERN_LIMIT  /* gave up: the expression needs too many steps here, or memory ran out */
};

/* The first match in subject[from..length), which may be any bytes; length is at most
 * PATTERN_SUBJECT_LIMIT. Time is bounded for any expression. */
enum pattern_result pattern_find(struct pattern *pattern, const char *subject, uint32_t length,
                                 uint32_t from, uint32_t *start, uint32_t *end);

#endif
