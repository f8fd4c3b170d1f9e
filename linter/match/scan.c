/*
 * All phrases at once. In: a sentence as tokens (warrant | to | search | issued | by | a | judge).
 * Out: every phrase that ends in it, by walking the trie of phrases once from each token that
 * begins one. A phrase with gaps ("warrant ... issued by a judge") is a row of stages; each stage
 * remembers the latest chain that came so far, so a token costs the same however many phrases are
 * open. The shortest passage wins: a start is used up by the first end that fits.
 */
#include "scan.h"

#include <string.h>

enum { BRANCH_LIMIT = 16 };

bool scan_start(struct scan *scan, const struct proviso_document *document) {
    memset(scan, 0, sizeof *scan);
    scan->document = document;
    uint32_t capacity = 0, stages = document->lexicon->gap_stages;
    scan->stages = array_grow(NULL, &capacity, stages + 1, sizeof *scan->stages);
    if (scan->stages) {
        memset(scan->stages, 0, (size_t)capacity * sizeof *scan->stages);
    }
    return scan->stages != NULL;
}

void scan_end(struct scan *scan) {
    array_free(scan->tokens);
    array_free(scan->found);
    array_free(scan->stages);
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
static uint32_t chain_before(const struct scan *scan, const struct stage *stage, uint32_t gap,
                             uint32_t first) {
    if (stage->stretch != scan->stretch) {
        return DOCUMENT_NONE;
    }
    const struct chain *chains[] = {&stage->latest, &stage->earlier};
    for (int i = 0; i < 2; i++) {
        uint32_t last = chains[i]->last;
        if (last != DOCUMENT_NONE && last < first && first - last - 1 <= gap) {
            return chains[i]->first;
        }
    }
    return DOCUMENT_NONE;
}

static void meet_stage(struct scan *scan, const struct lexicon_phrase *phrase, uint32_t number,
                       struct chain stretch) {
    struct stage *stage = scan->stages + phrase->progress + number;
    uint32_t begin = stretch.first;
    if (number > 0) {
        uint32_t gap = scan->document->lexicon->stage_gaps[phrase->progress + number];
        begin = chain_before(scan, stage - 1, gap, stretch.first);
        if (begin == DOCUMENT_NONE) {
            return;
        }
    }
    if (stage->stretch != scan->stretch) {
        const struct chain none = {DOCUMENT_NONE, DOCUMENT_NONE};
        *stage = (struct stage){scan->stretch, none, none};
    }
    if (number + 1 < phrase->stages) {
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

static void meet_outputs(struct scan *scan, const struct trie_node *node, uint32_t first,
                         uint32_t last) {
    const struct proviso_lexicon *lexicon = scan->document->lexicon;
    const struct trie_output *output = lexicon->outputs + node->output_first;
    scan->steps += node->output_count;
    for (uint32_t i = 0; i < node->output_count; i++) {
        const struct lexicon_phrase *phrase = &lexicon->phrases[output[i].phrase];
        if (phrase->stages == 1) {
            add_phrase(scan, phrase, first, last);
        } else {
            meet_stage(scan, phrase, output[i].stage, (struct chain){first, last});
        }
    }
}

/* Follows the trie from `node`, reached over the token `first`. A number word goes two ways: as the
 * word that it is and as a number. */
static void walk(struct scan *scan, uint32_t node, uint32_t first, uint32_t count) {
    const struct proviso_lexicon *lexicon = scan->document->lexicon;
    const struct token *tokens = scan->tokens;
    struct chain branches[BRANCH_LIMIT]; /* node, token */
    uint32_t waiting = 0, at = first;
    for (;;) {
        if (lexicon->nodes[node].output_count) {
            meet_outputs(scan, &lexicon->nodes[node], first, at);
        }
        uint32_t word = at + 1 < count ? tokens[at + 1].word : WORD_UNKNOWN;
        uint32_t next = word ? lexicon_step(lexicon, node, word) : 0;
        scan->steps++;
        if (word >= WORD_FIRST && (lexicon->word_flags[word] & WORD_IS_NUMBER)) {
            uint32_t number = lexicon_step(lexicon, node, WORD_NUMBER);
            if (number && waiting < BRANCH_LIMIT) {
                branches[waiting++] = (struct chain){number, at + 1};
            }
        }
        if (next) {
            node = next;
            at++;
        } else if (waiting) {
            waiting--;
            node = branches[waiting].first;
            at = branches[waiting].last;
        } else {
            return;
        }
    }
}

void scan_text(struct scan *scan, uint32_t start, uint32_t end) {
    const struct proviso_lexicon *lexicon = scan->document->lexicon;
    uint32_t count =
        document_tokens(scan->document, start, end, &scan->tokens, &scan->token_capacity);
    scan->found_count = 0;
    scan->stretch++;
    if (count == DOCUMENT_NONE) {
        scan->failed = true;
        return;
    }
    for (uint32_t i = 0; i < count; i++) {
        uint32_t word = scan->tokens[i].word;
        uint32_t node = lexicon->word_first[word];
        if (node) {
            walk(scan, node, i, count);
        }
        if (word >= WORD_FIRST && (lexicon->word_flags[word] & WORD_IS_NUMBER) &&
            lexicon->word_first[WORD_NUMBER]) {
            walk(scan, lexicon->word_first[WORD_NUMBER], i, count);
        }
    }
}
