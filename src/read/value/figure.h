/* SPDX-License-Identifier: MIT */
/*
 * A value as it stands in a cell or field: an amount, a known word or a date,
 * with its qualifier, remark and stated variance.
 */
#ifndef READ_VALUE_FIGURE_H
#define READ_VALUE_FIGURE_H

#include "read/value/amount.h"

/* Words that are scanned, and the value that they are to become. */
struct wording {
	const struct reading *reading;
	struct scan scan;
	struct value *value;
	bool is_result;		/* a stated variance may stand beside it */
	bool is_figure;		/* of a measure: words without value are warned of */
};

void read_figure(struct wording *);
void read_sum(struct wording *);		/* TYPE_MONEY: pounds even without the sign */
void read_score(struct wording *);
void read_bounds(struct wording *);		/* better: between 40 and 60, exactly 12 */
void read_plain_amount(struct wording *);	/* a tolerance */
void read_stated(struct wording *);		/* a variance in a field of its own */
void read_profile(struct wording *);		/* Q1 60, Q2 130: as milestones */

/* The state of a known word at the scan's place, which moves behind it; STATE_NONE leaves it. */
enum state scan_state(const struct style *, struct scan *);

/* bad_value at the token that begins at a byte of the scan. */
void report_slip(const struct wording *, const struct slip *);
/* What a message calls the value's field: "column Actual", "Target". */
struct text value_name(struct arena *, const struct value *);

#endif
