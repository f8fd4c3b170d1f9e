/*
 * Which bytes are law. In: "2. Such *safeguards* shall, [as](x.md)&nbsp;appropriate". Out: the
 * mask, of the same length, in which what is not law is blank: "2. Such .safeguards. shall,  as
 * appropriate"; and the lines.
 */
#include "mask.h"

#include "../base/error.h"

#include <string.h>

void mask_blank(struct masking *masking, uint32_t start, uint32_t end) {
    char *mask = masking->mask;
    for (uint32_t i = start; i < end; i++) {
        mask[i] = byte_ends_line(mask[i]) ? mask[i] : MASK_BREAK;
    }
}

uint32_t mask_plain(struct masking *masking, uint32_t line, uint32_t start, uint32_t end) {
    struct proviso_document *document = masking->document;
    mask_blank(masking, start, end);
    line = lines_seek(document, line, start);
    for (; line < document->line_count && document->lines[line].offset < end; line++) {
        struct line *at = &document->lines[line];
        at->plain = at->offset >= start && at->end <= end ? 1 : LINE_PARTLY;
    }
    return line ? line - 1 : 0;
}

/* The bytes themselves, without control characters: those have a meaning in the mask. */
static void copy_text(char *mask, const char *bytes, uint32_t length) {
    for (uint32_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        bool control = (byte < 0x20 && (unsigned char)(byte - 9) > 4) | (byte == 0x7F);
        mask[i] = control ? MASK_BREAK : bytes[i];
    }
}

bool document_mask(struct proviso_document *document, struct proviso_error *error) {
    struct text *text = &document->text;
    struct masking masking = {.document = document, .bytes = text->bytes, .length = text->length};
    uint32_t capacity = 0;
    text->mask = array_grow(NULL, &capacity, text->length + WORD_KEY_BYTES, 1);
    if (!text->mask) {
        return error_memory(error);
    }
    masking.mask = text->mask;
    copy_text(masking.mask, text->bytes, text->length);
    memset(masking.mask + text->length, 0, WORD_KEY_BYTES);
    if (text->encoding == ENCODING_UTF8) {
        mask_blank(&masking, 0, text->bom);
    }
    struct definitions definitions = {0};
    bool done = lines_find(&masking) && review_mask(&masking) && plain_mask(&masking) &&
                reference_mask_definitions(&masking, &definitions) && markdown_mask(&masking);
    if (done) {
        reference_mask_marks(&masking, &definitions);
        lines_underline(&masking);
        address_mask(&masking);
    }
    array_free(definitions.labels);
    return done || error_memory(error);
}
