/*
 * Hits that stay. In: phrases as found in one sentence, "court" and "court order" and the exception
 * "court fees". Out: sorted by start, then longest first, without what an exception covers, and of
 * overlapping hits of one concept the longest. Each found phrase is looked at a fixed number of
 * times: exceptions that overlap are joined, so those of one concept stand one behind the other.
 */
#include "scan.h"

#include <stdlib.h>
#include <string.h>

enum { FEW = 24 };

static int compare_found(const void *left, const void *right) {
    const struct found *a = left, *b = right;
    if (a->start != b->start) {
        return a->start < b->start ? -1 : 1;
    }
    if (a->end != b->end) {
        return a->end > b->end ? -1 : 1;
    }
    if (a->concept != b->concept) {
        return a->concept < b->concept ? -1 : 1;
    }
    return (a->form > b->form) - (a->form < b->form);
}

/* Sorts a few by moving each to its place. */
static void sort_few(struct found *found, uint32_t count) {
    for (uint32_t i = 1; i < count; i++) {
        struct found moving = found[i];
        uint32_t to = i;
        for (; to > 0 && compare_found(&found[to - 1], &moving) > 0; to--) {
            found[to] = found[to - 1];
        }
        found[to] = moving;
    }
}

/* Sorts what stands behind the first `in_order`, phrases with gaps and patterns, which are found
 * last, and merges both from behind. False when memory ran out. */
static bool sort_found(struct scan *scan) {
    uint32_t left = scan->in_order, more = scan->found_count - left, to = scan->found_count;
    if (more == 0) {
        return true;
    }
    if (!scan_make_room(scan, more)) {
        return false;
    }
    struct found *found = scan->found, *late = found + scan->found_count;
    memcpy(late, found + left, more * sizeof *found);
    if (more > FEW) {
        qsort(late, more, sizeof *late, compare_found);
    } else {
        sort_few(late, more);
    }
    while (more > 0) {
        bool early = left > 0 && compare_found(&found[left - 1], &late[more - 1]) > 0;
        found[--to] = early ? found[--left] : late[--more];
    }
    return true;
}

static struct overlap *overlap_of(struct overlaps *overlaps, uint32_t concept, uint32_t stretch) {
    struct overlap *overlap = &overlaps->concepts[concept];
    if (overlap->stretch != stretch) {
        *overlap = (struct overlap){stretch, DOCUMENT_NONE, DOCUMENT_NONE, DOCUMENT_NONE};
    }
    return overlap;
}

static bool add_exception(struct overlaps *overlaps, struct overlap *overlap,
                          const struct found *found) {
    if (overlap->except_last != DOCUMENT_NONE) {
        struct exception *last = &overlaps->exceptions[overlap->except_last];
        if (found->start < last->end) {
            last->end = found->end > last->end ? found->end : last->end;
            return true;
        }
    }
    uint32_t index = overlaps->exception_count;
    if (index == overlaps->exception_capacity) {
        struct exception *grown = array_grow(overlaps->exceptions, &overlaps->exception_capacity,
                                             index + 1, sizeof *grown);
        if (!grown) {
            return false;
        }
        overlaps->exceptions = grown;
    }
    overlaps->exceptions[overlaps->exception_count++] =
        (struct exception){found->start, found->end, DOCUMENT_NONE};
    if (overlap->except_last == DOCUMENT_NONE) {
        overlap->except_first = index;
    } else {
        overlaps->exceptions[overlap->except_last].next = index;
    }
    overlap->except_last = index;
    return true;
}

/* True if the exception takes the hit away: it overlaps, and the hit is not all of it with more
 * words around; a hit with gaps must have those words on both sides. */
static bool takes_away(const struct exception *exception, const struct found *hit) {
    if (exception->start < hit->start || exception->end > hit->end) {
        return true;
    }
    bool at_start = exception->start == hit->start, at_end = exception->end == hit->end;
    return hit->form == FOUND_GAP ? at_start || at_end : at_start && at_end;
}

static bool is_excepted(struct overlaps *overlaps, struct overlap *overlap,
                        const struct found *hit) {
    uint32_t at = overlap->except_first;
    while (at != DOCUMENT_NONE && overlaps->exceptions[at].end <= hit->start) {
        at = overlaps->exceptions[at].next;
    }
    overlap->except_first = at;
    for (; at != DOCUMENT_NONE && overlaps->exceptions[at].start < hit->end;
         at = overlaps->exceptions[at].next) {
        if (takes_away(&overlaps->exceptions[at], hit)) {
            return true;
        }
    }
    return false;
}

/* Decides between a hit and the one kept last of its concept. True if one of them goes. */
static bool keep_longest(struct overlap *overlap, struct found *found, uint32_t index) {
    uint32_t kept = overlap->kept;
    overlap->kept = index;
    if (kept == DOCUMENT_NONE || found[index].start >= found[kept].end) {
        return false;
    }
    bool longer = found[index].end - found[index].start > found[kept].end - found[kept].start;
    found[longer ? kept : index].concept = LEXICON_NONE;
    overlap->kept = longer ? index : kept;
    return true;
}

/* Notes the exceptions. False when memory ran out. */
static bool find_exceptions(struct overlaps *overlaps, const struct scan *scan) {
    overlaps->exception_count = 0;
    for (uint32_t i = 0; i < scan->found_count; i++) {
        const struct found *found = &scan->found[i];
        if (found->form == FOUND_EXCEPT &&
            !add_exception(overlaps, overlap_of(overlaps, found->concept, scan->stretch), found)) {
            return false;
        }
    }
    return true;
}

static void drop_gone(struct scan *scan) {
    uint32_t left = 0;
    for (uint32_t i = 0; i < scan->found_count; i++) {
        if (scan->found[i].concept != LEXICON_NONE) {
            scan->found[left++] = scan->found[i];
        }
    }
    scan->found_count = left;
}

bool overlaps_settle(struct overlaps *overlaps, struct scan *scan) {
    bool gone = scan->excepts > 0;
    if (!sort_found(scan)) {
        return false;
    }
    struct found *found = scan->found;
    if (gone && !find_exceptions(overlaps, scan)) {
        return false;
    }
    for (uint32_t i = 0; i < scan->found_count; i++) {
        struct overlap *overlap = overlap_of(overlaps, found[i].concept, scan->stretch);
        if (scan->excepts &&
            (found[i].form == FOUND_EXCEPT || is_excepted(overlaps, overlap, &found[i]))) {
            found[i].concept = LEXICON_NONE;
        } else if (keep_longest(overlap, found, i)) {
            gone = true;
        }
    }
    if (gone) {
        drop_gone(scan);
    }
    return true;
}
