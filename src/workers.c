/* SPDX-License-Identifier: MIT */
/*
 * Processes that share out jobs among them.
 *
 * The next job's number stands in memory that all share; a worker takes it,
 * does the job and sends a packet home: the job's number, its result, its
 * reports. A pipe that ends without all packets of the jobs taken tells of a
 * worker that died. The order in which packets come does not matter: reports
 * are sorted when they are printed, results stand by the job's number.
 */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/file.h"
#include "workers.h"

enum { MOST_WORKERS = 256, NO_JOB = 0 };

/* In shared memory: the job to take next; and of each worker, its job and one, or NO_JOB. */
struct board { atomic_size_t next, at[MOST_WORKERS]; };

struct crew {
	const struct work *work;
	struct board *board;
	struct diag *diag;
	struct text *results;
	struct {
		int pipe;
		pid_t process;
		atomic_size_t *at;
		struct buffer in;
	} workers[MOST_WORKERS];
	int running;
};

struct packet { size_t job, result, reports; };	/* then the bytes of both */

static void
send_all(int out, const void *bytes, size_t size)
{
	const char *s = bytes;

	while (size > 0) {
		ssize_t sent = write(out, s, size);

		if (sent < 0 && errno == EINTR)
			continue;
		if (sent < 0)
			die("a worker cannot reach the main process: %s", strerror(errno));
		s += sent;
		size -= (size_t)sent;
	}
}

/* The next job, as the one that the worker is at; false when none is left. */
static bool
take_job(struct crew *crew, atomic_size_t *at, size_t *job)
{
	*job = atomic_fetch_add(&crew->board->next, 1);
	if (*job >= crew->work->count)
		return false;
	atomic_store(at, *job + 1);
	return true;
}

static void
work(struct crew *crew, atomic_size_t *at, int out)
{
	size_t job;

	while (take_job(crew, at, &job)) {
		struct arena *arena = arena_new();
		struct diag diag = { .arena = arena, .fatal_warnings = crew->diag->fatal_warnings };
		struct text reports,
		    result = crew->work->job(crew->work->shared, job, arena, &diag);
		struct packet packet = { .job = job, .result = result.length };

		diag_pack(&diag, &reports);
		packet.reports = reports.length;
		files_publish();
		send_all(out, &packet, sizeof packet);
		send_all(out, result.s, result.length);
		send_all(out, reports.s, reports.length);
		atomic_store(at, NO_JOB);
		arena_drop(arena);
	}
}

/*
 * A single job is done here: a process of its own, with the pages that it
 * copies, takes one and a half of the twenty milliseconds that ten pages take.
 */
static void
work_alone(const struct work *work_to_do, struct diag *diag, struct text *results)
{
	struct arena *arena = arena_new();
	struct diag own = { .arena = arena, .fatal_warnings = diag->fatal_warnings };
	struct text reports;

	results[0] = text_copy(diag->arena, work_to_do->job(work_to_do->shared, 0, arena, &own));
	diag_pack(&own, &reports);
	if (!diag_unpack(diag, reports))
		diag->failed = true;
	arena_drop(arena);
}

static void
start_worker(struct crew *crew)
{
	int ends[2], place = crew->running++;
	atomic_size_t *at = &crew->board->at[place];
	pid_t process;

	atomic_store(at, NO_JOB);
	if (pipe(ends) < 0 || (process = fork()) < 0)
		die("no worker can be started: %s", strerror(errno));
	if (process == 0) {
		close(ends[0]);
		die_sweep = file_abandon;	/* the rest is the main process's to tell */
		work(crew, at, ends[1]);
		_exit(0);
	}
	close(ends[1]);
	crew->workers[place].pipe = ends[0];
	crew->workers[place].process = process;
	crew->workers[place].at = at;
	crew->workers[place].in = (struct buffer){ .arena = crew->diag->arena };
}

/* Takes the whole packets out of what a worker has sent. */
static void
take_packets(struct crew *crew, struct buffer *in)
{
	struct packet packet;
	size_t at = 0;

	while (in->length - at >= sizeof packet) {
		const char *bytes = in->s + at + sizeof packet;
		struct text reports;

		memcpy(&packet, in->s + at, sizeof packet);
		if (in->length - at - sizeof packet < packet.result + packet.reports)
			break;
		crew->results[packet.job] = text_copy(crew->diag->arena,
		    (struct text){ bytes, packet.result });
		reports = (struct text){ bytes + packet.result, packet.reports };
		if (!diag_unpack(crew->diag, reports))
			crew->diag->failed = true;
		at += sizeof packet + packet.result + packet.reports;
	}
	memmove(in->s, in->s + at, in->length - at);
	in->length -= at;
}

/* Reads what is there of one worker; false when it has ended. */
static bool
hear(struct crew *crew, int place)
{
	enum { CHUNK = 1 << 16 };
	struct buffer *in = &crew->workers[place].in;
	ssize_t got = read(crew->workers[place].pipe, buffer_reserve(in, CHUNK), CHUNK);

	if (got < 0 && errno == EINTR)
		return true;
	if (got <= 0)
		return false;
	in->length += (size_t)got;
	take_packets(crew, in);
	return true;
}

/* A worker that ends with an error has said why; one that a signal ends could not. */
static void
tell_of_crash(const struct crew *crew, int place, int number)
{
	size_t at = atomic_load(crew->workers[place].at);
	struct text name = at == NO_JOB ? TEXT("a document") :
	    crew->work->name(crew->work->shared, at - 1);

	fprintf(stderr, "planpress: signal %d (%s) ended the writing of %.*s: this is a fault of "
	    "planpress or of the machine, and not of the document\n", number, strsignal(number),
	    TEXT_ARGS(name));
}

static void
end_worker(struct crew *crew, int place)
{
	int status;

	close(crew->workers[place].pipe);
	while (waitpid(crew->workers[place].process, &status, 0) < 0 && errno == EINTR)
		;
	if (WIFSIGNALED(status))
		tell_of_crash(crew, place, WTERMSIG(status));
	if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
		crew->diag->failed = true;
		file_sweep(crew->work->folder, crew->workers[place].process);
	}
	crew->workers[place] = crew->workers[--crew->running];
}

static void
hear_all(struct crew *crew)
{
	struct pollfd polled[MOST_WORKERS];

	for (int i = 0; i < crew->running; i++)
		polled[i] = (struct pollfd){ .fd = crew->workers[i].pipe, .events = POLLIN };
	if (poll(polled, (nfds_t)crew->running, -1) < 0 && errno != EINTR)
		die("the main process cannot hear its workers: %s", strerror(errno));
	for (int i = crew->running - 1; i >= 0; i--)
		if (polled[i].revents && !hear(crew, i))
			end_worker(crew, i);
}

void
workers_run(int workers, const struct work *work_to_do, struct diag *diag, struct text *results)
{
	struct crew crew = { .work = work_to_do, .diag = diag, .results = results };

	if (work_to_do->count == 1) {
		work_alone(work_to_do, diag, results);
		return;
	}
	signal(SIGCHLD, SIG_DFL);	/* who ignores it hears of no worker that died */
	crew.board = mmap(NULL, sizeof *crew.board, PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (crew.board == MAP_FAILED)
		die("no memory can be shared with workers: %s", strerror(errno));
	atomic_init(&crew.board->next, 0);
	for (int i = 0; i < workers && i < MOST_WORKERS && (size_t)i < work_to_do->count; i++)
		start_worker(&crew);
	while (crew.running > 0) {
		hear_all(&crew);
		if (crew.running == 0 && atomic_load(&crew.board->next) < work_to_do->count)
			start_worker(&crew);	/* all have died, and there is work left */
	}
	munmap(crew.board, sizeof *crew.board);
}
