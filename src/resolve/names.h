/* SPDX-License-Identifier: MIT */
/*
 * What names mean: ids within a document, and names in running text.
 */
#ifndef RESOLVE_NAMES_H
#define RESOLVE_NAMES_H

#include "resolve/lexicon.h"
#include "resolve/pass.h"

/* Where a name comes in the order of meaning (the lower the first). */
enum rank { RANK_PRIORITY, RANK_REFERENCE, RANK_HERE, RANK_DOCUMENT, RANK_ELSEWHERE,
    RANK_SUPERSEDED };

/* One of the things that bear a name. */
struct bearer {
	struct target to;
	enum rank rank;			/* for documents other than its own, where own is set */
	const struct document *own;	/* whose record it is: for that document it is RANK_HERE */
	bool by_id;			/* by its id or reference, not by its title */
	bool derived;			/* and that id is derived from the title */
};
ARRAY(struct bearer, bearers);
struct name { struct text words; struct bearers bearers; };

/* An id of a document. */
struct identity {
	struct target to;
	struct place at;
	bool given;
	bool counted;			/* it ends in -2, -3, … */
	int derived;			/* how many titles give it */
};

struct names {
	struct lexicon *open;		/* name to struct name */
	struct lexicon *exempt;		/* of what is hidden; empty when nothing is */
	struct map ids[2];		/* "document id" and hidden ones, to struct identity */
};

/*
 * What a name means in a document: how many bearers of its first rank; which,
 * when it is one.
 */
struct meaning { const struct bearer *bearer; int count; };
struct meaning name_meaning(const struct name *, const struct document *from);

/* The name nearest to words, to be suggested; null when none is near. */
const struct name *nearest_name(const struct names *, struct text words);
/* True for what is so near a name that it must be a slip of the pen. */
bool is_slip(const struct names *, struct text words);

/* The thing with that id in a document, whatever the case; null when there is none. */
const struct identity *find_id(const struct names *, const struct document *, struct text id);
/* The same among what is hidden. */
const struct identity *find_hidden_id(const struct names *, const struct document *,
    struct text id);

/*
 * The sentence that tells an author how to give a thing an id: "add `{#x}` to
 * the heading at 3:1".
 */
struct text how_to_name(const struct resolution *, const struct target *, struct text id,
    const char *file);

#endif
