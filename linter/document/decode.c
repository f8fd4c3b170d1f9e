/*
 * From bytes to UTF-8. In: a file as it was read, in UTF-8, UTF-16 or Windows-1252, "l\x92article
 * 5". Out: its text, the caller's own bytes if they are UTF-8 already, and a remark on what was
 * done. Refused: what is empty, binary or too long to have 32-bit offsets twice over.
 */
#include "../base/error.h"
#include "document.h"
#include "recode.h"
#include "survey.h"

#include <string.h>

#define LENGTH_LIMIT ((size_t)64 * 1024 * 1024)

static bool starts_with(const struct proviso_source *source, const char *start, size_t length) {
    return source->length >= length && memcmp(source->bytes, start, length) == 0;
}

/* Formats that lawyers have at hand and that can be turned into text. */
static const char *foreign_format(const struct proviso_source *source) {
    static const struct {
        const char *start;
        size_t length;
        const char *advice;
    } formats[] = {
        {"%PDF-", 5, "this is a PDF file, not text: convert it first, for instance with pdftotext"},
        {"PK\3\4", 4,
         "this is a word processor or ZIP file, not text: save it as plain text first"},
        {"\xD0\xCF\x11\xE0", 4,
         "this is a word processor file, not text: save it as plain text first"},
        {"{\\rtf", 5, "this is a rich text (RTF) file: save it as plain text first"},
    };
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++) {
        if (starts_with(source, formats[i].start, formats[i].length)) {
            return formats[i].advice;
        }
    }
    return NULL;
}

/* A few NULs and control characters are dirt in a text; many mean that it is none. */
static bool is_binary(const struct survey *survey, uint32_t length) {
    return (survey->nul > 4 && survey->nul > length / 256) ||
           (survey->control > 4 && survey->control > length / 20);
}

static bool borrow(struct text *text, uint32_t bom) {
    text->bytes = text->file;
    text->length = text->file_length;
    text->bom = bom;
    return true;
}

/* Windows-1252, if more than one byte in a thousand is no UTF-8 and all of them fit. */
static bool is_windows_1252(const struct survey *survey, uint32_t length) {
    return survey->latin && survey->bad > survey->characters &&
           (uint64_t)survey->bad * 1000 > length;
}

static bool remark_bad(struct proviso_document *document, uint32_t count, uint32_t first) {
    struct cursor cursor = cursor_start(&document->text);
    cursor_move(&cursor, first);
    const char *plural = count == 1 ? "" : "s";
    switch (document->text.encoding) {
    case ENCODING_UTF16LE:
    case ENCODING_UTF16BE:
        return document_remark(document, "%u unit%s %s not UTF-16, the first in line %u", count,
                               plural, count == 1 ? "is" : "are", cursor.line);
    default:
        return document_remark(document, "%u byte%s %s not UTF-8, the first in line %u", count,
                               plural, count == 1 ? "is" : "are", cursor.line);
    }
}

static bool decode_bytes(struct proviso_document *document, uint32_t bom, struct survey *survey) {
    struct text *text = &document->text;
    *survey = survey_bytes(text->file, text->file_length);
    if (bom == 0 && is_windows_1252(survey, text->file_length)) {
        text->encoding = ENCODING_WINDOWS_1252;
        return recode_windows_1252(text, document->arena) &&
               document_remark(document, "read as Windows-1252: %u bytes are not UTF-8",
                               survey->bad);
    }
    text->bad_bytes = survey->bad;
    borrow(text, bom);
    return survey->bad == 0 || remark_bad(document, survey->bad, survey->first_bad);
}

static bool decode_utf16(struct proviso_document *document, bool big, struct survey *survey) {
    struct text *text = &document->text;
    text->encoding = big ? ENCODING_UTF16BE : ENCODING_UTF16LE;
    text->bom = 2;
    uint32_t first_bad = 0;
    if (!recode_utf16(text, document->arena, &first_bad)) {
        return false;
    }
    *survey = survey_bytes(text->bytes, text->length);
    return document_remark(document, "read as UTF-16, %s-endian", big ? "big" : "little") &&
           (text->bad_bytes == 0 || remark_bad(document, text->bad_bytes, first_bad));
}

bool document_decode(struct proviso_document *document, const struct proviso_source *source,
                     struct proviso_error *error) {
    struct text *text = &document->text;
    const char *path = source->path;
    if (source->length > LENGTH_LIMIT) {
        return error_at(error, path, 0, 0, "the file is longer than 64 MiB");
    }
    if (source->length == 0) {
        return error_at(error, path, 0, 0, "the file is empty");
    }
    const char *advice = foreign_format(source);
    if (advice) {
        return error_at(error, path, 0, 0, "%s", advice);
    }
    text->file = source->bytes;
    text->file_length = (uint32_t)source->length;
    struct survey survey;
    bool big = starts_with(source, "\xFE\xFF", 2);
    bool decoded =
        big || starts_with(source, "\xFF\xFE", 2)
            ? decode_utf16(document, big, &survey)
            : decode_bytes(document, starts_with(source, "\xEF\xBB\xBF", 3) ? 3 : 0, &survey);
    if (!decoded) {
        return error_memory(error);
    }
    if (is_binary(&survey, text->length)) {
        return error_at(error, path, 0, 0, "the file is binary, not text");
    }
    if (survey_is_blank(text->bytes, text->length)) {
        return error_at(error, path, 0, 0, "the file holds only white space");
    }
    return true;
}
