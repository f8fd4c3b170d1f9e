/*
 * Candidates become findings. In: what the rules say, in the order of the words:
 * vague-term/catch-all at "other appropriate measures" and vague-term/measures at "appropriate
 * measures". Out: what is worth saying, once (here the first), in reading order, with messages and
 * with fingerprints that survive every change to the draft but one to the words themselves.
 */
#include "words.h"

#include "../base/error.h"
#include "match.h"

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

static bool reads_before(const struct finding *a, const struct finding *b) {
    if (a->start != b->start) {
        return a->start < b->start;
    }
    return a->severity != b->severity ? a->severity > b->severity : a->rule < b->rule;
}

/* Candidates are sorted by start already, so each moves only among those at the same words. */
static void sort_list(struct finding *list, uint32_t count) {
    for (uint32_t i = 1; i < count; i++) {
        struct finding moving = list[i];
        uint32_t to = i;
        for (; to > 0 && reads_before(&moving, &list[to - 1]); to--) {
            list[to] = list[to - 1];
        }
        list[to] = moving;
    }
}

static const char *fill_message(const struct proviso_findings *findings,
                                const struct finding *finding, struct buffer *buffer) {
    const struct proviso_lexicon *lexicon = findings->document->lexicon;
    const char *message = lexicon_string(lexicon, lexicon->rules[finding->rule].message), *mark;
    buffer_clear(buffer);
    while ((mark = strstr(message, "{text}")) != NULL) {
        buffer_add(buffer, message, (size_t)(mark - message));
        words_quote(buffer, &findings->document->text, finding->start, finding->end);
        message = mark + strlen("{text}");
    }
    buffer_add_string(buffer, message);
    const char *filled = buffer_string(buffer);
    return buffer->failed ? NULL : arena_copy(findings->arena, filled, strlen(filled));
}

/* How often a rule has met the same words, open addressing, key 0 is empty. */
struct occurrence {
    uint64_t key;
    uint32_t count;
};

static struct occurrence *find_occurrence(struct occurrence *table, uint32_t slots, uint64_t key) {
    uint32_t slot = (uint32_t)(key >> 32) & (slots - 1);
    while (table[slot].key && table[slot].key != key) {
        slot = (slot + 1) & (slots - 1);
    }
    table[slot].key = key;
    return &table[slot];
}

static bool fill_fingerprints(struct proviso_findings *findings) {
    const struct proviso_lexicon *lexicon = findings->document->lexicon;
    uint32_t slots = 16;
    while (slots < findings->count * 2) {
        slots *= 2;
    }
    struct occurrence *table = ARENA_ARRAY(findings->arena, struct occurrence, slots);
    if (!table) {
        return false;
    }
    for (uint32_t i = 0; i < findings->count; i++) {
        struct finding *finding = &findings->list[i];
        uint64_t hash = words_hash_string(
            WORDS_HASH_START, lexicon_string(lexicon, lexicon->rules[finding->rule].id));
        hash = words_hash(hash, &findings->document->text, finding->start, finding->end);
        uint32_t nth = find_occurrence(table, slots, hash ? hash : 1)->count++;
        finding->fingerprint = words_hash_number(hash, nth);
    }
    return true;
}

bool findings_settle(struct proviso_findings *findings, struct proviso_error *error) {
    struct buffer buffer = {0};
    bool done = drop_repeated(findings);
    if (done) {
        sort_list(findings->list, findings->count);
        done = fill_fingerprints(findings);
    }
    for (uint32_t i = 0; done && i < findings->count; i++) {
        findings->list[i].message = fill_message(findings, &findings->list[i], &buffer);
        done = findings->list[i].message != NULL;
    }
    buffer_free(&buffer);
    return done || error_memory(error);
}
