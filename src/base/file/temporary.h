/* SPDX-License-Identifier: MIT */
/*
 * How a file is named until it is whole and in its place: by the process that
 * writes it and a number, ".planpress-PID-N.tmp".
 */
#ifndef BASE_FILE_TEMPORARY_H
#define BASE_FILE_TEMPORARY_H

#define TEMPORARY_BEGIN ".planpress-"
#define TEMPORARY_END ".tmp"

#endif
