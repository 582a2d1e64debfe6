/* SPDX-License-Identifier: MIT */
/*
 * The tree as indented text: one node a line, then what it holds. Every
 * attribute that can change an output is printed, so that this print can
 * stand for the tree in the key of a build.
 */
#include "model/marks.h"
#include "model/print.h"

static const char *const scopes[] = { "", "column", "row", "column-group", "row-group" };
static const char *const sets[] = { "left", "right", "centre", "number" };

static void
put_quoted(struct buffer *out, const char *name, struct text words)
{
	if (words.length == 0)
		return;
	buffer_byte(out, ' ');
	buffer_string(out, name);
	buffer_byte(out, '"');
	buffer_backslashed(out, words);
	buffer_byte(out, '"');
}

static void
put_flag(struct buffer *out, const char *name, bool is_set)
{
	if (!is_set)
		return;
	buffer_byte(out, ' ');
	buffer_string(out, name);
}

static void
put_number(struct buffer *out, const char *name, int number, int usual)
{
	if (number == usual)
		return;
	put_flag(out, name, true);
	buffer_byte(out, '=');
	buffer_number(out, number);
}

static void
put_choice(struct buffer *out, const char *name, const char *choice)
{
	put_flag(out, name, true);
	buffer_byte(out, '=');
	buffer_string(out, choice);
}

static void
put_look(struct buffer *out, enum look look)
{
	if (look == LOOK_plain)
		return;
	buffer_string(out, " .");
	buffer_name(out, look_names[look]);
}

static void
put_columns(struct buffer *out, const struct node *node)
{
	for (int i = 0; node->tag == TAG_TABLE && node->column && i < node->columns; i++) {
		const struct column *column = &node->column[i];

		buffer_format(out, " [%s", sets[column->set]);
		put_number(out, "weight", column->weight, 0);
		put_number(out, "alike", column->alike, 0);
		put_flag(out, "keep", column->keep);
		put_flag(out, "label", column->label);
		buffer_byte(out, ']');
	}
}

static bool
is_link(const struct node *node)
{
	return node->tag == TAG_LINK || node->tag == TAG_REFERENCE;
}

static bool
is_cell(const struct node *node)
{
	return node->tag == TAG_TH || node->tag == TAG_TD;
}

static void
put_attributes(struct buffer *out, const struct node *node)
{
	put_look(out, node->look);
	put_number(out, "level", node->level, 0);
	put_quoted(out, "#", node->id);
	put_quoted(out, "document=", is_link(node) ? node->document : TEXT(""));
	put_quoted(out, "to=", node->to);
	put_quoted(out, "address=", is_link(node) ? node->address : TEXT(""));
	put_quoted(out, "lang=", node->language);
	put_quoted(out, "label=", is_cell(node) ? node->label : TEXT(""));
	put_number(out, "columns", node->columns, 1);
	put_number(out, "rows", node->rows, 1);
	if (node->scope)
		put_choice(out, "scope", scopes[node->scope]);
	if (node->set)
		put_choice(out, "set", sets[node->set]);
	if (node->mark)
		put_choice(out, "mark", mark_rows[node->mark].name);
	put_columns(out, node);
	if (!picture_of(node))		/* which says it itself */
		put_quoted(out, "spoken=", node->spoken);
	if (node->tag == TAG_FIGURE && node->image)
		buffer_format(out, " image=%.*s %dx%d", TEXT_ARGS(node->image->path),
		    node->image->width, node->image->height);
	put_flag(out, "ordered", node->ordered);
	put_flag(out, "new-page", node->new_page);
	put_flag(out, "landscape", node->landscape);
	put_flag(out, "keep", node->keep);
	put_flag(out, "decorative", node->decorative);
	if (node->exemption)
		put_quoted(out, "exempt=", node->exemption->confidential
		    ? TEXT("confidential")
		    : node->exemption->paragraph);
}

static void
put_node(struct buffer *out, const struct node *node, int depth)
{
	for (int i = 0; i < depth; i++)
		buffer_string(out, "  ");
	buffer_string(out, tag_names[node->tag]);
	put_attributes(out, node);
	put_quoted(out, "", node->words);
	buffer_byte(out, '\n');
	if (picture_of(node))
		print_picture(out, node->picture, depth + 1);
	for (const struct node *child = node->first; child; child = child->next)
		put_node(out, child, depth + 1);
}

void
print_tree(struct buffer *out, const struct tree *tree)
{
	buffer_string(out, "tree");
	put_quoted(out, "title=", tree->title);
	put_quoted(out, "short=", tree->short_title);
	put_quoted(out, "lang=", tree->language);
	put_quoted(out, "description=", tree->description);
	put_quoted(out, "author=", tree->author);
	put_quoted(out, "keywords=", tree->keywords);
	put_quoted(out, "council=", tree->council);
	put_quoted(out, "version=", tree->version);
	put_quoted(out, "file=", tree->file);
	if (date_is_set(tree->date))
		buffer_format(out, " date=%d-%02d-%02d", tree->date.year, tree->date.month,
		    tree->date.day);
	put_flag(out, "draft", tree->draft);
	buffer_byte(out, '\n');
	put_node(out, tree->root, 0);
}
