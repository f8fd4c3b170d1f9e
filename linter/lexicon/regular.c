/*
 * The regular forms of English. In: a base such as "permit", "deny" or "offence". Out: permits,
 * permitted, permitting; denies, denied, denying; offences ... A form that is no word is harmless,
 * one that is another word is not: adjectives in -ous have no forms in -ed.
 */
#include "inflect.h"

#include <string.h>

enum { FORMS_NONE = 0, FORMS_PLURAL = 1, FORMS_ALL = 2 };

struct ending_forms {
    const char *ending;
    size_t least; /* letters of the shortest word that the row is about */
    int forms;
};

/* The first row that fits decides. */
static const struct ending_forms rows[] = {
    {"ously", 5, FORMS_NONE},  {"ally", 6, FORMS_NONE},    {"ively", 6, FORMS_NONE},
    {"ably", 6, FORMS_NONE},   {"ibly", 5, FORMS_NONE},    {"edly", 6, FORMS_NONE},
    {"ingly", 7, FORMS_NONE},  {"ately", 6, FORMS_NONE},   {"antly", 6, FORMS_NONE},
    {"ently", 6, FORMS_NONE},  {"fully", 6, FORMS_NONE},   {"arily", 6, FORMS_NONE},
    {"rarily", 6, FORMS_NONE}, {"ously", 5, FORMS_NONE},   {"ful", 5, FORMS_NONE},
    {"less", 6, FORMS_NONE},   {"ous", 5, FORMS_NONE},     {"able", 8, FORMS_NONE},
    {"ible", 7, FORMS_NONE},   {"eal", 4, FORMS_ALL},      {"al", 5, FORMS_PLURAL},
    {"ity", 6, FORMS_PLURAL},  {"ness", 7, FORMS_PLURAL},  {"ism", 6, FORMS_PLURAL},
    {"ist", 7, FORMS_PLURAL},  {"ology", 7, FORMS_PLURAL}, {"ation", 8, FORMS_PLURAL},
    {"tive", 6, FORMS_PLURAL}, {"sive", 7, FORMS_PLURAL},  {"ic", 5, FORMS_PLURAL},
    {"ary", 6, FORMS_PLURAL},  {"ory", 7, FORMS_PLURAL},   {"cracy", 6, FORMS_PLURAL},
    {"ency", 6, FORMS_PLURAL}, {"ancy", 6, FORMS_PLURAL},  {"acy", 6, FORMS_PLURAL},
    {"ship", 7, FORMS_PLURAL}, {"hood", 7, FORMS_PLURAL},  {"sis", 5, FORMS_PLURAL},
    {"ply", 4, FORMS_ALL},     {"mily", 6, FORMS_ALL},     {"mbly", 8, FORMS_ALL},
    {"poly", 8, FORMS_ALL},    {"maly", 7, FORMS_ALL},     {"ly", 6, FORMS_NONE}};

static int forms_of(const char *base, size_t length) {
    if (length < 3) {
        return FORMS_NONE;
    }
    for (size_t i = 0; i < length; i++) {
        if (base[i] < 'a' || base[i] > 'z') {
            return FORMS_NONE; /* digits, other alphabets */
        }
    }
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (length >= rows[i].least && ends_with(base, length, rows[i].ending)) {
            return rows[i].forms;
        }
    }
    return FORMS_ALL;
}

static bool ends_consonant_y(const char *base, size_t length) {
    return base[length - 1] == 'y' && is_consonant(base[length - 2]);
}

/* orders, bodies, processes, bases */
static bool add_plural(struct names *into, const char *base, size_t length) {
    if (ends_consonant_y(base, length)) {
        return form_add(into, base, length - 1, "ies");
    }
    if (ends_with(base, length, "sis")) {
        return form_add(into, base, length - 2, "es");
    }
    bool hisses = ends_with(base, length, "s") || ends_with(base, length, "x") ||
                  ends_with(base, length, "z") || ends_with(base, length, "ch") ||
                  ends_with(base, length, "sh");
    if (hisses) {
        return form_add(into, base, length, "es");
    }
    if (base[length - 1] == 'o' && is_consonant(base[length - 2]) &&
        !form_add(into, base, length, "es")) {
        return false; /* vetoes, and below: photos */
    }
    return form_add(into, base, length, "s");
}

/* One consonant after one vowel, which may double: permit, plan, but not treat, show or test. */
static bool ends_short(const char *base, size_t length) {
    char last = base[length - 1], before = base[length - 2];
    bool doubles = is_consonant(last) && last != 'w' && last != 'x' && last != 'y' && last != 'h';
    bool two_vowels = length > 2 && is_vowel(base[length - 3]) &&
                      !(base[length - 3] == 'u' && length > 3 && base[length - 4] == 'q');
    return doubles && is_vowel(before) && !two_vowels;
}

/* Whether a word of several syllables may stress the last one. Where only a dictionary could tell,
 * both forms are made: travelled and traveled. */
static bool may_double(const char *base, size_t length) {
    static const char *const single[] = {"en", "on", "an", "or", "om", "im", "ic",
                                         "er", "it", "is", "ac", "as", "in", "us"};
    static const char *const doubled[] = {"mit", "fer", "quit", "fit", "nter", "eter", "bus"};
    for (size_t i = 0; i < sizeof doubled / sizeof doubled[0]; i++) {
        if (ends_with(base, length, doubled[i])) {
            return true;
        }
    }
    for (size_t i = 0; i < sizeof single / sizeof single[0]; i++) {
        if (ends_with(base, length, single[i])) {
            return false;
        }
    }
    return true;
}

static bool add_doubled(struct names *into, const char *base, size_t length) {
    const char ed[] = {base[length - 1], 'e', 'd', '\0'};
    const char ing[] = {base[length - 1], 'i', 'n', 'g', '\0'};
    return form_add(into, base, length, ed) && form_add(into, base, length, ing);
}

/* ordered, ordering; seized, seizing; denied, denying; agreed, agreeing; tied, tying */
static bool add_past(struct names *into, const char *base, size_t length) {
    if (ends_with(base, length, "ie")) {
        return form_add(into, base, length, "d") && form_add(into, base, length - 2, "ying");
    }
    if (ends_with(base, length, "ee") || ends_with(base, length, "oe") ||
        ends_with(base, length, "ye")) {
        return form_add(into, base, length, "d") && form_add(into, base, length, "ing");
    }
    if (base[length - 1] == 'e') {
        return form_add(into, base, length, "d") && form_add(into, base, length - 1, "ing");
    }
    if (ends_consonant_y(base, length)) {
        return form_add(into, base, length - 1, "ied") && form_add(into, base, length, "ing");
    }
    bool short_end = ends_short(base, length);
    bool one_syllable = count_syllables(base, length) == 1;
    if (short_end && one_syllable) {
        return add_doubled(into, base, length);
    }
    if (short_end && may_double(base, length) && !add_doubled(into, base, length)) {
        return false;
    }
    return form_add(into, base, length, "ed") && form_add(into, base, length, "ing");
}

bool regular_forms(struct names *into, const char *base, size_t length) {
    int forms = forms_of(base, length);
    if (!form_add(into, base, length, "") ||
        (forms != FORMS_NONE && !add_plural(into, base, length))) {
        return false;
    }
    return forms != FORMS_ALL || add_past(into, base, length);
}
