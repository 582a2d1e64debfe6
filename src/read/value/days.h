/* SPDX-License-Identifier: MIT */
/*
 * Within the room: stretches of days, and the years of dates that name none.
 */
#ifndef READ_VALUE_DAYS_H
#define READ_VALUE_DAYS_H

#include "read/value/when.h"

struct days { struct date first, last; };

static inline struct date
date_of(int year, int month, int day)
{
	return (struct date){ (int16_t)year, (int8_t)month, (int8_t)day };
}

/* The days from one on, for some months. */
struct days months_from(struct date first, int count);
/* The day and month with which the council's financial year begins; its year is 0. */
struct date year_starts(const struct reading *);

/*
 * Gives a date that names no year that of the document's period; false when it
 * holds two such dates, or none, and when the year must be explicit.
 */
bool find_year(const struct reading *, struct moment *, bool explicit_only);
/* NONE, and what to write, of words from a place of the scan on that lack their year. */
enum time_found lacks_year(const struct reading *, const struct scan *, size_t from,
    const struct moment *, struct fault *);

#endif
