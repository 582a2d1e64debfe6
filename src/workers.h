/* SPDX-License-Identifier: MIT */
/*
 * Processes that share out jobs among them.
 */
#ifndef WORKERS_H
#define WORKERS_H

#include "base/diag.h"

/*
 * One job, in a worker: reports go to diag; what it returns comes back as the
 * job's result, in the roof's arena; the files that it has prepared are published
 * when it is done.
 */
typedef struct text worker_job(const void *shared, size_t job, struct arena *, struct diag *);
/* What people call a job: the path of its document. */
typedef struct text job_name(const void *shared, size_t job);

struct work {
	worker_job *job;
	job_name *name;
	const void *shared;
	size_t count;
	const char *folder;
};

/*
 * Does jobs 0 to count - 1 in at most `workers` processes at once, that see all
 * memory as it is now. Their reports are added to diag; results[job] is set to
 * what the job returned. A worker that dies loses only the job it was at: its
 * result stays empty, diag->failed is set, what it left half-written under
 * folder is removed, and the other jobs are done; where a signal ended it,
 * stderr is told by the job's name.
 *
 * A job that is the only one is done in this process. Its files are the caller's
 * to publish, with what else belongs to them; what ends it (die) ends the
 * program, and a signal that kills it kills the program: nothing is then in its
 * place, but what was written beside it stays there.
 */
void workers_run(int workers, const struct work *, struct diag *, struct text *results);

#endif
