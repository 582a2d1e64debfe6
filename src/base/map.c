/* SPDX-License-Identifier: MIT */
/*
 * Entries stand in the order of insertion; a table of slots beside them,
 * probed one after the other, holds the number of an entry plus one, or 0.
 *
 * The table has at least two slots for each entry of the room, so that every
 * search ends at a free slot. Hashes never show: the order is the entries'.
 */
#include "base/map.h"

#include <string.h>

static uint64_t
mix(uint64_t a, uint64_t b)
{
	unsigned __int128 product = (unsigned __int128)a * b;

	return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static uint64_t
word_at(const char *s, size_t length)
{
	uint64_t word = 0;

	memcpy(&word, s, length < sizeof word ? length : sizeof word);
	return word;
}

/* Eight bytes at a time, folded by a wide product. */
static uint64_t
hash_of(struct text key)
{
	uint64_t hash = 0x9E3779B97F4A7C15 ^ key.length;
	size_t at = 0;

	for (; key.length - at > 8; at += 8)
		hash = mix(hash ^ word_at(key.s + at, 8), 0xD6E8FEB86659FD93);
	if (key.length > at)
		hash ^= word_at(key.s + at, key.length - at);
	return mix(hash ^ 0xA0761D6478BD642F, 0xE7037ED1A0B428DB ^ key.length);
}

/* The slot of a key, or the free one where it would stand. */
static uint32_t *
find_slot(const struct map *map, struct text key, uint64_t hash)
{
	size_t mask = map->slot_count - 1;

	for (size_t at = hash & mask;; at = (at + 1) & mask) {
		uint32_t *slot = &map->slots[at];
		const struct map_entry *entry;

		if (!*slot)
			return slot;
		entry = &map->entries[*slot - 1];
		if (entry->hash == hash && text_equal(entry->key, key))
			return slot;
	}
}

static void
grow(struct map *map)
{
	size_t room = map->room ? map->room * 2 : 8;
	size_t entry = sizeof *map->entries;

	map->entries = arena_grow(map->arena, map->entries, map->room * entry, room * entry);
	map->slots = arena_grow(map->arena, map->slots,
	    map->slot_count * sizeof *map->slots, room * 2 * sizeof *map->slots);
	map->room = room;
	map->slot_count = room * 2;
	memset(map->slots, 0, map->slot_count * sizeof *map->slots);
	for (size_t at = 0; at < map->count; at++)
		*find_slot(map, map->entries[at].key, map->entries[at].hash) = (uint32_t)at + 1;
}

void *
map_find(const struct map *map, struct text key)
{
	uint32_t slot;

	if (!map->count)
		return NULL;
	slot = *find_slot(map, key, hash_of(key));
	return slot ? map->entries[slot - 1].value : NULL;
}

void **
map_at(struct map *map, struct text key)
{
	uint64_t hash = hash_of(key);
	uint32_t *slot;

	if (map->count == map->room)
		grow(map);
	slot = find_slot(map, key, hash);
	if (!*slot) {
		map->entries[map->count] = (struct map_entry){ .key = key, .hash = hash };
		*slot = (uint32_t)++map->count;
	}
	return &map->entries[*slot - 1].value;
}

void *
map_set(struct map *map, struct text key, void *value)
{
	void **at = map_at(map, key), *before = *at;

	*at = value;
	return before;
}

void
map_clear(struct map *map)
{
	if (map->count)
		memset(map->slots, 0, map->slot_count * sizeof *map->slots);
	map->count = 0;
}
