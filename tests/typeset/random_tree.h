/* SPDX-License-Identifier: MIT */
/*
 * Trees as no author would write them, from a seed: headings, prose, lists,
 * notes, forms and tables of all kinds, nested and spanned. Words are random;
 * those of table heads are unique, so that they can be found again.
 */
#ifndef TESTS_TYPESET_RANDOM_TREE_H
#define TESTS_TYPESET_RANDOM_TREE_H

#include "model/tree.h"

struct chances {
	uint64_t state;
	struct tree *tree;
	struct arena *arena;
	int tables, notes, depth;
	struct node *marked[64];	/* notes that wait for their place */
	int marked_count;
};

static inline unsigned
chance_of(struct chances *c, unsigned count)
{
	c->state ^= c->state << 13;
	c->state ^= c->state >> 7;
	c->state ^= c->state << 17;
	return (unsigned)(c->state * 0x9E3779B97F4A7C15 >> 33) % count;
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
	    "ffi", "end."};
	struct buffer out = { .arena = c->arena };
	unsigned count = 1 + chance_of(c, most);

	for (unsigned i = 0; i < count; i++) {
		unsigned which =
		    chance_of(c, sizeof words / sizeof *words * 4) % (sizeof words / sizeof *words);

		if (which >= 34 && chance_of(c, 4))
			which %= 34;
		if (i > 0)
			buffer_byte(&out, ' ');
		buffer_string(&out, words[which]);
	}
	return buffer_view(&out);
}

static inline void random_note_mark(struct chances *, struct node *);

static inline void
random_inline(struct chances *c, struct node *parent, unsigned most)
{
	static const enum look looks[] = { LOOK_strong, LOOK_emphasis, LOOK_muted, LOOK_plain };
	unsigned parts = 1 + chance_of(c, 3);

	for (unsigned i = 0; i < parts; i++) {
		struct node *in = parent;

		if (chance_of(c, 4) == 0)
			in = tree_add(c->tree, parent, TAG_SPAN, looks[chance_of(c, 4)]);
		tree_text(c->tree, in, random_words(c, most));
		if (i + 1 < parts)
			tree_text(c->tree, parent, TEXT(" "));
		if (chance_of(c, 12) == 0)
			tree_add(c->tree, parent, TAG_BREAK, LOOK_plain);
	}
	if (chance_of(c, 6) == 0)
		random_note_mark(c, parent);
}

/* A mark, whose note random_notes places later. */
static inline void
random_note_mark(struct chances *c, struct node *parent)
{
	struct node *mark;

	if (c->marked_count == 64)
		return;
	mark = tree_add(c->tree, parent, TAG_REFERENCE, LOOK_note_mark);
	mark->to = text_format(c->arena, "note-%d", ++c->notes);
	tree_text(c->tree, mark, text_number(c->arena, c->notes));
	c->marked[c->marked_count++] = mark;
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
		    random_words(c, chance_of(c, 9) ? 20 : 300));
	}
	c->marked_count = from;
}

static inline struct node *
random_paragraph(struct chances *c, struct node *parent, unsigned most)
{
	struct node *paragraph = tree_add(c->tree, parent, TAG_P, LOOK_plain);

	random_inline(c, paragraph, most);
	return paragraph;
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
		if (c->depth < 3 && chance_of(c, 4) == 0) {
			c->depth++;
			random_paragraph(c, body, most);
			random_list(c, body, most);
			c->depth--;
		} else {
			random_inline(c, body, most);
		}
	}
}

/* ---- tables ---- */

static inline struct node *
random_cell(struct chances *c, struct node *row, enum tag tag, unsigned most)
{
	struct node *cell = tree_add(c->tree, row, tag, LOOK_plain);

	if (most < 40 && chance_of(c, 9) == 0)
		most *= 12;
	switch (chance_of(c, 8)) {
	case 0:
		random_paragraph(c, cell, most);
		random_list(c, cell, most / 2 + 1);
		break;
	case 1:
		random_paragraph(c, cell, most);
		random_paragraph(c, cell, most);
		break;
	case 2:
		tree_text(c->tree, cell,
		    text_format(c->arena, "£%u.%u million", chance_of(c, 900), chance_of(c, 9)));
		break;
	case 3:
		if (chance_of(c, 2))
			break;
		/* fall through */
	default:
		random_inline(c, cell, most);
	}
	return cell;
}

static inline void
random_head(struct chances *c, struct node *table)
{
	struct node *row =
	    tree_add(c->tree, tree_add(c->tree, table, TAG_THEAD, LOOK_plain), TAG_TR, LOOK_plain);

	for (int i = 0; i < table->columns; i++) {
		struct node *head = tree_add(c->tree, row, TAG_TH, LOOK_plain);

		head->scope = SCOPE_COLUMN;
		tree_text(c->tree, head, text_format(c->arena, "Head%d-%d", c->tables, i));
	}
}

static inline void
random_rows(struct chances *c, struct node *body, int columns, unsigned most)
{
	int until[16] = { 0 }, count = 1 + (int)chance_of(c, chance_of(c, 4) ? 8 : 60);

	for (int number = 0; number < count; number++) {
		struct node *row = tree_add(c->tree, body, TAG_TR, LOOK_plain);

		for (int column = 0; column < columns; column++) {
			struct node *cell;

			if (until[column] > number)
				continue;
			cell = random_cell(c, row, column == 0 ? TAG_TH : TAG_TD, most);
			if (column == 0)
				cell->scope = SCOPE_ROW;
			if (chance_of(c, 12) == 0)
				cell->rows = 2 + (int)chance_of(c, 5);
			if (cell->rows > count - number)
				cell->rows = count - number;
			if (chance_of(c, 20) == 0 && column + 1 < columns &&
			    until[column + 1] <= number)
				cell->columns = 2;
			for (int k = 0; k < cell->columns; k++)
				until[column + k] = number + cell->rows;
			column += cell->columns - 1;
		}
		if (chance_of(c, 10) == 0 && columns > 1 && number + 1 < count) {
			bool is_open = false;

			for (int k = 0; k < columns; k++)
				is_open |= until[k] > number + 1;
			if (!is_open) {
				row = tree_add(c->tree, body, TAG_TR, LOOK_row_explanation);
				random_cell(c, row, TAG_TD, most * 3)->columns = columns;
			}
		}
	}
}

static inline void
random_table(struct chances *c, struct node *parent)
{
	struct node *table = tree_add(c->tree, parent, TAG_TABLE, LOOK_plain), *body = NULL;
	int marked = c->marked_count;
	unsigned groups = chance_of(c, 3) ? 1 : 1 + chance_of(c, 5), most = 1 + chance_of(c, 12);
	struct column *columns;

	c->tables++;
	table->columns = 1 + (int)chance_of(c, chance_of(c, 5) ? 6 : 12);
	columns = arena_array(c->arena, (size_t)table->columns, sizeof *columns);
	for (int i = 0; i < table->columns; i++) {
		columns[i].set = chance_of(c, 4) ? SET_LEFT : SET_NUMBER;
		columns[i].keep = chance_of(c, 5) == 0;
		columns[i].weight = chance_of(c, 8) ? 0 : 1 + (int)chance_of(c, 3);
	}
	columns[0].label = true;
	table->column = columns;
	if (chance_of(c, 4))
		tree_text(c->tree, tree_add(c->tree, table, TAG_CAPTION, LOOK_plain),
		    random_words(c, 8));
	if (chance_of(c, 6))
		random_head(c, table);
	for (unsigned i = 0; i < groups; i++) {
		body = tree_add(c->tree, table, TAG_TBODY, LOOK_plain);
		if (groups > 1) {
			struct node *row = tree_add(c->tree, body, TAG_TR, LOOK_row_group);
			struct node *head = tree_add(c->tree, row, TAG_TH, LOOK_plain);

			head->columns = table->columns;
			tree_text(c->tree, head, random_words(c, 6));
			tree_text(c->tree, tree_add(c->tree, head, TAG_SPAN, LOOK_group_facts),
			    random_words(c, 4));
		}
		random_rows(c, body, table->columns, most);
		if (c->marked_count > marked && (chance_of(c, 2) || i + 1 == groups)) {
			struct node *row = tree_add(c->tree, body, TAG_TR, LOOK_row_notes);
			struct node *cell = tree_add(c->tree, row, TAG_TD, LOOK_plain);

			cell->columns = table->columns;
			random_notes(c, cell, marked);
		}
	}
}

static inline void
random_form(struct chances *c, struct node *parent)
{
	struct node *sect = tree_add(c->tree, parent, TAG_SECT, LOOK_form), *heading, *table, *body;
	unsigned count = 1 + chance_of(c, 20);

	tree_text(c->tree, tree_add(c->tree, sect, TAG_P, LOOK_kicker), random_words(c, 4));
	heading = tree_add(c->tree, sect, TAG_H, LOOK_form_title);
	heading->level = 4;
	tree_text(c->tree, heading, random_words(c, 8));
	tree_text(c->tree, tree_add(c->tree, heading, TAG_SPAN, LOOK_form_id), TEXT("H01"));
	table = tree_add(c->tree, sect, TAG_TABLE, LOOK_form_table);
	table->columns = 2;
	body = tree_add(c->tree, table, TAG_TBODY, LOOK_plain);
	for (unsigned i = 0; i < count; i++) {
		struct node *row = tree_add(c->tree, body, TAG_TR, LOOK_plain);
		struct node *head = tree_add(c->tree, row, TAG_TH, LOOK_plain);

		head->scope = SCOPE_ROW;
		tree_text(c->tree, head, random_words(c, 3));
		random_cell(c, row, TAG_TD, 20);
	}
}

/* ---- the document ---- */

static inline void
random_block(struct chances *c, struct node *sect)
{
	struct node *box;

	switch (chance_of(c, 10)) {
	case 0: case 1: case 2:
		random_paragraph(c, sect, 60);
		break;
	case 3:
		random_list(c, sect, 20);
		break;
	case 4: case 5: case 6:
		random_table(c, sect);
		break;
	case 7:
		random_form(c, sect);
		break;
	case 8:
		box = tree_add(c->tree, sect, TAG_DIV,
		    chance_of(c, 2) ? LOOK_callout : LOOK_recommendations);
		random_paragraph(c, box, 30);
		random_list(c, box, 10);
		break;
	default:
		random_paragraph(c, tree_add(c->tree, sect, TAG_QUOTE, LOOK_plain), 40);
	}
}

static inline void
random_sections(struct chances *c, struct node *parent, int level)
{
	unsigned count = 1 + chance_of(c, level == 2 ? 4 : 3);

	for (unsigned i = 0; i < count; i++) {
		struct node *sect = tree_add(c->tree, parent, TAG_SECT, LOOK_plain), *heading;
		unsigned blocks = chance_of(c, 5);
		int marked = c->marked_count;

		tree_name(c->tree, sect, TEXT("part"));
		sect->landscape = chance_of(c, 15) == 0;
		heading = tree_add(c->tree, sect, TAG_H, LOOK_plain);
		heading->level = level;
		tree_text(c->tree, tree_add(c->tree, heading, TAG_SPAN, LOOK_number),
		    text_format(c->arena, "%u", i + 1));
		tree_text(c->tree, heading, TEXT(" "));
		tree_text(c->tree, heading, random_words(c, 8));
		for (unsigned k = 0; k < blocks; k++)
			random_block(c, sect);
		if (level < 4 && chance_of(c, 2))
			random_sections(c, sect, level + 1);
		if (c->marked_count > marked)
			random_notes(c, tree_add(c->tree, sect, TAG_DIV, LOOK_end_notes), marked);
	}
}

static inline void
random_contents(struct chances *c, struct node *toc)
{
	for (const struct node *node = c->tree->root; node; node = node_next(node, c->tree->root)) {
		struct node *entry;

		if (node->tag != TAG_H || node->level < 2 || node->look == LOOK_form_title)
			continue;
		entry = tree_add(c->tree, toc, TAG_TOCI, LOOK_contents_entry);
		entry->level = node->level - 1;
		tree_text(c->tree, entry, node_words(c->arena, node));
		tree_add(c->tree, entry, TAG_PAGE_OF, LOOK_plain)->to = node->parent->id;
	}
}

static inline struct tree *
random_tree(struct arena *arena, uint64_t seed)
{
	struct chances c = { .state = seed * 0x9E3779B97F4A7C15 + 1, .tree = tree_new(arena), .arena = arena };
	struct node *title, *toc = NULL, *sect = c.tree->root;

	for (int i = 0; i < 8; i++)
		chance_of(&c, 2);
	c.tree->title = c.tree->short_title = TEXT("A random document");
	c.tree->language = TEXT("en-GB");
	c.tree->council = TEXT("Marlwold District Council");
	c.tree->version = TEXT("Version 1.0");
	if (chance_of(&c, 2))
		sect = tree_add(c.tree, c.tree->root, TAG_SECT, LOOK_cover);
	title = tree_add(c.tree, sect, TAG_H, LOOK_cover_title);
	title->level = 1;
	tree_text(c.tree, title, random_words(&c, 5));
	if (chance_of(&c, 2)) {
		sect = tree_add(c.tree, c.tree->root, TAG_SECT, LOOK_contents);
		toc = tree_add(c.tree, sect, TAG_TOC, LOOK_plain);
	}
	random_sections(&c, c.tree->root, 2);
	if (toc)
		random_contents(&c, toc);
	tree_finish(c.tree);
	return c.tree;
}

#endif
