/* SPDX-License-Identifier: MIT */
/*
 * The command's name is the first word; each command has a file of its own.
 *
 * The exit status: 0 written; 1 input unsound; 2 wrong use; 3 the machine
 * failed. The highest stands.
 */
#include <errno.h>
#include <string.h>

#include "base/file.h"
#include "options.h"

int
main(int count, char **words)
{
	struct options options;
	int status;
	const struct command *command;

	die_sweep = file_abandon;
	command = options_read(&options, count, words, &status);
	if (command)
		status = command->run(&options);
	if (fflush(stdout) != 0 || ferror(stdout))
		die("what is printed cannot be written: %s", strerror(errno));
	return status;
}
