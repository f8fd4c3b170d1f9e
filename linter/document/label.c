/*
 * Finds label words. In: the labels of the lexicon and a place in the text. Out: which label stands
 * there ("ARTICLE" in "ARTICLE 6 bis", "arrangement of clauses"), or just before it ("subsection"
 * in front of a "(2)" that begins a line and is a reference, not a provision).
 */
#include "../base/utf8.h"
#include "mask.h"
#include "structure.h"

#include <string.h>

static void note_first(uint32_t *slot, uint32_t label) {
    if (*slot == DOCUMENT_NONE) {
        *slot = label;
    }
}

static void note_kinds(struct label_index *index, uint32_t label) {
    const struct lexicon_label *record = &index->lexicon->labels[label];
    switch (record->kind) {
    case PROVISO_PREAMBLE:
        note_first(&index->preamble, label);
        break;
    case PROVISO_PART:
        note_first(&index->name_of_parts, label);
        break;
    case PROVISO_PARAGRAPH:
        note_first(&index->paragraph, label);
        break;
    case PROVISO_POINT:
        note_first(&index->point, label);
        break;
    case LABEL_QUOTE:
        note_first(&index->quoted, label);
        break;
    case LABEL_DEFINE:
        note_first(&index->definition, label);
        break;
    case LABEL_CONTENTS:
        note_first(&index->contents, label);
        break;
    case LABEL_CLOSING:
        note_first(&index->closing, label);
        break;
    case PROVISO_ARTICLE:
        if (record->rank == 1) {
            note_first(&index->name_of_sections, label);
        }
        break;
    default:
        break;
    }
}

enum { OTHER = LETTERS - 1, SOFT_HYPHEN = 0xAD };

/* Makes eight letters small. */
#define SMALL 0x2020202020202020u

/* The place of the first two letters of a label in index->first. */
static uint32_t pair_of(const struct label_index *index, uint32_t label) {
    const char *text = lexicon_string(index->lexicon, index->lexicon->labels[label].text);
    return label_letter((unsigned char)text[0]) * LETTERS + label_letter((unsigned char)text[1]);
}

/* The bits of the first `count` of eight bytes. */
static uint64_t first_bytes(uint32_t count) {
    return count < 8 ? ((uint64_t)1 << 8 * count) - 1 : UINT64_MAX;
}

static struct label_row row_of(const struct label_index *index, uint32_t label) {
    const struct lexicon_label *record = &index->lexicon->labels[label];
    const char *text = lexicon_string(index->lexicon, record->text);
    uint32_t count = 0;
    while (count < 8 && count < record->length && text[count] != ' ' &&
           (unsigned char)text[count] < 0x80) {
        count++;
    }
    return (struct label_row){.start = word_load(text) | SMALL,
                              .known = first_bytes(count),
                              .label = label,
                              .length = (uint16_t)record->length,
                              .kind = (uint8_t)record->kind};
}

/* Sorts the labels by their first two letters. */
static void fill_rows(struct label_index *index) {
    uint32_t count = index->lexicon->label_count;
    for (uint32_t label = 0; label < count; label++) {
        uint32_t pair = pair_of(index, label);
        index->first[pair]++;
        index->kinds[pair / LETTERS][pair % LETTERS] |=
            LABEL_BIT(index->lexicon->labels[label].kind);
    }
    for (uint32_t pair = 0; pair < LETTERS * LETTERS; pair++) { /* where they end */
        index->first[pair + 1] += index->first[pair];
    }
    for (uint32_t label = count; label-- > 0;) { /* and where they begin */
        index->rows[--index->first[pair_of(index, label)]] = row_of(index, label);
    }
}

/* Labels whose second letter is none of ASCII may stand wherever the first letter is theirs. */
static void spread_others(struct label_index *index) {
    for (uint32_t first = 0; first < LETTERS; first++) {
        for (uint32_t second = 0; second < OTHER; second++) {
            index->kinds[first][second] |= index->kinds[first][OTHER];
        }
    }
}

bool label_index_make(struct label_index *index, const struct proviso_lexicon *lexicon,
                      struct arena *arena) {
    *index = (struct label_index){.lexicon = lexicon,
                                  .name_of_sections = DOCUMENT_NONE,
                                  .name_of_parts = DOCUMENT_NONE,
                                  .paragraph = DOCUMENT_NONE,
                                  .point = DOCUMENT_NONE,
                                  .quoted = DOCUMENT_NONE,
                                  .definition = DOCUMENT_NONE,
                                  .contents = DOCUMENT_NONE,
                                  .closing = DOCUMENT_NONE,
                                  .preamble = DOCUMENT_NONE};
    index->rows = ARENA_ARRAY(arena, struct label_row, lexicon->label_count + 1);
    if (!index->rows) {
        return false;
    }
    fill_rows(index);
    spread_others(index);
    for (uint32_t label = 0; label < lexicon->label_count; label++) {
        note_kinds(index, label);
    }
    return true;
}

static bool is_word_at(const struct proviso_document *document, uint32_t offset, uint32_t end) {
    if (offset >= end) {
        return false;
    }
    uint32_t character;
    utf8_decode(document->text.mask + offset, end - offset, &character);
    return utf8_is_word(character);
}

/* Where the folded `words` end if they stand at `offset`, or 0. A blank in them is any white space;
 * a label that is a sign ("§") needs no boundary. */
static uint32_t words_end(const struct proviso_document *document, uint32_t offset, uint32_t end,
                          const char *words, uint32_t length) {
    const char *mask = document->text.mask;
    uint32_t at = 0, last = 0;
    while (at < length) {
        if (offset < end && byte_is_letter(mask[offset]) && (mask[offset] | 0x20) == words[at]) {
            last = (unsigned char)words[at++]; /* most of it */
            offset++;
            continue;
        }
        if (words[at] == ' ') {
            uint32_t next = text_skip(document, offset, end);
            if (next == offset && !(offset < end && mask[offset] == '-' && ++next)) {
                return 0;
            }
            offset = next;
            at++;
            continue;
        }
        if (offset < end && (mask[offset] == MASK_SOFT || mask[offset] == MASK_JOIN)) {
            offset++;
            continue;
        }
        if (offset >= end) {
            return 0;
        }
        if ((unsigned char)mask[offset] < 0x80) {
            last = (unsigned char)words[at++];
            if (mask[offset++] != (char)last) {
                return 0;
            }
            continue;
        }
        uint32_t character, wanted;
        offset += utf8_decode(mask + offset, end - offset, &character);
        if (character == SOFT_HYPHEN) {
            continue;
        }
        at += utf8_decode(words + at, length - at, &wanted);
        if (utf8_fold(character) != wanted) {
            return 0;
        }
        last = wanted;
    }
    return utf8_is_word(last) && is_word_at(document, offset, end) ? 0 : offset;
}

struct label_search {
    const struct label_index *index;
    const struct proviso_document *document;
    uint32_t offset, end, kinds;
    uint64_t start, known; /* as in a row */
    uint32_t best, best_end;
};

/* The label may stand there: its kind, length and first bytes are right. */
static inline bool may_stand(const struct label_search *search, const struct label_row *row) {
    return !((search->start ^ row->start) & search->known & row->known) &&
           search->kinds & LABEL_BIT(row->kind) && row->length <= search->end - search->offset;
}

/* Tries the labels that begin with these pairs of letters. */
static void try_labels(struct label_search *search, uint32_t pair, uint32_t count) {
    const struct label_index *index = search->index;
    const uint32_t end = index->first[pair + count];
    for (uint32_t i = index->first[pair]; i < end; i++) {
        const struct label_row *row = &index->rows[i];
        if (!may_stand(search, row)) {
            continue;
        }
        const char *words = lexicon_string(index->lexicon, index->lexicon->labels[row->label].text);
        uint32_t found =
            words_end(search->document, search->offset, search->end, words, row->length);
        if (found > search->best_end) {
            search->best = row->label;
            search->best_end = found;
        }
    }
}

/* The bits of those of eight bytes in front of a soft mark or hyphen, or of what is no ASCII. */
static uint64_t plain_bytes(uint64_t bytes) {
    static const uint64_t ones = 0x0101010101010101u;
    uint64_t others = ((bytes - (MASK_SOFT + 1) * ones) | bytes) & ones << 7;
    return others ? first_bytes((uint32_t)__builtin_ctzll(others) / 8) : UINT64_MAX;
}

uint32_t label_match(const struct label_index *index, const struct proviso_document *document,
                     uint32_t offset, uint32_t end, uint32_t kinds, uint32_t *after) {
    if (offset >= end) {
        return DOCUMENT_NONE;
    }
    const unsigned char *mask = (const unsigned char *)document->text.mask + offset;
    uint32_t first = label_letter(mask[0]);
    uint32_t second = offset + 1 < end ? label_letter(mask[1]) : OTHER;
    bool hidden = second == OTHER && label_is_hidden(mask[1]);
    if (!hidden && !(index->kinds[first][second] & kinds)) {
        return DOCUMENT_NONE;
    }
    uint64_t start = word_load((const char *)mask);
    struct label_search search = {.index = index,
                                  .document = document,
                                  .offset = offset,
                                  .end = end,
                                  .kinds = kinds,
                                  .start = start | SMALL,
                                  .known = plain_bytes(start),
                                  .best = DOCUMENT_NONE};
    if (hidden) {
        try_labels(&search, first * LETTERS, LETTERS);
    } else {
        try_labels(&search, first * LETTERS + second, 1);
        if (second != OTHER) {
            try_labels(&search, first * LETTERS + OTHER, 1);
        }
    }
    if (search.best != DOCUMENT_NONE && after) {
        *after = search.best_end;
    }
    return search.best;
}

uint32_t label_match_before(const struct label_index *index,
                            const struct proviso_document *document, uint32_t offset,
                            uint32_t limit, uint32_t kinds) {
    uint32_t end = text_back(document, offset, limit), start = end;
    if (start > limit && document->text.mask[start - 1] == '.') { /* art. 5 */
        end = --start;
    }
    while (start > limit && end - start < 24) {
        unsigned char byte = (unsigned char)document->text.mask[start - 1];
        bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                      (byte >= 0x80 && byte != 0xA0) || byte == '-';
        if (!letter) {
            break;
        }
        start--;
    }
    uint32_t after = 0;
    uint32_t label = label_match(index, document, start, end, kinds, &after);
    return label != DOCUMENT_NONE && after == end ? label : DOCUMENT_NONE;
}

uint32_t label_twin(const struct label_index *index, uint32_t label, uint32_t kind) {
    const struct lexicon_label *labels = index->lexicon->labels;
    const char *text = lexicon_string(index->lexicon, labels[label].text);
    const uint32_t *bounds = &index->first[pair_of(index, label)];
    for (uint32_t i = bounds[0]; i < bounds[1]; i++) {
        const struct label_row *other = &index->rows[i];
        if (other->kind == kind && other->length == labels[label].length &&
            memcmp(lexicon_string(index->lexicon, labels[other->label].text), text,
                   other->length) == 0) {
            return other->label;
        }
    }
    return DOCUMENT_NONE;
}
