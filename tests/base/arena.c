/* SPDX-License-Identifier: MIT */
/*
 * Blocks are zeroed, aligned, apart from each other, and keep their content
 * however they grow and shrink.
 */
#include "base/arena.h"

#include <stdalign.h>
#include <stdlib.h>
#include <sys/resource.h>

#include "base/array.h"
#include "check.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer) && !defined(__SANITIZE_ADDRESS__)
#define __SANITIZE_ADDRESS__ 1
#endif
#endif

static bool
is_zero(const char *s, size_t size)
{
	for (size_t i = 0; i < size; i++)
		if (s[i])
			return false;
	return true;
}

static void
check_blocks(void)
{
	static const size_t sizes[] = { 0, 1, 15, 16, 17, 100, 8191, 8192, 8193, 32768, 1 << 20,
	    3 };
	struct arena *arena = arena_new();
	char *before = NULL;

	arena_drop(NULL);
	for (size_t round = 0; round < 300; round++) {
		size_t size = sizes[round % (sizeof sizes / sizeof *sizes)];
		char *block = arena_alloc(arena, size);

		CHECK(block && block != before);
		CHECK((uintptr_t)block % alignof(max_align_t) == 0);
		CHECK(is_zero(block, size));
		memset(block, 0xA5, size);
		before = block;
	}
	CHECK(arena_size(arena) > 25u << 20 && arena_size(arena) < 40u << 20);
	arena_drop(arena);
}

static void
check_clear(void)
{
	struct arena *arena = arena_new();
	char *first;

	arena_clear(arena);
	first = arena_alloc(arena, 100);
	for (int round = 0; round < 50; round++) {
		arena_clear(arena);
		CHECK(arena_alloc(arena, 100) == first);
		for (size_t i = 0; i < 20; i++) {
			char *block = arena_alloc(arena, 1000 * i);

			CHECK(is_zero(block, 1000 * i));
			memset(block, 0xA5, 1000 * i);
		}
		arena_clear(arena);
		first = arena_alloc(arena, 100);
		CHECK(is_zero(first, 100));
	}
	CHECK(arena_size(arena) < 1u << 20);
	arena_drop(arena);
}

static void
check_copies(void)
{
	struct arena *arena = arena_new();
	char *block = arena_copy(arena, "towpath", 8);
	int *numbers = arena_array(arena, 3, sizeof *numbers);

	CHECK_TEXT(text_of(block), "towpath");
	CHECK(numbers[0] == 0 && numbers[2] == 0);
	CHECK(arena_copy(arena, NULL, 0) != NULL);
	arena_drop(arena);
}

/* A block and what its bytes should be. */
struct model { unsigned char *block, *bytes; size_t size; };

static void
grow_model(struct arena *arena, struct model *model)
{
	static const size_t limits[] = { 20, 300, 9000, 40000 };
	size_t size = chance() % limits[chance() % 4];
	size_t kept = size < model->size ? size : model->size;

	model->block = arena_grow(arena, model->block, model->size, size);
	model->bytes = realloc(model->bytes, size + 1);
	check_case(is_zero((char *)model->block + kept, size - kept),
	    "%zu bytes grown from %zu are not zero", size, kept);
	memset(model->block + kept, (int)(chance() % 255) + 1, size - kept);
	memcpy(model->bytes + kept, model->block + kept, size - kept);
	model->size = size;
}

static void
check_growing(void)
{
	struct arena *arena = arena_new();
	struct model models[20] = { { 0 } };
	size_t count = sizeof models / sizeof *models;

	for (int round = 0; round < 4000; round++) {
		struct model *model = &models[chance() % count];

		grow_model(arena, model);
		if (chance() % 3 == 0)		/* mostly the last block, which is stretched */
			grow_model(arena, model);
		for (size_t i = 0; i < count; i++)
			check_case(!models[i].size ||
			        memcmp(models[i].block, models[i].bytes, models[i].size) == 0,
			    "block %zu lost its bytes in round %d", i, round);
	}
	for (size_t i = 0; i < count; i++)
		free(models[i].bytes);
	arena_drop(arena);
}

/* What one array costs, grown to a size by doubling. */
static void
check_waste(void)
{
	struct arena *arena = arena_new();
	char *block = NULL;
	size_t size = 0;

	for (size_t next = 64; next <= 4u << 20; next *= 2) {
		block = arena_grow(arena, block, size, next);
		size = next;
	}
	CHECK(arena_size(arena) < size + (64u << 10));
	arena_grow(arena, block, size, 10);
	CHECK(arena_size(arena) < 64u << 10);
	arena_drop(arena);
}

ARRAY(int, numbers);
ARRAY(const char *, names);

static void
check_arrays(void)
{
	struct arena *arena = arena_new();
	struct numbers numbers = { 0 };
	struct names names = { 0 };
	int sum = 0;

	for (array_each(int, number, &numbers))
		sum += *number + 1;
	CHECK(sum == 0);
	for (int i = 0; i < 10000; i++)
		*array_push(arena, &numbers) = i;
	for (array_each(const int, number, &numbers))
		sum += *number;
	CHECK(sum == 9999 * 10000 / 2);
	numbers.count = 5;
	CHECK(*array_push(arena, &numbers) == 0);
	CHECK(numbers.at[4] == 4 && numbers.count == 6);
	*array_push(arena, &names) = "weir";
	*array_push(arena, &names) = "lock";
	for (array_each(const char *, name, &names))
		sum += (int)strlen(*name);
	CHECK(sum == 9999 * 10000 / 2 + 8);
	arena_drop(arena);
}

static void
ask_too_much(void)
{
	arena_array(arena_new(), SIZE_MAX / 2, 3);
}

static void
ask_for_all(void)
{
	arena_alloc(arena_new(), SIZE_MAX - 10);
}

#ifndef __SANITIZE_ADDRESS__
/* Until the system has no more; small blocks or large ones, grown or new. */
static size_t hunger;

static void
use_up(void)
{
	const struct rlimit limit = { 256 << 20, 256 << 20 };
	struct arena *arena = arena_new();
	void *block = NULL;

	setrlimit(RLIMIT_AS, &limit);
	for (size_t size = hunger; size < (size_t)1 << 32; size += hunger)
		block = hunger > 1 << 20 ? arena_grow(arena, block, block ? size - hunger : 0, size)
		                         : arena_alloc(arena, hunger);
}
#endif

#ifdef __SANITIZE_ADDRESS__
static void
overrun(void)
{
	volatile char *block = arena_alloc(arena_new(), 24);

	block[24] = 1;
}

static void
use_moved(void)
{
	struct arena *arena = arena_new();
	volatile char *block = arena_alloc(arena, 100);

	arena_alloc(arena, 1);
	arena_grow(arena, (void *)block, 100, 200);
	block[0] = 1;
}
#endif

static void
check_faults(void)
{
	struct arena *arena = arena_new();
	struct text said;

	CHECK(status_of(ask_too_much, arena, &said) == 3);
	CHECK_TEXT(said,
	    "planpress: 9223372036854775807 times 3 bytes of memory could not be had\n");
	CHECK(status_of(ask_for_all, arena, &said) == 3);
	CHECK_TEXT(said, "planpress: 18446744073709551605 bytes of memory could not be had\n");
#ifndef __SANITIZE_ADDRESS__
	for (hunger = 100; hunger < 8 << 20; hunger *= 10) {
		CHECK(status_of(use_up, arena, &said) == 3);
		CHECK(text_begins(said, "planpress: ") &&
		    text_ends(said, " bytes of memory could not be had\n"));
	}
#endif
#ifdef __SANITIZE_ADDRESS__
	CHECK(status_of(overrun, arena, &said) != 0);
	CHECK(text_find(said, TEXT("use-after-poison"), 0) < said.length);
	CHECK(status_of(use_moved, arena, &said) != 0);
	CHECK(text_find(said, TEXT("use-after-poison"), 0) < said.length);
#endif
	arena_drop(arena);
}

int
main(void)
{
	check_blocks();
	check_clear();
	check_copies();
	check_growing();
	check_waste();
	check_arrays();
	check_faults();
	return check_status();
}
