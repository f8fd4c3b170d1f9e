/*
 * The words of a cross-reference. In: the text behind a unit such as "paragraphs". Out: the numbers
 * cited there: "1 (a), 2 and 4 to 6" is 1(a), 2, 4 with a range to 6.
 */
#include "reference_read.h"

#include "../base/utf8.h"

#include <stdio.h>
#include <string.h>

uint32_t reader_skip_space(const struct reference_reader *reader, uint32_t at) {
    while (at < reader->end) {
        unsigned char byte = (unsigned char)reader->mask[at];
        uint32_t character, width = 1;
        if (byte < 0x80) {
            character = byte <= 2 ? ' ' : byte;
        } else {
            width = utf8_decode(reader->mask + at, reader->end - at, &character);
        }
        if (!utf8_is_space(character)) {
            break;
        }
        at += width;
    }
    return at;
}

static bool is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

static bool is_letter(char byte) {
    return (unsigned char)byte < 0x80 && utf8_is_word((unsigned char)byte) && !is_digit(byte);
}

static uint32_t skip_word(const struct reference_reader *reader, uint32_t at) {
    while (at < reader->end && (is_letter(reader->mask[at]) || is_digit(reader->mask[at]))) {
        at++;
    }
    return at;
}

static bool cited_add(struct cited *cited, const char *bytes, uint32_t length, bool roman) {
    if (cited->group_count == GROUP_LIMIT || length == 0) {
        return false;
    }
    number_normalise(bytes, length, roman, cited->groups[cited->group_count++]);
    return true;
}

/* "(2)", "(b)", "(iv)" at `at`: returns what is behind it, or `at`. */
static uint32_t read_group(const struct reference_reader *reader, uint32_t at,
                           struct cited *cited) {
    if (at >= reader->end || reader->mask[at] != '(') {
        return at;
    }
    uint32_t start = reader_skip_space(reader, at + 1), stop = skip_word(reader, start);
    uint32_t behind = reader_skip_space(reader, stop);
    if (stop == start || stop - start > 5 || behind >= reader->end || reader->mask[behind] != ')') {
        return at;
    }
    return cited_add(cited, reader->mask + start, stop - start, false) ? behind + 1 : at;
}

/* Whether the word start..stop can be a number: "12", "12A", "IV", "b" behind a unit. */
static bool word_is_number(const struct reference_reader *reader, uint32_t start, uint32_t stop) {
    const char *word = reader->mask + start;
    uint32_t length = stop - start;
    if (length == 0 || length > 6) {
        return false;
    }
    if (is_digit(word[0]) || length == 1) {
        return true;
    }
    for (uint32_t i = 0; i < length; i++) {
        if (!strchr("IVXLC", word[i]) && !strchr("ivx", word[i])) {
            return false;
        }
    }
    return true;
}

/* " bis", " ter" behind a number: what is behind it, or `at`. */
static uint32_t read_suffix(const struct reference_reader *reader, uint32_t at) {
    uint32_t start = reader_skip_space(reader, at), stop = skip_word(reader, start);
    if (reader->lettered && stop == start + 1 && is_letter(reader->mask[start])) {
        return stop;
    }
    const struct proviso_lexicon *lexicon = reader->document->lexicon;
    for (uint32_t i = 0; i < lexicon->suffix_count && stop > start; i++) {
        const struct lexicon_numeral *suffix = &lexicon->suffixes[i];
        if (suffix->length == stop - start && memcmp(lexicon_string(lexicon, suffix->text),
                                                     reader->mask + start, stop - start) == 0) {
            return stop;
        }
    }
    return at;
}

/* The value of a number in words behind a unit: "Chapter One", but not "the parts one sees"; 0 if
 * the word start..stop is none. */
static uint32_t word_value(const struct reference_reader *reader, uint32_t start, uint32_t stop) {
    const struct proviso_lexicon *lexicon = reader->document->lexicon;
    bool capital = start < stop && reader->mask[start] >= 'A' && reader->mask[start] <= 'Z';
    return capital ? lexicon_numeral_value(lexicon, lexicon->numerals, lexicon->numeral_count,
                                           reader->mask + start, stop - start)
                   : 0;
}

/* The end of a number that goes on behind its digits: 10.1, 2.1.1 and, where articles are numbered
 * so, 706-10, L. 851-1, 3:15. */
static uint32_t read_compound(const struct reference_reader *reader, uint32_t at, uint32_t stop) {
    const char *mask = reader->mask;
    if (reader->compound && stop == at + 1 && mask[at] >= 'A' && mask[at] <= 'Z') {
        uint32_t digits = reader_skip_space(reader, stop + (mask[stop] == '.' ? 1 : 0));
        stop = digits < reader->end && is_digit(mask[digits]) ? skip_word(reader, digits) : stop;
    }
    while (stop + 1 < reader->end && number_goes_on(mask + stop) &&
           (mask[stop] == '.' || reader->compound)) {
        stop = skip_word(reader, stop + 1);
    }
    return stop;
}

void reader_groups(const struct reference_reader *reader, struct cited *cited) {
    for (;;) {
        uint32_t start = reader_skip_space(reader, cited->end);
        uint32_t behind = read_group(reader, start, cited);
        if (behind == start) {
            break;
        }
        cited->end = behind;
    }
}

/* Reads one number with its groups; false if there is none at `at`. */
static bool read_cited(const struct reference_reader *reader, uint32_t at, bool roman,
                       struct cited *cited) {
    *cited = (struct cited){.start = at, .end = at};
    uint32_t stop = skip_word(reader, at), value = roman ? word_value(reader, at, stop) : 0;
    if (value) {
        char digits[NUMBER_LIMIT];
        cited_add(cited, digits, (uint32_t)snprintf(digits, sizeof digits, "%u", value), false);
        cited->end = stop;
    } else if (word_is_number(reader, at, stop)) {
        uint32_t behind = read_suffix(reader, read_compound(reader, at, stop));
        cited_add(cited, reader->mask + at, behind - at, roman);
        cited->end = behind;
        while (behind + 1 < reader->end && reader->mask[behind] == '.' &&
               is_letter(reader->mask[behind + 1]) &&
               skip_word(reader, behind + 1) - behind <= 4) { /* "1.a.ii" */
            uint32_t part = behind + 1;
            behind = skip_word(reader, part);
            cited_add(cited, reader->mask + part, behind - part, false);
            cited->end = behind;
        }
    }
    reader_groups(reader, cited);
    return cited->group_count > 0;
}

static bool is_unit(const struct lexicon_label *label) {
    return label->kind <= PROVISO_SCHEDULE && label->length > 0;
}

/* Whether articles have numbers such as 706-10. */
static bool has_compounds(const struct proviso_document *document) {
    for (uint32_t i = 1; i < document->provision_count; i++) {
        const char *number = document->numbers + document->provisions[i].number;
        if (document->provisions[i].kind != PROVISO_ARTICLE) {
            continue;
        }
        for (const char *at = number; *at; at++) {
            if (at > number && number_goes_on(at)) {
                return true;
            }
        }
    }
    return false;
}

bool reader_find_labels(struct reference_reader *reader, struct arena *arena) {
    const struct proviso_lexicon *lexicon = reader->document->lexicon;
    uint32_t *first = reader->unit_first, next[256];
    reader->compound = has_compounds(reader->document);
    reader->signs_follow = reader_signs_follow(reader->document);
    reader->units = ARENA_ARRAY(arena, uint32_t, lexicon->label_count);
    reader->memory = ARENA_ARRAY(arena, struct unit_memory, UNIT_MEMORY);
    for (uint32_t i = 0; reader->units && i < lexicon->label_count; i++) {
        const struct lexicon_label *label = &lexicon->labels[i];
        if (label->kind == LABEL_JOIN && reader->join_count < JOIN_LIMIT) {
            reader->joins[reader->join_count++] = i;
        }
        first[(unsigned char)*lexicon_string(lexicon, label->text) + 1] += is_unit(label);
    }
    for (uint32_t byte = 0; byte < 256; byte++) {
        first[byte + 1] += first[byte];
        next[byte] = first[byte];
    }
    for (uint32_t i = 0; reader->units && i < lexicon->label_count; i++) {
        if (is_unit(&lexicon->labels[i])) {
            const char *text = lexicon_string(lexicon, lexicon->labels[i].text);
            reader->units[next[(unsigned char)*text]++] = i;
        }
    }
    return reader->units && reader->memory;
}

/* The label that the word start..stop is and that joins numbers, or NULL. */
static const struct lexicon_label *join_at(const struct reference_reader *reader, uint32_t start,
                                           uint32_t stop) {
    const struct proviso_lexicon *lexicon = reader->document->lexicon;
    for (uint32_t i = 0; i < reader->join_count && stop > start; i++) {
        const struct lexicon_label *label = &lexicon->labels[reader->joins[i]];
        if (label->length == stop - start &&
            memcmp(lexicon_string(lexicon, label->text), reader->mask + start, stop - start) == 0) {
            return label;
        }
    }
    return NULL;
}

/* What joins two numbers: "," "and" "or" (returns 1), "to" "through" "–" (2), or nothing (0). */
static int read_join(const struct reference_reader *reader, uint32_t *at) {
    uint32_t start = reader_skip_space(reader, *at);
    int joined = 0;
    while (start < reader->end) {
        uint32_t character, stop = skip_word(reader, start);
        uint32_t width = utf8_decode(reader->mask + start, reader->end - start, &character);
        const struct lexicon_label *join = join_at(reader, start, stop);
        bool range = join && join->rank == 2;
        if (range || character == '-' || character == 0x2010 || character == 0x2013) {
            joined = 2;
        } else if (join || character == ',' || character == ';' || character == '/') {
            joined = joined ? joined : 1;
        } else {
            break;
        }
        start = reader_skip_space(reader, join ? stop : start + width);
    }
    *at = start;
    return joined;
}

/* "(4)" behind "section 44(3)" is section 44(4), "(b)" behind "44(3)(a)" section 44(3)(b): a number
 * in brackets stands in for the last one of its sort, digits or letters, and has what is before it.
 */
static void inherit_groups(const struct cited *previous, bool bare, struct cited *cited) {
    bool digits = is_digit(cited->groups[0][0]);
    uint32_t keep = previous->group_count, least = bare ? 1 : 0;
    while (keep > least && is_digit(previous->groups[keep - 1][0]) != digits) {
        keep--;
    }
    keep = keep > least ? keep - 1 : least;
    if (keep == 0 || keep + cited->group_count > GROUP_LIMIT) {
        return;
    }
    memmove(cited->groups + keep, cited->groups, cited->group_count * sizeof *cited->groups);
    memcpy(cited->groups, previous->groups, keep * sizeof *cited->groups);
    cited->group_count += keep;
}

bool reader_joins(const struct reference_reader *reader, uint32_t at) {
    uint32_t start = reader_skip_space(reader, at);
    return join_at(reader, start, skip_word(reader, start)) != NULL;
}

/* Reads the numbers behind a unit into `list`; returns how many, and where they end. */
uint32_t reader_list(const struct reference_reader *reader, uint32_t at, bool roman,
                     struct cited list[LIST_LIMIT], uint32_t *end) {
    uint32_t count = 0, next = reader_skip_space(reader, at);
    if (next < reader->end && reader->mask[next] == '.') {
        next = reader_skip_space(reader, next + 1); /* "Art. 5" */
    }
    *end = at;
    bool bracketed = next < reader->end && reader->mask[next] == '(';
    while (count < LIST_LIMIT && read_cited(reader, next, roman, &list[count])) {
        if (bracketed && reader->mask[list[count].start] != '(') {
            break; /* "subsection (2), 5 years" */
        }
        *end = next = list[count].end;
        if (count && reader->mask[list[count].start] == '(') {
            inherit_groups(&list[count - 1], reader->mask[list[0].start] != '(', &list[count]);
        }
        count++;
        int joined = read_join(reader, &next);
        if (!joined) {
            break;
        }
        list[count - 1].range = joined == 2;
    }
    if (count > 1 && reader->signs_follow && reader_meets_sign(reader, *end)) {
        count = 1; /* "Chapter 2, 7 §" */
        *end = list[0].end;
    }
    if (count) {
        list[count - 1].range = false;
    }
    return count;
}

/* The folded words of a hit with single spaces between them. Returns the length. */
static uint32_t fold_words(const struct reference_reader *reader, const struct hit *hit,
                           char word[UNIT_WORD]) {
    uint32_t length = 0;
    for (uint32_t at = hit->start; at < hit->end && length < UNIT_WORD - 1;) {
        if (is_letter(reader->mask[at])) {
            word[length++] = (char)(reader->mask[at] | 0x20);
            at++;
            continue;
        }
        uint32_t next = reader_skip_space(reader, at);
        if (length == 0 && hit->end - at >= SECTION_SIGN_BYTES &&
            memcmp(reader->mask + at, SECTION_SIGN, SECTION_SIGN_BYTES) == 0) {
            memcpy(word, SECTION_SIGN, SECTION_SIGN_BYTES); /* "§§" is its plural */
            length = SECTION_SIGN_BYTES;
            break;
        }
        if (reader->mask[at] == '-' || (next > at && length && word[length - 1] != ' ')) {
            word[length++] = ' ';
        } else if (next == at && (unsigned char)reader->mask[at] < 0x80) { /* no soft hyphens */
            word[length++] = (char)utf8_fold((unsigned char)reader->mask[at]);
        }
        at = next > at ? next : at + 1;
    }
    word[length] = '\0';
    return length;
}

static const struct lexicon_label *find_label(const struct reference_reader *reader,
                                              const char *word, uint32_t length) {
    const struct proviso_lexicon *lexicon = reader->document->lexicon;
    const struct lexicon_label *plural = NULL, *exact = NULL;
    unsigned char byte = (unsigned char)word[0];
    for (uint32_t i = reader->unit_first[byte]; i < reader->unit_first[byte + 1]; i++) {
        const struct lexicon_label *label = &lexicon->labels[reader->units[i]];
        if (label->length > length || label->length + 2 < length ||
            memcmp(lexicon_string(lexicon, label->text), word, label->length) != 0) {
            continue;
        }
        if (label->length == length && label->kind != PROVISO_POINT) {
            exact = exact && label->kind != PROVISO_PARAGRAPH ? exact : label;
        }
        bool near = label->length > 2;
        if (label->kind == PROVISO_POINT ? label->length == length && !plural
                                         : near && (!plural || plural->kind == PROVISO_POINT)) {
            plural = label;
        }
    }
    return exact ? exact : plural;
}

uint32_t reader_name(const struct reference_reader *reader, const struct lexicon_label *label,
                     char word[UNIT_WORD]) {
    const char *name = lexicon_string(reader->document->lexicon, label->name);
    uint32_t length = 0;
    for (; name[length] && length < UNIT_WORD - 1; length++) {
        word[length] = (char)utf8_fold((unsigned char)name[length]);
    }
    word[length] = '\0';
    return length;
}

/* The folded words of a hit and the label that they are. */
static const struct lexicon_label *read_words(const struct reference_reader *reader,
                                              const struct hit *hit, char word[UNIT_WORD],
                                              uint32_t *length) {
    *length = fold_words(reader, hit, word);
    const struct lexicon_label *label = find_label(reader, word, *length);
    if (label && memcmp(word, SECTION_SIGN, SECTION_SIGN_BYTES) == 0) {
        *length = reader_name(reader, label, word); /* "section" */
    }
    return label;
}

const struct lexicon_label *reader_unit(const struct reference_reader *reader,
                                        const struct hit *hit, char word[UNIT_WORD],
                                        uint32_t *length) {
    uint32_t bytes = hit->end - hit->start;
    if (bytes > WORD_KEY_BYTES) {
        return read_words(reader, hit, word, length);
    }
    struct word_key key = word_key_load(reader->mask + hit->start, bytes);
    struct word_key keep = word_key_keep(bytes);
    key = (struct word_key){key.first & keep.first, key.second & keep.second};
    struct unit_memory *memory = &reader->memory[word_hash(key) % UNIT_MEMORY];
    if (memory->bytes != bytes || memory->key.first != key.first ||
        memory->key.second != key.second) {
        *memory = (struct unit_memory){.key = key, .bytes = bytes};
        memory->label = read_words(reader, hit, memory->word, &memory->length);
    }
    memcpy(word, memory->word, UNIT_WORD);
    *length = memory->length;
    return memory->label;
}
