/* SPDX-License-Identifier: MIT */
/*
 * The file of a face: where it is, and whether it is the one that the style
 * names.
 */
#ifndef TYPESET_TEXT_FONTFILE_H
#define TYPESET_TEXT_FONTFILE_H

#include "model/style.h"

/*
 * The face with its path: the style's own file, or the first of that name in
 * the system's folders. Reports not_reproducible when its sum is another than
 * the style's. A file that is nowhere ends the program.
 */
const struct face *find_font_file(struct arena *, const struct face *, struct diag *);

#endif
