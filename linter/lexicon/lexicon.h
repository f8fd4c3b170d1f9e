/*
 * The lexicon as the rest of the program sees it: flat arrays of 32-bit numbers and one pool of
 * strings, the same whether it was compiled into the program or made in memory for --lexicon.
 *
 * A surface form ("authorised") has a *word*: the number of the class of forms that no phrase tells
 * apart. Phrases are paths in a trie over words; a hit says which concept was found.
 */
#ifndef LEXICON_LEXICON_H
#define LEXICON_LEXICON_H

#include "form.h"
#include "named.h"
#include "proviso.h"

#define LEXICON_NONE UINT32_MAX

/* Words below WORD_FIRST are not looked up but made by the tokeniser. */
enum {
    WORD_UNKNOWN = 0, /* a word in no phrase */
    WORD_NUMBER = 1,  /* 24, 1,000: matches `#`; number words have WORD_IS_NUMBER in word_flags */
    WORD_FIRST = 2
};
enum { WORD_IS_NUMBER = 1, WORD_ENDS_ABBREVIATION = 2 };

/* Where a record of the YAML stands, for messages and `explain`. */
struct record_place {
    string_at path;
    uint32_t line;
};

/* The phrase trie. Node 0 is the root, whose edges are word_first. The edge of another node over a
 * word is the step at the node's base + word, if that is one of the node: then its upper bits are
 * the lower ones of the base, and its lower bits, as many as target_bits, the node it leads to. */
/* The phrases without gaps that end at a node are the outputs from output_first up to that of the
 * next. `mark` numbers the nodes, from 1, where a stretch of a phrase with gaps ends; others have
 * 0. */
struct trie_node {
    uint32_t output_first, base, mark;
};
/* A phrase ends: of a concept, or an `except` phrase that removes hits of it. By concept. */
struct trie_output {
    uint32_t concept, except;
};
/* A phrase with gaps, "warrant ... issued by a judge": its gap_places from place_first on, one for
 * each stage. Its second rarest stretch, `near`, begins at most `span` words behind the end of the
 * rarest or, if it is not `behind`, before its beginning. */
struct gap_phrase {
    uint32_t output_first, output_count;
    uint32_t stages; /* two or more */
    uint32_t place_first;
    uint32_t near, behind, span; /* SPAN_ANY: anywhere */
};
#define SPAN_ANY UINT32_MAX
struct gap_place {
    uint32_t stretch; /* what may stand there */
    uint32_t gap;     /* most words between the stretch before and this; UINT32_MAX for `...` */
};
/* Neighbouring numbers: of 32 * word and the 31 behind it those whose bits are set. */
struct number_set {
    uint32_t word, bits;
};
/* A phrase with gaps is looked for where its rarest stretch ends, and only if its next rarest is
 * there too: the flag of that. */
struct gap_anchor {
    uint32_t phrase, other;
};

/* Phrases in one matcher: a trie, and the joins of phrases with gaps. */
struct matcher {
    const uint32_t *word_first; /* by word: node reached from the root, 0 none */
    const uint32_t *steps;      /* one at each base + word */
    uint32_t step_count;
    uint32_t target_bits;
    const struct trie_node *nodes;
    uint32_t node_count; /* with one more at the end */
    const struct trie_output *outputs;
    uint32_t output_count;
    const struct gap_phrase *gap_phrases;
    uint32_t gap_phrase_count;
    const struct gap_place *gap_places;
    uint32_t gap_place_count;
    const uint32_t *set_first;          /* by stretch: the first set of the marks where it ends; */
    uint32_t stretch_count;             /* with one more at the end */
    const struct number_set *mark_sets; /* of a stretch by rising word */
    uint32_t mark_set_count;
    const uint32_t
        *flag_first; /* by mark: the first set of the flags of stretches that end there; */
    uint32_t flag_first_count; /* with one more at the end */
    const struct number_set *flag_sets;
    uint32_t flag_set_count;
    uint32_t flag_words;          /* so many times 32 flags */
    const uint32_t *anchor_first; /* by mark: the first phrase that it anchors; */
    uint32_t mark_count;          /* with 0, and one more at the end */
    const struct gap_anchor *anchors;
    uint32_t anchor_count;
};
/* Matchers: of phrases that are looked for everywhere; of those of concepts that nothing but a
 * condition asks for ("shall" beside the words that a rule matches), which are looked for only in
 * the sentences that a condition is asked of; and of those that tell what a term is read as, in
 * the sentences that may define one. */
enum matcher_use { MATCHER_ALWAYS, MATCHER_ASKED, MATCHER_MEANT, MATCHER_COUNT };

/* A PCRE2 pattern, tried only in sentences that hold a hit of `anchor`. */
struct lexicon_pattern {
    uint32_t concept, anchor;
    string_at text;
    struct record_place place;
};

enum concept_kind {
    CONCEPT_POWER,
    CONCEPT_OFFENCE,
    CONCEPT_SAFEGUARD,
    CONCEPT_WEAKENER,
    CONCEPT_VAGUE,
    CONCEPT_COOPERATION,
    CONCEPT_ACTOR,
    CONCEPT_STRUCTURE
};
/* What asks last for the hits of a concept, in the order in which it does: roles, or nothing;
 * derived concepts, by their number from 1; rules; all that follows. */
enum { UNTIL_ROLES = 0 };
#define UNTIL_RULES (UINT32_MAX - 1)
#define UNTIL_END UINT32_MAX
struct lexicon_concept {
    string_at id;
    string_at reads_as; /* what a term is read as that its phrases define, or "" */
    uint32_t kind;
    uint32_t use; /* enum matcher_use; one that is read as something is in MATCHER_MEANT as well */
    uint32_t until; /* UNTIL_ROLES ... */
    struct record_place place;
};

/* Conditions of a rule or of a role. `group`s of one `unless` are alternatives; conditions of one
 * group must all hold. A `where` is one group; no two lists share one. */
enum condition_key {
    COND_ROLES,         /* refs: roles of the provision or of what it stands in */
    COND_KINDS,         /* refs: enum proviso_kind of the provision or of what it stands in */
    COND_HEADING,       /* refs: concepts in the heading of the provision or of what it stands in */
    COND_TITLE,         /* refs: concepts in the title of the instrument */
    COND_SAME_CLAUSE,   /* refs: concepts within the same clause (between ; : and clause commas) */
    COND_SAME_SENTENCE, /* refs: concepts in the sentence, its chapeau and closing words */
    COND_SAME_PROVISION, /* refs: concepts in the article or section */
    COND_DOCUMENT,       /* refs: concepts anywhere in the document */
    COND_BEFORE,         /* refs: concepts that end directly before the words */
    COND_AFTER,          /* refs: concepts that begin directly after the words */
    COND_EARLIER,        /* refs: concepts earlier in the same sentence or in its chapeau */
    COND_LATER,          /* refs: concepts later in the same sentence or in its closing words */
    COND_WITHIN,         /* refs: concepts whose hit covers or overlaps the words */
    COND_NEGATED,        /* value 1/0: a negation stands in the same clause before the words */
    COND_DEFINED,        /* value 1/0: the document defines the words */
    COND_DEFINING,       /* value 1/0: the words are being defined in this sentence */
    COND_PROFILE,        /* refs: enum proviso_profile */
    COND_QUOTED,         /* value 1/0: in text that an amendment inserts */
    COND_DOCUMENT_ROLES  /* refs: roles of any provision of the document */
};
enum condition_mode { COND_ANY, COND_ALL };
struct lexicon_condition {
    uint32_t key, mode, group, ref_first, ref_count, value;
};

/* Whether its refs are concepts. */
static inline bool condition_names_concepts(const struct lexicon_condition *condition) {
    return condition->key >= COND_HEADING && condition->key <= COND_WITHIN;
}

enum suggestion_kind {
    SUGGEST_NONE,
    SUGGEST_DELETE,
    SUGGEST_REPLACE,
    SUGGEST_TEXT,    /* advice */
    SUGGEST_INSERT,  /* wording to add: a paragraph, an article, words behind others */
    SUGGEST_BRACKETS /* delete the brackets, keep the words */
};

/* What to write. Of those of a rule the first speaks whose conditions hold where the finding
 * stands. */
struct lexicon_suggestion {
    uint32_t kind; /* enum suggestion_kind */
    string_at text;
    string_at heading; /* SUGGEST_INSERT: of the article that the wording becomes where the finding
                          stands at a part or the document; or "" */
    uint32_t behind;   /* SUGGEST_INSERT: a concept; the wording follows its first hit. Or NONE */
    uint32_t after_first, after_count; /* refs: roles of an article behind which a new one goes */
    uint32_t where_first, where_count; /* conditions */
};

struct lexicon_rule {
    string_at id, category, message, why, since;
    uint32_t severity;                   /* enum proviso_severity */
    uint32_t match;                      /* concept, or LEXICON_NONE for absence rules */
    uint32_t where_first, where_count;   /* conditions */
    uint32_t unless_first, unless_count; /* conditions, by group */
    uint32_t suggestion_first, suggestion_count;
    uint32_t authority_first, authority_count; /* refs to authorities */
    uint32_t flag_first, flag_count;           /* example_texts */
    uint32_t pass_first, pass_count;
    uint32_t lacks; /* absence rules: the safeguard, or LEXICON_NONE */
    uint32_t terms; /* 1: one finding a distinct term and article, not one a hit */
    struct record_place place;
};

/* A derived concept: a hit of `match` where the conditions hold is a hit of `concept` too. In the
 * order in which they are evaluated: one may rest on those before it. */
struct lexicon_derived {
    uint32_t concept, match;
    uint32_t where_first, where_count;
    uint32_t unless_first, unless_count; /* by group */
};

/* What a safeguard is asked of. */
enum safeguard_subject {
    SUBJECT_POWER,
    SUBJECT_REGIME,
    SUBJECT_OFFENCE,
    SUBJECT_COOPERATION,
    SUBJECT_INSTRUMENT
};

/* Refs first..first+count: concepts, or roles. */
struct lexicon_refs {
    uint32_t first, count;
};

struct lexicon_safeguard {
    string_at id, title;
    uint32_t of;                           /* enum safeguard_subject */
    struct lexicon_refs must, recommended; /* roles that it is asked of */
    struct lexicon_refs shown, named, implied, elsewhere, excluded, binding; /* concepts */
    uint32_t where_first, where_count; /* conditions on what it is asked of */
    uint32_t unless_first, unless_count;
    uint32_t weak_first, weak_count; /* conditions, by group, on the words that show it */
    uint32_t void_first, void_count;
    uint32_t own_first, own_count;       /* words that count in their own article only */
    uint32_t point_first, point_count;   /* words that count for their own point of a list only */
    uint32_t denied_first, denied_count; /* on what it is asked of: weak words elsewhere are void */
    uint32_t stands_first, stands_count; /* cooperation: conditions on articles that are about it */
    uint32_t covers; /* 1: it says when powers may be used, as the clause that governs them does */
    uint32_t of_yield; /* 1: it is of what a power brings in */
    struct record_place place;
};

struct lexicon_authority {
    string_at id, title, kind, force, checked, says;
    struct record_place place;
};

/* How a role is told: each cue adds weight * sqrt(min(hits, 3)), heading cues 2.5 times that, for
 * an article and what is inside it. A role holds from its threshold. */
struct lexicon_cue {
    uint32_t concept, weight, heading;
}; /* heading 1: counts in headings only */
struct lexicon_role {
    string_at id; /* "power:search"; a condition on "power" means all of them */
    uint32_t cue_first, cue_count;
    uint32_t threshold;
    uint32_t beats_first, beats_count; /* refs to roles that this one displaces */
    uint32_t inherited;                /* 1: a part's heading gives it to articles without a role */
    uint32_t per_paragraph;            /* 1: a paragraph may have it though its article has not */
    uint32_t unbanned; /* 1: its cues count only where nothing bans them: "no order may" */
    uint32_t alone_in; /* provisions of this kind have it and no other; or LEXICON_NONE */
    uint32_t conditions_first, conditions_count; /* must hold for the article, group 0 */
    uint32_t unless_first, unless_count;         /* any group: it has the role not */
    uint32_t inherit_first, inherit_count; /* hold where an article without a role of its family
                                              has it from a part's heading, group 0 */
    struct record_place place;
};

/* What the words of a `label` record do: open a provision of an enum proviso_kind (a preamble,
 * part, article or schedule; words for paragraphs and points are seen in references and give the
 * name cited), or one of these. */
enum label_kind {
    LABEL_CONTENTS = 16, /* head a table of contents: "arrangement of clauses" */
    LABEL_OPENING,       /* begin a preamble without a heading: "whereas", "an act to" */
    LABEL_CLOSING,       /* begin the closing text: "in witness whereof" */
    LABEL_QUOTE,         /* introduce words that go into another law: "inserting", "following" */
    LABEL_JOIN,          /* join numbers in a reference, or the last point of a list: "and", "to" */
    LABEL_DEFINE,        /* follow a defined term in quotes: "means", "in relation to" */
    LABEL_ORDINAL,       /* first, second, third ... in this order: "First Schedule" */
    LABEL_TAKE,          /* words of another law go out that are quoted behind: "deleting" */
    LABEL_TAKE_FOR,      /* the same where a LABEL_QUOTE of rank 1 exchanges them: "for" */
    LABEL_TAKEN,         /* the quoted words in front go out: "are deleted" */
    LABEL_TAKE_WORDS,    /* may stand between: "the words" */
    LABEL_TAKE_OVER      /* ends what LABEL_TAKE says: "with" */
};
/* A word that labels provisions: "article", "section", "chapter", "§". One entry a word, in the
 * order of the data; a word may stand in two records ("section": a part of a treaty, an article).
 */
struct lexicon_label {
    string_at text; /* folded words separated by single spaces, as written in a draft */
    uint32_t length;
    string_at name; /* as cited: "Article" */
    uint32_t kind;  /* enum proviso_kind or enum label_kind */
    uint32_t rank; /* among parts: lower holds higher (Part 1, Chapter 3, Section 5); of an article,
                      1: the name of articles numbered without a label ("31. Search and seizure");
                      LABEL_QUOTE, 1: other words go out ("substituting"); LABEL_TAKE, 1: the word
                      has other uses ("remove"); LABEL_JOIN, 1: all together ("and"), 2: a range */
    uint32_t number; /* 0: the label needs no number (Preamble, Schedule) */
    uint32_t alone;  /* the role that the provision and all inside have, and no other, or NONE */
};
/* A word for a number or ordinal ("one" 1, "first" 1, "premier" 1) or a suffix of numbers ("bis").
 */
struct lexicon_numeral {
    string_at text;
    uint32_t length, value;
};

struct proviso_lexicon {
    const char *strings;   /* WORD_KEY_BYTES of 0 behind the last */
    uint32_t string_bytes; /* with them */
    const struct lexicon_form *forms;
    uint32_t form_count;
    const uint32_t *form_table;
    uint32_t form_slots;
    const uint32_t *word_flags;
    uint32_t word_count; /* WORD_IS_NUMBER ... by word */
    struct matcher matchers[MATCHER_COUNT];
    const struct lexicon_pattern *patterns;
    uint32_t pattern_count;
    const struct lexicon_concept *concepts;
    uint32_t concept_count;
    const uint32_t *named; /* by enum named_concept: the concept, or LEXICON_NONE */
    uint32_t named_count;
    const struct lexicon_rule *rules;
    uint32_t rule_count; /* sorted by id */
    const struct lexicon_suggestion *suggestions;
    uint32_t suggestion_count;
    const struct lexicon_condition *conditions;
    uint32_t condition_count;
    const uint32_t *refs;
    uint32_t ref_count;
    const string_at *example_texts;
    uint32_t example_count;
    const struct lexicon_authority *authorities;
    uint32_t authority_count;
    const struct lexicon_role *roles;
    uint32_t role_count; /* at most 64 */
    const struct lexicon_cue *cues;
    uint32_t cue_count;
    const struct lexicon_derived *derived;
    uint32_t derived_count;
    const struct lexicon_safeguard *safeguards; /* at most 64 */
    uint32_t safeguard_count;
    string_at state_named, state_implied, state_elsewhere; /* what a lack says of them, or "" */
    string_at defines; /* letters that stand in every definition, or "" */
    const struct lexicon_label *labels;
    uint32_t label_count;
    const struct lexicon_numeral *numerals;
    uint32_t numeral_count; /* one, two, first ... */
    const struct lexicon_numeral *suffixes;
    uint32_t suffix_count;             /* bis, ter, quater ... */
    string_at language, language_name; /* "en", "English" */
    void *memory;                      /* arena of a loaded lexicon, or NULL */
};

static inline const char *lexicon_string(const struct proviso_lexicon *lexicon, string_at at) {
    return lexicon->strings + at;
}

/* The word of a folded surface form, WORD_UNKNOWN if it is in no phrase. */
uint32_t lexicon_word(const struct proviso_lexicon *lexicon, const char *form, uint32_t length);
/* The node reached over `word`, or 0. */
static inline uint32_t matcher_step(const struct matcher *matcher, uint32_t node, uint32_t word) {
    if (node == 0) {
        return matcher->word_first[word];
    }
    const uint32_t base = matcher->nodes[node].base;
    const uint32_t step = matcher->steps[base + word] ^ base << matcher->target_bits;
    return step >> matcher->target_bits ? 0 : step;
}
/* The concept of this id, or LEXICON_NONE. */
uint32_t lexicon_concept_find(const struct proviso_lexicon *lexicon, const char *id);
uint32_t lexicon_role_find(const struct proviso_lexicon *lexicon, const char *id);
/* The roles whose ids begin so, a bit each: "power:" and what follows. */
uint64_t lexicon_roles(const struct proviso_lexicon *lexicon, const char *start);
/* The value of a word among numbers or suffixes of numbers ("one", "bis"), compared without case; 0
 * if it is none. */
uint32_t lexicon_numeral_value(const struct proviso_lexicon *lexicon,
                               const struct lexicon_numeral *words, uint32_t count,
                               const char *bytes, uint32_t length);

#endif
