/*
 * Words compared and quoted. In: a span of the draft, "any  *serious*\n   Crime". Out: a hash that
 * is the same however the words are set ("any serious crime"), a count of words, or the words in
 * one line as a message quotes them ("any serious Crime").
 */
#include "words.h"

#include "../base/utf8.h"

/* A quotation keeps this many bytes at each end of a passage longer than both together. */
enum { QUOTE_HEAD = 100, QUOTE_TAIL = 50 };

uint64_t words_hash_string(uint64_t hash, const char *string) {
    while (*string) {
        hash = words_hash_byte(hash, (unsigned char)*string++);
    }
    return words_hash_byte(hash, 0);
}

uint64_t words_hash_number(uint64_t hash, uint64_t number) {
    for (uint32_t shift = 0; shift < 64; shift += 8) {
        hash = words_hash_byte(hash, (unsigned char)(number >> shift & 0xFF));
    }
    return hash;
}

uint64_t words_hash(uint64_t hash, const struct text *text, uint32_t start, uint32_t end) {
    for (uint32_t at = start; at < end;) {
        uint32_t character;
        at += utf8_decode(text->mask + at, end - at, &character);
        if (!utf8_is_word(character)) {
            continue;
        }
        char bytes[4];
        uint32_t length = utf8_encode(utf8_fold(character), bytes);
        for (uint32_t i = 0; i < length; i++) {
            hash = words_hash_byte(hash, (unsigned char)bytes[i]);
        }
    }
    return words_hash_byte(hash, 0);
}

/* A soft hyphen, or what the mask has for one. */
static bool is_soft(uint32_t character) {
    return character == 0xAD || character == MASK_SOFT || character == MASK_JOIN;
}

uint32_t words_count(const struct text *text, uint32_t start, uint32_t end, uint32_t limit) {
    uint32_t count = 0;
    bool inside = false;
    for (uint32_t at = start; at < end && count < limit;) {
        uint32_t character;
        at += utf8_decode(text->mask + at, end - at, &character);
        if (is_soft(character)) {
            continue; /* "coope-" and "ration" are one word */
        }
        bool word = utf8_is_word(character);
        count += word && !inside;
        inside = word;
    }
    return count;
}

static void add_line(struct buffer *buffer, const struct text *text, uint32_t start, uint32_t end) {
    bool space = false, any = false;
    for (uint32_t at = start; at < end;) {
        if (text->mask[at] == MASK_SOFT || text->mask[at] == MASK_JOIN) {
            at++;
            continue;
        }
        uint32_t character, length = utf8_decode(text->mask + at, end - at, &character);
        if (utf8_is_space(character)) {
            space = any;
        } else if (character != 0xAD && character >= ' ') {
            if (space) {
                buffer_add_char(buffer, ' ');
            }
            buffer_add(buffer, text->mask + at, length);
            space = false;
            any = true;
        }
        at += length;
    }
}

static uint32_t character_start(const struct text *text, uint32_t at) {
    for (int i = 0; i < 3 && at > 0 && ((unsigned char)text->mask[at] & 0xC0) == 0x80; i++) {
        at--;
    }
    return at;
}

void words_quote(struct buffer *buffer, const struct text *text, uint32_t start, uint32_t end) {
    if (end - start <= QUOTE_HEAD + QUOTE_TAIL + 10) {
        add_line(buffer, text, start, end);
        return;
    }
    uint32_t head = start + QUOTE_HEAD, tail = end - QUOTE_TAIL;
    for (uint32_t i = 0; i < 20 && text->mask[head] != ' '; i++) {
        head--;
    }
    for (uint32_t i = 0; i < 20 && text->mask[tail] != ' '; i++) {
        tail++;
    }
    add_line(buffer, text, start, character_start(text, head));
    buffer_add_string(buffer, " ... ");
    add_line(buffer, text, character_start(text, tail), end);
}
