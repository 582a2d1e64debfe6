/* SPDX-License-Identifier: MIT */
/*
 * What the reader reads, in order: one node is one PDF structure element and
 * one HTML element. The tree is the one truth of the content; pages and
 * HTML are made from it. Words that only paper shows (running heads, repeated
 * heads, "(continued)") are not in it; a page number is the leaf PAGE_OF.
 *
 * structure makes it; after that it is const.
 */
#ifndef MODEL_TREE_H
#define MODEL_TREE_H

#include "base/map.h"
#include "model/length.h"
#include "model/record.h"
#include "model/style.h"

/* The standard structure types of ISO 32000-1, 14.8.4, as far as we use them, and leaves. */
enum tag {
	TAG_DOCUMENT, TAG_SECT, TAG_DIV, TAG_QUOTE,
	TAG_H,			/* level 1 to 6 */
	TAG_P,
	TAG_L, TAG_LI, TAG_LBL, TAG_LBODY,
	TAG_TABLE, TAG_CAPTION, TAG_THEAD, TAG_TBODY, TAG_TR, TAG_TH, TAG_TD,
	TAG_TOC, TAG_TOCI,
	TAG_FIGURE,		/* image or picture; spoken says what it shows */
	/* a place that is filled in later: a signature; spoken says whose */
	TAG_FORM,
	TAG_NOTE,		/* where the notes stand; its mark is a REFERENCE elsewhere */
	TAG_REFERENCE,		/* the mark of a note, or a cross-reference */
	TAG_LINK, TAG_SPAN,
	TAG_TEXT,		/* leaf: words */
	/*
	 * Leaf: the page of the node whose id is `to`. HTML leaves it out; in the
	 * PDF it is a Span whose title (/T) is "page", holding the page's label
	 * alone: so the judge of equal texts knows what it may leave out.
	 */
	TAG_PAGE_OF,
	TAG_BREAK,		/* leaf: a line end */
	TAG_COUNT
};

enum look {
#define LOOK(name, sentence) LOOK_##name,
#include "model/looks.def"
#undef LOOK
	LOOK_COUNT
};
_Static_assert(TAG_COUNT < 256 && LOOK_COUNT < 256, "eight bits of a node hold them");
extern const char *const tag_names[TAG_COUNT];
extern const char *const look_names[LOOK_COUNT];	/* with underscores (buffer_name) */

enum scope { SCOPE_NONE, SCOPE_COLUMN, SCOPE_ROW, SCOPE_COLUMN_GROUP, SCOPE_ROW_GROUP };
enum set_as { SET_LEFT, SET_RIGHT, SET_CENTRE, SET_NUMBER };	/* NUMBER: on the decimal point */

/* A mark drawn before words that say the same; an artifact. */
enum mark {
	MARK_NONE, MARK_AHEAD, MARK_ON, MARK_NEAR, MARK_OFF, MARK_NO_STATUS,
	MARK_BETTER, MARK_SAME, MARK_WORSE, MARK_DONE, MARK_OPEN,
	/* bars that rise with the band of a risk */
	MARK_BAND_1, MARK_BAND_2, MARK_BAND_3, MARK_BAND_4,
	MARK_COUNT
};

/* How a column wants to be set; widths are found from the cells. */
struct column {
	enum set_as set;
	int weight;		/* how many shares of room to spare; 0: one */
	int alike;		/* above 0: it is as wide as all others of that number */
	/*
	 * its words do not break over lines if it can be helped: dates,
	 * references
	 */
	bool keep;
	bool label;		/* repeated when the table is split by columns */
};

struct picture;

struct node {
	/* bits: there are a hundred thousand nodes in a thousand pages */
	enum tag tag : 8;
	enum look look : 8;
	enum scope scope : 8;		/* of TH */
	enum set_as set : 8;		/* of TH, TD, P */
	enum mark mark : 8;		/* stands before the first word */
	bool ordered : 1;		/* of L */
	bool new_page : 1, landscape : 1, keep : 1;	/* keep: with what follows */
	bool decorative : 1;		/* of FIGURE: an artifact */
	struct text words;		/* of TEXT: UTF-8, NFC, no line ends */
	/*
	 * of FIGURE and FORM: alternative text; of others: in place of what is
	 * drawn; empty otherwise
	 */
	struct text spoken;
	struct text id;			/* unique in the document; HTML id and named destination */
	/*
	 * of LINK, PAGE_OF, REFERENCE: the id meant; empty with a document:
	 * its start
	 */
	struct text to;
	struct text language;		/* BCP 47 where it differs from the parent's */
	/* What only some tags have: ask for the tag first, or by picture_of. */
	union {
		struct {		/* of LINK, REFERENCE */
			/*
			 * another output, relative to this one, without suffix
			 * ("../planning/plan")
			 */
			struct text document;
			struct text address;	/* on the web */
		};
		struct {		/* of FIGURE */
			const struct image *image;
			const struct picture *picture;	/* drawn by the program (picture.h) */
		};
		const struct column *column;	/* of TABLE: `columns` of them */
		/* of TH, TD: the words of its column head, for narrow screens */
		struct text label;
	};
	int index;			/* in reading order, from 0, over the whole tree */
	/*
	 * of H: 1 to 6; of TOCI: depth from 1; of TOC: depth of the line that it
	 * stands below, 0 when below none
	 */
	int level;
	int columns, rows;		/* of TH, TD: what it spans, at least 1 */
	const struct place *from;	/* for messages; may be null */
	/*
	 * of a full edition: what makes it and all below it exempt; null:
	 * nothing of its own
	 */
	const struct exemption *exemption;
	struct node *parent, *first, *last, *next;
};

/* The picture that the program draws for a node; null where it is no figure, or has none. */
static inline const struct picture *
picture_of(const struct node *node)
{
	return node->tag == TAG_FIGURE ? node->picture : NULL;
}

struct tree {
	struct arena *arena;
	struct node *root;		/* DOCUMENT */
	int count;			/* of nodes */
	struct map ids;			/* id to node */
	struct text title, language, description, author, keywords;
	struct text short_title;	/* for the running head */
	/* "Report": for the head of a page before the first section */
	struct text kind_title;
	struct text council, version;	/* running foot: "Version 1.0, approved 12 March 2026" */
	struct date date;		/* of the document; for the metadata; may be unset */
	/* path of the output without suffix, in the output folder */
	struct text file;
	bool draft;
	bool has_exempt;		/* some node has an exemption */
	const struct record **shown;	/* the records that it showed, its own and others' */
	size_t shown_count;
};

/* ---- making it ---- */

struct tree *tree_new(struct arena *);
struct node *tree_add(struct tree *, struct node *parent, enum tag, enum look);
/* null for the empty text */
struct node *tree_text(struct tree *, struct node *parent, struct text words);
/* Takes away the node that was added last under a parent. */
void tree_remove_last(struct node *parent);
/* Gives a node its id; a second one of that name gets -2, -3, … Returns the id given. */
struct text tree_name(struct tree *, struct node *, struct text id);
/* A further id, by which links find a node; one that is taken stays with who has it. */
void tree_name_also(struct tree *, struct node *, struct text id);
/* Numbers the nodes in reading order; the last thing that structure does. */
void tree_finish(struct tree *);

/* ---- reading it ---- */

/* The next node in reading order within top, children first; null at the end. */
const struct node *node_next(const struct node *, const struct node *top);
/* The node before one under its parent; null where it is the first. */
const struct node *node_before(const struct node *);
const struct node *tree_find(const struct tree *, struct text id);
/* The words of a node and below, in one line. */
struct text node_words(struct arena *, const struct node *);
bool tag_is_leaf(enum tag);
bool tag_is_inline(enum tag);		/* stands in a line: SPAN, LINK, REFERENCE and the leaves */
/* The language of a node: its own or the nearest above; the tree's at the top. */
struct text node_language(const struct tree *, const struct node *);
/* True for a language, by its tag, that is written from right to left. */
bool language_runs_left(struct text tag);

#endif
