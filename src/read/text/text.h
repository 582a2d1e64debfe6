/* SPDX-License-Identifier: MIT */
/*
 * Markdown with front matter, as part of a corpus.
 */
#ifndef READ_TEXT_TEXT_H
#define READ_TEXT_TEXT_H

#include "read/include.h"

struct yaml; struct grid;

/* The front matter of a file, and where its body begins. */
struct front_matter {
	const struct yaml *says;	/* never null */
	struct text body;
	int line;			/* of the body's first */
	bool sound;			/* there is front matter, and it is closed */
};
struct front_matter read_front_matter(struct arena *, struct diag *, const char *file,
    struct text bytes);

/* The document of the reading (its kind is set), from front matter and body. */
void read_markdown(struct reading *, const char *file, const struct front_matter *);

/* The body of a part, as the children of a block BLOCK_PLACE. */
void read_part(const struct reading *, const struct under *, const char *file,
    const struct front_matter *, struct block *place);

/*
 * A CSV file as records of the section, or as a free table, as the children of
 * a block BLOCK_PLACE.
 */
void read_grid(const struct reading *, const struct under *, const struct grid *,
    struct block *place);

#endif
