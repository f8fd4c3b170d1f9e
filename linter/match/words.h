/* Words of the draft, compared and quoted. All offsets are bytes of the text. */
#ifndef MATCH_WORDS_H
#define MATCH_WORDS_H

#include "../base/buffer.h"
#include "../document/document.h"

#define WORDS_HASH_START 14695981039346656037u

/* Feeds one byte into a 64-bit FNV-1a hash. */
static inline uint64_t words_hash_byte(uint64_t hash, unsigned char byte) {
    return (hash ^ byte) * 1099511628211u;
}
uint64_t words_hash_string(uint64_t hash, const char *string);
uint64_t words_hash_number(uint64_t hash, uint64_t number);
/* Feeds the letters and digits of text[start..end), folded: the same for any wrapping, emphasis,
 * case, hyphenation and punctuation. */
uint64_t words_hash(uint64_t hash, const struct text *text, uint32_t start, uint32_t end);

/* The words that begin in text[start..end), counted up to `limit` and no further. */
uint32_t words_count(const struct text *text, uint32_t start, uint32_t end, uint32_t limit);

/* Adds text[start..end) as it can be quoted in one line: breaks and double spaces become one space,
 * what is not law is left out, and of a long passage the middle. */
void words_quote(struct buffer *buffer, const struct text *text, uint32_t start, uint32_t end);

#endif
