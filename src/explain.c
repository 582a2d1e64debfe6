/* SPDX-License-Identifier: MIT */
/*
 * planpress explain: what a message means, at length.
 */
#include <stdio.h>

#include "model/messages.h"
#include "options.h"

static const char *const grades[] = {
	[SEVERITY_NOTE] = "note", [SEVERITY_WARNING] = "warning", [SEVERITY_ERROR] = "error",
};

int
run_explain(const struct options *options)
{
	const struct message *message = message_find(text_of(options->arguments[0]));

	if (!message) {
		fprintf(stderr, "planpress: there is no message \"%s\"\n", options->arguments[0]);
		return 2;
	}
	printf("%s: %s\n", grades[message->severity], message->text);
	if (message->help[0])
		printf("help: %s\n", message->help);
	if (message->explain[0])
		printf("\n%s\n", message->explain);
	return 0;
}
