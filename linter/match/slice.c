/*
 * Hits of the stretches that were read when asked for. In: "Such safeguards shall, as appropriate,
 * include judicial review", found: [shall] of `binds` at its byte 16. Out: the same in one number
 * (concept, 16, 5), and the answer to whether there is a hit of `binds`.
 */
#include "slice.h"

#include <string.h>

enum {
    SHORT_SLICE = 24, /* hits that are looked through one by one; more are sorted by concept */
    LENGTH_BITS = 8,  /* of a narrow hit */
    BLOCK_BITS = 11,  /* of the place of a narrow hit in its block */
    BLOCK_HITS = 1 << BLOCK_BITS
};

bool slices_start(struct slices *slices, const struct proviso_findings *findings) {
    uint32_t capacity = 0, bits = 32 - LENGTH_BITS;
    size_t size = (findings->stretch_count + (size_t)1) * sizeof *slices->list;
    for (uint32_t rest = findings->document->lexicon->concept_count; rest > 0; rest >>= 1) {
        bits--;
    }
    slices->start_bits = bits;
    slices->stretches = findings->stretches;
    slices->stretch_count = findings->stretch_count;
    slices->list = array_grow(NULL, &capacity, findings->stretch_count + 1, sizeof *slices->list);
    if (slices->list) {
        memset(slices->list, 0, size);
    }
    return slices->list != NULL;
}

static void free_blocks(struct slices *slices) {
    for (uint32_t i = 0; i < slices->block_count; i++) {
        array_free(slices->blocks[i]);
    }
    array_free(slices->blocks);
}

void slices_end(struct slices *slices) {
    array_free(slices->list);
    free_blocks(slices);
    array_free(slices->wide);
}

/* One pass of a sort by concept that keeps the order by start: by BITS bits from `shift` on. */
static void sort_pass(const struct found *from, struct found *to, uint32_t count, uint32_t shift) {
    enum { BITS = 6, BUCKETS = 1 << BITS };
    uint32_t first[BUCKETS + 1] = {0};
    for (uint32_t i = 0; i < count; i++) {
        first[(from[i].concept >> shift & (BUCKETS - 1)) + 1]++;
    }
    for (uint32_t i = 1; i < BUCKETS; i++) {
        first[i] += first[i - 1];
    }
    for (uint32_t i = 0; i < count; i++) {
        to[first[from[i].concept >> shift & (BUCKETS - 1)]++] = from[i];
    }
}

/* By concept, those of one concept by start, as they come. False when memory ran out. */
static bool sort_found(struct scan *scan) {
    uint32_t count = scan->found_count, concepts = scan->document->lexicon->concept_count;
    if (!scan_make_room(scan, count)) {
        return false;
    }
    struct found *found = scan->found, *spare = found + count;
    for (uint32_t shift = 0; shift < 32 && concepts >> shift; shift += 12) {
        sort_pass(found, spare, count, shift);
        sort_pass(spare, found, count, shift + 6);
    }
    return true;
}

static bool fits_narrow(const struct slices *slices, const struct scan *scan, uint32_t base) {
    uint32_t starts = 0, lengths = 0;
    for (uint32_t i = 0; i < scan->found_count; i++) {
        starts |= scan->found[i].start - base;
        lengths |= scan->found[i].end - scan->found[i].start;
    }
    return scan->found_count <= BLOCK_HITS && starts >> slices->start_bits == 0 &&
           lengths >> LENGTH_BITS == 0;
}

static bool add_block(struct slices *slices) {
    uint32_t count = slices->block_count, capacity = 0;
    uint32_t **grown =
        array_grow(slices->blocks, &slices->block_capacity, count + 1, sizeof *grown);
    slices->blocks = grown ? grown : slices->blocks;
    uint32_t *block = grown ? array_grow(NULL, &capacity, BLOCK_HITS, sizeof *block) : NULL;
    if (block) {
        slices->narrow_end = count << BLOCK_BITS;
        slices->blocks[slices->block_count++] = block;
    }
    return block != NULL;
}

static uint32_t *narrow_at(const struct slices *slices, uint32_t place) {
    return slices->blocks[place >> BLOCK_BITS] + (place & (BLOCK_HITS - 1));
}

/* Where so many narrow hits have room, or NULL. */
static uint32_t *make_room(struct slices *slices, uint32_t count, uint32_t *place) {
    uint32_t left = (slices->block_count << BLOCK_BITS) - slices->narrow_end;
    if (left < count && !add_block(slices)) {
        return NULL;
    }
    *place = slices->narrow_end;
    slices->narrow_end += count;
    return narrow_at(slices, *place);
}

static bool keep_narrow(struct slices *slices, const struct scan *scan, uint32_t base,
                        struct slice *slice) {
    uint32_t place = 0;
    uint32_t *narrow = scan->found_count ? make_room(slices, scan->found_count, &place) : NULL;
    if (scan->found_count && !narrow) {
        return false;
    }
    for (uint32_t i = 0; i < scan->found_count; i++) {
        const struct found *found = &scan->found[i];
        uint32_t at = found->concept << slices->start_bits | (found->start - base);
        narrow[i] = at << LENGTH_BITS | (found->end - found->start);
    }
    slice->first = place;
    return true;
}

static bool keep_wide(struct slices *slices, const struct scan *scan, struct slice *slice) {
    struct wide_hit *grown = array_grow(slices->wide, &slices->wide_capacity,
                                        slices->wide_count + scan->found_count, sizeof *grown);
    if (!grown) {
        return false;
    }
    slices->wide = grown;
    slice->first = slices->wide_count;
    slice->wide = 1;
    for (uint32_t i = 0; i < scan->found_count; i++) {
        const struct found *found = &scan->found[i];
        uint32_t length = found->end - found->start;
        length = length < UINT16_MAX ? length : UINT16_MAX;
        grown[slices->wide_count++] =
            (struct wide_hit){found->start, (uint16_t)length, (uint16_t)found->concept};
    }
    return true;
}

bool slices_keep(struct slices *slices, uint32_t stretch, struct scan *scan) {
    uint32_t base = slices->stretches[stretch].start;
    struct slice *slice = &slices->list[stretch];
    *slice = (struct slice){.count = scan->found_count & 0x3FFFFFFFu, .known = 1};
    if (scan->found_count > SHORT_SLICE && !sort_found(scan)) {
        return false;
    }
    return fits_narrow(slices, scan, base) ? keep_narrow(slices, scan, base, slice)
                                           : keep_wide(slices, scan, slice);
}

/* Moves the hits of a slice that are still asked for into the blocks of `kept`. */
static bool move_narrow(struct slices *slices, struct slices *kept, struct slice *slice,
                        const struct lexicon_concept *concepts, uint32_t until) {
    const uint32_t *from = narrow_at(slices, slice->first);
    uint32_t shift = LENGTH_BITS + slices->start_bits, count = 0, place = 0;
    for (uint32_t i = 0; i < slice->count; i++) {
        count += concepts[from[i] >> shift].until > until;
    }
    uint32_t *to = count ? make_room(kept, count, &place) : NULL;
    for (uint32_t i = 0; to && i < slice->count; i++) {
        if (concepts[from[i] >> shift].until > until) {
            *to++ = from[i];
        }
    }
    slice->first = place;
    slice->count = count & 0x3FFFFFFFu;
    return to || !count;
}

bool slices_forget(struct slices *slices, const struct proviso_lexicon *lexicon, uint32_t until) {
    struct slices kept = {.stretches = NULL};
    bool done = true;
    for (uint32_t i = 0; done && i < slices->stretch_count; i++) {
        struct slice *slice = &slices->list[i];
        done = slice->wide || !slice->count ||
               move_narrow(slices, &kept, slice, lexicon->concepts, until);
    }
    free_blocks(slices);
    slices->blocks = kept.blocks;
    slices->block_count = kept.block_count;
    slices->block_capacity = kept.block_capacity;
    slices->narrow_end = kept.narrow_end;
    return done;
}

/* A slice being looked through. */
struct view {
    const uint32_t *narrow; /* or NULL */
    const struct wide_hit *wide;
    uint32_t base, start_bits, count;
};

static struct view view_of(const struct slices *slices, uint32_t stretch) {
    const struct slice *slice = &slices->list[stretch];
    bool wide = slice->wide || !slice->count;
    return (struct view){.narrow = wide ? NULL : narrow_at(slices, slice->first),
                         .wide = slice->wide ? slices->wide + slice->first : NULL,
                         .base = slices->stretches[stretch].start,
                         .start_bits = slices->start_bits,
                         .count = slice->count};
}

static inline uint32_t concept_at(const struct view *view, uint32_t at) {
    return view->narrow ? view->narrow[at] >> (LENGTH_BITS + view->start_bits)
                        : view->wide[at].concept;
}

static inline uint32_t start_at(const struct view *view, uint32_t at) {
    return view->narrow ? view->base + (view->narrow[at] >> LENGTH_BITS &
                                        ((UINT32_C(1) << view->start_bits) - 1))
                        : view->wide[at].start;
}

static struct hit hit_at(const struct view *view, uint32_t at) {
    uint32_t start = start_at(view, at);
    uint32_t length =
        view->narrow ? view->narrow[at] & ((1u << LENGTH_BITS) - 1) : view->wide[at].length;
    return (struct hit){start, start + length};
}

/* How many hits of a long slice stand before those of the concept that start at `offset` or later.
 */
static uint32_t count_below(const struct view *view, uint32_t concept, uint32_t offset) {
    uint32_t low = 0, high = view->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2, there = concept_at(view, middle);
        bool below = there < concept || (there == concept && start_at(view, middle) < offset);
        low = below ? middle + 1 : low;
        high = below ? high : middle;
    }
    return low;
}

bool slices_before(const struct slices *slices, uint32_t stretch, uint32_t concept, uint32_t end,
                   struct hit *hit) {
    const struct view view = view_of(slices, stretch);
    uint32_t at = view.count;
    if (at > SHORT_SLICE) {
        at = count_below(&view, concept, end);
        at = at > 0 && concept_at(&view, at - 1) == concept ? at : 0;
    }
    while (at > 0 && (concept_at(&view, at - 1) != concept || start_at(&view, at - 1) >= end)) {
        at--;
    }
    if (at > 0) {
        *hit = hit_at(&view, at - 1);
    }
    return at > 0;
}

bool slices_from(const struct slices *slices, uint32_t stretch, uint32_t concept, uint32_t start,
                 struct hit *hit) {
    const struct view view = view_of(slices, stretch);
    uint32_t at = 0, count = view.count;
    if (count > SHORT_SLICE) {
        at = count_below(&view, concept, start);
        at = at < count && concept_at(&view, at) == concept ? at : count;
    }
    while (at < count && (concept_at(&view, at) != concept || start_at(&view, at) < start)) {
        at++;
    }
    if (at < count) {
        *hit = hit_at(&view, at);
    }
    return at < count;
}
