/* SPDX-License-Identifier: MIT */
/*
 * A hundred thousand keys are found again, walk in their order, and spread.
 */
#include "base/map.h"

#include "check.h"

enum { KEYS = 100000 };

static struct text
key(struct arena *arena, int i)
{
	/* Alike at the end, at the beginning, short, long, and one that is empty. */
	switch (i % 3) {
	case 0: return text_format(arena, "%d-a-long-end-that-all-keys-have", i);
	case 1: return text_format(arena, "housing/plan/a-long-beginning-%d", i);
	default: return i == 2 ? TEXT("") : text_number(arena, i);
	}
}

static void
check_many(struct arena *arena)
{
	struct map map = { .arena = arena };
	static int values[KEYS];

	for (int i = 0; i < KEYS; i++) {
		check_case(map_find(&map, key(arena, i)) == NULL, "key %d is there before", i);
		check_case(map_set(&map, key(arena, i), &values[i]) == NULL, "key %d is taken", i);
	}
	CHECK(map.count == KEYS);
	for (int i = 0; i < KEYS; i++) {
		check_case(map_find(&map, key(arena, i)) == &values[i], "key %d is lost", i);
		check_case(map.entries[i].value == &values[i], "key %d is out of order", i);
	}
	CHECK(map_find(&map, TEXT("housing")) == NULL);
}

static void
check_setting(struct arena *arena)
{
	struct map map = { .arena = arena };
	int one, two;

	CHECK(map_find(&map, TEXT("weir")) == NULL);
	CHECK(map_set(&map, TEXT("weir"), &one) == NULL);
	CHECK(map_set(&map, text_copy(arena, TEXT("weir")), &two) == &one);
	CHECK(map.count == 1 && map_find(&map, TEXT("weir")) == &two);
	CHECK(*map_at(&map, TEXT("lock")) == NULL);
	*map_at(&map, TEXT("lock")) = &one;
	CHECK(map_find(&map, TEXT("lock")) == &one && map.count == 2);
	CHECK(map_find(&map, (struct text){ NULL, 0 }) == NULL);
	*map_at(&map, (struct text){ NULL, 0 }) = &two;
	CHECK(map_find(&map, TEXT("")) == &two);
}

/* No hash twice among the keys, and no bit of them that stands still. */
static void
check_spread(struct arena *arena)
{
	struct map map = { .arena = arena }, hashes = { .arena = arena };
	int ones[64] = { 0 };

	for (int i = 0; i < KEYS; i++)
		map_set(&map, key(arena, i), NULL);
	for (int i = 0; i < KEYS; i++) {
		uint64_t hash = map.entries[i].hash;

		map_at(&hashes, (struct text){ (const char *)&map.entries[i].hash, sizeof hash });
		for (int bit = 0; bit < 64; bit++)
			ones[bit] += hash >> bit & 1;
	}
	CHECK(hashes.count == KEYS);
	for (int bit = 0; bit < 64; bit++)
		check_case(KEYS * 0.48 < ones[bit] && ones[bit] < KEYS * 0.52,
		    "bit %d is set in %d of %d", bit, ones[bit], KEYS);
}

int
main(void)
{
	struct arena *arena = arena_new();

	check_many(arena);
	check_setting(arena);
	check_spread(arena);
	arena_drop(arena);
	return check_status();
}
