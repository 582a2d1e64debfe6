/* SPDX-License-Identifier: MIT */
/*
 * Variance and status of chance figures, against Python's fractions: a line a
 * case goes to tests/resolve/variance.py, which works all of it out again.
 */
#include "resolve/values/variance.h"

#include "../base/check.h"

enum { CASES = 20000 };

static const char *const rules[] = { "tolerance", "floor", "direction", "money" };
static const char *const status_names[] = { "none", "ahead", "on", "near", "off" };

/* Small numbers meet at bounds; large ones try the width. */
static struct decimal
chance_number(void)
{
	int64_t largest[] = { 3, 20, 1000, 100000, 1000000000000 };
	int64_t units = (int64_t)(chance() % (uint64_t)(largest[chance() % 5] + 1));

	return decimal_of(chance() % 4 == 0 ? -units : units, (int)(chance() % 4));
}

static struct decimal
maybe(bool is_there)
{
	return is_there ? decimal_absolute(chance_number()) : (struct decimal){ 0, 0, false };
}

static struct standing
chance_standing(void)
{
	struct standing standing = { 0 };
	enum quantity_kind kind = QUANTITY_NUMBER + (int)(chance() % 3);

	standing.target = (struct quantity){ .kind = kind, .number = chance_number() };
	standing.actual = (struct quantity){ .kind = kind, .number = chance_number() };
	if (chance() % 4 == 0)
		standing.target.upper =
		    decimal_add(standing.target.number, decimal_absolute(chance_number()));
	standing.polarity.better = BETTER_HIGHER + (int)(chance() % 5);
	standing.polarity.low = chance_number();
	standing.polarity.high = standing.polarity.better == BETTER_EXACTLY
	    ? standing.polarity.low
	    : decimal_add(standing.polarity.low, decimal_absolute(chance_number()));
	return standing;
}

static void
say(FILE *out, struct arena *arena, struct decimal number)
{
	fprintf(out, "%.*s\t",
	    TEXT_ARGS(number.valid ? decimal_text(arena, number, false) : TEXT("-")));
}

static void
say_case(FILE *out, struct arena *arena)
{
	struct standing standing = chance_standing();
	struct figure figure = { 0 };
	struct tolerance tolerance = { maybe(chance() % 2), maybe(chance() % 2) };
	enum direction direction = (int)(chance() % 4);
	bool by_polarity = chance() % 2;
	struct variance_style style = { by_polarity, TEXT("pt"), TEXT("pts") };
	const char *rule = rules[chance() % 4];
	enum status status = standing_status(&standing, text_of(rule), &tolerance, direction);

	set_variance(arena, &figure, &standing, &style);
	fprintf(out, "%d\t%d\t%d\t%s\t%d\t", standing.target.kind, standing.polarity.better,
	    by_polarity, rule, direction);
	say(out, arena, standing.target.number);
	say(out, arena, standing.target.upper);
	say(out, arena, standing.actual.number);
	say(out, arena, standing.polarity.low);
	say(out, arena, standing.polarity.high);
	say(out, arena, tolerance.percent);
	say(out, arena, tolerance.absolute);
	say(out, arena, figure.variance);
	say(out, arena, figure.variance_percent);
	fprintf(out, "%.*s\t%s\n", TEXT_ARGS(figure.variance_words), status_names[status]);
}

int
main(void)
{
	struct arena *arena = arena_new();
	FILE *python = popen("python3 tests/resolve/variance.py", "w");	/* NOLINT(cert-env33-c): the oracle is a program */

	CHECK(python != NULL);
	for (int i = 0; python && i < CASES; i++)
		say_case(python, arena);
	CHECK(python && pclose(python) == 0);
	arena_drop(arena);
	return check_status();
}
