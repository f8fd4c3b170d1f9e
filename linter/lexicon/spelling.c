/*
 * British and American spelling where a rule tells it; the rest is in the language record. In:
 * "authorise". Out: "authorize". A spelling that is no word ("exercize") does no harm: drafts do
 * not have it.
 */
#include "inflect.h"

#include <string.h>

struct ending {
    const char *one, *other;
};

/* Both ways. The ending -or is -our only after these letters: an author is no authour. */
static const struct ending endings[] = {{"ise", "ize"},
                                        {"yse", "yze"},
                                        {"isation", "ization"},
                                        {"avour", "avor"},
                                        {"abour", "abor"},
                                        {"olour", "olor"},
                                        {"onour", "onor"},
                                        {"viour", "vior"},
                                        {"ghbour", "ghbor"},
                                        {"arbour", "arbor"},
                                        {"umour", "umor"},
                                        {"apour", "apor"},
                                        {"igour", "igor"},
                                        {"avourable", "avorable"},
                                        {"onourable", "onorable"},
                                        {"vioural", "vioral"},
                                        {"abourer", "aborer"},
                                        {"ghbourhood", "ghborhood"},
                                        {"iser", "izer"},
                                        {"isable", "izable"},
                                        {"ntre", "nter"},
                                        {"etre", "eter"},
                                        {"itre", "iter"},
                                        {"eatre", "eater"},
                                        {"ibre", "iber"}};

/* -ise in these is no suffix, so that there is no -ize. */
static bool keeps_ending(const char *word, size_t length) {
    static const char *const fixed[] = {"wise",  "vise",  "aise",  "oise",    "uise", "rise",
                                        "prize", "seize", "size",  "maize",   "cise", "mprise",
                                        "miser", "riser", "wiser", "adviser", "poise"};
    for (size_t i = 0; i < sizeof fixed / sizeof fixed[0]; i++) {
        if (ends_with(word, length, fixed[i])) {
            return !ends_with(word, length, "icise") && !ends_with(word, length, "orise") &&
                   !ends_with(word, length, "arise") && !ends_with(word, length, "erise");
        }
    }
    return length < 6 && (ends_with(word, length, "ise") || ends_with(word, length, "ize"));
}

/* Whether any of the endings above may fit: they end in one of few letters. */
static bool may_vary(const char *word, size_t length) {
    static const char last[] = "enrdl";
    return length > 3 && strchr(last, word[length - 1]) != NULL;
}

/* A word American in one way may be written with -er: center is centre, but enter is not entre. */
static bool is_one_way(const char *one) {
    return ends_with(one, strlen(one), "re");
}

static bool respell(struct names *into, const char *word, size_t length, const char *from,
                    const char *to) {
    size_t stem = length - strlen(from);
    if (!ends_with(word, length, from) || stem == 0) {
        return true;
    }
    return form_add(into, word, stem, to);
}

bool spelling_variants(struct names *into, const char *word, size_t length) {
    if (!may_vary(word, length) || keeps_ending(word, length)) {
        return true;
    }
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        const struct ending *ending = &endings[i];
        if (!respell(into, word, length, ending->one, ending->other)) {
            return false;
        }
        if (!is_one_way(ending->one) && !respell(into, word, length, ending->other, ending->one)) {
            return false;
        }
    }
    return true;
}
