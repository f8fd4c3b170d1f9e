/* States of a safeguard: what the words are, where they stand, what hangs on them; and magic words,
 * which buy nothing. */
#include "match_fixture.h"

#include "match/coverage.h"

Suite *match_safeguards_suite(void);

#define SHOWN                                                                                      \
    TEST_CONCEPT("test-shown", "blue seal")                                                        \
    TEST_CONCEPT("test-duty", "shall, must")                                                       \
    TEST_CONCEPT("test-doubt", "maybe")                                                            \
    TEST_CONCEPT("test-other", "somebody else")                                                    \
    TEST_CONCEPT("test-name", "sealing principle")                                                 \
    TEST_CONCEPT("test-import", "sealing law")                                                     \
    TEST_CONCEPT("test-left", "sealing act")                                                       \
    TEST_CONCEPT("test-off", "no seal")
#define SEAL                                                                                       \
    SHOWN "---\nsafeguard: test-seal\ntitle: a seal\nof: power\nmust: [power]\n"                   \
          "shown-by: [test-shown]\nbinding: [test-duty]\n"                                         \
          "weak-when: {same-sentence: [test-doubt]}\nvoid-when: {same-sentence: [test-other]}\n"   \
          "named-by: [test-name]\nimplied-by: [test-import]\nelsewhere-by: [test-left]\n"          \
          "excluded-by: [test-off]\n"                                                              \
          "---\nrule: test-lack\nseverity: error\nsince: \"0.1\"\nlacks: test-seal\n"              \
          "message: '{provision}: {safeguard} is missing.'\nwhy: Test.\n"                          \
          "authority: [test-source]\nflags: [one]\npasses: [two]\n" TEST_AUTHORITY

#define POWER "A police officer may search a computer system and seize any device. "
#define SECTION(words) "# Draft Act\n\n## 4. Search of computers\n\n" POWER words "\n"

/* The state of a safeguard for the first article of which anything is asked. */
static uint32_t first_state(const struct trial_draft *draft, const char *id) {
    const struct coverage *coverage = draft->findings->coverage;
    const struct proviso_lexicon *lexicon = draft->lexicon;
    uint32_t first = coverage->count && coverage->subjects[0].provision == 0 ? 1 : 0;
    for (uint32_t j = 0; first < coverage->count && j < lexicon->safeguard_count; j++) {
        if (strcmp(lexicon_string(lexicon, lexicon->safeguards[j].id), id) == 0) {
            return coverage->subjects[first].cells[j].state;
        }
    }
    return STATE_NOT_ASKED;
}

static void assert_state(const char *yaml, const char *id, const char *text, const char *expected) {
    struct trial_draft draft;
    trial_check(&draft, yaml, text);
    ck_assert_str_eq(state_name(first_state(&draft, id)), expected);
    trial_free(&draft);
}
#define STATE(words, expected) assert_state(SEAL, "test-seal", SECTION(words), expected)

START_TEST(a_state_is_what_the_words_give) {
    STATE("", "missing");
    STATE("It shall bear a blue seal.", "present");
    STATE("It shall, maybe, bear a blue seal.", "weak");
    STATE("A blue seal is known.", "named");
    STATE("The sealing principle stands.", "named");
    STATE("The sealing law is known.", "implied");
    STATE("The sealing act is followed.", "elsewhere");
    STATE("There is no seal.", "excluded");
    STATE("Somebody else shall bear a blue seal.", "missing");
    STATE("It shall bear [a blue seal].", "bracketed");
}
END_TEST

START_TEST(better_words_win) {
    STATE("The sealing act is followed. The sealing law is known.", "implied");
    STATE("A blue seal is known. It shall, maybe, bear a blue seal.", "weak");
    STATE("It shall, maybe, bear a blue seal. It shall bear a blue seal.", "present");
    STATE("There is no seal. It shall, maybe, bear a blue seal.", "excluded");
    STATE("There is no seal. It shall bear a blue seal.", "present");
}
END_TEST

START_TEST(headings_and_definitions_name_and_no_more) {
    assert_state(SEAL, "test-seal",
                 "# Draft Act\n\n## 4. Search: shall bear a blue seal\n\n" POWER "\n", "named");
    assert_state(SEAL, "test-seal",
                 "# Draft Act\n\n## 4. Search of computers\n\n" POWER
                 "\n\n## 5. Definitions\n\nIn this Act, unless the context otherwise requires, "
                 "\"order\" means an order that shall bear a blue seal, and \"seal\" means a seal "
                 "under this Act.\n",
                 "missing");
}
END_TEST

static void assert_lack(const char *words, uint32_t severity, const char *message) {
    struct trial_draft draft;
    trial_check(&draft, SEAL, words);
    const struct finding *finding = trial_finding(&draft, "test-lack");
    if (message) {
        ck_assert_ptr_nonnull(finding);
        ck_assert_uint_eq(finding->severity, severity);
        ck_assert_str_eq(finding->message, message);
    } else {
        ck_assert_ptr_null(finding);
    }
    trial_free(&draft);
}

START_TEST(one_rule_speaks_for_one_lack) {
    assert_lack(SECTION(""), PROVISO_ERROR, "Section 4: a seal is missing.");
    assert_lack(SECTION("It shall bear a blue seal."), 0, NULL);
    assert_lack(SECTION("It shall, maybe, bear a blue seal."), 0, NULL);
    assert_lack(SECTION("There is no seal."), 0, NULL);
    assert_lack(SECTION("The sealing act is followed."), PROVISO_NOTE,
                "Section 4: a seal is missing. Section 4 leaves it to another law, which was not "
                "read with this text.");
}
END_TEST

/* The built-in law. */
#define LAW TEST_AUTHORITY
#define IS(id, text, expected) assert_state(LAW, id, text, expected)
#define SEARCH "# Draft Act\n\n## 4. Search of computers\n\n"

START_TEST(a_court_must_decide_first) {
    IS("judicial-oversight", SECTION(""), "missing");
    IS("judicial-oversight", SEARCH "A judge may issue a warrant to search a computer system.\n",
       "present");
    IS("judicial-oversight",
       SEARCH "No police officer shall search a computer system unless a judge has authorised it. "
              "A police officer may apply for an order.\n",
       "present");
    IS("judicial-oversight",
       SECTION("Where the search cannot be done without the use of force, the officer may apply to "
               "the court for an order."),
       "missing");
    IS("judicial-oversight",
       SECTION("The court may, on application, extend the period of the order."), "missing");
    IS("judicial-oversight", SECTION("A person aggrieved may apply to the court to set it aside."),
       "missing");
    IS("judicial-oversight",
       SECTION("The search shall be subject to judicial or other independent review."), "weak");
    IS("independent-oversight",
       "# Draft Act\n\n## 4. Interception\n\nA police officer may intercept any communication. It "
       "shall be subject to judicial or other independent review.\n",
       "present");
}
END_TEST

START_TEST(magic_words_buy_nothing) {
    IS("necessity",
       SECTION("This section promotes the principles of legality, necessity and "
               "proportionality."),
       "missing");
    IS("proportionality", SECTION("Effective, proportionate and dissuasive sanctions shall apply."),
       "missing");
    IS("necessity", SECTION("Such measures as may be necessary shall be adopted."), "missing");
    IS("necessity",
       "# Draft Act\n\n## 4. Search: legality, necessity and proportionality\n\n" POWER "\n",
       "named");
    IS("proportionality", "Recalling the principle of proportionality,\n\n" SECTION(""), "missing");
    IS("judicial-oversight", SECTION("Prior judicial authorisation, grounds, remedy, oversight."),
       "named");
}
END_TEST

/* A bracket that lends the safeguards of one section and holds another: one finding. */
START_TEST(a_bracket_is_said_once) {
    ASSERT_WORDS(LAW, "unsettled-safeguard",
                 SECTION("") "\n## 5. Use\n\nThe powers in this Act shall be used only where "
                             "strictly necessary.\n\n## 6. Safeguards\n\n[Section 5 shall apply to "
                             "section 4, and "
                             "each search shall require the prior order of a court.]\n",
                 "[Section 5 shall apply to section 4, and each search shall require the prior "
                 "order of a court.]");
}
END_TEST

#define INTERCEPTION(text) "# Convention\n\n## Article 1 Interception\n\n" text "\n\n"
#define NOTICE                                                                                     \
    "## Article 2 Notice\n\nEvery person concerned by a measure under Article 1 shall be "         \
    "notified "                                                                                    \
    "of it as soon as this no longer endangers the inquiry.\n\n"
#define WEAK_JUDGE                                                                                 \
    "## Article 2 Safeguards\n\nThe powers in Article 1 shall, as appropriate, be subject to the " \
    "prior authorisation of a judge.\n\n"

START_TEST(an_article_left_out_by_its_number_gives_nothing) {
    assert_state(TEST_AUTHORITY, "notification",
                 INTERCEPTION("The police may intercept communications.") NOTICE, "present");
    assert_state(TEST_AUTHORITY, "notification",
                 INTERCEPTION("Notwithstanding Article 2, the police may intercept calls.") NOTICE,
                 "excluded");
    assert_state(TEST_AUTHORITY, "notification",
                 INTERCEPTION("Notwithstanding Articles 3 and 2, the police may intercept calls.")
                     NOTICE
                 "## Article 3 Limits\n\nData obtained under Article 1 shall be destroyed "
                 "after one year.\n",
                 "excluded");
    assert_state(
        TEST_AUTHORITY, "notification",
        "# Convention\n\n## Chapter I\n\n### Article 1 Interception\n\nThe police may intercept "
        "calls. "
        "Article 3 and Chapter II do not apply to the interception.\n\n## Chapter II\n\n#" NOTICE
        "### Article 3 Limits\n\nData obtained under Article 1 shall be destroyed after one "
        "year.\n",
        "excluded");
}
END_TEST

START_TEST(weak_words_elsewhere_lose_to_the_power) {
    assert_state(TEST_AUTHORITY, "judicial-oversight",
                 INTERCEPTION("The competent authorities intercept communications.") WEAK_JUDGE,
                 "weak");
    assert_state(TEST_AUTHORITY, "judicial-oversight",
                 INTERCEPTION("The prosecutor may order the interception of communications.")
                     WEAK_JUDGE,
                 "missing");
}
END_TEST

Suite *match_safeguards_suite(void) {
    Suite *suite = suite_create("match_safeguards");
    TCase *tests = tcase_create("states");
    tcase_add_test(tests, a_state_is_what_the_words_give);
    tcase_add_test(tests, better_words_win);
    tcase_add_test(tests, headings_and_definitions_name_and_no_more);
    tcase_add_test(tests, one_rule_speaks_for_one_lack);
    tcase_add_test(tests, a_court_must_decide_first);
    tcase_add_test(tests, magic_words_buy_nothing);
    tcase_add_test(tests, a_bracket_is_said_once);
    tcase_add_test(tests, an_article_left_out_by_its_number_gives_nothing);
    tcase_add_test(tests, weak_words_elsewhere_lose_to_the_power);
    suite_add_tcase(suite, tests);
    return suite;
}
