/*
 * What a finding says. In: '"{text}" leaves the safeguard to discretion' and the words found. Out:
 * the message, in the arena of the findings. For a safeguard that is named and no more, the message
 * ends with what the lexicon says of that state.
 */
#include "message.h"

#include "words.h"

#include <string.h>

enum { CITED = 6, CITATION = 256 };

void message_cite(struct buffer *buffer, const struct proviso_document *document,
                  uint32_t provision) {
    char citation[CITATION];
    proviso_document_citation(document, provision, citation, sizeof citation);
    buffer_add_string(buffer, citation);
}

/* " (Interception of content data)" */
static void add_heading(struct buffer *buffer, const struct proviso_document *document,
                        uint32_t at) {
    const struct provision *provision = &document->provisions[at];
    if (provision->heading_end > provision->heading_start) {
        buffer_add_string(buffer, " (");
        words_quote(buffer, &document->text, provision->heading_start, provision->heading_end);
        buffer_add_char(buffer, ')');
    }
}

/* "Article 21, Article 22 (+3)" */
static void add_articles(struct buffer *buffer, const struct proviso_document *document,
                         const struct finding *finding) {
    if (finding->related_count == 0) {
        message_cite(buffer, document, finding->provision);
    }
    for (uint32_t i = 0; i < finding->related_count && i < CITED; i++) {
        buffer_add_string(buffer, i ? ", " : "");
        message_cite(buffer, document, finding->related[i].provision);
    }
    if (finding->related_count > CITED) {
        buffer_format(buffer, " (+%u)", finding->related_count - CITED);
    }
}

/* The first letter becomes large or small. */
static void set_case(struct buffer *buffer, size_t at, bool large) {
    char *first = at < buffer->length ? buffer->bytes + at : NULL;
    if (first && large && *first >= 'a' && *first <= 'z') {
        *first = (char)(*first - 'a' + 'A');
    } else if (first && !large && *first >= 'A' && *first <= 'Z') {
        *first = (char)(*first - 'A' + 'a');
    }
}

/* "{party-name|each State Party}": the words of the concept where the draft has them first, or what
 * stands behind the bar. At the start of a sentence with a capital. False if it is no such place.
 */
static bool add_fitted(struct buffer *buffer, const struct proviso_findings *findings,
                       const char *name, size_t length) {
    const char *bar = memchr(name, '|', length);
    char id[64];
    if (!bar || (size_t)(bar - name) >= sizeof id) {
        return false;
    }
    memcpy(id, name, (size_t)(bar - name));
    id[bar - name] = '\0';
    size_t at = buffer->length;
    uint32_t concept = lexicon_concept_find(findings->document->lexicon, id);
    uint32_t first =
        concept == LEXICON_NONE || !findings->first_hits ? 0 : findings->first_hits[concept];
    if (first) {
        const struct hit *hit = &findings->hits[first - 1];
        words_quote(buffer, &findings->document->text, hit->start, hit->end);
    } else {
        buffer_add(buffer, bar + 1, (size_t)(name + length - bar - 1));
    }
    bool starts = at < 2 || buffer->bytes[at - 2] == '.' || buffer->bytes[at - 1] == '\n';
    bool large = bar + 1 < name + length && bar[1] >= 'A' && bar[1] <= 'Z';
    if (starts || !large) {
        set_case(buffer, at, starts);
    }
    return true;
}

static void add_value(struct buffer *buffer, const struct proviso_findings *findings,
                      const struct finding *finding, const char *name, size_t length) {
    const struct proviso_document *document = findings->document;
    const struct proviso_lexicon *lexicon = document->lexicon;
    uint32_t lacks = lexicon->rules[finding->rule].lacks;
    if (length == 4 && memcmp(name, "text", 4) == 0) {
        words_quote(buffer, &document->text, finding->start, finding->end);
    } else if (length == 9 && memcmp(name, "provision", 9) == 0) {
        message_cite(buffer, document, finding->provision);
    } else if (length == 5 && memcmp(name, "power", 5) == 0) {
        message_cite(buffer, document, finding->provision);
        add_heading(buffer, document, finding->provision);
    } else if (length == 9 && memcmp(name, "safeguard", 9) == 0 && lacks != LEXICON_NONE) {
        buffer_add_string(buffer, lexicon_string(lexicon, lexicon->safeguards[lacks].title));
    } else if (length == 8 && memcmp(name, "articles", 8) == 0) {
        add_articles(buffer, document, finding);
    } else if (length == 5 && memcmp(name, "where", 5) == 0 && finding->rests != DOCUMENT_NONE) {
        message_cite(buffer, document, finding->rests);
    } else if (length == 5 && memcmp(name, "meant", 5) == 0 && finding->meant) {
        buffer_add_string(buffer, finding->meant);
    } else if (!add_fitted(buffer, findings, name, length)) {
        buffer_add(buffer, name - 1, length + 2);
    }
}

static void add_filled(struct buffer *buffer, const struct proviso_findings *findings,
                       const struct finding *finding, const char *message) {
    const char *open, *close;
    while ((open = strchr(message, '{')) != NULL && (close = strchr(open, '}')) != NULL) {
        buffer_add(buffer, message, (size_t)(open - message));
        add_value(buffer, findings, finding, open + 1, (size_t)(close - open - 1));
        message = close + 1;
    }
    buffer_add_string(buffer, message);
}

static const char *state_text(const struct proviso_lexicon *lexicon, uint32_t state) {
    string_at text = state == STATE_NAMED       ? lexicon->state_named
                     : state == STATE_IMPLIED   ? lexicon->state_implied
                     : state == STATE_ELSEWHERE ? lexicon->state_elsewhere
                                                : 0;
    return lexicon_string(lexicon, text);
}

static bool fill_wording(struct proviso_findings *findings, struct finding *finding,
                         struct buffer *buffer) {
    const struct proviso_lexicon *lexicon = findings->document->lexicon;
    const struct lexicon_rule *rule = &lexicon->rules[finding->rule];
    if (rule->suggestion_kind < SUGGEST_REPLACE) {
        return true;
    }
    buffer_clear(buffer);
    add_filled(buffer, findings, finding, lexicon_string(lexicon, rule->suggestion));
    const char *filled = buffer_string(buffer);
    finding->wording = buffer->failed ? NULL : arena_copy(findings->arena, filled, strlen(filled));
    return finding->wording != NULL;
}

bool message_fill(struct proviso_findings *findings, struct finding *finding,
                  struct buffer *buffer) {
    const struct proviso_lexicon *lexicon = findings->document->lexicon;
    const char *state = state_text(lexicon, finding->state);
    buffer_clear(buffer);
    add_filled(buffer, findings, finding,
               lexicon_string(lexicon, lexicon->rules[finding->rule].message));
    if (*state) {
        buffer_add_char(buffer, ' ');
        add_filled(buffer, findings, finding, state);
    }
    const char *filled = buffer_string(buffer);
    finding->message = buffer->failed ? NULL : arena_copy(findings->arena, filled, strlen(filled));
    return finding->message != NULL && fill_wording(findings, finding, buffer);
}
