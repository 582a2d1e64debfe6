/* SPDX-License-Identifier: MIT */
/*
 * Which faces set words: for a family and a weight, the face itself and those
 * that stand in for it, glyph by glyph.
 */
#ifndef TYPESET_TEXT_FONT_H
#define TYPESET_TEXT_FONT_H

#include "model/style.h"

enum family { FAMILY_TEXT, FAMILY_DISPLAY };
enum { FACE_CHAIN_MOST = 8 };

/* Faces by their places in tokens.faces, in the order in which they are asked for a glyph. */
struct face_chain { int faces[FACE_CHAIN_MOST], count; };

/*
 * The upright faces nearest to the weight; ends the program when the style has
 * none of the family.
 */
struct face_chain find_faces(const struct tokens *, enum family, int weight);

#endif
