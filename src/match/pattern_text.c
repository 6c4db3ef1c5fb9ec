/*
 * pattern_text.c - which words stand for the holes of a pattern
 *
 * A hole must parse where it stands: `...` among arguments as a name, among
 * statements as a statement, among the fields of a class as a field. The
 * first guess comes from the characters round it; pattern_read.c tries the other
 * forms where the guess does not parse.
 */
#include "match/pattern_text.h"

#include "base/ascii.h"
#include "match/pattern_typed.h"

#define META_WORD "zqmv"
#define MORE_WORD "zqmore"
#define DOTS_WORD "zqdots"
#define FILL_WORD "zqdott"
#define DEEP_WORD "zqdeep"
#define TYPE_MARK "zqt"
#define DOTS_LOOP ".;;" /* how the form in `for (...)` ends */

static unsigned
count_forms(const char *const *forms)
{
	unsigned n = 0;

	while (forms[n])
		n++;
	return n;
}

static bool
is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* A variable of the language that reads like a metavariable. */
static bool
is_variable(const struct dialect *dialect, struct slice name)
{
	for (size_t i = 0; dialect->variables && dialect->variables[i]; i++)
		if (slice_eq_str(name, dialect->variables[i]))
			return true;
	return false;
}

/* The hole at the start of s and its length; 0 if there is none. */
static size_t
read_hole(enum hole *hole, struct slice *name, const struct dialect *dialect, struct slice s)
{
	size_t at = 1, end;

	if (slice_starts(s, "...>") && !dialect->has_tags) {
		*hole = HOLE_CLOSE;
		return 4;
	}
	/* `...$X` and `...x` are the language's own. */
	if (slice_starts(s, "...") && s.len > 3 &&
	    (s.ptr[3] == '$' || s.ptr[3] == '_' || ascii_is_alpha(s.ptr[3])))
		return 0;
	*hole = slice_starts(s, "<...") && !dialect->has_tags ? HOLE_OPEN : HOLE_DOTS;
	if (*hole == HOLE_OPEN || slice_starts(s, "..."))
		return *hole == HOLE_OPEN ? 4 : 3;
	if (s.len < 2 || s.ptr[0] != '$')
		return 0;
	*hole = HOLE_META;
	if (slice_starts(s, "$...")) {
		*hole = HOLE_MORE;
		at = 4;
	}
	if (at >= s.len || !(is_upper(s.ptr[at]) || s.ptr[at] == '_'))
		return 0;
	for (end = at;
	     end < s.len && (is_upper(s.ptr[end]) || ascii_is_digit(s.ptr[end]) || s.ptr[end] == '_');)
		end++;
	if (end < s.len && ascii_is_alnum(s.ptr[end]))
		return 0;
	*name = slice_sub(s, at, end);
	return is_variable(dialect, *name) ? 0 : end;
}

enum hole
pattern_hole_of(struct slice *name, const struct dialect *dialect, struct slice s)
{
	enum hole hole;

	return read_hole(&hole, name, dialect, s) == s.len && s.len > 0 ? hole : HOLE_NONE;
}

/* The length of the quoted text at the start of s, or 0. */
static size_t
quoted_length(struct slice s)
{
	char quote = s.len ? s.ptr[0] : 0;
	size_t n = 1;

	if (quote != '"' && quote != '\'' && quote != '`')
		return 0;
	if (slice_starts(s, "\"\"\"") || slice_starts(s, "'''")) {
		size_t end = slice_find(slice_sub(s, 3, s.len), slice_sub(s, 0, 3));
		return end == (size_t)-1 ? s.len : end + 6;
	}
	while (n < s.len && s.ptr[n] != quote)
		n += s.ptr[n] == '\\' ? 2 : 1;
	return n < s.len ? n + 1 : (size_t)0;
}

static bool
has_char(const char *set, char c)
{
	return set && c != '\0' && strchr(set, c);
}

/* Quoted text that holds expressions: their metavariables are holes, dots stay text. */
static bool
is_template(struct slice all, size_t at, size_t len, const struct dialect *dialect)
{
	struct slice quoted = slice_sub(all, at, at + len);

	return (at > 0 && has_char(dialect->text_prefixes, all.ptr[at - 1])) ||
	       has_char(dialect->text_quotes, quoted.ptr[0]) ||
	       slice_find(quoted, slice_str("${")) != (size_t)-1 ||
	       (dialect->text_hole && quoted.ptr[0] != '\'' &&
		slice_find(quoted, slice_str(dialect->text_hole)) != (size_t)-1);
}

static char
char_before(struct slice all, size_t at)
{
	while (at > 0 && ascii_is_space(all.ptr[at - 1]))
		at--;
	return at > 0 ? all.ptr[at - 1] : '\0';
}

static char
char_behind(struct slice all, size_t at)
{
	while (at < all.len && ascii_is_space(all.ptr[at]))
		at++;
	return at < all.len ? all.ptr[at] : '\0';
}

static bool
begins_line(struct slice all, size_t at)
{
	while (at > 0 && (all.ptr[at - 1] == ' ' || all.ptr[at - 1] == '\t'))
		at--;
	return at == 0 || all.ptr[at - 1] == '\n';
}

/* The innermost bracket that is open at a place, or NUL. */
static char
open_bracket(struct slice all, size_t at)
{
	unsigned closed = 0;

	while (at-- > 0) {
		if (strchr(")]}", all.ptr[at]))
			closed++;
		else if (strchr("([{", all.ptr[at]) && closed-- == 0)
			return all.ptr[at];
	}
	return '\0';
}

static bool
is_statement(struct slice all, size_t at, size_t len)
{
	if (open_bracket(all, at) == '(' || open_bracket(all, at) == '[')
		return false;
	char before = char_before(all, at), behind = char_behind(all, at + len);

	/* `{...}` is a value where that can be one. */
	if (before == '{' && behind == '}' && slice_trim(slice_sub(all, 0, at)).len == 1)
		return false;
	if (behind == ',' || behind == ')' || behind == '.' || behind == ';' || behind == ']' ||
	    behind == '=')
		return false;
	if (before == '\0' || before == '{' || before == '}' || before == ';')
		return true;
	return begins_line(all, at) && before != ',' && before != '(' && before != '[' && before != '=';
}

/* The dots of `for (...)`, which are all three parts of it. */
static bool
is_loop_header(struct slice all, size_t at, size_t len)
{
	struct slice before = slice_trim(slice_sub(all, 0, at));

	if (char_behind(all, at + len) != ')' || !slice_ends(before, "("))
		return false;
	before = slice_trim(slice_sub(before, 0, before.len - 1));
	return slice_ends(before, "for") && (before.len == 3 || !ascii_is_alnum(before.ptr[before.len - 4]));
}

static unsigned
form_of_loop(const struct dialect *dialect)
{
	const char *const *forms = dialect_dots(dialect);
	unsigned i = 0;

	while (forms[i] && !slice_ends(slice_str(forms[i]), DOTS_LOOP))
		i++;
	return forms[i] ? i : 0;
}

/* `f(..., $X, ...) {`: a parameter that is a metavariable alone, where the grammar wants a type, too. */
static bool
is_parameter(const struct dialect *dialect, struct slice all, size_t at, size_t len)
{
	const char *const *forms = dialect_metavariables(dialect);
	char before = char_before(all, at), behind = char_behind(all, at + len);

	return dialect->types == TYPES_BEFORE && forms[0] && forms[1] && forms[1][0] == ',' &&
	       (before == '(' || before == ',') && (behind == ')' || behind == ',') &&
	       dialect_place(all, at, len) == PLACE_PARAMETER;
}

static unsigned
first_form(const struct dialect *dialect, enum hole hole, struct slice all, size_t at, size_t len)
{
	if (hole == HOLE_META)
		return is_parameter(dialect, all, at, len);
	if (hole == HOLE_DOTS && dialect->dots_form)
		return dialect->dots_form(all, at, len);
	if (hole == HOLE_DOTS && is_loop_header(all, at, len))
		return form_of_loop(dialect);
	if (hole != HOLE_DOTS || dialect->second == SECOND_NEVER)
		return 0;
	if (dialect->second == SECOND_IN_BRACES)
		return open_bracket(all, at) == '{';
	return is_statement(all, at, len);
}

static unsigned
forms_of(const struct dialect *dialect, enum hole hole)
{
	if (hole == HOLE_META)
		return count_forms(dialect_metavariables(dialect));
	return hole == HOLE_DOTS ? count_forms(dialect_dots(dialect)) : 1;
}

struct splitter {
	struct pattern_text *out;
	struct slice all;
	size_t from; /* start of the current piece */
	struct err *err;
};

static int
end_piece(struct splitter *s, size_t at, enum hole hole, struct slice name, size_t len)
{
	struct pattern_text *out = s->out;

	if (out->n == PATTERN_PIECES)
		return err_set(s->err, ERR_LIMIT, "a pattern with more than %u holes", PATTERN_PIECES);
	out->pieces[out->n++] = (struct pattern_piece){
		.text = slice_sub(s->all, s->from, at),
		.hole = hole,
		.name = name,
		.form = first_form(out->dialect, hole, s->all, at, len),
		.nforms = forms_of(out->dialect, hole),
	};
	s->from = at + len;
	return 0;
}

/* Skips, or looks for metavariables in, quoted text. */
static int
split_quoted(struct splitter *s, size_t *at, size_t len)
{
	size_t begin = *at + 1, end = *at + len;
	bool holes = is_template(s->all, *at, len, s->out->dialect);

	for (; *at < end; (*at)++) {
		enum hole hole;
		struct slice name = {NULL, 0};
		size_t n = holes ? read_hole(&hole, &name, s->out->dialect, slice_sub(s->all, *at, end)) : 0;
		if (n == 0 || (hole != HOLE_META && (hole != HOLE_DOTS || s->all.ptr[*at - 1] != '{')))
			continue;
		if (end_piece(s, *at, hole, name, n) < 0)
			return -1;
		/* "$X" is any text, not the text of a variable. */
		bool whole = s->out->dialect->whole_text_is_hole && *at == begin && *at + n + 1 == end;
		if (s->out->dialect->second_in_text || whole)
			s->out->pieces[s->out->n - 1].form = 1;
		*at += n - 1;
	}
	return 0;
}

int
pattern_text_split(struct pattern_text *out, struct arena *arena, const struct dialect *dialect,
		   struct slice text, struct err *err)
{
	struct splitter s = {out, text, 0, err};
	size_t at = 0, open = 0;

	*out = (struct pattern_text){.dialect = dialect};
	if (text.len > PATTERN_BYTES)
		return err_set(err, ERR_LIMIT, "a pattern of more than %u bytes", PATTERN_BYTES);
	out->pieces = arena_array(arena, PATTERN_PIECES, sizeof(*out->pieces));
	if (!out->pieces)
		return err_oom(err);
	while (at < text.len) {
		struct slice rest = slice_sub(text, at, text.len), name = {NULL, 0}, type;
		enum hole hole;
		size_t quoted = quoted_length(rest), n = 0;
		if (quoted > 0) {
			if (split_quoted(&s, &at, quoted) < 0)
				return -1;
			continue;
		}
		n = pattern_typed(&name, &type, text, at, dialect->types == TYPES_BEFORE,
				  dialect->types == TYPES_BEHIND);
		if (n > 0) {
			if (end_piece(&s, at, HOLE_META, name, n) < 0)
				return -1;
			out->pieces[out->n - 1].type = type;
			at += n;
			continue;
		}
		n = read_hole(&hole, &name, dialect, rest);
		if (n > 0 && hole == HOLE_CLOSE && open == 0) {
			hole = HOLE_DOTS; /* `<p ...>` */
			n = 3;
		}
		open += n > 0 && hole == HOLE_OPEN;
		open -= n > 0 && hole == HOLE_CLOSE;
		if (n > 0 && end_piece(&s, at, hole, name, n) < 0)
			return -1;
		at += n > 0 ? n : 1;
	}
	return end_piece(&s, text.len, HOLE_NONE, slice_of(NULL, 0), 0);
}

/* A form, as in dialect.h, with the word for its hole, its name and the mark of its type. */
static void
render_form(struct buf *out, const char *form, const char *word, const struct pattern_piece *piece,
	    size_t number)
{
	for (; *form; form++) {
		if (*form == '.' || *form == '^') {
			buf_add_char(out, (char)(*form == '.' ? word[0] : word[0] - 'a' + 'A'));
			buf_add_str(out, word + 1);
			buf_add_slice(out, piece->name);
			if (piece->type.len > 0)
				buf_addf(out, TYPE_MARK "%zu", number);
		} else if (*form == ',') {
			buf_add_str(out, FILL_WORD);
		} else {
			buf_add_char(out, *form);
		}
	}
}

void
pattern_text_render(struct buf *out, const struct pattern_text *text)
{
	const char *const *metavariables = dialect_metavariables(text->dialect);

	for (size_t i = 0; i < text->n; i++) {
		const struct pattern_piece *piece = &text->pieces[i];

		buf_add_slice(out, piece->text);
		if (piece->hole == HOLE_META)
			render_form(out, metavariables[piece->form], META_WORD, piece, i);
		else if (piece->hole == HOLE_MORE)
			render_form(out, metavariables[0], MORE_WORD, piece, i);
		else if (piece->hole == HOLE_DOTS)
			render_form(out, dialect_dots(text->dialect)[piece->form], DOTS_WORD, piece, i);
		else if (piece->hole == HOLE_OPEN)
			buf_add_str(out, DEEP_WORD "(");
		else if (piece->hole == HOLE_CLOSE)
			buf_add_str(out, ")");
	}
}

static bool
starts_word(struct slice word, const char *prefix)
{
	return word.len > 0 && ascii_lower(word.ptr[0]) == prefix[0] &&
	       slice_starts(slice_sub(word, 1, word.len), prefix + 1);
}

enum hole
pattern_word(struct slice *name, struct slice word)
{
	*name = slice_of(NULL, 0);
	while (word.len > 0 && (word.ptr[0] == '$' || word.ptr[0] == ':' || word.ptr[0] == '@'))
		word = slice_sub(word, 1, word.len);
	if (slice_eq_str(word, DOTS_WORD) || slice_eq_str(word, FILL_WORD))
		return HOLE_DOTS;
	if (slice_eq_str(word, DEEP_WORD))
		return HOLE_OPEN;
	if (starts_word(word, META_WORD)) {
		*name = slice_sub(word, sizeof(META_WORD) - 1, word.len);
		return HOLE_META;
	}
	if (starts_word(word, MORE_WORD)) {
		*name = slice_sub(word, sizeof(MORE_WORD) - 1, word.len);
		return HOLE_MORE;
	}
	return HOLE_NONE;
}

size_t
pattern_word_piece(struct slice *name)
{
	size_t at = slice_find(*name, slice_str(TYPE_MARK));
	unsigned long piece;

	if (at == (size_t)-1 ||
	    !slice_to_ulong(slice_sub(*name, at + strlen(TYPE_MARK), name->len), PATTERN_PIECES - 1, &piece))
		return PATTERN_PIECES;
	*name = slice_sub(*name, 0, at);
	return piece;
}

bool
pattern_word_is_mixed(struct slice word)
{
	static const char *const words[] = {META_WORD, MORE_WORD, DOTS_WORD};
	struct slice name;
	size_t n = 0;

	if (pattern_word(&name, word) != HOLE_NONE) {
		while (n < name.len && (ascii_is_alnum(name.ptr[n]) || name.ptr[n] == '_'))
			n++;
		return n < name.len;
	}
	for (size_t i = 0; i < word.len; i++)
		if (ascii_is_space(word.ptr[i]))
			return false;
	while (n < sizeof(words) / sizeof(words[0]) && slice_find(word, slice_str(words[n])) == (size_t)-1)
		n++;
	return n < sizeof(words) / sizeof(words[0]);
}

bool
pattern_word_is_filler(struct slice word)
{
	return slice_eq_str(word, FILL_WORD);
}
