/*
 * What a finding says. In: '"{text}" leaves the safeguard to discretion' and the words found. Out:
 * the message, in the arena of the findings. For a safeguard that is named and no more, the message
 * ends with what the lexicon says of that state.
 */
#include "message.h"

#include "words.h"

#include <string.h>

enum { CITED = 6, CITATION = 256, TRIED = 8 };

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

/* "this article", "this section": what the draft calls the provision. */
static void add_unit(struct buffer *buffer, const struct proviso_document *document,
                     const struct finding *finding) {
    uint32_t at = document_article(document, finding->mend ? finding->mend : finding->provision);
    const struct provision *article = &document->provisions[at];
    const struct proviso_lexicon *lexicon = document->lexicon;
    uint32_t label = article->kind == PROVISO_ARTICLE ? article->label : DOCUMENT_NONE;
    for (uint32_t i = 0;
         article->kind == PROVISO_ARTICLE && label == DOCUMENT_NONE && i < lexicon->label_count;
         i++) {
        bool bare = lexicon->labels[i].kind == PROVISO_ARTICLE && lexicon->labels[i].rank == 1;
        label = bare ? i : label;
    }
    size_t at_first = buffer->length;
    buffer_add_string(buffer, label == DOCUMENT_NONE
                                  ? "provision"
                                  : lexicon_string(lexicon, lexicon->labels[label].name));
    set_case(buffer, at_first, false);
}

/* The words of a concept in the draft: in the article at hand, or else where they come first; not
 * those of a heading. {0, 0} if it has none. */
static struct hit fitting_hit(struct context *context, const struct finding *finding,
                              uint32_t concept) {
    const struct proviso_document *document = context->document;
    const struct provision *article =
        &document->provisions[document_article(document, finding->provision)];
    const struct hit *hit =
        postings_inside(context->postings, concept, article->body, article->finish);
    const struct posting_list *list = &context->postings->lists[concept];
    for (uint32_t i = 0; !hit && i < list->count && i < TRIED; i++) {
        const struct hit first = posting_at(list, i);
        if (context_sentence(context, &first) != DOCUMENT_NONE) {
            return first;
        }
    }
    return hit ? *hit : (struct hit){0, 0};
}

/* "{party-name|each State Party}": the words of the concept, or what stands behind the bar. At the
 * start of a sentence with a capital. False if it is no such place. */
static bool add_fitted(struct buffer *buffer, struct context *context,
                       const struct finding *finding, const char *name, size_t length) {
    const char *bar = memchr(name, '|', length);
    char id[64];
    if (!bar || (size_t)(bar - name) >= sizeof id) {
        return false;
    }
    memcpy(id, name, (size_t)(bar - name));
    id[bar - name] = '\0';
    size_t at = buffer->length;
    uint32_t concept = lexicon_concept_find(context->document->lexicon, id);
    struct hit hit = {0, 0};
    if (concept != LEXICON_NONE) {
        hit = fitting_hit(context, finding, concept);
    }
    if (hit.end > 0) {
        words_quote(buffer, &context->document->text, hit.start, hit.end);
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

static void add_value(struct buffer *buffer, struct context *context, const struct finding *finding,
                      const char *name, size_t length) {
    const struct proviso_document *document = context->document;
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
    } else if (length == 4 && memcmp(name, "unit", 4) == 0) {
        add_unit(buffer, document, finding);
    } else if (!add_fitted(buffer, context, finding, name, length)) {
        buffer_add(buffer, name - 1, length + 2);
    }
}

void message_add(struct buffer *buffer, struct context *context, const struct finding *finding,
                 const char *text) {
    const char *open, *close;
    while ((open = strchr(text, '{')) != NULL && (close = strchr(open, '}')) != NULL) {
        buffer_add(buffer, text, (size_t)(open - text));
        add_value(buffer, context, finding, open + 1, (size_t)(close - open - 1));
        text = close + 1;
    }
    buffer_add_string(buffer, text);
}

static const char *state_text(const struct proviso_lexicon *lexicon, uint32_t state) {
    string_at text = state == STATE_NAMED       ? lexicon->state_named
                     : state == STATE_IMPLIED   ? lexicon->state_implied
                     : state == STATE_ELSEWHERE ? lexicon->state_elsewhere
                                                : 0;
    return lexicon_string(lexicon, text);
}

bool message_fill(struct proviso_findings *findings, struct context *context,
                  struct finding *finding, struct buffer *buffer) {
    const struct proviso_lexicon *lexicon = findings->document->lexicon;
    const char *state = state_text(lexicon, finding->state);
    buffer_clear(buffer);
    message_add(buffer, context, finding,
                lexicon_string(lexicon, lexicon->rules[finding->rule].message));
    if (*state) {
        buffer_add_char(buffer, ' ');
        message_add(buffer, context, finding, state);
    }
    const char *filled = buffer_string(buffer);
    finding->message = buffer->failed ? NULL : arena_copy(findings->arena, filled, strlen(filled));
    return finding->message != NULL;
}
