/* SPDX-License-Identifier: MIT */
/*
 * What values come to: dates, scores, totals, and the figures of measures.
 */
#ifndef RESOLVE_VALUES_VALUES_H
#define RESOLVE_VALUES_VALUES_H

#include "resolve/pass.h"

void check_dates(struct resolution *);
void check_scores(struct resolution *);
void check_risk_keys(struct resolution *);
void check_totals(struct resolution *);
void check_figures(struct resolution *);

/* After the removal: the scores of risks; the figures of measures and of their rows. */
void derive_scores(struct resolution *);
void derive_figures(struct resolution *);

#endif
