/*
 * What stands in front of a number or letter that may be a mark. In: the place of "(b)" in "under
 * section 5(b)" or in "; (b) the court". Out: whether it continues a reference, follows a stop or a
 * dash, or begins a line.
 */
#include "structure_mark.h"

/* The start of the word that ends at `offset`. */
static uint32_t word_start(const struct proviso_document *document, uint32_t offset,
                           uint32_t limit) {
    uint32_t start = offset;
    while (start > limit && offset - start < 12 &&
           view_is_word((unsigned char)document->text.mask[start - 1])) {
        start--;
    }
    return start;
}

/* The number that ends at `offset` stands in brackets or is digits: "(1)", "5(2)", "21". */
static bool is_number_before(const struct proviso_document *document, uint32_t offset,
                             uint32_t limit) {
    const char *mask = document->text.mask;
    if (offset <= limit) {
        return false;
    }
    if (view_is_digit((unsigned char)mask[offset - 1])) {
        return true;
    }
    if (mask[offset - 1] != ')') {
        return false;
    }
    uint32_t end = text_back(document, offset - 1, limit), start = word_start(document, end, limit);
    uint32_t open = text_back(document, start, limit);
    return start < end && end - start <= 4 && open > limit && mask[open - 1] == '(';
}

/* "art." "No." in front of a number: the word that ends at `offset` is an abbreviation. */
static bool is_abbreviated(const struct proviso_document *document, uint32_t offset,
                           uint32_t limit) {
    uint32_t start = word_start(document, offset, limit), length = 0;
    char form[16];
    for (uint32_t at = start; at < offset && length < sizeof form; at++) {
        unsigned char byte = (unsigned char)document->text.mask[at];
        form[length++] = (char)(view_is_upper(byte) ? byte + 32 : byte);
    }
    uint32_t word = length ? lexicon_word(document->lexicon, form, length) : WORD_UNKNOWN;
    return word >= WORD_FIRST && document->lexicon->word_flags[word] & WORD_ENDS_ABBREVIATION;
}

/* "by 2022; 7": the number of a footnote behind a stop. Returns where the stop ends, or `offset`.
 */
static uint32_t skip_footnote(const struct proviso_document *document, uint32_t offset,
                              uint32_t limit) {
    uint32_t start = offset;
    while (start > limit && view_is_digit((unsigned char)document->text.mask[start - 1])) {
        start--;
    }
    if (start == offset || offset - start > 2) {
        return offset;
    }
    uint32_t end = text_back(document, start, limit);
    unsigned char code = text_code_before(document, end, limit);
    bool stop = code == '.' || code == ';' || code == ',';
    return end < start && stop ? end : offset;
}

/* What stands before `offset`, footnote numbers and white space apart; *end is where it ends. */
static unsigned char code_before(const struct proviso_document *document, uint32_t offset,
                                 uint32_t limit, uint32_t *end) {
    *end = skip_footnote(document, text_back(document, offset, limit), limit);
    return text_code_before(document, *end, limit);
}

bool mark_after_colon(const struct structure *structure, uint32_t offset, uint32_t limit) {
    uint32_t end;
    unsigned char code = code_before(structure->document, offset, limit, &end);
    return code == ':' || code == '-' || code == VIEW_DASH;
}

enum mark_context mark_context(const struct structure *structure, uint32_t offset, uint32_t limit) {
    const struct proviso_document *document = structure->document;
    uint32_t end;
    unsigned char code = code_before(document, offset, limit, &end);
    switch (code) {
    case VIEW_END:
        return CONTEXT_STRONG;
    case ':':
    case '-':
    case VIEW_DASH:
        return CONTEXT_COLON;
    case ';':
    case '?':
    case '!':
        return CONTEXT_STRONG;
    case '.':
        return is_abbreviated(document, end - 1, limit) ? CONTEXT_REFERENCE : CONTEXT_STRONG;
    case ',':
        end = text_back(document, end - 1, limit);
        return is_number_before(document, end, limit) ? CONTEXT_REFERENCE : CONTEXT_WEAK;
    case ']':
    case VIEW_CLOSE:
    case VIEW_OPEN:
    case '"':
        return CONTEXT_WEAK;
    default:
        break;
    }
    uint32_t label = label_match_before(&structure->labels, document, end, limit,
                                        LABEL_REFERENCES | LABEL_BIT(LABEL_JOIN));
    if (label == DOCUMENT_NONE) {
        return CONTEXT_NONE;
    }
    if (document->lexicon->labels[label].kind != LABEL_JOIN) {
        return CONTEXT_REFERENCE;
    }
    end = text_back(document, word_start(document, end, limit), limit);
    code = text_code_before(document, end, limit);
    if (code == ';' || code == '.' || code == ':') {
        return CONTEXT_STRONG;
    }
    if (code == ',') {
        end = text_back(document, end - 1, limit);
        return is_number_before(document, end, limit) ? CONTEXT_REFERENCE : CONTEXT_STRONG;
    }
    return is_number_before(document, end, limit) ? CONTEXT_REFERENCE : CONTEXT_WEAK;
}
