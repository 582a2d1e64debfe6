/* SPDX-License-Identifier: MIT */
/*
 * SHA-256, as FIPS 180-4 section 6.2 has it: blocks of 64 bytes are worked
 * into eight words; the last block ends in the number of bits. Where an x86
 * has instructions for it they do the same, six times as fast.
 */
#include "base/hash.h"

#include <string.h>

#ifdef __x86_64__
#include <cpuid.h>
#include <immintrin.h>
#endif

static const uint32_t rounds[64] = {
	0x428A2F98, 0x71374491, 0xB5C0FBCF, 0xE9B5DBA5, 0x3956C25B, 0x59F111F1, 0x923F82A4,
	0xAB1C5ED5, 0xD807AA98, 0x12835B01, 0x243185BE, 0x550C7DC3, 0x72BE5D74, 0x80DEB1FE,
	0x9BDC06A7, 0xC19BF174, 0xE49B69C1, 0xEFBE4786, 0x0FC19DC6, 0x240CA1CC, 0x2DE92C6F,
	0x4A7484AA, 0x5CB0A9DC, 0x76F988DA, 0x983E5152, 0xA831C66D, 0xB00327C8, 0xBF597FC7,
	0xC6E00BF3, 0xD5A79147, 0x06CA6351, 0x14292967, 0x27B70A85, 0x2E1B2138, 0x4D2C6DFC,
	0x53380D13, 0x650A7354, 0x766A0ABB, 0x81C2C92E, 0x92722C85, 0xA2BFE8A1, 0xA81A664B,
	0xC24B8B70, 0xC76C51A3, 0xD192E819, 0xD6990624, 0xF40E3585, 0x106AA070, 0x19A4C116,
	0x1E376C08, 0x2748774C, 0x34B0BCB5, 0x391C0CB3, 0x4ED8AA4A, 0x5B9CCA4F, 0x682E6FF3,
	0x748F82EE, 0x78A5636F, 0x84C87814, 0x8CC70208, 0x90BEFFFA, 0xA4506CEB, 0xBEF9A3F7,
	0xC67178F2,
};

static uint32_t
turn(uint32_t word, int bits)
{
	return word >> bits | word << (32 - bits);
}

/* The 64 words of the message schedule. */
static void
expand(const unsigned char *block, uint32_t words[64])
{
	for (int i = 0; i < 16; i++, block += 4)
		words[i] = (uint32_t)block[0] << 24 | (uint32_t)block[1] << 16 |
		    (uint32_t)block[2] << 8 | block[3];
	for (int i = 16; i < 64; i++) {
		uint32_t a = words[i - 15], b = words[i - 2];

		words[i] = words[i - 16] + (turn(a, 7) ^ turn(a, 18) ^ a >> 3) +
		    words[i - 7] + (turn(b, 17) ^ turn(b, 19) ^ b >> 10);
	}
}

static void
add_block(uint32_t state[8], const unsigned char *block)
{
	uint32_t words[64];
	uint32_t a = state[0], b = state[1], c = state[2], d = state[3];
	uint32_t e = state[4], f = state[5], g = state[6], h = state[7];

	expand(block, words);
	for (int i = 0; i < 64; i++) {
		uint32_t one = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) +
		    ((e & f) ^ (~e & g)) + rounds[i] + words[i];
		uint32_t two = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) +
		    ((a & b) ^ (a & c) ^ (b & c));

		h = g, g = f, f = e, e = d + one;
		d = c, c = b, b = a, a = one + two;
	}
	state[0] += a, state[1] += b, state[2] += c, state[3] += d;
	state[4] += e, state[5] += f, state[6] += g, state[7] += h;
}

void
hash_blocks_plainly(uint32_t state[8], const unsigned char *blocks, size_t count)
{
	for (; count; count--, blocks += 64)
		add_block(state, blocks);
}

#ifdef __x86_64__
/* Four rounds a turn; the words of the schedule stand in a ring of sixteen. */
__attribute__((target("sha,sse4.1"))) static void
add_block_x86(__m128i *abef, __m128i *cdgh, const unsigned char *block)
{
	const __m128i order = _mm_set_epi64x(0x0C0D0E0F08090A0B, 0x0405060700010203);
	__m128i words[4], abef_before = *abef, cdgh_before = *cdgh;

	for (int i = 0; i < 16; i++) {
		__m128i *at = &words[i % 4], last = words[(i + 3) % 4], next;

		if (i < 4)
			*at = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)block + i), order);
		else
			*at = _mm_sha256msg2_epu32(_mm_add_epi32(
			    _mm_sha256msg1_epu32(*at, words[(i + 1) % 4]),
			    _mm_alignr_epi8(last, words[(i + 2) % 4], 4)), last);
		next = _mm_add_epi32(*at, _mm_loadu_si128((const __m128i *)rounds + i));
		*cdgh = _mm_sha256rnds2_epu32(*cdgh, *abef, next);
		*abef = _mm_sha256rnds2_epu32(*abef, *cdgh, _mm_shuffle_epi32(next, 0x0E));
	}
	*abef = _mm_add_epi32(*abef, abef_before);
	*cdgh = _mm_add_epi32(*cdgh, cdgh_before);
}

__attribute__((target("sha,sse4.1"))) static void
hash_blocks_x86(uint32_t state[8], const unsigned char *blocks, size_t count)
{
	__m128i abef = _mm_set_epi32((int)state[0], (int)state[1], (int)state[4], (int)state[5]);
	__m128i cdgh = _mm_set_epi32((int)state[2], (int)state[3], (int)state[6], (int)state[7]);

	for (; count; count--, blocks += 64)
		add_block_x86(&abef, &cdgh, blocks);
	state[0] = (uint32_t)_mm_extract_epi32(abef, 3),
	    state[1] = (uint32_t)_mm_extract_epi32(abef, 2);
	state[4] = (uint32_t)_mm_extract_epi32(abef, 1),
	    state[5] = (uint32_t)_mm_extract_epi32(abef, 0);
	state[2] = (uint32_t)_mm_extract_epi32(cdgh, 3),
	    state[3] = (uint32_t)_mm_extract_epi32(cdgh, 2);
	state[6] = (uint32_t)_mm_extract_epi32(cdgh, 1),
	    state[7] = (uint32_t)_mm_extract_epi32(cdgh, 0);
}

static bool
has_instructions(void)
{
	static int known;	/* 0: not asked yet, 1: no, 2: yes */
	unsigned a, b, c, d, sse = 0;

	if (!known) {
		bool basic = __get_cpuid(1, &a, &b, &sse, &d);
		bool sha = __get_cpuid_count(7, 0, &a, &b, &c, &d) && b >> 29 & 1;

		known = 1 + (basic && sha && sse >> 19 & 1);
	}
	return known == 2;
}
#endif

static void
add_blocks(uint32_t state[8], const unsigned char *blocks, size_t count)
{
#ifdef __x86_64__
	if (has_instructions()) {
		hash_blocks_x86(state, blocks, count);
		return;
	}
#endif
	hash_blocks_plainly(state, blocks, count);
}

void
hash_begin(struct hash *hash)
{
	*hash = (struct hash){ .state = {
		0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A,
		0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19,
	} };
}

void
hash_add(struct hash *hash, const void *bytes, size_t size)
{
	const unsigned char *at = bytes;
	size_t held = hash->length % 64, taken = 64 - held;

	hash->length += size;
	if (held && size >= taken) {
		memcpy(hash->block + held, at, taken);
		add_blocks(hash->state, hash->block, 1);
		at += taken, size -= taken, held = 0;
	}
	if (!held) {
		add_blocks(hash->state, at, size / 64);
		at += size / 64 * 64, size %= 64;
	}
	if (size)
		memcpy(hash->block + held, at, size);
}

static void
put_number(unsigned char out[8], uint64_t number)
{
	for (int i = 0; i < 8; i++)
		out[i] = (unsigned char)(number >> (56 - 8 * i));
}

void
hash_text(struct hash *hash, struct text text)
{
	unsigned char length[8];

	put_number(length, text.length);
	hash_add(hash, length, sizeof length);
	hash_add(hash, text.s, text.length);
}

void
hash_end(struct hash *hash, unsigned char sum[32])
{
	static const unsigned char padding[64] = { 0x80 };
	unsigned char bits[8];

	put_number(bits, hash->length * 8);
	hash_add(hash, padding, 1 + (119 - hash->length % 64) % 64);
	hash_add(hash, bits, sizeof bits);
	for (int i = 0; i < 32; i++)
		sum[i] = (unsigned char)(hash->state[i / 4] >> (24 - i % 4 * 8));
}

struct text
hash_hex(struct arena *arena, const unsigned char sum[32])
{
	static const char digits[] = "0123456789abcdef";
	char *s = arena_alloc(arena, 65), *at = s;

	for (int i = 0; i < 32; i++) {
		*at++ = digits[sum[i] >> 4];
		*at++ = digits[sum[i] & 15];
	}
	return (struct text){ s, 64 };
}

struct text
hash_sum(struct arena *arena, struct text bytes)
{
	struct hash hash;
	unsigned char sum[32];

	hash_begin(&hash);
	hash_add(&hash, bytes.s, bytes.length);
	hash_end(&hash, sum);
	return hash_hex(arena, sum);
}
