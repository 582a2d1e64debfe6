/* SPDX-License-Identifier: MIT */
/*
 * The rows of messages.def as objects, and as a table.
 */
#include "model/messages.h"

#define MESSAGE(row, grade, said, do_this, at_length) \
	const struct message message_##row = { .name = #row, .severity = SEVERITY_##grade, \
	    .text = said, .help = do_this, .explain = at_length };
#include "model/messages.def"
#undef MESSAGE

const struct message *const message_rows[] = {
#define MESSAGE(row, grade, said, do_this, at_length) &message_##row,
#include "model/messages.def"
#undef MESSAGE
	NULL
};

static bool
is_named(const struct message *message, struct text name)
{
	const char *s = message->name;

	for (size_t i = 0; i < name.length; i++, s++)
		if (*s != (name.s[i] == '-' ? '_' : name.s[i]))
			return false;
	return *s == '\0';
}

const struct message *
message_find(struct text name)
{
	for (const struct message *const *row = message_rows; *row; row++)
		if (is_named(*row, name))
			return *row;
	return NULL;
}
