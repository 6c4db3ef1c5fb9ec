/*
 * rulec.c - the build tool that turns rules/ into an image
 *
 *   rulec <rules-dir> > shipped.img
 *
 * A rule that does not compile, has no area or CWE, or lacks an example it
 * must find and one it must leave alone, does not build. Whether the examples
 * hold is `git sluice rules test`'s question.
 */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "base/limits.h"
#include "match/keyword_index.h"
#include "match/literal.h"
#include "match/match.h"
#include "match/pattern_store.h"
#include "match/reading.h"
#include "rule/ruleset.h"
#include "rule/selftest.h"
#include "rule/shipped.h"
#include "syntax/dialect.h"

struct pack {
	struct ruleset set;
	struct rule *rules; /* the set's, with keywords */
	size_t *reported;   /* ruleid examples of rules[i] */
	size_t *clean;      /* ok examples */
	struct arena arena;
};

static void
pack_release(struct pack *pack)
{
	free(pack->rules);
	free(pack->reported);
	free(pack->clean);
	arena_release(&pack->arena);
	ruleset_release(&pack->set);
}

static int
pack_load(struct pack *pack, const char *dir, struct err *err)
{
	/* Whether there are grammars is for the program to say, when it runs. */
	pack->set.syntax = dialect_languages();
	if (ruleset_load_own(&pack->set, dir, err) < 0)
		return -1;
	size_t n = pack->set.n;
	pack->rules = calloc(n + 1, sizeof(*pack->rules));
	pack->reported = calloc(n + 1, sizeof(*pack->reported));
	pack->clean = calloc(n + 1, sizeof(*pack->clean));
	if (!pack->rules || !pack->reported || !pack->clean)
		return err_oom(err);
	for (size_t i = 0; i < n; i++)
		pack->rules[i] = *pack->set.rules[i];
	return 0;
}

/* ---- rules ---- */

static int
prepare_rule(struct pack *pack, struct rule *rule, struct err *err)
{
	if (matcher_check_rule(rule, err) < 0)
		return -1;
	if (rule->nkeywords > 0)
		return 0;
	if (literals_derive(&rule->keywords, &rule->nkeywords, &pack->arena, rule, err) < 0)
		return -1;
	rule->keywords_derived = true;
	return 0;
}

static int
prepare_rules(struct pack *pack, struct err *err)
{
	for (size_t i = 0; i < pack->set.n; i++)
		if (prepare_rule(pack, &pack->rules[i], err) < 0)
			return -1;
	return 0;
}

/* ---- examples ---- */

/* The rule of that id and file, or pack->set.n. */
static size_t
find_rule(const struct pack *pack, struct slice id, struct slice file)
{
	size_t i = 0;

	while (i < pack->set.n && !(slice_eq(pack->rules[i].id, id) && slice_eq(pack->rules[i].file, file)))
		i++;
	return i;
}

static int
count_annotations(struct pack *pack, struct slice file, const char *target, struct slice text,
		  struct err *err)
{
	struct selftest_annotation *notes;
	size_t n;

	if (selftest_parse(&notes, &n, &pack->arena, target, text, err) < 0)
		return -1;
	for (size_t i = 0; i < n; i++) {
		size_t rule = find_rule(pack, notes[i].rule_id, file);
		if (rule == pack->set.n)
			return err_set(err, ERR_RULE, "%s:%u:1: there is no rule '%.*s' in %s", target,
				       notes[i].at, (int)notes[i].rule_id.len, notes[i].rule_id.ptr,
				       file.ptr);
		pack->reported[rule] += notes[i].expect == SELFTEST_REPORTED;
		pack->clean[rule] += notes[i].expect == SELFTEST_CLEAN;
	}
	return 0;
}

static int
count_examples(struct pack *pack, struct slice file, struct err *err)
{
	const char *const *targets;
	size_t n;
	int rc = selftest_targets(&targets, &n, &pack->arena, file.ptr, err);

	for (size_t i = 0; rc == 0 && i < n; i++) {
		struct buf text = BUF_INIT(LIMIT_BLOB_BYTES);
		rc = file_read(&text, targets[i], LIMIT_BLOB_BYTES, err);
		if (rc == 0)
			rc = count_annotations(pack, file, targets[i], buf_slice(&text), err);
		buf_release(&text);
	}
	return rc;
}

static int
check_examples(struct pack *pack, struct err *err)
{
	for (size_t i = 0; i < pack->set.n; i++) {
		/* Rules of one file stand together; its examples are counted at the first of them. */
		if (i > 0 && slice_eq(pack->rules[i].file, pack->rules[i - 1].file))
			continue;
		if (count_examples(pack, pack->rules[i].file, err) < 0)
			return -1;
	}
	for (size_t i = 0; i < pack->set.n; i++) {
		const struct rule *rule = &pack->rules[i];
		if (pack->reported[i] > 0 && pack->clean[i] > 0)
			continue;
		return err_set(err, ERR_RULE, "%s:%u:%u: rule '%s' has no '%s: %s' example beside its file",
			       rule->file.ptr, rule->at.line, rule->at.column, rule->id.ptr,
			       pack->reported[i] == 0 ? "ruleid" : "ok", rule->id.ptr);
	}
	return 0;
}

/* ---- output ---- */

static const struct image_field shipped_fields[] = {
	{IMAGE_ARRAY, offsetof(struct shipped, rules), offsetof(struct shipped, n), &rule_layout},
	{IMAGE_ONE, offsetof(struct shipped, prefilter), 0, &prefilter_layout},
	{IMAGE_ONE, offsetof(struct shipped, patterns), 0, &pattern_store_layout},
};
static const struct image_layout shipped_layout = {sizeof(struct shipped), shipped_fields, 3};

/* The automaton over all keywords, as the matcher would make it. */
static int
make_prefilter(struct prefilter **out, const struct pack *pack, struct err *err)
{
	size_t n = pack->set.n;
	struct keyword_list *lists = calloc(n + 1, sizeof(*lists));

	*out = NULL;
	if (!lists)
		return err_oom(err);
	for (size_t i = 0; i < n; i++)
		lists[i] = (struct keyword_list){pack->rules[i].keywords, pack->rules[i].nkeywords};
	int rc = keyword_prefilter_new(out, lists, n, err);
	free(lists);
	return rc;
}

static int
write_pack(struct pack *pack, struct err *err)
{
	struct buf out = BUF_INIT(1u << 30);
	struct reading *reading = NULL;
	struct pattern_store patterns;
	struct prefilter *prefilter;
	int rc = make_prefilter(&prefilter, pack, err);
	const struct shipped shipped = {pack->rules, pack->set.n, prefilter, &patterns};

	if (rc == 0)
		rc = reading_new(&reading, NULL, err);
	if (rc == 0)
		rc = pattern_store_fill(&patterns, &pack->arena, reading, pack->rules, pack->set.n, err);
	if (rc == 0)
		rc = image_write(&out, &shipped_layout, &shipped, err);
	if (rc == 0)
		rc = file_write_fd(STDOUT_FILENO, buf_slice(&out), "standard output", err);
	reading_free(reading);
	prefilter_free(prefilter);
	buf_release(&out);
	return rc;
}

int
main(int argc, char **argv)
{
	struct pack pack = {.arena = ARENA_INIT};
	struct err err = ERR_INIT;

	if (argc != 2) {
		fprintf(stderr, "usage: rulec <rules-dir> > <image>\n");
		return 1;
	}
	ruleset_init(&pack.set);
	int rc = pack_load(&pack, argv[1], &err);
	if (rc == 0)
		rc = prepare_rules(&pack, &err);
	if (rc == 0)
		rc = check_examples(&pack, &err);
	if (rc == 0)
		rc = write_pack(&pack, &err);
	if (rc < 0)
		fprintf(stderr, "rulec: %s\n", err.msg);
	pack_release(&pack);
	return rc < 0 ? 1 : 0;
}
