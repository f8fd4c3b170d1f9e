/*
 * Memory, asked for at once. To take it page by page, as each is first touched, costs most of the
 * time in which a short draft is read: a page asked for with many others takes a tenth of that.
 */
#define _GNU_SOURCE
#include "memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

/* What one draft needed serves the next, and does not go back to the system; but for large pieces,
 * which would leave holes behind that nothing fits. */
static void keep_memory(void) {
#ifdef __GLIBC__
    enum { LARGEST_KEPT = 1 << 18, MOST_KEPT = 64 << 20 }; /* bytes */
    mallopt(M_MMAP_THRESHOLD, LARGEST_KEPT);
    mallopt(M_TRIM_THRESHOLD, MOST_KEPT);
#endif
}

#if defined MADV_POPULATE_READ && defined __ELF__

/* What a draft of some pages needs. */
#define USUAL ((size_t)3 << 19) /* bytes */

/* The tables of the built-in lexicon (BUILTIN_TABLE), from the linker. */
extern const char __start_lexicon[], __stop_lexicon[];

/* Best effort: where it fails, pages come one by one. */
static void populate(const void *from, size_t length, int how) {
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE), start = (uintptr_t)from / page * page;
    (void)madvise((void *)start, (uintptr_t)from + length - start, how);
}

static void ask_at_once(void) {
    populate(__start_lexicon, (size_t)(__stop_lexicon - __start_lexicon), MADV_POPULATE_READ);
    void *room = malloc(USUAL);
    if (room) {
        populate(room, USUAL, MADV_POPULATE_WRITE);
    }
    free(room);
}

#else

static void ask_at_once(void) {
}

#endif

void memory_prepare(void) {
    keep_memory();
    ask_at_once();
}
