/*
 * Numbers in front of their sign. In: a sign for sections, in a draft that labels them "7 §",
 * "12 b §". Out: the numbers before it, "3 and 5 §§" is 3 and 5, "1–4 §§" is 1 with a range to 4;
 * and the chapter before them, "2 kap. 7 §".
 */
#include "reference_read.h"

#include "../base/utf8.h"

#include <string.h>

enum { WORDS_BETWEEN = 2 }; /* two numbers of a list: "3 a and 5 §§" */

static bool is_sign(const struct reference_reader *reader, uint32_t start, uint32_t end) {
    return end >= start + SECTION_SIGN_BYTES &&
           memcmp(reader->mask + start, SECTION_SIGN, SECTION_SIGN_BYTES) == 0;
}

bool reader_signs_follow(const struct proviso_document *document) {
    for (uint32_t i = 1; i < document->provision_count; i++) {
        const struct provision *provision = &document->provisions[i];
        uint32_t sign = provision->label_end - SECTION_SIGN_BYTES;
        if (provision->kind == PROVISO_ARTICLE &&
            provision->label_end > provision->label_start + SECTION_SIGN_BYTES &&
            memcmp(document->text.mask + sign, SECTION_SIGN, SECTION_SIGN_BYTES) == 0) {
            return true;
        }
    }
    return false;
}

static bool is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

static bool is_word(char byte) {
    return (unsigned char)byte < 0x80 && utf8_is_word((unsigned char)byte);
}

/* The last word of ASCII that ends at `at` or before it: where it begins, and *end; `limit` if
 * there is none. */
static uint32_t word_back(const struct reference_reader *reader, uint32_t at, uint32_t limit,
                          uint32_t *end) {
    while (at > limit && !is_word(reader->mask[at - 1])) {
        at--;
    }
    *end = at;
    while (at > limit && is_word(reader->mask[at - 1])) {
        at--;
    }
    return at;
}

bool reader_meets_sign(const struct reference_reader *reader, uint32_t at) {
    at = reader_skip_space(reader, at);
    if (at + 1 < reader->end && is_word(reader->mask[at]) && !is_word(reader->mask[at + 1])) {
        at = reader_skip_space(reader, at + 1); /* 7 a § */
    }
    return is_sign(reader, at, reader->end);
}

uint32_t reader_list_before(const struct reference_reader *reader, const struct hit *sign,
                            uint32_t limit, struct cited list[LIST_LIMIT], uint32_t *end) {
    if (!reader->signs_follow || !is_sign(reader, sign->start, sign->end)) {
        return 0;
    }
    struct reference_reader before = *reader;
    before.end = sign->start;
    before.lettered = true;
    bool several = is_sign(reader, sign->start + SECTION_SIGN_BYTES, sign->end);
    uint32_t start = sign->start, words = 0, behind;
    for (uint32_t at = start; at > limit && words <= WORDS_BETWEEN;) {
        at = word_back(reader, at, limit, &behind);
        if (at == behind || !is_digit(reader->mask[at])) {
            words++;
            continue;
        }
        if (!reader_list(&before, at, true, list, &behind) ||
            reader_skip_space(&before, behind) < sign->start) {
            break;
        }
        start = at;
        words = several ? 0 : WORDS_BETWEEN + 1;
    }
    uint32_t count = start < sign->start ? reader_list(&before, start, true, list, &behind) : 0;
    if (count) {
        list[count - 1].end = sign->end;
        reader_groups(reader, &list[count - 1]);
        *end = list[count - 1].end;
    }
    return count;
}

bool reader_part_before(const struct reference_reader *reader, uint32_t at, uint32_t limit,
                        struct cited *number, char word[UNIT_WORD], uint32_t *length) {
    struct hit hit;
    uint32_t end, start;
    if (!reader->signs_follow) {
        return false;
    }
    hit.start = word_back(reader, at, limit, &hit.end);
    start = word_back(reader, hit.start, limit, &end);
    if (hit.end == hit.start || end == start || !is_digit(reader->mask[start])) {
        return false;
    }
    const struct lexicon_label *label = reader_unit(reader, &hit, word, length);
    struct reference_reader before = *reader;
    before.end = hit.start;
    before.lettered = true;
    struct cited list[LIST_LIMIT];
    if (!label || label->kind != PROVISO_PART ||
        reader_list(&before, start, true, list, &end) != 1 ||
        reader_skip_space(&before, end) < hit.start) {
        return false;
    }
    *number = list[0];
    *length = reader_name(reader, label, word);
    return true;
}
