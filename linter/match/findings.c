/*
 * Candidates become findings. In: what the rules say, in the order of the words:
 * vague-term/catch-all at "other appropriate measures" and vague-term/measures at "appropriate
 * measures". Out: what is worth saying, once (here the first), in reading order, with messages and
 * with fingerprints that survive every change to the draft but one to the words themselves.
 */
#include "message.h"
#include "suggest.h"
#include "wordings.h"
#include "words.h"

#include "../base/error.h"

#include <stdlib.h>
#include <string.h>

/* By rule the number of its category; *count is one more than the highest. */
static uint32_t *number_categories(const struct proviso_lexicon *lexicon, struct arena *arena,
                                   uint32_t *count) {
    uint32_t *numbers = ARENA_ARRAY(arena, uint32_t, lexicon->rule_count);
    uint32_t *examples = ARENA_ARRAY(arena, uint32_t, lexicon->rule_count); /* a rule of each */
    *count = 0;
    for (uint32_t i = 0; numbers && examples && i < lexicon->rule_count; i++) {
        const char *category = lexicon_string(lexicon, lexicon->rules[i].category);
        uint32_t number = *count;
        while (number > 0 &&
               strcmp(category, lexicon_string(
                                    lexicon, lexicon->rules[examples[number - 1]].category)) != 0) {
            number--; /* rules are sorted by id, so the category is mostly the last one */
        }
        if (number == 0) {
            examples[*count] = i;
            number = ++*count;
        }
        numbers[i] = number - 1;
    }
    return examples ? numbers : NULL;
}

/* True if `other` says more at the same words than `finding`. One holds the words of the other. */
static bool says_more(const struct finding *other, const struct finding *finding) {
    if (other->severity != finding->severity) {
        return other->severity > finding->severity;
    }
    uint32_t here = finding->end - finding->start, there = other->end - other->start;
    return here != there ? there > here : other->rule < finding->rule;
}

/* Drops what is said twice. Candidates come by start, longest first, so the words of one may lie in
 * those of the one of its category kept last. */
static bool drop_repeated(struct proviso_findings *findings) {
    uint32_t categories, left = 0;
    uint32_t *category =
        number_categories(findings->document->lexicon, findings->arena, &categories);
    uint32_t *kept = ARENA_ARRAY(findings->arena, uint32_t, (size_t)categories + 1);
    if (!category || !kept) {
        return false;
    }
    for (uint32_t i = 0; i < findings->count; i++) {
        struct finding *finding = &findings->list[i];
        if (finding->state != STATE_NOT_ASKED) {
            continue; /* an absence says nothing about the words it is shown at */
        }
        uint32_t *last = &kept[category[finding->rule]]; /* index + 1 */
        struct finding *before = *last ? &findings->list[*last - 1] : NULL;
        if (!before || before->end < finding->end) {
            *last = i + 1;
        } else if (says_more(finding, before)) {
            before->rule = LEXICON_NONE;
            *last = i + 1;
        } else {
            finding->rule = LEXICON_NONE;
        }
    }
    for (uint32_t i = 0; i < findings->count; i++) {
        if (findings->list[i].rule != LEXICON_NONE) {
            findings->list[left++] = findings->list[i];
        }
    }
    findings->count = left;
    return true;
}

/* By start, longest first, as drop_repeated wants them. */
static int compare_words(const void *left, const void *right) {
    const struct finding *a = left, *b = right;
    if (a->start != b->start) {
        return a->start < b->start ? -1 : 1;
    }
    if (a->end != b->end) {
        return a->end > b->end ? -1 : 1;
    }
    return a->rule < b->rule ? -1 : a->rule > b->rule;
}

static int compare_reading(const void *left, const void *right) {
    const struct finding *a = left, *b = right;
    if (a->start != b->start) {
        return a->start < b->start ? -1 : 1;
    }
    if (a->severity != b->severity) {
        return a->severity > b->severity ? -1 : 1;
    }
    if (a->rule != b->rule) {
        return a->rule < b->rule ? -1 : 1;
    }
    return a->provision < b->provision ? -1 : a->provision > b->provision;
}

static void sort_list(struct proviso_findings *findings,
                      int (*compare)(const void *, const void *)) {
    if (findings->count) {
        qsort(findings->list, findings->count, sizeof *findings->list, compare);
    }
}

static bool fill_fingerprints(struct proviso_findings *findings) {
    const struct proviso_lexicon *lexicon = findings->document->lexicon;
    struct wordings met = {.arena = findings->arena}; /* how often a rule has met the words */
    for (uint32_t i = 0; i < findings->count; i++) {
        struct finding *finding = &findings->list[i];
        uint64_t hash = words_hash_string(
            WORDS_HASH_START, lexicon_string(lexicon, lexicon->rules[finding->rule].id));
        hash = words_hash(hash, &findings->document->text, finding->start, finding->end);
        uint32_t *times = wordings_at(&met, hash);
        if (!times) {
            return false;
        }
        finding->fingerprint = words_hash_number(hash, (*times)++);
    }
    return true;
}

bool findings_add(struct proviso_findings *findings, uint32_t *capacity,
                  const struct finding *finding) {
    if (findings->count == *capacity) {
        struct finding *grown =
            array_grow(findings->list, capacity, findings->count + 1, sizeof *grown);
        if (!grown) {
            return false;
        }
        findings->list = grown;
    }
    findings->list[findings->count++] = *finding;
    return true;
}

bool findings_settle(struct proviso_findings *findings, struct context *context,
                     struct proviso_error *error) {
    struct buffer buffer = {0};
    sort_list(findings, compare_words);
    bool done = drop_repeated(findings);
    if (done) {
        sort_list(findings, compare_reading);
        done = fill_fingerprints(findings);
    }
    for (uint32_t i = 0; done && i < findings->count; i++) {
        done = message_fill(findings, context, &findings->list[i], &buffer) &&
               suggestion_fill(findings, context, &findings->list[i], &buffer);
    }
    buffer_free(&buffer);
    return done || error_memory(error);
}
