/* A draft given as bytes, checked with a lexicon in which "purple elephant" is an error and "green
 * ladder" a note, and reported. */
#ifndef REPORT_FIXTURE_H
#define REPORT_FIXTURE_H

#include "base/buffer.h"
#include "match/match.h"

#include <check.h>
#include <string.h>

static const char fixture_lexicon[] =
    "authority: test-source\ntitle: Test v. State, § 5\nkind: judgment\nforce: binding\nchecked: "
    "here\nsays: so\n"
    "---\nconcept: test-elephant\nkind: vague\nphrases: [purple elephant]\n"
    "---\nconcept: test-ladder\nkind: vague\nphrases: [green ladder]\n"
    "---\nrule: test-rule/elephant\nseverity: error\nsince: \"0.1\"\nmatch: test-elephant\n"
    "message: '\"{text}\" has *no* place in law.'\nwhy: An elephant is not a source of law.\n"
    "suggest: {delete: match}\nauthority: [test-source]\n"
    "flags: [The purple elephant shall rule.]\npasses: [The elephant is purple.]\n"
    "---\nrule: test-rule/ladder\nseverity: note\nsince: \"0.1\"\nmatch: test-ladder\n"
    "message: '\"{text}\" is climbed.'\nwhy: A ladder leads nowhere.\n"
    "suggest: {replace: stairs}\nauthority: [test-source]\n"
    "flags: [The green ladder shall stand.]\npasses: [The ladder is green.]\n";

struct fixture {
    proviso_lexicon *lexicon;
    proviso_document *document;
    proviso_findings *findings;
};

static inline void fixture_read(struct fixture *fixture, const char *path, const char *bytes,
                                size_t length) {
    struct proviso_error error = {{0}, {0}, 0, 0};
    struct proviso_source lexicon = {"test.yaml", fixture_lexicon, sizeof fixture_lexicon - 1};
    struct proviso_source source = {path, bytes, length};
    fixture->lexicon = proviso_lexicon_load(&lexicon, 1, &error);
    ck_assert_msg(fixture->lexicon != NULL, "line %u: %s", error.line, error.message);
    fixture->document = proviso_document_read(fixture->lexicon, &source, NULL, &error);
    ck_assert_msg(fixture->document != NULL, "%s", error.message);
    fixture->findings = proviso_check(fixture->document, &error);
    ck_assert_msg(fixture->findings != NULL, "%s", error.message);
}

static inline void fixture_free(struct fixture *fixture) {
    proviso_findings_free(fixture->findings);
    proviso_document_free(fixture->document);
    proviso_lexicon_free(fixture->lexicon);
}

static inline bool fixture_write(void *context, const char *bytes, size_t length) {
    buffer_add(context, bytes, length);
    return true;
}

/* The whole report on one draft; buffer_free it. */
static inline struct buffer fixture_report(enum proviso_format format, const char *path,
                                           const char *bytes, size_t length) {
    struct fixture fixture;
    struct buffer out = {0};
    struct proviso_sink sink = {fixture_write, &out};
    fixture_read(&fixture, path, bytes, length);
    proviso_report *report = proviso_report_new(format, NULL, &sink);
    ck_assert(proviso_report_document(report, fixture.document, fixture.findings));
    ck_assert(proviso_report_end(report));
    fixture_free(&fixture);
    return out;
}

#define ASSERT_REPORT(format, path, draft, expected)                                               \
    do {                                                                                           \
        struct buffer out_ = fixture_report(format, path, draft, strlen(draft));                   \
        ck_assert_str_eq(buffer_string(&out_), expected);                                          \
        buffer_free(&out_);                                                                        \
    } while (0)
#define ASSERT_REPORT_HAS(format, path, draft, expected)                                           \
    do {                                                                                           \
        struct buffer out_ = fixture_report(format, path, draft, strlen(draft));                   \
        ck_assert_msg(strstr(buffer_string(&out_), expected) != NULL, "%s", buffer_string(&out_)); \
        buffer_free(&out_);                                                                        \
    } while (0)

#endif
