/*
 * Sentences. In: provisions and the mask. Out: stretches of text that end in a full stop or at a
 * blank line: "(b) the court finds it necessary." is one, and continues its chapeau, "A warrant may
 * be issued only where:". A heading is a sentence of its own. Semicolons end none.
 */
#include "sentence.h"

#include "../base/error.h"

struct split {
    struct proviso_document *document;
    uint32_t capacity;
    uint32_t *last_of; /* by provision: the last sentence of its chapeau, open or not; or NONE */
    uint32_t *tail_of; /* by provision: the first sentence of its tail, or NONE */
    uint32_t line;     /* of the last sentence: those that follow are near */
};

static bool add_sentence(struct split *split, uint32_t start, uint32_t end, uint32_t provision) {
    struct proviso_document *document = split->document;
    struct sentence *sentences = array_grow(document->sentences, &split->capacity,
                                            document->sentence_count + 1, sizeof *sentences);
    if (!sentences) {
        return false;
    }
    document->sentences = sentences;
    sentences[document->sentence_count++] =
        (struct sentence){start, end, provision, DOCUMENT_NONE, DOCUMENT_NONE};
    return true;
}

static bool split_stretch(struct split *split, uint32_t at, uint32_t end, uint32_t provision) {
    struct sentence_scan scan = sentence_scan_start(split->document, split->line, at, end);
    while (sentence_scan_next(&scan)) {
        if (!add_sentence(split, scan.start, scan.end, provision)) {
            return false;
        }
    }
    split->line = scan.line;
    return true;
}

/* Whether the sentence is complete: it ends in a full stop. */
static bool is_closed(const struct proviso_document *document, uint32_t sentence) {
    const struct sentence *at = &document->sentences[sentence];
    return sentence_is_closed(document, at->start, at->end);
}

/* Splits heading and chapeau of a provision; its sentences continue the open one of its parent. */
static bool split_chapeau(struct split *split, uint32_t index) {
    struct proviso_document *document = split->document;
    struct provision *provision = &document->provisions[index];
    uint32_t inside =
        index + 1 < provision->end ? document->provisions[index + 1].start : provision->tail;
    provision->sentence_first = document->sentence_count;
    if (provision->heading_end > provision->heading_start &&
        provision->heading_start >= provision->start && provision->heading_end <= provision->body &&
        !split_stretch(split, provision->heading_start, provision->heading_end, index)) {
        return false;
    }
    uint32_t first = document->sentence_count;
    if (!split_stretch(split, provision->body, inside, index)) {
        return false;
    }
    uint32_t parent = index ? split->last_of[provision->parent] : DOCUMENT_NONE;
    bool item = provision->kind == PROVISO_PARAGRAPH || provision->kind == PROVISO_POINT;
    if (first < document->sentence_count && item && parent != DOCUMENT_NONE &&
        !is_closed(document, parent)) {
        document->sentences[first].chapeau = parent;
    }
    split->last_of[index] = first < document->sentence_count ? document->sentence_count - 1
                            : item                           ? parent
                                                             : DOCUMENT_NONE;
    return true;
}

static bool split_tail(struct split *split, uint32_t index) {
    struct proviso_document *document = split->document;
    const struct provision *provision = &document->provisions[index];
    split->tail_of[index] = DOCUMENT_NONE;
    if (provision->tail < provision->finish && index + 1 < provision->end) {
        uint32_t first = document->sentence_count;
        if (!split_stretch(split, provision->tail, provision->finish, index)) {
            return false;
        }
        if (first < document->sentence_count && (provision->flags & PROVISION_HAS_TAIL)) {
            split->tail_of[index] = first;
            document->sentences[first].chapeau = split->last_of[index];
        }
    }
    document->provisions[index].sentence_end = document->sentence_count;
    return true;
}

/* An item's first sentence is completed by the closing words of the list it stands in. */
static void link_tails(struct split *split) {
    struct proviso_document *document = split->document;
    for (uint32_t i = 0; i < document->sentence_count; i++) {
        struct sentence *sentence = &document->sentences[i];
        uint32_t parent = document->provisions[sentence->provision].parent;
        if (sentence->provision && sentence->chapeau != DOCUMENT_NONE &&
            split->tail_of[parent] != i) {
            sentence->tail = split->tail_of[parent];
        }
    }
}

bool document_find_sentences(struct proviso_document *document, struct proviso_error *error) {
    uint32_t count = document->provision_count, capacity = 0, stack_capacity = 0;
    struct split split = {.document = document};
    split.last_of = array_grow(NULL, &capacity, count, sizeof *split.last_of);
    capacity = 0;
    split.tail_of = array_grow(NULL, &capacity, count, sizeof *split.tail_of);
    uint32_t *open = array_grow(NULL, &stack_capacity, count, sizeof *open), depth = 0;
    bool done = split.last_of && split.tail_of && open;
    for (uint32_t i = 0; done && i < count; i++) {
        while (done && depth && document->provisions[open[depth - 1]].end <= i) {
            done = split_tail(&split, open[--depth]);
        }
        open[depth++] = i;
        done = done && split_chapeau(&split, i);
    }
    while (done && depth) {
        done = split_tail(&split, open[--depth]);
    }
    if (done) {
        link_tails(&split);
    }
    array_free(split.last_of);
    array_free(split.tail_of);
    array_free(open);
    return done || error_memory(error);
}
