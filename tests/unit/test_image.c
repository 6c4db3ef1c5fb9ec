#include "unit.h"

#include <sys/mman.h>

#include "base/image.h"
#include "rule/ruleset.h"
#include "rule/shipped.h"
#include "rule/taint.h"

/* ---- structs of any kind ---- */

struct leaf {
	struct slice text;
	int number;
};

struct inner {
	const struct leaf *one;
	struct slice name;
};

struct tree {
	const struct leaf *leaves;
	size_t nleaves;
	const struct tree *children;
	size_t nchildren;
	struct inner inner;
	const uint16_t *numbers;
	size_t nnumbers;
	void *owner;
};

static const struct image_layout tree_layout;

static const struct image_field leaf_fields[] = {{.kind = IMAGE_TEXT, .at = offsetof(struct leaf, text)}};
static const struct image_layout leaf_layout = {sizeof(struct leaf), leaf_fields, 1};

static const struct image_field inner_fields[] = {
	{IMAGE_ONE, offsetof(struct inner, one), 0, &leaf_layout},
	{.kind = IMAGE_TEXT, .at = offsetof(struct inner, name)},
};
static const struct image_layout inner_layout = {sizeof(struct inner), inner_fields, 2};

static const struct image_field tree_fields[] = {
	{IMAGE_ARRAY, offsetof(struct tree, leaves), offsetof(struct tree, nleaves), &leaf_layout},
	{IMAGE_ARRAY, offsetof(struct tree, children), offsetof(struct tree, nchildren), &tree_layout},
	{IMAGE_INSIDE, offsetof(struct tree, inner), 0, &inner_layout},
	{IMAGE_ARRAY, offsetof(struct tree, numbers), offsetof(struct tree, nnumbers), &image_u16},
	{.kind = IMAGE_NULL, .at = offsetof(struct tree, owner)},
};
static const struct image_layout tree_layout = {sizeof(struct tree), tree_fields, 5};

static const struct leaf leaves[] = {
	{SLICE_LITERAL("a\0b"), 1}, {SLICE_LITERAL(""), 2}, {SLICE_LITERAL("a\0b"), 1}};
static const uint16_t numbers[] = {1, 2, 65535};
static const struct tree children[] = {
	{.leaves = leaves, .nleaves = 2},
	{.leaves = leaves, .nleaves = 2, .inner = {&leaves[2], SLICE_LITERAL("name")}},
};
static int owner;
static const struct tree tree = {.children = children,
				 .nchildren = 2,
				 .inner = {&leaves[0], SLICE_LITERAL("root")},
				 .numbers = numbers,
				 .nnumbers = 3,
				 .owner = &owner};

static void
write_tree(struct buf *out)
{
	struct err err = ERR_INIT;

	assert_int_equal(image_write(out, &tree_layout, &tree, &err), 0);
	assert_int_equal(out->len % IMAGE_PAGE, 0);
}

static void
assert_slice(struct slice got, const char *text, size_t len)
{
	assert_int_equal(got.len, len);
	assert_memory_equal(got.ptr, text, len + 1); /* with the NUL */
}

static void
assert_tree(const struct tree *got)
{
	assert_non_null(got);
	assert_null(got->leaves);
	assert_null(got->owner);
	assert_int_equal(got->nchildren, 2);
	assert_slice(got->inner.name, "root", 4);
	assert_int_equal(got->inner.one->number, 1);
	assert_memory_equal(got->numbers, numbers, sizeof(numbers));
	const struct tree *child = got->children;
	assert_slice(child[0].leaves[0].text, "a\0b", 3);
	assert_int_equal(child[0].leaves[1].number, 2);
	assert_int_equal(child[0].leaves[1].text.len, 0);
	assert_null(child[0].inner.one);
	assert_slice(child[1].inner.name, "name", 4);
	/* what is equal is there once */
	assert_ptr_equal(child[0].leaves, child[1].leaves);
	assert_ptr_equal(got->inner.one, child[1].inner.one);
	assert_ptr_equal(got->inner.one->text.ptr, child[0].leaves[0].text.ptr);
}

static void
test_copy(void **state)
{
	struct buf out = BUF_INIT(1u << 20);

	(void)state;
	write_tree(&out);
	const struct tree *first = image_copy(out.ptr, out.len), *second = image_copy(out.ptr, out.len);
	buf_release(&out);
	assert_tree(first);
	assert_tree(second);
	assert_ptr_not_equal(first->children, second->children);
}

/* Whole pages are moved, once; then the address is taken. */
static void
test_map(void **state)
{
	struct buf out = BUF_INIT(1u << 20);

	(void)state;
	write_tree(&out);
	for (int i = 0; i < 3; i++) {
		char *pages = mmap(NULL, out.len, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
		assert_true(pages != MAP_FAILED);
		memcpy(pages, out.ptr, out.len);
		assert_tree(image_map(pages, out.len));
	}
	assert_tree(image_map(out.ptr, out.len));
	buf_release(&out);
}

static void
test_no_room(void **state)
{
	struct buf out = BUF_INIT(100);
	struct err err = ERR_INIT;

	(void)state;
	assert_int_equal(image_write(&out, &tree_layout, &tree, &err), -1);
	assert_int_equal(err.code, ERR_MEMORY);
	buf_release(&out);
}

/* ---- rules ---- */

/* Every member of every struct of rule.h and taint.h that is a pointer is one here. */
static const char yaml[] =
	"rules:\n"
	"- id: first\n"
	"  message: m $1\n"
	"  fix: f\n"
	"  severity: ERROR\n"
	"  languages: [regex]\n"
	"  keywords: [abc, def]\n"
	"  paths: {include: ['*.a'], exclude: ['*.b', '*.c']}\n"
	"  diff: {on: removed, commits: every, window: 3, decode: false}\n"
	"  metadata: {area: auth, cwe: [CWE-287, CWE-1], confidence: HIGH, references: "
	"['https://x.example'],\n"
	"    observes: logins}\n"
	"  patterns:\n"
	"  - pattern-either:\n"
	"    - pattern-regex: a\n"
	"    - pattern-regex: b\n"
	"  - focus-metavariable: $1\n"
	"  - metavariable-entropy: {metavariable: $1, min: 3.25}\n"
	"  - metavariable-words: {metavariable: $1, words: [x], negate: true}\n"
	"  - metavariable-words: {metavariable: $1, words: placeholders}\n"
	"- id: second\n"
	"  message: m\n"
	"  severity: INFO\n"
	"  languages: [python]\n"
	"  patterns:\n"
	"  - pattern: f($X)\n"
	"  - pattern-inside: g(...)\n"
	"  - metavariable-regex: {metavariable: $X, regex: a}\n"
	"  - metavariable-comparison: {metavariable: $X, comparison: $X > 1, base: 16}\n"
	"  - metavariable-pattern: {metavariable: $X, pattern: k()}\n"
	"- id: third\n"
	"  message: m\n"
	"  severity: ERROR\n"
	"  languages: [python]\n"
	"  mode: taint\n"
	"  pattern-sources:\n  - {pattern: a, label: L, by-side-effect: only}\n"
	"  pattern-sanitizers:\n  - {pattern: s}\n"
	"  pattern-sinks:\n  - {pattern: b, requires: not L}\n  - patterns: [{pattern: c}]\n"
	"  pattern-propagators:\n"
	"  - {pattern: d, from: $A, to: $B, replace-labels: [L]}\n"
	"  pattern-guards:\n  - {pattern: g, of: $A, holds: false}\n";

struct pack {
	const struct rule *rules;
	size_t n;
};
static const struct image_field pack_fields[] = {
	{IMAGE_ARRAY, offsetof(struct pack, rules), offsetof(struct pack, n), &rule_layout}};
static const struct image_layout pack_layout = {sizeof(struct pack), pack_fields, 1};

/* Loads the rules above; they stay in set. */
static void
write_rules(struct buf *out, struct ruleset *set)
{
	struct err err = ERR_INIT;
	struct rule rules[3];

	ruleset_init(set);
	set->syntax = LANGUAGE_BIT(LANG_PYTHON);
	if (ruleset_load_bytes(set, "f.yaml", slice_str(yaml), &err) < 0)
		fail_msg("%s", err.msg);
	assert_int_equal(set->n, 3);
	for (size_t i = 0; i < 3; i++)
		rules[i] = *set->rules[i];
	assert_int_equal(image_write(out, &pack_layout, &(struct pack){rules, 3}, &err), 0);
}

/* Rules that lie elsewhere have the same image: no pointer was taken for a number. */
static void
test_no_pointer_is_forgotten(void **state)
{
	struct buf one = BUF_INIT(1u << 20), other = BUF_INIT(1u << 20);
	struct ruleset first, second;

	(void)state;
	write_rules(&one, &first);
	write_rules(&other, &second);
	assert_int_equal(one.len, other.len);
	assert_memory_equal(one.ptr, other.ptr, one.len);
	ruleset_release(&first);
	ruleset_release(&second);
	buf_release(&one);
	buf_release(&other);
}

static void
test_rules(void **state)
{
	struct buf out = BUF_INIT(1u << 20);
	struct ruleset set;

	(void)state;
	write_rules(&out, &set);
	ruleset_release(&set);
	const struct pack *pack = image_copy(out.ptr, out.len);
	buf_release(&out);
	assert_int_equal(pack->n, 3);
	const struct rule *r = pack->rules;
	assert_slice(r[0].id, "first", 5);
	assert_slice(r[0].exclude[1], "*.c", 3);
	assert_slice(r[0].keywords[1], "def", 3);
	assert_slice(r[0].formula.children[0].children[1].text, "b", 1);
	assert_true(r[0].formula.conditions[0].number > 3.2 && r[0].formula.conditions[0].number < 3.3);
	assert_slice(r[0].formula.conditions[1].words[0], "x", 1);
	assert_slice(r[1].formula.conditions[2].formula->text, "k()", 3);
	assert_null(r[1].taint);
	assert_int_equal(r[2].taint->sinks.n, 2);
	assert_slice(r[2].taint->sinks.items[1].formula.children[0].text, "c", 1);
	assert_slice(r[2].taint->propagators.items[0].replaced[0], "L", 1);
	assert_slice(r[2].file, "f.yaml", 6);
}

/* ---- what the program brings along ---- */

static void
test_shipped(void **state)
{
	const struct shipped *shipped = shipped_rules();

	(void)state;
	assert_non_null(shipped);
	assert_ptr_equal(shipped, shipped_rules());
	assert_true(shipped->n > 1000);
	for (size_t i = 0; i < shipped->n; i++) {
		const struct rule *rule = &shipped->rules[i];
		assert_true(rule->id.len > 0 && rule->id.ptr[rule->id.len] == '\0');
		assert_true(slice_starts(rule->file, "rules/"));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_shipped), cmocka_unit_test(test_copy),
		cmocka_unit_test(test_map),     cmocka_unit_test(test_no_room),
		cmocka_unit_test(test_rules),   cmocka_unit_test(test_no_pointer_is_forgotten),
	};

	return cmocka_run_group_tests_name("image", tests, NULL, NULL);
}
