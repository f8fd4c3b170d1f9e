/*
 * Words that an amending bill takes out of another law are no law of the draft. In: "by
 * substituting for the words “or to imprisonment” the words “or to a fine”". Out: “or to
 * imprisonment” is blank in the mask, and what looked like labels in it is forgotten. A quotation
 * goes out by the words in front of it ("deleting", "for"), by those behind it ("are omitted"), or
 * as the next of a list.
 */
#include "mask.h"
#include "structure_arrange.h"
#include "structure_mark.h"

enum {
    WORDS_BYTES = 300, /* of the words around it that are looked at */
    WORDS_BEHIND = 8,  /* between it and "are deleted" */
    LABEL_WORDS = 4,   /* of the label right before it */
    CHAIN_LIMIT = 8    /* quotations in a list */
};

#define TAKES (LABEL_BIT(LABEL_TAKE) | LABEL_BIT(LABEL_TAKE_FOR))

/* The quotations of a list up to now: “a”, “b” and “c”. */
struct chain {
    struct quotation list[CHAIN_LIMIT];
    uint32_t count, end;
    bool taken,
        exchanged; /* the last one went out; and for another, so that a comma ends the list */
};

struct taking {
    struct structure *structure;
    struct chain chain;
    struct quotation *taken; /* array_grow memory, in order */
    uint32_t taken_count, capacity;
};

static const char *mask_of(const struct taking *taking) {
    return taking->structure->document->text.mask;
}

static uint32_t match(const struct taking *taking, uint32_t offset, uint32_t end, uint32_t kinds,
                      uint32_t *after) {
    return label_match(&taking->structure->labels, taking->structure->document, offset, end, kinds,
                       after);
}

static const struct lexicon_label *record_of(const struct taking *taking, uint32_t label) {
    return label_record(taking->structure, label);
}

/* Where the word begins that ends at `offset`. */
static uint32_t word_start(const char *mask, uint32_t offset, uint32_t limit) {
    while (offset > limit && view_is_word((unsigned char)mask[offset - 1])) {
        offset--;
    }
    return offset;
}

/* The longest label that ends at `offset`; *start is where it begins. */
static uint32_t label_before(const struct taking *taking, uint32_t offset, uint32_t limit,
                             uint32_t kinds, uint32_t *start) {
    const struct proviso_document *document = taking->structure->document;
    uint32_t end = text_back(document, offset, limit), at = end, best = DOCUMENT_NONE;
    for (uint32_t words = 0; words < LABEL_WORDS; words++) {
        uint32_t word = word_start(mask_of(taking), at, limit), after = 0;
        if (word == at) {
            break;
        }
        uint32_t label = match(taking, word, end, kinds, &after);
        if (label != DOCUMENT_NONE && after == end) {
            best = label;
            *start = word;
        }
        at = text_back(document, word, limit);
    }
    return best;
}

/* A clause ends with the character in front of `offset`. */
static bool is_stop(const struct taking *taking, uint32_t offset, uint32_t limit) {
    const struct proviso_document *document = taking->structure->document;
    const char *mask = document->text.mask;
    char byte = mask[offset - 1];
    if (byte == '.') {
        uint32_t next = text_skip(document, offset, document->text.length);
        return next > offset && next < document->text.length &&
               view_is_upper((unsigned char)mask[next]);
    }
    if (byte == '\n' && offset > limit + 1) {
        uint32_t back = offset - 1;
        while (back > limit && (byte_is_blank(mask[back - 1]) || mask[back - 1] == '\r')) {
            back--;
        }
        uint32_t next = text_skip(document, offset, document->text.length);
        return back > limit && mask[back - 1] == '\n' &&
               (view_is_upper((unsigned char)mask[next]) ||
                view_is_digit((unsigned char)mask[next]));
    }
    return byte == ';' || byte == '"' || (unsigned char)byte == 0x9C || (unsigned char)byte == 0x9D;
}

/* The last label of these kinds in the clause before `offset`; *start is where it begins. */
static uint32_t last_before(const struct taking *taking, uint32_t offset, uint32_t limit,
                            uint32_t kinds, uint32_t *start) {
    const char *mask = mask_of(taking);
    for (uint32_t at = offset; at > limit;) {
        uint32_t word = word_start(mask, at, limit);
        if (word == at) {
            if (is_stop(taking, at, limit)) {
                break;
            }
            at--;
            continue;
        }
        uint32_t label = match(taking, word, offset, kinds & TAKES, NULL);
        label = label == DOCUMENT_NONE ? match(taking, word, offset, kinds, NULL) : label;
        if (label != DOCUMENT_NONE) {
            *start = word;
            return label;
        }
        at = word;
    }
    return DOCUMENT_NONE;
}

/* The first label of these kinds behind `offset` in its clause, over `words` words at most and,
 * with `quotes`, over quotations. */
static uint32_t first_behind(const struct taking *taking, uint32_t offset, uint32_t words,
                             uint32_t kinds, bool quotes) {
    const struct proviso_document *document = taking->structure->document;
    const char *mask = document->text.mask;
    uint32_t end = document->text.length;
    end = end - offset > WORDS_BYTES ? offset + WORDS_BYTES : end;
    for (uint32_t at = offset; at < end;) {
        if (!view_is_word((unsigned char)mask[at])) {
            at++;
            bool quote = mask[at - 1] == '"' || (unsigned char)mask[at - 1] == 0x9C ||
                         (unsigned char)mask[at - 1] == 0x9D;
            if (quote ? !quotes : is_stop(taking, at, offset)) {
                break;
            }
            continue;
        }
        uint32_t label = match(taking, at, end, kinds, NULL);
        if (label != DOCUMENT_NONE || words-- == 0) {
            return label;
        }
        while (at < end && view_is_word((unsigned char)mask[at])) {
            at++;
        }
    }
    return DOCUMENT_NONE;
}

static bool is_exchange(const struct taking *taking, uint32_t label) {
    return label != DOCUMENT_NONE && record_of(taking, label)->kind == LABEL_QUOTE &&
           record_of(taking, label)->rank == 1;
}

/* A word of exchange stands in the clause: "substitute", "the substitution of “wax” for". */
static bool is_exchanged(const struct taking *taking, uint32_t before, uint32_t limit,
                         uint32_t after) {
    static const uint32_t kinds = LABEL_BIT(LABEL_QUOTE);
    const struct chain *chain = &taking->chain;
    uint32_t start;
    if (is_exchange(taking, last_before(taking, before, limit, kinds, &start))) {
        return true;
    }
    if (chain->count && chain->end == limit) {
        before = chain->list[chain->count - 1].start;
        limit = before > WORDS_BYTES ? before - WORDS_BYTES : 0;
    }
    return is_exchange(taking, last_before(taking, before, limit, kinds, &start)) ||
           is_exchange(taking, first_behind(taking, after, UINT32_MAX, kinds, true));
}

/* "In section 5, delete", "by removing": the words before and behind are those of an amendment. */
static bool is_amending(const struct taking *taking, uint32_t start, uint32_t limit,
                        uint32_t after) {
    const struct proviso_document *document = taking->structure->document;
    uint32_t before = text_back(document, start, limit), found;
    unsigned char code = text_code_before(document, before, limit);
    bool begins =
        before == limit || code == ',' || code == ';' || code == ':' || code == '.' ||
        code == '-' || code == VIEW_DASH || code == ')' || code == VIEW_CLOSE ||
        label_before(taking, before, limit, LABEL_BIT(LABEL_TAKE_OVER), &found) != DOCUMENT_NONE;
    static const uint32_t kinds = LABEL_BIT(LABEL_QUOTE);
    uint32_t label = last_before(taking, start, limit, LABEL_REFERENCES | kinds, &found);
    return begins && (label != DOCUMENT_NONE ||
                      first_behind(taking, after, UINT32_MAX, kinds, true) != DOCUMENT_NONE);
}

/* "with “" behind a quotation that is exchanged: the new words follow. */
static bool is_followed_by_new(const struct taking *taking, uint32_t after) {
    const struct proviso_document *document = taking->structure->document;
    uint32_t length = document->text.length, at = text_skip(document, after, length);
    uint32_t label = match(taking, at, length, LABEL_BIT(LABEL_TAKE_OVER), &at);
    if (label == DOCUMENT_NONE) {
        return false;
    }
    at = text_skip(document, at, length);
    match(taking, at, length, LABEL_BIT(LABEL_TAKE_WORDS), &at);
    at = text_skip(document, at, length);
    return at < length && quote_sign_at(document->text.mask, at, length).opens;
}

/* What the words in front of a quotation do with it: LABEL_TAKE, LABEL_TAKE_FOR or nothing (0). */
static uint32_t taken_from_front(const struct taking *taking, struct quotation quotation,
                                 uint32_t limit, bool *named) {
    uint32_t start = quotation.start, end = quotation.end;
    *named =
        label_before(taking, start, limit, LABEL_BIT(LABEL_TAKE_WORDS), &start) != DOCUMENT_NONE;
    uint32_t label =
        *named ? last_before(taking, start, limit,
                             TAKES | LABEL_BIT(LABEL_QUOTE) | LABEL_BIT(LABEL_TAKE_OVER), &start)
               : label_before(taking, start, limit, TAKES, &start);
    if (label == DOCUMENT_NONE || !(LABEL_BIT(record_of(taking, label)->kind) & TAKES)) {
        uint32_t verb = last_before(taking, quotation.start, limit, LABEL_BIT(LABEL_QUOTE), &start);
        return is_exchange(taking, verb) && is_followed_by_new(taking, end) ? LABEL_TAKE : 0;
    }
    const struct lexicon_label *record = record_of(taking, label);
    bool takes_out = record->kind == LABEL_TAKE_FOR ? is_exchanged(taking, start, limit, end)
                     : record->rank                 ? is_amending(taking, start, limit, end)
                                                    : true;
    return takes_out ? record->kind : 0;
}

/* “x” are deleted; “x”, wherever it occurs, is omitted. */
static bool is_taken_behind(const struct taking *taking, struct quotation quotation, uint32_t limit,
                            bool named) {
    static const uint32_t kinds =
        LABEL_BIT(LABEL_TAKEN) | LABEL_BIT(LABEL_QUOTE) | LABEL_BIT(LABEL_TAKE_OVER);
    const struct proviso_document *document = taking->structure->document;
    uint32_t before = text_back(document, quotation.start, limit);
    bool alone = before == limit || !view_is_word((unsigned char)document->text.mask[before - 1]);
    if (!named && !alone) {
        return false;
    }
    uint32_t label = first_behind(taking, quotation.end, named ? WORDS_BEHIND : 0, kinds, false);
    return label != DOCUMENT_NONE && record_of(taking, label)->kind == LABEL_TAKEN;
}

/* Nothing but commas, "and" and "the words" stand between the last of the chain and `offset`.
 * `*comma`: no "and" is among them. */
static bool goes_on(const struct taking *taking, uint32_t offset, bool *comma) {
    const struct proviso_document *document = taking->structure->document;
    const struct chain *chain = &taking->chain;
    uint32_t at = chain->end;
    *comma = true;
    while (chain->count && at < offset) {
        uint32_t after = at + 1;
        unsigned char byte = (unsigned char)document->text.mask[at];
        if (view_is_word(byte)) {
            uint32_t label = match(taking, at, offset,
                                   LABEL_BIT(LABEL_JOIN) | LABEL_BIT(LABEL_TAKE_WORDS), &after);
            if (label == DOCUMENT_NONE) {
                return false;
            }
            *comma = *comma && record_of(taking, label)->kind != LABEL_JOIN;
        } else if (byte != ',' && !byte_is_gap((char)byte)) {
            return false;
        }
        at = after;
    }
    return chain->count && at == offset;
}

static bool add_taken(struct taking *taking, struct quotation quotation) {
    struct quotation *list =
        array_grow(taking->taken, &taking->capacity, taking->taken_count + 1, sizeof *list);
    if (!list) {
        return false;
    }
    taking->taken = list;
    list[taking->taken_count++] = quotation;
    return true;
}

/* Takes note of a quotation, and of those of its list if it goes out by what stands behind it. */
static bool add_quotation(struct taking *taking, struct quotation quotation) {
    struct chain *chain = &taking->chain;
    bool named, comma, joined = goes_on(taking, quotation.start, &comma);
    uint32_t limit = quotation.start > WORDS_BYTES ? quotation.start - WORDS_BYTES : 0;
    limit = chain->end > limit ? chain->end : limit;
    uint32_t front = taken_from_front(taking, quotation, limit, &named);
    bool listed = joined && chain->taken && !(comma && chain->exchanged);
    bool behind = !front && !listed && is_taken_behind(taking, quotation, limit, named || joined);
    bool done = true;
    if (!joined) {
        chain->count = 0;
    }
    for (uint32_t i = 0; behind && !chain->taken && i < chain->count && done; i++) {
        done = add_taken(taking, chain->list[i]);
    }
    bool taken = front || listed || behind;
    done = done && (!taken || add_taken(taking, quotation));
    chain->exchanged = listed ? chain->exchanged : front == LABEL_TAKE_FOR;
    chain->taken = taken;
    chain->end = quotation.end;
    chain->count = chain->count < CHAIN_LIMIT ? chain->count : 0;
    chain->list[chain->count++] = quotation;
    return done;
}

/* Blanks what goes out, and forgets the marks in it. */
static void blank_taken(struct taking *taking) {
    struct structure *structure = taking->structure;
    struct masking masking = {.mask = structure->document->text.mask};
    uint32_t kept = 0, next = 0;
    for (uint32_t i = 0; i < taking->taken_count; i++) {
        mask_blank(&masking, taking->taken[i].start, taking->taken[i].end);
    }
    for (uint32_t i = 0; i < structure->mark_count; i++) {
        const struct mark *mark = &structure->marks[i];
        while (next < taking->taken_count && taking->taken[next].end <= mark->label_start) {
            next++;
        }
        if (next == taking->taken_count || mark->label_start < taking->taken[next].start) {
            structure->marks[kept++] = *mark;
        }
    }
    structure->mark_count = kept;
}

bool structure_find_taken(struct structure *structure) {
    struct taking taking = {.structure = structure};
    bool done = true;
    for (uint32_t i = 0; i < structure->sign_count && done; i++) {
        if (structure->signs[i] < taking.chain.end) {
            continue;
        }
        struct quotation quotation = quotation_read(structure, i);
        done = !quotation.end || add_quotation(&taking, quotation);
    }
    if (done && taking.taken_count) {
        blank_taken(&taking);
    }
    array_free(taking.taken);
    return done;
}
