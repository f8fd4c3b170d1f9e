/*
 * Did you mean. In: a word such as "chekc" and, one by one, the names that are known. Out: the name
 * that is nearest in spelling, "check", if any is near enough.
 */
#include "options.h"

#include <string.h>

enum { LONGEST = 32 };

static unsigned least(unsigned a, unsigned b) {
    return a < b ? a : b;
}

/* How many letters must change, go, come or change places; LONGEST for long words. */
static unsigned distance_of(const char *a, const char *b) {
    unsigned rows[3][LONGEST + 1];
    size_t width = strlen(b), height = strlen(a);
    if (width > LONGEST || height > LONGEST) {
        return LONGEST;
    }
    for (unsigned x = 0; x <= width; x++) {
        rows[0][x] = x;
    }
    for (unsigned y = 1; y <= height; y++) {
        unsigned *row = rows[y % 3];
        const unsigned *above = rows[(y + 2) % 3], *before = rows[(y + 1) % 3];
        row[0] = y;
        for (unsigned x = 1; x <= width; x++) {
            row[x] = above[x - 1] + (a[y - 1] != b[x - 1]);
            row[x] = least(row[x], least(above[x], row[x - 1]) + 1);
            if (x > 1 && y > 1 && a[y - 1] == b[x - 2] && a[y - 2] == b[x - 1]) {
                row[x] = least(row[x], before[x - 2] + 1);
            }
        }
    }
    return rows[height % 3][width];
}

void likeness_offer(struct likeness *likeness, const char *name) {
    unsigned distance = distance_of(likeness->word, name);
    size_t length = strlen(likeness->word);
    unsigned most = length < 3 ? 1 : length < 6 ? 2 : 3;
    if (distance <= most && distance < length &&
        (!likeness->name || distance < likeness->distance)) {
        likeness->name = name;
        likeness->distance = distance;
    }
}
