/* SPDX-License-Identifier: MIT */
/*
 * What the passes of resolve share: the corpus under way, where reports go,
 * and whose exempt matter must not be spoken of.
 *
 * In a public run nothing that depends on exempt matter may show, not even in
 * a message. So the passes see only what is *open*: walks and lists leave
 * exempt matter out, as if it were not there, but for the checks of its marks.
 */
#ifndef RESOLVE_PASS_H
#define RESOLVE_PASS_H

#include "model/corpus.h"
#include "model/messages.h"
#include "model/style.h"

struct names;

struct resolution {
	struct corpus *corpus;
	struct arena *arena;		/* the corpus's */
	struct diag *diag;
	struct map paths;		/* path in the corpus to document */
	struct map placed;		/* a record's address to the exemption of what it places */
	struct names *names;		/* made by the pass of names */
	bool hides;			/* a public run: exempt matter is not spoken of */
};

/* The passes, in their order; resolve.c says what each needs of those before. */
void find_exempt_files(struct resolution *);
void check_exempt_marks(struct resolution *);
void find_notes(struct resolution *);
void check_prose(struct resolution *);
void find_names(struct resolution *);
void find_links(struct resolution *);
void check_required(struct resolution *);
void check_front_matter(struct resolution *);
void check_lengths(struct resolution *);
void remove_exempt(struct resolution *);
void put_posts_for_names(struct resolution *);
void check_contacts(struct resolution *);
void derive(struct resolution *);
void check_coverage(struct resolution *);
void check_numbers_named(struct resolution *);

/* The place for reports, which are from now on about a document. */
struct diag *about(const struct resolution *, const struct document *);

/* Reports that a public place would show the title of exempt matter. */
void report_leak(const struct resolution *, const struct document *, struct place);
/* A leak is an error of the public edition, a warning where the full one alone is made. */
void grade_leak(const struct resolution *, struct report *);

/*
 * What makes a thing exempt or confidential: its own mark, that of the
 * document that it places, or the nearest above it; null when it is public.
 */
const struct exemption *document_exemption(const struct document *);
const struct exemption *section_exemption(const struct section *);
const struct exemption *record_exemption(const struct resolution *, const struct record *);
/* True when the paragraphs that a mark names are in the schedule. */
bool is_well_marked(const struct resolution *, const struct exemption *);
/* True when a thing may be spoken of in this run. */
bool is_open_document(const struct resolution *, const struct document *);
bool is_open_section(const struct resolution *, const struct section *);
bool is_open_record(const struct resolution *, const struct record *);

#endif
