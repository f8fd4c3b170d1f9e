/* Hostile text: decoding, mask and tokens of twice as much take twice as long. */
#include "document_fixture.h"

#include <time.h>

Suite *document_hostile_suite(void);

/* A draft is `first`, then `middle` over and over, then `last` as often, if there is any. */
static const struct {
    const char *first, *middle, *last;
} kinds[] = {
    {"", "[", "]"},
    {"", "![", "](x)"},
    {"", "[a](", ")"},
    {"", "[a](<b", ""},
    {"", "[a][b]", ""},
    {"[b]: http://x.y\n\n", "[a][b]", ""},
    {"[b]: http://x.y\n\n", "[b]", ""},
    {"", "[a]: http://x.y\n", ""},
    {"", "[^1]", ""},
    {"", "]:", ""},
    {"", "[a]\n", ""},
    {"[", "a\n", ""},
    {"", "*a **b ", ""},
    {"", "_a *b ", "c* d_ "},
    {"", "`", ""},
    {"[", "`a``b", ""},
    {"[", "a`b", ""},
    {"", "<", ""},
    {"", "<a ", ""},
    {"", "<a href=\"", ""},
    {"", "<!", ""},
    {"", "<?", ""},
    {"", "<!--", ""},
    {"", "<!-- -->", ""},
    {"", "<!-- \n", "-->\n"},
    {"", "<script", ""},
    {"", "<b>a</b>", ""},
    {"", "&", ""},
    {"", "&a", ""},
    {"", "&amp;", ""},
    {"", "- ", ""},
    {"", "> ", ""},
    {"", "1. ", "\n\n"},
    {"", "- ", "\n\n"},
    {"", "> a\n\n", ""},
    {"", "```\n", ""},
    {"", "````\n```\n", ""},
    {"", "~~~ a\n> ```\n", ""},
    {"---\na: b\n", "c: d\n", ""},
    {"", "---\na: b\n---\n", ""},
    {"", "a\n---\n", ""},
    {"", "|a", "\n|-"},
    {"", "| a | b |\n|---|---|\n", ""},
    {"", "://", ""},
    {"", "www.", ""},
    {"", "http://", ""},
    {"http://x.y/", ")", ""},
    {"", "a@", ""},
    {"", "a.a@a.a", ""},
    {"", "a-", ""},
    {"", "a-\n", ""},
    {"a-", "\n", ""},
    {"a", "\xC2\xAD", ""},
    {"a", "\xC2\xAD\n", ""},
    {"a", "*", "b"},
    {"", "a'", ""},
    {"", "1,", ""},
    {"", "a1", ""},
    {"", "e\xCC\x81", ""},
    {"", "\xE2\x80\x8B", "a"},
    {"", "\xFF", ""},
    {"a", "\xE2\x80", ""},
    {"", "\r", "a"},
    {"", "\n", "a"},
    {"", " ", "a"},
    {"", "a. ", ""},
    {"a", ".\n\n", "b"},
    {"", "a-\n\n\nb", ""},
    {"a\n", "\n", "b"},
};

static double seconds_to_read(const char *draft, size_t length) {
    static struct small_lexicon small;
    small_lexicon_make(&small, "as appropriate");
    struct proviso_document document;
    struct token *tokens = NULL;
    uint32_t capacity = 0;
    clock_t start = clock();
    draft_read(&document, draft, length);
    document.lexicon = &small.lexicon;
    document_tokens(&document, 0, document.text.length, &tokens, &capacity);
    double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
    array_free(tokens);
    draft_free(&document);
    return seconds;
}

static double time_of(size_t kind, size_t bytes) {
    struct buffer draft = {0};
    size_t each = strlen(kinds[kind].middle) + strlen(kinds[kind].last), count = bytes / each;
    buffer_add_string(&draft, "x ");
    buffer_add_string(&draft, kinds[kind].first[0] ? "\n\n" : "");
    buffer_add_string(&draft, kinds[kind].first);
    for (size_t i = 0; i < count; i++) {
        buffer_add_string(&draft, kinds[kind].middle);
    }
    for (size_t i = 0; i < count && kinds[kind].last[0]; i++) {
        buffer_add_string(&draft, kinds[kind].last);
    }
    double best = seconds_to_read(draft.bytes, draft.length);
    for (int i = 0; i < 2; i++) {
        double again = seconds_to_read(draft.bytes, draft.length);
        best = again < best ? again : best;
    }
    buffer_free(&draft);
    return best;
}

/* What is quadratic takes seconds for this much; what is linear a few hundredths of one. A busy
 * machine gets three tries. */
START_TEST(twice_as_much_takes_twice_as_long) {
    double once = 0, twice = 0;
    for (int tries = 0; tries < 3; tries++) {
        once = time_of((size_t)_i, 400000);
        twice = time_of((size_t)_i, 800000);
        if (twice < 0.05 || twice < 2.5 * once) {
            return;
        }
    }
    ck_abort_msg("\"%s\" takes %.3f s, then %.3f s", kinds[_i].middle, once, twice);
}
END_TEST

Suite *document_hostile_suite(void) {
    Suite *suite = suite_create("document hostile");
    TCase *tests = tcase_create("hostile");
    tcase_add_loop_test(tests, twice_as_much_takes_twice_as_long, 0,
                        sizeof kinds / sizeof kinds[0]);
    suite_add_tcase(suite, tests);
    return suite;
}
