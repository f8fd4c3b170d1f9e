/*
 * Powers against safeguards, for programs. In: the cells of a draft. Out: {"power":"Article 28",
 * "roles":["power:search"],"offences":"open-ended","safeguards":{"necessity":{"state":"missing"}}}.
 * A safeguard that is not asked of a power has no key.
 */
#include "matrix.h"

#include <string.h>

enum { CITATION = 256 };

static void put_citation(struct json_writer *json, const char *key,
                         const struct proviso_document *document, uint32_t provision) {
    char citation[CITATION];
    proviso_document_citation(document, provision, citation, sizeof citation);
    json_put_key_string(json, key, citation);
}

static void put_roles(struct json_writer *json, const struct proviso_document *document,
                      uint32_t provision) {
    const struct proviso_lexicon *lexicon = document->lexicon;
    json_put_key(json, "roles");
    json_put_open(json, '[');
    for (uint32_t i = 0; i < lexicon->role_count; i++) {
        if (document->provisions[provision].roles >> i & 1) {
            const char *id = lexicon_string(lexicon, lexicon->roles[i].id);
            json_put_string(json, id, strlen(id));
        }
    }
    json_put_close(json, ']');
}

static void put_cells(struct json_writer *json, const struct proviso_findings *findings,
                      const struct subject *subject) {
    const struct proviso_lexicon *lexicon = findings->document->lexicon;
    json_put_key(json, "safeguards");
    json_put_open(json, '{');
    for (uint32_t i = 0; i < lexicon->safeguard_count; i++) {
        const struct cell *cell = &subject->cells[i];
        if (!((subject->must | subject->recommended) >> i & 1)) {
            continue;
        }
        json_put_key(json, lexicon_string(lexicon, lexicon->safeguards[i].id));
        json_put_open(json, '{');
        json_put_key_string(json, "state", state_name(cell->state));
        if (cell->provision != DOCUMENT_NONE) {
            struct buffer citation = {0};
            matrix_cite(&citation, findings, cell);
            json_put_key_string(json, "citation", buffer_string(&citation));
            json->out->failed |= citation.failed;
            buffer_free(&citation);
        }
        json_put_close(json, '}');
    }
    json_put_close(json, '}');
}

void matrix_write_json(struct json_writer *json, const struct proviso_findings *findings) {
    const struct proviso_document *document = findings->document;
    json_put_key(json, "coverage");
    json_put_open(json, '[');
    for (uint32_t i = 0; i < findings->coverage->count; i++) {
        const struct subject *subject = &findings->coverage->subjects[i];
        json_put_newline(json);
        json_put_open(json, '{');
        put_citation(json, "power", document, subject->provision);
        put_roles(json, document, subject->provision);
        json_put_key_string(json, "offences", offences_name(subject->offences));
        if (subject->clause != DOCUMENT_NONE) {
            put_citation(json, "clause", document, subject->clause);
        }
        put_cells(json, findings, subject);
        json_put_close(json, '}');
    }
    json_put_close(json, ']');
}
