/*
 * Findings for programs. In: documents and findings. Out: one JSON object,
 * {"proviso":"0.1.0","documents":[{"path":"draft.md","findings":[{"rule":"weak-safeguard/discretion",
 * "line":12,"text":"as appropriate",...}]}]}. Keys may be added, never renamed.
 */
#include "json_write.h"
#include "matrix.h"
#include "place.h"
#include "report.h"
#include "suggestion.h"
#include "wording.h"

#include <stdio.h>
#include <string.h>

/* What the writers of one document share. */
struct scene {
    struct json_writer json;
    const struct proviso_document *document;
    const struct proviso_findings *findings;
    struct places places;
    struct buffer words;
};

static void key_words(struct scene *scene, const char *key) {
    json_put_key(&scene->json, key);
    json_put_string(&scene->json, scene->words.bytes, scene->words.length);
    buffer_clear(&scene->words);
}

static void key_citation(struct scene *scene, uint32_t provision) {
    char citation[512];
    proviso_document_citation(scene->document, provision, citation, sizeof citation);
    json_put_key_string(&scene->json, "citation", citation);
}

static void write_roles(struct scene *scene, uint64_t roles) {
    const struct proviso_lexicon *lexicon = scene->document->lexicon;
    json_put_key(&scene->json, "roles");
    json_put_open(&scene->json, '[');
    for (uint32_t i = 0; i < lexicon->role_count; i++) {
        if (roles >> i & 1) {
            const char *id = lexicon_string(lexicon, lexicon->roles[i].id);
            json_put_string(&scene->json, id, strlen(id));
        }
    }
    json_put_close(&scene->json, ']');
}

static void write_provision(struct scene *scene, uint32_t index) {
    struct json_writer *json = &scene->json;
    struct proviso_provision provision;
    proviso_document_provision(scene->document, index, &provision);
    json_put_key(json, "provision");
    json_put_open(json, '{');
    key_citation(scene, index);
    json_put_key_string(json, "kind", proviso_kind_name(provision.kind));
    write_roles(scene, scene->document->provisions[index].roles);
    json_put_key_number(json, "line", provision.line);
    json_put_key_number(json, "end_line", provision.end_line);
    json_put_close(json, '}');
}

static void write_place(struct json_writer *json, const struct place *place) {
    json_put_key_number(json, "line", place->line);
    json_put_key_number(json, "column", place->column);
    json_put_key_number(json, "end_line", place->end_line);
    json_put_key_number(json, "end_column", place->end_column);
    json_put_key_number(json, "offset", place->offset);
    json_put_key_number(json, "end_offset", place->end_offset);
}

static const char *lacked_safeguard(const struct proviso_lexicon *lexicon,
                                    const struct lexicon_rule *rule) {
    return rule->lacks == LEXICON_NONE
               ? lexicon_string(lexicon, rule->category)
               : lexicon_string(lexicon, lexicon->safeguards[rule->lacks].id);
}

/* The safeguard that an absence is about, and where it was looked for. */
static void write_absence(struct scene *scene, const struct finding *finding) {
    struct json_writer *json = &scene->json;
    const struct lexicon_rule *rule = finding_rule(scene->document, finding);
    json_put_key(json, "safeguards");
    json_put_open(json, '[');
    if (finding->state != STATE_NOT_ASKED) {
        json_put_open(json, '{');
        json_put_key_string(json, "id", lacked_safeguard(scene->document->lexicon, rule));
        json_put_key_string(json, "state", state_name(finding->state));
        json_put_close(json, '}');
    }
    json_put_close(json, ']');
    json_put_key(json, "looked");
    json_put_open(json, '[');
    for (const char *at = finding->looked; at && *at;) {
        const char *end = strstr(at, "; ");
        json_put_string(json, at, end ? (size_t)(end - at) : strlen(at));
        at = end ? end + 2 : NULL;
    }
    json_put_close(json, ']');
}

static void write_related(struct scene *scene, const struct finding *finding) {
    struct json_writer *json = &scene->json;
    json_put_key(json, "related");
    json_put_open(json, '[');
    for (uint32_t i = 0; i < finding->related_count; i++) {
        const struct related *related = &finding->related[i];
        json_put_open(json, '{');
        key_citation(scene, related->provision);
        json_put_key_number(
            json, "line",
            document_line_number(scene->document, place_line(scene->document, related->start)));
        json_put_key_string(json, "message", related->message ? related->message : "");
        json_put_close(json, '}');
    }
    json_put_close(json, ']');
}

static void write_authorities(struct scene *scene, const struct lexicon_rule *rule) {
    const struct proviso_lexicon *lexicon = scene->document->lexicon;
    struct json_writer *json = &scene->json;
    json_put_key(json, "authority");
    json_put_open(json, '[');
    for (uint32_t i = 0; i < rule->authority_count; i++) {
        const struct lexicon_authority *authority =
            &lexicon->authorities[lexicon->refs[rule->authority_first + i]];
        json_put_open(json, '{');
        json_put_key_string(json, "id", lexicon_string(lexicon, authority->id));
        json_put_key_string(json, "title", lexicon_string(lexicon, authority->title));
        json_put_key_string(json, "kind", lexicon_string(lexicon, authority->kind));
        json_put_key_string(json, "force", lexicon_string(lexicon, authority->force));
        json_put_close(json, '}');
    }
    json_put_close(json, ']');
}

static void write_edit(struct scene *scene, const struct finding_edit *edit) {
    struct json_writer *json = &scene->json;
    json_put_open(json, '{');
    json_put_key_number(json, "offset", edit->offset);
    json_put_key_number(json, "end_offset", edit->end_offset);
    json_put_key(json, "text");
    json_put_string(json, edit->text, edit->length);
    json_put_close(json, '}');
}

static void write_suggestion(struct scene *scene, const struct finding *finding) {
    struct json_writer *json = &scene->json;
    struct finding_edit edit;
    suggestion_message(&scene->words, scene->document, finding);
    if (!scene->words.length) {
        return;
    }
    json_put_key(json, "suggestion");
    json_put_open(json, '{');
    key_words(scene, "message");
    json_put_key(json, "edits");
    json_put_open(json, '[');
    if (finding_edit(scene->findings, finding, &edit)) {
        write_edit(scene, &edit);
    }
    json_put_close(json, ']');
    json_put_close(json, '}');
}

static void write_finding(struct scene *scene, const struct finding *finding) {
    struct json_writer *json = &scene->json;
    const struct proviso_lexicon *lexicon = scene->document->lexicon;
    const struct lexicon_rule *rule = finding_rule(scene->document, finding);
    struct place place = places_find(&scene->places, finding->start, finding->end);
    json_put_open(json, '{');
    json_put_key_string(json, "rule", lexicon_string(lexicon, rule->id));
    json_put_key_string(json, "category", lexicon_string(lexicon, rule->category));
    json_put_key_string(json, "severity", severity_name(finding->severity));
    wording_add(&scene->words, finding->message, strlen(finding->message));
    key_words(scene, "message");
    write_place(json, &place);
    wording_of(&scene->words, scene->document, finding->start, finding->end);
    key_words(scene, "text");
    write_provision(scene, finding->provision);
    write_absence(scene, finding);
    write_related(scene, finding);
    write_authorities(scene, rule);
    write_suggestion(scene, finding);
    char fingerprint[20];
    snprintf(fingerprint, sizeof fingerprint, "%016llx", (unsigned long long)finding->fingerprint);
    json_put_key_string(json, "fingerprint", fingerprint);
    json_put_close(json, '}');
}

static void write_counts(struct json_writer *json, const uint64_t counts[3]) {
    for (uint32_t severity = PROVISO_ERROR + 1; severity-- > 0;) {
        char key[16];
        snprintf(key, sizeof key, "%ss", severity_name(severity));
        json_put_key_number(json, key, counts[severity]);
    }
}

static void write_document_end(struct scene *scene, const struct proviso_findings *findings) {
    struct json_writer *json = &scene->json;
    uint64_t counts[3] = {0};
    for (uint32_t i = 0; i < findings->count; i++) {
        counts[findings->list[i].severity]++;
    }
    matrix_write_json(json, findings);
    json_put_key(json, "remarks");
    json_put_open(json, '[');
    for (uint32_t i = 0; i < scene->document->remark_count; i++) {
        const char *remark = scene->document->remarks[i];
        json_put_string(json, remark, strlen(remark));
    }
    json_put_close(json, ']');
    json_put_key(json, "summary");
    json_put_open(json, '{');
    write_counts(json, counts);
    json_put_key_number(json, "unevaluated", findings->unevaluated);
    json_put_key_number(json, "unagreed_bytes", findings->unagreed);
    json_put_close(json, '}');
}

static void begin(struct proviso_report *report) {
    struct json_writer json = {.out = &report->out};
    json_put_open(&json, '{');
    json_put_key_string(&json, "proviso", PROVISO_VERSION);
    json_put_newline(&json);
    json_put_key(&json, "documents");
    json_put_open(&json, '[');
}

static void document_object(struct proviso_report *report, const struct proviso_document *document,
                            const struct proviso_findings *findings) {
    struct scene scene = {.json = {.out = &report->out, .comma = report->documents > 0},
                          .document = document,
                          .findings = findings,
                          .places = places_start(document, report->options.column)};
    struct json_writer *json = &scene.json;
    json_put_newline(json);
    json_put_open(json, '{');
    json_put_key_string(json, "path", document->path);
    json_put_key_string(json, "language",
                        lexicon_string(document->lexicon, document->lexicon->language));
    json_put_key_string(json, "profile",
                        document->profile == PROVISO_PROFILE_TREATY ? "treaty" : "statute");
    json_put_key(json, "findings");
    json_put_open(json, '[');
    for (uint32_t i = 0; i < findings->count; i++) {
        json_put_newline(json);
        write_finding(&scene, &findings->list[i]);
        report_flush(report);
    }
    json_put_close(json, ']');
    write_document_end(&scene, findings);
    json_put_close(json, '}');
    report->failed |= scene.words.failed;
    buffer_free(&scene.words);
}

static void end(struct proviso_report *report) {
    struct json_writer json = {.out = &report->out};
    json_put_close(&json, ']');
    json_put_newline(&json);
    json_put_key(&json, "summary");
    json_put_open(&json, '{');
    json_put_key_number(&json, "documents", report->documents);
    write_counts(&json, report->totals);
    json_put_key_string(&json, "caution", REPORT_CAUTION);
    json_put_close(&json, '}');
    json_put_close(&json, '}');
    buffer_add_char(&report->out, '\n');
}

const struct reporter reporter_json = {begin, document_object, end};
