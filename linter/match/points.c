/*
 * An offence of several points. In: evidence of intent in point (a) of "A person who (a) reads data
 * with intent; or (b) deletes data commits an offence". Out: the offence has no intent: it clears
 * (a) alone. In the words around the list, in every point, or in one of points that "and" joins, it
 * clears all. What is weak is said by the word rules and not here.
 */
#include "inquiry.h"

#include "lack.h"

enum { COMMA_BYTES = 24 }; /* from a comma to the words that close a list: ", with fraudulent or" */

/* Of a provision: whether the words in it or in what is inside give the safeguard; its points. */
struct tally {
    bool given;
    uint32_t points, with; /* its points, and those that have it */
};

/* Whether words that count for their own point only are all that gives the safeguard. */
static bool stands_in_points(const struct inquiry *inquiry, const struct provision *subject,
                             uint32_t safeguard) {
    const struct evidences *evidences = inquiry->coverage->evidences;
    bool found = false;
    for (uint32_t i = evidences_from(evidences, subject->start);
         i < evidences->count && evidences->list[i].start < subject->finish; i++) {
        const struct evidence *evidence = &evidences->list[i];
        if (evidence->safeguard != safeguard || lack_is(evidence->state)) {
            continue;
        }
        if (!evidence->point || evidence->state != STATE_PRESENT) {
            return false;
        }
        found = true;
    }
    return found;
}

/* Whether a provision has it, once all inside have been asked. */
static bool is_given(const struct provision *provision, const struct tally *tally) {
    bool joined = provision->flags & PROVISION_JOINED || tally->points < 2;
    return tally->given || (joined ? tally->with > 0 : tally->with == tally->points);
}

/* A list within a paragraph has no line for its closing words: "(b) any interference with a
 * computer system, with fraudulent intent". Behind a comma in the last point they may close the
 * list. */
static bool may_close(const struct proviso_document *document, const struct evidence *evidence) {
    const struct provision *point = &document->provisions[evidence->provision];
    const struct provision *parent = &document->provisions[point->parent];
    const char *mask = document->text.mask;
    uint32_t line = point->start, at = evidence->start;
    if (point->kind != PROVISO_POINT || point->end != parent->end ||
        parent->tail < parent->finish) {
        return false;
    }
    while (line > 0 && (mask[line - 1] == ' ' || mask[line - 1] == '\t')) {
        line--;
    }
    while (at > point->start && evidence->start - at < COMMA_BYTES && mask[at - 1] != ',' &&
           mask[at - 1] != ';') {
        at--;
    }
    return line > 0 && mask[line - 1] != '\n' && mask[line - 1] != '\r' && mask[at - 1] == ',';
}

/* Whether the offence has the safeguard; `tallies` are those of the provisions from `at` on. */
static bool has_safeguard(const struct inquiry *inquiry, struct tally *tallies, uint32_t at,
                          uint32_t safeguard) {
    const struct evidences *evidences = inquiry->coverage->evidences;
    const struct provision *provisions = inquiry->findings->document->provisions;
    for (uint32_t i = at; i < provisions[at].end; i++) {
        tallies[i - at] = (struct tally){0};
    }
    for (uint32_t i = evidences_from(evidences, provisions[at].start);
         i < evidences->count && evidences->list[i].start < provisions[at].finish; i++) {
        const struct evidence *evidence = &evidences->list[i];
        if (evidence->safeguard == safeguard && !lack_is(evidence->state)) {
            bool closes =
                evidence->provision > at && may_close(inquiry->findings->document, evidence);
            tallies[(closes ? provisions[evidence->provision].parent : evidence->provision) - at]
                .given = true;
        }
    }
    for (uint32_t i = provisions[at].end; --i > at;) {
        struct tally *parent = &tallies[provisions[i].parent - at];
        bool given = is_given(&provisions[i], &tallies[i - at]);
        if (provisions[i].kind == PROVISO_POINT) {
            parent->points++;
            parent->with += given;
        } else {
            parent->given = parent->given || given;
        }
    }
    return is_given(&provisions[at], &tallies[0]);
}

bool cells_settle_points(const struct inquiry *inquiry, struct cell *own, uint32_t at) {
    const struct provision *subject = &inquiry->findings->document->provisions[at];
    struct tally *tallies = NULL;
    for (uint32_t i = 0; i < inquiry->lexicon->safeguard_count; i++) {
        bool cleared = inquiry->of_offences >> i & 1 && !lack_is(own[i].state) &&
                       own[i].state != STATE_EXCLUDED && subject->end > at + 2;
        if (!cleared || !stands_in_points(inquiry, subject, i)) {
            continue;
        }
        tallies = tallies ? tallies
                          : ARENA_ARRAY(inquiry->findings->arena, struct tally, subject->end - at);
        if (!tallies) {
            return false;
        }
        if (!has_safeguard(inquiry, tallies, at, i)) {
            own[i] = (struct cell){.state = STATE_MISSING, .provision = DOCUMENT_NONE};
        }
    }
    return true;
}
