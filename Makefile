# SPDX-License-Identifier: MIT
# GNU make; everything is built under build/. `make help` lists the targets.

CC ?= cc
CFLAGS ?= -O2 -g
BUILD ?= build
warnings = -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wvla
libraries = libcmark-gfm yaml-0.1 libxml-2.0 harfbuzz harfbuzz-subset fribidi libdeflate libpng
flags = -std=gnu11 $(warnings) -Isrc -D_FILE_OFFSET_BITS=64 $(shell pkg-config --cflags $(libraries)) $(CFLAGS)
links = $(shell pkg-config --libs $(libraries)) -lcmark-gfm-extensions -lhpdf -lcsv -lunibreak -lhyphen -ldl
sources = $(sort $(shell find src -name '*.c'))
objects = $(sources:src/%.c=$(BUILD)/%.o)
program = $(BUILD)/planpress

all: program	## build the program, compile input/ into output/
	@$(program) build -o output input

program: setup	## build build/planpress
	@$(MAKE) -s $(program)

$(program): $(objects)
	$(CC) $(CFLAGS) -o $@ $^ $(links)

$(BUILD)/%.o: src/%.c
	@mkdir -p $(@D)
	$(CC) $(flags) -MMD -MP -c -o $@ $<

setup:	## name the Debian packages that are missing; as root, install them
	@sh tools/setup build

layers:	## prove the laws of inclusion
	@awk -f tools/layers.awk $$(find src -name '*.[ch]' | sort)

test: program	## run the tests: make test T=typeset/table runs those that begin so
	@tests/run $(T)

accept: program	## take the new output of tests after showing the difference
	@tests/run --accept $(T)

help:	## this list
	@sed -n 's/^\([a-z]*\):.*	## /\1	/p' Makefile | expand -t 12

clean:	## remove what was built
	rm -rf $(BUILD)

-include $(objects:.o=.d)
.PHONY: all program setup layers test accept help clean
