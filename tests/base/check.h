/* SPDX-License-Identifier: MIT */
/*
 * What the programs of this folder share: a check says what failed and goes
 * on; main ends with `return check_status();`. Chance comes from a fixed seed.
 */
#ifndef TESTS_BASE_CHECK_H
#define TESTS_BASE_CHECK_H

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "base/text.h"

static int checks, failures;

static inline void
check_failed(const char *file, int line, const char *what)
{
	failures++;
	fprintf(stderr, "%s:%d: not true: %s\n", file, line, what);
}

#define CHECK(condition) \
	(checks++, (condition) ? (void)0 : check_failed(__FILE__, __LINE__, #condition))

static inline void
check_text(const char *file, int line, struct text is, const char *expected)
{
	checks++;
	if (text_is(is, expected))
		return;
	failures++;
	fprintf(stderr, "%s:%d: is       \"%.*s\"\n", file, line, TEXT_ARGS(is));
	fprintf(stderr, "%s:%d: expected \"%s\"\n", file, line, expected);
}

#define CHECK_TEXT(is, expected) check_text(__FILE__, __LINE__, (is), (expected))

/* Says how a failed check of a table or of chance came about. */
static inline void __attribute__((format(printf, 2, 3)))
check_case(bool sound, const char *format, ...)
{
	va_list words;

	checks++;
	if (sound)
		return;
	failures++;
	va_start(words, format);
	vfprintf(stderr, format, words);
	va_end(words);
	fputc('\n', stderr);
}

static inline uint64_t
chance(void)
{
	static uint64_t state = 0x2545F4914F6CDD1D;

	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return state * 0x9E3779B97F4A7C15 >> 11;
}

/* The exit status of a deed in a process of its own, and what it said on standard error. */
static inline int
status_of(void (*deed)(void), struct arena *arena, struct text *said)
{
	char *s = arena_alloc(arena, 4096);
	size_t used = 0;
	int ends[2], status = 0;
	ssize_t count;
	pid_t child;

	*said = TEXT("");
	if (pipe(ends) != 0 || (child = fork()) < 0)
		return -1;
	if (child == 0) {
		dup2(ends[1], 2);
		deed();
		_exit(0);
	}
	close(ends[1]);
	while (used < 4095 && (count = read(ends[0], s + used, 4095 - used)) > 0)
		used += (size_t)count;
	close(ends[0]);
	*said = (struct text){ s, used };
	waitpid(child, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static inline int
check_status(void)
{
	if (!checks)
		fputs("nothing was checked\n", stderr);
	if (failures)
		fprintf(stderr, "%d of %d checks failed\n", failures, checks);
	return failures || !checks;
}

#endif
