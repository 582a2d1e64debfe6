/* SPDX-License-Identifier: MIT */
/*
 * Files come and go whole; what is no plain file is known as such; a folder
 * is left as it was found.
 */
#include "base/file.h"
#include "base/path.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/diag.h"
#include "check.h"

static struct arena *arena;
static const char *top;		/* an empty folder */

static const char *
at(const char *name)
{
	return path_join(arena, text_of(top), text_of(name));
}

static struct text
content(const char *name)
{
	struct text bytes;

	CHECK(file_read(arena, at(name), 1 << 24, &bytes) == FILE_READ);
	CHECK(bytes.s[bytes.length] == 0);
	return bytes;
}

/* The names in a folder with a blank after each, folders with a /, links with an @. */
static struct text
names(const char *folder)
{
	struct file_entries entries = { 0 };
	struct text text = TEXT("");

	CHECK(folder_list(arena, at(folder), &entries) == FILE_READ);
	for (array_each(const struct file_entry, entry, &entries))
		text = text_format(arena, "%.*s%s%s%s ", TEXT_ARGS(text), entry->name,
		    entry->kind == FILE_FOLDER ? "/" : entry->kind == FILE_MISSING ? "?" : "",
		    entry->is_link ? "@" : "");
	return text;
}

static void
check_writing(void)
{
	char *many = arena_alloc(arena, 3000001);
	struct stat about;

	file_write(at("plan.html"), TEXT("one"));
	CHECK_TEXT(content("plan.html"), "one");
	file_write(at("plan.html"), TEXT(""));
	CHECK_TEXT(content("plan.html"), "");
	file_write(at("out/housing/deep/plan.html"), TEXT("two"));
	CHECK_TEXT(content("out/housing/deep/plan.html"), "two");
	memset(many, 'm', 3000000);
	file_write(at("many"), (struct text){ many, 3000000 });
	CHECK_TEXT(content("many"), many);
	file_prepare(at("plan.html"), TEXT("new"));
	file_prepare(at("out/plan.pdf"), TEXT("new"));
	CHECK_TEXT(content("plan.html"), "");
	file_abandon();
	CHECK_TEXT(content("plan.html"), "");
	CHECK(file_kind(at("out/plan.pdf")) == FILE_MISSING);
	CHECK_TEXT(names("out"), "housing/ ");
	file_prepare(at("plan.html"), TEXT("new"));
	file_prepare(at("out/plan.pdf"), TEXT("new too"));
	files_publish();
	CHECK_TEXT(content("plan.html"), "new");
	CHECK_TEXT(content("out/plan.pdf"), "new too");
	CHECK_TEXT(names("out"), "housing/ plan.pdf ");
	file_remove(at("out/plan.pdf"));
	file_write(at("plan.html"), TEXT(""));
	umask(027);
	file_write(at("closed"), TEXT("x"));
	CHECK(stat(at("closed"), &about) == 0 && (about.st_mode & 0777) == 0640);
	CHECK_TEXT(names(""), "closed many out/ plan.html ");
	CHECK_TEXT(names("out/housing/deep"), "plan.html ");
	file_remove(at("closed"));
	file_remove(at("closed"));
	CHECK(file_kind(at("closed")) == FILE_MISSING);
}

static void
check_writing_here(void)
{
	CHECK(chdir(top) == 0);
	file_write("bare", TEXT("x"));
	CHECK_TEXT(content("bare"), "x");
	CHECK(file_kind("bare") == FILE_READ);
	file_remove("bare");
	CHECK(chdir("/") == 0);
}

static void
check_reading(void)
{
	struct text bytes;

	CHECK(file_read(arena, at("many"), 2999999, &bytes) == FILE_TOO_LARGE && bytes.length == 0);
	CHECK(
	    file_read(arena, at("many"), 3000000, &bytes) == FILE_READ && bytes.length == 3000000);
	CHECK(file_read(arena, at("nothing"), 9, &bytes) == FILE_MISSING && bytes.s);
	CHECK(file_read(arena, at("many/below"), 9, &bytes) == FILE_MISSING);
	CHECK(file_read(arena, top, 9, &bytes) == FILE_FOLDER);
	CHECK(file_read(arena, "/dev/null", 9, &bytes) == FILE_SPECIAL);
	CHECK(mkfifo(at("pipe"), 0600) == 0);
	CHECK(file_read(arena, at("pipe"), 9, &bytes) == FILE_SPECIAL &&
	    file_kind(at("pipe")) == FILE_SPECIAL);
	file_remove(at("pipe"));
	/* A file that says it is empty and is not: it is read to its end. */
	if (file_read(arena, "/proc/self/maps", 1 << 24, &bytes) == FILE_READ)
		CHECK(bytes.length > 100 && text_find(bytes, TEXT("stack"), 0) < bytes.length);
	if (file_read(arena, "/proc/self/maps", 100, &bytes) != FILE_MISSING)
		CHECK(file_read(arena, "/proc/self/maps", 100, &bytes) == FILE_TOO_LARGE);
	if (geteuid() != 0) {
		CHECK(chmod(at("many"), 0) == 0);
		CHECK(file_read(arena, at("many"), 9, &bytes) == FILE_DENIED);
	}
}

static void
check_links(void)
{
	int64_t size = 0, time = 0;

	CHECK(symlink("plan.html", at("to-file")) == 0 && symlink("out", at("to-folder")) == 0);
	CHECK(symlink("nowhere", at("to-nothing")) == 0 && symlink("loop", at("loop")) == 0);
	CHECK_TEXT(names(""), "loop@ many out/ plan.html to-file@ to-folder/@ to-nothing?@ ");
	CHECK(file_is_link(at("to-file")) && !file_is_link(at("many")) &&
	    !file_is_link(at("nothing")));
	CHECK(file_kind(at("to-folder")) == FILE_FOLDER && file_kind(at("loop")) == FILE_FAILED);
	CHECK_TEXT(text_of(path_real(arena, at("to-folder/housing/.."))), at("out"));
	CHECK(path_real(arena, at("to-nothing")) == NULL);
	CHECK(
	    file_stamp(at("many"), &size, &time) && size == 3000000 && time > 1500000000000000000);
	CHECK(!file_stamp(at("nothing"), &size, &time));
	file_write(at("to-file"), TEXT("now a file"));
	CHECK(!file_is_link(at("to-file")) && content("plan.html").length == 0);
}

static void
check_listing(void)
{
	struct file_entries entries = { 0 };

	CHECK(folder_list(arena, at("nothing"), &entries) == FILE_MISSING && entries.count == 0);
	CHECK(folder_list(arena, at("many"), &entries) == FILE_MISSING);
	folder_make(at("names"));
	file_write(at("names/b"), TEXT(""));
	file_write(at("names/B"), TEXT(""));
	file_write(at("names/\xC3\xA9"), TEXT(""));
	file_write(at("names/a b"), TEXT(""));
	file_write(at("names/.c"), TEXT(""));
	CHECK_TEXT(names("names"), ".c B a b b \xC3\xA9 ");
	folder_make(at("names"));
	folder_make(at("x/y/z/"));
	CHECK(file_kind(at("x/y/z")) == FILE_FOLDER);
}

static void
check_sweeping(void)
{
	file_write(at("sweep/.planpress-77-0.tmp"), TEXT("left"));
	file_write(at("sweep/deep/.planpress-77-12.tmp"), TEXT("left"));
	file_write(at("sweep/.planpress-778-0.tmp"), TEXT("another's"));
	file_write(at("sweep/.planpress-77-0.tmp.md"), TEXT("an author's"));
	file_write(at("beside/.planpress-77-0.tmp"), TEXT("behind a link"));
	CHECK(symlink("../beside", at("sweep/link")) == 0);
	file_sweep(at("sweep"), 77);
	CHECK_TEXT(names("sweep"), ".planpress-77-0.tmp.md .planpress-778-0.tmp deep/ link/@ ");
	CHECK_TEXT(names("sweep/deep"), "");
	CHECK_TEXT(names("beside"), ".planpress-77-0.tmp ");
	file_sweep(at("nothing"), 77);
	file_abandon();
}

/* Sets back when a file was last written, by two hours. */
static void
make_old(const char *path)
{
	const struct timespec then = { .tv_sec = time(NULL) - 2 * 60 * 60 };

	CHECK(utimensat(AT_FDCWD, path, (const struct timespec[2]){ then, then }, 0) == 0);
}

/* No process has a number so great, and this one is not gone. */
static void
check_sweeping_of_folder(void)
{
	char own[64];

	snprintf(own, sizeof own, "old/.planpress-%ld-0.tmp", (long)getpid());
	file_write(at("old/.planpress-2147483647-0.tmp"), TEXT("left"));
	file_write(at("old/.planpress-2147483647-1.tmp"), TEXT("just written"));
	file_write(at("old/.planpress-99999999999-0.tmp"), TEXT("no process"));
	file_write(at("old/deep/.planpress-2147483647-0.tmp"), TEXT("below"));
	file_write(at(own), TEXT("being written"));
	make_old(at("old/.planpress-2147483647-0.tmp"));
	make_old(at("old/.planpress-99999999999-0.tmp"));
	make_old(at("old/deep/.planpress-2147483647-0.tmp"));
	make_old(at(own));
	folder_sweep(at("old"));
	CHECK(file_kind(at("old/.planpress-2147483647-0.tmp")) == FILE_MISSING);
	CHECK(file_kind(at("old/.planpress-2147483647-1.tmp")) == FILE_READ);
	CHECK(file_kind(at("old/.planpress-99999999999-0.tmp")) == FILE_READ);
	CHECK(file_kind(at("old/deep/.planpress-2147483647-0.tmp")) == FILE_READ);
	CHECK(file_kind(at(own)) == FILE_READ);
}

static const char *
temporary(int number)
{
	return at(text_format(arena, "taken/.planpress-%ld-%d.tmp", (long)getpid(), number).s);
}

/* A temporary name that is taken, by what an earlier process left, is not written to. */
static void
check_taken(void)
{
	struct text bytes;

	for (int number = 400; number >= 0; number--)
		file_write(temporary(number), TEXT("left"));
	for (int number = 0; number <= 400; number++)
		check_case(file_read(arena, temporary(number), 9, &bytes) == FILE_READ &&
		        text_is(bytes, "left"),
		    "%s was taken away", temporary(number));
	file_write(at("taken/plan"), TEXT("whole"));
	CHECK_TEXT(content("taken/plan"), "whole");
	file_sweep(at("taken"), getpid());
	CHECK_TEXT(names("taken"), "plan ");
}

static void write_below_file(void) { file_write(at("many/plan"), TEXT("x")); }
static void write_over_folder(void) { file_write(at("out"), TEXT("x")); }
static void remove_folder(void) { file_remove(at("out")); }
static void make_below_file(void) { folder_make(at("many/a/b")); }
static void say_it(void) { fputs("swept\n", stderr); die("again"); }

static void
write_to_full_disk(void)
{
	die_sweep = say_it;
	file_write("/dev/full/x", TEXT("x"));
}

static void
check_dying(void)
{
	struct text said;

	CHECK(status_of(write_below_file, arena, &said) == 3);
	CHECK_TEXT(said,
	    text_format(arena, "planpress: %s: cannot make the folder: Not a directory\n",
	        at("many"))
	        .s);
	CHECK(status_of(write_over_folder, arena, &said) == 3);
	CHECK_TEXT(said,
	    text_format(arena, "planpress: %s: cannot write: Is a directory\n", at("out")).s);
	CHECK(status_of(remove_folder, arena, &said) == 3);
	CHECK_TEXT(said,
	    text_format(arena, "planpress: %s: cannot remove: Is a directory\n", at("out")).s);
	CHECK(status_of(make_below_file, arena, &said) == 3);
	CHECK(status_of(write_to_full_disk, arena, &said) == 3);
	CHECK_TEXT(said,
	    "planpress: /dev/full: cannot make the folder: Not a directory\nswept\nplanpress: again\n");
	CHECK(text_find(names(""), TEXT(".planpress"), 0) == names("").length);
}

static void
remove_all(const char *folder)
{
	struct file_entries entries = { 0 };

	folder_list(arena, folder, &entries);
	for (array_each(const struct file_entry, entry, &entries)) {
		const char *path = path_join(arena, text_of(folder), text_of(entry->name));

		if (entry->kind == FILE_FOLDER && !entry->is_link)
			remove_all(path);
		else
			file_remove(path);
	}
	CHECK(rmdir(folder) == 0);
}

int
main(void)
{
	char folder[] = "/tmp/planpress-test-XXXXXX";

	arena = arena_new();
	top = path_real(arena, mkdtemp(folder));
	check_writing();
	check_writing_here();
	check_reading();
	check_links();
	check_listing();
	check_sweeping();
	check_sweeping_of_folder();
	check_taken();
	check_dying();
	remove_all(top);
	arena_drop(arena);
	return check_status();
}
