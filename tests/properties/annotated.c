/*
 * An annotated draft with its notes taken out is the draft, byte for byte: with CRLF, in UTF-16,
 * without a line end at its end, and when it quotes marks such as "<!-- proviso 0a1b2c3d begin
 * -->". Checked again, it has the findings of the draft.
 */
#include "draft.h"
#include "report/mark.h"

#include <check.h>
#include <string.h>

Suite *annotated_suite(void);

static void require_round_trip(const struct draft *draft, const char *name) {
    struct draft annotated = draft_report(draft, NULL, PROVISO_FORMAT_ANNOTATE);
    struct buffer stripped = {0};
    ck_assert_msg(annotated.length > draft->length, "%s: nothing was added", name);
    ck_assert_msg(annotate_strip(annotated.bytes, annotated.length, &stripped),
                  "%s: the notes are not found again", name);
    ck_assert_msg(stripped.length == draft->length &&
                      (!draft->length || !memcmp(stripped.bytes, draft->bytes, draft->length)),
                  "%s: something else remains", name);
    buffer_free(&stripped);
    draft_free(&annotated);
}

/* What was set in is not read as law: not the first time nor the second. */
static void require_same_findings(const struct draft *draft, const char *name) {
    struct draft expected = draft_summary(draft);
    struct draft annotated = draft_report(draft, NULL, PROVISO_FORMAT_ANNOTATE);
    for (int i = 0; i < 2; i++) {
        struct draft summary = draft_summary(&annotated);
        ck_assert_msg(summary.length == expected.length &&
                          !memcmp(summary.bytes, expected.bytes, expected.length),
                      "%s: findings change when it is annotated\n%s\n%s", name, expected.bytes,
                      summary.bytes);
        draft_free(&summary);
        struct draft again = draft_report(&annotated, NULL, PROVISO_FORMAT_ANNOTATE);
        draft_free(&annotated);
        annotated = again;
    }
    draft_free(&annotated);
    draft_free(&expected);
}

START_TEST(samples) {
    struct draft draft = sample_read((size_t)_i);
    require_round_trip(&draft, sample_names[_i]);
    require_same_findings(&draft, sample_names[_i]);
    draft_free(&draft);
}
END_TEST

/* Every shorter draft that ends somewhere in the first 300 bytes, and some later. */
START_TEST(cut_short) {
    struct draft draft = sample_read((size_t)_i);
    size_t whole = draft.length;
    for (size_t length = 1; length < whole; length += length < 300 ? 1 : 997) {
        draft.length = length;
        bool blank = strspn(draft.bytes, " \t\r\n") >= length;
        if (!blank)
            require_round_trip(&draft, sample_names[_i]);
    }
    draft_free(&draft);
}
END_TEST

/* With other line ends, and in UTF-16: the pairs of bytes stay pairs. */
START_TEST(recoded) {
    struct draft draft = sample_read((size_t)_i), changed = {0};
    for (int form = 0; form < 4; form++) {
        changed.length = 0;
        if (form >= 2)
            draft_add(&changed, form == 2 ? "\xFF\xFE" : "\xFE\xFF", 2);
        for (size_t i = 0; i < draft.length; i++) {
            const char *c = draft.bytes + i;
            if (form < 2 && *c == '\n')
                draft_add_string(&changed, form ? "\r" : "\r\n");
            else if (form < 2 && *c != '\r')
                draft_add(&changed, c, 1);
            else if (form == 2)
                draft_add(&changed, c, 1), draft_add(&changed, "", 1);
            else if (form == 3)
                draft_add(&changed, "", 1), draft_add(&changed, c, 1);
        }
        require_round_trip(&changed, sample_names[_i]);
        require_same_findings(&changed, sample_names[_i]);
    }
    draft_free(&changed);
    draft_free(&draft);
}
END_TEST

START_TEST(twice) {
    struct draft draft = sample_read((size_t)_i);
    struct draft once = draft_report(&draft, NULL, PROVISO_FORMAT_ANNOTATE);
    require_round_trip(&once, sample_names[_i]);
    draft_free(&once);
    draft_free(&draft);
}
END_TEST

static const char *const odd_drafts[] = {
    "x",
    "Safeguards shall, as appropriate, apply.",
    "\n\n\nSafeguards shall, as appropriate, apply.\n\n\n",
    "- Safeguards shall,\n  as appropriate,\n\n  apply.\n- b",
    "> Safeguards shall, as appropriate, apply.\n> b\nc",
    "| Safeguards shall, as appropriate, apply |\n|---|\n| c |\n",
    "Safeguards shall, as appropriate, apply.\n```\n",
    "```\nSafeguards shall, as appropriate, apply.",
    "<!-- proviso 00000000 begin -->\nSafeguards shall, as appropriate, apply.\n",
    "<!-- proviso 00000000 begin -->\na\n<!-- proviso 00000000 end -->\nb",
    "---\ntitle: x\n---\nSafeguards shall, as appropriate, apply.",
    "---\ntitle: x\n---",
    "\xEF\xBB\xBFSafeguards shall, as appropriate, apply.\r\n",
    "Safeguards shall, as appropriate, apply.\r\nb\nc\rd",
    "Safeguards \xFF\xC0 shall, as appropriate, apply.",
};

START_TEST(odd) {
    struct draft draft = {0};
    draft_add_string(&draft, odd_drafts[_i]);
    require_round_trip(&draft, odd_drafts[_i]);
    require_same_findings(&draft, odd_drafts[_i]);
    draft_free(&draft);
}
END_TEST

Suite *annotated_suite(void) {
    Suite *suite = suite_create("annotated");
    TCase *tests = tcase_create("round trips");
    tcase_set_timeout(tests, 120);
    tcase_add_loop_test(tests, samples, 0, (int)sample_count);
    tcase_add_loop_test(tests, cut_short, 0, (int)sample_count);
    tcase_add_loop_test(tests, recoded, 0, (int)sample_count);
    tcase_add_loop_test(tests, twice, 0, (int)sample_count);
    tcase_add_loop_test(tests, odd, 0, (int)(sizeof odd_drafts / sizeof *odd_drafts));
    suite_add_tcase(suite, tests);
    return suite;
}
