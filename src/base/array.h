/* SPDX-License-Identifier: MIT */
/*
 * A growing array of one type in an arena: ARRAY(struct row, rows) declares
 * struct rows { struct row *at; size_t count, room; }. Zeroed is empty.
 */
#ifndef BASE_ARRAY_H
#define BASE_ARRAY_H

#include <string.h>

#include "base/arena.h"

#define ARRAY(type, name) struct name { type *at; size_t count, room; }

/* A new zeroed element at the end; its address holds until the next push. */
#define array_push(arena, array) \
	((array)->at = array_reserve((arena), (array)->at, sizeof *(array)->at, \
	    (array)->count, &(array)->room), \
	    memset(&(array)->at[(array)->count], 0, sizeof *(array)->at), \
	    &(array)->at[(array)->count++])

/* Each element in turn: for (array_each(struct row, row, &rows)) … */
#define array_each(type, name, array) \
	__typeof__(type) *name = (array)->at, \
	    *name##_end = name ? name + (array)->count : name; \
	    name < name##_end; name++

/*
 * The elements at their place, with room for one more after count; at first for
 * about 128 bytes of them, as most arrays hold one or two.
 */
static inline void *
array_reserve(struct arena *arena, void *at, size_t size, size_t count, size_t *room)
{
	size_t old = *room;

	if (count < old)
		return at;
	*room = old ? old * 2 : 1 + 127 / size;
	return arena_grow(arena, at, old * size, *room * size);
}

#endif
