/* SPDX-License-Identifier: MIT */
/*
 * Lengths on paper are integers, 1/1000 of a point, so that a page is the
 * same on every machine. A variable in any other unit says so in its name.
 */
#ifndef MODEL_LENGTH_H
#define MODEL_LENGTH_H

#include <stdint.h>

typedef int32_t length;
#define POINTS(n) ((length)((n) * 1000))
#define LENGTH_MAX INT32_MAX

#endif
