/* UTF-8, one character at a time, and the little of Unicode that law needs. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define UTF8_REPLACEMENT 0xFFFDu

/* Decodes the character at bytes[0..length), length > 0. Returns its length in bytes (1 to 4); a
 * bad byte is UTF8_REPLACEMENT of length 1. Overlong forms, surrogates and > U+10FFFF are bad. */
uint32_t utf8_decode_long(const char *bytes, size_t length, uint32_t *character);
static inline uint32_t utf8_decode(const char *bytes, size_t length, uint32_t *character) {
    *character = (unsigned char)bytes[0];
    return *character < 0x80 ? 1 : utf8_decode_long(bytes, length, character);
}
/* Writes a character into at most 4 bytes and returns how many. */
uint32_t utf8_encode(uint32_t character, char bytes[4]);
/* Letters and digits of any script, and combining marks: what a word is made of. */
bool utf8_is_word_beyond_ascii(uint32_t character);
static inline bool utf8_is_word(uint32_t character) {
    return character < 0x80 ? (character - '0' < 10) | ((character | 0x20) - 'a' < 26)
                            : utf8_is_word_beyond_ascii(character);
}
bool utf8_is_upper(uint32_t character);
/* 1 to 9 for a raised digit such as Â¹, 10 for any other character. */
uint32_t utf8_raised(uint32_t character);
/* White space of any kind, no-break and zero-width spaces included. */
bool utf8_is_space_beyond_ascii(uint32_t character);
static inline bool utf8_is_space(uint32_t character) {
    return character < 0x80 ? (character == ' ') | (character - '\t' < 5)
                            : utf8_is_space_beyond_ascii(character);
}
/* Simple case folding of Latin, Greek, Cyrillic, Armenian, Georgian; other characters as they are.
 */
uint32_t utf8_fold(uint32_t character);

#endif
