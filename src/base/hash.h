/* SPDX-License-Identifier: MIT */
/*
 * SHA-256 (FIPS 180-4), for keys, identifiers, and sums of fonts.
 */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include "base/text.h"

struct hash { uint32_t state[8]; uint64_t length; unsigned char block[64]; };

void hash_begin(struct hash *);
void hash_add(struct hash *, const void *, size_t);
void hash_text(struct hash *, struct text);	/* its length, then its bytes */
void hash_end(struct hash *, unsigned char sum[32]);
struct text hash_hex(struct arena *, const unsigned char sum[32]);
struct text hash_sum(struct arena *, struct text bytes);	/* 64 hexadecimal digits */

/*
 * Works blocks of 64 bytes into the state in portable C; hash_add has faster
 * ways on some machines.
 */
void hash_blocks_plainly(uint32_t state[8], const unsigned char *blocks, size_t count);

#endif
