/*
 * Every phrase of the lexicon in the document. In: sentences, and headings that are no sentence.
 * Out: hits in reading order, "Such [safeguards] [shall], [as appropriate], include [judicial
 * review]". Tokens live as long as their sentence is looked at; hits are kept.
 */
#include "scan.h"

#include "../base/error.h"

#include <string.h>

enum { BATCH_BYTES = 16 * 1024 };

struct search {
    struct proviso_findings *findings;
    struct scan scan;
    struct overlaps overlaps;
    struct regexes *regexes;
    uint32_t stretch_capacity;
    uint32_t batch;   /* the first sentence or heading of those to be read together */
    uint32_t reached; /* all text before this is in the batch or has been looked at */
};

static bool keep_hits(struct search *search) {
    const struct scan *scan = &search->scan;
    bool kept = true;
    for (uint32_t i = 0; kept && i < scan->found_count; i++) {
        const struct found *found = &scan->found[i];
        kept = postings_append(&search->findings->hits, found->concept, found->start, found->end);
    }
    return kept;
}

static bool search_stretch(struct search *search, const struct stretch *stretch) {
    struct scan *scan = &search->scan;
    scan_stretch(scan, stretch->start, stretch->end);
    if (scan->found_count && search->regexes) {
        search->findings->unevaluated +=
            regexes_scan(search->regexes, scan, stretch->start, stretch->end);
    }
    return !scan->failed && overlaps_settle(&search->overlaps, scan) && keep_hits(search);
}

static bool search_batch(struct search *search) {
    const struct stretch *stretches = search->findings->stretches;
    uint32_t first = search->batch, end = search->findings->stretch_count;
    search->batch = end;
    if (first == end) {
        return true;
    }
    bool done = scan_read(&search->scan, stretches[first].start, stretches[end - 1].end);
    for (uint32_t i = first; done && i < end; i++) {
        done = search_stretch(search, &stretches[i]);
    }
    return done;
}

/* Puts a sentence or heading into the batch; what has been looked at already is left out. */
static bool add_stretch(struct search *search, uint32_t start, uint32_t end, uint32_t sentence) {
    start = start < search->reached ? search->reached : start;
    end = end < start ? start : end;
    search->reached = end;
    struct proviso_findings *findings = search->findings;
    uint32_t count = findings->stretch_count;
    if (count == search->stretch_capacity) {
        struct stretch *grown =
            array_grow(findings->stretches, &search->stretch_capacity, count + 1, sizeof *grown);
        if (!grown) {
            return false;
        }
        findings->stretches = grown;
    }
    findings->stretches[findings->stretch_count++] = (struct stretch){start, end, sentence};
    return end - findings->stretches[search->batch].start < BATCH_BYTES || search_batch(search);
}

/* Headings from provision *next on that begin before `limit` and lie in no sentence. */
static bool add_headings(struct search *search, uint32_t *next, uint32_t limit) {
    const struct proviso_document *document = search->findings->document;
    for (; *next < document->provision_count; (*next)++) {
        const struct provision *provision = &document->provisions[*next];
        uint32_t start = provision->heading_start, end = provision->heading_end;
        if (start >= end) {
            continue;
        }
        if (start >= limit) {
            break;
        }
        if (start >= search->reached &&
            !add_stretch(search, start, end < limit ? end : limit, DOCUMENT_NONE)) {
            return false;
        }
    }
    return true;
}

static bool search_document(struct search *search) {
    const struct proviso_document *document = search->findings->document;
    uint32_t next = 0;
    for (uint32_t i = 0; i < document->sentence_count; i++) {
        const struct sentence *sentence = &document->sentences[i];
        if (!add_headings(search, &next, sentence->start) ||
            !add_stretch(search, sentence->start, sentence->end, i)) {
            return false;
        }
    }
    return add_headings(search, &next, DOCUMENT_NONE) && search_batch(search);
}

bool match_hits(struct proviso_findings *findings, struct proviso_error *error) {
    const struct proviso_document *document = findings->document;
    const struct proviso_lexicon *lexicon = document->lexicon;
    struct search search = {.findings = findings};
    search.overlaps.concepts =
        ARENA_ARRAY(findings->arena, struct overlap, (size_t)lexicon->concept_count + 1);
    bool done = search.overlaps.concepts &&
                postings_start(&findings->hits, lexicon->concept_count, document->text.length);
    if (done && lexicon->pattern_count) {
        search.regexes = regexes_new(lexicon, findings->arena);
        done = search.regexes != NULL;
    }
    if (done) {
        done = scan_start(&search.scan, document, MATCHER_ALWAYS, findings->arena) &&
               search_document(&search);
        scan_end(&search.scan);
        postings_fit(&findings->hits);
        findings->stretches = array_fit(findings->stretches, &search.stretch_capacity,
                                        findings->stretch_count, sizeof *findings->stretches);
    }
    regexes_end(search.regexes);
    array_free(search.overlaps.exceptions);
    return done || error_memory(error);
}
