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

/* A gap phrase on its way: the tokens where it began and where its last stretch ended. */
struct chain {
    uint32_t first, last;
};
/* The two latest chains that have come this far; in the last stage, the latest start that was used
 * up and the token at which that was. */
struct stage {
    struct chain latest, earlier;
};

struct scan {
    const struct proviso_document *document;
    struct token *tokens;
    uint32_t token_count, token_capacity;
    uint32_t token_next; /* the first token behind the stretch scanned last */
    struct found *found;
    uint32_t found_count, found_capacity;
    struct stage *stages; /* by counter, valid where `reached` names the stretch being scanned */
    uint32_t *reached;
    uint32_t stretch; /* number of the stretch of text being scanned */
    uint64_t steps;   /* edges of the trie looked at and outputs met, for tests of cost */
    bool failed;      /* memory ran out */
};

bool scan_start(struct scan *scan, const struct proviso_document *document, struct arena *arena);
void scan_end(struct scan *scan);
/* Makes the tokens of text[start..end), for the stretches in it. Reading a few sentences at a time
 * is faster than one. */
bool scan_read(struct scan *scan, uint32_t start, uint32_t end);
/* Fills `found` from text[start..end), a sentence or heading in what was read. Stretches come in
 * reading order. */
void scan_stretch(struct scan *scan, uint32_t start, uint32_t end);
void scan_add(struct scan *scan, uint32_t start, uint32_t end, uint32_t concept, uint32_t form);

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

/* Sorts found[0..count), drops exceptions, what they cover and all but the longest of overlapping
 * hits of one concept. Returns how many are left, or DOCUMENT_NONE when memory ran out. */
uint32_t overlaps_settle(struct overlaps *overlaps, uint32_t stretch, struct found *found,
                         uint32_t count);

/* The regular expressions of the lexicon, compiled when first needed. */
struct regexes;
struct regexes *regexes_new(const struct proviso_lexicon *lexicon, struct arena *arena);
void regexes_end(struct regexes *regexes);
/* Adds what the patterns match in text[start..end) to scan->found, for those whose anchor was
 * found. Returns how many could not be evaluated. */
uint32_t regexes_scan(struct regexes *regexes, struct scan *scan, uint32_t start, uint32_t end);

#endif
