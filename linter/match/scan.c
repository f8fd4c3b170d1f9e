/*
 * All phrases at once. In: a sentence as tokens (warrant | to | search | issued | by | a | judge).
 * Out: every phrase that ends in it, by walking the trie of phrases once from each token that
 * begins one. Stretches of phrases with gaps ("warrant ... issued by a judge") are noted on the way
 * and joined by gaps.c.
 */
#include "scan.h"

#include <string.h>

bool scan_start(struct scan *scan, const struct proviso_document *document, enum matcher_use use,
                struct arena *arena) {
    memset(scan, 0, sizeof *scan);
    scan->document = document;
    scan->matcher = &document->lexicon->matchers[use];
    return gaps_start(&scan->gaps, scan->matcher, arena);
}

void scan_end(struct scan *scan) {
    array_free(scan->tokens);
    array_free(scan->found);
    gaps_end(&scan->gaps);
}

bool scan_make_room(struct scan *scan, uint32_t count) {
    if (scan->found_capacity - scan->found_count >= count) {
        return true;
    }
    struct found *grown =
        array_grow(scan->found, &scan->found_capacity, scan->found_count + count, sizeof *grown);
    scan->failed = scan->failed || !grown;
    scan->found = grown ? grown : scan->found;
    return grown != NULL;
}

void scan_add(struct scan *scan, uint32_t start, uint32_t end, uint32_t concept, uint32_t form) {
    if (scan_make_room(scan, 1)) {
        scan->found[scan->found_count++] = (struct found){start, end, concept, form};
        scan->excepts += form == FOUND_EXCEPT;
    }
}

/* Adds the phrases that end at the node before those found from `base` on, which begin with the
 * same token and are shorter. */
static void meet_phrases(struct scan *scan, const struct trie_node *node, uint32_t base,
                         uint32_t first, uint32_t last) {
    const struct trie_output *output = scan->matcher->outputs + node[0].output_first;
    const uint32_t count = node[1].output_first - node[0].output_first;
    const uint32_t start = scan->tokens[first].start, end = scan->tokens[last].end;
    if (!scan_make_room(scan, count)) {
        return;
    }
    struct found *found = scan->found + base;
    if (base < scan->found_count) {
        memmove(found + count, found, (scan->found_count - base) * sizeof *found);
    }
    scan->found_count += count;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t form = output[i].except ? FOUND_EXCEPT : FOUND_WORDS;
        found[i] = (struct found){start, end, output[i].concept, form};
        scan->excepts += output[i].except;
    }
}

/* Follows the trie from `node`, reached over the token `first`. The trie has edges for number words
 * wherever a phrase has `#`, so there is one way to go. Returns the steps taken. */
static uint32_t walk(struct scan *scan, uint32_t node, uint32_t first, uint32_t count) {
    const struct matcher *matcher = scan->matcher;
    const uint32_t base = scan->found_count;
    uint32_t at = first, steps = 0;
    for (;;) {
        const struct trie_node *row = &matcher->nodes[node];
        if (row[0].output_first < row[1].output_first) {
            meet_phrases(scan, row, base, first, at);
            steps += row[1].output_first - row[0].output_first;
        }
        if (row->mark) {
            gaps_meet(scan, row->mark, first, at);
        }
        steps++;
        if (++at >= count || scan->tokens[at].word == WORD_UNKNOWN) {
            return steps;
        }
        node = matcher_step(matcher, node, scan->tokens[at].word);
        if (node == 0) {
            return steps;
        }
    }
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
    const uint32_t *word_first = scan->matcher->word_first;
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
    scan->found_count = scan->excepts = 0;
    scan->stretch++;
    uint64_t steps = last - first;
    for (uint32_t i = first; i < last; i++) {
        uint32_t node = word_first[tokens[i].word];
        if (node) {
            steps += walk(scan, node, i, last);
        }
    }
    scan->steps += steps;
    scan->in_order = scan->found_count;
    gaps_join(scan);
}
