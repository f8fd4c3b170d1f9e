/* Every mistake that a lexicon can have: the exact line that a user reads. */
#include "base/buffer.h"
#include "proviso.h"

#include <check.h>
#include <stdio.h>
#include <string.h>

Suite *lexicon_mistake_suite(void);

/* A good rule, in parts, so that each test can spoil one line of it. */
#define AUTHORITY                                                                                  \
    "authority: a-treaty\ntitle: A Treaty, art. 3\nkind: treaty\nforce: binding\nsays: so\n---\n"
#define CONCEPT "concept: a-word\nkind: vague\nphrases: [some word]\n---\n"
#define RULE "rule: a-rule/here\nseverity: note\nmatch: a-word\nmessage: m\nwhy: w\n"
#define REST "authority: [a-treaty]\nflags: [some word]\npasses: [some words]\n"

static const struct {
    const char *yaml, *line;
} mistakes[] = {
    {"concept: [a", "2:1: this is not YAML: did not find expected ',' or ']'"},
    {"concept: a\xFF", "1:11: the file is not UTF-8"},
    {"a: &x b\n",
     "1:4: lexicons have no anchors (&) and aliases (*); put text that begins with such "
     "a sign in quotes"},
    {"a: b\n\x01", "2:1: there is a control character"},
    {"- a\n", "1:1: a record is a list of lines `key: value`"},
    {"? [a]\n: b\n", "1:3: a key must be a word"},
    {"rul: a\n", "1:1: a record begins with concept, rule, authority, role, label or language, not "
                 "\"rul\", did you mean \"rule\"?"},
    {AUTHORITY CONCEPT
     "rule: a-rule/here\nserverity: note\nmatch: a-word\nmessage: m\nwhy: w\n" REST,
     "12:1: unknown key \"serverity\" in a rule, did you mean \"severity\"?"},
    {AUTHORITY CONCEPT RULE "zzzz: 1\n" REST, "16:1: unknown key \"zzzz\" in a rule"},
    {"authority: b\nthesis: x\ntitle: B\nkind: treaty\nforce: binding\nsays: x\n",
     "2:1: unknown key \"thesis\" in an authority"},
    {AUTHORITY CONCEPT RULE "why: again\n" REST, "16:1: the key \"why\" stands here twice"},
    {AUTHORITY CONCEPT "rule: a-rule\nmatch: a-word\nmessage: m\nwhy: w\n" REST,
     "11:1: the rule \"a-rule\" has no key \"severity\""},
    {AUTHORITY CONCEPT "rule: a-rule\nseverity: note\nmatch: a-word\nwhy: w\n" REST,
     "11:1: the rule \"a-rule\" has no key \"message\""},
    {AUTHORITY CONCEPT "rule: a-rule\nseverity: note\nmatch: a-word\nmessage: m\n" REST,
     "11:1: the rule \"a-rule\" has no key \"why\""},
    {CONCEPT RULE "flags: [some word]\npasses: [some words]\n",
     "5:1: the rule \"a-rule/here\" has no key \"authority\""},
    {AUTHORITY CONCEPT RULE "authority: [a-treaty]\npasses: [some words]\n",
     "11:1: the rule \"a-rule/here\" has no key \"flags\""},
    {AUTHORITY CONCEPT RULE "authority: [a-treaty]\nflags: [some word]\n",
     "11:1: the rule \"a-rule/here\" has no key \"passes\""},
    {AUTHORITY CONCEPT RULE "authority: [a-treaty]\nflags: []\npasses: [some words]\n",
     "17:8: the rule \"a-rule/here\" has no example that it flags"},
    {AUTHORITY CONCEPT RULE "authority: [a-treaty]\nflags: [some word, x]\npasses: [some words]\n",
     "18:9: the rule \"a-rule/here\" has 2 flags and only 1 passes; it needs as many"},
    {AUTHORITY CONCEPT RULE "authority: []\nflags: [some word]\npasses: [some words]\n",
     "16:12: the rule \"a-rule/here\" names no authority"},
    {AUTHORITY CONCEPT RULE "authority: [a-traety]\nflags: [some word]\npasses: [some words]\n",
     "16:13: there is no authority \"a-traety\", did you mean \"a-treaty\"?"},
    {AUTHORITY CONCEPT "rule: a-rule\nseverity: eror\nmatch: a-word\nmessage: m\nwhy: w\n" REST,
     "12:11: \"severity\" is one of note, warning, error, not \"eror\", did you mean \"error\"?"},
    {AUTHORITY CONCEPT "rule: a-rule\nseverity: note\nmatch: a-wrod\nmessage: m\nwhy: w\n" REST,
     "13:8: there is no concept \"a-wrod\", did you mean \"a-word\"?"},
    {AUTHORITY CONCEPT "rule: a-rule\nseverity: note\nmessage: m\nwhy: w\n" REST,
     "11:1: the rule \"a-rule\" needs one of \"match\", \"lacks\" and \"of\""},
    {AUTHORITY CONCEPT "rule: A rule\nseverity: note\nmatch: a-word\nmessage: m\nwhy: w\n" REST,
     "11:7: \"rule\" is an id of a-z, 0-9 and hyphens, perhaps with a variant after one /, not "
     "\"A rule\""},
    {AUTHORITY CONCEPT
     "rule: a-rule\nseverity: note\nmatch: a-word\nmessage: '{txt}'\nwhy: w\n" REST,
     "14:10: braces in \"message\" hold nothing but {text}"},
    {AUTHORITY CONCEPT
     "rule: a-rule\nseverity: note\nmatch: a-word\nmessage: |\n  a\n  b\nwhy: w\n" REST,
     "14:10: \"message\" must be one line"},
    {AUTHORITY CONCEPT RULE "where: {rols: [safeguard]}\n" REST,
     "16:9: unknown condition \"rols\" of a rule, did you mean \"roles\"?"},
    {AUTHORITY CONCEPT RULE "where: {roles: [safegard]}\n" REST,
     "16:17: there is no role \"safegard\", did you mean \"safeguard\"?"},
    {AUTHORITY CONCEPT RULE "where: {kinds: [artcle]}\n" REST,
     "16:17: \"kinds\" has no value \"artcle\", did you mean \"article\"?"},
    {AUTHORITY CONCEPT RULE "where: {profile: [treatie]}\n" REST,
     "16:19: \"profile\" has no value \"treatie\", did you mean \"treaty\"?"},
    {AUTHORITY CONCEPT RULE "where: {negated: maybe}\n" REST,
     "16:18: \"negated\" must be true or false"},
    {AUTHORITY CONCEPT RULE "where: {after: {both: [a-word]}}\n" REST,
     "16:16: \"after\" must be a list, {any: a list} or {all: a list}"},
    {AUTHORITY CONCEPT RULE "where: [a-word]\n" REST,
     "16:8: \"where\" must be a map of conditions"},
    {AUTHORITY CONCEPT RULE "unless: [{after: [a-word]}, x]\n" REST,
     "16:29: \"unless\" must be a map of conditions"},
    {AUTHORITY CONCEPT RULE "suggest: {remove: match}\n" REST,
     "16:11: \"suggest\" is one of delete, replace, text, insert, heading, behind, after, where, "
     "not \"remove\""},
    {AUTHORITY CONCEPT RULE "suggest: {delete: words}\n" REST,
     "16:19: \"delete\" is one of match, brackets, not \"words\""},
    {AUTHORITY CONCEPT RULE "suggest: words\n" REST,
     "16:10: \"suggest\" must be {delete: match}, {replace: words}, {insert: wording} or {text: "
     "advice}"},
    {CONCEPT CONCEPT, "5:1: there is a concept \"a-word\" already, in mine.yaml, line 1"},
    {"concept: b-word\nkind: vage\nphrases: [x]\n",
     "2:7: \"kind\" is one of power, offence, safeguard, weakener, vague, cooperation, actor, "
     "structure, not \"vage\", did you mean \"vague\"?"},
    {"concept: b-word\nkind: vague\n",
     "1:1: the concept \"b-word\" has no phrases, includes or patterns"},
    {"concept: b-word\nkind: vague\nphrases: words\n", "3:10: \"phrases\" must be a list"},
    {"concept: b-word\nkind: vague\nphrases: [[x]]\n", "3:11: \"phrases\" must be a list of texts"},
    {"concept: b-word\nkind: vague\nphrases:\n  - good\n  - court (order\n",
     "5:5: the phrase \"court (order\" cannot be read: the bracket ( is not closed"},
    {"concept: b-word\nkind: vague\nincludes: [c-word]\nphrases: [x]\n---\nconcept: c-word\nkind: "
     "vague\nincludes: [b-word]\n",
     "3:11: the concept \"b-word\" includes itself"},
    {"label: Aside\nkind: schedule\nalone: preambel\nwords: [aside]\n",
     "3:8: there is no role \"preambel\", did you mean \"preamble\"?"},
    {"concept: b-word\nkind: vague\nincludes: [negatoin]\n",
     "3:12: there is no concept \"negatoin\", did you mean \"negation\"?"},
    {"concept: b-word\nkind: vague\npatterns:\n  - anchor: years\n    match: '(a'\n",
     "5:12: the pattern is wrong at character 3: missing closing parenthesis"},
    {"concept: b-word\nkind: vague\npatterns:\n  - anchor: years\n",
     "4:5: \"patterns\" must be a list of maps with the keys anchor and match"},
    {"authority: b\ntitle: B, \xC2\xA7 230\nkind: judgment\nforce: binding\nsays: x\n",
     "2:8: the title of \"b\" points at a passage; say under \"checked\" where it was read, or "
     "cite "
     "the instrument alone"},
    {"authority: b\ntitle: General Comment 16, para. 8\nkind: treaty-body\nforce: "
     "persuasive\nsays: x\n",
     "2:8: the title of \"b\" points at a passage; say under \"checked\" where it was read, or "
     "cite "
     "the instrument alone"},
    {"authority: b\ntitle: B\nkind: judgement\nforce: binding\nsays: x\n",
     "3:7: \"kind\" is one of treaty, judgment, treaty-body, soft-law, advocacy, practice, not "
     "\"judgement\", did you mean \"judgment\"?"},
    {"role: b\nthreshold: six\n", "2:12: \"threshold\" must be a whole number"},
    {"role: b\nthreshold: 6\ncues: {negation: much}\n",
     "3:18: \"negation\" must be a whole number"},
    {"role: b\nthreshold: 6\nwhere: {after: [negation]}\n",
     "3:9: unknown condition \"after\" of a role"},
    {"role: b\nthreshold: 6\nbeats: [safegard]\n",
     "3:9: there is no role \"safegard\", did you mean \"safeguard\"?"},
    {"role: b\nthreshold: 6\ninherited: perhaps\n", "3:12: \"inherited\" must be true or false"},
    {"label: Zone\nkind: zone\nwords: [zone]\n",
     "2:7: \"kind\" is one of preamble, part, article, schedule, paragraph, point, contents, "
     "opening, "
     "closing, quote, join, define, ordinal, take, take-for, taken, take-words, take-over, not "
     "\"zone\""},
    {"language: en\nirregular: {take: took}\n", "2:19: \"take\" must be a list"},
};

START_TEST(each_mistake_is_told) {
    char line[600];
    struct proviso_error error;
    const struct proviso_source source = {"mine.yaml", mistakes[_i].yaml,
                                          strlen(mistakes[_i].yaml)};
    ck_assert_ptr_null(proviso_lexicon_load(&source, 1, &error));
    snprintf(line, sizeof line, "%u:%u: %s", error.line, error.column, error.message);
    ck_assert_str_eq(line, mistakes[_i].line);
    ck_assert_str_eq(error.path, "mine.yaml");
}
END_TEST

START_TEST(the_good_rule_is_good) {
    const char *yaml = AUTHORITY CONCEPT RULE REST;
    struct proviso_error error;
    const struct proviso_source source = {"mine.yaml", yaml, strlen(yaml)};
    proviso_lexicon *lexicon = proviso_lexicon_load(&source, 1, &error);
    ck_assert_msg(lexicon != NULL, "%u:%u: %s", error.line, error.column, error.message);
    proviso_lexicon_free(lexicon);
}
END_TEST

START_TEST(bytes_that_are_no_lexicon_are_refused) {
    static const struct {
        const char *bytes;
        size_t length;
    } sources[] = {{"a: \0b", 5},
                   {"\xEF\xBB\xBF", 3},
                   {"\xFF\xFE\x61\x00", 4},
                   {"{{{{{{", 6},
                   {"[[[[[[[[[[[[[[[[[[[[[[[", 23},
                   {"%YAML 9.9\n---\na", 14},
                   {"!!int a: b", 10},
                   {"\t", 1},
                   {"---\n---\n", 8}};
    for (size_t i = 0; i < sizeof sources / sizeof sources[0]; i++) {
        const struct proviso_source source = {"x", sources[i].bytes, sources[i].length};
        proviso_lexicon_free(proviso_lexicon_load(&source, 1, NULL));
    }
    char deep[4000];
    memset(deep, '[', sizeof deep);
    struct proviso_error error;
    const struct proviso_source source = {"x", deep, sizeof deep};
    ck_assert_ptr_null(proviso_lexicon_load(&source, 1, &error));
    ck_assert_str_eq(error.message, "too many levels inside each other");
}
END_TEST

START_TEST(more_concepts_than_hits_can_tell_apart_are_refused) {
    struct buffer yaml = {0};
    for (int i = 0; i < 65536; i++) {
        char record[64];
        snprintf(record, sizeof record, "concept: c-%d\nkind: vague\nphrases: [=word]\n---\n", i);
        buffer_add_string(&yaml, record);
    }
    struct proviso_error error;
    const struct proviso_source source = {"many.yaml", yaml.bytes, yaml.length};
    ck_assert_ptr_null(proviso_lexicon_load(&source, 1, &error));
    ck_assert_str_eq(error.message, "there are more than 65535 concepts");
    ck_assert_str_eq(error.path, "many.yaml");
    buffer_free(&yaml);
}
END_TEST

Suite *lexicon_mistake_suite(void) {
    Suite *suite = suite_create("mistake");
    TCase *tcase = tcase_create("mistake");
    tcase_add_loop_test(tcase, each_mistake_is_told, 0, sizeof mistakes / sizeof mistakes[0]);
    tcase_add_test(tcase, the_good_rule_is_good);
    tcase_add_test(tcase, bytes_that_are_no_lexicon_are_refused);
    tcase_add_test(tcase, more_concepts_than_hits_can_tell_apart_are_refused);
    suite_add_tcase(suite, tcase);
    return suite;
}
