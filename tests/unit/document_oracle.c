/*
 * cmark as the oracle: the words of the law are the words that cmark shows a reader. Drafts are put
 * together from pieces of Markdown, the same ones in every run, and read from the samples.
 */
#include "document_fixture.h"

#include "base/utf8.h"

#include <cmark.h>
#include <stdlib.h>

Suite *document_oracle_suite(void);

/* Emphasis may stand inside a word, and a figure in front of a list is no text to cmark. */
static bool is_skipped(uint32_t character) {
    return character == '*' || character == '_' || character == '~' || character == 0xAD ||
           character == (unsigned char)MASK_SOFT || character == (unsigned char)MASK_JOIN;
}

/* The words of the bytes, one a line; figures are left out. */
static void add_words(struct buffer *words, const char *bytes, size_t length) {
    size_t start = words->length;
    bool figures = true;
    for (size_t at = 0; at <= length;) {
        uint32_t character = ' ';
        uint32_t size = at < length ? utf8_decode(bytes + at, length - at, &character) : 1;
        if (utf8_is_word(character)) {
            figures = figures && character >= '0' && character <= '9';
            buffer_add(words, bytes + at, size);
        } else if (!is_skipped(character)) {
            if (figures) {
                words->length = start;
            } else {
                buffer_add_char(words, '\n');
            }
            start = words->length;
            figures = true;
        }
        at += size;
    }
}

static void add_cmark_words(struct buffer *words, const char *bytes, size_t length) {
    cmark_node *root = cmark_parse_document(bytes, length, CMARK_OPT_DEFAULT);
    cmark_iter *steps = cmark_iter_new(root);
    struct buffer text = {0};
    cmark_event_type event;
    while ((event = cmark_iter_next(steps)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(steps);
        cmark_node_type type = cmark_node_get_type(node);
        bool shown = type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE ||
                     type == CMARK_NODE_CODE_BLOCK; /* what is indented is law */
        bool tag = type == CMARK_NODE_HTML_INLINE && cmark_node_get_literal(node)[1] != '!' &&
                   strncmp(cmark_node_get_literal(node), "<br", 3) != 0;
        if (event == CMARK_EVENT_ENTER && shown) {
            buffer_add_string(&text, cmark_node_get_literal(node));
        } else if (type != CMARK_NODE_EMPH && type != CMARK_NODE_STRONG && !tag) {
            buffer_add_char(&text, '\n');
        }
    }
    add_words(words, text.bytes, text.length);
    buffer_free(&text);
    cmark_iter_free(steps);
    cmark_node_free(root);
}

static void compare(const char *bytes, size_t length) {
    struct proviso_document document;
    struct buffer ours = {0}, theirs = {0};
    draft_read(&document, bytes, length);
    add_words(&ours, document.text.mask, document.text.length);
    add_cmark_words(&theirs, bytes, length);
    const char *a = buffer_string(&ours), *b = buffer_string(&theirs), *a_word = a, *b_word = b;
    while (*a && *a == *b) {
        a_word = *a == '\n' ? a + 1 : a_word;
        b_word = *b == '\n' ? b + 1 : b_word;
        a++;
        b++;
    }
    ck_assert_msg(*a == *b, "\"%.*s\" where cmark has \"%.*s\" in:\n%.*s",
                  (int)strcspn(a_word, "\n"), a_word, (int)strcspn(b_word, "\n"), b_word,
                  length < 3000 ? (int)length : 0, bytes);
    buffer_free(&ours);
    buffer_free(&theirs);
    draft_free(&document);
}

static const char *const pieces[] = {"safeguards ",
                                     "shall ",
                                     "as ",
                                     "appropriate",
                                     ", ",
                                     ". ",
                                     "Article 5 ",
                                     "(a) ",
                                     "\xE2\x80\x9C",
                                     "\xC3\xA9tat ",
                                     "*any* ",
                                     "**serious** crime ",
                                     "_other_",
                                     "***both*** ",
                                     " of*fence* ",
                                     "[the law](http://example.org/law) ",
                                     "[the *Act*](<a b.md> \"a title\")",
                                     "![a map](map.png) ",
                                     "[Act 56] ",
                                     "[[nested](x.md)] ",
                                     "[open",
                                     "] ",
                                     "(closed)",
                                     " `a code span` ",
                                     " ``two`` ",
                                     "&nbsp;",
                                     "&amp; ",
                                     "of&shy;fence ",
                                     "&unknown ",
                                     "so <b>bold</b> ",
                                     "so<br/>",
                                     "so <span class='x'>",
                                     "so </span>",
                                     "a < b ",
                                     "so <!-- note --> ",
                                     "\\* ",
                                     "\\[x\\] ",
                                     "\\ ",
                                     "\n",
                                     "\n",
                                     "\n",
                                     "\n\n",
                                     "\n\n",
                                     "\n- point ",
                                     "\n  - inner ",
                                     "\n1. first ",
                                     "\n> quoted ",
                                     "\n\n# Title\n\n",
                                     "\n\n## Second ##\n\n",
                                     "\n\n---\n\n",
                                     "\n\nUnder\n---\n\n",
                                     "\n\n| a | b |\n|---|---|\n| c | d |\n\n",
                                     "\n\n[ref]: http://example.org \"t\"\n\n",
                                     "[text][ref] ",
                                     "[ref] ",
                                     "\n   indented ",
                                     "x\ttab "};

START_TEST(composed_drafts_have_the_same_words) {
    struct buffer draft = {0};
    uint32_t state = (uint32_t)_i * 2654435761u + 99;
    buffer_add_string(&draft, "Draft ");
    for (int i = 0; i < 40; i++) {
        state = state * 1664525u + 1013904223u;
        buffer_add_string(&draft, pieces[(state >> 16) % (sizeof pieces / sizeof pieces[0])]);
    }
    compare(draft.bytes, draft.length);
    buffer_free(&draft);
}
END_TEST

static const char *const samples[] = {"convention.md", "cybercrime-bill.md", "surveillance-bill.md",
                                      "good-law.md",   "amending-bill.md",   "crlf.md"};

START_TEST(samples_have_the_same_words) {
    char path[512], bytes[200000];
    snprintf(path, sizeof path, "%s/samples/%s", SOURCE_FOLDER, samples[_i]);
    FILE *file = fopen(path, "rb");
    ck_assert_msg(file != NULL, "%s cannot be read", path);
    size_t length = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    ck_assert(length > 0 && length < sizeof bytes);
    compare(bytes, length);
}
END_TEST

Suite *document_oracle_suite(void) {
    Suite *suite = suite_create("document oracle");
    TCase *tests = tcase_create("oracle");
    tcase_add_loop_test(tests, composed_drafts_have_the_same_words, 0, 500);
    tcase_add_loop_test(tests, samples_have_the_same_words, 0, sizeof samples / sizeof samples[0]);
    suite_add_tcase(suite, tests);
    return suite;
}
