/*
 * Patterns of the lexicon, in sentences where their anchor was found. In: "punished by *5* to\n 10
 * years". The sentence is first set in one line, "punished by 5 to 10 years", so that an expression
 * needs a plain space between words and " for any quotation mark. Out: the bytes of the draft that
 * match. A sentence of more than 4 KB is read in windows around the anchors.
 */
#include "scan.h"

#include "../base/utf8.h"
#include "../lexicon/pattern.h"

/* A pattern that fails this often on one document is tried no more there. */
enum { FAILURE_LIMIT = 8, WINDOW_LEAD = 1024 };

struct regex {
    struct pattern *pattern; /* NULL until needed */
    uint32_t failures;
    uint32_t next;     /* the next of the same anchor, or NONE */
    uint32_t searched; /* text before this has been searched */
};

struct regexes {
    const struct proviso_lexicon *lexicon;
    struct regex *list;
    uint32_t *by_anchor;               /* by concept: its first regex, or NONE */
    uint32_t lowest;                   /* no concept below this anchors any */
    uint32_t window_start, window_end; /* of the draft; what `line` holds */
    uint32_t length;
    char line[PATTERN_SUBJECT_LIMIT + 4];
    uint32_t origin[PATTERN_SUBJECT_LIMIT + 5]; /* by byte of `line`: its byte in the draft */
};

struct regexes *regexes_new(const struct proviso_lexicon *lexicon, struct arena *arena) {
    struct regexes *regexes = ARENA_NEW(arena, struct regexes);
    if (!regexes) {
        return NULL;
    }
    regexes->lexicon = lexicon;
    regexes->lowest = lexicon->concept_count;
    regexes->list = ARENA_ARRAY(arena, struct regex, lexicon->pattern_count);
    regexes->by_anchor = ARENA_ARRAY(arena, uint32_t, (size_t)lexicon->concept_count + 1);
    if (!regexes->list || !regexes->by_anchor) {
        return NULL;
    }
    for (uint32_t i = 0; i < lexicon->concept_count; i++) {
        regexes->by_anchor[i] = LEXICON_NONE;
    }
    for (uint32_t i = lexicon->pattern_count; i-- > 0;) {
        uint32_t anchor = lexicon->patterns[i].anchor, *first = &regexes->by_anchor[anchor];
        regexes->lowest = anchor < regexes->lowest ? anchor : regexes->lowest;
        regexes->list[i].next = *first;
        *first = i;
    }
    return regexes;
}

void regexes_end(struct regexes *regexes) {
    for (uint32_t i = 0; regexes && i < regexes->lexicon->pattern_count; i++) {
        pattern_free(regexes->list[i].pattern);
    }
}

/* The character as an expression sees it, 0 for one that it does not see. */
static uint32_t plain_character(uint32_t character) {
    if (character == (uint32_t)MASK_SOFT || character == (uint32_t)MASK_JOIN || character == 0xAD) {
        return 0;
    }
    if (utf8_is_space(character) || character < ' ') {
        return ' ';
    }
    if (character == 0x2018 || character == 0x2019 || character == 0x201B) {
        return '\'';
    }
    return character >= 0x201C && character <= 0x201F ? '"' : character;
}

static void set_line(struct regexes *regexes, const struct text *text, uint32_t start,
                     uint32_t end) {
    uint32_t length = 0, at = start;
    while (at < end && length < PATTERN_SUBJECT_LIMIT - 4) {
        uint32_t character, from = at;
        at += utf8_decode(text->mask + at, end - at, &character);
        character = plain_character(character);
        bool repeated = character == ' ' && (length == 0 || regexes->line[length - 1] == ' ');
        if (character == 0 || repeated) {
            continue;
        }
        uint32_t bytes = utf8_encode(character, regexes->line + length);
        for (uint32_t i = 0; i < bytes; i++) {
            regexes->origin[length + i] = from;
        }
        length += bytes;
    }
    regexes->origin[length] = at;
    regexes->length = length;
    regexes->window_start = start;
    regexes->window_end = at;
}

/* Sets the window of the sentence start..end in which the anchor stands. */
static void set_window(struct regexes *regexes, const struct text *text, const struct found *anchor,
                       uint32_t start, uint32_t end) {
    uint32_t from = start;
    if (end - start > PATTERN_SUBJECT_LIMIT - 8 && anchor->start - start > WINDOW_LEAD) {
        from = anchor->start - WINDOW_LEAD;
        while (from < anchor->start && ((unsigned char)text->mask[from] & 0xC0) == 0x80) {
            from++;
        }
    }
    if (regexes->window_start != from || regexes->window_end <= from) {
        set_line(regexes, text, from, end);
    }
}

/* Adds all matches in the window. False when a limit was reached. */
static bool search_window(const struct regexes *regexes, struct regex *regex, uint32_t concept,
                          struct scan *scan) {
    uint32_t from = 0, start, end;
    for (;;) {
        switch (pattern_find(regex->pattern, regexes->line, regexes->length, from, &start, &end)) {
        case PATTERN_NONE:
            return true;
        case PATTERN_LIMIT:
            return false;
        case PATTERN_FOUND:
            break;
        }
        while (start < end && regexes->line[start] == ' ') {
            start++;
        }
        from = end;
        while (end > start && regexes->line[end - 1] == ' ') {
            end--;
        }
        if (start < end) {
            /* the end of a character: where the next begins, but not past what is left out */
            uint32_t last = regexes->origin[end - 1], ignored;
            const struct text *text = &scan->document->text;
            last += utf8_decode(text->mask + last, text->length - last, &ignored);
            scan_add(scan, regexes->origin[start], last, concept, FOUND_WORDS);
        }
    }
}

static bool search_anchor(struct regexes *regexes, uint32_t index, struct scan *scan,
                          const struct found *anchor, uint32_t start, uint32_t end) {
    const struct lexicon_pattern *record = &regexes->lexicon->patterns[index];
    struct regex *regex = &regexes->list[index];
    if (regex->failures >= FAILURE_LIMIT) {
        return false;
    }
    if (!regex->pattern) {
        regex->pattern = pattern_compile(lexicon_string(regexes->lexicon, record->text), NULL);
    }
    set_window(regexes, &scan->document->text, anchor, start, end);
    regex->searched = regexes->window_end > anchor->end ? regexes->window_end : anchor->end;
    if (!regex->pattern || !search_window(regexes, regex, record->concept, scan)) {
        regex->failures++;
        return false;
    }
    return true;
}

uint32_t regexes_scan(struct regexes *regexes, struct scan *scan, uint32_t start, uint32_t end) {
    uint32_t failed = 0, count = scan->found_count;
    regexes->window_end = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (scan->found[i].concept < regexes->lowest || scan->found[i].form == FOUND_EXCEPT) {
            continue;
        }
        const struct found anchor = scan->found[i];
        for (uint32_t at = regexes->by_anchor[anchor.concept]; at != LEXICON_NONE;
             at = regexes->list[at].next) {
            if (anchor.end > regexes->list[at].searched) {
                failed += !search_anchor(regexes, at, scan, &anchor, start, end);
            }
        }
    }
    return failed;
}
