/*
 * From the words of phrases to numbered word classes. In: sets of words, such as (judge|court), one
 * for each place of a phrase. Out: a number for each surface form, the same for forms that no set
 * tells apart (judge, judges), and for each set the numbers it takes.
 */
#include <stdlib.h>
#include <string.h>

#include "../base/utf8.h"
#include "assembly.h"

enum { STEP_LIMIT = 50000000, SET_FAMILIES = PHRASE_BYTES };
enum { EXPECTED_FORMS = 12000, EXPECTED_LINKS = 48000 };

struct link {
    uint32_t value, next; /* next + 1, or 0 */
};

static bool add_link(struct vocabulary *vocabulary, uint32_t *head, uint32_t value) {
    struct link link = {value, *head};
    uint32_t number = rows_add(&vocabulary->links, &link);
    *head = number + 1;
    return number != LEXICON_NONE;
}

static const struct link *link_at(const struct vocabulary *vocabulary, uint32_t head) {
    return head ? ROWS_AT(&vocabulary->links, const struct link, head - 1) : NULL;
}

static const struct link *link_next(const struct vocabulary *vocabulary, const struct link *link) {
    return link_at(vocabulary, link->next);
}

static bool add_form(struct vocabulary *vocabulary, uint32_t family, const char *form,
                     uint32_t length) {
    uint32_t number = names_add_copy(&vocabulary->forms, form, length);
    return number != LEXICON_NONE &&
           add_link(vocabulary, &vocabulary->forms.values[number], family) &&
           add_link(vocabulary, &vocabulary->families.values[family], number);
}

static uint32_t new_family(struct vocabulary *vocabulary, const char *key, uint32_t length) {
    uint32_t number = names_add_copy(&vocabulary->families, key, length);
    const uint32_t none = 0;
    if (number != LEXICON_NONE && number == vocabulary->family_sets.count &&
        (rows_add(&vocabulary->family_sets, &none) == LEXICON_NONE ||
         rows_add(&vocabulary->single_sets, &none) == LEXICON_NONE)) {
        return LEXICON_NONE;
    }
    return number;
}

static uint32_t find_family(struct vocabulary *vocabulary, const struct phrase_word *word) {
    if (word->number) {
        return vocabulary->number_family;
    }
    char key[PHRASE_BYTES * 2 + 1]; /* folding can lengthen a word */
    key[0] = word->exact ? '=' : ' ';
    memcpy(key + 1, word->text, word->length);
    uint32_t known = vocabulary->families.count;
    uint32_t family = new_family(vocabulary, key, word->length + 1);
    if (family != known || family == LEXICON_NONE) {
        return family;
    }
    bool figures = word->text[0] >= '0' && word->text[0] <= '9';
    if (figures && !add_form(vocabulary, vocabulary->number_family, word->text, word->length)) {
        return LEXICON_NONE; /* 24 in a phrase is still a number for # */
    }
    struct names *forms = &vocabulary->inflected;
    names_clear(forms);
    if (!inflect_word(vocabulary->language, word->text, word->length, word->exact, forms)) {
        return LEXICON_NONE;
    }
    for (uint32_t i = 0; i < forms->count; i++) {
        if (!add_form(vocabulary, family, forms->list[i].text, forms->list[i].length)) {
            return LEXICON_NONE;
        }
    }
    return family;
}

/* A class of forms, and how many places of phrases it may stand in. */
struct word_use {
    uint32_t number, uses;
};

static int compare_uses(const void *one, const void *other) {
    const struct word_use *a = one, *b = other;
    return a->uses != b->uses ? (a->uses < b->uses) - (a->uses > b->uses)
                              : (a->number > b->number) - (a->number < b->number);
}

static uint32_t add_set(struct vocabulary *vocabulary, uint32_t *families, uint32_t count) {
    count = numbers_sort(families, count);
    size_t bytes = count * sizeof *families;
    uint32_t known = vocabulary->sets.count;
    uint32_t set = names_add_copy(&vocabulary->sets, (const char *)families, (uint32_t)bytes);
    for (uint32_t i = 0; set == known && i < count; i++) {
        uint32_t *head = ROWS_AT(&vocabulary->family_sets, uint32_t, families[i]);
        if (!add_link(vocabulary, head, set)) {
            return LEXICON_NONE;
        }
    }
    return set;
}

/* The set of one family, which most places have. */
static uint32_t single_set(struct vocabulary *vocabulary, uint32_t family) {
    uint32_t *known = ROWS_AT(&vocabulary->single_sets, uint32_t, family);
    if (*known == 0) {
        *known = add_set(vocabulary, &family, 1) + 1;
    }
    return *known - 1;
}

uint32_t vocabulary_set(struct vocabulary *vocabulary, const struct phrase_word *words) {
    uint32_t families[SET_FAMILIES], count = 0;
    do {
        families[count] = find_family(vocabulary, words);
        if (families[count++] == LEXICON_NONE) {
            return LEXICON_NONE;
        }
        words = words->next;
    } while (words && count < SET_FAMILIES);
    return count == 1 ? single_set(vocabulary, families[0]) : add_set(vocabulary, families, count);
}

/* A family of words listed in the language records, folded; itself a set, so that its words are
 * told apart from all others. */
static bool add_listed(struct vocabulary *vocabulary, uint32_t family,
                       const struct yaml_node *word) {
    char *folded = ARENA_ARRAY(vocabulary->arena, char, (size_t)word->length * 2 + 1);
    uint32_t length = 0, character;
    for (uint32_t at = 0; folded && at < word->length;) {
        at += utf8_decode(word->text + at, word->length - at, &character);
        length += utf8_encode(utf8_fold(character), folded + length);
    }
    return folded && add_form(vocabulary, family, folded, length);
}

bool vocabulary_start(struct vocabulary *vocabulary, struct language *language,
                      const struct records *records) {
    struct arena *arena = records->arena;
    *vocabulary = (struct vocabulary){.arena = arena, .language = language};
    vocabulary->forms.arena = vocabulary->families.arena = vocabulary->sets.arena = arena;
    vocabulary->inflected.arena = arena;
    vocabulary->family_sets = (struct rows){.arena = arena, .size = sizeof(uint32_t)};
    vocabulary->single_sets = (struct rows){.arena = arena, .size = sizeof(uint32_t)};
    vocabulary->links = (struct rows){.arena = arena, .size = sizeof(struct link)};
    vocabulary->set_words = (struct rows){.arena = arena, .size = sizeof(uint32_t)};
    uint32_t number = vocabulary->number_family = new_family(vocabulary, "#", 1);
    uint32_t abbreviation = vocabulary->abbreviation_family = new_family(vocabulary, ".", 1);
    bool good = names_reserve(&vocabulary->forms, EXPECTED_FORMS) &&
                rows_reserve(&vocabulary->links, EXPECTED_LINKS) && number != LEXICON_NONE &&
                abbreviation != LEXICON_NONE && add_set(vocabulary, &number, 1) != LEXICON_NONE &&
                add_set(vocabulary, &abbreviation, 1) != LEXICON_NONE;
    for (uint32_t i = 0; good && i < record_count(records, RECORD_LANGUAGE); i++) {
        const struct record *record = record_at(records, RECORD_LANGUAGE, i);
        const struct yaml_node *numbers = record->values[KEY_NUMBERS];
        const struct yaml_node *list = record->values[KEY_ABBREVIATIONS];
        for (const struct yaml_node *at = numbers ? numbers->first : NULL; good && at;
             at = at->next) {
            good = add_listed(vocabulary, number, at->key);
        }
        for (const struct yaml_node *at = list ? list->first : NULL; good && at; at = at->next) {
            good = add_listed(vocabulary, abbreviation, at);
        }
    }
    return good;
}

/* The sets that take a form, sorted; how many. */
static uint32_t sets_of_form(struct vocabulary *vocabulary, uint32_t form, struct rows *found) {
    const struct link *family = link_at(vocabulary, vocabulary->forms.values[form]);
    found->count = 0;
    for (; family; family = link_next(vocabulary, family)) {
        uint32_t head = *ROWS_AT(&vocabulary->family_sets, uint32_t, family->value);
        for (const struct link *set = link_at(vocabulary, head); set;
             set = link_next(vocabulary, set)) {
            if (++vocabulary->steps > STEP_LIMIT || rows_add(found, &set->value) == LEXICON_NONE) {
                return LEXICON_NONE;
            }
        }
    }
    return found->count ? numbers_sort(found->first, found->count) : 0;
}

/* Numbers classes of forms, each named by its sets: the words. */
static bool order_words(struct vocabulary *vocabulary, const struct names *classes,
                        const struct rows *places) {
    uint32_t *uses = ARENA_ARRAY(vocabulary->arena, uint32_t, vocabulary->sets.count);
    struct word_use *order = ARENA_ARRAY(vocabulary->arena, struct word_use, classes->count);
    uint32_t *words = ARENA_ARRAY(vocabulary->arena, uint32_t, classes->count);
    if (!uses || !order || !words) {
        return false;
    }
    for (uint32_t i = 0; i < places->count; i++) {
        uint32_t set = *ROWS_AT(places, const uint32_t, i);
        if (set != SET_OR) {
            uses[set]++;
        }
    }
    for (uint32_t i = 0; i < classes->count; i++) {
        order[i].number = i;
        for (uint32_t at = 0, set; at < classes->list[i].length; at += (uint32_t)sizeof set) {
            memcpy(&set, classes->list[i].text + at, sizeof set);
            order[i].uses += uses[set];
        }
    }
    qsort(order, classes->count, sizeof *order, compare_uses);
    for (uint32_t i = 0; i < classes->count; i++) {
        words[order[i].number] = WORD_FIRST + i;
    }
    for (uint32_t i = 0; i < vocabulary->forms.count; i++) {
        vocabulary->form_words[i] = words[vocabulary->form_words[i]];
    }
    return true;
}

static bool number_forms(struct vocabulary *vocabulary, const struct rows *places) {
    struct names classes = {.arena = vocabulary->arena};
    struct rows found = {.arena = vocabulary->arena, .size = sizeof(uint32_t)};
    uint32_t forms = vocabulary->forms.count;
    vocabulary->form_words = ARENA_ARRAY(vocabulary->arena, uint32_t, forms);
    if (!vocabulary->form_words) {
        return false;
    }
    for (uint32_t form = 0; form < forms; form++) {
        uint32_t count = sets_of_form(vocabulary, form, &found);
        if (count == LEXICON_NONE) {
            return false;
        }
        uint32_t word = names_add_copy(&classes, found.first, count * (uint32_t)sizeof(uint32_t));
        if (word == LEXICON_NONE) {
            return false;
        }
        vocabulary->form_words[form] = word;
    }
    vocabulary->word_count = WORD_FIRST + classes.count;
    return order_words(vocabulary, &classes, places);
}

/* Adds the words of a set that are not there yet; `seen` holds by word the last set + 1. */
static bool add_set_words(struct vocabulary *vocabulary, uint32_t set, uint32_t *seen) {
    const struct name *key = &vocabulary->sets.list[set];
    uint32_t family, number = WORD_NUMBER;
    for (uint32_t at = 0; at < key->length; at += (uint32_t)sizeof family) {
        memcpy(&family, key->text + at, sizeof family);
        if (family == vocabulary->number_family &&
            rows_add(&vocabulary->set_words, &number) == LEXICON_NONE) {
            return false;
        }
        const struct link *form = link_at(vocabulary, vocabulary->families.values[family]);
        for (; form; form = link_next(vocabulary, form)) {
            uint32_t word = vocabulary->form_words[form->value];
            if (++vocabulary->steps > STEP_LIMIT) {
                return false;
            }
            if (seen[word] != set + 1) {
                seen[word] = set + 1;
                if (rows_add(&vocabulary->set_words, &word) == LEXICON_NONE) {
                    return false;
                }
            }
        }
    }
    return true;
}

bool vocabulary_close(struct vocabulary *vocabulary, const struct rows *places) {
    if (!number_forms(vocabulary, places)) {
        return false;
    }
    uint32_t sets = vocabulary->sets.count;
    uint32_t *seen = ARENA_ARRAY(vocabulary->arena, uint32_t, vocabulary->word_count);
    vocabulary->set_first = ARENA_ARRAY(vocabulary->arena, uint32_t, (size_t)sets + 1);
    if (!seen || !vocabulary->set_first) {
        return false;
    }
    for (uint32_t set = 0; set < sets; set++) {
        vocabulary->set_first[set] = vocabulary->set_words.count;
        uint32_t first = vocabulary->set_words.count;
        if (!add_set_words(vocabulary, set, seen)) {
            return false;
        }
        if (vocabulary->set_words.count > first) {
            numbers_sort(ROWS_AT(&vocabulary->set_words, uint32_t, first),
                         vocabulary->set_words.count - first);
        }
    }
    vocabulary->set_first[sets] = vocabulary->set_words.count;
    return true;
}

/* The commonest word is one in twelve, twice as common as the second, and so on; those not listed
 * are so rare. */
static const double COMMONEST = 0.08, RARE = 1e-6;

bool vocabulary_weigh(struct vocabulary *vocabulary, const struct records *records) {
    double *common = ARENA_ARRAY(vocabulary->arena, double, vocabulary->word_count);
    vocabulary->common = common;
    for (uint32_t i = 0; common && i < vocabulary->forms.count; i++) {
        common[vocabulary->form_words[i]] += RARE;
    }
    for (uint32_t i = 0; common && i < record_count(records, RECORD_LANGUAGE); i++) {
        const struct yaml_node *list = record_at(records, RECORD_LANGUAGE, i)->values[KEY_COMMON];
        uint32_t rank = 1;
        for (const struct yaml_node *at = list ? list->first : NULL; at; at = at->next, rank++) {
            uint32_t form = names_find(&vocabulary->forms, at->text, at->length);
            if (form != LEXICON_NONE) {
                common[vocabulary->form_words[form]] += COMMONEST / rank;
            }
        }
    }
    return common != NULL;
}

double vocabulary_common(const struct vocabulary *vocabulary, uint32_t set) {
    double sum = 0;
    for (uint32_t w = vocabulary->set_first[set]; w < vocabulary->set_first[set + 1]; w++) {
        sum += vocabulary->common[*ROWS_AT(&vocabulary->set_words, const uint32_t, w)];
    }
    return sum;
}
