/*
 * YAML to nodes; the only file that knows libyaml. In: the bytes of one lexicon file. Out: a tree
 * of texts, lists and maps with line and column, or an error that names the place. For example
 *     concept: judicial-oversight
 *     phrases: [court order]
 * is a map of two children, whose second is a list of one text at line 2, column 11.
 */
#include "yaml.h"

#include <string.h>
#include <yaml.h>

#include "../base/error.h"
#include "../base/utf8.h"

struct reading {
    struct arena *arena;
    const struct proviso_source *source;
    struct proviso_error *error;
    yaml_parser_t parser;
    struct yaml_node *open[YAML_DEPTH_LIMIT]; /* the list of documents, and what is open in it */
    struct yaml_node *last[YAML_DEPTH_LIMIT]; /* the last child of each */
    const struct yaml_node *key[YAML_DEPTH_LIMIT]; /* of the value that an open map waits for */
    uint32_t depth;
};

static bool refuse_byte(const struct reading *reading, size_t offset, const char *why) {
    uint32_t line = 1, column = 1, character;
    for (size_t at = 0; at < offset;) {
        const char *byte = reading->source->bytes + at;
        at += utf8_decode(byte, offset - at, &character);
        line += *byte == '\n';
        column = *byte == '\n' ? 1 : column + 1;
    }
    return error_at(reading->error, reading->source->path, line, column, "%s", why);
}

/* libyaml names no place for a bad byte, and ends at a NUL in some versions. */
static bool check_bytes(const struct reading *reading) {
    const struct proviso_source *source = reading->source;
    if (source->length > YAML_BYTES_LIMIT) {
        return error_at(reading->error, source->path, 0, 0, "the file is larger than 16 MiB");
    }
    for (size_t at = 0; at < source->length;) {
        uint32_t character = (unsigned char)source->bytes[at], length = 1;
        if (character >= 0x80) {
            length = utf8_decode(source->bytes + at, source->length - at, &character);
        }
        if (character == 0) {
            return refuse_byte(reading, at, "there is a NUL byte in the file");
        }
        if (character == UTF8_REPLACEMENT && length == 1) {
            return refuse_byte(reading, at, "the file is not UTF-8");
        }
        at += length;
    }
    return true;
}

static struct yaml_node *node_new(const struct reading *reading, enum yaml_kind kind,
                                  const yaml_mark_t *mark) {
    struct yaml_node *node = ARENA_NEW(reading->arena, struct yaml_node);
    if (node) {
        node->kind = (uint8_t)kind;
        node->line = (uint32_t)mark->line + 1;
        node->column =
            (uint16_t)(mark->column < YAML_COLUMN_LIMIT ? mark->column + 1 : YAML_COLUMN_LIMIT);
        node->text = "";
    } else {
        error_memory(reading->error);
    }
    return node;
}

static bool refuse_node(const struct reading *reading, const yaml_mark_t *mark, const char *why) {
    return error_at(reading->error, reading->source->path, (uint32_t)mark->line + 1,
                    (uint32_t)mark->column + 1, "%s", why);
}

/* Hangs a node below the innermost open one; in a map it is a key or the value of one. */
static bool node_attach(struct reading *reading, struct yaml_node *node, const yaml_mark_t *mark) {
    struct yaml_node *parent = reading->open[reading->depth];
    if (parent->kind == YAML_MAP && !reading->key[reading->depth]) {
        reading->key[reading->depth] = node;
        return node->kind == YAML_TEXT || refuse_node(reading, mark, "a key must be a word");
    }
    node->key = reading->key[reading->depth];
    reading->key[reading->depth] = NULL;
    if (parent->first) {
        reading->last[reading->depth]->next = node;
    } else {
        parent->first = node;
    }
    reading->last[reading->depth] = node;
    parent->count++;
    return true;
}

static bool open_node(struct reading *reading, enum yaml_kind kind, const yaml_event_t *event) {
    struct yaml_node *node = node_new(reading, kind, &event->start_mark);
    if (!node || !node_attach(reading, node, &event->start_mark)) {
        return false;
    }
    if (reading->depth + 1 == YAML_DEPTH_LIMIT) {
        return refuse_node(reading, &event->start_mark, "too many levels inside each other");
    }
    reading->open[++reading->depth] = node;
    reading->key[reading->depth] = NULL;
    return true;
}

static bool add_text(struct reading *reading, const yaml_event_t *event) {
    struct yaml_node *node = node_new(reading, YAML_TEXT, &event->start_mark);
    if (!node) {
        return false;
    }
    const char *bytes = (const char *)event->data.scalar.value;
    node->length = (uint32_t)event->data.scalar.length;
    bool block = event->data.scalar.style == YAML_LITERAL_SCALAR_STYLE ||
                 event->data.scalar.style == YAML_FOLDED_SCALAR_STYLE;
    while (block && node->length && bytes[node->length - 1] == '\n') {
        node->length--;
    }
    node->text = arena_copy(reading->arena, bytes, node->length);
    if (!node->text) {
        return error_memory(reading->error);
    }
    if (strlen(node->text) != node->length) {
        return refuse_node(reading, &event->start_mark, "there is a NUL character in this text");
    }
    bool empty_document = reading->depth == 0 && node->length == 0;
    return empty_document || node_attach(reading, node, &event->start_mark);
}

static bool has_anchor(const yaml_event_t *event) {
    return event->type == YAML_ALIAS_EVENT ||
           (event->type == YAML_SCALAR_EVENT && event->data.scalar.anchor) ||
           (event->type == YAML_SEQUENCE_START_EVENT && event->data.sequence_start.anchor) ||
           (event->type == YAML_MAPPING_START_EVENT && event->data.mapping_start.anchor);
}

static bool take_event(struct reading *reading, const yaml_event_t *event) {
    if (has_anchor(event)) {
        return refuse_node(reading, &event->start_mark,
                           "lexicons have no anchors (&) and aliases (*); put text that begins "
                           "with such a sign in quotes");
    }
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        return add_text(reading, event);
    case YAML_SEQUENCE_START_EVENT:
        return open_node(reading, YAML_LIST, event);
    case YAML_MAPPING_START_EVENT:
        return open_node(reading, YAML_MAP, event);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        reading->depth--;
        return true;
    default:
        return true;
    }
}

static bool refuse_syntax(const struct reading *reading) {
    const yaml_parser_t *parser = &reading->parser;
    if (parser->error == YAML_MEMORY_ERROR) {
        return error_memory(reading->error);
    }
    if (parser->error == YAML_READER_ERROR) {
        return refuse_byte(reading, parser->problem_offset, "there is a control character");
    }
    return error_at(reading->error, reading->source->path, (uint32_t)parser->problem_mark.line + 1,
                    (uint32_t)parser->problem_mark.column + 1, "this is not YAML: %s",
                    parser->problem ? parser->problem : "it cannot be read");
}

static bool read_events(struct reading *reading) {
    for (bool more = true; more;) {
        yaml_event_t event;
        if (!yaml_parser_parse(&reading->parser, &event)) {
            return refuse_syntax(reading);
        }
        more = event.type != YAML_STREAM_END_EVENT;
        bool taken = take_event(reading, &event);
        yaml_event_delete(&event);
        if (!taken) {
            return false;
        }
    }
    return true;
}

const struct yaml_node *yaml_read(struct arena *arena, const struct proviso_source *source,
                                  struct proviso_error *error) {
    struct reading reading = {.arena = arena, .source = source, .error = error};
    const yaml_mark_t start = {0, 0, 0};
    if (!check_bytes(&reading) || !(reading.open[0] = node_new(&reading, YAML_LIST, &start))) {
        return NULL;
    }
    if (!yaml_parser_initialize(&reading.parser)) {
        error_memory(error);
        return NULL;
    }
    yaml_parser_set_encoding(&reading.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&reading.parser, (const unsigned char *)source->bytes,
                                 source->length);
    bool read = read_events(&reading);
    yaml_parser_delete(&reading.parser);
    return read ? reading.open[0] : NULL;
}
