# git-sluice - GNU make; products only under $(B)
#
#   make           build/git-sluice
#   make demo      install what is missing, build, review a small change
#   make test      install what is missing, build, run every test
#   make check SAN=address,undefined    every test with sanitizers
#   make lint      layering, format, static analysis, shell, manuals
#   make bench     ratios against git
#   make fuzz T=<target> [MINUTES=n] [ENGINE=afl]    one fuzz target
#   make fuzz-all [MINUTES=n] [ENGINE=afl]    all of them, one after the other
#   make valgrind  the unit tests under valgrind
#   make cover     line coverage of the unit tests
#   make conformance RULES=<checkout of semgrep-rules>    how many of its rules hold
#   make corpora DIR=<where they lie>   what the shipped rules find in public sets: tests/corpora/README.md
#   make rules-table    the tables of rules in README.md and git-sluice-rules(5), anew
#   make install [DESTDIR=] [PREFIX=/usr/local]
#   V=1            whole command lines
#   SYNTAX=no      without tree-sitter's grammars, which npm fetches: text rules alone
#   LINK=shared    with shared libraries, also where static ones are there (in a clean tree)

B ?= build
PREFIX ?= /usr/local
DESTDIR ?=
SAN ?=
MINUTES ?= 1

ifdef SAN
B := $(B)/san
endif

CC ?= cc
PKG_CONFIG ?= pkg-config
PACKAGES := libgit2 libpcre2-8 yaml-0.1 jansson libmd zlib
PARALLEL := -j$(shell nproc 2>/dev/null || echo 2)
Q := $(if $(V),,@)
say = $(if $(V),,@printf '  %-8s %s\n' $(1) $(2))

WARNINGS := -Wall -Wextra -Wformat=2 -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes \
	-Wwrite-strings -Wvla -Wno-missing-field-initializers
# Each is used where the compiler knows it (gcc and clang on x86-64 know all).
HARDENING := $(foreach f,-fstack-protector-strong -fstack-clash-protection -fcf-protection,$(shell \
	echo 'int main(void){return 0;}' | $(CC) $(f) -Werror -S -xc -o - - >/dev/null 2>&1 && echo $(f)))
OPTIMISE := $(if $(SAN),-O1 -fsanitize=$(SAN) -fno-sanitize-recover=all -fno-omit-frame-pointer,-O2 -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3)
CPPFLAGS += -D_GNU_SOURCE -Isrc $(shell $(PKG_CONFIG) --cflags $(PACKAGES) 2>/dev/null)
CFLAGS += -std=c17 -g $(OPTIMISE) $(WARNINGS) $(if $(WERROR),-Werror) $(HARDENING) -fPIE
LDFLAGS += -pie -Wl,-z,relro,-z,now,-z,pack-relative-relocs $(if $(SAN),-fsanitize=$(SAN)) $(LINK_FLAGS)
LDLIBS += $(LINK_LIBS)

# What the library is made of; tests/lint/sources.sh keeps the lists complete.
base := arena buf deadline decode err escape file glob hash image_map image_write inflate json output sandbox slice \
	temporary version
change := archive backend backend_git backend_libgit2 blob change commit_graph compare config config_env \
	config_files diff entries expansion git history known index_file index_tree libgit2_open lines \
	memory object offline open owner patch patch_header patch_message patch_name patch_reader plan plumbing process push range \
	ref_update renames repository shallow source spans staged text tree_walk
rule := checksum credential gitleaks gitleaks_allow gitleaks_extend gitleaks_filter language layout load \
	load_condition load_dir load_formula load_lists load_meta load_options load_rule load_switches \
	load_taint load_value requires rule ruleset selftest shipped toml tree words
syntax := absent dialect dialect_bash dialect_c dialect_csharp dialect_dockerfile dialect_go \
	dialect_java dialect_javascript dialect_json dialect_kotlin dialect_markup dialect_php dialect_place \
	dialect_python dialect_ruby dialect_rust dialect_scala dialect_solidity dialect_swift \
	dialect_terraform dialect_toml dialect_yaml dockerfile dockerfile_shell fence flow grammars hand \
	kind_index parse scala_lambda shape shape_table tree
match := armour check checksum comparison comparison_value condition constant credential \
	credential_name credential_refusal credential_traits declaration declaration_read decoded \
	definition encoded formula formula_compile formula_condition formula_pattern found generic_find \
	generic_pattern generic_read information keyword_index list literal makeup matcher \
	matcher_decoded matcher_seen notebook number pattern_cache pattern_import pattern_leaf \
	pattern_literal pattern_match pattern_node pattern_operands pattern_read pattern_same \
	pattern_siblings pattern_store pattern_text pattern_typed place prefilter prefilter_layout \
	range reading redos regex regex_literal regex_read rule_program screen source squeeze statement \
	taint taint_assign taint_branch taint_call taint_condition taint_constant taint_element \
	taint_flow taint_functions taint_guard taint_known taint_marks taint_path taint_report \
	taint_rule taint_run taint_scope taint_set taint_shape taint_store taint_truth taint_value \
	trigram type unit window
finding := before classify classify_guard digest elsewhere finding fingerprint guard history later lost mask \
	mask_forms moved snippet touched trace vault
policy := assignment baseline detect_secrets gitconfig gitleaks_ignore policy policy_answer policy_hint suppression
review := bulk excuse names once plan redact review tally trust unread verdict
report := format json json_emit report_util rule_list sarif sarif_region sarif_rule text text_area \
	text_finding text_pusher text_scope
cli := begin cmd_baseline cmd_doctor cmd_hook cmd_install cmd_receive cmd_review cmd_rules \
	cmd_version filling hook_file interrupt load options progress resume rules_tally rules_test run skip
SOURCES := $(foreach d,base change rule syntax match finding policy review report cli,$(patsubst %,src/$(d)/%.c,$($(d))))
OBJECTS := $(SOURCES:%.c=$(B)/%.o)
LIBRARY := $(B)/libsluice.a
PROGRAM := $(B)/git-sluice
RULEC := $(B)/rulec
SHIPPED := $(shell find rules -type f 2>/dev/null)

UNIT := $(patsubst tests/unit/%.c,$(B)/unit/%,$(sort $(wildcard tests/unit/test_*.c)))
FUZZERS := $(patsubst tests/fuzz/%.c,%,$(sort $(wildcard tests/fuzz/fuzz_*.c)))

.PHONY: all demo test run-tests check lint bench fuzz fuzz-all valgrind cover conformance corpora rules-table install clean unit replay faults hostile last-result print-sources
.DELETE_ON_ERROR:
.SUFFIXES:
# Objects of tests are kept, too.
.SECONDARY:

all: $(PROGRAM)

# Goals that build nothing themselves, or that call make again with another.
ifneq ($(filter-out clean last-result print-sources demo test check lint fuzz fuzz-all cover,$(or $(MAKECMDGOALS),all)),)
BUILDS := yes
-include $(B)/link.mk
endif

# How the libraries are linked.
$(B)/link.mk: src/change/link.sh src/change/offline.c
	@mkdir -p $(@D)
	@PKG_CONFIG='$(PKG_CONFIG)' sh src/change/link.sh '$(CC)' '$(PACKAGES)' >$@
$(B)/src/change/open.o: CPPFLAGS += -DSLUICE_LINK='"$(LINKED)"'
$(B)/src/change/open.o: $(B)/link.mk

# Without npm or a network there are no grammars either, and the build says so.
SYNTAX ?= yes
ifneq ($(SYNTAX),yes)
GRAMMARS := no
endif
include src/syntax/grammars.mk

# ---- the program

$(B)/%.o: %.c
	@mkdir -p $(@D)
	$(call say,CC,$<)
	$(Q)$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

$(LIBRARY): $(OBJECTS)
	$(call say,AR,$@)
	$(Q)rm -f $@ && ar rcs $@ $^

# The rule compiler is our library without the shipped rules.
$(RULEC): $(B)/src/cli/rulec.o $(LIBRARY)
	$(call say,LD,$@)
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(B)/shipped.img: $(RULEC) $(SHIPPED)
	$(call say,RULES,$@)
	$(Q)$(RULEC) rules > $@

$(B)/shipped.o: src/rule/shipped_image.c $(B)/shipped.img
	$(call say,CC,$<)
	$(Q)$(CC) $(CPPFLAGS) $(CFLAGS) -DSHIPPED_IMAGE='"$(B)/shipped.img"' -c -o $@ $<

$(PROGRAM): $(B)/src/main.o $(B)/shipped.o $(LIBRARY)
	$(call say,LD,$@)
	$(Q)$(CC) $(LDFLAGS) -o $@ $(B)/src/main.o $(B)/shipped.o $(LIBRARY) $(LDLIBS)

# The program as it is without grammars, for the tests: absent.o comes before the library, which
# then is not asked for its parser.
$(PROGRAM)-text: $(B)/src/main.o $(B)/shipped.o $(B)/absent/absent.o $(LIBRARY)
	$(call say,LD,$@)
	$(Q)$(CC) $(LDFLAGS) -o $@ $(B)/src/main.o $(B)/shipped.o $(B)/absent/absent.o $(LIBRARY) \
		$(filter-out $(GRAMMARS_ARCHIVE),$(LDLIBS))

$(B)/absent/absent.o: src/syntax/absent.c
	@mkdir -p $(@D)
	$(call say,CC,$<)
	$(Q)$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

# ---- the two commands; the inner make sees what the outer one installed

demo:
	@sh tests/tools/deps.sh build
	@$(MAKE) $(PARALLEL) --no-print-directory all
	@sh tests/tools/demo.sh $(abspath $(PROGRAM))

test:
	@sh tests/tools/deps.sh build test
	@$(MAKE) $(PARALLEL) --no-print-directory run-tests

run-tests: all $(PROGRAM)-text unit replay faults hostile
	@sh tests/sarif/validate.sh --install
	@B=$(B) SAN=$(SAN) sh tests/tools/run.sh

print-sources:
	@echo $(SOURCES)

last-result:
	@tail -n 1 $(B)/result

check:
	@sh tests/tools/deps.sh build test
	@$(MAKE) $(PARALLEL) --no-print-directory run-tests

# ---- tests

unit: $(UNIT)

$(B)/unit/%: $(B)/tests/unit/%.o $(B)/shipped.o $(LIBRARY)
	@mkdir -p $(@D)
	$(call say,LD,$@)
	$(Q)$(CC) $(LDFLAGS) -o $@ $< $(B)/shipped.o $(LIBRARY) $(LDLIBS) -lcmocka

# What makes single calls of the program fail; not part of it.
faults: $(B)/faults/faults.so $(B)/faults/drive $(B)/faults/hide

$(B)/faults/%.so: tests/faults/%.c
	@mkdir -p $(@D)
	$(call say,CC,$<)
	$(Q)$(CC) -D_GNU_SOURCE -std=c17 -O1 $(WARNINGS) -shared -fPIC -o $@ $<

$(B)/faults/%: tests/faults/%.c
	@mkdir -p $(@D)
	$(call say,CC,$<)
	$(Q)$(CC) -D_GNU_SOURCE -std=c17 -O1 $(WARNINGS) -o $@ $<

# What measures the runs on hostile inputs.
hostile: $(B)/hostile/measure

$(B)/hostile/%: tests/hostile/%.c
	@mkdir -p $(@D)
	$(call say,CC,$<)
	$(Q)$(CC) -D_GNU_SOURCE -std=c17 -O1 $(WARNINGS) -o $@ $<

# Fuzz targets without a fuzzer, for the corpus.
replay: $(FUZZERS:%=$(B)/replay/%)

$(B)/replay/%: $(B)/tests/fuzz/%.o $(B)/tests/fuzz/replay.o $(LIBRARY)
	@mkdir -p $(@D)
	$(call say,LD,$@)
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS)

# ---- quality

lint:
	@sh tests/tools/deps.sh build lint
	@$(MAKE) $(PARALLEL) --no-print-directory B=$(B)/werror WERROR=1 all
	@sh tests/lint/lint.sh

bench: all
	@sh tests/bench/bench.sh $(abspath $(PROGRAM))

# One target, or all; with AFL++'s compiler and driver over the same function when ENGINE=afl.
ENGINE ?= libfuzzer
FUZZ_SANITIZE := -fsanitize=address,undefined -fno-sanitize-recover=undefined
FUZZ_BUILD_libfuzzer := B=$(B)/fuzz CC=clang OPTIMISE='-O1 -fsanitize=fuzzer-no-link $(FUZZ_SANITIZE)'
FUZZ_BUILD_afl := B=$(B)/afl CC=afl-clang-fast OPTIMISE='-O1 $(FUZZ_SANITIZE)'
FUZZ_DIR_libfuzzer := $(B)/fuzz
FUZZ_DIR_afl := $(B)/afl
fuzz-all: T = $(FUZZERS)

fuzz fuzz-all:
	@sh tests/tools/deps.sh build fuzz
	@AFL_QUIET=1 $(MAKE) $(PARALLEL) --no-print-directory $(FUZZ_BUILD_$(ENGINE)) HARDENING= \
		$(T:%=$(FUZZ_DIR_$(ENGINE))/%)
	@sh tests/fuzz/fuzz.sh $(ENGINE) $(MINUTES) $(FUZZ_DIR_$(ENGINE)) $(T)

$(B)/fuzz_%: $(B)/tests/fuzz/fuzz_%.o $(LIBRARY)
	$(call say,LD,$@)
	$(Q)$(CC) -fsanitize=fuzzer $(FUZZ_SANITIZE) -pie $(LINK_FLAGS) -o $@ $^ $(LDLIBS)

# The runtime of the grammars without its sanitizer: valgrind looks at all of it. Slow tests
# are measured elsewhere.
valgrind: unit
	@sh tests/tools/deps.sh build test valgrind
	@sh tests/tools/valgrind.sh $(UNIT)

cover:
	@$(MAKE) $(PARALLEL) --no-print-directory B=$(B)/cover OPTIMISE='-O0 --coverage' LDFLAGS='-pie --coverage' all unit
	@B=$(B)/cover sh tests/tools/cover.sh

# UPDATE=1 writes the table anew.
conformance: all
	@sh tests/tools/conformance.sh $(abspath $(PROGRAM)) '$(RULES)'

corpora: all
	@sh tests/corpora/run.sh $(abspath $(PROGRAM)) '$(DIR)'

rules-table: all
	@sh tests/tools/rules-table.sh $(abspath $(PROGRAM)) write

# ---- installation

install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/man/man1 $(DESTDIR)$(PREFIX)/share/man/man5 \
		$(DESTDIR)$(PREFIX)/share/man/man7 $(DESTDIR)$(PREFIX)/share/git-sluice/hooks
	install -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/git-sluice
	install -m 644 man/*.1 $(DESTDIR)$(PREFIX)/share/man/man1
	install -m 644 man/*.5 $(DESTDIR)$(PREFIX)/share/man/man5
	install -m 644 man/*.7 $(DESTDIR)$(PREFIX)/share/man/man7
	install -m 755 hooks/* $(DESTDIR)$(PREFIX)/share/git-sluice/hooks

clean:
	rm -rf $(B)

-include $(shell find $(B) -name '*.d' 2>/dev/null)
