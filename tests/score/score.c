/*
 * Grades the built-in lexicon. In: tables of expected findings and folders with the drafts that
 * they speak of. Out: how many were found, how many places stayed silent, how many cells have the
 * right state and how many provisions the right roles, by category and in all, and what went wrong:
 * "missed: bill.md, Section 5, missing-time-limit". Usage: score --texts FOLDER... [--at-least
 * PERCENT] TABLE...
 */
#include "score.h"

#include <stdlib.h>
#include <string.h>

enum { KINDS = EXPECT_ROLE + 1 };

/* Rows of one category: how many there are of each kind, and how many came out right. */
struct tally {
    const char *category;
    unsigned all[KINDS], right[KINDS];
};

struct score {
    char **folders, **paths;
    size_t folder_count, table_count;
    double at_least;
    struct table *tables;
    struct draft *drafts;
    size_t draft_count;
    struct tally *tallies; /* the first is the total */
    size_t tally_count;
};

static int usage(void) {
    fputs("Usage: score --texts FOLDER... [--at-least PERCENT] TABLE...\n"
          "A row of a table: document, citation (or *), category, + or - or a state or role.\n",
          stderr);
    return 2;
}

static bool read_options(struct score *score, int count, char **words) {
    for (int i = 1; i < count; i++) {
        if (strcmp(words[i], "--texts") == 0 && i + 1 < count) {
            score->folders[score->folder_count++] = words[++i];
        } else if (strcmp(words[i], "--at-least") == 0 && i + 1 < count) {
            char *end;
            score->at_least = strtod(words[++i], &end);
            if (*end || end == words[i]) {
                return false;
            }
        } else if (words[i][0] == '-') {
            return false;
        } else {
            score->paths[score->table_count++] = words[i];
        }
    }
    return score->folder_count && score->table_count;
}

static bool read_tables(struct score *score) {
    size_t rows = 0;
    for (size_t i = 0; i < score->table_count; i++) {
        if (!table_read(&score->tables[i], score->paths[i])) {
            return false;
        }
        rows += score->tables[i].count;
    }
    score->drafts = calloc(rows + 1, sizeof *score->drafts);
    score->tallies = calloc(rows + 1, sizeof *score->tallies);
    if (!score->drafts || !score->tallies) {
        return false;
    }
    score->tallies[score->tally_count++].category = "total";
    return true;
}

static struct draft *draft_of(struct score *score, const struct row *row) {
    for (size_t i = score->draft_count; i-- > 0;) {
        if (strcmp(score->drafts[i].name, row->document) == 0) {
            return &score->drafts[i];
        }
    }
    struct draft *draft = &score->drafts[score->draft_count];
    if (!draft_read(draft, row->document, score->folders, score->folder_count)) {
        draft_free(draft);
        return NULL;
    }
    score->draft_count++;
    return draft;
}

static struct tally *tally_of(struct score *score, const char *category) {
    for (size_t i = 1; i < score->tally_count; i++) {
        if (strcmp(score->tallies[i].category, category) == 0) {
            return &score->tallies[i];
        }
    }
    struct tally *tally = &score->tallies[score->tally_count++];
    tally->category = category;
    return tally;
}

/* Says what is wrong with a row, or nothing. */
static bool judge_row(const struct draft *draft, const struct row *row, size_t provision) {
    if (row->expectation == EXPECT_ROLE) {
        return draft_roles_hold(draft, row, provision);
    }
    if (row->expectation == EXPECT_STATE) {
        const char *state;
        bool right = draft_state_holds(draft, row, provision, &state);
        if (!right) {
            printf("state: %s, %s, %s: %s, not %s\n", row->document, row->citation, row->category,
                   state, row->sign);
        }
        return right;
    }
    const json_t *first = NULL;
    size_t count = draft_count(draft, row, provision, &first);
    if (row->expectation == EXPECT_FOUND && !count) {
        printf("missed: %s, %s, %s\n", row->document, row->citation, row->category);
    } else if (row->expectation == EXPECT_SILENT && count > row->allowed) {
        const json_t *at = json_object_get(first, "provision");
        printf("false alarm: %s, %s, %s: %zu, first %s [%s] at %s\n", row->document, row->citation,
               row->category, count, json_string_value(json_object_get(first, "severity")),
               json_string_value(json_object_get(first, "rule")),
               json_string_value(json_object_get(at, "citation")));
    }
    return row->expectation == EXPECT_FOUND ? count > 0 : count <= row->allowed;
}

static bool score_row(struct score *score, const struct row *row) {
    const struct draft *draft = draft_of(score, row);
    if (!draft) {
        return false;
    }
    size_t provision = draft_provision(draft, row->citation);
    if (provision == SIZE_MAX) {
        fprintf(stderr, "score: %s:%u: %s has no %s\n", row->table, row->line, row->document,
                row->citation);
        return false;
    }
    bool right = judge_row(draft, row, provision);
    const char *category = row->expectation == EXPECT_ROLE ? "role" : row->category;
    struct tally *tallies[] = {score->tallies, tally_of(score, category)};
    for (size_t i = 0; i < 2; i++) {
        tallies[i]->all[row->expectation]++;
        tallies[i]->right[row->expectation] += right;
    }
    return true;
}

static int compare_tallies(const void *left, const void *right) {
    return strcmp(((const struct tally *)left)->category, ((const struct tally *)right)->category);
}

/* One line of the table: columns without rows stay empty. */
static void print_tally(const struct tally *tally) {
    size_t last = KINDS;
    while (last && !tally->all[last - 1]) {
        last--;
    }
    printf("%-36s", tally->category);
    for (size_t k = 0; k < last; k++) {
        char text[32] = "";
        if (tally->all[k]) {
            snprintf(text, sizeof text, "%u of %u", tally->right[k], tally->all[k]);
        }
        printf(" %11s", text);
    }
    putchar('\n');
}

static bool print_tallies(struct score *score) {
    bool enough = true;
    qsort(score->tallies + 1, score->tally_count - 1, sizeof *score->tallies, compare_tallies);
    printf("\n%-36s %11s %11s %11s %11s\n", "category", "found", "silent", "state", "role");
    for (size_t i = 1; i <= score->tally_count; i++) {
        print_tally(&score->tallies[i % score->tally_count]);
    }
    printf("%-36s", "per cent");
    for (size_t k = 0; k < KINDS; k++) {
        unsigned all = score->tallies->all[k];
        double share = all ? 100.0 * score->tallies->right[k] / all : 100.0;
        enough = enough && share >= score->at_least;
        printf(" %11.1f", share);
    }
    putchar('\n');
    return enough;
}

static int score_run(struct score *score) {
    if (!read_tables(score)) {
        return 2;
    }
    bool read = true;
    for (size_t i = 0; i < score->table_count; i++) {
        for (size_t j = 0; j < score->tables[i].count; j++) {
            read = score_row(score, &score->tables[i].rows[j]) && read;
        }
    }
    bool enough = print_tallies(score);
    return !read ? 2 : !enough;
}

static void score_free(struct score *score) {
    for (size_t i = 0; i < score->draft_count; i++) {
        draft_free(&score->drafts[i]);
    }
    for (size_t i = 0; score->tables && i < score->table_count; i++) {
        table_free(&score->tables[i]);
    }
    free(score->tables);
    free(score->drafts);
    free(score->tallies);
    free(score->folders);
    free(score->paths);
}

int main(int count, char **words) {
    struct score score = {0};
    size_t words_count = (size_t)count;
    score.folders = calloc(words_count, sizeof *score.folders);
    score.paths = calloc(words_count, sizeof *score.paths);
    score.tables = calloc(words_count, sizeof *score.tables);
    bool made = score.folders && score.paths && score.tables;
    int status = made && read_options(&score, count, words) ? score_run(&score) : usage();
    score_free(&score);
    return status;
}
