/* SPDX-License-Identifier: MIT */
/*
 * A walk over all that a document says, in reading order.
 */
#ifndef RESOLVE_WALK_H
#define RESOLVE_WALK_H

#include "resolve/pass.h"

/*
 * What to do at each thing (null: nothing), and where the walk is. Set the
 * functions and the context; the walk keeps the rest. Functions are called
 * before what stands within. Exempt matter is passed over when it is hidden.
 */
struct walk {
	void *context;
	void (*at_section)(struct walk *, struct section *);
	void (*at_record)(struct walk *, struct record *);
	void (*at_value)(struct walk *, struct value *);
	void (*at_block)(struct walk *, struct block *);
	/* each run once: a paragraph, a title */
	void (*at_spans)(struct walk *, struct span *first);
	void (*at_span)(struct walk *, struct span *);

	struct resolution *resolution;
	struct document *document;
	struct text path;		/* of the file: the document's, or of what it places */
	struct section *section;	/* null before the first */
	struct record *record;		/* null outside */
	struct value *value;
	struct note *note;		/* the note whose text it is in, or null */
	bool exempt;			/* within exempt matter */
	bool in_cell;			/* of a free table, or of a record that is a row */
};

/* Front matter, then the content; the texts of notes are no part of it. */
void walk_document(struct walk *, struct resolution *, struct document *);
/* The texts of its notes, but for those that are exempt and hidden. */
void walk_notes(struct walk *, struct resolution *, struct document *);
/* walk_document over all documents that are open. */
void walk_corpus(struct walk *, struct resolution *);

/*
 * Running text as one text: emphasis opened, comments and notes left out, a
 * line end that the author set as FLOW_BREAK, a link or a name in brackets
 * as FLOW_OBJECT.
 */
#define FLOW_BREAK "\xE2\x80\xA8"	/* U+2028 */
#define FLOW_OBJECT "\xEF\xBF\xBC"	/* U+FFFC */
struct piece { size_t from; struct place at; struct span *span; };
ARRAY(struct piece, pieces);
struct flow { struct text words; struct pieces pieces; };

struct flow flow_of(struct arena *, struct span *);
struct place flow_place(const struct flow *, size_t offset);
/* The link or name in brackets that stands at an offset, or null. */
struct span *flow_object(const struct flow *, size_t offset);

#endif
