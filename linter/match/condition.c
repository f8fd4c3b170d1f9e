/*
 * Conditions of rules and roles. In: the words "as appropriate" in a paragraph of Article 24, and
 * `roles: [safeguard]`, `same-sentence: {all: [duty]}`, `negated: true`. Out: whether they hold.
 * Each question about a concept is a search in its hits, never a walk over the sentence; a sentence
 * includes the introductions ("chapeaux") that it continues and their closing words.
 */
#include "context.h"
#include "words.h"

#include <string.h>

enum { CHAPEAU_LIMIT = 16, HEADING_LIMIT = 32, NEGATION_REACH = 10 };

static bool is_asked(const struct context *context, uint32_t concept) {
    return context->document->lexicon->concepts[concept].use == MATCHER_ASKED;
}

/* The last hit of the concept that starts before the offset, or NULL; for words that are looked for
 * when asked for, of those beyond `start` alone. */
static const struct hit *context_before(struct context *context, uint32_t concept, uint32_t start,
                                        uint32_t offset) {
    return is_asked(context, concept) ? asked_before(&context->asked, concept, start, offset)
                                      : postings_before(context->postings, concept, offset);
}

/* The first hit of the concept that starts at or after the offset; of such words, before `end`. */
static const struct hit *context_from(struct context *context, uint32_t concept, uint32_t offset,
                                      uint32_t end) {
    return is_asked(context, concept) ? asked_from(&context->asked, concept, offset, end)
                                      : postings_from(context->postings, concept, offset);
}

typedef bool (*concept_test)(struct context *context, const struct place *place, uint32_t concept);

/* True if a hit of the concept, other than the words themselves, overlaps start..end. */
static bool overlaps(struct context *context, const struct place *place, uint32_t concept,
                     uint32_t start, uint32_t end) {
    const struct hit *hit = context_before(context, concept, start, end);
    if (hit && concept == place->concept && hit->start == place->start) {
        hit = context_before(context, concept, start, hit->start);
    }
    return hit && hit->end > start;
}

static bool is_in_sentence(struct context *context, const struct place *place, uint32_t concept,
                           uint32_t sentence) {
    const struct sentence *at = &context->document->sentences[sentence];
    return overlaps(context, place, concept, at->start, at->end);
}

/* In a sentence that this one continues. */
static bool is_in_chapeau(struct context *context, const struct place *place, uint32_t concept) {
    const struct sentence *sentences = context->document->sentences;
    uint32_t at = place->sentence;
    for (int i = 0; i < CHAPEAU_LIMIT && at != DOCUMENT_NONE; i++) {
        at = sentences[at].chapeau;
        if (at != DOCUMENT_NONE && is_in_sentence(context, place, concept, at)) {
            return true;
        }
    }
    return false;
}

/* In the closing words of this sentence or of one that it continues. */
static bool is_in_tail(struct context *context, const struct place *place, uint32_t concept) {
    const struct sentence *sentences = context->document->sentences;
    uint32_t at = place->sentence;
    for (int i = 0; i < CHAPEAU_LIMIT && at != DOCUMENT_NONE; i++) {
        uint32_t tail = sentences[at].tail;
        if (tail != DOCUMENT_NONE && is_in_sentence(context, place, concept, tail)) {
            return true;
        }
        at = sentences[at].chapeau;
    }
    return false;
}

/* In the points of the list that this sentence introduces. */
static bool is_in_points(struct context *context, const struct place *place, uint32_t concept) {
    const struct proviso_document *document = context->document;
    uint32_t at = place->sentence, next = at + 1;
    if (at == DOCUMENT_NONE || next >= document->sentence_count ||
        document->sentences[next].chapeau != at) {
        return false;
    }
    const struct sentence *sentence = &document->sentences[at];
    return overlaps(context, place, concept, sentence->end,
                    document->provisions[sentence->provision].finish);
}

static bool holds_in_sentence(struct context *context, const struct place *place,
                              uint32_t concept) {
    return overlaps(context, place, concept, place->stretch_start, place->stretch_end) ||
           is_in_chapeau(context, place, concept) || is_in_tail(context, place, concept) ||
           is_in_points(context, place, concept);
}

bool context_sentence_holds(struct context *context, const struct place *place,
                            const uint32_t *concepts, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        if (holds_in_sentence(context, place, concepts[i])) {
            return true;
        }
    }
    return false;
}

/* Mostly the concept is nowhere in the sentence, which then need not be read for clauses. */
static bool holds_in_clause(struct context *context, const struct place *place, uint32_t concept) {
    uint32_t start = place->stretch_start, end = place->stretch_end;
    end = end < place->end ? place->end : end;
    if (!overlaps(context, place, concept, start, end)) {
        return false;
    }
    context_clause(context, place, &start, &end);
    return overlaps(context, place, concept, start, end);
}

static bool holds_in_provision(struct context *context, const struct place *place,
                               uint32_t concept) {
    uint32_t article = context->standings[place->provision].article;
    const struct provision *provision = &context->document->provisions[article];
    return overlaps(context, place, concept, provision->start, provision->finish);
}

static bool holds_in_document(struct context *context, const struct place *place,
                              uint32_t concept) {
    return overlaps(context, place, concept, 0, DOCUMENT_NONE);
}

static bool holds_within(struct context *context, const struct place *place, uint32_t concept) {
    return overlaps(context, place, concept, place->start, place->end);
}

/* The title of the instrument is none: an Act with "offences" in its name has powers too. */
static bool holds_in_heading(struct context *context, const struct place *place, uint32_t concept) {
    const struct provision *provisions = context->document->provisions;
    uint32_t at = context->standings[place->provision].heading;
    for (int i = 0; i < HEADING_LIMIT && at != DOCUMENT_NONE && at > 0; i++) {
        if (overlaps(context, place, concept, provisions[at].heading_start,
                     provisions[at].heading_end)) {
            return true;
        }
        at = context->standings[provisions[at].parent].heading;
    }
    return false;
}

static bool holds_in_title(struct context *context, const struct place *place, uint32_t concept) {
    const struct provision *whole = &context->document->provisions[0];
    return overlaps(context, place, concept, whole->heading_start, whole->heading_end);
}

/* The last hit of the concept that ends before the words, in their stretch of text, or NULL. */
static const struct hit *hit_before(struct context *context, const struct place *place,
                                    uint32_t concept) {
    uint32_t start = place->stretch_start;
    const struct hit *hit = context_before(context, concept, start, place->start);
    if (hit && hit->end > place->start) {
        hit = context_before(context, concept, start, hit->start);
    }
    return hit && hit->start >= place->stretch_start ? hit : NULL;
}

static const struct hit *hit_after(struct context *context, const struct place *place,
                                   uint32_t concept) {
    const struct hit *hit = context_from(context, concept, place->end, place->stretch_end);
    return hit && hit->start < place->stretch_end ? hit : NULL;
}

static bool holds_earlier(struct context *context, const struct place *place, uint32_t concept) {
    return hit_before(context, place, concept) || is_in_chapeau(context, place, concept);
}

static bool holds_later(struct context *context, const struct place *place, uint32_t concept) {
    return hit_after(context, place, concept) || is_in_tail(context, place, concept) ||
           is_in_points(context, place, concept);
}

static bool no_word_between(const struct context *context, uint32_t start, uint32_t end) {
    return words_count(&context->document->text, start, end, 1) == 0;
}

/* The sentence that the words begin, if they are the first words of a point: its chapeau. */
static const struct sentence *chapeau_at(const struct context *context, const struct place *place) {
    if (place->sentence == DOCUMENT_NONE) {
        return NULL;
    }
    uint32_t chapeau = context->document->sentences[place->sentence].chapeau;
    return chapeau == DOCUMENT_NONE ? NULL : &context->document->sentences[chapeau];
}

static bool holds_before(struct context *context, const struct place *place, uint32_t concept) {
    const struct hit *hit = hit_before(context, place, concept);
    if (hit) {
        return no_word_between(context, hit->end, place->start);
    }
    const struct sentence *chapeau = chapeau_at(context, place);
    if (!chapeau || !no_word_between(context, place->stretch_start, place->start)) {
        return false;
    }
    hit = context_before(context, concept, chapeau->start, chapeau->end);
    return hit && hit->end > chapeau->start && no_word_between(context, hit->end, chapeau->end);
}

static bool holds_after(struct context *context, const struct place *place, uint32_t concept) {
    const struct hit *hit = hit_after(context, place, concept);
    if (hit) {
        return no_word_between(context, place->end, hit->start);
    }
    uint32_t tail = place->sentence == DOCUMENT_NONE
                        ? DOCUMENT_NONE
                        : context->document->sentences[place->sentence].tail;
    if (tail == DOCUMENT_NONE || !no_word_between(context, place->end, place->stretch_end)) {
        return false;
    }
    const struct sentence *closing = &context->document->sentences[tail];
    hit = context_from(context, concept, closing->start, closing->end);
    return hit && hit->start < closing->end && no_word_between(context, closing->start, hit->start);
}

/* A ban that begins in start..end and that nothing lifts before `end`. */
static bool has_ban(struct context *context, uint32_t start, uint32_t end) {
    const uint32_t *named = context->document->lexicon->named;
    if (named[NAMED_BANS] == LEXICON_NONE || named[NAMED_BAN_LIFTED] == LEXICON_NONE) {
        return false;
    }
    const struct hit *ban = context_before(context, named[NAMED_BANS], start, end);
    if (!ban || ban->start < start) {
        return false;
    }
    const struct hit *lifted = context_from(context, named[NAMED_BAN_LIFTED], ban->end, end);
    return !lifted || lifted->start >= end;
}

/* "No order may call upon a provider to keep an entrance, to leave a flaw unmended or to undo its
 * encryption": all that is behind, in the sentence or in the points that it introduces. */
bool context_banned(struct context *context, const struct place *place) {
    const struct sentence *sentences = context->document->sentences;
    uint32_t at = place->sentence;
    bool banned = has_ban(context, place->stretch_start, place->start);
    for (int i = 0; !banned && i < CHAPEAU_LIMIT && at != DOCUMENT_NONE; i++) {
        at = sentences[at].chapeau;
        banned = at != DOCUMENT_NONE && has_ban(context, sentences[at].start, sentences[at].end);
    }
    return banned;
}

/* Whether a comma and a word that begins a new statement stand in start..end: ", which", ", and".
 */
static bool begins_anew(struct context *context, uint32_t start, uint32_t end) {
    const uint32_t concept = context->document->lexicon->named[NAMED_NEGATION_ENDS];
    const char *mask = context->document->text.mask, *at = mask + start;
    while (concept != LEXICON_NONE && (at = memchr(at, ',', (size_t)(mask + end - at))) != NULL) {
        uint32_t comma = (uint32_t)(at++ - mask);
        const struct hit *hit = context_from(context, concept, comma, end);
        if (hit && hit->start < end &&
            words_count(&context->document->text, comma, hit->start, 1) == 0) {
            return true;
        }
    }
    return false;
}

/* A negation a few words before, in the clause or at the end of the chapeau that it continues. */
static bool follows_negation(struct context *context, const struct place *place) {
    if (context->negation == LEXICON_NONE) {
        return false;
    }
    const struct text *text = &context->document->text;
    const struct hit *hit = hit_before(context, place, context->negation);
    const struct sentence *chapeau = chapeau_at(context, place);
    if (!hit && !chapeau) {
        return false;
    }
    uint32_t start, end;
    context_clause(context, place, &start, &end);
    if (hit && hit->start >= start) {
        return words_count(text, hit->end, place->start, NEGATION_REACH + 1) <= NEGATION_REACH &&
               !begins_anew(context, hit->end, place->start);
    }
    if (!chapeau || start != place->stretch_start) {
        return false;
    }
    hit = context_before(context, context->negation, chapeau->start, chapeau->end);
    if (!hit || hit->end <= chapeau->start) {
        return false;
    }
    uint32_t words = words_count(text, hit->end, chapeau->end, NEGATION_REACH + 1) +
                     words_count(text, start, place->start, NEGATION_REACH + 1);
    return words <= NEGATION_REACH;
}

static bool test_concepts(struct context *context, const struct place *place,
                          const struct lexicon_condition *condition, concept_test test) {
    const uint32_t *refs = context->document->lexicon->refs + condition->ref_first;
    bool all = condition->mode == COND_ALL;
    for (uint32_t i = 0; i < condition->ref_count; i++) {
        if (test(context, place, refs[i]) != all) {
            return !all;
        }
    }
    return all;
}

/* The refs of the condition as a bit set: roles, kinds or profiles. */
static bool test_bits(const struct context *context, const struct lexicon_condition *condition,
                      uint64_t bits) {
    const uint32_t *refs = context->document->lexicon->refs + condition->ref_first;
    uint64_t wanted = 0;
    for (uint32_t i = 0; i < condition->ref_count; i++) {
        wanted |= refs[i] < 64 ? UINT64_C(1) << refs[i] : 0;
    }
    return condition->mode == COND_ALL ? (bits & wanted) == wanted : (bits & wanted) != 0;
}

static bool test_condition(struct context *context, const struct place *place,
                           const struct lexicon_condition *condition) {
    static const concept_test tests[] = {
        [COND_HEADING] = holds_in_heading,
        [COND_TITLE] = holds_in_title,
        [COND_SAME_CLAUSE] = holds_in_clause,
        [COND_SAME_SENTENCE] = holds_in_sentence,
        [COND_SAME_PROVISION] = holds_in_provision,
        [COND_DOCUMENT] = holds_in_document,
        [COND_BEFORE] = holds_before,
        [COND_AFTER] = holds_after,
        [COND_EARLIER] = holds_earlier,
        [COND_LATER] = holds_later,
        [COND_WITHIN] = holds_within,
    };
    const struct standing *standing = &context->standings[place->provision];
    bool wanted = condition->value != 0;
    switch (condition->key) {
    case COND_ROLES:
        return test_bits(context, condition, context_roles(context, place->provision));
    case COND_DOCUMENT_ROLES:
        return test_bits(context, condition, context->document_roles);
    case COND_KINDS:
        return test_bits(context, condition, standing->kinds);
    case COND_PROFILE:
        return test_bits(context, condition, UINT64_C(1) << context->document->profile);
    case COND_QUOTED:
        return ((standing->flags & PROVISION_QUOTED) != 0) == wanted;
    case COND_NEGATED:
        return (follows_negation(context, place) || context_banned(context, place)) == wanted;
    case COND_DEFINED:
        return terms_define(context, place) == wanted;
    case COND_DEFINING:
        return terms_hold(context, place) == wanted;
    default:
        return condition->key < sizeof tests / sizeof *tests &&
               test_concepts(context, place, condition, tests[condition->key]);
    }
}

uint32_t conditions_failing(struct context *context, const struct place *place, uint32_t first,
                            uint32_t count) {
    const struct lexicon_condition *conditions = context->document->lexicon->conditions;
    for (uint32_t i = first; i < first + count; i++) {
        if (!test_condition(context, place, &conditions[i])) {
            return i;
        }
    }
    return LEXICON_NONE;
}

uint32_t conditions_silencing(struct context *context, const struct place *place, uint32_t first,
                              uint32_t count) {
    const struct lexicon_condition *conditions = context->document->lexicon->conditions;
    for (uint32_t i = first; i < first + count;) {
        uint32_t group = i;
        while (i < first + count && conditions[i].group == conditions[group].group) {
            i++;
        }
        if (conditions_hold(context, place, group, i - group)) {
            return group;
        }
    }
    return LEXICON_NONE;
}

bool conditions_hold(struct context *context, const struct place *place, uint32_t first,
                     uint32_t count) {
    return conditions_failing(context, place, first, count) == LEXICON_NONE;
}

bool conditions_silence(struct context *context, const struct place *place, uint32_t first,
                        uint32_t count) {
    return conditions_silencing(context, place, first, count) != LEXICON_NONE;
}
