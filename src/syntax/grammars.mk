# grammars.mk - tree-sitter and its grammars, when they can be had
#
# The sources come into build/grammars, once for all build directories. The
# parsers, tables for the most part, are compiled once too; the runtime and the
# scanners, which are code that reads hostile bytes, are compiled with the
# build's hardening, and with AddressSanitizer where the build has it.
# SYNTAX=no on the command line builds without.

GRAMMARS_DIR := build/grammars
GRAMMARS_STATE := $(GRAMMARS_DIR)/state.mk
GRAMMARS_CONFIG := $(B)/grammars/config
GRAMMARS_ARCHIVE := $(B)/grammars/libgrammars.a

# The longest to compile first.
GRAMMAR_DIRS := tree-sitter-scala/src tree-sitter-c-sharp/src @tree-sitter-grammars/tree-sitter-kotlin/src \
	tree-sitter-swift/src tree-sitter-cpp/src tree-sitter-ruby/src tree-sitter-php/php/src \
	tree-sitter-typescript/typescript/src tree-sitter-typescript/tsx/src tree-sitter-bash/src \
	tree-sitter-rust/src tree-sitter-javascript/src tree-sitter-solidity/src tree-sitter-python/src \
	tree-sitter-java/src tree-sitter-go/src tree-sitter-c/src @tree-sitter-grammars/tree-sitter-hcl/src \
	@tree-sitter-grammars/tree-sitter-xml/xml/src @tree-sitter-grammars/tree-sitter-toml/src \
	@tree-sitter-grammars/tree-sitter-yaml/src tree-sitter-html/src tree-sitter-json/src

ifneq ($(GRAMMARS),no)
ifdef BUILDS
-include $(GRAMMARS_STATE)
endif
endif

.PHONY: grammars grammar-objects FORCE

# Make reads this file again when it was made anew. Once npm is there, its want is no more a reason.
$(GRAMMARS_STATE): package.json package-lock.json .npmrc src/syntax/grammars.sh \
		$(if $(filter no-npm,$(GRAMMARS)),$(if $(shell command -v npm),FORCE))
	@sh src/syntax/grammars.sh $(GRAMMARS_DIR)

grammars:
	@rm -f $(GRAMMARS_STATE)
	@$(MAKE) -s $(GRAMMARS_STATE)

# What the objects of src/syntax were compiled for.
SYNTAX_VERSION := $(shell sed -n 's/.*"tree-sitter": "\(.*\)".*/\1/p' package.json)
SYNTAX_OBJECTS := $(patsubst %.c,$(B)/%.o,$(wildcard src/syntax/*.c))
$(SYNTAX_OBJECTS): $(GRAMMARS_CONFIG)
$(GRAMMARS_CONFIG): FORCE
	@mkdir -p $(@D)
	@echo '$(GRAMMARS) $(SYNTAX_VERSION)' | cmp -s - $@ || echo '$(GRAMMARS) $(SYNTAX_VERSION)' > $@

ifeq ($(GRAMMARS),found)

GRAMMAR_PACKAGES := $(GRAMMARS_DIR)/node_modules
GRAMMAR_RUNTIME := tree-sitter/vendor/tree-sitter/lib
GRAMMAR_SCANNERS := $(patsubst $(GRAMMAR_PACKAGES)/%.c,%,$(wildcard $(GRAMMAR_DIRS:%=$(GRAMMAR_PACKAGES)/%/scanner.c)))
GRAMMAR_OBJECTS := $(GRAMMAR_DIRS:%=$(GRAMMARS_DIR)/objects/%/parser.o) \
	$(GRAMMAR_SCANNERS:%=$(B)/grammars/runtime/%.o) $(B)/grammars/runtime/$(GRAMMAR_RUNTIME)/src/lib.o

GRAMMAR_CFLAGS := -std=c11 -D_GNU_SOURCE -O2 -w -fPIE
# Their arithmetic is theirs: of the sanitizers only the one for addresses.
GRAMMAR_CHECKS = $(HARDENING) $(filter -U% -D%,$(OPTIMISE)) $(if $(findstring address,$(OPTIMISE)),-g -fsanitize=address) \
	$(if $(findstring fuzzer-no-link,$(OPTIMISE)),-fsanitize=fuzzer-no-link)

$(GRAMMARS_DIR)/objects/%.o: $(GRAMMAR_PACKAGES)/%.c
	@mkdir -p $(@D)
	$(call say,CC,$*)
	$(Q)$(CC) $(GRAMMAR_CFLAGS) -I$(<D) -c -o $@.$$$$ $< && mv $@.$$$$ $@

$(B)/grammars/runtime/%.o: $(GRAMMAR_PACKAGES)/%.c src/syntax/fenced.h
	@mkdir -p $(@D)
	$(call say,CC,$*)
	$(Q)$(CC) $(GRAMMAR_CFLAGS) $(GRAMMAR_CHECKS) -include src/syntax/fenced.h -I$(<D) -I$(GRAMMAR_PACKAGES)/$(GRAMMAR_RUNTIME)/include -c -o $@ $<

grammar-objects: $(GRAMMAR_OBJECTS)

# On all processors, whatever make was called with; a thin archive, since it is 30 MB of objects.
$(GRAMMARS_ARCHIVE): $(GRAMMARS_CONFIG) $(GRAMMARS_STATE) src/syntax/fenced.h
	+$(Q)$(MAKE) --no-print-directory $(if $(filter -j%,$(MAKEFLAGS)),,-j$(shell nproc 2>/dev/null || echo 1)) \
		grammar-objects
	$(call say,AR,$@)
	$(Q)rm -f $@ && ar rcsT $@ $(GRAMMAR_OBJECTS)

$(SYNTAX_OBJECTS): CPPFLAGS += -DSLUICE_SYNTAX='"$(SYNTAX_VERSION)"' -I$(GRAMMAR_PACKAGES)/$(GRAMMAR_RUNTIME)/include
$(LIBRARY): | $(GRAMMARS_ARCHIVE)
# The library again: the scanners call its fence.
LDLIBS += $(GRAMMARS_ARCHIVE) $(LIBRARY)

endif
