/*
 * Words alone buy nothing. In: a treaty and a statute that give powers, make offences and promise
 * assistance without a safeguard, and the right words in the wrong places: a heading, a list of
 * principles, a preamble, a definition, a mention. Out: of no power, offence or article on
 * cooperation is the safeguard more than `named`.
 */
#include "draft.h"

#include <check.h>
#include <stdio.h>
#include <string.h>

Suite *magic_words_suite(void);

static const char *const treaty =
    "# Convention on Evidence\n\n<preamble>## Chapter I General provisions\n\n"
    "### Article 1\nDefinitions\n\nFor the purposes of this Convention:\n\n"
    "(a) \"service\" means a service of communication;\n<definition>\n<article>"
    "## Chapter II Offences\n\n### Article 4\nIllegal access<heading>\n\n"
    "Each Party shall establish as a criminal offence the access to a computer system.\n<mention>\n"
    "### Article 5\nChild sexual abuse material<heading>\n\n"
    "Each Party shall establish as a criminal offence the possession of child sexual abuse "
    "material.\n<mention>\n"
    "## Chapter III Powers\n\n### Article 7\nInterception of content data<heading>\n\n"
    "Each Party shall adopt such measures as may be necessary to empower its competent authorities "
    "to collect or record content data, in real-time, of communications.\n<mention>\n"
    "### Article 8\nProduction order<heading>\n\n"
    "Each Party shall adopt such measures as may be necessary to empower its competent authorities "
    "to order any person to produce computer data.\n<mention>\n"
    "## Chapter IV Cooperation\n\n### Article 20\nMutual legal assistance<heading>\n\n"
    "The Parties shall afford one another the widest measure of mutual legal assistance in "
    "investigations concerning criminal offences.\n<mention>\n"
    "### Article 21\nExtradition<heading>\n\nEach of the offences shall be deemed to be an "
    "extraditable offence.\n<mention>";

static const char *const statute =
    "# Communications Act\n\n<preamble>## Part I Preliminary\n\n"
    "### 1. Interpretation\n\nIn this Act\xE2\x80\x94\n\n"
    "\"service\" means a service of communication;\n\n<definition>\n<article>"
    "## Part II Offences\n\n### 4. Unauthorised access<heading>\n\n"
    "(1) A person who accesses a computer system commits an offence.\n<mention>\n"
    "## Part III Powers\n\n### 7. Interception<heading>\n\n"
    "(1) An officer may intercept the communications of any person.\n<mention>\n"
    "### 8. Production of data<heading>\n\n"
    "(1) An officer may by notice require a person to produce any data.\n<mention>\n"
    "### 9. Search<heading>\n\n"
    "(1) An officer may enter any place, search it and seize any device found there.\n<mention>";

static const struct words {
    const char *safeguard, *words;
} magic[] = {
    {"judicial-oversight", "prior judicial authorisation"},
    {"judicial-oversight", "the warrant of a judge"},
    {"grounds", "reasonable suspicion"},
    {"offence-threshold", "a listed offence"},
    {"particularity", "a named person"},
    {"time-limit", "a maximum duration"},
    {"notification", "notification of the person concerned"},
    {"purpose-limitation", "purpose limitation"},
    {"destruction", "the destruction of the data"},
    {"privilege-protection", "legal professional privilege"},
    {"legality", "the principle of legality"},
    {"necessity", "strict necessity"},
    {"proportionality", "the principle of proportionality"},
    {"remedy", "an effective remedy"},
    {"independent-oversight", "independent oversight"},
    {"transparency", "the publication of statistics"},
    {"data-protection", "the protection of personal data"},
    {"non-discrimination", "non-discrimination"},
    {"human-rights-clause", "international human rights law"},
    {"non-repression", "freedom from the repression of opinion"},
    {"intent", "criminal intent"},
    {"without-right", "access without right"},
    {"harm", "serious harm"},
    {"public-interest-defence", "security research and journalism"},
    {"child-safeguard", "self-generated material"},
    {"dual-criminality", "dual criminality"},
    {"refusal-ground", "refusal where persecution on account of race or religion is feared"},
    {"refusal-ground-torture", "the danger of torture"},
    {"political-offence-exception", "the political offence"},
};

/* Where the words, <*>, stand. `place` is what is put in the place of <place> in the draft; <#> is
 * the label of an article. */
static const struct form {
    const char *name, *place, *text;
} forms[] = {
    {"a heading of a power", "heading", " and <*>"},
    {"a heading", "article", "### <#> <*>\n\nThe seat of the secretariat is in the capital.\n\n"},
    {"a title", "article", "## Chapter IX <*>\n\n"},
    {"a preamble", "preamble", "Preamble\n\nMindful of <*>,\n\n"},
    {"a preamble that binds", "preamble",
     "Preamble\n\nConvinced that every power shall depend on <*>,\n\n"},
    {"a definition", "definition", "(b) \"safeguard\" means <*>;\n\n"},
    {"a list", "article",
     "### <#> Principles\n\nThe following principles are recalled:\n\n(a) <*>;\n\n(b) order.\n\n"},
    {"a list that applies", "article",
     "### <#> Principles\n\nThe following principles apply to the powers and procedures provided "
     "for in this Convention and the powers under this Act:\n\n(a) <*>;\n\n(b) order.\n\n"},
    {"guidance", "article",
     "### <#> Conditions and safeguards\n\nThe powers and procedures provided for in this "
     "Convention, and the powers under this Act, are guided by the principles of <*>.\n\n"},
    {"training", "article",
     "### <#> Training\n\nOfficials who use the powers provided for in this Convention, or a power "
     "under this Act, shall be trained in <*>.\n\n"},
    {"importance", "article",
     "### <#> Conditions and safeguards\n\nAs to the powers provided for in this Convention and "
     "under this Act, the importance of <*> is underlined.\n\n"},
    {"a study", "article",
     "### <#> Review\n\nThe report on the powers provided for in this Convention or under this Act "
     "shall discuss <*>.\n\n"},
    {"a bare word", "article", "### <#> Conditions and safeguards\n\n<*>.\n\n"},
    {"an aim", "mention", "\nThe aim of this provision is <*>.\n"},
    {"awareness", "mention", "\nThe authorities shall raise awareness of <*>.\n"},
    {"a denial", "mention", "\nNothing in this instrument requires <*>.\n"},
};

/* Adds the text with the words in place of <*>. */
static void add_form(struct draft *draft, const char *text, const char *label, const char *words) {
    for (; *text; text++) {
        if (strncmp(text, "<*>", 3) == 0 || strncmp(text, "<#>", 3) == 0) {
            draft_add_string(draft, text[1] == '*' ? words : label);
            text += 2;
        } else {
            draft_add(draft, text, 1);
        }
    }
}

static struct draft make_draft(bool is_treaty, const struct form *form, const char *words) {
    struct draft draft = {0};
    const char *text = is_treaty ? treaty : statute;
    for (; *text; text++) {
        const char *end = *text == '<' ? strchr(text, '>') : NULL;
        if (!end) {
            draft_add(&draft, text, 1);
            continue;
        }
        size_t length = (size_t)(end - text) - 1;
        if (form && strlen(form->place) == length && !strncmp(form->place, text + 1, length))
            add_form(&draft, form->text, is_treaty ? "Article 3" : "3.", words);
        text = end;
    }
    return draft;
}

/* How many cells of the safeguard are better than `named`. */
static size_t count_bought(const struct draft *draft, const char *safeguard, const char *name) {
    static const char *const better[] = {"present", "weak", "bracketed"};
    struct draft report = draft_report(draft, NULL, PROVISO_FORMAT_JSON);
    json_t *root = json_loadb(report.bytes, report.length, 0, NULL);
    ck_assert_ptr_nonnull(root);
    const json_t *coverage =
        json_object_get(json_array_get(json_object_get(root, "documents"), 0), "coverage");
    size_t index, bought = 0;
    const json_t *subject;
    json_array_foreach(coverage, index, subject) {
        const json_t *cell = json_object_get(json_object_get(subject, "safeguards"), safeguard);
        const char *state = json_string_value(json_object_get(cell, "state"));
        for (size_t i = 0; state && i < 3; i++) {
            if (strcmp(state, better[i]) == 0) {
                bought++;
                printf("%s: %s of %s is %s\n", name, safeguard,
                       json_string_value(json_object_get(subject, "power")), state);
            }
        }
    }
    json_decref(root);
    draft_free(&report);
    return bought;
}

START_TEST(buy_nothing) {
    const struct form *form = &forms[_i];
    size_t bought = 0;
    for (int is_treaty = 0; is_treaty < 2; is_treaty++) {
        for (size_t i = 0; i < sizeof magic / sizeof *magic; i++) {
            struct draft draft = make_draft(is_treaty, form, magic[i].words);
            bought += count_bought(&draft, magic[i].safeguard, form->name);
            draft_free(&draft);
        }
    }
    fflush(stdout); /* the process may end here */
    ck_assert_uint_eq(bought, 0);
}
END_TEST

/* The drafts lack every safeguard to begin with, and each is asked of something in them. */
START_TEST(lack_everything) {
    size_t bought = 0;
    for (int is_treaty = 0; is_treaty < 2; is_treaty++) {
        struct draft draft = make_draft(is_treaty, NULL, "");
        for (size_t i = 0; i < sizeof magic / sizeof *magic; i++)
            bought += count_bought(&draft, magic[i].safeguard, "nothing");
        draft_free(&draft);
    }
    fflush(stdout);
    ck_assert_uint_eq(bought, 0);
}
END_TEST

Suite *magic_words_suite(void) {
    Suite *suite = suite_create("magic_words");
    TCase *tests = tcase_create("words");
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, lack_everything);
    tcase_add_loop_test(tests, buy_nothing, 0, sizeof forms / sizeof *forms);
    suite_add_tcase(suite, tests);
    return suite;
}
