/* SPDX-License-Identifier: MIT */
/*
 * One date as it is written, before anybody asks which days it covers.
 */
#ifndef READ_VALUE_MOMENT_H
#define READ_VALUE_MOMENT_H

#include "read/value/scan.h"

enum { FIRST_YEAR = 1900, LAST_YEAR = 2199 };	/* of what names no day */

enum moment_form {
	MOMENT_DAY,		/* 7 March 2026, 07/03/2026, 2026-03-07; the year may be missing */
	MOMENT_DAY_ALONE,	/* 7, which begins "7 to 9 March" */
	MOMENT_MONTH,
	MOMENT_SEASON,		/* number: 0 spring to 3 winter */
	MOMENT_QUARTER,		/* number 1 to 4, of a financial year */
	MOMENT_FINANCIAL_YEAR,	/* year to last_year, which is the next */
	MOMENT_YEARS,		/* year to last_year, which is later */
	MOMENT_YEAR
};

struct moment {
	enum moment_form form;
	int day, month, number, year, last_year;	/* a year of 0 is not said */
	int weekday;			/* -1: not said */
	bool month_first;		/* 12/31/2026: the month and the day are changed over */
	size_t from, to;		/* of the scan */
};

/* What an author may read of a date that is none: what is wrong, and what to do. */
struct fault { struct text wrong, help; };

/*
 * Reads one date at the scan's place, which moves behind it. WRONG: it has the
 * form of one and is none; NONE leaves the place as it was.
 */
enum time_found read_moment(struct arena *, struct scan *, struct moment *, struct fault *);

/* Of years.c; each reads as read_moment does, but may leave the place anywhere. */
enum time_found read_quarter(struct arena *, struct scan *, struct moment *, struct fault *);
enum time_found read_year(struct arena *, struct scan *, struct moment *, struct fault *);
int whole_year(int year, int digits);		/* years of two digits are of this century */
int take_year_after(struct scan *);		/* of a month or season; 0: none */
int take_last_year(struct scan *, int first);	/* the 27 of 2026/27, whole; 0: none */
bool moment_is_over(const struct scan *);	/* no letter or digit follows directly */

#endif
