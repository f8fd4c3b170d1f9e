/*
 * Notes as people read them. In: a note with its entries. Out: paragraphs such as
 * **error** "as appropriate" leaves the safeguard to discretion. `weak-safeguard/discretion`
 * *Why:* ... *Authority:* ... *Suggestion:* delete "as appropriate"
 * in Markdown or in plain text. Why and authority stand where a rule first appears.
 */
#include "note.h"

#include "../match/insert.h"
#include "suggestion.h"
#include "wording.h"

#include <string.h>

enum { WORDINGS_SHOWN = 6, PASSAGE = 160 };

/* The different words of one entry, with how often each stands there. */
struct wordings {
    struct buffer words;
    size_t start[WORDINGS_SHOWN + 1];
    uint32_t times[WORDINGS_SHOWN];
    uint32_t count, more;
};

static const struct finding *finding_at(const struct notes *notes, uint32_t index) {
    return &notes->findings->list[notes->order[index]];
}

static void count_wording(struct wordings *wordings, const struct notes *notes,
                          const struct finding *finding) {
    struct buffer *words = &wordings->words;
    size_t start = words->length;
    wording_of(words, notes->document, finding->start, finding->end);
    size_t length = words->length - start;
    for (uint32_t i = 0; i < wordings->count; i++) {
        size_t known = wordings->start[i + 1] - wordings->start[i];
        if (known == length &&
            !memcmp(words->bytes + wordings->start[i], words->bytes + start, length)) {
            wordings->times[i]++;
            words->length = start;
            return;
        }
    }
    if (wordings->count == WORDINGS_SHOWN) {
        wordings->more++;
        words->length = start;
        return;
    }
    wordings->start[wordings->count] = start;
    wordings->times[wordings->count++] = 1;
    wordings->start[wordings->count] = words->length;
}

static void add_quoted(struct page *page, const char *bytes, size_t length) {
    page_format(page, "\"");
    page_words(page, bytes, length);
    page_format(page, "\"");
}

static void add_label(struct page *page, const char *label) {
    page_markup(page, "*", "");
    page_format(page, "%s:", label);
    page_markup(page, "*", "");
    page_format(page, " ");
}

/* The other words of the entry: `Also here: "where necessary" (twice)`. The first are in the
 * message. */
static void add_other_words(struct page *page, const struct notes *notes,
                            const struct entry *entry) {
    struct wordings wordings = {.count = 0};
    for (uint32_t i = 0; i < entry->count; i++) {
        count_wording(&wordings, notes, finding_at(notes, entry->first + i));
    }
    const char *separator = "";
    if (entry->count > 1) {
        add_label(page, "Also here");
    }
    for (uint32_t i = 0; i < wordings.count; i++) {
        uint32_t times = wordings.times[i] - (i == 0);
        if (times) {
            page_format(page, "%s", separator);
            add_quoted(page, wordings.words.bytes + wordings.start[i],
                       wordings.start[i + 1] - wordings.start[i]);
            if (times > 1 || i == 0) {
                page_format(page, times == 1 ? " (once more)" : " (%u%s times)", times,
                            i ? "" : " more");
            }
            separator = ", ";
        }
    }
    if (wordings.more) {
        page_format(page, " and %u more", wordings.more);
    }
    if (entry->count > 1) {
        page_break(page);
    }
    page->out->failed |= wordings.words.failed;
    buffer_free(&wordings.words);
}

/* The words, where the message of the rule does not quote them. */
static void add_silent_words(struct page *page, const struct notes *notes,
                             const struct entry *entry) {
    const struct proviso_lexicon *lexicon = notes->document->lexicon;
    const struct lexicon_rule *rule = &lexicon->rules[entry->rule];
    const struct finding *finding = finding_at(notes, entry->first);
    if (rule->match == LEXICON_NONE || strstr(lexicon_string(lexicon, rule->message), "{text}")) {
        return;
    }
    add_label(page, "Words");
    add_quoted(page, notes->document->text.mask + finding->start, finding->end - finding->start);
    page_break(page);
}

/* The message without "Section 31 (Search and seizure): ", which the title of the note says. */
static void add_said(struct page *page, const struct notes *notes, const struct finding *finding) {
    char citation[512];
    size_t length =
        proviso_document_citation(notes->document, finding->provision, citation, sizeof citation);
    const char *message = finding->message, *rest = NULL;
    if (length < sizeof citation && strncmp(message, citation, length) == 0) {
        rest = message[length] == ':' ? message + length : NULL;
        rest = message[length] == ' ' && message[length + 1] == '(' ? strstr(message, "): ") : rest;
    }
    if (!rest) {
        page_text(page, message);
        return;
    }
    rest = strchr(rest, ' ') + 1;
    bool small = *rest >= 'a' && *rest <= 'z';
    page_format(page, "%c", small ? *rest - 'a' + 'A' : *rest);
    page_text(page, rest + 1);
}

static void add_message(struct page *page, const struct notes *notes, const struct entry *entry) {
    const struct proviso_lexicon *lexicon = notes->document->lexicon;
    const struct finding *finding = finding_at(notes, entry->first);
    page_markup(page, "**", "");
    page_format(page, "%s", severity_name(entry->severity));
    page_markup(page, "**", ":");
    page_format(page, " ");
    add_said(page, notes, finding);
    page_markup(page, " `", " [");
    page_format(page, "%s", lexicon_string(lexicon, lexicon->rules[entry->rule].id));
    page_markup(page, "`", "]");
    page_break(page);
    add_silent_words(page, notes, entry);
}

static void add_authorities(struct page *page, const struct notes *notes,
                            const struct lexicon_rule *rule) {
    const struct proviso_lexicon *lexicon = notes->document->lexicon;
    add_label(page, "Authority");
    for (uint32_t i = 0; i < rule->authority_count; i++) {
        const struct lexicon_authority *authority =
            &lexicon->authorities[lexicon->refs[rule->authority_first + i]];
        page_format(page, i ? "; " : "");
        page_text(page, lexicon_string(lexicon, authority->title));
    }
    page_break(page);
}

static void add_link(struct page *page, uint32_t number, bool anchors) {
    if (anchors && page->form == PAGE_MARKDOWN) {
        page_format(page, "[%u](#proviso-%u)", number, number);
    } else {
        page_format(page, "%u", number);
    }
}

static void add_suggestion(struct page *page, const struct notes *notes,
                           const struct finding *finding) {
    struct buffer suggestion = {0};
    struct insertion insertion;
    if (note_adds(notes, finding, &insertion)) {
        return; /* in the block at the end of the note */
    }
    suggestion_message(&suggestion, notes->document, finding);
    if (suggestion.length) {
        add_label(page, "Suggestion");
        page_words(page, suggestion.bytes, suggestion.length);
    }
    buffer_free(&suggestion);
}

/* Why, on whose authority and what to write; where the first has been said, in one line. */
static void add_reasons(struct page *page, const struct notes *notes, const struct note *note,
                        const struct entry *entry, struct note_style *style) {
    const struct lexicon_rule *rule = &notes->document->lexicon->rules[entry->rule];
    uint32_t *explained = &style->explained[entry->rule];
    bool known = *explained != 0;
    if (!known) {
        *explained = note->number;
        add_label(page, "Why");
        page_text(page, lexicon_string(notes->document->lexicon, rule->why));
        page_break(page);
        add_authorities(page, notes, rule);
    }
    add_suggestion(page, notes, finding_at(notes, entry->first));
    if (known) {
        page_format(page, page->paragraph.length ? " " : "");
        add_label(page, "Why and authority");
        page_format(page, "note ");
        add_link(page, *explained, style->anchors);
    }
    if (page->paragraph.length) {
        page_break(page);
    }
}

static void add_looked(struct page *page, const char *looked) {
    add_label(page, "Looked in");
    page_text(page, looked);
}

/* Where all lacks of the note were looked for; NULL if not all in the same places. */
static const char *common_looked(const struct notes *notes, const struct note *note) {
    const char *common = NULL;
    for (uint32_t i = 0; i < note->entry_count; i++) {
        const char *looked = finding_at(notes, notes->entries[note->entry_first + i].first)->looked;
        if (looked && common && strcmp(looked, common) != 0) {
            return NULL;
        }
        common = looked ? looked : common;
    }
    return common;
}

/* A stretch of the law with the blanks at its ends kept. */
static void add_stretch(struct page *page, const struct proviso_document *document, uint32_t start,
                        uint32_t end) {
    const char *mask = document->text.mask;
    if (start < end && strchr(" \t\r\n", mask[start])) {
        page_format(page, " ");
    }
    page_words(page, mask + start, end - start);
    if (start + 1 < end && strchr(" \t\r\n", mask[end - 1])) {
        page_format(page, " ");
    }
}

/* The sentence, or as much of it as is near the words. */
static void add_passage(struct page *page, const struct proviso_document *document,
                        const struct finding *finding) {
    const struct text *text = &document->text;
    uint32_t start = 0, end = text->length;
    if (finding->sentence != DOCUMENT_NONE) {
        start = document->sentences[finding->sentence].start;
        end = document->sentences[finding->sentence].end;
    } else {
        const struct line *line = &document->lines[place_line(document, finding->start)];
        start = line->offset;
        end = line->end;
    }
    start = start < finding->start ? start : finding->start;
    end = end > finding->end ? end : finding->end;
    bool cut_before = finding->start - start > PASSAGE, cut_after = end - finding->end > PASSAGE;
    for (start = cut_before ? finding->start - PASSAGE : start;
         cut_before && start < finding->start && text->mask[start] != ' '; start++) {
    }
    for (end = cut_after ? finding->end + PASSAGE : end;
         cut_after && end > finding->end && text->mask[end - 1] != ' '; end--) {
    }
    page_format(page, cut_before ? "\xE2\x80\xA6" : "");
    add_stretch(page, document, start, finding->start);
    page_markup(page, "**", "*");
    page_words(page, text->mask + finding->start, finding->end - finding->start);
    page_markup(page, "**", "*");
    add_stretch(page, document, finding->end, end);
    page_format(page, cut_after ? "\xE2\x80\xA6" : "");
}

void note_write(struct page *page, const struct notes *notes, const struct note *note,
                struct note_style *style) {
    const char *looked = common_looked(notes, note);
    for (uint32_t i = 0; i < note->entry_count; i++) {
        const struct entry *entry = &notes->entries[note->entry_first + i];
        const struct finding *finding = finding_at(notes, entry->first);
        page_blank(page);
        add_message(page, notes, entry);
        if (style->quoted) {
            add_label(page, "Words");
            add_passage(page, notes->document, finding);
            page_break(page);
        }
        add_other_words(page, notes, entry);
        if (finding->looked && !looked) {
            add_looked(page, finding->looked);
            page_break(page);
        }
        add_reasons(page, notes, note, entry, style);
    }
    if (looked) {
        page_blank(page);
        add_looked(page, looked);
        page_line(page);
    }
    note_write_wording(page, notes, note);
}
