/*
 * Cross-references. In: hits of "article", "subsection", "this Act". Out: the provisions meant.
 * "subject to paragraphs 1 (a) and 2 of article 21 of this Convention" gives two references, to
 * Article 21(1)(a) and Article 21(2); "article 17 of the Covenant" gives one to another instrument.
 */
#include "reference.h"

#include "../base/error.h"
#include "../base/utf8.h"
#include "reference_unit.h"

#define AHEAD 4       /* hits whose text is fetched before they are read */
#define CHAIN_LIMIT 4 /* "point (a) of paragraph 2 of article 5 of this Act" */

struct search {
    struct reference_reader reader;
    struct provision_index index;
    struct references *references;
    struct concept_hit *hits; /* of the concepts below, in reading order */
    uint32_t hit_count;
    uint32_t unit, instrument, pointer, that; /* concepts; LEXICON_NONE if there are none */
    uint32_t over, before, behind;            /* likewise */
    struct unit article;                      /* of the reference to articles read last */
    uint32_t done;    /* units before this byte are containers of a reference already read */
    uint32_t nearby;  /* the last provision that starts before the hit in hand */
    uint32_t stretch; /* asked about last */
};

static bool reference_add(struct search *search, const struct reference *reference) {
    struct references *references = search->references;
    struct reference *list =
        array_grow(references->list, &references->capacity, references->count + 1, sizeof *list);
    if (!list) {
        return false;
    }
    references->list = list;
    list[references->count++] = *reference;
    return true;
}

/* Adds one reference for each number of a list that is of this document. */
static bool add_list(struct search *search, const struct unit *unit, uint32_t start,
                     const struct cited *list, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        struct unit named = *unit;
        named.before = i ? unit->before : NULL;
        uint32_t near, first = unit_resolve(&search->index, &named, &list[i], &near);
        struct reference reference = {.start = i ? list[i].start : start,
                                      .end = list[i].end,
                                      .whole_end = unit->whole_end,
                                      .provision = unit->provision,
                                      .sentence = unit->sentence,
                                      .kind = REFERENCE_DANGLING,
                                      .unit = unit->kind,
                                      .label = unit->label,
                                      .near = near};
        if (first != DOCUMENT_NONE) {
            reference.kind = REFERENCE_PROVISIONS;
            reference.first = first;
            reference.last = search->reader.document->provisions[first].end;
        }
        if (list[i].range && i + 1 < count) {
            uint32_t last = unit_resolve(&search->index, unit, &list[i + 1], &near);
            if (first != DOCUMENT_NONE && last != DOCUMENT_NONE && last > first) {
                reference.last = search->reader.document->provisions[last].end;
                reference.end = list[++i].end;
            }
        }
        if (!reference_add(search, &reference)) {
            return false;
        }
    }
    return true;
}

static bool add_external(struct search *search, const struct unit *unit, uint32_t start,
                         uint32_t end) {
    struct reference reference = {.start = start,
                                  .end = end,
                                  .whole_end = unit->whole_end,
                                  .provision = unit->provision,
                                  .sentence = unit->sentence,
                                  .kind = REFERENCE_EXTERNAL,
                                  .unit = unit->kind,
                                  .label = unit->label};
    return reference_add(search, &reference);
}

/* "Penal Code" is an instrument; the "law" and the "act" of "articles 6 to 9 are laid down by law",
 * "section 4 where the act is done" are none. */
static bool begins_as_name(const struct search *search, const struct hit *hit) {
    uint32_t character;
    utf8_decode(search->reader.mask + hit->start, hit->end - hit->start, &character);
    return utf8_fold(character) != character;
}

/* How the words behind a list of numbers go on. */
enum chain { CHAIN_HERE, CHAIN_UNIT, CHAIN_OTHER };

enum { NEAR = 12 }; /* bytes between a reference and what it is of: " of ", ", both of " */

/* Reads "of this Act", "of article 21", "of the Penal Code" from the hits from *next on. For
 * CHAIN_UNIT, *next becomes the hit of the unit. A hit of `instrument` without `reference-this`
 * directly before it is another instrument. */
static enum chain read_chain(const struct search *search, uint32_t at, uint32_t *next) {
    uint32_t limit = at + 100 < search->reader.end ? at + 100 : search->reader.end;
    const struct hit *pointer = NULL, *that = NULL;
    uint32_t read = at; /* no comma or semicolon in at..read */
    for (uint32_t i = *next; i < search->hit_count && search->hits[i].hit.start < limit; i++) {
        const struct hit *hit = &search->hits[i].hit;
        uint32_t concept = search->hits[i].concept;
        for (; read < hit->start; read++) {
            if (search->reader.mask[read] == ';' || search->reader.mask[read] == ',') {
                return CHAIN_HERE;
            }
        }
        if (hit->start < at) {
            continue;
        }
        if (concept == search->over) {
            return CHAIN_HERE; /* "section 6 shall be used in accordance with the Privacy Act" */
        } else if (concept == search->pointer) {
            pointer = hit;
        } else if (concept == search->that && hit->start - at <= NEAR) {
            that = hit; /* but "section 4 is weighed against the gravity of the act" */
        } else if (concept == search->instrument) {
            bool here = pointer && pointer->end == hit->end;
            if (!here && !(that && that->end == hit->end) && !begins_as_name(search, hit)) {
                continue;
            }
            /* "section 5 of this Act"; but "section 5 applies to orders under this Act" has two */
            *next = here && pointer->start - at > NEAR ? *next : i;
            return here ? CHAIN_HERE : CHAIN_OTHER;
        } else if (concept == search->unit) {
            if (hit->start - at > NEAR || reader_joins(&search->reader, at)) {
                return CHAIN_HERE;
            }
            *next = i;
            return CHAIN_UNIT;
        }
    }
    return CHAIN_HERE;
}

/* Reads the unit at `hit`; on success the numbers behind it, or between `limit` and a sign, stand
 * in list. */
static uint32_t read_unit(const struct search *search, const struct hit *hit, uint32_t limit,
                          struct unit *unit, struct cited list[LIST_LIMIT], uint32_t *end) {
    const struct lexicon_label *label =
        reader_unit(&search->reader, hit, unit->word, &unit->length);
    unit->kind = label ? label->kind : PROVISO_ARTICLE;
    unit->label =
        label ? (uint32_t)(label - search->reader.document->lexicon->labels) : DOCUMENT_NONE;
    bool roman = unit->kind != PROVISO_PARAGRAPH && unit->kind != PROVISO_POINT;
    uint32_t before = reader_list_before(&search->reader, hit, limit, list, end);
    return before ? before : reader_list(&search->reader, hit->end, roman, list, end);
}

/* Whether the hit is the end of words of the concept: "this article", "the preceding chapter". */
static bool ends_words(const struct search *search, uint32_t concept, uint32_t at) {
    const struct concept_hit *hits = search->hits;
    for (uint32_t i = at, steps = 0; i > 0 && steps < 8; steps++) {
        i--;
        if (hits[i].concept == concept) {
            return hits[i].hit.end == hits[at].hit.end;
        }
    }
    return false;
}

/* Whether the hit is the end of "this article", "the present Convention". */
static bool points_here(const struct search *search, uint32_t at) {
    return ends_words(search, search->pointer, at);
}

static bool add_found(struct search *search, const struct unit *unit, const struct hit *hit,
                      uint32_t found) {
    if (found == DOCUMENT_NONE) {
        return true;
    }
    struct reference reference = {.start = hit->start,
                                  .end = hit->end,
                                  .whole_end = hit->end,
                                  .provision = unit->provision,
                                  .sentence = unit->sentence,
                                  .first = found,
                                  .last = search->reader.document->provisions[found].end,
                                  .kind = REFERENCE_PROVISIONS};
    return reference_add(search, &reference);
}

static bool add_this(struct search *search, const struct unit *unit, const struct hit *hit) {
    return add_found(search, unit, hit, unit_resolve_this(search->reader.document, unit));
}

/* "The preceding chapter", "the following part": the neighbour of the one that holds the words. */
static bool add_neighbour(struct search *search, const struct unit *unit, const struct hit *hit,
                          bool before) {
    const struct proviso_document *document = search->reader.document;
    uint32_t found = unit_resolve_this(document, unit);
    return found == DOCUMENT_NONE ||
           add_found(search, unit, hit, unit_neighbour(document, found, before));
}

/* The article directly before "paragraph 3" in "article 24, paragraph 3", the chapter before "7 §"
 * in "Chapter 2, 7 §", or NULL. */
static struct reference *container_before(const struct search *search, const struct unit *unit,
                                          uint32_t start) {
    const struct references *references = search->references;
    uint32_t kind = unit->kind < PROVISO_PARAGRAPH ? PROVISO_PART : PROVISO_ARTICLE;
    if (references->count == 0 || unit->kind < PROVISO_ARTICLE) {
        return NULL;
    }
    struct reference *last = &references->list[references->count - 1];
    uint32_t at = reader_skip_space(&search->reader, last->end);
    at = at < start && search->reader.mask[at] == ',' ? at + 1 : at;
    bool follows = last->sentence == unit->sentence && last->end <= start &&
                   reader_skip_space(&search->reader, at) == start;
    return follows && last->unit == kind ? last : NULL;
}

/* Puts what stands in the article named before in its place: "article 24, paragraph 3" is one
 * reference. */
static bool add_behind(struct search *search, struct unit *unit, const struct cited *list,
                       uint32_t count, struct reference *article) {
    uint32_t start = article->start;
    if (article->kind != REFERENCE_PROVISIONS) {
        article->end = list[count - 1].end;
        return true;
    }
    unit->container = article->first;
    unit->whole_end = list[count - 1].end;
    unit->within = true;
    unit->before = &search->article;
    search->references->count--;
    return add_list(search, unit, start, list, count);
}

/* The innermost provision that holds a hit; asked in reading order. */
static uint32_t provision_of(struct search *search, const struct hit *hit) {
    const struct proviso_document *document = search->reader.document;
    const struct provision *provisions = document->provisions;
    while (search->nearby + 1 < document->provision_count &&
           provisions[search->nearby + 1].start <= hit->start) {
        search->nearby++;
    }
    uint32_t at = search->nearby;
    while (at > 0 && provisions[at].finish <= hit->start) {
        at = provisions[at].parent;
    }
    return at;
}

static uint32_t sentence_of(struct search *search, const struct hit *hit) {
    return match_sentence(search->reader.findings, &search->stretch, hit);
}

/* Reads the reference that begins with the hit of a unit, along the chain of its containers. The
 * outermost container decides whether it is of this document at all. */
static bool read_reference(struct search *search, uint32_t at) {
    struct cited list[LIST_LIMIT], outer[LIST_LIMIT];
    const struct hit *hit = &search->hits[at].hit;
    struct unit unit = {.provision = provision_of(search, hit),
                        .sentence = sentence_of(search, hit)};
    unit.around = unit.provision;
    const struct references *read = search->references;
    uint32_t end, limit = read->count ? read->list[read->count - 1].end : 0;
    uint32_t count = read_unit(search, hit, limit, &unit, list, &end);
    if (count == 0 && points_here(search, at)) {
        return add_this(search, &unit, hit);
    }
    if (count == 0) {
        bool before = ends_words(search, search->before, at);
        return !(before || ends_words(search, search->behind, at)) ||
               add_neighbour(search, &unit, hit, before);
    }
    uint32_t start = list[0].start < hit->start ? list[0].start : hit->start;
    struct reference *before = container_before(search, &unit, start);
    if (before && unit.kind >= PROVISO_PARAGRAPH) {
        return add_behind(search, &unit, list, count, before);
    }
    if (before && before->kind == REFERENCE_PROVISIONS) {
        unit.around = before->first;
        start = before->start;
        search->references->count--;
    } else {
        start = unit_settle_part(&search->index, &search->reader, limit, start, &unit);
    }
    unit.container = unit.provision;
    uint32_t behind = end, next = at;
    enum chain chain = CHAIN_UNIT;
    struct unit outer_unit = unit;
    for (uint32_t steps = 0; steps < CHAIN_LIMIT; steps++) {
        chain = read_chain(search, behind, &next);
        const struct hit *container_hit = &search->hits[next].hit;
        search->done = container_hit->end > search->done ? container_hit->end : search->done;
        if (chain != CHAIN_UNIT) {
            break;
        }
        uint32_t outer_count =
            read_unit(search, container_hit, behind, &outer_unit, outer, &behind);
        if (outer_count && unit.kind >= PROVISO_PARAGRAPH) {
            uint32_t near, container = unit_resolve(&search->index, &outer_unit, &outer[0], &near);
            unit.within = container != DOCUMENT_NONE;
            unit.lost = !unit.within;
            unit.container = unit.within ? container : unit.container;
        } else if (!outer_count) {
            behind = container_hit->end;
            uint32_t container = points_here(search, next)
                                     ? unit_resolve_this(search->reader.document, &outer_unit)
                                     : DOCUMENT_NONE;
            unit.within = container != DOCUMENT_NONE && outer_unit.kind == PROVISO_ARTICLE;
            unit.container = unit.within ? container : unit.container;
        }
    }
    unit.whole_end = behind;
    search->article = unit.kind == PROVISO_ARTICLE ? unit : search->article;
    return chain == CHAIN_OTHER ? add_external(search, &unit, start, end)
                                : add_list(search, &unit, start, list, count);
}

/* "this Act", "the present Convention": the document. */
static bool read_instrument(struct search *search, uint32_t at) {
    const struct hit *hit = &search->hits[at].hit;
    if (!points_here(search, at)) {
        return true;
    }
    const struct proviso_document *document = search->reader.document;
    struct reference reference = {.start = hit->start,
                                  .end = hit->end,
                                  .whole_end = hit->end,
                                  .provision = provision_of(search, hit),
                                  .sentence = sentence_of(search, hit),
                                  .last = document->provision_count,
                                  .kind = REFERENCE_INSTRUMENT};
    return reference_add(search, &reference);
}

static bool read_hit(struct search *search, uint32_t at) {
    const struct hit *hit = &search->hits[at].hit;
    const struct proviso_document *document = search->reader.document;
    if (hit->start < search->done) {
        return true;
    }
    uint32_t sentence = sentence_of(search, hit);
    search->reader.end = sentence == DOCUMENT_NONE
                             ? document->provisions[provision_of(search, hit)].heading_end
                             : document->sentences[sentence].end;
    return search->hits[at].concept == search->unit ? read_reference(search, at)
                                                    : read_instrument(search, at);
}

/* Reads the references that begin with a unit or an instrument, in reading order. In a draft that
 * no cache holds they stand too far apart to be foreseen by the machine. */
static bool search_run(struct search *search) {
    for (uint32_t i = 0; i < search->hit_count; i++) {
        uint32_t concept = search->hits[i].concept;
        if (i + AHEAD < search->hit_count) {
            __builtin_prefetch(search->reader.mask + search->hits[i + AHEAD].hit.start);
        }
        if ((concept == search->unit || concept == search->instrument) && !read_hit(search, i)) {
            return false;
        }
    }
    return true;
}

bool references_find(struct references *references, const struct proviso_findings *findings,
                     struct proviso_error *error) {
    const struct proviso_document *document = findings->document;
    const struct proviso_lexicon *lexicon = document->lexicon;
    struct search search = {
        .reader = {.findings = findings, .document = document, .mask = document->text.mask},
        .references = references,
        .unit = lexicon->named[NAMED_REFERENCE_UNIT],
        .instrument = lexicon->named[NAMED_INSTRUMENT],
        .pointer = lexicon->named[NAMED_REFERENCE_THIS],
        .that = lexicon->named[NAMED_REFERENCE_THAT],
        .over = lexicon->named[NAMED_REFERENCE_OVER],
        .before = lexicon->named[NAMED_REFERENCE_BEFORE],
        .behind = lexicon->named[NAMED_REFERENCE_BEHIND]};
    const uint32_t concepts[] = {search.unit, search.instrument, search.pointer, search.that,
                                 search.over, search.before,     search.behind};
    search.hits = postings_select_few(&findings->hits, concepts, sizeof concepts / sizeof *concepts,
                                      &search.hit_count);
    bool found = search.hits && reader_find_labels(&search.reader, findings->arena) &&
                 provision_index_build(&search.index, document) && search_run(&search);
    provision_index_free(&search.index);
    array_free(search.hits);
    return found || error_memory(error);
}

void references_free(struct references *references) {
    array_free(references->list);
    *references = (struct references){0};
}
