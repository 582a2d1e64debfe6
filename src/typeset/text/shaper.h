/* SPDX-License-Identifier: MIT */
/*
 * The shaper: which faces are open, which fonts and languages have numbers,
 * and the words that are shaped. For shaper.c and shape.c alone.
 */
#ifndef TYPESET_TEXT_SHAPER_H
#define TYPESET_TEXT_SHAPER_H

#include <hb.h>

#include "base/map.h"
#include "typeset/text/shape.h"

enum { FEATURES_MOST = 16, FONTS_MOST = 64, LANGUAGES_MOST = 32 };

struct open_face {
	const struct face *face;
	hb_font_t *font;
	int upem;
	int used;		/* place in the list of used faces, or -1 */
	struct plain **plain;	/* by language */
};

struct font { enum family family; int weight; struct face_chain chain; };

struct shaper {
	struct arena *arena;
	const struct tokens *look;
	struct diag *diag;
	struct open_face *faces;		/* by tokens.faces */
	const struct face **used;
	int used_count, shaped_count;
	struct font fonts[FONTS_MOST];
	int font_count;
	struct { struct text tag; hb_language_t hb; } languages[LANGUAGES_MOST];
	int language_count;
	struct map *words;			/* by font, language, direction */
	struct map sorts;			/* of the words that joins list */
	hb_feature_t features[FEATURES_MOST];
	int feature_count;
	hb_buffer_t *buffer;
};

/* A face by its number in the look, opened when it is asked for first. */
struct open_face *open_face(struct shaper *, int number);
/* Its place among the faces that are used. */
int used_face(struct shaper *, int number);

_Noreturn void die_of_memory(struct text words);

#endif
