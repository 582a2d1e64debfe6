/* SPDX-License-Identifier: MIT */
/*
 * An arena is a chain of chunks from which small blocks are cut one after
 * the other, and a ring of large blocks that the system holds singly.
 *
 * A block is large exactly when its size is at least LARGE; so its size
 * alone tells arena_grow whether realloc may move it. All memory comes
 * zeroed, and no byte is handed out twice, but for what arena_grow takes
 * back from the last block of a chunk.
 *
 * All but small chunks and blocks are mapped from the system. Its pages come
 * zeroed and cost nothing before they are touched; what is two megabytes or
 * more asks for huge pages, with which a corpus of a thousand pages is walked
 * and set in a tenth less time.
 *
 * Under AddressSanitizer what is not handed out is poisoned, with a gap
 * behind each small block, so that an overrun is seen as with malloc; there
 * no block is mapped.
 */
#define _GNU_SOURCE		/* mremap */
#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/diag.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define POISON 1
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define POISON 1
#endif

#ifdef POISON
#include <sanitizer/asan_interface.h>
enum { GAP = 16 };
static const size_t MAPPED = SIZE_MAX;
#else
enum { GAP = 0 };
static const size_t MAPPED = 256 << 10;	/* from this size on, with their heads */
#define ASAN_POISON_MEMORY_REGION(at, size) ((void)(at), (void)(size))
#define ASAN_UNPOISON_MEMORY_REGION(at, size) ((void)(at), (void)(size))
#endif

enum {
	ALIGN = alignof(max_align_t),
	FIRST_CHUNK = 32 << 10,
	LAST_CHUNK = 2 << 20,		/* a huge page */
	LARGE = 8 << 10,
};

/* Heads; their bytes follow them. Sizes are of all, with the head. */
struct chunk {
	alignas(ALIGN) struct chunk *before;
	size_t size;
};

struct large {
	alignas(ALIGN) struct large *before, *after;
	size_t size;
};

struct arena {
	struct chunk *chunk;		/* the one that is cut now */
	char *next, *end;		/* what is left of it */
	struct large large;		/* the ring's own link; holds no bytes */
	size_t size;
};

static _Noreturn void
die_of_memory(size_t size)
{
	die("%zu bytes of memory could not be had", size);
}

struct arena *
arena_new(void)
{
	struct arena *arena = calloc(1, sizeof *arena);

	if (!arena)
		die_of_memory(sizeof *arena);
	arena->large.before = arena->large.after = &arena->large;
	arena->size = sizeof *arena;
	return arena;
}

/* ---- what the system maps ---- */

/* No more than a wish: it is no loss where the system has no huge pages to give. */
static void *
wish_huge(void *pages, size_t size)
{
	if (size >= LAST_CHUNK)
		madvise(pages, size, MADV_HUGEPAGE);
	return pages;
}

/* Zeroed pages, or null. */
static void *
map_pages(size_t size)
{
	void *pages = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	return pages == MAP_FAILED ? NULL : wish_huge(pages, size);
}

static void *
remap_pages(void *pages, size_t old_size, size_t new_size)
{
	pages = mremap(pages, old_size, new_size, MREMAP_MAYMOVE);
	return pages == MAP_FAILED ? NULL : wish_huge(pages, new_size);
}

/* ---- chunks ---- */

/*
 * All but the first are mapped, so that what an arena gives back is the
 * system's: malloc would keep it, in holes between what other arenas hold,
 * and clear it when it gives it again.
 */
static struct chunk *
take_chunk(size_t size)
{
	return size < 2 * FIRST_CHUNK ? calloc(1, size) : map_pages(size);
}

static void
leave_chunk(struct chunk *chunk)
{
	ASAN_UNPOISON_MEMORY_REGION(chunk, chunk->size);
	if (chunk->size < 2 * FIRST_CHUNK)
		free(chunk);
	else
		munmap(chunk, chunk->size);
}

/* A chunk and those before it. */
static void
drop_chunks(struct arena *arena, struct chunk *chunk)
{
	for (struct chunk *before; chunk; chunk = before) {
		before = chunk->before;
		arena->size -= chunk->size;
		leave_chunk(chunk);
	}
}

static void
leave_large(struct large *large)
{
	if (large->size < MAPPED)
		free(large);
	else
		munmap(large, large->size);
}

static void
drop_ring(struct arena *arena)
{
	for (struct large *at = arena->large.after, *after; at != &arena->large; at = after) {
		after = at->after;
		arena->size -= at->size;
		leave_large(at);
	}
	arena->large.before = arena->large.after = &arena->large;
}

void
arena_drop(struct arena *arena)
{
	if (!arena)
		return;
	drop_chunks(arena, arena->chunk);
	drop_ring(arena);
	free(arena);
}

void
arena_clear(struct arena *arena)
{
	struct chunk *chunk = arena->chunk;
	char *first;

	drop_ring(arena);
	if (!chunk)
		return;
	first = (char *)(chunk + 1);
	drop_chunks(arena, chunk->before);
	chunk->before = NULL;
	ASAN_UNPOISON_MEMORY_REGION(first, (size_t)(arena->next - first));
	memset(first, 0, (size_t)(arena->next - first));
	arena->next = first;
	ASAN_POISON_MEMORY_REGION(first, (size_t)(arena->end - first));
}

/* Chunks double, so that a small arena is small and a large one is quick. */
static void
add_chunk(struct arena *arena)
{
	size_t size = arena->chunk ? arena->chunk->size : FIRST_CHUNK / 2;
	struct chunk *chunk;

	size = size < LAST_CHUNK ? size * 2 : size;
	chunk = take_chunk(size);
	if (!chunk)
		die_of_memory(size);
	chunk->before = arena->chunk;
	chunk->size = size;
	arena->chunk = chunk;
	arena->next = (char *)(chunk + 1);
	arena->end = (char *)chunk + size;
	arena->size += size;
	ASAN_POISON_MEMORY_REGION(arena->next, (size_t)(arena->end - arena->next));
}

/* Links a block that was made or moved between its neighbours in the ring. */
static void *
link_large(struct large *large)
{
	large->before->after = large;
	large->after->before = large;
	return large + 1;
}

static void *
add_large(struct arena *arena, size_t size)
{
	struct large *large;

	if (size > PTRDIFF_MAX - sizeof *large)
		die_of_memory(size);
	size += sizeof *large;
	large = size < MAPPED ? calloc(1, size) : map_pages(size);
	if (!large)
		die_of_memory(size);
	large->size = size;
	large->before = arena->large.before;
	large->after = &arena->large;
	arena->size += size;
	return link_large(large);
}

static struct large *
large_of(void *block)
{
	return (struct large *)block - 1;
}

static void
drop_large(struct arena *arena, void *block)
{
	struct large *large = large_of(block);

	large->before->after = large->after;
	large->after->before = large->before;
	arena->size -= large->size;
	leave_large(large);
}

/* The page where a mapped block ended is not new: it may hold bytes of before it shrank. */
static void
clear_grown(struct large *large, size_t old_size, size_t new_size)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE);
	size_t fresh = (old_size + page - 1) / page * page;

	if (new_size >= MAPPED && new_size > fresh)
		new_size = fresh;
	if (new_size > old_size)
		memset((char *)large + old_size, 0, new_size - old_size);
}

/* Sizes are with the head, both of blocks that are mapped or both of such that are not. */
static void *
grow_large(struct arena *arena, struct large *large, size_t old_size, size_t new_size)
{
	arena->size -= old_size;
	large = old_size < MAPPED ? realloc(large, new_size) :
	    remap_pages(large, old_size, new_size);
	if (!large)
		die_of_memory(new_size);
	large->size = new_size;
	arena->size += new_size;
	clear_grown(large, old_size, new_size);
	return link_large(large);
}

/* What a small block of a size takes of its chunk. */
static size_t
small_size(size_t size)
{
	size += !size;
	return ((size + ALIGN - 1) & ~(size_t)(ALIGN - 1)) + GAP;
}

void *
arena_alloc(struct arena *arena, size_t size)
{
	size_t taken = small_size(size);
	void *block;

	if (size >= LARGE)
		return add_large(arena, size);
	if ((size_t)(arena->end - arena->next) < taken)
		add_chunk(arena);
	block = arena->next;
	arena->next += taken;
	ASAN_UNPOISON_MEMORY_REGION(block, size + !size);
	return block;
}

void *
arena_array(struct arena *arena, size_t count, size_t size)
{
	size_t product;

	if (__builtin_mul_overflow(count, size, &product))
		die("%zu times %zu bytes of memory could not be had", count, size);
	return arena_alloc(arena, product);
}

void *
arena_copy(struct arena *arena, const void *bytes, size_t size)
{
	void *copy = arena_alloc(arena, size);

	if (size)
		memcpy(copy, bytes, size);
	return copy;
}

/* Grows or shrinks the last small block where it stands; false if it is not the last. */
static bool
resize_last(struct arena *arena, char *old, size_t old_size, size_t new_size)
{
	size_t taken = small_size(new_size);

	if (old + small_size(old_size) != arena->next || (size_t)(arena->end - old) < taken)
		return false;
	ASAN_UNPOISON_MEMORY_REGION(old, small_size(old_size));
	if (new_size < old_size)
		memset(old + new_size, 0, old_size - new_size);
	arena->next = old + taken;
	ASAN_POISON_MEMORY_REGION(old, (size_t)(arena->end - old));
	ASAN_UNPOISON_MEMORY_REGION(old, new_size + !new_size);
	return true;
}

/* A block that crosses LARGE or MAPPED, or a small one that cannot stay, goes to a new place. */
static void *
move_block(struct arena *arena, void *old, size_t old_size, size_t new_size)
{
	void *moved = arena_alloc(arena, new_size);

	memcpy(moved, old, old_size < new_size ? old_size : new_size);
	if (old_size >= LARGE)
		drop_large(arena, old);
	else
		ASAN_POISON_MEMORY_REGION(old, old_size + !old_size);
	return moved;
}

void *
arena_grow(struct arena *arena, void *old, size_t old_size, size_t new_size)
{
	const size_t head = sizeof(struct large);

	if (!old)
		return arena_alloc(arena, new_size);
	if (new_size > PTRDIFF_MAX - head)
		die_of_memory(new_size);
	if (old_size >= LARGE && new_size >= LARGE &&
	    (old_size + head < MAPPED) == (new_size + head < MAPPED))
		return grow_large(arena, large_of(old), old_size + head, new_size + head);
	if (old_size < LARGE && new_size < LARGE) {
		if (resize_last(arena, old, old_size, new_size) || new_size <= old_size)
			return old;
	}
	return move_block(arena, old, old_size, new_size);
}

size_t
arena_size(const struct arena *arena)
{
	return arena->size;
}
