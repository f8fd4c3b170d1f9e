/*
 * Dictionaries. In: "propotionality". Out: no, it is no word. Dictionaries differ from machine to
 * machine, so they check what people write and never change what is made of it: a lexicon compiles
 * to the same tables without them.
 */
#include "dictionary.h"

#include "../base/error.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const libraries[] = {"libhunspell-1.7.so.0", "libhunspell.so",
                                        "libhunspell-1.7.dylib", "libhunspell.dylib"};
static const char *const folders[] = {"/usr/share/hunspell", "/usr/local/share/hunspell",
                                      "/usr/share/myspell"};
static const char *const languages[] = {"en_GB", "en_US"};
enum { LIBRARIES = 4, FOLDERS = 3, LANGUAGES = 2, PATH_LIMIT = 1024, NAME_BYTES = 64 };

/* The part of hunspell.h that is used. */
struct hunspell {
    void *handle; /* of the shared library, or NULL */
    void *(*create)(const char *rules, const char *words);
    void (*destroy)(void *handle);
    int (*spell)(void *handle, const char *word);
};

struct dictionary {
    struct hunspell hunspell;
    void *handles[LANGUAGES]; /* NULL where there is none */
};

/* ISO C knows no cast from what dlsym returns to a function. */
static bool find_function(void *library, const char *name, void *function, size_t size) {
    void *found = dlsym(library, name);
    memcpy(function, &found, size);
    return found != NULL;
}

static bool load_hunspell(struct hunspell *hunspell) {
    for (int i = 0; i < LIBRARIES && !hunspell->handle; i++) {
        hunspell->handle = dlopen(libraries[i], RTLD_NOW | RTLD_LOCAL);
    }
    void *library = hunspell->handle;
    return library &&
           find_function(library, "Hunspell_create", &hunspell->create, sizeof hunspell->create) &&
           find_function(library, "Hunspell_destroy", &hunspell->destroy,
                         sizeof hunspell->destroy) &&
           find_function(library, "Hunspell_spell", &hunspell->spell, sizeof hunspell->spell);
}

/* NULL if there is none: hunspell takes a missing file for an empty one. */
static void *open_language(const struct hunspell *hunspell, const char *folder,
                           const char *language) {
    char rules[PATH_LIMIT], words[PATH_LIMIT];
    snprintf(rules, sizeof rules, "%s/%s.aff", folder, language);
    snprintf(words, sizeof words, "%s/%s.dic", folder, language);
    void *handle = hunspell->create(rules, words);
    if (handle && !hunspell->spell(handle, "the")) {
        hunspell->destroy(handle);
        return NULL;
    }
    return handle;
}

static bool open_folder(struct dictionary *dictionary, const char *folder) {
    bool any = false;
    for (int i = 0; i < LANGUAGES; i++) {
        dictionary->handles[i] = open_language(&dictionary->hunspell, folder, languages[i]);
        any = any || dictionary->handles[i];
    }
    return any;
}

static bool open_folders(struct dictionary *dictionary, const char *folder) {
    bool any = folder && open_folder(dictionary, folder);
    for (int i = 0; i < FOLDERS && !folder && !any; i++) {
        any = open_folder(dictionary, folders[i]);
    }
    return any;
}

struct dictionary *dictionary_open(const char *folder, struct proviso_error *error) {
    struct dictionary *dictionary = calloc(1, sizeof *dictionary);
    if (!dictionary) {
        error_memory(error);
        return NULL;
    }
    bool loaded = load_hunspell(&dictionary->hunspell);
    if (loaded && open_folders(dictionary, folder)) {
        return dictionary;
    }
    if (loaded) {
        error_set(error, "no dictionary en_GB.dic or en_US.dic in %s",
                  folder ? folder : folders[0]);
    } else {
        error_set(error, "the library hunspell (%s) is not installed", libraries[0]);
    }
    dictionary_close(dictionary);
    return NULL;
}

void dictionary_close(struct dictionary *dictionary) {
    for (int i = 0; dictionary && i < LANGUAGES; i++) {
        if (dictionary->handles[i]) {
            dictionary->hunspell.destroy(dictionary->handles[i]);
        }
    }
    if (dictionary && dictionary->hunspell.handle) {
        dlclose(dictionary->hunspell.handle);
    }
    free(dictionary);
}

static bool spells(const struct dictionary *dictionary, const char *word) {
    for (int i = 0; i < LANGUAGES; i++) {
        if (dictionary->handles[i] && dictionary->hunspell.spell(dictionary->handles[i], word)) {
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
