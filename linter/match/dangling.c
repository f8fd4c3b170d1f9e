/*
 * References that point nowhere. In: "subject to article 60" in a draft whose last article is 54;
 * a second article numbered 12. Out: dangling-reference findings. Precision first: of a draft that
 * is an extract, or whose numbers were lost, nothing is said; which words speak of another law is
 * said by the conditions of the rule.
 */
#include "dangling.h"

#include "../base/error.h"
#include "../base/utf8.h"
#include "words.h"

#include <string.h>

enum { NUMBER_MAX = 100000, KINDS = PROVISO_SCHEDULE + 1 };

/* How the articles, or the parts, of a draft are numbered. */
struct numbering {
    uint32_t first, last, count; /* numbers without letters */
    uint32_t lost;               /* provisions without a number */
    uint32_t again;              /* provisions whose number another has already */
};

struct dangling_search {
    struct proviso_findings *findings;
    struct context *context;
    uint32_t capacity; /* of findings->list */
    struct numbering numbering[KINDS];
    uint32_t *children; /* by provision: how many, + 1; 0 if not yet counted */
    bool *heads;        /* by label: it heads an article */
};

/* The number that the string begins with, 0 if none. */
static uint32_t leading_number(const char *string) {
    uint32_t number = 0;
    for (; *string >= '0' && *string <= '9' && number < NUMBER_MAX; string++) {
        number = number * 10 + (uint32_t)(*string - '0');
    }
    return number;
}

static const char *number_of(const struct proviso_document *document, uint32_t provision) {
    return document->numbers + document->provisions[provision].number;
}

static bool is_own_law(const struct context *context, uint32_t provision) {
    const struct standing *standing = &context->standings[provision];
    uint32_t aside = 1u << PROVISO_SCHEDULE | 1u << PROVISO_PREAMBLE;
    return !(standing->flags & (PROVISION_QUOTED | PROVISION_CONTENTS)) &&
           !(standing->kinds & aside);
}

static void survey_numbers(struct dangling_search *search) {
    const struct proviso_document *document = search->findings->document;
    for (uint32_t i = 1; i < document->provision_count; i++) {
        const struct provision *provision = &document->provisions[i];
        if (provision->kind == PROVISO_ARTICLE && provision->label != DOCUMENT_NONE) {
            search->heads[provision->label] = true;
        }
        struct numbering *numbering = &search->numbering[document->provisions[i].kind];
        if (!is_own_law(search->context, i)) {
            continue;
        }
        uint32_t number = leading_number(number_of(document, i));
        numbering->lost += number == 0;
        numbering->again += document->provisions[i].ordinal > 1;
        if (number == 0 || document->provisions[i].ordinal > 1) {
            continue;
        }
        numbering->count += numbering->last != number; /* 12 and 12A are one */
        numbering->first =
            numbering->first && numbering->first < number ? numbering->first : number;
        numbering->last = numbering->last > number ? numbering->last : number;
    }
}

/* Whether the draft counts its provisions of this kind from 1, with hardly a gap and none lost:
 * only then is a number that is not there a mistake and not another part of the same code. */
static bool is_complete(const struct numbering *numbering) {
    return numbering->first == 1 && numbering->last >= 3 && numbering->lost == 0 &&
           numbering->count * 10 >= numbering->last * 9;
}

static uint32_t count_children(const struct proviso_document *document, uint32_t parent) {
    uint32_t expected = 0;
    for (uint32_t at = parent + 1; at < document->provisions[parent].end;
         at = document->provisions[at].end) {
        if (leading_number(number_of(document, at)) != ++expected) {
            return 0;
        }
    }
    return expected;
}

/* The greatest of the children of a provision that are numbered 1, 2, 3 without gap; 0 if they are
 * not. Counted once for each provision. */
static uint32_t last_child(const struct dangling_search *search, uint32_t parent) {
    uint32_t *known = &search->children[parent];
    if (*known == 0) {
        *known = 1 + count_children(search->findings->document, parent);
    }
    return *known - 1;
}

/* The number that the words end with: 9 of "article 5(2)(9)", 12 of "section 12A", 0 if none. */
static uint32_t missing_number(const struct proviso_document *document,
                               const struct reference *reference) {
    const char *mask = document->text.mask;
    uint32_t end = reference->end, number = 0;
    while (end > reference->start && !utf8_is_word((unsigned char)mask[end - 1])) {
        end--;
    }
    uint32_t at = end;
    while (at > reference->start && utf8_is_word((unsigned char)mask[at - 1])) {
        at--;
    }
    for (; at < end && mask[at] >= '0' && mask[at] <= '9' && number < NUMBER_MAX; at++) {
        number = number * 10 + (uint32_t)(mask[at] - '0');
    }
    return number;
}

/* Whether the text of a provision comes to an end and is not cut off in the middle of a sentence.
 * What closes a bracket under negotiation may stand behind the full stop. */
static bool ends_well(const struct proviso_document *document, uint32_t provision) {
    const char *mask = document->text.mask;
    uint32_t start = document->provisions[provision].start;
    uint32_t end = document->provisions[provision].finish;
    while (end > start && ((unsigned char)mask[end - 1] <= ' ' || mask[end - 1] == ']')) {
        end--;
    }
    return end > start && memchr(".;:)?!\"", mask[end - 1], 8) != NULL;
}

/* Whether it names an article by a word that heads none here, "rule 8" in an act of sections: one
 * of another law. A bill of clauses may well speak of the sections that they become. */
static bool is_foreign(const struct dangling_search *search, const struct reference *reference) {
    const struct proviso_lexicon *lexicon = search->findings->document->lexicon;
    const struct lexicon_label *labels = lexicon->labels;
    bool foreign = reference->label != DOCUMENT_NONE && labels[reference->label].rank != 1;
    for (uint32_t i = 0; foreign && i < lexicon->label_count; i++) {
        foreign = !(search->heads[i] && labels[i].name == labels[reference->label].name);
    }
    return foreign;
}

/* Whether a reference that was not resolved is surely a mistake. */
static bool is_mistaken(const struct dangling_search *search, const struct reference *reference) {
    const struct proviso_document *document = search->findings->document;
    if (!is_own_law(search->context, reference->provision)) {
        return false;
    }
    if (reference->near != DOCUMENT_NONE) {
        uint32_t last = last_child(search, reference->near);
        return last >= 2 && missing_number(document, reference) > last &&
               ends_well(document, reference->near);
    }
    return reference->unit == PROVISO_ARTICLE && missing_number(document, reference) > 0 &&
           is_complete(&search->numbering[reference->unit]) && !is_foreign(search, reference);
}

/* Whether "of this Act" or the like stands behind the reference: then no other law is meant,
 * whatever else the sentence names. */
static bool is_of_this(const struct dangling_search *search, const struct reference *reference) {
    const struct proviso_document *document = search->findings->document;
    uint32_t concept = document->lexicon->named[NAMED_REFERENCE_THIS];
    const struct hit *hit = postings_from(search->context->postings, concept, reference->end);
    return hit && context_sentence(search->context, hit) == reference->sentence &&
           words_count(&document->text, reference->end, hit->start, 2) <= 1;
}

/* `sure`: the place need not meet the conditions of the rule. */
static bool add_finding(struct dangling_search *search, const char *id, const struct place *place,
                        bool sure) {
    const struct proviso_lexicon *lexicon = search->findings->document->lexicon;
    size_t found = proviso_lexicon_find(lexicon, id);
    if (found == SIZE_MAX) {
        return true;
    }
    const struct lexicon_rule *rule = &lexicon->rules[found];
    struct finding finding = {.rule = (uint32_t)found,
                              .start = place->start,
                              .end = place->end,
                              .provision = place->provision,
                              .sentence = place->sentence,
                              .severity = rule->severity,
                              .rests = DOCUMENT_NONE};
    if (!sure &&
        (!conditions_hold(search->context, place, rule->where_first, rule->where_count) ||
         conditions_silence(search->context, place, rule->unless_first, rule->unless_count))) {
        return true;
    }
    return findings_add(search->findings, &search->capacity, &finding);
}

static bool search_references(struct dangling_search *search, const struct references *references) {
    for (uint32_t i = 0; i < references->count; i++) {
        const struct reference *reference = &references->list[i];
        if (reference->kind != REFERENCE_DANGLING || reference->sentence == DOCUMENT_NONE ||
            !is_mistaken(search, reference)) {
            continue;
        }
        const struct place place = reference_place(search->findings->document, reference);
        if (!add_finding(search, "dangling-reference/nowhere", &place,
                         is_of_this(search, reference))) {
            return false;
        }
    }
    return true;
}

/* Whether the paragraphs of an article count 1, 2, 3, 3, 4: one number twice running, and no gap.
 * Numbers that begin anew are those of another list or option, and not a mistake. */
static bool counts_once_twice(const struct proviso_document *document, uint32_t parent) {
    uint32_t number = 0, again = 0;
    for (uint32_t at = parent + 1; at < document->provisions[parent].end;
         at = document->provisions[at].end) {
        uint32_t next = leading_number(number_of(document, at));
        if (document->provisions[at].ordinal > 1) {
            again++;
            if (next != number || number == 1) {
                return false;
            }
        } else if (next != number && next != number + 1) {
            return false;
        }
        number = next;
    }
    return again == 1;
}

/* Provisions of a kind whose number another has already. A collection of laws, or one in two
 * languages, has more of them than one law can have by mistake. */
static bool search_numbers(struct dangling_search *search, uint8_t kind) {
    const struct proviso_document *document = search->findings->document;
    const struct numbering *numbering = &search->numbering[kind];
    if (numbering->again > 1 && numbering->again * 8 > numbering->count) {
        return true;
    }
    for (uint32_t i = 1; i < document->provision_count; i++) {
        const struct provision *provision = &document->provisions[i];
        bool numbered = provision->kind == kind && number_of(document, i)[0] != '\0';
        if (!numbered || provision->ordinal < 2 || !is_own_law(search->context, i) ||
            provision->label_end <= provision->label_start ||
            (kind == PROVISO_PARAGRAPH && !counts_once_twice(document, provision->parent))) {
            continue;
        }
        const struct place place = {.start = provision->label_start,
                                    .end = provision->label_end,
                                    .concept = LEXICON_NONE,
                                    .provision = i,
                                    .sentence = DOCUMENT_NONE,
                                    .stretch_start = provision->start,
                                    .stretch_end = provision->finish};
        if (!add_finding(search, "dangling-reference/duplicate-number", &place, false)) {
            return false;
        }
    }
    return true;
}

bool match_dangling(struct proviso_findings *findings, struct context *context,
                    const struct references *references, struct proviso_error *error) {
    struct dangling_search search = {
        .findings = findings, .context = context, .capacity = findings->count};
    search.children = ARENA_ARRAY(findings->arena, uint32_t, findings->document->provision_count);
    search.heads = ARENA_ARRAY(findings->arena, bool, findings->document->lexicon->label_count);
    if (!search.children || !search.heads) {
        return error_memory(error);
    }
    survey_numbers(&search);
    bool done = search_references(&search, references) &&
                search_numbers(&search, PROVISO_ARTICLE) &&
                search_numbers(&search, PROVISO_PARAGRAPH);
    return done || error_memory(error);
}
