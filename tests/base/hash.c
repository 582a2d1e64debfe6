/* SPDX-License-Identifier: MIT */
/*
 * The examples of FIPS 180-4, and every way to cut what is added.
 */
#include "base/hash.h"

#include "check.h"

static void
check_examples(struct arena *arena)
{
	char *many = arena_alloc(arena, 1000000);

	CHECK_TEXT(hash_sum(arena, TEXT("")),
	    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
	CHECK_TEXT(hash_sum(arena, TEXT("abc")),
	    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	CHECK_TEXT(hash_sum(arena,
	    TEXT("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")),
	    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
	memset(many, 'a', 1000000);
	CHECK_TEXT(hash_sum(arena, (struct text){ many, 1000000 }),
	    "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

static void
check_cuts(struct arena *arena)
{
	char bytes[300];

	for (size_t i = 0; i < sizeof bytes; i++)
		bytes[i] = (char)(i * 7);
	for (size_t length = 0; length <= 200; length++) {
		struct text whole = hash_sum(arena, (struct text){ bytes, length });

		for (size_t cut = 0; cut <= length; cut += 1 + cut / 16) {
			struct hash hash;
			unsigned char sum[32];

			hash_begin(&hash);
			hash_add(&hash, bytes, cut);
			hash_add(&hash, bytes + cut, length - cut);
			hash_end(&hash, sum);
			check_case(text_equal(hash_hex(arena, sum), whole),
			    "%zu bytes cut at %zu", length, cut);
		}
	}
}

/* Whatever this machine has instructions for, portable C does the same. */
static void
check_plainly(void)
{
	unsigned char bytes[64 * 50];

	for (size_t i = 0; i < sizeof bytes; i++)
		bytes[i] = (unsigned char)chance();
	for (size_t count = 0; count <= 50; count++) {
		struct hash hash, plain;

		hash_begin(&hash);
		hash_begin(&plain);
		hash_add(&hash, bytes, count * 64);
		hash_blocks_plainly(plain.state, bytes, count);
		check_case(memcmp(hash.state, plain.state, sizeof plain.state) == 0,
		    "%zu blocks", count);
	}
}

static struct text
sum_of_two(struct arena *arena, struct text one, struct text two)
{
	struct hash hash;
	unsigned char sum[32];

	hash_begin(&hash);
	hash_text(&hash, one);
	hash_text(&hash, two);
	hash_end(&hash, sum);
	return hash_hex(arena, sum);
}

int
main(void)
{
	struct arena *arena = arena_new();

	check_examples(arena);
	check_cuts(arena);
	check_plainly();
	CHECK(!text_equal(sum_of_two(arena, TEXT("ab"), TEXT("c")),
	    sum_of_two(arena, TEXT("a"), TEXT("bc"))));
	arena_drop(arena);
	return check_status();
}
