# Builds, tests and installs roadbook. `make help` lists the targets; V=1 shows every command.

VERSION := 0.1.0
B       ?= build
PREFIX  ?= /usr/local
DESTDIR ?=
CFLAGS  ?= -O2 -g

LIBRARIES := libcmark-gfm libical xlsxwriter harfbuzz harfbuzz-subset fribidi fontconfig \
             libzip expat jansson uuid libdeflate libqpdf
# Debian has no .pc file for these; that of libcyaml asks for libyaml, which it does not bring.
BARE_LIBRARIES := -lhpdf -lcyaml -lcmark-gfm-extensions -lunistring -lm

WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion
ifneq ($(WERROR)$(CI),)
WARNINGS += -Werror
endif

# The headers of others are not ours to warn about: -isystem instead of -I.
LIBRARY_CFLAGS := $(patsubst -I%,-isystem %,$(shell pkg-config --cflags $(LIBRARIES) 2>/dev/null))
LIBRARY_LINKS  := $(shell pkg-config --libs $(LIBRARIES) 2>/dev/null)
# Hundreds of tests are linked: by gold, where it is, in half the time.
TEST_LINKS     := $(if $(shell command -v ld.gold 2>/dev/null),-fuse-ld=gold)
LINKS          := -Wl,--as-needed $(BARE_LIBRARIES) $(LIBRARY_LINKS)
COMPILE        := $(CC) -std=c11 -D_GNU_SOURCE -DROADBOOK_VERSION='"$(VERSION)"' -Isrc -Itests $(CFLAGS) $(WARNINGS) $(LIBRARY_CFLAGS)

# Rooms stand at most three folders deep.
SOURCES := $(wildcard src/*.c src/*/*.c src/*/*/*.c src/*/*/*/*.c)
OBJECTS := $(SOURCES:%.c=$(B)/%.o)
DATA    := $(wildcard fonts/*.ttf fonts/*.otf templates/*.yaml)
LIBRARY := $(B)/libroadbook.a
TESTS   := $(patsubst %.c,$(B)/%,$(wildcard tests/*_test.c tests/*/*_test.c tests/*/*/*_test.c))
# What checks run besides the program.
DRIVERS := $(B)/tests/support/read_workbook
FORMATTED := $(wildcard src/*.[ch] src/*/*.[ch] src/*/*/*.[ch] src/*/*/*/*.[ch] tests/*.[ch] tests/*/*.[ch] tests/*/*/*.[ch])

ASAN_FLAGS := -O1 -g1 -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all
FUZZ_FLAGS := $(ASAN_FLAGS) -O2 -fsanitize=fuzzer-no-link
SEEDS      := $(wildcard tests/fuzz/corpus tests/data/review tests/data/shapes) samples
SECONDS    ?= 600
FUZZED     ?= reader
VALGRIND := valgrind --quiet --leak-check=full --show-leak-kinds=definite --errors-for-leak-kinds=definite --error-exitcode=99

ifeq ($(V),1)
Q :=
say = @:
else
Q := @
say = @printf '  %-4s %s\n'
MAKEFLAGS += --no-print-directory
endif

.DELETE_ON_ERROR:
.SECONDARY:
.SUFFIXES:
.PHONY: all deps test-deps run tests check test test-long test-asan test-valgrind golden bench pictures \
        fuzz format check-format install uninstall clean help always

all: $(B)/roadbook ## build build/roadbook (B=FOLDER: elsewhere)

## For users

run: deps ## install what is missing, build, and make the three files of the sample in out/
	$(Q)$(MAKE) all
	$(Q)$(B)/roadbook build samples/rust-systems.md -o out
	$(Q)ls -l out

deps: # install the compiler and the libraries, through apt
	$(Q)sh .ci/install build

install: all ## install the program and its samples (PREFIX=/usr/local, DESTDIR=)
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/doc/roadbook/samples"
	install -m 755 $(B)/roadbook "$(DESTDIR)$(PREFIX)/bin/roadbook"
	install -m 644 $(wildcard README.md LICENSE fonts/*.txt) "$(DESTDIR)$(PREFIX)/share/doc/roadbook"
	install -m 644 $(wildcard samples/*.*) "$(DESTDIR)$(PREFIX)/share/doc/roadbook/samples"

uninstall: ## remove what install put there
	rm -f "$(DESTDIR)$(PREFIX)/bin/roadbook"
	rm -rf "$(DESTDIR)$(PREFIX)/share/doc/roadbook"

clean: ## remove all that was built
	rm -rf $(B)

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | \
	    while IFS='|' read -r target words; do printf '%-22s %s\n' "$$target" "$$words"; done

## Building

$(B)/roadbook: $(B)/src/main.o $(LIBRARY) $(B)/flags
	$(say) LINK $@
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $< $(LIBRARY) $(LINKS)

# Made anew each time, so that no object of a removed source stays in it; "q" because two rooms may
# have files of one name.
$(LIBRARY): $(filter-out $(B)/src/main.o,$(OBJECTS)) $(DATA:%=$(B)/%.o)
	$(say) AR $@
	$(Q)rm -f $@ && $(AR) qcsD $@ $^

$(B)/%.o: %.c $(B)/flags
	$(if $(LIBRARY_LINKS),,$(error libraries are missing: "make deps" installs them))
	$(say) CC $<
	$(Q)mkdir -p $(@D) && $(COMPILE) -MMD -MP -c -o $@ $<

# Fonts and templates become part of the program as _binary_fonts_NAME_ttf_start and ..._end. The
# names come from the path as given to ld, hence the relative one.
$(B)/%.o: % Makefile
	$(say) DATA $<
	$(Q)mkdir -p $(@D) && $(LD) -r -z noexecstack -b binary -o $@ $<
	$(Q)objcopy --rename-section .data=.rodata,alloc,load,readonly,data,contents $@

$(B)/tests/%_test: $(B)/tests/%_test.o $(LIBRARY)
	$(say) LINK $@
	$(Q)$(CC) $(CFLAGS) $(TEST_LINKS) $(LDFLAGS) -o $@ $< $(LIBRARY) -lcmocka $(LINKS)

$(B)/tests/support/%: $(B)/tests/support/%.o $(LIBRARY)
	$(say) LINK $@
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $< $(LIBRARY) $(LINKS)

$(B)/tests/fuzz/%: $(B)/tests/fuzz/%.o $(LIBRARY)
	$(say) LINK $@
	$(Q)$(CC) $(CFLAGS) -fsanitize=fuzzer $(LDFLAGS) -o $@ $< $(LIBRARY) $(LINKS)

# Holds what things are built with, and changes only when that does.
$(B)/flags: always
	$(Q)mkdir -p $(@D)
	$(Q)echo '$(COMPILE) $(LDFLAGS) $(LINKS)' | cmp -s - $@ || \
	    echo '$(COMPILE) $(LDFLAGS) $(LINKS)' > $@

## For developers

check: tests ## the quick part of the tests, in seconds: units, goldens, rooms, dates, words
	$(Q)tests/run --quick $(B)

test: test-deps ## install what tests need, and run them all
	$(Q)$(MAKE) tests
	$(Q)tests/run $(B)

test-long: test-deps ## those of them that have longer walks: more books, papers, templates, lives
	$(Q)$(MAKE) tests
	$(Q)tests/run --long $(B)

test-deps: deps
	$(Q)sh .ci/install test

tests: all $(TESTS) $(DRIVERS)

test-asan: test-deps ## the same tests with AddressSanitizer and UBSan
	$(Q)$(MAKE) B=$(B)/asan CFLAGS='$(ASAN_FLAGS)' tests
	$(Q)tests/run --light $(B)/asan

test-valgrind: test-deps ## the same tests under valgrind
	$(Q)$(MAKE) tests
	$(Q)tests/run --light --prefix '$(VALGRIND)' $(B)

golden: all ## write the expected outputs of tests/golden anew, and show what changes
	$(Q)ROADBOOK=$(B)/roadbook tests/check/golden.sh --update
	$(Q)ROADBOOK=$(B)/roadbook tests/check/golden_outputs.py --update

bench: all ## how long the samples take, pages a second, bytes a page
	$(Q)ROADBOOK=$(B)/roadbook sh tests/bench.sh

fuzz: ## throw odd bytes at the reader (FUZZED=workbook: of trackers) for SECONDS=600, by libFuzzer
	$(Q)sh .ci/install build && sh .ci/install fuzz
	$(Q)$(MAKE) B=$(B)/fuzz CC=clang CFLAGS='$(FUZZ_FLAGS)' $(B)/fuzz/tests/fuzz/$(FUZZED)
	$(Q)mkdir -p $(B)/fuzz/$(FUZZED)
	$(Q)nice $(B)/fuzz/tests/fuzz/$(FUZZED) -max_total_time=$(SECONDS) -max_len=4096 -timeout=10 \
	    -rss_limit_mb=2048 -dict=tests/fuzz/words.dict -print_final_stats=1 \
	    -artifact_prefix=$(B)/fuzz/ $(B)/fuzz/$(FUZZED) $(if $(filter reader,$(FUZZED)),$(SEEDS))

pictures: all ## the README's pages and sheets of the sample, in samples/pictures
	$(Q)ROADBOOK=$(B)/roadbook sh tests/pictures.sh

format: ## put all C files into the form of .clang-format
	$(Q)clang-format -i $(FORMATTED)

check-format: ## tell which C files are not
	$(Q)clang-format --dry-run -Werror $(FORMATTED)

-include $(OBJECTS:.o=.d) $(TESTS:=.d) $(DRIVERS:=.d) $(B)/tests/fuzz/reader.d $(B)/tests/fuzz/workbook.d
