/* SPDX-License-Identifier: MIT */
/*
 * Looking into a house style: which field an author's label means.
 */
#include <assert.h>

#include "model/style.h"

const char *const type_style_names[STYLE_COUNT] = {
	[STYLE_TITLE] = "title", [STYLE_SUBTITLE] = "subtitle", [STYLE_H1] = "h1", [STYLE_H2] = "h2",
	[STYLE_H3] = "h3", [STYLE_H4] = "h4", [STYLE_LEAD] = "lead", [STYLE_BODY] = "body",
	[STYLE_FORM] = "form", [STYLE_TABLE] = "table", [STYLE_THEAD] = "thead", [STYLE_GROUP] = "group",
	[STYLE_SMALL] = "small", [STYLE_NOTE] = "note", [STYLE_LABEL] = "label", [STYLE_RUN] = "run",
	[STYLE_FIGURE] = "figure",
};

const char *const colour_names[COLOUR_COUNT] = {
	"",
#define COLOUR(name) #name,
#include "model/colours.def"
#undef COLOUR
};

struct text
style_phrase(const struct style *style, const char *name)
{
	const struct text *phrase = map_find(&style->phrases, text_of(name));

	assert(phrase);
	return *phrase;
}
