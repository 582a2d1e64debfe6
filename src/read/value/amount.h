/* SPDX-License-Identifier: MIT */
/*
 * Amounts as they are written: 1,250, £1.2m, (£450), 40 to 60%, 18 of 24,
 * at least 12 days, 22 per quarter, 4% above 2025 baseline.
 */
#ifndef READ_VALUE_AMOUNT_H
#define READ_VALUE_AMOUNT_H

#include "read/value/when.h"

enum amount_found { AMOUNT_NONE, AMOUNT_FOUND, AMOUNT_WRONG };

/* A token that has the form of an amount and is none. */
struct slip { size_t from, to; const char *is_no; struct text help; };

/*
 * Reads an amount at the scan's place, which moves behind it; NONE and WRONG
 * leave it. reading gives the arena and the council's years, for baselines.
 */
enum amount_found scan_amount(const struct reading *, struct scan *, struct amount *,
    struct slip *);

/* A sign that touches a number with "%", points or another unit: a stated variance. */
bool scan_stated(const struct reading *, struct scan *, struct amount *);

/* The unit of a column's head, for an amount that has none of its own. */
void apply_unit(struct amount *, struct text unit_words);

#endif
