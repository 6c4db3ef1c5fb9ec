/*
 * load_lists.c - named lists of entries, written out in the tree before any rule is read
 *
 *	lists:
 *	  input:
 *	    - pattern: read_line()        entry 1
 *	    - pattern: getenv(...)        entry 2
 *	rules:
 *	  - ...
 *	    pattern-sources:              is read as
 *	      - use: input                  - pattern: read_line()
 *	      - pattern: argv[$N]           - pattern: getenv(...)
 *	                                    - pattern: argv[$N]
 *
 * A list can use those above it, so there are no cycles, and each is written out once: what stands for a
 * `use` are copies of the list's entries that share what is below them. That could still double with every
 * list, so nodes and levels are counted as if nothing were shared, and are bound as those of a file are.
 *
 * Copies keep their places: a mistake in an entry is reported where the entry stands.
 */
#include <errno.h>
#include <unistd.h>

#include "base/file.h"
#include "base/limits.h"
#include "rule/load.h"

/* Of one document. */
struct writer {
	struct loader *ld;
	struct arena *arena; /* of the tree */
	enum rule_document document;
	const struct tree_node *lists; /* its mapping of lists, or NULL */
	struct list_table table;       /* of those that are written out */
	size_t nodes;                  /* of the document so far, nothing shared */
	size_t levels;                 /* below what write_out() walks over, itself included */
};

/* ---- finding a list ---- */

static const struct list *
find_list(const struct list_table *table, struct slice name)
{
	for (size_t i = 0; i < table->n; i++)
		if (slice_eq(table->items[i].name, name))
			return &table->items[i];
	return NULL;
}

static const struct tree_node *
find_key(const struct tree_node *mapping, struct slice name)
{
	const struct tree_node *key = mapping ? mapping->first : NULL;

	while (key && !slice_eq(key->value, name))
		key = key->next->next;
	return key;
}

static int load_shelf(struct loader *ld, struct list_shelf *shelf);

/* NULL after a message. */
static const struct list *
list_of_use(struct writer *w, const struct tree_node *use)
{
	const struct tree_node *name = use->first->next;

	if (name->kind != TREE_SCALAR || name->value.len == 0) {
		load_fail(w->ld, name, "'use' expects the name of a list");
		return NULL;
	}
	const struct list *list = find_list(&w->table, name->value);
	const struct tree_node *below = list ? NULL : find_key(w->lists, name->value);
	if (below) {
		load_fail(w->ld, name, "list '%s' stands at line %u: a list can use those above it",
			  shown(name->value).text, below->at.line);
		return NULL;
	}
	if (!list && w->ld->shelf) {
		if (load_shelf(w->ld, w->ld->shelf) < 0)
			return NULL;
		list = find_list(&w->ld->shelf->table, name->value);
	}
	if (!list)
		load_fail(w->ld, name,
			  "there is no list '%s': write it under 'lists' in this file or in " LISTS_FILE
			  " beside it",
			  shown(name->value).text);
	return list;
}

/* ---- writing out ---- */

/* True for a list of entries: the value of one of these keys, or a named list. */
static bool
holds_entries(const struct writer *w, const struct tree_node *list)
{
	static const char *const keys[] = {"pattern-sources",
					   "pattern-sinks",
					   "pattern-sanitizers",
					   "pattern-propagators",
					   "pattern-guards",
					   "pattern-either",
					   "patterns"};
	const struct tree_node *key = list->parent->first;

	if (list->kind != TREE_SEQUENCE || list->parent->kind != TREE_MAPPING)
		return false;
	if (list->parent == w->lists)
		return true;
	while (key->next != list)
		key = key->next->next;
	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++)
		if (slice_eq_str(key->value, keys[i]))
			return true;
	return false;
}

static bool
is_use(const struct writer *w, const struct tree_node *node)
{
	return node->kind == TREE_MAPPING && node->n == 2 && slice_eq_str(node->first->value, "use") &&
	       holds_entries(w, node->parent);
}

/* A list in place of the entry `use`, which stands at this level. Returns the last of the copies, or NULL. */
static struct tree_node *
put_list(struct writer *w, struct tree_node *use, size_t level)
{
	const struct list *list = list_of_use(w, use);
	struct tree_node *holder = use->parent, *behind = use->next, *last = NULL;

	if (!list)
		return NULL;
	if (level + list->levels > LIMIT_YAML_DEPTH) {
		load_fail(w->ld, use, "with its lists written out this is nested deeper than %u levels",
			  LIMIT_YAML_DEPTH);
		return NULL;
	}
	if (w->nodes + list->nodes > LIMIT_YAML_NODES) {
		load_fail(w->ld, use, "with its lists written out this file has more than %u nodes",
			  LIMIT_YAML_NODES);
		return NULL;
	}
	struct tree_node *copies = arena_array(w->arena, list->entries->n, sizeof(*copies));
	if (!copies) {
		err_oom(w->ld->err);
		return NULL;
	}
	for (const struct tree_node *entry = list->entries->first; entry; entry = entry->next) {
		struct tree_node *copy = last ? copies++ : use;
		*copy = *entry;
		copy->parent = holder;
		copy->next = behind;
		if (last)
			last->next = copy;
		last = copy;
	}
	if (!behind)
		holder->last = last;
	holder->n += list->entries->n - 1;
	w->nodes += list->nodes;
	w->levels = level + list->levels > w->levels ? level + list->levels : w->levels;
	return last;
}

/* Puts a list in place of every `use` below a collection, which stands at this level. */
static int
write_out(struct writer *w, struct tree_node *top, size_t level)
{
	struct tree_node *node = top;

	w->levels = level;
	for (;;) {
		if (node != top && is_use(w, node)) {
			node = put_list(w, node, level - 1);
			if (!node)
				return -1;
		} else {
			node->at.document = w->document;
			w->nodes++;
			w->levels = node->kind != TREE_SCALAR && level > w->levels ? level : w->levels;
			if (node->first) {
				node = node->first;
				level++;
				continue;
			}
		}
		for (; node != top && !node->next; level--)
			node = node->parent;
		if (node == top)
			return 0;
		node = node->next;
	}
}

/* ---- the lists of a document ---- */

#define LIST_LEVEL 3u /* the document, the mapping of lists, a list */

static int
read_lists(struct writer *w, struct tree_node *lists)
{
	if (lists->kind != TREE_MAPPING || lists->n == 0)
		return load_fail(w->ld, lists, "lists is a mapping of names to lists of entries");
	w->lists = lists;
	w->table.items = arena_array(w->arena, lists->n / 2, sizeof(*w->table.items));
	if (!w->table.items)
		return err_oom(w->ld->err);
	for (struct tree_node *key = lists->first; key; key = key->next->next) {
		struct tree_node *entries = key->next;
		size_t before = w->nodes;
		if (entries->kind != TREE_SEQUENCE || entries->n == 0)
			return load_fail(w->ld, entries, "list '%s' needs at least one entry",
					 shown(key->value).text);
		if (write_out(w, entries, LIST_LEVEL) < 0)
			return -1;
		w->table.items[w->table.n++] =
			(struct list){key->value, entries, w->nodes - before - 1, w->levels - LIST_LEVEL};
	}
	return 0;
}

static struct tree_node *
value_of(const struct tree_node *root, const char *key)
{
	struct tree_node *node = root->kind == TREE_MAPPING ? root->first : NULL;

	while (node && !slice_eq_str(node->value, key))
		node = node->next->next;
	return node ? node->next : NULL;
}

int
load_lists(struct loader *ld, struct arena *trees, const struct tree_node *root)
{
	struct writer w = {.ld = ld, .arena = trees};
	struct tree_node *lists = value_of(root, "lists"), *rules = value_of(root, "rules");

	if (lists && read_lists(&w, lists) < 0)
		return -1;
	return rules ? write_out(&w, rules, 2) : 0;
}

/* ---- lists.yaml ---- */

bool
is_lists_file(struct slice file)
{
	struct buf path = BUF_INIT(1u << 20);

	rule_position_file(&path, file, (struct rule_position){.document = DOCUMENT_LISTS});
	bool same = buf_ok(&path) && slice_eq(buf_slice(&path), file);
	buf_release(&path);
	return same;
}

static int
read_shelf(struct loader *ld, struct list_shelf *shelf, const char *path)
{
	struct buf yaml = BUF_INIT(LIMIT_RULE_FILE_BYTES);
	struct loader beside = {.arena = &shelf->arena, .err = ld->err};
	struct writer w = {.ld = &beside, .arena = &shelf->arena, .document = DOCUMENT_LISTS};
	const struct tree_node *root;

	if (load_name(&beside, path) < 0)
		return -1;
	shelf->name = beside.lists_name = beside.name;
	shelf->file = beside.file;
	if (access(path, F_OK) < 0 && errno == ENOENT)
		return 0;
	int rc = file_read(&yaml, path, LIMIT_RULE_FILE_BYTES, ld->err);
	if (rc == 0)
		rc = tree_parse(&root, &shelf->arena, beside.name, buf_slice(&yaml), ld->err);
	struct tree_node *lists = rc == 0 ? value_of(root, "lists") : NULL;
	if (lists)
		rc = read_lists(&w, lists);
	shelf->table = w.table;
	buf_release(&yaml);
	return rc;
}

/* Reads what lies beside the loader's file, unless it did so for the file before. */
static int
load_shelf(struct loader *ld, struct list_shelf *shelf)
{
	struct buf path = BUF_INIT(1u << 20);
	int rc = 0;

	rule_position_file(&path, ld->file, (struct rule_position){.document = DOCUMENT_LISTS});
	if (!buf_ok(&path))
		rc = err_oom(ld->err);
	else if (slice_eq(buf_slice(&path), ld->file))
		list_shelf_release(shelf); /* it is the file at hand */
	else if (!shelf->name || !slice_eq(buf_slice(&path), shelf->file)) {
		list_shelf_release(shelf);
		rc = read_shelf(ld, shelf, path.ptr);
	}
	ld->lists_name = shelf->name;
	buf_release(&path);
	return rc;
}

void
list_shelf_release(struct list_shelf *shelf)
{
	arena_release(&shelf->arena);
	*shelf = (struct list_shelf){.name = NULL};
}
