/*
 * Finds the provisions of a draft; the order below is the story. In: text, mask and lines, "###
 * Article 24", "2. Such safeguards shall ...". Out: document->provisions, from the document itself
 * to "Article 24" and its paragraph 2, each with its number for the citation.
 */
#include "../base/buffer.h"
#include "../base/error.h"
#include "citation.h"
#include "structure_arrange.h"
#include "structure_mark.h"

static bool has_letter(const struct proviso_document *document, uint32_t start, uint32_t end) {
    while (start < end && (unsigned char)document->text.mask[start] < 0x80 &&
           !view_is_word((unsigned char)document->text.mask[start])) {
        start++;
    }
    return start < end;
}

/* A line without mark-up that stands alone, is short and no sentence. */
static bool stands_as_title(const struct proviso_document *document, uint32_t line, uint32_t start,
                            uint32_t end) {
    char last = document->text.mask[end - 1];
    bool sentence = last == '.' || last == ';' || last == ':' || last == ',';
    return end - start <= 200 && !sentence && line + 2 < document->line_count &&
           document->lines[line + 1].blank;
}

/* The first line of the document that is a heading or stands as one is its title. */
static void find_title(struct structure *structure) {
    const struct proviso_document *document = structure->document;
    struct provision *whole = &structure->provisions[0];
    uint32_t limit = structure->count > 1 ? structure->provisions[1].start : document->text.length;
    for (uint32_t i = 0; i < document->line_count; i++) {
        const struct line *line = &document->lines[i];
        uint32_t start = text_skip(document, line->offset, line->end);
        uint32_t end = text_back(document, line->end, start);
        if (line->offset >= limit) {
            return;
        }
        if (!line_is_law(line) || !has_letter(document, start, end)) {
            continue;
        }
        if (line->heading || stands_as_title(document, i, start, end)) {
            whole->heading_start = start;
            whole->heading_end = end;
            whole->body = line->end;
        }
        return;
    }
}

/* Hands the provisions and their numbers over to the document. */
static bool hand_over(struct structure *structure) {
    struct proviso_document *document = structure->document;
    struct buffer *numbers = structure->numbers;
    document->provisions = structure->provisions;
    document->provision_count = structure->count;
    structure->provisions = NULL;
    document->numbers = arena_copy(document->arena, numbers->bytes, numbers->length);
    return document->numbers != NULL;
}

static bool find_all(struct structure *structure) {
    struct proviso_document *document = structure->document;
    if (!label_index_make(&structure->labels, document->lexicon, document->arena) ||
        !structure_find_marks(structure) || !structure_find_taken(structure) ||
        !structure_find_quotes(structure) || !structure_find_inserted(structure)) {
        return false;
    }
    structure_note_inside(structure);
    if (!structure_find_contents(structure)) {
        return false;
    }
    structure_settle_unstopped(structure);
    structure_find_traits(structure);
    if (!structure_arrange(structure)) {
        return false;
    }
    structure_finish(structure);
    find_title(structure);
    return hand_over(structure) && citation_make_unique(document);
}

bool document_find_provisions(struct proviso_document *document, struct proviso_error *error) {
    struct buffer numbers = {0};
    struct structure structure = {.document = document, .numbers = &numbers};
    bool found = find_all(&structure);
    array_free(structure.marks);
    array_free(structure.signs);
    array_free(structure.quotes);
    array_free(structure.contents);
    array_free(structure.provisions);
    buffer_free(&numbers);
    if (!found) {
        return error_memory(error);
    }
    bool numbered = false;
    for (uint32_t i = 1; i < document->provision_count && !numbered; i++) {
        numbered = document->provisions[i].kind != PROVISO_PREAMBLE;
    }
    return numbered ||
           document_remark(document, "no numbered provisions were found: checked as "
                                     "one provision") ||
           error_memory(error);
}
