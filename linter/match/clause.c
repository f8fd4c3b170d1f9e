/*
 * Clauses. In: "The court shall decide; [no] person may appeal: this is final." and a place in it.
 * Out: the clause around the place, " no person may appeal", between semicolons, colons and dashes.
 * A point of a list is a sentence of its own. The clause found last is kept, so that a sentence is
 * read once however many words in it are asked about.
 */
#include "context.h"

#include "../base/utf8.h"

static bool is_blank(const struct text *text, uint32_t at) {
    return at >= text->length || text->mask[at] == ' ' || text->mask[at] == '\n' ||
           text->mask[at] == '\r' || text->mask[at] == '\t';
}

/* A colon or hyphen that separates has a blank behind it (not 10:30 or co-operate). */
static bool separates(const struct text *text, uint32_t at, uint32_t length, uint32_t character) {
    switch (character) {
    case ';':
    case 0x2014:
    case 0x61B: /* the Arabic semicolon */
        return true;
    case ':':
        return is_blank(text, at + length);
    case '-':
    case 0x2013:
        return at > 0 && is_blank(text, at - 1) && is_blank(text, at + length);
    default:
        return false;
    }
}

/* The next separator in at..end, or end; *after is where the clause behind it begins. */
static uint32_t next_separator(const struct text *text, uint32_t at, uint32_t end,
                               uint32_t *after) {
    while (at < end) {
        unsigned char byte = (unsigned char)text->mask[at];
        if (byte < 0x80 && byte != ';' && byte != ':' && byte != '-') {
            at++;
            continue;
        }
        uint32_t character, length = utf8_decode(text->mask + at, end - at, &character);
        if (separates(text, at, length, character)) {
            *after = at + length;
            return at;
        }
        at += length;
    }
    *after = end;
    return end;
}

static void next_clause(struct context *context) {
    struct clause *clause = &context->clause;
    clause->start = clause->next;
    clause->end =
        next_separator(&context->document->text, clause->start, clause->stretch_end, &clause->next);
}

void context_clause(struct context *context, const struct place *place, uint32_t *start,
                    uint32_t *end) {
    struct clause *clause = &context->clause;
    if (clause->stretch_start != place->stretch_start ||
        clause->stretch_end != place->stretch_end || place->start < clause->start) {
        *clause = (struct clause){.stretch_start = place->stretch_start,
                                  .stretch_end = place->stretch_end,
                                  .next = place->stretch_start};
        next_clause(context);
    }
    while (place->start >= clause->next && clause->next < clause->stretch_end) {
        next_clause(context);
    }
    *start = clause->start;
    *end = clause->end < place->end ? place->end : clause->end;
}
