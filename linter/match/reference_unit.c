/*
 * What a unit means. In: "paragraph" with the number 2 behind it, in Article 24 or of an article 5
 * that was named with it; "chapter" of "this chapter". Out: the provision, Article 24(2), or how
 * far its numbers lead.
 */
#include "reference_unit.h"

#include "../base/utf8.h"

#include <string.h>

/* Walks the groups "(2)(b)" down from `at`; *near is the last one found. */
static uint32_t walk_groups(const struct provision_index *index, uint32_t at,
                            const struct cited *cited, uint32_t from, uint32_t *near) {
    for (uint32_t i = from; i < cited->group_count && at != DOCUMENT_NONE; i++) {
        *near = at;
        at = provision_index_child(index, at, cited->groups[i]);
    }
    return at;
}

/* The innermost provision around `from` that has a child with the first number of `cited`. */
static uint32_t resolve_inside(const struct provision_index *index, uint32_t container,
                               const struct cited *cited, uint32_t *near) {
    for (uint32_t at = container, steps = 0; steps < 16; steps++) {
        uint32_t found = provision_index_child(index, at, cited->groups[0]);
        if (found != DOCUMENT_NONE) {
            return walk_groups(index, found, cited, 1, near);
        }
        if (at == 0 || index->document->provisions[at].kind <= PROVISO_ARTICLE) {
            break;
        }
        at = index->document->provisions[at].parent;
    }
    return DOCUMENT_NONE;
}

/* "3.2.1" as the groups 3, 2 and 1; false if there is but one number. */
static bool split_groups(const struct cited *cited, struct cited *split) {
    *split = *cited;
    split->group_count = 0;
    for (const char *part = cited->groups[0]; part && split->group_count < GROUP_LIMIT;) {
        const char *stop = strchr(part, '.');
        size_t length = stop ? (size_t)(stop - part) : strlen(part);
        memcpy(split->groups[split->group_count], part, length);
        split->groups[split->group_count++][length] = '\0';
        part = stop ? stop + 1 : NULL;
    }
    bool several = split->group_count > 1;
    for (uint32_t i = 1; i < cited->group_count && split->group_count < GROUP_LIMIT; i++) {
        memcpy(split->groups[split->group_count++], cited->groups[i], sizeof *cited->groups);
    }
    return several;
}

static uint32_t resolve(const struct provision_index *index, const struct unit *unit,
                        const struct cited *cited, uint32_t *near) {
    *near = DOCUMENT_NONE;
    if (unit->kind == PROVISO_PARAGRAPH || unit->kind == PROVISO_POINT) {
        *near = unit->within ? unit->container
                : unit->lost ? DOCUMENT_NONE
                             : document_article(index->document, unit->provision);
        uint32_t inside = resolve_inside(index, unit->container, cited, near);
        return inside == DOCUMENT_NONE && unit->before
                   ? provision_index_find(index, unit->before->kind, unit->before->word,
                                          unit->before->length, cited->groups[0], unit->provision)
                   : inside;
    }
    uint32_t found = provision_index_find(index, unit->kind, unit->word, unit->length,
                                          cited->groups[0], unit->around);
    if (found ==
        DOCUMENT_NONE) { /* "section 1" of a chapter; "section" for what is headed "clause" */
        uint32_t other = unit->kind == PROVISO_ARTICLE ? PROVISO_PART : PROVISO_ARTICLE;
        found = provision_index_find(index, other, unit->word, unit->length, cited->groups[0],
                                     unit->around);
    }
    return found == DOCUMENT_NONE ? found : walk_groups(index, found, cited, 1, near);
}

/* A number with stops is that of an article, 10.1, or leads from one to its paragraphs. */
uint32_t unit_resolve(const struct provision_index *index, const struct unit *unit,
                      const struct cited *cited, uint32_t *near) {
    struct cited split;
    uint32_t found = resolve(index, unit, cited, near);
    return found == DOCUMENT_NONE && split_groups(cited, &split)
               ? resolve(index, unit, &split, near)
               : found;
}

/* Whether the provision is headed with the word of the unit: "Section III" for "section". */
static bool headed_so(const struct proviso_document *document, uint32_t at,
                      const struct unit *unit) {
    uint32_t label = document->provisions[at].label;
    const char *name =
        label == DOCUMENT_NONE
            ? ""
            : lexicon_string(document->lexicon, document->lexicon->labels[label].name);
    bool same = name[0] != '\0' && strlen(name) <= unit->length;
    for (uint32_t i = 0; same && name[i]; i++) {
        same = utf8_fold((unsigned char)name[i]) == (unsigned char)unit->word[i];
    }
    return same;
}

/* Around Article 7 of Section III "this section" is the part. */
static bool other_word(const struct proviso_document *document, uint32_t at,
                       const struct unit *unit) {
    if (document->provisions[at].label == DOCUMENT_NONE || headed_so(document, at, unit)) {
        return false;
    }
    for (at = document->provisions[at].parent; at != 0; at = document->provisions[at].parent) {
        if (document->provisions[at].kind == PROVISO_PART && headed_so(document, at, unit)) {
            return true;
        }
    }
    return false;
}

uint32_t unit_settle_part(const struct provision_index *index,
                          const struct reference_reader *reader, uint32_t limit, uint32_t start,
                          struct unit *unit) {
    struct unit part = *unit;
    struct cited number;
    uint32_t near;
    part.kind = PROVISO_PART;
    if (!reader_part_before(reader, start, limit, &number, part.word, &part.length)) {
        return start;
    }
    uint32_t found = unit_resolve(index, &part, &number, &near);
    unit->around = found == DOCUMENT_NONE ? unit->around : found;
    return number.start;
}

uint32_t unit_resolve_this(const struct proviso_document *document, const struct unit *unit) {
    const struct provision *provisions = document->provisions;
    for (uint32_t at = unit->provision; at != 0; at = provisions[at].parent) {
        bool same = provisions[at].kind == unit->kind;
        if (!same || (unit->kind == PROVISO_PART && provisions[at].label != DOCUMENT_NONE)) {
            same = headed_so(document, at, unit);
        } else if (unit->kind == PROVISO_ARTICLE) {
            same = !other_word(document, at, unit);
        }
        if (same) {
            return at;
        }
    }
    return DOCUMENT_NONE;
}

uint32_t unit_neighbour(const struct proviso_document *document, uint32_t at, bool before) {
    const struct provision *provisions = document->provisions;
    uint32_t parent = provisions[at].parent, found = before ? at - 1 : provisions[at].end;
    if (at == 0 || found <= parent || found >= provisions[parent].end) {
        return DOCUMENT_NONE;
    }
    while (provisions[found].parent != parent) {
        found = provisions[found].parent;
    }
    return provisions[found].kind == provisions[at].kind ? found : DOCUMENT_NONE;
}
