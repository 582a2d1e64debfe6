/* SPDX-License-Identifier: MIT */
/*
 * What the last run read and wrote, kept beside the output folder.
 *
 * The file is lines of fields parted by tabs, paths last. A file counts as
 * unchanged when its size and time are; when only the time differs, its sum
 * decides, so that a fresh checkout does not build anew.
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/path.h"
#include "keys.h"

enum { LARGEST_INPUT = 1 << 30 };
static const char first_line[] = "planpress keys 1";

/* ---- reading ---- */

/* The text up to the next tab or the end; rest moves behind it. */
static struct text
next_field(struct text *rest)
{
	size_t tab = text_find_byte(*rest, '\t', 0);
	struct text field = text_slice(*rest, 0, tab);

	*rest = text_from(*rest, tab < rest->length ? tab + 1 : tab);
	return field;
}

/* A number from 0 upwards; -1, which no file has as its size or time, for what is none. */
static int64_t
next_number(struct text *rest)
{
	struct text field = next_field(rest);
	int64_t number = 0;

	for (size_t i = 0; i < field.length; i++) {
		int digit = field.s[i] - '0';

		if (digit < 0 || digit > 9 || __builtin_mul_overflow(number, 10, &number) ||
		    __builtin_add_overflow(number, digit, &number))
			return -1;
	}
	return number;
}

static struct key_file
next_file(struct text *rest)
{
	struct key_file file;

	file.size = next_number(rest);
	file.time = next_number(rest);
	file.sum = next_field(rest);
	file.path = *rest;
	return file;
}

static void
read_line(struct keys *keys, struct text line)
{
	struct text word = next_field(&line);

	if (text_is(word, "run"))
		keys->run = line;
	else if (text_is(word, "warnings"))
		keys->warnings = next_number(&line);
	else if (text_is(word, "input"))
		*array_push(keys->arena, &keys->inputs) = next_file(&line);
	else if (text_is(word, "output")) {
		struct key_output *output = array_push(keys->arena, &keys->outputs);

		output->key = next_field(&line);
		output->document = next_field(&line);
		output->file = next_file(&line);
	}
}

struct keys
keys_read(struct arena *arena, const char *path)
{
	struct keys keys = { .arena = arena, .path = path };
	struct text bytes;
	size_t end;

	if (file_read(arena, path, LARGEST_INPUT, &bytes) != FILE_READ ||
	    !text_begins(bytes, first_line))
		return keys;
	for (size_t at = 0; at < bytes.length; at = end + 1) {
		end = text_find_byte(bytes, '\n', at);
		read_line(&keys, text_slice(bytes, at, end));
	}
	return keys;
}

/* ---- writing ---- */

static void
put_file(struct buffer *out, const struct key_file *file)
{
	buffer_format(out, "\t%lld\t%lld\t%.*s\t%.*s\n", (long long)file->size,
	    (long long)file->time, TEXT_ARGS(file->sum), TEXT_ARGS(file->path));
}

void
keys_prepare(const struct keys *keys)
{
	struct buffer out = { .arena = keys->arena };

	if (access(path_folder_string(keys->arena, text_of(keys->path)), W_OK) != 0)
		return;
	buffer_format(&out, "%s\nrun\t%.*s\nwarnings\t%lld\n", first_line, TEXT_ARGS(keys->run),
	    keys->warnings);
	for (array_each(const struct key_file, input, &keys->inputs)) {
		buffer_string(&out, "input");
		put_file(&out, input);
	}
	for (array_each(const struct key_output, output, &keys->outputs)) {
		buffer_format(&out, "output\t%.*s\t%.*s", TEXT_ARGS(output->key),
		    TEXT_ARGS(output->document));
		put_file(&out, &output->file);
	}
	file_prepare(keys->path, buffer_view(&out));
}

/* A path as make reads it: what parts names and rules, or begins a comment, is escaped. */
static void
add_make_path(struct buffer *out, struct text path)
{
	for (size_t i = 0; i < path.length; i++) {
		if (path.s[i] == '$')
			buffer_byte(out, '$');
		else if (strchr(" #:", path.s[i]))
			buffer_byte(out, '\\');
		buffer_byte(out, path.s[i]);
	}
}

void
keys_prepare_depfile(const struct keys *keys, const char *depfile, const struct found_files *inputs)
{
	struct buffer out = { .arena = keys->arena };

	for (array_each(const struct key_output, output, &keys->outputs)) {
		add_make_path(&out, output->file.path);
		buffer_byte(&out, ' ');
	}
	buffer_byte(&out, ':');
	for (array_each(const struct text, path, inputs)) {
		buffer_string(&out, " \\\n  ");
		add_make_path(&out, *path);
	}
	buffer_byte(&out, '\n');
	file_prepare(depfile, buffer_view(&out));
}

/* What stands at a path, or will when it is published. */
static struct key_file
file_now(struct arena *arena, struct text path)
{
	struct key_file file = { .path = path };
	const char *name = file_prepared(text_string(arena, path));

	if (file_stamp(name, &file.size, &file.time))
		file_sum(arena, name, LARGEST_INPUT, &file.sum);
	return file;
}

void
keys_begin(struct keys *keys, const struct found_files *files)
{
	for (array_each(const struct text, path, files)) {
		struct key_file *file = array_push(keys->arena, &keys->inputs);

		file->path = *path;
		file_stamp(text_string(keys->arena, *path), &file->size, &file->time);
	}
}

void
keys_end(struct keys *keys, bool is_sound)
{
	for (array_each(struct key_file, file, &keys->inputs)) {
		struct key_file now = file_now(keys->arena, file->path);

		is_sound = is_sound && now.size == file->size && now.time == file->time;
		now.path = hash_sum(keys->arena, file->path);
		*file = now;
	}
	if (!is_sound)
		keys->inputs.count = 0;
}

void
keys_add_output(struct keys *keys, struct text document, struct text key, struct text path)
{
	struct key_output *output = array_push(keys->arena, &keys->outputs);

	output->document = document;
	output->key = key;
	output->file = file_now(keys->arena, path);
}

void
keys_keep(struct keys *keys, const struct keys *last, struct text document)
{
	for (array_each(const struct key_output, output, &last->outputs))
		if (text_equal(output->document, document))
			*array_push(keys->arena, &keys->outputs) = *output;
}

/* ---- asking ---- */

static bool
stands(struct arena *arena, const struct key_file *file, struct text path)
{
	const char *name = text_string(arena, path);
	int64_t size, time;
	struct text sum;

	if (!file_stamp(name, &size, &time) || size != file->size)
		return false;
	return time == file->time || (file_sum(arena, name, LARGEST_INPUT, &sum) == FILE_READ &&
	    text_equal(sum, file->sum));
}

/* True when the files are those that were read, each as it was. */
static bool
inputs_stand(const struct keys *keys, const struct found_files *files)
{
	struct map known = { .arena = keys->arena };

	if (files->count != keys->inputs.count)
		return false;
	for (array_each(struct key_file, input, &keys->inputs))
		map_set(&known, input->path, input);
	for (array_each(const struct text, path, files)) {
		const struct key_file *file = map_find(&known, hash_sum(keys->arena, *path));

		if (!file || !stands(keys->arena, file, *path))
			return false;
	}
	return true;
}

bool
keys_stand(const struct keys *keys, struct text run, const struct found_files *files)
{
	if (keys->inputs.count == 0 || !text_equal(keys->run, run) || !inputs_stand(keys, files))
		return false;
	for (array_each(const struct key_output, output, &keys->outputs))
		if (!stands(keys->arena, &output->file, output->file.path))
			return false;
	return true;
}

bool
keys_hold(const struct keys *keys, struct text document, struct text key)
{
	bool found = false;

	for (array_each(const struct key_output, output, &keys->outputs)) {
		if (!text_equal(output->document, document))
			continue;
		if (!text_equal(output->key, key) ||
		    !stands(keys->arena, &output->file, output->file.path))
			return false;
		found = true;
	}
	return found;
}

/* ---- finding ---- */

static void
find_under(struct arena *arena, const char *folder, struct found_files *found)
{
	struct file_entries entries = { 0 };

	if (folder_list(arena, folder, &entries) != FILE_READ)
		return;
	for (array_each(const struct file_entry, entry, &entries)) {
		const char *path = path_join(arena, text_of(folder), text_of(entry->name));

		if (entry->name[0] == '.' || entry->is_link)
			continue;
		if (entry->kind == FILE_FOLDER)
			find_under(arena, path, found);
		else
			*array_push(arena, found) = text_of(path);
	}
}

struct found_files
files_under(struct arena *arena, const char *folder)
{
	struct found_files found = { 0 };

	if (file_kind(folder) == FILE_FOLDER)
		find_under(arena, folder, &found);
	else
		*array_push(arena, &found) = text_of(folder);
	return found;
}
