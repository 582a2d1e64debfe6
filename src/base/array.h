/* SPDX-License-Identifier: MIT */
/*
 * A growing array of one type in an arena: ARRAY(struct row, rows) declares
 * struct rows { struct row *at; size_t count, room; }. Zeroed is empty.
 */
#ifndef BASE_ARRAY_H
#define BASE_ARRAY_H

#include "base/arena.h"

#define ARRAY(type, name) struct name { type *at; size_t count, room; }

/* A new zeroed element at the end; its address holds until the next push. */
#define array_push(arena, array) \
	(array_reserve((arena), (void **)&(array)->at, sizeof *(array)->at, \
	    (array)->count, &(array)->room), &(array)->at[(array)->count++])

/* Each element in turn: for (array_each(struct row, row, &rows)) … */
#define array_each(type, name, array) \
	type *name = (array)->at, *name##_end = name + (array)->count; name < name##_end; name++

/* Makes room for one more element after count; used by array_push alone. */
void array_reserve(struct arena *, void **at, size_t size, size_t count, size_t *room);

#endif
