/* SPDX-License-Identifier: MIT */
/*
 * JPEG, looked through from marker to marker (ISO/IEC 10918-1, annex B): the
 * frame is one that readers of PDF know, the tables that its scans use stand
 * before them, restarts count as they must, and the picture ends. The samples
 * are not decoded: there is no sum by which a wrong one could be told.
 */
#include "base/raster.h"

enum {
	SOF0 = 0xC0, SOF2 = 0xC2, SOF15 = 0xCF, DHT = 0xC4, JPG = 0xC8, DAC = 0xCC, RST0 = 0xD0,
	RST7 = 0xD7,
	SOI = 0xD8, EOI = 0xD9, SOS = 0xDA, DQT = 0xDB, TEM = 0x01,
};

/* Tables are bits by their number, those of the second class of Huffman's (AC) 16 higher. */
struct file {
	const unsigned char *at, *end;
	/* tables that were given; that the frame's components need */
	unsigned quantization, huffman, needed;
	int components;				/* of the frame; 0: there was none yet */
	struct raster raster;
};

static int
two_bytes(const unsigned char *at)
{
	return at[0] << 8 | at[1];
}

/* The next marker, fill bytes passed over; -1 where there is none. */
static int
next_marker(struct file *file)
{
	if (file->at == file->end || *file->at != 0xFF)
		return -1;
	while (file->at < file->end && *file->at == 0xFF)
		file->at++;
	return file->at < file->end ? *file->at++ : -1;
}

/* ---- segments: each reads its part, and says whether it is as it must be ---- */

static bool
read_quantization(struct file *file, const unsigned char *part, const unsigned char *end)
{
	while (part < end) {
		int size = *part >> 4 ? 128 : 64;

		if ((*part & 15) > 3 || end - part < 1 + size)
			return false;
		file->quantization |= 1u << (*part & 15);
		part += 1 + size;
	}
	return true;
}

static bool
read_huffman(struct file *file, const unsigned char *part, const unsigned char *end)
{
	while (part < end) {
		int codes = 0;

		if (end - part < 17 || *part >> 4 > 1 || (*part & 15) > 3)
			return false;
		for (int i = 1; i <= 16; i++)
			codes += part[i];
		if (end - part < 17 + codes)
			return false;
		file->huffman |= 1u << *part;
		part += 17 + codes;
	}
	return true;
}

static enum raster_fault
read_frame(struct file *file, int marker, const unsigned char *part, const unsigned char *end)
{
	if (file->components > 0 || end - part < 6 || end - part < 6 + 3 * part[5])
		return RASTER_DAMAGED;
	if (marker > SOF2 || part[0] != 8)
		return RASTER_PROCESS;
	if (part[5] != 1 && part[5] != 3)
		return part[5] == 4 ? RASTER_CMYK : RASTER_PROCESS;
	file->raster.height = two_bytes(part + 1);
	file->raster.width = two_bytes(part + 3);
	file->components = file->raster.channels = part[5];
	for (int i = 0; i < file->components; i++)
		file->needed |= 1u << (part[6 + 3 * i + 2] & 15);
	if ((int64_t)file->raster.width * file->raster.height > MOST_PIXELS)
		return RASTER_TOO_LARGE;
	return file->raster.width > 0 && file->raster.height > 0 ? RASTER_SOUND : RASTER_DAMAGED;
}

/*
 * A scan of first coefficients uses tables of DC, any other those of AC; a
 * refinement of DC uses none.
 */
static bool
read_scan(struct file *file, const unsigned char *part, const unsigned char *end)
{
	int count = part < end ? *part : 0;
	/* first and last coefficient, how exact */
	const unsigned char *way = part + 1 + 2 * count;

	if (count < 1 || count > file->components || end - part != 1 + 2 * count + 3)
		return false;
	for (int i = 0; i < count; i++) {
		unsigned tables = part[2 + 2 * i], needed = 0;

		if (way[0] == 0 && way[2] >> 4 == 0)
			needed |= 1u << (tables >> 4);
		if (way[1] > 0)
			needed |= 1u << (16 + (tables & 15));
		if ((file->huffman & needed) != needed)
			return false;
	}
	return true;
}

/*
 * The samples after the head of a scan, to the marker that ends them; false
 * where the file ends first.
 */
static bool
pass_samples(struct file *file)
{
	int restart = RST0;

	for (; file->end - file->at >= 2; file->at++) {
		if (file->at[0] != 0xFF || file->at[1] == 0)
			continue;
		if (file->at[1] == 0xFF)
			continue;	/* fill */
		if (file->at[1] < RST0 || file->at[1] > RST7)
			return true;
		if (file->at[1] != restart)
			return false;
		restart = restart == RST7 ? RST0 : restart + 1;
	}
	return false;
}

/* ---- the file ---- */

static bool
is_frame(int marker)
{
	return marker >= SOF0 && marker <= SOF15 && marker != DHT && marker != JPG && marker != DAC;
}

static enum raster_fault
read_segment(struct file *file, int marker, const unsigned char *part, const unsigned char *end)
{
	bool is_right = true;

	if (is_frame(marker))
		return read_frame(file, marker, part, end);
	if (marker == DQT)
		is_right = read_quantization(file, part, end);
	else if (marker == DHT)
		is_right = read_huffman(file, part, end);
	else if (marker == SOS)
		is_right = read_scan(file, part, end) && pass_samples(file);
	return is_right ? RASTER_SOUND : RASTER_DAMAGED;
}

enum raster_fault
jpeg_check(struct text bytes, struct raster *raster)
{
	struct file file = { .at = (const unsigned char *)bytes.s };
	enum raster_fault fault = RASTER_SOUND;
	bool has_scan = false;
	int marker;

	file.end = file.at + bytes.length;
	if (bytes.length < 3 || two_bytes(file.at) != (0xFF00 | SOI) || file.at[2] != 0xFF)
		return RASTER_OTHER;
	file.at += 2;
	while ((marker = next_marker(&file)) != EOI && fault == RASTER_SOUND) {
		const unsigned char *part = file.at;

		if (marker == TEM)
			continue;
		if (marker < SOF0 || file.end - part < 2 || two_bytes(part) < 2 ||
		    file.end - part < two_bytes(part))
			return RASTER_DAMAGED;
		file.at += two_bytes(part);
		has_scan |= marker == SOS;
		fault = read_segment(&file, marker, part + 2, file.at);
	}
	*raster = file.raster;
	if (fault == RASTER_SOUND &&
	    (!has_scan || (file.quantization & file.needed) != file.needed))
		return RASTER_DAMAGED;
	return fault;
}
