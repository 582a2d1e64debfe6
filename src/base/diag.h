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
#include "base/buffer.h"

/*
 * Lines and columns from 1; columns count code points, a byte order mark is
 * none, a byte that is no UTF-8 is one; column 0: the line as a whole; line 0:
 * the file as a whole. The file opens by its name from the working folder;
 * null when it is about no file.
 */
struct place { const char *file; int line, column; };

enum severity { SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR };
const char *severity_name(enum severity);	/* "note", "warning", "error" */

/* {1} to {4} in text and help stand for the words of a report. */
struct message { const char *name; enum severity severity; const char *text, *help, *explain; };

struct report {
	struct place at;
	const struct message *message;
	enum severity severity;		/* the message's, unless raised */
	struct text words[4];
	struct place also;		/* where the other half of it is; no file: there is none */
	const void *about;		/* the document, for those who ask which are unsound */
	bool discreet;			/* the line of the source holds what must not be seen */
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
 * Reports message at a place. The words are copied, the names of files are
 * borrowed; the report holds until the next one. report() takes the name of
 * a row and up to four texts: report(diag, at, unknown_link, name, near).
 */
struct report *diag_report(struct diag *, struct place, const struct message *,
    const struct text words[4]);
#define report(diag, at, name, ...) \
	diag_report((diag), (at), &message_##name, (const struct text[4]){ __VA_ARGS__ })
/* The second place of the report just made. Its words may say it ("the first is at {2}"). */
void report_also(struct report *, struct place);
/* By file, line and column. */
int place_compare(struct place, struct place);
/* A place as the words of a report say it: "line 47", or "plan.md:47:3" of another file. */
struct text place_text(struct arena *, struct place, const char *file);

/* True when an error (or a fatal warning) was reported about this. */
bool diag_unsound(const struct diag *, const void *about);
/* The exit status that the reports ask for: 0, 1 or 3. */
int diag_status(const struct diag *);
/* By file, line, column, name and words; the same about the same stays once. */
void diag_sort(struct diag *);

/* The printed text of a report and of its help; the help may be empty. */
struct text report_text(struct arena *, const struct report *);
struct text report_help(struct arena *, const struct report *);
/* The name as people read it: "unknown-link". */
struct text message_name(struct arena *, const struct message *);

/*
 * DIAG_TEXT: "file:line:column: severity: text [name]", then, set in by two
 * spaces, the source line, a caret under the column, and "help: ". A file
 * without a line has the first line alone. DIAG_JSON: an array of objects
 * with file, line, column, severity, name, text, help, and also: a place.
 * DIAG_SARIF: SARIF 2.1.0; columns are code points.
 */
enum diag_format { DIAG_TEXT, DIAG_JSON, DIAG_SARIF };
/* Sorts and prints all reports. What prints the same is printed once. */
void diag_print(struct diag *, FILE *, enum diag_format);
void diag_print_json(const struct diag *, struct buffer *);	/* of sorted reports */
void diag_print_sarif(const struct diag *, struct buffer *);
/* True when a report prints the same as the one before it. */
bool diag_repeats(const struct diag *, const struct report *);

/*
 * Reports as bytes through a pipe, from a worker to the roof: between a
 * process and its forks alone, as the rows and what the reports are about go
 * as addresses. False for bytes that are cut; what came before the cut stays.
 */
void diag_pack(const struct diag *, struct text *out);	/* in the diag's arena */
bool diag_unpack(struct diag *, struct text in);

/*
 * The machine's fault: prints "planpress: reason" and ends the process with 3
 * at once, without what is done at exit, so that a worker flushes nothing twice.
 */
_Noreturn void die(const char *format, ...) __attribute__((format(printf, 1, 2)));
/*
 * Whether an allocation has failed since errno was set to 0: for libraries that
 * go on with less than they asked for and say nothing. Sets errno to 0 if not.
 */
bool memory_failed(void);
/* Called by die before the process ends (to sweep temporary files); may be null. */
extern void (*die_sweep)(void);

#endif
