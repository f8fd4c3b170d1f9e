/*
 * Phrases with gaps. In: where in a sentence stretches of them stand ("warrant" at token 4, "issued
 * by a judge" at tokens 9 to 12). Out: "warrant ... issued by a judge", tokens 4 to 12. A phrase is
 * looked for where its anchor, its rarest stretch, stands, if the next rarest is near. Its
 * stretches are then taken in reading order; each stage remembers the latest chains that came so
 * far, so a stretch costs the same however many chains are open. The shortest passage wins: a start
 * is used up by the first end that fits.
 */
#include "scan.h"

#include <string.h>

/* A phrase on its way: the tokens where it began and where its last stretch ended. */
struct chain {
    uint32_t first, last;
};
/* The two latest chains that have come this far; in the last stage, the latest start that was used
 * up and the token at which that was. */
struct stage {
    struct chain latest, earlier;
};

/* A mark at which a stage of the phrase being joined was met, and its occurrence that comes next,
 * or NONE. */
struct head {
    uint32_t stage, next;
};

enum { NEAR_TRIES = 64 }; /* pairs of occurrences that are compared before a phrase is joined */

bool gaps_start(struct gaps *gaps, const struct matcher *matcher, struct arena *arena) {
    uint32_t stages = 1;
    for (uint32_t i = 0; i < matcher->gap_phrase_count; i++) {
        stages = matcher->gap_phrases[i].stages > stages ? matcher->gap_phrases[i].stages : stages;
    }
    gaps->met = ARENA_ARRAY(arena, uint32_t, (size_t)matcher->mark_count / 32 + 1);
    gaps->flags = ARENA_ARRAY(arena, uint32_t, (size_t)matcher->flag_words + 1);
    gaps->first = ARENA_ARRAY(arena, uint32_t, (size_t)matcher->mark_count + 1);
    gaps->anchors = ARENA_ARRAY(arena, uint32_t, (size_t)matcher->mark_count + 1);
    gaps->joined = ARENA_ARRAY(arena, uint32_t, (size_t)matcher->gap_phrase_count + 1);
    gaps->stages = ARENA_ARRAY(arena, struct stage, stages);
    return gaps->met && gaps->flags && gaps->first && gaps->anchors && gaps->joined && gaps->stages;
}

void gaps_end(struct gaps *gaps) {
    array_free(gaps->occurrences);
    array_free(gaps->heads);
}

void gaps_meet(struct scan *scan, uint32_t mark, uint32_t first, uint32_t last) {
    struct gaps *gaps = &scan->gaps;
    if (gaps->count == gaps->capacity) {
        struct occurrence *grown =
            array_grow(gaps->occurrences, &gaps->capacity, gaps->count + 1, sizeof *grown);
        if (!grown) {
            scan->failed = true;
            return;
        }
        gaps->occurrences = grown;
    }
    const uint32_t at = gaps->count++, bit = 1u << mark % 32;
    gaps->occurrences[at] = (struct occurrence){first, last, mark, DOCUMENT_NONE, at};
    if (gaps->met[mark / 32] & bit) {
        struct occurrence *before = &gaps->occurrences[gaps->first[mark]];
        gaps->occurrences[before->latest].next = at;
        before->latest = at;
        return;
    }
    gaps->met[mark / 32] |= bit;
    gaps->first[mark] = at;
    const struct matcher *matcher = scan->matcher;
    for (uint32_t i = matcher->flag_first[mark]; i < matcher->flag_first[mark + 1]; i++) {
        gaps->flags[matcher->flag_sets[i].word] |= matcher->flag_sets[i].bits;
    }
    const uint32_t *anchors = matcher->anchor_first + mark;
    if (anchors[0] < anchors[1]) {
        gaps->anchors[gaps->anchor_count++] = mark;
    }
}

/* Undoes what gaps_meet noted. Most flags of a sentence are set by several marks. */
static void forget_marks(struct gaps *gaps, const struct matcher *matcher) {
    for (uint32_t i = 0; i < gaps->count; i++) {
        gaps->met[gaps->occurrences[i].mark / 32] = 0;
    }
    memset(gaps->flags, 0, matcher->flag_words * sizeof *gaps->flags);
    gaps->anchor_count = gaps->count = 0;
}

/* The first token of a chain that the stretch beginning at token `first` may continue. */
static uint32_t chain_before(const struct stage *stage, uint32_t gap, uint32_t first) {
    const struct chain *chains[] = {&stage->latest, &stage->earlier};
    for (int i = 0; i < 2; i++) {
        uint32_t last = chains[i]->last;
        if (last != DOCUMENT_NONE && last < first && first - last - 1 <= gap) {
            return chains[i]->first;
        }
    }
    return DOCUMENT_NONE;
}

static void add_outputs(struct scan *scan, const struct gap_phrase *phrase, uint32_t first,
                        uint32_t last) {
    const struct trie_output *output = scan->matcher->outputs + phrase->output_first;
    for (uint32_t i = 0; i < phrase->output_count; i++) {
        scan_add(scan, scan->tokens[first].start, scan->tokens[last].end, output[i].concept,
                 output[i].except ? FOUND_EXCEPT : FOUND_GAP);
    }
}

/* A stretch of the phrase: its stage keeps it, or the phrase is complete. */
static void meet_stage(struct scan *scan, const struct gap_phrase *phrase, uint32_t at,
                       const struct occurrence *stretch) {
    struct stage *stage = &scan->gaps.stages[at];
    uint32_t begin = stretch->first;
    if (at > 0) {
        uint32_t gap = scan->matcher->gap_places[phrase->place_first + at].gap;
        begin = chain_before(stage - 1, gap, stretch->first);
        if (begin == DOCUMENT_NONE) {
            return;
        }
    }
    if (at + 1 < phrase->stages) {
        stage->earlier = stage->latest;
        stage->latest = (struct chain){begin, stretch->last};
        return;
    }
    const struct chain *used = &stage->latest;
    if (used->first == DOCUMENT_NONE || begin > used->first || used->last == stretch->first) {
        stage->latest = (struct chain){begin, stretch->first};
        add_outputs(scan, phrase, begin, stretch->last);
    }
}

/* Whether a stretch with this flag was met. */
static bool is_met(const struct gaps *gaps, uint32_t flag) {
    return gaps->flags[flag / 32] >> flag % 32 & 1;
}

static bool add_head(struct scan *scan, uint32_t at, uint32_t stage, uint32_t mark) {
    struct gaps *gaps = &scan->gaps;
    if (at == gaps->head_capacity) {
        struct head *grown = array_grow(gaps->heads, &gaps->head_capacity, at + 1, sizeof *grown);
        if (!grown) {
            scan->failed = true;
            return false;
        }
        gaps->heads = grown;
    }
    gaps->heads[at] = (struct head){stage, gaps->first[mark]};
    return true;
}

/* Adds the marks at which a stretch was met to the heads from `count` on. Returns how many there
 * are then. */
static uint32_t find_marks(struct scan *scan, uint32_t stretch, uint32_t stage, uint32_t count) {
    const struct matcher *matcher = scan->matcher;
    for (uint32_t i = matcher->set_first[stretch]; i < matcher->set_first[stretch + 1]; i++) {
        const struct number_set *set = &matcher->mark_sets[i];
        for (uint32_t bits = scan->gaps.met[set->word] & set->bits; bits; bits &= bits - 1) {
            uint32_t mark = set->word * 32 + (uint32_t)__builtin_ctz(bits);
            count += add_head(scan, count, stage, mark) ? 1 : 0;
        }
    }
    return count;
}

/* The next of the occurrences of one mark, or NULL. */
static const struct occurrence *occurrence_at(const struct gaps *gaps, uint32_t at) {
    return at == DOCUMENT_NONE ? NULL : &gaps->occurrences[at];
}

/* Whether an occurrence of the stretch that stands next to the anchor of the phrase, met at `mark`,
 * is near enough to one of the anchor; true if there are too many to tell. */
static bool are_near(const struct gaps *gaps, const struct gap_phrase *phrase, uint32_t anchor,
                     uint32_t mark) {
    uint32_t tries = NEAR_TRIES;
    const struct occurrence *a, *b;
    for (a = occurrence_at(gaps, gaps->first[anchor]); a; a = occurrence_at(gaps, a->next)) {
        for (b = occurrence_at(gaps, gaps->first[mark]); b; b = occurrence_at(gaps, b->next)) {
            bool near = phrase->behind ? b->first > a->last && b->first - a->last <= phrase->span
                                       : b->last < a->first && a->first - b->first <= phrase->span;
            if (near || --tries == 0) {
                return true;
            }
        }
    }
    return false;
}

/* Whether the phrase may be there, as far as its rarest stretches tell. */
static bool may_join(struct scan *scan, const struct gap_phrase *phrase, uint32_t anchor) {
    const struct matcher *matcher = scan->matcher;
    const struct gaps *gaps = &scan->gaps;
    bool near = phrase->span == SPAN_ANY;
    uint32_t end = matcher->set_first[phrase->near + 1];
    for (uint32_t i = matcher->set_first[phrase->near]; !near && i < end; i++) {
        const struct number_set *set = &matcher->mark_sets[i];
        for (uint32_t bits = gaps->met[set->word] & set->bits; bits && !near; bits &= bits - 1) {
            uint32_t mark = set->word * 32 + (uint32_t)__builtin_ctz(bits);
            near = are_near(gaps, phrase, anchor, mark);
        }
    }
    return near;
}

/* The marks at which the stages of the phrase were met, in gaps->heads; 0 if one was not. */
static uint32_t find_heads(struct scan *scan, const struct gap_phrase *phrase) {
    const struct gap_place *place = scan->matcher->gap_places + phrase->place_first;
    uint32_t count = 0;
    for (uint32_t stage = 0; stage < phrase->stages; stage++) {
        uint32_t before = count;
        count = find_marks(scan, place[stage].stretch, stage, count);
        if (count == before) {
            return 0;
        }
    }
    return count;
}

/* The occurrences of all stretches of the phrase in the order in which they were met. */
static void join_phrase(struct scan *scan, const struct gap_phrase *phrase) {
    struct gaps *gaps = &scan->gaps;
    uint32_t count = find_heads(scan, phrase);
    for (uint32_t i = 0; count && i < phrase->stages; i++) {
        const struct chain none = {DOCUMENT_NONE, DOCUMENT_NONE};
        gaps->stages[i] = (struct stage){none, none};
    }
    while (count) {
        struct head *head = gaps->heads;
        for (uint32_t i = 1; i < count; i++) {
            head = gaps->heads[i].next < head->next ? &gaps->heads[i] : head;
        }
        if (head->next == DOCUMENT_NONE) {
            return;
        }
        const struct occurrence *stretch = &gaps->occurrences[head->next];
        meet_stage(scan, phrase, head->stage, stretch);
        head->next = stretch->next;
        scan->steps += count;
    }
}

void gaps_join(struct scan *scan) {
    const struct matcher *matcher = scan->matcher;
    struct gaps *gaps = &scan->gaps;
    for (uint32_t i = 0; i < gaps->anchor_count; i++) {
        const uint32_t *first = &matcher->anchor_first[gaps->anchors[i]];
        const struct gap_anchor *anchor = matcher->anchors + first[0];
        const struct gap_anchor *end = matcher->anchors + first[1];
        scan->steps += (uint64_t)(end - anchor);
        for (; anchor < end; anchor++) {
            if (is_met(gaps, anchor->other) && gaps->joined[anchor->phrase] != scan->stretch) {
                const struct gap_phrase *phrase = &matcher->gap_phrases[anchor->phrase];
                if (may_join(scan, phrase, gaps->anchors[i])) {
                    gaps->joined[anchor->phrase] = scan->stretch;
                    join_phrase(scan, phrase);
                }
            }
        }
    }
    if (gaps->count) {
        forget_marks(gaps, matcher);
    }
}
