/* Runs of bytes without a break between them, found without a branch for each byte. The mask
 * "Article 24-26(2)" has the runs 0..7, 8..13 and 14..15; the others, bytes of runs that are no
 * letters, are 8 to 12 and 14. Letters, figures, hyphens, apostrophes, what a mask has for marks
 * inside words and bytes of longer characters are no breaks. */
#ifndef DOCUMENT_BYTE_RUNS_H
#define DOCUMENT_BYTE_RUNS_H

#include "byte_bits.h"
#include "document.h"

enum { RUNS_BYTES = 4096 };

struct byte_runs {
    uint16_t edges[RUNS_BYTES + 2];  /* where each run begins and ends, in turn */
    uint16_t others[RUNS_BYTES + 1]; /* and one behind all runs */
    uint32_t edge_count;
};

/* Of 64 bytes, a bit each. */
struct run_block {
    uint64_t letters, others;
};

#ifdef __SSE2__
static inline struct run_block run_block_read(const char *bytes) {
    struct run_block block = {0, 0};
    for (int i = 0; i < 64; i += 16) {
        __m128i found = _mm_loadu_si128((const __m128i *)(const void *)(bytes + i));
        __m128i letters = bytes_within(_mm_or_si128(found, _mm_set1_epi8(0x20)), 'a', 26);
        __m128i links = _mm_or_si128(_mm_cmpeq_epi8(found, _mm_set1_epi8('\'')),
                                     _mm_cmpeq_epi8(found, _mm_set1_epi8('-')));
        __m128i figures = _mm_or_si128(bytes_within(found, '0', 10),
                                       bytes_within(found, MASK_JOIN, MASK_SOFT - MASK_JOIN + 1));
        __m128i others = _mm_or_si128(_mm_or_si128(links, figures), found); /* by the sign */
        block.letters |= (uint64_t)(uint32_t)_mm_movemask_epi8(letters) << i;
        block.others |= (uint64_t)(uint32_t)_mm_movemask_epi8(others) << i;
    }
    return block;
}
#else
static inline struct run_block run_block_read(const char *bytes) {
    struct run_block block = {0, 0};
    for (int i = 0; i < 64; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        uint64_t letter = (unsigned char)((byte | 0x20) - 'a') < 26;
        uint64_t figure = (unsigned char)(byte - '0') < 10;
        uint64_t link = byte == '\'' || byte == '-' || byte == MASK_JOIN || byte == MASK_SOFT;
        block.letters |= letter << i;
        block.others |= ((byte >= 0x80) | figure | link) << i;
    }
    return block;
}
#endif

/* Writes the places of the bits set, counted from `from`. Returns where the next goes. */
static inline uint16_t *byte_runs_write(uint16_t *to, uint64_t bits, uint32_t from) {
    for (; bits; bits &= bits - 1) {
        *to++ = (uint16_t)(from + (uint32_t)__builtin_ctzll(bits));
    }
    return to;
}

/* `count` is at most RUNS_BYTES. A run that the last byte belongs to, and may go on, ends behind it
 * and counts that byte as another. */
static inline void byte_runs_find(struct byte_runs *runs, const char *bytes, uint32_t count) {
    uint16_t *edge = runs->edges, *other = runs->others;
    uint64_t inside = 0; /* 1 if the byte before is in a run */
    for (uint32_t at = 0; at < count; at += 64) {
        char rest[64] = {0};
        const char *block_bytes = bytes + at;
        if (count - at < 64) {
            memcpy(rest, bytes + at, count - at);
            block_bytes = rest;
        }
        struct run_block block = run_block_read(block_bytes);
        uint64_t run = block.letters | block.others;
        edge = byte_runs_write(edge, run ^ (run << 1 | inside), at);
        other = byte_runs_write(other, block.others, at);
        inside = run >> 63;
    }
    if (inside) {
        *edge++ = (uint16_t)count;
    }
    *other = (uint16_t)(count - (uint32_t)inside);
    runs->edge_count = (uint32_t)(edge - runs->edges);
}

#endif
