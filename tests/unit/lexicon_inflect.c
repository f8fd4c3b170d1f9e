/* Surface forms, with the language records that are built in. */
#include "lexicon/builtin.h"
#include "lexicon/inflect.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

Suite *lexicon_inflect_suite(void);

static struct arena *arena;
static struct language language;

static void read_language(void) {
    const struct builtin_files *files = lexicon_builtin_files();
    arena = arena_new();
    struct mistakes mistakes = {.arena = arena};
    static struct records records;
    records_start(&records, arena, &mistakes);
    for (uint32_t i = 0; i < files->count; i++) {
        const struct builtin_file *file = &files->list[i];
        if (strstr(file->path, "language.yaml")) {
            records_take(&records, file->path, builtin_read(arena, files, file), 0);
        }
    }
    ck_assert_uint_eq(mistakes.count, 0);
    ck_assert(language_read(&language, &records));
}

static void forget_language(void) {
    arena_free(arena);
}

static struct names forms_of(const char *word) {
    struct names forms = {.arena = arena};
    ck_assert(inflect_word(&language, word, (uint32_t)strlen(word), false, &forms));
    return forms;
}

static bool has_form(const char *word, const char *form, size_t length) {
    const struct names forms = forms_of(word);
    return names_find(&forms, form, (uint32_t)length) != LEXICON_NONE;
}

/* Each word with the forms that must belong to it, and does the same for its forms. */
static const char *const families[][2] = {
    {"offence", "offences offense offenses"},
    {"offenses", "offence offences offense"},
    {"authorise",
     "authorises authorised authorising authorize authorized authorizing authorisation "
     "authorisations authorization authorizations"},
    {"authorized", "authorise authorising authorisation authorizations"},
    {"authorization", "authorised authorisation"},
    {"permit", "permits permitted permitting"},
    {"permitted", "permit permitting"},
    {"commit", "committed committing commits"},
    {"committed", "commit"},
    {"deny", "denies denied denying"},
    {"denied", "deny denying"},
    {"seize", "seized seizing seizure seizures"},
    {"seizure", "seized"},
    {"licence", "license licenses licensed licensing licences"},
    {"licensed", "licence license"},
    {"order", "orders ordered ordering"},
    {"records", "record recorded recording"},
    {"requesting", "request requests requested"},
    {"proceedings", "proceeding proceed"},
    {"hearing", "hearings hear heard"},
    {"noting", "note notes noted"},
    {"required", "require requires requiring"},
    {"process", "processes processed processing"},
    {"bodies", "body"},
    {"agencies", "agency"},
    {"analysis", "analyses"},
    {"data", "datum"},
    {"taken", "take takes took taking"},
    {"travelling", "travel travelled traveled travels traveling"},
    {"centre", "center centers centres centred"},
    {"behaviour", "behavior behaviors behaviours"},
    {"favourable", "favorable"},
    {"judgment", "judgement judgements judgments"},
    {"proportionate", "proportionality proportionately"},
    {"retain", "retained retention retaining"},
    {"agreed", "agree agrees agreeing"},
    {"dying", "die died dies"},
    {"issuing", "issue issued issues"},
    {"installing", "install installs installed installation"},
    {"controlled", "control controls controlling"},
    {"preferred", "prefer prefers preferring"},
    {"monitoring", "monitor monitors monitored"},
    {"intercepted", "intercept intercepts interception"},
    {"analyse", "analyze analyzed analysing"},
    {"organisation", "organization organizations"},
    {"traffic", "trafficking trafficked"},
    {"children", "child"},
    {"vetoes", "veto"},
};

START_TEST(a_family_has_all_its_forms) {
    const char *word = families[_i][0];
    for (const char *at = families[_i][1]; *at;) {
        size_t length = strcspn(at, " ");
        ck_assert_msg(has_form(word, at, length), "%s lacks %.*s", word, (int)length, at);
        at += length + strspn(at + length, " ");
    }
}
END_TEST

/* Words that stemmers and dictionaries join, and law must not. */
static const char *const strangers[][2] = {
    {"author", "authority"},
    {"organ", "organise"},
    {"warrant", "warranty"},
    {"person", "personal"},
    {"secure", "security"},
    {"inform", "information"},
    {"severe", "sever"},
    {"arbitration", "arbitrator"},
    {"appropriate", "appropriation"},
    {"public", "publicity"},
    {"operate", "cooperate"},
    {"extremist", "extreme"},
    {"note", "not"},
    {"bar", "bare"},
    {"plan", "plane"},
    {"organise", "organic"},
    {"communicate", "community"},
    {"conviction", "convince"},
    {"execute", "executive"},
    {"object", "objective"},
    {"general", "generate"},
    {"use", "us"},
    {"state", "status"},
    {"part", "party"},
    {"moral", "morale"},
    {"human", "humanity"},
    {"import", "important"},
    {"invest", "investigate"},
};

START_TEST(strangers_share_no_form) {
    const struct names one = forms_of(strangers[_i][0]);
    const struct names other = forms_of(strangers[_i][1]);
    for (uint32_t i = 0; i < one.count; i++) {
        ck_assert_msg(names_find(&other, one.list[i].text, one.list[i].length) == LEXICON_NONE,
                      "%s and %s share %.*s", strangers[_i][0], strangers[_i][1],
                      (int)one.list[i].length, one.list[i].text);
    }
}
END_TEST

START_TEST(words_of_the_grammar_do_not_inflect) {
    static const char *const words[] = {"the", "of", "any", "may", "shall", "no", "two", "without"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        ck_assert_uint_eq(forms_of(words[i]).count, 1);
    }
    struct names exact = {.arena = arena};
    ck_assert(inflect_word(&language, "means", 5, true, &exact));
    ck_assert_uint_eq(exact.count, 1);
}
END_TEST

/* Forms that would be other words. */
START_TEST(adjectives_have_no_forms_of_verbs) {
    static const char *const words[][2] = {
        {"arbitrarily", "arbitraried"}, {"legally", "legallies"},   {"dangerous", "dangeroused"},
        {"personal", "personaled"},     {"lawful", "lawfuls"},      {"objective", "objected"},
        {"reasonable", "reasonabled"},  {"security", "securitied"}, {"public", "publiced"}};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        ck_assert_msg(!has_form(words[i][0], words[i][1], strlen(words[i][1])), "%s", words[i][1]);
    }
}
END_TEST

START_TEST(any_word_inflects_without_harm) {
    static const char *const words[] = {"a",    "ed",   "ing",   "s",        "ss",    "ies",
                                        "y",    "ings", "ied",   "ees",      "q",     "qing",
                                        "eing", "ued",  "xxxed", "\xC3\xA9", "24",    "e",
                                        "ee",   "ying", "1s",    "es",       "ching", "aed"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        ck_assert_uint_ge(forms_of(words[i]).count, 1);
    }
    char lengthy[300];
    memset(lengthy, 'a', sizeof lengthy);
    lengthy[299] = '\0';
    ck_assert_uint_eq(forms_of(lengthy).count, 1);
}
END_TEST

Suite *lexicon_inflect_suite(void) {
    Suite *suite = suite_create("inflect");
    TCase *tcase = tcase_create("inflect");
    tcase_add_checked_fixture(tcase, read_language, forget_language);
    tcase_add_loop_test(tcase, a_family_has_all_its_forms, 0, sizeof families / sizeof families[0]);
    tcase_add_loop_test(tcase, strangers_share_no_form, 0, sizeof strangers / sizeof strangers[0]);
    tcase_add_test(tcase, words_of_the_grammar_do_not_inflect);
    tcase_add_test(tcase, adjectives_have_no_forms_of_verbs);
    tcase_add_test(tcase, any_word_inflects_without_harm);
    suite_add_tcase(suite, tcase);
    return suite;
}
