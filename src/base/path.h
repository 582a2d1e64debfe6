/* SPDX-License-Identifier: MIT */
/*
 * Paths: parts joined by "/", of the corpus and of the machine.
 */
#ifndef BASE_PATH_H
#define BASE_PATH_H

#include "base/text.h"

/*
 * Paths by text alone: "a//b/./../c" is "a/c"; a path that leads above its
 * start keeps its ".."; what leads to its start is ".".
 */
struct text path_clean(struct arena *, struct text);
/* folder/name; the name alone when the folder is "" or "." or the name begins with "/". */
const char *path_join(struct arena *, struct text folder, struct text name);
struct text path_folder(struct text);		/* "" for a bare name, "/" for "/name" */
/* The same, to be opened: "." for a bare name. */
const char *path_folder_string(struct arena *, struct text);
/*
 * An address as a browser reads it: "a%20b" is "a b" (RFC 3986, 2.1); no control
 * character is made.
 */
struct text path_decoded(struct arena *, struct text address);
struct text path_name(struct text);
struct text path_suffix(struct text);		/* ".md"; "" when there is none, as in ".hidden" */
/* The real path with links resolved, or null. */
const char *path_real(struct arena *, const char *);

#endif
