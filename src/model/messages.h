/* SPDX-License-Identifier: MIT */
/*
 * Everything that planpress says to an author: one row a message, in
 * messages.def, as message_NAME for report().
 */
#ifndef MODEL_MESSAGES_H
#define MODEL_MESSAGES_H

#include "base/diag.h"

#define MESSAGE(name, severity, text, help, explain) extern const struct message message_##name;
#include "model/messages.def"
#undef MESSAGE

extern const struct message *const message_rows[];	/* sorted as in the table, then null */
const struct message *message_find(struct text name);	/* with hyphens; null when there is none */

#endif
