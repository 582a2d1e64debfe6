/* SPDX-License-Identifier: MIT */
/*
 * Charts of who stands under whom: the posts of a service, and the plans of the
 * council. Where the chart spreads out stands its one solid box.
 */
#include "structure/pictures.h"

static int
add_box(struct builder *b, struct picture *picture, const struct picture_box *box)
{
	*array_push(b->arena, &picture->chart) = *box;
	return (int)picture->chart.count - 1;
}

static size_t
count_under(const struct picture_boxes *boxes, int box)
{
	size_t count = 0;

	for (array_each(const struct picture_box, at, boxes))
		count += at->under == box;
	return count;
}

/* The box below the top at which the chart spreads out; -1 when it has several tops. */
static int
find_root(const struct picture_boxes *boxes)
{
	int root = 0;

	if (count_under(boxes, -1) != 1)
		return -1;
	while (count_under(boxes, root) == 1)
		for (size_t i = 0; i < boxes->count; i++)
			if (boxes->at[i].under == root) {
				root = (int)i;
				break;
			}
	return root;
}

/* What stands above the solid box, and first below it, is tinted. */
static void
give_standings(struct picture_boxes *boxes)
{
	int root = find_root(boxes);

	for (array_each(struct picture_box, box, boxes))
		if (box->standing == STANDING_PLAIN && box->under == root)
			box->standing = STANDING_GROUP;
	for (int i = root; i >= 0; i = boxes->at[i].under)
		boxes->at[i].standing = i == root ? STANDING_ROOT : STANDING_GROUP;
}

/* ---- in words ---- */

static struct text
name_of(const struct builder *b, const struct picture_box *box)
{
	return box->more.length == 0 ? box->words :
	    text_format(b->arena, "%.*s (%.*s)", TEXT_ARGS(box->words), TEXT_ARGS(box->more));
}

static void
say_chart(struct builder *b, struct picture *picture)
{
	const struct picture_boxes *boxes = &picture->chart;
	struct texts tops = { 0 }, alone = { 0 };

	for (int i = 0; i < (int)boxes->count; i++) {
		if (boxes->at[i].under < 0)
			add_text(b, &tops, name_of(b, &boxes->at[i]));
		if (boxes->at[i].standing == STANDING_ALONE)
			add_text(b, &alone, boxes->at[i].words);
	}
	add_sentence(b, picture, SAY(b, "chart-top", { "{list}", listed(b, &tops) }));
	for (int i = 0; i < (int)boxes->count; i++) {
		struct texts under = { 0 };

		for (array_each(const struct picture_box, box, boxes))
			if (box->under == i)
				add_text(b, &under, name_of(b, box));
		if (under.count > 0)
			add_sentence(b, picture, SAY(b, "chart-under",
			    { "{name}", boxes->at[i].words },
			    { "{list}", listed(b, &under) }));
	}
	if (alone.count > 0)
		add_sentence(b, picture, SAY(b, "chart-alone", { "{list}", listed(b, &alone) }));
}

/* ---- posts ---- */

/* True when the plan names the post among those that nobody else can cover. */
static bool
is_alone(const struct builder *b, const struct record *post)
{
	for (size_t i = 0; i < b->document->records.count; i++) {
		const struct record *record = b->document->records.at[i];

		if (record->kind == KIND_single_point && name_equal(record->title, post->title))
			return true;
	}
	return false;
}

const struct block *
build_posts_picture(struct builder *b, struct node *parent, const struct section *section,
    const struct block *block)
{
	enum { DEEPEST = 17 };
	struct picture picture = { .kind = PICTURE_CHART };
	int above[DEEPEST + 1];
	const struct block *first = block;
	bool has_alone = false;
	struct node *figure;

	for (int i = 0; i <= DEEPEST; i++)
		above[i] = -1;
	for (; block && block->kind == BLOCK_RECORD; block = block->next) {
		const struct record *post = block->record;
		int depth = post->depth < DEEPEST ? post->depth : DEEPEST - 1;
		bool alone = is_alone(b, post);
		int box = add_box(b, &picture, &(struct picture_box){ .words = post->title,
		    .more = record_words(post, ROLE_text), .under = above[depth],
		    .standing = alone ? STANDING_ALONE : STANDING_PLAIN });

		note_pictured(b, post);
		has_alone |= alone;
		for (int i = depth + 1; i <= DEEPEST; i++)
			above[i] = box;
	}
	give_standings(&picture.chart);
	say_chart(b, &picture);
	figure = build_picture(b, parent, &(struct picture_words){ .section = section,
	    .caption = "structure-chart",
	    .hint = has_alone ? "chart-hint-alone" : "chart-hint" }, &picture);
	for (; first != block; first = first->next)
		tree_name_also(b->tree, figure, first->record->id);
	return block;
}

/* ---- plans ---- */

static bool
is_shown(const struct builder *b, const struct document *document, enum document_kind kind)
{
	return document->kind == kind && !document->removed &&
	    document_feeds(b->corpus, document, b->document);
}

static int
add_document(struct builder *b, struct picture *picture, const struct document *document, int under)
{
	return add_box(b, picture, &(struct picture_box){ .words = document->title,
	    .more = document_words(document, "period"), .under = under });
}

/* Plans stand under the corporate plan; papers and reports of a service stand under its plan. */
static void
add_plans(struct builder *b, struct picture *picture, int top)
{
	static const enum document_kind kinds[] = { DOCUMENT_report, DOCUMENT_paper };
	const struct documents *documents = &b->corpus->documents;

	for (size_t i = 0; i < documents->count; i++) {
		const struct document *plan = documents->at[i];
		struct text service = document_words(plan, "service");
		int box;

		if (!is_shown(b, plan, DOCUMENT_plan))
			continue;
		box = add_document(b, picture, plan, top);
		for (size_t k = 0; k < documents->count * 2 && service.length > 0; k++) {
			const struct document *document = documents->at[k % documents->count];

			if (is_shown(b, document, kinds[k / documents->count]) &&
			    name_equal(document_words(document, "service"), service))
				add_document(b, picture, document, box);
		}
	}
}

void
build_plans_picture(struct builder *b, struct node *parent, const struct section *section)
{
	const struct documents *documents = &b->corpus->documents;
	struct picture picture = { .kind = PICTURE_CHART };
	int tops = 0, top = -1;

	for (size_t i = 0; i < documents->count; i++)
		tops += is_shown(b, documents->at[i], DOCUMENT_priorities);
	for (size_t i = 0; i < documents->count; i++)
		if (is_shown(b, documents->at[i], DOCUMENT_priorities)) {
			int box = add_document(b, &picture, documents->at[i], -1);

			top = tops == 1 ? box : -1;
		}
	add_plans(b, &picture, top);
	if (picture.chart.count < 2)
		return;
	give_standings(&picture.chart);
	say_chart(b, &picture);
	build_picture(b, parent, &(struct picture_words){ .section = section,
	    .caption = "hierarchy-figure" }, &picture);
}
