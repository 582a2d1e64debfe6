/* SPDX-License-Identifier: MIT */
/*
 * Year-end results: one table with a group for each theme, target and actual
 * beside variance, status and direction, notes below the group that they
 * explain.
 *
 * Themes that say more than their rows, or whose name is part of a column's
 * head, keep a heading and a table of their own.
 */
#include "structure/chapters/chapters.h"

static bool
holds_rows_alone(const struct section *theme)
{
	bool has_row = false;

	for (const struct block *block = theme->content; block; block = block->next) {
		bool is_left_out = block->kind == BLOCK_REMOVED && block->removed->rows > 0;

		if (block->kind != BLOCK_RECORD && block->kind != BLOCK_COMMENT && !is_left_out)
			return false;
		has_row |= block->kind == BLOCK_RECORD;
	}
	return has_row;
}

/* True when the label of a title takes the theme's name: then each theme wants its own head. */
static bool
names_section(const struct builder *b, enum section_kind kind)
{
	const struct fields *columns = &b->style->kinds[KIND_measure].columns[kind];

	for (size_t i = 0; i < columns->count; i++) {
		struct text label = columns->at[i]->label;

		if (text_find(label, TEXT("{section}"), 0) < label.length)
			return true;
	}
	return false;
}

static bool
can_merge(const struct builder *b, const struct section *section)
{
	int themes = 0;

	for (const struct block *block = section->content; block; block = block->next) {
		if (block->kind == BLOCK_RECORD || block->kind == BLOCK_PLACE)
			return false;
		if (block->kind == BLOCK_SECTION) {
			if (block->section->kind != SECTION_theme ||
			    !holds_rows_alone(block->section))
				return false;
			themes++;
		}
	}
	return themes > 1 && !names_section(b, section->kind);
}

/* The group head of a theme, made once a theme and put before its first row. */
static const struct block *
theme_group(struct builder *b, const struct section *theme)
{
	struct block *group = ARENA_NEW(b->arena, struct block);

	group->kind = BLOCK_GROUP;
	group->at = theme->at;
	group->spans = theme->title;
	group->section = (struct section *)theme;
	return group;
}

static void
add_theme_rows(struct builder *b, const struct section *theme, struct record_run *run)
{
	const struct block *group = theme_group(b, theme);

	for (const struct block *block = theme->content; block; block = block->next) {
		if (block->kind == BLOCK_RECORD) {
			*array_push(b->arena, run) = block->record;
			*array_push(b->arena, &run->groups) = group;
		} else if (block->kind == BLOCK_REMOVED)
			*array_push(b->arena, &run->removed) = block->removed;
	}
}

void
build_performance(struct builder *b, struct node *sect, const struct section *section)
{
	const struct block *block = section->content;

	if (!can_merge(b, section)) {
		build_content(b, sect, section);
		return;
	}
	while (block) {
		struct record_run run = { 0 };

		for (; block && block->kind == BLOCK_SECTION; block = block->next)
			add_theme_rows(b, block->section, &run);
		build_record_table(b, sect, section, &run, NULL);
		for (; block && block->kind != BLOCK_SECTION; block = block->next)
			build_block(b, sect, block);
	}
}
