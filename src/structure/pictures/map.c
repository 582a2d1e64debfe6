/* SPDX-License-Identifier: MIT */
/*
 * Maps of how things hang together: vision, outcomes, priorities, and in a plan
 * its themes and measures. What no theme of the plan serves is drawn, too, and
 * marked; each line is said in the alternative text.
 */
#include "structure/pictures.h"

/* A group of the plan: a theme, or a section that holds measures of none. */
struct group {
	const struct record *theme;
	const struct section *section;
	struct record_run members;
	int box;
};
ARRAY(struct group, groups);

struct map_maker {
	struct builder *b;
	struct picture picture;
	struct groups groups;
	int *box_of;			/* by order of reading of a record, plus 1 */
};

/* ---- boxes ---- */

static int
add_box(struct map_maker *m, const struct picture_box *box)
{
	*array_push(m->b->arena, &m->picture.map.boxes) = *box;
	return (int)m->picture.map.boxes.count - 1;
}

static int
add_record(struct map_maker *m, const struct record *record, int column, enum standing standing)
{
	int box = add_box(m, &(struct picture_box){ .ref = ref_of(record), .words = record->title,
	    .standing = standing, .column = column });

	note_pictured(m->b, record);
	m->box_of[record->order] = box + 1;
	return box;
}

static void
add_link(struct map_maker *m, int from, int to)
{
	for (array_each(const struct picture_link, link, &m->picture.map.links))
		if (link->from == from && link->to == to)
			return;
	*array_push(m->b->arena, &m->picture.map.links) = (struct picture_link){ from, to };
}

/* "P4 Help early" */
static struct text
name_of(const struct map_maker *m, int box)
{
	const struct picture_box *at = &m->picture.map.boxes.at[box];

	return at->ref.length == 0 ? at->words :
	    text_format(m->b->arena, "%.*s %.*s", TEXT_ARGS(at->ref), TEXT_ARGS(at->words));
}

/* ---- the plan's groups ---- */

static bool
is_member(const struct builder *b, const struct record *record)
{
	return record->document == b->document && !record->joins &&
	    (record->kind == KIND_measure || record->kind == KIND_objective);
}

static struct group *
group_of(struct map_maker *m, const struct record *record)
{
	const struct record *theme = record->kind == KIND_theme ? record :
	    record->theme ? record->theme->itself : NULL;
	const struct section *section = record->theme ? record->theme : record->section;
	struct group *group;

	for (array_each(struct group, known, &m->groups))
		if (theme ? known->theme == theme : !known->theme && known->section == section)
			return known;
	group = array_push(m->b->arena, &m->groups);
	group->theme = theme;
	group->section = theme ? theme->section : section;
	return group;
}

static void
find_groups(struct map_maker *m)
{
	const struct document *document = m->b->document;

	for (size_t i = 0; i < document->records.count; i++) {
		struct record *record = document->records.at[i];

		if (is_member(m->b, record))
			*array_push(m->b->arena, &group_of(m, record)->members) = record;
	}
}

/* The group that serves a priority through this record, or null. */
static struct group *
serving_group(struct map_maker *m, const struct record *by)
{
	if (is_member(m->b, by))
		return group_of(m, by);
	if (by->kind != KIND_theme || by->document != m->b->document)
		return NULL;
	for (array_each(struct group, group, &m->groups))
		if (group->theme == by)
			return group;
	return NULL;
}

/* ---- references of a group: "H01 to H06" ---- */

/* The number at the end of a reference; -1: none that can be counted. */
static int
number_of(struct text ref, size_t *stem)
{
	int number = 0;

	for (*stem = ref.length; *stem > 0 && is_digit(ref.s[*stem - 1]);)
		--*stem;
	if (*stem == ref.length || ref.length - *stem > 6)
		return -1;
	for (size_t i = *stem; i < ref.length; i++)
		number = number * 10 + (ref.s[i] - '0');
	return number;
}

static bool
follows(struct text ref, struct text before)
{
	size_t stem, other;
	int number = number_of(ref, &stem), last = number_of(before, &other);

	return number >= 0 && last >= 0 && number == last + 1 && stem == other &&
	    text_equal(text_slice(ref, 0, stem), text_slice(before, 0, other));
}

/* By what stands before the number, then by number: "S2" before "S10". */
static bool
comes_before(struct text a, struct text b)
{
	size_t stem_a, stem_b;
	int number_a = number_of(a, &stem_a), number_b = number_of(b, &stem_b);
	int order = text_compare(text_slice(a, 0, stem_a), text_slice(b, 0, stem_b));

	return order != 0 ? order < 0 : number_a < number_b;
}

/* The references of a group, in order, each once. */
static struct texts
sorted_refs(const struct map_maker *m, const struct group *group)
{
	struct texts refs = { 0 };

	for (size_t i = 0; i < group->members.count; i++) {
		struct text ref = ref_of(group->members.at[i]);
		size_t at = refs.count;

		if (ref.length == 0)
			continue;
		add_text(m->b, &refs, ref);
		for (; at > 0 && comes_before(ref, refs.at[at - 1]); at--)
			refs.at[at] = refs.at[at - 1];
		refs.at[at] = ref;
	}
	return refs;
}

/* References in runs; what has none is counted. */
static struct text
members_in_words(const struct map_maker *m, const struct group *group)
{
	struct texts words = { 0 }, refs = sorted_refs(m, group);
	size_t measures = 0, objectives = 0;

	for (size_t i = 0, end; i < refs.count; i = end) {
		for (end = i + 1; end < refs.count && follows(refs.at[end], refs.at[end - 1]);)
			end++;
		if (end > i + 2)
			add_text(m->b, &words,
			    phrase_with(m->b, "from-to", refs.at[i], refs.at[end - 1]));
		else {
			add_text(m->b, &words, refs.at[i]);
			end = i + 1;
		}
	}
	for (size_t i = 0; i < group->members.count; i++) {
		const struct record *member = group->members.at[i];

		measures += ref_of(member).length == 0 && member->kind == KIND_measure;
		objectives += ref_of(member).length == 0 && member->kind == KIND_objective;
	}
	if (measures > 0)
		add_text(m->b, &words, phrase_count(m->b, "measures", measures));
	if (objectives > 0)
		add_text(m->b, &words, phrase_count(m->b, "objectives", objectives));
	return listed(m->b, &words);
}

/* ---- columns ---- */

/* The first paragraph of the council's vision, where a document in force has one. */
static struct text
vision_of(struct builder *b)
{
	for (size_t i = 0; i < b->corpus->documents.count; i++) {
		const struct document *document = b->corpus->documents.at[i];

		if (document->kind != DOCUMENT_priorities || document->removed ||
		    !document_feeds(b->corpus, document, b->document))
			continue;
		for (const struct section *s = section_next(document, NULL); s;
		    s = section_next(document, s))
			for (const struct block *block = s->kind == SECTION_vision ? s->content :
			    NULL; block; block = block->next)
				if (block->kind == BLOCK_PARAGRAPH)
					return SAY(b, "map-bar", { "{words}",
					    spans_plain(b->arena, block->spans) });
	}
	return TEXT("");
}

static bool
is_served(struct map_maker *m, const struct record *priority)
{
	for (size_t i = 0; i < priority->served_by.count; i++)
		if (serving_group(m, priority->served_by.at[i]))
			return true;
	return false;
}

static void
add_priorities(struct map_maker *m, bool is_of_plan)
{
	const struct corpus *corpus = m->b->corpus;

	for (size_t i = 0; i < corpus->outcomes.count; i++)
		add_record(m, corpus->outcomes.at[i], 0, STANDING_GROUP);
	for (size_t i = 0; i < corpus->priorities.count; i++) {
		const struct record *priority = corpus->priorities.at[i];
		const struct value *links = record_value(priority, ROLE_links);
		int box = add_record(m, priority, 1,
		    is_of_plan && !is_served(m, priority) ? STANDING_UNSERVED : STANDING_PLAIN);

		for (size_t k = 0; links && k < links->links.count; k++) {
			const struct record *to = links->links.at[k].to.record;

			if (to && to->kind == KIND_outcome && m->box_of[to->order])
				add_link(m, m->box_of[to->order] - 1, box);
		}
	}
}

static void
add_groups(struct map_maker *m)
{
	const struct corpus *corpus = m->b->corpus;

	for (array_each(struct group, group, &m->groups)) {
		int measures;

		group->box = add_box(m, &(struct picture_box){ .words = group->section->title_words,
		    .standing = STANDING_GROUP, .column = 2 });
		measures = add_box(m, &(struct picture_box){ .words = members_in_words(m, group),
		    .column = 3 });
		add_link(m, group->box, measures);
	}
	for (size_t i = 0; i < corpus->priorities.count; i++)
		for (size_t k = 0; k < corpus->priorities.at[i]->served_by.count; k++) {
			const struct group *group = serving_group(m,
			    corpus->priorities.at[i]->served_by.at[k]);

			if (group)
				add_link(m, m->box_of[corpus->priorities.at[i]->order] - 1,
				    group->box);
		}
}

/* ---- in words ---- */

/* The names of the boxes that a box is linked with, on its right or its left. */
static struct text
linked_names(const struct map_maker *m, int box, bool on_right)
{
	struct texts names = { 0 };

	for (array_each(const struct picture_link, link, &m->picture.map.links))
		if ((on_right ? link->from : link->to) == box)
			add_text(m->b, &names, name_of(m, on_right ? link->to : link->from));
	return listed(m->b, &names);
}

static void
say_outcomes(struct map_maker *m)
{
	const struct picture_boxes *boxes = &m->picture.map.boxes;
	struct texts loose = { 0 };

	for (int i = 0; i < (int)boxes->count; i++) {
		struct text names = linked_names(m, i, boxes->at[i].column == 0);

		if (boxes->at[i].column == 0)
			add_sentence(m->b, &m->picture, SAY(m->b, names.length > 0 ?
			    "map-outcome" : "map-outcome-alone",
			    { "{name}", name_of(m, i) }, { "{list}", names }));
		else if (boxes->at[i].column == 1 && names.length == 0)
			add_text(m->b, &loose, name_of(m, i));
	}
	if (loose.count > 0)
		add_sentence(m->b, &m->picture, SAY(m->b, "map-loose",
		    { "{list}", listed(m->b, &loose) }));
}

static void
say_groups(struct map_maker *m)
{
	const struct picture_boxes *boxes = &m->picture.map.boxes;
	struct texts unserved = { 0 };

	for (array_each(const struct group, group, &m->groups)) {
		struct text names = linked_names(m, group->box, false);

		add_sentence(m->b, &m->picture, SAY(m->b, names.length > 0 ? "map-theme" :
		    "map-theme-alone",
		    { "{name}", name_of(m, group->box) }, { "{list}", names },
		    { "{measures}", linked_names(m, group->box, true) }));
	}
	for (int i = 0; i < (int)boxes->count; i++)
		if (boxes->at[i].standing == STANDING_UNSERVED)
			add_text(m->b, &unserved, name_of(m, i));
	if (unserved.count > 0)
		add_sentence(m->b, &m->picture, SAY(m->b, "map-unserved",
		    { "{list}", listed(m->b, &unserved) }));
}

void
build_map_picture(struct builder *b, struct node *parent, const struct section *section,
    bool is_of_plan)
{
	static const char *const heads[] = { "outcomes", "priorities", "map-themes",
	    "map-measures" };
	struct map_maker m = { .b = b, .picture.kind = PICTURE_MAP };
	int columns = 2;

	m.box_of = arena_array(b->arena, b->corpus->records.count + 1, sizeof *m.box_of);
	if (is_of_plan)
		find_groups(&m);
	if (m.groups.count > 0)
		columns = 4;
	m.picture.map.bar = vision_of(b);
	add_sentence(b, &m.picture, m.picture.map.bar);
	add_priorities(&m, is_of_plan);
	add_groups(&m);
	for (int i = 0; i < columns; i++)
		add_text(b, &m.picture.map.heads, phrase(b, heads[i]));
	say_outcomes(&m);
	say_groups(&m);
	build_picture(b, parent, &(struct picture_words){ .section = section,
	    .caption = is_of_plan ? "strategy-map" : "outcomes-map",
	    .hint = is_of_plan ? "strategy-hint" : "outcomes-hint" }, &m.picture);
}
