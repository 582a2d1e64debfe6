/* SPDX-License-Identifier: MIT */
/*
 * Every allocation fails in turn, once by itself and once with all that follow:
 * then the file is the same to the byte, or the program ends with 3 and says why.
 */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sample.h"
#include "write/pdf/pdf.h"

#if !defined(__SANITIZE_ADDRESS__)

void *__libc_malloc(size_t);
void *__libc_calloc(size_t, size_t);
void *__libc_realloc(void *, size_t);

static long count = -1, failing = -1;	/* count below 0: nothing is counted */
static bool fails_on;

static bool
fails(void)
{
	if (count < 0)
		return false;
	count++;
	if (failing < 0 || count < failing || (count > failing && !fails_on))
		return false;
	errno = ENOMEM;
	return true;
}

void *
malloc(size_t size)
{
	return fails() ? NULL : __libc_malloc(size);
}

void *
calloc(size_t number, size_t size)
{
	return fails() ? NULL : __libc_calloc(number, size);
}

void *
realloc(void *block, size_t size)
{
	return fails() ? NULL : __libc_realloc(block, size);
}

/*
 * What comes of a run whose allocation at a place fails: 0 the same bytes, 3
 * refused, else a fault.
 */
static int
run(const struct edition *edition, struct text good)
{
	pid_t child = fork();
	int status;

	if (child == 0) {
		struct arena *arena = arena_new();
		struct text pdf;

		if (!freopen("/dev/null", "w", stderr))
			_exit(9);
		count = 0;
		pdf = pdf_of_edition(arena, edition);
		count = -1;
		_exit(text_equal(pdf, good) ? 0 : 8);
	}
	waitpid(child, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 100 + WTERMSIG(status);
}

int
main(int argument_count, char **arguments)
{
	struct arena *arena = arena_new();
	struct paper paper = paper_new(arena);
	struct edition edition = sample_edition(&paper, NULL, 0, 60);
	struct text good;
	int refused = 0, faults = 0;
	long all;

	count = 0;
	good = pdf_of_edition(arena, &edition);
	all = count;
	count = -1;
	for (long at = 1; at <= all; at += argument_count > 1 ? 1 : 1 + all / 400)
		for (int on = 0; on < 2; on++) {
			int status;

			failing = at;
			fails_on = on;
			status = run(&edition, good);
			refused += status == 3;
			faults += status != 0 && status != 3;
			if (status != 0 && status != 3)
				printf("allocation %ld of %ld%s: %d\n", at, all,
				    on ? " and on" : "", status);
		}
	if (argument_count > 1)
		printf("%s: %ld allocations, %d refused, %d faults\n", arguments[0], all, refused,
		    faults);
	paper_close(&paper);
	arena_drop(arena);
	return faults > 0 || refused == 0;
}

#else

/* The sanitizer has malloc for itself. */
int
main(void)
{
	return 0;
}

#endif
