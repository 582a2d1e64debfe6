/* SPDX-License-Identifier: MIT */
/*
 * The house: the council's facts (council.yaml) and its styles
 * (styles/NAME/fields.yaml, look.yaml, web.css), all of them data.
 */
#ifndef READ_HOUSE_HOUSE_H
#define READ_HOUSE_HOUSE_H

#include "model/corpus.h"
#include "model/style.h"
#include "read/sources.h"

struct grid; struct yaml;

struct house {
	struct arena *arena;
	struct diag *diag;
	struct sources *sources;	/* the corpus's files */
	const char *styles;		/* the program's folder of styles */
	struct map loaded;		/* name to struct style */
	struct place holidays_at;	/* where council.yaml names the file of holidays */
};

/*
 * The facts of council.yaml at the top of the corpus; the defaults, and none
 * set, when it is not there.
 */
void read_council(struct house *, struct council *);

/* The rows of the file of holidays: a date, and a name that nobody needs. */
void take_holidays(struct house *, struct council *, const struct grid *);

/* The things outside the corpus that links may name, of council.yaml and of front matter. */
void read_references(struct arena *, struct diag *, const struct yaml *, struct references *);

/*
 * The style of a name: a folder of the corpus's styles/, else of the
 * program's, with what it extends worked in. Never null: an unknown one is
 * reported at the place, and is then the default. Read once a name.
 */
const struct style *read_style(struct house *, struct text name, struct place);

#endif
