/*
 * A lexicon in the making: records go in, the flat tables of lexicon.h come out. build.c calls the
 * steps in order. Everything here lives in a scratch arena; build_finish copies what stays.
 */
#ifndef LEXICON_ASSEMBLY_H
#define LEXICON_ASSEMBLY_H

#include "builtin.h"
#include "inflect.h"
#include "phrase.h"
#include "record.h"

/* The words of all phrases. A family is one word of a phrase with all its surface forms; a set is
 * the families that may stand in one place of a phrase; forms that no set tells apart are one word.
 */
struct vocabulary {
    struct arena *arena;
    struct language *language;
    struct names forms;      /* value: first link to a family + 1 */
    struct names families;   /* "order", "=means"; value: first link to a form + 1 */
    struct names sets;       /* key: sorted numbers of families */
    struct rows family_sets; /* by family: first link to a set + 1 */
    struct rows single_sets; /* by family: the set of it alone + 1, or 0 */
    struct rows links;
    struct names inflected; /* the forms of one word */
    uint32_t *form_words;   /* by form, once closed */
    uint32_t *set_first; /* by set: its words are set_words[set_first[set]..set_first[set + 1]) */
    struct rows set_words;
    uint32_t word_count;
    double *common; /* by word, once closed: its share of the words of a text */
    uint32_t number_family, abbreviation_family;
    uint64_t steps; /* work done so far: hostile lexicons are stopped */
};

/* A phrase without gaps, or a stretch of phrases with gaps: `count` sets from `set_refs`, one after
 * the other. `end` is the concept of a phrase, the number of a stretch. */
enum stretch_kind { STRETCH_PHRASE, STRETCH_EXCEPT, STRETCH_OF_GAPS };
struct stretch {
    uint32_t set_first, count, kind, end;
};
/* A stretch in its place in a phrase with gaps. */
struct gap_stage {
    uint32_t phrase, stage, stretch, gap;
};
struct gap_link {
    uint32_t from, to;
};
struct phrase_job {
    const char *path;
    const struct yaml_node *node;
    const struct trie_output *outputs; /* what it is for */
    uint32_t count;
};
/* Between the stretches that may stand in one stage of a phrase with gaps. */
#define SET_OR (UINT32_MAX - 1)
#define PLACE_OR (UINT32_MAX - 1)
/* A phrase: `places` places from `first` on, and what it is for. */
struct phrase {
    uint32_t first, places;
    const struct trie_output *outputs;
    uint32_t count;
};

/* The way from a node, whose edges follow one another and rise by word, to another. */
struct trie_edge {
    uint32_t word, target;
};
/* A matcher in the making. Until build_steps, the base of a node is the number of its first edge.
 */
struct matcher_rows {
    struct names gap_stretches;                  /* sets of a stretch of phrases with gaps */
    struct rows stretches, gap_stages, gap_ends; /* of struct stretch, gap_stage; gap_link: a
                                                    stretch and a mark where it ends */
    struct rows edges, steps, nodes, outputs, gap_phrases, gap_places, set_first, mark_sets,
        flag_first, flag_sets, anchor_first, anchors;
    uint32_t *word_first;
    uint32_t target_bits;      /* of a step */
    uint32_t mark_count;       /* with 0, which is none */
    uint32_t flag_words;       /* so many times 32 flags */
    const uint32_t *end_first; /* by stretch: its gap_ends, once they are sorted; one more */
};

struct assembly {
    struct arena *arena;
    struct mistakes *mistakes;
    struct records records;
    struct language language;
    struct vocabulary vocabulary;
    struct names strings; /* value: offset in the pool */
    uint32_t string_bytes;
    uint32_t groups; /* of conditions so far */
    struct rows set_refs,
        gap_refs;           /* by place of a phrase: the set of its words; or 0 and the gap */
    struct rows phrases;    /* of struct phrase */
    bool *patterned;        /* by concept: patterns find it */
    struct rows hyphenated; /* of struct phrase_job */
    struct matcher_rows matchers[MATCHER_COUNT];
    struct rows patterns, concepts, named, rules, suggestions, conditions, refs, examples,
        authorities, roles, cues, derived, safeguards, labels, numerals, suffixes;
    bool failed; /* memory ran out, or the lexicon is too large */
};

/* Offset of a string in the pool; 0 for "" and NULL. */
string_at assembly_string(struct assembly *assembly, const char *text);
struct record_place assembly_place(struct assembly *assembly, const struct record *record);
/* Adds a row, noting when memory runs out. */
uint32_t assembly_add(struct assembly *assembly, struct rows *rows, const void *row);
/* The weight of places first..first+count: `join` of the shares of the words of a text, in a
 * stretch and then between stages; the stretches that may stand in one stage are added up. */
double assembly_weigh(const struct assembly *assembly, uint32_t first, uint32_t count,
                      double (*join)(double, double));
/* How common the rarest of places first..first+count is: its share of the words of a text; of a
 * phrase in stages, how common its rarest stage is. */
double assembly_common(const struct assembly *assembly, uint32_t first, uint32_t count);
/* Says once that the lexicon is too large. */
void assembly_overflow(struct assembly *assembly);

/* build_words.c */
bool vocabulary_start(struct vocabulary *vocabulary, struct language *language,
                      const struct records *records);
/* The set of the words that may stand in one place; LEXICON_NONE if that failed. */
uint32_t vocabulary_set(struct vocabulary *vocabulary, const struct phrase_word *words);
/* Numbers the words; those come first that stand in most of the places, each of which has the
 * number of its set. After this no set may be added. */
bool vocabulary_close(struct vocabulary *vocabulary, const struct rows *places);
/* How common each word is, from the `common` lists. */
bool vocabulary_weigh(struct vocabulary *vocabulary, const struct records *records);
/* How common a set of words is: its share of the words of a text. */
double vocabulary_common(const struct vocabulary *vocabulary, uint32_t set);

/* Sorts links by `from`, which is below `count`. Returns where those of each begin, with one entry
 * more behind the last; NULL when memory ran out. build_sets.c, also below */
const uint32_t *build_links(struct assembly *assembly, struct rows *links, uint32_t count);
/* New numbers by thing, below `things`, so that those to which one of the owners is linked stand
 * together, best those of the owners that weigh most; those before `kept` keep theirs. Links go
 * from owners to things. NULL when memory ran out. */
const uint32_t *build_numbers(struct assembly *assembly, struct rows *links, const double *weights,
                              uint32_t owners, uint32_t things, uint32_t kept);
/* Adds for each owner the numbers it is linked to as sets, and in `firsts` where its sets begin.
 * Returns what build_links does. */
const uint32_t *build_sets(struct assembly *assembly, struct rows *links, uint32_t owners,
                           struct rows *firsts, struct rows *sets);

/* The steps, each adding its mistakes. */
void build_concepts(struct assembly *assembly); /* build_concepts.c: concepts and phrases */
/* Adds a phrase; the outputs must live until build_matchers. build_phrases.c */
void build_phrase(struct assembly *assembly, const char *path, const struct yaml_node *node,
                  const struct trie_output *outputs, uint32_t count);
/* Adds the sequences that a phrase stands for, of at most PHRASE_SEQUENCES. build_stages.c */
void build_stages(struct assembly *assembly, struct arena *arena,
                  const struct phrase_sequence *sequence, const struct phrase_job *job);
/* Adds those with hyphens once more, joined, when all others are there. */
void build_hyphenated(struct assembly *assembly);
void build_uses(struct assembly *assembly);     /* build_uses.c: who looks for which concept */
void build_matchers(struct assembly *assembly); /* build_matchers.c: the two matchers, with */
void build_trie(struct assembly *assembly, struct matcher_rows *rows); /* build_trie.c */
void build_steps(struct assembly *assembly,
                 struct matcher_rows *rows); /* build_steps.c: after it */
void build_marks(struct assembly *assembly,
                 struct matcher_rows *rows); /* build_marks.c: after it */
void build_flags(struct assembly *assembly,
                 struct matcher_rows *rows); /* build_marks.c: after build_gaps */
void build_gaps(struct assembly *assembly, struct matcher_rows *rows); /* build_gaps.c: after it */
void build_rules(struct assembly *assembly); /* build_rules.c: authorities, rules */
void build_roles(struct assembly *assembly); /* build_roles.c: before the rules */
/* The suggestions of a rule. build_suggestions.c */
void build_suggestions(struct assembly *assembly, const struct record *record,
                       struct lexicon_rule *row);
void build_derived(struct assembly *assembly);    /* build_derived.c */
void build_safeguards(struct assembly *assembly); /* build_safeguards.c: before the rules */
void build_labels(struct assembly *assembly);     /* build_labels.c: labels, numbers, suffixes */

/* Conditions of one map, a group of its own, or of alternatives; `of_role` limits the keys.
 * build_conditions.c */
void build_conditions(struct assembly *assembly, const struct record *record,
                      const struct yaml_node *map, bool of_role);
void build_alternatives(struct assembly *assembly, const struct record *record,
                        const struct yaml_node *node, bool of_role);

/* The numbers of the records that a list names, added to the refs. build_conditions.c */
struct lexicon_refs build_refs(struct assembly *assembly, const struct record *record, enum key key,
                               enum record_type type);

/* Copies the tables into one lexicon in `arena`. NULL when memory ran out. build_finish.c */
struct proviso_lexicon *build_finish(struct assembly *assembly, struct arena *arena);

/* From sources, and built-in files before them (or NULL), to a lexicon. Mistakes, if any, are in
 * the list and the result is NULL. build.c */
struct proviso_lexicon *lexicon_build(const struct builtin_files *builtin,
                                      const struct proviso_source *sources, size_t count,
                                      struct arena *arena, struct mistakes *mistakes);

#endif
