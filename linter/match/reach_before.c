/*
 * What is said of a power that stands before it. In: "A judge may order that calls be intercepted",
 * and in the next article "The order lapses after thirty days", "The recordings are erased". Out:
 * the power is subject to the articles behind it that speak of its order, its measure, its yield.
 */
#include "reach_search.h"

#include "words.h"

#include "../base/utf8.h"

#include <string.h>

/* How many articles on something else may stand between, among how many, how many powers are
 * looked for; letters that words of one family share; how often the text is read. */
enum { GAP = 5, STEPS = 24, POWERS = 6, FAMILY = 6, FAMILY_LEAST = 5, READINGS = 16 };

/* The first letters of a word, folded. */
struct stem {
    uint32_t letters[FAMILY];
    uint32_t count;
};

struct before {
    struct reach_search *search;
    const bool *confined; /* find_confined */
    uint32_t *articles;   /* of the document, in order */
    uint32_t *places;     /* by provision: of an article, where it stands there */
    bool *hosts;          /* by provision: of articles, those that quote law of other acts */
    uint64_t budget;      /* bytes that may still be read */
    uint64_t steps;       /* articles that may still be looked at */
};

/* The stem of the word that begins at `*at`, which moves behind the word. */
static struct stem read_stem(const struct text *text, uint32_t *at, uint32_t end) {
    struct stem stem = {.count = 0};
    while (*at < end) {
        uint32_t character;
        uint32_t length = utf8_decode(text->mask + *at, end - *at, &character);
        if (!utf8_is_word(character)) {
            break;
        }
        if (stem.count < FAMILY) {
            stem.letters[stem.count++] = utf8_fold(character);
        }
        *at += length;
    }
    return stem;
}

static uint32_t skip_gap(const struct text *text, uint32_t at, uint32_t end) {
    while (at < end) {
        uint32_t character;
        uint32_t length = utf8_decode(text->mask + at, end - at, &character);
        if (utf8_is_word(character)) {
            break;
        }
        at += length;
    }
    return at;
}

/* The stem of the last word of a stretch: of "each such order", that of "order". */
static struct stem last_stem(const struct text *text, uint32_t start, uint32_t end) {
    struct stem stem = {.count = 0};
    for (uint32_t at = skip_gap(text, start, end); at < end; at = skip_gap(text, at, end)) {
        stem = read_stem(text, &at, end);
    }
    return stem;
}

/* "Order" and "orders", "interception" and "intercept". */
static bool is_family(const struct stem *a, const struct stem *b) {
    uint32_t count = a->count < b->count ? a->count : b->count;
    return count >= FAMILY_LEAST && memcmp(a->letters, b->letters, count * sizeof *a->letters) == 0;
}

/* Whether a word of the family stands in the article or its heading. */
static bool speaks_of(struct before *before, uint32_t article, const struct stem *stem) {
    const struct text *text = &before->search->document->text;
    const struct provision *own = &before->search->document->provisions[article];
    if (own->finish - own->start > before->budget) {
        before->budget = 0;
        return false;
    }
    before->budget -= own->finish - own->start;
    for (uint32_t at = skip_gap(text, own->start, own->finish); at < own->finish;
         at = skip_gap(text, at, own->finish)) {
        const struct stem other = read_stem(text, &at, own->finish);
        if (is_family(stem, &other)) {
            return true;
        }
    }
    return false;
}

/* Makes the power in `article` subject to what is said of it at a hit. */
static bool add_edge(struct before *before, uint32_t article, uint32_t behind,
                     const struct hit *hit, bool yield) {
    const struct provision *provisions = before->search->document->provisions;
    const struct reference reached = {.start = hit->start,
                                      .end = hit->end,
                                      .provision = article,
                                      .first = behind,
                                      .last = provisions[behind].end,
                                      .kind = REFERENCE_PROVISIONS};
    struct reach *reach = before->search->reach;
    uint32_t count = reach->count;
    if (!reach_edge_add(before->search, &reached, REACH_SUBJECT, LEAD_SUBJECT)) {
        return false;
    }
    if (reach->count > count) {
        reach->edges[count].spoken = true;
        reach->edges[count].yield = yield;
    }
    return true;
}

/* Adds edges from the powers before the article listed at `place`, of which its hit speaks: with a
 * stem, those of the same part that have a word of its family; without, the nearest and those that
 * stand with it. `order`: it speaks of more than what the power brings in. */
static bool add_powers(struct before *before, uint32_t place, const struct hit *hit,
                       const struct stem *stem, bool order) {
    const struct provision *provisions = before->search->document->provisions;
    uint32_t behind = before->articles[place], gap = 0, powers = 0;
    for (uint32_t i = place, steps = 0; i-- > 0 && gap <= GAP && powers < POWERS; steps++) {
        uint32_t at = before->articles[i];
        if (provisions[at].parent != provisions[behind].parent || steps == STEPS ||
            before->steps == 0) {
            break; /* another part */
        }
        before->steps--;
        if (!(provisions[at].roles & before->search->powers)) {
            if (powers && !stem) {
                break;
            }
            gap++;
            continue;
        }
        gap = 0;
        if (stem && !speaks_of(before, at, stem)) {
            continue;
        }
        powers++;
        if (!add_edge(before, at, behind, hit, !order)) {
            return false;
        }
    }
    return true;
}

/* `family`: of powers that have a word of the family, or else, if `nearest`, of the nearest;
 * `power`: articles speak of one before them that give a power themselves; `order` as in
 * add_powers. */
static bool search_concept(struct before *before, enum named_concept name, bool family,
                           bool nearest, bool power, bool order) {
    const struct reach_search *search = before->search;
    const struct proviso_document *document = search->document;
    const struct posting_list *list =
        postings_list(search->context->postings, reach_concept(search, name));
    uint32_t last = DOCUMENT_NONE;
    struct stem stem = {.count = 0};
    for (uint32_t i = 0; i < list->count; i++) {
        const struct hit hit = posting_at(list, i);
        uint32_t provision = context_provision(search->context, &hit);
        uint32_t article = search->context->standings[provision].article;
        const struct stem own = last_stem(&document->text, hit.start, hit.end);
        if (article == 0 || before->hosts[article] || (before->confined[article] && !power) ||
            (article == last && (!family || is_family(&stem, &own)))) {
            continue;
        }
        last = article;
        stem = own;
        uint32_t edges = search->reach->count;
        if (!add_powers(before, before->places[article], &hit, family ? &stem : NULL, order) ||
            (family && nearest && search->reach->count == edges &&
             !add_powers(before, before->places[article], &hit, NULL, true))) {
            return false;
        }
    }
    return true;
}

bool reach_find_before(struct reach_search *search, struct arena *arena, const bool *confined) {
    const struct proviso_document *document = search->document;
    const size_t size = (size_t)document->provision_count + 1;
    struct before before = {.search = search,
                            .confined = confined,
                            .articles = ARENA_ARRAY(arena, uint32_t, size),
                            .places = ARENA_ARRAY(arena, uint32_t, size),
                            .hosts = ARENA_ARRAY(arena, bool, size),
                            .budget = (uint64_t)document->text.length * READINGS,
                            .steps = (uint64_t)size * STEPS};
    if (!before.articles || !before.places || !before.hosts) {
        return false;
    }
    for (uint32_t at = 1, count = 0, host = 0; at < document->provision_count; at++) {
        const struct provision *own = &document->provisions[at];
        bool quoted = own->flags & PROVISION_QUOTED;
        if (own->kind == PROVISO_ARTICLE) {
            before.places[at] = count;
            before.articles[count++] = at;
            host = quoted ? host : at;
        }
        before.hosts[host] = before.hosts[host] || (quoted && host);
    }
    return search_concept(&before, NAMED_SAID_OF_ORDER, true, false, false, true) &&
           search_concept(&before, NAMED_SAID_OF_WARRANT, true, true, false, true) &&
           search_concept(&before, NAMED_SAID_OF_NO_MEASURE, true, true, true, true) &&
           search_concept(&before, NAMED_SAID_OF_HOLDER, true, false, false, false) &&
           search_concept(&before, NAMED_SAID_OF_YIELD, false, true, false, false);
}
