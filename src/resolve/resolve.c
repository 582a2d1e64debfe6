/* SPDX-License-Identifier: MIT */
/*
 * A corpus made true to itself, pass by pass.
 *
 * First everything is checked, then what the audience may not see is removed,
 * and only then anything is derived: so nothing exempt can come out by
 * arithmetic. In a public run the checks do not see exempt matter either.
 */
#include "base/file.h"
#include "resolve/pass.h"
#include "resolve/resolve.h"
#include "resolve/values/values.h"

struct pass { void (*run)(struct resolution *); };

static const struct pass passes[] = {
	/* check */
	{ find_exempt_files },		/* appendices and items whose documents are exempt */
	{ check_exempt_marks },
	{ find_notes },			/* which of them are exempt */
	{ check_prose },		/* numbers typed by hand go, before titles become ids */
	{ find_names },			/* ids, joins, what names mean */
	{ find_links },
	{ check_required },
	{ check_front_matter },
	{ check_lengths },
	{ check_dates },
	{ check_scores },
	{ check_risk_keys },
	{ check_totals },
	{ check_figures },
	/* remove */
	{ remove_exempt },
	/* people: of what is left, so that nothing exempt is told by a name */
	{ put_posts_for_names },
	{ check_contacts },
	/* derive */
	{ derive },
	{ check_coverage },		/* of what is left */
	{ check_numbers_named },	/* by what is left, as it is numbered */
};

struct diag *
about(const struct resolution *resolution, const struct document *document)
{
	resolution->diag->about = document;
	return resolution->diag;
}

void
resolve_corpus(struct corpus *corpus, struct diag *diag)
{
	struct resolution resolution = { .corpus = corpus, .arena = corpus->arena, .diag = diag,
	    .hides = corpus->audience == AUDIENCE_PUBLIC };

	resolution.paths.arena = resolution.placed.arena = corpus->arena;
	for (size_t i = 0; i < corpus->documents.count; i++) {
		map_set(&resolution.paths, corpus->documents.at[i]->path, corpus->documents.at[i]);
		document_list_sections(corpus->arena, corpus->documents.at[i]);
	}
	for (size_t i = 0; i < sizeof passes / sizeof *passes; i++)
		passes[i].run(&resolution);
	diag->about = NULL;
}
