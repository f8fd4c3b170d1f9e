/*
 * The dictionary of --spelling. In: words such as "propotionality". Out: whether they are words,
 * for as many drafts at a time as are checked: hunspell itself serves one thread.
 */
#include "draft.h"
#include "message.h"

#include "../lexicon/dictionary.h"

#include <pthread.h>
#include <stdlib.h>

struct spelling {
    struct dictionary *dictionary;
    pthread_mutex_t lock;
    struct proviso_speller speller;
};

static bool is_word(void *context, const char *word) {
    struct spelling *spelling = context;
    pthread_mutex_lock(&spelling->lock);
    bool known = dictionary_knows(spelling->dictionary, word);
    pthread_mutex_unlock(&spelling->lock);
    return known;
}

struct spelling *spelling_open(void) {
    struct proviso_error error = {.message = "out of memory"};
    struct spelling *spelling = calloc(1, sizeof *spelling);
    if (!spelling || !(spelling->dictionary = dictionary_open(NULL, &error))) {
        message("--spelling", "%s", error.message);
        free(spelling);
        return NULL;
    }
    pthread_mutex_init(&spelling->lock, NULL);
    spelling->speller = (struct proviso_speller){is_word, spelling};
    return spelling;
}

void spelling_close(struct spelling *spelling) {
    if (spelling) {
        dictionary_close(spelling->dictionary);
        pthread_mutex_destroy(&spelling->lock);
        free(spelling);
    }
}

const struct proviso_speller *spelling_speller(const struct spelling *spelling) {
    return &spelling->speller;
}
