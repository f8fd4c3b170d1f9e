/* Edits by bytes of the file: in order, never overlapping, everything else as it was. */
#include "report/splice.h"

#include "report_fixture.h"

Suite *report_splice_suite(void);

static const char law[] = "Such safeguards shall, as appropriate, include review.";

static struct buffer spliced(const struct edit *edits, size_t count, bool *done) {
    struct buffer out = {0};
    struct proviso_sink sink = {fixture_write, &out};
    *done = splice_write(law, sizeof law - 1, edits, count, &sink);
    return out;
}

START_TEST(without_edits_the_file_is_written_as_it_is) {
    bool done;
    struct buffer out = spliced(NULL, 0, &done);
    ck_assert(done);
    ck_assert_str_eq(buffer_string(&out), law);
    buffer_free(&out);
}
END_TEST

START_TEST(edits_replace_delete_and_insert) {
    const struct edit edits[] = {{0, 0, "1. ", 3},
                                 {0, 4, "These", 5},
                                 {21, 38, "", 0},
                                 {54, 54, "\n", 1},
                                 {54, 54, "2.", 2}};
    bool done;
    struct buffer out = spliced(edits, 5, &done);
    ck_assert(done);
    ck_assert_str_eq(buffer_string(&out), "1. These safeguards shall include review.\n2.");
    buffer_free(&out);
}
END_TEST

START_TEST(edits_that_overlap_are_refused_and_nothing_is_written) {
    const struct edit overlap[] = {{0, 10, "", 0}, {9, 12, "", 0}};
    const struct edit backwards[] = {{10, 10, "x", 1}, {5, 5, "y", 1}};
    const struct edit reversed[] = {{10, 5, "", 0}};
    const struct edit outside[] = {{50, 55, "", 0}};
    const struct edit *const refused[] = {overlap, backwards, reversed, outside};
    const size_t counts[] = {2, 2, 1, 1};
    for (size_t i = 0; i < 4; i++) {
        bool done;
        struct buffer out = spliced(refused[i], counts[i], &done);
        ck_assert(!done);
        ck_assert_uint_eq(out.length, 0);
        buffer_free(&out);
    }
}
END_TEST

static bool refuse(void *context, const char *bytes, size_t length) {
    (void)context, (void)bytes, (void)length;
    return false;
}

START_TEST(a_full_disk_is_noticed) {
    struct proviso_sink sink = {refuse, NULL};
    ck_assert(!splice_write(law, sizeof law - 1, NULL, 0, &sink));
}
END_TEST

Suite *report_splice_suite(void) {
    Suite *suite = suite_create("report_splice");
    TCase *tests = tcase_create("splice");
    tcase_add_test(tests, without_edits_the_file_is_written_as_it_is);
    tcase_add_test(tests, edits_replace_delete_and_insert);
    tcase_add_test(tests, edits_that_overlap_are_refused_and_nothing_is_written);
    tcase_add_test(tests, a_full_disk_is_noticed);
    suite_add_tcase(suite, tests);
    return suite;
}
