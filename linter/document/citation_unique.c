/*
 * Makes citations unique. In: provisions, two of which are numbered "Article 12". Out: the second
 * is Article 12 (second); where every chapter counts its articles from 1, they are cited with their
 * chapter instead: Chapter II, Article 1.
 */
#include "citation.h"

#include <string.h>

struct seen {
    uint64_t hash;
    uint32_t count;
};

/* The slot of a hash in a table of `slots` entries, a power of two more than there are hashes. */
static struct seen *find_slot(struct seen *table, uint32_t slots, uint64_t hash) {
    uint32_t at = (uint32_t)(hash ^ hash >> 32) & (slots - 1);
    while (table[at].count && table[at].hash != hash) {
        at = (at + 1) & (slots - 1);
    }
    return &table[at];
}

/* Every part that holds articles begins with the same number, and there are several. */
static bool counts_by_part(const struct proviso_document *document) {
    const struct provision *all = document->provisions;
    const char *first = NULL;
    uint32_t parts = 0, last = 0;
    for (uint32_t i = 1; i < document->provision_count; i++) {
        uint32_t parent = all[i].parent;
        bool article = all[i].kind == PROVISO_ARTICLE && !(all[i].flags & PROVISION_QUOTED);
        if (!article || all[parent].kind != PROVISO_PART || parent == last) {
            continue;
        }
        const char *number = document->numbers + all[i].number;
        if (first && strcmp(first, number)) {
            return false;
        }
        first = number;
        last = parent;
        parts++;
    }
    return parts > 1;
}

/* Gives ordinals, by a table of `slots` entries and a hash for each provision. */
static void number_alike(struct proviso_document *document, struct seen *table, uint32_t slots,
                         uint64_t *hashes) {
    struct provision *all = document->provisions;
    uint32_t count = document->provision_count;
    struct citation_names names = citation_names_of(document->lexicon);
    bool by_part = counts_by_part(document);
    for (uint32_t i = 1; i < count; i++) {
        if (by_part && all[i].kind == PROVISO_ARTICLE) {
            all[i].flags |= PROVISION_BY_PART;
        }
        uint64_t hash = citation_hash(document, &names, hashes, i);
        hashes[i] = hash;
        struct seen *seen = find_slot(table, slots, hash);
        seen->hash = hash;
        if (++seen->count > 1) {
            uint64_t plain = hash;
            do { /* "Article 12 (second)" might be written in the draft itself */
                all[i].ordinal = seen->count;
                hashes[i] = hash = citation_hash(document, &names, hashes, i);
                struct seen *other = find_slot(table, slots, hash);
                if (!other->count) {
                    other->hash = hash;
                    other->count = 1;
                    break;
                }
                seen = find_slot(table, slots, plain);
                seen->count++;
            } while (true);
        }
    }
}

bool citation_make_unique(struct proviso_document *document) {
    struct arena *scratch = arena_new();
    uint32_t slots = 16, count = document->provision_count;
    while (slots / 2 < count) {
        slots *= 2;
    }
    struct seen *table = scratch ? ARENA_ARRAY(scratch, struct seen, slots) : NULL;
    uint64_t *hashes = table ? ARENA_ARRAY(scratch, uint64_t, count) : NULL;
    if (hashes) {
        number_alike(document, table, slots, hashes);
    }
    arena_free(scratch);
    return hashes != NULL;
}
