/*
 * What to write. In: a finding of missing-time-limit at Article 9 of a treaty, whose rule suggests
 * one thing for interception, one for preservation and one for all else. Out: the first whose
 * conditions hold there, with "{party-name|each State Party}" in the words of the draft.
 */
#include "suggest.h"

#include "bracket.h"
#include "message.h"

#include <string.h>

/* What conditions are asked about: the words, or the provision that lacks something. */
static struct place place_of(const struct proviso_document *document,
                             const struct finding *finding) {
    uint32_t match = document->lexicon->rules[finding->rule].match;
    struct place place = provision_place(document, finding->provision);
    if (match == LEXICON_NONE) {
        return place;
    }
    place.start = finding->start;
    place.end = finding->end;
    place.concept = match;
    place.sentence = finding->sentence;
    if (finding->sentence != DOCUMENT_NONE) {
        place.stretch_start = document->sentences[finding->sentence].start;
        place.stretch_end = document->sentences[finding->sentence].end;
    }
    return place;
}

/* The words that the wording follows, in the article of the finding, or the paragraph at which it
 * stands. What stands in brackets may go, and the wording with it. */
static bool find_behind(struct context *context, const struct lexicon_suggestion *suggestion,
                        struct finding *finding) {
    if (suggestion->behind == LEXICON_NONE) {
        return true;
    }
    const struct provision *provision = &context->document->provisions[finding->provision];
    if (provision->kind != PROVISO_PARAGRAPH) {
        provision = &context->document->provisions[context->standings[finding->provision].article];
    }
    const struct hit *hit =
        postings_inside(context->postings, suggestion->behind, provision->body, provision->finish);
    if (!hit || brackets_at(context->findings, hit->end)) {
        return false;
    }
    finding->behind_start = hit->start;
    finding->behind = hit->end;
    return true;
}

/* The article behind which a new one goes where a part or the document lacks something that no
 * article is about: the first with one of the roles (in a part of its own role, "Use of terms",
 * another matter would be misplaced), or else the last. */
static uint32_t find_mend(const struct proviso_document *document,
                          const struct lexicon_suggestion *suggestion, uint32_t within) {
    const struct provision *provisions = document->provisions;
    uint64_t roles = 0;
    uint32_t last = 0;
    for (uint32_t i = 0; i < suggestion->after_count; i++) {
        roles |= UINT64_C(1) << document->lexicon->refs[suggestion->after_first + i];
    }
    for (uint32_t i = within + 1; i < provisions[within].end; i++) {
        if (provisions[i].kind == PROVISO_ARTICLE && !(provisions[i].flags & PROVISION_QUOTED)) {
            last = i;
            if (provisions[i].roles & ~provisions[provisions[i].parent].roles & roles) {
                break;
            }
        }
    }
    return last;
}

static void place_wording(const struct proviso_document *document, struct finding *finding) {
    uint32_t kind = document->provisions[finding->provision].kind;
    bool holds_articles =
        kind == PROVISO_DOCUMENT || kind == PROVISO_PART || kind == PROVISO_SCHEDULE;
    if (holds_articles && !finding->mend && finding->suggestion->kind == SUGGEST_INSERT) {
        finding->mend = find_mend(document, finding->suggestion, finding->provision);
    }
}

bool suggestion_fill(struct proviso_findings *findings, struct context *context,
                     struct finding *finding, struct buffer *buffer) {
    const struct proviso_lexicon *lexicon = findings->document->lexicon;
    const struct lexicon_rule *rule = &lexicon->rules[finding->rule];
    const struct place place = place_of(findings->document, finding);
    for (uint32_t i = 0; i < rule->suggestion_count && !finding->suggestion; i++) {
        const struct lexicon_suggestion *suggestion =
            &lexicon->suggestions[rule->suggestion_first + i];
        if (conditions_hold(context, &place, suggestion->where_first, suggestion->where_count) &&
            find_behind(context, suggestion, finding)) {
            finding->suggestion = suggestion;
        }
    }
    if (!finding->suggestion || !finding->suggestion->text) {
        return true;
    }
    place_wording(findings->document, finding);
    buffer_clear(buffer);
    message_add(buffer, context, finding, lexicon_string(lexicon, finding->suggestion->text));
    const char *filled = buffer_string(buffer);
    finding->wording = buffer->failed ? NULL : arena_copy(findings->arena, filled, strlen(filled));
    return finding->wording != NULL;
}
