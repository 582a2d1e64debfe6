/* SPDX-License-Identifier: MIT */
/*
 * Within the room: a style while it is read. A chain of styles, the one that
 * extends none first, is applied to one style; each states what differs.
 */
#ifndef READ_HOUSE_STYLE_H
#define READ_HOUSE_STYLE_H

#include "read/house/house.h"
#include "read/yaml.h"

struct styling {
	struct house *house;
	struct arena *arena;
	struct diag *diag;
	struct style *style;
	const char *folder;		/* of the style that is applied now */
	bool first;			/* it extends none, so it may name new phrases */
	int layer;			/* of the chain, from 1 */
	/* the sections of the look, as said last */
	struct place page_at, font_at, type_at, space_at, table_at;
	/* where a colour was set last, light and dark */
	struct said { struct place at; int layer; } said[2][COLOUR_COUNT];
};

/* Reports bad_style: what is wrong as printf says it, and help. */
void refuse_style(struct styling *, struct place, struct text help, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* One fields.yaml: its kinds and fields by apply_kind, all else here. */
void apply_fields(struct styling *, const struct yaml *);
void apply_kind(struct styling *, enum record_kind, const struct yaml *);
void apply_scores(struct styling *, const struct yaml *risk);
/* Before the first: each kind with its core fields under their core names. */
void begin_kinds(struct styling *);

/* One look.yaml. After the last, roles without a dark colour keep their light one. */
void apply_look(struct styling *, const struct yaml *);
void finish_look(struct styling *);

/* Reports lengths that no page can be made of, and families without a face; after finish_look. */
void check_measures(struct styling *);

/* Reports roles of colour that cannot be told from their ground; after finish_look. */
void check_contrast(struct styling *);

/*
 * The index of the words among names (of count), compared as name_equal does;
 * else reported, and -1.
 */
int style_word(struct styling *, const struct yaml *, const char *const *names, int count);
/* The index of the key of a node among names (of count), without a report; -1. */
int style_key(const struct yaml *, const char *const *names, int count);
bool style_yes(struct styling *, const struct yaml *);
/* A list of words, or words alone as a list of one. */
struct texts style_texts(struct styling *, const struct yaml *);
/* Reports a key that is none, with the nearest of names. */
void refuse_key(struct styling *, const struct yaml *, const char *const *names, int count);

#endif
