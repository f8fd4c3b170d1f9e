/* Between the two readers of tokens: token.c for plain words, compound.c for all others. */
#ifndef DOCUMENT_TOKEN_H
#define DOCUMENT_TOKEN_H

#include "document.h"

/* No form of the lexicon is longer; what is longer is no word of it. */
enum { TOKEN_LIMIT = 64 };

struct token_reader {
    const struct proviso_lexicon *lexicon;
    const char *mask;
    uint32_t end;
    struct token **tokens;
    uint32_t *capacity;
    uint32_t count;
    bool failed;
};

/* False when memory ran out. */
bool token_add(struct token_reader *reader, uint32_t start, uint32_t end, uint32_t word);

/* Reads what hangs together from the letter or digit at `at`: "co-operation", "State's", "1,000",
 * "appro-\n  priate". Returns where to go on. */
uint32_t compound_read(struct token_reader *reader, uint32_t at);

#endif
