/* SPDX-License-Identifier: MIT */
/*
 * What the author, or the machine, has to be told.
 *
 * Messages are rows (model/messages.def); a report is a row, a place and the
 * words that fill it. Reports are collected in any order, also from several
 * workers, and printed once, sorted by file, line, column and name.
 */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include <stdio.h>

#include "base/array.h"
#include "base/text.h"

struct place { const char *file; int line, column; };	/* from 1; columns count code points; line 0: the file as a whole */

enum severity { SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR };

/* {1} to {4} in text and help stand for the words of a report. */
struct message { const char *name; enum severity severity; const char *text, *help, *explain; };

struct report {
	struct place at;
	const struct message *message;
	enum severity severity;		/* the message's, unless raised */
	struct text words[4];
	struct place also;		/* where the other half of it is; no file when there is none */
	const void *about;		/* the document, for those who ask which are unsound */
};
ARRAY(struct report, reports);

struct diag {
	struct arena *arena;		/* of the reports and copies of their words */
	struct reports reports;
	bool fatal_warnings;
	bool failed;			/* the machine failed: exit status 3 */
	const void *about;		/* what the reports to come are about */
};

/*
 * Reports message at a place. The words are copied. report() takes the name
 * of a row and up to four texts: report(diag, at, unknown_link, name, near).
 */
struct report *diag_report(struct diag *, struct place, const struct message *, const struct text words[4]);
#define report(diag, at, name, ...) \
	diag_report((diag), (at), &message_##name, (const struct text[4]){ __VA_ARGS__ })
/* The second place of the report just made ("the first is at 47:3"). */
void report_also(struct report *, struct place);

/* True when an error (or a fatal warning) was reported about this. */
bool diag_unsound(const struct diag *, const void *about);
/* The exit status that the reports ask for: 0, 1 or 3. */
int diag_status(const struct diag *);
void diag_sort(struct diag *);

/* The printed text of a report and of its help; the help may be empty. */
struct text report_text(struct arena *, const struct report *);
struct text report_help(struct arena *, const struct report *);

enum diag_format { DIAG_TEXT, DIAG_JSON, DIAG_SARIF };
/* Sorts and prints all reports; text shows the source line with a caret. */
void diag_print(struct diag *, FILE *, enum diag_format);

/* Messages as bytes through a pipe, from a worker to the roof. */
void diag_pack(const struct diag *, struct text *out);
bool diag_unpack(struct diag *, struct text in);

/* The machine's fault: prints "planpress: reason" and ends the process with 3. */
_Noreturn void die(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* Called by die before the process ends (to sweep temporary files); may be null. */
extern void (*die_sweep)(void);

#endif
