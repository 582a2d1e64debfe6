/* SPDX-License-Identifier: MIT */
#ifndef READ_COMPOSE_H
#define READ_COMPOSE_H

#include "base/text.h"

/*
 * Words in Unicode's composed form (NFC, UAX 15): "e" and a mark above it are
 * "é". UTF-8 that was checked; words that are composed come back as they are.
 * What is made ends in a zero byte that is not counted.
 */
struct text compose_text(struct arena *, struct text words);

#endif
