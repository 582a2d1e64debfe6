/* SPDX-License-Identifier: MIT */
/*
 * PNG (ISO/IEC 15948, 11.2.2) says its size in its first chunk; JPEG
 * (ISO/IEC 10918-1, B.2.2) in the frame header, behind segments that say
 * their length. The picture itself is not decoded here.
 */
#include "read/image.h"

#include <string.h>

static int
two_bytes(const struct image *image, size_t at)
{
	const unsigned char *s = (const unsigned char *)image->bytes.s + at;

	return s[0] << 8 | s[1];
}

static bool
read_png(struct image *image)
{
	if (image->bytes.length < 33 || memcmp(image->bytes.s, "\x89PNG\r\n\x1A\n", 8) != 0 ||
	    memcmp(image->bytes.s + 12, "IHDR", 4) != 0)
		return false;
	/* more than 65,535 pixels */
	if (two_bytes(image, 16) != 0 || two_bytes(image, 20) != 0)
		return false;
	image->width = two_bytes(image, 18);
	image->height = two_bytes(image, 22);
	return image->width > 0 && image->height > 0;
}

/* A frame header is of any of the processes, but not the tables that lie among their numbers. */
static bool
is_frame(int marker)
{
	return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 &&
	    marker != 0xCC;
}

static bool
read_jpeg(struct image *image)
{
	size_t at = 2;

	if (image->bytes.length < 4 || two_bytes(image, 0) != 0xFFD8)
		return false;
	while (at + 9 <= image->bytes.length) {
		int marker = two_bytes(image, at);

		if (marker == 0xFFFF) {		/* fill */
			at++;
			continue;
		}
		if (marker >> 8 != 0xFF)
			return false;
		if (is_frame(marker & 0xFF)) {
			image->height = two_bytes(image, at + 5);
			image->width = two_bytes(image, at + 7);
			image->jpeg = true;
			return image->width > 0 && image->height > 0;
		}
		at += 2 + (size_t)two_bytes(image, at + 2);
	}
	return false;
}

bool
read_image_size(struct image *image)
{
	return read_png(image) || read_jpeg(image);
}
