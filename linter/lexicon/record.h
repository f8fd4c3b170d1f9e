/* Records of the YAML, checked one by one: every key known, every value of the right shape. */
#ifndef LEXICON_RECORD_H
#define LEXICON_RECORD_H

#include "keys.h"
#include "mistake.h"
#include "names.h"

struct record {
    enum record_type type;
    const char *id, *path;
    const struct yaml_node *node;
    const struct yaml_node *values[KEYS]; /* by enum key; NULL where the key is absent */
    uint32_t layer;                       /* 0: built in, 1: added by the user */
};

struct records {
    struct arena *arena;
    struct mistakes *mistakes;
    struct names ids[RECORD_TYPES];  /* number of an id = its place in `lists` */
    struct rows lists[RECORD_TYPES]; /* of struct record */
};

void records_start(struct records *records, struct arena *arena, struct mistakes *mistakes);
/* Reads the records of one file; mistakes go to the list. */
void records_read(struct records *records, const struct proviso_source *source, uint32_t layer);
/* The same, from its nodes: the documents of the file. */
void records_take(struct records *records, const char *path, const struct yaml_node *file,
                  uint32_t layer);

static inline uint32_t record_count(const struct records *records, enum record_type type) {
    return records->lists[type].count;
}
static inline const struct record *record_at(const struct records *records, enum record_type type,
                                             uint32_t index) {
    return ROWS_AT(&records->lists[type], const struct record, index);
}
/* The key is there and true. */
bool record_is_on(const struct record *record, enum key key);
/* The number of the record with this id, or LEXICON_NONE and a mistake at `node` with the nearest.
 */
uint32_t record_find(const struct records *records, enum record_type type, const char *path,
                     const struct yaml_node *node);

/* Checks the value of a key and says what is wrong with it. shape.c */
bool shape_check(struct mistakes *mistakes, const struct record *record,
                 const struct key_rule *rule, const struct yaml_node *node);
/* The whole number that the text of a node is, or LEXICON_NONE. */
uint32_t node_count(const struct yaml_node *node);

#endif
