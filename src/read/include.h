/* SPDX-License-Identifier: MIT */
/*
 * What one file brings in of others: its house style, links to files,
 * pictures, the rows of CSV files, parts. A file is read where it is placed,
 * so a part is read anew for each document, with that document's words.
 */
#ifndef READ_INCLUDE_H
#define READ_INCLUDE_H

#include "read/build.h"
#include "read/sources.h"

struct yaml; struct house;

/* What reads a corpus: its files, its house, and what the command wants. */
struct reader {
	struct corpus *corpus;
	struct sources *sources;
	struct house *house;
	struct text style;		/* that the command names; empty when it names none */
};

/*
 * The style of the document: the one that the command names, else the one that
 * the document names (empty: none), else the council's. Sets it in both.
 */
void take_style(struct reading *, struct text named, struct place);

/* The references of front matter, into the document. */
void take_references(const struct reading *, const struct yaml *);

/* A link's address: a file that it names must be there, and is used. */
void use_address(const struct reading *, struct text address, struct place);

/* A value that is the name of a file and nothing else is a link that prints the file's title. */
void use_file_name(const struct reading *, struct value *);

/* A picture's address: its file is there, is a PNG or JPEG, and is kept with its size. */
void use_image(const struct reading *, struct text address, struct place);

/*
 * The front matter of a file whose bytes are read, when it is Markdown; and
 * whether it is a part.
 */
void read_front(struct arena *, struct source_file *, struct diag *);

/* Is this what a paragraph with nothing but a link to it places: a CSV file, or a part? */
bool is_placed(const struct reading *, struct text address);

/*
 * Where something is placed: in a section (null: at the top), and in a record
 * of it or not; the level of its heading, 1 at the top.
 */
struct under { struct section *section; struct record *record; int level; };

/*
 * What stands at an address, as the children of a block BLOCK_PLACE: the rows
 * of a CSV file, as records where the section holds some, else as a free
 * table; or the text of a part.
 */
void place_file(const struct reading *, const struct under *, struct block *place);

#endif
