/* SPDX-License-Identifier: MIT */
/*
 * Objects by libharu's object layer: one of its dictionaries prints every body,
 * which we wrote, through its write_fn. This file alone knows libharu and
 * libdeflate.
 *
 * libharu 2.3.0 is taken no further than that: what it prints goes into object
 * streams and a cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8), which it
 * has none of. A dictionary of its own for each of the 70,000 elements of 1,000
 * pages would be 12 MB and say no more. Its memory is the arena's, which never
 * says no and is never given back singly, so that nothing in it can fail half-way.
 *
 * A stream is in the file as soon as it is set, so that its bytes are held once;
 * the other objects follow when all are known.
 */
#include "write/pdf/object.h"

#include <assert.h>
#include <hpdf.h>
#include <libdeflate.h>

#include "base/array.h"
#include "base/diag.h"
#include "base/hash.h"
#include "write/pdf/syntax.h"

/* Readers of PDF reckon with ten digits of bytes (ISO 32000-1, annex C). */
const struct object_limits pdf_limits = { .objects = 8388607, .bytes = 9999999999 };

enum {
	PACK = 256,			/* objects in an object stream */
	FLATE_LEVEL = 5,
	TYPE = 1, MOST_WHERE = 5, INDEX = 2,	/* bytes of a cross-reference entry */
};

struct object {
	struct text body;		/* until it is in the file */
	/* the offset of a stream; the number of the object stream of another */
	uint64_t where : 40;
	uint64_t index : 16;		/* in that object stream */
	uint64_t is_stream : 1;
};
ARRAY(struct object, object_list);

struct objects {
	struct arena *arena;
	struct object_limits limits;
	struct object_list list;	/* by number - 1 */
	struct buffer file;
	HPDF_Error_Rec error;
	HPDF_Dict dict;			/* prints the body that its attr is */
	HPDF_Stream printer;		/* into the buffer that its attr is */
	struct libdeflate_compressor *compressor;
	struct buffer packed;		/* room to compress in */
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

static HPDF_STATUS
write_body(HPDF_Dict dict, HPDF_Stream out)
{
	const struct text *body = dict->attr;

	if (body->length == 0)
		return HPDF_OK;
	return HPDF_Stream_Write(out, (const HPDF_BYTE *)body->s, (HPDF_UINT)body->length);
}

static HPDF_STATUS
write_out(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT size)
{
	buffer_add(stream->attr, bytes, size);
	return HPDF_OK;
}

static void
open_printer(struct objects *objects)
{
	HPDF_MMgr manager;

	memory = objects->arena;
	HPDF_Error_Init(&objects->error, NULL);
	manager = HPDF_MMgr_New(&objects->error, 0, take_memory, leave_memory);
	must(objects, manager, "its memory");
	objects->dict = HPDF_Dict_New(manager);
	must(objects, objects->dict, "a dictionary");
	objects->dict->write_fn = write_body;
	objects->printer = HPDF_CallbackWriter_New(manager, write_out, NULL);
	must(objects, objects->printer, "what prints it");
}

static void
print_body(struct objects *objects, struct text body, struct buffer *to)
{
	objects->dict->attr = &body;
	objects->printer->attr = to;
	must(objects, HPDF_Obj_WriteValue(objects->dict, objects->printer, NULL) == HPDF_OK,
	    "the text of an object");
}

struct objects *
objects_new(struct arena *arena, const char *version, struct object_limits limits)
{
	struct objects *objects = ARENA_NEW(arena, struct objects);

	assert(limits.bytes >> 8 * MOST_WHERE == 0);
	objects->arena = objects->packed.arena = objects->file.arena = arena;
	objects->limits = limits;
	open_printer(objects);
	objects->compressor = libdeflate_alloc_compressor(FLATE_LEVEL);
	if (!objects->compressor)
		die("the memory of a compressor could not be had");
	/* The four bytes over 127 tell that the file is binary (ISO 19005-3, 6.1.2). */
	buffer_format(&objects->file, "%%PDF-%s\n%%\xB7\xBE\xAD\xAA\n", version);
	return objects;
}

int
object_new(struct objects *objects)
{
	if (objects->list.count >= objects->limits.objects)
		die("the PDF would have more than %u objects", objects->limits.objects);
	array_push(objects->arena, &objects->list);
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
	if (body.length > INT32_MAX)
		die("an object of %zu bytes is larger than PDF/A takes", body.length);
	objects->list.at[number - 1].body = (struct text){
		arena_copy(objects->arena, body.s, body.length), body.length };
}

int
object_add(struct objects *objects, struct text body)
{
	int number = object_new(objects);

	object_set(objects, number, body);
	return number;
}

/* Where the file ends for now. */
static uint64_t
end_of_file(const struct objects *objects)
{
	uint64_t end = objects->limits.before + objects->file.length;

	if (end > objects->limits.bytes)
		die("the PDF would be larger than %llu bytes",
		    (unsigned long long)objects->limits.bytes);
	return end;
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

static void
stream_set(struct objects *objects, int number, struct text body, struct text bytes,
    enum packing packing)
{
	struct object *object = &objects->list.at[number - 1];
	struct buffer *file = &objects->file, whole = { .arena = objects->arena };

	object->is_stream = true;
	object->where = end_of_file(objects);
	buffer_text(&whole, body);
	if (packing == PACKING_FLATE) {
		bytes = deflate(objects, bytes);
		buffer_string(&whole, "/Filter/FlateDecode");
	}
	put_pair(&whole, "Length", (long long)bytes.length);
	buffer_number(file, number);
	buffer_string(file, " 0 obj\n");
	print_body(objects, buffer_view(&whole), file);
	buffer_string(file, "stream\n");
	buffer_text(file, bytes);
	buffer_string(file, "\nendstream\nendobj\n");
	end_of_file(objects);
}

int
stream_add(struct objects *objects, struct text body, struct text bytes, enum packing packing)
{
	int number = object_new(objects);

	stream_set(objects, number, body, bytes, packing);
	return number;
}

/* ---- object streams ---- */

/* The text of an object stream in the making: the offsets of its objects, and the objects. */
struct pack { struct buffer index, bodies; unsigned count; };

static void
end_pack(struct objects *objects, struct pack *pack, int number)
{
	struct buffer body = { .arena = objects->arena };

	buffer_string(&body, "/Type/ObjStm");
	put_pair(&body, "N", pack->count);
	put_pair(&body, "First", (long long)pack->index.length);
	buffer_text(&pack->index, buffer_view(&pack->bodies));
	stream_set(objects, number, buffer_view(&body), buffer_view(&pack->index), PACKING_FLATE);
	pack->index.length = pack->bodies.length = 0;
	pack->count = 0;
}

static void
add_to_pack(struct objects *objects, struct pack *pack, size_t i, int number)
{
	struct object *object = &objects->list.at[i];

	object->where = (uint32_t)number;
	object->index = pack->count++ & 0xFFFF;
	buffer_number(&pack->index, (long long)i + 1);
	buffer_byte(&pack->index, ' ');
	buffer_number(&pack->index, (long long)pack->bodies.length);
	buffer_byte(&pack->index, ' ');
	print_body(objects, object->body, &pack->bodies);
	buffer_byte(&pack->bodies, '\n');
}

static void
save_packs(struct objects *objects)
{
	struct pack pack = { .index.arena = objects->arena, .bodies.arena = objects->arena };
	size_t count = objects->list.count;
	int number = 0;

	for (size_t i = 0; i < count; i++) {
		if (objects->list.at[i].is_stream)
			continue;
		if (pack.count == 0)
			number = object_new(objects);
		add_to_pack(objects, &pack, i, number);
		if (pack.count == PACK)
			end_pack(objects, &pack, number);
	}
	if (pack.count > 0)
		end_pack(objects, &pack, number);
}

/* ---- the table ---- */

/* The bytes that the largest offset takes; four at least. */
static int
width_of(uint64_t where)
{
	int width = 4;

	while (where >> (8 * width) != 0)
		width++;
	return width;
}

static void
fill_entry(unsigned char *at, const struct object *object, int width)
{
	uint64_t where = object ? object->where : 0;
	unsigned index = object ? object->index : 65535;

	*at++ = object ? (object->is_stream ? 1 : 2) : 0;
	for (int shift = 8 * (width - 1); shift >= 0; shift -= 8)
		*at++ = (unsigned char)(where >> shift);
	*at++ = (unsigned char)(index >> 8);
	*at++ = (unsigned char)index;
}

/*
 * The entries as differences to the row above (PNG's filter Up), which
 * compress to almost nothing.
 */
static struct text
table_of(const struct objects *objects, int width)
{
	unsigned char entry[TYPE + MOST_WHERE + INDEX], before[sizeof entry] = { 0 };
	struct buffer rows = { .arena = objects->arena };
	int size = TYPE + width + INDEX;

	buffer_reserve(&rows, (objects->list.count + 1) * (size_t)(size + 1));
	for (size_t i = 0; i <= objects->list.count; i++) {
		fill_entry(entry, i > 0 ? &objects->list.at[i - 1] : NULL, width);
		buffer_byte(&rows, 2);
		for (int k = 0; k < size; k++) {
			buffer_byte(&rows, (char)(entry[k] - before[k]));
			before[k] = entry[k];
		}
	}
	return buffer_view(&rows);
}

static void
save_table(struct objects *objects, int catalog, int info)
{
	struct buffer body = { .arena = objects->arena };
	uint64_t start = end_of_file(objects);
	int number = object_new(objects), width = width_of(start);
	struct object *table = &objects->list.at[number - 1];
	unsigned char id[32];
	struct hash hash;

	hash_begin(&hash);
	hash_add(&hash, objects->file.s, objects->file.length);
	hash_end(&hash, id);
	table->is_stream = true;
	table->where = start;
	buffer_format(&body, "/Type/XRef/W[%d %d %d]/DecodeParms<</Predictor 12/Columns %d>>", TYPE,
	    width, INDEX, TYPE + width + INDEX);
	put_pair(&body, "Size", number + 1);
	put_reference(&body, "Root", catalog);
	if (info)
		put_reference(&body, "Info", info);
	buffer_string(&body, "/ID[");
	put_hex(&body, id, 16);
	put_hex(&body, id, 16);
	buffer_byte(&body, ']');
	stream_set(objects, number, buffer_view(&body), table_of(objects, width), PACKING_FLATE);
	buffer_format(&objects->file, "startxref\n%llu\n%%%%EOF\n", (unsigned long long)start);
}

struct text
objects_save(struct objects *objects, int catalog, int info)
{
	save_packs(objects);
	save_table(objects, catalog, info);
	end_of_file(objects);
	libdeflate_free_compressor(objects->compressor);
	objects->compressor = NULL;
	return buffer_view(&objects->file);
}
