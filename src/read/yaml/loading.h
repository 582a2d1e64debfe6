/* SPDX-License-Identifier: MIT */
/*
 * A YAML file that is being loaded. This room alone knows libyaml; its marks
 * count from 0, in code points, and from the bytes given.
 */
#ifndef READ_YAML_LOADING_H
#define READ_YAML_LOADING_H

#include <yaml.h>

#include "read/yaml.h"

struct loading {
	struct arena *arena;
	struct diag *diag;
	const char *file;
	struct text bytes;
	int first_line;
	size_t index, offset;		/* of the mark that was looked up last: characters, bytes */
	int line, column;		/* its place */
	yaml_parser_t parser;
	struct yaml *last;		/* the words that were read last; null before the first */
	struct yaml *spare;		/* a node that was made and is none: for the next */
	bool failed;			/* and reported */
};

/*
 * The offset in bytes of a mark, which counts characters; marks come in order,
 * so this counts on.
 */
size_t mark_offset(struct loading *, yaml_mark_t);
struct place mark_place(struct loading *, yaml_mark_t);
/* Reports what cannot be read, and ends the loading. */
void refuse_yaml(struct loading *, yaml_mark_t, struct text what, struct text help);
/* The same for what libyaml has stumbled over. */
void report_yaml_problem(struct loading *);
/*
 * Reports words behind a value, of a key or of none, that look like its own
 * and are a comment; source: the value as it stands in the file.
 */
void check_yaml_comment(struct loading *, struct text key, struct text source,
    const yaml_event_t *value);

#endif
