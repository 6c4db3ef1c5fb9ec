/*
 * load_condition.c - what a metavariable's value must be like
 *
 * An operand of `patterns` that narrows instead of matching. Each is a mapping
 * with the key `metavariable` and keys of its own.
 */
#include "base/limits.h"
#include "rule/load.h"
#include "rule/words.h"

struct condition_draft {
	struct condition *out;
	struct formula_queue *queue;
	struct formula *formula; /* metavariable-pattern */
};

struct condition_kind {
	const char *key;
	enum condition_op op;
	const struct field *fields;
	size_t nfields;
	const char *required; /* beside metavariable; NULL: one of the formula keys */
	bool any_value;       /* metavariable may be missing */
};

static int
read_metavariable(struct loader *ld, void *target, const struct tree_node *key)
{
	struct condition_draft *draft = target;

	return load_metavariable(ld, &draft->out->metavariable, key->next);
}

static int
read_regex(struct loader *ld, void *target, const struct tree_node *key)
{
	struct condition_draft *draft = target;

	if (load_text(ld, &draft->out->text, key) < 0)
		return -1;
	if (draft->out->text.len > LIMIT_REGEX_BYTES)
		return load_fail(ld, key->next, "a regular expression of more than %u bytes",
				 LIMIT_REGEX_BYTES);
	return 0;
}

static int
read_comparison(struct loader *ld, void *target, const struct tree_node *key)
{
	struct condition_draft *draft = target;

	return load_text(ld, &draft->out->text, key);
}

static int
read_base(struct loader *ld, void *target, const struct tree_node *key)
{
	struct condition_draft *draft = target;

	return load_number(ld, &draft->out->number, key, 2, 36);
}

static int
read_strip(struct loader *ld, void *target, const struct tree_node *key)
{
	struct condition_draft *draft = target;

	return load_bool(ld, &draft->out->strip, key);
}

static int
read_min(struct loader *ld, void *target, const struct tree_node *key)
{
	struct condition_draft *draft = target;

	return load_number(ld, &draft->out->number, key, 0, 8);
}

static int
read_negate(struct loader *ld, void *target, const struct tree_node *key)
{
	struct condition_draft *draft = target;

	return load_bool(ld, &draft->out->negated, key);
}

/* A list of words, or the name of a shipped list. */
static int
read_words(struct loader *ld, void *target, const struct tree_node *key)
{
	struct condition *out = ((struct condition_draft *)target)->out;

	if (key->next->kind != TREE_SCALAR)
		return load_texts(ld, &out->words, &out->nwords, key, load_lower_case);
	const struct word_list *list = word_list_by_name(key->next->value);
	if (!list)
		return load_fail(ld, key->next, "there is no word list '%s'; shipped are: %s",
				 shown(key->next->value).text, word_list_names());
	out->words = list->words;
	out->nwords = list->n;
	return 0;
}

static int
read_checksum(struct loader *ld, void *target, const struct tree_node *key)
{
	struct condition *out = ((struct condition_draft *)target)->out;

	if (key->next->kind != TREE_SCALAR)
		return load_fail(ld, key->next, "expected the kind of a checksum");
	if (!checksum_by_name(&out->checksum, key->next->value))
		return load_fail(ld, key->next, "there is no checksum '%s'", shown(key->next->value).text);
	return 0;
}

static int
read_credential(struct loader *ld, void *target, const struct tree_node *key)
{
	struct condition *out = ((struct condition_draft *)target)->out;

	if (key->next->kind != TREE_SCALAR || !credential_by_name(&out->credential, key->next->value))
		return load_fail(ld, key->next, "expected key, password, weak-password, form or named");
	return 0;
}

/* The metavariable of the name whose value it is. */
static int
read_name(struct loader *ld, void *target, const struct tree_node *key)
{
	struct condition_draft *draft = target;

	return load_metavariable(ld, &draft->out->text, key->next);
}

/* Semgrep's, without a meaning for text. */
static int
read_ignored(struct loader *ld, void *target, const struct tree_node *key)
{
	(void)ld, (void)target, (void)key;
	return 0;
}

/* The language of the value; `regex` is the bytes as they are. */
static int
read_language(struct loader *ld, void *target, const struct tree_node *key)
{
	struct condition_draft *draft = target;
	enum language lang;

	if (key->next->kind != TREE_SCALAR)
		return load_fail(ld, key->next, "expected the name of a language");
	lang = language_by_name(key->next->value);
	draft->out->generic = slice_eq_str(key->next->value, "generic");
	if (draft->out->generic || slice_eq_str(key->next->value, "regex"))
		return 0;
	if (lang == LANG_NONE || !(ld->syntax & LANGUAGE_BIT(lang)))
		return load_unsupported(ld, key->at, "metavariable-pattern in language %s is not supported",
					shown(key->next->value).text);
	draft->out->language = lang;
	return 0;
}

static int
read_constants(struct loader *ld, void *target, const struct tree_node *key)
{
	struct condition_draft *draft = target;

	return load_bool(ld, &draft->out->constants, key);
}

static int
read_types(struct loader *ld, void *target, const struct tree_node *key)
{
	struct condition_draft *draft = target;

	return load_texts(ld, &draft->out->words, &draft->out->nwords, key, NULL);
}

static int
read_analyzer(struct loader *ld, void *target, const struct tree_node *key)
{
	struct condition *out = ((struct condition_draft *)target)->out;

	if (key->next->kind == TREE_SCALAR && slice_eq_str(key->next->value, "redos"))
		return 0;
	if (key->next->kind != TREE_SCALAR || !slice_eq_str(key->next->value, "entropy"))
		return load_unsupported(ld, key->at, "analyzer %s is not supported",
					key->next->kind == TREE_SCALAR ? shown(key->next->value).text : "?");
	out->op = CONDITION_RANDOM;
	return 0;
}

static int
read_formula(struct loader *ld, void *target, const struct tree_node *key)
{
	struct condition_draft *draft = target;

	if (draft->formula)
		return load_fail(ld, key,
				 "metavariable-pattern has exactly one of pattern, patterns, "
				 "pattern-either, pattern-regex");
	draft->formula = arena_alloc(ld->arena, sizeof(*draft->formula));
	if (!draft->formula)
		return err_oom(ld->err);
	draft->out->formula = draft->formula;
	return formula_queue_add(ld, draft->queue, draft->formula, key, true);
}

static const struct field regex_fields[] = {
	{"metavariable", read_metavariable},
	{"regex", read_regex},
	{"constant-propagation", read_constants},
};

static const struct field comparison_fields[] = {
	{"metavariable", read_metavariable},
	{"comparison", read_comparison},
	{"base", read_base},
	{"strip", read_strip},
};

static const struct field entropy_fields[] = {
	{"metavariable", read_metavariable},
	{"min", read_min},
};

static const struct field checksum_fields[] = {
	{"metavariable", read_metavariable},
	{"kind", read_checksum},
	{"negate", read_negate},
};

static const struct field credential_fields[] = {
	{"metavariable", read_metavariable},
	{"as", read_credential},
	{"name", read_name},
};

static const struct field words_fields[] = {
	{"metavariable", read_metavariable},
	{"words", read_words},
	{"negate", read_negate},
};

static const struct field pattern_fields[] = {
	{"metavariable", read_metavariable}, {"language", read_language},
	{"pattern", read_formula},           {"patterns", read_formula},
	{"pattern-either", read_formula},    {"pattern-regex", read_formula},
};

static const struct field type_fields[] = {
	{"metavariable", read_metavariable},
	{"type", read_types},
	{"types", read_types},
};

static const struct field analysis_fields[] = {
	{"metavariable", read_metavariable},
	{"analyzer", read_analyzer},
	{"options", read_ignored},
};

#define FIELDS(f) (f), sizeof(f) / sizeof(*(f))

static const struct condition_kind kinds[] = {
	{"metavariable-regex", CONDITION_REGEX, FIELDS(regex_fields), "regex", false},
	{"metavariable-comparison", CONDITION_COMPARISON, FIELDS(comparison_fields), "comparison", true},
	{"metavariable-entropy", CONDITION_ENTROPY, FIELDS(entropy_fields), "min", false},
	{"metavariable-checksum", CONDITION_CHECKSUM, FIELDS(checksum_fields), "kind", false},
	{"metavariable-credential", CONDITION_CREDENTIAL, FIELDS(credential_fields), "as", false},
	{"metavariable-words", CONDITION_WORDS, FIELDS(words_fields), "words", false},
	{"metavariable-pattern", CONDITION_PATTERN, FIELDS(pattern_fields), NULL, false},
	{"metavariable-type", CONDITION_TYPE, FIELDS(type_fields), "metavariable", false},
	{"metavariable-analysis", CONDITION_REDOS, FIELDS(analysis_fields), "analyzer", false},
};

/* Known, but without a place in struct condition; their content is not looked at. */
static const char *const foreign[] = {
	"metavariable-name",
	"pattern-where-python",
};

static bool
is_foreign(struct slice key)
{
	for (size_t i = 0; i < sizeof(foreign) / sizeof(*foreign); i++)
		if (slice_eq_str(key, foreign[i]))
			return true;
	return slice_starts(key, "semgrep-internal-");
}

static const struct condition_kind *
kind_of(struct slice key)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (slice_eq_str(key, kinds[i].key))
			return &kinds[i];
	return NULL;
}

bool
condition_is_key(struct slice key)
{
	return is_foreign(key) || kind_of(key) != NULL;
}

static int
check_complete(struct loader *ld, const struct condition_kind *kind, const struct condition_draft *draft,
	       const struct tree_node *key)
{
	if (draft->out->metavariable.len == 0 && !kind->any_value)
		return load_fail(ld, key, "%s needs the key 'metavariable'", kind->key);
	if (kind->required && !tree_get(key->next, kind->required))
		return load_fail(ld, key, "%s needs the key '%s'", kind->key, kind->required);
	if (!kind->required && !draft->formula)
		return load_fail(ld, key, "%s needs a pattern", kind->key);
	if (kind->op == CONDITION_WORDS && draft->out->nwords == 0)
		return load_fail(ld, key, "%s needs at least one word", kind->key);
	if (kind->op == CONDITION_CREDENTIAL && draft->out->credential == CREDENTIAL_NAMED &&
	    draft->out->text.len == 0)
		return load_fail(ld, key, "%s as named needs the key 'name'", kind->key);
	if (kind->op == CONDITION_TYPE && draft->out->nwords == 0)
		return load_fail(ld, key, "%s needs a type", kind->key);
	return 0;
}

int
load_condition(struct loader *ld, struct condition *out, const struct tree_node *key,
	       struct formula_queue *queue)
{
	const struct condition_kind *kind = kind_of(key->value);

	if (!kind)
		return load_unsupported(ld, key->at, "operator %s is not supported", shown(key->value).text);
	struct condition_draft draft = {.out = out, .queue = queue};
	*out = (struct condition){.op = kind->op, .at = key->at};
	if (load_fields(ld, key->next, kind->key, kind->fields, kind->nfields, &draft) < 0 ||
	    check_complete(ld, kind, &draft, key) < 0)
		return -1;
	return 1;
}
