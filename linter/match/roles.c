/*
 * What provisions do. In: hits, "[search] or similarly [access] ... its [competent authorities]"
 * under the heading "Search and seizure". Out: provision.roles, here power:search for the article
 * and all inside. Hits are counted once for each article through a table from concepts to the cues
 * that ask for them; a part gets its roles from its heading and hands them down.
 */
#include "context.h"

#include "../base/error.h"

#include <string.h>

#define HEADING_FACTOR 2.5
enum { ROLE_LIMIT = 64 };

/* A cue as found under its concept: the role it speaks for. */
struct vote {
    uint32_t role, weight, heading;
};

struct tally {
    uint32_t provision; /* last counted for, + 1 */
    uint32_t text, heading, banned;
};

struct election {
    struct context *context;
    struct proviso_document *document;
    uint32_t *vote_first; /* by concept; one more at the end */
    struct vote *votes;
    struct concept_hit *hits; /* those with votes */
    uint32_t hit_count;
    struct tally *tallies; /* by concept */
    uint32_t *counted;     /* concepts that have a tally for the provision in hand */
    uint32_t counted_count;
    bool bans; /* the provision in hand holds some */
    uint64_t per_paragraph, inherited, without_cues;
    uint64_t inherited_where; /* roles handed down under conditions */
};

static bool sort_votes(struct election *election, const struct proviso_lexicon *lexicon) {
    struct arena *arena = election->context->arena;
    size_t concepts = lexicon->concept_count;
    uint32_t *first = election->vote_first = ARENA_ARRAY(arena, uint32_t, concepts + 2);
    election->votes = ARENA_ARRAY(arena, struct vote, lexicon->cue_count);
    election->tallies = ARENA_ARRAY(arena, struct tally, concepts + 1);
    election->counted = ARENA_ARRAY(arena, uint32_t, concepts + 1);
    if (!first || !election->votes || !election->tallies || !election->counted) {
        return false;
    }
    for (uint32_t i = 0; i < lexicon->cue_count; i++) {
        first[lexicon->cues[i].concept + 1]++;
    }
    for (size_t i = 0; i < concepts; i++) {
        first[i + 1] += first[i];
        election->counted[i] = first[i]; /* for now: where the next vote goes */
    }
    for (uint32_t role = 0; role < lexicon->role_count; role++) {
        const struct lexicon_role *record = &lexicon->roles[role];
        for (uint32_t i = 0; i < record->cue_count; i++) {
            const struct lexicon_cue *cue = &lexicon->cues[record->cue_first + i];
            election->votes[election->counted[cue->concept]++] =
                (struct vote){role, cue->weight, cue->heading};
        }
        election->per_paragraph |= record->per_paragraph ? UINT64_C(1) << role : 0;
        election->inherited |= record->inherited ? UINT64_C(1) << role : 0;
        election->inherited_where |= record->inherit_count ? UINT64_C(1) << role : 0;
        election->without_cues |= record->cue_count ? 0 : UINT64_C(1) << role;
    }
    return true;
}

/* The first of the hits with votes that starts at or after the offset. */
static uint32_t hit_from(const struct election *election, uint32_t offset) {
    uint32_t low = 0, high = election->hit_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (election->hits[middle].hit.start < offset) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static void count_hit(struct election *election, uint32_t index, const struct concept_hit *hit) {
    const struct provision *provision = &election->document->provisions[index];
    struct tally *tally = &election->tallies[hit->concept];
    if (tally->provision != index + 1) {
        *tally = (struct tally){.provision = index + 1};
        election->counted[election->counted_count++] = hit->concept;
    }
    tally->text++;
    if (election->bans) {
        const struct place place = context_place(election->context, &hit->hit, hit->concept);
        tally->banned += context_banned(election->context, &place);
    }
    tally->heading +=
        hit->hit.start >= provision->heading_start && hit->hit.end <= provision->heading_end;
}

/* Counts the hits in start..end by concept, as those of the provision. */
static void count_stretch(struct election *election, uint32_t index, uint32_t start, uint32_t end) {
    for (uint32_t at = start < end ? hit_from(election, start) : election->hit_count;
         at < election->hit_count && election->hits[at].hit.start < end; at++) {
        count_hit(election, index, &election->hits[at]);
    }
}

/* Counts the hits of an article or a paragraph, not those of articles quoted in it. */
static void count_article(struct election *election, uint32_t index) {
    const struct standing *standings = election->context->standings;
    const struct provision *provisions = election->document->provisions;
    election->counted_count = 0;
    election->bans =
        postings_inside(election->context->postings, election->document->lexicon->named[NAMED_BANS],
                        provisions[index].start, provisions[index].finish) != NULL;
    uint32_t at = hit_from(election, provisions[index].start);
    while (at < election->hit_count && election->hits[at].hit.start < provisions[index].finish) {
        uint32_t inside = context_provision(election->context, &election->hits[at].hit);
        uint32_t article = standings[inside].article;
        if (article == standings[index].article) {
            count_hit(election, index, &election->hits[at++]);
        } else {
            uint32_t behind = hit_from(election, provisions[article].finish);
            at = behind > at ? behind : at + 1;
        }
    }
}

static double root(uint32_t hits) {
    static const double roots[] = {0, 1, 1.4142135623730951, 1.7320508075688772};
    return roots[hits > 3 ? 3 : hits];
}

/* Returns the roles that have votes. */
static uint64_t score_roles(const struct election *election, double scores[ROLE_LIMIT]) {
    uint64_t voted = 0;
    memset(scores, 0, ROLE_LIMIT * sizeof *scores);
    for (uint32_t i = 0; i < election->counted_count; i++) {
        uint32_t concept = election->counted[i];
        const struct tally *tally = &election->tallies[concept];
        double text = root(tally->text), unbanned = root(tally->text - tally->banned);
        double heading = root(tally->heading) * HEADING_FACTOR;
        for (uint32_t at = election->vote_first[concept]; at < election->vote_first[concept + 1];
             at++) {
            const struct vote *vote = &election->votes[at];
            bool free = election->document->lexicon->roles[vote->role].unbanned;
            scores[vote->role] += vote->weight * (vote->heading ? heading : free ? unbanned : text);
            voted |= UINT64_C(1) << vote->role;
        }
    }
    return voted;
}

/* The roles that one displaces. */
static uint64_t beaten_by(const struct proviso_lexicon *lexicon, uint32_t role) {
    const struct lexicon_role *record = &lexicon->roles[role];
    uint64_t beaten = 0;
    for (uint32_t i = 0; i < record->beats_count; i++) {
        beaten |= UINT64_C(1) << lexicon->refs[record->beats_first + i];
    }
    return beaten & ~(UINT64_C(1) << role);
}

/* Drops the roles that others of the set displace. */
static uint64_t drop_beaten(const struct proviso_lexicon *lexicon, uint64_t roles,
                            const double scores[ROLE_LIMIT]) {
    uint64_t left = roles;
    for (uint32_t role = 0; role < lexicon->role_count; role++) {
        uint64_t beaten = roles >> role & 1 ? beaten_by(lexicon, role) & roles : 0;
        for (uint32_t other = 0; other < lexicon->role_count && beaten >> other; other++) {
            if (!(beaten >> other & 1)) {
                continue;
            }
            bool mutual = beaten_by(lexicon, other) >> role & 1;
            if (!mutual || scores[role] > scores[other] ||
                (scores[role] >= scores[other] && role < other)) {
                left &= ~(UINT64_C(1) << other);
            }
        }
    }
    return left;
}

static bool may_have(const struct election *election, const struct lexicon_role *record,
                     const struct place *place) {
    return conditions_hold(election->context, place, record->conditions_first,
                           record->conditions_count) &&
           !conditions_silence(election->context, place, record->unless_first,
                               record->unless_count);
}

/* The roles among `wanted` that the counted hits give to the provision. */
static uint64_t elect_roles(const struct election *election, uint32_t index, uint64_t wanted) {
    const struct proviso_lexicon *lexicon = election->document->lexicon;
    const struct place place = provision_place(election->document, index);
    double scores[ROLE_LIMIT];
    uint64_t roles = 0;
    if (election->counted_count == 0 && !(wanted & election->without_cues)) {
        return 0;
    }
    wanted &= score_roles(election, scores) | election->without_cues;
    for (uint32_t role = 0; role < lexicon->role_count && wanted >> role; role++) {
        const struct lexicon_role *record = &lexicon->roles[role];
        bool enough = scores[role] >= record->threshold &&
                      (scores[role] > 0 || (record->cue_count == 0 && record->conditions_count));
        if ((wanted >> role & 1) && enough && may_have(election, record, &place)) {
            roles |= UINT64_C(1) << role;
        }
    }
    return roles ? drop_beaten(lexicon, roles, scores) : 0;
}

/* Roles of the family of a role: "power:..." of "power:search". */
static uint64_t family(const struct proviso_lexicon *lexicon, uint32_t role) {
    const char *id = lexicon_string(lexicon, lexicon->roles[role].id);
    size_t length = strcspn(id, ":");
    uint64_t roles = 0;
    for (uint32_t i = 0; i < lexicon->role_count; i++) {
        const char *other = lexicon_string(lexicon, lexicon->roles[i].id);
        roles |= (uint64_t)(strcspn(other, ":") == length && memcmp(id, other, length) == 0) << i;
    }
    return roles;
}

/* What an article has from the heading of its part: "The judge may grant a warrant" under
 * "Interception" gives that power. */
static uint64_t inherit(const struct election *election, uint32_t index, uint64_t own) {
    const struct proviso_lexicon *lexicon = election->document->lexicon;
    const struct place place = provision_place(election->document, index);
    uint64_t passed = election->context->standings[index].passed;
    uint64_t roles = own ? 0 : passed & election->inherited;
    uint64_t asked = passed & election->inherited_where;
    for (uint32_t role = 0; role < lexicon->role_count; role++) {
        const struct lexicon_role *record = &lexicon->roles[role];
        if ((asked >> role & 1) && !(own & family(lexicon, role)) &&
            may_have(election, record, &place) &&
            conditions_hold(election->context, &place, record->inherit_first,
                            record->inherit_count)) {
            roles |= UINT64_C(1) << role;
        }
    }
    return roles;
}

/* A part, or the document: its heading speaks for what it contains, its own text for itself. */
static void elect_part(struct election *election, uint32_t index) {
    struct provision *provision = &election->document->provisions[index];
    uint32_t inside = index + 1 < provision->end ? provision[1].start : provision->finish;
    election->counted_count = 0;
    election->bans = false;
    count_stretch(election, index, provision->heading_start, provision->heading_end);
    uint64_t heading = elect_roles(election, index, UINT64_MAX);
    if (provision->heading_end <= inside) {
        count_stretch(election, index, provision->heading_end, inside);
        count_stretch(election, index, provision->tail, provision->finish);
    }
    provision->roles = heading | elect_roles(election, index, UINT64_MAX);
    if (index > 0) {
        election->context->standings[index].passed |= heading;
    }
}

/* The role that provisions of this kind or label have alone, or 0: a preamble recites powers and
 * gives none, nor does an explanatory statement or anything in it. */
static uint64_t sole_role(const struct election *election, uint32_t index) {
    const struct proviso_lexicon *lexicon = election->document->lexicon;
    const struct provision *provisions = election->document->provisions;
    for (uint32_t at = index; at > 0; at = provisions[at].parent) {
        uint32_t label = provisions[at].label;
        if (label != DOCUMENT_NONE && lexicon->labels[label].alone != LEXICON_NONE) {
            return UINT64_C(1) << lexicon->labels[label].alone;
        }
    }
    uint64_t roles = 0;
    for (uint32_t role = 0; role < lexicon->role_count && !roles; role++) {
        roles = (uint64_t)(lexicon->roles[role].alone_in == provisions[index].kind) << role;
    }
    return roles;
}

static void elect_provision(struct election *election, uint32_t index) {
    struct provision *provision = &election->document->provisions[index];
    struct standing *standings = election->context->standings;
    standings[index].passed = index > 0 ? standings[provision->parent].passed : 0;
    provision->roles = 0;
    if (standings[index].flags & PROVISION_CONTENTS) {
        return;
    }
    if (provision->kind == PROVISO_DOCUMENT || provision->kind == PROVISO_PART) {
        elect_part(election, index);
        return;
    }
    uint64_t sole = sole_role(election, index);
    if (sole) {
        provision->roles = sole;
    } else if (standings[index].article == index) {
        count_article(election, index);
        provision->roles = elect_roles(election, index, UINT64_MAX);
        provision->roles |= inherit(election, index, provision->roles);
    } else {
        provision->roles = election->document->provisions[provision->parent].roles;
        if (election->per_paragraph && provision->kind == PROVISO_PARAGRAPH &&
            provision->parent == standings[index].article) {
            count_article(election, index);
            provision->roles |= elect_roles(election, index, election->per_paragraph);
        }
    }
    standings[index].passed |= provision->roles;
}

bool match_roles(struct proviso_document *document, struct context *context,
                 struct proviso_error *error) {
    struct election election = {.context = context, .document = document};
    bool done = sort_votes(&election, document->lexicon) &&
                (election.hits = postings_select(context->postings, election.vote_first,
                                                 &election.hit_count)) != NULL;
    for (uint32_t i = 0; done && i < document->provision_count; i++) {
        elect_provision(&election, i);
        context->document_roles |= document->provisions[i].roles;
    }
    array_free(election.hits);
    return done || error_memory(error);
}
