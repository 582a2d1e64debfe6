/* SPDX-License-Identifier: MIT */
/*
 * Memory that is freed all at once.
 *
 * One arena holds the corpus, one holds each document in its worker. What an
 * arena gives is zeroed, aligned for any type, and lives until arena_drop.
 * Memory that cannot be had ends the program (die), so nothing here is null.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena;

struct arena *arena_new(void);
void arena_drop(struct arena *);	/* null is nothing to drop */

/*
 * Makes it empty again, for work that is done often; what it gave is gone. Keeps
 * one chunk, so that what is small is had without asking the system.
 */
void arena_clear(struct arena *);

/* size may be 0; the address is then valid and unique enough to compare. */
void *arena_alloc(struct arena *, size_t size);

/* An array of count elements; an overflow of the product ends the program. */
void *arena_array(struct arena *, size_t count, size_t size);

/* A copy of size bytes. */
void *arena_copy(struct arena *, const void *, size_t size);

/*
 * The block at old (null, or of exactly old_size bytes, from this arena) with
 * room for new_size bytes, more or fewer; its content is kept, the rest is
 * zeroed. May move. Large blocks are moved by realloc, and the last small one
 * is stretched where it stands, so that growing leaves little waste behind.
 */
void *arena_grow(struct arena *, void *old, size_t old_size, size_t new_size);

/* All bytes that the arena holds of the system, for measuring. */
size_t arena_size(const struct arena *);

/* One zeroed object of a type. */
#define ARENA_NEW(arena, type) ((type *)arena_alloc((arena), sizeof(type)))

#endif
