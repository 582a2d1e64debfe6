/* SPDX-License-Identifier: MIT */
/*
 * The forms of a date, of which days, months and seasons are here.
 *
 * The day always comes before the month. Whether a day exists is asked when
 * its year is known.
 */
#include "read/value/moment.h"

#include <string.h>

/* ---- days ---- */

/* 2026-03-07. */
static bool
read_iso(struct scan *scan, struct moment *moment)
{
	moment->year = scan_number(scan, 4, 4);
	if (moment->year < 0 || !scan_take(scan, "-"))
		return false;
	moment->month = scan_number(scan, 2, 2);
	if (moment->month < 0 || !scan_take(scan, "-"))
		return false;
	moment->day = scan_number(scan, 2, 2);
	moment->form = MOMENT_DAY;
	return moment->day >= 0 && moment_is_over(scan);
}

/* "07/03/", with that sign. */
static bool
read_day_and_month(struct scan *scan, const char *sign, struct moment *moment)
{
	moment->day = scan_number(scan, 1, 2);
	if (moment->day < 0 || !scan_take(scan, sign))
		return false;
	moment->month = scan_number(scan, 1, 2);
	return moment->month >= 0 && scan_take(scan, sign);
}

/* 07/03/2026, 7/3/26. */
static bool
read_slashes(struct scan *scan, struct moment *moment)
{
	size_t at;

	if (!read_day_and_month(scan, "/", moment))
		return false;
	at = scan->at;
	moment->year = scan_number(scan, 2, 4);
	if (moment->year < 0 || scan->at - at == 3 || !moment_is_over(scan))
		return false;
	moment->year = whole_year(moment->year, (int)(scan->at - at));
	moment->month_first = moment->month > 12 && moment->day >= 1 && moment->day <= 12;
	moment->form = MOMENT_DAY;
	return true;
}

/* 7.3.2026: numbers with points are those of paragraphs and versions. */
static enum time_found
refuse_points(struct arena *arena, struct scan *scan, struct moment *moment, struct fault *fault)
{
	if (!read_day_and_month(scan, ".", moment))
		return TIME_NONE;
	moment->year = scan_number(scan, 4, 4);
	if (moment->year < FIRST_YEAR || moment->year > LAST_YEAR || !moment_is_over(scan))
		return TIME_NONE;
	fault->wrong = text_format(arena, "%.*s is not how a day is written",
	    TEXT_ARGS(scan_text(scan, moment->from, scan->at)));
	fault->help = text_format(arena, "write %02d/%02d/%d", moment->day, moment->month,
	    moment->year);
	return TIME_WRONG;
}

/* The letters at hand. */
static struct text
letters(const struct scan *scan)
{
	size_t end = scan->at;

	while (is_letter(scan->s[end]))
		end++;
	return (struct text){ scan->s + scan->at, end - scan->at };
}

static int
take_month(struct scan *scan)
{
	struct text name = letters(scan);
	int month = month_of_name(name);

	if (month == 0 || is_digit(scan->s[scan->at + name.length]))
		return 0;
	scan->at += name.length;
	return month;
}

/*
 * The month that a word is nearly the name of: one that short words may not
 * differ from much; 0 for none.
 */
static int
nearest_month(struct text name)
{
	for (int month = 1; name.length > 3 && month <= 12; month++) {
		char small[16] = "";
		int limit = name.length > 5 ? 2 : 1;

		strncpy(small, month_name(month), sizeof small - 1);
		small[0] = (char)(small[0] | 0x20);
		if (name.s[0] == small[0] && text_distance(name, text_of(small), limit) <= limit)
			return month;
	}
	return 0;
}

/* With a year after it, a word that is nearly a month's name is an error of typing. */
static bool
is_misspelt_month(struct arena *arena, struct scan *scan, struct fault *fault)
{
	struct text name = letters(scan);
	int month = nearest_month(name);
	size_t at = scan->at;

	scan->at += name.length;
	if (month == 0 || take_year_after(scan) == 0) {
		scan->at = at;
		return false;
	}
	fault->wrong =
	    text_format(arena, "there is no month \"%.*s\"", TEXT_ARGS(scan_token(scan, at)));
	fault->help = text_format(arena, "did you mean %s?", month_name(month));
	return true;
}

static void
take_weekday(struct scan *scan, struct moment *moment)
{
	struct text name = letters(scan);

	moment->weekday = weekday_of_name(name);
	if (moment->weekday < 0)
		return;
	scan->at += name.length;
	scan_take(scan, ",");
	scan_space(scan);
}

static void
take_ordinal(struct scan *scan)
{
	static const char *const ends[] = { "st", "nd", "rd", "th" };

	for (int i = 0; i < 4; i++) {
		if (!scan_take(scan, ends[i]))
			continue;
		if (moment_is_over(scan))
			return;
		scan->at -= 2;
	}
}

/* [Saturday] 7[th] March [2026]; 7 alone when no month follows. */
static enum time_found
read_day(struct arena *arena, struct scan *scan, struct moment *moment, struct fault *fault)
{
	size_t after;

	take_weekday(scan, moment);
	moment->day = scan_number(scan, 1, 2);
	if (moment->day < 0)
		return TIME_NONE;
	take_ordinal(scan);
	after = scan->at;
	if (!moment_is_over(scan))
		return TIME_NONE;
	scan_space(scan);
	moment->month = take_month(scan);
	if (moment->month > 0 && moment_is_over(scan)) {
		moment->form = MOMENT_DAY;
		moment->year = take_year_after(scan);
		return TIME_FOUND;
	}
	if (is_misspelt_month(arena, scan, fault))
		return TIME_WRONG;
	scan->at = after;
	moment->month = 0;
	moment->form = MOMENT_DAY_ALONE;
	return TIME_FOUND;
}

/* ---- months and seasons ---- */

static enum time_found
read_month(struct arena *arena, struct scan *scan, struct moment *moment, struct fault *fault)
{
	moment->month = take_month(scan);
	if (moment->month > 0 && moment_is_over(scan)) {
		moment->form = MOMENT_MONTH;
		moment->year = take_year_after(scan);
		return TIME_FOUND;
	}
	return is_misspelt_month(arena, scan, fault) ? TIME_WRONG : TIME_NONE;
}

static bool
read_season(struct scan *scan, struct moment *moment)
{
	static const char *const names[] = { "spring", "summer", "autumn", "winter" };
	size_t at;

	for (moment->number = 0; moment->number < 4; moment->number++)
		if (scan_phrase(scan, text_of(names[moment->number])))
			break;
	if (moment->number == 4)
		return false;
	moment->form = MOMENT_SEASON;
	at = scan->at;
	moment->year = take_year_after(scan);
	if (moment->year > 0 && moment->number == 3 && scan_next(scan) == '/') {
		scan->at++;	/* Winter 2026/27: from its first year */
		if (take_last_year(scan, moment->year) != moment->year + 1) {
			scan->at = at;
			moment->year = 0;
		}
	}
	return true;
}

enum time_found
read_moment(struct arena *arena, struct scan *scan, struct moment *moment, struct fault *fault)
{
	static enum time_found (*const forms[])(struct arena *, struct scan *, struct moment *,
	    struct fault *) = {
		refuse_points, read_quarter, read_year, read_day, read_month,
	};
	static bool (*const plain_forms[])(struct scan *, struct moment *) = {
		read_iso, read_slashes, read_season,
	};
	size_t from = scan->at;

	for (size_t i = 0; i < sizeof plain_forms / sizeof *plain_forms; i++) {
		*moment = (struct moment){ .weekday = -1, .from = from };
		if (plain_forms[i](scan, moment)) {
			moment->to = scan->at;
			return TIME_FOUND;
		}
		scan->at = from;
	}
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		enum time_found found;

		*moment = (struct moment){ .weekday = -1, .from = from };
		found = forms[i](arena, scan, moment, fault);
		moment->to = scan->at;
		if (found != TIME_NONE)
			return found;
		scan->at = from;
	}
	return TIME_NONE;
}
