/* SPDX-License-Identifier: MIT */
/*
 * The figures of measures by period. A measure that has figures of several
 * periods is a trend, the actual a line and the target another; what has one
 * period is a bar among others, with the target across it. Figures that are
 * words are no points: the table says them.
 */
#include "structure/pictures.h"

static struct decimal
number_of(const struct value *value)
{
	const struct decimal none = { .valid = false };

	return value && !value->unclear && value->amount.set && !value->amount.upper.valid ?
	    value->amount.number : none;
}

/* As it was written; without a variance that was typed beside it. */
static struct text
words_of(const struct builder *b, const struct value *value)
{
	const struct amount *amount = value ? &value->amount : NULL;

	if (!value || !value->stated.set)
		return value ? value->plain : TEXT("");
	return text_format(b->arena, "%s%.*s%s%s%.*s", amount->money ? "£" : "",
	    TEXT_ARGS(decimal_text(b->arena, amount->number, true)), amount->percent ? "%" : "",
	    amount->unit.length > 0 ? " " : "", TEXT_ARGS(amount->unit));
}

static bool
has_number(const struct figure *figure)
{
	return number_of(figure->actual).valid || number_of(figure->target).valid;
}

static size_t
count_numbers(const struct record *measure)
{
	size_t count = 0;

	for (size_t i = 0; i < measure->figures.count; i++)
		count += has_number(&measure->figures.at[i]);
	return count;
}

static struct text
name_of(const struct builder *b, const struct record *measure)
{
	struct text ref = ref_of(measure);

	return ref.length == 0 ? measure->title :
	    text_format(b->arena, "%.*s %.*s", TEXT_ARGS(ref), TEXT_ARGS(measure->title));
}

/* The words for a period that stands in no label: those of a section, or of the document. */
static struct text
period_of_section(const struct document *document, const struct span_of_time *period)
{
	for (const struct section *s = section_next(document, NULL); s;
	    s = section_next(document, s))
		if (s->period_words.length > 0 && span_of_time_equal(&s->period, period))
			return s->period_words;
	return document->period.set && span_of_time_equal(&document->period, period) ?
	    document_words(document, "period") : TEXT("");
}

struct text
period_in_words(const struct builder *b, const struct record *measure, const struct figure *figure)
{
	const struct value *given = figure->actual ? figure->actual : figure->target;
	struct text words = given ? given->period_words : TEXT("");

	if (words.length == 0 && figure->period.set)
		words = period_of_section(measure->document, &figure->period);
	if (words.length == 0 && date_is_set(figure->period.first) &&
	    date_is_set(figure->period.last))
		words = phrase_with(b, "from-to", date_words(b->arena, figure->period.first),
		    date_words(b->arena, figure->period.last));
	return words;
}

/* ---- a trend ---- */

/* Counts that hold those before them start again with each financial year. */
static bool
begins_again(const struct builder *b, const struct record *measure, const struct figure *figure,
    const struct figure *before)
{
	struct date starts = b->corpus->council.year_starts;
	struct text counts = text_fold(b->arena, record_words(measure, ROLE_counts));

	return before && text_find(counts, TEXT("cumulative"), 0) < counts.length &&
	    figure->period.set &&
	    before->period.set && date_is_set(figure->period.last) &&
	    date_is_set(before->period.last) &&
	    financial_year_start(figure->period.last,
	    starts).year != financial_year_start(before->period.last, starts).year;
}

static void
say_point(struct builder *b, struct picture *picture, const struct trend_point *point)
{
	const char *words = point->actual.valid && point->target.valid ? "trend-both" :
	    point->actual.valid ? "trend-actual-alone" :
	    point->target.valid ? "trend-target-alone" : "trend-none";

	add_sentence(b, picture, SAY(b, words, { "{period}", point->period },
	    { "{n}", point->actual_words },
	    { "{m}", point->target_words }));
}

static void
add_point(struct builder *b, struct picture *picture, const struct record *measure,
    const struct figure *figure, bool begins)
{
	struct trend_point *point = array_push(b->arena, &picture->trend.points);
	const struct value *given = number_of(figure->actual).valid ? figure->actual :
	    figure->target;

	*point = (struct trend_point){
		.period = period_in_words(b, measure, figure),
		.actual = number_of(figure->actual),
		.target = number_of(figure->target),
		.actual_words = words_of(b, figure->actual),
		.target_words = words_of(b, figure->target),
		.begins = begins,
	};
	if (given && given->amount.money)
		picture->trend.before = TEXT("£");
	if (given && given->amount.percent)
		picture->trend.after = TEXT("%");
	if (point->actual.valid)
		picture->trend.actual_name = phrase_with(b, "trend-actual", point->actual_words,
		    TEXT(""));
	if (point->target.valid)
		picture->trend.target_name = phrase_with(b, "trend-target", point->target_words,
		    TEXT(""));
	say_point(b, picture, point);
}

static void
build_trend(struct builder *b, struct node *parent, const struct section *section,
    const struct record *measure)
{
	struct picture picture = { .kind = PICTURE_TREND };
	const struct figure *before = NULL;
	size_t end = measure->figures.count;

	while (end > 0 && !has_number(&measure->figures.at[end - 1]))
		end--;
	/* From the first figure to the last: a period between them that has none leaves a gap. */
	for (size_t i = 0; i < end; i++) {
		const struct figure *figure = &measure->figures.at[i];

		if (!before && !has_number(figure))
			continue;
		add_point(b, &picture, measure, figure, begins_again(b, measure, figure, before));
		before = figure;
	}
	build_picture(b, parent, &(struct picture_words){ .section = section, .caption = "figures",
	    .title = b->caption ? TEXT("") : name_of(b, measure) }, &picture);
}

/* ---- bars ---- */

static void
add_bar(struct builder *b, struct picture *picture, const struct record *measure,
    const struct figure *figure)
{
	struct bullet bar = { .words = name_of(b, measure), .actual = number_of(figure->actual),
	    .target = number_of(figure->target) };
	const char *words = bar.actual.valid && bar.target.valid ? "bars-words" :
	    bar.actual.valid ? "bars-words-actual" : "bars-words-target";

	bar.said = phrase_with(b, words, words_of(b, figure->actual), words_of(b, figure->target));
	*array_push(b->arena, &picture->bullets.bars) = bar;
	add_sentence(b, picture, SAY(b, "bars-says", { "{name}", bar.words },
	    { "{period}", period_in_words(b, measure, figure) },
	    { "{words}", bar.said }));
}

static void
build_bars(struct builder *b, struct node *parent, const struct section *section,
    const struct record_run *measures)
{
	struct picture picture = { .kind = PICTURE_BULLETS };

	for (size_t i = 0; i < measures->count; i++) {
		const struct record *measure = measures->at[i];

		for (size_t k = 0; count_numbers(measure) == 1 && k < measure->figures.count; k++)
			if (has_number(&measure->figures.at[k]))
				add_bar(b, &picture, measure, &measure->figures.at[k]);
	}
	if (picture.bullets.bars.count == 0)
		return;
	picture.bullets.actual_name = phrase(b, "actual");
	picture.bullets.target_name = phrase(b, "target");
	build_picture(b, parent, &(struct picture_words){ .section = section, .caption = "bars" },
	    &picture);
}

void
build_figures_pictures(struct builder *b, struct node *parent, const struct section *section,
    const struct record_run *measures)
{
	for (size_t i = 0; i < measures->count; i++)
		if (count_numbers(measures->at[i]) > 1) {
			note_pictured(b, measures->at[i]);
			build_trend(b, parent, section, measures->at[i]);
		}
	build_bars(b, parent, section, measures);
}
