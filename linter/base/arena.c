/*
 * Arenas and growing arrays. In: a wish for memory. Out: zeroed memory that goes back all at once.
 * The provisions, headings and messages of one draft ("Article 24(2)(b)") live in one arena, which
 * proviso_document_free releases in one step.
 */
#include "arena.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK_SIZE ((size_t)16 * 1024)
/* No larger: blocks are to fit where other memory was let go of. */
#define BLOCK_LIMIT ((size_t)64 * 1024)

struct block {
    struct block *next;
    size_t used, size;
    max_align_t bytes[];
};

struct arena {
    struct block *block;
    size_t next_size;
};

static struct block *block_new(size_t size) {
    struct block *block = malloc(sizeof *block + size);
    if (block) {
        block->next = NULL;
        block->used = 0;
        block->size = size;
    }
    return block;
}

struct arena *arena_new(void) {
    struct arena *arena = malloc(sizeof *arena);
    if (arena) {
        arena->block = NULL;
        arena->next_size = BLOCK_SIZE;
    }
    return arena;
}

void arena_free(struct arena *arena) {
    if (!arena) {
        return;
    }
    while (arena->block) {
        struct block *next = arena->block->next;
        free(arena->block);
        arena->block = next;
    }
    free(arena);
}

/* A block with room for `size` bytes: what is too large for the usual block has one of its own,
 * behind the current one, so that the current one goes on being filled. */
static struct block *block_with_room(struct arena *arena, size_t size) {
    if (arena->block && arena->block->size - arena->block->used >= size) {
        return arena->block;
    }
    bool large = size > arena->next_size / 4;
    struct block *block = block_new(large ? size : arena->next_size);
    if (!block) {
        return NULL;
    }
    if (large && arena->block) {
        block->next = arena->block->next;
        arena->block->next = block;
        return block;
    }
    block->next = arena->block;
    arena->block = block;
    if (arena->next_size < BLOCK_LIMIT) {
        arena->next_size *= 2;
    }
    return block;
}

void *arena_alloc(struct arena *arena, size_t count, size_t size) {
    const size_t align = _Alignof(max_align_t);
    if (size && count > (SIZE_MAX - align) / size) {
        return NULL;
    }
    size_t wanted = (count * size + align - 1) / align * align;
    if (wanted == 0) {
        wanted = align;
    }
    struct block *block = block_with_room(arena, wanted);
    if (!block) {
        return NULL;
    }
    void *memory = (char *)block->bytes + block->used;
    block->used += wanted;
    return memset(memory, 0, wanted);
}

char *arena_copy(struct arena *arena, const char *bytes, size_t length) {
    char *copy = length < SIZE_MAX ? arena_alloc(arena, length + 1, 1) : NULL;
    if (copy && length) {
        memcpy(copy, bytes, length);
    }
    return copy;
}

void *array_grow(void *array, uint32_t *capacity, uint32_t needed, size_t size) {
    if (array && needed <= *capacity) {
        return array;
    }
    uint64_t wanted = *capacity + (uint64_t)*capacity / 2;
    if (wanted < needed) {
        wanted = needed;
    }
    if (wanted < 16) {
        wanted = 16;
    }
    if (wanted > UINT32_MAX || (size && wanted > SIZE_MAX / size)) {
        return NULL;
    }
    void *grown = realloc(array, (size_t)wanted * size);
    if (grown) {
        *capacity = (uint32_t)wanted;
    }
    return grown;
}

void *array_fit(void *array, uint32_t *capacity, uint32_t count, size_t size) {
    void *fitted = array && count > 0 ? realloc(array, count * size) : NULL;
    *capacity = fitted ? count : *capacity;
    return fitted ? fitted : array;
}

void array_free(void *array) {
    free(array);
}
