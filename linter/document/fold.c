/*
 * Letters in disguise. In: the ligature of "o(ffi)cial" as PDF text has it, an e followed by a
 * combining acute accent. Out: f, f, i; é. So that a word is the same however it was typed.
 */
#include "fold.h"

#include <stddef.h>
#include <string.h>

const char *fold_ligature(uint32_t character) {
    static const char *const ligatures[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
    return character >= 0xFB00 && character <= 0xFB06 ? ligatures[character - 0xFB00] : NULL;
}

struct accent {
    uint32_t mark;
    const char *letters;
    uint16_t composed[20]; /* in the order of the letters */
};

static const struct accent accents[] = {
    {0x300, "aeiou", {0xE0, 0xE8, 0xEC, 0xF2, 0xF9}},
    {0x301,
     "aeiouyclnrsz",
     {0xE1, 0xE9, 0xED, 0xF3, 0xFA, 0xFD, 0x107, 0x13A, 0x144, 0x155, 0x15B, 0x17A}},
    {0x302,
     "aeioucghjswy",
     {0xE2, 0xEA, 0xEE, 0xF4, 0xFB, 0x109, 0x11D, 0x125, 0x135, 0x15D, 0x175, 0x177}},
    {0x303, "anoiu", {0xE3, 0xF1, 0xF5, 0x129, 0x169}},
    {0x304, "aeiou", {0x101, 0x113, 0x12B, 0x14D, 0x16B}},
    {0x306, "aegiou", {0x103, 0x115, 0x11F, 0x12D, 0x14F, 0x16D}},
    {0x307, "cegz", {0x10B, 0x117, 0x121, 0x17C}},
    {0x308, "aeiouy", {0xE4, 0xEB, 0xEF, 0xF6, 0xFC, 0xFF}},
    {0x30A, "au", {0xE5, 0x16F}},
    {0x30B, "ou", {0x151, 0x171}},
    {0x30C, "cdenrstz", {0x10D, 0x10F, 0x11B, 0x148, 0x159, 0x161, 0x165, 0x17E}},
    {0x327, "cst", {0xE7, 0x15F, 0x163}},
    {0x328, "aeiu", {0x105, 0x119, 0x12F, 0x173}},
};

uint32_t fold_compose(uint32_t letter, uint32_t accent) {
    if (accent == 0x306 && letter == 0x438) {
        return 0x439;
    }
    if (accent == 0x308 && letter == 0x435) {
        return 0x451;
    }
    for (size_t i = 0; letter > 0 && letter < 0x80 && i < sizeof accents / sizeof accents[0]; i++) {
        if (accents[i].mark == accent) {
            const char *found = strchr(accents[i].letters, (int)letter);
            return found ? accents[i].composed[found - accents[i].letters] : 0;
        }
    }
    return 0;
}

bool fold_is_ideograph(uint32_t character) {
    return (character >= 0x3400 && character <= 0x4DBF) ||
           (character >= 0x4E00 && character <= 0x9FFF) ||
           (character >= 0xF900 && character <= 0xFAFF) ||
           (character >= 0x20000 && character <= 0x3FFFF);
}
