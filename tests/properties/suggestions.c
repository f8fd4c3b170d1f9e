/*
 * A suggestion does what it says: applied to the draft, alone, its finding goes and no error or
 * warning comes. In: each example that a rule flags, each sample, each draft of tests/score. A
 * finding is gone when its provision has one fewer of its category, and so has the draft.
 */
#include "draft.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

Suite *suggestions_suite(void);

static const char *const score_drafts[] = {
    "bill-b.md",   "bill-h.md",     "bill-i.md",        "convention-a.md", "convention-g.md",
    "decree-e.md", "good-act-c.md", "negotiating-d.md", "treaty-f.md",
};

/* What was tried in one draft. */
struct trial {
    const char *name;
    const struct draft *draft;
    json_t *findings;
    size_t applied, failed;
};

static const char *string_of(const json_t *finding, const char *key) {
    const char *string = json_string_value(json_object_get(finding, key));
    return string ? string : "";
}

static const char *citation_of(const json_t *finding) {
    return string_of(json_object_get(finding, "provision"), "citation");
}

/* Findings of which `key` (rule, category) has this value; of those, if `grave`, errors and
 * warnings; at this citation, if there is one. */
static size_t count_findings(const json_t *findings, const char *key, const char *value, bool grave,
                             const char *citation) {
    size_t index, count = 0;
    const json_t *finding;
    json_array_foreach(findings, index, finding) {
        count += strcmp(string_of(finding, key), value) == 0 &&
                 (!grave || strcmp(string_of(finding, "severity"), "note") != 0) &&
                 (!citation || strcmp(citation_of(finding), citation) == 0);
    }
    return count;
}

static void add_file_bytes(struct draft *out, const char *text, bool windows) {
    for (const unsigned char *at = (const unsigned char *)text; *at; at++) {
        bool two = windows && (*at == 0xC2 || *at == 0xC3) && at[1];
        char byte = two ? (char)(at[1] + (*at == 0xC3 ? 0x40 : 0)) : (char)*at;
        at += two;
        draft_add(out, &byte, 1);
    }
}

/* The draft with the edits of one finding. */
static struct draft apply(const struct trial *trial, const json_t *edits) {
    struct draft out = {0};
    size_t index, done = 0;
    const json_t *edit;
    bool windows = strcmp(trial->name, "windows-1252.txt") == 0;
    json_array_foreach(edits, index, edit) {
        size_t start = (size_t)json_integer_value(json_object_get(edit, "offset"));
        size_t end = (size_t)json_integer_value(json_object_get(edit, "end_offset"));
        ck_assert_msg(done <= start && start <= end && end <= trial->draft->length,
                      "%s: an edit out of place", trial->name);
        draft_add(&out, trial->draft->bytes + done, start - done);
        add_file_bytes(&out, string_of(edit, "text"), windows);
        done = end;
    }
    draft_add(&out, trial->draft->bytes + done, trial->draft->length - done);
    return out;
}

static void complain(struct trial *trial, const json_t *finding, const char *what,
                     const char *more) {
    trial->failed++;
    const json_t *edits = json_object_get(json_object_get(finding, "suggestion"), "edits");
    printf("%s: %s at %s: %s%s\n    %s\n", trial->name, string_of(finding, "rule"),
           citation_of(finding), what, more, string_of(json_array_get(edits, 0), "text"));
}

/* Whether the finding stood for the other: one rule speaks for one lack, and where "as appropriate"
 * goes, review that may come afterwards is left; where a clause does not reach some powers, the gap
 * speaks for what the clause itself lacks of them. */
static bool was_behind(const struct trial *trial, const json_t *after, const json_t *finding,
                       const json_t *other) {
    const char *category = string_of(finding, "category"), *citation = citation_of(finding);
    if (strcmp(category, "coverage-gap") == 0)
        return json_array_size(json_object_get(other, "related")) > 0;
    if (json_array_size(json_object_get(finding, "safeguards")) > 0)
        return false;
    return strcmp(string_of(other, "category"), category) == 0 &&
           strcmp(citation_of(other), citation) == 0 &&
           count_findings(after, "category", category, false, citation) <=
               count_findings(trial->findings, "category", category, false, citation);
}

/* Wording mends the lack that it is proposed for. What it says beside that must not buy off another
 * one: "a court may order it anew" is no prior authorisation. */
static void require_no_more_mended(struct trial *trial, const json_t *after,
                                   const json_t *finding) {
    size_t index;
    const json_t *other;
    json_array_foreach(trial->findings, index, other) {
        const char *category = string_of(other, "category");
        if (strncmp(category, "missing-", 8) == 0 &&
            strcmp(category, string_of(finding, "category")) != 0 &&
            count_findings(after, "category", category, false, NULL) <
                count_findings(trial->findings, "category", category, false, NULL)) {
            complain(trial, finding, "there went ", string_of(other, "rule"));
            return;
        }
    }
}

static void try_finding(struct trial *trial, const json_t *finding) {
    const json_t *edits = json_object_get(json_object_get(finding, "suggestion"), "edits");
    if (json_array_size(edits) == 0)
        return;
    bool absence = json_array_size(json_object_get(finding, "safeguards")) > 0;
    const char *key = absence ? "category" : "rule", *value = string_of(finding, key);
    struct draft draft = apply(trial, edits);
    json_t *after = draft_findings(&draft, NULL);
    trial->applied++;
    if (count_findings(after, key, value, false, NULL) >=
        count_findings(trial->findings, key, value, false, NULL))
        complain(trial, finding, "it is still found", "");
    else if (count_findings(after, key, value, false, citation_of(finding)) >=
             count_findings(trial->findings, key, value, false, citation_of(finding)))
        complain(trial, finding, "it is still found there", "");
    size_t index;
    const json_t *other;
    json_array_foreach(after, index, other) {
        const char *came = string_of(other, "category");
        if (count_findings(after, "category", came, true, NULL) >
                count_findings(trial->findings, "category", came, true, NULL) &&
            !was_behind(trial, after, finding, other)) {
            complain(trial, finding, "there came ", string_of(other, "rule"));
            break;
        }
    }
    if (absence && strcmp(value, "coverage-gap") != 0)
        require_no_more_mended(trial, after, finding);
    json_decref(after);
    draft_free(&draft);
}

/* Tries the suggestions of one rule, or of all. */
static size_t try_draft(const struct draft *draft, const char *name, const char *rule,
                        size_t *applied) {
    struct trial trial = {.name = name, .draft = draft};
    trial.findings = draft_findings(draft, NULL);
    size_t index;
    const json_t *finding;
    json_array_foreach(trial.findings, index, finding) {
        if (!rule || strcmp(string_of(finding, "rule"), rule) == 0)
            try_finding(&trial, finding);
    }
    json_decref(trial.findings);
    *applied += trial.applied;
    return trial.failed;
}

START_TEST(in_examples) {
    const proviso_lexicon *lexicon = proviso_lexicon_builtin();
    size_t failed = 0, rules = 0, absences = 0;
    for (size_t i = 0; i < proviso_lexicon_rule_count(lexicon); i++) {
        struct proviso_rule rule;
        proviso_lexicon_rule(lexicon, i, &rule);
        size_t applied = 0;
        for (size_t flag = 0; flag < rule.flag_count; flag++) {
            struct draft draft = {0};
            draft_add_string(&draft, proviso_rule_flag(lexicon, i, flag));
            failed += try_draft(&draft, rule.id, rule.id, &applied);
            draft_free(&draft);
        }
        rules += applied > 0;
        absences += applied > 0 && strncmp(rule.id, "missing-", 8) == 0;
    }
    printf("%zu rules with edits, %zu of absence\n", rules, absences);
    fflush(stdout); /* the process may end here */
    ck_assert_uint_eq(failed, 0);
}
END_TEST

static void try_all(const struct draft *draft, const char *name) {
    size_t applied = 0, failed = try_draft(draft, name, NULL, &applied);
    printf("%s: %zu suggestions applied, %zu failed\n", name, applied, failed);
    fflush(stdout); /* the process may end here */
    ck_assert_uint_eq(failed, 0);
}

START_TEST(in_samples) {
    struct draft draft = sample_read((size_t)_i);
    try_all(&draft, sample_names[_i]);
    draft_free(&draft);
}
END_TEST

START_TEST(in_score_drafts) {
    struct draft draft = draft_read("tests/score/drafts", score_drafts[_i]);
    try_all(&draft, score_drafts[_i]);
    draft_free(&draft);
}
END_TEST

Suite *suggestions_suite(void) {
    Suite *suite = suite_create("suggestions");
    TCase *tests = tcase_create("applied");
    tcase_set_timeout(tests, 120);
    tcase_add_test(tests, in_examples);
    tcase_add_loop_test(tests, in_samples, 0, (int)sample_count);
    tcase_add_loop_test(tests, in_score_drafts, 0, sizeof score_drafts / sizeof *score_drafts);
    suite_add_tcase(suite, tests);
    return suite;
}
