/* A draft decoded and masked, without provisions, and a lexicon that knows the words it is given.
 */
#ifndef DOCUMENT_FIXTURE_H
#define DOCUMENT_FIXTURE_H

#include "base/buffer.h"
#include "document/document.h"

#include <check.h>
#include <stdio.h>
#include <string.h>

/* Words separated by blanks get the numbers WORD_FIRST, WORD_FIRST + 1 ... in their order. */
enum { SMALL_SLOTS = 64 };
struct small_lexicon {
    struct proviso_lexicon lexicon;
    struct lexicon_form forms[SMALL_SLOTS];
    uint32_t table[SMALL_SLOTS];
    uint32_t flags[SMALL_SLOTS];
    char strings[1024];
};

static inline void small_lexicon_make(struct small_lexicon *small, const char *words) {
    memset(small, 0, sizeof *small);
    uint32_t word = WORD_FIRST;
    for (const char *at = words; *at; at += *at == ' ') {
        uint32_t length = (uint32_t)strcspn(at, " "), number = word - WORD_FIRST;
        small->forms[number] = form_make(at, length, word++);
        small->forms[number].text = (string_at)(at - words);
        form_place(small->table, SMALL_SLOTS, &small->forms[number], number);
        at += length;
    }
    ck_assert_uint_lt(strlen(words), sizeof small->strings - WORD_KEY_BYTES);
    memcpy(small->strings, words, strlen(words));
    small->lexicon.strings = small->strings;
    small->lexicon.forms = small->forms;
    small->lexicon.form_table = small->table;
    small->lexicon.form_slots = SMALL_SLOTS;
    small->lexicon.word_flags = small->flags;
    small->lexicon.word_count = word;
}

static inline void draft_read(struct proviso_document *document, const char *bytes, size_t length) {
    struct proviso_error error = {{0}, {0}, 0, 0};
    struct proviso_source source = {"draft.md", bytes, length};
    memset(document, 0, sizeof *document);
    document->arena = arena_new();
    ck_assert_msg(document_decode(document, &source, &error), "%s", error.message);
    ck_assert_msg(document_mask(document, &error), "%s", error.message);
}

static inline void draft_free(struct proviso_document *document) {
    text_free(&document->text);
    array_free(document->lines);
    array_free(document->hidden);
    arena_free(document->arena);
}

#endif
