/*
 * Provisions by number. In: the provisions of a document. Out: an answer to "which one is section
 * 12A", "which chapter is IV", "which paragraph of it is (2)(b)": one hash table for all of them,
 * because a statute of a million subsections may refer to each.
 */
#include "provision_index.h"

#include "../base/utf8.h"

#include <string.h>

#define ANY_PARENT UINT32_MAX
#define ANY_QUOTED (UINT32_MAX - 1) /* in words that an amendment puts into another law */

/* FNV-1a, one byte at a time. */
#define HASH_START 2166136261u
static uint32_t hash_add(uint32_t hash, unsigned char byte) {
    return (hash ^ byte) * 16777619u;
}

static uint32_t key_hash(uint32_t parent, uint32_t kind, const char *number) {
    uint32_t hash = HASH_START;
    for (int shift = 0; shift < 32; shift += 8) {
        hash = hash_add(hash, (unsigned char)(parent >> shift));
    }
    hash = hash_add(hash, (unsigned char)kind);
    for (; *number; number++) {
        hash = hash_add(hash, (unsigned char)*number);
    }
    return hash ^ hash >> 15;
}

static bool kind_is_numbered_alone(uint32_t kind) {
    return kind == PROVISO_ARTICLE || kind == PROVISO_PART || kind == PROVISO_SCHEDULE;
}

static uint32_t key_parent(const struct provision *provision) {
    uint32_t any = provision->flags & PROVISION_QUOTED ? ANY_QUOTED : ANY_PARENT;
    return kind_is_numbered_alone(provision->kind) ? any : provision->parent;
}

static uint32_t key_kind(uint32_t kind) {
    return kind_is_numbered_alone(kind) ? kind : PROVISO_POINT;
}

static uint32_t roman_value(char letter) {
    static const char letters[] = "ivxlcdm";
    static const uint32_t values[] = {1, 5, 10, 50, 100, 500, 1000};
    const char *found = letter ? strchr(letters, letter) : NULL;
    return found ? values[found - letters] : 0;
}

/* Reads "iv" as 4; 0 if a letter is no Roman numeral. */
static uint32_t roman_read(const char *number) {
    uint32_t sum = 0;
    for (; *number; number++) {
        uint32_t value = roman_value(number[0]), next = roman_value(number[1]);
        if (value == 0 || sum > 100000) {
            return 0;
        }
        sum = value < next ? sum - value : sum + value;
    }
    return sum;
}

static bool is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

bool number_goes_on(const char *bytes) {
    return memchr(".-^:", bytes[0], 4) && is_digit(bytes[-1]) && is_digit(bytes[1]);
}

void number_normalise(const char *bytes, uint32_t length, bool roman, char number[NUMBER_LIMIT]) {
    uint32_t used = 0;
    for (uint32_t i = 0; i < length && used < NUMBER_LIMIT - 1; i++) {
        uint32_t character = (unsigned char)bytes[i];
        if (character < 0x80 && utf8_is_word(character)) {
            number[used++] = (char)utf8_fold(character);
        } else if (i > 0 && i + 1 < length && number_goes_on(bytes + i)) {
            number[used++] = '.'; /* 10.1, 706-10, 3^1, 3:15 */
        }
    }
    number[used] = '\0';
    uint32_t value = roman ? roman_read(number) : 0;
    if (value == 0 || value >= 10000) {
        return;
    }
    char digits[6];
    uint32_t count = 0;
    for (; value; value /= 10) {
        digits[count++] = (char)('0' + value % 10);
    }
    for (used = 0; count;) {
        number[used++] = digits[--count];
    }
    number[used] = '\0';
}

static void provision_number(const struct proviso_document *document, uint32_t at,
                             char number[NUMBER_LIMIT]) {
    const struct provision *provision = &document->provisions[at];
    const char *cited = document->numbers + provision->number;
    number_normalise(cited, (uint32_t)strlen(cited), kind_is_numbered_alone(provision->kind),
                     number);
}

static void index_put(struct provision_index *index, uint32_t at) {
    char number[NUMBER_LIMIT];
    const struct provision *provision = &index->document->provisions[at];
    provision_number(index->document, at, number);
    if (number[0] == '\0') {
        return;
    }
    uint32_t hash = key_hash(key_parent(provision), key_kind(provision->kind), number);
    for (uint32_t steps = 0; steps < 64; steps++) {
        struct provision_slot *slot = &index->slots[(hash + steps) & (index->size - 1)];
        if (slot->provision == 0) {
            *slot = (struct provision_slot){hash, at + 1};
            return;
        }
    } /* of more than sixty-four provisions with one number, the first answer */
}

bool provision_index_build(struct provision_index *index, const struct proviso_document *document) {
    uint32_t capacity = 0;
    index->document = document;
    index->size = 16;
    while (index->size < 2 * document->provision_count) {
        index->size *= 2;
    }
    index->slots = array_grow(NULL, &capacity, index->size, sizeof *index->slots);
    if (!index->slots) {
        return false;
    }
    memset(index->slots, 0, index->size * sizeof *index->slots);
    for (uint32_t at = 1; at < document->provision_count; at++) {
        if (!(document->provisions[at].flags & PROVISION_CONTENTS)) {
            index_put(index, at);
        }
    }
    return true;
}

void provision_index_free(struct provision_index *index) {
    array_free(index->slots);
    index->slots = NULL;
}

static bool key_equal(const struct provision_index *index, uint32_t at, uint32_t parent,
                      uint32_t kind, const char *number) {
    const struct provision *provision = &index->document->provisions[at];
    char own[NUMBER_LIMIT];
    if (key_parent(provision) != parent || key_kind(provision->kind) != kind) {
        return false;
    }
    provision_number(index->document, at, own);
    return strcmp(own, number) == 0;
}

uint32_t provision_index_child(const struct provision_index *index, uint32_t parent,
                               const char *number) {
    uint32_t hash = key_hash(parent, PROVISO_POINT, number);
    for (uint32_t steps = 0; steps < 64; steps++) {
        struct provision_slot slot = index->slots[(hash + steps) & (index->size - 1)];
        uint32_t found = slot.provision;
        if (found == 0) {
            break;
        }
        if (slot.hash == hash && key_equal(index, found - 1, parent, PROVISO_POINT, number)) {
            return found - 1;
        }
    }
    return DOCUMENT_NONE;
}

/* Whether a provision's label is the start of `name`: "Article" of "articles". */
static bool label_fits(const struct proviso_document *document, uint32_t at, const char *name,
                       uint32_t length) {
    uint32_t label = document->provisions[at].label;
    if (label == DOCUMENT_NONE) {
        return true;
    }
    const char *own = lexicon_string(document->lexicon, document->lexicon->labels[label].name);
    uint32_t i = 0;
    for (; own[i]; i++) {
        if (i >= length || utf8_fold((unsigned char)own[i]) != (unsigned char)name[i]) {
            return false;
        }
    }
    return true;
}

/* Whether both stand in the same part, or the second is the part. */
static bool share_part(const struct proviso_document *document, uint32_t at, uint32_t from) {
    uint32_t part = document->provisions[at].parent;
    return part != 0 && from >= part && from < document->provisions[part].end;
}

uint32_t provision_index_find(const struct provision_index *index, uint32_t kind, const char *name,
                              uint32_t name_length, const char *number, uint32_t from) {
    bool quoted = index->document->provisions[from].flags & PROVISION_QUOTED;
    uint32_t parent = quoted ? ANY_QUOTED : ANY_PARENT;
    uint32_t hash = key_hash(parent, kind, number), first = DOCUMENT_NONE;
    for (uint32_t steps = 0; steps < 64; steps++) {
        struct provision_slot slot = index->slots[(hash + steps) & (index->size - 1)];
        uint32_t found = slot.provision;
        if (found == 0) {
            break;
        }
        if (slot.hash != hash || !key_equal(index, found - 1, parent, kind, number) ||
            !label_fits(index->document, found - 1, name, name_length)) {
            continue;
        }
        if (share_part(index->document, found - 1, from)) {
            return found - 1;
        }
        if (first == DOCUMENT_NONE || found - 1 < first) {
            first = found - 1;
        }
    }
    return first;
}
