/* SPDX-License-Identifier: MIT */
/*
 * Text to pointer, in an arena. Walks in the order of insertion, so that no
 * output depends on a hash. Keys are borrowed, not copied.
 */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include "base/text.h"

struct map_entry { struct text key; void *value; uint64_t hash; };
struct map {
	struct arena *arena;		/* set this, the rest is zero */
	struct map_entry *entries;
	size_t count, room;
	uint32_t *slots;
	size_t slot_count;
};

void *map_find(const struct map *, struct text key);	/* null when it is not there */
/* Sets the value of a key, and returns what stood there before, or null. */
void *map_set(struct map *, struct text key, void *value);
/* The value of a key for reading and writing until the next key is set; a new one is null. */
void **map_at(struct map *, struct text key);

/* Makes it empty again, and keeps its room. */
void map_clear(struct map *);

#endif
