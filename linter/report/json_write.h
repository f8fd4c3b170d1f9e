/* JSON, written one key or value at a time; commas, escapes and valid UTF-8 see to themselves. */
#ifndef REPORT_JSON_WRITE_H
#define REPORT_JSON_WRITE_H

#include "../base/buffer.h"

#include <stdbool.h>
#include <stdint.h>

struct json_writer {
    struct buffer *out;
    bool comma;   /* a value stands before the next one */
    bool newline; /* a line break was asked for */
};

void json_put_open(struct json_writer *json, char bracket);  /* '{' or '[' */
void json_put_close(struct json_writer *json, char bracket); /* '}' or ']' */
void json_put_key(struct json_writer *json, const char *key);
void json_put_string(struct json_writer *json, const char *bytes, size_t length);
void json_put_number(struct json_writer *json, uint64_t number);
/* A key with its value. */
void json_put_key_string(struct json_writer *json, const char *key, const char *value);
void json_put_key_number(struct json_writer *json, const char *key, uint64_t number);
/* A line break before the next value, for people who look at the file. */
void json_put_newline(struct json_writer *json);

#endif
