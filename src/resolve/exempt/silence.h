/* SPDX-License-Identifier: MIT */
/*
 * What was reported about exempt matter before anybody knew that it is hidden.
 */
#ifndef RESOLVE_EXEMPT_SILENCE_H
#define RESOLVE_EXEMPT_SILENCE_H

#include "resolve/pass.h"

/* Takes back the reports that stand at places of exempt matter, but for those of its marks. */
void silence_exempt(struct resolution *);

#endif
