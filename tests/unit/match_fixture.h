/* A lexicon and a draft, both given as text, checked; and what was found, as one string. */
#ifndef MATCH_FIXTURE_H
#define MATCH_FIXTURE_H

#include "base/buffer.h"
#include "match/match.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

struct trial_draft {
    proviso_lexicon *lexicon;
    proviso_document *document;
    proviso_findings *findings;
    struct buffer said;
};

/* Records of a test lexicon. Ids begin with "test-"; the built-in lexicon is there as well. */
#define TEST_AUTHORITY                                                                             \
    "---\nauthority: test-source\ntitle: Test\nkind: practice\nforce: persuasive\nsays: so\n"
#define TEST_CONCEPT(id, phrases) "---\nconcept: " id "\nkind: vague\nphrases: [" phrases "]\n"
#define TEST_RULE_AT(id, severity, match, keys)                                                    \
    "---\nrule: " id "\nseverity: " severity "\nsince: \"0.1\"\nmatch: " match "\n" keys           \
    "message: 'Say \"{text}\".'\nwhy: Test.\nauthority: [test-source]\n"                           \
    "flags: [one]\npasses: [two]\n"
#define TEST_RULE(id, match, keys) TEST_RULE_AT(id, "note", match, keys)

/* The lexicon that was loaded last, kept for the next draft: most of a suite are checked with the
 * same one. */
static struct {
    char *yaml;
    proviso_lexicon *lexicon;
} trial_kept;

static inline proviso_lexicon *trial_lexicon(const char *yaml) {
    struct proviso_error error = {{0}, {0}, 0, 0};
    struct proviso_source lexicon = {"test.yaml", yaml, strlen(yaml)};
    if (trial_kept.yaml && strcmp(trial_kept.yaml, yaml) == 0) {
        return trial_kept.lexicon;
    }
    free(trial_kept.yaml);
    proviso_lexicon_free(trial_kept.lexicon);
    trial_kept.yaml = malloc(strlen(yaml) + 1);
    ck_assert_ptr_nonnull(trial_kept.yaml);
    memcpy(trial_kept.yaml, yaml, strlen(yaml) + 1);
    trial_kept.lexicon = proviso_lexicon_load(&lexicon, 1, &error);
    ck_assert_msg(trial_kept.lexicon != NULL, "line %u: %s", error.line, error.message);
    return trial_kept.lexicon;
}

static inline void trial_check(struct trial_draft *draft, const char *yaml, const char *text) {
    struct proviso_error error = {{0}, {0}, 0, 0};
    struct proviso_source source = {"draft.md", text, strlen(text)};
    memset(draft, 0, sizeof *draft);
    draft->lexicon = trial_lexicon(yaml);
    draft->document = proviso_document_read(draft->lexicon, &source, NULL, &error);
    ck_assert_msg(draft->document != NULL, "%s", error.message);
    draft->findings = proviso_check(draft->document, &error);
    ck_assert_msg(draft->findings != NULL, "%s", error.message);
}

static inline void trial_free(struct trial_draft *draft) {
    buffer_free(&draft->said);
    proviso_findings_free(draft->findings);
    proviso_document_free(draft->document);
}

static inline void trial_add(struct trial_draft *draft, uint32_t start, uint32_t end) {
    if (draft->said.length) {
        buffer_add_char(&draft->said, '|');
    }
    text_add(&draft->said, &draft->document->text, start, end);
}

/* The words of the hits of a concept: "court order|judge". */
static inline const char *trial_hits(struct trial_draft *draft, const char *concept) {
    uint32_t wanted = lexicon_concept_find(draft->lexicon, concept);
    buffer_clear(&draft->said);
    const struct posting_list *list = postings_list(&draft->findings->hits, wanted);
    for (uint32_t i = 0; i < list->count; i++) {
        const struct hit hit = posting_at(list, i);
        trial_add(draft, hit.start, hit.end);
    }
    return buffer_string(&draft->said);
}

/* The words at which a rule, or a category, speaks. */
static inline const char *trial_words(struct trial_draft *draft, const char *id) {
    const struct proviso_lexicon *lexicon = draft->lexicon;
    buffer_clear(&draft->said);
    for (uint32_t i = 0; i < draft->findings->count; i++) {
        const struct finding *finding = &draft->findings->list[i];
        const struct lexicon_rule *rule = &lexicon->rules[finding->rule];
        if (strcmp(lexicon_string(lexicon, rule->id), id) == 0 ||
            strcmp(lexicon_string(lexicon, rule->category), id) == 0) {
            trial_add(draft, finding->start, finding->end);
        }
    }
    return buffer_string(&draft->said);
}

/* The first finding of a rule or category, or NULL. */
static inline const struct finding *trial_finding(const struct trial_draft *draft, const char *id) {
    const struct proviso_lexicon *lexicon = draft->lexicon;
    for (uint32_t i = 0; i < draft->findings->count; i++) {
        const struct lexicon_rule *rule = &lexicon->rules[draft->findings->list[i].rule];
        if (strcmp(lexicon_string(lexicon, rule->id), id) == 0 ||
            strcmp(lexicon_string(lexicon, rule->category), id) == 0) {
            return &draft->findings->list[i];
        }
    }
    return NULL;
}

/* Hits of a concept, or words of a rule, in a draft: one assertion. */
#define ASSERT_HITS(yaml, concept, text, expected)                                                 \
    do {                                                                                           \
        struct trial_draft draft_;                                                                 \
        trial_check(&draft_, yaml, text);                                                          \
        ck_assert_str_eq(trial_hits(&draft_, concept), expected);                                  \
        trial_free(&draft_);                                                                       \
    } while (0)
#define ASSERT_WORDS(yaml, rule, text, expected)                                                   \
    do {                                                                                           \
        struct trial_draft draft_;                                                                 \
        trial_check(&draft_, yaml, text);                                                          \
        ck_assert_str_eq(trial_words(&draft_, rule), expected);                                    \
        trial_free(&draft_);                                                                       \
    } while (0)

#endif
