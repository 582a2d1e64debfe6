/* SPDX-License-Identifier: MIT */
/*
 * What all calls of POSIX that may wait have in common.
 */
#ifndef BASE_FILE_CALL_H
#define BASE_FILE_CALL_H

#include <errno.h>
#include <stdbool.h>
#include <sys/types.h>

/* Whether a call is to be made again, as a signal came first. */
static inline bool
interrupted(ssize_t result)
{
	return result < 0 && errno == EINTR;
}

#endif
