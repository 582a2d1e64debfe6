/* SPDX-License-Identifier: MIT */
/*
 * What the figures of a measure come to: variance, direction, status, or the
 * reason why there is no status.
 *
 * Nothing here looks at the day of the run: whether a result is due is told
 * by the document's own period, so that the same source gives the same bytes.
 */
#include "resolve/values/figures.h"

/* ---- made values ---- */

const struct value *
make_value(struct arena *arena, const struct value *like, struct amount amount, struct text words)
{
	struct value *value = ARENA_NEW(arena, struct value);
	struct block **end = &value->content;
	struct span **spans;

	value->field = like->field;
	value->at = like->at;
	value->label_at = like->label_at;
	value->plain = words;
	value->amount = amount;
	block_add(arena, &end, BLOCK_PARAGRAPH, like->at);
	spans = &value->content->spans;
	span_add(arena, &spans, SPAN_TEXT, like->at)->words = words;
	return value;
}

/* ---- targets ---- */

enum counts
measure_counts(const struct measure *measure)
{
	static const struct { const char *begins; enum counts counts; } rows[] = {
		{ "over the year", COUNTS_OVER_YEAR }, { "cumulative", COUNTS_CUMULATIVE },
		{ "at the date", COUNTS_AT_DATE }, { "average", COUNTS_AVERAGE },
		    { "ratio", COUNTS_RATIO },
		{ "rolling", COUNTS_ROLLING }, { "highest", COUNTS_HIGHEST },
	};
	struct text words = text_fold(measure->scratch, measure->counts ?
	    measure->counts->plain : TEXT(""));

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (text_begins(words, rows[i].begins))
			return rows[i].counts;
	return COUNTS_UNKNOWN;
}

static bool
is_part_of_year(const struct span_of_time *period)
{
	return period->set && (period->exactness == EXACT_QUARTER ||
	    period->exactness == EXACT_MONTH);
}

/*
 * What the profile says of a part of the year, or null; *before: what it says
 * of the part before.
 */
static const struct milestone *
find_profile(const struct measure *measure, const struct span_of_time *period,
    const struct milestone **before)
{
	const struct value *profile = measure->profile;

	*before = NULL;
	for (size_t i = 0; profile && i < profile->milestones.count; i++) {
		if (span_of_time_equal(&profile->milestones.at[i].when, period))
			return &profile->milestones.at[i];
		*before = &profile->milestones.at[i];
	}
	return NULL;
}

/*
 * A profile grows through the year; where each part counts for itself, its
 * target is what is added in it.
 */
static const struct value *
profile_target(const struct measure *measure, const struct span_of_time *period)
{
	struct arena *arena = measure->resolution->arena;
	const struct milestone *before, *milestone = find_profile(measure, period, &before);
	struct amount amount;
	struct text digits;

	if (!milestone)
		return NULL;
	amount = milestone->amount;
	if (measure_counts(measure) == COUNTS_OVER_YEAR && before)
		amount.number = decimal_subtract(amount.number, before->amount.number);
	digits = decimal_text(arena, amount.number, true);
	return make_value(arena, measure->profile, amount, text_format(arena, "%s%.*s%s",
	    amount.money ? "£" : "",
	    TEXT_ARGS(digits), amount.percent ? "%" : ""));
}

/*
 * A part of a year is held against the year's target only where its figure is
 * of the same kind as the year's: a state, a share, an average; never where
 * figures add up.
 */
static const struct value *
year_target(const struct measure *measure, const struct span_of_time *period)
{
	enum counts counts = measure_counts(measure);

	if (counts == COUNTS_OVER_YEAR || counts == COUNTS_CUMULATIVE || counts == COUNTS_HIGHEST ||
	    counts == COUNTS_UNKNOWN)
		return NULL;
	for (size_t i = 0; i < measure->entries.count; i++) {
		const struct figure *year = &measure->entries.at[i].figure;

		if (year->target && year->period.set && year->period.exactness == EXACT_YEAR &&
		    date_compare(year->period.first, period->first) <= 0 &&
		    date_compare(year->period.last, period->last) >= 0)
			return year->target;
	}
	return NULL;
}

static void
find_target(const struct measure *measure, struct figure *figure)
{
	if (figure->target || !is_part_of_year(&figure->period))
		return;
	figure->target = profile_target(measure, &figure->period);
	if (!figure->target)
		figure->target = year_target(measure, &figure->period);
}

/* ---- quantities ---- */

static void
find_quantities(const struct measure *measure, struct entry *entry)
{
	struct arena *arena = measure->scratch;
	struct text unit = measure->unit ? measure->unit->plain : TEXT("");
	struct quantity baseline = quantity_of(arena, measure->baseline, unit, NULL);

	entry->target = quantity_of(arena, entry->figure.target, unit, &baseline);
	entry->actual = quantity_of(arena, entry->figure.actual, unit, &baseline);
	entry->disagrees = entry->target.kind != QUANTITY_NONE &&
	    entry->actual.kind != QUANTITY_NONE &&
	    !quantities_agree(&entry->target, &entry->actual);
}

static struct standing
standing_of(const struct measure *measure, const struct entry *entry)
{
	struct standing standing = { entry->target, entry->actual, measure->polarity };

	if (!measure->better)
		standing.polarity = polarity_default(entry->figure.target,
		    entry->target.kind != QUANTITY_NONE ? &entry->target : &entry->actual);
	return standing;
}

/* ---- direction ---- */

/*
 * True when a period can be compared with a later one: the one before, or for
 * counts through the year the same a year before.
 */
static bool
is_comparable(const struct measure *measure, const struct span_of_time *then,
    const struct span_of_time *now)
{
	if (!then->set || !now->set || then->exactness != now->exactness)
		return false;
	if (!is_part_of_year(now) || (measure_counts(measure) != COUNTS_OVER_YEAR &&
	    measure_counts(measure) != COUNTS_CUMULATIVE))
		return true;
	return date_compare(date_add_months(then->first, 12), now->first) == 0;
}

/* Whether a result is better than the one before it or, where there is none, the baseline. */
static enum direction
direction_of(const struct measure *measure, size_t index, const struct standing *standing)
{
	const struct entry *entry = &measure->entries.at[index];
	struct standing now = *standing;
	struct text unit = measure->unit ? measure->unit->plain : TEXT("");
	struct quantity before = quantity_of(measure->scratch, measure->baseline, unit, NULL);

	for (size_t i = index; i-- > 0;) {
		const struct entry *earlier = &measure->entries.at[i];

		if (earlier->actual.kind != QUANTITY_NONE &&
		    is_comparable(measure, &earlier->figure.period, &entry->figure.period)) {
			before = earlier->actual;
			break;
		}
	}
	if (now.actual.kind == QUANTITY_NONE || before.kind == QUANTITY_NONE ||
	    !quantities_agree(&before, &now.actual))
		return DIRECTION_NONE;
	return standing_direction(&now, &before);
}

/* ---- status ---- */

static struct text
rule_of(const struct measure *measure)
{
	const struct corpus *corpus = measure->resolution->corpus;
	const struct style *style = measure->record->document->style;

	if (measure->rule && is_status_rule(measure->rule->plain))
		return measure->rule->plain;
	if (corpus->council.status_rule.length > 0)
		return corpus->council.status_rule;
	return style && style->status.rule.length > 0 ? style->status.rule : TEXT("tolerance");
}

/* The house's tolerance, where the measure has none of its own. */
static struct tolerance
tolerance_of_house(const struct style *style, struct text rule, const struct quantity *target)
{
	struct tolerance tolerance = { .percent = style->status.near_percent };

	if (name_equal(rule, TEXT("money")))
		tolerance.absolute = style->status.near_money;
	else if (target->kind == QUANTITY_PERCENT)
		tolerance.absolute = style->status.near_points;
	return tolerance;
}

/*
 * A floor is a level, whatever its unit. Percentages differ in points, so a
 * tolerance of 5% of a percentage is 5 points.
 */
static struct tolerance
tolerance_for(const struct measure *measure, struct text rule, const struct quantity *target)
{
	struct tolerance tolerance = tolerance_of(measure->tolerance);
	const struct style *style = measure->record->document->style;
	bool is_said = tolerance.percent.valid || tolerance.absolute.valid;

	if (name_equal(rule, TEXT("floor")) && is_said)
		return (struct tolerance){ .absolute = measure->tolerance->amount.number };
	if (!is_said && style)
		tolerance = tolerance_of_house(style, rule, target);
	if (target->kind == QUANTITY_PERCENT && !tolerance.absolute.valid)
		tolerance.absolute = tolerance.percent;
	return tolerance;
}

/*
 * What a figure without an actual says: later than the document's own period
 * begins, it is not due.
 */
static enum state
reason_of_absence(const struct measure *measure, const struct figure *figure)
{
	const struct span_of_time *own = &measure->record->document->period;

	if (own->set && figure->period.set && date_compare(figure->period.last, own->first) >= 0)
		return STATE_NOT_DUE;
	return STATE_NOT_YET_AVAILABLE;
}

static enum state
reason_of_none(const struct measure *measure, const struct entry *entry,
    const struct standing *standing)
{
	const struct value *target = entry->figure.target, *actual = entry->figure.actual;

	if (!actual || (!actual->amount.set && actual->state == STATE_NONE && actual->stated.set))
		return reason_of_absence(measure, &entry->figure);
	if (actual->state != STATE_NONE && actual->state != STATE_ZERO)
		return actual->state;
	if (standing->polarity.better == BETTER_NEITHER)
		return STATE_DATA_ONLY;
	if (!target)
		return STATE_NO_TARGET;
	if (target->state != STATE_NONE && target->state != STATE_ZERO &&
	    target->state != STATE_AT_RHYTHM)
		return target->state;
	return STATE_NOT_COMPARABLE;
}

static enum status
status_of(const struct measure *measure, const struct entry *entry, const struct standing *standing)
{
	const struct value *actual = entry->figure.actual;
	struct text rule = rule_of(measure);
	struct tolerance tolerance;

	if (actual && actual->state == STATE_MET)
		return STATUS_ON;
	if (actual && actual->state == STATE_NOT_MET)
		return STATUS_OFF;
	if (entry->disagrees || entry->target.kind == QUANTITY_NONE ||
	    entry->actual.kind == QUANTITY_NONE)
		return STATUS_NONE;
	tolerance = tolerance_for(measure, rule, &entry->target);
	return standing_status(standing, rule, &tolerance, entry->figure.direction);
}

/* ---- forecasts ---- */

/* A forecast is of the year: of a quarter's, the year's own target is what it is held against. */
static const struct value *
forecast_target(const struct measure *measure, const struct figure *figure)
{
	for (size_t i = 0; i < measure->entries.count && is_part_of_year(&figure->period); i++) {
		const struct figure *year = &measure->entries.at[i].figure;

		if (year->target && year->period.set && year->period.exactness == EXACT_YEAR &&
		    date_compare(year->period.first, figure->period.first) <= 0 &&
		    date_compare(year->period.last, figure->period.last) >= 0)
			return year->target;
	}
	return is_part_of_year(&figure->period) ? NULL : figure->target;
}

/* The status that the forecast would have, were it the result. */
static void
judge_forecast(const struct measure *measure, size_t index)
{
	struct figure *figure = &measure->entries.at[index].figure;
	struct entry expected = { .figure = *figure };
	const struct style *style = measure->record->document->style;
	struct standing standing;

	if (!figure->forecast)
		return;
	expected.figure.target = forecast_target(measure, figure);
	expected.figure.actual = figure->forecast;
	find_quantities(measure, &expected);
	standing = standing_of(measure, &expected);
	expected.figure.direction = direction_of(measure, index, &standing);
	figure->forecast_status = status_of(measure, &expected, &standing);
	if (style && figure->forecast_status != STATUS_NONE)
		figure->forecast_words = style->status.words[figure->forecast_status];
}

static void
judge_entry(const struct measure *measure, size_t index)
{
	struct entry *entry = &measure->entries.at[index];
	struct standing standing = standing_of(measure, entry);
	const struct style *style = measure->record->document->style;
	struct figure *figure = &entry->figure;

	figure->direction = direction_of(measure, index, &standing);
	if (!entry->disagrees && entry->target.kind != QUANTITY_NONE &&
	    entry->actual.kind != QUANTITY_NONE)
		set_variance(measure->resolution->arena, figure, &standing,
		    style ? &style->variance : NULL);
	figure->status = status_of(measure, entry, &standing);
	if (figure->status == STATUS_NONE)
		figure->reason = reason_of_none(measure, entry, &standing);
	if (style)
		figure->status_words = figure->status != STATUS_NONE ?
		    style->status.words[figure->status] :
		    style->status.state_words[figure->reason];
}

void
judge_measure(struct measure *measure)
{
	for (size_t i = 0; i < measure->entries.count; i++) {
		find_target(measure, &measure->entries.at[i].figure);
		find_quantities(measure, &measure->entries.at[i]);
	}
	for (size_t i = 0; i < measure->entries.count; i++) {
		judge_entry(measure, i);
		judge_forecast(measure, i);
	}
}
