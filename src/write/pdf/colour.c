/* SPDX-License-Identifier: MIT */
/*
 * sRGB as an ICC profile, version 2.1 (ICC.1:1998-09), made from its definition
 * (IEC 61966-2-1): three primaries, adapted to the white of D50, and one curve
 * of 256 points for all of them, in whole numbers throughout.
 */
#include "write/pdf/colour.h"

#include <assert.h>
#include <string.h>

#include "base/buffer.h"

enum { HEADER = 128, POINTS_OF_CURVE = 256, TAGS = 9 };

static void
put_16(struct buffer *out, unsigned number)
{
	buffer_byte(out, (char)(number >> 8));
	buffer_byte(out, (char)number);
}

static void
put_32(struct buffer *out, uint32_t number)
{
	put_16(out, number >> 16);
	put_16(out, number & 0xFFFF);
}

static void
put_zeros(struct buffer *out, size_t count)
{
	while (count-- > 0)
		buffer_byte(out, 0);
}

/* ---- the curve ---- */

/* The largest root with root^5 <= value, both as fractions of 2^24 and 2^120. */
static uint32_t
fifth_root(unsigned __int128 value)
{
	uint32_t root = 0;

	for (uint32_t bit = 1u << 24; bit > 0; bit >>= 1) {
		unsigned __int128 guess = root | bit;

		if (guess * guess * guess * guess * guess <= value)
			root |= bit;
	}
	return root;
}

/*
 * Light of a code, both from 0 to 65535: x / 12.92 near black, else
 * ((x + 0.055) / 1.055) to the power of 2.4, which is square times the fifth
 * root of the square.
 */
static unsigned
light_of(uint64_t code, uint64_t most)
{
	uint64_t base, square;
	unsigned __int128 light;

	if (code * 100000 <= 4045 * most)
		return (unsigned)((code * 65535 * 100 * 2 + 1292 * most) / (2 * 1292 * most));
	base = ((code * 1000 + 55 * most) << 30) / (1055 * most);
	square = base * base;						/* of 2^60 */
	light = (unsigned __int128)square * fifth_root((unsigned __int128)square << 60);
	return (unsigned)((light * 65535 + ((unsigned __int128)1 << 83)) >> 84);
}

/* ---- tags ---- */

static void
put_curve(struct buffer *out)
{
	buffer_string(out, "curv");
	put_32(out, 0);
	put_32(out, POINTS_OF_CURVE);
	for (unsigned code = 0; code < POINTS_OF_CURVE; code++)
		put_16(out, light_of(code, POINTS_OF_CURVE - 1));
}

/* Parts of 65536. */
static void
put_xyz(struct buffer *out, const uint32_t xyz[3])
{
	buffer_string(out, "XYZ ");
	put_32(out, 0);
	for (int i = 0; i < 3; i++)
		put_32(out, xyz[i]);
}

static void
put_description(struct buffer *out, const char *words)
{
	uint32_t length = (uint32_t)strlen(words) + 1;

	buffer_string(out, "desc");
	put_32(out, 0);
	put_32(out, length);
	buffer_add(out, words, length);
	put_zeros(out, 4 + 4 + 2 + 1 + 67);		/* no Unicode, no script code */
}

static void
put_text(struct buffer *out, const char *words)
{
	buffer_string(out, "text");
	put_32(out, 0);
	buffer_add(out, words, strlen(words) + 1);
}

/* ---- the profile ---- */

static void
put_header(struct buffer *out, size_t size)
{
	put_32(out, (uint32_t)size);
	put_32(out, 0);						/* no preferred engine */
	put_32(out, 0x02100000);				/* version 2.1 */
	buffer_string(out, "mntrRGB XYZ ");
	for (int i = 0; i < 6; i++)	/* the day that sRGB was published */
		put_16(out, (const unsigned[6]){ 1999, 10, 18, 0, 0, 0 }[i]);
	buffer_string(out, "acsp");
	put_zeros(out, 4 + 4 + 4 + 4 + 8 + 4);	/* no platform, flags, maker, model; perceptual */
	put_32(out, 0x0000F6D6);				/* D50 */
	put_32(out, 0x00010000);
	put_32(out, 0x0000D32D);
	put_zeros(out, HEADER - 80);
}

/* A tag of the table: its data stands from an offset to the end of the data so far. */
static void
add_tag(struct buffer *table, const char *name, const struct buffer *data, size_t from)
{
	buffer_string(table, name);
	put_32(table, (uint32_t)(HEADER + 4 + 12 * TAGS + from));
	put_32(table, (uint32_t)(data->length - from));
}

static size_t
begin_tag(struct buffer *data)
{
	put_zeros(data, -data->length & 3);
	return data->length;
}

struct text
colour_profile(struct arena *arena)
{
	static const char names[4][5] = { "wtpt", "rXYZ", "gXYZ", "bXYZ" };
	static const uint32_t xyz[4][3] = {
		{ 0xF6D6, 0x10000, 0xD32D }, { 0x6FA2, 0x38F5, 0x0390 },
		{ 0x6299, 0xB785, 0x18DA }, { 0x24A0, 0x0F84, 0xB6CF },
	};
	struct buffer out = { .arena = arena }, table = out, data = out;
	size_t curve;

	put_description(&data, "sRGB IEC61966-2.1");
	add_tag(&table, "desc", &data, 0);
	curve = begin_tag(&data);
	put_text(&data, "No rights reserved");
	add_tag(&table, "cprt", &data, curve);
	for (int i = 0; i < 4; i++) {
		size_t from = begin_tag(&data);

		put_xyz(&data, xyz[i]);
		add_tag(&table, names[i], &data, from);
	}
	curve = begin_tag(&data);
	put_curve(&data);
	add_tag(&table, "rTRC", &data, curve);
	add_tag(&table, "gTRC", &data, curve);
	add_tag(&table, "bTRC", &data, curve);
	begin_tag(&data);
	assert(table.length == 12 * TAGS);
	put_header(&out, HEADER + 4 + table.length + data.length);
	put_32(&out, TAGS);
	buffer_text(&out, buffer_view(&table));
	buffer_text(&out, buffer_view(&data));
	return buffer_view(&out);
}
