/* SPDX-License-Identifier: MIT */
/*
 * Processes that share out jobs among them.
 */
#ifndef WORKERS_H
#define WORKERS_H

#include "base/diag.h"

/*
 * One job, in a worker: reports go to diag; what it returns comes back as the
 * job's result, in the roof's arena.
 */
typedef struct text worker_job(const void *shared, size_t job, struct arena *, struct diag *);

/*
 * Does jobs 0 to count - 1 in at most `workers` processes at once, that see all
 * memory as it is now. Their reports are added to diag; results[job] is set to
 * what the job returned. A worker that dies loses only the job it was at: its
 * result stays empty, diag->failed is set, what it left half-written under
 * folder is removed, and the other jobs are done. A job that is the only one
 * is done in this process, and what ends it (die) ends the program.
 */
struct work { worker_job *job; const void *shared; size_t count; const char *folder; };
void workers_run(int workers, const struct work *, struct diag *, struct text *results);

#endif
