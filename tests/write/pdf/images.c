/* SPDX-License-Identifier: MIT */
/*
 * Every kind of PNG comes out of the PDF as the pixels that went in, and a JPEG
 * as its own bytes (pdfimages takes them out again).
 */
#include <png.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "base/path.h"
#include "sample.h"
#include "write/pdf/pdf.h"

enum { WIDTH = 23, HEIGHT = 11 };

struct kind { const char *name; int type, bits, interlace; };
static const struct kind kinds[] = {
	{ "grey-1", PNG_COLOR_TYPE_GRAY, 1, 0 }, { "grey-4", PNG_COLOR_TYPE_GRAY, 4, 0 },
	{ "grey-8", PNG_COLOR_TYPE_GRAY, 8, 0 }, { "grey-16", PNG_COLOR_TYPE_GRAY, 16, 0 },
	{ "grey-alpha", PNG_COLOR_TYPE_GRAY_ALPHA, 8, 0 }, { "rgb", PNG_COLOR_TYPE_RGB, 8, 0 },
	{ "rgb-16", PNG_COLOR_TYPE_RGB, 16, 0 }, { "rgba", PNG_COLOR_TYPE_RGBA, 8, 0 },
	{ "rgba-interlaced", PNG_COLOR_TYPE_RGBA, 8, 1 },
	{ "palette", PNG_COLOR_TYPE_PALETTE, 4, 0 },
	{ "palette-alpha", PNG_COLOR_TYPE_PALETTE, 8, 0 },
};
enum { KINDS = sizeof kinds / sizeof *kinds };

static int failed;
static void
check(bool is_right, const char *name, const char *what)
{
	if (is_right)
		return;
	printf("%s: %s\n", name, what);
	failed = 1;
}

/* ---- making a PNG ---- */

static void
write_bytes(png_structp png, png_bytep bytes, png_size_t count)
{
	buffer_add(png_get_io_ptr(png), bytes, count);
}

static void
flush_bytes(png_structp png)
{
	(void)png;
}

static void
set_palette(png_structp png, png_infop info, const struct kind *kind)
{
	png_color colours[16];
	png_byte alphas[16];

	for (int i = 0; i < 16; i++) {
		colours[i] = (png_color){ (png_byte)(i * 17), (png_byte)(255 - i * 11),
		    (png_byte)(i * i) };
		alphas[i] = (png_byte)(255 - i * 9);
	}
	png_set_PLTE(png, info, colours, 16);
	if (kind->bits == 8)
		png_set_tRNS(png, info, alphas, 16, NULL);
}

/* Both bytes of a sample of 16 bits are the byte that the same sample has with 8 bits. */
static png_byte
byte_of(const struct kind *kind, int y, int i)
{
	i = kind->bits == 16 ? i / 2 : i;
	return (png_byte)(kind->type == PNG_COLOR_TYPE_PALETTE && kind->bits == 8
	    ? (y + i) % 16 : y * 31 + i * 7 + y * i);
}

static struct text
make_png(struct arena *arena, const struct kind *kind)
{
	struct buffer out = { .arena = arena };
	png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
	png_infop info = png_create_info_struct(png);
	png_bytep rows[HEIGHT];
	size_t stride;

	png_set_write_fn(png, &out, write_bytes, flush_bytes);
	png_set_IHDR(png, info, WIDTH, HEIGHT, kind->bits, kind->type,
	    kind->interlace ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE,
	    PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
	if (kind->type == PNG_COLOR_TYPE_PALETTE)
		set_palette(png, info, kind);
	stride = png_get_rowbytes(png, info);
	for (int y = 0; y < HEIGHT; y++) {
		rows[y] = arena_alloc(arena, stride);
		for (size_t i = 0; i < stride; i++)
			rows[y][i] = byte_of(kind, y, (int)i);
	}
	png_write_info(png, info);
	png_write_image(png, rows);
	png_write_end(png, NULL);
	png_destroy_write_struct(&png, &info);
	return buffer_view(&out);
}

/* ---- comparing ---- */

/* A PNG as eight bits of red, green, blue and alpha, by libpng's own short way. */
static unsigned char *
pixels_of(struct arena *arena, struct text bytes, int *width, int *height)
{
	png_image image = { .version = PNG_IMAGE_VERSION };
	unsigned char *pixels;

	if (!png_image_begin_read_from_memory(&image, bytes.s, bytes.length))
		return NULL;
	image.format = PNG_FORMAT_RGBA;
	*width = (int)image.width;
	*height = (int)image.height;
	pixels = arena_alloc(arena, PNG_IMAGE_SIZE(image));
	return png_image_finish_read(&image, NULL, pixels, 0, NULL) ? pixels : NULL;
}

static unsigned char *
read_pixels(struct arena *arena, const char *path)
{
	struct text bytes;
	int width, height;
	unsigned char *pixels;

	if (file_read(arena, path, 1 << 20, &bytes) != FILE_READ)
		return NULL;
	pixels = pixels_of(arena, bytes, &width, &height);
	return pixels && width == WIDTH && height == HEIGHT ? pixels : NULL;
}

/* Some channels of the pixels that went in against those that came out. */
static bool
is_same(const unsigned char *in, const unsigned char *out, int first, int count)
{
	for (int i = 0; in && out && i < WIDTH * HEIGHT; i++)
		for (int k = 0; k < count; k++)
			if (in[i * 4 + first + k] != out[i * 4 + k])
				return false;
	return in && out;
}

static bool
has_alpha(const struct kind *kind)
{
	return (kind->type & PNG_COLOR_MASK_ALPHA) ||
	    (kind->type == PNG_COLOR_TYPE_PALETTE && kind->bits == 8);
}

static const char *
taken_path(struct arena *arena, const char *folder, int number, const char *suffix)
{
	return text_string(arena, text_format(arena, "%s/out-%03d.%s", folder, number, suffix));
}

/* pdfimages numbers images in the order of the pages, each with its mask after it. */
static void
compare_all(struct arena *arena, const char *folder, const struct image *images)
{
	int number = 0;

	for (int i = 0; i < KINDS; i++) {
		int width, height;
		const struct kind same = { .type = kinds[i].type,
		    .bits = kinds[i].bits == 16 ? 8 : kinds[i].bits };
		const unsigned char *in = pixels_of(arena, make_png(arena, &same), &width, &height);

		check(is_same(in, read_pixels(arena, taken_path(arena, folder, number++, "png")), 0,
		          3),
		    kinds[i].name, "other pixels came out");
		if (has_alpha(&kinds[i]))
			check(is_same(in,
			          read_pixels(arena, taken_path(arena, folder, number++, "png")), 3,
			          1),
			    kinds[i].name, "another mask came out");
	}
	for (int i = KINDS; images[i].bytes.length > 0; i++) {
		struct text out = { 0 };

		file_read(arena, taken_path(arena, folder, number++, "jpg"), 1 << 20, &out);
		check(text_equal(out, images[i].bytes), images[i].path.s, "other bytes came out");
	}
}

/* Whether a line of shell ends well. */
static bool
runs(struct text line)
{
	pid_t child = fork();
	int status;

	if (child == 0) {
		execl("/bin/sh", "sh", "-c", line.s, (char *)NULL);
		_exit(127);
	}
	waitpid(child, &status, 0);
	return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/* ---- showing ---- */

static struct image
read_image(struct arena *arena, const char *name)
{
	struct image image = { .path = text_of(name), .jpeg = true };
	const char *path =
	    text_string(arena, text_format(arena, "tests/write/pdf/images/%s", name));

	check(file_read(arena, path, 1 << 20, &image.bytes) == FILE_READ, name, "cannot be read");
	return image;
}

static void
show(struct arena *arena, const struct image *const *images, int count, struct text *pdf)
{
	struct paper paper = paper_new(arena);
	struct edition edition = sample_edition(&paper, images, count, 3);

	*pdf = pdf_of_edition(arena, &edition);
	paper_close(&paper);
}

int
main(int count, char **words)
{
	static const char *const jpegs[] = { "rgb.jpg", "grey.jpg", "progressive.jpg" };
	struct arena *arena = arena_new();
	struct image images[KINDS + 4] = { 0 };
	const struct image *shown[KINDS + 3];
	char folder[] = "/tmp/images-XXXXXX";
	struct text pdf;

	for (int i = 0; i < KINDS; i++)
		images[i] = (struct image){ .path = text_of(kinds[i].name),
		    .bytes = make_png(arena, &kinds[i]) };
	for (int i = 0; i < 3; i++)
		images[KINDS + i] = read_image(arena, jpegs[i]);
	for (int i = 0; i < KINDS + 3; i++)
		shown[i] = &images[i];
	show(arena, shown, KINDS + 3, &pdf);
	if (count > 1)
		file_write(words[1], pdf);
	if (!mkdtemp(folder))
		return 1;
	file_write(path_join(arena, text_of(folder), TEXT("images.pdf")), pdf);
	check(runs(text_format(arena,
	          "cd %s && qpdf --check images.pdf >/dev/null && pdfimages -png -j images.pdf out",
	          folder)),
	    "the PDF", "is not sound");
	compare_all(arena, folder, images);
	check(runs(text_format(arena, "rm -r %s", folder)), folder, "stays");
	arena_drop(arena);
	return failed;
}
