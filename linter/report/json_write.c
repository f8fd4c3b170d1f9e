/*
 * JSON. In: keys and values, among them words of the draft such as `"data"\` with any bytes in
 * them. Out: {"text":"\"data\"\\"}, always valid UTF-8: bad bytes become U+FFFD.
 */
#include "json_write.h"

#include "../base/utf8.h"

#include <string.h>

static void separate(struct json_writer *json) {
    if (json->comma) {
        buffer_add_char(json->out, ',');
    }
    if (json->newline) {
        buffer_add_char(json->out, '\n');
    }
    json->newline = false;
    json->comma = true;
}

void json_put_open(struct json_writer *json, char bracket) {
    separate(json);
    buffer_add_char(json->out, bracket);
    json->comma = false;
}

void json_put_close(struct json_writer *json, char bracket) {
    buffer_add_char(json->out, bracket);
    json->comma = true;
}

static void add_character(struct buffer *out, uint32_t character) {
    char bytes[4];
    if (character == '"' || character == '\\') {
        buffer_add_char(out, '\\');
        buffer_add_char(out, (char)character);
    } else if (character == '\n' || character == '\r' || character == '\t') {
        buffer_add_string(out, character == '\n' ? "\\n" : character == '\r' ? "\\r" : "\\t");
    } else if (character < 0x20 || character == 0x7F || character == 0x2028 ||
               character == 0x2029) {
        buffer_format(out, "\\u%04x", (unsigned)character);
    } else {
        buffer_add(out, bytes, utf8_encode(character, bytes));
    }
}

void json_put_string(struct json_writer *json, const char *bytes, size_t length) {
    separate(json);
    buffer_add_char(json->out, '"');
    for (size_t at = 0; at < length;) {
        uint32_t character;
        at += utf8_decode(bytes + at, length - at, &character);
        add_character(json->out, character);
    }
    buffer_add_char(json->out, '"');
}

void json_put_key(struct json_writer *json, const char *key) {
    json_put_string(json, key, strlen(key));
    buffer_add_char(json->out, ':');
    json->comma = false;
}

void json_put_number(struct json_writer *json, uint64_t number) {
    separate(json);
    buffer_format(json->out, "%llu", (unsigned long long)number);
}

void json_put_key_string(struct json_writer *json, const char *key, const char *value) {
    json_put_key(json, key);
    json_put_string(json, value, strlen(value));
}

void json_put_key_number(struct json_writer *json, const char *key, uint64_t number) {
    json_put_key(json, key);
    json_put_number(json, number);
}

void json_put_newline(struct json_writer *json) {
    json->newline = true;
}
