/* SPDX-License-Identifier: MIT */
/*
 * A small tree of YAML: maps, lists and words, each with its place. Words are
 * text whatever they look like: `no` is "no", 0.30 is "0.30".
 */
#ifndef READ_YAML_H
#define READ_YAML_H

#include "base/diag.h"

enum yaml_kind { YAML_WORDS, YAML_LIST, YAML_MAP };

struct yaml {
	enum yaml_kind kind;
	struct place at;
	struct text key;		/* its name, when it stands in a map */
	struct place key_at;
	struct text words;
	struct text source;		/* of words: as they stand in the file, with quotes */
	struct yaml *first, *next;	/* of a list or map, in the order of the source */
	bool broken;			/* of the root: what follows could not be read */
};

/*
 * The map that bytes hold; first_line is the number of their first line in
 * the file. Whatever is no plain YAML is reported (aliases, anchors, tags,
 * several documents, more than 16 levels, a key twice), and the map then holds
 * what stood before. Never null. The bytes must be UTF-8 and outlive the tree.
 */
struct yaml *read_yaml(struct arena *, struct diag *, const char *file, struct text bytes,
    int first_line);

/* The child of a name, compared as name_equal does; null when there is none. */
const struct yaml *yaml_find(const struct yaml *map, const char *name);
/* The words of a child; empty when there is none or it has no words. */
struct text yaml_words(const struct yaml *map, const char *name);

#endif
