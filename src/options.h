/* SPDX-License-Identifier: MIT */
/*
 * The command line, read by the tables of commands and options.
 */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "base/calendar.h"
#include "base/diag.h"
#include "model/corpus.h"

struct options {
	const char *output;
	bool pdf, html;
	enum pdf_version version;	/* of the PDF; PDF_UNSAID: what the council says */
	enum audience audience;
	const char *style;		/* null: what the documents say */
	int jobs;
	bool draft;
	const char *depfile;		/* null: none is wanted */
	enum diag_format format;
	bool fatal_warnings;
	struct date today;
	bool to_xml;			/* of convert; else Markdown */
	const char *const *arguments;	/* what is no option */
	size_t argument_count;
};

typedef int command_run(const struct options *);

struct command {
	const char *name, *arguments, *sentence;
	unsigned bit;
	size_t fewest, most;		/* most 0: any number */
	command_run *run;
};

#define COMMAND(name, letter, arguments, fewest, most, sentence) command_run run_##name;
#include "commands.def"
#undef COMMAND

/*
 * The command of the command line, its options filled in; null when something
 * was wrong or help was wanted: *status is then the exit status.
 */
const struct command *options_read(struct options *, int count, char **words, int *status);

#endif
