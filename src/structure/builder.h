/* SPDX-License-Identifier: MIT */
/*
 * What every chapter works with: the tree that grows, and how running text,
 * names, numbers and notes become nodes.
 *
 * A node holds either nodes that stand in a line or blocks, never both: a cell
 * or item with one paragraph holds its words directly.
 */
#ifndef STRUCTURE_BUILDER_H
#define STRUCTURE_BUILDER_H

#include "model/corpus.h"
#include "model/style.h"
#include "model/tree.h"

struct due_note { const struct note *note; struct text id, mark_id; int number; };
ARRAY(struct due_note, due_notes);

/* Contents that are filled when all headings stand: those of the tree, or of one appendix. */
struct due_contents { struct node *list; const struct node *within; };
ARRAY(struct due_contents, contents_due);

struct builder {
	struct arena *arena;
	struct tree *tree;
	const struct corpus *corpus;
	const struct document *document;	/* the one that is being built */
	const struct style *style;		/* its style */
	/* all that stand in the tree; the first is the tree's own */
	struct enclosures enclosed;
	/*
	 * of each: "2", or "2.1" for an appendix of an appendix; empty: it has
	 * none
	 */
	struct text *appendix_numbers;
	size_t enclosure;		/* which of them is being built */
	const struct node *top;		/* where it stands: the root, or the Sect of an appendix */
	/*
	 * by how many levels its headings stand lower than in an output of its
	 * own
	 */
	int shift;
	const struct diag *draft;	/* null: it is no draft */
	struct map shown;		/* records shown, by address */
	const struct section *section;	/* the one that is being built */
	/* of what the picture that is built next shows; null: it is public */
	const struct exemption *pictured;
	/* of the view in prose that is being built, until it is placed */
	const struct span *caption;
	struct contents_due contents;
	int appendix_number, section_number, part_number, paragraph_number, tables, figures, notes;
	struct map note_numbers;	/* struct note by address to struct due_note */
	struct due_notes due;		/* marked, and not yet placed */
	/*
	 * how to read the tables: once a document, behind the section that
	 * needs it
	 */
	bool key_due, key_shown;
	/*
	 * measures of those tables that have a rule or tolerance of their own
	 */
	struct texts own_limits;
	enum numbering numbering;
};

/* ---- words of the style ---- */

struct text phrase(const struct builder *, const char *name);
/* A phrase with {n} replaced, then {m}. */
struct text phrase_with(const struct builder *, const char *name, struct text n, struct text m);
/* name-1 for one, name for others */
struct text phrase_count(const struct builder *, const char *name, size_t n);
/* The name of a phrase for a row of a table: "kind-single-point"; and the phrase. */
struct text phrase_name(const struct builder *, const char *before, const char *name);
struct text kind_phrase(const struct builder *, const char *before, const char *kind);
struct text replace_mark(struct arena *, struct text words, const char *mark, struct text with);

/* ---- running text (rich.c) ---- */

void build_blocks(struct builder *, struct node *parent, const struct block *);
/* one, without those after it */
void build_block(struct builder *, struct node *parent, const struct block *);
void build_spans(struct builder *, struct node *parent, const struct span *);
/* Blocks that are none of the numbered paragraphs. */
void build_unnumbered(struct builder *, struct node *parent, const struct block *);
/* Into a cell or item: one paragraph gives its words alone. */
void build_inside(struct builder *, struct node *parent, const struct block *);
/* A table as its author drew it (table/free.c). */
void build_free_table(struct builder *, struct node *parent, const struct table *,
    const struct span *caption);
/* What the public is told in place of exempt matter. */
void build_removed(struct builder *, struct node *parent, const struct removed *);
struct node *build_text(struct builder *, struct node *parent, enum tag, enum look,
    struct text words);

/* ---- what stands in the tree (link.c) ---- */

/* True for the document of the tree and its appendices. */
bool stands_here(const struct builder *, const struct document *);
/*
 * The id that a thing of a document has in this tree: its own in the tree's own
 * document, its full name "terms/rent" in an appendix, so that no two clash.
 */
struct text id_here(const struct builder *, const struct document *, struct text id);
struct text section_id_here(const struct builder *, const struct section *);

/* ---- links (link.c) ---- */

/* A link to a thing, to hold words; a SPAN where there is nothing to lead to. */
struct node *build_link(struct builder *, struct node *parent, const struct target *);
struct node *build_record_link(struct builder *, struct node *parent, const struct record *);
/* Id and title of a priority as a tag. */
void build_tag(struct builder *, struct node *parent, const struct record *);
/* Links to ids that no node bears become spans; the last thing before tree_finish. */
void settle_links(struct tree *);
void note_shown(struct builder *, const struct record *);

/* ---- numbers and headings (number.c) ---- */

struct node *build_heading(struct builder *, struct node *sect, const struct section *);
struct node *build_plain_heading(struct builder *, struct node *sect, int level, struct text words);
/* The level that a heading of the document has in the tree. */
int heading_level(const struct builder *, int level);
/* "Table 2", then room for the title. */
struct node *build_caption(struct builder *, struct node *table_or_figure, const char *phrase_name,
    int number);
/* The same for a view's table or figure: its author's words, else a phrase. */
void build_view_caption(struct builder *, struct node *of, const struct section *,
    const char *phrase_name);
/* A paragraph of a report with its number, or a plain one. */
struct node *build_paragraph(struct builder *, struct node *parent, const struct place *at);

/* ---- notes (note.c) ---- */

void build_note_mark(struct builder *, struct node *parent, const struct span *);
/* The notes marked since `from` and not yet placed, under parent. */
void place_notes(struct builder *, struct node *parent, size_t from);
size_t notes_due(const struct builder *);
/* True when a note is marked in one of the blocks from this one on, or in what they hold. */
bool holds_note(const struct block *);

/* ---- records ---- */

/* The label of a field as it prints: the style's, {section} and {period} filled in. */
struct text label_of(const struct builder *, const struct field *, struct text period);
/* What a value says, as it prints. */
void build_value(struct builder *, struct node *parent, const struct value *);
bool value_is_number(const struct value *);

typedef void chapter(struct builder *, struct node *sect, const struct section *);
chapter build_content;		/* prose, records by the style, sections: what most kinds want */

#endif
