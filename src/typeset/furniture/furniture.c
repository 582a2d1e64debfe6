/* SPDX-License-Identifier: MIT */
/*
 * What stands around the text of every page, and is no part of it: running
 * head and foot, the word "Draft", the bar of an exempt page. All of it is
 * an artifact. It is drawn when the pages are known, for the foot says how
 * many there are, and the head in which section a page begins.
 */
#include "typeset/furniture/furniture.h"

#include "typeset/page.h"

enum { DRAFT_TURN = 35 };	/* degrees */

/* ---- words in one line ---- */

static struct fount
run_fount(const struct typesetter *ts, enum colour colour)
{
	struct fount fount = fount_of(ts, STYLE_RUN);

	fount.colour = colour;
	return fount;
}

struct para *
set_line(struct typesetter *ts, struct para *para)
{
	para_end(ts, para);
	para_break(ts, para, &(struct measure){ .width = LENGTH_MAX / 2 });
	return para;
}

length
line_width(const struct para *para)
{
	return para->lines.count ? para->lines.at[0].width : 0;
}

static void
paint_words(const struct painter *painter, const struct para *para, length x, length base)
{
	if (para->lines.count)
		paint_line(painter, para, 0, x, base);
}

/* Words that may be too long for their place: as many as there is room for, and "…". */
static struct para *
fitted(struct typesetter *ts, const struct fount *fount, struct text words, length room)
{
	struct para *para = para_begin(ts, NULL);

	para_add_artifact(ts, para, fount, words);
	set_line(ts, para);
	while (line_width(para) > room && words.length > 0) {
		size_t end = words.length;

		while (end > 0 && words.s[end - 1] != ' ')
			end--;
		words = text_trim(text_slice(words, 0, end));
		para = para_begin(ts, NULL);
		para_add_artifact(ts, para, fount,
		    text_format(ts->scratch, "%.*s …", TEXT_ARGS(words)));
		set_line(ts, para);
	}
	return para;
}

/* ---- the head ---- */

/*
 * True for headings that a running head may name: of an appendix its title,
 * which tells its pages from others.
 */
static bool
is_section_heading(const struct typesetter *ts, const struct node *node)
{
	if (appendix_of(node))
		return node->look == LOOK_appendix_title;
	return node->tag == TAG_H && node->parent->tag == TAG_SECT &&
	    node->look != LOOK_form_title && node->look != LOOK_cover_title &&
	    (heading_style(ts, node) <= STYLE_H2 || ts->is_flat);
}

static const struct node *
heading_of(const struct typesetter *ts, const struct node *sect)
{
	for (; sect; sect = sect->parent)
		for (const struct node *child = sect->first; child; child = child->next)
			if (is_section_heading(ts, child))
				return child;
	return NULL;
}

/*
 * The section in which each page begins: the deepest one that is open there;
 * null on the first of a document without a cover, which begins with its title.
 * Where a page begins with a heading, it is the section round that heading's
 * own, for its title is on the page; of the first rank, the heading itself.
 */
static const struct node **
find_sections(struct typesetter *ts)
{
	const struct node *root = ts->tree->root, *open = NULL;
	int count = (int)ts->pages->list.count, page = 0;
	const struct node **sections = arena_array(ts->scratch, (size_t)count, sizeof *sections);

	for (const struct node *node = root; node; node = node_next(node, root)) {
		const struct spot *spot = &ts->pages->spots[node->index];
		bool is_top;

		if (!is_section_heading(ts, node) || spot->page < 0)
			continue;
		while (page < spot->page)
			sections[page++] = open;
		is_top = spot->y <= ts->look->top + ts->look->head_bar +
		        ts->look->space[SPACE_bar_below] + ts->look->type[STYLE_BODY].size / 2;
		if (page == spot->page) {
			const struct node *outer = heading_style(ts, node) == STYLE_H1
			    ? NULL
			    : heading_of(ts, node->parent->parent);

			sections[page++] = !is_top ? open : outer ? outer : node;
		}
		open = node;
	}
	while (page < count)
		sections[page++] = open;
	return sections;
}

static struct text
section_words(struct typesetter *ts, const struct node *heading)
{
	const struct node *number = find_inline(heading, LOOK_number);
	struct text all = node_words(ts->scratch, heading);
	struct text first = number ? node_words(ts->scratch, number) : TEXT("");

	return text_format(ts->scratch, "%.*s%s%.*s", TEXT_ARGS(first), first.length ? "  " : "",
	    TEXT_ARGS(text_trim(text_from(all, first.length))));
}

static void
paint_head(const struct painter *painter, const struct frame_place *frame,
    const struct node *section)
{
	struct typesetter *ts = painter->ts;
	const struct tokens *look = ts->look;
	struct fount fount = run_fount(ts, COLOUR_muted);
	length rule = frame->y - look->space[SPACE_run];
	length base =
	    rule - look->space[SPACE_run_rule] - fount.size + scaled(fount.size, BASE_LINE, 1000);
	struct text right_words = section ? section_words(ts, section) : ts->tree->kind_title;
	struct para *right =
	    fitted(ts, &fount, right_words, frame->width / (look->run_title ? 2 : 1));
	length x = look->run_title ? frame->x + frame->width - line_width(right) : frame->x;

	if (look->run_title)
		paint_words(painter,
		    fitted(ts, &fount, ts->tree->short_title,
		        frame->width - line_width(right) - look->space[SPACE_run_between]),
		    frame->x, base);
	paint_words(painter, right, x, base);
	paint_fill(painter, COLOUR_rule, frame->x, rule, frame->width,
	    look->space[SPACE_run_edge]);
}

/* ---- the foot ---- */

/* "Page 7 of 31" by the style's phrase, its number semi-bold. */
static struct para *
page_line(struct typesetter *ts, const struct page *page)
{
	struct text phrase = style_phrase(ts->style, "page-of");
	struct fount plain = run_fount(ts, COLOUR_ink), strong = strong_fount(plain);
	struct para *para = para_begin(ts, NULL);
	struct text count = text_number(ts->scratch, (long long)ts->pages->list.count);

	while (phrase.length > 0) {
		size_t mark = text_find_byte(phrase, '{', 0);

		para_add_artifact(ts, para, &plain, text_slice(phrase, 0, mark));
		phrase = text_from(phrase, mark);
		if (text_begins(phrase, "{n}"))
			para_add_artifact(ts, para, &strong, page->label);
		else if (text_begins(phrase, "{m}"))
			para_add_artifact(ts, para, &plain, count);
		phrase = text_from(phrase, text_find_byte(phrase, '}', 0) + 1);
	}
	return set_line(ts, para);
}

static void
paint_foot(const struct painter *painter, const struct frame_place *frame)
{
	struct typesetter *ts = painter->ts;
	const struct tokens *look = ts->look;
	struct fount fount = run_fount(ts, COLOUR_muted);
	length base =
	    frame->y + frame->height + look->space[SPACE_run] + scaled(fount.size, BASE_LINE, 1000);
	struct para *page = page_line(ts, painter->page);
	length room = frame->width - line_width(page) - look->space[SPACE_run_between];
	struct para *council = fitted(ts, &fount, ts->tree->council, room);
	struct text version = ts->tree->version;

	if (ts->tree->draft)
		version = text_format(ts->scratch, "%.*s%s%.*s",
		    TEXT_ARGS(style_phrase(ts->style, "draft")), version.length ? " · " : "",
		    TEXT_ARGS(version));
	paint_words(painter, council, frame->x, base);
	if (look->run_version || ts->tree->draft)
		paint_words(painter,
		    fitted(ts, &fount, version,
		        room - line_width(council) - look->space[SPACE_run_gap]),
		    frame->x + line_width(council) +
		        (line_width(council) ? look->space[SPACE_run_gap] : 0),
		    base);
	paint_words(painter, page, frame->x + frame->width - line_width(page), base);
}

/* ---- draft ---- */

void
paint_turned(const struct painter *painter, const struct para *para, length x, length y,
    uint16_t turn)
{
	size_t first = painter->page->boxes.count;

	paint_words(painter, para, x, y);
	for (size_t i = first; i < painter->page->boxes.count; i++)
		painter->page->boxes.at[i].turn = turn;
}

/* Boxes from first on are drawn before the others. */
static void
move_behind(struct page *page, struct arena *arena, size_t first)
{
	size_t count = page->boxes.count - first;
	struct box *moved = arena_copy(arena, page->boxes.at + first, count * sizeof *moved);

	memmove(page->boxes.at + count, page->boxes.at, first * sizeof *moved);
	memcpy(page->boxes.at, moved, count * sizeof *moved);
}

static void
paint_draft(struct painter *painter)
{
	struct typesetter *ts = painter->ts;
	size_t first = painter->page->boxes.count;
	struct fount fount = fount_of(ts, STYLE_TITLE);
	struct para *para;

	fount.size = ts->look->space[SPACE_draft];
	fount.colour = COLOUR_tint;
	para = para_begin(ts, NULL);
	para_add_artifact(ts, para, &fount, style_phrase(ts->style, "draft"));
	set_line(ts, para);
	painter->artifact = ARTIFACT_WATERMARK;
	paint_turned(painter, para, painter->page->width / 2 - line_width(para) * 41 / 100,
	    painter->page->height / 2 + line_width(para) * 29 / 100, DRAFT_TURN);
	move_behind(painter->page, ts->scratch, first);
}

void
paint_furniture(struct typesetter *ts)
{
	const struct node **sections = find_sections(ts);
	bool has_cover = !ts->is_flat;

	for (size_t i = 0; i < ts->pages->list.count; i++) {
		struct page *page = &ts->pages->list.at[i];
		struct painter painter = { ts, page, ARTIFACT_HEADER, false };
		struct frame_place frame = page_frame(ts->look, page->landscape);

		if (ts->tree->draft)
			paint_draft(&painter);
		painter.artifact = ARTIFACT_HEADER;
		if (ts->tree->has_exempt)
			paint_exempt_bar(&painter);
		if (i == 0 && has_cover)
			continue;
		paint_head(&painter, &frame, sections[i]);
		painter.artifact = ARTIFACT_FOOTER;
		paint_foot(&painter, &frame);
	}
}
