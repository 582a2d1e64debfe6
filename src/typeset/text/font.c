/* SPDX-License-Identifier: MIT */
/*
 * A family and a weight to faces. The nearest weight of a family wins, the
 * heavier of two that are equally near; then each fallback family gives its
 * own nearest face. A style names its faces; what it does not name is not used.
 */
#include "typeset/text/font.h"

#include <stdlib.h>

/* The place of the nearest face of a family, or -1. */
static int
nearest(const struct tokens *look, struct text family, int weight)
{
	int found = -1;

	for (size_t i = 0; i < look->faces.count; i++) {
		const struct face *face = &look->faces.at[i];
		int off = abs(face->weight - weight), best;

		if (face->italic || !text_equal(face->family, family))
			continue;
		best = found < 0 ? off + 1 : abs(look->faces.at[found].weight - weight);
		if (off < best || (off == best && face->weight > look->faces.at[found].weight))
			found = (int)i;
	}
	return found;
}

struct face_chain
find_faces(const struct tokens *look, enum family family, int weight)
{
	const struct text names[] = {
		[FAMILY_TEXT] = look->text_family, [FAMILY_DISPLAY] = look->display_family,
	};
	struct face_chain chain = { .count = 1 };

	chain.faces[0] = nearest(look, names[family], weight);
	if (chain.faces[0] < 0)
		die("the style names no face of the family \"%.*s\"", TEXT_ARGS(names[family]));
	for (size_t i = 0; i < look->fallback.count && chain.count < FACE_CHAIN_MOST; i++) {
		int face = nearest(look, look->fallback.at[i], weight);

		if (face >= 0)
			chain.faces[chain.count++] = face;
	}
	return chain;
}
