/* SPDX-License-Identifier: MIT */
/*
 * planpress explain: what a message means, at length.
 */
#include <stdio.h>
#include <string.h>

#include "base/near.h"
#include "model/messages.h"
#include "options.h"

/* Words of the table; an ellipsis stands for each {1} that a report would fill. */
static void
print_words(const char *before, const char *words)
{
	fputs(before, stdout);
	for (const char *c = words; *c; c++)
		if (c[0] == '{' && c[1] >= '1' && c[1] <= '4' && c[2] == '}') {
			fputs("…", stdout);
			c += 2;
		} else {
			putchar(*c);
		}
}

static void
explain(const struct message *message, const char *name)
{
	fputs(severity_name(message->severity), stdout);
	if (strcmp(message->text, "{1}") != 0)
		print_words(": ", message->text);
	printf(" [%s]\n", name);
	if (message->help[0] && message->help[0] != '{') {
		print_words("help: ", message->help);
		putchar('\n');
	}
	if (message->explain[0])
		printf("\n%s\n", message->explain);
}

static struct text
nearest_name(struct arena *arena, const char *typed)
{
	struct near near = near_begin(arena, text_of(typed));

	for (const struct message *const *row = message_rows; *row; row++)
		near_try(&near, message_name(arena, *row));
	return near_help(&near, "the name is what stands in brackets at the end of a message");
}

int
run_explain(const struct options *options)
{
	struct arena *arena = arena_new();
	const char *name = options->arguments[0];
	const struct message *message = message_find(text_of(name));

	if (message)
		explain(message, name);
	else
		fprintf(stderr, "planpress: there is no message \"%s\"\nhelp: %.*s\n", name,
		    TEXT_ARGS(nearest_name(arena, name)));
	arena_drop(arena);
	return message ? 0 : 2;
}
