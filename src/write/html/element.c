/* SPDX-License-Identifier: MIT */
/*
 * Nodes to elements: one node, one element, its look the class.
 *
 * Exceptions, so that the HTML is what a web author would write: a list's
 * labels are the browser's where they are bullets or plain numbers; the page
 * numbers of PAGE_OF are left out; a paragraph alone in a cell or item is its text.
 */
#include "write/html/page.h"

void
put_attribute(struct html *html, const char *name, struct text value)
{
	if (value.length == 0)
		return;
	buffer_format(&html->out, " %s=\"", name);
	buffer_escaped(&html->out, value);
	buffer_byte(&html->out, '"');
}

static void
put_class(struct html *html, enum look look, const char *classes)
{
	if (look == LOOK_plain && !classes)
		return;
	buffer_string(&html->out, " class=\"");
	if (look != LOOK_plain)
		buffer_name(&html->out, look_names[look]);
	if (classes && look != LOOK_plain)
		buffer_byte(&html->out, ' ');
	if (classes)
		buffer_string(&html->out, classes);
	buffer_byte(&html->out, '"');
}

/* A language, and the direction that it is written in where that is another than around it. */
static void
put_language(struct html *html, const struct node *node)
{
	bool runs_left = language_runs_left(node->language);

	if (node->language.length == 0)
		return;
	put_attribute(html, "lang", node->language);
	if (runs_left != language_runs_left(node_language(html->tree, node->parent)))
		put_attribute(html, "dir", runs_left ? TEXT("rtl") : TEXT("ltr"));
}

void
put_attributes(struct html *html, const struct node *node, const char *classes)
{
	put_attribute(html, "id", node->id);
	put_language(html, node);
	put_class(html, node->look, classes);
}

void
put_children(struct html *html, const struct node *node)
{
	for (const struct node *child = node->first; child; child = child->next)
		put_node(html, child);
}

/* <name …>children</name>, on a line of its own. */
static void
put_block(struct html *html, const struct node *node, const char *name, const char *classes)
{
	buffer_format(&html->out, "\n<%s", name);
	put_attributes(html, node, classes);
	buffer_byte(&html->out, '>');
	put_children(html, node);
	buffer_format(&html->out, "</%s>", name);
}

static void
put_inline(struct html *html, const struct node *node, const char *name, const char *classes)
{
	buffer_format(&html->out, "<%s", name);
	put_attributes(html, node, classes);
	buffer_byte(&html->out, '>');
	put_mark(html, node->mark);
	put_children(html, node);
	buffer_format(&html->out, "</%s>", name);
}

static void
put_span(struct html *html, const struct node *node)
{
	static const char *const classes[MARK_COUNT] = {[MARK_AHEAD] = "ahead",
	    [MARK_ON] = "on",
	    [MARK_NEAR] = "near",
	    [MARK_OFF] = "off",
	    [MARK_NO_STATUS] = "none",
	    [MARK_BETTER] = "direction",
	    [MARK_SAME] = "direction",
	    [MARK_WORSE] = "direction",
	    [MARK_DONE] = "done",
	    [MARK_OPEN] = "open",
	    [MARK_BAND_1] = "band",
	    [MARK_BAND_2] = "band",
	    [MARK_BAND_3] = "band",
	    [MARK_BAND_4] = "band"};

	if (node->look == LOOK_plain && node->mark == MARK_NONE &&
	    node->language.length == 0 && node->id.length == 0)
		put_children(html, node);
	else
		put_inline(html, node,
		    node->look == LOOK_strong         ? "strong"
		        : node->look == LOOK_emphasis ? "em"
		                                      : "span",
		    classes[node->mark]);
}

/*
 * Where a link leads: to the web, another output, or here. In the name of a
 * file no character is a mark.
 */
static struct text
address_of(struct html *html, const struct node *link)
{
	struct buffer address = { .arena = html->out.arena };

	buffer_address(&address, link->address, "");
	if (link->document.length > 0) {
		buffer_address(&address, link->document, "%?#:");
		buffer_string(&address, ".html");
	}
	if (link->to.length > 0 || address.length == 0)
		buffer_byte(&address, '#');
	buffer_text(&address, link->to);
	return buffer_view(&address);
}

/* A link to a page number alone is for paper: on a screen nothing would stand in it. */
static bool
is_for_paper(const struct node *link)
{
	return link->first && !link->first->next && link->first->tag == TAG_PAGE_OF;
}

/* A link whose words are its address: it is not said again in print. */
static bool
says_address(struct html *html, const struct node *link)
{
	return link->address.length > 0 &&
	    text_equal(node_words(html->out.arena, link), link->address);
}

static void
put_link(struct html *html, const struct node *node)
{
	if (is_for_paper(node))
		return;
	buffer_string(&html->out, "<a");
	put_attributes(html, node, says_address(html, node) ? "address" : NULL);
	put_attribute(html, "href", address_of(html, node));
	put_attribute(html, "aria-label", node->spoken);
	buffer_byte(&html->out, '>');
	put_mark(html, node->mark);
	put_children(html, node);
	buffer_string(&html->out, "</a>");
}

/* The mark of a note is raised; another reference is a link in the line. */
static void
put_reference(struct html *html, const struct node *node)
{
	bool is_raised = node->look == LOOK_note_mark;

	if (is_raised)
		buffer_string(&html->out, "<sup>");
	if (node->to.length > 0)
		put_link(html, node);
	else
		put_inline(html, node, "span", NULL);
	if (is_raised)
		buffer_string(&html->out, "</sup>");
}

/* The first and only paragraph of an item or cell needs no element of its own. */
static void
put_unwrapped(struct html *html, const struct node *node)
{
	const struct node *only = node->first;
	bool is_alone = only && !only->next && only->tag == TAG_P && only->look == LOOK_plain &&
	    only->id.length == 0 && only->language.length == 0;

	put_children(html, is_alone ? only : node);
}

/* True for labels that a browser draws by itself: bullets, or 1, 2, 3. */
static bool
is_drawn_by_browser(struct html *html, const struct node *list, int *start)
{
	int number = 0;

	for (const struct node *item = list->first; item; item = item->next) {
		struct text label = item->first && item->first->tag == TAG_LBL ?
		    node_words(html->out.arena, item->first) : TEXT("");
		int64_t value = 0;

		if (!list->ordered && !text_is(label, "•"))
			return false;
		for (size_t i = 0; i < label.length && list->ordered; i++) {
			if (label.s[i] < '0' || label.s[i] > '9' || i > 6)
				return false;
			value = value * 10 + (label.s[i] - '0');
		}
		if (number == 0)
			*start = (int)value;
		if (list->ordered && value != *start + number)
			return false;
		number++;
	}
	return true;
}

/* A label, or what stands beside it. */
static void
put_labelled(struct html *html, const struct node *part)
{
	if (part->tag == TAG_LBL) {
		put_inline(html, part, "span", "label");
		buffer_byte(&html->out, ' ');
		return;
	}
	buffer_string(&html->out, "<div>");
	put_unwrapped(html, part);
	buffer_string(&html->out, "</div>");
}

static void
put_list(struct html *html, const struct node *list)
{
	int start = 1;
	bool is_usual = is_drawn_by_browser(html, list, &start);
	const char *name = list->ordered && is_usual ? "ol" : "ul";

	buffer_format(&html->out, "\n<%s", name);
	put_attributes(html, list, is_usual ? NULL : "labelled");
	if (!is_usual)
		buffer_string(&html->out, " role=\"list\"");
	if (list->ordered && is_usual && start != 1)
		buffer_format(&html->out, " start=\"%d\"", start);
	buffer_byte(&html->out, '>');
	for (const struct node *item = list->first; item; item = item->next) {
		buffer_string(&html->out, "\n<li");
		put_attributes(html, item, NULL);
		buffer_byte(&html->out, '>');
		for (const struct node *part = item->first; part; part = part->next)
			if (is_usual && part->tag != TAG_LBL)
				put_unwrapped(html, part);
			else if (!is_usual)
				put_labelled(html, part);
		buffer_string(&html->out, "</li>");
	}
	buffer_format(&html->out, "</%s>", name);
}

/* A list within a list stands in the item before it, as HTML has it. */
static void
put_entries(struct html *html, const struct node *list)
{
	buffer_string(&html->out, "\n<ol role=\"list\">");
	for (const struct node *entry = list->first; entry; entry = entry->next) {
		buffer_string(&html->out, "\n<li>");
		put_unwrapped(html, entry);
		if (entry->next && entry->next->tag == TAG_TOC) {
			entry = entry->next;
			put_entries(html, entry);
		}
		buffer_string(&html->out, "</li>");
	}
	buffer_string(&html->out, "</ol>");
}

/*
 * The contents: a closed box on a narrow screen, the column at the left on a
 * wide one. Those of an appendix are its text.
 */
static void
put_contents(struct html *html, const struct node *sect)
{
	const struct node *child = sect->first;

	buffer_string(&html->out, "\n<nav");
	put_attributes(html, sect, NULL);
	if (child && child->tag == TAG_H)
		put_attribute(html, "aria-label", node_words(html->out.arena, child));
	buffer_string(&html->out, "><details><summary>");
	if (child && child->tag == TAG_H) {
		put_node(html, child);
		child = child->next;
	}
	buffer_string(&html->out, "</summary>");
	for (; child; child = child->next)
		put_node(html, child);
	buffer_string(&html->out, "</details></nav>");
}

static void
put_heading(struct html *html, const struct node *node)
{
	char name[3] = { 'h', (char)('0' + node->level), '\0' };

	put_block(html, node, name, NULL);
}

static void
put_words(struct html *html, const struct node *node)
{
	size_t split = html->tail > 0 ? number_tail(node->words) : 0;

	/* "4% below the baseline" is no tail of a number: it would not break over lines. */
	if (split > 0 && (int)utf8_count(text_from(node->words, split)) > html->tail)
		split = 0;
	if (split == 0) {
		html->tail = 0;
		put_kept(html, node, node->words);
		return;
	}
	put_kept(html, node, text_slice(node->words, 0, split));
	buffer_format(&html->out, "<span class=\"tail t%d\">", html->tail);
	buffer_escaped(&html->out, text_from(node->words, split));
	/* a note's mark stands at its figure */
	html->tail_is_open = node->parent == html->holds_tail;
	if (!html->tail_is_open)
		buffer_string(&html->out, "</span>");
	html->tail = 0;
}

static void
put_sect(struct html *html, const struct node *sect)
{
	if (sect->look == LOOK_contents && sect->parent->tag == TAG_DOCUMENT)
		put_contents(html, sect);
	else
		put_block(html, sect, sect->look == LOOK_cover ? "header" : "section", NULL);
}

void
put_node(struct html *html, const struct node *node)
{
	switch (node->tag) {
	case TAG_SECT:		put_sect(html, node); break;
	case TAG_DOCUMENT:
	case TAG_DIV:
	case TAG_FORM:
	case TAG_NOTE:		put_block(html, node, "div", NULL); break;
	case TAG_QUOTE:		put_block(html, node, "blockquote", NULL); break;
	case TAG_H:		put_heading(html, node); break;
	case TAG_P:		put_block(html, node, "p", NULL); break;
	case TAG_L:		put_list(html, node); break;
	case TAG_TOC:
		if (node->first)
			put_entries(html, node);
		break;
	case TAG_TABLE:		put_table(html, node); break;
	case TAG_FIGURE:	put_figure(html, node); break;
	case TAG_LBL:		put_inline(html, node, "span", "label"); break;
	case TAG_LBODY:
	case TAG_LI:
	case TAG_TOCI:		put_children(html, node); break;
	case TAG_CAPTION:	put_block(html, node, "p", "caption"); break;
	case TAG_THEAD:
	case TAG_TBODY:
	case TAG_TR:
	case TAG_TH:
	case TAG_TD:		put_children(html, node); break;
	case TAG_LINK:		put_link(html, node); break;
	case TAG_REFERENCE:	put_reference(html, node); break;
	case TAG_SPAN:		put_span(html, node); break;
	case TAG_TEXT:		put_words(html, node); break;
	case TAG_BREAK:		buffer_string(&html->out, "<br>"); break;
	case TAG_PAGE_OF:
	case TAG_COUNT:		break;
	}
}
