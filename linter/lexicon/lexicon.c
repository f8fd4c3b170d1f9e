/*
 * The public doors of lexicons, and looking things up in one. In: YAML of the user's, forms such as
 * "authorised". Out: a lexicon that knows the built-in law and the user's; words and nodes.
 */
#include "lexicon.h"

#include <stdlib.h>
#include <string.h>

#include "../base/arena.h"
#include "../base/error.h"
#include "assembly.h"
#include "builtin.h"

static bool tell_first(const struct mistakes *mistakes, struct proviso_error *error) {
    if (mistakes->memory || mistakes->count == 0) {
        return error_memory(error);
    }
    const struct mistake *first = &mistakes->list[0];
    return error_at(error, first->path, first->line, first->column, "%s", first->message);
}

proviso_lexicon *lexicon_load(const struct builtin_files *builtin,
                              const struct proviso_source *sources, size_t count,
                              struct proviso_error *error) {
    struct arena *arena = arena_new(), *scratch = arena_new();
    struct mistakes mistakes = {.arena = scratch};
    struct proviso_lexicon *lexicon = NULL;
    if (arena && scratch) {
        lexicon = lexicon_build(builtin, sources, count, arena, &mistakes);
    }
    if (lexicon) {
        lexicon->memory = arena;
    } else {
        tell_first(&mistakes, error);
        arena_free(arena);
    }
    arena_free(scratch);
    return lexicon;
}

proviso_lexicon *proviso_lexicon_load(const struct proviso_source *sources, size_t count,
                                      struct proviso_error *error) {
    return lexicon_load(lexicon_builtin_files(), sources, count, error);
}

void proviso_lexicon_free(proviso_lexicon *lexicon) {
    if (lexicon) {
        arena_free(lexicon->memory); /* the lexicon itself lies in it; the built-in has none */
    }
}

uint32_t lexicon_word(const struct proviso_lexicon *lexicon, const char *form, uint32_t length) {
    const struct word_key key = word_key_any(form, length);
    uint32_t hash = word_hash(key), slot = form_slot(hash, lexicon->form_slots), entry;
    for (; (entry = lexicon->form_table[slot]); slot = form_next(slot, lexicon->form_slots)) {
        const struct lexicon_form *found = form_of(lexicon->forms, entry);
        if (form_is(lexicon->forms, entry, key, length, hash) &&
            (length <= WORD_KEY_BYTES ||
             memcmp(lexicon->strings + found->text, form, length) == 0)) {
            return found->word;
        }
    }
    return WORD_UNKNOWN;
}

static bool is_string(const char *string, const char *other) {
    return string[0] == other[0] && strcmp(string, other) == 0;
}

uint32_t lexicon_concept_find(const struct proviso_lexicon *lexicon, const char *id) {
    for (uint32_t i = 0; i < lexicon->concept_count; i++) {
        if (is_string(lexicon_string(lexicon, lexicon->concepts[i].id), id)) {
            return i;
        }
    }
    return LEXICON_NONE;
}

uint32_t lexicon_role_find(const struct proviso_lexicon *lexicon, const char *id) {
    for (uint32_t i = 0; i < lexicon->role_count; i++) {
        if (is_string(lexicon_string(lexicon, lexicon->roles[i].id), id)) {
            return i;
        }
    }
    return LEXICON_NONE;
}

uint64_t lexicon_roles(const struct proviso_lexicon *lexicon, const char *start) {
    uint64_t roles = 0;
    for (uint32_t i = 0; i < lexicon->role_count; i++) {
        const char *id = lexicon_string(lexicon, lexicon->roles[i].id);
        roles |= (uint64_t)(strncmp(id, start, strlen(start)) == 0) << i;
    }
    return roles;
}

static char lower(char byte) {
    return byte >= 'A' && byte <= 'Z' ? (char)(byte + ('a' - 'A')) : byte;
}

uint32_t lexicon_numeral_value(const struct proviso_lexicon *lexicon,
                               const struct lexicon_numeral *words, uint32_t count,
                               const char *bytes, uint32_t length) {
    for (uint32_t w = 0; w < count; w++) {
        const char *text = lexicon_string(lexicon, words[w].text);
        uint32_t i = 0;
        if (words[w].length != length) {
            continue;
        }
        while (i < length && lower(bytes[i]) == text[i]) {
            i++;
        }
        if (i == length) {
            return words[w].value;
        }
    }
    return 0;
}
