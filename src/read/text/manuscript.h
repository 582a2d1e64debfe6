/* SPDX-License-Identifier: MIT */
/*
 * Within the room: a document, part or value while its Markdown is read, and
 * the steps from syntax to model. Each step reports what it does not
 * understand, keeps what it can, and goes on.
 */
#ifndef READ_TEXT_MANUSCRIPT_H
#define READ_TEXT_MANUSCRIPT_H

#include "read/include.h"
#include "read/text/passage.h"
#include "read/text/syntax.h"

/* What stands in braces at the end of a heading's line. */
struct braces { int line; struct text words; };
ARRAY(struct braces, all_braces);

struct manuscript {
	const struct reading *reading;
	struct arena *arena;		/* the reading's, as is scratch */
	struct arena *scratch;
	struct diag *diag;
	struct passage *passage;
	struct cutouts *cutouts;
	int shift;			/* added to the level of headings: of a part */
	struct all_braces braces;	/* of the passage, by line */
	size_t next_comment;		/* of the passage: those before it are in the model */
};

/* ---- markdown.c ---- */

/* What Markdown makes of masked words; what is nested too deep is reported in the passage. */
const struct syntax *parse(struct manuscript *, struct text masked);

/* ---- inline.c: words within a block ---- */

/* The spans of inline nodes; names in brackets, notes, addresses and comments among them. */
struct span *read_spans(struct manuscript *, struct cursor *, const struct syntax *first);

/* ---- blocks.c: prose ---- */

/* Takes the first bytes of the plain words away; notes and comments among them stay. */
struct span *spans_cut(struct span *, size_t bytes);
/* The only span but for comments and spaces, or null. */
struct span *lone_span(struct span *);
/* One block as prose at *end. top: it stands in no list and no quotation. */
void read_block(struct manuscript *, const struct syntax *, struct block ***end, bool top);
/* All of siblings, as prose that stands in something. */
struct block *read_blocks(struct manuscript *, const struct syntax *first);
/* The comments that stand on lines of their own before a line. */
void place_comments(struct manuscript *, int line, struct block ***end);
/* The place where a block begins. */
struct place syntax_place(const struct manuscript *, const struct syntax *);

/* ---- table.c: tables as drawn ---- */

struct drawn_cell {
	struct place at;
	struct text masked;		/* as written, trimmed */
	struct block *content;		/* null when empty */
	bool ditto, bold;
};
/* as many cells as the table has columns */
struct drawn_row { struct place at; struct drawn_cell *cells; };
ARRAY(struct drawn_row, drawn_rows);
struct drawn {
	struct place at;
	struct passage *passage;	/* for unmask */
	struct drawn_rows rows;		/* the first is the head */
	int columns;
	enum align *aligns;
	/* of a CSV file, for the names of columns in messages; else null */
	const char *file;
};

struct grid;
/*
 * The line of a table's head: cmark takes a paragraph that stands right above
 * it for its beginning.
 */
int head_line(const struct syntax *table);
struct drawn *read_drawn(struct manuscript *, const struct syntax *table);
/* A CSV file as a table; its notes stand in the document that places it. */
struct drawn *drawn_of_grid(struct manuscript *, const struct grid *);
/*
 * The words of the manuscript's passage, which is one line, as a paragraph;
 * null when there are none.
 */
struct block *read_line(struct manuscript *);
struct table *free_table(struct manuscript *, const struct drawn *);

/* ---- rows.c ---- */

/* Each row as a record at *end. */
void read_rows(struct manuscript *, struct section *, const struct drawn *, struct block ***end);

/* ---- fields.c ---- */

/* An item taken apart: its first paragraph, and what follows it. */
struct item_said {
	struct place at;
	struct span *spans;
	struct text plain;
	const struct syntax *rest;
};
struct item_said read_item(struct manuscript *, const struct syntax *item);
/* Where the words begin behind a label that ends at an offset. */
size_t skip_label_end(struct text plain, size_t at);

/* A list as the fields of a record. */
void read_fields(struct manuscript *, struct record *, const struct syntax *list,
    struct text section_title);
/* Do all items of a list begin with a label that the kind knows? */
bool looks_like_fields(struct manuscript *, enum record_kind, const struct syntax *list);
/* Reports what of a record's text looks like fields, and stands or is written as none. */
void check_loose_fields(struct manuscript *, const struct record *, const struct syntax *);
/* Reports what looks like fields in a section of records, and stands under no heading of one. */
void check_nameless_fields(struct manuscript *, const struct section *, const struct syntax *,
    int level);
/* Reports a list that begins a section of text and looks like the fields of a record. */
void check_lost_fields(struct manuscript *, const struct syntax *);

/* ---- items.c ---- */

/* A list as a set of records, an item each. */
void read_items(struct manuscript *, struct section *, const struct syntax *list,
    struct block ***end);
/* A paragraph as a record that has no more than its words. */
void read_paragraph_record(struct manuscript *, struct section *, const struct syntax *,
    struct block ***end);

/* ---- heading.c ---- */

struct attribute_said { struct text name, words; struct place at; };
ARRAY(struct attribute_said, attributes_said);
struct heading {
	struct place at;
	int level;
	struct span *title;
	struct text title_words;
	struct text kind;		/* in braces; empty when none is */
	struct place kind_at;
	struct attributes_said attributes;
	bool too_many;			/* attributes; and reported */
};

/* Takes what stands in braces at the ends of headings out of the passage before cmark sees it. */
void take_braces(struct manuscript *);
/* Is a line, as masked, a heading of # signs? */
bool is_heading_line(struct text line);
/* "did you mean …?" for a kind of section that is none. */
struct text nearest_kind(struct arena *, struct text name);
struct heading read_heading(struct manuscript *, const struct syntax *);

/* ---- slips/ ---- */

/* Reports what an author of the passage did not mean, when its braces have been taken out. */
void check_slips(struct manuscript *);
/* The same for a line that may be one of a list, or the first of a table, that was not drawn so. */
void check_runs(struct manuscript *, int line);
/* Does a line begin with the sign of a list, and without the space that makes it one? */
bool begins_tight_item(const struct manuscript *, int line);
/* Is a line the first of a table whose columns are parted by tabs? */
bool begins_tabbed_rows(const struct manuscript *, int line);

/* Reports a title that is nearly one which says what a section holds. */
void check_near_title(struct manuscript *, const struct heading *);
/* Reports a paragraph, read as a block, that is in bold what a heading should be below a level. */
void check_bold_title(struct manuscript *, const struct syntax *, const struct block *, int level);
/*
 * Reports a paragraph of a section of records that links what was to be one of
 * them; alone: the section has no other yet, and will have no list.
 */
void check_untaken(struct manuscript *, const struct section *, const struct block *, bool alone);

/* ---- sections.c ---- */

/* Is this section's kind so little that a list, or a paragraph, is the set? */
bool is_listed(const struct section *);
/* The blocks of a document or part, at *end. */
void read_sections(struct manuscript *, const struct under *, const struct syntax *first,
    struct block ***end);

/* ---- notes.c ---- */

/*
 * Takes the texts of notes out of a passage before cmark sees it, and reads
 * them into the document.
 */
void take_notes(struct manuscript *);

#endif
