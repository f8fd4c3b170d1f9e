/* The mask: a line for each kind of mark. In what is expected, _ is a blank that was something
 * else, . a soft mark and + a soft hyphen. */
#include "document_fixture.h"

Suite *document_mask_suite(void);

static const struct {
    const char *draft, *mask;
} masks[] = {
    {"shall, *as* **appropriate**", "shall, .as. ..appropriate.."},
    {"_(a)_ ~~struck~~", ".(a). ..struck.."},
    {"a [link](http://x.y \"as t\") b", "a _link____________ ___ ___ b"},
    {"a [link](x_(y).md) b", "a _link___________ b"},
    {"State[s](Parties) shall", "State_s__Parties_ shall"},
    {"see ![alt text](map.png)", "see __alt text__________"},
    {"the [law][l]\n\n[l]: http://x.y 'T'\n", "the [law]___\n\n____ __________ ___\n"},
    {"the [law]\n\n[law]:\n  x.md\n", "the [law]\n\n______\n  ____\n"},
    {"[Act 56]: repealed", "[Act 56]_ repealed"},
    {"[Act 56](2019) applies", "_Act 56_______ applies"},
    {"Text[^1] and[^a b]\n\n[^1]: a note", "Text____ and[^a b]\n\n_____ a note"},
    {"as&nbsp;appropriate &amp; so", "as______appropriate _____ so"},
    {"of&shy;fence of&#173;fence of&#xAD;fence", "of+++++fence of++++++fence of++++++fence"},
    {"the State&rsquo;s law, AT&T; R&D", "the State________ law, AT&T; R&D"},
    {"<b>as</b> in<i>f</i><br>", "...as.... in...f....____"},
    {"a <span class=\"x\">b</span> <td>c</td>", "a ................b....... ____c_____"},
    {"the <name of authority> shall", "the _name of authority_ shall"},
    {"if x < y and y > z", "if x < y and y > z"},
    {"Members<sup>2</sup> of 10<sup>3</sup>", "Members....._...... of 10....^3......"},
    {"<?xml version=\"1.0\"?> <!DOCTYPE html> a", "_____ _______________ _________ _____ a"},
    {"a <!-- b --> c", "a ____ _ ___ c"},
    {"a <!-- b\n\nc --> d", "a ____ _\n\n_ ___ d"},
    {"a <!-- never closed", "a ____ never closed"},
    {"<script>\nif (a) b\n\n</script>\nlaw", "________\n__ ___ _\n\n_________\nlaw"},
    {"<style>p {}</style> law", "________ __________ law"},
    {"see https://x.y/z_(a), (www.x.org) a.b@x.org.",
     "see _________________, (_________) _________."},
    {"and/or: http://x.y/a*b* <mailto:a@x.org>", "and/or: ______________. ________________"},
    {"# Article 1", "_ Article 1"},
    {"##Safeguards as appropriate", "__Safeguards as appropriate"},
    {"> quoted\n> > twice\nlazy", "_ quoted\n_ _ twice\nlazy"},
    {"- a\n* b\n+ c\n1. d\n2) e", "_ a\n_ b\n_ c\n1. d\n2) e"},
    {"a - b", "a - b"},
    {"```\ncode\n```\nlaw", "___\n____\n___\nlaw"},
    {"~~~ text\ncode\n~~~~\nlaw", "___ ____\n____\n____\nlaw"},
    {"> ```\n> code\n> ```\nlaw", "_ ___\n_ ____\n_ ___\nlaw"},
    {"```\nnever closed", "___\nnever closed"},
    {"> ```\n> never closed\n\nlaw\n\n```\ncode\n```",
     "_ ___\n_ never closed\n\nlaw\n\n___\n____\n___"},
    {"```` \n```\ncode\n`````\nlaw", "____ \n___\n____\n_____\nlaw"},
    {"``like this'' and `as so`", "``like this'' and `as so`"},
    {"``like [this](x.md)'' and `as`", "``like _this_______'' and _as_"},
    {"---\ntitle: x\n---\nlaw", "___\n______ _\n___\nlaw"},
    {"---\na: b\n---\n---\nc: d\ne\n---\nlaw", "___\n__ _\n___\n___\n__ _\n_\n___\nlaw"},
    {"---\n\nArticle: a\n\n---\n", "---\n\nArticle: a\n\n---\n"},
    {"---\ntitle: never closed", "---\ntitle: never closed"},
    {"| as | b |\n|---|:-:|\n| c | d | e |", "| as | b |\n|---|:-:|\n| c | d | e |"},
    {"    indented as law", "    indented as law"},
    {"back\\-slash [a](b.md) \\*x\\*", "back.-slash _a_______ ..x.."},
    {"a\rb [c](d.md)\r\n> e\r", "a\rb _c_______\r\n_ e\r"},
    {"a\n\n<!-- proviso 01234567 begin -->\n\n> b\n\n<!-- proviso 01234567 end -->\n\nc",
     "a\n\n____ _______ ________ _____ ___\n\n_ _\n\n____ _______ ________ ___ ___\n\nc"},
    {"a\n\n+-- proviso 01234567 begin --\n| b\n+-- proviso 01234567 end. --\n",
     "a\n\n___ _______ ________ _____ __\n_ _\n___ _______ ________ ____ __\n"},
    {"+-- proviso 01234567 begin --\n| b\nlaw\n+-- proviso 01234567 end --",
     "+-- proviso 01234567 begin --\n| b\nlaw\n+-- proviso 01234567 end --"},
    {"+-- proviso 01234567 begin --\n| b\n+-- proviso 89abcdef end --",
     "+-- proviso 01234567 begin --\n| b\n+-- proviso 89abcdef end --"},
    {"+-- proviso 01234567 begin --\n| b\n", "+-- proviso 01234567 begin --\n| b\n"},
};

static void show(const struct proviso_document *document, struct buffer *shown) {
    for (uint32_t i = 0; i < document->text.length; i++) {
        char mask = document->text.mask[i], byte = document->text.bytes[i];
        buffer_add_char(shown, mask == MASK_SOFT                   ? '.'
                               : mask == MASK_JOIN                 ? '+'
                               : mask == MASK_BREAK && byte != ' ' ? '_'
                                                                   : mask);
    }
}

START_TEST(marks_are_blank_and_law_is_not) {
    struct proviso_document document;
    struct buffer shown = {0};
    draft_read(&document, masks[_i].draft, strlen(masks[_i].draft));
    show(&document, &shown);
    ck_assert_str_eq(buffer_string(&shown), masks[_i].mask);
    buffer_free(&shown);
    draft_free(&document);
}
END_TEST

static const char *const hard[] = {
    "\xE2\x80\x9Ctext\xE2\x80\x9D *a*\r\n> <b>x\r</b> [y](z) &nbsp; \1\2\3 \0",
    "[[[[](((((]]]]) <<<<a <b <c> `````` ``` ~~~ &&&;; @@@ ://://www.www.",
    "<!-- <!-- --> --> <script <style </style> ]:]:]: [^[^[^] [a]: [b]: x",
    "# \n#\n##\n- \n>\n> \n1.\n***\n---\n===\n\t\n",
};

/* The same length, the same line ends; every other byte as it was, or a blank. */
static void check_mask(const struct text *text) {
    for (uint32_t i = 0; i < text->length; i++) {
        char byte = text->bytes[i], mask = text->mask[i];
        bool end = byte == '\n' || byte == '\r';
        ck_assert(mask == byte ||
                  (!end && (mask == MASK_BREAK || mask == MASK_SOFT || mask == MASK_JOIN)));
        ck_assert(byte == '\n' || byte == '\r' || (mask != '\n' && mask != '\r'));
    }
}

START_TEST(every_byte_is_kept_or_blank) {
    struct proviso_document document;
    draft_read(&document, hard[_i], strlen(hard[_i]));
    check_mask(&document.text);
    draft_free(&document);
}
END_TEST

START_TEST(noise_is_kept_or_blank) {
    static const char alphabet[] = "ab [](){}<>!-`~*_&;#|\\:/.@w=\"'\n\r\n\t1>- +^";
    char draft[600];
    uint32_t state = (uint32_t)_i * 2654435761u + 1;
    for (size_t i = 0; i < sizeof draft; i++) {
        state = state * 1664525u + 1013904223u;
        draft[i] = alphabet[(state >> 16) % (sizeof alphabet - 1)];
    }
    draft[0] = 'x';
    struct proviso_document document;
    draft_read(&document, draft, sizeof draft);
    check_mask(&document.text);
    draft_free(&document);
}
END_TEST

START_TEST(a_tangle_is_read_without_md4c_and_said) {
    struct buffer draft = {0};
    buffer_add_string(&draft, "law\n\n");
    for (int i = 0; i < 5000; i++) {
        buffer_add_string(&draft, "[as](x.md)&nbsp;");
    }
    struct proviso_document document;
    draft_read(&document, draft.bytes, draft.length);
    ck_assert_mem_eq(document.text.mask + 5, "[as                  [as", 13);
    ck_assert_str_eq(document.remarks[0], "1 passage is too full of Markdown marks to be read as "
                                          "Markdown, the first in line 3");
    draft_free(&document);
    buffer_free(&draft);
}
END_TEST

Suite *document_mask_suite(void) {
    Suite *suite = suite_create("document mask");
    TCase *tests = tcase_create("mask");
    tcase_add_loop_test(tests, marks_are_blank_and_law_is_not, 0, sizeof masks / sizeof masks[0]);
    tcase_add_loop_test(tests, every_byte_is_kept_or_blank, 0, sizeof hard / sizeof hard[0]);
    tcase_add_loop_test(tests, noise_is_kept_or_blank, 0, 300);
    tcase_add_test(tests, a_tangle_is_read_without_md4c_and_said);
    suite_add_tcase(suite, tests);
    return suite;
}
