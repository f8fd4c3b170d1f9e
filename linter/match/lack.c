/*
 * Saying that a safeguard is missing. In: "necessity", Article 24, the powers of Articles 21 and 28
 * that it governs. Out: a finding of the rule with the most conditions that hold, at the heading of
 * Article 24, with the two articles as related places and the places where the program looked.
 */
#include "lack.h"

#include "message.h"
#include "reach.h"
#include "safeguard.h"

bool lack_is(uint32_t state) {
    return state == STATE_MISSING || state == STATE_NAMED || state == STATE_IMPLIED ||
           state == STATE_ELSEWHERE;
}

/* The rule that speaks for a lack at a provision: of those whose conditions hold, the one with the
 * most; or LEXICON_NONE if the lexicon says nothing about it. */
static uint32_t choose_rule(const struct lack_search *search, uint32_t safeguard,
                            uint32_t provision) {
    const struct place place = provision_place(search->findings->document, provision);
    uint32_t chosen = LEXICON_NONE, most = 0;
    for (uint32_t i = 0; i < search->lexicon->rule_count; i++) {
        const struct lexicon_rule *rule = &search->lexicon->rules[i];
        uint32_t conditions = rule->where_count + rule->unless_count + 1;
        if (rule->lacks == safeguard && conditions > most &&
            conditions_hold(search->context, &place, rule->where_first, rule->where_count) &&
            !conditions_silence(search->context, &place, rule->unless_first, rule->unless_count)) {
            chosen = i;
            most = conditions;
        }
    }
    return chosen;
}

/* The words at which a lack is shown: the heading of its provision, or else its label. */
void lack_words(const struct proviso_document *document, uint32_t at, struct finding *finding) {
    const struct provision *provision = &document->provisions[at];
    if (provision->heading_end > provision->heading_start) {
        finding->start = provision->heading_start;
        finding->end = provision->heading_end;
    } else if (provision->label_end > provision->label_start) {
        finding->start = provision->label_start;
        finding->end = provision->label_end;
    } else {
        finding->start = finding->end = provision->start;
        while (finding->end < provision->finish && document->text.mask[finding->end] != '\n' &&
               document->text.mask[finding->end] != '\r') {
            finding->end++;
        }
    }
}

bool lack_relate(const struct lack_search *search, struct finding *finding) {
    struct related *related =
        ARENA_ARRAY(search->findings->arena, struct related, search->concerned_count);
    uint32_t lacks = search->lexicon->rules[finding->rule].lacks;
    string_at title = lacks == LEXICON_NONE ? 0 : search->lexicon->safeguards[lacks].title;
    if (!related) {
        return false;
    }
    for (uint32_t i = 0; i < search->concerned_count; i++) {
        uint32_t provision = search->coverage->subjects[search->concerned[i]].provision;
        if (provision != finding->provision) {
            struct finding words = {0};
            lack_words(search->findings->document, provision, &words);
            related[finding->related_count++] = (struct related){
                provision, words.start, words.end, lexicon_string(search->lexicon, title)};
        }
    }
    finding->related = related;
    return true;
}

static void look(struct lack_search *search, uint32_t provision) {
    if (search->looked.length) {
        buffer_add_string(&search->looked, "; ");
    }
    message_cite(&search->looked, search->findings->document, provision);
}

enum { LOOKED = 8 }; /* places named; of a long range the rest is left out */

/* Where the safeguard was looked for: the articles concerned, what they are subject to, the article
 * that governs them. */
static bool list_looked(struct lack_search *search, struct finding *finding) {
    const struct reach *reach = search->coverage->reach;
    uint32_t clause = DOCUMENT_NONE;
    buffer_clear(&search->looked);
    for (uint32_t i = 0; i < search->concerned_count && i < LOOKED; i++) {
        const struct subject *subject = &search->coverage->subjects[search->concerned[i]];
        look(search, subject->provision);
        uint32_t first = reach->subject_first[subject->provision];
        uint32_t end = reach->subject_first[subject->provision + 1];
        for (uint32_t edge = first; edge < end && edge < first + LOOKED; edge++) {
            if (search->concerned_count == 1 && !reach->edges[edge].spoken &&
                reach->edges[edge].first != subject->clause) {
                look(search, reach->edges[edge].first);
            }
        }
        clause = clause == DOCUMENT_NONE ? subject->clause : clause;
    }
    if (clause != DOCUMENT_NONE) {
        look(search, clause);
    }
    const char *looked = buffer_string(&search->looked);
    finding->looked = arena_copy(search->findings->arena, looked, search->looked.length);
    return finding->looked && !search->looked.failed;
}

/* Says the lack of a safeguard at a provision, for the subjects concerned. */
bool lack_add(struct lack_search *search, uint32_t safeguard, uint32_t provision, uint32_t witness,
              bool must) {
    uint32_t rule = choose_rule(search, safeguard, witness);
    if (rule == LEXICON_NONE) {
        return true;
    }
    struct finding finding = {.rule = rule,
                              .provision = provision,
                              .sentence = DOCUMENT_NONE,
                              .severity = must && search->worst == STATE_MISSING
                                              ? search->lexicon->rules[rule].severity
                                              : PROVISO_NOTE,
                              .state = search->worst,
                              .rests = search->rests};
    uint32_t kind = search->findings->document->provisions[provision].kind;
    if (kind != PROVISO_ARTICLE && search->concerned_count) { /* a new article goes behind these */
        uint32_t last = search->concerned[search->concerned_count - 1];
        finding.mend = search->coverage->subjects[last].provision;
    }
    lack_words(search->findings->document, provision, &finding);
    return list_looked(search, &finding) && lack_relate(search, &finding) &&
           findings_add(search->findings, search->capacity, &finding);
}

void lack_concern(struct lack_search *search, uint32_t subject, const struct cell *cell) {
    if (search->concerned_count == 0 || state_is_better(search->worst, cell->state)) {
        search->worst = cell->state;
        search->rests = cell->provision;
    }
    search->concerned[search->concerned_count++] = subject;
}
