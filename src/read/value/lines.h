/* SPDX-License-Identifier: MIT */
/*
 * Fields of several lines.
 */
#ifndef READ_VALUE_LINES_H
#define READ_VALUE_LINES_H

#include "read/value/scan.h"

void read_milestones(const struct reading *, struct value *);
void read_treatments(const struct reading *, struct value *);

#endif
