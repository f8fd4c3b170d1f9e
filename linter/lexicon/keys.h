/* Every key of a lexicon, in one table: the loader checks records with it, and the JSON Schema for
 * editors is written from it. */
#ifndef LEXICON_KEYS_H
#define LEXICON_KEYS_H

#include <stdbool.h>

#include "lexicon.h"

enum record_type {
    RECORD_CONCEPT,
    RECORD_RULE,
    RECORD_AUTHORITY,
    RECORD_ROLE,
    RECORD_SAFEGUARD,
    RECORD_LABEL,
    RECORD_LANGUAGE,
    RECORD_TYPES
};

/* The keys of all records; the same word may mean different things in two of them. */
enum key {
    KEY_ID,
    KEY_KIND,
    KEY_PHRASES,
    KEY_EXCEPT,
    KEY_INCLUDES,
    KEY_PATTERNS,
    KEY_SEVERITY,
    KEY_SINCE,
    KEY_MATCH,
    KEY_LACKS,
    KEY_OF,
    KEY_WHERE,
    KEY_UNLESS,
    KEY_MESSAGE,
    KEY_WHY,
    KEY_SUGGEST,
    KEY_AUTHORITY,
    KEY_ONCE,
    KEY_FLAGS,
    KEY_PASSES,
    KEY_TITLE,
    KEY_FORCE,
    KEY_CHECKED,
    KEY_SAYS,
    KEY_CUES,
    KEY_HEADING,
    KEY_THRESHOLD,
    KEY_BEATS,
    KEY_INHERITED,
    KEY_INHERITED_WHERE,
    KEY_PER_PARAGRAPH,
    KEY_UNBANNED,
    KEY_ALONE,
    KEY_ALONE_IN,
    KEY_WORDS,
    KEY_RANK,
    KEY_NUMBER,
    KEY_NAME,
    KEY_INVARIABLE,
    KEY_IRREGULAR,
    KEY_FAMILIES,
    KEY_SPELLING,
    KEY_NUMBERS,
    KEY_SUFFIXES,
    KEY_ABBREVIATIONS,
    KEY_COMMON,
    KEY_DERIVED,
    KEY_MUST,
    KEY_RECOMMENDED,
    KEY_SHOWN_BY,
    KEY_NAMED_BY,
    KEY_IMPLIED_BY,
    KEY_ELSEWHERE_BY,
    KEY_EXCLUDED_BY,
    KEY_BINDING,
    KEY_WEAK_WHEN,
    KEY_VOID_WHEN,
    KEY_OWN_WHEN,
    KEY_POINT_WHEN,
    KEY_DENIED_WHEN,
    KEY_STANDS_AT,
    KEY_COVERS,
    KEY_OF_YIELD,
    KEY_STATES,
    KEY_READS_AS,
    KEY_DEFINES,
    KEYS
};

/* What may stand behind a key. */
enum shape {
    SHAPE_ID,          /* a-z, 0-9 and hyphens; parts of it as the record allows */
    SHAPE_TEXT,        /* words */
    SHAPE_CHOICE,      /* one word of a short list */
    SHAPE_COUNT,       /* a whole number */
    SHAPE_SWITCH,      /* true or false */
    SHAPE_TEXTS,       /* a list of texts */
    SHAPE_CONCEPT,     /* the id of a concept */
    SHAPE_CONCEPTS,    /* a list of them */
    SHAPE_ROLES,       /* a list of roles */
    SHAPE_AUTHORITIES, /* a list of authorities */
    SHAPE_PATTERNS,    /* a list of maps with anchor and match */
    SHAPE_DERIVED,
    SHAPE_CONDITIONS,   /* a map of conditions */
    SHAPE_ALTERNATIVES, /* the same, or a list of such maps */
    SHAPE_SUGGESTION,   /* a map with delete, replace, text or insert, or a list of such maps */
    SHAPE_WEIGHTS,      /* a map from concepts to whole numbers */
    SHAPE_FORMS,        /* a map from words to lists of words */
    SHAPE_PAIRS,        /* a map from words to words */
    SHAPE_VALUES        /* a map from words to whole numbers */
};

struct key_rule {
    enum record_type type;
    enum key key;
    const char *name;
    enum shape shape;
    bool required;
    const char *const *choices; /* of SHAPE_CHOICE, in the order of the enum they stand for */
    const char *help;           /* one line for the schema */
};

extern const struct key_rule key_rules[];
extern const uint32_t key_rule_count;

/* What a condition of a rule or role refers to. */
enum condition_shape {
    CONDITION_CONCEPTS,
    CONDITION_ROLES,
    CONDITION_KINDS,
    CONDITION_PROFILES,
    CONDITION_SWITCH
};
struct condition_rule {
    enum condition_key key;
    const char *name;
    enum condition_shape shape;
    bool of_role; /* a role may have it too */
    const char *help;
};
extern const struct condition_rule condition_rules[];
extern const uint32_t condition_rule_count;

extern const char
    *const record_names[]; /* "concept", "rule" ... : the key that a record begins with */
extern const char *const kind_choices[]; /* enum concept_kind */
extern const char *const severity_choices[];
extern const char *const provision_choices[]; /* enum proviso_kind */
extern const char *const profile_choices[];   /* enum proviso_profile without DETECT */
extern const char *const label_choices[];
extern const char *const suggestion_choices[]; /* delete, replace, text */

/* The place of `text` in a list that ends with NULL, or LEXICON_NONE. */
uint32_t choice_find(const char *const *choices, const char *text);

#endif
