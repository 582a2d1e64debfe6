/* SPDX-License-Identifier: MIT */
/*
 * Days of the proleptic Gregorian calendar, quarters and financial years. No
 * clock: today is a value that the roof hands in.
 */
#ifndef BASE_CALENDAR_H
#define BASE_CALENDAR_H

#include "base/text.h"

/* Years are 1 to 9999; year 0 is no date, and what would lie outside is none. */
struct date { int16_t year; int8_t month, day; };

bool date_is_valid(struct date);
bool date_is_set(struct date);
int date_days(struct date);			/* days since 1 January 1970; of a valid date */
struct date date_of_days(int days);
struct date date_day_before(struct date);	/* of a valid date */
int date_compare(struct date, struct date);
int date_weekday(struct date);			/* 0 Monday to 6 Sunday; of a valid date */
struct date date_add_months(struct date, int months);	/* the day is cut to the month's last */
int month_length(int year, int month);
/*
 * January is 1; the whole name, its first three letters, or a short form that
 * people use ("Sept", "Tues", "Weds", "Thur", "Thurs"); any case; 0 when it
 * is none.
 */
int month_of_name(struct text);
int weekday_of_name(struct text);		/* 0 Monday; -1 when it is none */
const char *month_name(int month);
const char *weekday_name(int weekday);
/*
 * The first day of the financial year that holds a date. starts gives the
 * month and day on which each one starts (1 April); its year does not count.
 */
struct date financial_year_start(struct date, struct date starts);
/* The first day of quarter 1 to 4 of the financial year that starts in a year. */
struct date financial_quarter_start(int year, int quarter, struct date starts);
struct date date_parse_iso(struct text);	/* YYYY-MM-DD; not set when it is none */
struct text date_iso(struct arena *, struct date);	/* both are empty for no date */
struct text date_words(struct arena *, struct date);	/* 7 March 2026 */
struct text date_short_words(struct arena *, struct date);	/* 7 Mar 2026; 7 Sept 2026 */

#endif
