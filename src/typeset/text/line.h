/* SPDX-License-Identifier: MIT */
/*
 * Which units stand on which line; private to the room.
 */
#ifndef TYPESET_TEXT_LINE_H
#define TYPESET_TEXT_LINE_H

#include "typeset/text/para.h"

/* The width that a line has which begins with that unit. */
length line_room(const struct measure *, size_t first);
/* The hyphen that a line ends with when it is cut after that unit; null: none. */
const struct letters *line_hyphen(const struct para *, size_t unit);
length line_hyphen_width(const struct para *, size_t unit);
/* Where each unit stands when all are in one line; after a change of units or sizes. */
void place_units(struct para *);
/* The units after which lines end, into ends (room for as many as units); how many lines. */
size_t choose_lines(struct typesetter *, const struct para *, const struct measure *,
    uint32_t *ends);
/* Cuts what is wider than its line between characters, and reports it. */
void cut_too_wide(struct typesetter *, struct para *, const struct measure *);

#endif
