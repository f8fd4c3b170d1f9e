/*
 * The page of a rule. In: a rule of the lexicon. Out: its message, why, suggested wording,
 * authorities with what they say, and the sentences in which it is found and not found, such as
 * "Such safeguards shall, as appropriate, include judicial review."
 */
#include "page.h"
#include "report.h"

#include <string.h>

/* The message with the words it is about left open: `"..." leaves the safeguard to discretion`. */
static void add_message(struct page *page, const char *message) {
    for (const char *slot; (slot = strstr(message, "{text}")); message = slot + 6) {
        page_words(page, message, (size_t)(slot - message));
        page_format(page, "...");
    }
    page_text(page, message);
    page_line(page);
}

static void add_section(struct page *page, const char *title) {
    page->prefix = "";
    page_blank(page);
    page_format(page, "%s", title);
    page_line(page);
    page->prefix = "    ";
}

static void add_paragraph(struct page *page, const char *words) {
    page_text(page, words);
    page_line(page);
}

static void add_authorities(struct page *page, const proviso_lexicon *lexicon, size_t index,
                            size_t count) {
    if (count) {
        add_section(page, "Authority");
    }
    for (size_t i = 0; i < count; i++) {
        struct proviso_authority authority;
        proviso_rule_authority(lexicon, index, i, &authority);
        page_text(page, authority.title);
        page_format(page, " (%s, %s)", authority.kind, authority.force);
        page_line(page);
        page->prefix = "        ";
        if (*authority.says) {
            add_paragraph(page, authority.says);
        }
        if (*authority.checked) {
            page_format(page, "Read in: ");
            add_paragraph(page, authority.checked);
        }
        page->prefix = "    ";
    }
}

/* An example that is a whole draft keeps its lines. */
static void add_example(struct page *page, const char *example) {
    page->first = "- ";
    page->rest = "  ";
    while (*example) {
        size_t length = strcspn(example, "\n");
        page_words(page, example, length);
        page_line(page);
        page->first = "  ";
        example += length + (example[length] == '\n');
        if (!strchr(example, '\n') && !*example) {
            break;
        }
    }
    page->first = page->rest = "";
}

static void add_examples(struct page *page, const proviso_lexicon *lexicon, size_t index,
                         const struct proviso_rule *rule) {
    if (rule->flag_count) {
        add_section(page, "Found in");
    }
    for (size_t i = 0; i < rule->flag_count; i++) {
        add_example(page, proviso_rule_flag(lexicon, index, i));
    }
    if (rule->pass_count) {
        add_section(page, "Not found in");
    }
    for (size_t i = 0; i < rule->pass_count; i++) {
        add_example(page, proviso_rule_pass(lexicon, index, i));
    }
}

/* Wording with the words that stand in for those of a draft: "{party-name|each State Party}". */
static void add_wording(struct page *page, const char *wording) {
    struct buffer words = {0};
    const char *open, *close;
    while ((open = strchr(wording, '{')) != NULL && (close = strchr(open, '}')) != NULL) {
        const char *bar = memchr(open, '|', (size_t)(close - open));
        buffer_add(&words, wording, (size_t)(open - wording));
        buffer_add_string(&words, bar ? "" : "article"); /* {unit} */
        buffer_add(&words, bar ? bar + 1 : close, bar ? (size_t)(close - bar - 1) : 0);
        wording = close + 1;
    }
    buffer_add_string(&words, wording);
    add_paragraph(page, buffer_string(&words));
    page->out->failed |= words.failed;
    buffer_free(&words);
}

static void add_suggestions(struct page *page, const proviso_lexicon *lexicon, size_t index,
                            size_t count) {
    if (count) {
        add_section(page, "Suggestion");
    }
    page->first = count > 1 ? "- " : "";
    page->rest = count > 1 ? "  " : "";
    for (size_t i = 0; i < count; i++) {
        add_wording(page, proviso_rule_suggestion(lexicon, index, i));
    }
    page->first = page->rest = "";
}

static void add_rule(struct page *page, const proviso_lexicon *lexicon, size_t index) {
    struct proviso_rule rule;
    proviso_lexicon_rule(lexicon, index, &rule);
    page_format(page, "%s (%s, since %s)", rule.id, severity_name(rule.severity), rule.since);
    page_line(page);
    page_blank(page);
    page->prefix = "    ";
    add_message(page, rule.message);
    add_section(page, "Why");
    add_paragraph(page, rule.why);
    add_suggestions(page, lexicon, index, rule.suggestion_count);
    add_authorities(page, lexicon, index, rule.authority_count);
    add_examples(page, lexicon, index, &rule);
    add_section(page, "Source");
    page_text(page, rule.source_path);
    page_format(page, ", line %u", rule.source_line);
    page_line(page);
}

bool proviso_report_rule(const proviso_lexicon *lexicon, size_t rule,
                         const struct proviso_sink *sink) {
    struct buffer out = {0};
    struct page page = {.out = &out, .prefix = "", .first = "", .rest = "", .width = 79};
    add_rule(&page, lexicon, rule);
    bool written = !out.failed && sink->write(sink->context, out.bytes, out.length);
    page_free(&page);
    buffer_free(&out);
    return written;
}
