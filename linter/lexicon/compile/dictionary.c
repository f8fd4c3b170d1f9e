/*
 * Dictionaries. In: "propotionality". Out: no, it is no word. Dictionaries differ from machine to
 * machine, so they check what people write and never change what is made of it: a lexicon compiles
 * to the same tables without them.
 */
#include "dictionary.h"

#include <hunspell.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const languages[] = {"en_GB", "en_US"};
enum { LANGUAGES = 2, PATH_LIMIT = 1024, NAME_BYTES = 64 };

struct dictionary {
    Hunhandle *handles[LANGUAGES]; /* NULL where there is none */
};

static Hunhandle *open_language(const char *folder, const char *language) {
    char rules[PATH_LIMIT], words[PATH_LIMIT];
    snprintf(rules, sizeof rules, "%s/%s.aff", folder, language);
    snprintf(words, sizeof words, "%s/%s.dic", folder, language);
    FILE *file = fopen(words, "rb");
    if (!file) {
        return NULL;
    }
    fclose(file);
    return Hunspell_create(rules, words);
}

struct dictionary *dictionary_open(const char *folder) {
    struct dictionary *dictionary = calloc(1, sizeof *dictionary);
    bool any = false;
    for (int i = 0; dictionary && i < LANGUAGES; i++) {
        dictionary->handles[i] = open_language(folder, languages[i]);
        any = any || dictionary->handles[i];
    }
    if (!any) {
        free(dictionary);
        return NULL;
    }
    return dictionary;
}

void dictionary_close(struct dictionary *dictionary) {
    for (int i = 0; dictionary && i < LANGUAGES; i++) {
        if (dictionary->handles[i]) {
            Hunspell_destroy(dictionary->handles[i]);
        }
    }
    free(dictionary);
}

static bool spells(const struct dictionary *dictionary, const char *word) {
    for (int i = 0; i < LANGUAGES; i++) {
        if (dictionary->handles[i] && Hunspell_spell(dictionary->handles[i], word)) {
            return true;
        }
    }
    return false;
}

static char capital(char letter) {
    return letter >= 'a' && letter <= 'z' ? (char)(letter - 'a' + 'A') : letter;
}

bool dictionary_knows(const struct dictionary *dictionary, const char *word) {
    char name[NAME_BYTES];
    size_t length = strlen(word);
    if (length >= sizeof name) {
        return false;
    }
    memcpy(name, word, length + 1);
    name[0] = capital(name[0]);
    if (spells(dictionary, word) || spells(dictionary, name)) {
        return true;
    }
    for (size_t i = 1; i < length; i++) {
        name[i] = capital(name[i]);
    }
    return spells(dictionary, name);
}
