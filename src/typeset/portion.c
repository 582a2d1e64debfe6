/* SPDX-License-Identifier: MIT */
/*
 * The tree to portions: one for each block that stands in the flow of pages.
 *
 * Sections are opened here, for they bear what concerns pages: new page,
 * landscape, cover, form. What a portion becomes depends on its node alone
 * and on the page numbers in it, so a later round sets only those again.
 */
#include "typeset/page.h"
#include "typeset/table/table.h"

struct finding {
	struct typesetter *ts;
	struct portions *portions;
	int form, form_count;
	bool new_page, landscape;
};

static bool
holds_page_of(const struct node *top)
{
	for (const struct node *node = top; node; node = node_next(node, top))
		if (node->tag == TAG_PAGE_OF)
			return true;
	return false;
}

static bool
is_of_first_rank(const struct typesetter *ts, const struct node *node)
{
	return node->tag == TAG_H && !ts->is_flat && heading_style(ts, node) == STYLE_H1;
}

static struct portion *
add_portion(struct finding *finding, const struct node *node)
{
	struct portion *portion = array_push(finding->ts->arena, finding->portions);

	portion->node = node;
	portion->form = finding->form;
	portion->wants_room = is_of_first_rank(finding->ts, node);
	/* Where the style leaves no space above such a heading, it begins a page. */
	portion->new_page = finding->new_page || node->new_page ||
	    (portion->wants_room && finding->ts->look->space[SPACE_h1_above] == 0);
	portion->landscape = finding->landscape || node->landscape;
	portion->has_page_of = holds_page_of(node);
	finding->new_page = false;
	return portion;
}

static bool
may_lead_into_form(const struct portion *portion, enum tag last)
{
	const struct node *node = portion->node;
	bool is_facts = node->look == LOOK_front_block || node->look == LOOK_theme_facts;

	return !portion->form && !portion->is_cover &&
	    (node->tag == TAG_H || (is_facts && last != TAG_H));
}

/* What leads into a form: headings, and the facts that stand between the last of them and it. */
static void
lead_into_form(struct finding *finding)
{
	struct portions *portions = finding->portions;
	size_t first = portions->count;
	enum tag last = TAG_SECT;

	while (first > 0 && may_lead_into_form(&portions->at[first - 1], last)) {
		last = portions->at[--first].node->tag;
		if (portions->at[first].new_page)
			break;
	}
	if (last != TAG_H)
		return;
	for (size_t i = first; i < portions->count; i++)
		portions->at[i].leads_into = finding->form;
}

static void find_within(struct finding *, const struct node *);

/* A form: a section of its own, or a table of fields that stands in another. */
static void
find_form(struct finding *finding, const struct node *form)
{
	finding->form = ++finding->form_count;
	if (!finding->new_page && !form->new_page)
		lead_into_form(finding);
	if (form->tag == TAG_TABLE)
		add_portion(finding, form);
	else
		find_within(finding, form);
	finding->form = 0;
}

static void
find_section(struct finding *finding, const struct node *section)
{
	bool landscape = finding->landscape;

	if (section->look == LOOK_cover) {
		add_portion(finding, section)->is_cover = true;
		finding->new_page = true;
		return;
	}
	if (section->look == LOOK_form && !finding->form) {
		find_form(finding, section);
		return;
	}
	finding->new_page |= section->new_page;
	/* A section lies on its side for its wide tables: as records they need no width. */
	finding->landscape |= section->landscape && finding->ts->look->table.wide == WIDE_LANDSCAPE;
	find_within(finding, section);
	finding->landscape = landscape;
	finding->new_page |= section->look == LOOK_contents && !finding->ts->is_flat;
}

static bool
is_section(const struct node *node)
{
	bool is_box = node->look == LOOK_callout || node->look == LOOK_recommendations ||
	    node->look == LOOK_exempt_box;

	return node->tag == TAG_SECT || node->tag == TAG_DOCUMENT ||
	    (node->tag == TAG_DIV && !is_box);
}

static void
find_within(struct finding *finding, const struct node *section)
{
	for (const struct node *child = section->first; child; child = child->next) {
		if (is_section(child))
			find_section(finding, child);
		else if (child->look == LOOK_form_table && !finding->form)
			find_form(finding, child);
		else if (!(child->tag == TAG_NOTE && is_foot_note(finding->ts, child)))
			add_portion(finding, child);
	}
}

void
find_portions(struct typesetter *ts, struct portions *portions)
{
	struct finding finding = { .ts = ts, .portions = portions };

	find_within(&finding, ts->tree->root);
}

/* ---- setting ---- */

struct frame_place
page_frame(const struct tokens *look, bool landscape)
{
	length width = landscape ? look->height : look->width;
	length height = landscape ? look->width : look->height;

	return (struct frame_place){
		.x = look->left,
		.y = look->top,
		.width = width - look->left - look->right,
		.height = height - look->top - look->bottom,
	};
}

static void
set_portion(struct typesetter *ts, struct portion *portion, struct upcoming *next)
{
	struct frame_place frame = page_frame(ts->look, portion->landscape);
	struct flow flow = flow_of_page(ts, next, frame.width);

	portion->before = *next;
	portion->galley = ARENA_NEW(ts->arena, struct galley);
	portion->galley->page_height = frame.height;
	flow.galley = portion->galley;
	flow_node(&flow, portion->node);
	galley_set(ts, portion->galley, frame.width);
	arena_clear(ts->scratch);
}

/* What the next portion takes of this one, when this one is set already. */
static struct upcoming
upcoming_after(const struct portions *portions, size_t number)
{
	if (number + 1 < portions->count)
		return portions->at[number + 1].before;
	return (struct upcoming){ .disc = NO_DISC };
}

/* ---- pages on their side ---- */

static bool
wants_landscape(const struct portion *portion)
{
	for (size_t i = 0; portion->galley && i < portion->galley->chunks.count; i++) {
		const struct grid *grid = portion->galley->chunks.at[i]->grid;

		if (grid && grid_is_landscape(grid))
			return true;
	}
	return false;
}

/* True for words alone: they are set the same on a page of either kind. */
static bool
may_lead(const struct portion *portion)
{
	enum tag tag = portion->node->tag;

	return (tag == TAG_H || tag == TAG_P || tag == TAG_L) && !portion->form;
}

/*
 * What leads into a table turns with it: the heading, and words alone between
 * the two; or words between a table that is turned and this one. At most
 * LEADING blocks before it do.
 */
static void
turn_heading(struct portions *portions, size_t table)
{
	enum { LEADING = 3 };
	size_t first = table;
	bool is_between = false;

	while (first > 0 && table - first < LEADING && portions->at[first].node->tag != TAG_H) {
		const struct portion *before = &portions->at[first - 1];

		is_between = before->landscape;
		if (is_between)
			break;
		if (before->is_cover || !may_lead(before))
			return;
		first--;
	}
	if (!is_between && portions->at[first].node->tag != TAG_H)
		return;
	for (size_t i = first; i < table; i++)
		portions->at[i].landscape = true;
}

/* A table that is too wide for an upright page, even in the least size, turns its page. */
static void
turn_portions(struct portions *portions)
{
	for (size_t i = 0; i < portions->count; i++)
		if (!portions->at[i].landscape && wants_landscape(&portions->at[i])) {
			turn_heading(portions, i);
			portions->at[i].landscape = true;
		}
	/* What stays with a block that is turned, as a heading above a heading, is turned too. */
	for (size_t i = portions->count; i-- > 1;) {
		struct portion *before = &portions->at[i - 1];
		const struct strips *strips = before->is_cover ? NULL : &before->galley->strips;

		if (portions->at[i].landscape && !portions->at[i].new_page && strips &&
		    strips->count > 0 && strips->at[strips->count - 1].keeps > 0)
			before->landscape = true;
	}
}

/* ---- forms ---- */

length
form_height(struct typesetter *ts, const struct portions *portions, size_t first, bool is_shared)
{
	int form = portions->at[first].form;
	struct foot foot = { .ts = ts };
	length height = 0;

	for (size_t i = first; i < portions->count && portions->at[i].form == form; i++) {
		const struct strips *strips = &portions->at[i].galley->strips;

		foot_take_within(&foot, portions->at[i].node);
		for (size_t k = 0; k < strips->count; k++) {
			const struct chunk *chunk = strips->at[k].chunk;

			height += i > first || k > 0 ? strips->at[k].above : 0;
			height += chunk_is_table(chunk) ? grid_height(chunk->grid, is_shared)
			                                : strips->at[k].height;
		}
	}
	height += foot.height;
	foot_give_back(&foot, 0);
	return height;
}

size_t
next_form(const struct portions *portions, size_t first)
{
	size_t next = first;

	while (next < portions->count && portions->at[next].form == portions->at[first].form)
		next++;
	return next < portions->count && portions->at[next].form && !portions->at[next].new_page
	    ? next
	    : portions->count;
}

/* True when a page may end before a portion. */
static bool
may_begin_page(const struct portion *portion)
{
	return portion->galley->strips.count > 0 && !portion->galley->strips.at[0].is_kept;
}

/*
 * What leads into a form stands on its page, as a part of it. Where one page
 * does not hold both, it stands before it, so that the form is not broken; but
 * a heading that has too few lines of facts below it does not stand alone.
 */
static void
join_forms(struct typesetter *ts, struct portions *portions)
{
	for (size_t i = 0, end; i < portions->count; i = end) {
		int form = portions->at[i].leads_into;
		length frame = page_frame(ts->look, portions->at[i].landscape).height;

		end = i + 1;
		if (!form)
			continue;
		while (end < portions->count && portions->at[end].leads_into == form)
			end++;
		for (size_t k = i; k < end; k++)
			portions->at[k].form = form;
		if (end == portions->count || !may_begin_page(&portions->at[end]) ||
		    form_height(ts, portions, i, true) <= frame ||
		    form_height(ts, portions, end, true) > frame)
			continue;
		for (size_t k = i; k < end; k++)
			portions->at[k].form = 0;
	}
}

/* ---- all of them ---- */

void
set_portions(struct typesetter *ts, struct portions *portions)
{
	struct upcoming next = { .disc = NO_DISC };
	struct arena *outer = ts->scratch;
	int need = 0;

	ts->scratch = arena_new();	/* of one portion at a time */
	for (size_t i = 0; i < portions->count; i++) {
		struct portion *portion = &portions->at[i];

		if (portion->is_cover)
			continue;
		if (!portion->galley || portion->has_page_of)
			set_portion(ts, portion, &next);
		else
			next = upcoming_after(portions, i);
		need = strips_keep(&portion->galley->strips, need);
	}
	arena_drop(ts->scratch);
	ts->scratch = outer;
	turn_portions(portions);
	forget_foot_notes(ts);
	join_forms(ts, portions);
}
