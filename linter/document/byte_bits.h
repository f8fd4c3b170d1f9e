/* Which bytes of a stretch of the mask begin a token and which are letters, a bit for each: words
 * are then found without a branch for each byte. "Article 24" has the letters 1111111000 and the
 * starts 1111111011, the first byte written first. */
#ifndef DOCUMENT_BYTE_BITS_H
#define DOCUMENT_BYTE_BITS_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { BITS_BYTES = 4096, BITS_WORDS = BITS_BYTES / 64 };

struct byte_bits {
    uint64_t starts[BITS_WORDS + 1]; /* letters, figures and bytes of longer characters; the bit
                                        behind the last byte too */
    uint64_t others[BITS_WORDS + 1]; /* all but letters, and all behind the last byte */
};

struct byte_block {
    uint64_t letters, starts;
};

#ifdef __SSE2__
/* Bytes from..from+count-1 become the smallest that a comparison with sign knows. */
static inline __m128i bytes_within(__m128i bytes, char from, char count) {
    return _mm_cmplt_epi8(_mm_add_epi8(bytes, _mm_set1_epi8((char)(-128 - from))),
                          _mm_set1_epi8((char)(-128 + count)));
}

static inline struct byte_block byte_block_read(const char *bytes) {
    struct byte_block block = {0, 0};
    for (int i = 0; i < 64; i += 16) {
        __m128i found = _mm_loadu_si128((const __m128i *)(const void *)(bytes + i));
        __m128i letters = bytes_within(_mm_or_si128(found, _mm_set1_epi8(0x20)), 'a', 26);
        __m128i starts = _mm_or_si128(_mm_or_si128(letters, found), bytes_within(found, '0', 10));
        block.letters |= (uint64_t)(uint32_t)_mm_movemask_epi8(letters) << i;
        block.starts |= (uint64_t)(uint32_t)_mm_movemask_epi8(starts) << i;
    }
    return block;
}

/* Which of 16 bytes are one of `set`, a bit for each. */
static inline uint32_t byte_set_bits(const char *bytes, const char *set, uint32_t count) {
    __m128i block = _mm_loadu_si128((const __m128i *)(const void *)bytes);
    __m128i found = _mm_setzero_si128();
    for (uint32_t i = 0; i < count; i++) {
        found = _mm_or_si128(found, _mm_cmpeq_epi8(block, _mm_set1_epi8(set[i])));
    }
    return (uint32_t)_mm_movemask_epi8(found);
}
/* Which of 16 bytes are at most `most`, or of longer characters. */
static inline uint32_t byte_low_bits(const char *bytes, char most) {
    __m128i block = _mm_loadu_si128((const __m128i *)(const void *)bytes);
    return ~(uint32_t)_mm_movemask_epi8(_mm_cmpgt_epi8(block, _mm_set1_epi8(most))) & 0xFFFF;
}
/* Which of 16 bytes are control characters other than white space, or no ASCII. */
static inline uint32_t byte_odd_bits(const char *bytes) {
    __m128i block = _mm_loadu_si128((const __m128i *)(const void *)bytes);
    __m128i even = _mm_or_si128(bytes_within(block, ' ', 0x5F), bytes_within(block, '\t', 5));
    return ~(uint32_t)_mm_movemask_epi8(even) & 0xFFFF;
}
#else
static inline struct byte_block byte_block_read(const char *bytes) {
    struct byte_block block = {0, 0};
    for (int i = 0; i < 64; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        uint64_t letter = (unsigned char)((byte | 0x20) - 'a') < 26;
        uint64_t other = (byte >= 0x80) | ((unsigned char)(byte - '0') < 10);
        block.letters |= letter << i;
        block.starts |= (letter | other) << i;
    }
    return block;
}

static inline uint32_t byte_set_bits(const char *bytes, const char *set, uint32_t count) {
    uint32_t found = 0;
    for (uint32_t i = 0; i < 16; i++) {
        found |= (uint32_t)(memchr(set, bytes[i], count) != NULL) << i;
    }
    return found;
}

static inline uint32_t byte_low_bits(const char *bytes, char most) {
    uint32_t found = 0;
    for (uint32_t i = 0; i < 16; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        found |= (uint32_t)(byte >= 0x80 || byte <= (unsigned char)most) << i;
    }
    return found;
}

static inline uint32_t byte_odd_bits(const char *bytes) {
    uint32_t found = 0;
    for (uint32_t i = 0; i < 16; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        bool even = (unsigned char)(byte - ' ') < 0x5F || (unsigned char)(byte - '\t') < 5;
        found |= (uint32_t)!even << i;
    }
    return found;
}
#endif

/* `count` is at most BITS_BYTES. */
static inline void byte_bits_fill(struct byte_bits *bits, const char *bytes, uint32_t count) {
    uint32_t at = 0;
    for (; at + 64 <= count; at += 64) {
        struct byte_block block = byte_block_read(bytes + at);
        bits->starts[at / 64] = block.starts;
        bits->others[at / 64] = ~block.letters;
    }
    char rest[64] = {0};
    memcpy(rest, bytes + at, count - at);
    struct byte_block block = byte_block_read(rest);
    bits->starts[at / 64] = block.starts | (uint64_t)1 << count % 64;
    bits->others[at / 64] = ~block.letters;
}

/* The first bit set from `at` on; there is one. */
static inline uint32_t byte_bits_next(const uint64_t *bits, uint32_t at) {
    uint32_t word = at / 64;
    uint64_t rest = bits[word] >> at % 64;
    if (rest) {
        return at + (uint32_t)__builtin_ctzll(rest);
    }
    do {
        word++;
    } while (!bits[word]);
    return word * 64 + (uint32_t)__builtin_ctzll(bits[word]);
}

#endif
