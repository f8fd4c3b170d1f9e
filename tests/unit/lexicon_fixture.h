/* Lexicons in memory, and the ways of their words. */
#ifndef LEXICON_FIXTURE_H
#define LEXICON_FIXTURE_H

#include "lexicon/assembly.h"
#include "lexicon/lexicon.h"

#include <check.h>
#include <string.h>

static inline proviso_lexicon *load(const char *yaml) {
    struct proviso_error error;
    const struct proviso_source source = {"mine.yaml", yaml, strlen(yaml)};
    proviso_lexicon *lexicon = proviso_lexicon_load(&source, 1, &error);
    ck_assert_msg(lexicon != NULL, "%u:%u: %s", error.line, error.column, error.message);
    return lexicon;
}

static inline uint32_t word_of(const proviso_lexicon *lexicon, const char *form, uint32_t length) {
    return lexicon_word(lexicon, form, length);
}

/* The matcher that looks for a concept. */
static inline const struct matcher *matcher_of(const proviso_lexicon *lexicon,
                                               const char *concept) {
    uint32_t wanted = lexicon_concept_find(lexicon, concept);
    ck_assert_uint_ne(wanted, LEXICON_NONE);
    return &lexicon->matchers[lexicon->concepts[wanted].use];
}

/* The node that the words lead to, LEXICON_NONE if they lead nowhere. */
static inline uint32_t walk(const proviso_lexicon *lexicon, const struct matcher *matcher,
                            const char *words) {
    uint32_t node = 0;
    while (*words) {
        uint32_t length = (uint32_t)strcspn(words, " ");
        bool number = words[0] >= '0' && words[0] <= '9';
        uint32_t word = number ? WORD_NUMBER : word_of(lexicon, words, length);
        node = matcher_step(matcher, node, word);
        if (node == 0) {
            return LEXICON_NONE;
        }
        words += length + strspn(words + length, " ");
    }
    return node;
}

/* The phrase with gaps of the concept, or NULL. */
static inline const struct gap_phrase *gap_phrase(const proviso_lexicon *lexicon,
                                                  const char *concept) {
    const struct matcher *matcher = matcher_of(lexicon, concept);
    uint32_t wanted = lexicon_concept_find(lexicon, concept);
    for (uint32_t i = 0; i < matcher->gap_phrase_count; i++) {
        const struct gap_phrase *phrase = &matcher->gap_phrases[i];
        for (uint32_t output = 0; output < phrase->output_count; output++) {
            if (matcher->outputs[phrase->output_first + output].concept == wanted) {
                return phrase;
            }
        }
    }
    return NULL;
}

/* The stage of the phrase that these words end, or NONE. */
static inline uint32_t gap_stage(const proviso_lexicon *lexicon, const char *concept,
                                 const char *words) {
    const struct matcher *matcher = matcher_of(lexicon, concept);
    const struct gap_phrase *phrase = gap_phrase(lexicon, concept);
    uint32_t node = walk(lexicon, matcher, words);
    for (uint32_t i = 0; i < phrase->stages && node != LEXICON_NONE; i++) {
        uint32_t stretch = matcher->gap_places[phrase->place_first + i].stretch;
        uint32_t mark = matcher->nodes[node].mark;
        for (uint32_t j = matcher->set_first[stretch]; j < matcher->set_first[stretch + 1]; j++) {
            const struct number_set *set = &matcher->mark_sets[j];
            if (set->word == mark / 32 && set->bits >> mark % 32 & 1) {
                return i;
            }
        }
    }
    return LEXICON_NONE;
}

#define CONCEPT(id, rest) "---\nconcept: " id "\nkind: vague\n" rest

#endif
