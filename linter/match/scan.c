/*
 * All phrases at once. In: a sentence as tokens (warrant | to | search | issued | by | a | judge).
 * Out: every phrase that ends in it, by walking the trie of phrases once from each token that
 * begins one. A phrase with gaps ("warrant ... issued by a judge") is a row of stages; each stage
 * remembers the latest chain that came so far, so a token costs the same however many phrases are
 * open. The shortest passage wins: a start is used up by the first end that fits.
 */
#include "scan.h"

#include <string.h>

bool scan_start(struct scan *scan, const struct proviso_document *document, struct arena *arena) {
    memset(scan, 0, sizeof *scan);
    scan->document = document;
    scan->stages = ARENA_ARRAY(arena, struct stage, (size_t)document->lexicon->gap_stages + 1);
    scan->reached = ARENA_ARRAY(arena, uint32_t, (size_t)document->lexicon->gap_stages + 1);
    return scan->stages && scan->reached;
}

void scan_end(struct scan *scan) {
    array_free(scan->tokens);
    array_free(scan->found);
}

void scan_add(struct scan *scan, uint32_t start, uint32_t end, uint32_t concept, uint32_t form) {
    if (scan->found_count == scan->found_capacity) {
        struct found *grown =
            array_grow(scan->found, &scan->found_capacity, scan->found_count + 1, sizeof *grown);
        if (!grown) {
            scan->failed = true;
            return;
        }
        scan->found = grown;
    }
    scan->found[scan->found_count++] = (struct found){start, end, concept, form};
}

static void add_phrase(struct scan *scan, const struct lexicon_phrase *phrase, uint32_t first,
                       uint32_t last) {
    bool except = phrase->concept == LEXICON_NONE;
    uint32_t form = except ? FOUND_EXCEPT : phrase->stages > 1 ? FOUND_GAP : FOUND_WORDS;
    scan_add(scan, scan->tokens[first].start, scan->tokens[last].end,
             except ? phrase->except_of : phrase->concept, form);
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

/* A stretch of a phrase with gaps: the stage keeps it, or the phrase is complete. */
static void meet_stage(struct scan *scan, const struct trie_output *output, struct chain stretch) {
    const struct lexicon_phrase *phrase = &scan->document->lexicon->phrases[output->phrase];
    uint32_t counter = phrase->progress + output->stage, begin = stretch.first;
    if (output->stage > 0) {
        uint32_t gap = scan->document->lexicon->stage_gaps[counter];
        begin = chain_before(&scan->stages[output->before], gap, stretch.first);
        if (begin == DOCUMENT_NONE) {
            return;
        }
    }
    struct stage *stage = &scan->stages[counter];
    if (scan->reached[counter] != scan->stretch) {
        const struct chain none = {DOCUMENT_NONE, DOCUMENT_NONE};
        scan->reached[counter] = scan->stretch;
        *stage = (struct stage){none, none};
    }
    if (output->stage + 1 < phrase->stages) {
        stage->earlier = stage->latest;
        stage->latest = (struct chain){begin, stretch.last};
        return;
    }
    const struct chain *used = &stage->latest;
    if (used->first == DOCUMENT_NONE || begin > used->first || used->last == stretch.first) {
        stage->latest = (struct chain){begin, stretch.first};
        add_phrase(scan, phrase, begin, stretch.last);
    }
}

static void meet_outputs(struct scan *scan, const struct trie_node *node, struct chain stretch) {
    const struct proviso_lexicon *lexicon = scan->document->lexicon;
    const struct trie_output *output = lexicon->outputs + node->output_first;
    const struct trie_output *end = output + node->output_count;
    for (; output < end; output++) {
        if (output->before != LEXICON_NONE && scan->reached[output->before] != scan->stretch) {
            continue;
        }
        const struct lexicon_phrase *phrase = &lexicon->phrases[output->phrase];
        if (phrase->stages == 1) {
            add_phrase(scan, phrase, stretch.first, stretch.last);
        } else {
            meet_stage(scan, output, stretch);
        }
    }
}

/* Follows the trie from `node`, reached over the token `first`. The trie has edges for number words
 * wherever a phrase has `#`, so there is one way to go. Returns the steps taken. */
static uint32_t walk(struct scan *scan, uint32_t node, uint32_t first, uint32_t count) {
    const struct proviso_lexicon *lexicon = scan->document->lexicon;
    uint32_t at = first, steps = 0;
    for (;;) {
        if (lexicon->nodes[node].output_count) {
            meet_outputs(scan, &lexicon->nodes[node], (struct chain){first, at});
            steps += lexicon->nodes[node].output_count;
        }
        if (++at >= count || scan->tokens[at].word == WORD_UNKNOWN) {
            break;
        }
        node = lexicon_step(lexicon, node, scan->tokens[at].word);
        if (node == 0) {
            break;
        }
    }
    return steps + at - first;
}

bool scan_read(struct scan *scan, uint32_t start, uint32_t end) {
    scan->token_count =
        document_tokens(scan->document, start, end, &scan->tokens, &scan->token_capacity);
    scan->token_next = 0;
    if (scan->token_count == DOCUMENT_NONE) {
        scan->token_count = 0;
        scan->failed = true;
    }
    return !scan->failed;
}

void scan_stretch(struct scan *scan, uint32_t start, uint32_t end) {
    const uint32_t *word_first = scan->document->lexicon->word_first;
    const struct token *tokens = scan->tokens;
    uint32_t first = scan->token_next, count = scan->token_count;
    while (first < count && tokens[first].start < start) {
        first++;
    }
    uint32_t last = first;
    while (last < count && tokens[last].start < end) {
        last++;
    }
    scan->token_next = last;
    scan->found_count = 0;
    scan->stretch++;
    uint64_t steps = last - first;
    for (uint32_t i = first; i < last; i++) {
        uint32_t node = word_first[tokens[i].word];
        if (node) {
            steps += walk(scan, node, i, last);
        }
    }
    scan->steps += steps;
}
