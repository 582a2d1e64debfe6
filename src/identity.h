/* SPDX-License-Identifier: MIT */
/*
 * Which program this is, and with which libraries it runs: another one may
 * write other bytes, so it is part of every key.
 */
#ifndef IDENTITY_H
#define IDENTITY_H

#include "base/text.h"

/* A sum over the build ids of the program and of all libraries that it is linked with. */
struct text program_identity(struct arena *);

#endif
