/* Memory with one lifetime: allocate often, release once. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>
#include <stdint.h>

struct arena;

/* NULL when memory ran out. */
struct arena *arena_new(void);
/* Releases the arena and everything from it; takes NULL. */
void arena_free(struct arena *arena);

/* Zeroed memory for `count` objects of `size` bytes, aligned for any type; NULL when memory ran out
 * or count * size overflows. */
void *arena_alloc(struct arena *arena, size_t count, size_t size);
/* A NUL-terminated copy of the bytes. */
char *arena_copy(struct arena *arena, const char *bytes, size_t length);

#define ARENA_NEW(arena, type) ((type *)arena_alloc((arena), 1, sizeof(type)))
#define ARENA_ARRAY(arena, type, count) ((type *)arena_alloc((arena), (count), sizeof(type)))

/* Makes room for `needed` objects in a heap array that grows by half or more. Returns the array,
 * which may have moved, or NULL with the old one untouched. `*capacity` counts objects. Release it
 * with array_free. */
void *array_grow(void *array, uint32_t *capacity, uint32_t needed, size_t size);
/* The array with room for `count` objects and no more; it may have moved. Where memory ran out, as
 * it was. */
void *array_fit(void *array, uint32_t *capacity, uint32_t count, size_t size);
void array_free(void *array);

#endif
