/*
 * From tokens to findings. check.c calls the stages in order: hits -> context -> roles -> rules,
 * which hands its candidates to findings.c. Absence rules will come as further stages behind rules.
 */
#ifndef MATCH_MATCH_H
#define MATCH_MATCH_H

#include "../document/document.h"
#include "postings.h"

enum safeguard_state {
    STATE_NOT_ASKED,
    STATE_PRESENT,
    STATE_WEAK,
    STATE_NAMED,
    STATE_IMPLIED,
    STATE_ELSEWHERE,
    STATE_BRACKETED,
    STATE_EXCLUDED,
    STATE_MISSING
};

/* "present", "weak" ... as in JSON; "" for STATE_NOT_ASKED. safeguard.c */
const char *state_name(uint32_t state);

struct related {
    uint32_t provision;
    uint32_t start, end;
    const char *message;
};

struct finding {
    uint32_t rule;
    uint32_t start,
        end; /* the words; for an absence the heading, or else the label, of its provision */
    uint32_t provision;
    uint32_t sentence; /* or DOCUMENT_NONE */
    uint32_t severity; /* enum proviso_severity; the rule's unless a state lowers it */
    uint32_t state;    /* enum safeguard_state, STATE_NOT_ASKED for word rules */
    uint32_t rests;    /* of an absence: the provision that names or implies it, or DOCUMENT_NONE */
    const char *message; /* the rule's message with {text} and the like filled in */
    const struct lexicon_suggestion *suggestion; /* that speaks here, or NULL */
    const char *wording; /* its words with their places filled in, or NULL */
    uint32_t mend;       /* an absence: the article that the wording goes into or behind, if that is
                            not its own; or 0 */
    uint32_t behind_start, behind; /* the words that the wording follows, or 0 */
    const char *meant;             /* of a misspelt word: the one meant, or NULL */
    const char *looked; /* where an absence was looked for, "; " between places, or NULL */
    const struct related *related;
    uint32_t related_count;
    uint64_t fingerprint;
};

/* A sentence, or a heading that is none: text in which words are looked for. */
struct stretch {
    uint32_t start, end;
    uint32_t sentence; /* or DOCUMENT_NONE */
};

/* Words that a rule matches, and the condition that keeps it silent. */
struct silence {
    uint32_t rule, start, end, provision;
    const char *text, *reason;
};

/* Text in brackets or in an alternative. */
struct unagreed {
    uint32_t start, end;
};

struct coverage; /* coverage.h: powers against safeguards */

struct proviso_findings {
    struct arena *arena;
    const struct proviso_document *document;
    struct postings hits;
    struct stretch *stretches; /* in reading order, without overlap */
    uint32_t stretch_count;
    struct finding *list;
    uint32_t count;
    struct unagreed *brackets; /* text that is not agreed: sorted, without overlap; bracket.c */
    uint32_t bracket_count;
    uint32_t unagreed; /* bytes in them */
    struct coverage *coverage;
    const struct proviso_findings *const *others; /* instruments that the draft leans on */
    size_t other_count;
    struct silence *silences; /* if the document asks why; in reading order. why.c */
    uint32_t silence_count;
    uint32_t unevaluated; /* sentences in which a pattern reached a limit: "not evaluated here" */
};

struct context; /* context.h: what rules and roles ask about the surroundings of words */

/* Finds the terms that the draft defines as something the lexicon has a word for. meant.c */
bool match_meant(struct proviso_document *document, struct arena *arena,
                 struct proviso_error *error);
bool match_hits(struct proviso_findings *findings, struct proviso_error *error); /* hits.c */
/* How many stretches start before the offset; `cursor` is where the last question ended. stretch.c
 */
uint32_t stretches_before(const struct proviso_findings *findings, uint32_t *cursor,
                          uint32_t offset);
/* The sentence of a hit, or DOCUMENT_NONE in a heading that is none. */
uint32_t match_sentence(const struct proviso_findings *findings, uint32_t *cursor,
                        const struct hit *hit);
/* Fills provision.roles: own ones, those of the article, those that a part's heading hands down.
 * Scores are as in lexicon.h. A part has the roles of its heading and, like the document, those of
 * text that stands directly in it, which do not pass to what it contains. Of two roles that beat
 * each other the one with the higher score stays. */
bool match_roles(struct proviso_document *document, struct context *context,
                 struct proviso_error *error); /* roles.c */
/* Adds the hits of derived concepts that are cues of roles, in the order of their records. */
bool match_derived_cues(struct context *context, struct proviso_error *error); /* derive.c */
/* Adds those of all other derived concepts; needs roles. */
bool match_derived(struct context *context, struct proviso_error *error); /* derive.c */
/* Lets go of the hits that are not asked for beyond `until` (lexicon.h), and of those that no
 * derived concept behind this one asks for. forget.c */
void hits_forget(struct proviso_findings *findings, uint32_t until);
void hits_forget_derived(struct proviso_findings *findings, uint32_t record);
bool match_rules(struct proviso_findings *findings, struct context *context,
                 struct proviso_error *error); /* rules.c */

/* Adds a candidate; `capacity` is that of findings->list. False when memory ran out. */
bool findings_add(struct proviso_findings *findings, uint32_t *capacity,
                  const struct finding *finding);

/* Candidates, in the order of their words, become the findings of the document (findings.c).
 * Nothing is said twice at the same words: of two findings of one category of which one holds all
 * words of the other, the more severe stays; at equal severity the longer; on the same words the
 * first by rule id. Findings of different categories, and words that overlap only in part, all
 * stay. Then reading order: start, severity (errors first), rule id; then messages and
 * fingerprints. */
bool findings_settle(struct proviso_findings *findings, struct context *context,
                     struct proviso_error *error);

/* A change of the draft that would mend a finding: the bytes of the file that go and the UTF-8 text
 * that comes in their place. */
struct finding_edit {
    uint32_t offset, end_offset;
    const char *text;
    uint32_t length;
};

/* The edit of a finding whose suggestion is no mere advice. A deletion takes the commas, brackets
 * and spaces with it that would otherwise be left ("shall, as appropriate, include" becomes "shall
 * include") and keeps the capital at the start of a sentence. Added wording becomes a paragraph or
 * an article, numbered and broken into lines as the draft does it. False if the suggestion offers
 * no edit, or none that leaves clean text (half of an emphasis stands in the words). */
bool finding_edit(const struct proviso_findings *findings, const struct finding *finding,
                  struct finding_edit *edit); /* edit.c */

#endif
