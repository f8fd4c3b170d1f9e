/* How hits are found, one stretch of text (a sentence, a heading) at a time: tokens -> found
 * phrases
 * -> patterns -> settled hits. */
#ifndef MATCH_SCAN_H
#define MATCH_SCAN_H

#include "match.h"

/* A phrase as first found, before exceptions and overlaps are dealt with. */
enum { FOUND_EXCEPT, FOUND_WORDS, FOUND_GAP };
struct found {
    uint32_t start, end, concept, form;
};

/* A stretch of phrases with gaps, found: its tokens, the mark at which it ends, the occurrence at
 * which that mark is met next, and, at the first of a mark, the last. */
struct occurrence {
    uint32_t first, last, mark, next, latest;
};

/* Phrases with gaps in one stretch of text. gaps.c */
struct gaps {
    struct occurrence *occurrences;
    uint32_t count, capacity;
    uint32_t *met;     /* bits of the marks met */
    uint32_t *flags;   /* bits of the flags of stretches that ended at them */
    uint32_t *first;   /* by mark met: its first occurrence */
    uint32_t *anchors; /* marks met that anchor phrases */
    uint32_t anchor_count;
    uint32_t *joined;     /* by phrase: the stretch of text in which it was joined last */
    struct stage *stages; /* of the phrase being joined */
    struct head *heads;   /* of its marks that were met */
    uint32_t head_capacity;
};

struct scan {
    const struct proviso_document *document;
    const struct matcher *matcher;
    struct token *tokens;
    uint32_t token_count, token_capacity;
    uint32_t token_next; /* the first token behind the stretch scanned last */
    struct found *found;
    uint32_t found_count, found_capacity;
    uint32_t in_order; /* so many of them, all found without a gap, stand as hits do */
    uint32_t excepts;  /* so many of them, or more, are FOUND_EXCEPT */
    struct gaps gaps;
    uint32_t stretch; /* number of the stretch of text being scanned */
    uint64_t steps;   /* edges of the trie looked at and phrases met, for tests of cost */
    bool failed;      /* memory ran out */
};

bool scan_start(struct scan *scan, const struct proviso_document *document, enum matcher_use use,
                struct arena *arena);
void scan_end(struct scan *scan);
/* Makes the tokens of text[start..end), for the stretches in it. Reading a few sentences at a time
 * is faster than one. */
bool scan_read(struct scan *scan, uint32_t start, uint32_t end);
/* Fills `found` from text[start..end), a sentence or heading in what was read. Stretches come in
 * reading order. */
void scan_stretch(struct scan *scan, uint32_t start, uint32_t end);
/* Room for as many more found phrases behind the last; false when memory ran out. */
bool scan_make_room(struct scan *scan, uint32_t count);
void scan_add(struct scan *scan, uint32_t start, uint32_t end, uint32_t concept, uint32_t form);

bool gaps_start(struct gaps *gaps, const struct matcher *matcher, struct arena *arena);
void gaps_end(struct gaps *gaps);
/* Notes that a stretch of phrases with gaps, these tokens, ends at the mark. */
void gaps_meet(struct scan *scan, uint32_t mark, uint32_t first, uint32_t last);
/* Adds to `found` the phrases with gaps of which all stretches occurred, and forgets these. */
void gaps_join(struct scan *scan);

/* What overlap.c remembers of each concept within one stretch of text. */
struct overlap {
    uint32_t stretch, kept, except_first, except_last;
};
struct exception {
    uint32_t start, end, next;
};
struct overlaps {
    struct overlap *concepts;
    struct exception *exceptions;
    uint32_t exception_count, exception_capacity;
};

/* Sorts what was found in a stretch, drops exceptions, what they cover and all but the longest of
 * overlapping hits of one concept. False when memory ran out. */
bool overlaps_settle(struct overlaps *overlaps, struct scan *scan);

/* The regular expressions of the lexicon, compiled when first needed. */
struct regexes;
struct regexes *regexes_new(const struct proviso_lexicon *lexicon, struct arena *arena);
void regexes_end(struct regexes *regexes);
/* Adds what the patterns match in text[start..end) to scan->found, for those whose anchor was
 * found. Returns how many could not be evaluated. */
uint32_t regexes_scan(struct regexes *regexes, struct scan *scan, uint32_t start, uint32_t end);

#endif
