/*
 * gitleaks_extend.c - the files that a configuration of gitleaks extends
 *
 *	a.toml  [extend] path = "b.toml", disabledRules = ["y"]; rule x
 *	b.toml  rules x, y, z; [extend] useDefault = true
 *
 * gives files a and b. x is one rule, where a has the say over b (gitleaks.c); y is none. The defaults
 * are gitleaks' own file, which it carries in itself and we do not.
 */
#include <stdlib.h>

#include "base/buf.h"
#include "base/file.h"
#include "rule/gitleaks_internal.h"
#include "rule/toml.h"

/* ---- which rules count ---- */

static int
compare_ids(const void *a, const void *b)
{
	const struct gitleaks_id *x = a, *y = b;
	int order = slice_cmp(x->id, y->id);

	if (order != 0 || !x->rule || !y->rule)
		return order;
	return x->rule->at.line < y->rule->at.line ? -1 : x->rule->at.line > y->rule->at.line;
}

static int
compare_texts(const void *a, const void *b)
{
	return slice_cmp(*(const struct slice *)a, *(const struct slice *)b);
}

/* Whoever writes thousands of rules writes thousands of lookups, too. */
static int
index_rules(struct gitleaks_file *file, struct err *err)
{
	const struct tree_node *rules = load_key(file->toml, "rules");
	size_t room = rules ? rules->next->n + 1 : 1;

	file->ids = calloc(room, sizeof(*file->ids));
	if (!file->ids)
		return err_oom(err);
	for (const struct tree_node *rule = gitleaks_first_table(rules); rule;
	     rule = gitleaks_next_table(rules, rule)) {
		const struct tree_node *key = rule->kind == TREE_MAPPING ? load_key(rule, "id") : NULL;
		if (key && key->next->kind == TREE_SCALAR)
			file->ids[file->nids++] = (struct gitleaks_id){key->next->value, rule};
	}
	qsort(file->ids, file->nids, sizeof(*file->ids), compare_ids);
	return 0;
}

static int
index_disabled(struct gitleaks_file *file, struct err *err)
{
	const struct tree_node *extend = load_key(file->toml, "extend"), *key = NULL;

	if (extend && extend->next->kind == TREE_MAPPING)
		key = load_key(extend->next, "disabledRules");
	if (!key || key->next->kind != TREE_SEQUENCE)
		return 0;
	file->disabled = calloc(key->next->n + 1, sizeof(*file->disabled));
	if (!file->disabled)
		return err_oom(err);
	for (const struct tree_node *item = key->next->first; item; item = item->next)
		file->disabled[file->ndisabled++] = item->value;
	qsort(file->disabled, file->ndisabled, sizeof(*file->disabled), compare_texts);
	return 0;
}

void
gitleaks_close(struct gitleaks *g)
{
	for (size_t i = 0; i < g->nfiles; i++) {
		free(g->files[i].ids);
		free(g->files[i].disabled);
	}
	arena_release(&g->trees);
}

const struct tree_node *
gitleaks_rule(const struct gitleaks_file *file, struct slice id)
{
	const struct gitleaks_id wanted = {id, NULL};
	const struct gitleaks_id *found =
		bsearch(&wanted, file->ids, file->nids, sizeof(wanted), compare_ids);

	while (found && found > file->ids && slice_eq(found[-1].id, id))
		found--;
	return found ? found->rule : NULL;
}

bool
gitleaks_is_taken(const struct gitleaks *g, size_t file, struct slice id)
{
	for (size_t i = 0; i < file; i++) {
		const struct gitleaks_file *f = &g->files[i];
		if (gitleaks_rule(f, id) ||
		    (f->ndisabled > 0 && bsearch(&id, f->disabled, f->ndisabled, sizeof(id), compare_texts)))
			return true;
	}
	return false;
}

/* ---- files ---- */

void
gitleaks_enter(struct gitleaks *g, size_t file)
{
	g->ld->name = g->files[file].name;
	g->ld->file = g->files[file].file;
}

static int
add_file(struct gitleaks *g, struct slice toml)
{
	struct gitleaks_file *file = &g->files[g->nfiles];

	*file = (struct gitleaks_file){.name = g->ld->name, .file = g->ld->file};
	if (toml_parse(&file->toml, &g->trees, file->name, toml, g->ld->err) < 0)
		return -1;
	g->nfiles++;
	return index_rules(file, g->ld->err) < 0 ? -1 : index_disabled(file, g->ld->err);
}

/* What is not extended is counted like a rule that cannot be run. */
static int
leave_out(struct gitleaks *g, const struct tree_node *key, const char *why)
{
	const struct rule extend = {
		.id = SLICE_LITERAL("extend"), .file = g->ld->file, .languages = LANGUAGE_ANY};

	g->ld->unsupported = slice_of(NULL, 0);
	if (load_unsupported(g->ld, key->at, "%s", why) < 0)
		return -1;
	return batch_add_unsupported(g->batch, g->ld, &extend);
}

/* A name is relative to the directory of the file that says it. */
static void
join_path(struct buf *out, struct slice from, struct slice path)
{
	size_t dir = from.len;

	while (dir > 0 && from.ptr[dir - 1] != '/')
		dir--;
	if (!slice_starts(path, "/"))
		buf_add_slice(out, slice_sub(from, 0, dir));
	buf_add_slice(out, path);
}

static int
read_extended(struct gitleaks *g, const struct tree_node *key)
{
	struct buf path = BUF_INIT(1u << 16), toml = BUF_INIT(LIMIT_RULE_FILE_BYTES);
	struct slice name;
	int rc = load_text(g->ld, &name, key);

	if (rc == 0 && g->nfiles > LIMIT_EXTENDED_FILES)
		rc = load_fail(g->ld, key, "more than %u files extend each other", LIMIT_EXTENDED_FILES + 1);
	if (rc == 0) {
		join_path(&path, g->ld->file, name);
		if (!buf_ok(&path))
			rc = load_fail(g->ld, key, "this path is too long");
	}
	if (rc == 0)
		rc = file_read(&toml, path.ptr, LIMIT_RULE_FILE_BYTES, g->ld->err);
	if (rc == 0)
		rc = load_name(g->ld, path.ptr);
	if (rc == 0)
		rc = add_file(g, buf_slice(&toml));
	buf_release(&path);
	buf_release(&toml);
	return rc;
}

/* 1: one more file was read, 0: there is none, -1. */
static int
extend_last(struct gitleaks *g, bool on_disk)
{
	const struct tree_node *extend = load_key(g->files[g->nfiles - 1].toml, "extend");
	bool defaults = false;

	if (!extend)
		return 0;
	if (extend->next->kind != TREE_MAPPING)
		return load_fail(g->ld, extend, "extend is a table");
	const struct tree_node *path = load_key(extend->next, "path");
	const struct tree_node *use = load_key(extend->next, "useDefault");
	if (use && load_bool(g->ld, &defaults, use) < 0)
		return -1;
	if (path && on_disk)
		return read_extended(g, path) < 0 ? -1 : 1;
	if (path)
		return leave_out(g, path, "extend.path is not followed here");
	if (load_key(extend->next, "url"))
		return leave_out(g, extend, "extend.url is not supported: nothing is fetched");
	g->defaults = defaults;
	if (!defaults)
		return 0;
	return leave_out(g, use,
			 "extend.useDefault asks for gitleaks' own rules, which are not part of git-sluice: "
			 "name a copy of its gitleaks.toml in extend.path instead");
}

int
gitleaks_open(struct gitleaks *g, struct slice toml, bool on_disk)
{
	int more = add_file(g, toml) < 0 ? -1 : 1;

	while (more > 0)
		more = extend_last(g, on_disk);
	return more;
}
