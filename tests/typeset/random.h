/* SPDX-License-Identifier: MIT */
/*
 * Chances, from a seed or from the bytes of a fuzzer, and the words that a
 * random tree is made of: plain, marked, linked, in other letters, and longer
 * than any line.
 */
#ifndef TESTS_TYPESET_RANDOM_H
#define TESTS_TYPESET_RANDOM_H

#include "model/tree.h"

enum { MARKS_MOST = 64 };

struct chances {
	uint64_t state, other;		/* other: of the second stream (random_more.h); 0: there is none */
	const uint8_t *bytes, *end;	/* taken one after the other; null: the state gives them */
	struct tree *tree;
	struct arena *arena;
	int tables, notes, sections, names, depth, blocks;
	struct node *marked[MARKS_MOST];	/* notes that wait for their place */
	int marked_count;
	bool draft;
};

/* From 0 up to count. Where the bytes end it is always 0, and so the tree ends. */
static inline unsigned
chance_of(struct chances *c, unsigned count)
{
	if (c->bytes) {
		unsigned value = c->bytes < c->end ? *c->bytes++ : 0;

		if (count > 256 && c->bytes < c->end)
			value = value << 8 | *c->bytes++;
		return value % count;
	}
	c->state ^= c->state << 13;
	c->state ^= c->state >> 7;
	c->state ^= c->state << 17;
	return (unsigned)(c->state * 0x9E3779B97F4A7C15 >> 33) % count;
}

/* True once in so many; where the bytes end, never. */
static inline bool
happens(struct chances *c, unsigned once_in)
{
	return chance_of(c, once_in) == once_in - 1;
}

static inline void
random_long_word(struct chances *c, struct buffer *out)
{
	unsigned count = 30 + chance_of(c, 120);

	for (unsigned i = 0; i < count; i++)
		buffer_byte(out, (char)('a' + (i * 7 + count) % 26));
}

static inline struct text
random_words(struct chances *c, unsigned most)
{
	static const char *const words[] = {"a", "the", "housing", "officers", "Cllr", "Rowe", "12",
	    "April", "2026", "£1.2", "million", "n/a", "3–4", "H-CLIC", "self-contained", "Llŷr",
	    "ŵythnos", "responsibilities", "quarter", "(see", "part", "7)", "→", "of", "and", "to",
	    "homelessness", "“quoted”", "50%", "−3.5", "pts", "page", "9", "1,900",
	    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch",
	    "https://www.example.org/a/very/long/address?with=a&query=string", "שלום", "עולם", "é̂",
	    "ffi", "end.", "1\u00a0April", "co\u00adoperate"};
	enum { COUNT = sizeof words / sizeof *words, STRANGE = 34 };
	struct buffer out = { .arena = c->arena };
	unsigned count = 1 + chance_of(c, most);

	for (unsigned i = 0; i < count; i++) {
		unsigned which = chance_of(c, COUNT);

		if (i > 0)
			buffer_byte(&out, ' ');
		if (which >= STRANGE && !happens(c, 4))
			which %= STRANGE;
		if (happens(c, 250))
			random_long_word(c, &out);
		else
			buffer_string(&out, words[which]);
	}
	return buffer_view(&out);
}

/* A word that stands nowhere else, so that it can be found again where it is repeated. */
static inline struct text
new_name(struct chances *c, const char *kind)
{
	return text_format(c->arena, "%s%d;", kind, ++c->names);
}

/* A mark, whose note random_notes places later. */
static inline void
random_note_mark(struct chances *c, struct node *parent)
{
	struct node *mark;

	if (c->marked_count == MARKS_MOST)
		return;
	mark = tree_add(c->tree, parent, TAG_REFERENCE, LOOK_note_mark);
	mark->to = text_format(c->arena, "note-%d", ++c->notes);
	tree_text(c->tree, mark, text_number(c->arena, c->notes));
	c->marked[c->marked_count++] = mark;
}

/* What stands among words: a status, a tag, a message's number, the page of a section. */
static inline void
random_ornament(struct chances *c, struct node *parent)
{
	struct node *node;

	switch (chance_of(c, 5)) {
	case 0:
		node = tree_add(c->tree, parent, TAG_SPAN, LOOK_status);
		node->mark = MARK_AHEAD + chance_of(c, MARK_COUNT - MARK_AHEAD);
		tree_text(c->tree, node, TEXT("On target"));
		break;
	case 1:
		node = tree_add(c->tree, parent, TAG_SPAN, LOOK_tag);
		tree_text(c->tree, tree_add(c->tree, node, TAG_SPAN, LOOK_tag_id), TEXT("P12"));
		tree_text(c->tree, node, TEXT(" Warm and safe homes"));
		break;
	case 2:
		node = tree_add(c->tree, parent, TAG_LINK, LOOK_plain);
		node->address = TEXT("https://example.org/");
		tree_text(c->tree, node, random_words(c, 4));
		break;
	case 3:
		if (!c->draft)
			break;
		node = tree_add(c->tree, parent, TAG_REFERENCE, LOOK_draft_mark);
		tree_text(c->tree, node, TEXT("7"));
		break;
	default:
		node = tree_add(c->tree, parent, TAG_REFERENCE, LOOK_plain);
		node->to = text_format(c->arena, "part-%u", 1 + chance_of(c, (unsigned)c->sections + 1));
		tree_text(c->tree, node, TEXT("page "));
		tree_add(c->tree, node, TAG_PAGE_OF, LOOK_plain)->to = node->to;
	}
}

static inline void
random_inline(struct chances *c, struct node *parent, unsigned most)
{
	static const enum look looks[] = { LOOK_strong, LOOK_emphasis, LOOK_muted, LOOK_plain };
	unsigned parts = 1 + chance_of(c, 3);

	for (unsigned i = 0; i < parts; i++) {
		struct node *in = parent;

		if (happens(c, 4))
			in = tree_add(c->tree, parent, TAG_SPAN, looks[chance_of(c, 4)]);
		tree_text(c->tree, in, random_words(c, most));
		if (i + 1 < parts)
			tree_text(c->tree, parent, TEXT(" "));
		if (happens(c, 12))
			tree_add(c->tree, parent, TAG_BREAK, LOOK_plain);
		if (happens(c, 12))
			random_ornament(c, parent);
	}
	if (happens(c, 6))
		random_note_mark(c, parent);
}

static inline struct node *
random_paragraph(struct chances *c, struct node *parent, unsigned most)
{
	struct node *paragraph = tree_add(c->tree, parent, TAG_P, LOOK_plain);

	random_inline(c, paragraph, most);
	return paragraph;
}

/* The notes marked since `from`, under a node. */
static inline void
random_notes(struct chances *c, struct node *parent, int from)
{
	for (int i = from; i < c->marked_count; i++) {
		struct node *note = tree_add(c->tree, parent, TAG_NOTE, LOOK_note);
		struct node *label = tree_add(c->tree, note, TAG_LBL, LOOK_plain);

		tree_name(c->tree, note, c->marked[i]->to);
		tree_text(c->tree, label, c->marked[i]->first->words);
		tree_text(c->tree, tree_add(c->tree, note, TAG_P, LOOK_plain),
		    random_words(c, happens(c, 9) && !c->bytes ? 300 : 20));
	}
	c->marked_count = from;
}

static inline void
random_list(struct chances *c, struct node *parent, unsigned most)
{
	struct node *list = tree_add(c->tree, parent, TAG_L, LOOK_plain);
	unsigned count = 1 + chance_of(c, 5);

	list->ordered = chance_of(c, 2);
	for (unsigned i = 0; i < count; i++) {
		struct node *item = tree_add(c->tree, list, TAG_LI, LOOK_plain);
		struct node *label = tree_add(c->tree, item, TAG_LBL, LOOK_plain), *body;

		tree_text(c->tree, label, list->ordered ? text_number(c->arena, i + 1) : TEXT("•"));
		body = tree_add(c->tree, item, TAG_LBODY, LOOK_plain);
		if (c->depth < 3 && happens(c, 4)) {
			c->depth++;
			random_paragraph(c, body, most);
			random_list(c, body, most);
			c->depth--;
		} else {
			random_inline(c, body, most);
		}
	}
}

/* A list of figures by quarter, side by side. */
static inline void
random_quarters(struct chances *c, struct node *parent)
{
	struct node *list = tree_add(c->tree, parent, TAG_L, LOOK_quarters);

	for (unsigned i = 0; i < 4; i++) {
		struct node *item = tree_add(c->tree, list, TAG_LI, LOOK_plain);

		tree_text(c->tree, tree_add(c->tree, item, TAG_LBL, LOOK_plain),
		    text_format(c->arena, "Q%u ", i + 1));
		tree_text(c->tree, tree_add(c->tree, item, TAG_LBODY, LOOK_plain), random_words(c, 2));
	}
}

/* One grey pixel; the tree says another size, as layout takes it. */
static inline struct text
grey_pixel(void)
{
	static const unsigned char png[] = {
	    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52,
	    0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x00, 0x00, 0x00, 0x00, 0x3a, 0x7e, 0x9b,
	    0x55, 0x00, 0x00, 0x00, 0x0a, 0x49, 0x44, 0x41, 0x54, 0x78, 0xda, 0x63, 0x68, 0x00, 0x00, 0x00,
	    0x82, 0x00, 0x81, 0xda, 0x45, 0x08, 0x3b, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae,
	    0x42, 0x60, 0x82,
	};

	return (struct text){ (const char *)png, sizeof png };
}

/* A picture that was given. */
static inline void
random_figure(struct chances *c, struct node *parent)
{
	struct node *figure = tree_add(c->tree, parent, TAG_FIGURE, LOOK_plain);
	struct image *image = ARENA_NEW(c->arena, struct image);

	figure->spoken = TEXT("What it shows");
	image->path = TEXT("picture.png");
	image->bytes = grey_pixel();
	image->width = 1 + (int)chance_of(c, 3000);
	image->height = 1 + (int)chance_of(c, 3000);
	figure->image = image;
	if (chance_of(c, 2))
		tree_text(c->tree, tree_add(c->tree, figure, TAG_CAPTION, LOOK_plain), random_words(c, 9));
}

#endif
