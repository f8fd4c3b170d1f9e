/* What protects what: never because one stands near the other. */
#include "match_cells.h"

Suite *match_reach_suite(void);

#define LAW TEST_AUTHORITY
#define POWER(number, what)                                                                        \
    "## " number ". Search of " what "\n\nA police officer may search a computer system.\n\n"
#define TREATY_POWER                                                                               \
    "Each Party shall adopt such measures as may be necessary to empower its competent "           \
    "authorities to collect or record content data, in real-time, of specified "                   \
    "communications.\n\n"

#define CLAUSE(reach)                                                                              \
    "## 6. Safeguards\n\nA power under " reach                                                     \
    " shall be exercised only where strictly necessary.\n"

START_TEST(nearness_protects_nothing) {
    assert_cell(
        "# Draft Act\n\n" POWER("4", "computers") POWER(
            "5",
            "devices") "## 6. Safeguards\n\nForce shall be used only where strictly necessary.\n",
        "Section 5", "necessity", "missing");
}
END_TEST

START_TEST(a_clause_governs_what_it_names) {
    const char *both =
        "# Draft Act\n\n" POWER("4", "computers") POWER("5", "devices") CLAUSE("this Act");
    const char *one =
        "# Draft Act\n\n" POWER("4", "computers") POWER("5", "devices") CLAUSE("section 4");
    assert_cell(both, "Section 4", "necessity", "present Section 6");
    assert_cell(both, "Section 5", "necessity", "present Section 6");
    assert_cell(one, "Section 4", "necessity", "present Section 6");
    assert_cell(one, "Section 5", "necessity", "missing");
}
END_TEST

#define COMPLAINT(of)                                                                              \
    "# Draft Act\n\n" POWER("4", "computers") POWER(                                               \
        "5",                                                                                       \
        "devices") "## 6. Complaints\n\nAnyone "                                                   \
                   "affected by " of                                                               \
                   " may complain to the High Court, which shall quash the measure and award "     \
                   "damages.\n"

START_TEST(a_clause_on_every_warrant_may_name_one_section_too) {
    assert_cell(COMPLAINT("a warrant or section 4"), "Section 5", "remedy", "present Section 6");
    assert_cell(COMPLAINT("section 4"), "Section 5", "remedy", "missing");
}
END_TEST

START_TEST(a_power_is_subject_to_what_it_names) {
    const char *draft =
        "# Draft Act\n\n" POWER("4", "computers") "## 5. Search of devices\n\nA police officer "
                                                  "may, subject to section 6, search a computer "
                                                  "system.\n\n## 6. Conditions\n\nThe officer "
                                                  "shall act only where strictly necessary.\n";
    assert_cell(draft, "Section 5", "necessity", "present Section 6");
    assert_cell(draft, "Section 4", "necessity", "missing");
}
END_TEST

START_TEST(a_warrant_is_reached_through_its_section) {
    assert_cell("# Draft Act\n\n## 4. Search of computers\n\nA police officer may search a "
                "computer system under a warrant issued under section 5.\n\n## 5. Warrants\n\nA "
                "judge may issue a warrant if satisfied that it is necessary.\n",
                "Section 4", "judicial-oversight", "present Section 5");
}
END_TEST

#define UNDER(words)                                                                               \
    "### 4. Copying\n\nA police officer may intercept the communications of a suspect " words      \
    ".\n\n"
#define ISSUED(number, office)                                                                     \
    "### " number ". Issue of warrants\n\n" office                                                 \
    " may issue an interception warrant if satisfied that it is "                                  \
    "strictly necessary.\n\n"

START_TEST(a_warrant_is_reached_without_its_section) {
    assert_cell("# Draft Act\n\n## Part 2 Interception\n\n" UNDER("under a warrant")
                    ISSUED("5", "A judge"),
                "Section 4", "judicial-oversight", "present Section 5");
    assert_cell("# Draft Act\n\n## Part 2 Interception\n\n" UNDER("without a warrant")
                    ISSUED("5", "A judge"),
                "Section 4", "judicial-oversight", "excluded Section 4");
    assert_cell("# Draft Act\n\n## Part 2 Measures\n\n### 4. Entry\n\nA police officer may search "
                "a house under a warrant.\n\n" ISSUED("5", "A judge"),
                "Section 4", "necessity", "missing");
    /* which of two, and a warrant of another part, nobody can tell */
    assert_cell("# Draft Act\n\n## Part 2 Interception\n\n" UNDER("under a warrant")
                    ISSUED("5", "A judge") ISSUED("6", "The Minister"),
                "Section 4", "necessity", "missing");
    assert_cell("# Draft Act\n\n## Part 2 Interception\n\n" UNDER(
                    "under a warrant") "## Part 3 Entry\n\n" ISSUED("5", "A judge"),
                "Section 4", "necessity", "missing");
}
END_TEST

START_TEST(offences_govern_no_power) {
    assert_cell("# Draft Act\n\n" POWER("4", "computers") "## 6. Trials\n\nAn offence under this "
                                                          "Act shall be tried only where strictly "
                                                          "necessary and proportionate.\n",
                "Section 4", "necessity", "missing");
}
END_TEST

START_TEST(one_article_speaks_for_its_part) {
    assert_cell("# Draft Act\n\n## Part 1 Guarantees\n\n### 1. Reach\n\nThis Part governs the "
                "measures provided for in Part 2.\n\n### 2. Need\n\nA measure shall be strictly "
                "necessary.\n\n## Part 2 Measures\n\n#" POWER("4", "computers"),
                "Section 4", "necessity", "present Section 2");
}
END_TEST

#define WARRANTS(heading)                                                                          \
    "# Draft Act\n\n## Part 2 " heading "\n\n### 4. Grant\n\nA judge may grant a warrant.\n\n"     \
    "### 5. Applications\n\nThe application for a warrant shall name the person whose "            \
    "communications are to be intercepted.\n\n## Part 3 Search\n\n### 6. Entry\n\nAn officer may " \
    "enter and search any premises.\n"

#define ASSIST(number)                                                                             \
    "## Article " number "\n\nMutual legal assistance\n\nStates Parties shall afford one another " \
    "mutual legal assistance in investigations.\n\n"
#define PRINCIPLES(words)                                                                          \
    "# Convention\n\n## Article 1\n\nGeneral principles of cooperation\n\n1. States Parties "      \
    "shall "                                                                                       \
    "cooperate in criminal investigations.\n\n2. " words "\n\n" ASSIST("2")

START_TEST(a_paragraph_on_cooperation_governs_what_it_names) {
    assert_cell(PRINCIPLES("Assistance under article 2 shall be granted only where the act is "
                           "punishable in both States."),
                "Article 2", "dual-criminality", "present Article 1(2)");
    assert_cell(PRINCIPLES("Assistance under this article shall be granted only where the act is "
                           "punishable in both States.\n\n3. Requests under article 2 are "
                           "confidential."),
                "Article 2", "dual-criminality", "missing");
    assert_cell(PRINCIPLES("Assistance shall be granted only where the act is punishable in both "
                           "States.\n\n3. Requests under article 2 are confidential."),
                "Article 2", "dual-criminality", "present Article 1(2)");
}
END_TEST

/* What a State may do with what another sends stands in an article of its own. */
START_TEST(limits_of_use_govern_all_help) {
    const char *text = "# Treaty on Evidence\n\n## Article 1\n\nThe Parties shall afford one "
                       "another mutual legal assistance in criminal matters.\n\n## Article 2\n\n"
                       "Evidence that the requested Party has sent shall be used only for the "
                       "proceedings named in the request.\n";
    assert_cell(text, "Article 1", "purpose-limitation", "present Article 2");
    assert_cell(text, "Article 1", "data-protection", "missing");
}
END_TEST

#define OFFENCE                                                                                    \
    "# Convention\n\n## Article 1\n\nEach Party shall make it a punishable offence, when "         \
    "committed "                                                                                   \
    "intentionally and without right, to access a computer system.\n\n## Article 2\n\n"

/* The use that a request allows binds those who assist, and not the police of the chapter before.
 */
START_TEST(cooperation_speaks_for_its_own_chapter) {
    const char *text =
        "# Convention on Evidence\n\n## Chapter II. Powers\n\n### Article 4. "
        "Interception\n\n" TREATY_POWER
        "## Chapter III. International cooperation\n\n### Article 9. Mutual legal "
        "assistance\n\nThe Parties shall afford one another mutual legal assistance. "
        "Nothing in this Convention shall be interpreted as an obligation to assist. "
        "Evidence furnished shall not be used for proceedings other than those stated "
        "in the request.\n";
    assert_cell(text, "Article 4", "purpose-limitation", "missing");
    assert_cell(text, "Article 9", "purpose-limitation", "present Article 9");
}
END_TEST

static void assert_offences(const char *scope, uint32_t expected) {
    struct trial_draft draft;
    struct buffer text = {0};
    buffer_format(&text,
                  "# Convention on Evidence\n\n## Chapter II. Powers\n\n### Article 3. Scope of "
                  "procedural measures\n\nEach Party shall apply the powers of this chapter to "
                  "%s.\n\n### Article 4. Interception\n\n" TREATY_POWER,
                  scope);
    trial_check(&draft, LAW, buffer_string(&text));
    const struct coverage *coverage = draft.findings->coverage;
    ck_assert_uint_eq(coverage->count, 2); /* the document and Article 4 */
    ck_assert_uint_eq(coverage->subjects[1].offences, expected);
    trial_free(&draft);
    buffer_free(&text);
}

START_TEST(an_article_on_scope_says_for_which_offences) {
    assert_offences("the offences established in accordance with this Convention",
                    OFFENCES_DEFINED);
    assert_offences("offences set forth in articles 5 to 9", OFFENCES_DEFINED);
    assert_offences("serious crime", OFFENCES_REFERENCE);
    assert_offences("offences punishable by imprisonment for four years or more",
                    OFFENCES_REFERENCE);
    assert_offences("any criminal offence", OFFENCES_ANY);
    assert_offences("crimes set out in this Convention and every other offence",
                    OFFENCES_DEFINED | OFFENCES_ANY);
    assert_offences("whatever it sees fit", OFFENCES_UNSAID);
}
END_TEST

START_TEST(an_article_that_exempts_speaks_of_the_offences_it_names) {
    assert_cell(OFFENCE "Article 1 leaves unpunished those who study the security of a system.\n",
                "Article 1", "public-interest-defence", "present Article 2");
    assert_cell(OFFENCE "Article 1 is of interest to those who study the security of a system.\n",
                "Article 1", "public-interest-defence", "missing");
}
END_TEST

START_TEST(articles_of_a_part_about_one_power_speak_of_it) {
    assert_cell(WARRANTS("Interception"), "Section 4", "particularity", "present Section 5");
    assert_cell(WARRANTS("Interception"), "Section 6", "particularity", "missing");
    assert_cell(WARRANTS("Other matters"), "Section 4", "particularity", "");
}
END_TEST

#define PARTS(reach)                                                                               \
    "# Convention on Evidence\n\n## Chapter II Procedural powers\n\n### Article 7\n\n"             \
    "Interception of content data\n\n" TREATY_POWER                                                \
    "### Article 8\n\nConditions and safeguards\n\nEach Party shall ensure that the powers and "   \
    "procedures provided for in this " reach " are subject to conditions and safeguards, which "   \
    "shall incorporate the principle of proportionality.\n\n"                                      \
    "## Chapter III International cooperation\n\n### Article 20\n\nMutual assistance regarding "   \
    "the interception of content data\n\nThe Parties shall provide mutual assistance to each "     \
    "other in the real-time collection or recording of content data.\n"

START_TEST(a_gap_stands_at_the_part) {
    ASSERT_WORDS(LAW, "coverage-gap", PARTS("chapter"), "International cooperation");
    ASSERT_WORDS(LAW, "coverage-gap", PARTS("Convention"), "");
}
END_TEST

START_TEST(lacks_of_the_regime_stand_at_the_clause) {
    ASSERT_WORDS(LAW, "missing-necessity", PARTS("chapter"), "Conditions and safeguards");
    ASSERT_WORDS(LAW, "missing-proportionality", PARTS("chapter"), "");
    ASSERT_WORDS(LAW, "missing-necessity", "# Draft Act\n\n" POWER("4", "computers"), "Draft Act");
}
END_TEST

START_TEST(a_sentence_on_safeguards_governs_what_it_names) {
    const char *plain = "# Draft Act\n\n" POWER("4", "computers")
        POWER("5", "devices") "## 6. Manner\n\nSection 4 is open only where strictly necessary.\n";
    const char *behind = "# Draft Act\n\n" POWER("4", "computers")
        POWER("5", "devices") "## 6. Manner\n\nSection 4 may be used only as follows. It must be "
                              "strictly necessary.\n";
    const char *idle = "# Draft Act\n\n" POWER(
        "4",
        "computers") "## 6. Manner\n\nSection 4 is well known. Training is strictly necessary.\n";
    assert_cell(plain, "Section 4", "necessity", "present Section 6");
    assert_cell(plain, "Section 5", "necessity", "missing");
    assert_cell(behind, "Section 4", "necessity", "present Section 6");
    assert_cell(idle, "Section 4", "necessity", "missing");
}
END_TEST

START_TEST(what_is_done_without_reaches_what_it_speaks_of) {
    const char *every = "# Draft Act\n\n" POWER(
        "4",
        "computers") "## 6. Courts\n\nNo leave of a judge is needed for a power under section 4.\n";
    const char *one = "# Draft Act\n\n" POWER(
        "4", "computers") "## 6. Wrecks\n\nSection 4 applies to wrecks. A diver may enter a wreck "
                          "without the leave of a judge.\n";
    assert_cell(every, "Section 4", "judicial-oversight", "excluded Section 6");
    assert_cell(one, "Section 4", "judicial-oversight", "missing");
}
END_TEST

START_TEST(closed_courts_reach_what_their_section_governs) {
    const char *closed = "# Draft Act\n\n" POWER("4", "computers")
        POWER("5", "devices") "## 6. Claims\n\nThe use of a power under section 4 gives rise to no "
                              "right of action.\n";
    assert_cell(closed, "Section 4", "remedy", "excluded Section 6");
    assert_cell(closed, "Section 5", "remedy", "missing");
}
END_TEST

#define PART_POWER(number) "### " number ". Search\n\nAn officer may search a computer system.\n\n"
#define SPREAD(third)                                                                              \
    "# Draft Code\n\n## Part 1 Means\n\n" PART_POWER(                                              \
        "1") "## Part 2 Rules\n\n### 2. Need\n\nA power under Part 1 shall be used only as a "     \
             "last resort."                                                                        \
             "\n\n### 3. Measure\n\nA power under Part 1 shall be proportionate to the gravity "   \
             "of the "                                                                             \
             "offence.\n\n### 4. Court\n\n" third "\n\n## Part 3 Other means\n\n" PART_POWER("5")

START_TEST(safeguards_of_a_part_are_a_regime_together) {
    ASSERT_WORDS(LAW, "coverage-gap",
                 SPREAD("Whoever is affected by a power under Part 1 has an effective remedy."),
                 "Other means");
    ASSERT_WORDS(LAW, "coverage-gap", SPREAD("The court sits in public."), "");
}
END_TEST

#define RULES(heading, lead)                                                                       \
    "# Draft Code\n\n## Part 1 " heading "\n\n### 1. Field\n\n" lead                               \
    "\n\n### 2. Need\n\nNothing is "                                                               \
    "done unless it is strictly necessary.\n\n## Part 2 Means\n\n" PART_POWER("3")

START_TEST(a_part_that_governs_another_does_so_in_each_article) {
    assert_cell(RULES("General", "This Part governs each of the measures in Part 2."), "Section 3",
                "necessity", "present Section 2");
    assert_cell(RULES("Guarantees for Part 2", "There are five."), "Section 3", "necessity",
                "present Section 2");
    assert_cell(RULES("General", "This Part is short, unlike Part 2."), "Section 3", "necessity",
                "missing");
    assert_cell(RULES("Fees for Part 2", "There are five."), "Section 3", "necessity", "missing");
}
END_TEST

#define PRINCIPLE_SAID(how)                                                                        \
    "# Draft Code\n\n## Part 1 General\n\n### 1. Need\n\nNothing is done unless it is strictly "   \
    "necessary.\n\n### 2. Field\n\n" how "\n\n## Part 2 Means\n\n" PART_POWER("3")

START_TEST(articles_govern_what_another_says_they_do) {
    static const char *const said[] = {
        PRINCIPLE_SAID("Section 1 governs each of the measures in Part 2."),
        PRINCIPLE_SAID(
            "Section 1 and the rules of Part 1 apply equally to every order under this Code."),
        PRINCIPLE_SAID("The powers in Part 2 are exercised in accordance with section 1."),
    };
    for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
        assert_cell(said[i], "Section 3", "necessity", "present Section 1");
    }
    assert_cell(PRINCIPLE_SAID("Section 1 does not apply to the measures in Part 2."), "Section 3",
                "necessity", "missing");
    assert_cell(PRINCIPLE_SAID("Section 1 is older than the measures in Part 2."), "Section 3",
                "necessity", "missing");
}
END_TEST

/* The alternative in paragraph 2 does not put the brackets behind it out of mind. */
START_TEST(brackets_behind_an_alternative_count) {
    assert_cell(
        "# Draft Act\n\n" POWER("4", "computers") "## 6. Safeguards\n\n(1) [Alternative 1: "
                                                  "the court sits in public.]\n\n(2) [A power "
                                                  "under section 4 shall be exercised only "
                                                  "where strictly necessary.]\n",
        "Section 4", "necessity", "bracketed Section 6(2)");
}
END_TEST

#define REACH(words)                                                                               \
    "# Draft Act\n\n" POWER("4", "computers") "## 6. Use\n\nForce shall be used only where "       \
                                              "strictly necessary.\n\n## 7. Reach\n\n" words "\n"
START_TEST(articles_govern_every_measure_where_that_is_said) {
    assert_cell(REACH("Each measure is governed by section 6."), "Section 4", "necessity",
                "present Section 6");
    assert_cell(REACH("Section 6 was enacted before."), "Section 4", "necessity", "missing");
}
END_TEST

Suite *match_reach_suite(void) {
    Suite *suite = suite_create("match_reach");
    TCase *tests = tcase_create("reach");
    tcase_add_test(tests, nearness_protects_nothing);
    tcase_add_test(tests, articles_govern_every_measure_where_that_is_said);
    tcase_add_test(tests, a_part_that_governs_another_does_so_in_each_article);
    tcase_add_test(tests, articles_govern_what_another_says_they_do);
    tcase_add_test(tests, brackets_behind_an_alternative_count);
    tcase_add_test(tests, a_clause_governs_what_it_names);
    tcase_add_test(tests, a_clause_on_every_warrant_may_name_one_section_too);
    tcase_add_test(tests, a_power_is_subject_to_what_it_names);
    tcase_add_test(tests, a_warrant_is_reached_through_its_section);
    tcase_add_test(tests, a_warrant_is_reached_without_its_section);
    tcase_add_test(tests, offences_govern_no_power);
    tcase_add_test(tests, one_article_speaks_for_its_part);
    tcase_add_test(tests, a_paragraph_on_cooperation_governs_what_it_names);
    tcase_add_test(tests, limits_of_use_govern_all_help);
    tcase_add_test(tests, cooperation_speaks_for_its_own_chapter);
    tcase_add_test(tests, an_article_on_scope_says_for_which_offences);
    tcase_add_test(tests, an_article_that_exempts_speaks_of_the_offences_it_names);
    tcase_add_test(tests, articles_of_a_part_about_one_power_speak_of_it);
    tcase_add_test(tests, a_gap_stands_at_the_part);
    tcase_add_test(tests, lacks_of_the_regime_stand_at_the_clause);
    tcase_add_test(tests, a_sentence_on_safeguards_governs_what_it_names);
    tcase_add_test(tests, what_is_done_without_reaches_what_it_speaks_of);
    tcase_add_test(tests, closed_courts_reach_what_their_section_governs);
    tcase_add_test(tests, safeguards_of_a_part_are_a_regime_together);
    suite_add_tcase(suite, tests);
    return suite;
}
