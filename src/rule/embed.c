/*
 * embed.c - rules as C initialisers
 *
 * For rule 7 with two CWEs and a formula of three nodes, numbered breadth
 * first (0 is the rule's own formula, its children are 1 and 2):
 *
 *   static const struct slice r7_cwe[] = {{"CWE-89", 6}, {"CWE-564", 7}};
 *   static const struct formula r7_children0[] = {{.op = OP_REGEX, ...}, {...}};
 *   ...
 *   const struct rule shipped_rules[] = {..., {.id = {...}, .cwe = r7_cwe, ...}};
 *
 * C wants an array before its use, so nodes are printed from the last one
 * back; a node's arrays are named after its number. Strings are cut into
 * lines, and every byte that is not plain ASCII is written in octal with three
 * digits (hexadecimal escapes would swallow digits behind them); '?' is
 * escaped because of trigraphs.
 */
#include "rule/embed.h"

#include <stdio.h>
#include <stdlib.h>

#include "rule/taint.h"
#include "rule/words.h"

#define LINE_BYTES 90u

static const char *const op_names[] = {
	[OP_REGEX] = "OP_REGEX",   [OP_NOT_REGEX] = "OP_NOT_REGEX",   [OP_ALL] = "OP_ALL",
	[OP_ANY] = "OP_ANY",       [OP_PATTERN] = "OP_PATTERN",       [OP_NOT] = "OP_NOT",
	[OP_INSIDE] = "OP_INSIDE", [OP_NOT_INSIDE] = "OP_NOT_INSIDE",
};

static const char *const condition_names[] = {
	[CONDITION_REGEX] = "CONDITION_REGEX",       [CONDITION_COMPARISON] = "CONDITION_COMPARISON",
	[CONDITION_ENTROPY] = "CONDITION_ENTROPY",   [CONDITION_WORDS] = "CONDITION_WORDS",
	[CONDITION_PATTERN] = "CONDITION_PATTERN",   [CONDITION_TYPE] = "CONDITION_TYPE",
	[CONDITION_REDOS] = "CONDITION_REDOS",       [CONDITION_RANDOM] = "CONDITION_RANDOM",
	[CONDITION_CHECKSUM] = "CONDITION_CHECKSUM", [CONDITION_CREDENTIAL] = "CONDITION_CREDENTIAL",
};

static const char *const severity_names[] = {
	[SEVERITY_INFO] = "SEVERITY_INFO",
	[SEVERITY_WARNING] = "SEVERITY_WARNING",
	[SEVERITY_ERROR] = "SEVERITY_ERROR",
};

static const char *const confidence_names[] = {
	[CONFIDENCE_LOW] = "CONFIDENCE_LOW",
	[CONFIDENCE_MEDIUM] = "CONFIDENCE_MEDIUM",
	[CONFIDENCE_HIGH] = "CONFIDENCE_HIGH",
};

static const char *const area_names[AREA_COUNT] = {
	[AREA_SQL_INJECTION] = "AREA_SQL_INJECTION",
	[AREA_INPUT_VALIDATION] = "AREA_INPUT_VALIDATION",
	[AREA_ERROR_HANDLING] = "AREA_ERROR_HANDLING",
	[AREA_DATA_EXPOSURE] = "AREA_DATA_EXPOSURE",
	[AREA_AUTH] = "AREA_AUTH",
	[AREA_COMMENTS] = "AREA_COMMENTS",
	[AREA_DEPENDENCIES] = "AREA_DEPENDENCIES",
	[AREA_SECRETS] = "AREA_SECRETS",
};

static const char *const window_names[] = {
	[WINDOW_LINE] = "WINDOW_LINE",
	[WINDOW_LINES] = "WINDOW_LINES",
	[WINDOW_STATEMENT] = "WINDOW_STATEMENT",
	[WINDOW_FILE] = "WINDOW_FILE",
};

/* ---- values ---- */

static void
print_byte(struct buf *out, unsigned char c)
{
	if (c == '"' || c == '\\' || c == '?')
		buf_addf(out, "\\%c", c);
	else if (c == '\n')
		buf_add_str(out, "\\n");
	else if (c >= 0x20 && c < 0x7f)
		buf_add_char(out, (char)c);
	else
		buf_addf(out, "\\%03o", (unsigned)c);
}

static void
print_slice(struct buf *out, struct slice s)
{
	size_t line = out->len;

	buf_add_str(out, "{\"");
	for (size_t i = 0; i < s.len; i++) {
		print_byte(out, (unsigned char)s.ptr[i]);
		if (out->len - line > LINE_BYTES && i + 1 < s.len) {
			buf_add_str(out, "\"\n\t \"");
			line = out->len;
		}
	}
	buf_addf(out, "\", %zu}", s.len);
}

static void
print_text(struct buf *out, const char *field, struct slice s)
{
	if (s.len == 0)
		return;
	buf_addf(out, "\n\t .%s = ", field);
	print_slice(out, s);
	buf_add_char(out, ',');
}

static void
print_place(struct buf *out, struct rule_position at)
{
	buf_addf(out, " .at = {%u, %u}}", at.line, at.column);
}

/* "static const struct slice <name>[] = {...};", or nothing for an empty list. */
static void
print_slices(struct buf *out, size_t rule, const char *name, const struct slice *slices, size_t n)
{
	if (n == 0)
		return;
	buf_addf(out, "static const struct slice r%zu_%s[] = {", rule, name);
	for (size_t i = 0; i < n; i++) {
		buf_add_str(out, "\n\t");
		print_slice(out, slices[i]);
		buf_add_char(out, ',');
	}
	buf_add_str(out, "\n};\n");
}

static void
print_slices_use(struct buf *out, size_t rule, const char *name, const char *count, size_t n)
{
	if (n > 0)
		buf_addf(out, "\n\t .%s = r%zu_%s, .%s = %zu,", name, rule, name, count, n);
}

/* ---- formulas ---- */

struct node {
	const struct formula *formula;
	size_t first; /* number of its first child; those of its conditions follow its children */
};

struct nodes {
	struct node *items;
	size_t n, cap;
};

static int
add_node(struct nodes *nodes, const struct formula *formula)
{
	void *items = nodes->items;

	if (array_reserve(&items, &nodes->cap, nodes->n + 1, sizeof(*nodes->items)) < 0)
		return -1;
	nodes->items = items;
	nodes->items[nodes->n++] = (struct node){formula, 0};
	return 0;
}

static const struct taint_list *
taint_list(const struct taint *taint, size_t i)
{
	const struct taint_list *const lists[] = {&taint->sources, &taint->sinks, &taint->sanitizers,
						  &taint->propagators};

	return i < sizeof(lists) / sizeof(lists[0]) ? lists[i] : NULL;
}

/* All nodes of a rule, breadth first; the formulas of what it follows come right behind its own. */
static int
number_nodes(struct nodes *nodes, const struct rule *rule)
{
	int rc = add_node(nodes, &rule->formula);
	const struct taint_list *list;

	for (size_t k = 0; rule->taint && (list = taint_list(rule->taint, k)); k++)
		for (size_t i = 0; rc == 0 && i < list->n; i++)
			rc = add_node(nodes, &list->items[i].formula);
	for (size_t at = 0; rc == 0 && at < nodes->n; at++) {
		const struct formula *f = nodes->items[at].formula;
		nodes->items[at].first = nodes->n;
		for (size_t i = 0; rc == 0 && i < f->nchildren; i++)
			rc = add_node(nodes, &f->children[i]);
		for (size_t i = 0; rc == 0 && i < f->nconditions; i++)
			if (f->conditions[i].formula)
				rc = add_node(nodes, f->conditions[i].formula);
	}
	return rc;
}

/* The initialiser of a node; its arrays have been printed. */
static void
print_formula(struct buf *out, size_t rule, const struct nodes *nodes, size_t number)
{
	const struct formula *f = nodes->items[number].formula;

	buf_addf(out, "{.op = %s,", op_names[f->op]);
	print_text(out, "text", f->text);
	if (f->nchildren > 0)
		buf_addf(out, " .children = r%zu_children%zu, .nchildren = %zu,", rule, number, f->nchildren);
	if (f->nconditions > 0)
		buf_addf(out, " .conditions = r%zu_conditions%zu, .nconditions = %zu,", rule, number,
			 f->nconditions);
	if (f->nfocus > 0)
		buf_addf(out, " .focus = r%zu_focus%zu, .nfocus = %zu,", rule, number, f->nfocus);
	print_place(out, f->at);
}

static void
print_condition(struct buf *out, size_t rule, size_t number, size_t at, const struct condition *c,
		size_t formula)
{
	const struct word_list *list = word_list_of(c->words);

	buf_addf(out, "\n\t{.op = %s,", condition_names[c->op]);
	print_text(out, "metavariable", c->metavariable);
	print_text(out, "text", c->text);
	if (c->number > 0)
		buf_addf(out, " .number = %.17g,", c->number);
	if (c->op == CONDITION_CHECKSUM)
		buf_addf(out, " .checksum = (enum checksum)%d,", (int)c->checksum);
	if (c->op == CONDITION_CREDENTIAL)
		buf_addf(out, " .credential = (enum credential)%d,", (int)c->credential);
	if (c->strip)
		buf_add_str(out, " .strip = true,");
	if (c->negated)
		buf_add_str(out, " .negated = true,");
	if (c->constants)
		buf_add_str(out, " .constants = true,");
	if (c->language)
		buf_addf(out, " .language = (enum language)%d,", (int)c->language);
	if (c->generic)
		buf_add_str(out, " .generic = true,");
	if (list)
		buf_addf(out, " .words = %s, .nwords = %zu,", list->symbol, c->nwords);
	else if (c->nwords > 0)
		buf_addf(out, " .words = r%zu_words%zu_%zu, .nwords = %zu,", rule, number, at, c->nwords);
	if (c->formula)
		buf_addf(out, " .formula = &r%zu_formula%zu,", rule, formula);
	print_place(out, c->at);
	buf_add_char(out, ',');
}

/* What the conditions of a node point at. */
static void
print_condition_data(struct buf *out, size_t rule, const struct nodes *nodes, size_t number)
{
	const struct formula *f = nodes->items[number].formula;
	size_t inner = nodes->items[number].first + f->nchildren;

	for (size_t i = 0; i < f->nconditions; i++) {
		const struct condition *c = &f->conditions[i];
		if (c->nwords > 0 && !word_list_of(c->words)) {
			char name[64];
			snprintf(name, sizeof(name), "words%zu_%zu", number, i);
			print_slices(out, rule, name, c->words, c->nwords);
		}
		if (c->formula) {
			buf_addf(out, "static const struct formula r%zu_formula%zu = ", rule, inner);
			print_formula(out, rule, nodes, inner++);
			buf_add_str(out, ";\n");
		}
	}
}

static void
print_conditions(struct buf *out, size_t rule, const struct nodes *nodes, size_t number)
{
	const struct formula *f = nodes->items[number].formula;
	size_t inner = nodes->items[number].first + f->nchildren;

	if (f->nconditions == 0)
		return;
	print_condition_data(out, rule, nodes, number);
	buf_addf(out, "static const struct condition r%zu_conditions%zu[] = {", rule, number);
	for (size_t i = 0; i < f->nconditions; i++)
		print_condition(out, rule, number, i, &f->conditions[i],
				f->conditions[i].formula ? inner++ : 0);
	buf_add_str(out, "\n};\n");
}

/* The arrays of one node: what it points at stands above, since its numbers are higher. */
static void
print_arrays(struct buf *out, size_t rule, const struct nodes *nodes, size_t number)
{
	const struct formula *f = nodes->items[number].formula;
	size_t first = nodes->items[number].first;
	char name[64];

	if (f->nchildren > 0) {
		buf_addf(out, "static const struct formula r%zu_children%zu[] = {", rule, number);
		for (size_t i = 0; i < f->nchildren; i++) {
			buf_add_str(out, "\n\t");
			print_formula(out, rule, nodes, first + i);
			buf_add_char(out, ',');
		}
		buf_add_str(out, "\n};\n");
	}
	print_conditions(out, rule, nodes, number);
	snprintf(name, sizeof(name), "focus%zu", number);
	print_slices(out, rule, name, f->focus, f->nfocus);
}

/* ---- mode: taint ---- */

static const char *const effect_names[] = {
	[EFFECT_NONE] = "EFFECT_NONE",
	[EFFECT_TOO] = "EFFECT_TOO",
	[EFFECT_ONLY] = "EFFECT_ONLY",
};

static void
print_flag(struct buf *out, const char *field, bool on)
{
	if (on)
		buf_addf(out, " .%s = true,", field);
}

/* One source, sink, sanitizer or propagator; `number` is that of its formula. */
static void
print_entry(struct buf *out, size_t rule, const struct nodes *nodes, size_t number,
	    const struct taint_entry *entry)
{
	buf_add_str(out, "\n\t{.formula = ");
	print_formula(out, rule, nodes, number);
	buf_addf(out, ",\n\t .effect = %s,", effect_names[entry->effect]);
	print_flag(out, "exact", entry->exact);
	print_flag(out, "not_conflicting", entry->not_conflicting);
	print_text(out, "label", entry->label);
	print_text(out, "requires", entry->requires);
	print_text(out, "from", entry->from);
	print_text(out, "to", entry->to);
	if (entry->nreplaced > 0)
		buf_addf(out, " .replaced = r%zu_replaced%zu, .nreplaced = %zu,", rule, number,
			 entry->nreplaced);
	print_place(out, entry->at);
	buf_add_char(out, ',');
}

static void
print_entries(struct buf *out, size_t rule, const struct nodes *nodes, const char *name,
	      const struct taint_list *list, size_t first)
{
	char replaced[64];

	if (list->n == 0)
		return;
	for (size_t i = 0; i < list->n; i++) {
		snprintf(replaced, sizeof(replaced), "replaced%zu", first + i);
		print_slices(out, rule, replaced, list->items[i].replaced, list->items[i].nreplaced);
	}
	buf_addf(out, "static const struct taint_entry r%zu_%s[] = {", rule, name);
	for (size_t i = 0; i < list->n; i++)
		print_entry(out, rule, nodes, first + i, &list->items[i]);
	buf_add_str(out, "\n};\n");
}

static void
print_taint(struct buf *out, const struct rule *rule, size_t at, const struct nodes *nodes)
{
	static const char *const names[] = {"sources", "sinks", "sanitizers", "propagators"};
	const struct taint *taint = rule->taint;
	const struct taint_list *list;
	size_t number = 1;

	for (size_t k = 0; (list = taint_list(taint, k)); number += list->n, k++)
		print_entries(out, at, nodes, names[k], list, number);
	buf_addf(out, "static const struct taint r%zu_taint = {", at);
	for (size_t k = 0; (list = taint_list(taint, k)); k++)
		if (list->n > 0)
			buf_addf(out, "\n\t.%s = {r%zu_%s, %zu},", names[k], at, names[k], list->n);
	print_flag(out, "safe_functions", taint->safe_functions);
	print_flag(out, "safe_indexes", taint->safe_indexes);
	print_flag(out, "safe_comparisons", taint->safe_comparisons);
	print_flag(out, "safe_booleans", taint->safe_booleans);
	print_flag(out, "safe_numbers", taint->safe_numbers);
	print_flag(out, "only_assignments", taint->only_assignments);
	print_flag(out, "unify", taint->unify);
	buf_add_str(out, "\n};\n");
}

/* ---- rules ---- */

static void
print_data(struct buf *out, const struct rule *rule, size_t at, const struct nodes *nodes)
{
	buf_addf(out, "\n/* %.*s */\n", (int)rule->id.len, rule->id.ptr);
	print_slices(out, at, "cwe", rule->cwe, rule->ncwe);
	print_slices(out, at, "references", rule->references, rule->nreferences);
	print_slices(out, at, "include", rule->include, rule->ninclude);
	print_slices(out, at, "exclude", rule->exclude, rule->nexclude);
	print_slices(out, at, "keywords", rule->keywords, rule->nkeywords);
	for (size_t i = nodes->n; i-- > 0;)
		print_arrays(out, at, nodes, i);
	if (rule->taint)
		print_taint(out, rule, at, nodes);
}

static void
print_scalars(struct buf *out, const struct rule *rule)
{
	buf_addf(out, "\n\t .severity = %s, .confidence = %s, .area = %s,", severity_names[rule->severity],
		 confidence_names[rule->confidence], area_names[rule->area]);
	if (rule->languages == LANGUAGE_ANY)
		buf_add_str(out, "\n\t .languages = LANGUAGE_ANY,");
	else
		buf_addf(out, "\n\t .languages = UINT64_C(0x%llx),", (unsigned long long)rule->languages);
	if (rule->messages)
		buf_add_str(out, " .messages = true,");
	if (rule->syntax)
		buf_add_str(out, " .syntax = true,");
	buf_addf(out, "\n\t .on = %s, .commits = %s, .window = %s, .window_lines = %u,",
		 rule->on == DIFF_REMOVED ? "DIFF_REMOVED" : "DIFF_ADDED",
		 rule->commits == COMMITS_EVERY ? "COMMITS_EVERY" : "COMMITS_TIP", window_names[rule->window],
		 rule->window_lines);
	if (rule->decode)
		buf_addf(out, " .decode = (enum diff_decode)%d,", (int)rule->decode);
	if (rule->options)
		buf_addf(out, " .options = 0x%x,", (unsigned)rule->options);
	if (rule->keywords_derived)
		buf_add_str(out, " .keywords_derived = true,");
	if (rule->generic.on)
		buf_addf(out, "\n\t .generic = {true, %s, (enum comment_style)%d, %u},",
			 rule->generic.caseless ? "true" : "false", (int)rule->generic.comments,
			 rule->generic.max_span);
}

static void
print_rule(struct buf *out, const struct rule *rule, size_t at, const struct nodes *nodes)
{
	buf_add_str(out, "\t{.id = ");
	print_slice(out, rule->id);
	buf_add_char(out, ',');
	print_text(out, "message", rule->message);
	print_text(out, "fix", rule->fix);
	print_scalars(out, rule);
	print_slices_use(out, at, "cwe", "ncwe", rule->ncwe);
	print_slices_use(out, at, "references", "nreferences", rule->nreferences);
	print_text(out, "observes", rule->observes);
	print_slices_use(out, at, "include", "ninclude", rule->ninclude);
	print_slices_use(out, at, "exclude", "nexclude", rule->nexclude);
	print_slices_use(out, at, "keywords", "nkeywords", rule->nkeywords);
	buf_add_str(out, "\n\t .formula = ");
	print_formula(out, at, nodes, 0);
	buf_add_char(out, ',');
	if (rule->taint)
		buf_addf(out, "\n\t .taint = &r%zu_taint,", at);
	print_text(out, "file", rule->file);
	print_place(out, rule->at);
	buf_add_str(out, ",\n");
}

/* The data of a rule goes to out, its entry of the table to table. */
static void
print_both(struct buf *out, struct buf *table, const struct rule *rule, size_t at)
{
	struct nodes nodes = {NULL, 0, 0};

	if (number_nodes(&nodes, rule) < 0) {
		out->failed = true;
	} else {
		print_data(out, rule, at, &nodes);
		print_rule(table, rule, at, &nodes);
	}
	free(nodes.items);
}

void
embed_print(struct buf *out, const struct rule *const *rules, size_t n)
{
	struct buf table = BUF_INIT(out->max);

	buf_add_str(out, "/* Made by rulec from the files below rules/; changes belong there. */\n"
			 "#include \"rule/embed.h\"\n"
			 "#include \"rule/taint.h\"\n"
			 "#include \"rule/words.h\"\n");
	for (size_t i = 0; i < n; i++)
		print_both(out, &table, rules[i], i);
	/* C knows no empty array. */
	buf_addf(out, "\nconst size_t shipped_nrules = %zu;\nconst struct rule shipped_rules[] = {\n", n);
	if (n == 0)
		buf_add_str(out, "\t{.id = {\"\", 0}},\n");
	buf_add_slice(out, buf_slice(&table));
	buf_add_str(out, "};\n");
	out->failed |= !buf_ok(&table);
	buf_release(&table);
}
