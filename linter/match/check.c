/*
 * Checking one document, as a table of contents. In: "Such safeguards shall, as appropriate,
 * include judicial review." under Article 24. Out: findings, here weak-safeguard/discretion at "as
 * appropriate". Hits are found, provisions get their roles, rules speak, and what they say is put
 * in order.
 */
#include "absence.h"
#include "bracket.h"
#include "dangling.h"
#include "disapplied.h"
#include "reach.h"
#include "spelling.h"
#include "undefined.h"

#include "../base/buffer.h"
#include "../base/error.h"

#include <string.h>

static uint32_t count_hits(const struct context *context, enum named_concept name) {
    uint32_t concept = context->document->lexicon->named[name];
    return postings_list(context->postings, concept)->count;
}

/* Treaty or statute, by the wording that there is more of; a draft with neither gives powers of its
 * own, like a statute. */
static void tell_profile(struct proviso_document *document, const struct context *context) {
    if (document->profile == PROVISO_PROFILE_DETECT) {
        document->profile =
            count_hits(context, NAMED_TREATY_GRAMMAR) > count_hits(context, NAMED_STATUTE_GRAMMAR)
                ? PROVISO_PROFILE_TREATY
                : PROVISO_PROFILE_STATUTE;
    }
}

/* What rules say of words. */
static bool match_words(struct proviso_document *document, struct proviso_findings *findings,
                        struct context *context, struct proviso_error *error) {
    if (!match_derived_cues(context, error) || !match_roles(document, context, error)) {
        return false;
    }
    hits_forget(findings, UNTIL_ROLES);
    if (!match_derived(context, error)) {
        return false;
    }
    hits_forget(findings, document->lexicon->derived_count);
    if (!slices_forget(&context->asked.slices, document->lexicon,
                       document->lexicon->derived_count)) {
        return error_memory(error);
    }
    if (!match_rules(findings, context, error)) {
        return false;
    }
    hits_forget(findings, UNTIL_RULES);
    return true;
}

/* Brackets and cells, then what they are wanting. */
static bool match_safeguards(struct proviso_findings *findings, struct context *context,
                             struct proviso_error *error) {
    findings->coverage = ARENA_NEW(findings->arena, struct coverage);
    if (!findings->coverage) {
        return error_memory(error);
    }
    return brackets_find(findings, context, error) &&
           coverage_find(findings->coverage, findings, context, error) &&
           match_absences(findings, context, findings->coverage, error) &&
           match_dangling(findings, context, &findings->coverage->reach->references, error) &&
           match_disapplied(findings, context, &findings->coverage->reach->references, error) &&
           match_undefined(findings, context, error) && match_spelling(findings, context, error);
}

proviso_findings *proviso_check(proviso_document *document, struct proviso_error *error) {
    return proviso_check_with(document, NULL, 0, error);
}

proviso_findings *proviso_check_with(proviso_document *document,
                                     const proviso_findings *const *others, size_t count,
                                     struct proviso_error *error) {
    struct arena *arena = arena_new();
    proviso_findings *findings = arena ? ARENA_NEW(arena, proviso_findings) : NULL;
    if (!findings) {
        arena_free(arena);
        error_memory(error);
        return NULL;
    }
    findings->arena = arena;
    findings->document = document;
    findings->others = others;
    findings->other_count = count;
    struct context *context = NULL;
    bool done = match_meant(document, arena, error) && match_hits(findings, error) &&
                (context = context_new(findings, error)) != NULL;
    if (done) {
        tell_profile(document, context);
        done = match_words(document, findings, context, error) &&
               match_safeguards(findings, context, error) &&
               findings_settle(findings, context, error) &&
               (!context->asked.failed || error_memory(error));
    }
    context_free(context);
    if (!done) {
        proviso_findings_free(findings);
        return NULL;
    }
    return findings;
}

void proviso_findings_free(proviso_findings *findings) {
    if (findings) {
        postings_free(&findings->hits);
        array_free(findings->stretches);
        array_free(findings->list);
        array_free(findings->silences);
        array_free(findings->brackets);
        if (findings->coverage) {
            coverage_free(findings->coverage);
        }
        arena_free(findings->arena);
    }
}

size_t proviso_findings_count(const proviso_findings *findings, enum proviso_severity severity) {
    size_t count = 0;
    for (uint32_t i = 0; i < findings->count; i++) {
        count += findings->list[i].severity == (uint32_t)severity;
    }
    return count;
}

size_t proviso_document_roles(const proviso_document *document, size_t index, char *buffer,
                              size_t size) {
    const struct proviso_lexicon *lexicon = document->lexicon;
    uint64_t roles = index < document->provision_count ? document->provisions[index].roles : 0;
    size_t needed = 0, written = 0;
    for (uint32_t role = 0; role < lexicon->role_count; role++) {
        if (!(roles >> role & 1)) {
            continue;
        }
        const char *id = lexicon_string(lexicon, lexicon->roles[role].id);
        const char *parts[] = {needed ? ", " : "", id};
        for (int i = 0; i < 2; i++) {
            size_t length = strlen(parts[i]);
            if (written == needed && needed + length < size) {
                memcpy(buffer + needed, parts[i], length);
                written += length;
            }
            needed += length;
        }
    }
    if (size > 0) {
        buffer[written] = '\0';
    }
    return needed;
}
