/* SPDX-License-Identifier: MIT */
/*
 * A tree to one HTML file that needs nothing beside it: sheet and pictures are
 * inside, fonts are named. It holds the words of the tree and no others, so
 * that paper and screen say the same; it works without script.
 */
#include "write/html/html.h"
#include "write/html/page.h"

static void
put_meta(struct html *html, const char *name, struct text content)
{
	if (content.length == 0)
		return;
	buffer_format(&html->out, "<meta name=\"%s\"", name);
	put_attribute(html, "content", content);
	buffer_string(&html->out, ">\n");
}

static void
put_head(struct html *html)
{
	const struct tree *tree = html->tree;

	buffer_string(&html->out, "<!DOCTYPE html>\n<html");
	put_attribute(html, "lang", tree->language);
	put_attribute(html, "dir", language_runs_left(tree->language) ? TEXT("rtl") : TEXT(""));
	buffer_string(&html->out, ">\n<head>\n<meta charset=\"utf-8\">\n"
	    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
	buffer_escaped(&html->out, tree->title);
	if (tree->council.length > 0) {
		buffer_string(&html->out, " – ");
		buffer_escaped(&html->out, tree->council);
	}
	buffer_string(&html->out, "</title>\n");
	put_meta(html, "description", tree->description);
	put_meta(html, "author", tree->author);
	put_meta(html, "keywords", tree->keywords);
	put_meta(html, "generator", TEXT("planpress"));
	buffer_string(&html->out, "<style>\n");
	put_sheet(html);
	buffer_string(&html->out, "</style>\n</head>\n");
}

static const struct node *
find_contents(const struct tree *tree)
{
	for (const struct node *child = tree->root->first; child; child = child->next)
		if (child->look == LOOK_contents)
			return child;
	return NULL;
}

/* The first way on for those who come by keyboard: past the contents. */
static void
put_skip(struct html *html, const struct node *contents)
{
	const struct node *next = contents ? contents->next : NULL;

	if (!next || next->id.length == 0)
		return;
	buffer_format(&html->out, "<a class=\"skip\" href=\"#%.*s\">", TEXT_ARGS(next->id));
	buffer_escaped(&html->out, style_phrase(html->style, "skip"));
	buffer_string(&html->out, "</a>\n");
}

struct text
html_document(struct arena *arena, const struct edition *edition)
{
	struct html html = { .out = { .arena = arena }, .tree = edition->tree,
	    .style = edition->style, .drawings = edition->drawings };
	const struct node *contents = find_contents(edition->tree);

	put_head(&html);
	buffer_string(&html.out, edition->tree->draft ? "<body class=\"draft\">\n" : "<body>\n");
	put_skip(&html, contents);
	/*
	 * Contents stand beside the text where the screen is wide enough;
	 * without them the text has it all.
	 */
	buffer_string(&html.out, contents ? "<main class=\"beside\">\n" : "<main>\n");
	put_children(&html, edition->tree->root);
	buffer_string(&html.out, "\n</main>\n</body>\n</html>\n");
	return buffer_view(&html.out);
}
