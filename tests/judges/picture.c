/* SPDX-License-Identifier: MIT */
/*
 * Pictures for those who judge the look: how far two PNG files are from each
 * other, and one file as a printer of one bit a dot has it.
 *
 *	picture apart A.png B.png	MEAN MOST: the mean difference of all dots and the
 *					greatest of any block of 4 by 4, both of 255
 *	picture onebit FILE.png		the file in black and white, by error diffusion
 *					(Floyd and Steinberg), in place
 *	picture sixteen FILE.png	the file in sixteen greys, in place: a fourth
 *					of the bytes, and the eye sees no other page
 */
#include <png.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK = 4, GREYS = 16 };

struct grey { size_t width, height; unsigned char *dots; };

static void
end(const char *why, const char *file)
{
	fprintf(stderr, "picture: %s: %s\n", file, why);
	exit(2);
}

static struct grey
read_grey(const char *file)
{
	png_image image = {.version = PNG_IMAGE_VERSION};
	struct grey grey;

	if (!png_image_begin_read_from_file(&image, file))
		end(image.message, file);
	image.format = PNG_FORMAT_GRAY;
	grey = (struct grey){image.width, image.height, malloc(PNG_IMAGE_SIZE(image))};
	if (!grey.dots || !png_image_finish_read(&image, &(png_color){255, 255, 255}, grey.dots,
	    0, NULL))
		end("cannot be read", file);
	return grey;
}

static int
difference(const struct grey *a, const struct grey *b, size_t x, size_t y)
{
	return a->dots[y * a->width + x] - b->dots[y * b->width + x];
}

/* A block's difference keeps its sign, so that another smoothing of the same edge cancels out. */
static int
block_difference(const struct grey *a, const struct grey *b, size_t left, size_t top)
{
	int sum = 0;

	for (size_t y = top; y < top + BLOCK; y++)
		for (size_t x = left; x < left + BLOCK; x++)
			sum += difference(a, b, x, y);
	return abs(sum) / (BLOCK * BLOCK);
}

static void
print_apart(const struct grey *a, const struct grey *b, const char *file)
{
	long sum = 0;
	int most = 0;

	if (a->width != b->width || a->height != b->height)
		end("is of another size", file);
	for (size_t y = 0; y < a->height; y++)
		for (size_t x = 0; x < a->width; x++)
			sum += abs(difference(a, b, x, y));
	for (size_t y = 0; y + BLOCK <= a->height; y++)
		for (size_t x = 0; x + BLOCK <= a->width; x++) {
			int block = block_difference(a, b, x, y);

			most = block > most ? block : most;
		}
	printf("%.3f %d\n", (double)sum / (double)(a->width * a->height), most);
}

static void
spread(int *row, int *below, size_t x, size_t width, int error)
{
	if (x + 1 < width) {
		row[x + 1] += error * 7 / 16;
		below[x + 1] += error / 16;
	}
	if (x > 0)
		below[x - 1] += error * 3 / 16;
	below[x] += error * 5 / 16;
}

static void
diffuse(struct grey *grey)
{
	int *row = calloc(grey->width, sizeof *row), *below = calloc(grey->width, sizeof *below);

	for (size_t y = 0; y < grey->height && row && below; y++) {
		for (size_t x = 0; x < grey->width; x++) {
			unsigned char *dot = &grey->dots[y * grey->width + x];
			int wanted = *dot + row[x];

			*dot = wanted < 128 ? 0 : 255;
			spread(row, below, x, grey->width, wanted - *dot);
		}
		int *done = row;
		row = below;
		below = done;
		memset(below, 0, grey->width * sizeof *below);
	}
	free(row);
	free(below);
}

static void
write_grey(const struct grey *grey, const char *file)
{
	png_image image = {.version = PNG_IMAGE_VERSION, .width = (png_uint_32)grey->width,
	    .height = (png_uint_32)grey->height, .format = PNG_FORMAT_GRAY};

	if (!png_image_write_to_file(&image, file, 0, grey->dots, 0, NULL))
		end("cannot be written", file);
}

/* As numbers of a palette: then four bits are enough for a dot. */
static void
write_sixteen(const struct grey *grey, const char *file)
{
	png_image image = {.version = PNG_IMAGE_VERSION, .width = (png_uint_32)grey->width,
	    .height = (png_uint_32)grey->height, .format = PNG_FORMAT_RGB_COLORMAP, .colormap_entries = GREYS};
	unsigned char palette[GREYS][3];

	for (int i = 0; i < GREYS; i++)
		memset(palette[i], i * 255 / (GREYS - 1), sizeof palette[i]);
	for (size_t i = 0; i < grey->width * grey->height; i++)
		grey->dots[i] = (unsigned char)((grey->dots[i] * (GREYS - 1) + 127) / 255);
	if (!png_image_write_to_file(&image, file, 0, grey->dots, 0, palette))
		end("cannot be written", file);
}

int
main(int count, char **words)
{
	if (count == 4 && strcmp(words[1], "apart") == 0) {
		struct grey a = read_grey(words[2]), b = read_grey(words[3]);

		print_apart(&a, &b, words[2]);
		free(a.dots);
		free(b.dots);
	} else if (count == 3 && strcmp(words[1], "onebit") == 0) {
		struct grey grey = read_grey(words[2]);

		diffuse(&grey);
		write_grey(&grey, words[2]);
		free(grey.dots);
	} else if (count == 3 && strcmp(words[1], "sixteen") == 0) {
		struct grey grey = read_grey(words[2]);

		write_sixteen(&grey, words[2]);
		free(grey.dots);
	} else
		end("apart A.png B.png, onebit FILE.png or sixteen FILE.png", "usage");
	return 0;
}
