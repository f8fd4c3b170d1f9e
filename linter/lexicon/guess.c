/*
 * From a written form back to its base, without a dictionary. In: "permitted", "requesting",
 * "bodies", "offences". Out: permit (and permitt), request, body, offence. Where English leaves two
 * bases possible both are given; the one that is no word does no harm.
 */
#include "inflect.h"

#include <string.h>

static bool has_vowel(const char *word, size_t length) {
    return count_syllables(word, length) > 0;
}

/* Endings in -s that are no plural: process, status, analysis, whereas. */
static bool is_plural(const char *word, size_t length) {
    static const char *const singular[] = {"ss",  "us",  "is",  "aos", "ias",
                                           "gas", "eas", "ras", "was"};
    if (length < 4 || word[length - 1] != 's') {
        return false;
    }
    for (size_t i = 0; i < sizeof singular / sizeof singular[0]; i++) {
        if (ends_with(word, length, singular[i])) {
            return ends_with(word, length, "reas") && length < 6; /* areas */
        }
    }
    return has_vowel(word, length - 1);
}

static bool guess_singular(struct names *into, const char *word, size_t length) {
    if (ends_with(word, length, "ies")) {
        return form_add(into, word, length - 3, length > 5 ? "y" : "ie");
    }
    bool hisses = ends_with(word, length, "sses") || ends_with(word, length, "xes") ||
                  ends_with(word, length, "ches") || ends_with(word, length, "shes") ||
                  ends_with(word, length, "zzes");
    if (hisses) {
        return form_add(into, word, length - 2, "");
    }
    bool either = ends_with(word, length, "oes") || ends_with(word, length, "uses");
    if (either && length > 5 && !form_add(into, word, length - 2, "")) {
        return false; /* vetoes, viruses; below: shoes, causes */
    }
    return form_add(into, word, length - 1, "");
}

/* Whether a stem before -ed or -ing may have lost an -e, or must have. */
enum lost { LOST_NO, LOST_MAYBE, LOST_YES };

static enum lost lost_e(const char *stem, size_t length) {
    char last = stem[length - 1], before = stem[length - 2];
    if (strchr("wxyhkbjq", last) || (last == 'i' || last == 'o')) {
        return ends_with(stem, length, "yth") || last == 'k' || last == 'b' ? LOST_MAYBE : LOST_NO;
    }
    if (ends_with(stem, length, "ss")) {
        return LOST_NO;
    }
    if (strchr("uvcz", last)) {
        return LOST_YES; /* continuing, receiving, producing, seizing */
    }
    if (ends_with(stem, length, "dg") || ends_with(stem, length, "rg") ||
        ends_with(stem, length, "is") || ends_with(stem, length, "ys") ||
        ends_with(stem, length, "at") || ends_with(stem, length, "rs") ||
        ends_with(stem, length, "ns") || ends_with(stem, length, "ls")) {
        bool two_vowels = ends_with(stem, length, "at") && length > 2 && is_vowel(stem[length - 3]);
        bool creates = ends_with(stem, length, "creat");
        bool sure = !two_vowels && count_syllables(stem, length) == 1; /* state, base */
        return sure ? LOST_YES : two_vowels && !creates ? LOST_NO : LOST_MAYBE;
    }
    if (is_consonant(before) && before != 'y') {
        return last == 'l' || last == 'g' || last == 's' ? LOST_MAYBE : LOST_NO;
    }
    bool two_vowels = length > 2 && is_vowel(stem[length - 3]) && is_vowel(before) &&
                      !ends_with(stem, length - 1, "qui"); /* require */
    if (two_vowels) {
        return last == 's' || last == 'g' ? LOST_MAYBE : LOST_NO; /* cause; treat, need */
    }
    return count_syllables(stem, length) == 1 ? LOST_YES : LOST_MAYBE; /* note, not "not" */
}

/* permitt -> permit; but pass, install. */
static bool is_doubled(const char *stem, size_t length) {
    char last = stem[length - 1];
    return length > 3 && last == stem[length - 2] && is_consonant(last) && last != 's' &&
           last != 'z';
}

static bool guess_stem(struct names *into, const char *stem, size_t length) {
    if (length < 2 || !has_vowel(stem, length)) {
        return true; /* thing, string, shed */
    }
    if (is_doubled(stem, length)) {
        bool both = strchr("lfdr", stem[length - 1]) != NULL; /* install, add */
        return form_add(into, stem, length - 1, "") && (!both || form_add(into, stem, length, ""));
    }
    enum lost lost = lost_e(stem, length);
    if (lost != LOST_NO && !form_add(into, stem, length, "e")) {
        return false;
    }
    return lost == LOST_YES || form_add(into, stem, length, "");
}

bool guess_bases(struct names *into, const char *word, size_t length) {
    if (length < 4 || length > WORD_LIMIT) {
        return true;
    }
    if (length > 6 && ends_with(word, length, "ings")) {
        return guess_stem(into, word, length - 4);
    }
    if (is_plural(word, length)) {
        return guess_singular(into, word, length);
    }
    if (length > 4 && ends_with(word, length, "ying") && word[length - 5] != 'y' && length < 6) {
        return form_add(into, word, length - 4, "ie"); /* dying, tying */
    }
    if (ends_with(word, length, "ing")) {
        return guess_stem(into, word, length - 3);
    }
    if (ends_with(word, length, "ied")) {
        return form_add(into, word, length - 3, length > 4 ? "y" : "ie");
    }
    if (length > 5 && (ends_with(word, length, "greed") || ends_with(word, length, "creed") ||
                       ends_with(word, length, "teed"))) {
        return form_add(into, word, length - 1, ""); /* agreed, decreed, guaranteed */
    }
    if (ends_with(word, length, "ed") && !ends_with(word, length, "eed")) {
        return guess_stem(into, word, length - 2);
    }
    return true;
}
