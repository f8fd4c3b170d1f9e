/* Reads the words of a cross-reference: numbers, groups, lists, ranges. Knows nothing of
 * provisions. */
#ifndef MATCH_REFERENCE_READ_H
#define MATCH_REFERENCE_READ_H

#include "match.h"
#include "provision_index.h"

#define GROUP_LIMIT 6 /* "5(2)(a)(ii)(A)(1)": no law nests deeper */
#define LIST_LIMIT 64 /* numbers in one list */
#define JOIN_LIMIT 16 /* words that join them */
#define UNIT_WORD 32  /* bytes of a unit, folded, NUL included */

/* One number of a list: "2", "15(2)(b)"; `range`: reaches to the next one. */
struct cited {
    uint32_t start, end;
    char groups[GROUP_LIMIT][NUMBER_LIMIT];
    uint32_t group_count;
    bool range;
};

/* A unit as it was read last time: the same few stand all over a draft. */
enum { UNIT_MEMORY = 64 };
struct unit_memory {
    struct word_key key;
    uint32_t bytes, length;
    const struct lexicon_label *label;
    char word[UNIT_WORD];
};

/* Where the reader is: the hits around it and the end of its sentence. */
struct reference_reader {
    const struct proviso_findings *findings;
    const struct proviso_document *document;
    const char *mask;
    uint32_t end;
    uint32_t joins[JOIN_LIMIT]; /* labels that join numbers; those of rank 2 make a range */
    uint32_t join_count;
    uint32_t unit_first[257]; /* by first byte: where labels of provisions begin in `units` */
    uint32_t *units;          /* labels, in the order of the lexicon for each first byte */
    struct unit_memory *memory;
    bool compound;     /* articles have numbers such as 706-10: that is no range */
    bool signs_follow; /* sections are labelled 7 § */
    bool lettered;     /* a letter may stand apart from its number: 7 a § */
};

/* Fills `joins` and `units` from the labels of the lexicon, `compound` and `signs_follow`. False
 * when memory ran out. */
bool reader_find_labels(struct reference_reader *reader, struct arena *arena);

/* Behind white space and masked marks. */
uint32_t reader_skip_space(const struct reference_reader *reader, uint32_t at);

/* Whether a word that joins ("and", "or") stands at `at`. */
bool reader_joins(const struct reference_reader *reader, uint32_t at);

/* Reads the numbers behind a unit that ends at `at`; Roman ones and words become digits where
 * `roman`. Returns how many, and in *end where they end. */
uint32_t reader_list(const struct reference_reader *reader, uint32_t at, bool roman,
                     struct cited list[LIST_LIMIT], uint32_t *end);

/* Adds "(2)(b)" behind a number to it. */
void reader_groups(const struct reference_reader *reader, struct cited *cited);

/* The folded words of a unit, with single spaces between them, and the label whose provisions they
 * name, in the singular or plural; NULL if there is none. "Subsection" may be a part of a chapter;
 * in a reference it is a paragraph. */
const struct lexicon_label *reader_unit(const struct reference_reader *reader,
                                        const struct hit *hit, char word[UNIT_WORD],
                                        uint32_t *length);

/* The folded name of a label. Returns its length. */
uint32_t reader_name(const struct reference_reader *reader, const struct lexicon_label *label,
                     char word[UNIT_WORD]);

/* ---- numbers in front of their sign: reference_sign.c -------------------------------------- */

/* A section of the draft is labelled 7 §. */
bool reader_signs_follow(const struct proviso_document *document);

/* A sign stands behind the number that ends at `at`. */
bool reader_meets_sign(const struct reference_reader *reader, uint32_t at);

/* Reads the numbers in front of a sign, behind `limit`; returns how many, and in *end where the
 * reference ends. 0 where signs do not follow. */
uint32_t reader_list_before(const struct reference_reader *reader, const struct hit *sign,
                            uint32_t limit, struct cited list[LIST_LIMIT], uint32_t *end);

/* Whether "2 kap." stands directly in front of `at`, behind `limit`; fills its number and name. */
bool reader_part_before(const struct reference_reader *reader, uint32_t at, uint32_t limit,
                        struct cited *number, char word[UNIT_WORD], uint32_t *length);

#endif
