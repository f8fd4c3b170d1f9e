/*
 * What a provision does, against what a lawyer says it does. In: "power:search (safeguard)", the
 * roles of Article 19. Out: right, if it gives a power of search and at most protects somebody
 * besides. A role stands for those below it: "power" for any power, "offence" for "offence:access".
 */
#include "score.h"

#include <string.h>

enum { ROLES = 512 };

/* The next word of a list apart by spaces and commas, or NULL; `at` goes behind it. */
static const char *next_word(const char **at, size_t *length) {
    const char *word = *at + strspn(*at, " ,");
    *length = strcspn(word, " ,");
    *at = word + *length;
    return *length ? word : NULL;
}

/* Takes the brackets off "(safeguard)": a role that may be there and need not. */
static bool unwrap(const char **word, size_t *length) {
    bool wrapped = *length > 2 && **word == '(' && (*word)[*length - 1] == ')';
    *word += wrapped;
    *length -= wrapped ? 2 : 0;
    return wrapped;
}

static bool covers(const char *word, size_t length, const char *role, size_t role_length) {
    return role_length >= length && memcmp(word, role, length) == 0 &&
           (role_length == length || role[length] == ':');
}

/* Whether any word of `expected` covers the role. */
static bool is_expected(const char *expected, const char *role, size_t role_length) {
    size_t length;
    for (const char *word; (word = next_word(&expected, &length));) {
        unwrap(&word, &length);
        if (covers(word, length, role, role_length)) {
            return true;
        }
    }
    return false;
}

/* Whether the word covers any of the roles. */
static bool is_among(const char *roles, const char *word, size_t length) {
    size_t role_length;
    for (const char *role; (role = next_word(&roles, &role_length));) {
        if (covers(word, length, role, role_length)) {
            return true;
        }
    }
    return false;
}

bool draft_roles_hold(const struct draft *draft, const struct row *row, size_t provision) {
    char roles[ROLES];
    const char *at = roles, *expected = row->category;
    size_t length;
    proviso_document_roles(draft->document, provision, roles, sizeof roles);
    bool right = true;
    for (const char *role; (role = next_word(&at, &length));) {
        right = right && is_expected(row->category, role, length);
    }
    for (const char *word; (word = next_word(&expected, &length));) {
        bool optional = unwrap(&word, &length) || (length == 1 && *word == '-');
        right = right && (optional || is_among(roles, word, length));
    }
    if (!right) {
        printf("role: %s, %s: %s, not %s\n", row->document, row->citation, *roles ? roles : "-",
               row->category);
    }
    return right;
}
