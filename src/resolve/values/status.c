/* SPDX-License-Identifier: MIT */
/*
 * Status: what a house calls ahead, on, near and off target.
 *
 * A rule is a row: how a result counts that is as good as its target or better,
 * and how one that falls short. All is compared exactly, on unrounded numbers.
 */
#include "resolve/values/variance.h"

/* All that a rule may look at; merit is not below zero, or short by that much. */
struct question {
	const struct standing *standing;
	const struct tolerance *tolerance;
	struct decimal merit;
	enum direction direction;
};

/*
 * Compares how far a result stands from its target with percent of the target:
 * below, at or above zero.
 */
static int
compare_percent(const struct question *question, struct decimal percent)
{
	struct decimal target = decimal_absolute(standing_target(question->standing));
	struct decimal gap = decimal_absolute(question->merit);

	if (decimal_is_zero(target))
		return decimal_compare(gap, target);
	return decimal_compare_ratios(gap, target, percent, decimal_of(100, 0));
}

static bool
is_within(const struct question *question)
{
	const struct tolerance *tolerance = question->tolerance;

	if (tolerance->absolute.valid)
		return decimal_compare(decimal_absolute(question->merit), tolerance->absolute) <= 0;
	if (tolerance->percent.valid)
		return compare_percent(question, tolerance->percent) <= 0;
	return decimal_is_zero(question->merit);
}

/* ---- the rules ---- */

static enum status
within_or_ahead(const struct question *question)
{
	return is_within(question) ? STATUS_ON : STATUS_AHEAD;
}

static enum status
on_target(const struct question *question)
{
	(void)question;
	return STATUS_ON;
}

/* Short within the tolerance is near. */
static enum status
short_by_tolerance(const struct question *question)
{
	return is_within(question) ? STATUS_NEAR : STATUS_OFF;
}

/* The tolerance is a floor: what keeps to it is near. */
static enum status
short_by_floor(const struct question *question)
{
	struct standing floor = *question->standing;

	if (!question->tolerance->absolute.valid)
		return STATUS_OFF;
	floor.target.number = question->tolerance->absolute;
	return standing_merit(&floor).units >= 0 ? STATUS_NEAR : STATUS_OFF;
}

/* Short within the tolerance is still on target; beyond it, what does not get worse is near. */
static enum status
short_by_direction(const struct question *question)
{
	bool keeps_up = question->direction == DIRECTION_BETTER ||
	    question->direction == DIRECTION_SAME;

	if (is_within(question))
		return STATUS_ON;
	return keeps_up ? STATUS_NEAR : STATUS_OFF;
}

/* Off at so many parts of a hundred or at so much, whichever is the lower. */
static enum status
short_by_money(const struct question *question)
{
	const struct tolerance *tolerance = question->tolerance;
	struct decimal gap = decimal_absolute(question->merit);

	if (tolerance->absolute.valid && decimal_compare(gap, tolerance->absolute) >= 0)
		return STATUS_OFF;
	if (tolerance->percent.valid && compare_percent(question, tolerance->percent) >= 0)
		return STATUS_OFF;
	return STATUS_NEAR;
}

struct rule {
	const char *name;
	enum status (*met)(const struct question *);
	enum status (*missed)(const struct question *);
};

static const struct rule rules[] = {
	{ .name = "tolerance", .met = within_or_ahead, .missed = short_by_tolerance },
	{ .name = "floor", .met = on_target, .missed = short_by_floor },
	{ .name = "direction", .met = within_or_ahead, .missed = short_by_direction },
	{ .name = "money", .met = on_target, .missed = short_by_money },
};

static const struct rule *
find_rule(struct text name)
{
	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
		if (name_equal(name, text_of(rules[i].name)))
			return &rules[i];
	return NULL;
}

bool
is_status_rule(struct text rule)
{
	return find_rule(rule) != NULL;
}

enum status
standing_status(const struct standing *standing, struct text name,
    const struct tolerance *tolerance,
    enum direction direction)
{
	struct question question = { standing, tolerance, standing_merit(standing), direction };
	const struct rule *rule = find_rule(name);

	if (!rule || !question.merit.valid)
		return STATUS_NONE;
	return question.merit.units >= 0 ? rule->met(&question) : rule->missed(&question);
}
