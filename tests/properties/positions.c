/*
 * Position probes: "as appropriate" in every setting that drafts put words in, with the places
 * where it must be reported, as in "Safeguards shall, *as* appropriate, ..." 1:20. An empty list of
 * places means that nothing may be found.
 */
#include "draft.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

Suite *positions_suite(void);

/* A lexicon whose one rule of note reports the words wherever they are law. */
static const char probe_lexicon[] = "concept: probe-words\n"
                                    "kind: vague\n"
                                    "phrases:\n"
                                    "  - as appropriate\n"
                                    "---\n"
                                    "concept: probe-off\n"
                                    "kind: structure\n"
                                    "phrases:\n"
                                    "  - zyzzyva\n"
                                    "---\n"
                                    "rule: vague-term/probe\n"
                                    "severity: note\n"
                                    "since: \"0.1\"\n"
                                    "match: probe-words\n"
                                    "unless:\n"
                                    "  same-sentence: [probe-off]\n"
                                    "message: '\"{text}\" found.'\n"
                                    "why: A probe.\n"
                                    "authority: [probe-authority]\n"
                                    "flags:\n"
                                    "  - This applies as appropriate.\n"
                                    "passes:\n"
                                    "  - The zyzzyva eats as appropriate.\n"
                                    "---\n"
                                    "authority: probe-authority\n"
                                    "title: A probe\n"
                                    "kind: practice\n"
                                    "force: persuasive\n"
                                    "says: nothing\n";

static const struct probe {
    const char *name, *draft, *places;
} probes[] = {
    {"plain", "Safeguards shall, as appropriate, apply.", "1:19"},
    {"broken by a line end", "Safeguards shall, as\nappropriate, apply.", "1:19"},
    {"a line end and blanks", "Safeguards shall, as  \n   appropriate, apply.", "1:19"},
    {"in a list", "- Safeguards shall, as\n  appropriate, apply.", "1:21"},
    {"in a list, lazily", "- Safeguards shall, as\nappropriate, apply.", "1:21"},
    {"in a numbered list", "1. Safeguards shall, as\n   appropriate, apply.", "1:22"},
    {"in a lettered point", "(a) Safeguards shall, as\n    appropriate, apply.", "1:23"},
    {"in a nested list", "1. a\n   - b\n     - as\n       appropriate", "3:8"},
    {"in a task list", "- [ ] as appropriate", "1:7"},
    {"in a quotation", "> Safeguards shall, as\n> appropriate, apply.", "1:21"},
    {"in a quotation, lazily", "> Safeguards shall, as\nappropriate, apply.", "1:21"},
    {"in a quotation of a quotation", "> > shall, as\n> > appropriate, apply.", "1:12"},
    {"in a quotation in a list", "- > shall, as\n  > appropriate", "1:12"},
    {"second word in emphasis", "Safeguards shall, as *appropriate*, apply.", "1:19"},
    {"first word in emphasis", "Safeguards shall, *as* appropriate, apply.", "1:20"},
    {"both in strong", "Safeguards shall, **as appropriate**, apply.", "1:21"},
    {"each in underscores", "Safeguards shall, _as_ _appropriate_, apply.", "1:20"},
    {"strong emphasis over a line end", "shall ***as\nappropriate*** apply", "1:10"},
    {"emphasis inside a word", "The as appro*priate* way", "1:5"},
    {"struck out", "The ~~as appropriate~~ way", "1:7"},
    {"no-break space",
     "The as\xC2\xA0"
     "appropriate way",
     "1:5"},
    {"narrow no-break space",
     "The as\xE2\x80\xAF"
     "appropriate way",
     "1:5"},
    {"double space", "The as  appropriate way", "1:5"},
    {"tab", "The as\tappropriate way", "1:5"},
    {"zero-width space",
     "The as \xE2\x80\x8B"
     "appropriate way",
     "1:5"},
    {"capitals", "The AS APPROPRIATE way", "1:5"},
    {"capital letters first", "As Appropriate", "1:1"},
    {"heading", "# Safeguards as appropriate", "1:14"},
    {"heading without a space", "###Safeguards as appropriate", "1:15"},
    {"underlined heading", "Safeguards as appropriate\n===\n", "1:12"},
    {"bold heading", "**Safeguards as appropriate**\n\ntext", "1:14"},
    {"table", "| a | b |\n|---|---|\n| x | as appropriate |", "3:7"},
    {"footnote", "Text[^1].\n\n[^1]: as appropriate", "3:7"},
    {"after accents", "\xC3\x89tats\xE2\x80\x94\xE2\x80\x9CParties\xE2\x80\x9D, as appropriate",
     "1:18"},
    {"after a character beyond the base plane", "\xF0\x9F\x98\x80 as appropriate", "1:3"},
    {"twice", "As appropriate, then as appropriate", "1:1 1:22"},
    {"twice on two lines", "as appropriate\nas appropriate", "1:1 2:1"},
    {"CRLF", "Line.\r\nThe as appropriate", "2:5"},
    {"CRLF inside", "Line.\r\nThe as\r\nappropriate way", "2:5"},
    {"lone CR", "Line.\rThe as\rappropriate way", "2:5"},
    {"byte order mark", "\xEF\xBB\xBFThe as appropriate", "1:5"},
    {"byte order mark, first word",
     "\xEF\xBB\xBF"
     "as appropriate",
     "1:1"},
    {"entity between", "The as&nbsp;appropriate way", "1:5"},
    {"number entity between", "The as&#160;appropriate way", "1:5"},
    {"entity before", "This &amp; that, as appropriate", "1:18"},
    {"link text", "The [as appropriate](http://x.y/z)", "1:6"},
    {"link text, broken", "The [as\nappropriate](http://x.y/z)", "1:6"},
    {"half in a link", "The as [appropriate](z.md)", "1:5"},
    {"after a link", "The [law](as-appropriate.md), as appropriate", "1:31"},
    {"reference link", "The [as appropriate][1]\n\n[1]: http://x.y/z", "1:6"},
    {"inside a tag pair", "The <b>as appropriate</b> way", "1:8"},
    {"half in a tag pair", "The as <b>appropriate</b> way", "1:5"},
    {"line break tag", "The as<br>appropriate way", "1:5"},
    {"paragraph tag", "<p>The as appropriate way</p>", "1:8"},
    {"code span", "The `as appropriate` way", "1:6"},
    {"quotes as TeX has them", "The ``as appropriate'' way", "1:7"},
    {"indented by four", "Text:\n\n    as appropriate", "3:5"},
    {"indented by a tab", "Text:\n\n\tas appropriate", "3:2"},
    {"hyphen at the end of a line", "The as appro-\npriate way", "1:5"},
    {"soft hyphen", "The as appro\xC2\xADpriate way", "1:5"},
    {"soft hyphen as an entity", "The as appro&shy;priate way", "1:5"},
    {"curly quotes",
     "The \xE2\x80\x9C"
     "as appropriate\xE2\x80\x9D way",
     "1:6"},
    {"parentheses", "The way (as appropriate)", "1:10"},
    {"square brackets", "The way [as appropriate]", "1:10"},
    {"no space before", "shall,as appropriate", "1:7"},
    {"definition list", "Term\n: as appropriate", "2:3"},
    {"after a comment", "<!-- x --> as appropriate", "1:12"},
    {"comment between", "The as <!-- x --> appropriate way", "1:5"},
    {"after a fence", "```\nx\n```\n\nas appropriate", "5:1"},
    {"after front matter", "---\na: b\n---\n\nas appropriate", "5:1"},
    {"after a thematic break", "Text\n\n---\n\nas appropriate\n\n---\n\nText", "5:1"},
    {"fence that is never closed", "Text\n\n```\nas appropriate", "4:1"},
    {"comment that is never closed", "Text <!-- as appropriate", "1:11"},
    {"bad byte before", "caf\xFF as appropriate", "1:6"},

    {"not: fence", "Text\n\n```\nas appropriate\n```\n", ""},
    {"not: fence of tildes", "~~~ text\nas appropriate\n~~~\n", ""},
    {"not: fence in a list", "- a\n\n  ```\n  as appropriate\n  ```\n", ""},
    {"not: fence in a quotation", "> ```\n> as appropriate\n> ```\n", ""},
    {"not: comment", "A <!-- as appropriate --> b", ""},
    {"not: comment over lines", "<!--\nas appropriate\n\nas appropriate\n-->\n", ""},
    {"not: address", "See https://x.y/as-appropriate for more", ""},
    {"not: address in angles", "See <https://x.y/as-appropriate>", ""},
    {"not: link target", "See [this](https://x.y/as-appropriate)", ""},
    {"not: link title", "See [this](z.md \"as appropriate\")", ""},
    {"not: image target", "![map](as-appropriate.png)", ""},
    {"not: link definition", "See [this].\n\n[this]: as-appropriate.md\n", ""},
    {"not: attribute", "See <a title=\"as appropriate\">this</a>", ""},
    {"not: front matter", "---\ntitle: as appropriate\n---\n\nText", ""},
    {"not: part of words", "It has appropriate staff, whereas appropriately not", ""},
    {"not: over paragraphs", "It works as.\n\nAppropriate steps", ""},
    {"not: over list points", "- as\n- appropriate", ""},
    {"not: over table cells", "| a | b |\n|---|---|\n| as | appropriate |", ""},
    {"not: over sentences", "It works as. Appropriate steps follow.", ""},
};

static proviso_lexicon *lexicon;

static void setup(void) {
    struct proviso_error error = {0};
    struct proviso_source source = {"probe.yaml", probe_lexicon, sizeof probe_lexicon - 1};
    lexicon = proviso_lexicon_load(&source, 1, &error);
    ck_assert_msg(lexicon != NULL, "%u: %s", error.line, error.message);
}

static void teardown(void) {
    proviso_lexicon_free(lexicon);
}

/* The places of the probe's rule, "1:19 2:5", in any of the units. */
static void places(const char *bytes, size_t length, char *list, size_t size) {
    struct draft draft = {0};
    draft_add(&draft, bytes, length);
    json_t *findings = draft_findings(&draft, lexicon);
    size_t index, used = 0;
    json_t *finding;
    list[0] = '\0';
    json_array_foreach(findings, index, finding) {
        if (strcmp(json_string_value(json_object_get(finding, "rule")), "vague-term/probe") != 0)
            continue;
        used += (size_t)snprintf(list + used, size - used, "%s%lld:%lld", used ? " " : "",
                                 json_integer_value(json_object_get(finding, "line")),
                                 json_integer_value(json_object_get(finding, "column")));
        ck_assert_uint_lt(used, size);
    }
    json_decref(findings);
    draft_free(&draft);
}

START_TEST(probe) {
    const struct probe *p = &probes[_i];
    char list[200];
    places(p->draft, strlen(p->draft), list, sizeof list);
    ck_assert_msg(strcmp(list, p->places) == 0, "%s: at \"%s\", not at \"%s\"", p->name, p->places,
                  list);
}
END_TEST

/* The same in a document where the words are not the first thing: nothing before may shift them. */
START_TEST(probe_later) {
    const struct probe *p = &probes[_i];
    bool front = strncmp(p->draft, "---\n", 4) == 0 || strncmp(p->draft, "\xEF\xBB\xBF", 3) == 0;
    if (front)
        return;
    struct draft draft = {0};
    draft_add_string(&draft, "# Article 1. \xC3\x89tudes\n\nText *of* the `article`.\n\n");
    draft_add_string(&draft, p->draft);
    char list[200], moved[200] = "";
    places(draft.bytes, draft.length, list, sizeof list);
    size_t used = 0;
    for (const char *place = p->places; *place;) {
        char *end;
        unsigned long line = strtoul(place, &end, 10);
        unsigned long column = strtoul(end + 1, &end, 10);
        used += (size_t)snprintf(moved + used, sizeof moved - used, "%s%lu:%lu", used ? " " : "",
                                 line + 4, column);
        place = *end ? end + 1 : end;
    }
    ck_assert_msg(strcmp(list, moved) == 0, "%s, later: at \"%s\", not at \"%s\"", p->name, moved,
                  list);
    draft_free(&draft);
}
END_TEST

START_TEST(far_out_on_a_line) {
    struct draft draft = {0};
    for (int i = 0; i < 20000; i++)
        draft_add_string(&draft, "word \xC3\xA9 ");
    draft_add_string(&draft, "as appropriate");
    char list[200];
    places(draft.bytes, draft.length, list, sizeof list);
    ck_assert_str_eq(list, "1:140001");
    draft_free(&draft);
}
END_TEST

/* UTF-16, with its mark, in both orders of bytes. */
START_TEST(utf16) {
    static const char text[] = "Line.\nThe as\nappropriate way";
    char bytes[2 * sizeof text + 2];
    int big = _i;
    size_t length = 0;
    bytes[length++] = big ? '\xFE' : '\xFF';
    bytes[length++] = big ? '\xFF' : '\xFE';
    for (size_t i = 0; i < sizeof text - 1; i++) {
        bytes[length++] = big ? '\0' : text[i];
        bytes[length++] = big ? text[i] : '\0';
    }
    char list[200];
    places(bytes, length, list, sizeof list);
    ck_assert_str_eq(list, "2:5");
}
END_TEST

Suite *positions_suite(void) {
    Suite *suite = suite_create("positions");
    TCase *tests = tcase_create("probes");
    tcase_add_unchecked_fixture(tests, setup, teardown);
    int count = (int)(sizeof probes / sizeof *probes);
    tcase_add_loop_test(tests, probe, 0, count);
    tcase_add_loop_test(tests, probe_later, 0, count);
    tcase_add_test(tests, far_out_on_a_line);
    tcase_add_loop_test(tests, utf16, 0, 2);
    suite_add_tcase(suite, tests);
    return suite;
}
