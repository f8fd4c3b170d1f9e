/*
 * The first look at a file. In: bytes as they were read, perhaps `"data" of \x93traffic\x94`. Out:
 * how many NULs and control characters there are, how many bytes are no UTF-8, and whether those
 * could be Windows-1252. One fast pass where the text is ASCII.
 */
#include "survey.h"

#include "../base/utf8.h"
#include "byte_bits.h"

#include <string.h>

enum { BLOCK = 16 };

/* 0x80 to 0x9F; from 0xA0 on Windows-1252 is Latin-1. */
static const uint16_t windows_1252[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

uint32_t windows_1252_character(unsigned char byte) {
    return byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80] : byte;
}

/* Letters, and what law is set with: quotes, dashes, section signs, no-break spaces. Other symbols
 * tell of another encoding: 0x8F and 0xA5 are common in texts from the old Macintosh. */
static bool is_latin(unsigned char byte) {
    static const unsigned char type[] = {0x80, 0x82, 0x84, 0x85, 0x8B, 0x91, 0x92, 0x93,
                                         0x94, 0x95, 0x96, 0x97, 0x9B, 0xA0, 0xA3, 0xA7,
                                         0xAA, 0xAB, 0xAD, 0xB0, 0xB7, 0xBA, 0xBB};
    if (memchr(type, byte, sizeof type)) {
        return true;
    }
    return byte == 0x83 || byte == 0x8A || byte == 0x8C || byte == 0x8E || byte == 0x9A ||
           byte == 0x9C || byte == 0x9E || byte == 0x9F || byte == 0xB5 ||
           (byte >= 0xC0 && byte != 0xD7 && byte != 0xF7);
}

/* Counts the character at `at`, a control character or no ASCII. Returns its length. */
static uint32_t count_character(struct survey *survey, const char *bytes, uint32_t at,
                                uint32_t length) {
    uint32_t character, size = utf8_decode(bytes + at, length - at, &character);
    if ((unsigned char)bytes[at] < 0x80) {
        survey->nul += character == 0;
        survey->control += character != 0;
    } else if (size > 1) {
        survey->characters++;
    } else {
        survey->first_bad = survey->bad++ ? survey->first_bad : at;
        survey->latin = survey->latin && is_latin((unsigned char)bytes[at]);
    }
    return size;
}

struct survey survey_bytes(const char *bytes, uint32_t length) {
    struct survey survey = {.latin = true};
    uint32_t reached = 0; /* the end of the last character counted */
    for (uint32_t start = 0; start < length; start += BLOCK) {
        char rest[BLOCK];
        const char *block = bytes + start;
        if (length - start < BLOCK) {
            memset(rest, ' ', BLOCK);
            block = memcpy(rest, block, length - start);
        }
        for (uint32_t odd = byte_odd_bits(block); odd; odd &= odd - 1) {
            uint32_t at = start + (uint32_t)__builtin_ctz(odd);
            if (at >= reached) {
                reached = at + count_character(&survey, bytes, at, length);
            }
        }
    }
    return survey;
}

bool survey_is_blank(const char *bytes, uint32_t length) {
    for (uint32_t at = 0; at < length;) {
        uint32_t character;
        at += utf8_decode(bytes + at, length - at, &character);
        if (!utf8_is_space(character) && character != 0) {
            return false;
        }
    }
    return true;
}
