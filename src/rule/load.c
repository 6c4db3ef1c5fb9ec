/*
 * load.c - from a path to a batch of rules, all or nothing
 */
#include <errno.h>
#include <sys/stat.h>

#include "base/escape.h"
#include "base/file.h"
#include "base/limits.h"
#include "rule/gitleaks.h"
#include "rule/load.h"

/* target of the field reader: both parts of what load_fields() carries along. */
static int
read_rules(struct loader *ld, void *target, const struct tree_node *key)
{
	struct batch *batch = target;
	const struct tree_node *list = key->next;

	if (list->kind != TREE_SEQUENCE || list->n == 0)
		return load_fail(ld, list, "rules is a list of at least one rule");
	for (const struct tree_node *node = list->first; node; node = node->next) {
		struct rule rule;
		if (batch->n + batch->nunsupported >= LIMIT_RULES)
			return load_fail(ld, node, "more than %u rules", LIMIT_RULES);
		int rc = load_rule(ld, &rule, node);
		if (rc < 0)
			return -1;
		rc = rc > 0 ? batch_add(batch, ld, &rule) : batch_add_unsupported(batch, ld, &rule);
		if (rc < 0)
			return -1;
	}
	return 0;
}

/* They are part of the rules by now. */
static int
pass_lists(struct loader *ld, void *target, const struct tree_node *key)
{
	(void)ld, (void)target, (void)key;
	return 0;
}

static const struct field document_fields[] = {{"rules", read_rules}, {"lists", pass_lists}};

static int
load_document(struct loader *ld, struct batch *batch, struct arena *trees, const struct tree_node *root)
{
	if (load_lists(ld, trees, root) < 0 ||
	    load_fields(ld, root, "a rule file", document_fields, 2, batch) < 0)
		return -1;
	if (!tree_get(root, "rules") && !(tree_get(root, "lists") && is_lists_file(ld->file)))
		return load_fail(ld, root, "a rule file needs the key 'rules'");
	return 0;
}

int
load_name(struct loader *ld, const char *name)
{
	struct buf b = BUF_INIT(1u << 20);

	escape_terminal(&b, slice_str(name));
	ld->name = buf_ok(&b) ? arena_strndup(ld->arena, b.ptr ? b.ptr : "", b.len) : NULL;
	buf_release(&b);
	return ld->name && arena_dup(&ld->file, ld->arena, slice_str(name)) == 0 ? 0 : err_oom(ld->err);
}

static int
load_bytes(struct ruleset *set, struct batch *batch, const char *name, struct slice bytes, bool own,
	   bool on_disk, struct err *err)
{
	struct loader ld = {.arena = &set->arena, .own = own, .syntax = set->syntax, .err = err};
	struct arena trees = ARENA_INIT;
	const struct tree_node *root;
	int rc;

	if (on_disk)
		ld.shelf = &batch->shelf;
	if (load_name(&ld, name) < 0)
		return -1;
	if (slice_ends(ld.file, ".toml")) {
		rc = gitleaks_load(&ld, batch, bytes, on_disk);
	} else {
		rc = tree_parse(&root, &trees, ld.name, bytes, err);
		if (rc == 0)
			rc = load_document(&ld, batch, &trees, root);
	}
	arena_release(&trees);
	return rc;
}

static int
load_file(struct ruleset *set, struct batch *batch, const char *path, bool own, struct err *err)
{
	struct buf yaml = BUF_INIT(LIMIT_RULE_FILE_BYTES);
	int rc = file_read(&yaml, path, LIMIT_RULE_FILE_BYTES, err);

	if (rc == 0)
		rc = load_bytes(set, batch, path, buf_slice(&yaml), own, true, err);
	buf_release(&yaml);
	return rc;
}

static int
load_directory(struct ruleset *set, struct batch *batch, const char *dir, bool own, struct err *err)
{
	struct arena names = ARENA_INIT;
	const char *const *files;
	size_t n;
	int rc = rule_files(&files, &n, &names, dir, err);

	if (rc == 0 && n == 0)
		rc = err_set(err, ERR_RULE, "there is no rule file (*.yaml, *.yml) below %s", dir);
	for (size_t i = 0; rc == 0 && i < n; i++)
		rc = load_file(set, batch, files[i], own, err);
	arena_release(&names);
	return rc;
}

static int
load_path(struct ruleset *set, const char *path, bool own, struct err *err)
{
	struct batch batch = {0};
	struct stat st;
	int rc;

	if (stat(path, &st) < 0)
		return err_set(err, ERR_IO, "cannot read the rules in %s: %s", path, strerror(errno));
	if (S_ISDIR(st.st_mode))
		rc = load_directory(set, &batch, path, own, err);
	else
		rc = load_file(set, &batch, path, own, err);
	if (rc == 0)
		rc = batch_check_ids(&batch, err);
	if (rc == 0)
		rc = ruleset_take(set, &batch, err);
	batch_release(&batch);
	return rc;
}

int
ruleset_load(struct ruleset *set, const char *path, struct err *err)
{
	return load_path(set, path, false, err);
}

int
ruleset_load_own(struct ruleset *set, const char *path, struct err *err)
{
	return load_path(set, path, true, err);
}

int
ruleset_load_bytes(struct ruleset *set, const char *name, struct slice yaml, struct err *err)
{
	struct batch batch = {0};
	int rc = load_bytes(set, &batch, name, yaml, false, false, err);

	if (rc == 0)
		rc = batch_check_ids(&batch, err);
	if (rc == 0)
		rc = ruleset_take(set, &batch, err);
	batch_release(&batch);
	return rc;
}
