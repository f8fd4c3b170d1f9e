/*
 * The keys of the lexicon format, once. In: nothing. Out: tables that say, for instance, that a
 * rule must have a key "severity" which is one of note, warning, error. lexicons/README.md explains
 * the same keys to lawyers.
 */
#include "keys.h"

#include <string.h>

const char *const record_names[] = {"concept",   "rule",  "authority", "role",
                                    "safeguard", "label", "language",  NULL};
const char *const kind_choices[] = {"power",       "offence", "safeguard", "weakener", "vague",
                                    "cooperation", "actor",   "structure", NULL};
const char *const severity_choices[] = {"note", "warning", "error", NULL};
const char *const provision_choices[] = {"document",  "preamble", "part",     "article",
                                         "paragraph", "point",    "schedule", NULL};
const char *const profile_choices[] = {"treaty", "statute", NULL};
const char *const label_choices[] = {"preamble", "part",       "article",   "schedule", "paragraph",
                                     "point",    "contents",   "opening",   "closing",  "quote",
                                     "join",     "define",     "ordinal",   "take",     "take-for",
                                     "taken",    "take-words", "take-over", NULL};
const char *const suggestion_choices[] = {"delete", "replace", "text",  "insert", "heading",
                                          "behind", "after",   "where", NULL};

static const char *const lack_choices[] = {"power",       "regime",     "offence",
                                           "cooperation", "instrument", NULL};
static const char *const structure_choices[] = {"coverage", "brackets", "references",
                                                "terms",    "spelling", NULL};
static const char *const once_choices[] = {"term", NULL};
static const char *const authority_choices[] = {"treaty",   "judgment", "treaty-body", "soft-law",
                                                "advocacy", "practice", NULL};
static const char *const force_choices[] = {"binding", "persuasive", NULL};

const struct key_rule key_rules[] = {
    {RECORD_CONCEPT, KEY_ID, "concept", SHAPE_ID, true, NULL,
     "A named set of phrases: a-z, 0-9 and hyphens."},
    {RECORD_CONCEPT, KEY_KIND, "kind", SHAPE_CHOICE, true, kind_choices,
     "What the phrases are in law."},
    {RECORD_CONCEPT, KEY_PHRASES, "phrases", SHAPE_TEXTS, false, NULL,
     "Words in any inflection; (a|b), [optional], ..., ..3, # and =exact."},
    {RECORD_CONCEPT, KEY_EXCEPT, "except", SHAPE_TEXTS, false, NULL,
     "The same words meaning something else."},
    {RECORD_CONCEPT, KEY_INCLUDES, "includes", SHAPE_CONCEPTS, false, NULL,
     "Concepts whose phrases belong to this one too."},
    {RECORD_CONCEPT, KEY_PATTERNS, "patterns", SHAPE_PATTERNS, false, NULL,
     "Regular expressions, for what words cannot say."},
    {RECORD_CONCEPT, KEY_DERIVED, "derived", SHAPE_DERIVED, false, NULL,
     "Words of other concepts where conditions hold."},
    {RECORD_CONCEPT, KEY_READS_AS, "reads-as", SHAPE_TEXT, false, NULL,
     "A word: a term that the phrases define is read as it."},

    {RECORD_RULE, KEY_ID, "rule", SHAPE_ID, true, NULL, "category or category/variant."},
    {RECORD_RULE, KEY_SEVERITY, "severity", SHAPE_CHOICE, true, severity_choices,
     "How grave a finding is."},
    {RECORD_RULE, KEY_SINCE, "since", SHAPE_TEXT, false, NULL,
     "The release that brought the rule."},
    {RECORD_RULE, KEY_MATCH, "match", SHAPE_CONCEPT, false, NULL,
     "The concept whose words are reported."},
    {RECORD_RULE, KEY_LACKS, "lacks", SHAPE_ID, false, NULL, "The safeguard that is missing."},
    {RECORD_RULE, KEY_OF, "of", SHAPE_CHOICE, false, structure_choices,
     "What a rule about structure is about."},
    {RECORD_RULE, KEY_WHERE, "where", SHAPE_CONDITIONS, false, NULL, "All of these must hold."},
    {RECORD_RULE, KEY_UNLESS, "unless", SHAPE_ALTERNATIVES, false, NULL,
     "Any of these silences the rule; as a list of maps, all keys of one map together."},
    {RECORD_RULE, KEY_MESSAGE, "message", SHAPE_TEXT, true, NULL,
     "One line; {text} stands for the words found."},
    {RECORD_RULE, KEY_WHY, "why", SHAPE_TEXT, true, NULL, "One or two sentences for a lawyer."},
    {RECORD_RULE, KEY_SUGGEST, "suggest", SHAPE_SUGGESTION, false, NULL, "What to write instead."},
    {RECORD_RULE, KEY_AUTHORITY, "authority", SHAPE_AUTHORITIES, true, NULL,
     "The legal sources that the rule rests on."},
    {RECORD_RULE, KEY_ONCE, "once", SHAPE_CHOICE, false, once_choices,
     "term: one finding for each different wording in an article."},
    {RECORD_RULE, KEY_FLAGS, "flags", SHAPE_TEXTS, true, NULL, "Examples that must be found."},
    {RECORD_RULE, KEY_PASSES, "passes", SHAPE_TEXTS, true, NULL,
     "Examples that must not be found, at least as many."},

    {RECORD_AUTHORITY, KEY_ID, "authority", SHAPE_ID, true, NULL,
     "A legal source: a-z, 0-9 and hyphens."},
    {RECORD_AUTHORITY, KEY_TITLE, "title", SHAPE_TEXT, true, NULL,
     "As a lawyer cites it; a pinpoint only with `checked`."},
    {RECORD_AUTHORITY, KEY_KIND, "kind", SHAPE_CHOICE, true, authority_choices,
     "What sort of source it is."},
    {RECORD_AUTHORITY, KEY_FORCE, "force", SHAPE_CHOICE, true, force_choices,
     "Binding or persuasive."},
    {RECORD_AUTHORITY, KEY_CHECKED, "checked", SHAPE_TEXT, false, NULL,
     "Where the passage was read."},
    {RECORD_AUTHORITY, KEY_SAYS, "says", SHAPE_TEXT, true, NULL, "What it says, in a line."},

    {RECORD_ROLE, KEY_ID, "role", SHAPE_ID, true, NULL,
     "What a provision does: safeguard, power:search."},
    {RECORD_ROLE, KEY_CUES, "cues", SHAPE_WEIGHTS, false, NULL,
     "Concepts in the article that tell the role, with weights."},
    {RECORD_ROLE, KEY_HEADING, "heading", SHAPE_WEIGHTS, false, NULL,
     "Concepts in its headings that tell the role, with weights."},
    {RECORD_ROLE, KEY_THRESHOLD, "threshold", SHAPE_COUNT, true, NULL,
     "The role holds from this score."},
    {RECORD_ROLE, KEY_BEATS, "beats", SHAPE_ROLES, false, NULL,
     "Roles that are dropped where this one holds."},
    {RECORD_ROLE, KEY_INHERITED, "inherited", SHAPE_SWITCH, false, NULL,
     "Articles without a role have it from the heading of their part."},
    {RECORD_ROLE, KEY_INHERITED_WHERE, "inherited-where", SHAPE_CONDITIONS, false, NULL,
     "Articles without a role of its family have it from the heading of their part if these hold."},
    {RECORD_ROLE, KEY_PER_PARAGRAPH, "per-paragraph", SHAPE_SWITCH, false, NULL,
     "A paragraph may have it though its article has not."},
    {RECORD_ROLE, KEY_UNBANNED, "unbanned", SHAPE_SWITCH, false, NULL,
     "Its cues count only where no ban stands before them."},
    {RECORD_ROLE, KEY_ALONE_IN, "alone-in", SHAPE_CHOICE, false, provision_choices,
     "A provision of this kind has this role and no other."},
    {RECORD_ROLE, KEY_WHERE, "where", SHAPE_CONDITIONS, false, NULL, "All of these must hold."},
    {RECORD_ROLE, KEY_UNLESS, "unless", SHAPE_ALTERNATIVES, false, NULL,
     "Any of these: it has another role."},

    {RECORD_SAFEGUARD, KEY_ID, "safeguard", SHAPE_ID, true, NULL,
     "A safeguard: its category without missing-."},
    {RECORD_SAFEGUARD, KEY_TITLE, "title", SHAPE_TEXT, true, NULL,
     "Its name in tables and messages."},
    {RECORD_SAFEGUARD, KEY_OF, "of", SHAPE_CHOICE, true, lack_choices, "What it is asked of."},
    {RECORD_SAFEGUARD, KEY_MUST, "must", SHAPE_ROLES, false, NULL,
     "Roles that must have it: its rule speaks with its own severity."},
    {RECORD_SAFEGUARD, KEY_RECOMMENDED, "recommended", SHAPE_ROLES, false, NULL,
     "Roles that should have it: a note."},
    {RECORD_SAFEGUARD, KEY_WHERE, "where", SHAPE_CONDITIONS, false, NULL,
     "Conditions on what it is asked of; all must hold."},
    {RECORD_SAFEGUARD, KEY_UNLESS, "unless", SHAPE_ALTERNATIVES, false, NULL,
     "Any of these: it is not asked."},
    {RECORD_SAFEGUARD, KEY_SHOWN_BY, "shown-by", SHAPE_CONCEPTS, true, NULL,
     "Concepts whose words are the safeguard."},
    {RECORD_SAFEGUARD, KEY_NAMED_BY, "named-by", SHAPE_CONCEPTS, false, NULL,
     "Concepts that only name it."},
    {RECORD_SAFEGUARD, KEY_IMPLIED_BY, "implied-by", SHAPE_CONCEPTS, false, NULL,
     "Concepts that import it, such as a reference to a covenant."},
    {RECORD_SAFEGUARD, KEY_ELSEWHERE_BY, "elsewhere-by", SHAPE_CONCEPTS, false, NULL,
     "Concepts that leave it to another instrument."},
    {RECORD_SAFEGUARD, KEY_EXCLUDED_BY, "excluded-by", SHAPE_CONCEPTS, false, NULL,
     "Concepts that switch it off."},
    {RECORD_SAFEGUARD, KEY_BINDING, "binding", SHAPE_CONCEPTS, false, NULL,
     "Words of which one must stand in the sentence, or it is only named."},
    {RECORD_SAFEGUARD, KEY_WEAK_WHEN, "weak-when", SHAPE_ALTERNATIVES, false, NULL,
     "Any of these: it is weak."},
    {RECORD_SAFEGUARD, KEY_VOID_WHEN, "void-when", SHAPE_ALTERNATIVES, false, NULL,
     "Any of these: the words do not count."},
    {RECORD_SAFEGUARD, KEY_OWN_WHEN, "own-when", SHAPE_ALTERNATIVES, false, NULL,
     "Any of these: the words count in their own article only."},
    {RECORD_SAFEGUARD, KEY_POINT_WHEN, "point-when", SHAPE_ALTERNATIVES, false, NULL,
     "Any of these: of alternative points, the words count for their own only."},
    {RECORD_SAFEGUARD, KEY_DENIED_WHEN, "denied-when", SHAPE_ALTERNATIVES, false, NULL,
     "Any of these holds for the article that it is asked of: weak words elsewhere do not count."},
    {RECORD_SAFEGUARD, KEY_STANDS_AT, "stands-at", SHAPE_CONDITIONS, false, NULL,
     "Of cooperation: conditions on the articles that are about the matter."},
    {RECORD_SAFEGUARD, KEY_COVERS, "covers", SHAPE_SWITCH, false, NULL,
     "It says when powers may be used: a clause without any such covers none."},
    {RECORD_SAFEGUARD, KEY_OF_YIELD, "of-yield", SHAPE_SWITCH, false, NULL,
     "It is of what a power brings in, wherever the draft speaks of that."},

    {RECORD_LABEL, KEY_ID, "label", SHAPE_TEXT, true, NULL,
     "The name of a provision, as cited: Article."},
    {RECORD_LABEL, KEY_KIND, "kind", SHAPE_CHOICE, true, label_choices,
     "The provision that it names, or what else the words tell."},
    {RECORD_LABEL, KEY_WORDS, "words", SHAPE_TEXTS, true, NULL, "How drafts write it."},
    {RECORD_LABEL, KEY_RANK, "rank", SHAPE_COUNT, false, NULL, "Of parts: lower holds higher."},
    {RECORD_LABEL, KEY_NUMBER, "number", SHAPE_SWITCH, false, NULL,
     "Whether a number must follow (true)."},
    {RECORD_LABEL, KEY_ALONE, "alone", SHAPE_ID, false, NULL,
     "A role that the provision and all inside have, and no other."},

    {RECORD_LANGUAGE, KEY_ID, "language", SHAPE_ID, true, NULL, "en"},
    {RECORD_LANGUAGE, KEY_NAME, "name", SHAPE_TEXT, false, NULL, "English"},
    {RECORD_LANGUAGE, KEY_INVARIABLE, "invariable", SHAPE_TEXTS, false, NULL,
     "Words that never inflect."},
    {RECORD_LANGUAGE, KEY_IRREGULAR, "irregular", SHAPE_FORMS, false, NULL,
     "A word and all its other forms."},
    {RECORD_LANGUAGE, KEY_FAMILIES, "families", SHAPE_FORMS, false, NULL,
     "A word and the derivations that belong with it in every phrase."},
    {RECORD_LANGUAGE, KEY_SPELLING, "spelling", SHAPE_PAIRS, false, NULL,
     "British and American spelling, beyond -ise/-ize and -our/-or."},
    {RECORD_LANGUAGE, KEY_NUMBERS, "numbers", SHAPE_VALUES, false, NULL,
     "Words for numbers and ordinals."},
    {RECORD_LANGUAGE, KEY_SUFFIXES, "suffixes", SHAPE_VALUES, false, NULL,
     "What follows a number inserted later: bis, ter."},
    {RECORD_LANGUAGE, KEY_ABBREVIATIONS, "abbreviations", SHAPE_TEXTS, false, NULL,
     "A full stop after these ends no sentence."},
    {RECORD_LANGUAGE, KEY_COMMON, "common", SHAPE_TEXTS, false, NULL,
     "The commonest words, in order: a phrase is looked for where a rarer one stands."},
    {RECORD_LANGUAGE, KEY_STATES, "states", SHAPE_PAIRS, false, NULL,
     "What a lack says of the state of its safeguard: named, implied, elsewhere."},
    {RECORD_LANGUAGE, KEY_DEFINES, "defines", SHAPE_TEXT, false, NULL,
     "Letters that stand in every definition: mean."},
    {RECORD_LANGUAGE, KEY_WORDS, "words", SHAPE_TEXTS, false, NULL,
     "Words of law that dictionaries do not know."},
};

const struct condition_rule condition_rules[] = {
    {COND_ROLES, "roles", CONDITION_ROLES, false,
     "The provision, its article or its part has one of these roles."},
    {COND_KINDS, "kinds", CONDITION_KINDS, true, "It is, or stands in, a provision of this kind."},
    {COND_HEADING, "heading", CONDITION_CONCEPTS, true,
     "Its heading, or one above, holds the concept."},
    {COND_TITLE, "title", CONDITION_CONCEPTS, true,
     "The title of the instrument holds a phrase of the concept."},
    {COND_SAME_CLAUSE, "same-clause", CONDITION_CONCEPTS, false,
     "The concept occurs in the same clause."},
    {COND_SAME_SENTENCE, "same-sentence", CONDITION_CONCEPTS, false,
     "In the same sentence, with introduction and closing words."},
    {COND_SAME_PROVISION, "same-provision", CONDITION_CONCEPTS, true,
     "In the same article or section."},
    {COND_DOCUMENT, "document", CONDITION_CONCEPTS, true, "Anywhere in the document."},
    {COND_DOCUMENT_ROLES, "document-roles", CONDITION_ROLES, false,
     "A provision of the document, wherever it stands, has one of these roles."},
    {COND_BEFORE, "before", CONDITION_CONCEPTS, false, "Directly before the words."},
    {COND_AFTER, "after", CONDITION_CONCEPTS, false, "Directly after the words."},
    {COND_EARLIER, "earlier", CONDITION_CONCEPTS, false, "Before the words, in the same sentence."},
    {COND_LATER, "later", CONDITION_CONCEPTS, false, "After the words, in the same sentence."},
    {COND_WITHIN, "within", CONDITION_CONCEPTS, false, "Its hit covers or overlaps the words."},
    {COND_NEGATED, "negated", CONDITION_SWITCH, false,
     "A negation stands before the words in their clause."},
    {COND_DEFINED, "defined", CONDITION_SWITCH, false, "The document defines the words."},
    {COND_DEFINING, "defining", CONDITION_SWITCH, false,
     "The words are what this sentence defines."},
    {COND_PROFILE, "profile", CONDITION_PROFILES, true, "The draft is a treaty or a statute."},
    {COND_QUOTED, "quoted", CONDITION_SWITCH, false,
     "In text that an amendment puts into another law."},
};

const uint32_t key_rule_count = sizeof key_rules / sizeof key_rules[0];
const uint32_t condition_rule_count = sizeof condition_rules / sizeof condition_rules[0];

uint32_t choice_find(const char *const *choices, const char *text) {
    for (uint32_t i = 0; choices[i]; i++) {
        if (strcmp(choices[i], text) == 0) {
            return i;
        }
    }
    return LEXICON_NONE;
}
