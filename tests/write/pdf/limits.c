/* SPDX-License-Identifier: MIT */
/* What is beyond a limit ends the program with 3; what is just within it is written. */
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/hash.h"
#include "write/pdf/object.h"
#include "write/pdf/syntax.h"

static size_t
save(struct object_limits limits, int count)
{
	struct arena *arena = arena_new();
	struct objects *objects = objects_new(arena, "1.7", limits);
	struct text pdf;
	size_t size;

	for (int i = 0; i < count; i++)
		object_add(objects, TEXT("/A 1"));
	stream_add(objects, TEXT(""), TEXT("0123456789"), PACKING_NONE);
	pdf = objects_save(objects, 1, 2);
	size = pdf.length;
	arena_drop(arena);
	return size;
}

enum { LONG_STRING = -1, LARGE_NUMBER = -2 };

static void
put_long_string(void)
{
	struct arena *arena = arena_new();
	struct buffer out = { .arena = arena };

	put_string(&out, (struct text){ arena_alloc(arena, 32768), 32768 });
}

/* The exit status of a child that writes; 0 when it wrote. */
static int
status_of(struct object_limits limits, int count)
{
	pid_t child = fork();
	int status;

	if (child == 0) {
		if (!freopen("/dev/null", "w", stderr))
			_exit(9);
		if (count == LONG_STRING)
			put_long_string();
		else if (count == LARGE_NUMBER)
			put_pair(&(struct buffer){ .arena = arena_new() }, "Length", 1ll << 31);
		else
			save(limits, count);
		_exit(0);
	}
	waitpid(child, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 100;
}

int
main(void)
{
	size_t size = save(pdf_limits, 10);
	/* Ten objects and a stream, an object stream, the table itself. */
	int failed = status_of((struct object_limits){ 13, size, 0 }, 10) != 0;

	failed |= status_of((struct object_limits){ 12, size, 0 }, 10) != 3;
	failed |= status_of((struct object_limits){ 5, size, 0 }, 10) != 3;
	failed |= status_of((struct object_limits){ 13, size - 1, 0 }, 10) != 3;
	failed |= status_of((struct object_limits){ 13, 40, 0 }, 10) != 3;
	/* What stands before counts. */
	failed |= status_of((struct object_limits){ 13, size + 5, 5 }, 10) != 0;
	failed |= status_of((struct object_limits){ 13, size + 5, 6 }, 10) != 3;
	failed |= status_of(pdf_limits, LONG_STRING) != 3;
	failed |= status_of(pdf_limits, LARGE_NUMBER) != 3;
	failed |= pdf_limits.objects != 8388607 || pdf_limits.bytes != 9999999999;
	return failed;
}
