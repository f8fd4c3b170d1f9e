/*
 * Makes hostile drafts: `generate KIND BYTES` writes about so many bytes of one kind to standard
 * output, `generate` alone lists the kinds. Each is law with one thing in excess: "(((((((((("
 * runs, a million lines "Article 1", a sentence of 5 MB. What is found in them matters little; that
 * the time grows with the length, and that nothing breaks, is what the tests look at.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void repeat(const char *text, size_t bytes) {
    size_t length = strlen(text);
    for (size_t i = 0; i < bytes; i += length)
        fwrite(text, 1, length, stdout);
}

/* `text` with every % replaced by a rising number. */
static void count(const char *text, size_t bytes) {
    size_t written = 0;
    for (unsigned long n = 1; written < bytes; n++)
        for (const char *c = text; *c; c++)
            written += *c == '%' ? (size_t)printf("%lu", n) : (putchar(*c), (size_t)1);
}

/* `open` half the bytes long, some words, then `close` for each of them. */
static void nest(const char *open, const char *close, size_t bytes) {
    size_t depth = bytes / (strlen(open) + strlen(close));
    for (size_t i = 0; i < depth; i++)
        fputs(open, stdout);
    fputs("safeguards shall, as appropriate, apply", stdout);
    for (size_t i = 0; i < depth; i++)
        fputs(close, stdout);
    putchar('\n');
}

/* Lines each indented, or quoted, one step more than the one before, up to `most`. */
static void stairs(const char *step, const char *mark, size_t bytes, size_t most) {
    size_t written = 0;
    for (size_t depth = 1; written < bytes; depth = depth < most ? depth + 1 : 1) {
        for (size_t i = 0; i < depth; i++)
            fputs(step, stdout);
        written += depth * strlen(step) + (size_t)printf("%s as appropriate\n", mark);
    }
}

static void table(size_t bytes, size_t columns) {
    size_t written = 0;
    for (size_t row = 0; written < bytes; row++) {
        for (size_t i = 0; i < columns; i++)
            written += (size_t)printf(row == 1 ? "|---" : "| as appropriate ");
        written += (size_t)printf("|\n");
    }
}

static void zeros(size_t bytes) {
    fputs("Article 1\n\nThe police may, as they think fit, search.\n", stdout);
    for (size_t i = 0; i < bytes; i++)
        putchar(i % 64 ? 'a' : '\0');
}

/* Bytes from a fixed sequence; `mask` keeps them printable or not. */
static void noise(size_t bytes, const char *alphabet) {
    size_t letters = strlen(alphabet);
    unsigned long state = 88172645463325252UL;
    for (size_t i = 0; i < bytes; i++) {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        putchar(alphabet[(state >> 20) % letters]);
    }
}

enum shape { REPEAT, COUNT, NEST, STAIRS, TABLE, ZEROS, NOISE };

static const struct kind {
    const char *name;
    enum shape shape;
    const char *text, *close;
    size_t number;
} kinds[] = {
    {"quotes-deep", NEST, "> ", "", 0},
    {"quotes-stairs", STAIRS, "> ", "", 300},
    {"lists-deep", NEST, "- ", "", 0},
    {"lists-stairs", STAIRS, "  ", "-", 300},
    {"lists-numbered-deep", NEST, "1. ", "", 0},
    {"lists-then-blank", REPEAT, "- - - - - - - -\n\n\n\n", "", 0},
    {"brackets-open", REPEAT, "[", "", 0},
    {"brackets-nested", NEST, "[", "]", 0},
    {"brackets-closed", REPEAT, "]", "", 0},
    {"links-nested", NEST, "[a](", ")", 0},
    {"links-open", REPEAT, "[a](", "", 0},
    {"links-angle", REPEAT, "[a](<b", "", 0},
    {"links-reference", COUNT, "[as appropriate][r%] ", "", 0},
    {"references", COUNT, "[r%]: /u%\n", "", 0},
    {"images", REPEAT, "![[]()", "", 0},
    {"emphasis-open", REPEAT, "*a **a ", "", 0},
    {"emphasis-nested", NEST, "*a **a ", " a** a*", 0},
    {"emphasis-mixed", REPEAT, "*a_ ", "", 0},
    {"stars", REPEAT, "*", "", 0},
    {"underscores", REPEAT, "_a", "", 0},
    {"strike", REPEAT, "~~a ", "", 0},
    {"backticks-rising", REPEAT, "`a``b```c````d`````e``````f ", "", 0},
    {"backticks", REPEAT, "`", "", 0},
    {"table-wide", TABLE, "", "", 2000},
    {"table-long", TABLE, "", "", 3},
    {"pipes", REPEAT, "|", "", 0},
    {"fence-open", REPEAT, "```\nas appropriate\n", "", 0},
    {"fence-unclosed", REPEAT, "~~~~~~~~\nas appropriate\n```\n", "", 0},
    {"comment-open", REPEAT, "<!-- as appropriate ", "", 0},
    {"comments", REPEAT, "<!-- a --> as appropriate <!-- b -->\n", "", 0},
    {"tags-open", REPEAT, "<a ", "", 0},
    {"tags", REPEAT, "as <b>appropriate</b> ", "", 0},
    {"less", REPEAT, "<", "", 0},
    {"declarations", REPEAT, "<!A <![CDATA[ <? ", "", 0},
    {"entities", REPEAT, "&amp;&#65;&nbsp;&", "", 0},
    {"escapes", REPEAT, "\\*\\_\\[", "", 0},
    {"addresses", REPEAT, "https://a.b/as-appropriate www.a.b ", "", 0},
    {"front-matter-open", REPEAT, "---\ntitle: as appropriate\n", "", 0},
    {"setext", REPEAT, "as appropriate\n===\n---\n", "", 0},
    {"headings", COUNT, "# Article %\n\nas appropriate\n\n", "", 0},
    {"headings-same", REPEAT, "# Article 1\n", "", 0},
    {"headings-plain", REPEAT, "Article 1\n", "", 0},
    {"headings-deep", REPEAT, "# a\n## b\n### c\n#### d\n##### e\n###### f\n", "", 0},
    {"chapters", COUNT, "CHAPTER I\n\nSection %\n\nArticle %\n\n", "", 0},
    {"hashes", REPEAT, "#", "", 0},
    {"bold-lines", REPEAT, "**Search**\n\n**1.** (1) a\n\n", "", 0},
    {"numbers-same", REPEAT, "1. a\n", "", 0},
    {"numbers", COUNT, "%. as appropriate\n", "", 0},
    {"number-long", NOISE, "0123456789", "", 0},
    {"letters", REPEAT, "a) as appropriate\n", "", 0},
    {"letters-inline", REPEAT, "(a) b; ", "", 0},
    {"points-nested", REPEAT, "(a)(i)(A)(1) ", "", 0},
    {"points-lines", REPEAT, "1.\n(a)\n(i)\n(A)\n", "", 0},
    {"points-one-line", REPEAT, "1. (1) a (a) b; (i) c; (ii) d; (b) e. ", "", 0},
    {"parentheses", REPEAT, "(", "", 0},
    {"parentheses-closed", REPEAT, ")", "", 0},
    {"roman", REPEAT, "IVXLCDM", "", 0},
    {"suffixes", REPEAT, "Article 1 bis ter quater bis\n", "", 0},
    {"section-signs", COUNT, "\xC2\xA7 % as appropriate\n", "", 0},
    {"definitions", COUNT, "\"term %\" means any person;\n", "", 0},
    {"quotation-open", REPEAT, "\"as ", "", 0},
    {"references-law", REPEAT, "subject to articles 6 to 16 and paragraph 2(a) of this article ",
     "", 0},
    {"phrases", REPEAT, "as appropriate ", "", 0},
    {"phrases-gap", REPEAT, "prior judicial or other independent warrant issued by court ", "", 0},
    {"phrases-begun", REPEAT, "as as as where ", "", 0},
    {"phrases-power", REPEAT, "The police may search any person as they think fit. ", "", 0},
    {"phrases-sentence", REPEAT, "without subject to its domestic law shall ", "", 0},
    {"clauses", REPEAT, "as appropriate; ", "", 0},
    {"sentences", REPEAT, "a. ", "", 0},
    {"abbreviations", REPEAT, "art. no. para. ", "", 0},
    {"hyphens", REPEAT, "as appro-\npriate ", "", 0},
    {"hyphen-run", REPEAT, "-", "", 0},
    {"soft-hyphens", REPEAT, "a\xC2\xAD", "", 0},
    {"word", REPEAT, "a", "", 0},
    {"word-accents", REPEAT, "\xC3\xA9", "", 0},
    {"marks", REPEAT, "e\xCC\x81", "", 0},
    {"no-break-spaces", REPEAT,
     "as\xC2\xA0"
     "appropriate\xC2\xA0",
     "", 0},
    {"ideographs", REPEAT, "\xE7\xAC\xAC", "", 0},
    {"spaces", REPEAT, " ", "", 0},
    {"tabs", REPEAT, "\t", "", 0},
    {"line-ends", REPEAT, "\n", "", 0},
    {"carriage-returns", REPEAT, "a\r", "", 0},
    {"spaces-then-line", REPEAT, "                                        \n", "", 0},
    {"form-feeds", REPEAT, "a\f", "", 0},
    {"bad-bytes", REPEAT, "as \xFF\xC0 appropriate ", "", 0},
    {"bytes-1252", REPEAT,
     "caf\xE9 \x93"
     "as\x94 ",
     "", 0},
    {"wide", REPEAT,
     "\xFF\xFE"
     "a",
     "", 0},
    {"zeros", ZEROS, "", "", 0},
    {"noise-markdown", NOISE, "ab 1.()[]*_`<>#-|\\&;:\"\n\n", "", 0},
    {"noise-letters", NOISE, "asdfgh aeiou n t r\n", "", 0},
};

static void make(const struct kind *kind, size_t bytes) {
    switch (kind->shape) {
    case REPEAT:
        repeat(kind->text, bytes);
        break;
    case COUNT:
        count(kind->text, bytes);
        break;
    case NEST:
        nest(kind->text, kind->close, bytes);
        break;
    case STAIRS:
        stairs(kind->text, kind->close, bytes, kind->number);
        break;
    case TABLE:
        table(bytes, kind->number);
        break;
    case ZEROS:
        zeros(bytes);
        break;
    case NOISE:
        noise(bytes, kind->text);
        break;
    }
}

int main(int argc, char **argv) {
    size_t kind_count = sizeof kinds / sizeof *kinds;
    for (size_t i = 0; i < kind_count; i++) {
        if (argc < 3)
            puts(kinds[i].name);
        else if (strcmp(argv[1], kinds[i].name) == 0) {
            make(&kinds[i], (size_t)strtoul(argv[2], NULL, 10));
            return fflush(stdout) ? EXIT_FAILURE : EXIT_SUCCESS;
        }
    }
    return argc < 3 ? EXIT_SUCCESS : EXIT_FAILURE;
}
