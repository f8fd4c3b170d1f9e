/*
 * Safeguards in words. In: hits such as [judicial review] in "Such safeguards shall, as
 * appropriate, include judicial review". Out: evidence with a state, here `weak` for independent
 * oversight, because discretion stands in the same sentence. What the words are and what weakens
 * them is said by the safeguard's record.
 */
#include "safeguard.h"

#include "../base/error.h"
#include "bracket.h"

#include <string.h>

/* Why a concept is evidence of a safeguard. */
enum evidence_kind { SHOWN, NAMED, IMPLIED, ELSEWHERE, EXCLUDED };

/* A concept and the safeguard it speaks of; sorted by concept. */
struct witness {
    uint32_t safeguard, kind;
};

struct weighing {
    struct evidences *evidences;
    const struct proviso_findings *findings;
    struct context *context;
    const struct proviso_lexicon *lexicon;
    uint32_t *witness_first; /* by concept; one more at the end */
    struct witness *witnesses;
    uint64_t silent_roles; /* of provisions in which no words are a safeguard */
    uint64_t final_role;   /* but a saving clause among the last ones speaks for the instrument */
    uint64_t safeguard_role;
};

static const struct lexicon_refs *witness_refs(const struct lexicon_safeguard *safeguard,
                                               uint32_t kind) {
    switch (kind) {
    case SHOWN:
        return &safeguard->shown;
    case NAMED:
        return &safeguard->named;
    case IMPLIED:
        return &safeguard->implied;
    case ELSEWHERE:
        return &safeguard->elsewhere;
    default:
        return &safeguard->excluded;
    }
}

/* Calls for every witness: counts them in the first pass, puts them in the second. */
static void visit_witnesses(struct weighing *weighing, uint32_t *next, bool put) {
    const struct proviso_lexicon *lexicon = weighing->lexicon;
    for (uint32_t i = 0; i < lexicon->safeguard_count; i++) {
        for (uint32_t kind = SHOWN; kind <= EXCLUDED; kind++) {
            const struct lexicon_refs *refs = witness_refs(&lexicon->safeguards[i], kind);
            for (uint32_t j = refs->first; j < refs->first + refs->count; j++) {
                uint32_t concept = lexicon->refs[j];
                if (put) {
                    weighing->witnesses[next[concept]] = (struct witness){i, kind};
                }
                next[concept + (put ? 0 : 1)]++;
            }
        }
    }
}

static bool sort_witnesses(struct weighing *weighing) {
    struct arena *arena = weighing->findings->arena;
    uint32_t concepts = weighing->lexicon->concept_count;
    uint32_t *first = weighing->witness_first = ARENA_ARRAY(arena, uint32_t, (size_t)concepts + 2);
    uint32_t *next = ARENA_ARRAY(arena, uint32_t, (size_t)concepts + 1);
    if (!first || !next) {
        return false;
    }
    visit_witnesses(weighing, first, false);
    for (uint32_t i = 0; i < concepts; i++) {
        first[i + 1] += first[i];
        next[i] = first[i];
    }
    weighing->witnesses = ARENA_ARRAY(arena, struct witness, first[concepts]);
    if (!weighing->witnesses) {
        return false;
    }
    visit_witnesses(weighing, next, true);
    return true;
}

/* Whether any of the concepts stands in the sentence of the place; true if there are none. */
static bool binds(const struct weighing *weighing, const struct place *place,
                  const struct lexicon_refs *binding) {
    return binding->count == 0 ||
           context_sentence_holds(weighing->context, place,
                                  weighing->lexicon->refs + binding->first, binding->count);
}

static uint32_t weigh_shown(const struct weighing *weighing, const struct place *place,
                            const struct lexicon_safeguard *safeguard) {
    if (context_in_heading(weighing->context, place)) {
        return STATE_NAMED;
    }
    if (brackets_at(weighing->findings, place->start) ||
        brackets_at(weighing->findings, place->end - 1)) {
        return STATE_BRACKETED;
    }
    if (conditions_silence(weighing->context, place, safeguard->weak_first,
                           safeguard->weak_count)) {
        return STATE_WEAK;
    }
    return binds(weighing, place, &safeguard->binding) ? STATE_PRESENT : STATE_NAMED;
}

/* The roles for which words may not count. A saving clause among the final clauses, itself a
 * safeguard and no final clause, is read. */
static uint64_t roles_at(const struct weighing *weighing, uint32_t provision) {
    const struct context *context = weighing->context;
    uint64_t own = context->document->provisions[context->standings[provision].article].roles;
    bool saves = own & weighing->safeguard_role && !(own & weighing->final_role);
    return context_roles(context, provision) & (saves ? ~weighing->final_role : ~UINT64_C(0));
}

/* The state that the words give the safeguard, or STATE_MISSING if they do not count. What voids a
 * safeguard does not void the words that switch it off, which may be those very words, nor those
 * that only name it. */
static uint32_t weigh(const struct weighing *weighing, const struct place *place,
                      const struct witness *witness) {
    const struct lexicon_safeguard *safeguard = &weighing->lexicon->safeguards[witness->safeguard];
    uint64_t silent = weighing->silent_roles;
    silent &= safeguard->of == SUBJECT_INSTRUMENT ? ~weighing->final_role : ~UINT64_C(0);
    if ((roles_at(weighing, place->provision) & silent) ||
        (weighing->context->standings[place->provision].flags & PROVISION_CONTENTS) ||
        (safeguard->of != SUBJECT_OFFENCE &&
         weighing->findings->document->provisions[place->provision].flags & PROVISION_TERM) ||
        (witness->kind != EXCLUDED && witness->kind != NAMED &&
         conditions_silence(weighing->context, place, safeguard->void_first,
                            safeguard->void_count))) {
        return STATE_MISSING;
    }
    if (witness->kind == SHOWN) {
        return weigh_shown(weighing, place, safeguard);
    }
    if (witness->kind != NAMED && context_in_heading(weighing->context, place)) {
        return STATE_MISSING;
    }
    return witness->kind == NAMED       ? STATE_NAMED
           : witness->kind == IMPLIED   ? STATE_IMPLIED
           : witness->kind == ELSEWHERE ? STATE_ELSEWHERE
                                        : STATE_EXCLUDED;
}

static bool add_evidence(struct evidences *evidences, const struct evidence *evidence) {
    struct evidence *list =
        array_grow(evidences->list, &evidences->capacity, evidences->count + 1, sizeof *list);
    if (!list) {
        return false;
    }
    evidences->list = list;
    list[evidences->count++] = *evidence;
    return true;
}

static bool weigh_hit(struct weighing *weighing, const struct concept_hit *hit) {
    uint32_t first = weighing->witness_first[hit->concept];
    uint32_t end = weighing->witness_first[hit->concept + 1];
    struct place place = context_place(weighing->context, &hit->hit, hit->concept);
    for (uint32_t i = first; i < end; i++) {
        const struct witness *witness = &weighing->witnesses[i];
        const struct lexicon_safeguard *safeguard =
            &weighing->lexicon->safeguards[witness->safeguard];
        struct evidence evidence = {.start = place.start,
                                    .provision = place.provision,
                                    .safeguard = witness->safeguard,
                                    .state = weigh(weighing, &place, witness)};
        evidence.own = conditions_silence(weighing->context, &place, safeguard->own_first,
                                          safeguard->own_count);
        evidence.point = conditions_silence(weighing->context, &place, safeguard->point_first,
                                            safeguard->point_count);
        if (evidence.state != STATE_MISSING && !add_evidence(weighing->evidences, &evidence)) {
            return false;
        }
    }
    return true;
}

bool evidences_find(struct evidences *evidences, const struct proviso_findings *findings,
                    struct context *context, struct proviso_error *error) {
    static const char *const silent[] = {"preamble", "definition", "final", "prevention",
                                         "technical-assistance"};
    struct weighing weighing = {.evidences = evidences,
                                .findings = findings,
                                .context = context,
                                .lexicon = findings->document->lexicon};
    for (size_t i = 0; i < sizeof silent / sizeof *silent; i++) {
        weighing.silent_roles |= lexicon_roles(weighing.lexicon, silent[i]);
    }
    weighing.final_role = lexicon_roles(weighing.lexicon, "final");
    weighing.safeguard_role = lexicon_roles(weighing.lexicon, "safeguard");
    uint32_t count = 0;
    struct concept_hit *hits = NULL;
    bool done = sort_witnesses(&weighing) &&
                (hits = postings_select(context->postings, weighing.witness_first, &count)) != NULL;
    for (uint32_t i = 0; done && i < count; i++) {
        done = weigh_hit(&weighing, &hits[i]);
    }
    array_free(hits);
    return done || error_memory(error);
}

void evidences_free(struct evidences *evidences) {
    array_free(evidences->list);
    *evidences = (struct evidences){0};
}

uint32_t evidences_from(const struct evidences *evidences, uint32_t offset) {
    uint32_t low = 0, high = evidences->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (evidences->list[middle].start < offset) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/* From the worst to the best. */
static const struct {
    uint32_t state;
    const char *name;
} states[] = {
    {STATE_NOT_ASKED, ""},          {STATE_EXCLUDED, "excluded"}, {STATE_MISSING, "missing"},
    {STATE_ELSEWHERE, "elsewhere"}, {STATE_IMPLIED, "implied"},   {STATE_NAMED, "named"},
    {STATE_BRACKETED, "bracketed"}, {STATE_WEAK, "weak"},         {STATE_PRESENT, "present"},
};

static size_t state_rank(uint32_t state) {
    size_t rank = 0;
    while (rank + 1 < sizeof states / sizeof *states && states[rank].state != state) {
        rank++;
    }
    return rank;
}

bool state_is_better(uint32_t a, uint32_t b) {
    return state_rank(a) > state_rank(b);
}

const char *state_name(uint32_t state) {
    return states[state_rank(state)].name;
}

uint64_t evidences_required(const struct evidences *evidences,
                            const struct proviso_lexicon *lexicon, uint32_t start, uint32_t end) {
    uint64_t required = 0;
    for (uint32_t i = evidences_from(evidences, start);
         i < evidences->count && evidences->list[i].start < end; i++) {
        const struct evidence *evidence = &evidences->list[i];
        uint32_t of = lexicon->safeguards[evidence->safeguard].of;
        if ((of == SUBJECT_POWER || of == SUBJECT_REGIME) &&
            state_is_better(evidence->state, STATE_NAMED)) {
            required |= UINT64_C(1) << evidence->safeguard;
        }
    }
    return required;
}
