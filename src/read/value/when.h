/* SPDX-License-Identifier: MIT */
/*
 * Stretches of time as they are written: one date, a range, "by" a date, or
 * open.
 */
#ifndef READ_VALUE_WHEN_H
#define READ_VALUE_WHEN_H

#include "read/value/moment.h"

/*
 * Reads a time at the scan's place, which moves behind it. NONE leaves the
 * place as it was, also for a date whose year nobody knows. explicit_only: a
 * month, season or quarter must name its year (in a value, in a label).
 */
enum time_found scan_time(const struct reading *, struct scan *, bool explicit_only,
    struct span_of_time *, struct fault *);

#endif
