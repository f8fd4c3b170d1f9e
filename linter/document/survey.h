/* A first pass over the bytes, to tell text from what is not. */
#ifndef DOCUMENT_SURVEY_H
#define DOCUMENT_SURVEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct survey {
    uint32_t nul, control; /* NULs; control characters other than white space and NUL */
    uint32_t characters;   /* well-formed UTF-8 of more than one byte */
    uint32_t bad;          /* bytes that are no UTF-8 */
    uint32_t first_bad;    /* where the first of them is */
    bool latin;            /* each bad byte is a letter or a mark of type in Windows-1252 */
};

struct survey survey_bytes(const char *bytes, uint32_t length);
/* Only white space. */
bool survey_is_blank(const char *bytes, uint32_t length);
/* The character of a byte from 0x80 in Windows-1252, 0 if there is none. */
uint32_t windows_1252_character(unsigned char byte);

#endif
