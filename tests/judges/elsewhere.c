/* SPDX-License-Identifier: MIT */
/*
 * Another machine for a program that this library is preloaded into: folders
 * list their files backwards, and the clock stands a good year later. What a
 * program writes may depend on neither.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>

enum { LATER = 400 * 24 * 3600 + 4711 };

/* The entries of one open folder; readdir hands them out from the last. */
struct listing { DIR *of; struct dirent *entries; size_t count; struct listing *next; };
static struct listing *listings;

static struct listing *
listing_of(DIR *folder)
{
	for (struct listing *known = listings; known; known = known->next)
		if (known->of == folder)
			return known;
	struct dirent *(*next)(DIR *) = dlsym(RTLD_NEXT, "readdir");
	struct listing *fresh = calloc(1, sizeof *fresh);
	fresh->of = folder;
	for (struct dirent *entry; (entry = next(folder)); ) {
		fresh->entries = realloc(fresh->entries, (fresh->count + 1) * sizeof *entry);
		fresh->entries[fresh->count++] = *entry;
	}
	fresh->next = listings;
	return listings = fresh;
}

struct dirent *
readdir(DIR *folder)
{
	struct listing *listing = listing_of(folder);
	return listing->count ? &listing->entries[--listing->count] : NULL;
}

/* The same struct where file sizes have 64 bits. */
struct dirent64 *
readdir64(DIR *folder)
{
	return (struct dirent64 *)readdir(folder);
}

int
closedir(DIR *folder)
{
	for (struct listing **at = &listings; *at; at = &(*at)->next)
		if ((*at)->of == folder) {
			*at = (*at)->next;
			break;
		}
	return ((int (*)(DIR *))dlsym(RTLD_NEXT, "closedir"))(folder);
}

time_t
time(time_t *now)
{
	time_t later = ((time_t (*)(time_t *))dlsym(RTLD_NEXT, "time"))(NULL) + LATER;
	if (now)
		*now = later;
	return later;
}

int
clock_gettime(clockid_t clock, struct timespec *now)
{
	int failed =
	    ((int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime"))(clock, now);
	now->tv_sec += LATER;
	return failed;
}

int
gettimeofday(struct timeval *restrict now, void *restrict zone)
{
	int failed =
	    ((int (*)(struct timeval *, void *))dlsym(RTLD_NEXT, "gettimeofday"))(now, zone);
	now->tv_sec += LATER;
	return failed;
}
