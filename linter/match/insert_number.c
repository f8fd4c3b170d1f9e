/*
 * The number of what is added. In: Article 28, whose last paragraph is (3), before Article 29. Out:
 * 4 for a paragraph, "28 bis" for an article behind it; "28A" in a statute; "29" where no article
 * follows; "28 ter" behind "28 bis".
 */
#include "insert.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

uint32_t insertion_last_paragraph(const struct proviso_document *document, uint32_t article) {
    const struct provision *provisions = document->provisions;
    uint32_t last = DOCUMENT_NONE;
    for (uint32_t child = article + 1; child < provisions[article].end;
         child = provisions[child].end) {
        last = provisions[child].kind == PROVISO_PARAGRAPH ? child : last;
    }
    return last;
}

uint32_t insertion_next_paragraph(const struct proviso_document *document, uint32_t article) {
    uint32_t last = insertion_last_paragraph(document, article), number = 0;
    const char *cited =
        last == DOCUMENT_NONE ? "" : document->numbers + document->provisions[last].number;
    while (*cited >= '0' && *cited <= '9' && number < 1000) {
        number = number * 10 + (uint32_t)(*cited++ - '0');
    }
    return number ? number + 1 : 0;
}

uint32_t insertion_last_article(const struct proviso_document *document, uint32_t article) {
    const struct provision *provisions = document->provisions;
    const char *numbers = document->numbers, *cited = numbers + provisions[article].number;
    size_t digits = strspn(cited, "0123456789");
    for (uint32_t next = provisions[article].end;
         digits && next < document->provision_count && provisions[next].kind == PROVISO_ARTICLE;
         next = provisions[next].end) {
        const char *number = numbers + provisions[next].number;
        if (strncmp(number, cited, digits) != 0 || strspn(number, "0123456789") != digits) {
            break;
        }
        article = next;
    }
    return article;
}

/* Whether an article follows in the document. */
static bool is_followed(const struct proviso_document *document, uint32_t article) {
    uint32_t next = document->provisions[article].end;
    while (next < document->provision_count && document->provisions[next].kind != PROVISO_ARTICLE) {
        next++;
    }
    return next < document->provision_count;
}

/* "28" and "28 bis" become "28 bis" and "28 ter". */
static void add_suffix(const struct proviso_lexicon *lexicon, const char *cited, char *number) {
    const char *space = strchr(cited, ' ');
    size_t base = strlen(cited);
    uint32_t wanted = 2;
    for (uint32_t i = 0; space && i < lexicon->suffix_count; i++) {
        if (strcmp(space + 1, lexicon_string(lexicon, lexicon->suffixes[i].text)) == 0) {
            wanted = lexicon->suffixes[i].value + 1;
            base = (size_t)(space - cited);
        }
    }
    for (uint32_t i = 0; i < lexicon->suffix_count; i++) {
        if (lexicon->suffixes[i].value == wanted) {
            snprintf(number, NUMBER_LIMIT, "%.*s %s", (int)base, cited,
                     lexicon_string(lexicon, lexicon->suffixes[i].text));
            return;
        }
    }
}

void insertion_number_article(const struct proviso_document *document, uint32_t article,
                              char number[NUMBER_LIMIT]) {
    const char *cited = document->numbers + document->provisions[article].number;
    size_t digits = strspn(cited, "0123456789"), length = strlen(cited);
    bool plain = digits == length && length < 6;
    number[0] = '\0';
    if (length == 0 || length > NUMBER_LIMIT / 2) {
        return;
    }
    if (plain && !is_followed(document, article)) {
        snprintf(number, NUMBER_LIMIT, "%ld", strtol(cited, NULL, 10) + 1);
    } else if (digits && digits + 1 == length && cited[digits] >= 'A' && cited[digits] < 'Z') {
        snprintf(number, NUMBER_LIMIT, "%.*s%c", (int)digits, cited, cited[digits] + 1);
    } else if (plain && document->profile == PROVISO_PROFILE_STATUTE) {
        snprintf(number, NUMBER_LIMIT, "%sA", cited);
    } else {
        add_suffix(document->lexicon, cited, number);
    }
}
