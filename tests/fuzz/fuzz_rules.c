/*
 * fuzz_rules.c - any bytes as a rule file
 *
 * What must hold: an error message says "f:line:column: ..." with a position
 * inside the file, in printable text; a refused file leaves nothing behind; an accepted one
 * has an image; loading it again gives the same one.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/escape.h"
#include "rule/ruleset.h"
#include "rule/selftest.h"
#include "rule/shipped.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
require(bool holds, const char *what, const char *msg)
{
	if (holds)
		return;
	fprintf(stderr, "%s: %s\n", what, msg);
	abort();
}

static void
check_message(const struct err *err, struct slice yaml)
{
	unsigned line = 0, column = 0;
	uint32_t lines = 1;
	int behind = 0;
	struct buf escaped = BUF_INIT(1u << 16);

	if (err->code == ERR_MEMORY)
		return;
	for (size_t i = 0; i < yaml.len; i++)
		lines += yaml.ptr[i] == '\n';
	require(sscanf(err->msg, "f:%u:%u: %n", &line, &column, &behind) == 2 && behind > 0,
		"no position in the message", err->msg);
	require(line >= 1 && line <= lines && column >= 1 && column <= yaml.len + 1,
		"position out of the file", err->msg);
	escape_terminal(&escaped, slice_str(err->msg));
	require(slice_eq_str(buf_slice(&escaped), err->msg), "message not printable", err->msg);
	buf_release(&escaped);
}

static void
write_rules(struct buf *out, const struct ruleset *set)
{
	struct err err = ERR_INIT;

	for (size_t i = 0; i < set->n; i++)
		require(image_write(out, &rule_layout, set->rules[i], &err) == 0, "no image", err.msg);
}

static void
load_rules(struct buf *out, const char *name, struct slice yaml, struct err *err)
{
	struct ruleset set;

	ruleset_init(&set);
	if (ruleset_load_bytes(&set, name, yaml, err) == 0) {
		write_rules(out, &set);
		require(set.n + set.nunsupported > 0, "accepted without a rule", "");
	} else {
		require(err_is_set(err), "failed without a message", "");
		require(set.n == 0 && set.nunsupported == 0, "half loaded", err->msg);
	}
	ruleset_release(&set);
}

static void
check_annotations(struct slice text)
{
	struct arena arena = ARENA_INIT;
	struct err err = ERR_INIT;
	struct selftest_annotation *notes;
	size_t n;

	if (selftest_parse(&notes, &n, &arena, "f", text, &err) < 0)
		check_message(&err, text);
	else
		for (size_t i = 0; i < n; i++)
			require(notes[i].line > notes[i].at && notes[i].rule_id.len > 0, "annotation", "");
	arena_release(&arena);
}

/* The same bytes as rules of gitleaks. */
static void
check_toml(struct slice toml)
{
	struct buf out = BUF_INIT(1u << 28);
	struct err err = ERR_INIT;

	load_rules(&out, "f.toml", toml, &err);
	buf_release(&out);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct slice yaml = slice_of(data, size);
	struct buf first = BUF_INIT(1u << 28), second = BUF_INIT(1u << 28);
	struct err err = ERR_INIT, again = ERR_INIT;

	load_rules(&first, "f", yaml, &err);
	load_rules(&second, "f", yaml, &again);
	require(err.code == again.code && strcmp(err.msg, again.msg) == 0, "not the same twice", err.msg);
	require(slice_eq(buf_slice(&first), buf_slice(&second)), "not the same image twice", "");
	if (err_is_set(&err))
		check_message(&err, yaml);
	buf_release(&first);
	buf_release(&second);
	check_annotations(yaml);
	check_toml(yaml);
	return 0;
}
