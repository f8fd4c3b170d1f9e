/*
 * UTF-8 and the little of Unicode that law needs. In: bytes such as the curly quotes of “data”.
 * Out: characters, and whether they belong to a word, are upper case or are space.
 */
#include "utf8.h"

uint32_t utf8_decode_long(const char *bytes, size_t length, uint32_t *character) {
    const unsigned char *at = (const unsigned char *)bytes;
    *character = UTF8_REPLACEMENT;
    uint32_t size = at[0] >= 0xF0 ? 4 : at[0] >= 0xE0 ? 3 : 2;
    if (at[0] < 0xC2 || at[0] > 0xF4 || length < size) {
        return 1;
    }
    uint32_t value = at[0] & (0x7Fu >> size);
    for (uint32_t i = 1; i < size; i++) {
        if ((at[i] & 0xC0) != 0x80) {
            return 1;
        }
        value = value << 6 | (at[i] & 0x3Fu);
    }
    if ((size == 3 && value < 0x800) || (size == 4 && value < 0x10000) || value > 0x10FFFF ||
        (value >= 0xD800 && value <= 0xDFFF)) {
        return 1;
    }
    *character = value;
    return size;
}

uint32_t utf8_encode(uint32_t character, char bytes[4]) {
    if (character < 0x80) {
        bytes[0] = (char)character;
        return 1;
    }
    uint32_t size = character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    for (uint32_t i = size - 1; i > 0; i--) {
        bytes[i] = (char)(0x80 | (character & 0x3F));
        character >>= 6;
    }
    bytes[0] = (char)((0xF00u >> size & 0xFF) | character);
    return size;
}

struct range {
    uint32_t first, last;
};

static bool in_ranges(uint32_t character, const struct range *ranges, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (character <= ranges[i].last) {
            return character >= ranges[i].first;
        }
    }
    return false;
}

/* What is not part of a word above ASCII: punctuation, symbols, spaces and controls. */
static const struct range not_word[] = {
    {0x80, 0xA9},      {0xAB, 0xB4},     {0xB6, 0xB9},     {0xBB, 0xBF},     {0xD7, 0xD7},
    {0xF7, 0xF7},      {0x2C2, 0x2DF},   {0x37E, 0x37E},   {0x387, 0x387},   {0x55A, 0x55F},
    {0x589, 0x58A},    {0x5BE, 0x5BE},   {0x5C0, 0x5C0},   {0x5C3, 0x5C3},   {0x600, 0x60F},
    {0x61B, 0x61F},    {0x66A, 0x66D},   {0x6D4, 0x6D4},   {0x964, 0x965},   {0x2000, 0x206F},
    {0x20A0, 0x20CF},  {0x2100, 0x2BFF}, {0x2E00, 0x2E7F}, {0x3000, 0x3004}, {0x3008, 0x3020},
    {0xE000, 0xF8FF},  {0xFD3E, 0xFD3F}, {0xFE10, 0xFE1F}, {0xFE30, 0xFE6F}, {0xFEFF, 0xFEFF},
    {0xFF00, 0xFF0F},  {0xFF1A, 0xFF20}, {0xFF3B, 0xFF40}, {0xFF5B, 0xFF65}, {0xFFE0, 0xFFFF},
    {0x1F000, 0x1FAFF}};

bool utf8_is_word_beyond_ascii(uint32_t character) {
    return !in_ranges(character, not_word, sizeof not_word / sizeof not_word[0]);
}

uint32_t utf8_raised(uint32_t character) {
    switch (character) {
    case 0xB9:
        return 1;
    case 0xB2:
    case 0xB3:
        return character - 0xB0;
    default:
        return character >= 0x2074 && character <= 0x2079 ? character - 0x2070 : 10;
    }
}

bool utf8_is_upper(uint32_t character) {
    return utf8_fold(character) != character;
}

static const struct range spaces[] = {{0x85, 0x85},     {0xA0, 0xA0},     {0x1680, 0x1680},
                                      {0x2000, 0x200B}, {0x2028, 0x2029}, {0x202F, 0x202F},
                                      {0x205F, 0x2060}, {0x3000, 0x3000}, {0xFEFF, 0xFEFF}};

bool utf8_is_space_beyond_ascii(uint32_t character) {
    return in_ranges(character, spaces, sizeof spaces / sizeof spaces[0]);
}

static bool between(uint32_t character, uint32_t first, uint32_t last) {
    return character >= first && character <= last;
}

/* Blocks in which capitals and small letters alternate; capitals are even but in three stretches.
 */
static uint32_t fold_alternating(uint32_t character) {
    bool odd = between(character, 0x139, 0x148) || between(character, 0x179, 0x17E) ||
               between(character, 0x4C1, 0x4CE);
    bool small = between(character, 0x138, 0x138) || between(character, 0x149, 0x149);
    return !small && (character & 1) == odd ? character + 1 : character;
}

uint32_t utf8_fold(uint32_t character) {
    if (character < 0x80) {
        return between(character, 'A', 'Z') ? character + 32 : character;
    }
    if (between(character, 0xC0, 0xDE) && character != 0xD7) {
        return character + 32;
    }
    if (character == 0x178) {
        return 0xFF;
    }
    if (character == 0x17F || character == 0x4C0 || character == 0x130) {
        return character == 0x17F ? 's' : character == 0x130 ? 'i' : 0x4CF;
    }
    if (between(character, 0x100, 0x17E) || between(character, 0x1E00, 0x1E95) ||
        between(character, 0x1EA0, 0x1EFF) || between(character, 0x460, 0x481) ||
        between(character, 0x48A, 0x52F)) {
        return fold_alternating(character);
    }
    if (between(character, 0x391, 0x3AB) && character != 0x3A2) {
        return character + 32;
    }
    if (between(character, 0x388, 0x38A) || character == 0x386) {
        return character == 0x386 ? 0x3AC : character + 37;
    }
    if (between(character, 0x400, 0x42F)) {
        return character < 0x410 ? character + 80 : character + 32;
    }
    if (between(character, 0x531, 0x556)) {
        return character + 48;
    }
    return between(character, 0xFF21, 0xFF3A) ? character + 32 : character;
}
