/* SPDX-License-Identifier: MIT */
/*
 * Private to the canonical print: a writer of XML that indents by two spaces,
 * running text, blocks, and what document.c hangs between them.
 */
#ifndef MODEL_PRINT_XML_H
#define MODEL_PRINT_XML_H

#include "base/buffer.h"
#include "model/corpus.h"

struct xml {
	struct buffer *out;
	int depth;
	bool as_written;	/* with comments, and <place> for what is placed */
	/*
	 * running text: no space may follow; a space is due before the next
	 * word
	 */
	bool spaced, gap;
};

void xml_line(struct xml *);				/* a new line, indented */
void xml_name(struct xml *, const char *name);		/* with hyphens for underscores */
void xml_open(struct xml *, const char *name);		/* "<name", for attributes to follow */
void xml_attribute(struct xml *, const char *name, struct text);	/* nothing when empty */
void xml_flag(struct xml *, const char *name, bool);	/* name="yes", or nothing */
void xml_close(struct xml *, const char *name);		/* "</name>" */
void xml_comment(struct xml *, struct text);

void xml_spans(struct xml *, const struct span *);	/* from the start of a line of text */
/* After "<img". */
void xml_image(struct xml *, struct text src, struct text alt, struct text title);

void print_attribute(struct xml *, enum attribute, struct text);
/* After xml_open: ">", the words, the end. */
void print_words(struct xml *, const char *name, struct text);
/* After xml_open: what the element holds (nothing, a line of text, or blocks) and its end. */
void print_flow(struct xml *, const char *name, const struct block *);
/* a line of its own; none when there are no spans */
void print_title(struct xml *, const char *name, const struct span *);
void print_blocks(struct xml *, const struct block *);	/* each on a line of its own */
void print_section(struct xml *, const struct section *);
void print_record(struct xml *, const struct record *);

#endif
