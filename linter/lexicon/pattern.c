/*
 * Regular expressions, for what words cannot say. In: "\d+ (?:-|to) \d+ years" and one sentence of
 * at most 4 KB, "shall be punished by 5 to 10 years of imprisonment". Out: "5 to 10 years". The
 * interpreter is used, not the JIT, because only that keeps to its limits.
 */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "pattern.h"

#include "../base/error.h"

#include <pcre2.h>
#include <stdlib.h>
#include <string.h>

enum { MATCH_LIMIT = 100000, DEPTH_LIMIT = 2000, HEAP_LIMIT_KB = 2048 };

struct pattern {
    pcre2_code *code;
    pcre2_match_data *found;
    pcre2_match_context *limits;
};

struct pattern *pattern_compile(const char *expression, struct proviso_error *error) {
    int reason = 0;
    PCRE2_SIZE place = 0;
    pcre2_code *code = pcre2_compile((PCRE2_SPTR)expression, strlen(expression),
                                     PCRE2_CASELESS | PCRE2_UTF | PCRE2_UCP |
                                         PCRE2_MATCH_INVALID_UTF | PCRE2_NEVER_BACKSLASH_C,
                                     &reason, &place, NULL);
    if (!code) {
        PCRE2_UCHAR message[160] = "";
        pcre2_get_error_message(reason, message, sizeof message);
        error_set(error, "the pattern is wrong at character %zu: %s", (size_t)place + 1,
                  (const char *)message);
        return NULL;
    }
    struct pattern *pattern = calloc(1, sizeof *pattern);
    if (!pattern) {
        pcre2_code_free(code);
        error_memory(error);
        return NULL;
    }
    pattern->code = code;
    pattern->found = pcre2_match_data_create(1, NULL);
    pattern->limits = pcre2_match_context_create(NULL);
    if (!pattern->found || !pattern->limits) {
        pattern_free(pattern);
        error_memory(error);
        return NULL;
    }
    pcre2_set_match_limit(pattern->limits, MATCH_LIMIT);
    pcre2_set_depth_limit(pattern->limits, DEPTH_LIMIT);
    pcre2_set_heap_limit(pattern->limits, HEAP_LIMIT_KB);
    return pattern;
}

void pattern_free(struct pattern *pattern) {
    if (pattern) {
        pcre2_match_context_free(pattern->limits);
        pcre2_match_data_free(pattern->found);
        pcre2_code_free(pattern->code);
        free(pattern);
    }
}

enum pattern_result pattern_find(struct pattern *pattern, const char *subject, uint32_t length,
                                 uint32_t from, uint32_t *start, uint32_t *end) {
    if (from >= length) {
        return PATTERN_NONE;
    }
    int result = pcre2_match(pattern->code, (PCRE2_SPTR)subject, length, from, PCRE2_NOTEMPTY,
                             pattern->found, pattern->limits);
    if (result == PCRE2_ERROR_NOMATCH) {
        return PATTERN_NONE;
    }
    if (result < 0) {
        return PATTERN_LIMIT;
    }
    const PCRE2_SIZE *place = pcre2_get_ovector_pointer(pattern->found);
    if (place[0] >= place[1]) { /* \K may put the start behind the end */
        return PATTERN_NONE;
    }
    *start = (uint32_t)place[0];
    *end = (uint32_t)place[1];
    return PATTERN_FOUND;
}
