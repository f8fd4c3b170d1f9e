/* The states of safeguards in a draft, as one string each. */
#ifndef MATCH_CELLS_H
#define MATCH_CELLS_H

#include "match_fixture.h"

#include "match/coverage.h"

/* "present Section 9": the state of a safeguard for a section, and what it rests on. */
static inline void assert_cell(const char *text, const char *power, const char *id,
                               const char *expected) {
    struct trial_draft draft;
    char citation[128];
    trial_check(&draft, TEST_AUTHORITY, text);
    const struct coverage *coverage = draft.findings->coverage;
    for (uint32_t i = 0; i < coverage->count; i++) {
        const struct subject *subject = &coverage->subjects[i];
        proviso_document_citation(draft.document, subject->provision, citation, sizeof citation);
        if (strcmp(citation, power) != 0) {
            continue;
        }
        for (uint32_t j = 0; j < draft.lexicon->safeguard_count; j++) {
            const struct cell *cell = &subject->cells[j];
            if (strcmp(lexicon_string(draft.lexicon, draft.lexicon->safeguards[j].id), id) == 0) {
                buffer_add_string(&draft.said, state_name(cell->state));
                if (cell->provision != DOCUMENT_NONE) {
                    proviso_document_citation(draft.document, cell->provision, citation,
                                              sizeof citation);
                    buffer_format(&draft.said, " %s", citation);
                }
            }
        }
        break;
    }
    ck_assert_str_eq(buffer_string(&draft.said), expected);
    trial_free(&draft);
}

#endif
