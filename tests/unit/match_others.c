/* Instruments read along: what a draft leaves to them counts, what they do not say does not. */
#include "match/coverage.h"

#include <check.h>
#include <string.h>

Suite *match_others_suite(void);

static const char code_text[] =
    "# Code of Enquiries\n\n## Article 10. Orders\n\n"
    "No communication may be intercepted unless a judge has issued a warrant.\n";
static const char cited_text[] =
    "# Listening Act\n\n## 1. Interception\n\nThe police may intercept the communications of a "
    "person in accordance with article 10 of the Code of Enquiries.\n";
static const char silent_text[] =
    "# Listening Act\n\n## 1. Interception\n\nThe police may intercept "
    "the communications of a person.\n";

static proviso_document *read_text(const char *path, const char *text) {
    const struct proviso_source source = {path, text, strlen(text)};
    proviso_document *document =
        proviso_document_read(proviso_lexicon_builtin(), &source, NULL, NULL);
    ck_assert_ptr_nonnull(document);
    return document;
}

/* The cell for prior authorisation of the one power in the draft, read along with the code or not.
 */
static struct cell cell_of(const char *text, bool with) {
    proviso_document *code = read_text("code.md", code_text), *draft = read_text("draft.md", text);
    proviso_findings *other = proviso_check(code, NULL);
    const proviso_findings *others[] = {other};
    proviso_findings *findings = proviso_check_with(draft, others, with ? 1 : 0, NULL);
    struct cell cell = {.state = STATE_NOT_ASKED};
    ck_assert(other && findings);
    for (uint32_t s = 0; s < draft->lexicon->safeguard_count; s++) {
        const char *id = lexicon_string(draft->lexicon, draft->lexicon->safeguards[s].id);
        for (uint32_t i = 0; strcmp(id, "judicial-oversight") == 0 && i < findings->coverage->count;
             i++) {
            if (findings->coverage->subjects[i].must >> s & 1) {
                cell = findings->coverage->subjects[i].cells[s];
            }
        }
    }
    proviso_findings_free(findings);
    proviso_findings_free(other);
    proviso_document_free(draft);
    proviso_document_free(code);
    return cell;
}

START_TEST(what_is_left_to_a_code_counts_when_it_is_read) {
    struct cell alone = cell_of(cited_text, false), with = cell_of(cited_text, true);
    ck_assert_uint_ne(alone.state, STATE_PRESENT);
    ck_assert_uint_eq(with.state, STATE_PRESENT);
    ck_assert_uint_eq(alone.other, 0);
    ck_assert_uint_eq(with.other, 1);
}
END_TEST

START_TEST(a_code_that_the_draft_does_not_name_changes_nothing) {
    ck_assert_uint_eq(cell_of(silent_text, true).state, cell_of(silent_text, false).state);
    ck_assert_uint_eq(cell_of(silent_text, true).other, 0);
}
END_TEST

Suite *match_others_suite(void) {
    Suite *suite = suite_create("match_others");
    TCase *tests = tcase_create("others");
    tcase_add_test(tests, what_is_left_to_a_code_counts_when_it_is_read);
    tcase_add_test(tests, a_code_that_the_draft_does_not_name_changes_nothing);
    suite_add_tcase(suite, tests);
    return suite;
}
