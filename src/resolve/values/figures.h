/* SPDX-License-Identifier: MIT */
/*
 * The figures of one measure, gathered from its form and from all rows that
 * belong to it, and what comes of them.
 */
#ifndef RESOLVE_VALUES_FIGURES_H
#define RESOLVE_VALUES_FIGURES_H

#include "resolve/values/variance.h"

/* The figures of one period, with what the figure of the model does not keep. */
struct entry {
	struct figure figure;
	const struct value *numerator, *denominator;
	const struct value *stated_variance, *stated_status;
	struct quantity target, actual;		/* none where there is no amount */
	bool disagrees;				/* the units differ */
};
ARRAY(struct entry, entry_list);

struct measure {
	struct resolution *resolution;
	struct arena *scratch;			/* of what is needed until it is taken */
	struct record *record;
	const struct records_of *rows;		/* that joined it; null when there are none */
	const struct value *unit, *better, *counts, *tolerance, *rule, *profile, *baseline;
	/* as the measure says it; unknown when it does not */
	struct polarity polarity;
	struct entry_list entries;		/* by period, the earliest first */
	struct map periods;			/* a period to the number of its entry, from 1 */
};

/*
 * How figures of several periods make one: over the year they are added up,
 * cumulative ones have been.
 */
enum counts { COUNTS_UNKNOWN, COUNTS_OVER_YEAR, COUNTS_CUMULATIVE, COUNTS_AT_DATE, COUNTS_AVERAGE,
    COUNTS_RATIO, COUNTS_ROLLING, COUNTS_HIGHEST };
enum counts measure_counts(const struct measure *);

/*
 * Gathers what is given of each measure, completes and judges it, and lends it
 * to take; reports values that are given twice and differ when it is told to.
 */
void judge_measures(struct resolution *, bool reports, void (*take)(struct measure *));
/* The quantities, the variance, the direction and the status of each entry. */
void judge_measure(struct measure *);
/* Adds what several periods come to, where a year's own figure is not given. */
void complete_years(struct measure *);

/* A value that the program works out: like another, with other words and another number. */
const struct value *make_value(struct arena *, const struct value *like, struct amount,
    struct text words);
/* "2025/26", "Q1 2025/26", "March 2026". */
struct text period_words(struct arena *, const struct council *, const struct span_of_time *);

#endif
