/*
 * Cites provisions as a lawyer would. In: a provision. Out: "Article 24(2)(b)", "Chapter II,
 * Section 1, Title 2", "Schedule 1, paragraph 2", "Section 5, quoted Section 116A(1)(a)"; each
 * citation once in a document.
 */
#include "citation.h"

#include "structure_arrange.h"

#include <string.h>

/* Bytes that go into a buffer as far as it reaches, and are counted and hashed in any case. */
struct writer {
    char *buffer;
    size_t size, length;
    uint64_t hash;
    struct citation_names names;
};

static void write_bytes(struct writer *writer, const char *bytes, size_t length) {
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        writer->hash = (writer->hash ^ byte) * 1099511628211u;
        if (writer->size && writer->length < writer->size - 1) {
            writer->buffer[writer->length] = bytes[i];
        }
        writer->length++;
    }
}

static void write_string(struct writer *writer, const char *string) {
    write_bytes(writer, string, strlen(string));
}

/* With a capital if the citation begins with it: "Paragraph 3". */
static void write_capital(struct writer *writer, const char *string) {
    char first = *string;
    if (writer->length == 0 && first >= 'a' && first <= 'z') {
        first = (char)(first - 32);
        write_bytes(writer, &first, 1);
        string++;
    }
    write_string(writer, string);
}

static void write_decimal(struct writer *writer, uint32_t value) {
    char digits[10];
    size_t at = sizeof digits;
    do {
        digits[--at] = (char)('0' + value % 10);
        value /= 10;
    } while (value);
    write_bytes(writer, digits + at, sizeof digits - at);
}

struct citation_names citation_names_of(const struct proviso_lexicon *lexicon) {
    struct citation_names names = {"", "", "", ""};
    for (uint32_t i = lexicon->label_count; i-- > 0;) {
        const char *name = lexicon_string(lexicon, lexicon->labels[i].name);
        switch (lexicon->labels[i].kind) {
        case PROVISO_PARAGRAPH:
            names.paragraph = name;
            break;
        case PROVISO_POINT:
            names.point = name;
            break;
        case LABEL_DEFINE:
            names.definition = name;
            break;
        case LABEL_QUOTE:
            names.quoted = name;
            break;
        default:
            break;
        }
    }
    return names;
}

/* " (second)", in words as far as the language has them. */
static void write_ordinal(struct writer *writer, const struct proviso_lexicon *lexicon,
                          uint32_t ordinal) {
    uint32_t place = 0;
    write_string(writer, " (");
    for (uint32_t i = 0; i < lexicon->label_count; i++) {
        if (lexicon->labels[i].kind == LABEL_ORDINAL && ++place == ordinal) {
            write_bytes(writer, lexicon_string(lexicon, lexicon->labels[i].text),
                        lexicon->labels[i].length);
            write_string(writer, ")");
            return;
        }
    }
    write_decimal(writer, ordinal);
    write_string(writer, ")");
}

static bool is_item(const struct provision *provision) {
    return provision->kind == PROVISO_PARAGRAPH || provision->kind == PROVISO_POINT;
}

/* "(2)" behind an article or another item, ", paragraph 2" behind anything else. */
static void write_item(struct writer *writer, const struct proviso_document *document,
                       const struct provision *provision, bool quoted_here) {
    const struct provision *parent = &document->provisions[provision->parent];
    const char *number = document->numbers + provision->number;
    bool in_brackets = (is_item(parent) || parent->kind == PROVISO_ARTICLE) && !quoted_here;
    if (provision->flags & PROVISION_TERM) {
        write_string(writer, in_brackets ? ", " : "");
        write_string(writer, writer->names.definition);
        write_string(writer, " \"");
        write_string(writer, number);
        write_string(writer, "\"");
    } else if (provision->flags & PROVISION_BULLET) {
        write_string(writer, in_brackets ? ", " : "");
        write_string(writer, writer->names.point);
        write_string(writer, " ");
        write_string(writer, number);
    } else if (in_brackets || quoted_here) {
        write_string(writer, "(");
        write_string(writer, number);
        write_string(writer, ")");
    } else {
        write_capital(writer, writer->names.paragraph);
        write_string(writer, " ");
        write_string(writer, number);
    }
}

static void write_unit(struct writer *writer, const struct proviso_document *document,
                       const struct provision *provision) {
    const struct proviso_lexicon *lexicon = document->lexicon;
    const char *number = document->numbers + provision->number;
    if (provision->label != DOCUMENT_NONE) {
        write_string(writer, lexicon_string(lexicon, lexicon->labels[provision->label].name));
    }
    if (*number) {
        write_string(writer, provision->label != DOCUMENT_NONE ? " " : "");
        write_string(writer, number);
    }
}

/* A part is left out in front of its articles, whose numbers run through it. */
static bool is_left_out(const struct proviso_document *document, const uint32_t *chain,
                        uint32_t place, uint32_t count) {
    const struct provision *all = document->provisions;
    if (all[chain[place]].kind != PROVISO_PART) {
        return false;
    }
    for (uint32_t i = place + 1; i < count; i++) {
        const struct provision *inner = &all[chain[i]];
        if ((inner->flags ^ all[chain[place]].flags) & PROVISION_QUOTED) {
            return true;
        }
        if (inner->kind == PROVISO_ARTICLE) {
            return !(inner->flags & PROVISION_BY_PART);
        }
    }
    return false;
}

/* One provision of the chain from the document to the one cited, with what joins it to the last. */
static void write_step(struct writer *writer, const struct proviso_document *document,
                       const struct provision *here, bool quoted_here) {
    const struct provision *parent = &document->provisions[here->parent];
    bool inside =
        is_item(here) && !quoted_here && (is_item(parent) || parent->kind == PROVISO_ARTICLE);
    write_string(writer, writer->length && !inside ? ", " : "");
    if (quoted_here) {
        write_string(writer, writer->names.quoted);
        write_string(writer, " ");
    }
    if (is_item(here)) {
        write_item(writer, document, here, quoted_here);
    } else {
        write_unit(writer, document, here);
    }
    if (here->ordinal > 1) {
        write_ordinal(writer, document->lexicon, here->ordinal);
    }
}

static void write_citation(struct writer *writer, const struct proviso_document *document,
                           uint32_t index) {
    const struct provision *all = document->provisions;
    uint32_t chain[LEVEL_LIMIT], count = 0;
    for (uint32_t i = index; i != 0 && count < LEVEL_LIMIT; i = all[i].parent) {
        chain[count++] = i;
    }
    for (uint32_t i = 0; i < count / 2; i++) {
        uint32_t swap = chain[i];
        chain[i] = chain[count - 1 - i];
        chain[count - 1 - i] = swap;
    }
    bool quoted = false;
    for (uint32_t i = 0; i < count; i++) {
        const struct provision *here = &all[chain[i]];
        if (is_left_out(document, chain, i, count)) {
            continue;
        }
        bool quoted_here = here->flags & PROVISION_QUOTED && !quoted;
        quoted = here->flags & PROVISION_QUOTED;
        write_step(writer, document, here, quoted_here);
    }
    if (!count) {
        write_string(writer, "Document");
    }
}

size_t proviso_document_citation(const proviso_document *document, size_t index, char *buffer,
                                 size_t size) {
    struct writer writer = {.buffer = buffer, .size = size};
    writer.names = citation_names_of(document->lexicon);
    write_citation(&writer, document, (uint32_t)index);
    if (size) {
        size_t end = writer.length < size - 1 ? writer.length : size - 1, start = end;
        while (start > 0 && end - start < 3 && ((unsigned char)buffer[start - 1] & 0xC0) == 0x80) {
            start--;
        }
        bool cut = writer.length > end && start > 0 && (unsigned char)buffer[start - 1] >= 0xC0;
        buffer[cut ? start - 1 : end] = '\0';
    }
    return writer.length;
}

uint64_t citation_hash(const struct proviso_document *document, const struct citation_names *names,
                       const uint64_t *hashes, uint32_t index) {
    struct writer writer = {.hash = 14695981039346656037u, .names = *names};
    const struct provision *here = &document->provisions[index];
    if (here->parent == 0 || !is_item(here)) {
        write_citation(&writer, document, index);
        return writer.hash;
    }
    writer.hash = hashes[here->parent]; /* it begins with the citation of its parent */
    writer.length = 1;
    write_step(&writer, document, here,
               here->flags & PROVISION_QUOTED &&
                   !(document->provisions[here->parent].flags & PROVISION_QUOTED));
    return writer.hash;
}
