/* SPDX-License-Identifier: MIT */
/*
 * Objects by libharu's object layer: each is one of its dictionaries in its
 * cross-reference table, and prints the body that we wrote through write_fn.
 * This file alone knows libharu and libdeflate.
 *
 * libharu 2.3.0 is taken no further than that: what it prints goes into object
 * streams and a cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8), which it
 * has none of. Its memory is the arena's, which never says no and is never
 * given back singly, so that nothing in it can fail half-way.
 */
#include "write/pdf/object.h"

#include <assert.h>
#include <hpdf.h>
#include <libdeflate.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/diag.h"
#include "base/hash.h"
#include "write/pdf/syntax.h"

const struct object_limits pdf_limits = { .objects = 8388607, .bytes = INT32_MAX };

enum {
	PACK = 256,			/* objects in an object stream */
	ENTRY = 7,			/* bytes of a cross-reference entry: type, offset, index */
	NUMBER = 0x00FFFFFF,		/* the part of libharu's obj_id that is the number */
	FLATE_LEVEL = 5,
};

struct object { HPDF_Dict dict; struct text body, bytes; bool is_stream; };
ARRAY(struct object, object_list);

struct objects {
	struct arena *arena;
	struct object_limits limits;
	struct object_list list;	/* by number - 1 */
	HPDF_Error_Rec error;
	HPDF_MMgr memory;
	HPDF_Xref xref;
	struct libdeflate_compressor *compressor;
	struct buffer packed;		/* room to compress in */
};

/* What is being saved: the file, and one entry for each object. */
struct file {
	struct objects *objects;
	struct buffer out;
	struct buffer entries;		/* ENTRY bytes each, by number */
	int next;			/* number of the next object stream */
};

/* ---- libharu ---- */

/* libharu's hook for memory has no user pointer; set before libharu is called. */
static struct arena *memory;

static void *
take_memory(HPDF_UINT size)
{
	return arena_alloc(memory, size);
}

static void
leave_memory(void *block)
{
	(void)block;
}

static void
must(const struct objects *objects, bool done, const char *what)
{
	if (!done)
		die("libharu cannot make %s: error 0x%lX", what,
		    (unsigned long)objects->error.error_no);
}

/* libharu's table grows by its first size alone; doubled, it costs its length. */
static void
widen_table(HPDF_List entries)
{
	if (entries->block_siz > entries->items_per_block)
		entries->items_per_block = entries->block_siz;
}

static HPDF_STATUS
write_body(HPDF_Dict dict, HPDF_Stream out)
{
	const struct objects *objects = dict->attr;
	struct text body = objects->list.at[(dict->header.obj_id & NUMBER) - 1].body;

	if (body.length == 0)
		return HPDF_OK;
	return HPDF_Stream_Write(out, (const HPDF_BYTE *)body.s, (HPDF_UINT)body.length);
}

static HPDF_STATUS
write_out(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT size)
{
	buffer_add(stream->attr, bytes, size);
	return HPDF_OK;
}

struct objects *
objects_new(struct arena *arena, struct object_limits limits)
{
	struct objects *objects = ARENA_NEW(arena, struct objects);

	memory = arena;
	objects->arena = objects->packed.arena = arena;
	objects->limits = limits;
	HPDF_Error_Init(&objects->error, NULL);
	objects->memory = HPDF_MMgr_New(&objects->error, 0, take_memory, leave_memory);
	must(objects, objects->memory, "its memory");
	objects->xref = HPDF_Xref_New(objects->memory, 0);
	must(objects, objects->xref, "its table of objects");
	objects->compressor = libdeflate_alloc_compressor(FLATE_LEVEL);
	if (!objects->compressor)
		die("the memory of a compressor could not be had");
	return objects;
}

int
object_new(struct objects *objects)
{
	struct object *object;

	if (objects->list.count >= objects->limits.objects)
		die("the PDF would have more than %u objects", objects->limits.objects);
	object = array_push(objects->arena, &objects->list);
	memory = objects->arena;
	object->dict = HPDF_Dict_New(objects->memory);
	must(objects, object->dict, "an object");
	object->dict->attr = objects;
	object->dict->write_fn = write_body;
	must(objects, HPDF_Xref_Add(objects->xref, object->dict) == HPDF_OK, "room for an object");
	widen_table(objects->xref->entries);
	assert((object->dict->header.obj_id & NUMBER) == objects->list.count);
	return (int)objects->list.count;
}

void
object_checksum(struct text bytes, unsigned char sum[16])
{
	enum { MOST = 1 << 30 };
	struct HPDF_MD5Context md5;

	HPDF_MD5Init(&md5);
	for (size_t at = 0; at < bytes.length; at += MOST) {
		size_t left = bytes.length - at;

		HPDF_MD5Update(&md5, (const HPDF_BYTE *)bytes.s + at,
		    (HPDF_UINT32)(left < MOST ? left : MOST));
	}
	HPDF_MD5Final(sum, &md5);
}

/* ---- bodies ---- */

void
object_set(struct objects *objects, int number, struct text body)
{
	struct object *object = &objects->list.at[number - 1];

	object->body.s = arena_copy(objects->arena, body.s, body.length);
	object->body.length = body.length;
}

int
object_add(struct objects *objects, struct text body)
{
	int number = object_new(objects);

	object_set(objects, number, body);
	return number;
}

/* The compressed bytes stand in objects->packed until the next call. */
static struct text
deflate(struct objects *objects, struct text bytes)
{
	struct buffer *packed = &objects->packed;
	size_t most = libdeflate_zlib_compress_bound(objects->compressor, bytes.length);

	packed->length = 0;
	packed->length = libdeflate_zlib_compress(objects->compressor, bytes.s, bytes.length,
	    buffer_reserve(packed, most), most);
	assert(packed->length > 0);
	return buffer_view(packed);
}

void
stream_set(struct objects *objects, int number, struct text body, struct text bytes,
    enum packing packing)
{
	struct object *object = &objects->list.at[number - 1];
	struct buffer whole = { .arena = objects->arena };

	object->is_stream = true;
	object->bytes = bytes;
	buffer_text(&whole, body);
	if (packing == PACKING_FLATE) {
		bytes = deflate(objects, bytes);
		object->bytes.s = arena_copy(objects->arena, bytes.s, bytes.length);
		object->bytes.length = bytes.length;
		buffer_string(&whole, "/Filter/FlateDecode");
	}
	put_pair(&whole, "Length", (long long)object->bytes.length);
	object->body = buffer_view(&whole);
}

int
stream_add(struct objects *objects, struct text body, struct text bytes, enum packing packing)
{
	int number = object_new(objects);

	stream_set(objects, number, body, bytes, packing);
	return number;
}

/* ---- the file ---- */

static void
set_entry(struct file *file, int number, unsigned type, size_t where, unsigned index)
{
	unsigned char *at = (unsigned char *)file->entries.s + (size_t)number * ENTRY;

	*at++ = (unsigned char)type;
	for (int shift = 24; shift >= 0; shift -= 8)
		*at++ = (unsigned char)(where >> shift);
	*at++ = (unsigned char)(index >> 8);
	*at++ = (unsigned char)index;
}

static void
print_object(struct file *file, const struct object *object, HPDF_Stream to)
{
	memory = file->objects->arena;
	must(file->objects, HPDF_Obj_WriteValue(object->dict, to, NULL) == HPDF_OK,
	    "the text of an object");
}

static void
begin_object(struct file *file, int number)
{
	if (file->out.length > file->objects->limits.bytes)
		die("the PDF would be larger than %zu bytes", file->objects->limits.bytes);
	set_entry(file, number, 1, file->out.length, 0);
	buffer_number(&file->out, number);
	buffer_string(&file->out, " 0 obj\n");
}

static void
end_object(struct file *file, struct text bytes)
{
	buffer_string(&file->out, "stream\n");
	buffer_text(&file->out, bytes);
	buffer_string(&file->out, "\nendstream\nendobj\n");
}

static void
save_streams(struct file *file)
{
	struct objects *objects = file->objects;
	HPDF_Stream to = HPDF_CallbackWriter_New(objects->memory, write_out, &file->out);

	must(objects, to, "the file's end");
	for (size_t i = 0; i < objects->list.count; i++) {
		const struct object *object = &objects->list.at[i];

		if (!object->is_stream)
			continue;
		begin_object(file, (int)i + 1);
		print_object(file, object, to);
		end_object(file, object->bytes);
	}
}

/* A stream of our own, which libharu's table does not know. */
static void
save_own_stream(struct file *file, int number, struct text body, struct text bytes)
{
	begin_object(file, number);
	bytes = deflate(file->objects, bytes);
	buffer_string(&file->out, "<<");
	buffer_text(&file->out, body);
	buffer_string(&file->out, "/Filter/FlateDecode");
	put_pair(&file->out, "Length", (long long)bytes.length);
	buffer_string(&file->out, ">>");
	end_object(file, bytes);
}

/* Objects from first on, as many as one object stream takes; says where to go on. */
static size_t
save_pack(struct file *file, size_t first, struct buffer *index, struct buffer *bodies,
    HPDF_Stream to)
{
	struct objects *objects = file->objects;
	struct buffer body = { .arena = objects->arena };
	unsigned count = 0;
	size_t i = first;

	index->length = bodies->length = 0;
	for (; i < objects->list.count && count < PACK; i++) {
		if (objects->list.at[i].is_stream)
			continue;
		set_entry(file, (int)i + 1, 2, (size_t)file->next, count++);
		buffer_number(index, (long long)i + 1);
		buffer_byte(index, ' ');
		buffer_number(index, (long long)bodies->length);
		buffer_byte(index, ' ');
		print_object(file, &objects->list.at[i], to);
		buffer_byte(bodies, '\n');
	}
	if (count == 0)
		return i;
	buffer_string(&body, "/Type/ObjStm");
	put_pair(&body, "N", count);
	put_pair(&body, "First", (long long)index->length);
	buffer_text(index, buffer_view(bodies));
	save_own_stream(file, file->next++, buffer_view(&body), buffer_view(index));
	return i;
}

static void
save_packs(struct file *file)
{
	struct objects *objects = file->objects;
	struct buffer index = { .arena = objects->arena }, bodies = { .arena = objects->arena };
	HPDF_Stream to = HPDF_CallbackWriter_New(objects->memory, write_out, &bodies);

	must(objects, to, "an object stream");
	for (size_t i = 0; i < objects->list.count; )
		i = save_pack(file, i, &index, &bodies, to);
}

/* The entries as differences to the row above (PNG's filter Up), which compress to almost nothing. */
static struct text
filter_entries(struct file *file, int count)
{
	const unsigned char *entries = (const unsigned char *)file->entries.s;
	struct buffer rows = { .arena = file->objects->arena };

	for (size_t i = 0; i < (size_t)count * ENTRY; i++) {
		if (i % ENTRY == 0)
			buffer_byte(&rows, 2);
		buffer_byte(&rows, (char)(entries[i] - (i < ENTRY ? 0 : entries[i - ENTRY])));
	}
	return buffer_view(&rows);
}

static void
save_table(struct file *file, int catalog, int info)
{
	struct buffer body = { .arena = file->objects->arena };
	size_t start = file->out.length;
	unsigned char id[32];
	struct hash hash;

	hash_begin(&hash);
	hash_add(&hash, file->out.s, file->out.length);
	hash_end(&hash, id);
	set_entry(file, 0, 0, 0, 65535);
	set_entry(file, file->next, 1, start, 0);
	buffer_format(&body, "/Type/XRef/W[1 4 2]/DecodeParms<</Predictor 12/Columns %d>>", ENTRY);
	put_pair(&body, "Size", file->next + 1);
	put_reference(&body, "Root", catalog);
	if (info)
		put_reference(&body, "Info", info);
	buffer_string(&body, "/ID[");
	put_hex(&body, id, 16);
	put_hex(&body, id, 16);
	buffer_byte(&body, ']');
	save_own_stream(file, file->next, buffer_view(&body), filter_entries(file, file->next + 1));
	buffer_format(&file->out, "startxref\n%zu\n%%%%EOF\n", start);
}

struct text
objects_save(struct objects *objects, const char *version, int catalog, int info)
{
	size_t packs = (objects->list.count + PACK - 1) / PACK;
	size_t room = (objects->list.count + packs + 2) * ENTRY;
	struct file file = { .objects = objects, .out.arena = objects->arena, .entries.arena = objects->arena };

	if (objects->list.count + packs + 1 > objects->limits.objects)
		die("the PDF would have more than %u objects", objects->limits.objects);
	file.next = (int)objects->list.count + 1;
	memset(buffer_reserve(&file.entries, room), 0, room);
	/* The four bytes over 127 tell that the file is binary (ISO 19005-3, 6.1.2). */
	buffer_format(&file.out, "%%PDF-%s\n%%\xB7\xBE\xAD\xAA\n", version);
	save_streams(&file);
	save_packs(&file);
	save_table(&file, catalog, info);
	if (file.out.length > objects->limits.bytes)
		die("the PDF would be larger than %zu bytes", objects->limits.bytes);
	libdeflate_free_compressor(objects->compressor);
	objects->compressor = NULL;
	return buffer_view(&file.out);
}
