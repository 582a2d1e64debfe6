# SPDX-License-Identifier: MIT
# GNU make; everything is built under build/. `make help` lists the targets.

MAKEFLAGS += -rR	# none of the built-in rules is used, and looking them up takes longer than all else
CC := $(if $(filter default undefined,$(origin CC)),cc,$(CC))	# -R takes make's own CC away after this is read
CFLAGS ?= -O2 -g
BUILD ?= build
warnings = -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wvla
loaded = libxml-2.0		# when a document needs it
libraries = libcmark-gfm yaml-0.1 harfbuzz harfbuzz-subset fribidi libdeflate libpng
# What pkg-config says is asked once, and only when something is compiled.
included = $(eval included := $$(shell pkg-config --cflags $(libraries) $(loaded)))$(included)
linked = $(eval linked := $$(shell pkg-config --libs $(libraries)))$(linked)
flags = -std=gnu11 $(warnings) -Isrc -D_FILE_OFFSET_BITS=64 $(included) $(CFLAGS)
links = $(linked) -lcmark-gfm-extensions -lhpdf -lcsv -lunibreak -lhyphen -ldl -Wl,--build-id
sources = $(sort $(shell find src -name '*.c'))
objects = $(sources:src/%.c=$(BUILD)/%.o)
program = $(BUILD)/planpress

all: program	## build the program, compile input/ into output/
	@$(program) build -o output input

program: $(program)	## build build/planpress

$(program): $(objects)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(links)

$(BUILD)/%.o: src/%.c | $(BUILD)/.setup-build
	@mkdir -p $(@D)
	$(CC) $(flags) -MMD -MP -c -o $@ $<

$(BUILD)/tests/%: tests/%.c $(filter-out $(BUILD)/main.o,$(objects)) $(wildcard tests/*/*.h tests/*/*/*.h)
	@mkdir -p $(@D)
	$(CC) $(flags) $(LDFLAGS) -o $@ $(filter %.c %.o,$^) $(links)

$(BUILD)/.setup-%: tools/setup
	@sh tools/setup $*
	@mkdir -p $(@D) && touch $@

setup: $(BUILD)/.setup-build	## name the Debian packages that are missing; as root, install them

test: program $(BUILD)/.setup-test	## run the tests: make test T=typeset/table runs those that begin so
	@BUILD=$(BUILD) tests/run $(T)

accept: program	## take the new output of tests after showing the difference
	@BUILD=$(BUILD) tests/run --accept $(T)

judge: layers lint asan fuzz conform bytes exempt	## all judges, as CI runs them

layers:	## prove the laws of inclusion
	@awk -f tools/layers.awk $$(find src -name '*.[ch]' | sort)

lint: $(BUILD)/.setup-build $(BUILD)/.setup-lint	## two compilers, clang-tidy, shellcheck, codespell, mandoc: not a word from any
	@tests/judges/lint

asan: $(BUILD)/.setup-build $(BUILD)/.setup-test $(BUILD)/.setup-lint	## all tests under the address, undefined-behaviour and leak sanitizers
	@tests/judges/sanitize

fuzz: $(BUILD)/.setup-build $(BUILD)/.setup-lint	## each reader under libFuzzer, FUZZ_SECONDS (60) in all
	@tests/judges/fuzz

conform: $(BUILD)/.setup-build $(BUILD)/.setup-judges	## veraPDF, qpdf, renderers, Nu, axe, same text: input/ and a sample of examples/ (ALL=1: all)
	@tests/judges/conform

bytes: program $(BUILD)/.setup-bytes	## the same bytes by any compiler, order, place, locale and number of workers
	@tests/judges/bytes

exempt: program	## exempt matter cannot be told from the public output
	@tests/judges/exempt

proof: program	## the tests and judges whole, where CI takes a sample; some hours (STEPS="exempt sign": these)
	@tests/judges/proof $(STEPS)

bench: program $(BUILD)/tests/bench/floor $(BUILD)/.setup-bench $(BUILD)/bench-venv	## planpress, its peers and the floor on plans of 10 to 3,000 pages; T=quick: a minute of it
	@BUILD=$(BUILD) tests/bench/bench $(T)

$(BUILD)/bench-venv: tests/bench/peers.txt
	@python3 -m venv $@ && $@/bin/pip -q install -r $< && touch $@

measure: $(BUILD)/.setup-measure	## sizes of functions, files, lines, folders beside what the house aims at
	@tools/measure

manual:	## write what the tables say into the manual pages
	@tools/manual

install: program	## below PREFIX (/usr/local), DESTDIR before it
	@PROGRAM=$(program) PREFIX=$(PREFIX) DESTDIR=$(DESTDIR) tools/install

gallery: program $(BUILD)/.setup-judges	## pictures of every kind of page, on paper and on screens, in build/gallery
	@sh tests/judges/install && BUILD=$(BUILD) tools/gallery

readme-picture: program $(BUILD)/.setup-test
	@$(program) build --to pdf -o $(BUILD)/readme examples/ten-lines
	@pdftoppm -f 2 -l 2 -r 90 -x 0 -y 0 -W 744 -H 290 -png -singlefile $(BUILD)/readme/plan.pdf docs/ten-lines

help:	## this list
	@sed -n 's/^\([a-z]*\):.*	## /\1	/p' Makefile | expand -t 12

clean:	## remove what was built
	rm -rf $(BUILD)

-include $(objects:.o=.d)
.PHONY: all program setup test accept judge layers lint asan fuzz conform bytes exempt proof bench measure manual install gallery readme-picture help clean
