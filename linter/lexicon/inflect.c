/*
 * From a word of a phrase to every form that drafts may have in its place. In: "offence". Out:
 * offence, offences, offense, offenses ... Inflection is data first (the language records), then
 * the regular rules of English; nothing depends on a dictionary of the machine.
 */
#include "inflect.h"

#include <string.h>

enum { LEMMA_LIMIT = 64 };

bool form_add(struct names *into, const char *stem, size_t length, const char *suffix) {
    size_t more = strlen(suffix);
    if (length + more > WORD_LIMIT) {
        return true;
    }
    char word[WORD_LIMIT];
    memcpy(word, stem, length);
    memcpy(word + length, suffix, more);
    return names_add_copy(into, word, (uint32_t)(length + more)) != LEXICON_NONE;
}

bool is_vowel(char letter) {
    return letter == 'a' || letter == 'e' || letter == 'i' || letter == 'o' || letter == 'u';
}

bool is_consonant(char letter) {
    return letter >= 'a' && letter <= 'z' && !is_vowel(letter);
}

uint32_t count_syllables(const char *word, size_t length) {
    uint32_t groups = 0;
    bool inside = false;
    for (size_t i = 0; i < length; i++) {
        bool vowel = (is_vowel(word[i]) && !(word[i] == 'u' && i > 0 && word[i - 1] == 'q')) ||
                     (word[i] == 'y' && i > 0);
        groups += vowel && !inside;
        inside = vowel;
    }
    return groups;
}

static bool add_related(const struct language *language, const struct language_word *word,
                        enum relation kind, struct names *into) {
    for (uint32_t at = word->relation; at;) {
        const struct language_relation *relation =
            ROWS_AT(&language->relations, const struct language_relation, at - 1);
        const struct name *name = &language->words.list[relation->word];
        if (relation->kind == kind && !form_add(into, name->text, name->length, "")) {
            return false;
        }
        at = relation->next;
    }
    return true;
}

static bool is_listed(const struct language *language, const char *word, uint32_t length) {
    const struct language_word *found = language_find(language, word, length);
    return found && !(found->flags & LANGUAGE_INVARIABLE);
}

/* A guess is sure if the language records know it, in this or the other spelling. */
static bool is_sure(struct language *language, const struct name *guess) {
    if (is_listed(language, guess->text, guess->length)) {
        return true;
    }
    struct names *spellings = &language->spellings;
    names_clear(spellings);
    if (!spelling_variants(spellings, guess->text, guess->length)) {
        return false;
    }
    for (uint32_t i = 0; i < spellings->count; i++) {
        if (is_listed(language, spellings->list[i].text, spellings->list[i].length)) {
            return true;
        }
    }
    return false;
}

/* The bases of a word that no record lists. Guesses that never inflect ("not" for "noting") are
 * wrong; guesses that the records list are right, and then the others are wrong. */
static bool add_guesses(struct language *language, const char *word, uint32_t length,
                        struct names *lemmas) {
    struct names *guesses = &language->guesses;
    names_clear(guesses);
    if (language->english && !guess_bases(guesses, word, length)) {
        return false;
    }
    bool sure = false;
    for (uint32_t i = 0; i < guesses->count; i++) {
        sure = sure || is_sure(language, &guesses->list[i]);
    }
    for (uint32_t i = 0; i < guesses->count; i++) {
        const struct name *guess = &guesses->list[i];
        const struct language_word *known = language_find(language, guess->text, guess->length);
        bool wrong =
            (known && (known->flags & LANGUAGE_INVARIABLE)) || (sure && !is_sure(language, guess));
        if (!wrong && !form_add(lemmas, guess->text, guess->length, "")) {
            return false;
        }
    }
    return lemmas->count > 0 || form_add(lemmas, word, length, "");
}

/* The bases that a written word stands for: "requesting" for request, "took" for take. */
static bool find_lemmas(struct language *language, const char *word, uint32_t length,
                        struct names *lemmas) {
    const struct language_word *known = language_find(language, word, length);
    if (!known) {
        return add_guesses(language, word, length, lemmas);
    }
    if (!add_related(language, known, RELATION_FORM_OF, lemmas)) {
        return false;
    }
    bool base = (known->flags & (LANGUAGE_IRREGULAR | LANGUAGE_LISTED)) != 0;
    return (!base && lemmas->count > 0) || form_add(lemmas, word, length, "");
}

/* The lemmas that belong with the first ones: other spellings and kin. */
static bool close_lemmas(const struct language *language, struct names *lemmas) {
    for (uint32_t i = 0; i < lemmas->count && i < LEMMA_LIMIT; i++) {
        const struct name lemma = lemmas->list[i];
        const struct language_word *known = language_find(language, lemma.text, lemma.length);
        bool fixed = known && (known->flags & LANGUAGE_INVARIABLE);
        if ((known && !add_related(language, known, RELATION_KIN, lemmas)) ||
            (language->english && !fixed && !spelling_variants(lemmas, lemma.text, lemma.length))) {
            return false;
        }
    }
    return true;
}

/* Whether a lemma is a form of another: authorisations, listed beside authorisation. */
static bool is_form(struct language *language, const struct name *lemma,
                    const struct names *lemmas) {
    struct names *guesses = &language->guesses;
    names_clear(guesses);
    if (!language->english || !guess_bases(guesses, lemma->text, lemma->length)) {
        return false;
    }
    for (uint32_t i = 0; i < guesses->count; i++) {
        if (names_find(lemmas, guesses->list[i].text, guesses->list[i].length) != LEXICON_NONE) {
            return true;
        }
    }
    return false;
}

static bool add_forms(struct language *language, const struct name *lemma,
                      const struct names *lemmas, struct names *forms) {
    const struct language_word *known = language_find(language, lemma->text, lemma->length);
    if (!form_add(forms, lemma->text, lemma->length, "")) {
        return false;
    }
    if (known && (known->flags & LANGUAGE_IRREGULAR)) {
        return add_related(language, known, RELATION_HAS_FORM, forms);
    }
    bool fixed = known && (known->flags & LANGUAGE_INVARIABLE);
    return fixed || !language->english || is_form(language, lemma, lemmas) ||
           regular_forms(forms, lemma->text, lemma->length);
}

/* A hearing, hearings: the noun, beside the forms of hear. */
static bool add_noun(const char *word, uint32_t length, struct names *forms) {
    if (length > 5 && ends_with(word, length, "ing")) {
        return form_add(forms, word, length, "s");
    }
    return length <= 6 || !ends_with(word, length, "ings") || form_add(forms, word, length - 1, "");
}

bool inflect_word(struct language *language, const char *word, uint32_t length, bool exact,
                  struct names *forms) {
    const struct language_word *known = language_find(language, word, length);
    if (exact || length > WORD_LIMIT - 8 || (known && (known->flags & LANGUAGE_INVARIABLE))) {
        return names_add_copy(forms, word, length) != LEXICON_NONE;
    }
    struct names *lemmas = &language->lemmas;
    names_clear(lemmas);
    if (!form_add(forms, word, length, "") || !find_lemmas(language, word, length, lemmas) ||
        !close_lemmas(language, lemmas) || (language->english && !add_noun(word, length, forms))) {
        return false;
    }
    for (uint32_t i = 0; i < lemmas->count && i < LEMMA_LIMIT; i++) {
        if (!add_forms(language, &lemmas->list[i], lemmas, forms)) {
            return false;
        }
    }
    return true;
}
